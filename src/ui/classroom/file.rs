//! Files of the data set in force.

use crate::state::{self, Loaded};

/// A file to load.
#[derive(Clone, PartialEq)]
pub struct FileKey {
    /// The address of the data set; none for the explorer's own.
    pub data: Option<String>,
    /// The name of the file.
    pub name: String,
    /// The number of the attempt, so that a retry is a new one.
    pub attempt: usize,
}

/// The text of a file, which is loaded when it is first read, and again when its key becomes another.
pub fn file(key: impl Fn() -> Option<FileKey> + Send + Sync + 'static) -> Loaded<String> {
    state::load(key, |key: FileKey| async move {
        state::file(key.data.as_deref(), &key.name).await
    })
}
