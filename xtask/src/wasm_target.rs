//! Makes sure that Rust can compile to WebAssembly here, with the network or without.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::project;
use crate::sysroot::{self, Sysroot};

/// The target's name.
pub const TRIPLE: &str = "wasm32-unknown-unknown";

/// Without a network rustup tries for minutes; with one it answers within this.
const RUSTUP_PATIENCE: Duration = Duration::from_secs(20);

/// For so long rustup is not asked again after it failed.
const RUSTUP_PAUSE: Duration = Duration::from_secs(24 * 60 * 60);

/// Finds or installs the target: the compiler's own, rustup's, or one built from the system's
/// sources, in this order.
pub fn make_ready(sh: &Shell) -> Result<()> {
    if compiler_has_it(sh) || add_with_rustup(sh)? {
        return remove_shim();
    }
    match sysroot::make_ready(sh, TRIPLE) {
        Ok(sysroot) => write_shim(&sysroot),
        Err(error) => bail!(
            "Rust cannot compile to WebAssembly here: {error:#}\n\
             With a network, this is the line to type:\n  rustup target add {TRIPLE}"
        ),
    }
}

/// The folder for `PATH` that holds our stand-in for `cargo`, where one is needed.
pub fn shim_folder() -> PathBuf {
    project::tools().join("cargo")
}

/// Whether the compiler that cargo uses by default has the target.
pub fn compiler_has_it(sh: &Shell) -> bool {
    cmd!(sh, "rustc --print target-libdir --target {TRIPLE}")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok_and(|folder| Path::new(&folder).exists())
}

fn add_with_rustup(sh: &Shell) -> Result<bool> {
    let failure = project::tools().join("rustup-failed");
    let failed_lately = fs::metadata(&failure)
        .and_then(|file| file.modified())
        .is_ok_and(|time| time.elapsed().is_ok_and(|age| age < RUSTUP_PAUSE));
    if failed_lately || which::which("rustup").is_err() {
        return Ok(false);
    }
    eprintln!("  {TRIPLE} (Rust's target for the browser): asking rustup, up to 20 seconds");
    let mut rustup = Command::new("rustup")
        .args(["target", "add", TRIPLE])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("starting rustup")?;
    let start = Instant::now();
    while rustup.try_wait()?.is_none() {
        if start.elapsed() > RUSTUP_PATIENCE {
            rustup.kill()?;
            rustup.wait()?;
            break;
        }
        sleep(Duration::from_millis(100));
    }
    if compiler_has_it(sh) {
        return Ok(true);
    }
    eprintln!("  rustup could not add it; not asking again for a day");
    fs::create_dir_all(project::tools())?;
    fs::write(failure, "Delete this file to have rustup asked again.\n")?;
    Ok(false)
}

/// Puts a stand-in for `cargo` before the real one that compiles for the browser with the
/// compiler the sysroot was made for, and leaves all else alone. So plain `trunk` works too, and
/// what its hooks compile natively is not compiled again by another compiler.
fn write_shim(sysroot: &Sysroot) -> Result<()> {
    let folder = shim_folder();
    let others = std::env::var_os("PATH").unwrap_or_default();
    let others: Vec<PathBuf> = std::env::split_paths(&others)
        .filter(|path| *path != folder)
        .collect();
    let cargo = which::which_in(
        "cargo",
        Some(std::env::join_paths(others)?),
        project::root(),
    )?;
    let script = format!(
        "#!/bin/sh\n\
         # Written by `cargo xtask`: compiles for the browser with a compiler that can.\n\
         case \" $* \" in\n\
         *' --target={TRIPLE} '* | *' --target {TRIPLE} '*)\n\
         \texport RUSTC='{rustc}'\n\
         \texport CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='--sysroot={folder}'\n\
         \texport CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER='{linker}'\n\
         \texec '{sysroot_cargo}' \"$@\"\n\
         \t;;\n\
         esac\n\
         exec '{cargo}' \"$@\"\n",
        rustc = sysroot.rustc.display(),
        folder = sysroot.folder.display(),
        linker = sysroot.linker.display(),
        sysroot_cargo = sysroot.cargo.display(),
        cargo = cargo.display(),
    );
    fs::create_dir_all(&folder)?;
    let path = folder.join("cargo");
    fs::write(&path, script)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

fn remove_shim() -> Result<()> {
    let folder = shim_folder();
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}
