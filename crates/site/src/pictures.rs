//! Pictures made at build time: icons, and what others show of a page that is shared.

use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result};
use explorer_core::dataset::{Lang, Theme};
use explorer_core::i18n::Words;
use hong_kong_ai_explorer::ui::Library;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::assets::Staging;
use crate::project;

/// The size of a picture for sharing, in pixels.
const SHARE: (u32, u32) = (1200, 630);
/// Where its content begins on the left, and ends on the right.
const MARGIN: f64 = 80.0;
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
    let hue = theme.map_or("#1c1f23", |theme| &theme.colour);
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
    let family = if lang.is_chinese() {
        "Noto Serif CJK TC, Noto Serif CJK SC, Noto Sans CJK TC"
    } else {
        "Noto Serif, Noto Serif CJK TC, DejaVu Serif"
    };
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='{}' font-family='{family}'>\
         <rect width='100%' height='100%' fill='#fbfaf7'/><rect width='16' height='100%' fill='{hue}'/>\
         <text x='{MARGIN}' y='120' font-size='30' fill='#5b6068'>{}</text>\
         <text x='{MARGIN}' y='200' font-size='64' font-weight='700' fill='#1c1f23'>{}</text>\
         <text x='{MARGIN}' y='262' font-size='32' fill='#5b6068'>{} · {first}–{last}</text>",
        SHARE.0,
        SHARE.1,
        escaped(if theme.is_some() { title } else { "" }),
        escaped(heading),
        escaped(&words.results_count(cards.len())),
    );
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
        "<rect x='{MARGIN}' y='{}' width='{}' height='2' fill='#1c1f23'/></svg>",
        BARS.0,
        end - MARGIN
    );
    let name = name(lang, theme.map(|theme| theme.id.as_str()));
    staging.write(&name, drawn(&svg, SHARE)?)?;
    Ok(name)
}

fn drawn(svg: &str, (width, height): (u32, u32)) -> Result<Vec<u8>> {
    let options = Options {
        fontdb: fonts(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options)?;
    let mut pixels = Pixmap::new(width, height).context("a picture without size")?;
    let scale = Transform::from_scale(
        width as f32 / tree.size().width(),
        height as f32 / tree.size().height(),
    );
    resvg::render(&tree, scale, &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}

/// The fonts of this machine; where none has a letter, the picture goes without it.
fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            let mut fonts = fontdb::Database::new();
            fonts.load_system_fonts();
            Arc::new(fonts)
        })
        .clone()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
