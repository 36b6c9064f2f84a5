//! With what a page begins.

use std::sync::Arc;

use super::{Library, MakeAnswers};
use crate::dataset::Lang;
use crate::explore::ViewState;

/// The address to which a link to a view leads on a static page.
pub type StaticHref = Arc<dyn Fn(&ViewState) -> String + Send + Sync>;

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
    pub static_href: Option<StaticHref>,
}
