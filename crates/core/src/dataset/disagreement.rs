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
/// Words that set what two publishers say against each other where they stand between their names. Elsewhere they join
/// anything: “Both grants are inferred, but plausible.” Words such as “another” or “against” are left out since they say
/// nothing of who disagrees.
const CONTRASTS: &[&str] = &["but", "whereas", "while"];
/// Words with which a sentence says the contrary of what it seems to say.
const NEGATIONS: &[&str] = &[
    "cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "without",
];

/// Those of these publishers of which one sentence of a text says that they disagree: it names two as whole words, says
/// that they differ, and denies nothing. What is not as plain stays unconfirmed, which claims less.
pub(super) fn disagreeing<'a>(text: &str, publishers: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let mut disagreeing = BTreeSet::new();
    for sentence in text.split(". ") {
        let named = named(sentence, publishers);
        let is_between = |pair: &[(Range<usize>, &str)]| {
            let [(first, one), (second, other)] = pair else {
                return false;
            };
            one != other && has_any(&sentence[first.end..second.start], CONTRASTS)
        };
        let differ = has_any(sentence, VERBS) || named.windows(2).any(is_between);
        let names: BTreeSet<&str> = named.iter().map(|(_, name)| *name).collect();
        if names.len() > 1 && differ && !is_negated(sentence) {
            disagreeing.extend(names);
        }
    }
    disagreeing
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
