//! What the parts of the chart share: what is shown, through which window, and what is pointed at.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::lanes::{self, LaneName};
use super::measure::Measure;
use super::row_form::RowForm;
use super::window::Window;
use crate::dataset::Bundle;
use crate::explore::{Lanes, Setting};
use crate::state::BundleCard;
use crate::timeline::{Bar, Day, Life, Sheet, Timeline, day_of};
use crate::ui::{AppState, Words};

/// The chart of one data set in one language. Everything on it derives from the view state and from what is passing here.
#[derive(Clone, Copy)]
pub struct Chart {
    /// The page.
    pub app: AppState,
    /// Words in the language of the data.
    pub words: Words,
    /// Today.
    pub today: Day,
    bundle: StoredValue<Arc<Bundle>>,
    measure: StoredValue<Measure>,
    /// The lanes by name.
    pub lanes: Memo<Arc<[LaneName]>>,
    /// What matches, in lanes.
    pub timeline: Memo<Timeline>,
    /// Which days are in sight.
    pub window: Window,
    /// How rows are drawn.
    pub form: Memo<RowForm>,
    /// Where rows lie.
    pub sheet: Memo<Sheet>,
    /// Another number whenever bars lie elsewhere. Rows follow it in place of the four that it is made of: an effect that runs
    /// again leaves each of its sources first, which takes the longer the more effects these have.
    pub layout_version: Memo<usize>,
    /// The heights between which the chart is drawn: a screen beyond what is in sight.
    pub band: Memo<(f64, f64)>,
    /// Lanes that are folded to their heads.
    pub closed: RwSignal<BTreeSet<usize>>,
    /// What is pointed at: places of entries, the nearest first; more than one where a finger covers several.
    pub pointed: RwSignal<Vec<usize>>,
    /// The record that the keyboard is at.
    pub active: RwSignal<Option<u32>>,
    /// The place of the entry of that record.
    pub active_place: Memo<Option<usize>>,
    /// The place of the entry of the open record.
    pub open_place: Memo<Option<usize>>,
    /// Up to which day the story is played.
    pub played: RwSignal<Option<f64>>,
}

impl Chart {
    /// The chart of a data set in one language, so many pixels wide, drawn between two heights.
    pub fn new(
        app: AppState,
        bundle: Arc<Bundle>,
        width: Memo<f64>,
        band: Memo<(f64, f64)>,
    ) -> Self {
        let (words, today) = (Words(bundle.lang), today());
        let bundle = StoredValue::new(bundle);
        let by = Memo::new(move |_| app.view_state.with(|state| state.lanes));
        // What puts records into lanes, in one value for the same reason as the views of the window.
        let lanes_by = Memo::new(move |_| {
            app.view_state
                .with(|state| (state.lanes, state.choices.clone()))
        });
        let all = Memo::new(move |_| {
            let (by, chosen) = &*lanes_by.read();
            bundle.with_value(|bundle| lanes::entries(bundle, *by, chosen, today))
        });
        let timeline = Memo::new(move |_| matching(app, &all.read(), today));
        let window = Window::new(app, [all, timeline], width, today);
        let form = Memo::new(move |_| {
            let height = app
                .settings
                .with(|settings| settings.of(Setting::Zoom).map(str::to_owned));
            RowForm::of(height.as_deref(), width.get())
        });
        let measure = StoredValue::new(Measure::new());
        let closed = RwSignal::new(BTreeSet::new());
        let sheet = Memo::new(move |_| {
            let (timeline, form, width) = (timeline.read(), form.get(), width.get());
            if width <= 0.0 {
                // Nothing is in place yet.
                return Sheet::default();
            }
            let closed = closed.read();
            let lines = |place: usize| {
                let entry = timeline.entries().get(place).filter(|_| form.is_above);
                let name = entry.and_then(|entry| {
                    bundle.with_value(|bundle| {
                        let card = bundle.cards.get(entry.record as usize)?;
                        Some(card.name.get(bundle.lang).to_owned())
                    })
                });
                name.map_or(1, |name| {
                    measure.with_value(|measure| measure.lines(&name, form.name_room(width)).len())
                })
            };
            let viewport = window.axis.read().viewport;
            let is_closed = |lane: usize| closed.contains(&lane);
            Sheet::new(&timeline, &viewport, &form.heights(), is_closed, lines)
        });
        let active = RwSignal::new(None);
        let active_place = Memo::new(move |_| {
            let record = active.get()?;
            timeline.with(|timeline| timeline.place_of(record))
        });
        let open_place = Memo::new(move |_| {
            let id = app.id.get()?;
            bundle.with_value(|bundle| place_of(bundle, &timeline.read(), &id))
        });
        Self {
            app,
            words,
            today,
            bundle,
            measure,
            lanes: lane_names(bundle, by),
            timeline,
            window,
            form,
            sheet,
            layout_version: version_of(move || {
                // Read, not only tracked: a memo that nobody has read yet follows nothing.
                let _ = (
                    timeline.read(),
                    window.axis.read(),
                    form.read(),
                    sheet.read(),
                );
            }),
            band,
            closed,
            pointed: RwSignal::new(Vec::new()),
            active,
            active_place,
            open_place,
            played: RwSignal::new(None),
        }
    }

    /// The chart around a component.
    ///
    /// # Panics
    /// Outside the chart.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Reads the data set.
    pub fn with_bundle<T>(&self, read: impl FnOnce(&Arc<Bundle>) -> T) -> T {
        self.bundle.with_value(read)
    }

    /// Measures names.
    pub fn with_measure<T>(&self, read: impl FnOnce(&Measure) -> T) -> T {
        self.measure.with_value(read)
    }

    /// The card of a record.
    pub fn card(&self, record: u32) -> Option<BundleCard> {
        self.with_bundle(|bundle| BundleCard::at(bundle, record as usize))
    }

    /// The card of the entry at a place of the timeline.
    pub fn card_at(&self, place: usize) -> Option<BundleCard> {
        let record = self
            .timeline
            .with(|timeline| Some(timeline.entries().get(place)?.record))?;
        self.card(record)
    }

    /// The bar of an entry, with its life.
    pub fn bar(&self, place: usize) -> Option<(Bar, Arc<Life>)> {
        let life = self
            .timeline
            .with(|timeline| Some(timeline.entries().get(place)?.life.clone()))?;
        let bar = self
            .window
            .axis
            .with(|axis| Bar::new(&life, axis, self.today));
        Some((bar, life))
    }

    /// The middle line of the bar of an entry, if it has a row.
    pub fn middle(&self, place: usize) -> Option<f64> {
        let form = self.form.get();
        self.sheet.with(|sheet| {
            let row = sheet.row_of(place)?;
            Some(sheet.top(row) + form.middle(sheet.row_height(row)))
        })
    }

    /// How wide the chart is, in pixels.
    pub fn width(&self) -> f64 {
        self.window.width.get()
    }

    /// Where today ends, in pixels.
    pub fn today_x(&self) -> f64 {
        self.window
            .axis
            .with(|axis| axis.x(f64::from(self.today) + 1.0))
    }

    /// The place of the entry of a record, by its id.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.with_bundle(|bundle| place_of(bundle, &self.timeline.read(), id))
    }

    /// Opens the record of an entry.
    pub fn open(&self, place: usize) {
        if let Some(card) = untrack(|| self.card_at(place)) {
            self.app.open_record(card.id.clone());
        }
    }
}

/// The lanes of a data set by name.
fn lane_names(bundle: StoredValue<Arc<Bundle>>, by: Memo<Lanes>) -> Memo<Arc<[LaneName]>> {
    Memo::new(move |_| bundle.with_value(|bundle| lanes::names(bundle, by.get()).into()))
}

/// How often what this reads has changed.
fn version_of(read: impl Fn() + Send + Sync + 'static) -> Memo<usize> {
    Memo::new(move |before: Option<&usize>| {
        read();
        before.map_or(0, |before| before.wrapping_add(1))
    })
}

/// The place of the entry of a record, by its id.
fn place_of(bundle: &Bundle, timeline: &Timeline, id: &str) -> Option<usize> {
    let record = u32::try_from(bundle.place_of(id)?).ok()?;
    timeline.place_of(record)
}

/// Those of all entries that match.
fn matching(app: AppState, all: &Timeline, today: Day) -> Timeline {
    let mut is_kept = vec![false; all.entries().len()];
    app.results.with(|results| {
        for place in &results.cards {
            if let Some(kept) = is_kept.get_mut(*place as usize) {
                *kept = true;
            }
        }
    });
    all.only(|record| is_kept.get(record as usize) == Some(&true), today)
}

/// Today, as the browser's clock has it.
fn today() -> Day {
    let now = js_sys::Date::new_0();
    let part = |part: u32| u8::try_from(part).unwrap_or(1);
    let year = u16::try_from(now.get_full_year()).unwrap_or(1);
    day_of(year, part(now.get_month() + 1), part(now.get_date()))
}
