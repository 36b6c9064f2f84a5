//! Enums whose variants are words of the format.

/// Declares an enum whose variants files write as words, in the order in which readers see them. A word that is none of
/// them, or that is missing, is a fault.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize,
        )]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All of them, in the order in which readers see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in files.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                let found = Self::ALL.iter().find(|one| one.word() == word);
                found.copied().ok_or_else(|| serde::de::Error::custom("unknown word"))
            }
        }

        /// The first: what stands for a word that could not be read, beside the fault that says so.
        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }

        impl $crate::dataset::reader::Read for $name {
            fn read(
                json: &$crate::dataset::json::Json<'_>,
                reader: &mut $crate::dataset::reader::Reader,
            ) -> Self {
                let written = json.as_str().map(|word| reader.visible(word));
                let found = Self::ALL.iter().find(|one| written.as_deref() == Some(one.word()));
                found.copied().unwrap_or_else(|| {
                    let right = $crate::dataset::word::one_of(&[$($word),+]);
                    match written {
                        Some(word) => {
                            let word = $crate::dataset::fault::clip(&word);
                            reader.fault(format!("`{word}` is none of the words for this; write {right}"));
                        }
                        None => reader.wrong(json, &right),
                    }
                    Self::default()
                })
            }

            fn absent(reader: &mut $crate::dataset::reader::Reader) -> Self {
                let right = $crate::dataset::word::one_of(&[$($word),+]);
                reader.fault(format!("is missing; write {right}"));
                Self::default()
            }
        }
    };
}
pub(super) use words;

/// Words to choose from, as a sentence lists them: `a, b or c`.
pub(super) fn one_of(words: &[&str]) -> String {
    match words {
        [others @ .., last] if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => words.concat(),
    }
}
