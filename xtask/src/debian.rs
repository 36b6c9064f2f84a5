//! Installs packages of the system where that is Debian or one of its kin.

use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, bail};
use xshell::{Cmd, Shell, cmd};

/// Installs those of `packages` that are missing, for `purpose`.
///
/// # Errors
///
/// Where this is no Debian, or we may not install, or a package cannot be had: a sentence with
/// the line to type.
pub fn install(sh: &Shell, packages: &[&str], purpose: &str) -> Result<()> {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|name| !installed(sh, name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!(
        "sudo apt-get update && sudo apt-get install {}",
        missing.join(" ")
    );
    if which::which("apt-get").is_err() {
        bail!(
            "{purpose} is missing, and this system has no apt-get to install it with. \
             On Debian or Ubuntu the line would be:\n  {line}"
        );
    }
    let Some(sudo) = rights(sh) else {
        bail!(
            "{purpose} is missing, and installing it needs rights that we have not. Type:\n  {line}"
        );
    };
    eprintln!(
        "  {purpose}: installing {} (about half a minute)",
        missing.join(", ")
    );
    if let Err(error) = update_once(sh, sudo).and_then(|()| {
        let arguments = ["install", "-y", "-qq", "--no-install-recommends"];
        Ok(apt_get(sh, sudo).args(arguments).args(&missing).run()?)
    }) {
        bail!("{purpose} could not be installed ({error}). Type:\n  {line}");
    }
    Ok(())
}

/// Whether dpkg holds a package as installed.
pub fn installed(sh: &Shell, package: &str) -> bool {
    let format = "${db:Status-Status}";
    cmd!(sh, "dpkg-query -W -f {format} {package}")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok_and(|status| status == "installed")
}

/// How to become root: not at all when we are, `sudo` when it asks no password, else `None`.
fn rights(sh: &Shell) -> Option<&'static [&'static str]> {
    if cmd!(sh, "id -u").quiet().read().is_ok_and(|id| id == "0") {
        return Some(&[]);
    }
    let sudo = cmd!(sh, "sudo -n true")
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run();
    sudo.is_ok().then_some(&["sudo", "-n"])
}

fn apt_get<'a>(sh: &'a Shell, sudo: &[&str]) -> Cmd<'a> {
    // `env` carries the variable across sudo, which drops ours.
    let words = sudo
        .iter()
        .chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut words = words.copied();
    let program = words.next().unwrap_or("apt-get");
    sh.cmd(program).args(words).quiet().ignore_stdout()
}

fn update_once(sh: &Shell, sudo: &[&str]) -> Result<()> {
    static UPDATED: AtomicBool = AtomicBool::new(false);
    if !UPDATED.swap(true, Ordering::Relaxed) {
        apt_get(sh, sudo).args(["update", "-qq"]).run()?;
    }
    Ok(())
}
