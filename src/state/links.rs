//! Where links lead.

use leptos::prelude::*;

use super::AppState;
use crate::explore::{Facet, View, ViewState};
use crate::page::Page;

impl AppState {
    /// A link to a changed view state.
    pub fn href(self, change: impl FnOnce(&mut ViewState)) -> String {
        let mut state = self.view_state.get();
        change(&mut state);
        self.href_to(&state)
    }

    /// A link to a view state.
    pub fn href_to(self, state: &ViewState) -> String {
        self.static_links.with_value(|links| match links {
            Some(links) => (links.to_view)(state),
            None => state.to_href(),
        })
    }

    /// A link to a file of the site, which lies beside the explorer.
    pub fn file_href(self, path: &str) -> String {
        self.static_links.with_value(|links| {
            let root = links.as_ref().map_or("", |links| &links.root);
            [root, path].concat()
        })
    }

    /// The path below the site's root of a page that stands without the program; nothing where the program runs.
    pub fn own_path(self) -> Option<String> {
        self.static_links
            .with_value(|links| Some(links.as_ref()?.path.clone()))
    }

    /// A link to a page of the site in the language in force.
    pub fn page_href(self, page: Page<'_>) -> String {
        self.file_href(&page.path_in(self.lang.get()))
    }

    /// A link to all records that have a value of a facet.
    pub fn link_to_value(self, facet: Facet, id: String) -> ArcSignal<String> {
        self.link(move |state| {
            *state = state.cleared();
            state.view = View::Cards;
            state.choices.insert(facet, &id);
        })
    }

    /// A link to a changed view state, which follows the present one. While one types it waits for the last letter: the page
    /// has dozens of links, and whoever presses one has stopped typing.
    pub fn link(
        self,
        change: impl Fn(&mut ViewState) + Send + Sync + 'static,
    ) -> ArcSignal<String> {
        ArcSignal::derive(move || {
            let mut state = self.rested.get();
            change(&mut state);
            self.href_to(&state)
        })
    }
}
