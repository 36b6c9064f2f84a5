//! The privacy statement names all that the page keeps in a browser: each name under which something is kept has its words
//! there, and no source keeps something under a name that is not in this list.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use explorer_core::dataset::Lang;
use explorer_core::i18n::Words;
use regex::Regex;

/// A source that keeps or reads something, the names that it has for it, and how the statement calls it in each language.
type Kept = (&'static str, &'static [&'static str], [&'static str; 3]);

const KEPT: [Kept; 7] = [
    (
        "src/ui/browser.rs",
        &["explorer-lang", "explorer-scheme"],
        ["language and the colours", "語言和配色", "语言和配色"],
    ),
    // What `browser.rs` has put there.
    (
        "scripts/boot.js",
        &["explorer-"],
        ["language and the colours", "語言和配色", "语言和配色"],
    ),
    (
        "src/ui/kept.rs",
        &["explorer-kept", "explorer-kept-title", "explorer-kept:"],
        [
            "keep by a star and the title",
            "收藏的項目及其標題",
            "收藏的项目及其标题",
        ],
    ),
    (
        "src/ui/classroom/editor/draft.rs",
        &["explorer-lesson"],
        [
            "lesson that you are making",
            "正在製作的單元",
            "正在制作的单元",
        ],
    ),
    (
        "scripts/offline.js",
        &["explorer "],
        ["copy of the page", "本頁副本", "本页副本"],
    ),
    (
        "scripts/attempt.js",
        &["explorer-attempt "],
        ["attempt is kept", "保存你的作答進度", "保存你的作答进度"],
    ),
    (
        "scripts/cmi5.js",
        &["explorer-launch "],
        [
            "what the platform gave the page",
            "平台給本頁的連線資料",
            "平台给本页的连接信息",
        ],
    ),
];

/// The ways in which a source keeps something in a browser, or reads what is kept. `browser.rs` has two of its own, by which
/// all other parts of the program go.
const WAYS: &str = r"localStorage|sessionStorage|local_storage|session_storage|browser::stored?\b|caches\.|indexedDB|IdbFactory|\bcookie\b|storage\.get";

/// A name under which something is kept. What scripts and the program tell each other is no such name: an event.
const NAME: &str = r#"["`'](explorer[- ][^"`'$]*)"#;

/// Every source that keeps something, with the names in it.
fn sources() -> Vec<(String, BTreeSet<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (ways, name) = (Regex::new(WAYS).unwrap(), Regex::new(NAME).unwrap());
    let mut found = Vec::new();
    for folder in ["src", "scripts", "crates/core/src"] {
        each_file(&root.join(folder), &mut |path| {
            let text = fs::read_to_string(path).expect("a source in UTF-8");
            let lines = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let code: Vec<&str> = lines.collect();
            if !code.iter().any(|line| ways.is_match(line)) {
                return;
            }
            let code = code.iter().filter(|line| !line.contains("EventListener("));
            let names = code.flat_map(|line| name.captures_iter(line));
            let names = names.map(|found| found[1].to_owned()).collect();
            let path = path.strip_prefix(root).expect("below the root");
            let path: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            found.push((path.join("/"), names));
        });
    }
    found.sort();
    found
}

fn each_file(folder: &Path, look: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            each_file(&path, look);
        } else {
            look(&path);
        }
    }
}

#[test]
fn no_source_keeps_what_the_statement_does_not_know() {
    let mut known: Vec<(String, BTreeSet<String>)> = KEPT
        .iter()
        .map(|(file, names, _)| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            ((*file).to_owned(), names)
        })
        .collect();
    known.sort();
    assert_eq!(
        sources(),
        known,
        "name what is new in the statement (`about_privacy_…` in locales/) and in this list"
    );
}

#[test]
fn the_statement_names_all_that_is_kept() {
    for (lang, place) in Lang::ALL.into_iter().zip(0..) {
        let words = Words(lang);
        let statement = [words.about_privacy_kept(), words.about_privacy_package()].concat();
        for (file, _, called) in KEPT {
            assert!(statement.contains(called[place]), "{file}: {statement}");
        }
    }
}
