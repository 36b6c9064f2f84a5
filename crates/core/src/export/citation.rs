//! Citations of a record or of the whole, in the forms that schools and papers ask for.

use super::tex::escaped;
use crate::dataset::{Initiative, Lang, PartialDate, Vocabulary};

/// What is cited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CitedForm {
    /// One record.
    #[default]
    Record,
    /// The whole data set.
    Whole,
}

impl CitedForm {
    /// What APA style has in brackets after the title.
    const fn in_brackets(self) -> &'static str {
        match self {
            Self::Record => "Data record",
            Self::Whole => "Data set",
        }
    }
}

/// What a citation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Its id, as the key in BibTeX.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Whose it is: the explorer's title, or who keeps it.
    pub author: String,
    /// What it is: one of many records, or the whole.
    pub form: CitedForm,
    /// The date to which it was last known to hold.
    pub date: PartialDate,
    /// Its full address; empty where that is not known.
    pub url: String,
}

impl Citation {
    /// That of a record in one language, which is found at an address.
    pub fn of_record(
        record: &Initiative,
        vocabulary: &Vocabulary,
        lang: Lang,
        url: String,
    ) -> Self {
        Self {
            id: record.id.clone(),
            title: record.name.get(lang).to_owned(),
            author: vocabulary.explorer.title.get(lang).to_owned(),
            form: CitedForm::Record,
            date: record.status_as_of,
            url,
        }
    }

    /// The reference in the form of APA style.
    ///
    /// ```
    /// # use explorer_core::export::{Citation, CitedForm};
    /// let citation = Citation {
    ///     id: "astri".into(),
    ///     title: "ASTRI".into(),
    ///     author: "Hong Kong AI Explorer".into(),
    ///     form: CitedForm::Record,
    ///     date: "2026-02".parse().unwrap(),
    ///     url: "https://example.org/?id=astri".into(),
    /// };
    /// let apa = "Hong Kong AI Explorer. (2026). ASTRI [Data record]. https://example.org/?id=astri";
    /// assert_eq!(citation.apa(), apa);
    /// ```
    pub fn apa(&self) -> String {
        let Self {
            title,
            author,
            form,
            date,
            url,
            ..
        } = self;
        let title = format!("{title} [{}]", form.in_brackets());
        apa(author, &date.year().to_string(), &title, url)
    }

    /// A BibTeX entry; what BibTeX reads as a command is escaped.
    pub fn bibtex(&self) -> String {
        let Self {
            id,
            title,
            author,
            date,
            url,
            ..
        } = self;
        let address = if url.is_empty() {
            String::new()
        } else {
            format!("  howpublished = {{\\url{{{url}}}}},\n")
        };
        format!(
            "@misc{{{id},\n  author = {{{{{}}}}},\n  title = {{{{{}}}}},\n  year = {{{}}},\n{address}}}\n",
            escaped(author),
            escaped(title),
            date.year(),
        )
    }
}

/// A reference in the form of APA style, 7th edition: group author, date, title, address. What is empty is left out.
pub(super) fn apa(author: &str, date: &str, title: &str, url: &str) -> String {
    let parts = [ended(author), format!("({date})."), ended(title)];
    let parts = parts.iter().map(String::as_str).chain([url]);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// A part with the full stop that ends it, unless it has an end of its own.
fn ended(part: &str) -> String {
    let is_ended = part.is_empty() || part.ends_with(['.', '?', '!', '。', '？', '！']);
    let stop = if is_ended { "" } else { "." };
    [part, stop].concat()
}
