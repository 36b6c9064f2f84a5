//! The table says of each row what the records say, in the order that is asked for.

mod files;
mod own;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use explorer_core::dataset::{Bundle, Dataset, Lang, milestones, sources, sums};
use explorer_core::explore::{By, Column, Dated, Index, Rows, Sort, Variants, ViewState};
use explorer_core::i18n::Words;
use explorer_core::table::{Cell, Lists, RowKey, Table};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

fn dataset() -> Dataset {
    own::dataset().0
}

/// Calls with the table of all records in a language, and all of its rows.
fn with_table(rows: Rows, lang: Lang, look: impl FnOnce(&Table<'_>, Vec<RowKey>)) {
    let dataset = dataset();
    let today = "2026-11-29".parse().expect("a day");
    let bundle = Bundle::new(&dataset, lang, today);
    // As the page reads what the build has written.
    let read = |rows| {
        let records = &dataset.initiatives;
        let json = match rows {
            Rows::Initiatives => return Lists::default(),
            Rows::Sums => json(&sums(records)),
            Rows::Milestones => json(&milestones(records)),
            Rows::Sources => json(&sources(records)),
        };
        Lists::read(rows, &json).expect("what was written")
    };
    let lists = read(rows).citing(read(Rows::Sources));
    let table = Table::new(Words(lang), &bundle.vocabulary, &bundle.cards, &lists);
    let places: Vec<u32> = (0..bundle.cards.len() as u32).collect();
    let keys = table.rows(&places, None);
    look(&table, keys);
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}

/// A list of all records, read without the explorer's code.
fn plain(list: &str) -> Vec<Value> {
    let records = files::initiatives();
    let records = records.iter().map(|(_, text)| -> Value {
        let record: Value = serde_json::from_str(text).expect("JSON");
        record[list].clone()
    });
    records
        .flat_map(|list| list.as_array().cloned().unwrap_or_default())
        .collect()
}

#[test]
fn every_sum_milestone_and_source_has_a_row() {
    for (rows, list, column, field) in [
        (Rows::Sums, "amounts", Column::What, "what"),
        (Rows::Milestones, "milestones", Column::What, "text"),
    ] {
        for lang in Lang::ALL {
            with_table(rows, lang, |table, keys| {
                let said = keys.iter().map(|key| table.cell(*key, column));
                let said: Vec<String> = said.map(|cell| cell.plain().into_owned()).collect();
                let plain = plain(list);
                let plain: Vec<&str> = plain
                    .iter()
                    .map(|one| one[field][lang.tag()].as_str().unwrap_or_default())
                    .collect();
                assert_eq!(said, plain);
            });
        }
    }
    with_table(Rows::Sources, Lang::En, |table, keys| {
        let titles = keys.iter().map(|key| table.cell(*key, Column::Title));
        let titles: Vec<String> = titles.map(|cell| cell.plain().into_owned()).collect();
        let plain = plain("sources");
        let plain: Vec<&str> = plain
            .iter()
            .filter_map(|one| one["title"].as_str())
            .collect();
        assert_eq!(titles, plain);
    });
    with_table(Rows::Initiatives, Lang::En, |_, keys| {
        assert_eq!(keys.len(), files::initiatives().len());
    });
}

#[test]
fn every_column_says_something_in_every_language() {
    for rows in Rows::ALL {
        for lang in Lang::ALL {
            with_table(rows, lang, |table, keys| {
                for column in [vec![Column::Name], rows.columns()].concat() {
                    let is_said =
                        |key: &RowKey| !table.cell(*key, column).shown(Words(lang)).is_empty();
                    // No record of our own has a lasting copy so far.
                    let is_known = column == Column::Copy || keys.iter().any(is_said);
                    assert!(is_known, "{rows:?} {column:?} {lang:?}");
                }
            });
        }
    }
}

#[test]
fn words_that_differ_between_languages_are_those_of_columns_in_words() {
    for rows in Rows::ALL {
        with_table(rows, Lang::En, |english, keys| {
            with_table(rows, Lang::ZhHant, |chinese, _| {
                for column in rows.columns() {
                    let differs = keys.iter().any(|key| {
                        english.cell(*key, column).plain() != chinese.cell(*key, column).plain()
                    });
                    assert_eq!(differs, column.is_in_words(), "{rows:?} {column:?}");
                }
            });
        });
    }
}

/// All sums, by a plain look at them.
fn largest_first() -> impl Iterator<Item = Cell> {
    let sums = plain("amounts");
    let mut sums: Vec<u64> = sums.iter().filter_map(|sum| sum["hkd"].as_u64()).collect();
    sums.sort_unstable_by(|a, b| b.cmp(a));
    sums.into_iter().map(Cell::Number)
}

#[test]
fn rows_are_sorted_by_what_they_say_and_empty_ones_come_last() {
    let by = |column, is_descending| By {
        column,
        is_descending,
    };
    with_table(Rows::Sums, Lang::En, |table, mut keys| {
        table.sort(&mut keys, by(Column::Amount, true), str::cmp);
        let said = keys.iter().map(|key| table.cell(*key, Column::Amount));
        assert!(said.eq(largest_first()));
    });
    with_table(Rows::Sources, Lang::En, |table, mut keys| {
        for is_descending in [false, true] {
            table.sort(&mut keys, by(Column::Date, is_descending), str::cmp);
            let said = keys.iter().map(|key| table.cell(*key, Column::Date));
            let said: Vec<Cell> = said.collect();
            let dates: Vec<_> = said
                .iter()
                .map_while(|cell| match cell {
                    Cell::Date(date, _) => Some(*date),
                    _ => None,
                })
                .collect();
            let dated = plain("sources");
            let dated = dated.iter().filter(|one| one["published"].is_string());
            assert_eq!(dates.len(), dated.count());
            assert!(dates.is_sorted_by(|a, b| if is_descending { a >= b } else { a <= b }));
            assert!(said[dates.len()..].iter().all(|cell| *cell == Cell::Empty));
        }
    });
}

#[test]
fn a_head_sorts_as_the_order_of_records_does_where_there_is_one() {
    #[track_caller]
    fn check(query: &str, column: Column, after: &str) {
        let mut state = explorer_core::address::Address::read(query).state;
        state.sort_table(column);
        assert_eq!(state.to_query(), after, "{query} {column:?}");
        // The head says what the press has done.
        assert_eq!(state.table_order().map(|by| by.column), Some(column));
    }
    check("", Column::Start, "sort=oldest");
    check("sort=oldest", Column::Start, "");
    check("", Column::Name, "sort=name");
    check("sort=name", Column::Name, "sort=name&by=-name");
    check("sort=name&by=-name", Column::Name, "sort=name");
    check("", Column::Amount, "sort=amount");
    check("sort=amount", Column::Amount, "sort=amount&by=amount");
    check("", Column::Status, "by=status");
    check("by=status", Column::Status, "by=-status");
    // The menu above the table says what it does to rows of any kind, and the head the same.
    check("rows=sums", Column::Amount, "sort=amount&rows=sums");
    check(
        "sort=amount&rows=sums",
        Column::Amount,
        "sort=amount&rows=sums&by=amount",
    );
    check(
        "rows=milestones",
        Column::Date,
        "sort=oldest&rows=milestones",
    );
    check("sort=oldest&rows=sources", Column::Date, "rows=sources");
    check("rows=sums", Column::Start, "rows=sums&by=start");
    check(
        "rows=sums&sort=amount",
        Column::Start,
        "sort=amount&rows=sums&by=start",
    );
    check("q=a", Column::Start, "q=a&sort=oldest");
}

#[test]
fn a_sum_and_a_milestone_say_on_which_pages_they_rest() {
    for (rows, list) in [(Rows::Sums, "amounts"), (Rows::Milestones, "milestones")] {
        with_table(rows, Lang::En, |table, keys| {
            let said = keys.iter().map(|key| table.cell(*key, Column::Cited));
            let said: Vec<String> = said.map(|cell| cell.plain().into_owned()).collect();
            let mut plain: Vec<String> = Vec::new();
            for (_, text) in files::initiatives() {
                let record: Value = serde_json::from_str(&text).expect("JSON");
                for item in record[list].as_array().into_iter().flatten() {
                    let numbers = item["sources"].as_array().expect("numbers").iter();
                    let pages = numbers.map(|number| {
                        let place = number.as_u64().expect("a number") as usize - 1;
                        let source = &record["sources"][place];
                        let told = ["url", "archived", "title"].map(|field| source[field].as_str());
                        told.into_iter().flatten().next().expect("a source")
                    });
                    plain.push(pages.collect::<Vec<_>>().join("; "));
                }
            }
            assert_eq!(said, plain);
        });
    }
}

#[test]
fn the_menu_sorts_rows_by_what_they_say_themselves() {
    let order = |query: &str| {
        let state = explorer_core::address::Address::read(query).state;
        (state.rows, state.rows_order().expect("an order"))
    };
    let (rows, by) = order("rows=sums&sort=amount");
    with_table(rows, Lang::En, |table, mut keys| {
        table.sort(&mut keys, by, str::cmp);
        let said = keys.iter().map(|key| table.cell(*key, Column::Amount));
        assert!(said.eq(largest_first()));
    });
    let (rows, by) = order("rows=milestones");
    with_table(rows, Lang::En, |table, mut keys| {
        table.sort(&mut keys, by, str::cmp);
        let said = keys.iter().map(|key| table.cell(*key, Column::Date));
        let said: Vec<String> = said.map(|cell| cell.plain().into_owned()).collect();
        let newest = plain("milestones");
        let newest = newest.iter().filter_map(|one| one["date"].as_str()).max();
        assert_eq!(said.first().map(String::as_str), newest);
    });
}

/// Our own records, with all that an answer needs, made once.
struct Own {
    records: BTreeMap<String, Value>,
    bundle: Bundle,
    index: Index,
    lists: BTreeMap<&'static str, Lists>,
}

static OWN: LazyLock<Own> = LazyLock::new(|| {
    let dataset = dataset();
    let bundle = Bundle::new(&dataset, Lang::En, "2026-11-29".parse().expect("a day"));
    let records = files::initiatives().into_iter().map(|(_, text)| {
        let record: Value = serde_json::from_str(&text).expect("JSON");
        (record["id"].as_str().expect("an id").to_owned(), record)
    });
    Own {
        records: records.collect(),
        index: Index::new(&bundle.vocabulary, &bundle.cards, None, Variants::default()),
        lists: Rows::ALL
            .map(|rows| (rows.key(), Lists::of(rows, &dataset.initiatives)))
            .into(),
        bundle,
    }
});

/// The year of a date, if there is one.
fn year(date: &Value) -> Option<u16> {
    date.as_str()?.get(..4)?.parse().ok()
}

/// The rows that a window of years leaves, by the record and the place in its list, read without the explorer's code.
fn within(
    years: (Option<u16>, Option<u16>),
    dated: Dated,
    list: &str,
    is_narrowed: bool,
) -> BTreeSet<(String, usize)> {
    let is_in =
        |year: u16| years.0.is_none_or(|from| from <= year) && years.1.is_none_or(|to| year <= to);
    let is_open = years == (None, None);
    let mut rows = BTreeSet::new();
    for (id, record) in &OWN.records {
        let began = [year(&record["start"])];
        let milestones = record["milestones"].as_array().into_iter().flatten();
        let happened = milestones.map(|one| year(&one["date"]));
        let happened = happened.chain([year(&record["end"])]);
        let is_found = match dated {
            Dated::Any => began.into_iter().chain(happened).flatten().any(is_in),
            Dated::Began => began.into_iter().flatten().any(is_in),
        };
        for (place, item) in record[list].as_array().into_iter().flatten().enumerate() {
            let is_own = year(&item["date"]).is_some_and(is_in);
            if is_open || (is_found && (!is_narrowed || is_own)) {
                rows.insert((id.clone(), place));
            }
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn years_narrow_sums_and_milestones_by_their_own_date(
        from in prop::option::of(1985_u16..2032),
        to in prop::option::of(1985_u16..2032),
        dated in select(&Dated::ALL[..]),
        (rows, list) in select(vec![
            (Rows::Sums, "amounts"),
            (Rows::Milestones, "milestones"),
            (Rows::Sources, "sources"),
        ]),
    ) {
        let mut state = ViewState { rows, dated, ..ViewState::default() };
        state.show_years(from, to);
        let own = &*OWN;
        let lists = &own.lists[rows.key()];
        let table = Table::new(Words(Lang::En), &own.bundle.vocabulary, &own.bundle.cards, lists);
        let found = own.index.explore(&state).cards;
        let keys = table.rows(&found, state.rows_years().as_ref());
        let shown: BTreeSet<(String, usize)> = keys
            .iter()
            .map(|key| (own.bundle.cards[key.card as usize].id.clone(), key.item as usize))
            .collect();
        prop_assert_eq!(shown.len(), keys.len());
        // A source is not what happened, and a record that began in the years is there with all that it lists.
        let is_narrowed = dated == Dated::Any && list != "sources";
        prop_assert_eq!(shown, within((state.from, state.to), dated, list, is_narrowed));
    }
}

#[test]
fn columns_that_the_rows_do_not_have_are_passed_over() {
    let columns = vec![Column::Title, Column::Date];
    let mut state = ViewState {
        rows: Rows::Sums,
        columns,
        sort: Some(Sort::Name),
        ..ViewState::default()
    };
    assert_eq!(state.shown_columns(), [Column::Date]);
    state.show_rows(Rows::Sources);
    assert_eq!(state.shown_columns(), Rows::Sources.usual_columns());
    assert_eq!(state.sort, Some(Sort::Name));
    state.show_columns(Rows::Sources.usual_columns().to_vec());
    assert_eq!(state.to_query(), "sort=name&rows=sources");
}
