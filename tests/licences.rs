//! Every dependency may be used under a licence that we accept, and everything of ours says its own.

use cargo_metadata::{Metadata, MetadataCommand};
use spdx::{Expression, ParseMode};

/// The licences that we accept, by their SPDX names: they ask for no more than that their notice goes along, which
/// `THIRD-PARTY-NOTICES.txt` in the site does for what is shipped.
const ACCEPTED: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
/// The licence of our own crates.
const OURS: &str = "MIT OR Apache-2.0";

/// Whether a licence, as a manifest has it, can be chosen so that we accept it.
fn is_accepted(licence: &str) -> bool {
    // Older manifests write a slash for OR.
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| {
        // An exception allows more than the licence that it is added to.
        expression.evaluate(|part| {
            let id = part.license.id();
            id.is_some_and(|id| ACCEPTED.contains(&id.name))
        })
    })
}

/// The whole graph: all platforms, tests and commands as well.
fn metadata() -> Metadata {
    let mut command = MetadataCommand::new();
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.exec().expect("what cargo metadata says")
}

#[test]
fn each_dependency_has_a_licence_that_we_accept() {
    let metadata = metadata();
    let mut refused = Vec::new();
    for package in &metadata.packages {
        let licence = package.license.as_deref().unwrap_or("no licence");
        let is_ours = package.source.is_none();
        if !is_accepted(licence) || (is_ours && licence != OURS) {
            refused.push(format!("{} {}: {licence}", package.name, package.version));
        }
    }
    assert!(
        refused.is_empty(),
        "crates whose licence we do not accept (tests/licences.rs has the list; ours are {OURS}):\n{}",
        refused.join("\n")
    );
}

#[test]
fn expressions_are_weighed_as_a_whole() {
    for licence in [
        "MIT",
        "MIT/Apache-2.0",
        "MIT OR GPL-3.0-only",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(is_accepted(licence), "{licence}");
    }
    for licence in [
        "",
        "no licence",
        "GPL-3.0-only",
        "MIT AND GPL-3.0-only",
        "LicenseRef-own",
    ] {
        assert!(!is_accepted(licence), "{licence}");
    }
}
