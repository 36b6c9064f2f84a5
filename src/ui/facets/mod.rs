//! All facets: beside the results on wide screens, a sheet on phones.

mod active_filters;
mod chips;
mod facet_list;
mod facet_value;
mod facet_values;
mod histogram;
mod names;
mod year_range;

use leptos::html::Dialog;
use leptos::prelude::*;
use leptos_use::use_media_query;

use crate::explore::{Facet, ViewState};
use crate::ui::AppState;
use crate::ui::components::{ChangingText, SkipLink};
#[cfg(not(target_arch = "wasm32"))]
pub use active_filters::filter_names;
pub use active_filters::{ActiveFilter, active_filters};
pub use chips::Chips;
use facet_list::FacetList;
pub use names::{facet_name, value_name};
use year_range::YearRange;

/// Where the facets become a sheet; the style sheets have the same widths.
const NARROW: &str = "(max-width: 55.99rem)";
/// Where they do so while a record is open beside the results.
const NARROW_WITH_RECORD: &str = "(64rem <= width < 90rem)";

/// The facets, in the form that fits the screen.
#[component]
pub fn FacetPanel() -> impl IntoView {
    let app = AppState::expect();
    if app.is_static() {
        // It stands for both forms; the style sheet shows the one that fits.
        return view! {
            <button type="button" class="button open-filters">{app.say(|words| words.filters())}</button>
            <FacetAside/>
        }
        .into_any();
    }
    let is_narrow = use_media_query(NARROW);
    let is_narrow_with_record = use_media_query(NARROW_WITH_RECORD);
    let is_sheet = Memo::new(move |_| {
        is_narrow.get() || is_narrow_with_record.get() && app.id.with(Option::is_some)
    });
    view! { <Show when=move || is_sheet.get() fallback=FacetAside><FacetSheet/></Show> }.into_any()
}

/// The facets beside the results.
#[component]
fn FacetAside() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <aside class="facets" aria-label=app.say(|words| words.filters())>
            <SkipLink to="results-count" label=|words| words.skip_to_results()/>
            <Facets/>
        </aside>
    }
}

/// A button, and the sheet that it opens.
#[component]
fn FacetSheet() -> impl IntoView {
    let app = AppState::expect();
    let sheet = NodeRef::<Dialog>::new();
    let open = move |_| {
        if let Some(sheet) = sheet.get_untracked() {
            let _ = sheet.show_modal();
        }
    };
    let close = move |_| {
        if let Some(sheet) = sheet.get_untracked() {
            sheet.close();
        }
    };
    let active = move || app.results.with(|results| results.constraints.len());
    let total = move || app.results.with(|results| results.cards.len());
    view! {
        <button type="button" class="button open-filters" on:click=open>
            <ChangingText text=app.say(move |words| match active() {
                0 => words.filters().to_owned(),
                active => words.filters_active(active),
            })/>
        </button>
        <dialog class="sheet" node_ref=sheet aria-label=app.say(|words| words.filters())>
            <div class="sheet-head">
                <h2 class="sheet-title">{app.say(|words| words.filters())}</h2>
                {move || app.view_state.with(ViewState::is_narrowed).then(|| view! {
                    <a class="clear" href=app.link(move |state| *state = state.cleared())>
                        {app.say(|words| words.clear_all())}
                    </a>
                })}
                <button type="button" class="close" aria-label=app.say(|words| words.close()) on:click=close><span aria-hidden="true">"×"</span></button>
            </div>
            <div class="sheet-body"><Facets/></div>
            <div class="sheet-foot">
                <button type="button" class="button primary" on:click=close>
                    <ChangingText text=app.say(move |words| words.show_results(total()))/>
                </button>
            </div>
        </dialog>
    }
}

#[component]
fn Facets() -> impl IntoView {
    view! {
        <FacetList facet=Facet::Theme open=true/>
        <YearRange/>
        <FacetList facet=Facet::Topic open=true/>
        <FacetList facet=Facet::Sector open=true/>
        <FacetList facet=Facet::Org open=true/>
        <FacetList facet=Facet::Kind open=false/>
        <FacetList facet=Facet::Place open=false/>
        <FacetList facet=Facet::Status open=false/>
        <FacetList facet=Facet::Evidence open=false/>
    }
}
