//! What is taken away can be read back as what was found, by programs that are not ours, and says where it comes from.

mod files;
mod own;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use explorer_core::dataset::{
    Amount, Bundle, Card, Dataset, DatasetFile, FORMAT, Initiative, Lang, Licence, Milestone,
    Source, Text, Vocabulary, check_sums,
};
use explorer_core::explore::{Column, Rows};
use explorer_core::export::{
    Copied, Home, Origin, Selection, Sheet, SheetRow, apa, bibtex, calendar, ris,
};
use explorer_core::i18n::Words;
use explorer_core::table::{Lists, Table};
use proptest::prelude::*;

/// What makes a cell a formula.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// The explorer's own data, as its file has it.
fn own() -> DatasetFile {
    let (dataset, _) = own::dataset();
    file(dataset.vocabulary, dataset.initiatives)
}

fn file(vocabulary: Vocabulary, initiatives: Vec<Initiative>) -> DatasetFile {
    DatasetFile {
        about: None,
        format: FORMAT,
        vocabulary,
        initiatives,
    }
}

fn origin() -> Origin {
    Origin {
        title: "Hong Kong AI Explorer".to_owned(),
        day: "2026-11-29".parse().expect("a day"),
        licence: Some(Licence {
            name: "CC BY 4.0".to_owned(),
            url: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        }),
        view: "https://example.org/?view=table".to_owned(),
        home: Home {
            page: "https://example.org/".to_owned(),
            ..Home::default()
        },
    }
}

/// The heads and rows of a CSV file, as another program reads them.
fn read(csv: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let text = csv.strip_prefix("\u{feff}".as_bytes());
    let mut reader = csv::Reader::from_reader(text.expect("a byte order mark"));
    let heads = reader.headers().expect("heads").iter();
    let heads = heads.map(str::to_owned).collect();
    let rows = reader.records().map(|row| {
        let row = row.expect("a row as long as the heads");
        row.iter().map(str::to_owned).collect()
    });
    (heads, rows.collect())
}

#[test]
fn every_row_and_column_of_our_own_data_is_in_the_file_and_none_is_a_formula() {
    let own = own();
    for rows in Rows::ALL {
        let keys = SheetRow::all(rows, &own.initiatives);
        let columns = rows.columns();
        let sheet = Sheet {
            rows,
            columns: &columns,
            keys: &keys,
        };
        let (heads, read) = read(&sheet.csv(&own, &origin()).expect("a file"));
        assert_eq!(read.len(), keys.len());
        let worded = columns.iter().filter(|column| column.is_in_words()).count();
        // An id, the name in three languages, and where it comes from.
        assert_eq!(heads.len(), 1 + 3 + columns.len() + 2 * worded + 4);
        let unique: BTreeSet<&String> = heads.iter().collect();
        assert_eq!(unique.len(), heads.len());
        for row in &read {
            assert!(row.iter().all(|cell| !cell.starts_with(FORMULA)), "{row:?}");
            assert!(row.ends_with(&[
                "2026-11-29".to_owned(),
                "CC BY 4.0".to_owned(),
                origin().view,
            ]));
        }
        let column = |head: &str| {
            heads
                .iter()
                .position(|other| other == head)
                .expect("a column")
        };
        let (id, name) = (column("id"), column("name@zh-Hant"));
        for (row, key) in read.iter().zip(&keys) {
            let record = own.initiatives.iter().find(|one| one.id == key.id);
            assert_eq!(
                (&row[id], &row[name]),
                (&key.id, &record.expect("a record").name.zh_hant)
            );
        }
    }
}

#[test]
fn sums_are_numbers_and_dates_are_as_precise_as_they_are_known() {
    let mut record = Initiative {
        id: "a".to_owned(),
        start: "2018-04".parse().expect("a month"),
        about: vec!["start".to_owned()],
        ..Initiative::default()
    };
    record.sources.extend([1, 2, 3].map(|number| Source {
        url: Some(format!("https://example.org/{number}")),
        ..Source::default()
    }));
    record.amounts.push(Amount {
        hkd: 50_000_000_000,
        sources: vec![1, 3],
        ..Amount::default()
    });
    let one = file(Vocabulary::default(), vec![record]);
    let sheet = Sheet {
        rows: Rows::Sums,
        columns: &[Column::Amount, Column::Start],
        keys: &SheetRow::all(Rows::Sums, &one.initiatives),
    };
    let csv = sheet.csv(&one, &origin()).expect("a file");
    let text = String::from_utf8(csv).expect("UTF-8");
    assert_eq!(
        text,
        "\u{feff}id,name@en,name@zh-Hant,name@zh-Hans,hkd,start,cited,page,data-of,licence,view\r\n\
         a,,,,50000000000,2018-04~,https://example.org/1; https://example.org/3,https://example.org/initiative/a/,2026-11-29,CC BY 4.0,https://example.org/?view=table\r\n"
    );
}

#[test]
fn a_table_without_rows_says_where_it_comes_from() {
    let none = file(own().vocabulary, Vec::new());
    for rows in Rows::ALL {
        let sheet = Sheet {
            rows,
            columns: rows.usual_columns(),
            keys: &[],
        };
        let (heads, rows) = read(&sheet.csv(&none, &origin()).expect("a file"));
        let [row] = &rows[..] else {
            panic!("one row: {rows:?}");
        };
        let told: Vec<(&str, &str)> = heads
            .iter()
            .zip(row)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(head, cell)| (head.as_str(), cell.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("data-of", "2026-11-29"),
                ("licence", "CC BY 4.0"),
                ("view", "https://example.org/?view=table"),
            ]
        );
    }
}

/// Holds a selection against the records that it was made of: it is read again without a fault, and lacks nothing but ties to
/// what is not in it.
#[track_caller]
fn check_selection(own: &DatasetFile, found: &[&Initiative]) {
    let json = Selection::new(&own.vocabulary, found.iter().copied(), &origin()).json();
    let json = json.expect("JSON");
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json.len(), value.to_string().len(), "spaces between");
    assert_eq!(value["about"]["count"], found.len());
    assert_eq!(value["about"]["updated"], "2026-11-29");
    assert_eq!(value["about"]["licence"], "CC BY 4.0");
    assert_eq!(value["about"]["view"], origin().view);
    let (again, mut faults) = Dataset::read_whole("selection", &json).expect("a data set");
    faults.extend(check_sums(&again));
    // Where it comes from is part of the form, and no field that nobody knows.
    assert!(faults.iter().all(|fault| fault.field != "about"));
    faults.retain(|fault| !fault.is_hint);
    assert_eq!(faults, []);
    let ids: BTreeSet<&str> = found.iter().map(|record| &*record.id).collect();
    let among = found.iter().map(|record| {
        let mut record = Initiative::clone(record);
        record.related.retain(|tie| ids.contains(&*tie.id));
        for sum in &mut record.amounts {
            if let Some(whole) = &sum.part_of
                && !ids.contains(&*whole.id)
            {
                sum.part_of = None;
            }
        }
        record
    });
    assert!(again.initiatives.into_iter().eq(among));
}

#[test]
fn a_selection_is_a_data_set_that_is_read_again_without_a_fault() {
    let own = own();
    let all: Vec<&Initiative> = own.initiatives.iter().collect();
    for count in [all.len(), 3, 1, 0] {
        check_selection(&own, &all[..count]);
    }
    // Some sums are part of sums of others, which are not there now.
    let is_part = |record: &&Initiative| {
        let mut wholes = record.amounts.iter().filter_map(|sum| sum.part_of.as_ref());
        wholes.any(|whole| whole.id != record.id)
    };
    let parts: Vec<&Initiative> = own.initiatives.iter().filter(is_part).collect();
    assert!(!parts.is_empty());
    check_selection(&own, &parts);
}

#[test]
fn each_page_is_one_reference() {
    let own = own();
    let all: Vec<&Initiative> = own.initiatives.iter().collect();
    let sources = all.iter().flat_map(|record| &record.sources);
    let pages: BTreeSet<(&str, &str)> = sources
        .map(|source| match source.url.as_deref() {
            Some(url) => (url, ""),
            None => (source.title.as_str(), source.publisher.as_str()),
        })
        .collect();
    let mut odd = Initiative::default();
    odd.sources.push(Source {
        url: Some("https://example.org/?a=1;b".to_owned()),
        ..Source::default()
    });
    assert!(ris(&[&odd], &origin()).contains("UR  - https://example.org/?a=1%3Bb\r\n"));
    let ris = ris(&all, &origin());
    for line in ris.lines().filter(|line| !line.is_empty()) {
        let (tag, _) = line.split_once("  - ").expect("a tag");
        assert!(tag.len() == 2, "{line}");
    }
    let count = |tag: &str| ris.lines().filter(|line| line.starts_with(tag)).count();
    assert_eq!(
        (count("TY  - "), count("ER  - "), count("DP  - ")),
        (pages.len(), pages.len(), pages.len())
    );
    let bibtex = bibtex(&all, &origin());
    let entries = bibtex.lines().filter(|line| line.starts_with("@misc{"));
    let keys: BTreeSet<&str> = entries.collect();
    assert_eq!(keys.len(), pages.len());
    assert!(bibtex.starts_with(
        "% Hong Kong AI Explorer, 2026-11-29, CC BY 4.0, https://example.org/?view=table\n"
    ));
}

#[test]
fn references_for_people_are_in_the_form_of_apa_style() {
    let source =
        |title: &str, publisher: &str, published: Option<&str>, url: Option<&str>| Source {
            title: title.to_owned(),
            publisher: publisher.to_owned(),
            published: published.map(|date| date.parse().expect("a date")),
            url: url.map(str::to_owned),
            ..Source::default()
        };
    let record = Initiative {
        id: "a".to_owned(),
        sources: vec![
            source(
                "What now?",
                "The Ltd.",
                Some("2018-07-05"),
                Some("https://example.org/1"),
            ),
            source("Two\r\nlines\t", "Body", Some("2018-07"), None),
            source("年報", "局", Some("2018"), Some("https://example.org/2")),
            source("Again", "Body", None, Some("https://example.org/1")),
            source("Zero", "Body", None, Some("https://example.org/3")),
        ],
        ..Initiative::default()
    };
    assert_eq!(
        apa(&[&record], &origin()),
        "Hong Kong AI Explorer, 2026-11-29, CC BY 4.0, https://example.org/?view=table\n\n\
         Body. (2018, July). Two lines.\n\n\
         Body. (n.d.). Zero. https://example.org/3\n\n\
         The Ltd. (2018, July 5). What now? https://example.org/1\n\n\
         局. (2018). 年報. https://example.org/2\n"
    );
}

#[test]
fn estimates_are_tentative_and_say_so() {
    let record = Initiative {
        id: "a".to_owned(),
        name: Text {
            en: "A".to_owned(),
            zh_hant: "甲".to_owned(),
            ..Text::default()
        },
        start: "2021".parse().expect("a year"),
        end: Some("2024-05".parse().expect("a month")),
        about: vec!["start".to_owned()],
        ..Initiative::default()
    };
    let lines = |lang| -> Vec<String> {
        let text = calendar(&[&record], lang, &origin());
        let lines = text
            .lines()
            .filter(|line| line.starts_with("S") || line.starts_with("CAT"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(
        lines(Lang::En),
        [
            "SUMMARY:A: Began (about 2021)",
            "CATEGORIES:Began",
            "STATUS:TENTATIVE",
            "SUMMARY:A: Ended",
            "CATEGORIES:Ended",
            "STATUS:CONFIRMED",
        ]
    );
    assert_eq!(lines(Lang::ZhHant)[0], "SUMMARY:甲: 開始（約2021年）");
}

#[test]
fn an_event_keeps_its_name_when_others_are_put_before_it() {
    let own = own();
    let ids = |record: &Initiative, lang| -> BTreeSet<String> {
        let text = calendar(&[record], lang, &origin()).replace("\r\n ", "");
        let ids = text.lines().filter(|line| line.starts_with("UID:"));
        ids.map(str::to_owned).collect()
    };
    for record in &own.initiatives {
        let before = ids(record, Lang::En);
        let mut with_more = record.clone();
        let first = Milestone {
            date: "1990".parse().expect("a year"),
            ..Milestone::default()
        };
        with_more.milestones.insert(0, first);
        let after = ids(&with_more, Lang::ZhHant);
        assert!(before.is_subset(&after), "{before:?} {after:?}");
        assert_eq!(after.len(), before.len() + 1);
    }
}

#[test]
fn a_month_lasts_all_of_it_in_a_calendar() {
    let record = Initiative {
        id: "a".to_owned(),
        name: Text {
            en: "Chips; and, more".to_owned(),
            ..Text::default()
        },
        start: "2024-02".parse().expect("a month"),
        end: Some("2025-12-31".parse().expect("a day")),
        milestones: vec![Milestone {
            date: "2027".parse().expect("a year"),
            planned: true,
            ..Milestone::default()
        }],
        ..Initiative::default()
    };
    let text = calendar(&[&record], Lang::En, &origin());
    let days: Vec<&str> = text.lines().filter(|line| line.starts_with("DT")).collect();
    assert_eq!(
        days,
        [
            "DTSTAMP:20261129T000000Z",
            "DTSTART;VALUE=DATE:20240201",
            "DTEND;VALUE=DATE:20240301",
            "DTSTAMP:20261129T000000Z",
            "DTSTART;VALUE=DATE:20270101",
            "DTEND;VALUE=DATE:20280101",
            "DTSTAMP:20261129T000000Z",
            "DTSTART;VALUE=DATE:20251231",
            "DTEND;VALUE=DATE:20260101",
        ]
    );
    assert!(
        text.contains("SUMMARY:Chips\\; and\\, more: Began\r\n"),
        "{text}"
    );
    assert_eq!(text.matches("STATUS:TENTATIVE").count(), 1);
}

#[test]
fn a_calendar_has_every_date_of_our_own_data() {
    let own = own();
    let all: Vec<&Initiative> = own.initiatives.iter().collect();
    let dates = all
        .iter()
        .map(|record| 1 + record.milestones.len() + usize::from(record.end.is_some()));
    let text = calendar(&all, Lang::ZhHant, &origin());
    assert_eq!(
        text.matches("BEGIN:VEVENT\r\n").count(),
        dates.sum::<usize>()
    );
    assert!(text.split("\r\n").all(|line| line.len() <= 76));
    let ids: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("UID:"))
        .collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

/// Texts that hurt: quotes, line ends, tabs, formulas, commands, letters from right to left.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[=+@\t\r\n,;\"'{}\\\\%&<>數ש -]{1,8}",
        "\\PC{0,6}",
        "[a-z]{1,3}"
    ]
}

fn record() -> impl Strategy<Value = Initiative> {
    (text(), text(), text()).prop_map(|(name, what, title)| {
        let words = |words: String| Text {
            en: words.clone(),
            zh_hant: words.clone(),
            zh_hans: words,
        };
        Initiative {
            id: "a".to_owned(),
            name: words(name),
            start: "2024".parse().expect("a year"),
            amounts: vec![Amount {
                hkd: 1,
                what: words(what.clone()),
                ..Amount::default()
            }],
            sources: vec![Source {
                title,
                publisher: what,
                ..Source::default()
            }],
            ..Initiative::default()
        }
    })
}

proptest! {
    // Each reads the whole vocabulary again.
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_selection_is_sound(picked in prop::collection::btree_set(0_usize..300, 0..40)) {
        static OWN: LazyLock<DatasetFile> = LazyLock::new(own);
        let found: Vec<&Initiative> = picked.iter().filter_map(|place| OWN.initiatives.get(*place)).collect();
        check_selection(&OWN, &found);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back_from_csv_and_is_no_formula(record in record()) {
        let one = file(Vocabulary::default(), vec![record]);
        let keys = SheetRow::all(Rows::Sums, &one.initiatives);
        let sheet = Sheet { rows: Rows::Sums, columns: &[Column::What], keys: &keys };
        let (_, rows) = read(&sheet.csv(&one, &origin()).expect("a file"));
        let record = &one.initiatives[0];
        let [row] = &rows[..] else {
            return Err(TestCaseError::fail("one row"));
        };
        for (cell, text) in row[1..].iter().zip([&record.name.en, &record.name.zh_hant, &record.name.zh_hans, &record.amounts[0].what.en]) {
            prop_assert!(!cell.starts_with(FORMULA));
            let is_formula = text.starts_with(FORMULA) || text.starts_with(['＝', '＋', '－', '＠']);
            let mark = if is_formula { "'" } else { "" };
            prop_assert_eq!(cell, &format!("{mark}{text}"));
        }
    }

    #[test]
    fn no_text_ends_a_field_of_a_reference(record in record()) {
        let ris = ris(&[&record], &origin());
        for line in ris.split("\r\n").filter(|line| !line.is_empty()) {
            prop_assert!(line.split_once("  - ").is_some_and(|(tag, _)| tag.len() == 2), "{:?}", line);
            prop_assert!(!line.contains(['\r', '\n']), "{:?}", line);
        }
        prop_assert_eq!(ris.matches("\r\nER  - ").count(), 1);
        let apa = apa(&[&record], &origin());
        prop_assert_eq!(apa.lines().count(), 3, "{:?}", apa);
        let bibtex = bibtex(&[&record], &origin());
        let (_, entry) = bibtex.split_once("\n\n").expect("an entry");
        let mut depth = 0;
        let mut is_escaped = false;
        let end = entry.trim_end().len();
        for (at, c) in entry.char_indices() {
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            prop_assert!(depth > 0 || at < "@misc{a-1".len() || at + 1 >= end, "{}", entry);
        }
        prop_assert_eq!(depth, 0);
    }

    #[test]
    fn no_text_ends_a_line_of_a_calendar(record in record()) {
        let text = calendar(&[&record], Lang::En, &origin());
        for line in text.split("\r\n").filter(|line| !line.is_empty()) {
            prop_assert!(!line.contains(['\r', '\n']), "{:?}", line);
            let name = line.split([':', ';']).next().unwrap_or_default();
            let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
            prop_assert!(line.starts_with(' ') || is_name, "{:?}", line);
        }
    }

    #[test]
    fn what_is_copied_has_a_cell_for_each_column_and_no_markup(record in record()) {
        let dataset = file(Vocabulary::default(), vec![record]);
        let today = origin().day;
        let card = Card::new(&dataset.initiatives[0], &dataset.vocabulary, Lang::En, today);
        let bundle = Bundle { cards: vec![card], ..Bundle::default() };
        let lists = Lists::of(Rows::Sums, &dataset.initiatives);
        let table = Table::new(Words(Lang::En), &bundle.vocabulary, &bundle.cards, &lists);
        let columns = [Column::What, Column::Amount];
        let copied = Copied::new(&table, Words(Lang::En), &columns, &table.rows(&[0], None), &origin());
        let lines: Vec<&str> = copied.text.split('\n').collect();
        prop_assert_eq!(lines.len(), 5, "{:?}", copied.text);
        prop_assert!(lines[..2].iter().all(|line| line.matches('\t').count() == 2), "{:?}", copied.text);
        prop_assert_eq!(copied.html.matches('<').count(), "<table <thead <tr <th </th <th </th <th </th </tr </thead <tbody <tr <td <a </a </td <td </td <td </td </tr </tbody </table <p </p".split(' ').count());
    }
}
