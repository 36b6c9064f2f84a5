//! Makes `Words` from `locales/*.json`: a method for each key, so that a missing word does not compile.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

type Locale = BTreeMap<String, String>;

/// Languages by the variant of `Lang`, as in the names of the files.
const LANGS: [(&str, &str); 3] = [("En", "en"), ("ZhHant", "zh-Hant"), ("ZhHans", "zh-Hans")];
/// The folder of the words, seen from this crate, where Cargo runs build scripts.
const LOCALES: &str = "../../locales";
/// A key with this ending holds the words for exactly one, where a language tells one from many.
const ONE: &str = "_one";

fn main() {
    println!("cargo::rerun-if-changed={LOCALES}");
    let locales: Vec<Locale> = LANGS.iter().map(|(_, tag)| read(tag)).collect();
    let mut code = String::from("impl Words {\n");
    for (key, english) in locales[0].iter().filter(|(key, _)| !key.ends_with(ONE)) {
        let holes = holes(english);
        let arguments: Vec<String> = holes
            .iter()
            .map(|hole| format!(", {hole}: impl std::fmt::Display"))
            .collect();
        let kind = if holes.is_empty() {
            "&'static str"
        } else {
            "String"
        };
        writeln!(code, "    /// “{english}”").unwrap();
        writeln!(
            code,
            "    pub fn {key}(self{}) -> {kind} {{",
            arguments.concat()
        )
        .unwrap();
        let one = locales[0].get(&format!("{key}{ONE}"));
        if let Some(one) = one {
            assert!(
                holes.iter().any(|hole| hole == "count"),
                "locales: `{key}` has a form for one and no {{count}}"
            );
            writeln!(code, "        let count = count.to_string();").unwrap();
            assert!(
                self::holes(one).is_empty(),
                "locales: `{key}{ONE}` needs no holes, since its count is known"
            );
            writeln!(
                code,
                "        if self.0 == Lang::En && count == \"1\" {{ return {one:?}.to_owned(); }}"
            )
            .unwrap();
        }
        writeln!(code, "        match self.0 {{").unwrap();
        for ((variant, tag), locale) in LANGS.iter().zip(&locales) {
            let words = locale
                .get(key)
                .unwrap_or_else(|| panic!("locales/{tag}.json: `{key}` is missing"));
            let mut theirs = self::holes(words);
            let mut ours = holes.clone();
            theirs.sort();
            ours.sort();
            assert_eq!(
                theirs, ours,
                "locales/{tag}.json: `{key}` has other holes than English"
            );
            let value = if holes.is_empty() {
                format!("{words:?}")
            } else {
                format!("format!({words:?})")
            };
            writeln!(code, "            Lang::{variant} => {value},").unwrap();
        }
        code.push_str("        }\n    }\n");
    }
    code.push_str("}\n");
    for ((_, tag), locale) in LANGS.iter().zip(&locales) {
        for key in locale.keys() {
            assert!(
                locales[0].contains_key(key),
                "locales/{tag}.json: `{key}` is not in English"
            );
        }
    }
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("words.rs"), code).expect("OUT_DIR can be written");
}

fn read(tag: &str) -> Locale {
    let file = format!("{LOCALES}/{tag}.json");
    let json = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The names in braces, in order.
fn holes(words: &str) -> Vec<String> {
    words
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(hole, _)| hole.to_owned())
        .collect()
}
