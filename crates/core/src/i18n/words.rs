//! The interface's words, made from `locales/` by the build: a key that is missing does not compile.

use super::number::Number;
use crate::dataset::Lang;

/// The words in one language: a method for each key of `locales/en.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Lang);

include!(concat!(env!("OUT_DIR"), "/words.rs"));
