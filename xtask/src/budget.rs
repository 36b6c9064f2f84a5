//! What the site weighs, held against what it may.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project;

/// The name of the program.
const PROGRAM: &str = "hong-kong-ai-explorer";

/// The data of the first load, one file a language.
const CARDS: [&str; 3] = [
    "data/cards.en.json",
    "data/cards.zh-Hant.json",
    "data/cards.zh-Hans.json",
];

/// The name of a part, the files that make it up, and how many bytes it may have after gzip, if that is bounded.
struct Part {
    name: String,
    files: Vec<PathBuf>,
    limit: Option<usize>,
}

/// Prints what each part of the site in `dist/` weighs.
///
/// # Errors
/// The parts that weigh more than they may.
pub fn check() -> Result<()> {
    let dist = project::root().join("dist");
    let hashed = names_without_hashes(&dist)?;
    let named = |names: &[&str]| {
        let paths = names.iter().map(|name| {
            hashed
                .get(*name)
                .cloned()
                .unwrap_or_else(|| dist.join(name))
        });
        paths.collect::<Vec<_>>()
    };
    let program = [&*format!("{PROGRAM}.wasm"), "start.js", "boot.js"];
    // A reader loads the data of one language; the budget has to hold for the largest.
    let cards = CARDS.iter().map(|file| {
        let bytes = named(&[file])
            .iter()
            .map(|file| weight(file))
            .sum::<Result<usize>>()?;
        Ok((bytes, *file))
    });
    let (_, largest) = cards
        .collect::<Result<Vec<_>>>()?
        .into_iter()
        .max()
        .unwrap_or_default();
    let first = [&program[..], &["styles.css", "index.html", largest]].concat();
    let part = |name: &str, files: &[&str], limit| Part {
        name: name.to_owned(),
        files: named(files),
        limit,
    };
    let mut parts = vec![
        part(
            "WebAssembly and scripts of the first load",
            &program,
            Some(310_000),
        ),
        part("  WebAssembly", &program[..1], None),
        part("  start script", &program[1..2], None),
        part("  boot script", &program[2..], None),
        part("style sheet", &["styles.css"], Some(18_000)),
        part("the page itself", &["index.html"], None),
        part("data, English", &CARDS[..1], Some(90_000)),
        part("data, Traditional Chinese", &CARDS[1..2], Some(90_000)),
        part("data, Simplified Chinese", &CARDS[2..], Some(90_000)),
        part(
            "all of the first load, largest language",
            &first,
            Some(440_000),
        ),
        part("with a search: all words", &["data/texts.json"], None),
        part("with a lesson: all lessons", &["data/lessons.json"], None),
        part("with a frame of another page", &["frame.js"], None),
        part("what that page loads to embed", &["embed.js"], None),
        part("with another data set", &["reader.js", "reader.wasm"], None),
    ];
    parts.extend(chunks(&hashed));
    let mut over = Vec::new();
    println!("{:45} {:>8} {:>8}", "bytes after gzip", "are", "may be");
    for Part { name, files, limit } in &parts {
        let bytes = files
            .iter()
            .map(|file| weight(file))
            .sum::<Result<usize>>()?;
        let may = limit.map(|limit| limit.to_string()).unwrap_or_default();
        println!("{}", format!("{name:45} {bytes:>8} {may:>8}").trim_end());
        if limit.is_some_and(|limit| bytes > limit) {
            over.push(name.as_str());
        }
    }
    if !over.is_empty() {
        bail!("heavier than it may be: {}", over.join("; "));
    }
    Ok(())
}

/// How many bytes an archive for a learning platform may have.
const PACKAGE: u64 = 1_900_000;

/// Prints what the heaviest of the archives in `target/package/` weighs.
///
/// # Errors
/// There is none, or it weighs more than it may.
pub fn check_packages() -> Result<()> {
    let folder = project::root().join("target/package");
    let mut heaviest = 0;
    for entry in fs::read_dir(&folder)? {
        let entry = entry?;
        let path = entry.path();
        if path
            .extension()
            .is_some_and(|ending| ending == "zip" || ending == "imscc")
        {
            heaviest = heaviest.max(entry.metadata()?.len());
        }
    }
    println!(
        "{:45} {heaviest:>8} {PACKAGE:>8}",
        "bytes of the heaviest archive"
    );
    if heaviest == 0 || heaviest > PACKAGE {
        bail!("an archive is heavier than it may be, or there is none");
    }
    Ok(())
}

/// What each chunk of the program adds to the first load: its own file, and those that it shares with other chunks.
/// Their names tell which chunks need them.
fn chunks(hashed: &BTreeMap<String, PathBuf>) -> Vec<Part> {
    let is_chunk = |stem: &str| ![PROGRAM, "reader"].contains(&stem);
    let files = hashed
        .iter()
        .filter_map(|(name, path)| Some((name.strip_suffix(".wasm")?, path)))
        .filter(|(stem, _)| is_chunk(stem));
    let mut chunks = BTreeMap::<&str, Vec<PathBuf>>::new();
    for (stem, path) in files {
        for chunk in stem.split('-') {
            chunks.entry(chunk).or_default().push(path.clone());
        }
    }
    let part = |(chunk, files)| Part {
        name: format!("with the chunk {chunk}, and what it shares"),
        files,
        limit: Some(chunk_limit(chunk)),
    };
    chunks.into_iter().map(part).collect()
}

/// How many bytes a chunk with what it shares may have. The goal is 110,000 for each; these are what they have grown to.
fn chunk_limit(chunk: &str) -> usize {
    match chunk {
        "chart" => 206_000,
        "results" => 160_000,
        "table" => 146_000,
        _ => 140_000,
    }
}

fn weight(file: &Path) -> Result<usize> {
    let content = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(&content)?;
    Ok(writer.finish()?.len())
}

/// The names of a folder's files, each without the hash that it has where it is named by its content.
fn names_without_hashes(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files = BTreeMap::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let without = name.rsplit_once('.').and_then(|(name, ending)| {
            let (stem, hash) = name.rsplit_once('-')?;
            let is_hash = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_hash.then(|| format!("{stem}.{ending}"))
        });
        files.insert(without.unwrap_or_else(|| name.into_owned()), path.clone());
    }
    Ok(files)
}
