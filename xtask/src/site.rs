//! Builds the page and shows it.

use std::env;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::environment;

/// Where `serve` looks for a free port first.
const FIRST_PORT: u16 = 8080;
/// Where `serve` builds, so that `dist/` never holds anything but a release.
const SERVED: &str = "target/serve";

/// Builds the release site in `dist/`.
pub fn build(sh: &Shell) -> Result<()> {
    environment::make_ready(sh)?;
    trunk(sh, &["build", "--release"])
}

/// Builds the page, serves it on this machine alone, and rebuilds it on every change.
pub fn serve(sh: &Shell) -> Result<()> {
    environment::make_ready(sh)?;
    let port = free_port()?.to_string();
    println!("The explorer is at http://127.0.0.1:{port}/ once it is built; Ctrl-C ends it.");
    let mut arguments = vec!["serve", "--dist", SERVED];
    arguments.extend(["--address", "127.0.0.1", "--port", &port]);
    // The machine's other names are of no use: nothing else can reach this address.
    arguments.push("--disable-address-lookup=true");
    if has_display() {
        arguments.push("--open");
    }
    trunk(sh, &arguments)
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
