//! Pages that can be read without a script, written by the build: the front page, which the program takes over where
//! there is one, and a page for each record and each theme, in each language.

mod document;
mod front;
mod link;
mod lost;
mod record;
mod theme;

pub use document::{Asset, Document, Site};
pub use front::front;
pub use link::{folder, record_path, theme_path};
pub use lost::{Lack, lost};
pub use record::record;
pub use theme::theme;

use link::Place;

use super::Words;
use super::markup::Markup;
use crate::dataset::{Explorer, Lang};
use crate::explore::{View, ViewState};

/// Writes a page around its content: a head with ways on, and the foot.
fn around(place: Place<'_>, explorer: &Explorer, write: impl FnOnce(&mut Markup)) -> String {
    let words = Words(place.lang);
    let lang = words.0;
    let mut markup = Markup::default();
    markup.begin("div", "page");
    markup.open("a", &[("class", "skip"), ("href", "#main")]);
    markup.text(words.skip()).close();
    markup.begin("header", "header header-still");
    markup.open("a", &[("class", "brand"), ("href", &place.front(lang))]);
    markup.leaf("span", "brand-name", explorer.title.get(lang));
    let second = if lang.is_chinese() {
        Lang::En
    } else {
        Lang::ZhHant
    };
    markup.open("span", &[("class", "brand-second"), ("lang", second.tag())]);
    markup.text(explorer.title.get(second)).close().close();
    markup.open("nav", &[("class", "views"), ("aria-label", words.views())]);
    for (view, name) in [
        (View::Overview, words.view_overview()),
        (View::Cards, words.view_cards()),
        (View::Timeline, words.view_timeline()),
        (View::Class, words.view_class()),
    ] {
        let state = ViewState {
            view,
            ..ViewState::default()
        };
        let href = match view {
            View::Overview => place.front(lang),
            _ => place.explorer(&state),
        };
        markup.open("a", &[("class", "view-link"), ("href", &href)]);
        markup.text(name).close();
    }
    markup.close();
    markup.begin("div", "settings");
    markup.open(
        "ul",
        &[("class", "languages"), ("aria-label", words.languages())],
    );
    for other in Lang::ALL {
        let tag = other.tag();
        let href = place.here(other);
        let mut attributes = vec![
            ("class", "language"),
            ("lang", tag),
            ("hreflang", tag),
            ("href", &href),
        ];
        if other == lang {
            attributes.push(("aria-current", "true"));
        }
        markup.open("li", &[]).open("a", &attributes);
        markup.text(other.short()).close().close();
    }
    markup.close().close().close();
    markup.open(
        "main",
        &[("id", "main"), ("class", "still"), ("tabindex", "-1")],
    );
    write(&mut markup);
    markup.close();
    markup.begin("footer", "footer");
    markup.plain("p", words.footer_sources());
    markup.plain("p", words.footer_privacy());
    markup.finish()
}

/// Writes the way from a page to the same in the explorer.
fn way_in(markup: &mut Markup, place: Place<'_>, state: &ViewState) {
    markup.begin("p", "way-in");
    let href = place.explorer(state);
    markup.open("a", &[("class", "button primary"), ("href", &href)]);
    markup
        .text(Words(place.lang).open_explorer())
        .close()
        .close();
}
