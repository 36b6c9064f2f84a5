//! Where a page stands in the site, and how it leads to the others. Relative throughout, so that the site works under
//! any path.

use crate::dataset::Lang;
use crate::explore::{View, ViewState};
use crate::page::{Page, folder};

/// A page's place in the site.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Its language. English stands at the site's root, the others below a folder of their own.
    pub lang: Lang,
    /// Its path below its language's root: empty, or ending with a slash.
    pub path: &'a str,
}

impl Place<'_> {
    /// The way to the site's root: empty, or steps up.
    pub fn root(self) -> String {
        let depth = folder(self.lang).matches('/').count() + self.path.matches('/').count();
        "../".repeat(depth)
    }

    /// A link to a path of a language.
    pub fn to(self, lang: Lang, path: &str) -> String {
        let href = [&self.root(), folder(lang), path].concat();
        if href.is_empty() {
            "./".to_owned()
        } else {
            href
        }
    }

    /// A link to this page in a language.
    pub fn here(self, lang: Lang) -> String {
        self.to(lang, self.path)
    }

    /// A link to the front page in a language.
    pub fn front(self, lang: Lang) -> String {
        self.to(lang, "")
    }

    /// A link to a view of the explorer, in this page's language.
    pub fn explorer(self, state: &ViewState) -> String {
        let state = ViewState {
            lang: Some(self.lang),
            ..state.clone()
        };
        let root = self.root();
        [if root.is_empty() { "./" } else { &root }, &state.to_href()].concat()
    }

    /// A link to a view that the front page holds the beginning of: its part there, and elsewhere the explorer.
    fn part(self, state: &ViewState, id: &str) -> String {
        if self.root().is_empty() {
            // Where the program starts, to the view that the part stands for as well.
            ["./", &state.to_href(), id].concat()
        } else if self.path.is_empty() {
            id.to_owned()
        } else {
            self.explorer(state)
        }
    }

    /// A link to a page in this page's language.
    pub fn page(self, page: Page<'_>) -> String {
        self.to(self.lang, &page.path())
    }

    /// What a link within the explorer leads to without a script: the page of a record or of a value, a language, a part
    /// of the front page, and else the explorer.
    pub fn without_script(self, state: &ViewState) -> String {
        if let Some(page) = Page::of(state) {
            return self.page(page);
        }
        let plain = ViewState {
            view: state.view,
            ..ViewState::default()
        };
        if *state == plain {
            return match state.view {
                View::Overview => self.front(self.lang),
                View::Cards => self.part(state, "#results-count"),
                View::Timeline => self.part(state, "#chronicle"),
                View::Table => self.page(Page::All),
                View::Class => self.explorer(state),
            };
        }
        match state.lang {
            Some(lang) if state.to_query() == format!("lang={}", lang.tag()) => self.here(lang),
            _ => self.explorer(state),
        }
    }
}
