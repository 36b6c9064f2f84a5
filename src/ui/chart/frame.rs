//! The frame: the parts of the chart that stay while what is in them is drawn anew, and the tools above them, with what
//! they do.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlSelectElement};

use super::keyboard::KEY_PAN;
use super::svg::Format;
use super::widget::{Chart, Told};
use crate::explore::{Lanes, ViewState};
use crate::timeline::{STEP, Viewport};
use crate::ui::markup::Markup;

impl Chart {
    /// The parts that stay.
    pub(super) fn frame(&mut self) {
        let words = self.words;
        let mut markup = Markup::default();
        markup.open(
            "div",
            &[
                ("class", "chart-tools"),
                ("role", "group"),
                ("aria-label", words.chart_tools()),
            ],
        );
        for (act, sign, label) in [
            ("earlier", "←", words.earlier()),
            ("later", "→", words.later()),
            ("out", "−", words.zoom_out()),
            ("in", "+", words.zoom_in()),
        ] {
            let button = [
                ("type", "button"),
                ("class", "button chart-tool"),
                ("data-act", act),
                ("aria-label", label),
                ("title", label),
            ];
            markup.open("button", &button);
            markup.open("span", &[("aria-hidden", "true")]);
            markup.text(sign).close().close();
        }
        for (act, label) in [
            ("all", words.fit_all()),
            ("results", words.fit_results()),
            ("play", words.play()),
            ("back", words.year_back()),
            ("on", words.year_on()),
            ("svg", words.keep_svg()),
            ("png", words.keep_png()),
        ] {
            let kept = matches!(act, "svg" | "png").then(|| [words.keep(), label].join(" "));
            let button = [
                ("type", "button"),
                ("class", "button"),
                ("data-act", act),
                ("aria-label", kept.as_deref().unwrap_or(label)),
                ("title", kept.as_deref().unwrap_or(label)),
            ];
            markup.open("button", &button).text(label).close();
        }
        self.lanes_choice(&mut markup);
        markup.close();
        markup.open("div", &[("class", "chart-counts")]).close();
        markup.open("div", &[("class", "chart-field")]);
        markup.open("div", &[("class", "chart-back"), ("aria-hidden", "true")]);
        markup.close();
        markup.open("div", &[("class", "chart-head"), ("aria-hidden", "true")]);
        markup.close();
        markup.open(
            "div",
            &[
                ("class", "chart-view"),
                ("tabindex", "0"),
                ("role", "listbox"),
                ("aria-label", words.view_timeline()),
                ("aria-describedby", "chart-hint"),
            ],
        );
        markup.open("div", &[("class", "chart-layer"), ("role", "presentation")]);
        markup.close().close();
        markup.open("div", &[("class", "chart-names"), ("aria-hidden", "true")]);
        markup.close().close();
        markup.open("p", &[("class", "chart-hint"), ("id", "chart-hint")]);
        markup.text(words.chart_hint()).close();
        markup.open("div", &[("class", "chart-reading")]).close();
        markup.open("div", &[("class", "chart-strip"), ("aria-hidden", "true")]);
        markup.close();
        self.root.set_inner_html(&markup.finish());
    }

    /// By what the chart is parted into lanes.
    fn lanes_choice(&self, markup: &mut Markup) {
        let words = self.words;
        markup.begin("label", "order");
        markup.leaf("span", "order-label", words.lanes());
        markup.open("select", &[("class", "order-field"), ("name", "lanes")]);
        for lanes in Lanes::ALL {
            let name = match lanes {
                Lanes::Theme => words.facet_theme(),
                Lanes::Sector => words.facet_sector(),
                Lanes::Body => words.lanes_body(),
                Lanes::One => words.lanes_none(),
            };
            markup.open("option", &[("value", lanes.key())]);
            markup.text(name).close();
        }
        markup.close().close();
    }

    /// Other lanes are chosen.
    pub(super) fn choose_lanes(&mut self, event: &Event) -> Vec<Told> {
        let choice = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
        let Some(lanes) = choice.and_then(|choice| Lanes::from_key(&choice.value())) else {
            return Vec::new();
        };
        // The page answers by showing it.
        let state = ViewState {
            lanes,
            ..self.state()
        };
        vec![Told::Window(Box::new(state))]
    }

    /// What a tool does, by its name.
    pub(super) fn act(&mut self, act: &str) -> Vec<Told> {
        let middle = f64::midpoint(self.viewport.from, self.viewport.to);
        let step = self.width * KEY_PAN;
        let viewport = match act {
            "in" => self.viewport.zoom(STEP, middle, &self.limits),
            "out" => self.viewport.zoom(1.0 / STEP, middle, &self.limits),
            "earlier" => self.viewport.pan(-step, self.width, &self.limits),
            "later" => self.viewport.pan(step, self.width, &self.limits),
            "all" => self.limits.whole(),
            "play" => return self.play(),
            "back" => return self.play_year(-1),
            "on" => return self.play_year(1),
            "svg" => return self.keep(Format::Svg),
            "png" => return self.keep(Format::Png),
            "results" => match self.timeline.whole() {
                Some((first, end)) => Viewport::fit(first, end, &self.limits),
                None => self.limits.whole(),
            },
            _ => return Vec::new(),
        };
        self.go(viewport)
    }

    /// A part of the chart.
    pub(super) fn part(&self, selector: &str) -> Option<HtmlElement> {
        let part = self.root.query_selector(selector).ok().flatten()?;
        part.dyn_into().ok()
    }
}
