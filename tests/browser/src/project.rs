//! Where things are in this checkout.

use std::path::{Path, PathBuf};

/// A path below the checkout's root.
pub fn path(below: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(below)
}
