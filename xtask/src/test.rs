//! Every check there is, in the order in which a fault is found soonest.

use anyhow::Result;
use clap::{Args, ValueEnum};
use xshell::{Shell, cmd};

use crate::engine::Engine;
use crate::steps::Steps;
use crate::{budget, engine, html, lints, npm, product, site, visits};

/// Which half of the checks.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Half {
    /// Formatting, lints, native tests and the data
    Native,
    /// The page, in browsers
    Browser,
}

/// What to test.
#[derive(Args)]
pub struct Options {
    /// Run one half only
    #[arg(long)]
    only: Option<Half>,
    /// Test in this browser only; may be repeated
    #[arg(long)]
    engine: Vec<Engine>,
    /// Run the browser tests on dist/ as it is
    #[arg(long)]
    no_build: bool,
    /// Run only the tests whose names contain this
    filter: Option<String>,
}

/// Runs the checks and tells of each how it went.
pub fn run(sh: &Shell, options: &Options) -> Result<()> {
    let mut steps = Steps::default();
    let filter = options.filter.as_deref();
    if options.only != Some(Half::Browser) {
        native(sh, filter, &mut steps);
    }
    if options.only != Some(Half::Native) {
        browser(sh, options, &mut steps);
    }
    steps.finish()
}

fn native(sh: &Shell, filter: Option<&str>, steps: &mut Steps) {
    steps.run("formatting", || lints::formatting(sh));
    steps.run("data", || {
        product::check(sh, &product::Arguments::default())
    });
    steps.run("lints", || lints::native(sh));
    steps.run("native tests", || {
        cmd!(
            sh,
            "cargo test --quiet --workspace --exclude browser-tests --no-fail-fast -- {filter...}"
        )
        .run()?;
        // The browsers' own tests have no browser here, but what the harness says of itself holds.
        cmd!(
            sh,
            "cargo test --quiet --package browser-tests --doc -- {filter...}"
        )
        .run()?;
        Ok(())
    });
}

fn browser(sh: &Shell, options: &Options, steps: &mut Steps) {
    if !options.no_build {
        if !steps.run("site for release", || site::build(sh)) {
            return;
        }
        steps.run("what the site weighs", budget::check);
        steps.run("packages", || {
            product::package_all(sh)?;
            budget::check_packages()
        });
        steps.run_if_ready(
            "manifests of packages",
            || product::make_schemas_ready(sh),
            || product::check_manifests(sh),
        );
        steps.run("lints of the browser's part", || lints::browser(sh));
        steps.run_if_ready("HTML", || html::make_ready(sh), || html::check(sh));
    }
    let engines = if options.engine.is_empty() {
        &Engine::ALL[..]
    } else {
        &options.engine
    };
    if !steps.run("compiling the browser tests", || compile(sh)) {
        return;
    }
    for &engine in engines {
        let name = format!("browser tests in {}", engine.name());
        let work = || in_browser(sh, engine, options.filter.as_deref());
        steps.run_if_ready(&name, || make_ready(sh, engine), work);
        match visits::summary(engine) {
            Ok(lines) => steps.add_details(lines),
            Err(error) => steps.add_details(vec![format!("{error:#}")]),
        }
    }
}

fn make_ready(sh: &Shell, engine: Engine) -> Result<()> {
    engine.make_ready(sh)?;
    engine::make_fonts_ready(sh);
    npm::AXE.make_ready(sh)?;
    npm::IFRAME_RESIZER.make_ready(sh)?;
    npm::SCORM_RUNTIME.make_ready(sh)
}

/// Compiles the browser tests, so that an engine's time is that of its tests.
fn compile(sh: &Shell) -> Result<()> {
    visits::clear(sh)?;
    cmd!(
        sh,
        "cargo test --quiet --package browser-tests --test suite --no-run"
    )
    .run()?;
    Ok(())
}

/// The tests of the page as it was built, in one browser.
fn in_browser(sh: &Shell, engine: Engine, filter: Option<&str>) -> Result<()> {
    cmd!(
        sh,
        "cargo test --quiet --package browser-tests --test suite -- {filter...}"
    )
    .env("ENGINE", engine.name())
    .run()?;
    Ok(())
}
