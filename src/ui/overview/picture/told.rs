//! What is pointed at, told at its square.

use std::sync::Arc;

use leptos::prelude::*;

use super::Pointed;
use crate::dataset::Bundle;
use crate::picture::{Picture as Layout, SIDE};
use crate::state::BundleCard;
use crate::ui::format;

/// The name, years and lead of what is pointed at, beside its square; a frame around that.
#[component]
pub fn Told(bundle: Arc<Bundle>, layout: Arc<Layout>, pointed: Pointed) -> impl IntoView {
    move || {
        let place = pointed.card.get()?;
        let square = layout.squares.iter().find(|square| square.card == place)?;
        let card = BundleCard::at(&bundle, place)?;
        let lang = card.words().0;
        let percent = |part: f64, whole: f64| format!("{:.2}%", 100.0 * part / whole);
        let x = percent(square.x + SIDE / 2.0, layout.width);
        let above = percent(layout.height - square.y + 6.0, layout.height);
        let (left, top) = (
            percent(square.x, layout.width),
            percent(square.y, layout.height),
        );
        let (width, height) = (percent(SIDE, layout.width), percent(SIDE, layout.height));
        // Only the browser draws this, so that no page has it as an attribute.
        Some(view! {
            <span
                class="picture-frame"
                style:left=left style:top=top style:width=width style:height=height
            ></span>
            <p
                class="picture-told"
                data-hue=card.hue()
                style:left=format!("clamp(0px, {x} - 9rem, 100% - 18rem)")
                style:bottom=above
                aria-hidden="true"
            >
                <b>{card.name.get(lang).to_owned()}</b>
                <span>{format::years(card.words(), &card)}</span>
                {card.lead_name().map(|lead| view! { <span>{lead.to_owned()}</span> })}
            </p>
        })
    }
}
