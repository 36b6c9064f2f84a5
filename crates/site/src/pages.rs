//! Writes the pages that can be read without a script, and what leads to them.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use explorer_core::dataset::{Bundle, Dataset, Initiative, Lang, Theme};
use explorer_core::explore::{Facet, View, ViewState};
use explorer_core::export::{Feed, FeedEntry, linked_data};
use explorer_core::i18n::Words;
use hong_kong_ai_explorer::ui::Library;
use hong_kong_ai_explorer::ui::pages::{
    self, Document, Lack, Site, folder, record_path, theme_path,
};
use sha2::{Digest, Sha256};
use xshell::Shell;

use crate::assets::{Staging, bundled, script};
use crate::changes::changed;
use crate::data::DataFiles;
use crate::finders::{finders, manifest};
use crate::{oembed, pictures, project};

/// What the pages of one language are written from.
struct Edition<'a> {
    lang: Lang,
    library: Library,
    dataset: &'a Dataset,
    site: &'a Site,
    staging: &'a Staging,
}

/// Writes all pages, in all languages, with the picture that others show of each, the feed, the site map and the
/// manifest. `live_reload` is a script that goes into the front page of a site that is being worked on.
pub fn write(
    sh: &Shell,
    staging: &Staging,
    mut site: Site,
    live_reload: Option<String>,
) -> Result<()> {
    let (dataset, _) = DataFiles::read()?
        .dataset()
        .map_err(|faults| anyhow!("{faults:?}"))?;
    let dataset = dataset.in_all_languages();
    site.title = Lang::ALL.map(|lang| dataset.vocabulary.explorer.title.get(lang).to_owned());
    let changed = changed(sh);
    for lang in Lang::ALL {
        let json = staging.text(&format!("data/cards.{}.json", lang.tag()))?;
        let edition = Edition {
            lang,
            library: Library::new(Bundle::read("cards", &json)?, None),
            dataset: &dataset,
            site: &site,
            staging,
        };
        edition.front(live_reload.as_deref().filter(|_| lang == Lang::En))?;
        dataset
            .vocabulary
            .themes
            .iter()
            .try_for_each(|theme| edition.theme(theme))?;
        dataset
            .initiatives
            .iter()
            .try_for_each(|record| edition.record(record))?;
        edition.feed(&changed)?;
    }
    lost(sh, staging, &site, &dataset)?;
    finders(staging, &site, &dataset)?;
    manifest(staging, &site, &dataset)
}

impl Edition<'_> {
    /// The address of a page, in full where the site's is known.
    fn address(&self, path: &str) -> String {
        let path = [folder(self.lang), path.to_owned()].concat();
        match &self.site.url {
            Some(url) => format!("{url}{path}"),
            None => format!("/{path}"),
        }
    }

    /// Writes a page, and how others embed the view that it stands for.
    fn write(&self, document: &Document<'_>, view: ViewState) -> Result<()> {
        let path = [&folder(self.lang), document.path].concat();
        if let Some(url) = &self.site.url {
            let answer = oembed::answer(url, document, &self.site.title, view);
            let file = format!("{path}oembed.json");
            self.staging.write(&file, answer.to_string())?;
        }
        let html = document.html(self.site);
        self.staging.write(&format!("{path}index.html"), html)
    }

    fn front(&self, live_reload: Option<&str>) -> Result<()> {
        let vocabulary = &self.dataset.vocabulary;
        let picture = pictures::share(self.staging, &self.library, None)?;
        let starts = self.lang == Lang::En;
        let mut body = pages::front(&self.library, starts);
        if starts {
            let words = Words(self.lang);
            body += &format!(
                "<progress id=\"loading\" class=\"static\" aria-label=\"{}\"></progress>",
                words.loading()
            );
        }
        let file = self.site.url.as_deref().unwrap_or("/").to_owned() + "data/dataset.json";
        let document = Document {
            lang: self.lang,
            path: "",
            title: None,
            description: vocabulary.explorer.about.get(self.lang),
            picture: &picture,
            data: linked_data::dataset(vocabulary, self.lang, &self.address(""), &file),
            body: &body,
            starts,
        };
        match live_reload {
            None => self.write(&document, ViewState::default()),
            // Trunk's script stands in the page itself, which the policy forbids: here there is none.
            Some(script) => {
                let html = document
                    .html(self.site)
                    .replace("http-equiv=\"Content-Security-Policy\"", "name=\"policy\"");
                self.staging.write(
                    "index.html",
                    html.replace("</body>", &format!("{script}</body>")),
                )
            }
        }
    }

    fn theme(&self, theme: &Theme) -> Result<()> {
        let lang = self.lang;
        let path = theme_path(&theme.id);
        let of_theme = |record: &&Initiative| record.themes.contains(&theme.id);
        let records: Vec<(String, String)> = self
            .dataset
            .initiatives
            .iter()
            .filter(of_theme)
            .map(|record| {
                (
                    record.name.get(lang).to_owned(),
                    self.address(&record_path(&record.id)),
                )
            })
            .collect();
        let mut view = ViewState {
            view: View::Cards,
            ..ViewState::default()
        };
        view.choices.insert(Facet::Theme, &theme.id);
        let document = Document {
            lang,
            path: &path,
            title: Some(theme.name.get(lang)),
            description: theme.summary.get(lang),
            picture: &pictures::share(self.staging, &self.library, Some(theme))?,
            data: linked_data::theme(theme, lang, &self.address(&path), &records),
            body: &pages::theme(&self.library, theme),
            starts: false,
        };
        self.write(&document, view)
    }

    fn record(&self, record: &Initiative) -> Result<()> {
        let lang = self.lang;
        let path = record_path(&record.id);
        let theme = record.themes.first().map(String::as_str);
        let body = pages::record(&self.library, record)
            .with_context(|| format!("there is no card of {}", record.id))?;
        let view = ViewState {
            view: View::Cards,
            id: Some(record.id.clone()),
            ..ViewState::default()
        };
        let document = Document {
            lang,
            path: &path,
            title: Some(record.name.get(lang)),
            description: record.summary.get(lang),
            picture: &pictures::name(lang, theme),
            data: linked_data::record(
                &self.dataset.vocabulary,
                record,
                lang,
                &self.address(&path),
                &self.address(""),
            ),
            body: &body,
            starts: false,
        };
        self.write(&document, view)
    }

    /// Which records were changed last, as the repository's history and their own corrections tell.
    fn feed(&self, changed: &BTreeMap<String, String>) -> Result<()> {
        let lang = self.lang;
        let vocabulary = &self.dataset.vocabulary;
        let feed = Feed {
            id: format!("urn:hong-kong-ai-explorer:feed:{}", lang.tag()),
            title: vocabulary.explorer.title.get(lang).to_owned(),
            lang: lang.tag(),
            base: self
                .site
                .url
                .as_ref()
                .map(|url| [url, folder(lang).as_str()].concat()),
            entries: FeedEntry::newest(self.dataset, lang, changed, record_path),
        };
        self.staging
            .write(&format!("{}feed.xml", folder(lang)), feed.xml())
    }
}

/// The pages in place of one that cannot be had. They are shown below any path, so they bring their style with them, and
/// where the site's address is not known, a script that finds the site's root. The service worker puts the root in by
/// itself.
fn lost(sh: &Shell, staging: &Staging, site: &Site, dataset: &Dataset) -> Result<()> {
    let code = bundled(sh, &script("lost.js"), &["--format=iife".to_owned()])?;
    let code = String::from_utf8(code)?;
    let style = bundled(sh, &project::root().join("styles/lost.css"), &[])?;
    let style = String::from_utf8(style)?;
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let write = |name: &str, lack: Lack, root: &str, code: Option<&str>| {
        let scripts = code.map_or_else(String::new, |code| {
            format!(" script-src {}; connect-src 'self';", hash(code))
        });
        let script = code.map_or_else(String::new, |code| format!("<script>{code}</script>\n"));
        let html = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';{scripts} style-src {}\">\n\
             <base href=\"{root}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"robots\" content=\"noindex\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<style>{style}</style>\n\
             </head>\n<body>\n{}\n{script}</body>\n</html>\n",
            hash(&style),
            lack.heading(Lang::En),
            pages::lost(&dataset.vocabulary.explorer, lack),
        );
        staging.write(name, html)
    };
    match &site.url {
        Some(url) => write("404.html", Lack::Missing, url, None)?,
        None => write("404.html", Lack::Missing, "/", Some(&code))?,
    }
    write("offline.html", Lack::Offline, "./", None)
}
