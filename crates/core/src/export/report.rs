//! Telling whoever keeps the data of an error.

use form_urlencoded::Serializer;

use crate::i18n::Words;

/// What an error is reported of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What the page is called.
    pub subject: String,
    /// Where it is.
    pub url: String,
    /// The day of the data, in words, if it is known.
    pub day: Option<String>,
}

impl Report {
    /// The report as a text in which the reader fills in the rest. Its address has a line of its own, so that
    /// `scripts/page.js` finds it.
    ///
    /// ```
    /// # use explorer_core::{dataset::Lang, export::Report, i18n::Words};
    /// let report = Report { subject: "ASTRI".into(), url: "all/".into(), ..Report::default() };
    /// assert!(report.text(Words(Lang::En)).starts_with("ASTRI\nall/\nLanguage: English\n"));
    /// ```
    pub fn text(&self, words: Words) -> String {
        let Self { subject, url, day } = self;
        let day = day.as_ref().map(|day| words.updated(day));
        let lang = words.report_language(words.0.name());
        let lines = [subject.clone(), url.clone(), lang].into_iter().chain(day);
        let known: Vec<String> = lines.collect();
        let (wrong, right) = (words.report_wrong(), words.report_right());
        format!("{}\n\n{wrong}\n\n\n{right}\n\n", known.join("\n"))
    }

    /// A link that opens the report: `to` is a form of the web, which takes `title` and `body` as GitHub's do, or an address of
    /// mail with `mailto:` before it.
    ///
    /// ```
    /// # use explorer_core::{dataset::Lang, export::Report, i18n::Words};
    /// let report = Report { subject: "ASTRI".into(), ..Report::default() };
    /// let href = report.href("mailto:data@example.org", Words(Lang::En));
    /// assert!(href.starts_with("mailto:data@example.org?subject=ASTRI&body=ASTRI"));
    /// ```
    pub fn href(&self, to: &str, words: Words) -> String {
        let title = if to.starts_with("mailto:") {
            "subject"
        } else {
            "title"
        };
        let mut query = Serializer::new(String::new());
        query.append_pair(title, &self.subject);
        query.append_pair("body", &self.text(words));
        // In an address of mail a plus is a plus, and lines end as in mail (RFC 6068).
        let query = query.finish().replace('+', "%20").replace("%0A", "%0D%0A");
        let (to, place) = to
            .split_once('#')
            .map_or((to, String::new()), |(to, place)| (to, format!("#{place}")));
        let sign = if to.contains('?') { '&' } else { '?' };
        format!("{to}{sign}{query}{place}")
    }
}
