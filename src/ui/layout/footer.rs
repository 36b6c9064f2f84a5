//! The foot of the page: whose words these are, and what the page does not do.

use leptos::prelude::*;

use crate::explore::{Rows, Setting, Settings};
use crate::ui::AppState;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let app = AppState::expect();
    move || {
        let is_framed = app
            .view_state
            .with(|state| state.settings.of(Setting::Embed).is_some());
        let words = app.words();
        if !is_framed {
            return view! {
                <footer class="footer">
                    <p>{words.footer_sources()}</p>
                    <p>{words.footer_privacy()}</p>
                    {app.view_state.with(|state| state.data.is_none()).then(|| view! { <Files/> })}
                </footer>
            }
            .into_any();
        }
        let whole = app.href(|state| state.settings = Settings::default());
        view! {
            <footer class="footer">
                <p>{words.title()}" · "<a href=whole target="_blank" rel="noopener">{words.open_explorer_whole()}</a></p>
            </footer>
        }
        .into_any()
    }
}

/// The explorer's own data as files: a table for each kind of row, and everything.
#[component]
fn Files() -> impl IntoView {
    let app = AppState::expect();
    let words = app.words();
    let tables = Rows::ALL.map(|rows| {
        let name = match rows {
            Rows::Initiatives => words.footer_initiatives(),
            Rows::Sums => words.amounts(),
            Rows::Milestones => words.milestones(),
            Rows::Sources => words.sources(),
        };
        let file = app.file_href(&format!("data/{}.csv", rows.key()));
        view! { <a href=file download="">{name}</a>" · " }
    });
    let whole = app.file_href("data/dataset.json");
    view! {
        <p class="footer-files">
            {words.footer_tables()}" "
            {tables.collect_view()}
            <a href=whole download="">{words.footer_whole()}</a>
        </p>
    }
}
