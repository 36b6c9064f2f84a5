//! The chart as markup: lanes, marks, milestones, clusters. Elements say in `data-css` where they lie, and are put there
//! afterwards: a policy for the page's content may forbid style in attributes.

use super::calendar::month_of;
use super::place::{css, name_place};
use super::spans::Lane;
use super::targets::cluster_id;
use crate::dataset::{Card, Vocabulary};
use crate::timeline::{ClusterMark, Day, Drawing, Extent, Layout, Mark, Shape, Viewport, points};
use crate::ui::markup::Markup;
use crate::ui::{Words, format};

/// How high a row is, in pixels: enough for a fingertip's aim by WCAG 2.2 (2.5.8).
pub const ROW_PX: usize = 26;
/// How much room a lane has above its rows, for its name.
pub const LANE_HEAD_PX: usize = 24;
/// How many milestones are drawn at most; where a window has more, only those of the open record are.
const MOST_MILESTONES: usize = 150;
/// How many marks and milestones are drawn together at most.
const MOST_DRAWN: usize = 300;
/// How far the milestones of a record are apart at least, in pixels.
const MILESTONE_PX: f64 = 10.0;
/// How much room a lane has below its rows.
const LANE_FOOT_PX: usize = 6;

/// The whole of what is drawn at one moment.
pub struct Scene<'a> {
    /// The records.
    pub cards: &'a [Card],
    /// What they refer to.
    pub vocabulary: &'a Vocabulary,
    /// The words.
    pub words: Words,
    /// The lanes' names.
    pub lanes: &'a [Lane],
    /// The zoom.
    pub layout: &'a Layout,
    /// What is drawn, which is more than what is seen.
    pub drawing: &'a Drawing,
    /// The window that the drawing is of.
    pub viewport: Viewport,
    /// How wide it is, in pixels.
    pub width: f64,
    /// The present day.
    pub today: Day,
    /// The open record.
    pub open: Option<u32>,
}

impl Scene<'_> {
    /// Where each lane begins, in pixels from the top, and after the last one the height of all.
    pub fn tops(&self) -> Vec<usize> {
        let mut tops = vec![0];
        let mut top = 0;
        for lane in self.layout.lanes() {
            if lane.rows > 0 {
                top += LANE_HEAD_PX + usize::from(lane.rows) * ROW_PX + LANE_FOOT_PX;
            }
            tops.push(top);
        }
        tops
    }

    /// Lanes with their marks.
    pub fn lanes(&self) -> String {
        let mut markup = Markup::default();
        let tops = self.tops();
        let milestones = self.milestones();
        for (i, lane) in self.lanes.iter().enumerate() {
            let rows = self.layout.lanes().get(i).map_or(0, |lane| lane.rows);
            if rows == 0 {
                continue;
            }
            let hue = lane.hue.map(|hue| hue.to_string());
            let (top, height) = (tops[i], tops[i + 1] - tops[i]);
            markup.open(
                "div",
                &[
                    ("class", "lane"),
                    ("role", "group"),
                    ("aria-label", &lane.name),
                    ("data-hue", hue.as_deref().unwrap_or_default()),
                    (
                        "data-css",
                        &css(&[("top", top as f64), ("height", height as f64)]),
                    ),
                ],
            );
            for mark in &self.drawing.marks {
                if usize::from(mark.lane) == i {
                    self.mark(&mut markup, mark);
                }
            }
            for (mark, x) in &milestones {
                if usize::from(mark.lane) == i {
                    let y = LANE_HEAD_PX + usize::from(mark.row) * ROW_PX;
                    let is_open = self.open == Some(mark.record);
                    let class = if is_open {
                        "milestone is-open"
                    } else {
                        "milestone"
                    };
                    let place = [
                        ("class", class),
                        ("aria-hidden", "true"),
                        ("data-css", &css(&[("left", *x), ("top", y as f64)])),
                    ];
                    markup.open("i", &place).close();
                }
            }
            for cluster in &self.drawing.clusters {
                if usize::from(cluster.lane) == i {
                    self.cluster(&mut markup, cluster, rows - 1);
                }
            }
            markup.close();
        }
        markup.finish()
    }

    /// Where the milestones of the marks lie that are drawn long enough to have any.
    fn milestones(&self) -> Vec<(&Mark, f64)> {
        let scale = self.viewport.scale(self.width);
        let of = |mark: &&Mark| {
            let card = self.cards.get(mark.record as usize);
            let dates = card.map_or(&[][..], |card| &card.milestones);
            let extents: Vec<Extent> = dates.iter().map(|date| Extent::of(*date, false)).collect();
            let mut points = points(&extents, &scale, MILESTONE_PX);
            points.retain(|(_, x)| (mark.x0 + 6.0..mark.x1).contains(x));
            points
        };
        let all = |only_open: bool| -> Vec<(&Mark, f64)> {
            let marks = self.drawing.marks.iter();
            marks
                .filter(|mark| mark.shape != Shape::Point)
                .filter(|mark| !only_open || self.open == Some(mark.record))
                .flat_map(|mark| of(&mark).into_iter().map(move |(_, x)| (mark, x)))
                .collect()
        };
        let found = all(false);
        if found.len() <= MOST_MILESTONES && self.drawing.marks.len() + found.len() <= MOST_DRAWN {
            found
        } else {
            all(true)
        }
    }

    /// The lanes' names, which stay at the left while the rest moves.
    pub fn names(&self) -> String {
        let mut markup = Markup::default();
        let tops = self.tops();
        for (i, lane) in self.lanes.iter().enumerate() {
            if self.layout.lanes().get(i).is_none_or(|lane| lane.rows == 0) {
                continue;
            }
            let hue = lane.hue.map(|hue| hue.to_string());
            markup.open(
                "div",
                &[
                    ("class", "lane-name"),
                    ("data-hue", hue.as_deref().unwrap_or_default()),
                    ("data-css", &css(&[("top", tops[i] as f64)])),
                ],
            );
            markup.plain("span", &lane.name);
            let under_way = self.drawing.under_way.get(i).copied().unwrap_or(0);
            if under_way > 0 {
                let under_way = self.words.under_way(under_way);
                markup.leaf("span", "lane-under-way", &under_way);
            }
            markup.close();
        }
        markup.finish()
    }

    fn mark(&self, markup: &mut Markup, mark: &Mark) {
        let Some(card) = self.cards.get(mark.record as usize) else {
            return;
        };
        let theme = card.themes.first();
        let hue = theme.and_then(|theme| self.vocabulary.hue(theme));
        let mut class = String::from(match mark.shape {
            Shape::Bar => "mark is-bar",
            Shape::Head => "mark is-head",
            Shape::Point => "mark is-point",
        });
        for (name, holds) in [
            (" soft-start", mark.soft_start),
            (" soft-end", mark.soft_end),
            (" goes-on", mark.goes_on),
            (" is-open", self.open == Some(mark.record)),
        ] {
            if holds {
                class.push_str(name);
            }
        }
        let name = card.name.get(self.words.0);
        let label = format!("{name}, {}", when(self.words, card));
        let y = LANE_HEAD_PX + usize::from(mark.row) * ROW_PX;
        let place = css(&[
            ("left", mark.x0),
            ("top", y as f64),
            ("width", mark.until - mark.x0),
            ("--bar", mark.x1 - mark.x0),
        ]);
        markup.open(
            "div",
            &[
                ("class", &class),
                ("id", &format!("mark-{}", mark.record)),
                ("role", "option"),
                ("aria-selected", "false"),
                ("aria-label", &label),
                ("data-record", &mark.record.to_string()),
                ("data-hue", &hue.unwrap_or(0).to_string()),
                ("data-css", &place),
                ("data-name", &name_place(mark.x0, mark.until)),
            ],
        );
        if mark.shape != Shape::Point {
            markup.text(name);
        }
        markup.close();
    }

    fn cluster(&self, markup: &mut Markup, cluster: &ClusterMark, row: u16) {
        let words = self.words;
        let most = cluster.by_theme.iter().max_by_key(|(_, count)| *count);
        let hue = most.map(|(theme, _)| theme.to_string()).unwrap_or_default();
        let y = LANE_HEAD_PX + usize::from(row) * ROW_PX;
        let label = self.cluster_words(cluster);
        let place = css(&[
            ("left", cluster.x - 20.0),
            ("top", y as f64),
            ("width", 40.0),
        ]);
        markup.open(
            "div",
            &[
                ("class", "mark is-cluster"),
                ("id", &cluster_id(cluster)),
                ("role", "option"),
                ("aria-selected", "false"),
                ("aria-label", &label),
                ("title", words.cluster_hint()),
                ("data-from", &cluster.first.to_string()),
                ("data-to", &cluster.end.to_string()),
                ("data-hue", &hue),
                ("data-css", &place),
            ],
        );
        markup.text(&format::number(cluster.count as u64)).close();
    }

    /// A cluster in words: how many, of which themes, between when and when.
    pub fn cluster_words(&self, cluster: &ClusterMark) -> String {
        let words = self.words;
        let themes: Vec<String> = cluster
            .by_theme
            .iter()
            .filter_map(|(theme, count)| {
                let theme = self.vocabulary.themes.get(usize::from(*theme))?;
                Some(format!("{} {count}", theme.short.get(words.0)))
            })
            .collect();
        let (first, last) = (month_of(cluster.first), month_of(cluster.end - 1));
        let (first, last) = (format::date(words.0, first), format::date(words.0, last));
        let when = if first == last {
            first
        } else {
            words.from_to(first, last)
        };
        [
            words.results_count(cluster.count),
            themes.join(words.comma()),
            when,
        ]
        .join(words.comma())
    }
}

/// When a record was, in words.
pub fn when(words: Words, card: &Card) -> String {
    format::span(
        words,
        (card.start, card.about),
        card.end.map(|end| (end, card.end_about)),
    )
}
