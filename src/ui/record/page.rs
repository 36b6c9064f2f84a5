//! The record's page, from its name down to its ties.

use crate::dataset::{Entry, Initiative, Relation, Text};
use crate::explore::{Facet, View, ViewState};
use crate::ui::card::{second_name, status, theme_line};
use crate::ui::facet_list::value_name;
use crate::ui::markup::{Marks, Markup};
use crate::ui::{Library, Words, format};

/// A record's page that is being written.
pub(super) struct Page<'a> {
    pub markup: &'a mut Markup,
    pub library: &'a Library,
    pub words: Words,
    pub state: &'a ViewState,
    pub marks: Marks<'a>,
}

impl Page<'_> {
    pub fn record(&mut self, record: &Initiative) {
        let (words, lang) = (self.words, self.words.0);
        let vocabulary = self.library.vocabulary();
        let Some(card) = self.library.card(&record.id) else {
            return;
        };
        theme_line(self.markup, card, vocabulary, lang);
        let (name, second) = second_name(&record.name, lang);
        let heading = [
            ("class", "record-name"),
            ("id", "record-name"),
            ("tabindex", "-1"),
        ];
        self.markup.open("h2", &heading);
        self.markup.marked(name, self.marks).close();
        if let Some((other, name)) = second {
            let second = [("class", "card-second"), ("lang", other.tag())];
            self.markup.open("p", &second).text(name);
            if record.name_translated {
                let translated = [("class", "translated"), ("lang", lang.tag())];
                self.markup.open("span", &translated);
                self.markup.text(words.translated()).close();
            }
            self.markup.close();
        }
        self.markup.begin("p", "record-summary");
        self.marked(&record.summary);
        self.markup.close();
        self.data(record);
        for doubt in &record.doubts {
            self.doubt(doubt);
        }
        self.list(
            "ul",
            "record-facts",
            words.facts(),
            &record.facts,
            |page, fact| {
                page.cited(&fact.text, &fact.sources);
            },
        );
        let (planned, happened): (Vec<_>, Vec<_>) = record
            .milestones
            .iter()
            .partition(|milestone| milestone.planned);
        for (class, heading, milestones) in [
            ("record-milestones", words.milestones(), happened),
            ("record-milestones record-planned", words.planned(), planned),
        ] {
            self.list("ol", class, heading, &milestones, |page, milestone| {
                page.milestone(milestone);
            });
        }
        let sums = &record.amounts;
        self.list(
            "ul",
            "record-amounts",
            words.amounts(),
            sums,
            |page, amount| {
                page.amount(amount);
            },
        );
        let bodies = &record.organisations;
        self.list(
            "ul",
            "record-organisations",
            words.organisations(),
            bodies,
            |page, part| {
                let role = Entry::find(&vocabulary.roles, &part.role);
                let (Some(body), Some(role)) = (vocabulary.organisation(&part.id), role) else {
                    return;
                };
                let mut state = ViewState {
                    view: View::Cards,
                    ..page.state.cleared()
                };
                state.choices.insert(Facet::Org, part.id.clone());
                page.markup.open("a", &[("href", &state.to_href())]);
                page.markup.marked(body.name.get(lang), page.marks).close();
                page.markup.leaf("span", "role", role.name.get(lang));
            },
        );
        let is_here = |tie: &&Relation| self.library.card(&tie.id).is_some();
        let ties: Vec<&Relation> = record.related.iter().filter(is_here).collect();
        self.list(
            "ul",
            "record-related",
            words.related(),
            &ties,
            |page, tie| {
                let kind = vocabulary.relation(&tie.relation);
                let (Some(other), Some(kind)) = (page.library.card(&tie.id), kind) else {
                    return;
                };
                let state = ViewState {
                    id: Some(other.id.clone()),
                    ..page.state.clone()
                };
                page.markup.leaf("span", "role", kind.name.get(lang));
                page.markup
                    .open("a", &[("data-replace", ""), ("href", &state.to_href())]);
                page.markup.text(other.name.get(lang)).close();
            },
        );
        self.sources(&record.sources);
        self.history(record);
    }

    /// When, where it stands, where it is, which sectors.
    fn data(&mut self, record: &Initiative) {
        let (words, lang) = (self.words, self.words.0);
        let vocabulary = self.library.vocabulary();
        self.markup.begin("dl", "record-data");
        self.term(words.when());
        let end = record.end.map(|end| (end, record.is_about("end")));
        let when = format::span(words, (record.start, record.is_about("start")), end);
        self.markup.text(&when).close().close();
        self.term(words.facet_status());
        if let Some(card) = self.library.card(&record.id) {
            status(self.markup, card, vocabulary, words);
        }
        let as_of = words.as_of(format::date(lang, record.status_as_of));
        self.markup
            .leaf("span", "record-as-of", &as_of)
            .close()
            .close();
        let place = record.place.iter().map(|id| (Facet::Place, id.as_str()));
        self.choices(words.place(), place);
        let topics = record
            .topics
            .iter()
            .map(|about| (Facet::Topic, about.id.as_str()));
        self.choices(words.topics(), topics);
        let sectors = record.sectors.iter();
        let sectors: Vec<&str> = sectors
            .filter_map(|id| Entry::find(&vocabulary.sectors, id))
            .map(|sector| sector.name.get(lang))
            .collect();
        if !sectors.is_empty() {
            self.term(words.facet_sector());
            self.markup
                .text(&sectors.join(words.comma()))
                .close()
                .close();
        }
        self.markup.close();
    }

    /// A line of the data whose values lead to all records that have them.
    fn choices<'a>(&mut self, name: &str, values: impl Iterator<Item = (Facet, &'a str)>) {
        let library = self.library;
        let mut values = values.peekable();
        if values.peek().is_none() {
            return;
        }
        self.term(name);
        let mut separator = "";
        for (facet, id) in values {
            let mut state = ViewState {
                view: View::Cards,
                ..self.state.cleared()
            };
            state.choices.insert(facet, id);
            self.markup.text(separator);
            self.markup.open("a", &[("href", &state.to_href())]);
            let name = value_name(library.vocabulary(), facet, id, self.words.0);
            self.markup.text(&name).close();
            separator = self.words.comma();
        }
        self.markup.close().close();
    }

    /// Opens a line of the data with its name.
    fn term(&mut self, name: &str) {
        self.markup
            .open("div", &[])
            .plain("dt", name)
            .open("dd", &[]);
    }

    pub fn marked(&mut self, text: &Text) {
        self.markup.marked(text.get(self.words.0), self.marks);
    }

    /// A heading and a list below it, where there is anything to list.
    pub fn list<T>(
        &mut self,
        tag: &'static str,
        class: &str,
        heading: &str,
        items: &[T],
        mut write: impl FnMut(&mut Self, &T),
    ) {
        if items.is_empty() {
            return;
        }
        self.markup.plain("h3", heading).begin(tag, class);
        for item in items {
            self.markup.open("li", &[]);
            write(self, item);
            self.markup.close();
        }
        self.markup.close();
    }

    /// A statement with the numbers of its sources, each leading to its source.
    pub fn cited(&mut self, text: &Text, sources: &[usize]) {
        self.marked(text);
        for number in sources {
            let number = number.to_string();
            let href = ["#source-", &number].concat();
            self.markup
                .open("a", &[("class", "cited"), ("href", &href)]);
            self.markup.text("[");
            self.markup
                .leaf("span", "visually-hidden", self.words.source());
            self.markup.text(&number).text("]").close();
        }
    }
}
