//! The strip below the chart: how much begins when over all of time, and the brush, which shows the window in it. A drag
//! over it is a new window.

use web_sys::PointerEvent;

use super::calendar::year_of;
use super::widget::Chart;
use crate::timeline::{Bucket, Day, Viewport, density};
use crate::ui::markup::Markup;

impl Chart {
    /// How much begins when, over all of time.
    pub(super) fn draw_strip(&mut self) {
        let Some(strip) = self.part(".chart-strip") else {
            return;
        };
        let whole = self.limits.whole();
        let year = |day: f64| year_of(day as Day).year();
        let (first, last) = (year(whole.from), year(whole.to));
        let bucket = Bucket::that_fits(first, last, self.width);
        let counts = density(&self.timeline, first, last, bucket);
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let mut path = String::new();
        for (i, count) in counts.iter().enumerate() {
            if *count > 0 {
                path.push_str(&format!("M{i} 40v-{}h.8V40z", (count * 38 / most).max(2)));
            }
        }
        let mut markup = Markup::default();
        markup.open(
            "svg",
            &[
                ("viewBox", &format!("0 0 {} 40", counts.len())),
                ("preserveAspectRatio", "none"),
            ],
        );
        markup.open("path", &[("d", &path)]).close().close();
        markup.open("div", &[("class", "chart-brush")]).close();
        markup.leaf("span", "chart-strip-first", &first.to_string());
        markup.leaf("span", "chart-strip-last", &last.to_string());
        strip.set_inner_html(&markup.finish());
    }

    /// Shows the window over all of time.
    pub(super) fn draw_brush(&self) {
        let whole = self.limits.whole();
        let part = |day: f64| ((day - whole.from) / whole.days() * 1000.0).round() / 10.0;
        let (from, to) = (part(self.viewport.from), part(self.viewport.to));
        if let Some(brush) = self.part(".chart-brush") {
            let style = brush.style();
            let _ = style.set_property("left", &format!("{}%", tenths(from)));
            let _ = style.set_property("width", &format!("{}%", tenths((to - from).max(0.5))));
        }
    }

    /// A pointer is put down on the strip.
    pub(super) fn begin_brush(&mut self, event: &PointerEvent) {
        self.brush = self.strip_day(event);
        if let Some(strip) = self.part(".chart-strip") {
            let _ = strip.set_pointer_capture(event.pointer_id());
        }
    }

    /// A pointer moves. Whether that is a drag over the strip, which shows the window that it spans.
    pub(super) fn go_on_brushing(&mut self, event: &PointerEvent) -> bool {
        let (Some(a), Some(b)) = (self.brush, self.strip_day(event)) else {
            return false;
        };
        let (from, to) = (a.min(b), a.max(b));
        // By no pixels: only held within the limits.
        self.viewport = Viewport { from, to }.pan(0.0, 1.0, &self.limits);
        self.draw();
        true
    }

    /// The day at a place of the strip.
    fn strip_day(&self, event: &PointerEvent) -> Option<f64> {
        let bounds = self.part(".chart-strip")?.get_bounding_client_rect();
        let part = (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0);
        let whole = self.limits.whole();
        Some(whole.from + part.clamp(0.0, 1.0) * whole.days())
    }
}

/// A number with one decimal.
fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    format!(
        "{}{}.{}",
        if tenths < 0 { "-" } else { "" },
        tenths.abs() / 10,
        tenths.abs() % 10
    )
}
