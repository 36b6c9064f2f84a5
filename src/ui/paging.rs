//! How many items of a long list are drawn: the page is bounded by what a reader asks for.

use leptos::prelude::*;

use super::{Explorer, browser, whenever};
use crate::explore::ViewState;

/// How many items are drawn at first, and how many more at a time.
pub const PAGE: usize = 24;
/// Under which name an entry of the history remembers how many are drawn.
const SHOWN: &str = "shown";

/// How many of the results' items are drawn. Other results begin with their first page. The entry of the history
/// remembers the number, so that Back and Reload find the list as it was left.
pub fn shown_items(explorer: Explorer) -> RwSignal<usize> {
    let shown = RwSignal::new(PAGE);
    let before = StoredValue::new(None::<ViewState>);
    whenever(move || {
        let narrowing = explorer.narrowing.get();
        // An open record or another language is an entry of its own with the same results.
        explorer.state.track();
        if before.with_value(|before| before.as_ref() == Some(&narrowing)) {
            remember(shown.get_untracked());
            return;
        }
        before.set_value(Some(narrowing));
        let remembered = browser::remembered(SHOWN).map_or(PAGE, |shown| shown as usize);
        if shown.get_untracked() != remembered {
            shown.set(remembered);
        }
    });
    shown
}

/// Draws a page more.
pub fn show_more(shown: RwSignal<usize>) {
    shown.update(|shown| *shown += PAGE);
    remember(shown.get_untracked());
}

fn remember(shown: usize) {
    if shown > PAGE {
        browser::remember(SHOWN, shown as f64);
    }
}
