//! The program that drives a browser for us, by WebDriver.

use std::net::{Ipv4Addr, TcpListener};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::engine::Engine;
use crate::group::Group;
use crate::locale;
use crate::project;
use crate::visit::Visit;

/// For so long a driver may take until it listens.
const PATIENCE: Duration = Duration::from_secs(30);

/// A driver that listens, and ends when dropped.
pub struct Driver {
    // Dropped in this order: the driver before the display it draws on.
    _driver: Group,
    _display: Option<Group>,
    port: u16,
}

impl Driver {
    /// Starts the driver of an engine.
    pub async fn start(engine: Engine, visit: &Visit) -> Result<Self> {
        let port = free_port()?;
        let number = port.to_string();
        let option = format!("--port={number}");
        let (driver, display) = match engine {
            Engine::Chromium => (Group::start(&["chromedriver", &option], &[])?, None),
            Engine::Firefox => {
                let program = geckodriver()?;
                // It would otherwise want a second fixed port for its browser's agent.
                let command = [
                    &program,
                    &*option,
                    "--websocket-port",
                    "0",
                    "--log",
                    "fatal",
                ];
                (Group::start(&command, &[])?, None)
            }
            Engine::Webkit => {
                let mut display = Group::start(
                    &[
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1920x1600x24",
                        "-nolisten",
                        "tcp",
                    ],
                    &[],
                )?;
                let screen = format!(":{}", display.first_line().context("starting Xvfb")?);
                let theme = if visit.dark {
                    "Adwaita:dark"
                } else {
                    "Adwaita"
                };
                let first = visit.languages.split(',').next().unwrap_or_default();
                let [folder, name] = &locale::environment(first)?;
                let mut environment = vec![
                    ("DISPLAY", &*screen),
                    ("GDK_BACKEND", "x11"),
                    ("GTK_THEME", theme),
                    (folder.0, &folder.1),
                    (name.0, &name.1),
                    // A container has no graphics card and no accessibility bus.
                    ("LIBGL_ALWAYS_SOFTWARE", "1"),
                    ("NO_AT_BRIDGE", "1"),
                ];
                if !visit.engine_as_it_comes {
                    // WebKitGTK 2.50 sometimes breaks off long WebAssembly runs while its last compiler takes over.
                    environment.push(("JSC_useOMGJIT", "false"));
                }
                let command = ["dbus-run-session", "--", "WebKitWebDriver", &option];
                (Group::start(&command, &environment)?, Some(display))
            }
        };
        wait_until_listening(port)
            .await
            .with_context(|| format!("starting {}'s driver", engine.name()))?;
        Ok(Self {
            _driver: driver,
            _display: display,
            port,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

fn geckodriver() -> Result<String> {
    let own = project::path("target/tools/bin/geckodriver");
    let path = if own.exists() {
        own
    } else {
        which::which("geckodriver").context("no geckodriver")?
    };
    path.into_os_string()
        .into_string()
        .ok()
        .context("geckodriver's path is not Unicode")
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

async fn wait_until_listening(port: u16) -> Result<()> {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port))
        .await
        .is_err()
    {
        if start.elapsed() > PATIENCE {
            bail!(
                "nothing listened on port {port} within {} seconds",
                PATIENCE.as_secs()
            );
        }
        sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}
