//! The picture in one of its forms.

use std::sync::Arc;

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use leptos::svg::Svg;

use super::Pointed;
use super::squares::squares;
use super::told::Told;
use crate::dataset::Bundle;
use crate::picture::{Form, Label, Picture as Layout, SIDE};
use crate::state::BundleCard;
use crate::ui::AppState;

/// How far from a square's middle a press still means it, in pixels of the screen; never further than two squares.
const REACH: f64 = 22.0;

/// Squares with years, counts and captions. A mouse names what it comes to and opens it with a press; a finger names it
/// first and opens it with the second press.
#[component]
pub fn Drawing(bundle: Arc<Bundle>, layout: Arc<Layout>, pointed: Pointed) -> impl IntoView {
    let app = AppState::expect();
    let svg = NodeRef::<Svg>::new();
    let class = match layout.form {
        Form::Standing => "picture-plot standing-form",
        Form::Lying => "picture-plot lying-form",
    };
    let at = {
        let layout = layout.clone();
        move |event: &PointerEvent| card_at(&layout, svg, event)
    };
    let (moved, pressed) = (at.clone(), at);
    let opened = bundle.clone();
    let press = move |event: PointerEvent| {
        // The other buttons of a mouse open menus.
        if event.button() != 0 {
            return;
        }
        let card = pressed(&event);
        let was_named = pointed.card.get_untracked() == card;
        pointed.card.set(card);
        let card = card.and_then(|place| BundleCard::at(&opened, place));
        if let Some(card) = card.filter(|_| was_named || event.pointer_type() != "touch") {
            app.open_record(card.id.clone());
        }
    };
    let view_box = format!("0 0 {} {}", layout.width, layout.height);
    view! {
        <div
            class=class
            on:pointerleave=move |event: PointerEvent| {
                // A finger leaves with every press.
                if event.pointer_type() != "touch" {
                    pointed.card.set(None);
                }
            }
        >
            <svg
                class="picture-squares"
                node_ref=svg
                viewBox=view_box
                aria-hidden="true"
                focusable="false"
                class:is-dimmed=move || pointed.theme.get().is_some()
                on:pointermove=move |event: PointerEvent| {
                    if event.pointer_type() != "touch" {
                        pointed.card.set(moved(&event));
                    }
                }
                on:pointerup=press
            >
                {layout.labels.iter().map(|label| years(label, layout.form, layout.height)).collect_view()}
                {squares(&layout, bundle.vocabulary.themes.len(), pointed)}
                {captions(&layout)}
            </svg>
            <Told bundle=bundle layout=layout pointed=pointed/>
        </div>
    }
}

/// The place of the card at a pointer.
fn card_at(layout: &Layout, svg: NodeRef<Svg>, event: &PointerEvent) -> Option<usize> {
    let drawn = svg.get_untracked()?.get_bounding_client_rect();
    let scale = layout.width / drawn.width();
    let x = (f64::from(event.client_x()) - drawn.left()) * scale;
    let y = (f64::from(event.client_y()) - drawn.top()) * scale;
    let square = layout.nearest(x, y, (REACH * scale).min(2.0 * SIDE))?;
    Some(layout.squares[square].card)
}

/// The years of a column and its count, with a ground under folded years.
fn years(label: &Label, form: Form, height: f64) -> impl IntoView + use<> {
    let is_fold = label.first < label.last;
    let years = if is_fold {
        format!("{}–{}", label.first, label.last)
    } else {
        label.first.to_string()
    };
    let count = (label.count > 0).then(|| label.count.to_string());
    let ((years_x, years_y), (count_x, count_y)) = (label.years_at(form), label.count_at(form));
    let (years_anchor, count_anchor) = match form {
        Form::Standing => ("middle", "middle"),
        Form::Lying => ("end", "start"),
    };
    let ground = (is_fold && form == Form::Standing).then(|| {
        let (x, width) = (label.from - 4.0, label.to - label.from + 8.0);
        view! { <rect class="picture-fold" x=x y=0 width=width height=height></rect> }
    });
    view! {
        {ground}
        <text class="picture-year" x=years_x y=years_y text-anchor=years_anchor>{years}</text>
        {count.map(|count| view! {
            <text class="picture-count" x=count_x y=count_y text-anchor=count_anchor>{count}</text>
        })}
    }
}

fn captions(layout: &Layout) -> impl IntoView + use<> {
    let captions = layout.captions.iter().map(|caption| {
        let square = layout.squares[caption.square];
        let anchor = if caption.ends { "end" } else { "start" };
        let leader = caption.leader.map(|(from, to)| {
            let x = square.x + SIDE / 2.0;
            view! { <line class="picture-leader" x1=x x2=x y1=from y2=to></line> }
        });
        view! {
            {leader}
            <text class="picture-caption" x=caption.x y=caption.y text-anchor=anchor>{caption.text.clone()}</text>
        }
    });
    captions.collect_view()
}
