//! Draws texts and rectangles into an SVG, and knows how much room a text takes.

use crate::ui::markup::Markup;

/// How wide a letter is at most, as a part of its size: names are cut so that they never meet.
const LETTER: f64 = 0.62;

/// An SVG that is being drawn.
pub struct Pen {
    markup: Markup,
}

impl Pen {
    /// A drawing of a size in pixels, with its title and description in a language.
    pub fn new(width: usize, height: usize, lang: &str, title: &str, description: &str) -> Self {
        let mut markup = Markup::default();
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &*width.to_string()),
            ("height", &*height.to_string()),
            ("viewBox", &*format!("0 0 {width} {height}")),
            ("font-family", "system-ui, sans-serif"),
            ("lang", lang),
        ];
        markup.open("svg", &attributes);
        markup.plain("title", title).plain("desc", description);
        Self { markup }
    }

    /// Writes a text whose baseline begins at a point.
    pub fn text(&mut self, x: f64, y: f64, size: f64, ink: &str, weight: &str, text: &str) {
        let attributes = [
            ("x", &*pixels(x)),
            ("y", &*pixels(y)),
            ("font-size", &*pixels(size)),
            ("fill", ink),
            ("font-weight", weight),
        ];
        self.markup.open("text", &attributes).text(text).close();
    }

    /// Fills a rectangle.
    pub fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, fill: &str, opacity: &str) {
        let attributes = [
            ("x", &*pixels(x)),
            ("y", &*pixels(y)),
            ("width", &*pixels(width.max(1.0))),
            ("height", &*pixels(height)),
            ("fill", fill),
            ("fill-opacity", opacity),
        ];
        self.markup.open("rect", &attributes).close();
    }

    /// The SVG.
    pub fn finish(self) -> String {
        self.markup.finish()
    }
}

/// A text cut to so many pixels.
pub fn cut(text: &str, room: f64, size: f64) -> String {
    if room_of(text, size) <= room {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut taken = size;
    for c in text.chars() {
        taken += letter(c, size);
        if taken > room {
            break;
        }
        cut.push(c);
    }
    if !cut.is_empty() {
        cut.push('…');
    }
    cut
}

/// How many pixels a text takes at most.
pub fn room_of(text: &str, size: f64) -> f64 {
    text.chars().map(|c| letter(c, size)).sum()
}

fn letter(c: char, size: f64) -> f64 {
    if c >= '\u{2e80}' { size } else { size * LETTER }
}

/// Half pixels, so that lines are where they belong.
fn pixels(x: f64) -> String {
    let halves = (x.clamp(-100_000.0, 100_000.0) * 2.0).round() as i32;
    let sign = if halves < 0 { "-" } else { "" };
    let (whole, half) = (halves.abs() / 2, halves.abs() % 2);
    format!("{sign}{whole}{}", if half == 1 { ".5" } else { "" })
}
