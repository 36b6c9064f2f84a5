//! Pages that stand without the program, written natively by the same components, in each language.
//! [`Page`](crate::page::Page) names them.

mod about;
mod document;
mod front;
mod link;
mod lists;
mod lost;
mod organisation;
mod record;
mod records;
mod site;
mod start_title;
mod static_page;
mod theme;
mod topic;

pub use document::Document;
pub use lost::{Lack, lost};
pub use site::{Asset, Site};
pub use start_title::start_title;

use crate::dataset::{Body, Dataset, Lang};
use crate::page::Page;
use crate::ui::Library;

/// The body of a page in the library's language; nothing where the data has nothing of its id. `dataset` is all of what the
/// library is made from, and `url` where the explorer is found; empty where that is not known.
pub fn body(page: Page<'_>, library: &Library, dataset: &Dataset, url: &str) -> Option<String> {
    let vocabulary = &dataset.vocabulary;
    Some(match page {
        Page::Front => front::front(library, library.bundle.lang == Lang::En),
        Page::About => about::about(library, dataset, url),
        Page::All => lists::all(library),
        Page::Topics => lists::topics(library),
        Page::Organisations => lists::organisations(library),
        Page::Record(id) => {
            let record = dataset.initiatives.iter().find(|record| record.id == id)?;
            record::record(library, record, url)?
        }
        Page::Theme(id) => theme::theme(library, vocabulary.theme(id)?),
        Page::Topic(id) => topic::topic(library, vocabulary.topic(id)?),
        Page::Organisation(id) => {
            let body = Body::of(vocabulary, &dataset.initiatives, id)?;
            organisation::organisation(library, body)
        }
    })
}
