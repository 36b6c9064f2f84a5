//! JSON as it stands in a text: parsed, not yet understood.
//!
//! A general library's reader, with its number tables and its trees, would be a thirtieth of what the page loads;
//! this one borrows from the text wherever it can.

use std::borrow::Cow;
use std::fmt;

use thiserror::Error;

/// How deep lists and objects may lie within one another: a text from elsewhere must not exhaust the stack.
const DEEPEST: u8 = 100;

/// A piece of JSON (RFC 8259).
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(&'a str),
    /// A text.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Self>),
    /// Fields in the order in which they are written; of two with one key, the last counts.
    Object(Vec<(Cow<'a, str>, Self)>),
}

/// Why a text is no JSON, and where, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{problem} at line {line} column {column}")]
pub struct NoJson {
    /// What is wrong.
    pub problem: Problem,
    /// The line.
    pub line: usize,
    /// The character within the line.
    pub column: usize,
}

/// What is wrong with a text that is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Something stands where something else should, or nothing at all.
    Expected(&'static str),
    /// Lists and objects lie too deep within one another.
    Depth,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expected(what) => f.write_str(what).and_then(|()| f.write_str(" is missing")),
            Self::Depth => f.write_str("too many brackets lie within one another"),
        }
    }
}

impl<'a> Value<'a> {
    /// The value that a text stands for.
    ///
    /// # Errors
    /// The first place where the text is no JSON.
    pub fn parse(text: &'a str) -> Result<Self, NoJson> {
        let mut parser = Parser { text, place: 0 };
        let whole = parser.value(DEEPEST).and_then(|value| {
            parser.skip_space();
            if parser.place == text.len() {
                Ok(value)
            } else {
                Err(Problem::Expected("the end of the text"))
            }
        });
        whole.map_err(|problem| {
            let before = text.get(..parser.place).unwrap_or(text);
            let line = before.rsplit('\n').next().unwrap_or(before);
            NoJson {
                problem,
                line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
                column: line.chars().count() + 1,
            }
        })
    }

    /// A field of an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        let mut from_last = fields.iter().rev();
        from_last
            .find(|(other, _)| *other == key)
            .map(|(_, value)| value)
    }

    /// A field of an object, of which `null` stays behind.
    pub fn take(&mut self, key: &str) -> Option<Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        let mut from_last = fields.iter_mut().rev();
        from_last
            .find(|(other, _)| *other == key)
            .map(|(_, value)| std::mem::replace(value, Self::Null))
    }

    /// The whole number that this is, from -2^63 to 2^63 - 1.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// The decimal number that this is, exact to 15 digits. One with an exponent is none: coordinates have none.
    pub fn as_f64(&self) -> Option<f64> {
        let Self::Number(text) = self else {
            return None;
        };
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = [whole, decimals].concat().parse::<i64>().ok()?;
        let unit = decimals.bytes().fold(1.0, |unit, _| unit * 10.0);
        Some(digits as f64 / unit)
    }
}

struct Parser<'a> {
    text: &'a str,
    /// The byte at which reading stands, between two characters.
    place: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> u8 {
        // No JSON has a zero byte, so that it can stand for the end.
        self.text.as_bytes().get(self.place).copied().unwrap_or(0)
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.place += 1;
        }
    }

    /// Passes one byte, if it is the next after spaces.
    fn passes(&mut self, byte: u8) -> bool {
        self.skip_space();
        let is_next = self.peek() == byte;
        self.place += usize::from(is_next);
        is_next
    }

    fn value(&mut self, deeper: u8) -> Result<Value<'a>, Problem> {
        self.skip_space();
        match self.peek() {
            b'"' => self.string().map(Value::String),
            b'{' | b'[' if deeper == 0 => Err(Problem::Depth),
            b'{' => self.object(deeper - 1),
            b'[' => self.array(deeper - 1),
            b'-' | b'0'..=b'9' => self.number(),
            _ => {
                let words = [
                    ("null", Value::Null),
                    ("true", Value::Bool(true)),
                    ("false", Value::Bool(false)),
                ];
                let rest = self.text.get(self.place..).unwrap_or_default();
                let found = words.into_iter().find(|(word, _)| rest.starts_with(word));
                let (word, value) = found.ok_or(Problem::Expected("a value"))?;
                self.place += word.len();
                Ok(value)
            }
        }
    }

    fn array(&mut self, deeper: u8) -> Result<Value<'a>, Problem> {
        self.place += 1;
        let mut items = Vec::new();
        if self.passes(b']') {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value(deeper)?);
            if self.passes(b']') {
                return Ok(Value::Array(items));
            }
            if !self.passes(b',') {
                return Err(Problem::Expected("a comma or the list's end"));
            }
        }
    }

    fn object(&mut self, deeper: u8) -> Result<Value<'a>, Problem> {
        self.place += 1;
        let mut fields = Vec::new();
        if self.passes(b'}') {
            return Ok(Value::Object(fields));
        }
        loop {
            self.skip_space();
            if self.peek() != b'"' {
                return Err(Problem::Expected("a key in quotes"));
            }
            let key = self.string()?;
            if !self.passes(b':') {
                return Err(Problem::Expected("a colon"));
            }
            fields.push((key, self.value(deeper)?));
            if self.passes(b'}') {
                return Ok(Value::Object(fields));
            }
            if !self.passes(b',') {
                return Err(Problem::Expected("a comma or the object's end"));
            }
        }
    }

    fn digits(&mut self) -> Result<(), Problem> {
        if !self.peek().is_ascii_digit() {
            return Err(Problem::Expected("a digit"));
        }
        while self.peek().is_ascii_digit() {
            self.place += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<Value<'a>, Problem> {
        let start = self.place;
        self.place += usize::from(self.peek() == b'-');
        if self.peek() == b'0' {
            self.place += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == b'.' {
            self.place += 1;
            self.digits()?;
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.place += 1;
            self.place += usize::from(matches!(self.peek(), b'+' | b'-'));
            self.digits()?;
        }
        Ok(Value::Number(
            self.text.get(start..self.place).unwrap_or_default(),
        ))
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Problem> {
        self.place += 1;
        let mut start = self.place;
        let mut unescaped = String::new();
        loop {
            match self.peek() {
                b'"' => {
                    let rest = self.text.get(start..self.place).unwrap_or_default();
                    self.place += 1;
                    return Ok(if unescaped.is_empty() {
                        Cow::Borrowed(rest)
                    } else {
                        Cow::Owned(unescaped + rest)
                    });
                }
                b'\\' => {
                    unescaped += self.text.get(start..self.place).unwrap_or_default();
                    self.place += 1;
                    unescaped.push(self.escape()?);
                    start = self.place;
                }
                0..0x20 => return Err(Problem::Expected("the text's closing quote")),
                _ => self.place += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<char, Problem> {
        let escaped = self.peek();
        self.place += 1;
        Ok(match escaped {
            b'"' | b'\\' | b'/' => char::from(escaped),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.code()?;
                let mut code = first;
                if (0xd800..0xdc00).contains(&first) {
                    // A pair of two halves, as UTF-16 writes what lies beyond its first plane.
                    let rest = self.text.get(self.place..).unwrap_or_default();
                    if rest.starts_with("\\u") {
                        self.place += 2;
                        let second = self.code()?;
                        if (0xdc00..0xe000).contains(&second) {
                            code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                        }
                    }
                }
                char::from_u32(code).ok_or(Problem::Expected("the code of a character"))?
            }
            _ => {
                self.place -= 1;
                return Err(Problem::Expected("a known escape"));
            }
        })
    }

    /// Four hexadecimal digits.
    fn code(&mut self) -> Result<u32, Problem> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek())
                .to_digit(16)
                .ok_or(Problem::Expected("a hexadecimal digit"))?;
            code = code * 16 + digit;
            self.place += 1;
        }
        Ok(code)
    }
}
