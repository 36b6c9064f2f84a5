//! Texts in the three languages of the data.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::json::Json;
use super::reader::{Read, Reader, read_fields};

/// A language of the interface and the data, by its BCP 47 tag.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub enum Lang {
    /// English.
    #[default]
    #[serde(rename = "en")]
    En,
    /// Chinese in Traditional characters, as Hong Kong writes it.
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// Chinese in Simplified characters.
    #[serde(rename = "zh-Hans")]
    ZhHans,
}

impl Lang {
    /// All languages, in the order in which a reader is offered them.
    pub const ALL: [Self; 3] = [Self::En, Self::ZhHant, Self::ZhHans];

    /// The BCP 47 tag, as in the address and in `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHant => "zh-Hant",
            Self::ZhHans => "zh-Hans",
        }
    }

    /// The language of exactly this tag, as addresses and files write it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The nearest language to a tag (BCP 47, in any case): Chinese by the script where the tag names one, else by the
    /// region; `None` for a language that the explorer does not speak. `scripts/lang.js` has the same rule, and
    /// `tests/tables/languages.json` holds both to it.
    ///
    /// ```
    /// # use explorer_core::dataset::Lang;
    /// assert_eq!(Lang::nearest("zh-HK"), Some(Lang::ZhHant));
    /// assert_eq!(Lang::nearest("zh-Hans-HK"), Some(Lang::ZhHans));
    /// assert_eq!(Lang::nearest("de"), None);
    /// ```
    pub fn nearest(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        let language = parts.next()?;
        if language == "en" {
            return Some(Self::En);
        }
        if !matches!(language, "zh" | "cmn" | "yue") {
            return None;
        }
        // What follows a single letter is an extension and names neither script nor region.
        let subtags: Vec<&str> = parts.take_while(|part| part.len() != 1).collect();
        if let Some(script) = subtags
            .iter()
            .find(|part| matches!(**part, "hant" | "hans"))
        {
            return Some(if *script == "hant" {
                Self::ZhHant
            } else {
                Self::ZhHans
            });
        }
        if subtags
            .iter()
            .any(|part| matches!(*part, "hk" | "mo" | "tw"))
        {
            return Some(Self::ZhHant);
        }
        let is_cantonese = language == "yue" || subtags.contains(&"yue");
        Some(if is_cantonese && !subtags.contains(&"cn") {
            Self::ZhHant
        } else {
            Self::ZhHans
        })
    }

    /// The language in which a name is shown a second time, below this one: Chinese under English, English under Chinese.
    pub const fn second(self) -> Self {
        if self.is_chinese() {
            Self::En
        } else {
            Self::ZhHant
        }
    }

    /// The name in as few letters as readers know it by.
    pub const fn short(self) -> &'static str {
        match self {
            Self::En => "EN",
            Self::ZhHant => "繁",
            Self::ZhHans => "简",
        }
    }

    /// The name in the language itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhHant => "繁體中文",
            Self::ZhHans => "简体中文",
        }
    }

    /// Whether the language is written in Han characters.
    pub const fn is_chinese(self) -> bool {
        matches!(self, Self::ZhHant | Self::ZhHans)
    }
}

/// The same words in each language of the data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(extend("minProperties" = 1)))]
pub struct Text {
    /// English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
    /// Traditional Chinese, as Hong Kong writes it.
    #[serde(rename = "zh-Hant", default, skip_serializing_if = "String::is_empty")]
    pub zh_hant: String,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans", default, skip_serializing_if = "String::is_empty")]
    pub zh_hans: String,
}

impl Text {
    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::ZhHant => &self.zh_hant,
            Lang::ZhHans => &self.zh_hans,
        }
    }

    /// The same in some languages, and nothing in the others.
    pub fn only(&self, langs: &[Lang]) -> Self {
        let kept = |lang: Lang| {
            if langs.contains(&lang) {
                self.get(lang).to_owned()
            } else {
                String::new()
            }
        };
        Self {
            en: kept(Lang::En),
            zh_hant: kept(Lang::ZhHant),
            zh_hans: kept(Lang::ZhHans),
        }
    }

    /// Whether it has words in no language.
    pub fn is_empty(&self) -> bool {
        self.iter().all(|(_, words)| words.is_empty())
    }

    /// Language and words, in the order of [`Lang::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        Lang::ALL.into_iter().map(|lang| (lang, self.get(lang)))
    }
}

read_fields!(Text { en, zh_hant = "zh-Hant", zh_hans = "zh-Hans" });

impl Read for Lang {
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
        let tag = json.as_str().map(|tag| reader.visible(tag));
        let lang = tag.and_then(|tag| Self::from_tag(&tag));
        lang.unwrap_or_else(|| {
            let tags = Self::ALL.map(Self::tag).join(", ");
            reader.fault(format!(
                "is no language of the explorer; write one of {tags}"
            ));
            Self::default()
        })
    }
}
