//! The steps of making the site, which `cargo xtask` calls once it has made their tools ready.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use explorer_site::{
    bundle, check, finish, migrate, package, peers, project, release, search, take,
};

/// The steps of making the site.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
enum Command {
    /// Check the data of this repository, or a file of somebody else's, and nothing else
    Check(check::Options),
    /// Rewrite the file of a data set of an older format in this one
    Migrate {
        /// The file
        file: PathBuf,
    },
    /// Search the data as the page does, or judge how well searches are answered
    Search(search::Options),
    /// Have other searches answer the same queries, and say how well
    Peers,
    /// Join the data into what the page loads
    Bundle,
    /// Finish what Trunk has built: names by content, pages without scripts
    Finish,
    /// Fail unless there is a release in dist/
    EnsureRelease,
    /// Write references and dates of all records into a folder, as the page gives them to take away
    Take {
        /// The folder
        folder: PathBuf,
    },
    /// Pack the site in dist/ in another form, into target/package/
    Package(package::Options),
    /// Pack the site in every form that the browser tests open
    PackageAll,
    /// Hold the manifests of those packages against the XML schemas of their standards
    CheckManifests,
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
        Command::Check(options) => check::check(options),
        Command::Migrate { file } => migrate(file),
        Command::Search(options) => search::search(options),
        Command::Peers => peers(&sh),
        Command::Bundle => bundle::bundle(),
        Command::Finish => finish(&sh),
        Command::EnsureRelease => release::ensure(&project::root().join("dist")),
        Command::Take { folder } => take(folder.clone()),
        Command::Package(options) => package::package(&sh, options),
        Command::PackageAll => package::package_all(&sh),
        Command::CheckManifests => package::check_manifests(&sh),
    }
}
