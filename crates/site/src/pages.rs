//! Writes the pages that can be read without a script, and what leads to them.

use anyhow::{Result, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use explorer_core::dataset::{Bundle, Dataset, Lang};
use explorer_core::page::Page;
use hong_kong_ai_explorer::ui::Library;
use hong_kong_ai_explorer::ui::pages::{self, Lack, Site};
use sha2::{Digest, Sha256};
use xshell::Shell;

use crate::assets::{Staging, bundled, script};
use crate::changes::changed;
use crate::data::DataFiles;
use crate::edition::Edition;
use crate::finders::{finders, manifest};
use crate::{pictures, project};

/// Writes all pages, in all languages, with the picture that others show of each, the feeds, the site map and the
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
            live_reload: live_reload.as_deref(),
        };
        Page::all(&dataset).try_for_each(|page| edition.page(page))?;
        pictures::records(staging, &edition.library)?;
        edition.feeds(&changed)?;
    }
    lost(sh, staging, &site, &dataset)?;
    finders(staging, &site, &dataset)?;
    manifest(staging, &site, &dataset)
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
