//! What stands twice where once says as much.

use super::check::Check;
use super::fault::clip;
use super::{Amount, Initiative, Lang, Milestone, Organisation, Source};

impl Check<'_> {
    /// Two sources are two pages, and a copy lies elsewhere than its page.
    pub(super) fn repeated_addresses(&mut self, sources: &[Source]) {
        let urls: Vec<Option<&str>> = sources.iter().map(Source::link).collect();
        for (i, place) in repeats(&urls).filter(|(i, _)| urls[*i].is_some()) {
            let message = format!("is that of source {} as well; cite one of them", place + 1);
            self.own_fault(format!("sources[{i}].url"), message);
        }
        for (i, source) in sources.iter().enumerate() {
            if source.link().is_some() && source.link() == source.copy() {
                let message = "is the page's own address; write that of a copy, or leave it out";
                self.own_fault(format!("sources[{i}].archived"), message);
            }
        }
    }

    /// No number of a source stands twice in one list.
    pub(super) fn repeated_numbers(&mut self, field: &str, numbers: &[usize]) {
        for (i, _) in repeats(numbers) {
            let message = format!("names source {} again; name it once", numbers[i]);
            self.own_fault(format!("{field}[{i}]"), message);
        }
    }

    /// No sector, fact, sum, doubt, correction, part or tie says what one before it says.
    pub(super) fn repeated_entries(&mut self, record: &Initiative) {
        for (list, words) in [("sectors", &record.sectors), ("about", &record.about)] {
            self.repeated(list, &words.iter().collect::<Vec<_>>(), |word| {
                word.is_empty()
            });
        }
        let facts: Vec<_> = record.facts.iter().map(|one| &one.text).collect();
        self.repeated("facts", &facts, |text| text.is_empty());
        // On other pages, the same sum is still the same.
        let sums = record.amounts.iter().map(|one| Amount {
            sources: Vec::new(),
            ..one.clone()
        });
        self.repeated("amounts", &sums.collect::<Vec<_>>(), |one| {
            one.what.is_empty()
        });
        let doubts: Vec<_> = record.doubts.iter().map(|one| &one.text).collect();
        self.repeated("doubts", &doubts, |text| text.is_empty());
        let corrections: Vec<_> = record
            .corrections
            .iter()
            .map(|one| (one.date, &one.text))
            .collect();
        self.repeated("corrections", &corrections, |(_, text)| text.is_empty());
        let parts: Vec<_> = record
            .organisations
            .iter()
            .map(|one| (&one.id, &one.role))
            .collect();
        self.repeated("organisations", &parts, |(id, _)| id.is_empty());
        let ties: Vec<_> = record
            .related
            .iter()
            .map(|one| (&one.id, &one.relation))
            .collect();
        self.repeated("related", &ties, |(id, _)| id.is_empty());
    }

    pub(super) fn repeated<T: PartialEq>(
        &mut self,
        list: &str,
        items: &[T],
        is_empty: impl Fn(&T) -> bool,
    ) {
        for (i, place) in repeats(items).filter(|(i, _)| !is_empty(&items[*i])) {
            let message = format!("says the same as {list}[{place}]; take one out");
            self.own_fault(format!("{list}[{i}]"), message);
        }
    }

    /// No milestone tells on the same date what another does.
    pub(super) fn repeated_milestones(&mut self, milestones: &[Milestone]) {
        let told = milestones.iter();
        let told: Vec<_> = told.map(|one| (one.date, &one.text, one.kind)).collect();
        self.repeated("milestones", &told, |(_, text, _)| text.is_empty());
    }

    /// Nobody gives or gets a sum twice; who does both may be a body that pays its own part, which only a reader can tell.
    pub(super) fn repeated_payers(&mut self, i: usize, amount: &Amount) {
        for (part, ids) in [("from", &amount.from), ("to", &amount.to)] {
            for (j, _) in repeats(ids) {
                let message = format!("`{}` stands twice; name it once", clip(&ids[j]));
                self.own_fault(format!("amounts[{i}].{part}[{j}]"), message);
            }
        }
        for (j, id) in amount.to.iter().enumerate() {
            if amount.from.contains(id) {
                let message = format!(
                    "`{}` is in `from` as well; look whether it is both",
                    clip(id)
                );
                self.hint(format!("amounts[{i}].to[{j}]"), message);
            }
        }
    }

    /// No language is declared twice.
    pub(super) fn repeated_languages(&mut self, languages: &[Lang]) {
        for (i, _) in repeats(languages) {
            let message = format!("`{}` stands twice; name it once", languages[i].tag());
            self.own_fault(format!("explorer.languages[{i}]"), message);
        }
    }

    /// No two organisations are the same item of Wikidata.
    pub(super) fn repeated_items(&mut self, organisations: &[Organisation]) {
        let items: Vec<_> = organisations.iter().map(|body| &body.wikidata).collect();
        for (i, place) in repeats(&items).filter(|(i, _)| items[*i].is_some()) {
            let message = format!(
                "is that of `{}` as well; leave it to the one that it is about",
                clip(&organisations[place].id)
            );
            self.own_fault(format!("organisations[{i}].wikidata"), message);
        }
    }
}

/// The places of items that stand in a list before, each with the place where they do first.
fn repeats<T: PartialEq>(items: &[T]) -> impl Iterator<Item = (usize, usize)> {
    items.iter().enumerate().filter_map(move |(i, item)| {
        let first = items[..i].iter().position(|other| other == item)?;
        Some((i, first))
    })
}
