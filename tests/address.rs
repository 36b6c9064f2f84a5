//! The address holds the view state, all of it, and forgives everything.

use hong_kong_ai_explorer::address::Address;
use hong_kong_ai_explorer::dataset::Lang;
use hong_kong_ai_explorer::explore::{Choices, Facet, Sort, View, ViewState};
use proptest::prelude::*;

fn state() -> impl Strategy<Value = ViewState> {
    let choices = prop::collection::vec(
        (prop::sample::select(Facet::ALL.to_vec()), "\\PC{1,8}"),
        0..5,
    );
    let year = || prop::option::of(1_u16..=9999);
    let some = || prop::option::of("\\PC{1,12}");
    let view = prop::sample::select(View::ALL.to_vec());
    let sort = prop::option::of(prop::sample::select(Sort::ALL.to_vec()));
    let lang = prop::option::of(prop::sample::select(Lang::ALL.to_vec()));
    (
        view,
        ".{0,40}",
        choices,
        year(),
        year(),
        sort,
        some(),
        lang,
        some(),
    )
        .prop_map(|(view, q, chosen, a, b, sort, id, lang, data)| {
            let mut choices = Choices::default();
            chosen
                .into_iter()
                .for_each(|(facet, id)| choices.insert(facet, id));
            let (from, to) = if a.zip(b).is_some_and(|(a, b)| a > b) {
                (b, a)
            } else {
                (a, b)
            };
            ViewState {
                view,
                q,
                choices,
                from,
                to,
                sort,
                id,
                lang,
                data,
            }
        })
}

proptest! {
    #[test]
    fn a_view_comes_back_from_its_address(state in state()) {
        let address = Address::read(&state.to_query());
        prop_assert_eq!(address.ignored, Vec::<String>::new());
        prop_assert_eq!(address.state, state);
    }

    #[test]
    fn no_address_breaks(query in any::<String>()) {
        let once = Address::read(&query).state;
        prop_assert_eq!(Address::read(&once.to_query()).state, once);
    }
}

/// What of an address is passed over.
fn check(query: &str, ignored: &[&str]) {
    assert_eq!(Address::read(query).ignored, ignored, "{query}");
}

#[test]
fn what_means_nothing_is_told() {
    check("", &[]);
    check("?view=cards&theme=ethics&theme=government", &[]);
    check("?view=map", &["view=map"]);
    check("?colour=blue&lang=fr", &["colour=blue", "lang=fr"]);
    check(
        "?from=0&to=20200&sort=size",
        &["from=0", "to=20200", "sort=size"],
    );
    check("?theme=&id=", &["theme=", "id="]);
}

#[test]
fn years_the_wrong_way_round_are_turned() {
    let state = Address::read("?from=2024&to=2019").state;
    assert_eq!((state.from, state.to), (Some(2019), Some(2024)));
}

#[test]
fn what_is_as_usual_is_left_out() {
    assert_eq!(ViewState::default().to_query(), "");
    assert_eq!(ViewState::default().to_href(), "?");
}
