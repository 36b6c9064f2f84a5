//! The table says of each row what the records say, in the order that is asked for.

mod files;
mod own;

use explorer_core::dataset::{Bundle, Dataset, Lang};
use explorer_core::explore::{By, Column, Rows, Sort, ViewState};
use explorer_core::i18n::Words;
use explorer_core::table::{Cell, Lists, RowKey, Table};
use serde_json::Value;

fn dataset() -> Dataset {
    own::dataset().0
}

/// Calls with the table of all records in a language, and all of its rows.
fn with_table(rows: Rows, lang: Lang, look: impl FnOnce(&Table<'_>, Vec<RowKey>)) {
    let dataset = dataset();
    let today = "2026-11-29".parse().expect("a day");
    let bundle = Bundle::new(&dataset, lang, today);
    let lists = Lists::of(rows, &dataset.initiatives);
    // As the page reads what the build has written.
    let lists = match (Lists::file(rows), &lists) {
        (Some(_), Lists::Sums(lists)) => Lists::read(rows, &json(lists)),
        (Some(_), Lists::Milestones(lists)) => Lists::read(rows, &json(lists)),
        (Some(_), Lists::Sources(lists)) => Lists::read(rows, &json(lists)),
        _ => Ok(lists),
    };
    let lists = lists.expect("what was written");
    let table = Table::new(Words(lang), &bundle.vocabulary, &bundle.cards, &lists);
    let places: Vec<u32> = (0..bundle.cards.len() as u32).collect();
    let keys = table.rows(&places);
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

#[test]
fn rows_are_sorted_by_what_they_say_and_empty_ones_come_last() {
    let by = |column, is_descending| By {
        column,
        is_descending,
    };
    with_table(Rows::Sums, Lang::En, |table, mut keys| {
        table.sort(&mut keys, by(Column::Amount, true), str::cmp);
        let said = keys.iter().map(|key| table.cell(*key, Column::Amount));
        let mut plain: Vec<u64> = plain("amounts")
            .iter()
            .filter_map(|sum| sum["hkd"].as_u64())
            .collect();
        plain.sort_unstable_by(|a, b| b.cmp(a));
        let plain = plain.into_iter().map(Cell::Number);
        assert!(said.eq(plain));
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
    check("rows=sums", Column::Amount, "rows=sums&by=-amount");
    check(
        "rows=sums&sort=amount",
        Column::Start,
        "sort=amount&rows=sums&by=start",
    );
    check("q=a", Column::Start, "q=a&sort=oldest");
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
