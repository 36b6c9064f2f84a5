//! Why a text is no JSON, in our words.

use thiserror::Error;

/// Why a text is no JSON, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("is not valid JSON: {problem} at line {line} column {column}")]
pub(super) struct JsonError {
    /// What is wrong, in our words.
    problem: &'static str,
    /// The line, counted from 1.
    line: usize,
    /// The character within the line, counted from 1.
    column: usize,
}

/// What is wrong with a text that does not end before its line or its file does.
const NO_QUOTE: &str = "the text's closing quote is missing";

/// The beginnings of what `serde_json` says of a text that is no JSON, with what we say. It has no other way to tell its
/// errors apart.
const PROBLEMS: &[(&str, &str)] = &[
    ("EOF while parsing a list", "the list's end is missing"),
    ("EOF while parsing an object", "the object's end is missing"),
    ("EOF while parsing a string", NO_QUOTE),
    ("EOF while parsing a value", "a value is missing"),
    ("expected `:`", "a colon is missing"),
    (
        "expected `,` or `]`",
        "a comma or the list's end is missing",
    ),
    (
        "expected `,` or `}`",
        "a comma or the object's end is missing",
    ),
    ("expected value", "a value is missing"),
    ("expected ident", "a value is missing"),
    ("expected `\"`", "a key in quotes is missing"),
    ("key must be a string", "a key in quotes is missing"),
    ("trailing comma", "a comma has nothing after it"),
    ("trailing characters", "the end of the text is missing"),
    (
        "control character",
        "a control character is not written as an escape, as a tab is by \\t,",
    ),
    ("invalid escape", "a backslash begins no known escape"),
    (
        "unexpected end of hex escape",
        "half a character stands alone: its other half is missing",
    ),
    (
        "lone leading surrogate",
        "half a character stands alone: its other half is missing",
    ),
    (
        "invalid unicode code point",
        "the code of a character is missing",
    ),
    ("invalid number", "a digit is missing"),
    ("number out of range", "a number is too large"),
    (
        "recursion limit exceeded",
        "too many brackets lie within one another",
    ),
];

impl JsonError {
    /// What `serde_json` found wrong with a text.
    pub(super) fn new(text: &str, error: &serde_json::Error) -> Self {
        let words = error.to_string();
        let known = PROBLEMS.iter().find(|(begin, _)| words.starts_with(begin));
        let (line, column) = place(text, error);
        let problem = if words.starts_with("control character") && is_line_end(text, error) {
            NO_QUOTE
        } else {
            known.map_or("there is a mistake", |(_, problem)| problem)
        };
        Self {
            problem,
            line,
            column,
        }
    }
}

/// The line and the character within it at which reading stopped, counted from 1.
pub(super) fn place(text: &str, error: &serde_json::Error) -> (usize, usize) {
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let starts = line.unwrap_or_default().char_indices();
    let column = starts.take_while(|(at, _)| *at < error.column()).count();
    (error.line(), column.max(1))
}

/// Whether reading stopped at the end of a line: it counts a line feed as the start of the next line.
fn is_line_end(text: &str, error: &serde_json::Error) -> bool {
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let stop = error.column().checked_sub(1);
    stop.is_none_or(|at| line.is_some_and(|line| line.as_bytes().get(at) == Some(&b'\r')))
}
