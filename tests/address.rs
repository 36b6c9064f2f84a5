//! A view goes into the address and comes back the same, and garbage in an address is passed over and told.

use explorer_core::address::{Address, without_appended};
use explorer_core::dataset::{Entry, Lang, PartialDate, Theme, Vocabulary};
use explorer_core::explore::{
    By, Choices, Collection, Column, Dated, Facet, Lanes, Rows, Setting, Settings, Sort, View,
    ViewState,
};
use explorer_core::page::{self, Page};
use proptest::prelude::*;
use proptest::sample::select;

/// Any text that an address can carry: not empty, and no longer than it is read.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z0-9-]{1,12}",
        "[&=+%#?; 數🤖\u{0}]{1,6}",
        Just("數".repeat(500))
    ]
    .prop_filter("not empty", |value| {
        !value.is_empty() && value.chars().count() <= 500
    })
}

fn years() -> impl Strategy<Value = (Option<u16>, Option<u16>)> {
    let year = || prop::option::of(1u16..=9999);
    (year(), year()).prop_map(|(from, to)| match (from, to) {
        (Some(from), Some(to)) if from > to => (Some(to), Some(from)),
        years => years,
    })
}

/// Two days in order, or none.
fn days() -> impl Strategy<Value = Option<(PartialDate, PartialDate)>> {
    let day = || (1u16..=9999, 1u8..=12, 1u8..=28);
    let date = |(year, month, day): (u16, u8, u8)| -> PartialDate {
        format!("{year:04}-{month:02}-{day:02}")
            .parse()
            .expect("a day")
    };
    prop::option::of(
        (day(), day()).prop_map(move |(a, b)| (date(a).min(date(b)), date(a).max(date(b)))),
    )
}

/// What the table shows: rows, columns, each once, and an order; and what has to have happened in the years.
fn table() -> impl Strategy<Value = (Rows, Vec<Column>, Option<By>, Dated)> {
    let columns = prop::sample::subsequence(Column::ALL, 0..=Column::ALL.len()).prop_shuffle();
    let by = (select(Column::ALL), any::<bool>());
    let by = by.prop_map(|(column, is_descending)| By {
        column,
        is_descending,
    });
    (
        select(&Rows::ALL[..]),
        columns,
        prop::option::of(by),
        select(&Dated::ALL[..]),
    )
}

/// A collection of any ids that an address can carry, with a title where it has any.
fn list() -> impl Strategy<Value = Collection> {
    let id = prop_oneof![value(), "[a-z0-9-]{1,50}"];
    let title = prop_oneof![Just(String::new()), value()];
    (prop::collection::vec(id, 0..110), title).prop_map(|(ids, title)| {
        let mut list = Collection::default();
        for id in ids {
            list.insert(&id);
        }
        if !list.is_empty() {
            list.title = title.chars().take(120).collect();
        }
        list
    })
}

fn view_state() -> impl Strategy<Value = ViewState> {
    let chosen = prop::collection::vec((select(&Facet::ALL[..]), value()), 0..5);
    let q = prop_oneof![Just(String::new()), value()];
    let sort = prop::option::of(select(&Sort::ALL[..]));
    let option = || prop::option::of(value());
    let settings = prop::array::uniform9(prop::option::of(0..6_usize));
    let lang = prop::option::of(select(&Lang::ALL[..]));
    (
        select(&View::ALL[..]),
        q,
        chosen,
        (years(), days(), select(&Lanes::ALL[..])),
        sort,
        option(),
        lang,
        (option(), settings, table(), list()),
    )
        .prop_map(
            |(
                view,
                q,
                chosen,
                ((from, to), days, lanes),
                sort,
                id,
                lang,
                (data, settings, (rows, columns, by, dated), list),
            )| {
                let mut choices = Choices::default();
                for (facet, id) in chosen {
                    choices.insert(facet, id);
                }
                let mut state = ViewState {
                    view,
                    q,
                    choices,
                    list,
                    from,
                    to,
                    dated,
                    days: None,
                    lanes,
                    sort,
                    rows,
                    columns,
                    by,
                    id,
                    lang,
                    data,
                    settings: settings_of(settings),
                };
                if let Some((first, last)) = days {
                    assert!(state.show_days(first, last));
                }
                state
            },
        )
}

/// Settings of the values that mean something, by their places in a list.
fn settings_of(places: [Option<usize>; 9]) -> Settings {
    let values = ["1", "scroll", "light", "easy", "medium", "tall"];
    let mut settings = Settings::default();
    for (setting, place) in Setting::ALL.into_iter().zip(places) {
        let value = place.map(|place| values[place]);
        let value = value.filter(|value| setting.accepts(value));
        settings.set(setting, value.map(str::to_owned));
    }
    settings
}

/// That an address is read as this one, with these parts passed over.
#[track_caller]
fn check(address: &str, same: &str, ignored: &[&str]) {
    let read = Address::read(address);
    assert_eq!(read.state.to_query(), same, "{address}");
    assert_eq!(read.ignored, ignored, "{address}");
}

#[test]
fn days_narrow_nothing_and_other_years_end_them() {
    let days = "days=2019-03-05..2024-04-02";
    let state = Address::read(days).state;
    assert!(!state.is_narrowed());
    let both = format!("from=2000&to=2030&{days}");
    check(&both, &both, &[]);
    for none in [
        "days=2019..2024",
        "days=2019-03-05",
        "days=2024-01-02..2024-01-01",
        "days=a..b",
    ] {
        check(none, "", &[none]);
    }
    let mut state = state;
    state.show_years(Some(2024), Some(2020));
    assert_eq!(state.to_query(), "from=2020&to=2024");
}

#[test]
fn what_is_as_usual_is_left_out() {
    check("", "", &[]);
    check("?", "", &[]);
    check("?view=overview", "", &[]);
    check("?q=", "", &[]);
    assert_eq!(ViewState::default().to_href(), "?");
}

#[test]
fn a_value_that_repeats_is_another_choice() {
    check(
        "theme=b&theme=a&theme=b&kind=x",
        "theme=a&theme=b&kind=x",
        &[],
    );
    check("q=a&q=b", "q=b", &[]);
}

#[test]
fn years_are_put_in_order() {
    check("from=2024&to=2010", "from=2010&to=2024", &[]);
    check("from=2024", "from=2024", &[]);
    check("from=0999", "from=999", &[]);
}

#[test]
fn a_language_that_is_nearly_named_is_understood() {
    check("lang=zh-hant", "lang=zh-Hant", &[]);
    check("lang=zh-HK", "lang=zh-Hant", &[]);
    check("lang=zh-Hans-HK", "lang=zh-Hans", &[]);
    check("lang=EN", "lang=en", &[]);
}

#[test]
fn what_others_append_is_passed_over_in_silence() {
    check(
        "view=cards&theme=ethics&fbclid=IwAR0x&utm_source=fb&utm_campaign=%E6%95%B8",
        "view=cards&theme=ethics",
        &[],
    );
    check("from=timeline&isappinstalled=0", "", &[]);
    for word in ["groupmessage", "singlemessage"] {
        let years = format!("from=2019&from={word}&isappinstalled=0");
        check(&years, "from=2019", &[]);
        check(&format!("from={word}&from=2019"), "from=2019", &[]);
    }
    check("gclid=1&mc_eid=a&colour=blue", "", &["colour=blue"]);
    assert_eq!(
        without_appended("?q=a%26b&gclid=1&x&from=timeline").as_deref(),
        Some("q=a%26b&x")
    );
    assert_eq!(without_appended("?from=2019&x"), None);
}

#[test]
fn the_scripts_know_the_keys_of_the_address() {
    let mut state = Address::read(
        "view=cards&q=a&list=a&title=a&from=2019&to=2020&days=2019-01-01..2019-02-01&lanes=one&zoom=tall&unfold=1&sort=name&years=began&rows=sums&columns=date&by=amount&id=a&data=a&lang=en&lesson=a&step=1&answers=1&\
         game=a&level=easy&embed=1&scheme=dark",
    );
    assert_eq!(state.ignored, Vec::<String>::new());
    for facet in Facet::ALL {
        state.state.choices.insert(facet, "a");
    }
    let query = state.state.to_query();
    let mut keys: Vec<String> = form_urlencoded::parse(query.as_bytes())
        .map(|(key, _)| key.into_owned())
        .collect();
    keys.sort();
    let script = include_str!("../scripts/address.js");
    let (lists, _) = script.split_once("export function").expect("two lists");
    let mut known: Vec<&str> = lists.split('"').skip(1).step_by(2).collect();
    known.sort_unstable();
    assert_eq!(known, keys);
    assert_eq!(
        keys.len(),
        Setting::ALL.len() + Facet::ALL.len() + 16,
        "every setting has a value above"
    );
    let readme = include_str!("../README.md");
    let (_, after) = readme.split_once("\n## The address\n").expect("a section");
    let (section, _) = after.split_once("\n## ").expect("another section");
    for key in keys {
        assert!(section.contains(&format!("`{key}`")), "README: {key}");
    }
}

#[test]
fn the_scripts_know_the_folders_of_the_pages() {
    let script = include_str!("../scripts/pages.js");
    let (_, object) = script.split_once('{').expect("an object");
    let (object, _) = object.split_once('}').expect("its end");
    let entries = object.split(',').map(|entry| {
        let (folder, key) = entry.split_once(':').expect("a key and a value");
        (folder.trim(), key.trim().trim_matches('"'))
    });
    assert_eq!(entries.collect::<Vec<_>>(), page::FOLDERS);
}

#[test]
fn a_page_stands_for_the_view_that_it_leads_to() {
    for page in [
        Page::Record("a"),
        Page::Theme("a"),
        Page::Topic("a"),
        Page::Organisation("a"),
    ] {
        let state = page.view();
        assert_eq!(Page::of(&state), Some(page));
        // Further choices are no page's.
        for narrowed in ["q=b", "list=b", "from=2019", "kind=b", "theme=b", "org=b"] {
            let query = [&*state.to_query(), narrowed].join("&");
            let other = Address::read(&query).state;
            assert!(other.id.is_some() || Page::of(&other).is_none(), "{query}");
        }
    }
    for page in Page::SINGLE {
        assert_eq!(Page::of(&page.view()), None);
    }
}

#[test]
fn columns_are_named_once_and_in_order() {
    check("columns=date,amount,date", "columns=date,amount", &[]);
    for none in [
        "columns=",
        "columns=date,colour",
        "rows=cards",
        "by=",
        "by=--date",
    ] {
        check(none, "", &[none]);
    }
    check("by=-date&rows=sums", "rows=sums&by=-date", &[]);
}

#[test]
fn a_collection_keeps_its_order_and_holds_each_once() {
    check("list=b,a,b,,c&title=Robots", "list=b,a,c&title=Robots", &[]);
    check(
        "title=機械人&list=a",
        "list=a&title=%E6%A9%9F%E6%A2%B0%E4%BA%BA",
        &[],
    );
    check("list=a&list=b,a", "list=a,b", &[]);
    check("list=a%2Cb%26q%3Dx", "list=a,b%26q%3Dx", &[]);
    let state = Address::read("view=cards&list=b,a").state;
    assert_eq!((state.order(), state.is_narrowed()), (Sort::Listed, true));
    assert_eq!(state.cleared().to_query(), "view=cards");
    let sorted = Address::read("list=b,a&sort=name").state;
    assert_eq!(sorted.order(), Sort::Name);
}

#[test]
fn what_makes_no_collection_is_told() {
    check("list=", "", &["list="]);
    check("list=,,", "", &["list="]);
    check("title=Robots", "", &["title=Robots"]);
    check("list=&title=Robots&q=a", "q=a", &["list=", "title=Robots"]);
    let long = "a".repeat(101);
    check(
        &format!("list=b,{long},c"),
        "list=b,c",
        &[&format!("list={long}")],
    );
}

#[test]
fn a_collection_ends_with_the_hundredth() {
    let ids: Vec<String> = (1..=103).map(|number| format!("record-{number}")).collect();
    let read = Address::read(&format!("list={}", ids.join(",")));
    assert_eq!(read.state.list.ids(), &ids[..100]);
    assert_eq!(read.ignored, ["list=record-101,record-102,record-103"]);
    let flood = Address::read(&format!("list={}", "x,y,".repeat(100_000)));
    assert_eq!(flood.state.to_query(), "list=x,y");
    let titled = Address::read(&format!("list=a&title={}", "數".repeat(1000)));
    assert_eq!(titled.state.list.title, "數".repeat(120));
}

#[test]
fn what_means_nothing_is_told() {
    check("view=map&q=a", "q=a", &["view=map"]);
    check("colour=blue&x", "", &["colour=blue", "x="]);
    check("theme=&id=&data=", "", &["theme=", "id=", "data="]);
    check(
        "sort=random&lang=de&lang=",
        "",
        &["sort=random", "lang=de", "lang="],
    );
    for year in [
        "0",
        "0000",
        "-1",
        "10000",
        "02024",
        "2024-06",
        "２０２４",
        "+24",
        "abc",
        "",
    ] {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("from", year)
            .finish();
        check(&query, "", &[&format!("from={year}")]);
    }
    check("View=cards&THEME=a", "", &["View=cards", "THEME=a"]);
}

#[test]
fn long_values_are_cut() {
    let read = Address::read(&format!("q={0}&{0}={0}", "數".repeat(100_000)));
    assert_eq!(read.state.q, "數".repeat(500));
    assert_eq!(read.ignored, ["數".repeat(500)]);
}

#[test]
fn choices_that_the_vocabulary_does_not_know_are_dropped_and_told() {
    let vocabulary = Vocabulary {
        themes: vec![Theme {
            id: "ethics".to_owned(),
            ..Theme::default()
        }],
        kinds: vec![Entry {
            id: "law".to_owned(),
            ..Entry::default()
        }],
        ..Vocabulary::default()
    };
    let known = |query: &str| {
        let address = Address::read(query).known_to(&vocabulary);
        (address.state.to_query(), address.ignored)
    };
    assert_eq!(
        known("theme=ethics&kind=law&q=a"),
        ("q=a&theme=ethics&kind=law".to_owned(), vec![])
    );
    let (query, ignored) =
        known("x=y&theme=ethics&theme=law&org=hku&status=a&sector=b&kind=ethics");
    assert_eq!(query, "theme=ethics");
    assert_eq!(
        ignored,
        [
            "x=y",
            "theme=law",
            "sector=b",
            "kind=ethics",
            "org=hku",
            "status=a"
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn a_view_comes_back_from_its_address(state in view_state()) {
        let read = Address::read(&state.to_href());
        prop_assert_eq!(read.state, state);
        prop_assert_eq!(read.ignored, Vec::<String>::new());
    }

    #[test]
    fn garbage_is_read_once_and_then_gone(garbage in prop_oneof![any::<String>(), "[a-z=&%+?0-9]{0,40}"]) {
        let read = Address::read(&garbage);
        let again = Address::read(&read.state.to_query());
        prop_assert_eq!(again.state, read.state);
        prop_assert_eq!(again.ignored, Vec::<String>::new());
    }

    #[test]
    fn every_unknown_part_is_told(parts in prop::collection::vec(("[A-Z]{1,5}", any::<String>()), 0..5)) {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&parts);
        let read = Address::read(&query.finish());
        let expected: Vec<String> = parts.iter().map(|(key, value)| format!("{key}={value}")).collect();
        prop_assert_eq!(read.state, ViewState::default());
        prop_assert_eq!(read.ignored, expected);
    }
}
