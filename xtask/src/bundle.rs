//! Joins the data into what the page loads.

/// Writes the bundled data into the folder that Trunk is filling (`TRUNK_STAGING_DIR`).
pub fn bundle() -> anyhow::Result<()> {
    Ok(())
}
