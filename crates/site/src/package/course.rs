//! What a package teaches: where it begins, and what it is called.

use std::fmt::Write as _;
use std::sync::Arc;

use anyhow::{Result, anyhow, bail};
use explorer_core::dataset::{Dataset, Lang, Lesson, Text};
use explorer_core::explore::{Setting, ViewState};
use sha2::{Digest, Sha256};

use super::start::{address, known, opening, taken};
use super::title;
use crate::data::DataFiles;

/// The name that the files of all packages share.
const NAME: &str = "hong-kong-ai-explorer";
/// How much of the start a file's name tells, in characters.
const LONGEST: usize = 48;

/// What a package teaches.
pub struct Course {
    /// The address that was asked for, as the explorer writes it; empty for the overview.
    pub start: String,
    /// The address at which the page opens: the start, and of a lesson the view of its step.
    pub opening: String,
    /// The language that the start names, for standards that have room for one.
    pub lang: Lang,
    /// From how much on it is passed, in per cent; without it nothing is judged.
    pub passing: Option<u8>,
    /// Whether there is something to answer at the start. Elsewhere a learner has done all when they have seen it.
    pub is_answered: bool,
    /// The view at which it begins.
    pub state: ViewState,
    /// The lesson, where it begins at one.
    pub lesson: Option<Arc<Lesson>>,
    /// What platforms call it.
    pub title: Text,
    /// What it is, in a few sentences.
    pub about: Text,
    /// The words of the data set's own title. Somebody else's data has another, and so other identifiers.
    data: String,
}

impl Course {
    /// What begins at an address of the explorer, with a title of one's own or that of what is there.
    ///
    /// # Errors
    /// Data that cannot be read, an address that the explorer would pass over, in part or whole, or something to pass
    /// where nothing is answered.
    pub fn new(start: &str, title: Option<&str>, passing: Option<u8>) -> Result<Self> {
        let (dataset, lessons) = data()?;
        let state = known(start, &dataset.vocabulary)?;
        let lesson = taken(&state, lessons)?;
        let settings = &state.settings;
        let is_answered = [Setting::Lesson, Setting::Game]
            .iter()
            .any(|&setting| settings.of(setting).is_some());
        let is_judged = match &lesson {
            Some(lesson) => lesson
                .steps
                .iter()
                .filter_map(|step| step.question.as_ref())
                .any(|question| !question.choices.is_empty()),
            None => is_answered,
        };
        if passing.is_some() && !is_judged {
            bail!(
                "nothing is answered by choices at --start \"{start}\", so there is nothing to pass; leave out --passing"
            );
        }
        let own = title::own(&state, &dataset, lesson.as_deref());
        let about = lesson.as_ref().map(|lesson| lesson.summary.clone());
        let explorer = &dataset.vocabulary.explorer;
        let first = explorer.written_in().first().copied().unwrap_or_default();
        let data = joined(
            &explorer.title.get(first).to_lowercase(),
            char::is_alphanumeric,
        );
        Ok(Self {
            is_answered,
            start: address(&state),
            opening: opening(&state, lesson.clone()),
            lang: state.lang.unwrap_or_default(),
            passing,
            title: title.map_or(own, title::typed),
            about: about.unwrap_or(dataset.vocabulary.explorer.about),
            state,
            lesson,
            data,
        })
    }

    /// From how much on it is passed, from 0 to 1.
    pub fn passing_share(&self) -> Option<f64> {
        self.passing.map(|passing| f64::from(passing) / 100.0)
    }

    /// The name of a package's file.
    pub fn file_name(&self, ending: &str) -> String {
        let words = joined(&self.start, |c| c.is_ascii_alphanumeric());
        // A lesson that is in the address itself is long, and has no name.
        let words = match words.get(..LONGEST) {
            Some(words) => format!("{words}-{}", self.short_id("file")),
            None => words,
        };
        let passing = self.passing.map(|passing| format!("-passing-{passing}"));
        let passing = passing.unwrap_or_default();
        match words.as_str() {
            "" => format!("{NAME}{ending}"),
            words => format!("{NAME}-{words}{passing}{ending}"),
        }
    }

    /// A name for a part of the course that nothing else in the world has, and that stays the same from package to
    /// package, so that a platform knows a newer one for the same course: a UUID made of the data set's title and the
    /// start, which names the language where it is not English.
    pub fn identifier(&self, part: &str) -> String {
        let digest = Sha256::digest(format!("{}\n{}\n{part}", self.data, self.start));
        let mut bytes: Vec<u8> = digest.iter().copied().take(16).collect();
        // Version 8, which is free in how it is made, of the usual variant.
        bytes[6] = (bytes[6] & 0x0f) | 0x80;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        let mut text = String::new();
        for (place, byte) in bytes.iter().enumerate() {
            if [4, 6, 8, 10].contains(&place) {
                text.push('-');
            }
            let _ = write!(text, "{byte:02x}");
        }
        text
    }

    /// The first digits of it, for the name of a file.
    pub fn short_id(&self, part: &str) -> String {
        self.identifier(part).chars().take(8).collect()
    }

    /// The same where XML wants a name, which begins with a letter: after the part.
    pub fn xml_id(&self, part: &str) -> String {
        format!("{part}-{}", self.identifier(part))
    }
}

/// The words of a text, joined by hyphens.
fn joined(text: &str, is_of_word: impl Fn(char) -> bool) -> String {
    let words = text.split(|c| !is_of_word(c));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn data() -> Result<(Dataset, Vec<Lesson>)> {
    let files = DataFiles::read()?;
    let (dataset, _) = files
        .dataset()
        .map_err(|_| anyhow!("the data cannot be used. Type:\n  cargo xtask check"))?;
    let (lessons, _) = files.lessons(&dataset);
    Ok((dataset, lessons))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use flate2::Compression;
    use flate2::write::DeflateEncoder;

    use super::*;

    fn course(start: &str) -> Course {
        Course::new(start, None, None).unwrap()
    }

    #[test]
    fn a_start_is_written_as_the_explorer_writes_it() {
        assert_eq!(course("").start, "");
        assert_eq!(course("?").start, "");
        assert_eq!(
            course("?theme=ethics&view=cards").start,
            "?view=cards&theme=ethics"
        );
        assert_eq!(course("?q=\"><script>").start, "?q=%22%3E%3Cscript%3E");
    }

    #[test]
    fn a_lesson_opens_in_the_view_of_its_step() {
        let check = |start: &str, opening: &str| assert_eq!(course(start).opening, opening);
        let view = "?view=timeline&theme=government&from=2012&to=2017&lesson=blueprint-to-ai-plus";
        check("?lesson=blueprint-to-ai-plus", view);
        check(
            "?lesson=blueprint-to-ai-plus&lang=zh-Hant",
            &format!("{view}&lang=zh-Hant"),
        );
        // Who asks for a view, or for the lesson's page, gets it.
        let page = "?view=class&lesson=blueprint-to-ai-plus";
        check(page, page);
        check("?view=cards&theme=ethics", "?view=cards&theme=ethics");
        check("", "");
    }

    #[test]
    fn what_is_packed_says_what_it_is_in_each_language() {
        let check = |start: &str, en: &str, zh_hant: &str| {
            let title = course(start).title;
            assert_eq!((&*title.en, &*title.zh_hant), (en, zh_hant), "{start}");
        };
        check("", "Hong Kong AI Explorer", "香港人工智能探索");
        check(
            "?view=cards&theme=ethics&from=2020",
            "Ethics · from 2020 · Cards · Hong Kong AI Explorer",
            "道德 · 2020年起 · 卡片 · 香港人工智能探索",
        );
        check(
            "?view=class&game=2026-11-27",
            "Which came first? · Set of 27 November 2026 · Hong Kong AI Explorer",
            "誰先誰後？ · 2026年11月27日題目 · 香港人工智能探索",
        );
        assert_eq!(course("?view=cards&lang=zh-HK").lang, Lang::ZhHant);
    }

    #[test]
    fn only_what_is_answered_can_be_passed() {
        let passing = |start: &str| Course::new(start, None, Some(60));
        assert!(
            passing("?view=cards")
                .err()
                .unwrap()
                .to_string()
                .contains("leave out --passing")
        );
        let course = passing("?lesson=blueprint-to-ai-plus").unwrap();
        assert_eq!(course.passing_share(), Some(0.6));
        assert!(
            course
                .file_name("-cmi5.zip")
                .ends_with("-passing-60-cmi5.zip")
        );
    }

    #[test]
    fn a_start_that_means_nothing_is_told() {
        let told = |start: &str| Course::new(start, None, None).err().unwrap().to_string();
        assert!(told("view=cards").contains("--start \"?view=cards\""));
        assert!(told("?colour=blue&theme=none").contains("colour=blue and theme=none"));
    }

    #[test]
    fn files_are_named_after_what_they_hold() {
        assert_eq!(course("").file_name(".html"), "hong-kong-ai-explorer.html");
        assert_eq!(
            course("?view=cards&theme=ethics").file_name("-cmi5.zip"),
            "hong-kong-ai-explorer-view-cards-theme-ethics-cmi5.zip"
        );
        let long = "?q=".to_owned() + &"a".repeat(200);
        let longer = format!("{long}b");
        assert!(course(&long).file_name(".html").len() < 90);
        assert_ne!(
            course(&long).file_name(".html"),
            course(&longer).file_name(".html")
        );
    }

    #[test]
    fn a_lesson_has_its_own_title_be_it_named_or_held() {
        let named = course("?lesson=blueprint-to-ai-plus");
        assert!(named.is_answered && !course("?view=cards").is_answered);
        assert_ne!(named.title, course("").title);
        let files = DataFiles::read().unwrap();
        let file = files
            .lessons
            .iter()
            .find(|file| file.path.ends_with("/blueprint-to-ai-plus.json"))
            .unwrap();
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
        packer
            .write_all(file.json.as_ref().unwrap().as_bytes())
            .unwrap();
        let letters = URL_SAFE_NO_PAD.encode(packer.finish().unwrap());
        let held = course(&format!("?lesson=~{letters}"));
        assert_eq!(held.title, named.title);
        assert_ne!(held.identifier("au"), named.identifier("au"));
        let told = Course::new("?lesson=none", None, None).err().unwrap();
        assert!(told.to_string().contains("blueprint-to-ai-plus"));
    }

    #[test]
    fn identifiers_stay_and_differ() {
        let ethics = course("?theme=ethics");
        assert_eq!(
            ethics.identifier("au"),
            course("?theme=ethics").identifier("au")
        );
        assert_ne!(ethics.identifier("au"), ethics.identifier("course"));
        assert_ne!(ethics.identifier("au"), course("").identifier("au"));
        assert_eq!(ethics.identifier("au").len(), 36);
    }
}
