//! The pages that a record rests on.

use super::page::Page;
use crate::dataset::{Entry, Source};
use crate::ui::format;

impl Page<'_> {
    /// A link to a page of somebody else.
    fn outside(&mut self, url: &str, text: &str) {
        let rel = "external noopener noreferrer";
        self.markup
            .open("a", &[("href", url), ("rel", rel), ("target", "_blank")]);
        self.markup.text(text).close();
    }

    pub fn sources(&mut self, sources: &[Source]) {
        let (words, lang) = (self.words, self.words.0);
        let kinds = &self.library.vocabulary().source_kinds;
        self.markup
            .plain("h3", words.sources())
            .begin("ol", "record-sources");
        for (i, source) in sources.iter().enumerate() {
            let id = format!("source-{}", i + 1);
            self.markup.open("li", &[("id", &id), ("tabindex", "-1")]);
            self.markup.begin("span", "source-title");
            if let Some(url) = source.link() {
                self.outside(url, &source.title);
            } else {
                self.markup.plain("span", &source.title).text(" ");
                self.markup.leaf("span", "role", words.no_link());
            }
            self.markup
                .close()
                .begin("span", "source-notes")
                .text(&source.publisher);
            if let Some(date) = source.published {
                self.markup.text(" · ").text(&format::date(lang, date));
            }
            if let Some(kind) = Entry::find(kinds, &source.kind) {
                self.markup.text(" · ").text(kind.name.get(lang));
            }
            if let Some(copy) = source.copy() {
                self.markup.text(" · ");
                self.outside(copy, words.lasting_copy());
            }
            self.markup.close().close();
        }
        self.markup.close();
    }
}
