//! What all pictures for sharing have in common: their size, colours, letters, and how they become pixels.

use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result};
use explorer_core::dataset::Lang;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// The size of a picture for sharing, in pixels.
pub const SHARE: (u32, u32) = (1200, 630);
/// Where its content begins on the left, and ends on the right.
pub const MARGIN: f64 = 80.0;
/// The colour of what is read first.
pub const INK: &str = "#1c1f23";
/// The colour of what is read second.
pub const MUTED: &str = "#5b6068";

/// How a picture for sharing begins: paper, with a strip of a colour on the left.
pub fn head(lang: Lang, hue: &str) -> String {
    let family = if lang.is_chinese() {
        "Noto Serif CJK TC, Noto Serif CJK SC, Noto Sans CJK TC"
    } else {
        "Noto Serif, Noto Serif CJK TC, DejaVu Serif"
    };
    let (width, height) = SHARE;
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' font-family='{family}'>\
         <rect width='100%' height='100%' fill='#fbfaf7'/><rect width='16' height='100%' fill='{hue}'/>"
    )
}

/// A line of text: where it stands, how large, in which colour. What is in ink is bold.
pub fn text(y: u32, size: u32, colour: &str, words: &str) -> String {
    let weight = if colour == INK { 700 } else { 400 };
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<text x='{MARGIN}' y='{y}' font-size='{size}' font-weight='{weight}' fill='{colour}'>{words}</text>"
    )
}

/// A picture as a PNG file.
pub fn drawn(svg: &str, (width, height): (u32, u32)) -> Result<Vec<u8>> {
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
    png(&pixels)
}

/// The pixels as a PNG file. A picture of few colours, as all of ours are, names each by its place among them, which takes
/// an eighth of the bytes.
fn png(pixels: &Pixmap) -> Result<Vec<u8>> {
    let mut places = Vec::with_capacity(pixels.pixels().len());
    let mut colours = Vec::new();
    let mut last = None;
    for &pixel in pixels.pixels() {
        // Most are as the one before.
        let place = match last.filter(|(colour, _)| *colour == pixel) {
            Some((_, place)) => place,
            None => colours
                .iter()
                .position(|colour| *colour == pixel)
                .unwrap_or_else(|| {
                    colours.push(pixel);
                    colours.len() - 1
                }),
        };
        let Ok(number) = u8::try_from(place) else {
            return Ok(pixels.encode_png()?);
        };
        last = Some((pixel, place));
        places.push(number);
    }
    let colours = colours.iter().map(|colour| colour.demultiply());
    let palette: Vec<u8> = colours
        .clone()
        .flat_map(|colour| [colour.red(), colour.green(), colour.blue()])
        .collect();
    let alphas: Vec<u8> = colours.map(|colour| colour.alpha()).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette);
    encoder.set_trns(alphas);
    encoder.set_compression(png::Compression::Best);
    encoder.set_filter(png::FilterType::NoFilter);
    encoder.write_header()?.write_image_data(&places)?;
    Ok(file)
}

/// The fonts of this machine; where none has a letter, the picture goes without it.
pub fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            let mut fonts = fontdb::Database::new();
            fonts.load_system_fonts();
            Arc::new(fonts)
        })
        .clone()
}
