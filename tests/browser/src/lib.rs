//! Drives real browsers through the built page.
