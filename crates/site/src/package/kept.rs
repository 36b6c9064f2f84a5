//! The files that a package keeps in its page, for `scripts/kept.js` to unpack.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use explorer_core::dataset::Lang;
use serde_json::{Value, json};
use xshell::Shell;
use zstd::bulk::Compressor;
use zstd::zstd_safe::CParameter;

use crate::assets::{Staging, bundled, by_stem, script};
use crate::project;

/// The highest level of zstd: a package is packed once and opened many times.
const LEVEL: i32 = 22;
/// The power of two that is the farthest way back, in bytes: beyond all that is kept.
const WINDOW_LOG: u32 = 24;

/// The words for searching. Those of records are made of the whole data set, which has the same.
const TEXTS: &str = "data/texts.json";

/// WebAssembly, the script of the worker and data, as one element, and the script that unpacks it.
pub struct Kept {
    /// The element.
    pub element: String,
    /// The script.
    pub script: String,
}

/// Packs the files of a site, one after another and compressed as a whole: the three languages say the same and the
/// parts of the program are alike, so that together they take little more than half of what each would by itself.
///
/// # Errors
/// A file that is missing, or a tool.
pub fn kept(sh: &Shell, site: &Staging) -> Result<Kept> {
    let mut all = Vec::new();
    let mut sizes = Vec::new();
    for name in names(&by_stem(&site.folder)?) {
        let content = match &*name {
            TEXTS => without_records(&site.read(TEXTS)?)?,
            _ => site.read(&name)?,
        };
        sizes.push(json!([name, content.len()]));
        all.extend(content);
    }
    let mut compressor = Compressor::new(LEVEL)?;
    compressor.set_parameter(CParameter::WindowLog(WINDOW_LOG))?;
    compressor.set_parameter(CParameter::EnableLongDistanceMatching(true))?;
    let packed = STANDARD.encode(compressor.compress(&all)?);
    let sizes = serde_json::to_string(&sizes)?;
    let options = [
        "--format=iife".to_owned(),
        format!("--alias:fzstd={}", project::npm("fzstd").display()),
    ];
    let code = bundled(sh, &script("kept.js"), &options)?;
    Ok(Kept {
        element: format!(
            "<script type=\"text/plain\" id=\"files\" data-sizes='{sizes}'>{packed}</script>\n"
        ),
        script: String::from_utf8(code)?,
    })
}

fn without_records(texts: &[u8]) -> Result<Vec<u8>> {
    let mut texts: Value = serde_json::from_slice(texts)?;
    texts["records"] = json!([]);
    Ok(serde_json::to_vec(&texts)?)
}

/// The names of all files that are kept. Records and lists of all of them come out of the whole data set.
fn names(hashed: &BTreeMap<String, PathBuf>) -> Vec<String> {
    let is_kept = |stem: &str| stem.ends_with(".wasm") || stem == "reader.js";
    let program = hashed.iter().filter(|(stem, _)| is_kept(stem));
    let mut names: Vec<String> = program
        .filter_map(|(_, path)| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    names.extend(Lang::ALL.map(|lang| format!("data/cards.{}.json", lang.tag())));
    names.extend(["texts", "lessons", "dataset"].map(|name| format!("data/{name}.json")));
    names
}
