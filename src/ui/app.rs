//! The page: what stands around the views, and what holds for all of them.

use leptos::ev::{keydown, popstate};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos_meta::provide_meta_context;
use wasm_bindgen::JsCast;

use super::browser;
use super::chunks::{self, Results, ShowView};
use super::classroom_part::{ClassPlace, ClassroomNote, ClassroomPart, LessonBar, ShareDialog};
use super::components::{Chunk, ChunkNote, ChunkView, LoadErrorSentence, SkipLink};
use super::kept::Kept;
use super::layout::{Footer, Header, Notices, PaperPlace};
use super::page_title::PageTitle;
use super::record::RecordPanel;
use super::results_view::{ResultsView, results_chunk};
use super::{AppState, Start};
use crate::explore::{Setting, View};
use crate::state::Entry;

/// The whole page.
#[component]
pub fn App(
    /// With what it begins.
    start: Start,
    /// What shows the views of results, where it is there already.
    results: Option<Results>,
    /// What shows the overview, where it is there already.
    overview: Option<ShowView>,
) -> impl IntoView {
    let app = AppState::new(start);
    provide_meta_context();
    provide_context(app);
    provide_context(ClassroomPart::new(app));
    provide_context(Kept::remembered(app));
    let results = results_chunk(app, results);
    provide_context(results);
    let overview = Chunk::given(overview, chunks::overview);
    follow_browser(app);
    let is_ready = Memo::new(move |_| app.library.with(Option::is_some));
    Effect::new(move || {
        if is_ready.get() {
            results.load();
            overview.load();
        }
    });
    view! {
        <PageTitle/>
        <div
            class="page"
            on:pointerdown=move |_| app.history.settle()
            on:focusin=move |_| app.history.settle()
            on:click=move |event| follow_link(app, &event)
        >
            <SkipLink/>
            <Header/>
            <LessonBar/>
            <main id="main" tabindex="-1">
                <Notices/>
                {move || app.load_error.get().map(|error| view! {
                    <LoadErrorSentence error=error retry=move |()| app.retry()/>
                })}
                <ClassroomNote/>
                {move || if is_ready.get() {
                    match app.view.get() {
                        View::Overview => view! { <OverviewPlace chunk=overview/> }.into_any(),
                        view @ (View::Cards | View::Table | View::Timeline) => view! { <ResultsView view=view/> }.into_any(),
                        View::Class => view! { <ClassPlace/> }.into_any(),
                    }
                } else if app.load_error.with(Option::is_none) {
                    view! { <p class="waiting" role="status" aria-busy="true">{app.say(|words| words.loading())}</p> }.into_any()
                } else {
                    view! { <h1 class="visually-hidden">{app.say(|words| words.title())}</h1> }.into_any()
                }}
            </main>
            <Footer/>
            <RecordPanel/>
            <ShareDialog/>
            <PaperPlace/>
        </div>
    }
}

/// The overview, or what stands in its place until it is here.
#[component]
fn OverviewPlace(chunk: Chunk<ShowView>) -> impl IntoView {
    let app = AppState::expect();
    view! {
        <ChunkView chunk=chunk show=|show: ShowView| show()>
            <h1 class="visually-hidden">{app.say(|words| words.view_overview())}</h1>
            <ChunkNote chunk=chunk/>
        </ChunkView>
    }
}

/// Keeps the page in step with the browser: Back and Forward, hues, and the key that leads to search.
fn follow_browser(app: AppState) {
    Effect::new(move || {
        let back = window_event_listener(popstate, move |_| app.read_address());
        let slash = window_event_listener(keydown, move |event| {
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            let is_open = app.id.with_untracked(Option::is_some);
            if event.key() == "/" && plain && !is_open && !browser::is_writing() {
                event.prevent_default();
                browser::focus("search");
            }
        });
        on_cleanup(move || {
            back.remove();
            slash.remove();
        });
    });
    Effect::new(move || {
        app.library.with(|library| {
            if let Some(library) = library {
                let themes = library.vocabulary().themes.iter();
                browser::set_hues(themes.map(|theme| theme.colour.as_str()));
            }
        });
    });
    Effect::new(move || {
        let (is_framed, query) = app.view_state.with(|state| {
            let is_framed = state.settings.of(Setting::Embed).is_some();
            (is_framed, state.to_query())
        });
        if is_framed && app.library.with(Option::is_some) {
            browser::tell_frame(&query);
        }
    });
    // Another view begins at its top, or where the reader left it; so does another step of a lesson.
    Effect::watch(
        move || {
            let step = app
                .settings
                .with(|settings| settings.of(Setting::Step).map(str::to_owned));
            (app.view.get(), step)
        },
        move |now, before, _| {
            if before.is_some_and(|before| before != now) {
                app.history.scroll_to_remembered();
            }
        },
        false,
    );
}

/// Follows a link to another view or to a source within the page; every other link is the browser's.
fn follow_link(app: AppState, event: &leptos::ev::MouseEvent) {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let links = "a[href^='?']:not([target]), a[href^='#source-']";
    let Some(link) = target.and_then(|element| element.closest(links).ok().flatten()) else {
        return;
    };
    event.prevent_default();
    if app.history.is_moving.get_untracked() {
        // Links follow what was typed once it rests.
        app.history.settle();
        spawn_local(async move {
            tick().await;
            follow(app, &link);
        });
    } else {
        follow(app, &link);
    }
}

/// Goes where a link of the page leads.
fn follow(app: AppState, link: &web_sys::Element) {
    let href = link.get_attribute("href").unwrap_or_default();
    if let Some(source) = href.strip_prefix('#') {
        // Not a step in the history, so that Back still closes the record.
        browser::focus(source);
        return;
    }
    let step = if link.has_attribute("data-replace") {
        Entry::Replace
    } else {
        Entry::Push
    };
    app.follow(&href, step);
}
