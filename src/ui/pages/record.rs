//! A record's own page.

use super::link::{Place, record_path, theme_path};
use super::{around, way_in};
use crate::dataset::Initiative;
use crate::explore::ViewState;
use crate::ui::Library;
use crate::ui::record::record_markup;

/// The body of a record's page in the library's language.
pub fn record(library: &Library, record: &Initiative) -> String {
    let lang = library.bundle.lang;
    let vocabulary = library.vocabulary();
    let path = record_path(&record.id);
    let place = Place { lang, path: &path };
    let theme = record.themes.first();
    let html = around(place, &vocabulary.explorer, |markup| {
        let state = ViewState {
            id: Some(record.id.clone()),
            ..ViewState::default()
        };
        if let Some(theme) = theme.and_then(|id| vocabulary.theme(id)) {
            let href = place.to(lang, &theme_path(&theme.id));
            markup.begin("p", "crumb").open("a", &[("href", &href)]);
            markup.text(theme.name.get(lang)).close().close();
        }
        markup.hued("article", "record", theme.map(String::as_str), vocabulary);
        record_markup(markup, library, record);
        way_in(markup, place, &state);
        markup.close();
    });
    // The record is all of this page, not a part of one.
    let html = html.replace("<h2 class=\"record-name\"", "<h1 class=\"record-name\"");
    let html = html.replacen("</h2>", "</h1>", 1);
    let html = html.replace("<h3>", "<h2>").replace("</h3>", "</h2>");
    place.with_links(&html)
}
