//! The calendar as markup: eras, lines at the ticks and today behind the marks; eras, years, months and days above them.
//! Where ticks lie is worked out by [`crate::timeline`].

use super::drawing::Scene;
use super::place::{css, name_place};
use crate::dataset::{Era, PartialDate};
use crate::timeline::{Day, Extent, Step, Ticks, Viewport, date_of};
use crate::ui::format;
use crate::ui::markup::Markup;

/// How wide a tick's label is at most, in pixels.
pub const TICK_PX: f64 = 52.0;

impl Scene<'_> {
    /// What lies behind the marks: eras, lines at the ticks, today.
    pub fn back(&self, ticks: &Ticks) -> String {
        let mut markup = Markup::default();
        let height = self.tops().last().copied().unwrap_or(0) as f64;
        let scale = self.viewport.scale(self.width);
        for (i, era) in self.vocabulary.eras.iter().enumerate() {
            let (from, to) = days_of(era, self.viewport);
            let (x0, x1) = (scale.x(from).max(0.0), scale.x(to).min(self.width));
            if x1 > x0 {
                let class = if i % 2 == 0 { "era" } else { "era is-odd" };
                markup.open(
                    "div",
                    &[
                        ("class", class),
                        (
                            "data-css",
                            &css(&[("left", x0), ("width", x1 - x0), ("height", height)]),
                        ),
                    ],
                );
                markup.close();
            }
        }
        for tick in &ticks.minor {
            line(&mut markup, "tick-line", tick.x, height);
        }
        let today = scale.x(f64::from(self.today));
        if (0.0..=self.width).contains(&today) {
            line(&mut markup, "today", today, height);
        }
        markup.finish()
    }

    /// The calendar above the marks: eras, years, months, days.
    pub fn head(&self, ticks: &Ticks) -> String {
        let mut markup = Markup::default();
        let scale = self.viewport.scale(self.width);
        let lang = self.words.0;
        let mut label = |class: &str, x0: f64, x1: f64, text: &str| {
            markup.open(
                "div",
                &[
                    ("class", class),
                    ("data-css", &css(&[("left", x0), ("width", x1 - x0)])),
                    ("data-name", &name_place(x0, x1)),
                ],
            );
            markup.text(text).close();
        };
        for era in &self.vocabulary.eras {
            let (from, to) = days_of(era, self.viewport);
            let (x0, x1) = (scale.x(from).max(0.0), scale.x(to).min(self.width));
            if x1 - x0 > 40.0 {
                label("era-name", x0, x1, era.name.get(lang));
            }
        }
        for band in &ticks.upper {
            let date = match ticks.step {
                Step::Days(_) => month_of(band.day),
                _ => year_of(band.day),
            };
            if band.x1 - band.x0 > 30.0 {
                label("tick-band", band.x0, band.x1, &format::date(lang, date));
            }
        }
        for tick in &ticks.minor {
            let (_, month, day) = date_of(tick.day);
            let text = match ticks.step {
                Step::Years(_) => format::date(lang, year_of(tick.day)),
                Step::Months(_) => format::month(lang, month),
                Step::Days(_) if lang.is_chinese() => format!("{day}日"),
                Step::Days(_) => day.to_string(),
            };
            label("tick", tick.x, tick.x + TICK_PX, &text);
        }
        markup.finish()
    }
}

fn line(markup: &mut Markup, class: &str, x: f64, height: f64) {
    markup.open(
        "div",
        &[
            ("class", class),
            ("data-css", &css(&[("left", x), ("height", height)])),
        ],
    );
    markup.close();
}

/// From the first day of an era to the day after its last, cut to a window where it is open.
fn days_of(era: &Era, viewport: Viewport) -> (f64, f64) {
    let first = |date| f64::from(Extent::of(date, false).first);
    let after = |date| f64::from(Extent::of(date, false).end);
    (
        era.start.map_or(viewport.from, first),
        era.end.map_or(viewport.to, after),
    )
}

/// The year in which a day lies.
pub fn year_of(day: Day) -> PartialDate {
    let (year, _, _) = date_of(day);
    PartialDate::of(year, None, None)
}

/// The month in which a day lies.
pub fn month_of(day: Day) -> PartialDate {
    let (year, month, _) = date_of(day);
    PartialDate::of(year, Some(month), None)
}
