//! The present view as a drawing to take away: with title, legend, window and source line.

use super::calendar::{TICK_PX, month_of, year_of};
use super::drawing::{LANE_HEAD_PX, ROW_PX, Scene};
use super::widget::{Chart, Told};
use crate::dataset::PartialDate;
use crate::timeline::{Day, Mark, Shape, Step, date_of, ticks};
use crate::ui::format;
use crate::ui::markup::Markup;

/// Room around the drawing, in pixels.
const MARGIN: usize = 24;
/// Room above the lanes: title, window, calendar.
const HEAD: usize = 104;
/// Room below the lanes: legend and source line.
const FOOT: usize = 64;
/// A drawing has no dark side, since it is put on other people's pages.
const INK: &str = "#1c1f23";
const MUTED: &str = "#59616c";
const LINE: &str = "#dcd8cf";
const PAPER: &str = "#ffffff";
const TODAY: &str = "#1f7a43";
/// How wide a letter is at most, as a part of its size: names are cut so that they never meet.
const LETTER: f64 = 0.62;

/// A drawing: its name for a file, its size in pixels, and its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Without ending, such as `hong-kong-ai-explorer-2019-2024`.
    pub name: String,
    /// How wide it is, in pixels.
    pub width: usize,
    /// How high it is, in pixels.
    pub height: usize,
    /// The SVG.
    pub svg: String,
}

/// As what a picture is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines and letters.
    Svg,
    /// Dots.
    Png,
}

struct Pen {
    markup: Markup,
}

impl Pen {
    fn text(&mut self, x: f64, y: f64, size: f64, ink: &str, weight: &str, text: &str) {
        let attributes = [
            ("x", &*pixels(x)),
            ("y", &*pixels(y)),
            ("font-size", &*pixels(size)),
            ("fill", ink),
            ("font-weight", weight),
        ];
        self.markup.open("text", &attributes).text(text).close();
    }

    fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, fill: &str, opacity: &str) {
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
}

impl Scene<'_> {
    /// The scene as a drawing, whose window is exactly what is seen; `source` says where it comes from.
    pub fn picture(&self, source: &str) -> Picture {
        let (words, lang) = (self.words, self.words.0);
        let tops = self.tops();
        let lanes = tops.last().copied().unwrap_or(0);
        let width = self.width.round() as usize + 2 * MARGIN;
        let height = HEAD + lanes + FOOT + MARGIN;
        let left = MARGIN as f64;
        let title = self.vocabulary.explorer.title.get(lang);
        let (first, last) = (self.viewport.from as Day, self.viewport.to as Day - 1);
        let window = words.from_to(
            format::date(lang, date(first)),
            format::date(lang, date(last)),
        );
        let mut pen = Pen {
            markup: Markup::default(),
        };
        pen.markup.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("width", &width.to_string()),
                ("height", &height.to_string()),
                ("viewBox", &format!("0 0 {width} {height}")),
                ("font-family", "system-ui, sans-serif"),
                ("lang", lang.tag()),
            ],
        );
        pen.markup.plain("title", title).plain("desc", &window);
        pen.rect(0.0, 0.0, width as f64, height as f64, PAPER, "1");
        pen.text(left, 40.0, 22.0, INK, "700", title);
        pen.text(left, 62.0, 13.0, MUTED, "400", &window);

        let scale = self.viewport.scale(self.width);
        let (top, bottom) = (HEAD as f64, (HEAD + lanes) as f64);
        let calendar = ticks(&self.viewport, self.width, TICK_PX);
        for tick in &calendar.minor {
            let (_, month, day) = date_of(tick.day);
            let text = match calendar.step {
                Step::Years(_) => format::date(lang, year_of(tick.day)),
                Step::Months(_) => format::month(lang, month),
                Step::Days(_) => day.to_string(),
            };
            pen.rect(
                left + tick.x,
                top - 18.0,
                1.0,
                bottom - top + 18.0,
                LINE,
                "1",
            );
            if tick.x + TICK_PX <= self.width {
                pen.text(left + tick.x + 5.0, top - 6.0, 12.0, MUTED, "400", &text);
            }
        }
        for band in &calendar.upper {
            if band.x1 - band.x0 > TICK_PX {
                let day = match calendar.step {
                    Step::Days(_) => month_of(band.day),
                    _ => year_of(band.day),
                };
                let text = format::date(lang, day);
                pen.text(left + band.x0 + 5.0, top - 22.0, 12.0, INK, "700", &text);
            }
        }
        for (i, lane) in self.lanes.iter().enumerate() {
            if self.layout.lanes().get(i).is_none_or(|lane| lane.rows == 0) {
                continue;
            }
            let y = (HEAD + tops[i]) as f64;
            let ink = lane.hue.and_then(|hue| self.vocabulary.themes.get(hue));
            let ink = ink.map_or(INK, |theme| &theme.colour);
            pen.rect(left, y, self.width, 1.0, LINE, "1");
            pen.text(left, y + 17.0, 13.0, ink, "700", &lane.name);
        }
        for mark in &self.drawing.marks {
            self.draw_mark(&mut pen, mark, (HEAD + tops[usize::from(mark.lane)]) as f64);
        }
        for cluster in &self.drawing.clusters {
            let lane = usize::from(cluster.lane);
            let rows = self.layout.lanes().get(lane).map_or(1, |lane| lane.rows);
            let row = usize::from(rows.saturating_sub(1));
            let y = (HEAD + tops[lane] + LANE_HEAD_PX + row * ROW_PX) as f64;
            if !(20.0..=self.width - 20.0).contains(&cluster.x) {
                continue;
            }
            pen.rect(left + cluster.x - 18.0, y, 36.0, 22.0, MUTED, "0.18");
            let count = format::number(cluster.count as u64);
            pen.text(left + cluster.x - 12.0, y + 16.0, 13.0, INK, "700", &count);
        }
        let today = scale.x(f64::from(self.today));
        if (0.0..=self.width).contains(&today) {
            pen.rect(left + today, top, 2.0, bottom - top, TODAY, "1");
        }
        let mut x = left;
        for theme in &self.vocabulary.themes {
            let name = theme.short.get(lang);
            pen.rect(x, bottom + 20.0, 12.0, 12.0, &theme.colour, "1");
            pen.text(x + 18.0, bottom + 31.0, 12.0, INK, "400", name);
            x += 34.0 + room_of(name, 12.0);
        }
        pen.text(left, bottom + 56.0, 12.0, MUTED, "400", source);
        Picture {
            name: format!(
                "timeline-{}-{}",
                year_of(first).year(),
                year_of(last).year()
            ),
            width,
            height,
            svg: pen.markup.finish(),
        }
    }

    fn draw_mark(&self, pen: &mut Pen, mark: &Mark, top: f64) {
        let Some(card) = self.cards.get(mark.record as usize) else {
            return;
        };
        let theme = card.themes.first().and_then(|id| self.vocabulary.theme(id));
        let hue = theme.map_or(MUTED, |theme| &theme.colour);
        let left = MARGIN as f64;
        let y = top + (LANE_HEAD_PX + usize::from(mark.row) * ROW_PX) as f64;
        let (x0, x1) = (mark.x0.max(0.0), mark.x1.min(self.width));
        if mark.shape == Shape::Point {
            if x1 > x0 {
                pen.rect(left + x0, y + 6.0, 10.0, 10.0, hue, "1");
            }
            return;
        }
        if x1 > x0 {
            let opacity = if mark.shape == Shape::Head {
                "0.1"
            } else {
                "0.2"
            };
            pen.rect(left + x0, y, x1 - x0, 22.0, hue, opacity);
        }
        if mark.x0 >= 0.0 {
            pen.rect(left + x0, y, 3.0, 22.0, hue, "1");
        }
        let room = mark.until.min(self.width) - x0 - 8.0;
        let name = cut(card.name.get(self.words.0), room, 12.5);
        pen.text(left + x0 + 7.0, y + 15.0, 12.5, INK, "400", &name);
    }
}

impl Chart {
    /// The present window as a picture.
    pub(super) fn keep(&mut self, format: Format) -> Vec<Told> {
        let Some(layout) = &self.layers.layout else {
            return Vec::new();
        };
        let drawing = layout.window(&self.viewport);
        let scene = Scene {
            cards: &self.bundle.cards,
            vocabulary: &self.bundle.vocabulary,
            words: self.words,
            lanes: &self.lanes,
            layout,
            drawing: &drawing,
            viewport: self.viewport,
            width: self.width,
            today: self.today,
            open: None,
        };
        let page = web_sys::window().and_then(|window| window.location().href().ok());
        vec![Told::Keep(scene.picture(&page.unwrap_or_default()), format)]
    }
}

/// A name cut to so many pixels.
fn cut(name: &str, room: f64, size: f64) -> String {
    if room_of(name, size) <= room {
        return name.to_owned();
    }
    let mut cut = String::new();
    let mut taken = size;
    for c in name.chars() {
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

fn room_of(text: &str, size: f64) -> f64 {
    text.chars().map(|c| letter(c, size)).sum()
}

fn letter(c: char, size: f64) -> f64 {
    if c >= '\u{2e80}' { size } else { size * LETTER }
}

fn date(day: Day) -> PartialDate {
    let (year, month, day) = date_of(day);
    PartialDate::of(year, Some(month), Some(day))
}

/// Half pixels, so that lines are where they belong.
fn pixels(x: f64) -> String {
    let halves = (x.clamp(-100_000.0, 100_000.0) * 2.0).round() as i32;
    let sign = if halves < 0 { "-" } else { "" };
    let (whole, half) = (halves.abs() / 2, halves.abs() % 2);
    format!("{sign}{whole}{}", if half == 1 { ".5" } else { "" })
}
