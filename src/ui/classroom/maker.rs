//! A lesson that a teacher makes by walking through the explorer.

use crate::address::Address;
use crate::dataset::{Lesson, MOST_STEPS, Question, Step, Text};
use crate::explore::{Setting, Settings, ViewState};
use crate::ui::Words;
use crate::ui::markup::Markup;

/// The lesson so far, and what stands in the fields. A teacher writes in one language, which stands for all.
#[derive(Clone, Debug)]
pub(super) struct Maker {
    pub draft: Lesson,
    line: String,
    ask: String,
    answer: String,
    /// Whether a step was to be added without a line.
    lacks_line: bool,
}

impl Default for Maker {
    fn default() -> Self {
        Self {
            draft: Lesson {
                id: "own".to_owned(),
                ages: vec![12, 18],
                minutes: 15,
                ..Lesson::default()
            },
            line: String::new(),
            ask: String::new(),
            answer: String::new(),
            lacks_line: false,
        }
    }
}

impl Maker {
    /// Goes on with a lesson that was kept.
    pub fn of(draft: Lesson) -> Self {
        Self {
            draft,
            ..Self::default()
        }
    }

    /// Takes what was typed into a field.
    pub fn write(&mut self, field: &str, value: &str) {
        let value = value.trim();
        match field {
            "title" => self.draft.title = same(value),
            "line" => value.clone_into(&mut self.line),
            "ask" => value.clone_into(&mut self.ask),
            "answer" => value.clone_into(&mut self.answer),
            _ => {}
        }
    }

    /// Adds the view that is on screen; says whether it did.
    pub fn add(&mut self, state: &ViewState) -> bool {
        self.lacks_line = self.line.is_empty();
        if self.lacks_line || self.draft.steps.len() >= MOST_STEPS {
            return false;
        }
        let view = ViewState {
            settings: Settings::default(),
            lang: None,
            data: None,
            ..state.clone()
        };
        let question = (!self.ask.is_empty()).then(|| Question {
            text: same(&self.ask),
            why: same(if self.answer.is_empty() {
                "–"
            } else {
                &self.answer
            }),
            ..Question::default()
        });
        self.draft.steps.push(Step {
            title: Text::default(),
            text: same(&self.line),
            view: view.to_query(),
            question,
        });
        self.line.clear();
        self.ask.clear();
        self.answer.clear();
        true
    }

    /// Drops a step, from 0.
    pub fn remove(&mut self, place: usize) {
        if place < self.draft.steps.len() {
            self.draft.steps.remove(place);
        }
    }

    /// Whether there is something to take away.
    pub fn is_whole(&self) -> bool {
        !self.draft.title.en.is_empty() && !self.draft.steps.is_empty()
    }

    /// Writes the maker above the view that is on screen.
    pub fn markup(&self, state: &ViewState, words: Words) -> String {
        let lang = words.0;
        let mut markup = Markup::default();
        markup.open(
            "section",
            &[
                ("class", "lesson maker"),
                ("aria-labelledby", "lesson-title"),
            ],
        );
        markup.begin("div", "lesson-head");
        markup.open(
            "h2",
            &[
                ("class", "lesson-title"),
                ("id", "lesson-title"),
                ("tabindex", "-1"),
            ],
        );
        markup.text(words.make_own()).close();
        let mut left = state.clone();
        left.settings.set(Setting::Lesson, None);
        let leave = [
            ("class", "close"),
            ("href", &*left.to_href()),
            ("aria-label", words.make_stop()),
            ("title", words.make_stop()),
        ];
        markup.open("a", &leave).text("×").close().close();
        markup.leaf("p", "lesson-text", words.make_hint());
        field(
            &mut markup,
            "title",
            words.make_title(),
            self.draft.title.get(lang),
        );
        if !self.draft.steps.is_empty() {
            markup.begin("ol", "maker-steps");
            for (i, step) in self.draft.steps.iter().enumerate() {
                let to = ViewState {
                    settings: state.settings.clone(),
                    lang: state.lang,
                    ..Address::read(&step.view).state
                };
                markup.open("li", &[]);
                markup.open("a", &[("href", &to.to_href())]);
                markup.text(step.text.get(lang)).close();
                let (act, label) = (format!("make remove {i}"), words.make_remove(i + 1));
                let button = [
                    ("type", "button"),
                    ("class", "close"),
                    ("data-act", &*act),
                    ("aria-label", &*label),
                ];
                markup.open("button", &button).text("×").close().close();
            }
            markup.close();
        }
        markup.begin("div", "maker-fields");
        field(&mut markup, "line", words.make_line(), &self.line);
        field(&mut markup, "ask", words.make_ask(), &self.ask);
        field(&mut markup, "answer", words.make_answer(), &self.answer);
        markup.close();
        markup.begin("div", "lesson-steps");
        button(&mut markup, "make add", words.make_add(), "button primary");
        if self.is_whole() {
            button(&mut markup, "make try", words.make_try(), "button");
            button(&mut markup, "make link", words.make_link(), "button");
            button(&mut markup, "make file", words.make_file(), "button");
        }
        markup.close();
        let note = if self.lacks_line {
            words.make_needs_line()
        } else if self.is_whole() {
            words.make_kept()
        } else {
            words.make_needs()
        };
        markup.open(
            "p",
            &[
                ("class", "lesson-note"),
                ("id", "lesson-note"),
                ("role", "status"),
            ],
        );
        markup.text(note);
        markup.finish()
    }
}

fn field(markup: &mut Markup, name: &str, label: &str, value: &str) {
    let id = format!("make-{name}");
    markup.open("label", &[("class", "maker-field"), ("for", &id)]);
    markup.plain("span", label);
    let input = [
        ("id", &*id),
        ("type", "text"),
        ("data-field", name),
        ("maxlength", "600"),
        ("autocomplete", "off"),
        ("value", value),
    ];
    markup.empty("input", &input).close();
}

fn button(markup: &mut Markup, act: &str, text: &str, class: &str) {
    let button = [("type", "button"), ("class", class), ("data-act", act)];
    markup.open("button", &button).text(text).close();
}

fn same(text: &str) -> Text {
    Text {
        en: text.to_owned(),
        zh_hant: text.to_owned(),
        zh_hans: text.to_owned(),
    }
}
