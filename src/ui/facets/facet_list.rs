//! One facet: its values with live counts, several to choose.

use std::cmp::Reverse;

use leptos::prelude::*;

use crate::dataset::{Evidence, Lang, Vocabulary};
use crate::explore::{Facet, Variants, tokens};
use crate::state::Entry;
use crate::ui::components::Icon;
use crate::ui::{AppState, Library, Words, derived, live};

/// A facet with no more values than this shows them all.
const ALL: usize = 12;
/// How many values a longer one shows before it is asked for more.
const SHORT: usize = 8;
/// How many values a facet ever draws at once; a search within it finds the others.
const LONG: usize = 40;

/// What the interface calls a facet.
pub fn facet_name(words: Words, facet: Facet) -> &'static str {
    match facet {
        Facet::Theme => words.facet_theme(),
        Facet::Topic => words.facet_topic(),
        Facet::Sector => words.facet_sector(),
        Facet::Kind => words.facet_kind(),
        Facet::Org => words.facet_org(),
        Facet::Place => words.facet_place(),
        Facet::Status => words.facet_status(),
        Facet::Evidence => words.facet_evidence(),
    }
}

/// The name of a facet's value, or its id where the vocabulary does not know it.
pub fn value_name(vocabulary: &Vocabulary, facet: Facet, id: &str, lang: Lang) -> String {
    if facet == Facet::Evidence {
        let known = Evidence::ALL.iter().find(|evidence| evidence.word() == id);
        return known
            .map_or(id, |evidence| Words(lang).evidence(*evidence))
            .to_owned();
    }
    let name = match facet {
        Facet::Theme => vocabulary.theme(id).map(|theme| &theme.short),
        _ => facet.list().and_then(|list| vocabulary.name(list, id)),
    };
    name.map_or(id, |name| name.get(lang)).to_owned()
}

/// A value as it is drawn.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Value {
    /// Its place in the vocabulary.
    place: usize,
    id: String,
    name: String,
    icon: Option<(String, String)>,
}

/// A facet, which opens and closes.
#[component]
pub fn FacetList(
    /// Which one.
    facet: Facet,
    /// Whether it stands open at first.
    open: bool,
) -> impl IntoView {
    let app = AppState::expect();
    let is_long = move || {
        app.library.with(|library| {
            library
                .as_ref()
                .is_some_and(|library| facet.values(library.vocabulary()).len() > LONG)
        })
    };
    let sought = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let values = derived(move || ordered_values(app, facet, &sought.get()));
    let shown = derived(move || {
        let is_asked = all.get() || !sought.with(String::is_empty);
        values.with(|values| {
            let limit = if is_asked || values.len() <= ALL {
                LONG
            } else {
                SHORT
            };
            // A value that is chosen stays in sight.
            let chosen = |value: &&Value| {
                app.view_state
                    .with(|state| state.choices.contains(facet, &value.id))
            };
            let mut shown: Vec<Value> = values.iter().take(limit).cloned().collect();
            shown.extend(values.iter().skip(limit).filter(chosen).cloned());
            shown
        })
    });
    let hidden = move || values.with(Vec::len).saturating_sub(shown.with(Vec::len));
    let is_open = open
        || app
            .view_state
            .with_untracked(|state| !state.choices.of(facet).is_empty());
    view! {
        <details class="facet" data-facet=facet.key() open=is_open>
            <summary class="facet-name">{live(move || facet_name(app.words(), facet))}</summary>
            {live(move || is_long().then(|| view! {
                <input
                    class="facet-search"
                    type="search"
                    aria-label=move || app.words().search_within(facet_name(app.words(), facet))
                    placeholder=move || app.words().search_within(facet_name(app.words(), facet))
                    prop:value=move || sought.get()
                    on:input=move |event| {
                        app.prepare_search();
                        sought.set(event_target_value(&event));
                    }
                />
            }.into_any()))}
            <ul class="facet-values">
                <For
                    each=move || shown.get()
                    key=Value::clone
                    children=move |value| view! { <FacetValue facet=facet value=value/> }
                />
            </ul>
            {live(move || {
                let none = values.with(Vec::is_empty) && !sought.with(String::is_empty);
                none.then(|| view! { <p class="facet-none">{app.say(|words| words.no_value())}</p> }.into_any())
            })}
            {live(move || (hidden() > 0 && !all.get() && sought.with(String::is_empty)).then(|| view! {
                <button type="button" class="facet-more" on:click=move |_| all.set(true)>
                    {app.say(move |words| match values.with(Vec::len) {
                        count if count > LONG => words.show_more_values(LONG - SHORT, count),
                        count => words.show_all(count),
                    })}
                </button>
            }.into_any()))}
            {live(move || (hidden() > 0 && (all.get() || !sought.with(String::is_empty))).then(|| view! {
                <p class="facet-none">{app.say(move |words| words.more_values(hidden()))}</p>
            }.into_any()))}
        </details>
    }
    .into_any()
}

/// A value with its box and its count.
#[component]
fn FacetValue(facet: Facet, value: Value) -> impl IntoView {
    let app = AppState::expect();
    let place = value.place;
    let count = move || {
        app.results
            .with(|results| results.counts.of(facet).get(place).copied())
            .unwrap_or(0)
    };
    let (id, toggled) = (value.id.clone(), value.id.clone());
    let hue = value.icon.as_ref().map(|(hue, _)| hue.clone());
    view! {
        <li class="facet-value" class:is-zero=move || count() == 0 data-hue=hue>
            <label class="facet-label">
                <input
                    type="checkbox"
                    data-value=value.id.clone()
                    disabled=app.is_static()
                    prop:checked=move || app.view_state.with(|state| state.choices.contains(facet, &id))
                    on:change=move |_| app.change(Entry::Push, |state| state.choices.toggle(facet, &toggled))
                />
                {value.icon.map(|(_, path)| view! { <Icon path=path/> })}
                <span class="facet-value-name">{value.name}</span>
                <span class="facet-count">{live(move || count().to_string())}</span>
            </label>
        </li>
    }
    .into_any()
}

/// A facet's values with their names, those of a long facet by how many records have them, others as the vocabulary has
/// them.
fn ordered_values(app: AppState, facet: Facet, sought: &str) -> Vec<Value> {
    app.library.with(|library| {
        let Some(library) = library else {
            return Vec::new();
        };
        let lang = library.bundle.lang;
        let vocabulary = library.vocabulary();
        let ids = facet.values(vocabulary);
        let mut places: Vec<usize> = (0..ids.len()).collect();
        if by_count(facet) {
            app.results.with(|results| {
                let counts = results.counts.of(facet);
                places.sort_by_key(|place| Reverse(counts.get(*place)));
            });
        }
        let fits =
            |id: &str| sought.trim().is_empty() || is_called(library, facet, id, lang, sought);
        let values = places
            .into_iter()
            .map(|place| (place, ids[place]))
            .filter(|(_, id)| fits(id));
        let value = |(place, id): (usize, &str)| Value {
            place,
            id: id.to_owned(),
            name: value_name(vocabulary, facet, id, lang),
            icon: vocabulary
                .hue(id)
                .filter(|_| facet == Facet::Theme)
                .map(|hue| (hue.to_string(), vocabulary.themes[hue].icon.clone())),
        };
        values.map(value).collect()
    })
}

/// Whether the values of a facet stand in the order of how many records have them: there are many, of no order of their
/// own.
const fn by_count(facet: Facet) -> bool {
    matches!(facet, Facet::Topic | Facet::Org | Facet::Place)
}

/// Whether a name or another word for a value holds what is sought, whatever the case and the marks of letters.
fn is_called(library: &Library, facet: Facet, id: &str, lang: Lang, sought: &str) -> bool {
    let folded = |text: &str| {
        let words: Vec<String> = tokens(text, &Variants::default())
            .into_iter()
            .map(|token| token.text)
            .collect();
        words.join(" ")
    };
    let sought = folded(sought);
    let name = value_name(library.vocabulary(), facet, id, lang);
    let all = library.texts.as_ref().and_then(|texts| match facet {
        Facet::Org => Some(&texts.organisations),
        Facet::Topic => Some(&texts.topics),
        _ => None,
    });
    let more = all.and_then(|all| all.iter().find(|names| names.id == id));
    let more = more.iter().flat_map(|names| names.words.lines());
    more.chain([&*name])
        .any(|word| folded(word).contains(&sought))
}
