//! Pictures made at build time: icons, and what others show of a page that is shared.

mod drawing;
mod record;

use std::fmt::Write as _;

use anyhow::Result;
use explorer_core::dataset::{Lang, Theme};
use explorer_core::i18n::Words;
use hong_kong_ai_explorer::ui::Library;

use self::drawing::{INK, MARGIN, MUTED, SHARE, drawn, head, text};
pub use self::record::{record, records};
use crate::assets::Staging;
use crate::project;

/// Where the bars stand, and how high they may be.
const BARS: (f64, f64) = (540.0, 220.0);

/// The name of the picture of a theme, or of the whole.
pub fn name(lang: Lang, theme: Option<&str>) -> String {
    format!(
        "pictures/{}-{}.png",
        theme.unwrap_or("explorer"),
        lang.tag()
    )
}

/// Draws the icons that a browser wants as pixels.
pub fn icons(staging: &Staging) -> Result<()> {
    let svg = std::fs::read_to_string(project::root().join("public/icon.svg"))?;
    // Whoever masks an icon cuts off its corners, so it has none.
    let whole = svg.replace(" rx=\"6\"", "");
    for (size, svg) in [(180, &whole), (192, &svg), (512, &whole)] {
        staging.write(&format!("icon-{size}.png"), drawn(svg, (size, size))?)?;
    }
    Ok(())
}

/// Draws the picture of a theme, or of the whole: its name, and how many of its records began in each year.
pub fn share(staging: &Staging, library: &Library, theme: Option<&Theme>) -> Result<String> {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let vocabulary = library.vocabulary();
    let title = vocabulary.explorer.title.get(lang);
    let heading = theme.map_or(title, |theme| theme.name.get(lang));
    let hue = theme.map_or(INK, |theme| &theme.colour);
    let cards: Vec<_> = library
        .bundle
        .cards
        .iter()
        .filter(|card| theme.is_none_or(|theme| card.themes.contains(&theme.id)))
        .collect();
    let years = || cards.iter().map(|card| card.start.year());
    let (first, last) = (years().min().unwrap_or(0), years().max().unwrap_or(0));
    let counts: Vec<usize> = (first..=last)
        .map(|year| years().filter(|other| *other == year).count())
        .collect();
    let most = counts.iter().copied().max().unwrap_or(1).max(1) as f64;
    let width = (f64::from(SHARE.0) - 2.0 * MARGIN) / counts.len() as f64;
    let mut svg = head(lang, hue);
    svg += &text(120, 30, MUTED, if theme.is_some() { title } else { "" });
    svg += &text(200, 64, INK, heading);
    let years = format!("{} · {first}–{last}", words.results_count(cards.len()));
    svg += &text(262, 32, MUTED, &years);
    for (i, count) in counts.iter().enumerate() {
        let height = BARS.1 * *count as f64 / most;
        let _ = write!(
            svg,
            "<rect x='{:.1}' y='{:.1}' width='{:.1}' height='{height:.1}' rx='3' fill='{hue}'/>",
            MARGIN + width * i as f64,
            BARS.0 - height,
            width * 0.8,
        );
    }
    let end = f64::from(SHARE.0) - MARGIN;
    let _ = write!(
        svg,
        "<rect x='{MARGIN}' y='{}' width='{}' height='2' fill='{INK}'/></svg>",
        BARS.0,
        end - MARGIN
    );
    let name = name(lang, theme.map(|theme| theme.id.as_str()));
    staging.write(&name, drawn(&svg, SHARE)?)?;
    Ok(name)
}
