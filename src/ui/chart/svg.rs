//! The present view as a drawing to take away: with title, legend, window and source line.

use super::calendar::{TICK_PX, month_of, year_of};
use super::drawing::{LANE_HEAD_PX, ROW_PX, Scene};
use super::pen::{Pen, cut, room_of};
use super::widget::{Chart, Told};
use crate::dataset::PartialDate;
use crate::timeline::{ClusterMark, Day, Mark, Shape, Step, date_of, ticks};
use crate::ui::format;

/// Room around the drawing, in pixels.
const MARGIN: usize = 24;
/// Room above the lanes: title, window, calendar.
const HEAD: usize = 104;
/// Room below the lanes: legend and source line.
const FOOT: usize = 64;
/// Where the lanes begin.
const LEFT: f64 = MARGIN as f64;
const TOP: f64 = HEAD as f64;
/// A drawing has no dark side, since it is put on other people's pages.
const INK: &str = "#1c1f23";
const MUTED: &str = "#59616c";
const LINE: &str = "#dcd8cf";
const PAPER: &str = "#ffffff";
const TODAY: &str = "#1f7a43";

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

impl Scene<'_> {
    /// The scene as a drawing, whose window is exactly what is seen; `source` says where it comes from.
    pub fn picture(&self, source: &str) -> Picture {
        let (words, lang) = (self.words, self.words.0);
        let lanes = self.tops().last().copied().unwrap_or(0);
        let width = self.width.round() as usize + 2 * MARGIN;
        let height = HEAD + lanes + FOOT + MARGIN;
        let title = self.vocabulary.explorer.title.get(lang);
        let (first, last) = (self.viewport.from as Day, self.viewport.to as Day - 1);
        let window = words.from_to(
            format::date(lang, date(first)),
            format::date(lang, date(last)),
        );
        let mut pen = Pen::new(width, height, lang.tag(), title, &window);
        pen.rect(0.0, 0.0, width as f64, height as f64, PAPER, "1");
        pen.text(LEFT, 40.0, 22.0, INK, "700", title);
        pen.text(LEFT, 62.0, 13.0, MUTED, "400", &window);
        let bottom = (HEAD + lanes) as f64;
        self.draw_calendar(&mut pen, bottom);
        self.draw_lanes(&mut pen);
        self.draw_today(&mut pen, bottom);
        self.draw_legend(&mut pen, bottom + 20.0);
        pen.text(LEFT, bottom + 56.0, 12.0, MUTED, "400", source);
        let years = [first, last].map(|day| year_of(day).year());
        Picture {
            name: format!("timeline-{}-{}", years[0], years[1]),
            width,
            height,
            svg: pen.finish(),
        }
    }

    /// A line for each tick down to the bottom of the lanes, and the calendar above them.
    fn draw_calendar(&self, pen: &mut Pen, bottom: f64) {
        let lang = self.words.0;
        let calendar = ticks(&self.viewport, self.width, TICK_PX);
        for tick in &calendar.minor {
            let (_, month, day) = date_of(tick.day);
            let text = match calendar.step {
                Step::Years(_) => format::date(lang, year_of(tick.day)),
                Step::Months(_) => format::month(lang, month),
                Step::Days(_) => day.to_string(),
            };
            let (x, top) = (LEFT + tick.x, TOP - 18.0);
            pen.rect(x, top, 1.0, bottom - top, LINE, "1");
            if tick.x + TICK_PX <= self.width {
                pen.text(x + 5.0, TOP - 6.0, 12.0, MUTED, "400", &text);
            }
        }
        let bands = calendar.upper.iter();
        for band in bands.filter(|band| band.x1 - band.x0 > TICK_PX) {
            let day = match calendar.step {
                Step::Days(_) => month_of(band.day),
                _ => year_of(band.day),
            };
            let text = format::date(lang, day);
            pen.text(LEFT + band.x0 + 5.0, TOP - 22.0, 12.0, INK, "700", &text);
        }
    }

    /// The lanes that have rows, with their names, marks and clusters.
    fn draw_lanes(&self, pen: &mut Pen) {
        let tops = self.tops();
        for (i, lane) in self.lanes.iter().enumerate() {
            if self.layout.lanes().get(i).is_none_or(|lane| lane.rows == 0) {
                continue;
            }
            let y = (HEAD + tops[i]) as f64;
            let ink = lane.hue.and_then(|hue| self.vocabulary.themes.get(hue));
            let ink = ink.map_or(INK, |theme| &theme.colour);
            pen.rect(LEFT, y, self.width, 1.0, LINE, "1");
            pen.text(LEFT, y + 17.0, 13.0, ink, "700", &lane.name);
        }
        for mark in &self.drawing.marks {
            self.draw_mark(pen, mark, (HEAD + tops[usize::from(mark.lane)]) as f64);
        }
        for cluster in &self.drawing.clusters {
            self.draw_cluster(pen, cluster, HEAD + tops[usize::from(cluster.lane)]);
        }
    }

    /// How many records stand in a cell, below all rows of its lane.
    fn draw_cluster(&self, pen: &mut Pen, cluster: &ClusterMark, top: usize) {
        if !(20.0..=self.width - 20.0).contains(&cluster.x) {
            return;
        }
        let lane = self.layout.lanes().get(usize::from(cluster.lane));
        let row = usize::from(lane.map_or(1, |lane| lane.rows).saturating_sub(1));
        let y = (top + LANE_HEAD_PX + row * ROW_PX) as f64;
        pen.rect(LEFT + cluster.x - 18.0, y, 36.0, 22.0, MUTED, "0.18");
        let count = format::number(cluster.count as u64);
        pen.text(LEFT + cluster.x - 12.0, y + 16.0, 13.0, INK, "700", &count);
    }

    fn draw_today(&self, pen: &mut Pen, bottom: f64) {
        let scale = self.viewport.scale(self.width);
        let today = scale.x(f64::from(self.today));
        if (0.0..=self.width).contains(&today) {
            pen.rect(LEFT + today, TOP, 2.0, bottom - TOP, TODAY, "1");
        }
    }

    /// The themes with their colours, side by side.
    fn draw_legend(&self, pen: &mut Pen, top: f64) {
        let mut x = LEFT;
        for theme in &self.vocabulary.themes {
            let name = theme.short.get(self.words.0);
            pen.rect(x, top, 12.0, 12.0, &theme.colour, "1");
            pen.text(x + 18.0, top + 11.0, 12.0, INK, "400", name);
            x += 34.0 + room_of(name, 12.0);
        }
    }

    fn draw_mark(&self, pen: &mut Pen, mark: &Mark, top: f64) {
        let Some(card) = self.cards.get(mark.record as usize) else {
            return;
        };
        let theme = card.themes.first().and_then(|id| self.vocabulary.theme(id));
        let hue = theme.map_or(MUTED, |theme| &theme.colour);
        let y = top + (LANE_HEAD_PX + usize::from(mark.row) * ROW_PX) as f64;
        let (x0, x1) = (mark.x0.max(0.0), mark.x1.min(self.width));
        if mark.shape == Shape::Point {
            if x1 > x0 {
                pen.rect(LEFT + x0, y + 6.0, 10.0, 10.0, hue, "1");
            }
            return;
        }
        if x1 > x0 {
            let opacity = if mark.shape == Shape::Head {
                "0.1"
            } else {
                "0.2"
            };
            pen.rect(LEFT + x0, y, x1 - x0, 22.0, hue, opacity);
        }
        if mark.x0 >= 0.0 {
            pen.rect(LEFT + x0, y, 3.0, 22.0, hue, "1");
        }
        let room = mark.until.min(self.width) - x0 - 8.0;
        let name = cut(card.name.get(self.words.0), room, 12.5);
        pen.text(LEFT + x0 + 7.0, y + 15.0, 12.5, INK, "400", &name);
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

fn date(day: Day) -> PartialDate {
    let (year, month, day) = date_of(day);
    PartialDate::of(year, Some(month), Some(day))
}
