//! What the W3C's checker says of the built pages, with their styles and drawings.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use xshell::{Shell, cmd};

use crate::npm::VNU;
use crate::{debian, product};

/// The checker breaks on some colours that are in order (w3c/css-validator, issue 517), and calls that an error of the
/// page. And it does not know that a page's own files are its own: it reads them from a folder, without an origin. A
/// browser test holds the policy.
const ITS_OWN_FAULTS: &str = ".*(Cannot invoke .* is null|violates Content Security Policy).*";

/// What the checker answers.
#[derive(Deserialize)]
struct Answer {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    url: String,
    last_line: Option<u32>,
    message: String,
}

/// Makes the checker ready, and Java, on which it runs.
pub fn make_ready(sh: &Shell) -> Result<()> {
    if which::which("java").is_err() {
        debian::install(sh, &["default-jre-headless"], "Java")?;
    }
    VNU.make_ready(sh)
}

/// Checks every page below `dist/`. Warnings are only told.
pub fn check(sh: &Shell) -> Result<()> {
    product::ensure_release(sh)?;
    let mut messages = ask(sh, &["--skip-non-html", "--also-check-svg"])?;
    // By itself: checked along, styles make the checker count the lines of HTML from 0.
    messages.extend(ask(sh, &["--skip-non-css"])?);
    // What is wrong with one page is often wrong with all, and told once.
    let mut places: BTreeMap<(bool, &str), Vec<&Message>> = BTreeMap::new();
    for message in &messages {
        // A warning is an "info" to it.
        let key = (message.kind == "info", &*message.message);
        places.entry(key).or_default().push(message);
    }
    let mut errors = 0;
    for ((warning, text), places) in &places {
        let more = match places.len() - 1 {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let word = if *warning { "warning" } else { "error" };
        eprintln!("{}{more}: {word}: {text}", places[0].place());
        errors += if *warning { 0 } else { places.len() };
    }
    if errors > 0 {
        bail!("{errors} errors in the pages below dist/");
    }
    Ok(())
}

/// What the checker has to say of the files that the flags choose.
fn ask(sh: &Shell, flags: &[&str]) -> Result<Vec<Message>> {
    let jar = VNU.folder().join("build/dist/vnu.jar");
    let text = cmd!(
        sh,
        "java -jar {jar} {flags...} --skip-info-messages --filterpattern {ITS_OWN_FAULTS} --format json --stdout dist"
    )
    .quiet()
    .ignore_status()
    .read()?;
    let answer: Answer = serde_json::from_str(&text)
        .context("the checker of HTML gave no answer; it needs Java 17 or later")?;
    Ok(answer.messages)
}

impl Message {
    /// The file, as one would type it, and the line.
    fn place(&self) -> String {
        let path = match self.url.split_once("/dist/") {
            Some((_, below)) => format!("dist/{below}"),
            None => self.url.clone(),
        };
        match self.last_line {
            Some(line) => format!("{path}:{line}"),
            None => path,
        }
    }
}
