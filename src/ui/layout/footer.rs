//! The foot of the page: whose words these are, and what the page does not do.

use leptos::prelude::*;

use crate::dataset::Explorer;
use crate::explore::{Rows, Setting, Settings};
use crate::page::{Page, folder};
use crate::ui::AppState;
use crate::ui::components::ReportError;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let app = AppState::expect();
    let is_framed = Memo::new(move |_| {
        let settings = app.settings.read();
        settings.of(Setting::Embed).is_some()
    });
    let is_own = Memo::new(move |_| app.view_state.with(|state| state.data.is_none()));
    move || {
        let words = app.words();
        if !is_framed.get() {
            return view! {
                <footer class="footer">
                    {if is_own.get() {
                        view! {
                            <p>{words.footer_sources()}</p>
                            <p>{words.footer_privacy()}</p>
                            <Files/>
                            <Pages/>
                        }
                        .into_any()
                    } else {
                        view! { <OthersFile/> }.into_any()
                    }}
                    {app.bundle.get().map(|bundle| view! { <Origin explorer=bundle.vocabulary.explorer.clone()/> })}
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

/// The file of a data set from elsewhere, once it is here: then its address is one that the page may lead to.
#[component]
fn OthersFile() -> impl IntoView {
    let app = AppState::expect();
    move || {
        let file = app.library.with(|library| library.as_ref()?.data.clone())?;
        Some(
            view! { <p class="footer-files"><a href=file download="" target="_blank" rel="noopener">{app.words().footer_whole()}</a></p> },
        )
    }
}

/// The pages that stand without the program.
#[component]
fn Pages() -> impl IntoView {
    let app = AppState::expect();
    let words = app.words();
    let pages = [
        (Page::About, words.page_about()),
        (Page::All, words.page_all()),
        (Page::Organisations, words.page_organisations()),
        (Page::Topics, words.topics()),
    ];
    let pages = pages.map(|(page, name)| view! { <li><a href=app.page_href(page)>{name}</a></li> });
    let feed = app.file_href(&[folder(app.lang.get()), "feed.xml"].concat());
    view! {
        <nav class="page-link" aria-label=words.pages()>
            <ul class="footer-list">
                {pages.collect_view()}
                <li><a href=feed>{words.feed()}</a></li>
            </ul>
        </nav>
    }
}

/// Whose the data are, and a way to tell them of an error.
#[component]
fn Origin(explorer: Explorer) -> impl IntoView {
    let words = AppState::expect().words();
    let outside = |href: String, name: String| {
        view! { <li><a href=href target="_blank" rel="noopener">{name}</a></li> }
    };
    let licence = explorer.licence;
    let licence = licence.map(|licence| outside(licence.url, words.licence(licence.name)));
    let code = explorer.repository;
    let code = code.map(|url| outside(url, words.source_code().to_owned()));
    view! {
        <ul class="footer-list">
            {licence}
            {code}
            <li><ReportError/></li>
        </ul>
    }
}
