//! The questions of a lesson for the question banks of learning platforms: as GIFT, which most of them read, and as Moodle's
//! own XML. An open question becomes one that a teacher marks.

use std::fmt::Write as _;

use html_escape::encode_double_quoted_attribute as escape;

use crate::dataset::{Lang, Lesson, Question, Step};

/// The questions of a lesson, each with its step and the step's number, from 1.
fn questions(lesson: &Lesson) -> impl Iterator<Item = (usize, &Step, &Question)> {
    let steps = lesson.steps.iter().zip(1..);
    steps.filter_map(|(step, number)| Some((number, step, step.question.as_ref()?)))
}

/// What a question is called in a bank: its step, and what that is called.
fn name(number: usize, step: &Step, question: &Question, lang: Lang) -> String {
    let title = match step.title.get(lang) {
        "" => question.text.get(lang),
        title => title,
    };
    format!("{number}. {title}")
}

/// The questions as GIFT (<https://docs.moodle.org/en/GIFT_format>).
pub fn gift(lesson: &Lesson, lang: Lang) -> String {
    let mut text = format!("// {}\n", in_line(lesson.title.get(lang)));
    for (number, step, question) in questions(lesson) {
        let name = in_gift(&name(number, step, question, lang));
        let asked = in_gift(question.text.get(lang));
        let _ = write!(text, "\n::{name}::[plain]{asked} {{\n");
        for choice in &question.choices {
            let sign = if choice.right { '=' } else { '~' };
            // Without it, what looks like a format or a weight at the beginning would be one.
            let _ = writeln!(text, "\t{sign}[plain]{}", in_gift(choice.text.get(lang)));
        }
        let _ = write!(
            text,
            "\t####[plain]{}\n}}\n",
            in_gift(question.why.get(lang))
        );
    }
    text
}

/// A text in one line, with the characters escaped that mean something in GIFT.
fn in_gift(text: &str) -> String {
    let mut escaped = String::new();
    for c in in_line(text).chars() {
        if matches!(c, '~' | '=' | '#' | '{' | '}' | ':' | '\\') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn in_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The questions as Moodle XML (<https://docs.moodle.org/en/Moodle_XML_format>), in a category that is called after the
/// lesson.
pub fn moodle_xml(lesson: &Lesson, lang: Lang) -> String {
    // A slash would part a category from one within it; two are one in its name.
    let category = lesson.title.get(lang).replace('/', "//");
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n<question type=\"category\">\
         <category>{}</category></question>\n",
        text(&format!("$course$/top/{category}"))
    );
    for (number, step, question) in questions(lesson) {
        let kind = if question.is_open() {
            "essay"
        } else {
            "multichoice"
        };
        let name = text(&name(number, step, question, lang));
        let asked = text(question.text.get(lang));
        let why = text(question.why.get(lang));
        let _ = write!(
            xml,
            "<question type=\"{kind}\">\n<name>{name}</name>\n\
             <questiontext format=\"plain_text\">{asked}</questiontext>\n\
             <generalfeedback format=\"plain_text\">{why}</generalfeedback>\n<defaultgrade>1</defaultgrade>\n"
        );
        if question.is_open() {
            let _ = writeln!(xml, "<graderinfo format=\"plain_text\">{why}</graderinfo>");
        } else {
            xml.push_str("<single>true</single>\n<shuffleanswers>true</shuffleanswers>\n<answernumbering>abc</answernumbering>\n");
        }
        for choice in &question.choices {
            let fraction = if choice.right { 100 } else { 0 };
            let answer = text(choice.text.get(lang));
            let _ = writeln!(
                xml,
                "<answer fraction=\"{fraction}\" format=\"plain_text\">{answer}</answer>"
            );
        }
        xml.push_str("</question>\n");
    }
    xml.push_str("</quiz>\n");
    xml
}

/// A text in one line, as Moodle XML has it.
fn text(text: &str) -> String {
    format!("<text>{}</text>", escape(&in_line(text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Choice, Text};

    fn text(en: &str) -> Text {
        Text {
            en: en.to_owned(),
            zh_hant: "問？".to_owned(),
            zh_hans: "问？".to_owned(),
        }
    }

    fn lesson() -> Lesson {
        let choice = |en: &str, right| Choice {
            text: text(en),
            right,
        };
        let question = |en: &str, choices| {
            Some(Question {
                text: text(en),
                choices,
                why: text("So {it} is & was."),
                ..Question::default()
            })
        };
        Lesson {
            title: text("AI/AI+"),
            steps: vec![
                Step {
                    title: text("Who: paid?"),
                    question: question(
                        "Who = whom?\n#1",
                        vec![choice("~A", false), choice("B", true)],
                    ),
                    ..Step::default()
                },
                Step::default(),
                Step {
                    question: question("Why?", Vec::new()),
                    ..Step::default()
                },
            ],
            ..Lesson::default()
        }
    }

    #[test]
    fn questions_are_written_as_gift() {
        let expected = "// AI/AI+\n\
            \n::1. Who\\: paid?::[plain]Who \\= whom? \\#1 {\n\t~[plain]\\~A\n\t=[plain]B\n\t####[plain]So \\{it\\} is & was.\n}\n\
            \n::3. Why?::[plain]Why? {\n\t####[plain]So \\{it\\} is & was.\n}\n";
        assert_eq!(gift(&lesson(), Lang::En), expected);
        assert!(gift(&lesson(), Lang::ZhHant).contains("::3. 問？::[plain]問？ {"));
    }

    #[test]
    fn questions_are_written_as_moodle_xml() {
        let xml = moodle_xml(&lesson(), Lang::En);
        for part in [
            "<category><text>$course$/top/AI//AI+</text></category>",
            "<question type=\"multichoice\">\n<name><text>1. Who: paid?</text></name>",
            "<answer fraction=\"0\" format=\"plain_text\"><text>~A</text></answer>",
            "<answer fraction=\"100\" format=\"plain_text\"><text>B</text></answer>",
            "<question type=\"essay\">\n<name><text>3. Why?</text></name>",
            "<generalfeedback format=\"plain_text\"><text>So {it} is &amp; was.</text>",
        ] {
            assert!(xml.contains(part), "{part}: {xml}");
        }
        assert_eq!(xml.matches("</question>").count(), 3);
    }
}
