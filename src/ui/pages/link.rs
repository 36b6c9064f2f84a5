//! Where a page stands in the site, and how it leads to the others. Relative throughout, so that the site works under
//! any path.

use crate::address::Address;
use crate::dataset::Lang;
use crate::explore::{Facet, View, ViewState};

/// A page's place in the site.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Its language. English stands at the site's root, the others below a folder of their own.
    pub lang: Lang,
    /// Its path below its language's root: empty, or ending with a slash.
    pub path: &'a str,
}

/// The folder of a language: empty, or ending with a slash.
pub fn folder(lang: Lang) -> String {
    match lang {
        Lang::En => String::new(),
        other => format!("{}/", other.tag()),
    }
}

/// The path of a record's page.
pub fn record_path(id: &str) -> String {
    format!("initiative/{id}/")
}

/// The path of a theme's page.
pub fn theme_path(id: &str) -> String {
    format!("theme/{id}/")
}

impl Place<'_> {
    /// The way to the site's root: empty, or steps up.
    pub fn root(self) -> String {
        let depth = folder(self.lang).matches('/').count() + self.path.matches('/').count();
        "../".repeat(depth)
    }

    /// A link to a path of a language.
    pub fn to(self, lang: Lang, path: &str) -> String {
        let href = [self.root(), folder(lang), path.to_owned()].concat();
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

    /// A link to a part of the front page; where the program starts, to the view that the part stands for as well.
    fn part(self, state: &ViewState, id: &str) -> String {
        if self.root().is_empty() {
            ["./", &state.to_href(), id].concat()
        } else {
            id.to_owned()
        }
    }

    /// What a link within the explorer leads to without a script: a record's or a theme's page, a language, a part of
    /// the front page, and else the explorer.
    fn without_script(self, query: &str) -> String {
        let state = Address::read(query).state;
        if let Some(id) = &state.id {
            return self.to(self.lang, &record_path(id));
        }
        let plain = |state: &ViewState| {
            let view = state.view;
            *state
                == ViewState {
                    view,
                    ..ViewState::default()
                }
        };
        if let [theme] = state.choices.of(Facet::Theme) {
            let mut rest = state.clone();
            rest.choices.clear(Facet::Theme);
            if plain(&rest) {
                return self.to(self.lang, &theme_path(theme));
            }
        }
        if plain(&state) {
            return match state.view {
                View::Overview => self.front(self.lang),
                View::Cards => self.part(&state, "#results-count"),
                View::Timeline => self.part(&state, "#chronicle"),
                View::Class => self.explorer(&state),
            };
        }
        match state.lang {
            Some(lang) if state.to_query() == format!("lang={}", lang.tag()) => self.here(lang),
            _ => self.explorer(&state),
        }
    }

    /// The same HTML with every link within the explorer leading where it does without a script.
    pub fn with_links(self, html: &str) -> String {
        const LINK: &str = "href=\"?";
        let mut parts = html.split(LINK);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (query, rest) = part.split_once('"').unwrap_or((part, ""));
            let href = self.without_script(&query.replace("&amp;", "&"));
            out.push_str("href=\"");
            out.push_str(&href.replace('&', "&amp;"));
            out.push('"');
            out.push_str(rest);
        }
        out
    }
}
