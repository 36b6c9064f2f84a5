//! Whether an English text says that publishers disagree.

use std::collections::BTreeSet;
use std::ops::Range;

/// Words by which a sentence says that what it names differs, wherever they stand in it.
const VERBS: &[&str] = &[
    "contradict",
    "contradicts",
    "differ",
    "differs",
    "disagree",
    "disagrees",
];
/// The word that sets what two publishers say against each other where it stands between their names.
const WHEREAS: &[&str] = &["whereas"];
/// Words that do so where both names are followed by one of [`SAYS`], as a semicolon does. Elsewhere they join anything:
/// “The year comes from one, while the sum comes from the other.”
const CONTRASTS: &[&str] = &["but", "while"];
/// Words with which a sentence tells what a publisher says.
const SAYS: &[&str] = &["say", "says"];
/// In what pages may differ without saying different things.
const FORMS: &[&str] = &["language", "languages", "spelling", "wording"];
/// Words with which a sentence says that what it names says the same.
const AGREE: &[&str] = &[
    "agree", "agrees", "both", "like", "likewise", "quotes", "same", "silent", "too",
];
/// Words with which a sentence says that what comes after them says so too.
const AS_DOES: [&str; 2] = [" as does ", " as do "];
/// What a sentence calls the publishers that it is about.
const SOURCES: &[&str] = &["pages", "sources"];
/// Words with which what differs is somebody else's, of whom a publisher only tells.
const TELLS: &[&str] = &["report", "reports", "say", "says"];
/// Words with which a sentence says the contrary of what it seems to say, or less.
const NEGATIONS: &[&str] = &[
    "cannot", "merely", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing",
    "only", "without",
];

/// Those of these publishers of which one sentence of a text says that they disagree: it names two as whole words, says
/// that they differ, and denies nothing. What is not as plain stays unconfirmed, which claims less.
pub(super) fn disagreeing<'a>(text: &str, publishers: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let mut disagreeing = BTreeSet::new();
    for sentence in text.split(". ") {
        let named = named(sentence, publishers);
        let is_contrast = |i: usize| {
            let [(first, one), (second, other)] = &named[i..i + 2] else {
                return false;
            };
            let end = named
                .get(i + 2)
                .map_or(sentence.len(), |(third, _)| third.start);
            let (between, after) = (
                &sentence[first.end..second.start],
                &sentence[second.end..end],
            );
            let is_set_against = between.contains(';') || has_any(between, CONTRASTS);
            let say = has_any(between, SAYS) && has_any(after, SAYS);
            one != other && (has_any(between, WHEREAS) || is_set_against && say)
        };
        let differ = is_said_to_differ(sentence, &named)
            || (1..named.len()).any(|second| is_contrast(second - 1));
        let names: BTreeSet<&str> = named.iter().map(|(_, name)| *name).collect();
        let agree =
            has_any(sentence, AGREE) || AS_DOES.iter().any(|words| sentence.contains(words));
        let differ = differ && !agree && !has_any(sentence, FORMS);
        if names.len() > 1 && differ && !is_negated(sentence) {
            disagreeing.extend(names);
        }
    }
    disagreeing
}

/// Whether a sentence says of sources, or of publishers that it names, that they differ: not of others, of whom these tell.
fn is_said_to_differ(sentence: &str, named: &[(Range<usize>, &str)]) -> bool {
    let Some(verb) = first_of(sentence, VERBS) else {
        return false;
    };
    let before = &sentence[..verb];
    let is_named = named.iter().any(|(range, _)| range.end <= verb);
    has_any(before, SOURCES) || is_named && !has_any(before, TELLS)
}

/// Where the first of these words, which are in lower case, stands in a text as a whole word.
fn first_of(text: &str, words: &[&str]) -> Option<usize> {
    let mut at = 0;
    for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        if words.contains(&&*word.to_lowercase()) {
            return Some(at);
        }
        at += part.len();
    }
    None
}

/// Where a sentence names which publisher as whole words; where the name of one contains that of another, the longer.
fn named<'a>(sentence: &str, publishers: &BTreeSet<&'a str>) -> Vec<(Range<usize>, &'a str)> {
    let mut named = Vec::new();
    let mut end = 0;
    for (at, _) in sentence.char_indices() {
        let (before, from_here) = sentence.split_at(at);
        if at < end || before.ends_with(char::is_alphanumeric) {
            continue;
        }
        let begins = |name: &&&str| {
            let after = from_here.strip_prefix(**name);
            after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        };
        let here = publishers.iter().filter(|name| !name.is_empty());
        if let Some(name) = here.filter(begins).max_by_key(|name| name.len()) {
            end = at + name.len();
            named.push((at..end, *name));
        }
    }
    named
}

/// Whether a text denies something.
pub(super) fn is_negated(text: &str) -> bool {
    has_any(text, NEGATIONS)
}

/// Whether a text has one of these words, which are in lower case, as a whole word.
pub(super) fn has_any(text: &str, words: &[&str]) -> bool {
    let mut of_text = text.split(|c: char| !c.is_alphanumeric());
    of_text.any(|word| words.contains(&&*word.to_lowercase()))
}
