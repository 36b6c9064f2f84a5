//! Makes `Words` from `locales/*.json`, a method for each key, so that a missing word does not compile; and the table of
//! letters without their accents from Unicode's.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

type Locale = BTreeMap<String, String>;

/// Languages by the variant of `Lang`, as in the names of the files.
const LANGS: [(&str, &str); 3] = [("En", "en"), ("ZhHant", "zh-Hant"), ("ZhHans", "zh-Hans")];
/// The folder of the words, seen from this crate, where Cargo runs build scripts.
const LOCALES: &str = "../../locales";
/// A key with this ending holds the words for a `count` of exactly one, where a language tells one from many.
const ONE: &str = "_one";
/// What stands in braces for a number of things.
const COUNT: &str = "count";

fn main() {
    println!("cargo::rerun-if-changed={LOCALES}");
    let locales: Vec<Locale> = LANGS.iter().map(|(_, tag)| read(tag)).collect();
    for ((_, tag), locale) in LANGS.iter().zip(&locales) {
        for key in locale.keys() {
            assert!(
                locales[0].contains_key(key),
                "locales/{tag}.json: `{key}` is not in English"
            );
            assert!(
                locales[0].contains_key(key.trim_end_matches(ONE)),
                "locales/{tag}.json: `{key}` has no form for many"
            );
        }
    }
    let methods: String = locales[0]
        .keys()
        .filter(|key| !key.ends_with(ONE))
        .map(|key| method(key, &locales))
        .collect();
    write("words.rs", &format!("impl Words {{\n{methods}}}\n"));
    write("bases.rs", &bases());
}

fn write(name: &str, code: &str) {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join(name), code).expect("OUT_DIR can be written");
}

/// Every letter or digit that has a base, and that base.
fn bases() -> String {
    // Beyond the Basic Multilingual Plane lie ornamental alphabets, which nobody types. Han characters fold by the data's
    // own pairs instead.
    let pairs: Vec<(u16, u16)> = (0..=u16::MAX)
        .filter(|code| !matches!(code, 0xf900..=0xfaff))
        .filter_map(|code| {
            let c = char::from_u32(code.into()).filter(|c| c.is_alphanumeric())?;
            Some((code, u16::try_from(u32::from(base(c)?)).ok()?))
        })
        .collect();
    format!("static BASES: [(u16, u16); {}] = {pairs:?};\n", pairs.len())
}

/// The one letter or digit that a character consists of, by Unicode's compatibility decomposition, beside accents and
/// signs: `E` of `Ế` and of `Ｅ`. A character that consists of several, such as `ﬁ` or `が`, has none.
fn base(c: char) -> Option<char> {
    let mut letters = Vec::new();
    decompose_compatible(c, |part| {
        let is_letter = part.is_alphanumeric() || is_combining_mark(part);
        if is_letter && !matches!(part, '\u{300}'..='\u{36f}') {
            letters.push(part);
        }
    });
    match letters[..] {
        [base] if base != c && base.is_alphanumeric() => Some(base),
        _ => None,
    }
}

fn read(tag: &str) -> Locale {
    let file = format!("{LOCALES}/{tag}.json");
    let json = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The method for a key. What stands in braces is a parameter; a count is a number, and written with separators.
fn method(key: &str, locales: &[Locale]) -> String {
    let english = &locales[0][key];
    let key_of_one = format!("{key}{ONE}");
    let counts = locales
        .iter()
        .any(|locale| locale.contains_key(&key_of_one));
    let holes = holes(english);
    assert!(
        !counts || holes.contains(&COUNT),
        "locales: `{key}` has a form for one and no {{count}}"
    );
    let parameters: String = holes
        .iter()
        .map(|hole| match *hole {
            COUNT => ", count: usize".to_owned(),
            hole => format!(", {hole}: impl std::fmt::Display"),
        })
        .collect();
    let returned = if holes.is_empty() {
        "&'static str"
    } else {
        "String"
    };
    let mut code = format!(
        "    /// “{english}”\n    pub fn {key}(self{parameters}) -> {returned} {{\n        match self.0 {{\n"
    );
    for ((variant, tag), locale) in LANGS.iter().zip(locales) {
        let words = locale
            .get(key)
            .unwrap_or_else(|| panic!("locales/{tag}.json: `{key}` is missing"));
        assert_eq!(
            sorted(self::holes(words)),
            sorted(holes.clone()),
            "locales/{tag}.json: `{key}` has other holes than English"
        );
        if let Some(one) = locale.get(&key_of_one) {
            assert!(
                self::holes(one).is_empty(),
                "locales/{tag}.json: `{key_of_one}` needs no holes, since its count is known"
            );
            let _ = writeln!(
                code,
                "            Lang::{variant} if count == 1 => {one:?}.to_owned(),"
            );
        }
        let value = if holes.is_empty() {
            format!("{words:?}")
        } else if holes.contains(&COUNT) {
            format!("format!({words:?}, {COUNT} = Number({COUNT} as u64))")
        } else {
            format!("format!({words:?})")
        };
        let _ = writeln!(code, "            Lang::{variant} => {value},");
    }
    code + "        }\n    }\n"
}

/// The names in braces, in order.
fn holes(words: &str) -> Vec<&str> {
    words
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(hole, _)| hole)
        .collect()
}

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names
}
