//! What the page knows and how it changes: the view state, the data that it loads, and the browser's address.

mod answers;
mod app_state;
mod bundle_card;
mod data;
mod external;
mod files;
mod history;
mod library;
mod links;
mod load_error;
mod narrowing;
mod note;
mod start;
mod takeover;

pub use answers::{Answers, MakeAnswers, index};
pub use app_state::AppState;
pub use bundle_card::BundleCard;
pub use data::{DataSet, Loaded, file, load};
pub use history::{Entry, History, own_query};
pub use library::Library;
pub use load_error::LoadError;
pub use narrowing::Narrowing;
pub use start::{Start, StaticLinks};
