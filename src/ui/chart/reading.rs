//! The reading: below the chart stands in words what the mark is that the keyboard or the pointer is at. A mark has room
//! for a name at most; here are its dates, its organisation and its summary. A cluster that no zoom parts is listed here.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::drawing::when;
use super::events::closest;
use super::targets::What;
use super::widget::Chart;
use crate::timeline::ClusterMark;
use crate::ui::markup::Markup;

/// How many records of a cluster are listed at most.
const MOST_LISTED: usize = 200;

impl Chart {
    /// The pointer comes to a mark, which is read while nothing is dragged. A list stays until something else is opened:
    /// on the way to it the pointer comes across other marks.
    pub(super) fn hover(&mut self, event: &Event) {
        if self.gesture.is_on() || self.listed.is_some() {
            return;
        }
        let element = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if let Some(mark) = element.and_then(|element| closest(&element, ".mark")) {
            self.read(&mark.id());
        }
    }

    /// Shows where the keyboard is, and reads it out.
    pub(super) fn mark_active(&mut self) {
        let Some(view) = self.part(".chart-view") else {
            return;
        };
        if let Ok(Some(before)) = view.query_selector(".is-active") {
            let _ = before.class_list().remove_1("is-active");
            let _ = before.set_attribute("aria-selected", "false");
        }
        let Some(id) = self.active.clone() else {
            return;
        };
        let page = view.owner_document();
        let Some(mark) = page.and_then(|page| page.get_element_by_id(&id)) else {
            let _ = view.remove_attribute("aria-activedescendant");
            return;
        };
        let _ = mark.class_list().add_1("is-active");
        let _ = mark.set_attribute("aria-selected", "true");
        let _ = view.set_attribute("aria-activedescendant", &id);
        self.read(&id);
    }

    /// Lists the records of a cluster below the chart, each to be opened, and moves the keyboard to the first.
    pub(super) fn list(&mut self, id: &str, cluster: &ClusterMark) {
        let Some(reading) = self.part(".chart-reading") else {
            return;
        };
        let Some(layout) = &self.layers.layout else {
            return;
        };
        let mut markup = Markup::default();
        let label = self.label(id).unwrap_or_default();
        markup.leaf("strong", "chart-reading-name", &label);
        markup.open(
            "ul",
            &[("class", "chart-reading-list"), ("aria-label", &label)],
        );
        for record in layout.records(cluster).into_iter().take(MOST_LISTED) {
            let Some(card) = self.bundle.cards.get(record as usize) else {
                continue;
            };
            let button = [
                ("type", "button"),
                ("class", "chart-reading-open"),
                ("data-open", &card.id),
            ];
            markup.open("li", &[]).open("button", &button);
            markup.text(card.name.get(self.words.0)).close().close();
        }
        reading.set_inner_html(&markup.finish());
        self.listed = Some(id.to_owned());
        let first = reading.query_selector("[data-open]").ok().flatten();
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            let _ = first.focus();
        }
    }

    /// What the mark of this id is called.
    fn label(&self, id: &str) -> Option<String> {
        let layer = self.part(".chart-layer")?;
        let mark = layer.query_selector(&format!("#{id}")).ok().flatten()?;
        mark.get_attribute("aria-label")
    }

    /// Says what a target is, below the chart.
    fn read(&mut self, id: &str) {
        // Its list says more.
        if self.listed.as_deref() == Some(id) {
            return;
        }
        let Some(reading) = self.part(".chart-reading") else {
            return;
        };
        let target = self.targets.iter().find(|target| target.id == id);
        let mut markup = Markup::default();
        match target.map(|target| &target.what) {
            Some(What::Record(record)) => {
                let Some(card) = self.bundle.cards.get(*record as usize) else {
                    return;
                };
                let lang = self.words.0;
                markup.leaf("strong", "chart-reading-name", card.name.get(lang));
                let lead = card.organisations.first();
                let lead = lead.and_then(|id| self.bundle.vocabulary.organisation(id));
                let mut when = when(self.words, card);
                if let Some(lead) = lead {
                    when.push_str(" · ");
                    when.push_str(lead.name.get(lang));
                }
                markup.leaf("span", "chart-reading-when", &when);
                markup.leaf("span", "chart-reading-text", &card.summary);
            }
            Some(What::Cluster(..)) => {
                let label = self.label(id).unwrap_or_default();
                markup.leaf("strong", "chart-reading-name", &label);
                markup.leaf("span", "chart-reading-text", self.words.cluster_hint());
            }
            None => return,
        }
        reading.set_inner_html(&markup.finish());
        self.listed = None;
    }
}
