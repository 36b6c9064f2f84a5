//! What a search field offers while one types: topics, organisations and themes that are called so.

use std::cmp::Reverse;

use super::things::{Line, Things};
use super::variants::is_han;
use super::{Facet, Variants, tokens};

/// The facets whose values are offered, in their order.
const OFFERED: [Facet; 3] = [Facet::Topic, Facet::Org, Facet::Theme];
/// How many values of each are offered at most.
const MOST: usize = 3;
/// From how many letters on something is offered that is called more than so; one Han character is enough.
const SHORTEST: usize = 2;

/// A value of a facet that is called as was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The facet.
    pub facet: Facet,
    /// The value's id.
    pub id: String,
    /// The name by which it was found, as it is written; its own where that one is in the other Chinese script.
    pub found: String,
    /// How many records have it.
    pub records: usize,
}

/// How a name fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is what was typed.
    Whole,
    /// It begins so.
    Beginning,
    /// A word in it begins so, or it has these Han characters somewhere.
    Within,
}

/// The names by which values are offered.
#[derive(Clone, Debug, Default)]
pub(super) struct Offers(Vec<Folded>);

/// A text, folded.
#[derive(Clone, Debug)]
struct Folded {
    /// Its words with a space between each two.
    words: String,
    /// The same without spaces: `chat bot` is written as `chatbot` too.
    joined: String,
}

impl Offers {
    /// The names of `lines`, in the same order.
    pub fn new(lines: &[Line], variants: &Variants) -> Self {
        let names = lines.iter().map(|line| Folded::new(&line.text, variants));
        Self(names.collect())
    }

    /// What is offered for a text.
    pub fn of(
        &self,
        typed: &str,
        lines: &[Line],
        things: &Things,
        variants: &Variants,
    ) -> Vec<Offer> {
        let written: String = typed.chars().filter(|c| is_han(*c)).collect();
        let is_written = |line: &Line| line.text.contains(&written);
        let typed = Folded::new(typed, variants);
        if typed.words.is_empty() {
            return Vec::new();
        }
        // A single letter is the beginning of too much.
        let is_short = typed.words.chars().count() < SHORTEST && !typed.words.contains(is_han);
        let mut found: Vec<_> = lines
            .iter()
            .zip(&self.0)
            .filter(|(line, _)| !things.cards(line.thing).is_empty())
            .filter_map(|(line, name)| Some((name.fit(&typed)?, line)))
            .filter(|(fit, _)| !is_short || *fit == Fit::Whole)
            .collect();
        found.sort_by_key(|(fit, line)| {
            let records = things.cards(line.thing).len();
            // Of two that fold to one, the one in the script that is typed, or the page's own.
            let other = (!is_written(line), line.is_foreign);
            (*fit, line.is_alias, Reverse(records), line.thing, other)
        });
        let mut offers: Vec<Offer> = Vec::new();
        for facet in OFFERED {
            let mut seen: Vec<usize> = Vec::new();
            for (_, line) in &found {
                let (of, id) = things.value(line.thing);
                if of != facet || seen.contains(&line.thing) || seen.len() == MOST {
                    continue;
                }
                seen.push(line.thing);
                // Not in the other script, which a reader may not know.
                let is_other = line.is_foreign && line.text.contains(is_han) && !is_written(line);
                let own = || {
                    lines
                        .iter()
                        .find(|own| own.thing == line.thing && !own.is_foreign)
                };
                let shown = is_other.then(own).flatten().unwrap_or(line);
                offers.push(Offer {
                    facet,
                    id: id.to_owned(),
                    found: shown.text.clone(),
                    records: things.cards(line.thing).len(),
                });
            }
        }
        offers
    }
}

impl Folded {
    fn new(text: &str, variants: &Variants) -> Self {
        let words = tokens(text, variants).into_iter().map(|token| token.text);
        let words = words.collect::<Vec<_>>().join(" ");
        let joined = words.replace(' ', "");
        Self { words, joined }
    }

    /// How a name fits what was typed, if it does.
    fn fit(&self, typed: &Self) -> Option<Fit> {
        if self.joined == typed.joined {
            return Some(Fit::Whole);
        }
        if self.joined.starts_with(&typed.joined) {
            return Some(Fit::Beginning);
        }
        let mut places = self.words.match_indices(&typed.words);
        let is_within = places.any(|(at, _)| {
            let begins_word = self.words[..at].ends_with(' ');
            begins_word || typed.words.starts_with(is_han)
        });
        is_within.then_some(Fit::Within)
    }
}
