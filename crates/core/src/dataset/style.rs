//! How the words of a record are written, as far as a machine can tell.

use super::han::is_han;
use super::hidden::first_hidden;
use super::{Fault, Initiative, Lang, Lesson, List, Text, Vocabulary};

/// The longest English sentence, in words.
const WORDS: usize = 40;
/// The longest Chinese sentence, in characters.
const CHARACTERS: usize = 95;
/// Characters that only Simplified text has. Made from OpenCC's `STCharacters.txt` (as `ferrous-opencc` 0.4 has it): those of whose Traditional forms none
/// is the character itself, without what is a standard form in Hong Kong (`HKVariants.txt`; 恒) or Taiwan (`TWVariants.txt`),
/// and with the common ones that Traditional text has in rare words alone, such as 据 in 拮据.
const SIMPLIFIED_ONLY: &str = include_str!("scripts/simplified.txt");
/// Characters that only Traditional text has, from OpenCC's `TSCharacters.txt` in the same way.
const TRADITIONAL_ONLY: &str = include_str!("scripts/traditional.txt");

/// What is right as it is, whatever the rules say of its characters: names, and words that are written so in either script.
const RIGHT: [&str; 3] = ["拮据", "胜肽", "赤鱲角"];

/// Words of Hong Kong and Taiwan that the mainland does not use, in Simplified characters, with what it says.
const NOT_MAINLAND: [(&str, &str); 5] = [
    ("平方呎", "平方英尺"),
    ("公帑", "政府资金"),
    ("仓务", "仓储"),
    ("人工智慧", "人工智能"),
    ("持份者", "利益相关方"),
];
/// The same, where other words may hold the two characters, as 互联网路由 does.
const PERHAPS_NOT_MAINLAND: [(&str, &str); 5] = [
    ("机械人", "机器人"),
    ("网路", "网络"),
    ("网志", "博客"),
    ("课室", "教室"),
    ("视讯", "视频"),
];

/// What stands in place of what is right as it is while the rest is judged: neither Han nor punctuation.
const NEITHER: &str = "\u{fffc}";

/// What is told of a text with spaces that mean nothing.
pub(super) const LOOSE: &str = "has a doubled space, or one at an end; remove it";

/// Whether a text has a space at an end, or two of them beside each other.
pub(super) fn is_loose(words: &str) -> bool {
    let is_double = |pair: &[char]| pair.iter().all(|c| matches!(c, ' ' | '\u{a0}'));
    words.trim() != words || words.chars().collect::<Vec<_>>().windows(2).any(is_double)
}

/// Every breach of the writing rules in a record.
pub fn check_style(file: &str, record: &Initiative) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut sentence =
        |field: String, text: &Text| check_text(file, &field, text, true, &mut faults);
    sentence("summary".to_owned(), &record.summary);
    for (i, fact) in record.facts.iter().enumerate() {
        sentence(format!("facts[{i}].text"), &fact.text);
    }
    for (i, milestone) in record.milestones.iter().enumerate() {
        sentence(format!("milestones[{i}].text"), &milestone.text);
    }
    for (i, amount) in record.amounts.iter().enumerate() {
        sentence(format!("amounts[{i}].what"), &amount.what);
    }
    for (i, doubt) in record.doubts.iter().enumerate() {
        sentence(format!("doubts[{i}].text"), &doubt.text);
    }
    for (i, correction) in record.corrections.iter().enumerate() {
        sentence(format!("corrections[{i}].text"), &correction.text);
    }
    check_text(file, "name", &record.name, false, &mut faults);
    if let Some(landmark) = &record.landmark {
        check_text(file, "landmark", landmark, false, &mut faults);
    }
    for lang in Lang::ALL {
        for (i, word) in record.keywords.get(lang).iter().enumerate() {
            let field = format!("keywords.{}[{i}]", lang.tag());
            check_words(file, &field, (lang, word), false, &mut faults);
        }
    }
    faults
}

/// Every breach of the writing rules in what a data set says of itself and calls things.
pub fn check_vocabulary_style(file: &str, vocabulary: &Vocabulary) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut check = |field: String, text: &Text, sentences| {
        check_text(file, &field, text, sentences, &mut faults);
    };
    let explorer = &vocabulary.explorer;
    check("explorer.title".to_owned(), &explorer.title, false);
    check("explorer.about".to_owned(), &explorer.about, true);
    if let Some(publisher) = &explorer.publisher {
        check("explorer.publisher.name".to_owned(), &publisher.name, false);
    }
    for (i, section) in explorer.sections.iter().enumerate() {
        let field = format!("explorer.sections[{i}]");
        check(format!("{field}.heading"), &section.heading, false);
        for (j, text) in section.text.iter().enumerate() {
            check(format!("{field}.text[{j}]"), text, true);
        }
    }
    for list in List::ALL {
        for (i, (_, name)) in vocabulary.list(list).enumerate() {
            check(format!("{}[{i}].name", list.key()), name, false);
        }
    }
    for (i, theme) in vocabulary.themes.iter().enumerate() {
        check(format!("themes[{i}].short"), &theme.short, false);
        check(format!("themes[{i}].summary"), &theme.summary, true);
    }
    for (i, era) in vocabulary.eras.iter().enumerate() {
        check(format!("eras[{i}].summary"), &era.summary, true);
    }
    faults
}

/// Every breach of the writing rules in a lesson, but for those on sentences: a question may be a few words.
pub fn check_lesson_style(file: &str, lesson: &Lesson) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut check = |field: String, text: &Text| check_text(file, &field, text, false, &mut faults);
    check("title".to_owned(), &lesson.title);
    check("summary".to_owned(), &lesson.summary);
    for (i, aim) in lesson.aims.iter().enumerate() {
        check(format!("aims[{i}]"), aim);
    }
    for (i, step) in lesson.steps.iter().enumerate() {
        check(format!("steps[{i}].title"), &step.title);
        check(format!("steps[{i}].text"), &step.text);
        if let Some(question) = &step.question {
            let field = format!("steps[{i}].question");
            check(format!("{field}.text"), &question.text);
            check(format!("{field}.why"), &question.why);
            for (j, choice) in question.choices.iter().enumerate() {
                check(format!("{field}.choices[{j}].text"), &choice.text);
            }
        }
    }
    faults
}

fn check_text(file: &str, field: &str, text: &Text, sentences: bool, faults: &mut Vec<Fault>) {
    for (lang, words) in text.iter() {
        let field = format!("{field}.{}", lang.tag());
        check_words(file, &field, (lang, words), sentences, faults);
    }
}

fn check_words(
    file: &str,
    field: &str,
    (lang, words): (Lang, &str),
    sentences: bool,
    faults: &mut Vec<Fault>,
) {
    // A language in which the text has to stand and does not is told with what is missing. What nobody sees is told where the
    // file is read; the rest is judged once that is gone.
    if words.is_empty() || first_hidden(words).is_some() {
        return;
    }
    let judged = RIGHT.iter().fold(words.to_owned(), |words, right| {
        words.replace(right, NEITHER)
    });
    if lang == Lang::ZhHans {
        faults.extend(not_mainland(file, field, &judged));
    }
    let mut fault = |message: String| faults.push(Fault::new(file, field, message));
    if is_loose(words) {
        fault(LOOSE.to_owned());
    }
    if lang.is_chinese() {
        check_chinese(&judged, lang, &mut fault);
    }
    if lang == Lang::En && words.contains(['\'', '"']) {
        fault("has a straight apostrophe or quotation mark; write ’ or “ ”".to_owned());
    }
    if sentences {
        check_sentences(words, lang, &mut fault);
    }
}

fn check_sentences(words: &str, lang: Lang, fault: &mut impl FnMut(String)) {
    let stop = if lang.is_chinese() { '。' } else { '.' };
    let bare = words
        .trim_end()
        .trim_end_matches(['”', '’', '"', '」', '』', ')', '）']);
    if !bare.ends_with(stop) {
        fault(format!(
            "does not end with a full stop; end it with `{stop}`"
        ));
    }
    for sentence in words.split_inclusive(if lang.is_chinese() {
        ['。', '；', '？', '！']
    } else {
        ['.', ';', '?', '!']
    }) {
        if lang.is_chinese() && sentence.chars().count() > CHARACTERS {
            fault(format!(
                "has a sentence of more than {CHARACTERS} characters; make it two"
            ));
        }
        if !lang.is_chinese() && sentence.split_whitespace().count() > WORDS {
            fault(format!(
                "has a sentence of more than {WORDS} words; make it two"
            ));
        }
    }
}

/// What the mainland says otherwise; a hint where only a reader can tell whether it is that word.
fn not_mainland(file: &str, field: &str, words: &str) -> Vec<Fault> {
    let fault = |(word, right): &(&str, &str)| {
        let message = format!("says {word}; the mainland says {right}");
        words
            .contains(word)
            .then(|| Fault::new(file, field, message))
    };
    let perhaps = PERHAPS_NOT_MAINLAND
        .iter()
        .filter_map(fault)
        .map(Fault::hint);
    NOT_MAINLAND
        .iter()
        .filter_map(fault)
        .chain(perhaps)
        .collect()
}

fn check_chinese(words: &str, lang: Lang, fault: &mut impl FnMut(String)) {
    let (foreign, script) = if lang == Lang::ZhHant {
        (SIMPLIFIED_ONLY, "Simplified")
    } else {
        (TRADITIONAL_ONLY, "Traditional")
    };
    let found: String = words
        .chars()
        .filter(|c| is_han(*c) && foreign.contains(*c))
        .collect();
    if !found.is_empty() {
        fault(format!(
            "has {script} characters ({found}); write them in the text's own script"
        ));
    }
    let characters: Vec<char> = words.chars().collect();
    for (i, pair) in characters.windows(2).enumerate() {
        let (a, b) = (pair[0], pair[1]);
        // The mark belongs to a name, such as Yahoo! or Kahoot!.
        let ends_name = a == '!' && i > 0 && characters[i - 1].is_ascii_alphabetic();
        let is_beside_han =
            |other: fn(char) -> bool| is_han(a) && other(b) || other(a) && is_han(b);
        let is_half = is_beside_han(|c| ",:;!?()\"'[]".contains(c)) || is_han(a) && b == '.';
        if is_half && !ends_name {
            fault(format!(
                "has half-width punctuation beside Han (`{a}{b}`); use the full-width form"
            ));
        }
        if is_beside_han(char::is_whitespace) {
            fault(format!(
                "has a space beside Han (`{a}{b}`); the page sets that space by itself"
            ));
        }
    }
}
