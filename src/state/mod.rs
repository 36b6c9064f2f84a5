//! What the page knows and how it changes: the view state, the data that it loads, and the browser's address.

mod app_state;
mod bundle_card;
mod data;
mod external;
mod files;
mod history;
mod library;
mod load_error;
mod takeover;

pub use app_state::{AppState, Links, Narrowing, Start};
pub use bundle_card::BundleCard;
pub use data::{DataSet, Loaded, file, load};
pub use history::{Entry, History, own_query};
pub use library::Library;
pub use load_error::LoadError;
