//! The page of every package: one file with everything inside.

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use explorer_core::dataset::Lang;
use explorer_core::page::{FOLDERS, Page};
use sha2::{Digest, Sha256};

use super::kept::Kept;
use crate::assets::{Staging, by_stem};

/// The page within an archive.
pub const PAGE: &str = "index.html";

/// What a package adds to the page.
pub struct Additions {
    /// A script that runs before the explorer reads its address.
    pub script: String,
    /// From where the page may fetch, as its policy says it.
    pub connect: &'static str,
}

/// One file that opens by double click, from a memory stick as well: scripts and style stand in the page, and what is
/// `kept` beside them. The policy names each script by its hash.
pub fn page(site: &Staging, kept: &Kept, additions: &Additions) -> Result<String> {
    let hashed = by_stem(&site.folder)?;
    let named = |stem: &str| -> Result<String> {
        let path = hashed
            .get(stem)
            .with_context(|| format!("dist/ has no {stem}"))?;
        Ok(path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned())
    };
    let page = site.text("index.html")?;
    let (head, body) = page
        .split_once("</head>")
        .context("dist/index.html has no head")?;
    let mut hashes = Vec::new();
    let mut inline = |code: String| {
        hashes.push(format!(
            "'sha256-{}'",
            STANDARD.encode(Sha256::digest(&code))
        ));
        code
    };
    let first = format!("<script>{}</script>\n", inline(additions.script.clone()));
    let boot = inline(site.text(&named("boot.js")?)?);
    let frame = site.text(&named("frame.js")?)?;
    let start = site.text(&named("start.js")?)?;
    let mut scripts = String::new();
    for code in [kept.script.clone(), frame, start] {
        scripts += &format!("<script>{}</script>\n", inline(code));
    }
    let hashes = hashes.join(" ");
    let css = site.text(&named("styles.css")?)?;
    let style = STANDARD.encode(Sha256::digest(&css));
    // What stands by itself in the head stays; what leads to another file goes, or comes in.
    let title = between(head, "<title>", "</title>")?;
    let description = between(head, "name=\"description\" content=\"", "\"")?;
    let icon = STANDARD.encode(site.read("icon.svg")?);
    let connect = additions.connect;
    let policy = format!(
        "default-src 'none'; script-src {hashes} 'wasm-unsafe-eval'; style-src 'sha256-{style}'; img-src blob: data:; \
         connect-src {connect}; worker-src blob:; base-uri 'none'; form-action 'none'"
    );
    // Without the other pages, links lead to views.
    let body = with_views(body);
    let body = body.replace("</body>", &format!("{}{scripts}</body>", kept.element));
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\" data-whole>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"description\" content=\"{description}\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">\n\
         <style>{css}</style>\n{first}<script data-starts>{boot}</script>\n</head>{body}"
    ))
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Result<&'a str> {
    let rest = text.split_once(before).map(|(_, rest)| rest);
    let part = rest
        .and_then(|rest| rest.split_once(after))
        .map(|(part, _)| part);
    part.with_context(|| format!("dist/index.html has no {before}"))
}

/// A body whose links to pages lead to the same within this file, or to what comes nearest.
fn with_views(body: &str) -> String {
    let mut body = body.to_owned();
    for page in Page::SINGLE.iter().filter(|page| **page != Page::Front) {
        let link = format!("href=\"{}\"", page.path());
        body = body.replace(&link, &format!("href=\"{}\"", page.view().to_href()));
    }
    for (folder, key) in FOLDERS {
        let view = if key == "id" { "?" } else { "?view=cards&amp;" };
        let link = format!("href=\"{folder}/");
        let mut parts = body.split(&link);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            out += &format!("href=\"{view}{key}={}", part.replacen("/\"", "\"", 1));
        }
        body = out;
    }
    for lang in Lang::ALL {
        let tag = lang.tag();
        body = body.replace(
            &format!("href=\"{tag}/\""),
            &format!("href=\"?lang={tag}\""),
        );
    }
    body.replace("href=\"./?", "href=\"?")
}
