//! A link as a code that a phone's camera reads.

use std::fmt::Write;

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::ui::AppState;

/// The light modules around a code, as ISO/IEC 18004 asks.
const QUIET: i32 = 4;

/// The code of a link, or that the link is too long for one.
#[component]
pub fn ShareCode(link: Signal<String>) -> impl IntoView {
    let app = AppState::expect();
    let drawing = Memo::new(move |_| drawing(&link.read()));
    let code = move || {
        let (size, path) = drawing.get()?;
        let view_box = format!("-{QUIET} -{QUIET} {size} {size}");
        Some(view! {
            <figure class="share-code">
                <svg viewBox=view_box role="img" aria-label=app.say(|words| words.share_code())>
                    <path d=path></path>
                </svg>
                <figcaption class="lesson-note">{app.say(|words| words.share_code())}</figcaption>
            </figure>
        })
    };
    view! {
        {code}
        <Show when=move || drawing.with(Option::is_none)>
            <p class="lesson-note">{app.say(|words| words.share_no_code())}</p>
        </Show>
    }
    .into_any()
}

/// The side of the code of a text, in modules with what is left free around it, and its dark modules as an SVG path.
fn drawing(text: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    Some((code.size() + 2 * QUIET, path))
}
