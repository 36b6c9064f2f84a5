//! Every square is one initiative: the picture on which the overview opens.

mod drawing;
mod slider;
mod squares;
mod told;

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::Bundle;
use crate::picture::{Form, Picture as Layout, finding};
use crate::ui::{AppState, Words, format};
use drawing::Drawing;
use slider::Slider;

/// What is pointed at in the picture, and which theme stands out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pointed {
    /// The place of a card.
    card: RwSignal<Option<usize>>,
    /// The place of a theme in the vocabulary, while its words below the picture are pointed at.
    pub theme: RwSignal<Option<usize>>,
}

/// The finding, and the squares that show it.
#[component]
pub fn Picture(pointed: Pointed) -> impl IntoView {
    let app = AppState::expect();
    move || {
        let bundle = app.bundle.get()?;
        pointed.card.set(None);
        let forms = [Form::Standing, Form::Lying];
        let drawings = forms.into_iter().filter_map(|form| {
            let layout = Arc::new(Layout::new(&bundle, form)?);
            Some(view! { <Drawing bundle=bundle.clone() layout=layout pointed=pointed/> })
        });
        let drawings = drawings.collect_view();
        let is_drawn = !drawings.is_empty();
        Some(view! {
            <section class="picture" aria-labelledby="picture">
                <h2 id="picture" class="picture-title">{heading(&bundle)}</h2>
                {is_drawn.then(|| view! {
                    <p class="picture-hint">{hint(&bundle)}</p>
                    {drawings}
                    <Slider bundle=bundle.clone() pointed=pointed/>
                })}
            </section>
        })
    }
}

/// What one sees, in a sentence.
fn heading(bundle: &Bundle) -> String {
    let words = Words(bundle.lang);
    let years: Vec<u16> = bundle.cards.iter().map(|card| card.start.year()).collect();
    let Some(finding) = finding(&years) else {
        return words.results_count(bundle.cards.len());
    };
    let (count, since) = (finding.of, finding.since);
    match finding.percent() {
        45..=49 => words.picture_nearly_half(count, since),
        50 => words.picture_half(count, since),
        51..=55 => words.picture_over_half(count, since),
        share => words.picture_share(share, count, since),
    }
}

/// How to read it, and how far the last year goes.
fn hint(bundle: &Bundle) -> String {
    let words = Words(bundle.lang);
    match bundle.updated {
        Some(day) => words.picture_hint_until(format::date(bundle.lang, day)),
        None => words.picture_hint().to_owned(),
    }
}
