//! Where links lead.

use leptos::prelude::*;

use super::AppState;
use crate::explore::{Facet, View, ViewState};

impl AppState {
    /// A link to a changed view state.
    pub fn href(self, change: impl FnOnce(&mut ViewState)) -> String {
        let mut state = self.view_state.get();
        change(&mut state);
        self.href_to(&state)
    }

    /// A link to a view state.
    pub fn href_to(self, state: &ViewState) -> String {
        self.static_href.with_value(|href| match href {
            Some(href) => href(state),
            None => state.to_href(),
        })
    }

    /// A link to a file of the site, which lies beside the explorer.
    pub fn file_href(self, path: &str) -> String {
        let explorer = self.href_to(&ViewState {
            view: View::Table,
            ..ViewState::default()
        });
        let folder = explorer.split('?').next().unwrap_or_default();
        [folder, path].concat()
    }

    /// A link to all records that have a value of a facet.
    pub fn link_to_value(self, facet: Facet, id: String) -> ArcSignal<String> {
        self.link(move |state| {
            *state = state.cleared();
            state.view = View::Cards;
            state.choices.insert(facet, &id);
        })
    }

    /// A link to a changed view state, which follows the present one.
    pub fn link(
        self,
        change: impl Fn(&mut ViewState) + Send + Sync + 'static,
    ) -> ArcSignal<String> {
        ArcSignal::derive(move || self.href(&change))
    }
}
