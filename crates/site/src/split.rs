//! Splits the program into its main part and the chunks that are loaded when they are first needed, and joins what
//! loads them into the script that wasm-bindgen writes.
//!
//! Trunk runs wasm-bindgen on the whole program, which drops the relocations that the splitter needs. So the program as
//! cargo linked it is split here and wasm-bindgen is run once more, on the main part.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use rayon::prelude::*;
use wasm_split_cli_support::{Options, SplitWasm, transform};
use xshell::{Shell, cmd};

use crate::assets::Staging;
use crate::parcel::{self, Part};
use crate::project;

/// The module from which the split program imports its loaders. No such file is written: see `join`.
const LINK: &str = "./__wasm_split.js";

/// The program in parts.
pub struct Split {
    /// The folder with the script and its snippets.
    pub folder: PathBuf,
    /// The script that loads the program.
    pub script: PathBuf,
    /// The main part.
    pub main: Vec<u8>,
    /// The files that were written for the chunks.
    pub chunks: Vec<ChunkFile>,
}

/// A file of one chunk, or of several, with the parts that they need.
pub struct ChunkFile {
    /// Its name, after the chunks that need it, such as `chart-….wasm` and `chart-classroom-….wasm` for what both use.
    pub file: String,
    /// The chunks that need it.
    pub users: Vec<String>,
    /// How many bytes it has.
    pub size: usize,
}

/// Splits the program of this name as cargo built it last in this profile, and writes its chunks into the site.
///
/// # Errors
/// A program without the relocations that the splitter needs, a tool that fails, or a script of another form than the
/// one this was written for.
pub fn split(sh: &Shell, staging: &Staging, program: &str, is_release: bool) -> Result<Split> {
    let profile = if is_release { "release" } else { "debug" };
    let linked = project::root()
        .join("target")
        .join("wasm32-unknown-unknown")
        .join(profile)
        .join(format!("{program}.wasm"));
    let wasm = fs::read(&linked).with_context(|| format!("{} cannot be read", linked.display()))?;
    let folder = project::root().join("target/split").join(profile);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&wasm);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    let parts = transform(options).map_err(|error| anyhow!("splitting the program: {error:#}"))?;

    let bindgen = project::tool("wasm-bindgen");
    cmd!(
        sh,
        "{bindgen} {main} --target=web --no-typescript --keep-lld-exports --no-demangle --out-dir={folder} --out-name={program}"
    )
    .quiet()
    .run()?;

    let bound = folder.join(format!("{program}_bg.wasm"));
    if is_release {
        let files: Vec<&Path> = parts.split_modules.iter().map(PathBuf::as_path).collect();
        optimise(&[&files[..], &[&bound]].concat())?;
    }

    let mut loaders = fs::read_to_string(folder.join(LINK))?;
    let chunks = write(staging, &parts, &mut loaders)?;
    let script = folder.join(format!("{program}.js"));
    let joined = join(&fs::read_to_string(&script)?, &loaders)?;
    fs::write(&script, joined)?;
    Ok(Split {
        main: fs::read(bound)?,
        chunks,
        folder,
        script,
    })
}

/// Writes the parts of the program into the site, those that are needed together into one file, and tells the loaders
/// where each lies.
fn write(staging: &Staging, split: &SplitWasm, loaders: &mut String) -> Result<Vec<ChunkFile>> {
    let chunks: BTreeMap<&String, &Vec<String>> = split.prefetch_map.iter().collect();
    let mut parts = Vec::new();
    for path in &split.split_modules {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let needs = |stems: &Vec<String>| u64::from(stems.iter().any(|other| *other == stem));
        let users = chunks.values().zip(0..);
        parts.push(Part {
            users: users.map(|(stems, place)| needs(stems) << place).sum(),
            bytes: fs::read(path)?,
            stem: stem.into_owned(),
        });
    }
    let mut files = Vec::new();
    for parcel in parcel::pack(parts) {
        let users = chunks.keys().zip(0..);
        let users = users.filter(|(_, place)| parcel.users >> place & 1 == 1);
        let users: Vec<String> = users.map(|(name, _)| name.to_string()).collect();
        let bytes: Vec<&[u8]> = parcel.parts.iter().map(|part| &part.bytes[..]).collect();
        let file = staging
            .write_hashed(&users.join("-"), "wasm", &bytes.concat())?
            .file;
        let mut start = 0;
        for part in &parcel.parts {
            let end = start + part.bytes.len();
            let fetch = format!("fetch(new URL(\"./{}.wasm\", import.meta.url))", part.stem);
            let source = format!("fetchPart(\"{file}\", {start}, {end})");
            *loaders = replaced_once(loaders, &fetch, &source)?;
            start = end;
        }
        files.push(ChunkFile {
            file,
            users,
            size: parcel.size,
        });
    }
    Ok(files)
}

/// Makes WebAssembly files as small as `wasm-opt` can, in place, as many at a time as the machine has cores: there are some
/// three hundred.
fn optimise(files: &[&Path]) -> Result<()> {
    files.par_iter().try_for_each(|file| optimise_file(file))
}

fn optimise_file(file: &Path) -> Result<()> {
    // Most files are done long before it pays to optimise the tool itself, which is WebAssembly too.
    let output = Command::new("node")
        .arg("--liftoff-only")
        .arg(project::npm("binaryen/bin/wasm-opt"))
        .arg("-Oz")
        .arg(file)
        .arg("--output")
        .arg(file)
        .output()
        .context("wasm-opt cannot be run")?;
    // It warns of names that it does not know and leaves out; that is no news.
    ensure!(
        output.status.success(),
        "wasm-opt failed on {}: {}",
        file.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

/// Puts the loaders into the script: no further file to load, no circle of imports between the two, and chunks come
/// from where the page's other files come from.
fn join(script: &str, loaders: &str) -> Result<String> {
    let exported = loaders
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split(' ').next());
    let exported = exported.collect::<Vec<_>>().join(", ");
    let import = "import { initSync } from \"./main.js\";\n";
    let loaders = replaced_once(loaders, import, "")?;
    let loaders = replaced_once(&loaders, "initSync(undefined, undefined)", "wasm")?
        .replace("export const ", "const ")
        // As wasm-bindgen loads the main part, whatever type the server sends.
        .replace(
            "WebAssembly.instantiateStreaming(src, imports)",
            "__wbg_load(await src, imports)",
        );
    ensure!(
        script.contains("async function __wbg_load(module, imports)"),
        "wasm-bindgen's script has no function that loads a module"
    );
    // The loaders are constants, so they and what stands for the imports come last.
    let mut joined = String::from("import { fetchPart } from \"modules\";\n");
    let mut imports = String::new();
    for line in script.lines() {
        match line
            .strip_prefix("import * as ")
            .and_then(|rest| rest.split_once(' '))
        {
            Some((name, from)) if from.contains(LINK) => {
                imports += &format!("const {name} = {{ {exported} }};\n");
            }
            _ => joined += &format!("{line}\n"),
        }
    }
    ensure!(
        !imports.is_empty(),
        "wasm-bindgen's script imports no loaders"
    );
    Ok(joined + &loaders + &imports)
}

/// Replaces what must be there exactly once.
fn replaced_once(text: &str, from: &str, to: &str) -> Result<String> {
    let count = text.matches(from).count();
    ensure!(count == 1, "{count} times instead of once: {from}");
    Ok(text.replace(from, to))
}
