//! Makes of what Trunk has built the site as it is served: files named by their content, pages that can be read without
//! a script, and what lets it work without a network.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use explorer_core::dataset::Lang;
use hong_kong_ai_explorer::ui::pages::{Asset, Site};
use serde_json::{Value, json};
use xshell::Shell;

use crate::assets::{Staging, bundled, digits, script};
use crate::split::{self, Split};
use crate::{citation, notices, pages, pictures, project, release, sheets};

/// The worker that reads other data sets, a program of its own: the name of its script, of its WebAssembly, and the one
/// that Trunk gives.
const READER: &str = "reader";
/// What stands in a frame loads this script, and knows it by this name.
const FRAME: (&str, &str) = ("frame", "explorerFrame");
/// The page that the service worker shows in place of one that it does not keep.
const OFFLINE: &str = "offline.html";
/// The program.
const PROGRAM: &str = "hong-kong-ai-explorer";

/// Finishes the folder that Trunk is filling (`TRUNK_STAGING_DIR`).
///
/// # Errors
/// Something that should be in it and is not, or a tool that cannot be had.
pub fn finish(sh: &Shell) -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("this is a step of a build; type: cargo xtask build")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let staging = Staging { folder };
    let url = project::address(sh);
    sheets::write(&staging, url.as_deref())?;
    let version = data_version(&staging)?;
    let split = split::split(sh, &staging, PROGRAM, is_release)?;
    // Trunk's own, which is not split.
    for name in [".js", "_bg.wasm"] {
        staging.remove(&format!("{PROGRAM}{name}"))?;
    }
    let program = staging.write_hashed(PROGRAM, "wasm", &split.main)?.file;
    let mut files = json!({
        "version": version,
        "program": { "wasm": program, "size": split.main.len() },
        "offline": is_release,
    });
    let mut kept = vec![program.clone()];
    for lang in Lang::ALL {
        let name = cards(lang);
        files["cards"][lang.tag()] = staging.read(&name)?.len().into();
    }
    kept.extend(split.chunks.iter().map(|chunk| chunk.file.clone()));
    // What the page asks for at once, after the view that its address names.
    for (view, needs) in [
        ("overview", &["overview"][..]),
        ("results", &["results", "index"]),
    ] {
        let chunks = split.chunks.iter().filter(|chunk| {
            let mut users = chunk.users.iter();
            users.any(|user| needs.contains(&user.as_str()))
        });
        files[view] = chunks
            .map(|chunk| json!({ "wasm": chunk.file, "size": chunk.size }))
            .collect();
    }
    let reader = reader(sh, &staging)?;
    files[READER] = json!({ "script": reader.0, "wasm": reader.1 });
    kept.extend([reader.0, reader.1]);
    let (name, global) = FRAME;
    let code = named(sh, &script(&format!("{name}.js")), global)?;
    let asset = staging.write_hashed(name, "js", &code)?;
    files[global] = json!({ "script": asset.file, "integrity": asset.integrity });
    kept.push(asset.file);
    let embed = bundled(sh, &script("embed.js"), &["--format=iife".to_owned()])?;
    staging.write("embed.js", embed)?;
    let start = start(sh, &staging, &split, &files)?;
    let [boot, page] = ["boot", "page"].map(|name| {
        let code = bundled(
            sh,
            &script(&format!("{name}.js")),
            &["--format=iife".to_owned()],
        )?;
        staging.write_hashed(name, "js", &code)
    });
    let site = Site {
        url,
        boot: boot?,
        start,
        page: page?,
        styles: styles(sh, &staging)?,
        program,
        title: Default::default(),
    };
    kept.extend([&site.boot.file, &site.start.file, &site.styles.file].map(String::clone));
    pictures::icons(&staging)?;
    notices::write(&staging)?;
    citation::write(&staging, site.url.as_deref())?;
    pages::write(sh, &staging, site, live_reload(&staging)?)?;
    if is_release {
        kept.extend(["icon.svg", "manifest.webmanifest", OFFLINE].map(str::to_owned));
        offline(sh, &staging, kept, &version)?;
    }
    release::record(&staging, is_release)
}

fn cards(lang: Lang) -> String {
    format!("data/cards.{}.json", lang.tag())
}

/// A script whose exports other scripts find under a name.
fn named(sh: &Shell, path: &Path, global: &str) -> Result<Vec<u8>> {
    let options = [
        format!("--global-name={global}"),
        "--format=iife".to_owned(),
    ];
    bundled(sh, path, &options)
}

/// The hash of all data that the page loads: it goes with the address of each of its files.
fn data_version(staging: &Staging) -> Result<String> {
    let mut all = Vec::new();
    for name in data() {
        all.extend(staging.read(&name)?);
    }
    Ok(digits(&all))
}

/// All data that is kept: cards by language, the words of all languages and facts, lessons, and the whole, out of which come
/// the records and the lists of all of them.
fn data() -> Vec<String> {
    let others = ["texts", "lessons", "dataset"].map(|name| format!("data/{name}.json"));
    Lang::ALL.map(cards).into_iter().chain(others).collect()
}

/// Names the reader's files by their content: its script, with what wasm-bindgen wrote for it, and its WebAssembly.
fn reader(sh: &Shell, staging: &Staging) -> Result<(String, String)> {
    let [glue, wasm] = [".js", "_bg.wasm"].map(|ending| format!("{READER}{ending}"));
    let options = [
        "--format=iife".to_owned(),
        format!("--alias:reader={}", staging.path(&glue).display()),
    ];
    let code = bundled(sh, &script(&glue), &options)?;
    let code = staging.write_hashed(READER, "js", &code)?;
    let program = staging.write_hashed(READER, "wasm", &staging.read(&wasm)?)?;
    staging.remove(&glue)?;
    staging.remove(&wasm)?;
    Ok((code.file, program.file))
}

/// The script that loads the program, with what wasm-bindgen wrote for it.
fn start(sh: &Shell, staging: &Staging, split: &Split, files: &Value) -> Result<Asset> {
    let snippet = snippet(&split.folder.join("snippets"))?;
    let options = [
        "--format=iife".to_owned(),
        format!("--alias:program={}", split.script.display()),
        format!("--alias:modules={}", snippet.display()),
        format!("--define:FILES={files}"),
    ];
    let code = bundled(sh, &script("start.js"), &options)?;
    staging.remove("snippets")?;
    staging.write_hashed("start", "js", &code)
}

/// The program's own script among those that wasm-bindgen laid aside: all of them are the same one.
fn snippet(folder: &Path) -> Result<PathBuf> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} is missing", folder.display()))? {
        let path = entry?.path().join("src/ui/modules.js");
        if path.exists() {
            return Ok(path);
        }
    }
    bail!("no modules.js lies below {}", folder.display());
}

/// The style sheet, with the hues of the themes, so that they are there before the program is.
fn styles(sh: &Shell, staging: &Staging) -> Result<Asset> {
    let vocabulary: Value = serde_json::from_slice(&staging.read("data/vocabulary.json")?)?;
    let themes = vocabulary["themes"].as_array().into_iter().flatten();
    let hues: String = themes
        .enumerate()
        .map(|(place, theme)| {
            let colour = theme["colour"].as_str().unwrap_or("");
            format!("[data-hue=\"{place}\"]{{--hue:{colour}}}\n")
        })
        .collect();
    let path = project::root().join("target/finished.css");
    let joined = fs::read_to_string(project::root().join("target/styles.css"))?;
    fs::write(&path, format!("{hues}{joined}"))?;
    let css = bundled(sh, &path, &[])?;
    staging.write_hashed("styles", "css", &css)
}

/// The script that Trunk puts into a page that it serves, which reloads it after each build.
fn live_reload(staging: &Staging) -> Result<Option<String>> {
    let html = staging.text("index.html")?;
    let scripts = html.split("<script").skip(1);
    let own = scripts
        .filter_map(|part| part.split_once("</script>"))
        .find(|(code, _)| code.contains("trunk/ws"));
    Ok(own.map(|(code, _)| format!("<script{code}</script>")))
}

/// The service worker: it keeps the program and all data of its version.
fn offline(sh: &Shell, staging: &Staging, program: Vec<String>, version: &str) -> Result<()> {
    let data = data().into_iter().map(|name| format!("{name}?v={version}"));
    let kept: Vec<String> = ["./".to_owned()]
        .into_iter()
        .chain(program)
        .chain(data)
        .collect();
    // These pages have no hash in their names, so their content counts as well.
    let mut all = staging.read("index.html")?;
    all.extend(staging.read(OFFLINE)?);
    all.extend(kept.join("\n").bytes());
    let options = [
        "--format=iife".to_owned(),
        format!("--define:KEPT={}", json!(kept)),
        format!("--define:VERSION={}", json!(digits(&all))),
    ];
    let code = bundled(sh, &script("offline.js"), &options)?;
    staging.write("sw.js", code)
}
