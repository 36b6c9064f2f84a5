//! Whether a card was placed right, as a sign.

use leptos::prelude::*;

/// A tick or a cross. What it means stands beside it in words.
#[component]
pub fn GameSign(is_right: bool) -> impl IntoView {
    let (class, sign) = if is_right {
        ("game-sign is-right", "✓")
    } else {
        ("game-sign is-wrong", "✗")
    };
    view! { <span class=class aria-hidden="true">{sign}</span> }
}
