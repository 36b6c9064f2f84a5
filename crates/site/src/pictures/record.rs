//! The picture that others show of a record: its name, when it was, and its bar as the timeline draws it.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use explorer_core::dataset::{Bundle, Lang};
use explorer_core::timeline::{
    self, Axis, Bar, Day, Folds, Life, PATH_SCALE, Viewport, date_of, day_of, ticks,
};
use hong_kong_ai_explorer::state::{BundleCard, Library};
use rayon::prelude::*;

use super::drawing::{INK, MARGIN, MUTED, SHARE, drawn, fonts, head, text};
use crate::assets::{Staging, digits};
use crate::project;

/// The sizes in which a name may stand, the largest first; it has the first in which it takes at most [`LINES`].
const SIZES: [u32; 3] = [68, 56, 46];
/// The most lines of a name.
const LINES: usize = 3;
/// The size of what stands below the name.
const SMALL: u32 = 32;
/// The first year of the axis, where the record did not begin before.
const FIRST: u16 = 2010;
/// Where the middle of the bar is, and how thick it is.
const BAR: (f64, f64) = (500.0, 36.0);
/// How wide a column is that a letter takes, and a Chinese character twice, in ems.
const COLUMN: f64 = 0.56;
/// How wide the label of a year is at least.
const LABEL: f64 = 90.0;

/// The name of a record's picture.
pub fn record(lang: Lang, id: &str) -> String {
    format!("pictures/initiative/{id}-{}.png", lang.tag())
}

/// Draws the pictures of all records in one language. One that is the same as before is not drawn anew.
pub fn records(staging: &Staging, library: &Library) -> Result<()> {
    let kept = project::root().join("target/pictures");
    fs::create_dir_all(&kept)?;
    // Another set of fonts may have letters that were left out.
    let faces = fonts().len();
    let bundle = &library.bundle;
    let today = month(bundle);
    let draw = |place: usize| -> Result<()> {
        let card = BundleCard::at(bundle, place).context("a place of the bundle")?;
        let svg = svg(&card, today);
        let path = kept.join(digits(format!("{faces}{svg}").as_bytes()));
        let png = match fs::read(&path) {
            Ok(png) => png,
            Err(_) => {
                let png = drawn(&svg, SHARE)?;
                fs::write(&path, &png)?;
                png
            }
        };
        staging.write(&record(bundle.lang, &card.id), png)
    };
    (0..bundle.cards.len()).into_par_iter().try_for_each(draw)
}

/// The first day of the month in which the data was changed, so that pictures stay the same for a month.
fn month(bundle: &Bundle) -> Day {
    let heard = bundle.cards.iter().map(|card| card.heard).max();
    let (year, month, _) = bundle.updated.or(heard).unwrap_or_default().first();
    day_of(year, month, 1)
}

fn svg(card: &BundleCard, today: Day) -> String {
    let lang = card.words().0;
    let hue = card.main_theme().map_or(INK, |theme| &theme.colour);
    let mut svg = head(lang, hue);
    svg += &text(110, 30, MUTED, card.vocabulary().explorer.title.get(lang));
    let (size, lines) = fitted(card.name.get(lang));
    let mut y = 130;
    for line in lines {
        y += size * 5 / 4;
        svg += &text(y, size, INK, &line);
    }
    svg += &text(y + 60, SMALL, MUTED, &card.when());
    if let Some(lead) = card.lead_name() {
        svg += &text(y + 105, SMALL, MUTED, &in_lines(lead, SMALL, 1).join(""));
    }
    svg + &bar(card, today, hue) + "</svg>"
}

/// The bar above the years.
fn bar(card: &BundleCard, today: Day, hue: &str) -> String {
    let life = Life::in_words_of(card.vocabulary(), card, today);
    let first = day_of(card.start.year().min(FIRST), 1, 1);
    let last = life.planned.last().map_or(0, |day| day + 1);
    let viewport = Viewport::around(first, last.max(life.end(today)).max(today));
    let axis = Axis::new(
        viewport,
        f64::from(SHARE.0) - 2.0 * MARGIN,
        &Folds::default(),
    );
    let bar = Bar::new(&life, &axis, today);
    let (middle, thickness) = BAR;
    let outline = bar.outline(&life, &axis, middle, thickness);
    let (mut line, mut plans) = (String::new(), String::new());
    bar.line(&axis, middle, &mut line);
    timeline::plans(&life, &axis, middle, thickness / 2.0, &mut plans);
    let fill = if life.is_announced { "none" } else { hue };
    let scale = 1.0 / PATH_SCALE;
    let mut svg = format!(
        "<g transform='translate({MARGIN} 0)' fill='none' stroke='{hue}'><g transform='scale({scale})' stroke-width='30'>\
         <path d='{outline}' fill='{fill}'/><path d='{line}'/><path d='{plans}'/></g>"
    );
    let below = middle + thickness;
    let _ = write!(
        svg,
        "<path d='M0 {below}H{}' stroke='{INK}' stroke-width='2'/></g>",
        axis.width
    );
    for tick in ticks(&axis, LABEL).minor {
        let (year, _, _) = date_of(tick.day);
        let x = MARGIN + tick.x;
        let _ = write!(
            svg,
            "<text x='{x:.1}' y='{}' font-size='26' fill='{MUTED}'>{year}</text>",
            below + 40.0
        );
    }
    svg
}

/// A name in lines, and the size in which it stands: the largest in which it takes few enough of them.
fn fitted(name: &str) -> (u32, Vec<String>) {
    let whole = |size: &u32| textwrap::wrap(name, columns(*size)).len() <= LINES;
    let size = SIZES
        .into_iter()
        .find(whole)
        .unwrap_or(SIZES[SIZES.len() - 1]);
    (size, in_lines(name, size, LINES))
}

/// A text in so many lines at most, with dots in place of what has no room.
fn in_lines(text: &str, size: u32, most: usize) -> Vec<String> {
    let lines = textwrap::wrap(text, columns(size));
    let mut kept: Vec<String> = lines.iter().take(most).map(ToString::to_string).collect();
    if lines.len() > most
        && let Some(last) = kept.last_mut()
    {
        last.push('…');
    }
    kept
}

/// How many columns a line has room for.
fn columns(size: u32) -> usize {
    let room = f64::from(SHARE.0) - 2.0 * MARGIN;
    (room / (f64::from(size) * COLUMN)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_whole_in_three_lines_or_ends_in_dots() {
        assert_eq!(fitted("AI Lab"), (68, vec!["AI Lab".to_owned()]));
        for name in [
            "香港".repeat(20),
            "Smart City ".repeat(7).trim_end().to_owned(),
        ] {
            let (_, lines) = fitted(&name);
            assert!(lines.len() <= LINES);
            let spaces = |text: &str| text.replace(' ', "");
            assert_eq!(spaces(&lines.concat()), spaces(&name));
        }
        let (size, lines) = fitted(&"香".repeat(200));
        assert_eq!((size, lines.len()), (46, LINES));
        assert!(lines[2].ends_with('…'));
    }
}
