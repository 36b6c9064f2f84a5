//! What several views use.

mod changing_text;
mod chunk;
mod chunk_view;
mod copying;
mod heading;
mod icon;
mod load_error_note;
mod marked;
mod paging;
mod printing;
mod record_address;
mod report;
mod skip_link;
mod status;
mod sum;
mod theme_line;

pub use changing_text::ChangingText;
pub use chunk::Chunk;
pub use chunk_view::{ChunkNote, ChunkView, NotLoadedNote};
pub use copying::{CopyNote, Copying};
pub use heading::Heading;
pub use icon::Icon;
pub use load_error_note::{LoadErrorNote, LoadErrorSentence};
pub use marked::Marked;
pub use paging::{Paging, ShowMore};
pub use printing::is_printing;
pub use record_address::record_address;
pub use report::ReportError;
pub use skip_link::SkipLink;
pub use status::{StatusNote, status_note};
pub use sum::sum_in_words;
pub use theme_line::ThemeLine;
