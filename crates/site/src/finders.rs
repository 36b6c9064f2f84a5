//! What those read first who search the web or install the explorer.

use anyhow::Result;
use explorer_core::dataset::{Dataset, Lang};
use explorer_core::export::sitemap;
use explorer_core::page::Page;
use hong_kong_ai_explorer::ui::pages::Site;
use serde_json::json;

use crate::assets::Staging;

/// What those who search the web read first.
pub fn finders(staging: &Staging, site: &Site, dataset: &Dataset) -> Result<()> {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    if let Some(url) = &site.url {
        let in_languages = |page: Page<'_>| {
            let address = |lang| [url, &page.path_in(lang)].map(String::as_str).concat();
            Lang::ALL.map(|lang| (lang.tag(), address(lang))).into()
        };
        let pages: Vec<Vec<(&str, String)>> = Page::all(dataset).map(in_languages).collect();
        staging.write("sitemap.xml", sitemap(&pages))?;
        robots += &format!("Sitemap: {url}sitemap.xml\n");
    }
    staging.write("robots.txt", robots)
}

/// What a browser needs to install the explorer.
pub fn manifest(staging: &Staging, site: &Site, dataset: &Dataset) -> Result<()> {
    let icon = |size: u32, purpose: &str| json!({ "src": format!("icon-{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "name": site.title[Lang::En as usize],
        "short_name": "HK AI",
        "description": dataset.vocabulary.explorer.about.get(Lang::En),
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fbfaf7",
        "theme_color": "#fbfaf7",
        "icons": [
            { "src": "icon.svg", "sizes": "any", "type": "image/svg+xml" },
            icon(192, "any"), icon(512, "any"), icon(512, "maskable"),
        ],
    });
    staging.write("manifest.webmanifest", manifest.to_string())
}
