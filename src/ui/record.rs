//! A record in full: every fact with its sources.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::{second_name, status, theme_line};
use super::markup::{Marks, Markup};
use super::{AppState, Library, LoadError, Words, browser, format, live};
use crate::dataset::{Card, Entry, Initiative, Lang, Phase, Relation, Source, Text};
use crate::explore::{Facet, View, ViewState};
use crate::export::Citation;

/// Shows a record out of its file.
pub type ShowRecord = fn(&str) -> Result<AnyView, LoadError>;

/// The record of a file as the build has written it.
///
/// # Errors
/// That it cannot be read.
pub fn show(json: &str) -> Result<AnyView, LoadError> {
    let record = Arc::new(Initiative::read("record", json)?);
    Ok(view! { <Record record=record/> }.into_any())
}

/// The record, in the language in force.
#[component]
fn Record(
    /// The record.
    record: Arc<Initiative>,
) -> impl IntoView {
    let app = AppState::expect();
    let shown = record.clone();
    let markup = move || {
        let (words, state) = (app.words(), app.view_state.get());
        app.library.with(|library| {
            let Some(library) = library else {
                return String::new();
            };
            app.query.with(|query| {
                let mut markup = Markup::default();
                let variants = library.index.variants();
                Page {
                    markup: &mut markup,
                    library,
                    words,
                    state: &state,
                    marks: Marks { query, variants },
                }
                .record(&shown);
                markup.finish()
            })
        })
    };
    let theme = record.themes.first().cloned();
    let hue = app.library.with_untracked(|library| {
        let hue = library.as_ref()?.vocabulary().hue(&theme?)?;
        Some(hue.to_string())
    });
    view! {
        <article class="record" data-hue=hue>
            <div inner_html=markup></div>
            {live(move || view! { <Cite record=record.clone() lang=app.lang.get()/> }.into_any())}
        </article>
    }
    .into_any()
}

/// Writes a record in the library's language as it stands on a page of its own.
#[cfg(not(target_arch = "wasm32"))]
pub fn record_markup(markup: &mut Markup, library: &Library, record: &Initiative) {
    Page {
        markup,
        library,
        words: Words(library.bundle.lang),
        state: &ViewState::default(),
        marks: Marks {
            query: &library.index.query(""),
            variants: library.index.variants(),
        },
    }
    .record(record);
}

/// A record's page that is being written.
struct Page<'a> {
    markup: &'a mut Markup,
    library: &'a Library,
    words: Words,
    state: &'a ViewState,
    marks: Marks<'a>,
}

impl Page<'_> {
    fn record(&mut self, record: &Initiative) {
        let (words, lang) = (self.words, self.words.0);
        let vocabulary = self.library.vocabulary();
        let card = Card::new(record, lang);
        theme_line(self.markup, &card, vocabulary, lang);
        let (name, second) = second_name(&card, lang);
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
        if let Some(disputed) = &record.disputed {
            self.markup.begin("aside", "record-disputed");
            self.markup.plain("h3", words.disputed()).open("p", &[]);
            self.marked(disputed);
            self.markup.close().close();
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
        let milestones = &record.milestones;
        self.list(
            "ol",
            "record-milestones",
            words.milestones(),
            milestones,
            |page, milestone| {
                page.markup.begin("span", "milestone-date");
                page.markup.text(&format::date(lang, milestone.date));
                if let Some(phase) = milestone.phase {
                    let phase = match phase {
                        Phase::Before => words.phase_before(),
                        Phase::After => words.phase_after(),
                    };
                    page.markup.leaf("span", "milestone-phase", phase);
                }
                page.markup.close().begin("span", "milestone-text");
                page.cited(&milestone.text, &milestone.sources);
                page.markup.close();
            },
        );
        self.list(
            "ul",
            "record-amounts",
            words.amounts(),
            &record.amounts,
            |page, amount| {
                let in_full = format::money_in_full(lang, amount.hkd);
                page.markup.open("strong", &[("title", &in_full)]);
                page.markup.text(&format::money(lang, amount.hkd)).close();
                page.markup.open("span", &[]);
                page.cited(&amount.what, &amount.sources);
                page.markup.close();
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
        status(self.markup, &record.status, vocabulary, lang);
        let as_of = words.as_of(format::date(lang, record.status_as_of));
        self.markup
            .leaf("span", "record-as-of", &as_of)
            .close()
            .close();
        if let Some(place) = record.place.as_deref().and_then(|id| vocabulary.place(id)) {
            self.term(words.place());
            self.markup.text(place.name.get(lang)).close().close();
        }
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

    /// Opens a line of the data with its name.
    fn term(&mut self, name: &str) {
        self.markup
            .open("div", &[])
            .plain("dt", name)
            .open("dd", &[]);
    }

    fn marked(&mut self, text: &Text) {
        self.markup.marked(text.get(self.words.0), self.marks);
    }

    /// A heading and a list below it, where there is anything to list.
    fn list<T>(
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
    fn cited(&mut self, text: &Text, sources: &[usize]) {
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

    fn sources(&mut self, sources: &[Source]) {
        let (words, lang) = (self.words, self.words.0);
        let kinds = &self.library.vocabulary().source_kinds;
        self.markup
            .plain("h3", words.sources())
            .begin("ol", "record-sources");
        for (i, source) in sources.iter().enumerate() {
            let id = format!("source-{}", i + 1);
            self.markup.open("li", &[("id", &id), ("tabindex", "-1")]);
            self.markup.begin("span", "source-title");
            if let Some(url) = source.link() {
                let rel = "external noopener noreferrer";
                self.markup
                    .open("a", &[("href", url), ("rel", rel), ("target", "_blank")]);
                self.markup.text(&source.title).close();
            } else {
                self.markup.plain("span", &source.title).text(" ");
                self.markup.leaf("span", "role", words.no_link());
            }
            self.markup
                .close()
                .begin("span", "source-notes")
                .text(&source.publisher);
            if let Some(date) = source.published {
                self.markup.text(" · ").text(&format::date(lang, date));
            }
            if let Some(kind) = Entry::find(kinds, &source.kind) {
                self.markup.text(" · ").text(kind.name.get(lang));
            }
            self.markup.close().close();
        }
        self.markup.close();
    }
}

/// The record's address and its citations, to copy.
#[component]
fn Cite(record: Arc<Initiative>, lang: Lang) -> impl IntoView {
    let app = AppState::expect();
    let title = app.library.with_untracked(|library| {
        let vocabulary = library.as_ref()?.vocabulary();
        Some(vocabulary.explorer.title.get(lang).to_owned())
    });
    let words = Words(lang);
    let state = app.view_state.get_untracked();
    let own = ViewState {
        id: Some(record.id.clone()),
        lang: Some(lang),
        data: state.data,
        ..ViewState::default()
    };
    let citation = Citation {
        id: record.id.clone(),
        title: record.name.get(lang).to_owned(),
        explorer: title.unwrap_or_default(),
        date: record.status_as_of,
        url: format!("{}{}", browser::page(), own.to_href()),
    };
    view! {
        <h3>{words.cite()}</h3>
        <p class="cite-text">{citation.apa()}</p>
        <p class="cite-ways">
            <CopyButton label=words.copy_link() text=citation.url.clone()/>
            <CopyButton label=words.copy_apa() text=citation.apa()/>
            <CopyButton label=words.copy_bibtex() text=citation.bibtex()/>
        </p>
    }
    .into_any()
}

/// A button that puts a text on the clipboard and says whether it did.
#[component]
fn CopyButton(label: &'static str, text: String) -> impl IntoView {
    let app = AppState::expect();
    let done = RwSignal::new(None::<bool>);
    view! {
        <button
            type="button"
            class="button"
            on:click=move |_| browser::copy(text.clone(), move |copied| done.set(Some(copied)))
        >
            {label}
        </button>
        <span class="copied" role="status">
            {app.say(move |words| match done.get() {
                None => "",
                Some(true) => words.copied(),
                Some(false) => words.not_copied(),
            })}
        </span>
    }
    .into_any()
}
