//! Who takes part.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
#[cfg(not(target_arch = "wasm32"))]
use super::patterns;
use super::reader::read_fields;
use super::source::is_web_address;

/// A body that takes part in initiatives.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Organisation {
    /// As in addresses and records.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ID)))]
    pub id: String,
    /// The official name.
    pub name: Text,
    /// Short forms and former names, in any language: search finds them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The id of a kind of organisation.
    pub kind: String,
    /// The address of its own page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ADDRESS)))]
    pub homepage: Option<String>,
    /// Its id in Wikidata: Q and digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::WIKIDATA)))]
    pub wikidata: Option<String>,
    /// The id of the organisation that it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

impl Organisation {
    /// The address of its own page, if it is one that the page may lead to.
    pub fn link(&self) -> Option<&str> {
        self.homepage.as_deref().filter(|url| is_web_address(url))
    }
}

read_fields!(Organisation {
    id,
    name,
    aliases,
    kind,
    homepage,
    wikidata,
    parent
});
