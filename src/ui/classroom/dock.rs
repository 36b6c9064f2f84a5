//! The lesson that is being taken, above the view that its step looks at. What was answered is in the address, as all
//! that is on screen, so a link comes back to it.

use super::Progress;
use super::desk::class_state;
use crate::address::Address;
use crate::dataset::{Bundle, Card, Lesson, Question};
use crate::explore::{Setting, View, ViewState};
use crate::ui::Words;
use crate::ui::markup::Markup;

/// A lesson at one of its steps.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dock<'a> {
    /// The lesson.
    pub lesson: &'a Lesson,
    /// What the address says.
    pub state: &'a ViewState,
    /// The words of the page's language.
    pub words: Words,
}

impl Dock<'_> {
    /// The step, from 0; after the last there is the result.
    pub fn place(self) -> usize {
        let step = self.state.settings.of(Setting::Step);
        let step: usize = step.and_then(|step| step.parse().ok()).unwrap_or(1);
        step.saturating_sub(1).min(self.lesson.steps.len())
    }

    /// A link to a step, from 0, with its view and all answers so far.
    pub fn href(self, place: usize) -> String {
        format!("?{}", self.query(place))
    }

    fn query(self, place: usize) -> String {
        let mut to = match self.lesson.steps.get(place) {
            Some(step) => Address::read(&step.view).state,
            None => ViewState {
                view: View::Class,
                ..ViewState::default()
            },
        };
        // An open record would cover what is asked; the step links to it.
        to.id = None;
        to.settings = self.state.settings.clone();
        let step = (place > 0).then(|| (place + 1).to_string());
        to.settings.set(Setting::Step, step);
        to.data.clone_from(&self.state.data);
        to.lang = self.state.lang;
        to.to_query()
    }

    /// A link to the page of the lesson, without what was answered.
    pub fn begin_href(self) -> String {
        let mut to = self.state.clone();
        to.settings.set(Setting::Answers, None);
        Dock { state: &to, ..self }.href(0)
    }

    /// The choice taken at a step, from 0.
    fn answer(self, place: usize) -> Option<usize> {
        let answers = self.state.settings.of(Setting::Answers)?;
        let letter = *answers.as_bytes().get(place)?;
        letter
            .is_ascii_lowercase()
            .then(|| usize::from(letter - b'a'))
    }

    /// This view with an answer given; the first one stays.
    pub fn answered(self, choice: usize) -> Option<ViewState> {
        let place = self.place();
        if self.answer(place).is_some() || place >= self.lesson.steps.len() {
            return None;
        }
        let letter = |at: usize| {
            let choice = if at == place {
                Some(choice)
            } else {
                self.answer(at)
            };
            choice.map_or('-', |choice| {
                char::from(b'a' + u8::try_from(choice.min(25)).unwrap_or(0))
            })
        };
        let last = self.lesson.steps.len();
        let answers: String = (0..last).map(letter).collect();
        let mut to = self.state.clone();
        to.settings.set(
            Setting::Answers,
            Some(answers.trim_end_matches('-').to_owned()),
        );
        Some(to)
    }

    /// How far the class has come.
    pub fn progress(self) -> Progress {
        let mut progress = Progress {
            complete: self.place() >= self.lesson.steps.len(),
            query: self.state.to_query(),
            ..Progress::default()
        };
        for (place, step) in self.lesson.steps.iter().enumerate() {
            let Some(question) = step
                .question
                .as_ref()
                .filter(|question| !question.is_open())
            else {
                continue;
            };
            progress.of += 1;
            if let Some(choice) = self.answer(place) {
                progress.done += 1;
                let choice = question.choices.get(choice);
                progress.right += usize::from(choice.is_some_and(|choice| choice.right));
            }
        }
        progress
    }

    /// Writes the step.
    pub fn markup(self, cards: Option<&Bundle>) -> String {
        let (lesson, words, place) = (self.lesson, self.words, self.place());
        let lang = words.0;
        let mut markup = Markup::default();
        let Some(step) = lesson.steps.get(place) else {
            return String::new();
        };
        markup.open(
            "section",
            &[("class", "lesson"), ("aria-labelledby", "lesson-title")],
        );
        markup.begin("div", "lesson-head");
        markup.begin("p", "lesson-of");
        let kept = [
            Setting::Lesson,
            Setting::Answers,
            Setting::Embed,
            Setting::Scheme,
        ];
        let page = ViewState {
            settings: self.state.settings.only(&kept),
            ..class_state(self.state)
        };
        markup.open("a", &[("href", &page.to_href())]);
        markup.text(lesson.title.get(lang)).close();
        let of = words.lesson_of(place + 1, lesson.steps.len());
        markup.leaf("span", "lesson-step", &of).close();
        let mut left = self.state.clone();
        for setting in [Setting::Lesson, Setting::Step, Setting::Answers] {
            left.settings.set(setting, None);
        }
        let leave = [
            ("class", "close"),
            ("href", &*left.to_href()),
            ("aria-label", words.lesson_leave()),
            ("title", words.lesson_leave()),
        ];
        markup.open("a", &leave).text("×").close().close();
        markup.open(
            "h2",
            &[
                ("class", "lesson-title"),
                ("id", "lesson-title"),
                ("tabindex", "-1"),
            ],
        );
        markup.text(or_else(step.title.get(lang), &of)).close();
        markup.leaf("p", "lesson-text", step.text.get(lang));
        let open = Address::read(&step.view).state.id;
        if let Some(card) = open.and_then(|id| cards?.cards.iter().find(|card| card.id == id)) {
            markup.begin("p", "lesson-open");
            self.record(&mut markup, card);
            markup.close();
        }
        if let Some(question) = &step.question {
            self.question(&mut markup, question, cards);
        }
        self.steps(&mut markup, place);
        markup.finish()
    }

    /// Writes the ways to the steps before and after, and back to this one's view.
    fn steps(self, markup: &mut Markup, place: usize) {
        let words = self.words;
        markup.begin("div", "lesson-steps");
        if place > 0 {
            let href = self.href(place - 1);
            markup.open("a", &[("class", "button"), ("href", &href)]);
            markup.text(words.lesson_back()).close();
        }
        let present = ViewState {
            id: None,
            ..self.state.clone()
        };
        if self.query(place) != present.to_query() {
            let href = self.href(place);
            markup.open("a", &[("class", "button"), ("href", &href)]);
            markup.text(words.lesson_here()).close();
        }
        let next = if place + 1 < self.lesson.steps.len() {
            words.lesson_next()
        } else {
            words.lesson_finish()
        };
        let href = self.href(place + 1);
        markup.open(
            "a",
            &[
                ("class", "button primary"),
                ("id", "lesson-next"),
                ("href", &href),
            ],
        );
        markup.text(next).close().close();
    }

    fn question(self, markup: &mut Markup, question: &Question, cards: Option<&Bundle>) {
        let (words, lang) = (self.words, self.words.0);
        let answer = self.answer(self.place());
        markup.open(
            "div",
            &[
                ("class", "lesson-question"),
                ("role", "group"),
                ("aria-labelledby", "lesson-question"),
            ],
        );
        markup.open("p", &[("id", "lesson-question"), ("class", "lesson-asked")]);
        markup.text(question.text.get(lang)).close();
        if question.is_open() {
            if answer.is_none() {
                let button = [
                    ("type", "button"),
                    ("class", "button"),
                    ("data-act", "choose 0"),
                ];
                markup
                    .open("button", &button)
                    .text(words.lesson_reveal())
                    .close();
            }
        } else {
            markup.begin("ul", "lesson-choices");
            for (i, choice) in question.choices.iter().enumerate() {
                markup.open("li", &[]);
                let act = format!("choose {i}");
                let (sign, class) = match answer {
                    Some(_) if choice.right => ("✓", "choice choice-right"),
                    Some(taken) if taken == i => ("✗", "choice choice-wrong"),
                    _ => ("", "choice"),
                };
                let mut button = vec![("type", "button"), ("class", class), ("data-act", &*act)];
                if answer.is_some() {
                    button.push(("aria-disabled", "true"));
                }
                if answer == Some(i) {
                    button.push(("aria-pressed", "true"));
                }
                markup.open("button", &button);
                markup.open("span", &[("class", "choice-sign"), ("aria-hidden", "true")]);
                markup.text(sign).close();
                markup.plain("span", choice.text.get(lang)).close().close();
            }
            markup.close();
        }
        markup.open(
            "div",
            &[("id", "lesson-why"), ("tabindex", "-1"), ("role", "status")],
        );
        if let Some(answer) = answer {
            self.why(markup, question, answer, cards);
        }
        markup.close().close();
    }

    fn why(self, markup: &mut Markup, question: &Question, answer: usize, cards: Option<&Bundle>) {
        let (words, lang) = (self.words, self.words.0);
        let right = question.choices.iter().find(|choice| choice.right);
        let is_right = question
            .choices
            .get(answer)
            .is_some_and(|choice| choice.right);
        markup.begin("p", "lesson-verdict");
        match right {
            None => markup.text(words.lesson_answer()),
            Some(_) if is_right => markup.text(words.lesson_right()),
            Some(right) => markup.text(&words.lesson_wrong(right.text.get(lang))),
        };
        markup.close();
        markup.leaf("p", "lesson-reason", question.why.get(lang));
        let Some(cards) = cards else { return };
        let named = |id: &String| cards.cards.iter().find(|card| card.id == *id);
        let named: Vec<_> = question.records.iter().filter_map(named).collect();
        if named.is_empty() {
            return;
        }
        markup.begin("p", "lesson-records");
        markup.text(words.lesson_records());
        for (i, card) in named.iter().enumerate() {
            if i > 0 {
                markup.text(words.comma());
            }
            self.record(markup, card);
        }
        markup.close();
    }

    /// Writes a link that opens a record over the present view.
    fn record(self, markup: &mut Markup, card: &Card) {
        let state = ViewState {
            id: Some(card.id.clone()),
            ..self.state.clone()
        };
        markup.open("a", &[("href", &state.to_href())]);
        markup.text(card.name.get(self.words.0)).close();
    }
}

fn or_else<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}
