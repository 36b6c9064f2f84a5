//! How many items of a long list are drawn: the page is bounded by what a reader asks for.

use leptos::prelude::*;

use crate::state::Narrowing;
use crate::ui::{AppState, live};

/// How many items are drawn at first, and how many more at a time.
const PAGE: usize = 24;
/// Under which name an entry of the history remembers how many are drawn.
const SHOWN: &str = "shown";

/// How many of the results' items are drawn.
#[derive(Clone, Copy)]
pub struct Paging {
    /// What was asked for, and of which results.
    asked: RwSignal<Option<(Narrowing, usize)>>,
    app: AppState,
    /// How many items are drawn.
    pub shown: Memo<usize>,
}

impl Paging {
    /// The first page of the results. Other results begin with theirs, and the entry of the history remembers how many
    /// were drawn, so that Back and Reload find the list as it was left.
    pub fn new(app: AppState) -> Self {
        let asked = RwSignal::new(None);
        let shown = Memo::new(move |_| {
            let narrowing = app.narrowing.get();
            asked.with(|asked| match asked {
                Some((of, shown)) if *of == narrowing => *shown,
                _ => app
                    .history
                    .remembered(SHOWN)
                    .map_or(PAGE, |shown| shown as usize),
            })
        });
        Effect::new(move || {
            // An open record or another language is an entry of its own with the same results.
            let _ = app.view_state.read();
            if shown.get() > PAGE {
                app.history.remember(SHOWN, shown.get() as f64);
            }
        });
        Self { asked, app, shown }
    }

    /// Draws a page more.
    pub fn show_more(self) {
        let narrowing = self.app.narrowing.get_untracked();
        let shown = self.shown.get_untracked() + PAGE;
        self.asked.set(Some((narrowing, shown)));
    }
}

/// A button that draws a page more, where there is more.
#[component]
pub fn ShowMore(
    /// How many are drawn.
    paging: Paging,
    /// How many there are.
    #[prop(into)]
    total: Signal<usize>,
) -> impl IntoView {
    let app = AppState::expect();
    let more = move || total.get().saturating_sub(paging.shown.get());
    live(move || {
        (more() > 0).then(|| {
            view! {
                <button type="button" class="button more" on:click=move |_| paging.show_more()>
                    {app.say(move |words| words.show_more(more().min(PAGE)))}
                </button>
            }
            .into_any()
        })
    })
    .into_any()
}
