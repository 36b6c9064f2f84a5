//! The page of a cartridge that can be read where a platform takes scripts and styles away: what a lesson says and asks,
//! what a view finds, or what a game is played with.

use std::fmt::Write as _;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use explorer_core::dataset::{Lang, Lesson};
use explorer_core::explore::{Setting, ViewState};
use explorer_core::game::{Deal, Level};
use explorer_core::i18n::{Words, format};
use explorer_core::page::Page;
use hong_kong_ai_explorer::ui::Library;

use super::course::Course;
use super::page::PAGE;
use super::xml::escaped;
use crate::bundle;

/// The page within an archive.
pub const READING: &str = "read.html";

/// What the page leads to beside the explorer of its own cartridge.
#[derive(Default)]
pub struct Leads {
    /// Where the explorer will be found, if that is known.
    pub address: Option<String>,
    /// What the package is called that has the same start and tells a platform what was done.
    pub counted: String,
    /// The address that says how to get it, if there is one. No site has packages: a teacher gets them from whoever
    /// made the cartridge.
    pub how: Option<String>,
}

/// How much the page says of each record that a view finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Its name, when it began, and what it is.
    Summary,
    /// Its name, and when it began.
    Name,
    /// Nothing: how many there are.
    Count,
}

impl Detail {
    /// From the most on.
    pub const ALL: [Self; 3] = [Self::Summary, Self::Name, Self::Count];
}

/// The page in the language of the start.
///
/// # Errors
/// Data with faults.
pub fn reading(course: &Course, leads: &Leads, detail: Detail) -> Result<String> {
    let lang = course.lang;
    let title = escaped(course.title.get(lang));
    let about = escaped(course.about.get(lang));
    let content = match &course.lesson {
        Some(lesson) => steps(lesson, lang),
        None => {
            let library = library(lang)?;
            match course.state.settings.of(Setting::Game) {
                Some(seed) => game(&library, &course.state, seed),
                None => records(&library, &course.state, leads, detail),
            }
        }
    };
    // A platform that shows this page by itself may not keep the one beside it.
    let to = leads.address.as_ref().map_or_else(
        || PAGE.to_owned(),
        |page| format!("{page}{}", course.opening),
    );
    let open = Words(lang).open_explorer_whole();
    Ok(format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{about}</p>\n<p><a href=\"{}\">{open}</a></p>\n{}\
         {content}</main>\n</body>\n</html>\n",
        lang.tag(),
        escaped(&to),
        counted(leads, lang),
    ))
}

/// With which package a platform counts what is done.
fn counted(leads: &Leads, lang: Lang) -> String {
    let words = Words(lang);
    let how = leads.how.as_ref().map(|address| {
        let how = words.package_how();
        format!(" <a href=\"{}\">{how}</a>", escaped(address))
    });
    format!(
        "<p>{} <code>{}</code>{}</p>\n",
        words.package_counted(),
        escaped(&leads.counted),
        how.unwrap_or_default()
    )
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

/// All records in one language.
fn library(lang: Lang) -> Result<Library> {
    let parts = bundle::parts()?;
    let bundles = parts.bundles.into_iter();
    let bundle = bundles.zip(Lang::ALL).find(|(_, other)| *other == lang);
    let (bundle, _) = bundle.context("there are no cards in this language")?;
    Ok(Library::new(bundle, Some(Arc::new(parts.texts))))
}

/// The records that a view finds, in its order. Where they do not stand in full, the page leads to where all do that can be
/// read without scripts.
fn records(library: &Library, state: &ViewState, leads: &Leads, detail: Detail) -> String {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let found = library.index().explore(state).cards;
    let mut html = format!("<p>{}</p>\n", words.results_count(found.len()));
    let address = leads.address.as_ref();
    if let Some(address) = address.filter(|_| detail != Detail::Summary) {
        let all = escaped(&format!("{address}{}", Page::All.path_in(lang)));
        let _ = writeln!(html, "<p><a href=\"{all}\">{}</a></p>", words.page_all());
    }
    let (open, close) = match detail {
        Detail::Summary => ("<dl>\n", "</dl>\n"),
        Detail::Name => ("<ul>\n", "</ul>\n"),
        Detail::Count => return html,
    };
    html.push_str(open);
    for place in found {
        let card = &library.bundle.cards[place as usize];
        let name = escaped(card.name.get(lang));
        let start = format::date(lang, card.start);
        let _ = match detail {
            Detail::Summary => {
                let summary = escaped(&card.summary);
                writeln!(html, "<dt>{name} ({start})</dt>\n<dd>{summary}</dd>")
            }
            _ => writeln!(html, "<li>{name} ({start})</li>"),
        };
    }
    html.push_str(close);
    html
}

/// What one does in a game, and its records as they are dealt, without their dates: their order is what is asked.
fn game(library: &Library, state: &ViewState, seed: &str) -> String {
    let (lang, cards) = (library.bundle.lang, &library.bundle.cards);
    let words = Words(lang);
    let level = Level::from_key(state.settings.of(Setting::Level));
    let deal = Deal::of(&library.bundle, &state.list, seed, level);
    let names = deal.cards.iter().map(|place| cards[*place].name.get(lang));
    let names: String = names
        .map(|name| format!("<li>{}</li>\n", escaped(name)))
        .collect();
    format!(
        "<p>{}</p>\n<p>{}</p>\n<ul>\n{names}</ul>\n",
        words.game_about(),
        words.package_game()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(start: &str, address: Option<&str>) -> String {
        read_in(Detail::Summary, start, address)
    }

    fn read_in(detail: Detail, start: &str, address: Option<&str>) -> String {
        let course = Course::new(start, None, None).unwrap();
        let leads = Leads {
            address: address.map(str::to_owned),
            counted: course.file_name("-scorm-1.2.zip"),
            how: address.map(|address| format!("{address}?how")),
        };
        reading(&course, &leads, detail).unwrap()
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
    }

    #[test]
    fn a_view_is_read_in_as_much_detail_as_there_is_room_for() {
        let start = "?view=cards&theme=ethics&lang=zh-Hant";
        let site = Some("https://example.org/ai/");
        let all = "<a href=\"https://example.org/ai/zh-Hant/all/\">";
        let [whole, names, count] = Detail::ALL.map(|detail| read_in(detail, start, site));
        assert!(!whole.contains(all));
        assert_eq!(names.matches("<li>").count(), whole.matches("<dt>").count());
        assert!(names.contains(all) && !names.contains("<dd>"), "{names}");
        assert!(count.contains(all) && !count.contains("<li>"), "{count}");
        assert!(!read_in(Detail::Name, start, None).contains("/all/"));
    }

    #[test]
    fn a_game_is_read_as_what_it_asks_for() {
        let html = read("?view=class&game=4B&level=hard", None);
        assert!(html.contains(Words(Lang::En).game_about()));
        let dealt = html.split("<ul>").nth(1).unwrap();
        // Eight cards to place, and the one that lies there.
        assert_eq!(dealt.matches("<li>").count(), 9);
        assert!(!dealt.contains("20"), "no date stands there: {dealt}");
        assert_ne!(
            dealt,
            read("?view=class&game=4A&level=hard", None)
                .split("<ul>")
                .nth(1)
                .unwrap()
        );
        let listed = read(
            "?view=class&list=cair-cas,hku-school-of-computing-and-data-science&game=1",
            None,
        );
        assert_eq!(listed.matches("<li>").count(), 2, "{listed}");
    }

    #[test]
    fn a_teacher_reads_which_package_counts() {
        let start = "?lesson=blueprint-to-ai-plus";
        let file = "<code>hong-kong-ai-explorer-lesson-blueprint-to-ai-plus-scorm-1.2.zip</code>";
        let alone = read(start, None);
        assert!(alone.contains(file), "{alone}");
        assert_eq!(alone.matches("<a ").count(), 1);
        let html = read(start, Some("https://example.org/ai/"));
        assert!(
            html.contains(&format!("{file} <a href=\"https://example.org/ai/?how\">")),
            "{html}"
        );
    }
}
