//! JSON as a value, for the files that people write, and as types, for the files that the build writes.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as DeError, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::fault::clip;
use super::json_error::{JsonError, place};
use super::{Fault, Unreadable};

/// A piece of JSON (RFC 8259). Unlike [`serde_json::Value`] it keeps a key that an object has twice, so that the
/// repetition can be reported.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number. Whole ones from -2^63 to 2^64 - 1 are exact.
    Number(Number),
    /// A text.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Self>),
    /// Fields in the order in which they are written.
    Object(Vec<(Cow<'a, str>, Self)>),
}

impl Json<'_> {
    /// A field of an object; of two with one key, the last.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        let mut from_last = fields.iter().rev();
        from_last
            .find(|(other, _)| *other == key)
            .map(|(_, value)| value)
    }

    /// Takes a field of an object out of it and leaves `null`.
    pub fn take(&mut self, key: &str) -> Option<Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        let mut from_last = fields.iter_mut().rev();
        from_last
            .find(|(other, _)| *other == key)
            .map(|(_, value)| std::mem::replace(value, Self::Null))
    }

    /// The keys of an object that are not among some.
    pub fn keys_beside(&self, known: &[&str]) -> Vec<String> {
        let Self::Object(fields) = self else {
            return Vec::new();
        };
        let keys = fields.iter().map(|(key, _)| key);
        let unknown = keys.filter(|key| !known.contains(&&***key));
        unknown.map(|key| clip(key)).collect()
    }

    /// Whether an object has a key more than once.
    pub fn repeats(&self, key: &str) -> bool {
        let Self::Object(fields) = self else {
            return false;
        };
        fields.iter().filter(|(other, _)| *other == key).count() > 1
    }

    /// The whole number that this is, from -2^63 to 2^63 - 1.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            _ => None,
        }
    }

    /// The text that this is.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The number that this is.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.as_f64(),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

/// A key, borrowed from the text where it has no escapes.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, is_true: bool) -> Result<Self::Value, E> {
        Ok(Json::Bool(is_true))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_f64<E: DeError>(self, number: f64) -> Result<Self::Value, E> {
        let number = Number::from_f64(number);
        number
            .map(Json::Number)
            .ok_or_else(|| E::custom("not a finite number"))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Json::String(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Json::String(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some((Key(key), value)) = object.next_entry()? {
            fields.push((key, value));
        }
        Ok(Json::Object(fields))
    }
}

/// What a text is that begins as web pages do.
const WEB_PAGE: &str =
    "is a web page and no JSON; take the file itself (on GitHub, what is behind \"Raw\")";

fn fault(file: &str, message: String) -> Fault {
    Fault::new(file, "", message)
}

/// The JSON value of a text. The mark that some editors put before it (U+FEFF), once or more often, is read over.
///
/// # Errors
/// That it is none, and at which line and column; that it is empty, or a web page.
pub(super) fn parse<'a>(file: &str, json: &'a str) -> Result<Json<'a>, Fault> {
    let json = json.trim_start_matches('\u{feff}');
    if json.trim().is_empty() {
        return Err(fault(file, "is empty; it should hold JSON".to_owned()));
    }
    if is_web_page(json) {
        return Err(fault(file, WEB_PAGE.to_owned()));
    }
    serde_json::from_str(json)
        .map_err(|error| fault(file, JsonError::new(json, &error).to_string()))
}

/// Whether a text begins as web pages do.
pub(super) fn is_web_page(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    // What git leaves where it could not merge begins with several of these.
    text.strip_prefix('<')
        .is_some_and(|rest| !rest.starts_with('<'))
}

/// The text of a file's bytes.
///
/// # Errors
/// That it is not written in UTF-8, and how to save it so.
pub fn decode<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Fault> {
    // JSON begins with characters of ASCII, of which UTF-16 makes a zero and another byte, and UTF-32 three zeros.
    let other = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, ..] | [_, 0, 0, 0, ..] => {
            Some("UTF-32")
        }
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, ..] | [_, 0, ..] => Some("UTF-16"),
        _ => None,
    };
    if let Some(other) = other {
        let message = format!("is written in {other}; save it in UTF-8");
        return Err(fault(file, message));
    }
    str::from_utf8(bytes).map_err(|error| {
        let place = error.valid_up_to() + 1;
        let message =
            format!("is not written in UTF-8: byte {place} is none of it; save it in UTF-8");
        fault(file, message)
    })
}

/// What a file that the build has written stands for. Its reading stops at the first fault, since nobody mends such a
/// file by hand.
///
/// # Errors
/// That it is no JSON, or where it is of another shape.
pub(super) fn read_written<T: DeserializeOwned>(file: &str, json: &str) -> Result<T, Unreadable> {
    serde_json::from_str(json).map_err(|error| {
        if let Err(fault) = parse(file, json) {
            return fault.into();
        }
        let (line, column) = place(json, &error);
        let message = format!(
            "is not what this explorer expects at line {line} column {column}; the file may be damaged or of another version"
        );
        fault(file, message).into()
    })
}
