//! What was found, to take away: as files, and on the clipboard.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::data::TableData;
use super::taken::{Form, Taken};
use crate::explore::Settings;
use crate::export::Copied;
use crate::ui::components::LoadErrorSentence;
use crate::ui::facets::active_filters;
use crate::ui::{AppState, LoadError, Words, browser, chunks};

/// What became of what was asked for last.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    /// The whole data set is on its way.
    Making,
    /// The browser has a file of this name.
    Made(String),
    /// The browser did not take the file.
    NotMade,
    /// The data set could not be loaded.
    NotLoaded(LoadError),
    /// The part of the program that makes files did not arrive.
    NotHere,
    Copied,
    NotCopied,
}

/// The ways to take away what was found.
#[component]
pub fn Take(data: TableData) -> impl IntoView {
    let app = AppState::expect();
    let outcome = RwSignal::new(None::<Outcome>);
    let filters = active_filters(app);
    let last = RwSignal::new(None::<Form>);
    let ask = move || {
        let filters = filters.get_untracked().into_iter();
        Taken::new(app, data, filters.map(|filter| filter.name).collect())
    };
    let take = move |form: Form| {
        let Some(taken) = ask() else {
            return;
        };
        last.set(Some(form));
        outcome.set(Some(Outcome::Making));
        spawn_local(async move {
            let made = make(form, &taken).await;
            // Nobody may look at it any more.
            outcome.try_set(Some(made));
        });
    };
    let copy = move |_| {
        let Some(taken) = ask() else {
            return;
        };
        let keys = data.keys.get_untracked();
        let table = taken.shown.table();
        let copied = Copied::new(&table, taken.words(), &taken.columns, &keys, &taken.origin);
        browser::copy_table(copied.text, copied.html, move |is_copied| {
            outcome.try_set(Some(if is_copied {
                Outcome::Copied
            } else {
                Outcome::NotCopied
            }));
        });
    };
    let retry = move |()| {
        if let Some(form) = last.get_untracked() {
            take(form);
        }
    };
    view! {
        <details class="take">
            <summary class="button">{app.say(|words| words.take())}</summary>
            <div class="take-sheet">
                <p class="take-hint">{app.say(|words| words.take_hint())}</p>
                <ul class="take-forms">
                    {Form::ALL.into_iter().map(|form| view! {
                        <li>
                            <button type="button" class="button" data-take=form.ending() on:click=move |_| take(form)>
                                {app.say(move |words| form.name(words))}
                            </button>
                        </li>
                    }).collect_view()}
                    <li>
                        <button type="button" class="button" data-take="copy" on:click=copy>
                            {app.say(|words| words.take_copy())}
                        </button>
                    </li>
                </ul>
                <p class="take-outcome" role="status">{app.say(move |words| sentence(words, outcome.get().as_ref()))}</p>
                {move || match outcome.get() {
                    Some(Outcome::NotLoaded(error)) => Some(view! { <LoadErrorSentence error=error retry=retry/> }),
                    _ => None,
                }}
                {browser::is_framed().then(|| view! { <Framed/> })}
            </div>
        </details>
    }
}

/// That the page around this one may forbid it, and two ways out: a tab of its own, which may be forbidden as well, and the
/// address to copy by hand.
#[component]
fn Framed() -> impl IntoView {
    let app = AppState::expect();
    let own_tab = app.link(|state| state.settings = Settings::default());
    let tab = own_tab.clone();
    let address = move || [browser::page(), own_tab.get()].concat();
    view! {
        <p class="take-framed">
            {app.say(|words| words.take_framed())}
            <a href=tab target="_blank" rel="noopener">{app.say(|words| words.take_own_tab())}</a>
            {app.say(|words| words.take_address())}
            " "
            <span class="take-address">{address}</span>
        </p>
    }
}

/// What became of it, in words. Whether a file is saved, a page does not learn; in a frame, another page may forbid it.
fn sentence(words: Words, outcome: Option<&Outcome>) -> String {
    match outcome {
        None | Some(Outcome::NotLoaded(_)) => String::new(),
        Some(Outcome::Making) => words.take_making().to_owned(),
        Some(Outcome::Made(name)) if browser::is_framed() => words.take_made_framed(name),
        Some(Outcome::Made(name)) => words.take_made(name),
        Some(Outcome::NotMade) => words.take_not_made().to_owned(),
        Some(Outcome::NotHere) => words.not_loaded().to_owned(),
        Some(Outcome::Copied) => words.copied().to_owned(),
        Some(Outcome::NotCopied) => words.take_not_copied().to_owned(),
    }
}

/// Makes a file and hands it to the browser.
async fn make(form: Form, taken: &Taken) -> Outcome {
    let (make, json) = futures::join!(chunks::table_files(), taken.dataset());
    let Ok(make) = make else {
        return Outcome::NotHere;
    };
    let content = match json.and_then(|json| make(taken, form, &json)) {
        Ok(content) => content,
        Err(error) => return Outcome::NotLoaded(error),
    };
    let name = taken.file_name(form);
    match content.filter(|content| browser::save(&name, form.media_type(), content)) {
        Some(_) => Outcome::Made(name),
        None => Outcome::NotMade,
    }
}
