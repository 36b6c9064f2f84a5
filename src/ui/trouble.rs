//! What went wrong with the data, said in a sentence, with a way on.

use leptos::prelude::*;

use super::{Explorer, Words, live};

/// Why data could not be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer: no network, or the host is gone.
    Offline,
    /// The host answered that there is no such thing, with its status.
    Missing(u16),
    /// The answer is no JSON, or of another shape; the detail says where.
    Unreadable(String),
    /// Written for a newer explorer.
    Newer(String),
    /// An address from which the explorer does not load.
    Forbidden,
    /// Larger than the explorer loads.
    TooLarge,
}

impl Trouble {
    /// The sentence for it.
    pub fn sentence(&self, words: Words) -> String {
        match self {
            Self::Offline => words.trouble_offline().to_owned(),
            Self::Missing(status) => words.trouble_missing(status),
            Self::Unreadable(_) => words.trouble_unreadable().to_owned(),
            Self::Newer(_) => words.trouble_newer().to_owned(),
            Self::Forbidden => words.trouble_forbidden().to_owned(),
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

/// The sentence, the detail, and a button that tries again.
#[component]
pub fn TroubleNote(trouble: Trouble, #[prop(into)] retry: Callback<()>) -> impl IntoView {
    let explorer = Explorer::expect();
    let detail = trouble.detail().map(str::to_owned);
    view! {
        <div class="trouble" role="alert">
            <p class="trouble-sentence">{live(move || trouble.sentence(explorer.words()))}</p>
            {detail.map(|detail| view! { <p class="trouble-detail"><code>{detail}</code></p> }.into_any())}
            <button type="button" class="button" on:click=move |_| retry.run(())>
                {explorer.say(|words| words.retry())}
            </button>
        </div>
    }
    .into_any()
}
