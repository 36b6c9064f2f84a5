//! A static page, which stands without the program: what is around its content.

use std::sync::Arc;

use leptos::prelude::*;

use super::link::Place;
use crate::explore::{View, ViewState};
use crate::page::folder;
use crate::state::{MakeAnswers, StaticLinks};
use crate::ui::components::SkipLink;
use crate::ui::layout::{Brand, Footer, LanguageChoice, PaperPlace, SearchSign};
use crate::ui::{AppState, Library, Start};

/// The HTML of a page at its place. Its links lead where they do without a script. Only a page that shows results or counts
/// needs `answers`: they make an index for the page.
pub fn written(
    library: &Library,
    place: Place<'_>,
    answers: Option<MakeAnswers>,
    view: impl FnOnce() -> AnyView,
) -> String {
    let (lang, path) = (place.lang, place.path.to_owned());
    let start = Start {
        query: String::new(),
        lang,
        library: Some(library.clone()),
        answers,
        static_links: Some(StaticLinks {
            path: [folder(lang), place.path].concat(),
            root: place.root(),
            to_view: Arc::new(move |state| Place { lang, path: &path }.without_script(state)),
        }),
    };
    let html = Owner::new().with(|| {
        provide_context(AppState::new(start));
        view().to_html()
    });
    // What marks places for a program that would take the elements over one by one.
    html.replace("<!>", "")
}

/// A page around its content: a head with ways on, and the foot.
#[component]
pub fn StaticPage(children: Children) -> impl IntoView {
    view! {
        <div class="page">
            <SkipLink/>
            <StaticHeader/>
            <main id="main" class="static-page" tabindex="-1">{children()}</main>
            <Footer/>
            <PaperPlace/>
        </div>
    }
}

/// The title, the views and the languages, as links to pages.
#[component]
fn StaticHeader() -> impl IntoView {
    let app = AppState::expect();
    let words = app.words();
    let to = |view: View| {
        app.href_to(&ViewState {
            view,
            ..ViewState::default()
        })
    };
    let views =
        View::MAIN.map(|view| view! { <a class="view-link" href=to(view)>{words.view(view)}</a> });
    view! {
        <header class="header">
            <Brand/>
            <nav class="views" aria-label=words.views()>{views.collect_view()}</nav>
            <StaticSearch/>
            <div class="settings"><LanguageChoice/></div>
        </header>
    }
}

/// A field that takes what is sought to the explorer.
#[component]
fn StaticSearch() -> impl IntoView {
    let app = AppState::expect();
    let words = app.words();
    let explorer = app.file_href("./");
    view! {
        <form class="search" role="search" action=explorer method="get">
            <input type="hidden" name="view" value=View::Cards.key()/>
            <input type="hidden" name="lang" value=words.0.tag()/>
            <label class="visually-hidden" for="search">{words.search()}</label>
            <input id="search" name="q" class="search-field" type="search" placeholder=words.search()/>
            <SearchSign/>
        </form>
    }
}

/// The way from a page to the same in the explorer.
#[component]
pub fn WayIn(href: String) -> impl IntoView {
    let words = AppState::expect().words();
    view! { <p class="way-in"><a class="button primary" href=href>{words.open_explorer()}</a></p> }
}
