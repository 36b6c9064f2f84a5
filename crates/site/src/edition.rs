//! The pages of one language.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use explorer_core::dataset::{Dataset, Initiative, Lang};
use explorer_core::export::{Feed, FeedEntry, linked_data};
use explorer_core::i18n::Words;
use explorer_core::page::Page;
use hong_kong_ai_explorer::ui::Library;
use hong_kong_ai_explorer::ui::pages::{self, Document, Site};
use serde_json::Value;

use crate::assets::Staging;
use crate::{oembed, pictures, sheets};

/// What the pages of one language are written from.
pub struct Edition<'a> {
    /// The language.
    pub lang: Lang,
    /// The cards in this language.
    pub library: Library,
    /// All of the data.
    pub dataset: &'a Dataset,
    /// What all pages share.
    pub site: &'a Site,
    /// Where pages are written.
    pub staging: &'a Staging,
    /// A script that goes into the front page of a site that is being worked on.
    pub live_reload: Option<&'a str>,
}

/// What is said of a page around its body.
struct Said {
    /// Its title, without that of the site; none for the front page.
    title: Option<String>,
    /// What it is about, in a sentence or two.
    description: String,
    /// The name of the picture that others show of it.
    picture: String,
    /// What schema.org says of it.
    data: Value,
}

impl Edition<'_> {
    /// Writes a page, and how others embed the view that it stands for.
    pub fn page(&self, page: Page<'_>) -> Result<()> {
        let path = page.path();
        let url = self.site.url.as_ref().map(|_| self.address(Page::Front));
        let url = url.unwrap_or_default();
        let body = pages::body(page, &self.library, self.dataset, &url);
        let mut body = body.with_context(|| format!("there is nothing to write at {path}"))?;
        let said = self.said(page)?;
        let starts = page == Page::Front && self.lang == Lang::En;
        if starts {
            body += &format!(
                "<progress id=\"loading\" class=\"static\" aria-label=\"{}\"></progress>",
                Words(self.lang).loading()
            );
        }
        let document = Document {
            lang: self.lang,
            path: &path,
            title: said.title.as_deref(),
            description: &said.description,
            picture: &said.picture,
            data: said.data,
            body: &body,
            starts,
        };
        let folder = page.path_in(self.lang);
        if let Some(url) = &self.site.url {
            let answer = oembed::answer(url, &document, &self.site.title, page.view());
            let file = format!("{folder}oembed.json");
            self.staging.write(&file, answer.to_string())?;
        }
        let mut html = document.html(self.site);
        if let Some(script) = self.live_reload.filter(|_| starts) {
            // Trunk's script stands in the page itself, which the policy forbids: here there is none.
            let policy = "http-equiv=\"Content-Security-Policy\"";
            html = html.replace(policy, "name=\"policy\"");
            html = html.replace("</body>", &format!("{script}</body>"));
        }
        self.staging.write(&format!("{folder}index.html"), html)
    }

    /// The address of a page, in full where the site's is known.
    fn address(&self, page: Page<'_>) -> String {
        let root = self.site.url.as_deref().unwrap_or("/");
        [root, &page.path_in(self.lang)].concat()
    }

    fn said(&self, page: Page<'_>) -> Result<Said> {
        let (lang, words) = (self.lang, Words(self.lang));
        let vocabulary = &self.dataset.vocabulary;
        let about = vocabulary.explorer.about.get(lang);
        let whole = pictures::name(lang, None);
        let unknown = || format!("there is nothing to say of {}", page.path());
        let parts = self.parts(page);
        let of_value = |name: &str| format!("{name} · {}", words.results_count(parts.len()));
        let listing = |name: &str, description: &str, picture| {
            self.listing(page, name, description, picture, &parts)
        };
        Ok(match page {
            Page::Front => Said {
                title: None,
                description: about.to_owned(),
                picture: pictures::share(self.staging, &self.library, None)?,
                data: sheets::data_set(
                    self.dataset,
                    lang,
                    self.site.url.as_deref(),
                    self.library.bundle.updated,
                ),
            },
            Page::About => listing(words.page_about(), about, whole),
            Page::All => listing(words.page_all(), about, whole),
            Page::Topics => listing(words.topics(), about, whole),
            Page::Organisations => listing(words.page_organisations(), about, whole),
            Page::Theme(id) => {
                let theme = vocabulary.theme(id).with_context(unknown)?;
                let picture = pictures::share(self.staging, &self.library, Some(theme))?;
                listing(theme.name.get(lang), theme.summary.get(lang), picture)
            }
            Page::Topic(id) => {
                let topic = vocabulary.topic(id).with_context(unknown)?;
                let name = topic.name.get(lang);
                listing(name, &of_value(name), whole)
            }
            Page::Organisation(id) => {
                let body = vocabulary.organisation(id).with_context(unknown)?;
                let name = body.name.get(lang);
                listing(name, &of_value(name), whole)
            }
            Page::Record(id) => {
                let mut records = self.dataset.initiatives.iter();
                let record = records.find(|record| record.id == id);
                self.record(record.with_context(unknown)?)
            }
        })
    }

    /// What is said of a page that lists others, its `parts` by name and address.
    fn listing(
        &self,
        page: Page<'_>,
        name: &str,
        description: &str,
        picture: String,
        parts: &[(String, String)],
    ) -> Said {
        let url = self.address(page);
        Said {
            title: Some(name.to_owned()),
            description: description.to_owned(),
            picture,
            data: linked_data::collection(name, description, self.lang, &url, parts),
        }
    }

    /// What a page lists, by name and address.
    fn parts(&self, page: Page<'_>) -> Vec<(String, String)> {
        let vocabulary = &self.dataset.vocabulary;
        let entry = |name: &str, page| (name.to_owned(), self.address(page));
        let lang = self.lang;
        let records = |holds: &dyn Fn(&Initiative) -> bool| {
            let records = self.dataset.initiatives.iter();
            let records = records.filter(|record| holds(record));
            records
                .map(|record| entry(record.name.get(lang), Page::Record(&record.id)))
                .collect()
        };
        match page {
            Page::Front | Page::About | Page::Record(_) => Vec::new(),
            Page::All => records(&|_| true),
            Page::Theme(id) => records(&|record| record.themes.iter().any(|theme| theme == id)),
            Page::Topic(id) => records(&|record| record.topics.iter().any(|about| about.id == id)),
            Page::Organisation(id) => {
                records(&|record| record.organisations.iter().any(|part| part.id == id))
            }
            Page::Topics => {
                let topics = vocabulary.topics.iter();
                topics
                    .map(|topic| entry(topic.name.get(lang), Page::Topic(&topic.id)))
                    .collect()
            }
            Page::Organisations => {
                let bodies = vocabulary.organisations.iter();
                bodies
                    .map(|body| entry(body.name.get(lang), Page::Organisation(&body.id)))
                    .collect()
            }
        }
    }

    fn record(&self, record: &Initiative) -> Said {
        let (own, whole) = (Page::Record(&record.id), Page::Front);
        Said {
            title: Some(record.name.get(self.lang).to_owned()),
            description: record.summary.get(self.lang).to_owned(),
            picture: pictures::record(self.lang, &record.id),
            data: linked_data::record(
                &self.dataset.vocabulary,
                record,
                self.lang,
                &self.address(own),
                &self.address(whole),
            ),
        }
    }

    /// The feed of all records, and that of each organisation's, beside its page. `changed` has the day of each record's last
    /// change, as the repository's history tells.
    pub fn feeds(&self, changed: &BTreeMap<String, String>) -> Result<()> {
        let vocabulary = &self.dataset.vocabulary;
        let title = vocabulary.explorer.title.get(self.lang);
        self.feed(
            Page::Front,
            title.to_owned(),
            &self.dataset.initiatives,
            changed,
        )?;
        for body in &vocabulary.organisations {
            let records = self.dataset.initiatives.iter();
            let own =
                records.filter(|record| record.organisations.iter().any(|part| part.id == body.id));
            let title = format!("{} · {title}", body.name.get(self.lang));
            self.feed(Page::Organisation(&body.id), title, own, changed)?;
        }
        Ok(())
    }

    /// Which of the records of a page were changed last.
    fn feed<'a>(
        &self,
        page: Page<'_>,
        title: String,
        records: impl IntoIterator<Item = &'a Initiative>,
        changed: &BTreeMap<String, String>,
    ) -> Result<()> {
        let (lang, path) = (self.lang, page.path());
        let up = "../".repeat(path.matches('/').count());
        let href = |id: &str| [&up, &*Page::Record(id).path()].concat();
        let part = match page {
            Page::Organisation(id) => format!(":organisation:{id}"),
            _ => String::new(),
        };
        let feed = Feed {
            id: format!("urn:hong-kong-ai-explorer:feed:{}{part}", lang.tag()),
            title,
            lang: lang.tag(),
            base: self
                .site
                .url
                .as_ref()
                .map(|url| [url, &*page.path_in(lang)].concat()),
            entries: FeedEntry::newest(records, lang, changed, href),
        };
        let file = [&page.path_in(lang), "feed.xml"].concat();
        self.staging.write(&file, feed.xml())
    }
}
