//! Answers: which records a view state shows, in which order, and how many each further choice would leave.

use fixedbitset::FixedBitSet;

use super::builder::whole_name;
use super::score::{Found, WHOLE_NAME};
use super::{Choices, Collection, Facet, Index, Query, Sort, ViewState, tokens};

/// What a view state shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The numbers of the matching cards, in order.
    pub cards: Vec<u32>,
    /// How many records each value of each facet has.
    pub counts: Counts,
    /// What narrows the view, each with how many records would match without it.
    pub constraints: Vec<(Constraint, usize)>,
    /// How many of the terms searched for the records found have, and how many there are: not all of them where no record
    /// has all.
    pub terms: (usize, usize),
    /// What was searched for, as the index understood it.
    pub query: Query,
}

/// How many records each value has among those that match everything but the facet's own choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    facets: [Vec<u32>; Facet::ALL.len()],
    /// Years from the first to the last, each with its records.
    pub years: Vec<(u16, u32)>,
}

/// Something that narrows the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Constraint {
    /// The search.
    Query,
    /// The collection.
    List,
    /// The choices of a facet.
    Facet(Facet),
    /// The window of years.
    Years,
}

impl Counts {
    /// The counts of a facet's values, in the vocabulary's order.
    pub fn of(&self, facet: Facet) -> &[u32] {
        &self.facets[facet as usize]
    }
}

impl Index {
    /// Answers a view state. Cards match when they match the search, are in the collection, have one of the chosen
    /// values of every facet, and have something dated within the window of years, or began within it.
    pub fn explore(&self, state: &ViewState) -> Results {
        let query = self.query(&state.q);
        let found = self.search(&state.q, &query);
        let mut sets: Vec<(Constraint, FixedBitSet)> = Vec::new();
        if !query.terms.is_empty() {
            sets.push((Constraint::Query, found.cards.clone()));
        }
        let listed = self.ids.cards_of(&state.list);
        if !state.list.is_empty() {
            let mut cards = FixedBitSet::with_capacity(self.len());
            cards.extend(listed.iter().map(|card| *card as usize));
            sets.push((Constraint::List, cards));
        }
        for facet in Facet::ALL {
            sets.extend(
                self.facets
                    .chosen(facet, &state.choices)
                    .map(|cards| (Constraint::Facet(facet), cards)),
            );
        }
        sets.extend(self.window(state).map(|cards| (Constraint::Years, cards)));

        // All sets but one, for each of them and for none.
        let without = |constraint: Option<Constraint>| {
            let mut cards = FixedBitSet::with_capacity(self.len());
            cards.insert_range(..);
            for (_, set) in sets.iter().filter(|(other, _)| Some(*other) != constraint) {
                cards.intersect_with(set);
            }
            cards
        };
        let matching = without(None);
        let sets_of: Vec<Constraint> = sets.iter().map(|(constraint, _)| *constraint).collect();
        let but = |constraint: Constraint| {
            if sets_of.contains(&constraint) {
                without(Some(constraint))
            } else {
                matching.clone()
            }
        };
        let facets =
            Facet::ALL.map(|facet| self.facets.counts(facet, &but(Constraint::Facet(facet))));
        let any_year = but(Constraint::Years);
        let years = self
            .years
            .of(state.dated)
            .iter()
            .map(|(year, cards)| (*year, cards.intersection_count(&any_year) as u32))
            .collect();
        let constraints = sets_of
            .iter()
            .map(|c| (*c, but(*c).count_ones(..)))
            .collect();
        let cards = self.ordered(&matching, &found, &listed, state.order());
        Results {
            cards,
            counts: Counts { facets, years },
            constraints,
            terms: (found.have, found.of),
            query,
        }
    }

    /// The cards that match a query. A name that is what was typed counts more than anything else.
    fn search(&self, typed: &str, query: &Query) -> Found {
        if query.terms.is_empty() {
            return Found::default();
        }
        let mut found = self.words().search(query, self.len());
        let whole = whole_name(&tokens(typed, self.variants()));
        for card in whole.into_iter().flat_map(|hash| self.words().named(hash)) {
            found.scores[card as usize] += WHOLE_NAME;
        }
        found
    }

    /// The cards of the window; `None` where no window is set.
    fn window(&self, state: &ViewState) -> Option<FixedBitSet> {
        let window = state.years()?;
        let mut cards = FixedBitSet::with_capacity(self.len());
        let years = self.years.of(state.dated).iter();
        for (_, year) in years.filter(|(year, _)| window.contains(year)) {
            cards.union_with(year);
        }
        Some(cards)
    }

    fn ordered(&self, cards: &FixedBitSet, found: &Found, listed: &[u32], order: Sort) -> Vec<u32> {
        let among = |order: &[u32]| {
            order
                .iter()
                .copied()
                .filter(|card| cards.contains(*card as usize))
                .collect()
        };
        match order {
            Sort::Listed if !listed.is_empty() => among(listed),
            Sort::Newest | Sort::Listed => among(&self.orders.newest),
            Sort::Oldest => among(&self.orders.oldest),
            Sort::Amount => among(&self.orders.amount),
            Sort::Name => cards.ones().map(|card| card as u32).collect(),
            Sort::Relevance if found.typed.hits.is_empty() => among(&self.orders.newest),
            Sort::Relevance => self.by_relevance(among(&self.orders.newest), found),
        }
    }

    /// The cards with the best first, equal ones as they were.
    fn by_relevance(&self, cards: Vec<u32>, found: &Found) -> Vec<u32> {
        let best = cards.iter().map(|card| found.scores[*card as usize]);
        let best = best.filter(|score| *score < WHOLE_NAME).fold(0.0, f32::max);
        let steps = f32::from(u16::MAX - 1) / best.max(f32::MIN_POSITIVE);
        let value = |card: u32| (found.scores[card as usize] * steps) as u16;
        let mut cards = by_number(cards, |card| u16::MAX - value(card));
        // Where the terms stand in a text is looked at for those alone that somebody may look at.
        let words = self.words();
        let seen = cards.len().min(LOOKED_AT);
        let mut first: Vec<(u32, f32)> = cards[..seen]
            .iter()
            .map(|card| {
                let score = found.scores[*card as usize];
                (
                    *card,
                    score * words.place(*card, &found.typed, &found.with_synonyms),
                )
            })
            .collect();
        first.sort_by(|a, b| b.1.total_cmp(&a.1));
        for (place, (card, _)) in cards.iter_mut().zip(first) {
            *place = card;
        }
        cards
    }
}

/// How many of the best cards have their texts looked at.
const LOOKED_AT: usize = 200;

/// Numbers in the order of a value that each has; equal ones stay as they were.
///
/// It counts, digit by digit (a radix sort), in time proportional to their number: each key pressed in search among a
/// hundred thousand records has as many scores to order.
fn by_number(mut numbers: Vec<u32>, value: impl Fn(u32) -> u16) -> Vec<u32> {
    for shift in [0, 8] {
        let digit = |number: u32| usize::from(value(number) >> shift & 0xff);
        let mut begins = [0; 257];
        for number in &numbers {
            begins[digit(*number) + 1] += 1;
        }
        for digit in 1..begins.len() {
            begins[digit] += begins[digit - 1];
        }
        let mut ordered = vec![0; numbers.len()];
        for number in numbers {
            let begin = &mut begins[digit(number)];
            ordered[*begin] = number;
            *begin += 1;
        }
        numbers = ordered;
    }
    numbers
}

impl ViewState {
    /// The same view without one of the things that narrow it.
    #[must_use]
    pub fn without(&self, constraint: Constraint) -> Self {
        let mut state = self.clone();
        match constraint {
            Constraint::Query => state.q = String::new(),
            Constraint::List => state.list = Collection::default(),
            Constraint::Facet(facet) => state.choices.clear(facet),
            Constraint::Years => state.show_years(None, None),
        }
        state
    }
}

impl Choices {
    /// The choices with one id dropped.
    #[must_use]
    pub fn dropping(&self, facet: Facet, id: &str) -> Self {
        let mut choices = self.clone();
        if choices.contains(facet, id) {
            choices.toggle(facet, id);
        }
        choices
    }
}
