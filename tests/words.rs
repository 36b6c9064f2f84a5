//! The interface's words: each is used, and one is told from many. A word that is missing does not compile.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use explorer_core::dataset::Lang;
use explorer_core::i18n::Words;
use proc_macro2::{TokenStream, TokenTree};

/// Where words are used: the app, its data and the pages that are written natively.
const SOURCES: [&str; 3] = ["src", "crates/core/src", "crates/site/src"];

#[test]
fn every_word_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut used = BTreeSet::new();
    for folder in SOURCES {
        note_sources(&root.join(folder), &mut used);
    }
    let english = fs::read_to_string(root.join("locales/en.json")).expect("locales/en.json");
    let english: BTreeMap<String, String> = serde_json::from_str(&english).expect("words by key");
    let unused: Vec<&str> = english
        .keys()
        .map(|key| key.strip_suffix("_one").unwrap_or(key))
        .filter(|key| !used.contains(*key))
        .collect();
    assert!(
        unused.is_empty(),
        "no source asks for these words as `words.key()` or `Words::key`; remove them from locales/: {unused:?}"
    );
}

#[test]
fn a_word_is_used_where_words_are_asked_for_it_and_nowhere_else() {
    let mut used = BTreeSet::new();
    let source = "fn f() { words.a(); explorer.words().b(); Words(lang).c(1); say(Words::d); t!(w.e());\n\
                  words.get().f(); if words.is_empty() { 1 } other.g(); \"words.h()\"; // words.i()\n words.j; }";
    note(source.parse().expect("Rust"), &mut used);
    let used: Vec<&str> = used.iter().map(String::as_str).collect();
    assert_eq!(used, ["a", "b", "c", "d", "e", "f", "get", "is_empty"]);
}

#[test]
fn one_is_told_from_many_where_a_language_does_so() {
    let check = |lang, count, right: &str| assert_eq!(Words(lang).results_count(count), right);
    check(Lang::En, 0, "0 initiatives");
    check(Lang::En, 1, "1 initiative");
    check(Lang::En, 21, "21 initiatives");
    check(Lang::ZhHant, 1, "1個項目");
}

/// Notes the words that the Rust files below a folder ask for.
fn note_sources(folder: &Path, used: &mut BTreeSet<String>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            note_sources(&path, used);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            let tokens = text
                .parse()
                .unwrap_or_else(|error| panic!("{path:?}: {error}"));
            note(tokens, used);
        }
    }
}

/// Notes the methods that are called on words, and those that are named as `Words::key`.
fn note(tokens: TokenStream, used: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => note(group.stream(), used),
            TokenTree::Ident(name) => {
                let is_called = matches!(tokens.get(at + 1), Some(TokenTree::Group(_)));
                let before = &tokens[..at];
                if is_named_of_words(before) || (is_called && is_called_on_words(before)) {
                    used.insert(name.to_string());
                }
            }
            _ => {}
        }
    }
}

/// Whether tokens end in `Words::`.
fn is_named_of_words(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [.., TokenTree::Ident(of), a, b] if of == "Words" && is(a, ':') && is(b, ':'))
}

/// Whether tokens end in a chain of calls that begins with words, and a dot.
fn is_called_on_words(mut tokens: &[TokenTree]) -> bool {
    while let [chain @ .., dot] = tokens
        && is(dot, '.')
    {
        let is_argument = |token: &TokenTree| matches!(token, TokenTree::Group(_));
        let end = chain.iter().rposition(|token| !is_argument(token));
        let Some((TokenTree::Ident(name), before)) = end.and_then(|end| chain[..=end].split_last())
        else {
            return false;
        };
        if ["words", "Words", "w"].iter().any(|own| name == own) {
            return true;
        }
        tokens = before;
    }
    false
}

fn is(token: &TokenTree, c: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == c)
}
