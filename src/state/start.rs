//! With what a page begins.

use std::sync::Arc;

use super::{Library, MakeAnswers};
use crate::dataset::Lang;
use crate::explore::ViewState;

/// Where the links of a static page lead.
#[derive(Clone)]
pub struct StaticLinks {
    /// The page's own path below the site's root.
    pub path: String,
    /// The way to the site's root: empty, or steps up.
    pub root: String,
    /// The address to which a link to a view leads.
    pub to_view: Arc<dyn Fn(&ViewState) -> String + Send + Sync>,
}

/// With what the page begins.
#[derive(Clone)]
pub struct Start {
    /// The query string of the address.
    pub query: String,
    /// The reader's language, unless the address names another.
    pub lang: Lang,
    /// The data, where it is there before the first paint, as when pages are written natively.
    pub library: Option<Library>,
    /// What makes the answers to searches and filters, where it is there already.
    pub answers: Option<MakeAnswers>,
    /// Where links lead, on a static page.
    pub static_links: Option<StaticLinks>,
}
