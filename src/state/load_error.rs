//! Why something could not be loaded.

use crate::dataset::Unreadable;
use thiserror::Error;

use explorer_core::i18n::Words;

/// The largest answer that is read from outside the site, in bytes once decoded.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// Why something could not be loaded. Its `Display` is for developers; [`sentence`](Self::sentence) is for readers.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LoadError {
    /// No answer: there is no network, or the host is gone.
    #[error("no answer")]
    Offline,
    /// The host answered with a status that is not a success.
    #[error("the host answered {0}")]
    Status(u16),
    /// The answer is not JSON, or not of the expected shape; the detail says where.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// A web page came in place of data.
    #[error("a web page came in place of data")]
    WebPage,
    /// No answer from another host, or one that only its own pages may read; a page cannot tell which.
    #[error("no answer from another host, or none for this page")]
    Elsewhere,
    /// The data was written for a newer explorer.
    #[error("written for a newer explorer: {0}")]
    Newer(String),
    /// The explorer does not load from this address.
    #[error("an address that is not loaded from")]
    Forbidden,
    /// The browser broke off what read the data.
    #[error("broken off")]
    BrokenOff,
    /// The answer is larger than the explorer loads.
    #[error("larger than {} bytes", MAX_BYTES)]
    TooLarge,
}

impl LoadError {
    /// What a reader is told.
    pub fn sentence(&self, words: Words) -> String {
        match self {
            Self::Offline => words.trouble_offline().to_owned(),
            Self::Status(status) => words.trouble_missing(status),
            Self::Unreadable(_) => words.trouble_unreadable().to_owned(),
            Self::WebPage => words.trouble_web_page().to_owned(),
            Self::Elsewhere => words.trouble_elsewhere().to_owned(),
            Self::Newer(_) => words.trouble_newer().to_owned(),
            Self::Forbidden => words.trouble_forbidden().to_owned(),
            Self::BrokenOff => words.trouble_broken_off().to_owned(),
            Self::TooLarge => words.trouble_too_large().to_owned(),
        }
    }

    /// Where exactly, for whoever keeps the data.
    pub fn detail(&self) -> Option<&str> {
        match self {
            Self::Unreadable(detail) | Self::Newer(detail) => Some(detail),
            _ => None,
        }
    }
}

impl From<Unreadable> for LoadError {
    fn from(error: Unreadable) -> Self {
        let detail = error.to_string();
        match error {
            Unreadable::Newer(_) => Self::Newer(detail),
            Unreadable::WebPage => Self::WebPage,
            Unreadable::Faulty(_) => Self::Unreadable(detail),
        }
    }
}
