//! Why a card is found whose own words do not say it.

use leptos::prelude::*;

use crate::dataset::Lang;
use crate::explore::Reason;
use crate::state::BundleCard;
use crate::ui::AppState;
use crate::ui::components::Marked;
use crate::ui::facets::{facet_name, value_name};

/// More reasons than a reader looks at.
const MOST: usize = 3;

/// What a card refers to or says elsewhere that was searched for. It follows the last letter, not each.
#[component]
pub fn WhyFound(card: BundleCard) -> impl IntoView {
    let app = AppState::expect();
    move || {
        let reasons = reasons(app, &card).into_iter().take(MOST);
        let lines: Vec<_> = reasons.map(|reason| in_words(&card, reason)).collect();
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|(of, lang, text)| {
                view! { <li><span class="card-why-of">{of}</span>" "<span lang=lang.tag()><Marked text=text/></span></li> }
            });
            view! { <ul class="card-why">{lines.collect_view()}</ul> }
        })
    }
}

fn reasons(app: AppState, card: &BundleCard) -> Vec<Reason> {
    let lang = card.words().0;
    let vocabulary = card.vocabulary();
    let theme = card.main_theme().map(|theme| theme.short.get(lang));
    let kind = vocabulary.kinds.iter().find(|kind| kind.id == card.kind);
    let kind = kind.map(|kind| kind.name.get(lang));
    let second = card.second_name().map(|(_, name)| name);
    let shown = [
        Some(card.name.get(lang)),
        second.as_deref(),
        card.lead_name(),
        Some(&card.summary),
        theme,
        kind,
    ];
    let shown: Vec<&str> = shown.into_iter().flatten().collect();
    let results = app.rested_results.read();
    app.answers.with_untracked(|answers| match answers {
        Some(answers) => answers.reasons(card.place(), &results.query, lang, &shown),
        None => Vec::new(),
    })
}

/// What a reason is called, and what it is in which language.
fn in_words(card: &BundleCard, reason: Reason) -> (&'static str, Lang, String) {
    let words = card.words();
    match reason {
        Reason::Named { facet, id } => {
            let name = value_name(card.vocabulary(), facet, &id, words.0);
            (facet_name(words, facet), words.0, name)
        }
        Reason::Statement(text) => (words.found_in_record(), words.0, text),
        Reason::Keyword(lang, text) => (words.found_as(), lang, text),
    }
}
