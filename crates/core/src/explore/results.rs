//! Answers: which records a view state shows, in which order, and how many each further choice would leave.

use fixedbitset::FixedBitSet;

use super::{Choices, Facet, Index, Sort, ViewState};

/// What a view state shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The numbers of the matching cards, in order.
    pub cards: Vec<u32>,
    /// How many records each value of each facet has.
    pub counts: Counts,
    /// What narrows the view, each with how many records would match without it.
    pub constraints: Vec<(Constraint, usize)>,
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
    /// Answers a view state. Cards match when they match the search, one of the chosen values of every facet, and
    /// have something dated within the window of years.
    pub fn explore(&self, state: &ViewState) -> Results {
        let query = self.query(&state.q);
        let found = self.search(&query);
        let mut sets: Vec<(Constraint, FixedBitSet)> = Vec::new();
        if !query.terms.is_empty() {
            sets.push((Constraint::Query, found.cards));
        }
        for facet in Facet::ALL {
            sets.extend(
                self.facets
                    .chosen(facet, &state.choices)
                    .map(|cards| (Constraint::Facet(facet), cards)),
            );
        }
        sets.extend(
            self.window(state.from, state.to)
                .map(|cards| (Constraint::Years, cards)),
        );

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
            .iter()
            .map(|(year, cards)| (*year, cards.intersection_count(&any_year) as u32))
            .collect();
        let constraints = sets_of
            .iter()
            .map(|c| (*c, but(*c).count_ones(..)))
            .collect();
        let cards = self.ordered(&matching, &found.scores, state.order());
        Results {
            cards,
            counts: Counts { facets, years },
            constraints,
        }
    }

    /// The cards with something dated in the window; `None` where no window is set.
    fn window(&self, from: Option<u16>, to: Option<u16>) -> Option<FixedBitSet> {
        if from.is_none() && to.is_none() {
            return None;
        }
        let window = from.unwrap_or(0)..=to.unwrap_or(u16::MAX);
        let mut cards = FixedBitSet::with_capacity(self.len());
        for (_, year) in self.years.iter().filter(|(year, _)| window.contains(year)) {
            cards.union_with(year);
        }
        Some(cards)
    }

    fn ordered(&self, cards: &FixedBitSet, scores: &[u16], order: Sort) -> Vec<u32> {
        let among = |order: &[u32]| {
            order
                .iter()
                .copied()
                .filter(|card| cards.contains(*card as usize))
                .collect()
        };
        match order {
            Sort::Newest => among(&self.orders.newest),
            Sort::Oldest => among(&self.orders.oldest),
            Sort::Amount => among(&self.orders.amount),
            Sort::Name => cards.ones().map(|card| card as u32).collect(),
            Sort::Relevance => by_number(among(&self.orders.newest), |card| scores[card as usize]),
        }
    }
}

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
