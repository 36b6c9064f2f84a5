//! Why a card is found whose own words do not say it.

use super::things::Line;
use super::{Facet, Index, Query, Term, highlight};
use crate::dataset::Lang;

/// Where a term stands that the words on a card do not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// In a name of what the record refers to.
    Named {
        /// Of which kind that is.
        facet: Facet,
        /// Its id.
        id: String,
    },
    /// In a fact or a milestone, which is this.
    Statement(String),
    /// In what people type who look for it, in this language.
    Keyword(Lang, String),
}

impl Index {
    /// Why a query finds a card, as far as `shown`, the words on the card, does not say so: of each further term the first
    /// place where it stands, by what the record refers to, what it says in `lang`, and its keywords.
    pub fn reasons(&self, card: usize, query: &Query, lang: Lang, shown: &[&str]) -> Vec<Reason> {
        let mut missing: Vec<&Term> = query.terms.iter().collect();
        let mut left = |texts: &[&str]| {
            let before = missing.len();
            missing.retain(|term| !texts.iter().any(|text| self.has(text, term)));
            (missing.len() < before, missing.is_empty())
        };
        let mut reasons = Vec::new();
        if left(shown).1 {
            return reasons;
        }
        for (place, facet, id) in self.things.of_card(card) {
            let names: Vec<&str> = self.names_of(place).collect();
            let (is_one, is_done) = left(&names);
            if is_one {
                let id = id.to_owned();
                reasons.push(Reason::Named { facet, id });
            }
            if is_done {
                return reasons;
            }
        }
        let Some(texts) = self.texts.of_card(card) else {
            return reasons;
        };
        // A fact is the same line in each language, and may be found by the words of another.
        let lines = texts.facts.get(lang).lines().enumerate();
        let statements = lines.map(|(i, own)| {
            let all = Lang::ALL.map(|lang| texts.facts.get(lang).lines().nth(i).unwrap_or(own));
            (Reason::Statement(own.to_owned()), all)
        });
        // The same may stand in two scripts; that of the page is shown.
        let others = Lang::ALL.into_iter().filter(|other| *other != lang);
        let keywords = std::iter::once(lang).chain(others).flat_map(|lang| {
            let lines = texts.keywords.get(lang).lines();
            lines.map(move |word| (Reason::Keyword(lang, word.to_owned()), [word; 3]))
        });
        for (reason, texts) in statements.chain(keywords) {
            let (is_one, is_done) = left(&texts);
            if is_one {
                reasons.push(reason);
            }
            if is_done {
                break;
            }
        }
        reasons
    }

    /// Whether a term stands in a text. Years and sums are on every card in another form.
    fn has(&self, text: &str, term: &Term) -> bool {
        let query = Query {
            terms: vec![term.clone()],
            ..Query::default()
        };
        matches!(term, Term::Number(_)) || !highlight(text, &query, self.variants()).is_empty()
    }

    /// All names of a thing.
    fn names_of(&self, thing: usize) -> impl Iterator<Item = &str> {
        let first = self.names.partition_point(|line| line.thing < thing);
        let own = self.names[first..].iter();
        own.take_while(move |line: &&Line| line.thing == thing)
            .map(|line| &*line.text)
    }
}
