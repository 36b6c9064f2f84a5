//! What a record states: doubts, milestones and sums, each with its sources, and what was put right.

use super::page::Page;
use crate::dataset::{Amount, Doubt, Initiative, Milestone, Phase};
use crate::ui::format;

impl Page<'_> {
    /// What is not sure, and why.
    pub fn doubt(&mut self, doubt: &Doubt) {
        self.markup.begin("aside", "record-doubt");
        self.markup
            .plain("h3", self.words.doubt(doubt.kind))
            .open("p", &[]);
        self.cited(&doubt.text, &doubt.sources);
        self.markup.close().close();
    }

    pub fn milestone(&mut self, milestone: &Milestone) {
        let (words, lang) = (self.words, self.words.0);
        self.markup.begin("span", "milestone-date");
        self.markup.text(&format::date(lang, milestone.date));
        if let Some(phase) = milestone.phase.filter(|_| !milestone.planned) {
            let phase = match phase {
                Phase::Before => words.phase_before(),
                Phase::After => words.phase_after(),
            };
            self.markup.leaf("span", "milestone-phase", phase);
        }
        self.markup.close().begin("span", "milestone-text");
        self.cited(&milestone.text, &milestone.sources);
        self.markup.close();
    }

    pub fn amount(&mut self, amount: &Amount) {
        let (words, lang) = (self.words, self.words.0);
        let in_full = format::money_in_full(lang, amount.hkd);
        self.markup.begin("span", "amount-sum");
        self.markup.open("strong", &[("title", &in_full)]);
        self.markup.text(&format::money(lang, amount.hkd)).close();
        if let Some(kind) = amount.kind {
            self.markup.leaf("span", "role", words.amount(kind));
        }
        self.markup.close().open("span", &[]);
        self.cited(&amount.what, &amount.sources);
        self.markup.close();
    }

    /// When it was checked, and what was put right.
    pub fn history(&mut self, record: &Initiative) {
        let (words, lang) = (self.words, self.words.0);
        let corrections = &record.corrections;
        self.list(
            "ul",
            "record-corrections",
            words.corrections(),
            corrections,
            |page, correction| {
                let date = format::date(lang, correction.date);
                page.markup
                    .leaf("span", "milestone-date", &date)
                    .open("span", &[]);
                page.marked(&correction.text);
                page.markup.close();
            },
        );
        if let Some(day) = record.checked {
            let checked = words.checked_on(format::date(lang, day));
            self.markup.leaf("p", "record-checked", &checked);
        }
    }
}
