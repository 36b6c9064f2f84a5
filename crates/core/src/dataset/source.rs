//! The pages that a record rests on.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PartialDate;
#[cfg(not(target_arch = "wasm32"))]
use super::patterns;
use super::reader::read_fields;

/// A page that was read.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Source {
    /// An http or https address; absent where only a copy without address was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ADDRESS)))]
    pub url: Option<String>,
    /// The page's title, in its own language.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::WRITTEN)))]
    pub title: String,
    /// Who published it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::WRITTEN)))]
    pub publisher: String,
    /// When it was published, if known: a year, a month or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// The id of a kind of source: `primary` or `secondary`.
    pub kind: String,
    /// The day on which the page, or a copy of it, was last read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("pattern" = patterns::DAY)))]
    pub read: Option<PartialDate>,
    /// The address of a lasting copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ADDRESS)))]
    pub archived: Option<String>,
}

impl Source {
    /// The address, if it is one that the page may lead to: http or https, and a host that has a name.
    pub fn link(&self) -> Option<&str> {
        self.url.as_deref().filter(|url| is_web_address(url))
    }

    /// The address of the lasting copy, likewise.
    pub fn copy(&self) -> Option<&str> {
        self.archived.as_deref().filter(|url| is_web_address(url))
    }
}

/// Whether a text is an http or https address with a host that has a name.
pub(super) fn is_web_address(url: &str) -> bool {
    let Some(rest) = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
    else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    let host = authority.split(':').next().unwrap_or("");
    // One dot at the end is the root of all names (RFC 1034): some addresses are published so.
    let host = host.strip_suffix('.').unwrap_or(host);
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    // A last label that begins with a digit makes browsers read the host as a number: `0x7f.1` is this machine.
    let mut labels = host.rsplit('.');
    let top = labels.next().unwrap_or("");
    top.starts_with(char::is_alphabetic)
        && host.contains('.')
        && labels.all(|label| !label.is_empty())
        && host.chars().all(fits)
        && !authority.contains('@')
        && !url
            .contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>'))
}

read_fields!(Source {
    url,
    title,
    publisher,
    published,
    kind,
    read,
    archived
});
