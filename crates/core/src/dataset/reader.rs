//! Reading the files that people write into the types of the data, with every fault named by its place. A derived
//! `Deserialize` stops at the first fault; this goes on and names them all.

use std::fmt::Write as _;

use super::hidden::{first_hidden, is_hidden, without_hidden};
use super::json::Json;
use super::{Fault, Standard};

/// Reads one file, and collects its faults.
pub(super) struct Reader {
    file: String,
    /// Where reading stands, such as `facts[2].text`.
    path: String,
    standard: Standard,
    pub faults: Vec<Fault>,
}

/// A type that is read from JSON. What is missing is left at its default, which the checker judges; what is wrong is
/// a fault, and left at its default too.
pub(super) trait Read: Default {
    /// The value that a piece of JSON stands for.
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self;

    /// The value of a field that is missing.
    fn absent(_reader: &mut Reader) -> Self {
        Self::default()
    }
}

/// Implements [`Read`] for a struct: its fields, with their key where it is another word, or with what to write where
/// one is missing that the checker cannot tell from one that is zero or empty.
macro_rules! read_fields {
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    ($type:ty { $($field:ident $(= $key:literal)? $(: $right:literal)?),* }) => {
        impl $crate::dataset::reader::Read for $type {
            fn read(json: &$crate::dataset::json::Json<'_>, reader: &mut $crate::dataset::reader::Reader) -> Self {
                const KEYS: &[&str] = &[$(read_fields!(@key $field $($key)?)),*];
                if !reader.is_object(json, KEYS) {
                    return Self::default();
                }
                $($(reader.require(json, stringify!($field), $right);)?)*
                Self { $($field: reader.field(json, read_fields!(@key $field $($key)?))),* }
            }
        }
    };
}
pub(super) use read_fields;

impl Reader {
    /// The value that the JSON of a file stands for, and every fault in it.
    pub fn read_value<T: Read>(file: &str, json: &Json<'_>, standard: Standard) -> (T, Vec<Fault>) {
        let mut reader = Self {
            file: file.to_owned(),
            path: String::new(),
            standard,
            faults: Vec::new(),
        };
        (T::read(json, &mut reader), reader.faults)
    }

    /// Whether a value is an object; keys that are not among those known, or are there twice, are faults.
    pub fn is_object(&mut self, json: &Json<'_>, known: &[&str]) -> bool {
        let Json::Object(fields) = json else {
            self.wrong(json, "an object with fields, in braces");
            return false;
        };
        for (key, _) in fields.iter().filter(|(key, _)| !known.contains(&&**key)) {
            let shown = key.chars().filter(|c| !is_hidden(*c)).take(60);
            let length = self.enter(&shown.collect::<String>());
            self.fault(match key.chars().find(|c| is_hidden(*c)) {
                Some(hidden) => format!(
                    "has a character in its name that nobody sees, U+{:04X}; write the name anew",
                    hidden as u32
                ),
                None => format!("is an unknown field; known are {}", known.join(", ")),
            });
            self.path.truncate(length);
        }
        for key in known.iter().filter(|key| json.repeats(key)) {
            let length = self.enter(key);
            self.fault("stands more than once; write it once".to_owned());
            self.path.truncate(length);
        }
        true
    }

    /// A field of an object.
    pub fn field<T: Read>(&mut self, object: &Json<'_>, key: &str) -> T {
        let length = self.enter(key);
        let value = match object.get(key) {
            Some(json) => T::read(json, self),
            None => T::absent(self),
        };
        self.path.truncate(length);
        value
    }

    /// Notes a fault where an object has no such field.
    pub fn require(&mut self, object: &Json<'_>, key: &str, right: &str) {
        if object.get(key).is_none() {
            let length = self.enter(key);
            self.fault(format!("is missing; {right}"));
            self.path.truncate(length);
        }
    }

    /// The same, as a hint in somebody else's data: without it, nothing is wrong but something may be unsaid.
    pub fn expect(&mut self, object: &Json<'_>, key: &str, right: &str) {
        let first = self.faults.len();
        self.require(object, key, right);
        for fault in &mut self.faults[first..] {
            *fault = self.standard.judge(fault.clone());
        }
    }

    /// Goes on to a field, and returns the path's length before, to which it is cut again afterwards.
    fn enter(&mut self, key: &str) -> usize {
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(key);
        length
    }

    /// Notes that what is read here is of another type.
    pub fn wrong(&mut self, json: &Json<'_>, right: &str) {
        let what = match json {
            Json::Null => "null",
            Json::Bool(_) => "true or false",
            Json::Number(_) => "a number",
            Json::String(_) => "a text",
            Json::Array(_) => "a list",
            Json::Object(_) => "an object",
        };
        self.fault(format!("is {what}; write {right}"));
    }

    /// Notes that what is read here is wrong.
    pub fn fault(&mut self, message: String) {
        self.faults
            .push(Fault::new(&self.file, &self.path, message));
    }

    /// The text as it is to be shown. A character that nobody sees is taken out, or becomes a space where it parts words,
    /// and is told: in somebody else's data as a hint, since it does no harm any more.
    pub fn visible(&mut self, text: &str) -> String {
        if let Some(hidden) = first_hidden(text) {
            let right = if hidden.is_whitespace() {
                "write a space in its place"
            } else {
                "remove it"
            };
            let message = format!(
                "has a character that nobody sees, U+{:04X}; {right}",
                hidden as u32
            );
            let fault = Fault::new(&self.file, &self.path, message);
            self.faults.push(self.standard.judge(fault));
        }
        without_hidden(text)
    }
}

impl Read for String {
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
        if let Json::String(text) = json {
            reader.visible(text)
        } else {
            reader.wrong(json, "a text, in quotes");
            Self::new()
        }
    }
}

impl Read for bool {
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
        if let Json::Bool(is_true) = json {
            *is_true
        } else {
            reader.wrong(json, "true or false, without quotes");
            false
        }
    }
}

impl Read for f64 {
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
        json.as_f64().unwrap_or_else(|| {
            reader.wrong(json, "a plain number such as 22.28, without quotes");
            0.0
        })
    }
}

impl Read for i64 {
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
        json.as_i64().unwrap_or_else(|| {
            match json.as_f64() {
                Some(number) if number.abs() >= i64::MAX as f64 => {
                    reader.fault(
                        "is out of range; the largest number is 9223372036854775807".to_owned(),
                    );
                }
                Some(_) => reader.fault(
                    "has decimals or an exponent; write a whole number in digits, such as 4600000"
                        .to_owned(),
                ),
                None => reader.wrong(json, "a whole number, without quotes"),
            }
            0
        })
    }
}

/// Whole numbers from zero.
macro_rules! read_unsigned {
    ($($type:ty),*) => {$(
        impl Read for $type {
            fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
                let number = i64::read(json, reader);
                Self::try_from(number).unwrap_or_else(|_| {
                    reader.fault(if number < 0 {
                        "is below zero; write it without a sign".to_owned()
                    } else {
                        format!("is out of range; the largest number is {}", Self::MAX)
                    });
                    0
                })
            }
        }
    )*};
}
read_unsigned!(u16, u32, u64, usize);

impl<T: Read> Read for Vec<T> {
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
        let Json::Array(items) = json else {
            reader.wrong(json, "a list, in brackets");
            return Self::new();
        };
        let length = reader.path.len();
        let mut list = Self::with_capacity(items.len());
        for (i, item) in items.iter().enumerate() {
            let _ = write!(reader.path, "[{i}]");
            list.push(T::read(item, reader));
            reader.path.truncate(length);
        }
        list
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
        (*json != Json::Null).then(|| T::read(json, reader))
    }
}
