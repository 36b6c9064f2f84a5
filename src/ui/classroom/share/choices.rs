//! What can be chosen for a view that is shared.

use leptos::prelude::*;

use super::shared_view::SharedView;
use crate::dataset::{Lang, Vocabulary};
use crate::explore::{Choices, Facet, View, ViewState};
use crate::ui::{AppState, Words};

/// Heights to choose from, in pixels.
const HEIGHTS: [u16; 4] = [480, 640, 800, 1000];

/// A value to choose, and what it is called.
type Choice = (String, String);

/// View, filters, language, colours and height.
#[component]
pub fn ShareChoices(shared: RwSignal<SharedView>) -> impl IntoView {
    let app = AppState::expect();
    let chosen = move |read: fn(&SharedView) -> String| Signal::derive(move || shared.with(read));
    let choose = move |write: fn(&mut SharedView, String)| {
        Callback::new(move |value| shared.update(|shared| write(shared, value)))
    };
    let filters = move || {
        let words = app.words();
        let bundle = app.bundle.get();
        let vocabulary = bundle.as_ref().map(|bundle| &bundle.vocabulary);
        shared.with(|shared| filters(words, &shared.state, vocabulary))
    };
    view! {
        <div class="share-choices">
            <ChoiceField
                id="choose-view" label=|words| words.views()
                choices=Signal::derive(move || views(app.words()))
                chosen=chosen(|shared| shared.state.view.key().to_owned())
                choose=choose(|shared, key| shared.set_view(&key))
            />
            <Show when=move || shared.with(|shared| shared.state.is_narrowed())>
                <ChoiceField
                    id="choose-filters" label=|words| words.filters()
                    choices=Signal::derive(filters)
                    chosen=chosen(|shared| if shared.without_filters { "none".to_owned() } else { String::new() })
                    choose=choose(|shared, value| shared.without_filters = value == "none")
                />
            </Show>
            <ChoiceField
                id="choose-lang" label=|words| words.languages()
                choices=Signal::derive(move || langs(app.words()))
                chosen=chosen(|shared| shared.lang.map_or("", Lang::tag).to_owned())
                choose=choose(|shared, tag| shared.lang = Lang::from_tag(&tag))
            />
            <ChoiceField
                id="choose-scheme" label=|words| words.share_scheme()
                choices=Signal::derive(move || schemes(app.words()))
                chosen=chosen(|shared| shared.scheme.clone().unwrap_or_default())
                choose=choose(|shared, scheme| shared.scheme = Some(scheme).filter(|scheme| !scheme.is_empty()))
            />
            <ChoiceField
                id="choose-height" label=|words| words.share_height()
                choices=Signal::derive(move || heights(app.words()))
                chosen=chosen(|shared| shared.height.map(|height| height.to_string()).unwrap_or_default())
                choose=choose(|shared, height| shared.height = height.parse().ok())
            />
        </div>
    }
    .into_any()
}

/// A list to choose one value from.
#[component]
fn ChoiceField(
    /// The id of the list.
    id: &'static str,
    /// What is chosen.
    label: fn(Words) -> &'static str,
    /// The values.
    choices: Signal<Vec<Choice>>,
    /// The value in force.
    chosen: Signal<String>,
    /// Chooses another.
    choose: Callback<String>,
) -> impl IntoView {
    let app = AppState::expect();
    let option = move |(value, name): Choice| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>{name}</option> }
    };
    view! {
        <label for=id>
            <span>{app.say(label)}</span>
            <select id=id on:change=move |event| choose.run(event_target_value(&event))>
                {move || choices.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

fn views(words: Words) -> Vec<Choice> {
    let name = |view: View| (view.key().to_owned(), words.view(view).to_owned());
    View::ALL.map(name).into()
}

fn langs(words: Words) -> Vec<Choice> {
    let own = (String::new(), words.share_own_lang().to_owned());
    let langs = Lang::ALL.map(|lang| (lang.tag().to_owned(), lang.name().to_owned()));
    [own].into_iter().chain(langs).collect()
}

fn schemes(words: Words) -> Vec<Choice> {
    let schemes = [
        ("", words.share_own_scheme()),
        ("light", words.share_light()),
        ("dark", words.share_dark()),
    ];
    schemes
        .map(|(value, name)| (value.to_owned(), name.to_owned()))
        .into()
}

fn heights(words: Words) -> Vec<Choice> {
    let grows = (String::new(), words.share_grows().to_owned());
    let heights = HEIGHTS.map(|height| (height.to_string(), height.to_string()));
    [grows].into_iter().chain(heights).collect()
}

/// With what narrows the view, in words, or without it.
fn filters(words: Words, state: &ViewState, vocabulary: Option<&Vocabulary>) -> Vec<Choice> {
    let mut parts = Vec::new();
    if !state.q.is_empty() {
        parts.push(format!("“{}”", state.q));
    }
    for theme in state.choices.of(Facet::Theme) {
        let theme = vocabulary.and_then(|vocabulary| vocabulary.theme(theme));
        parts.extend(theme.map(|theme| theme.short.get(words.0).to_owned()));
    }
    let mut others = state.choices.clone();
    others.clear(Facet::Theme);
    if others != Choices::default() || state.from.is_some() || state.to.is_some() {
        parts.push("…".to_owned());
    }
    let with = words.share_with(parts.join(words.comma()));
    let without = words.share_without().to_owned();
    vec![(String::new(), with), ("none".to_owned(), without)]
}
