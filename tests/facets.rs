//! Matches, counts, years and order agree with a plain filter over all cards.

mod random;

use explorer_core::dataset::Card;
use explorer_core::explore::{Constraint, Dated, Facet, Index, Sort, ViewState};
use proptest::prelude::*;
use random::{Given, config, given_cards, view_state};

const CONSTRAINTS: [Constraint; 11] = [
    Constraint::Query,
    Constraint::List,
    Constraint::Facet(Facet::Theme),
    Constraint::Facet(Facet::Topic),
    Constraint::Facet(Facet::Sector),
    Constraint::Facet(Facet::Kind),
    Constraint::Facet(Facet::Org),
    Constraint::Facet(Facet::Place),
    Constraint::Facet(Facet::Status),
    Constraint::Facet(Facet::Evidence),
    Constraint::Years,
];

/// The ids of a card's values in a facet.
fn values(card: &Card, facet: Facet) -> Vec<&str> {
    match facet {
        Facet::Theme => card.themes.iter().map(|id| &**id).collect(),
        Facet::Topic => card.topics.iter().map(|id| &**id).collect(),
        Facet::Sector => card.sectors.iter().map(|id| &**id).collect(),
        Facet::Kind => vec![&card.kind],
        Facet::Org => card.organisations.iter().map(|id| &**id).collect(),
        Facet::Place => card.place.iter().map(|id| &**id).collect(),
        Facet::Status => vec![&card.status],
        Facet::Evidence => card.evidence.iter().map(|one| one.word()).collect(),
    }
}

/// The numbers of the cards that match everything but one constraint.
fn matching(given: &Given, index: &Index, state: &ViewState, but: Option<Constraint>) -> Vec<u32> {
    let found = index
        .explore(&ViewState {
            q: state.q.clone(),
            ..ViewState::default()
        })
        .cards;
    let matches = |number: &u32| {
        let card = &given.cards[*number as usize];
        CONSTRAINTS
            .into_iter()
            .filter(|constraint| Some(*constraint) != but)
            .all(|constraint| match constraint {
                Constraint::Query => found.contains(number),
                Constraint::List => state.list.is_empty() || place_in_list(card, state).is_some(),
                Constraint::Facet(facet) => {
                    let known = facet.values(&given.vocabulary);
                    let chosen = state.choices.of(facet);
                    chosen.is_empty()
                        || values(card, facet)
                            .iter()
                            .any(|id| known.contains(id) && chosen.iter().any(|other| other == *id))
                }
                Constraint::Years => {
                    let (from, to) = (state.from.unwrap_or(0), state.to.unwrap_or(u16::MAX));
                    (state.from, state.to) == (None, None)
                        || years(card, state)
                            .iter()
                            .any(|year| (from..=to).contains(year))
                }
            })
    };
    (0..given.cards.len() as u32).filter(matches).collect()
}

/// Where a card stands in the view's collection, by its id or a former one.
fn place_in_list(card: &Card, state: &ViewState) -> Option<usize> {
    let mut ids = state.list.ids().iter();
    ids.position(|id| *id == card.id || card.aliases.contains(id))
}

/// The years that count for a view.
fn years(card: &Card, state: &ViewState) -> Vec<u16> {
    match state.dated {
        Dated::Any => card.years.clone(),
        Dated::Began => vec![card.start.year()],
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn matches_are_those_of_a_plain_filter(given in given_cards(12), state in view_state()) {
        let index = given.index();
        let mut cards = index.explore(&state).cards;
        cards.sort_unstable();
        prop_assert_eq!(cards, matching(&given, &index, &state, None));
    }

    #[test]
    fn counts_are_as_if_the_facets_own_choice_were_absent(given in given_cards(12), state in view_state()) {
        let index = given.index();
        let counts = index.explore(&state).counts;
        for facet in Facet::ALL {
            let cards = matching(&given, &index, &state, Some(Constraint::Facet(facet)));
            let with = |id: &str| cards.iter().filter(|card| values(&given.cards[**card as usize], facet).contains(&id)).count();
            let expected: Vec<u32> = facet.values(&given.vocabulary).into_iter().map(|id| with(id) as u32).collect();
            prop_assert_eq!(counts.of(facet), expected, "{:?}", facet);
        }
        let cards = matching(&given, &index, &state, Some(Constraint::Years));
        let dated = |year: u16| cards.iter().filter(|card| years(&given.cards[**card as usize], &state).contains(&year)).count();
        let all = || given.cards.iter().flat_map(|card| card.years.iter().copied());
        let (first, last) = (all().min().unwrap_or(1), all().max().unwrap_or(0));
        let expected: Vec<(u16, u32)> = (first..=last).map(|year| (year, dated(year) as u32)).collect();
        prop_assert_eq!(counts.years, expected);
    }

    #[test]
    fn a_choice_leaves_as_many_as_its_count_said(given in given_cards(12), state in view_state()) {
        let index = given.index();
        let counts = index.explore(&state).counts;
        for facet in Facet::ALL {
            for (id, count) in facet.values(&given.vocabulary).into_iter().zip(counts.of(facet)) {
                let mut only = state.without(Constraint::Facet(facet));
                only.choices.insert(facet, id);
                prop_assert_eq!(index.explore(&only).cards.len(), *count as usize);
            }
        }
    }

    #[test]
    fn constraints_say_what_dropping_each_would_leave(given in given_cards(12), state in view_state()) {
        let index = given.index();
        let active = |constraint: &Constraint| match constraint {
            Constraint::Query => !index.query(&state.q).terms.is_empty(),
            Constraint::List => !state.list.is_empty(),
            Constraint::Facet(facet) => !state.choices.of(*facet).is_empty(),
            Constraint::Years => state.from.is_some() || state.to.is_some(),
        };
        let expected: Vec<(Constraint, usize)> = CONSTRAINTS
            .into_iter()
            .filter(active)
            .map(|constraint| (constraint, matching(&given, &index, &state, Some(constraint)).len()))
            .collect();
        let results = index.explore(&state);
        prop_assert_eq!(&results.constraints, &expected);
        for (constraint, count) in expected {
            prop_assert_eq!(index.explore(&state.without(constraint)).cards.len(), count);
        }
    }

    #[test]
    fn order_is_as_asked(given in given_cards(12), state in view_state()) {
        let cards = given.index().explore(&state).cards;
        let card = |number: u32| &given.cards[number as usize];
        let key = |number: u32| (card(number).start, card(number).amount);
        for pair in cards.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let ((start_a, amount_a), (start_b, amount_b)) = (key(a), key(b));
            let right = match state.order() {
                Sort::Newest => (start_a, b) > (start_b, a),
                Sort::Oldest => (start_a, a) < (start_b, b),
                Sort::Listed if !state.list.is_empty() => place_in_list(card(a), &state) < place_in_list(card(b), &state),
                Sort::Listed => (start_a, b) > (start_b, a),
                Sort::Name => a < b,
                Sort::Amount => (amount_a, start_a, b) > (amount_b, start_b, a),
                // The order of relevance is held against plain scores in the tests of searching.
                Sort::Relevance => state.is_searching() || (start_a, b) > (start_b, a),
            };
            prop_assert!(right, "{:?}: {} before {}", state.order(), a, b);
        }
    }
}

#[test]
fn nothing_at_all_has_no_counts_and_no_years() {
    let results = Index::default().explore(&ViewState {
        q: "a".to_owned(),
        from: Some(2000),
        ..ViewState::default()
    });
    assert!(results.cards.is_empty() && results.counts.years.is_empty());
    assert!(Index::default().is_empty());
}
