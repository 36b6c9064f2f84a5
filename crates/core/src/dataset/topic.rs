//! What people look for: uses of AI, technologies and questions, with the other words for each.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use super::patterns;
use super::reader::read_fields;
use super::word::words;
use super::{Lang, Text};

words! {
    /// What kind of thing a topic is.
    pub enum TopicGroup {
        /// What AI is used for.
        Use = "use",
        /// With what technology.
        Technology = "technology",
        /// Which question it raises.
        Question = "question",
    }
}

/// Something that people look for.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Topic {
    /// As in addresses and records.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ID)))]
    pub id: String,
    /// As readers see it.
    pub name: Text,
    /// What kind of thing it is.
    pub group: TopicGroup,
    /// The other words for it.
    #[serde(default)]
    pub aliases: Aliases,
}

/// Other words for the same, by language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Aliases {
    /// English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub en: Vec<String>,
    /// Traditional Chinese.
    #[serde(rename = "zh-Hant", default, skip_serializing_if = "Vec::is_empty")]
    pub zh_hant: Vec<String>,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans", default, skip_serializing_if = "Vec::is_empty")]
    pub zh_hans: Vec<String>,
}

impl Aliases {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        Lang::ALL.into_iter().all(|lang| self.get(lang).is_empty())
    }

    /// The words of all languages.
    pub fn iter(&self) -> impl Iterator<Item = &String> {
        Lang::ALL.into_iter().flat_map(|lang| self.get(lang))
    }

    /// The words of one language.
    pub fn get(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::En => &self.en,
            Lang::ZhHant => &self.zh_hant,
            Lang::ZhHans => &self.zh_hans,
        }
    }
}

/// A topic of a record, and what in the record it rests on: a fact or a milestone, one of the two.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(extend("oneOf" = [
        { "properties": { "fact": { "type": "integer" } }, "required": ["fact"] },
        { "properties": { "milestone": { "type": "integer" } }, "required": ["milestone"] }
    ]))
)]
pub struct About {
    /// The id of the topic.
    pub id: String,
    /// The number of the fact that says so, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1)))]
    pub fact: Option<usize>,
    /// The number of the milestone that says so, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1)))]
    pub milestone: Option<usize>,
}

read_fields!(Topic {
    id,
    name,
    group,
    aliases
});

read_fields!(Aliases { en, zh_hant = "zh-Hant", zh_hans = "zh-Hans" });

read_fields!(About {
    id,
    fact,
    milestone
});
