//! The page of what is not there.

use crate::dataset::{Explorer, Lang};
use crate::explore::View;
use crate::ui::Words;
use crate::ui::markup::Markup;

/// The body of the page that a host shows where it has none, in all languages. It stands at any depth, so it leads to
/// the site by its full address, or by the host's root where that is not known.
pub fn lost(explorer: &Explorer, site: Option<&str>) -> String {
    let root = site.unwrap_or("/");
    let mut markup = Markup::default();
    markup.open("main", &[("id", "main"), ("class", "lost")]);
    for lang in Lang::ALL {
        let words = Words(lang);
        markup.open("section", &[("lang", lang.tag())]);
        let heading = if lang == Lang::En { "h1" } else { "h2" };
        markup.plain(heading, words.not_found());
        markup.plain("p", words.not_found_help());
        let name = format!("q-{}", lang.tag());
        markup.open(
            "form",
            &[
                ("action", root),
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
        let href = format!("{root}?lang={}", lang.tag());
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
