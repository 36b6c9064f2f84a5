//! The forms of texts as regular expressions, for the JSON Schema. The checker is the judge: it knows calendars and hosts
//! as well.

/// An id: lower-case letters, digits and hyphens.
pub(super) const ID: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";
/// A day of some year.
pub(super) const DAY: &str = "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
/// A year, a month or a day.
pub(super) const DATE: &str = "^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
/// An address of the web.
pub(super) const ADDRESS: &str = r#"^https?://[^\s"<>]+$"#;
/// Where errors are reported: an address of the web or of mail.
pub(super) const REPORT: &str = r#"^(https?://[^\s"<>]+|mailto:[^\s"<>@]+@[^\s"<>@]+)$"#;
/// The code of a currency (ISO 4217).
pub(super) const CURRENCY: &str = "^[A-Z]{3}$";
/// An id of Wikidata.
pub(super) const WIKIDATA: &str = "^Q[1-9][0-9]*$";
/// A text with something in it.
pub(super) const WRITTEN: &str = r"\S";
/// A colour.
pub(super) const COLOUR: &str = "^#[0-9A-Fa-f]{6}$";
/// The commands and numbers of an SVG path.
pub(super) const PATH: &str = "^ *[Mm][ ,.-]*[0-9][0-9 ,.MmLlHhVvCcSsQqTtAaZz-]*$";
/// A date of a record that may be an estimate.
pub(super) const ABOUT: &str = "^(start|end)$";
