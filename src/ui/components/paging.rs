//! How many items of a long list are drawn: the page is bounded by what a reader asks for.

use leptos::prelude::*;

use crate::state::Narrowing;
use crate::ui::components::{ChangingText, is_printing};
use crate::ui::{AppState, format};

/// How many items are drawn at first, and how many more at a time, where nothing else is said.
const PAGE: usize = 24;
/// How many are ever drawn at once on the screen without being asked for page by page.
const MOST: usize = 1000;
/// How many are printed at most: what fills some hundreds of sheets.
const MOST_ON_PAPER: usize = 5000;
/// Under which name an entry of the history remembers how many are drawn.
const SHOWN: &str = "shown";

/// How many of the results' items are drawn.
#[derive(Clone, Copy)]
pub struct Paging {
    /// What was asked for, and of which results.
    asked: RwSignal<Option<(Narrowing, usize)>>,
    app: AppState,
    /// How many are drawn at first, and how many more at a time.
    page: usize,
    /// How many items were asked for.
    pub shown: Memo<usize>,
    /// How many of them are drawn now. While one types, each letter draws the first half, which is what one sees; the rest
    /// follows once typing rests.
    pub drawn: Memo<usize>,
}

impl Paging {
    /// The first page of the results. Other results begin with theirs, and the entry of the history remembers how many
    /// were drawn, so that Back and Reload find the list as it was left. On paper there are all, as far as paper goes.
    pub fn new(app: AppState) -> Self {
        Self::by(app, PAGE)
    }

    /// The same with so many items at a time.
    pub fn by(app: AppState, page: usize) -> Self {
        let asked = RwSignal::new(None);
        let is_printing = is_printing();
        let shown = Memo::new(move |_| {
            let narrowing = app.narrowing.get();
            let shown = asked.with(|asked| match asked {
                Some((of, shown)) if *of == narrowing => *shown,
                _ => app
                    .history
                    .remembered(SHOWN)
                    .map_or(page, |shown| shown as usize),
            });
            if is_printing.get() {
                shown.max(MOST_ON_PAPER)
            } else {
                shown
            }
        });
        Effect::new(move || {
            // An open record or another language is an entry of its own with the same results.
            let _ = app.view_state.read();
            if shown.get() > page && !is_printing.get() {
                app.history.remember(SHOWN, shown.get() as f64);
            }
        });
        // What narrowed the records when they last were at rest.
        let rested = app.history.rested(app.narrowing);
        let drawn = Memo::new(move |_| {
            let is_passing = *rested.read() != *app.narrowing.read();
            if is_passing && shown.get() == page {
                page / 2
            } else {
                shown.get()
            }
        });
        Self {
            asked,
            app,
            page,
            shown,
            drawn,
        }
    }

    /// Draws so many items.
    fn show(self, count: usize) {
        let narrowing = self.app.narrowing.get_untracked();
        self.asked.set(Some((narrowing, count)));
    }
}

/// Buttons that draw a page more, or all, where there is more; on paper, that there is more.
#[component]
pub fn ShowMore(
    /// How many are drawn.
    paging: Paging,
    /// How many there are.
    #[prop(into)]
    total: Signal<usize>,
) -> impl IntoView {
    let app = AppState::expect();
    let number = |count: usize| format::number(count as u64);
    let more = move || total.get().saturating_sub(paging.shown.get());
    let page = paging.page;
    let show_page = move |_| paging.show(paging.shown.get_untracked() + page);
    let show_all = move |_| paging.show(total.get_untracked());
    let has_more = Memo::new(move |_| more() != 0);
    let is_all_offered = Memo::new(move |_| more() > page && total.get() <= MOST);
    view! {
        {move || has_more.get().then(|| view! {
            <p class="more">
                <button type="button" class="button" on:click=show_page>
                    <ChangingText text=app.say(move |words| words.show_more(more().min(page)))/>
                </button>
                {move || is_all_offered.get().then(|| view! {
                    <button type="button" class="button" on:click=show_all>
                        <ChangingText text=app.say(move |words| words.show_all(total.get()))/>
                    </button>
                })}
            </p>
            <p class="paper-rest">{app.say(move |words| words.paper_rest(number(paging.shown.get()), number(total.get())))}</p>
        })}
    }
}
