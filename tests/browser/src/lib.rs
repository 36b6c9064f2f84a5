//! Opens the built page in a real browser and does there what a person would.
//!
//! ```no_run
//! # use browser_tests::visit;
//! visit(async |page, site| {
//!     page.open("?view=cards").await?;
//!     page.click("article a").await?;
//!     assert!(page.text("h1").await?.contains("Blueprint"));
//!     assert!(site.requests().iter().any(|path| path.ends_with(".wasm")));
//!     Ok(())
//! });
//! ```
//!
//! Each visit has a browser of its own, with nothing remembered from another, and a server of its
//! own. The variable `ENGINE` names the browser: `chromium` (the default), `firefox` or `webkit`.
//! What is waited for is always a condition, never a time.

mod axe;
pub mod data;
mod driver;
mod elsewhere;
mod engine;
mod group;
mod learner_records;
mod locale;
mod package;
mod page;
mod paper;
mod portal;
mod profile;
pub mod project;
mod record_store;
mod report;
mod session_rules;
mod site;
mod visit;

pub use axe::audited;
pub use elsewhere::Elsewhere;
pub use engine::Engine;
pub use package::Package;
pub use page::Page;
pub use portal::Portal;
pub use project::file_name;
pub use record_store::{Holding, RecordStore};
pub use session_rules::broken_rule;
pub use site::{Hold, Site, WORKER};
pub use thirtyfour::{By, Key, TypingData, WebElement};
pub use visit::{Visit, visit};
