//! Citations hold what the record says, and nothing in a name turns into a command of TeX.

use explorer_core::export::{Citation, CitedForm};
use proptest::prelude::*;

fn citation(title: &str) -> Citation {
    Citation {
        id: "astri".to_owned(),
        title: title.to_owned(),
        author: "Hong Kong AI Explorer".to_owned(),
        form: CitedForm::Record,
        date: "2026-02-03".parse().expect("a date"),
        url: "https://example.org/?id=astri&lang=zh-Hant".to_owned(),
    }
}

#[test]
fn apa_names_author_year_title_and_address() {
    let apa = "Hong Kong AI Explorer. (2026). R&D 100% [Data record]. https://example.org/?id=astri&lang=zh-Hant";
    assert_eq!(citation("R&D 100%").apa(), apa);
}

#[test]
fn bibtex_is_an_entry_whose_names_stay_as_they_are() {
    let expected = "@misc{astri,
  author = {{Hong Kong AI Explorer}},
  title = {{應科院 R\\&D}},
  year = {2026},
  howpublished = {\\url{https://example.org/?id=astri&lang=zh-Hant}},
}
";
    assert_eq!(citation("應科院 R&D").bibtex(), expected);
}

#[test]
fn commands_of_tex_are_escaped() {
    for (title, escaped) in [
        ("100 % & more", "100 \\% \\& more"),
        ("$5_000 #1", "\\$5\\_000 \\#1"),
        ("{a}", "\\{a\\}"),
        ("a~b^c", "a\\textasciitilde{}b\\textasciicircum{}c"),
        ("\\input{x}", "\\textbackslash{}input\\{x\\}"),
    ] {
        let bibtex = citation(title).bibtex();
        assert!(
            bibtex.contains(&format!("title = {{{{{escaped}}}}},\n")),
            "{bibtex}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_title_closes_the_entry(title in "[a{}\\\\%$#&_~^ 數]{0,12}") {
        let mut depth = 0;
        let mut escaped = false;
        let bibtex = citation(&title).bibtex();
        for (at, c) in bibtex.char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            prop_assert!(depth > 0 || at < "@misc{".len() || at + 2 >= bibtex.len(), "{}", bibtex);
        }
        prop_assert_eq!(depth, 0);
    }
}
