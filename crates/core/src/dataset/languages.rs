//! In which languages a data set is written, and what stands where it has no words.

use super::hidden::is_blank;
use super::{Dataset, Explorer, Initiative, Lang, Lesson, Text};

impl Explorer {
    /// The languages in which the data has to be written: those that it declares, else all.
    pub fn written_in(&self) -> &[Lang] {
        if self.languages.is_empty() {
            &Lang::ALL
        } else {
            &self.languages
        }
    }

    /// In which order languages stand in for one without words.
    fn fallbacks(&self) -> Vec<Lang> {
        [self.written_in(), &Lang::ALL].concat()
    }
}

impl Dataset {
    /// The same with words in all languages, as the page shows it: where a text has none in a language, it has those of
    /// the first language of the data in which it has some.
    pub fn in_all_languages(mut self) -> Self {
        let order = self.vocabulary.explorer.fallbacks();
        let records = self.initiatives.iter_mut();
        let texts = records.flat_map(Initiative::texts_mut);
        for text in texts.chain(self.vocabulary.texts_mut()) {
            text.fill(&order);
        }
        self
    }
}

impl Text {
    /// Gives every language without words those of the first that has some.
    fn fill(&mut self, order: &[Lang]) {
        let mut words = order.iter().map(|lang| self.get(*lang));
        let Some(words) = words.find(|words| !is_blank(words)) else {
            return;
        };
        let words = words.to_owned();
        for own in [&mut self.en, &mut self.zh_hant, &mut self.zh_hans] {
            if is_blank(own) {
                own.clone_from(&words);
            }
        }
    }
}

impl Initiative {
    /// The same with words in all languages, as for [a whole data set](Dataset::in_all_languages).
    pub fn in_all_languages(mut self, explorer: &Explorer) -> Self {
        let order = explorer.fallbacks();
        self.texts_mut().for_each(|text| text.fill(&order));
        self
    }

    /// All its texts.
    fn texts_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        let facts = self.facts.iter_mut().map(|fact| &mut fact.text);
        let milestones = self.milestones.iter_mut().map(|one| &mut one.text);
        let amounts = self.amounts.iter_mut().map(|amount| &mut amount.what);
        let doubts = self.doubts.iter_mut().map(|doubt| &mut doubt.text);
        let corrections = self.corrections.iter_mut().map(|one| &mut one.text);
        [&mut self.name, &mut self.summary]
            .into_iter()
            .chain(&mut self.landmark)
            .chain(facts)
            .chain(milestones)
            .chain(amounts)
            .chain(doubts)
            .chain(corrections)
    }
}

impl Lesson {
    /// The same with words in all languages, as for [a whole data set](Dataset::in_all_languages).
    pub fn in_all_languages(mut self, explorer: &Explorer) -> Self {
        let order = explorer.fallbacks();
        self.texts_mut().for_each(|text| text.fill(&order));
        self
    }

    /// All its texts.
    fn texts_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        let of_steps = self.steps.iter_mut().flat_map(|step| {
            let of_question = step.question.iter_mut().flat_map(|question| {
                let choices = question.choices.iter_mut().map(|choice| &mut choice.text);
                [&mut question.text, &mut question.why]
                    .into_iter()
                    .chain(choices)
            });
            [&mut step.title, &mut step.text]
                .into_iter()
                .chain(of_question)
        });
        [&mut self.title, &mut self.summary]
            .into_iter()
            .chain(&mut self.aims)
            .chain(of_steps)
    }
}
