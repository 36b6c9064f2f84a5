//! What day it is.

use anyhow::Result;
use explorer_core::dataset::PartialDate;

/// Today, where this machine stands.
///
/// # Errors
/// A clock beyond the year 9999.
pub fn today() -> Result<PartialDate> {
    Ok(jiff::Zoned::now().date().to_string().parse()?)
}
