//! The project's own commands, so that `cargo` is the only tool a person has to know.

mod audit;
mod bench;
mod budget;
mod debian;
mod engine;
mod environment;
mod html;
mod links;
mod lints;
mod npm;
mod product;
mod project;
mod readers;
mod shots;
mod site;
mod steps;
mod sysroot;
mod test;
mod tool;
mod visits;
mod wasm_target;

use std::process::ExitCode;

use clap::Parser;

/// The project's own commands.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
enum Command {
    /// Show the explorer on this machine and rebuild it on every change
    Serve,
    /// Build the site for release into dist/
    Build,
    /// Check the data of this repository, or a file of somebody else's, and nothing else
    Check(product::Arguments),
    /// Ask whether the addresses in the data still answer, which needs a network
    Links(links::Options),
    /// Rewrite the file of a data set of an older format in this one
    Migrate(product::Arguments),
    /// Search the data as the page does, or judge how well searches are answered
    Search(product::Arguments),
    /// Join the data into what the page loads (Trunk runs this)
    Bundle,
    /// Finish what Trunk has built: names by content, pages without scripts (Trunk runs this)
    Finish,
    /// Pack the site in dist/ in another form, into target/package/
    Package(product::Arguments),
    /// Run every check: formatting, lints, native tests, data, WebAssembly, HTML, three browsers
    Test(test::Options),
    /// Have the W3C's checker, Lighthouse and those that read what is taken away judge the site in dist/, and hold the search
    /// against others
    Audit(audit::Options),
    /// Take screenshots of the built site into target/shots/
    Shots(shots::Options),
    /// Measure in Chromium how long a reader waits, on the whole page of the site in dist/
    Bench(bench::Options),
    /// Print the environment in which plain `trunk` works: eval "$(cargo xtask env)"
    Env,
}

fn main() -> ExitCode {
    match run(&Command::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> anyhow::Result<()> {
    let sh = project::shell()?;
    match command {
        Command::Serve => site::serve(&sh),
        Command::Build => site::build(&sh),
        Command::Check(options) => product::check(&sh, options),
        Command::Links(options) => links::check(options),
        Command::Migrate(options) => product::migrate(&sh, options),
        Command::Search(options) => product::search(&sh, options),
        Command::Bundle => product::bundle(&sh),
        Command::Finish => product::finish(&sh),
        Command::Package(options) => product::package(&sh, options),
        Command::Test(options) => test::run(&sh, options),
        Command::Audit(options) => audit::run(&sh, options),
        Command::Shots(options) => shots::take(&sh, options),
        Command::Bench(options) => bench::run(&sh, options),
        Command::Env => environment::print(&sh),
    }
}
