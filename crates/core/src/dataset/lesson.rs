//! Lessons: steps through the explorer's views, each with a text and a question.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check::Check;
use super::json::{parse, read_written};
use super::reader::{Reader, read_fields};
use super::{Fault, Lang, Standard, Text, Unreadable};

/// A lesson: the shape of `public/data/lessons/<id>.json`, and of what a teacher keeps or hands on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Lesson {
    /// Its id, the same as the file's name.
    pub id: String,
    /// The title.
    pub title: Text,
    /// What the class does and why, in a sentence or two; a teacher's own lesson may do without.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub summary: Text,
    /// The youngest and the oldest for whom it is made, in years.
    pub ages: Vec<u16>,
    /// How many minutes it takes.
    pub minutes: u16,
    /// What the class can do afterwards.
    pub aims: Vec<Text>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// A step of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Step {
    /// The title; a teacher's own lesson may do without.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// What to look at, and why.
    pub text: Text,
    /// The view that it looks at, as a query string of the explorer.
    pub view: String,
    /// What is asked, if anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
}

/// A question: with choices, one of them right, or open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Question {
    /// What is asked.
    pub text: Text,
    /// From what the class chooses; empty for an open question.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Why the right choice is right, or what a good answer to an open question says.
    pub why: Text,
    /// The records that say so, by their ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<String>,
}

/// One of the answers among which a class chooses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Choice {
    /// The answer.
    pub text: Text,
    /// Whether it is the right one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub right: bool,
}

/// How many steps a lesson has at most.
pub const MOST_STEPS: usize = 40;

impl Lesson {
    /// Reads somebody's lesson, and judges what can be told of it alone: its shape, what is missing, and that exactly one
    /// choice is right. What is a mere hint is not told: a class takes the lesson as it is.
    ///
    /// # Errors
    /// Every fault, by name.
    pub fn read(file: &str, json: &str) -> Result<Self, Vec<Fault>> {
        Self::read_by(Standard::Others, file, json, &Lang::ALL)
    }

    /// Reads one of the explorer's own lessons, which is called as its file is and has every text in the languages of the
    /// data, and in which a character that nobody sees is a fault as well.
    ///
    /// # Errors
    /// Every fault, by name.
    pub fn read_own(file: &str, json: &str, languages: &[Lang]) -> Result<Self, Vec<Fault>> {
        Self::read_by(Standard::Own, file, json, languages)
    }

    fn read_by(
        standard: Standard,
        file: &str,
        json: &str,
        languages: &[Lang],
    ) -> Result<Self, Vec<Fault>> {
        let json = parse(file, json).map_err(|fault| vec![fault])?;
        let (lesson, unreadable) = Reader::read_value::<Self>(file, &json, standard);
        let mut check = Check {
            standard,
            languages,
            unreadable: unreadable.len(),
            faults: unreadable,
            ..Check::new(file)
        };
        check.lesson(&lesson);
        if check.faults.iter().all(|fault| fault.is_hint) {
            Ok(lesson)
        } else {
            Err(check.faults)
        }
    }

    /// Reads a lesson that is being made, however little there is of it.
    ///
    /// # Errors
    /// What keeps it from being read.
    pub fn read_draft(json: &str) -> Result<Self, Unreadable> {
        read_written("draft", json)
    }

    /// Reads the lessons that the build has put together.
    ///
    /// # Errors
    /// What keeps them from being read.
    pub fn read_all(file: &str, json: &str) -> Result<Vec<Self>, Unreadable> {
        read_written(file, json)
    }
}

impl Question {
    /// Whether there is nothing to choose from.
    pub fn is_open(&self) -> bool {
        self.choices.is_empty()
    }
}

impl Check<'_> {
    fn lesson(&mut self, lesson: &Lesson) {
        self.id("id", &lesson.id);
        if self.standard == Standard::Own {
            self.own_lesson(lesson);
        }
        self.translated("title", &lesson.title);
        for (i, aim) in lesson.aims.iter().enumerate() {
            self.translated(&format!("aims[{i}]"), aim);
        }
        if !matches!(lesson.ages[..], [from, to] if from <= to) {
            self.fault(
                "ages",
                "is no pair of ages; write the youngest and the oldest, such as [12, 15]",
            );
        }
        if !(1..=600).contains(&lesson.minutes) {
            self.fault(
                "minutes",
                "is no length of a lesson; write how many minutes it takes",
            );
        }
        if !(1..=MOST_STEPS).contains(&lesson.steps.len()) {
            self.fault("steps", format!("must have from 1 to {MOST_STEPS} steps"));
        }
        for (i, step) in lesson.steps.iter().enumerate() {
            self.translated(&format!("steps[{i}].text"), &step.text);
            let Some(question) = &step.question else {
                continue;
            };
            let field = format!("steps[{i}].question");
            self.translated(&format!("{field}.text"), &question.text);
            self.translated(&format!("{field}.why"), &question.why);
            for (j, choice) in question.choices.iter().enumerate() {
                self.name(&format!("{field}.choices[{j}].text"), &choice.text);
            }
            let choices: Vec<&Text> = question.choices.iter().map(|choice| &choice.text).collect();
            let list = format!("{field}.choices");
            self.repeated(&list, &choices, |text| text.is_empty());
            let records: Vec<&String> = question.records.iter().collect();
            self.repeated(&format!("{field}.records"), &records, |id| id.is_empty());
            let right = question
                .choices
                .iter()
                .filter(|choice| choice.right)
                .count();
            if !question.is_open() && (right != 1 || question.choices.len() < 2) {
                self.fault(
                    list,
                    "must be two or more, exactly one of them with \"right\": true",
                );
            }
        }
    }

    /// What a teacher's lesson may do without and the explorer's own may not: the file's name for an id, a summary, and a
    /// title for each step.
    fn own_lesson(&mut self, lesson: &Lesson) {
        self.named_as_file(&lesson.id);
        self.text("summary", &lesson.summary);
        for (i, step) in lesson.steps.iter().enumerate() {
            self.text(&format!("steps[{i}].title"), &step.title);
        }
    }

    /// A text of a lesson: the explorer's own is translated.
    fn translated(&mut self, field: &str, text: &Text) {
        match self.standard {
            Standard::Own => self.text(field, text),
            Standard::Others => self.name(field, text),
        }
    }
}

read_fields!(Lesson {
    id,
    title,
    summary,
    ages,
    minutes,
    aims,
    steps
});
read_fields!(Step {
    title,
    text,
    view,
    question
});
read_fields!(Question {
    text,
    choices,
    why,
    records
});
read_fields!(Choice { text, right });
