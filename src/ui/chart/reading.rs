//! The reading: below the chart stands in words what the mark is that the keyboard or the pointer is at. A mark has room
//! for a name at most; here are its dates, its organisation and its summary.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::drawing::when;
use super::events::closest;
use super::targets::What;
use super::widget::Chart;
use crate::ui::markup::Markup;

impl Chart {
    /// The pointer comes to a mark, which is read while nothing is dragged.
    pub(super) fn hover(&mut self, event: &Event) {
        if self.gesture.is_on() {
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

    /// Says what a target is, below the chart.
    fn read(&self, id: &str) {
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
                let lead = lead.and_then(|part| self.bundle.vocabulary.organisation(&part.id));
                let mut when = when(self.words, card);
                if let Some(lead) = lead {
                    when.push_str(" · ");
                    when.push_str(lead.name.get(lang));
                }
                markup.leaf("span", "chart-reading-when", &when);
                markup.leaf("span", "chart-reading-text", &card.summary);
            }
            Some(What::Cluster(..)) => {
                let label = self
                    .part(".chart-layer")
                    .and_then(|layer| layer.query_selector(&format!("#{id}")).ok().flatten())
                    .and_then(|mark| mark.get_attribute("aria-label"));
                markup.leaf("strong", "chart-reading-name", &label.unwrap_or_default());
                markup.leaf("span", "chart-reading-text", self.words.cluster_hint());
            }
            None => return,
        }
        reading.set_inner_html(&markup.finish());
    }
}
