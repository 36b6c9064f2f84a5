//! Citations of a record, in the forms that schools and papers ask for.

use super::tex::escaped;
use crate::dataset::PartialDate;

/// What a citation of a record says. The explorer itself stands as the author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The record's id, as the key in BibTeX.
    pub id: String,
    /// The record's name.
    pub title: String,
    /// The explorer's title.
    pub explorer: String,
    /// The date to which the record was last known to hold.
    pub date: PartialDate,
    /// The record's full address.
    pub url: String,
}

impl Citation {
    /// The reference in the form of APA style, 7th edition: group author, date, title, bracketed form, address.
    ///
    /// ```
    /// # use explorer_core::export::Citation;
    /// let citation = Citation {
    ///     id: "astri".into(),
    ///     title: "ASTRI".into(),
    ///     explorer: "Hong Kong AI Explorer".into(),
    ///     date: "2026-02".parse().unwrap(),
    ///     url: "https://example.org/?id=astri".into(),
    /// };
    /// let apa = "Hong Kong AI Explorer. (2026). ASTRI [Data record]. https://example.org/?id=astri";
    /// assert_eq!(citation.apa(), apa);
    /// ```
    pub fn apa(&self) -> String {
        let Self {
            title,
            explorer,
            date,
            url,
            ..
        } = self;
        format!(
            "{explorer}. ({}). {title} [Data record]. {url}",
            date.year()
        )
    }

    /// A BibTeX entry; what BibTeX reads as a command is escaped.
    pub fn bibtex(&self) -> String {
        let Self {
            id,
            title,
            explorer,
            date,
            url,
        } = self;
        format!(
            "@misc{{{id},\n  author = {{{{{}}}}},\n  title = {{{{{}}}}},\n  year = {{{}}},\n  howpublished = {{\\url{{{url}}}}},\n}}\n",
            escaped(explorer),
            escaped(title),
            date.year(),
        )
    }
}
