//! Splits the program into its main part and the chunks that are loaded when they are first needed, and joins what
//! loads them into the script that wasm-bindgen writes.
//!
//! Trunk runs wasm-bindgen on the whole program, which drops the relocations that the splitter needs. So the program as
//! cargo linked it is split here and wasm-bindgen is run once more, on the main part.

use std::collections::BTreeSet;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use wasm_split_cli_support::{Options, transform};
use xshell::{Shell, cmd};

use crate::assets::Staging;
use crate::project;

/// The module from which the split program imports its loaders. No such file is written: see `join`.
const LINK: &str = "./__wasm_split.js";
/// Chunks of fewer bytes than this are part of the script, which everybody loads: a request would cost more.
const SMALL: usize = 512;

/// The program in parts.
pub struct Split {
    /// The folder with the script and its snippets.
    pub folder: PathBuf,
    /// The script that loads the program.
    pub script: PathBuf,
    /// The main part.
    pub main: Vec<u8>,
    /// The files that were written for the chunks, without those so small that they are part of the script.
    pub chunks: Vec<ChunkFile>,
}

/// A file of one chunk, or of several that share it.
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
    let mut chunks = Vec::new();
    for part in &parts.split_modules {
        let stem = part.file_stem().unwrap_or_default().to_string_lossy();
        let needs = |(name, stems): (&String, &Vec<String>)| {
            stems.contains(&stem.to_string()).then(|| name.clone())
        };
        let users: BTreeSet<String> = parts.prefetch_map.iter().filter_map(needs).collect();
        let users: Vec<String> = users.into_iter().collect();
        let bytes = fs::read(part)?;
        let source = if bytes.len() < SMALL {
            format!("smallChunk(\"{}\")", STANDARD.encode(&bytes))
        } else {
            let file = staging.write_hashed(&users.join("-"), "wasm", &bytes)?.file;
            let source = format!("fetchChunk(\"{file}\")");
            let size = bytes.len();
            chunks.push(ChunkFile { file, users, size });
            source
        };
        let fetch = format!("fetch(new URL(\"./{stem}.wasm\", import.meta.url))");
        loaders = replaced_once(&loaders, &fetch, &source)?;
    }
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

/// Makes WebAssembly files as small as `wasm-opt` can, in place, as many at a time as the machine has cores: there are over
/// a hundred.
fn optimise(files: &[&Path]) -> Result<()> {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            optimise_file(file)?;
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let results = workers.into_iter().map(|worker| {
            let stopped = |_| Err(anyhow!("what runs wasm-opt has stopped"));
            worker.join().unwrap_or_else(stopped)
        });
        results.collect()
    })
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
    let mut joined = String::from("import { fetchChunk, smallChunk } from \"modules\";\n");
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
