//! A page that stands without the program, around its content.

use std::sync::Arc;

use leptos::prelude::*;

use super::link::Place;
use crate::dataset::Lang;
use crate::explore::{View, ViewState};
use crate::ui::components::SkipLink;
use crate::ui::{AppState, Library, Start};

/// The HTML of a page at its place. Its links lead where they do without a script.
pub fn written(library: &Library, place: Place<'_>, view: impl FnOnce() -> AnyView) -> String {
    let (lang, path) = (place.lang, place.path.to_owned());
    let start = Start {
        query: String::new(),
        lang,
        library: Some(library.clone()),
        links: Some(Arc::new(move |state| {
            Place { lang, path: &path }.without_script(state)
        })),
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
pub fn StillPage(children: Children) -> impl IntoView {
    let app = AppState::expect();
    let words = app.words();
    view! {
        <div class="page">
            <SkipLink/>
            <StillHeader/>
            <main id="main" class="still" tabindex="-1">{children()}</main>
            <footer class="footer">
                <p>{words.footer_sources()}</p>
                <p>{words.footer_privacy()}</p>
            </footer>
        </div>
    }
    .into_any()
}

/// The title, the views and the languages, as links to pages.
#[component]
fn StillHeader() -> impl IntoView {
    let app = AppState::expect();
    let words = app.words();
    let lang = words.0;
    let second = if lang.is_chinese() {
        Lang::En
    } else {
        Lang::ZhHant
    };
    let title = move |lang: Lang| {
        app.bundle.with_untracked(|bundle| {
            Some(
                bundle
                    .as_ref()?
                    .vocabulary
                    .explorer
                    .title
                    .get(lang)
                    .to_owned(),
            )
        })
    };
    let to = |view: View| {
        app.href_to(&ViewState {
            view,
            ..ViewState::default()
        })
    };
    let views =
        View::ALL.map(|view| view! { <a class="view-link" href=to(view)>{words.view(view)}</a> });
    let languages = Lang::ALL.map(|other| {
        let tag = other.tag();
        let href = app.href_to(&ViewState {
            lang: Some(other),
            ..ViewState::default()
        });
        let current = (other == lang).then_some("true");
        view! {
            <li><a class="language" lang=tag hreflang=tag href=href aria-current=current>{other.short()}</a></li>
        }
    });
    view! {
        <header class="header header-still">
            <a class="brand" href=to(View::Overview)>
                <span class="brand-name">{title(lang)}</span>
                <span class="brand-second" lang=second.tag()>{title(second)}</span>
            </a>
            <nav class="views" aria-label=words.views()>{views.collect_view()}</nav>
            <div class="settings">
                <ul class="languages" aria-label=words.languages()>{languages.collect_view()}</ul>
            </div>
        </header>
    }
    .into_any()
}

/// The way from a page to the same in the explorer.
#[component]
pub fn WayIn(href: String) -> impl IntoView {
    let words = AppState::expect().words();
    view! { <p class="way-in"><a class="button primary" href=href>{words.open_explorer()}</a></p> }
        .into_any()
}
