//! The explorer reads JSON as a reader that is known to be right does.

use std::borrow::Cow;

use explorer_core::dataset::Value;
use proptest::prelude::*;
use serde_json::{Map, Number, Value as Known, json};

/// The same value as the known reader has it, which refuses numbers beyond its range.
fn known(value: &Value) -> Option<Known> {
    Some(match value {
        Value::Null => Known::Null,
        Value::Bool(is_true) => json!(is_true),
        Value::Number(text) => json!(text.parse::<Number>().ok()?),
        Value::String(text) => json!(text),
        Value::Array(items) => items.iter().map(known).collect::<Option<_>>()?,
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(key, value)| Some((key.to_string(), known(value)?)));
            Known::Object(fields.collect::<Option<Map<_, _>>>()?)
        }
    })
}

fn any_value() -> impl Strategy<Value = Known> {
    let leaf = prop_oneof![
        Just(Known::Null),
        any::<bool>().prop_map(Known::from),
        any::<i64>().prop_map(Known::from),
        any::<f64>().prop_map(Known::from),
        any::<String>().prop_map(Known::from),
        "[\"\\\\/\n\u{0}\u{1f}人😀 ]{0,6}".prop_map(Known::from),
    ];
    leaf.prop_recursive(5, 60, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Known::from),
            prop::collection::vec((any::<String>(), inner), 0..5)
                .prop_map(|fields| Known::Object(fields.into_iter().collect())),
        ]
    })
}

#[track_caller]
fn same(text: &str) {
    let right = serde_json::from_str::<Known>(text).ok();
    assert_eq!(
        Value::parse(text).ok().and_then(|value| known(&value)),
        right,
        "{text}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(value in any_value(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.expect("JSON");
        prop_assert_eq!(Value::parse(&text).map(|value| known(&value)), Ok(serde_json::from_str(&text).ok()));
    }

    #[test]
    fn a_text_is_json_where_it_is_for_others(
        value in any_value(),
        place in any::<prop::sample::Index>(),
        other in "[\\[\\]{}:,\"\\\\0-9.eE+tfnu \n-]{0,3}",
    ) {
        let text: Vec<char> = value.to_string().chars().collect();
        let place = place.index(text.len());
        for rest in [place, place + 1] {
            let spoilt: String = text[..place].iter().copied().chain(other.chars()).chain(text[rest..].iter().copied()).collect();
            same(&spoilt);
        }
    }

    #[test]
    fn coordinates_are_exact(degrees in -180_000_000i64..=180_000_000) {
        let text = format!("{}{}.{:06}", if degrees < 0 { "-" } else { "" }, degrees.abs() / 1_000_000, degrees.abs() % 1_000_000);
        prop_assert_eq!(Value::Number(&text).as_f64(), text.parse().ok());
    }
}

#[test]
fn escapes_are_read_and_wrong_ones_are_not() {
    for text in [
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u4eba\ud83d\ude00\u0000""#,
        r#""\ud83d""#,
        r#""\ud83dx""#,
        r#""\ud83d\u0041""#,
        r#""\ude00""#,
        r#""\x""#,
        r#""\u12g4""#,
        r#""\u"#,
        r#""\"#,
        "\"a\nb\"",
        "\u{feff}1",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "nul",
        "nulll",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "[] []",
        "",
    ] {
        same(text);
    }
}

#[test]
fn text_without_escapes_is_borrowed() {
    let Ok(Value::String(text)) = Value::parse("\"人工智能\"") else {
        panic!("a text")
    };
    assert!(matches!(text, Cow::Borrowed("人工智能")));
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (text, right) in [
        ("", "a value is missing at line 1 column 1"),
        ("{\n  \"人\" 1}", "a colon is missing at line 2 column 7"),
        (
            "[1 2]",
            "a comma or the list's end is missing at line 1 column 4",
        ),
        (
            "{\"a\":1",
            "a comma or the object's end is missing at line 1 column 7",
        ),
        ("{a:1}", "a key in quotes is missing at line 1 column 2"),
        ("[] x", "the end of the text is missing at line 1 column 4"),
        (
            "\"abc",
            "the text's closing quote is missing at line 1 column 5",
        ),
    ] {
        assert_eq!(Value::parse(text).expect_err("no JSON").to_string(), right);
    }
}

#[test]
fn no_depth_exhausts_the_stack() {
    for open in ["[", "{\"a\":"] {
        let error = Value::parse(&open.repeat(1_000_000)).expect_err("no JSON");
        assert!(
            error.to_string().starts_with("too many brackets"),
            "{error}"
        );
    }
    assert!(Value::parse(&["[".repeat(99), "]".repeat(99)].concat()).is_ok());
}
