//! Builds Rust's standard library for the browser from sources that a compiler's package brings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use rustc_build_sysroot::{BuildMode, SysrootBuilder, SysrootConfig, rustc_sysroot_src};
use xshell::{Shell, cmd};

use crate::{debian, project};

/// The packages of a compiler that Debian keeps current for its browsers, with its sources.
const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// A standard library for the browser, and the compiler it belongs to.
pub struct Sysroot {
    /// The compiler that built it: no other can use it.
    pub rustc: PathBuf,
    /// The cargo of that compiler.
    pub cargo: PathBuf,
    /// The linker for WebAssembly.
    pub linker: PathBuf,
    /// Where it is, as `--sysroot` wants it.
    pub folder: PathBuf,
}

/// Finds a compiler that has its sources beside it, or installs one, and builds the library for `triple` once.
pub fn make_ready(sh: &Shell, triple: &str) -> Result<Sysroot> {
    let (rustc, cargo) = match compiler_with_sources() {
        Some(found) => found,
        None => {
            debian::install(sh, &PACKAGES, "a Rust compiler with its sources")?;
            compiler_with_sources().context("the installed compiler has no sources beside it")?
        }
    };
    let linker = linker(sh)?;
    let folder = project::tools().join("sysroot");
    if folder.to_string_lossy().contains(char::is_whitespace) {
        bail!(
            "the path {} has a space in it, which cargo's flags cannot carry",
            folder.display()
        );
    }
    fs::create_dir_all(&folder)?;
    let mut command = Command::new(&cargo);
    // The library's sources use unstable features; only this one build may.
    command
        .env("RUSTC", &rustc)
        .env("RUSTC_BOOTSTRAP", "1")
        .stdin(Stdio::null());
    SysrootBuilder::new(&folder, triple)
        .build_mode(BuildMode::Build)
        .sysroot_config(SysrootConfig::WithStd {
            std_features: Vec::new(),
        })
        // Link-time optimisation reads the bitcode.
        .rustflags(["-Cembed-bitcode=yes"])
        .cargo(command)
        .when_build_required(|| {
            eprintln!("  Rust's library for the browser: building, about a minute");
        })
        .build_from_source(&rustc_sysroot_src(Command::new(&rustc))?)
        .context("building Rust's library for the browser")?;
    Ok(Sysroot {
        rustc,
        cargo,
        linker,
        folder,
    })
}

/// The default compiler or the system's, whichever has sources; with the cargo beside it.
fn compiler_with_sources() -> Option<(PathBuf, PathBuf)> {
    let default = which::which("rustc").ok();
    default
        .into_iter()
        .chain([PathBuf::from("/usr/bin/rustc")])
        .find_map(|rustc| {
            let cargo = rustc.with_file_name("cargo");
            let sources = rustc_sysroot_src(Command::new(&rustc)).ok()?;
            (sources.join("std/Cargo.toml").exists() && cargo.exists()).then_some((rustc, cargo))
        })
}

/// rustup's own linker, else the system's, else one from a package.
fn linker(sh: &Shell) -> Result<PathBuf> {
    let installed = || {
        Some(rustup_linker(sh)?)
            .filter(|path| path.exists())
            .or_else(system_linker)
    };
    if let Some(linker) = installed() {
        return Ok(linker);
    }
    debian::install(sh, &["lld-22"], "a linker for WebAssembly")?;
    installed().context("no linker for WebAssembly (rust-lld or wasm-ld) was found")
}

fn rustup_linker(sh: &Shell) -> Option<PathBuf> {
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read().ok()?;
    let host = cmd!(sh, "rustc --print host-tuple")
        .quiet()
        .ignore_stderr()
        .read()
        .ok()?;
    Some(
        Path::new(&sysroot)
            .join("lib/rustlib")
            .join(host)
            .join("bin/rust-lld"),
    )
}

/// The newest of the versions that stand beside each other; those before 19 know too little.
fn system_linker() -> Option<PathBuf> {
    (19..40)
        .rev()
        .find_map(|version| which::which(format!("wasm-ld-{version}")).ok())
}
