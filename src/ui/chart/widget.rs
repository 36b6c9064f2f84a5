//! The chart: what it holds, what it is asked to show, and what it tells. What happens on it, and how it is drawn,
//! stands in the modules beside this one, each of which has one part of it.

use std::sync::Arc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlSelectElement};

use super::gesture::Gesture;
use super::layers::Layers;
use super::player::Player;
use super::spans::{Lane, lanes_of};
use super::svg::{Format, Picture};
use super::targets::Target;
use super::window::{limits_of, window_of};
use crate::dataset::Bundle;
use crate::explore::{Lanes, ViewState};
use crate::timeline::{Day, Limits, Timeline, Viewport};
use crate::ui::Words;

/// What the page asks the chart to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// The places of the records, as the filters leave them, whatever the years.
    pub cards: Vec<u32>,
    /// Window, lanes and open record.
    pub state: ViewState,
}

/// What the chart tells the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The window and the lanes are now these: years, and days where they are finer.
    Window(Box<ViewState>),
    /// This record is to be opened, by its id.
    Open(String),
    /// This picture is to be kept, as what it is drawn or as dots.
    Keep(Picture, Format),
}

/// A timeline on the page.
pub struct Chart {
    pub(super) root: HtmlElement,
    pub(super) bundle: Arc<Bundle>,
    pub(super) words: Words,
    pub(super) today: Day,
    pub(super) shown: Shown,
    pub(super) lanes: Vec<Lane>,
    /// All records in lanes, and those shown.
    pub(super) all: Timeline,
    pub(super) timeline: Timeline,
    pub(super) limits: Limits,
    pub(super) viewport: Viewport,
    /// How wide what is seen is, in pixels.
    pub(super) width: f64,
    pub(super) layers: Layers,
    pub(super) targets: Vec<Target>,
    /// The target that the keyboard is at, by its id.
    pub(super) active: Option<String>,
    /// The cluster that is listed below the chart, by its id.
    pub(super) listed: Option<String>,
    pub(super) gesture: Gesture,
    /// The day at which a drag over the strip began.
    pub(super) brush: Option<f64>,
    pub(super) player: Player,
}

impl Chart {
    /// A chart of a bundle's records in an element, which it fills.
    pub fn new(root: HtmlElement, bundle: Arc<Bundle>, today: Day) -> Self {
        let words = Words(bundle.lang);
        let (lanes, all) = lanes_of(
            &bundle.cards,
            &bundle.vocabulary,
            Lanes::default(),
            words,
            today,
        );
        let limits = limits_of(&all, today);
        let mut chart = Self {
            root,
            bundle,
            words,
            today,
            shown: Shown::default(),
            lanes,
            timeline: all.clone(),
            all,
            limits,
            viewport: limits.whole(),
            width: 0.0,
            layers: Layers::default(),
            targets: Vec::new(),
            active: None,
            listed: None,
            gesture: Gesture::default(),
            brush: None,
            player: Player::default(),
        };
        chart.frame();
        chart
    }

    /// Shows what the page asks for.
    pub fn show(&mut self, shown: Shown) {
        if shown.state.lanes != self.shown.state.lanes {
            let (lanes, all) = lanes_of(
                &self.bundle.cards,
                &self.bundle.vocabulary,
                shown.state.lanes,
                self.words,
                self.today,
            );
            (self.lanes, self.all) = (lanes, all);
        }
        let mut kept = vec![false; self.bundle.cards.len()];
        for place in &shown.cards {
            if let Some(kept) = kept.get_mut(*place as usize) {
                *kept = true;
            }
        }
        self.timeline = self
            .all
            .only(&mut |record| kept.get(record as usize).copied().unwrap_or(false));
        self.layers.forget();
        if window_of(&shown.state, &self.limits) != window_of(&self.state(), &self.limits) {
            self.viewport = window_of(&shown.state, &self.limits);
        }
        self.shown = shown;
        let choice = self.part("select[name=lanes]");
        if let Some(choice) = choice.and_then(|choice| choice.dyn_into::<HtmlSelectElement>().ok())
        {
            choice.set_value(self.shown.state.lanes.key());
        }
        self.draw_strip();
        self.draw();
    }

    /// Fits itself into the room that it has now.
    pub fn resize(&mut self) {
        // On a phone the strip alone is shown, beside the list.
        let wide = |part: &str| self.part(part).map_or(0, |part| part.client_width());
        let width = f64::from(wide(".chart-view").max(wide(".chart-strip")));
        if width > 0.0 && (width - self.width).abs() > 0.5 {
            self.width = width;
            self.layers.forget();
            self.draw_strip();
            self.draw();
        }
    }
}
