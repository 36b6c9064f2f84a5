//! The layers: lanes with their marks, what lies behind them, the calendar above and the names beside. They are drawn
//! beyond both edges of what is seen, so that a drag only moves them; they are drawn anew when it leaves that or when the
//! zoom is another one.

use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use super::calendar::TICK_PX;
use super::drawing::Scene;
use super::widget::Chart;
use crate::timeline::{Layout, Options, Viewport, ticks};

/// How many rows all lanes have together at most.
const MOST_ROWS: usize = 63;

/// How much is drawn beyond each edge of what is seen, as a part of it: so far a drag only moves what is there.
const BEYOND: f64 = 0.2;

/// How much of a name is shown at least, in pixels.
const LEAST_NAME_PX: f64 = 48.0;

/// What is drawn at the moment.
#[derive(Default)]
pub struct Layers {
    /// Which record has which row at the present zoom.
    pub(super) layout: Option<Layout>,
    /// The window of the last drawing, beyond both edges of what was seen.
    drawn: Option<Viewport>,
    /// What has a name that must stay in sight, with where it begins and ends in the drawing.
    names: Vec<Name>,
}

/// Something with a name, which is kept in sight while a part of it is.
pub struct Name {
    element: HtmlElement,
    x0: f64,
    x1: f64,
    /// How far the name is moved in, in pixels.
    indent: i32,
}

impl Layers {
    /// Whatever is drawn next is laid out and drawn anew.
    pub fn forget(&mut self) {
        self.layout = None;
        self.drawn = None;
    }
}

impl Chart {
    /// Draws what is seen: moved where that is enough, else anew.
    pub(super) fn draw(&mut self) {
        if self.width <= 0.0 {
            return;
        }
        let zoom = self.viewport.scale(self.width).pixels_per_day;
        let is_same_zoom = self
            .layers
            .layout
            .as_ref()
            .is_some_and(|layout| (layout.pixels_per_day() - zoom).abs() < f64::EPSILON);
        let is_within = self
            .layers
            .drawn
            .is_some_and(|drawn| drawn.from <= self.viewport.from && self.viewport.to <= drawn.to);
        if self
            .part(".chart-view")
            .is_none_or(|view| view.client_width() == 0)
        {
            self.draw_brush();
            return;
        }
        if !(is_same_zoom && is_within) {
            self.draw_anew(zoom, is_same_zoom);
        }
        let shift = self.shift();
        for part in [".chart-layer", ".chart-back", ".chart-head"] {
            if let Some(part) = self.part(part) {
                let move_by = format!("translateX({}px)", shift.round() as i32);
                let _ = part.style().set_property("transform", &move_by);
            }
        }
        self.keep_names(shift);
        self.draw_brush();
    }

    /// Moves names in from the left edge where what they name begins beyond it.
    fn keep_names(&mut self, shift: f64) {
        for name in &mut self.layers.names {
            let (x0, x1) = (name.x0 + shift, name.x1 + shift);
            let crosses = x0 < 0.0 && x1 > 0.0;
            let indent = if !crosses {
                0.0
            } else if x1 < LEAST_NAME_PX {
                // Less than a word would not be read: it goes out at the other end.
                x1 - x0
            } else {
                -x0
            };
            let indent = indent.round() as i32;
            if indent != name.indent {
                name.indent = indent;
                let _ = name
                    .element
                    .style()
                    .set_property("--indent", &format!("{indent}px"));
            }
        }
    }

    fn draw_anew(&mut self, zoom: f64, is_same_zoom: bool) {
        let width = self.width * (1.0 + 2.0 * BEYOND);
        let beyond = self.viewport.days() * BEYOND;
        let drawn = Viewport {
            from: self.viewport.from - beyond,
            to: self.viewport.to + beyond,
        };
        let layout = match self.layers.layout.take().filter(|_| is_same_zoom) {
            Some(layout) => layout,
            None => Layout::new(
                &self.timeline,
                zoom,
                Options {
                    most_rows: MOST_ROWS,
                    window_px: width,
                },
            ),
        };
        let drawing = layout.window(&drawn);
        let open = self.shown.state.id.as_ref();
        let open = open.and_then(|id| self.bundle.cards.iter().position(|card| card.id == *id));
        let scene = Scene {
            cards: &self.bundle.cards,
            vocabulary: &self.bundle.vocabulary,
            words: self.words,
            lanes: &self.lanes,
            layout: &layout,
            drawing: &drawing,
            viewport: drawn,
            width,
            today: self.today,
            open: open.and_then(|place| u32::try_from(place).ok()),
        };
        let ticks = ticks(&drawn, width, TICK_PX);
        let height = scene.tops().last().copied().unwrap_or(0);
        self.targets = scene.targets();
        let parts = [
            (".chart-layer", scene.lanes()),
            (".chart-back", scene.back(&ticks)),
            (".chart-head", scene.head(&ticks)),
            (".chart-names", scene.names()),
        ];
        self.layers.names.clear();
        for (part, markup) in parts {
            if let Some(part) = self.part(part) {
                part.set_inner_html(&markup);
                put_in_place(&part, &mut self.layers.names);
            }
        }
        if let Some(view) = self.part(".chart-view") {
            let _ = view.style().set_property("height", &format!("{height}px"));
        }
        self.layers.drawn = Some(drawn);
        self.layers.layout = Some(layout);
        self.mark_active();
    }

    /// How far the drawing is moved, in pixels.
    pub(super) fn shift(&self) -> f64 {
        let zoom = self.viewport.scale(self.width).pixels_per_day;
        self.layers
            .drawn
            .map_or(0.0, |drawn| (drawn.from - self.viewport.from) * zoom)
    }
}

/// Puts elements where they say that they lie, and notes those with names.
pub fn put_in_place(part: &HtmlElement, names: &mut Vec<Name>) {
    let Ok(elements) = part.query_selector_all("[data-css]") else {
        return;
    };
    for place in 0..elements.length() {
        let element = elements.item(place);
        let Some(element) = element.and_then(|node| node.dyn_into::<HtmlElement>().ok()) else {
            continue;
        };
        if let Some(css) = element.get_attribute("data-css") {
            element.style().set_css_text(&css);
        }
        let Some(name) = element.get_attribute("data-name") else {
            continue;
        };
        let mut pixels = name.split(' ').filter_map(|x| x.parse::<i32>().ok());
        if let (Some(x0), Some(x1)) = (pixels.next(), pixels.next()) {
            names.push(Name {
                element,
                x0: f64::from(x0),
                x1: f64::from(x1),
                indent: 0,
            });
        }
    }
}
