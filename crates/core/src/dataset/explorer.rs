//! What a data set says of itself.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use super::patterns;
use super::reader::read_fields;
use super::source::is_web_address;
use super::{Lang, Text};

/// What the explorer is called and about, and whose it is: another city, another subject.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Explorer {
    /// The title.
    pub title: Text,
    /// Two sentences on what this is.
    pub about: Text,
    /// What there is to say of the data beyond that, in parts: who keeps it, what counts as a record, how it is checked. The
    /// page about the data shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// The languages of the data, by BCP 47 tag; all three where none is named. Every text stands in each of them. In a
    /// language that is not among them the page shows the words of the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Lang>,
    /// The currency of its sums, by its code of three letters (ISO 4217). Sums are in Hong Kong dollars, whatever this says:
    /// no other currency is shown so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::CURRENCY)))]
    pub currency: Option<String>,
    /// Under which licence the data may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// Who keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Publisher>,
    /// The address of its source code and data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ADDRESS)))]
    pub repository: Option<String>,
    /// Where errors are reported: a form of the web, which is handed `title` and `body`, or `mailto:` and an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::REPORT)))]
    pub report: Option<String>,
}

impl Explorer {
    /// Drops the addresses that are none: the page would lead to them.
    pub(super) fn drop_wrong_addresses(&mut self) {
        self.licence
            .take_if(|licence| !is_web_address(&licence.url));
        self.repository.take_if(|url| !is_web_address(url));
        self.report
            .take_if(|url| !is_web_address(url) && !is_mail_address(url));
        if let Some(publisher) = &mut self.publisher {
            publisher.url.take_if(|url| !is_web_address(url));
        }
    }
}

/// Whether an address is one of mail: `mailto:`, a name, `@` and a host, as they are written in a link.
pub(super) fn is_mail_address(url: &str) -> bool {
    let address = url
        .strip_prefix("mailto:")
        .and_then(|rest| rest.split_once('@'));
    let is_plain = |part: &str| {
        let mut characters = part.chars();
        !part.is_empty() && characters.all(|c| !c.is_whitespace() && !"\"<>@".contains(c))
    };
    address.is_some_and(|(name, host)| is_plain(name) && is_plain(host))
}

/// A part of what a data set says of itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Section {
    /// Its heading.
    pub heading: Text,
    /// Its paragraphs.
    pub text: Vec<Text>,
}

/// A licence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Licence {
    /// Its short name, such as `CC BY 4.0`.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::WRITTEN)))]
    pub name: String,
    /// The address of its text.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ADDRESS)))]
    pub url: String,
}

/// Who keeps a data set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Publisher {
    /// The name.
    pub name: Text,
    /// The address of its own page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ADDRESS)))]
    pub url: Option<String>,
}

read_fields!(Explorer {
    title,
    about,
    sections,
    languages,
    currency,
    licence,
    publisher,
    repository,
    report
});

read_fields!(Section { heading, text });

read_fields!(Licence { name, url });

read_fields!(Publisher { name, url });
