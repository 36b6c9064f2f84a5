//! Builds the page and shows it.

use std::env;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::{environment, project};

/// Where `serve` looks for a free port first.
const FIRST_PORT: u16 = 8080;

/// Builds the release site in `dist/`.
pub fn build(sh: &Shell) -> Result<()> {
    environment::make_ready(sh)?;
    trunk(sh, &["build", "--release"])
}

/// An error, with the line to type, unless there is a built site.
pub fn ensure_built() -> Result<()> {
    if !project::root().join("dist/index.html").exists() {
        bail!("there is no site in dist/ yet. Type:\n  cargo xtask build");
    }
    Ok(())
}

/// Builds the page, serves it on this machine alone, and rebuilds it on every change.
pub fn serve(sh: &Shell) -> Result<()> {
    environment::make_ready(sh)?;
    let port = free_port()?.to_string();
    println!("The explorer is at http://127.0.0.1:{port}/ once it is built; Ctrl-C ends it.");
    let mut arguments = vec!["serve", "--address", "127.0.0.1", "--port", &port];
    // The machine's other names are of no use: nothing else can reach this address.
    arguments.push("--disable-address-lookup=true");
    if has_display() {
        arguments.push("--open");
    }
    trunk(sh, &arguments)
}

/// The address under which the site will be found, with a slash at the end: `SITE_URL`, else where GitHub Pages would
/// put the repository that this is a checkout of. It is needed only for what must name a full address: the site map, the
/// pictures that others show of a page.
pub fn address(sh: &Shell) -> Option<String> {
    if let Some(url) = env::var("SITE_URL").ok().filter(|url| !url.is_empty()) {
        return Some(format!("{}/", url.trim_end_matches('/')));
    }
    let origin = cmd!(sh, "git remote get-url origin")
        .quiet()
        .ignore_stderr()
        .read()
        .ok()?;
    let (_, path) = origin.trim_end_matches(".git").split_once("github.com")?;
    let (owner, name) = path.trim_start_matches([':', '/']).split_once('/')?;
    let host = format!("{}.github.io", owner.to_lowercase());
    if name.eq_ignore_ascii_case(&host) {
        Some(format!("https://{host}/"))
    } else {
        Some(format!("https://{host}/{name}/"))
    }
}

fn trunk(sh: &Shell, arguments: &[&str]) -> Result<()> {
    // Trunk takes NO_COLOR for a switch of its own and refuses the usual value, 1.
    cmd!(sh, "trunk {arguments...}")
        .env_remove("NO_COLOR")
        .quiet()
        .run()?;
    Ok(())
}

fn free_port() -> Result<u16> {
    (FIRST_PORT..FIRST_PORT + 100)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .context("no port from 8080 to 8179 is free on 127.0.0.1")
}

fn has_display() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some())
}
