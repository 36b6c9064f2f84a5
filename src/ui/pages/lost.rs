//! The page for an address that has none.

use crate::dataset::{Explorer, Lang};
use crate::explore::View;
use crate::ui::Words;
use crate::ui::markup::Markup;

/// Why there is no page to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The site has none at this address.
    Missing,
    /// It is not kept on this device, and there is no network.
    Offline,
}

impl Lack {
    /// The heading in a language.
    pub fn heading(self, lang: Lang) -> &'static str {
        match self {
            Self::Missing => Words(lang).not_found(),
            Self::Offline => Words(lang).not_kept(),
        }
    }

    fn help(self, lang: Lang) -> &'static str {
        match self {
            Self::Missing => Words(lang).not_found_help(),
            Self::Offline => Words(lang).not_kept_help(),
        }
    }
}

/// The body of the page that stands in place of one that cannot be had, in all languages. It is shown at any depth, so
/// its links are relative to the site's root, which the document's `base` element has to name.
pub fn lost(explorer: &Explorer, lack: Lack) -> String {
    let mut markup = Markup::default();
    markup.open("main", &[("id", "main"), ("class", "lost")]);
    for lang in Lang::ALL {
        let words = Words(lang);
        markup.open("section", &[("lang", lang.tag())]);
        let heading = if lang == Lang::En { "h1" } else { "h2" };
        markup.plain(heading, lack.heading(lang));
        markup.plain("p", lack.help(lang));
        let name = format!("q-{}", lang.tag());
        markup.open(
            "form",
            &[
                ("action", "./"),
                ("method", "get"),
                ("role", "search"),
                ("aria-label", words.search()),
            ],
        );
        let hidden = [("view", View::Cards.key()), ("lang", lang.tag())];
        for (key, value) in hidden {
            markup.empty(
                "input",
                &[("type", "hidden"), ("name", key), ("value", value)],
            );
        }
        markup
            .open("label", &[("for", &name)])
            .text(words.search())
            .close()
            .text(" ");
        markup.empty("input", &[("type", "search"), ("name", "q"), ("id", &name)]);
        markup
            .text(" ")
            .open("button", &[])
            .text(words.search())
            .close()
            .close();
        let href = format!("./?lang={}", lang.tag());
        markup.open("p", &[]).open("a", &[("href", &href)]);
        markup.text(&format!(
            "{}: {}",
            words.front_page(),
            explorer.title.get(lang)
        ));
        markup.close().close().close();
    }
    markup.finish()
}
