//! The header: title, views, search, language, light and dark.

use leptos::prelude::*;

use super::search_box::SearchBox;
use crate::dataset::Lang;
use crate::explore::View;
use crate::ui::classroom_part::ClassroomPart;
use crate::ui::kept::KeptLink;
use crate::ui::{AppState, browser};

/// The header of the page.
#[component]
pub fn Header() -> impl IntoView {
    let app = AppState::expect();
    // The pages that are written natively have none.
    let classroom = use_context::<ClassroomPart>();
    view! {
        <header class="header">
            <Brand/>
            <nav class="views" aria-label=app.say(|words| words.views())>
                {View::MAIN.into_iter().map(|view| {
                    let is_current = move || app.view.get().main() == view;
                    view! {
                        <a
                            class="view-link"
                            href=app.link(move |state| { state.view = view; state.id = None; })
                            aria-current=move || is_current().then(|| "page".to_owned())
                        >
                            {move || app.words().view(view)}
                        </a>
                    }
                }).collect_view()}
            </nav>
            <SearchBox/>
            <div class="settings">
                <LanguageChoice/>
                <KeptLink/>
                <button
                    type="button"
                    class="scheme"
                    data-share=""
                    aria-label=app.say(|words| words.share())
                    title=app.say(|words| words.share())
                    on:click=move |_| {
                        if let Some(classroom) = classroom {
                            classroom.share();
                        }
                    }
                >
                    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 15V3M7 8l5-5 5 5M5 13v7h14v-7"/></svg>
                </button>
                <SchemeChoice/>
            </div>
        </header>
    }
}

/// The explorer's title, which leads to the overview, and the one in the other language below it.
#[component]
pub fn Brand() -> impl IntoView {
    let app = AppState::expect();
    let title = move || {
        let Some(bundle) = app.bundle.get() else {
            return view! { <span class="brand-name">{app.words().title()}</span> }.into_any();
        };
        let title = &bundle.vocabulary.explorer.title;
        let (name, second) = (title.get(bundle.lang), bundle.lang.second());
        let other = title.get(second);
        let other = (!other.is_empty() && other != name).then(|| other.to_owned());
        view! {
            <span class="brand-name">{name.to_owned()}</span>
            {other.map(|other| view! { <span class="brand-second" lang=second.tag()>{other}</span> })}
        }
        .into_any()
    };
    view! {
        <a class="brand" href=app.link(|state| {
            *state = state.cleared();
            state.view = View::Overview;
        })>{title}</a>
    }
}

/// The languages, each in its own name. Choosing one stays where the reader is.
#[component]
pub fn LanguageChoice() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <ul class="languages" aria-label=app.say(|words| words.languages())>
            {Lang::ALL.into_iter().map(|lang| {
                let short = lang.short();
                let name = lang.name();
                let is_current = move || app.lang.get() == lang;
                view! {
                    <li>
                        <a
                            class="language"
                            href=app.link(move |state| state.lang = Some(lang))
                            data-replace=""
                            lang=lang.tag()
                            hreflang=lang.tag()
                            title=name
                            aria-label=format!("{short} {name}")
                            aria-current=move || is_current().then(|| "true".to_owned())
                            on:click=move |_| browser::remember_lang(lang)
                        >
                            {short}
                        </a>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
}

/// Light or dark, where the reader wants the other one than the system.
#[component]
fn SchemeChoice() -> impl IntoView {
    let app = AppState::expect();
    let dark = RwSignal::new(false);
    Effect::new(move || dark.set(browser::is_dark()));
    view! {
        <button
            type="button"
            class="scheme"
            aria-label=app.say(|words| words.dark())
            title=app.say(|words| words.dark())
            aria-pressed=move || dark.get().to_string()
            on:click=move |_| {
                let scheme = if dark.get() { "light" } else { "dark" };
                browser::set_scheme(scheme);
                dark.set(scheme == "dark");
            }
        >
            <svg viewBox="0 0 24 24" aria-hidden="true">
                <circle cx="12" cy="12" r="8"/>
                <path class="half" d="M12 4a8 8 0 0 1 0 16z"/>
            </svg>
        </button>
    }
}
