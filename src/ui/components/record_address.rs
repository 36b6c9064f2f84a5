//! Where the sources of a record are found, for paper, which has no links.

use leptos::prelude::*;

use crate::page::Page;
use crate::state::BundleCard;
use crate::ui::{AppState, browser};

/// The address of a record's own page; on a page that stands without the program the way to it from the site's root.
pub fn record_address(card: &BundleCard) -> String {
    let app = AppState::expect();
    let lang = card.words().0;
    if app.is_static() {
        return Page::Record(&card.id).path_in(lang);
    }
    let data = app.view_state.with_untracked(|state| state.data.clone());
    browser::home(lang, data).record(&card.id)
}
