//! What can be chosen for a view that is shared.

use crate::ui::classroom::said::word;
use leptos::prelude::*;

use super::shared_view::SharedView;
use crate::dataset::Lang;
use crate::explore::{Choices, Facet, View};
use crate::ui::{AppState, Words};

/// Heights to choose from, in pixels.
const HEIGHTS: [u16; 4] = [480, 640, 800, 1000];

/// A value to choose, and what it is called.
type Value = (String, String);

/// View, filters, language, colours and height.
#[component]
pub fn ShareChoices(shared: RwSignal<SharedView>) -> impl IntoView {
    let is_narrowed = shared.with_untracked(|shared| shared.state.is_narrowed());
    view! {
        <div class="share-choices">
            <ChoiceField shared=shared choice=Choice {
                id: "choose-view",
                label: |words| words.views(),
                values: views,
                chosen: |shared| shared.state.view.key().to_owned(),
                choose: |shared, key| shared.set_view(&key),
            }/>
            {is_narrowed.then(|| view! { <ChoiceField shared=shared choice=Choice {
                id: "choose-filters",
                label: |words| words.filters(),
                values: filters,
                chosen: |shared| if shared.without_filters { "none".to_owned() } else { String::new() },
                choose: |shared, value| shared.without_filters = value == "none",
            }/> })}
            <ChoiceField shared=shared choice=Choice {
                id: "choose-lang",
                label: |words| words.languages(),
                values: langs,
                chosen: |shared| shared.lang.map_or("", Lang::tag).to_owned(),
                choose: |shared, tag| shared.lang = Lang::from_tag(&tag),
            }/>
            <ChoiceField shared=shared choice=Choice {
                id: "choose-scheme",
                label: |words| words.share_scheme(),
                values: schemes,
                chosen: |shared| shared.scheme.clone().unwrap_or_default(),
                choose: |shared, scheme| shared.scheme = Some(scheme).filter(|scheme| !scheme.is_empty()),
            }/>
            <ChoiceField shared=shared choice=Choice {
                id: "choose-height",
                label: |words| words.share_height(),
                values: heights,
                chosen: |shared| shared.height.map(|height| height.to_string()).unwrap_or_default(),
                choose: |shared, height| shared.height = height.parse().ok(),
            }/>
        </div>
    }
    .into_any()
}

/// A choice for a shared view.
#[derive(Clone, Copy)]
struct Choice {
    /// The id of its list.
    id: &'static str,
    /// What is chosen.
    label: fn(Words) -> &'static str,
    /// The values.
    values: fn(AppState, &SharedView) -> Vec<Value>,
    /// The value in force.
    chosen: fn(&SharedView) -> String,
    /// Chooses another.
    choose: fn(&mut SharedView, String),
}

/// A list to choose one value from.
#[component]
fn ChoiceField(choice: Choice, shared: RwSignal<SharedView>) -> impl IntoView {
    let app = AppState::expect();
    let Choice {
        id,
        label,
        values,
        chosen,
        choose,
    } = choice;
    let option = move |(value, name): Value| {
        let own = value.clone();
        let is_chosen = Signal::derive(move || shared.with(chosen) == own);
        view! { <option value=value prop:selected=is_chosen>{name}</option> }
    };
    // The values do not depend on what is chosen.
    let options = move || {
        let values = shared.with_untracked(|shared| values(app, shared));
        values.into_iter().map(option).collect_view().into_any()
    };
    let choose = move |event| {
        shared.update(|shared| choose(shared, event_target_value(&event)));
    };
    view! {
        <label for=id>
            <span>{word(label)}</span>
            <select id=id on:change=choose>{move || options()}</select>
        </label>
    }
    .into_any()
}

fn views(app: AppState, _: &SharedView) -> Vec<Value> {
    let words = app.words();
    let name = |view: View| (view.key().to_owned(), words.view(view).to_owned());
    View::ALL.map(name).into()
}

fn langs(app: AppState, _: &SharedView) -> Vec<Value> {
    let words = app.words();
    let own = (String::new(), words.share_own_lang().to_owned());
    let langs = Lang::ALL.map(|lang| (lang.tag().to_owned(), lang.name().to_owned()));
    [own].into_iter().chain(langs).collect()
}

fn schemes(app: AppState, _: &SharedView) -> Vec<Value> {
    let words = app.words();
    let schemes = [
        ("", words.share_own_scheme()),
        ("light", words.share_light()),
        ("dark", words.share_dark()),
    ];
    schemes
        .map(|(value, name)| (value.to_owned(), name.to_owned()))
        .into()
}

fn heights(app: AppState, _: &SharedView) -> Vec<Value> {
    let words = app.words();
    let grows = (String::new(), words.share_grows().to_owned());
    let heights = HEIGHTS.map(|height| (height.to_string(), height.to_string()));
    [grows].into_iter().chain(heights).collect()
}

/// With what narrows the view, in words, or without it.
fn filters(app: AppState, shared: &SharedView) -> Vec<Value> {
    let (words, state) = (app.words(), &shared.state);
    let mut parts = Vec::new();
    if !state.q.is_empty() {
        parts.push(format!("“{}”", state.q));
    }
    if let Some(bundle) = app.bundle.get() {
        let themes = state.choices.of(Facet::Theme);
        let themes = themes
            .iter()
            .filter_map(|theme| bundle.vocabulary.theme(theme));
        parts.extend(themes.map(|theme| theme.short.get(words.0).to_owned()));
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
