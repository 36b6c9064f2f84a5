//! Reading JSON into the types of the data, with every fault named by its place.
//!
//! A derived reader stops at the first fault and, for a dozen types, would be a sixth of the page's WebAssembly; this
//! one goes on and names them all.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::{DateError, Fault, Lang, PartialDate, Phase};

/// Reads one file, and collects its faults.
pub(super) struct Reader {
    file: String,
    /// Where reading stands, such as `facts[2].text`.
    path: String,
    pub faults: Vec<Fault>,
}

/// A type that is read from JSON. What is missing is left at its default, which the checker judges; what is wrong is
/// a fault, and left at its default too.
pub(super) trait Read: Default {
    /// The value that a piece of JSON stands for.
    fn read(json: &Value, reader: &mut Reader) -> Self;
}

/// Implements [`Read`] for a struct: its fields, with their key where it is another word.
macro_rules! read_fields {
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    ($type:ty { $($field:ident $(= $key:literal)?),* }) => {
        impl $crate::dataset::json::Read for $type {
            fn read(json: &serde_json::Value, reader: &mut $crate::dataset::json::Reader) -> Self {
                const KEYS: &[&str] = &[$(read_fields!(@key $field $($key)?)),*];
                let Some(object) = reader.object(json, KEYS) else { return Self::default() };
                Self { $($field: reader.field(object, read_fields!(@key $field $($key)?))),* }
            }
        }
    };
}
pub(super) use read_fields;

impl Reader {
    /// The value that the JSON of a file stands for, and every fault in it.
    pub fn read_value<T: Read>(file: &str, json: &Value) -> (T, Vec<Fault>) {
        let mut reader = Self {
            file: file.to_owned(),
            path: String::new(),
            faults: Vec::new(),
        };
        (T::read(json, &mut reader), reader.faults)
    }

    /// The object that a value is, whose keys are among those known.
    pub fn object<'a>(
        &mut self,
        json: &'a Value,
        known: &[&str],
    ) -> Option<&'a Map<String, Value>> {
        let Some(object) = json.as_object() else {
            self.wrong(json, "an object with fields, in braces");
            return None;
        };
        for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
            let length = self.enter(&key.chars().take(60).collect::<String>());
            self.fault(format!(
                "is an unknown field; known are {}",
                known.join(", ")
            ));
            self.path.truncate(length);
        }
        Some(object)
    }

    /// A field of an object.
    pub fn field<T: Read>(&mut self, object: &Map<String, Value>, key: &str) -> T {
        let Some(json) = object.get(key) else {
            return T::default();
        };
        let length = self.enter(key);
        let value = T::read(json, self);
        self.path.truncate(length);
        value
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

    fn wrong(&mut self, json: &Value, right: &str) {
        let what = match json {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        self.fault(format!("is {what}; write {right}"));
    }

    fn fault(&mut self, message: String) {
        self.faults.push(Fault {
            file: self.file.clone(),
            field: self.path.clone(),
            message,
        });
    }
}

/// The JSON value of a text.
///
/// # Errors
/// That it is none, and at which line and column.
pub(super) fn parse(file: &str, json: &str) -> Result<Value, Fault> {
    serde_json::from_str(json).map_err(|error| Fault {
        file: file.to_owned(),
        field: String::new(),
        message: format!("is not valid JSON: {error}"),
    })
}

impl Read for String {
    fn read(json: &Value, reader: &mut Reader) -> Self {
        json.as_str().map(str::to_owned).unwrap_or_else(|| {
            reader.wrong(json, "a text, in quotes");
            Self::new()
        })
    }
}

impl Read for bool {
    fn read(json: &Value, reader: &mut Reader) -> Self {
        json.as_bool().unwrap_or_else(|| {
            reader.wrong(json, "true or false, without quotes");
            false
        })
    }
}

impl Read for f64 {
    fn read(json: &Value, reader: &mut Reader) -> Self {
        json.as_f64().unwrap_or_else(|| {
            reader.wrong(json, "a number, without quotes");
            0.0
        })
    }
}

impl Read for i64 {
    fn read(json: &Value, reader: &mut Reader) -> Self {
        json.as_i64().unwrap_or_else(|| {
            reader.wrong(json, "a whole number, without quotes");
            0
        })
    }
}

/// Whole numbers from zero.
macro_rules! read_unsigned {
    ($($type:ty),*) => {$(
        impl Read for $type {
            fn read(json: &Value, reader: &mut Reader) -> Self {
                Self::try_from(i64::read(json, reader)).unwrap_or_else(|_| {
                    reader.wrong(json, "a whole number from zero, without quotes");
                    0
                })
            }
        }
    )*};
}
read_unsigned!(u16, u32, u64, usize);

impl<T: Read> Read for Vec<T> {
    fn read(json: &Value, reader: &mut Reader) -> Self {
        let Some(items) = json.as_array() else {
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
    fn read(json: &Value, reader: &mut Reader) -> Self {
        (!json.is_null()).then(|| T::read(json, reader))
    }
}

impl Read for PartialDate {
    fn read(json: &Value, reader: &mut Reader) -> Self {
        let text = String::read(json, reader);
        text.parse().unwrap_or_else(|error: DateError| {
            reader.fault(error.to_string());
            Self::default()
        })
    }
}

impl Read for Lang {
    fn read(json: &Value, reader: &mut Reader) -> Self {
        Self::from_tag(&String::read(json, reader)).unwrap_or_else(|| {
            reader.fault("is no language; write en, zh-Hant or zh-Hans".to_owned());
            Self::default()
        })
    }
}

impl Read for Option<Phase> {
    fn read(json: &Value, reader: &mut Reader) -> Self {
        match String::read(json, reader).as_str() {
            "before" => Some(Phase::Before),
            "after" => Some(Phase::After),
            _ => {
                reader.fault(
                    "is neither \"before\" nor \"after\"; write one of them, or leave it out"
                        .to_owned(),
                );
                None
            }
        }
    }
}
