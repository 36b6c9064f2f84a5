//! The page of a cartridge that can be read where a platform takes scripts and styles away: what a lesson says and asks, or
//! what a view finds.

use std::fmt::Write as _;
use std::sync::Arc;

use anyhow::Result;
use explorer_core::dataset::{Lang, Lesson};
use explorer_core::explore::ViewState;
use explorer_core::i18n::{Words, format};
use hong_kong_ai_explorer::ui::Library;

use super::course::Course;
use super::page::PAGE;
use super::xml::escaped;
use crate::bundle;

/// The page within an archive.
pub const READING: &str = "read.html";

/// The page in the language of the start. `address` is where the explorer will be found, if that is known.
///
/// # Errors
/// Data with faults.
pub fn reading(course: &Course, address: Option<&str>) -> Result<String> {
    let lang = course.lang;
    let title = escaped(course.title.get(lang));
    let about = escaped(course.about.get(lang));
    let content = match &course.lesson {
        Some(lesson) => steps(lesson, lang),
        None if course.is_answered => String::new(),
        None => records(&course.state, lang)?,
    };
    // A platform that shows this page by itself may not keep the one beside it.
    let to = address.map_or_else(
        || PAGE.to_owned(),
        |page| format!("{page}{}", course.opening),
    );
    let open = Words(lang).open_explorer_whole();
    Ok(format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{about}</p>\n<p><a href=\"{}\">{open}</a></p>\n\
         {content}</main>\n</body>\n</html>\n",
        lang.tag(),
        escaped(&to),
    ))
}

/// What each step of a lesson says and asks, without the answers.
fn steps(lesson: &Lesson, lang: Lang) -> String {
    let mut html = String::new();
    for (step, number) in lesson.steps.iter().zip(1..) {
        let title = match step.title.get(lang) {
            "" => Words(lang).lesson_of(number, lesson.steps.len()),
            title => format!("{number}. {title}"),
        };
        let text = escaped(step.text.get(lang));
        let _ = writeln!(html, "<h2>{}</h2>\n<p>{text}</p>", escaped(&title));
        let Some(question) = &step.question else {
            continue;
        };
        let asked = escaped(question.text.get(lang));
        let _ = writeln!(html, "<p><strong>{asked}</strong></p>");
        let choices = question.choices.iter();
        let choices: String = choices
            .map(|choice| format!("<li>{}</li>\n", escaped(choice.text.get(lang))))
            .collect();
        if !choices.is_empty() {
            let _ = writeln!(html, "<ol type=\"a\">\n{choices}</ol>");
        }
    }
    html
}

/// The records that a view finds, in its order.
fn records(state: &ViewState, lang: Lang) -> Result<String> {
    let parts = bundle::parts()?;
    let texts = Arc::new(parts.texts);
    let [en, zh_hant, zh_hans] = parts.bundles;
    let bundle = match lang {
        Lang::En => en,
        Lang::ZhHant => zh_hant,
        Lang::ZhHans => zh_hans,
    };
    let library = Library::new(bundle, Some(texts));
    let found = library.index().explore(state).cards;
    let mut html = format!("<p>{}</p>\n<dl>\n", Words(lang).results_count(found.len()));
    for place in found {
        let card = &library.bundle.cards[place as usize];
        let name = escaped(card.name.get(lang));
        let start = format::date(lang, card.start);
        let summary = escaped(&card.summary);
        let _ = writeln!(html, "<dt>{name} ({start})</dt>\n<dd>{summary}</dd>");
    }
    html.push_str("</dl>\n");
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(start: &str, address: Option<&str>) -> String {
        let course = Course::new(start, None, None).unwrap();
        reading(&course, address).unwrap()
    }

    #[test]
    fn a_lesson_can_be_read_without_its_answers() {
        let html = read("?lesson=blueprint-to-ai-plus&lang=zh-Hant", None);
        assert!(html.contains("<html lang=\"zh-Hant\">"));
        assert!(html.contains("<a href=\"index.html\">"));
        assert!(
            html.contains("<h2>1. 政策局、施政報告與藍圖</h2>"),
            "{html}"
        );
        assert!(html.contains("三者按開始時間排列，次序是甚麼？"));
        assert!(html.contains("<li>先有政策局，再有施政報告的計劃，然後是藍圖</li>"));
        assert!(!html.contains("創新及科技局2015年成立"), "why is an answer");
    }

    #[test]
    fn a_view_is_read_as_its_records() {
        let html = read("?view=cards&theme=ethics", Some("https://example.org/ai/"));
        let link = "<a href=\"https://example.org/ai/?view=cards&amp;theme=ethics\">";
        assert!(html.contains(link), "{html}");
        assert!(html.matches("<dt>").count() > 10);
        assert!(!html.contains("<script") && !html.contains("style="));
        assert!(!read("?view=class&game=4B", None).contains("<dt>"));
    }
}
