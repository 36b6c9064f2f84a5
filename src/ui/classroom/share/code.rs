//! A link as a code that a phone's camera reads.

use std::fmt::Write;

use crate::ui::classroom::said::word;
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// The light modules around a code, as ISO/IEC 18004 asks.
const QUIET: i32 = 4;

/// The code of a link, or that the link is too long for one.
#[component]
pub fn ShareCode(link: Signal<String>) -> impl IntoView {
    let code = move || {
        let Some((size, path)) = drawing(&link.read()) else {
            return view! { <p class="lesson-note">{word(|words| words.share_no_code())}</p> }
                .into_any();
        };
        let view_box = format!("-{QUIET} -{QUIET} {size} {size}");
        view! {
            <figure class="share-code">
                <svg viewBox=view_box role="img" aria-label=word(|words| words.share_code())>
                    <path d=path></path>
                </svg>
                <figcaption class="lesson-note">{word(|words| words.share_code())}</figcaption>
            </figure>
        }
        .into_any()
    };
    view! { {move || code()} }
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
