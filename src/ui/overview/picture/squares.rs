//! Squares as paths: one for those of a theme that go on, one for the others.

use std::fmt::Write;

use leptos::prelude::*;

use super::Pointed;
use crate::picture::{Picture, SIDE, Square};

/// The squares of a picture.
pub fn squares(layout: &Picture, themes: usize, pointed: Pointed) -> impl IntoView + use<> {
    let kinds = (0..=themes).flat_map(|theme| [(theme, false), (theme, true)]);
    let paths = kinds.filter_map(|(theme, hollow)| {
        let those = layout.squares.iter();
        let those = those.filter(|square| square.theme == theme && square.hollow == hollow);
        let path = path(those, hollow);
        (!path.is_empty()).then(|| {
            let is_shown = move || pointed.theme.get() == Some(theme);
            view! {
                <path class="square" class:hollow=hollow class:is-shown=is_shown data-hue=theme.to_string() d=path></path>
            }
        })
    });
    paths.collect_view()
}

/// The outline of squares. One that is hollow is drawn by its border, which lies within it.
fn path<'a>(squares: impl Iterator<Item = &'a Square>, hollow: bool) -> String {
    let (inset, side) = if hollow {
        (0.75, SIDE - 1.5)
    } else {
        (0.0, SIDE)
    };
    let mut path = String::new();
    for square in squares {
        let (x, y) = (square.x + inset, square.y + inset);
        // Writing to a string cannot fail.
        let _ = write!(path, "M{x} {y}h{side}v{side}h-{side}z");
    }
    path
}
