//! The notices of what others wrote and the site ships, in one text file beside the page.

mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, TargetKind};

use self::work::{Work, spdx_texts};
use crate::assets::Staging;
use crate::project;

/// The file's name in the site, and in archives of it.
pub const FILE: &str = "THIRD-PARTY-NOTICES.txt";
/// The crate that is compiled into the page, and for what.
const PROGRAM: (&str, &str) = ("hong-kong-ai-explorer", "wasm32-unknown-unknown");
/// Crates from which data is copied into the site: the Simplified forms of Traditional characters.
const DATA: [&str; 1] = ["ferrous-opencc"];
/// Packages of npm that are joined into the scripts of packages for learning platforms.
const SCRIPTS: [&str; 1] = ["fzstd"];
/// What stands above all notices.
const INTRODUCTION: &str = "\
Third-party notices of the Hong Kong AI Explorer

The explorer is made of the work of its contributors and of the works listed here, each with its licence. Below the list
stand the texts of these licences, each with the works that come with it. Where a work offers several licences, one of
them suffices. The list is that of the crates that the compiler is given for the page, macros included; not all of each
remains in the program. At its end stand the works that are joined into the scripts of archives and of the edition in one
file.
";
/// The compiler links it into every program, and Cargo does not list it.
const STANDARD_LIBRARY: (&str, &str) = (
    "Rust's standard library (MIT OR Apache-2.0), by The Rust Project contributors, https://github.com/rust-lang/rust",
    "MIT OR Apache-2.0",
);
const RULE: &str =
    "--------------------------------------------------------------------------------";

/// Writes the notices into the site.
///
/// # Errors
/// What Cargo says where it cannot tell the dependencies, a licence that is not an SPDX expression, or a file that
/// cannot be read or written.
pub fn write(site: &Staging) -> Result<()> {
    let mut works = crates(&metadata()?)?;
    for package in SCRIPTS {
        works.push(Work::of_npm(&project::npm(package))?);
    }
    site.write(FILE, text(&works)?)
}

/// What Cargo knows of the packages that are compiled for the page's platform.
fn metadata() -> Result<Metadata> {
    let (_, platform) = PROGRAM;
    MetadataCommand::new()
        .current_dir(project::root())
        .other_options(["--filter-platform".to_owned(), platform.to_owned()])
        .exec()
        .context("cargo metadata does not tell what the page is made of")
}

/// The crates that are shipped.
fn crates(metadata: &Metadata) -> Result<Vec<Work>> {
    shipped(metadata)?.into_iter().map(Work::of_cargo).collect()
}

/// The list of works, then each text with the works that it comes with.
fn text(works: &[Work]) -> Result<String> {
    let mut list = format!("- {}\n", STANDARD_LIBRARY.0);
    let mut texts = Texts::default();
    for text in spdx_texts(STANDARD_LIBRARY.1)? {
        texts.add(text.to_owned(), "Rust's standard library");
    }
    for work in works {
        writeln!(list, "- {work}")?;
        for text in work.texts()? {
            texts.add(text, &work.name);
        }
    }
    let mut all = format!("{INTRODUCTION}\n{list}");
    for (text, names) in texts.0.values() {
        write!(
            all,
            "\n{RULE}\n{}:\n\n{}\n",
            names.join(", "),
            text.trim_end()
        )?;
    }
    Ok(all)
}

/// Texts of licences with the names of the works that they come with. Texts that differ only in how their lines are
/// broken are one.
#[derive(Default)]
struct Texts(BTreeMap<String, (String, Vec<String>)>);

impl Texts {
    fn add(&mut self, text: String, name: &str) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (_, names) = self.0.entry(words.join(" ")).or_insert((text, Vec::new()));
        // A work may bring one text twice.
        if names.last().is_none_or(|last| last != name) {
            names.push(name.to_owned());
        }
    }
}

/// The packages of others that the program is compiled from, and those whose data the site has, by name.
///
/// What a macro writes is part of the program, but what the macro itself is made of is not.
fn shipped(metadata: &Metadata) -> Result<Vec<&Package>> {
    let resolve = metadata.resolve.as_ref().context("no dependencies")?;
    let (program, _) = PROGRAM;
    let mut open = vec![&named(metadata, program)?.id];
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        let package = &metadata[id];
        let is_macro = package
            .targets
            .iter()
            .any(|target| target.is_kind(TargetKind::ProcMacro));
        if !found.insert(id) || is_macro {
            continue;
        }
        let normal = resolve[id].deps.iter().filter(|dependency| {
            let mut kinds = dependency.dep_kinds.iter();
            kinds.any(|kind| kind.kind == DependencyKind::Normal)
        });
        open.extend(normal.map(|dependency| &dependency.pkg));
    }
    for name in DATA {
        found.insert(&named(metadata, name)?.id);
    }
    // Our own have no source but this repository.
    let found = found.into_iter().map(|id| &metadata[id]);
    let mut others: Vec<&Package> = found.filter(|package| package.source.is_some()).collect();
    others.sort_by_key(|package| (&package.name, &package.version));
    Ok(others)
}

fn named<'a>(metadata: &'a Metadata, name: &str) -> Result<&'a Package> {
    let mut packages = metadata.packages.iter();
    packages
        .find(|package| package.name == name)
        .with_context(|| format!("Cargo knows of no package {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_work_that_is_shipped_has_a_text_and_no_other_is_named() {
        let metadata = metadata().expect("metadata");
        let text = text(&crates(&metadata).expect("works")).expect("notices");
        let (list, texts) = text.split_once(RULE).expect("a list and texts");
        let shipped = shipped(&metadata).expect("packages");
        for package in shipped {
            let name = format!("{} {}", package.name, package.version);
            assert!(list.contains(&format!("- {name} (")), "{name}");
            let heads = texts.lines().filter(|line| line.ends_with(':'));
            assert!(heads.into_iter().any(|line| line.contains(&name)), "{name}");
        }
        // What is compiled in; what only tests, commands or macros are made of; what is ours.
        for (name, is_shipped) in [
            ("Rust's standard library", true),
            ("leptos", true),
            ("wasm-bindgen", true),
            ("leptos_macro", true),
            ("ferrous-opencc", true),
            ("clap", false),
            ("proptest", false),
            ("synstructure", false),
            ("hong-kong-ai-explorer", false),
        ] {
            assert_eq!(list.contains(&format!("- {name} ")), is_shipped, "{name}");
        }
        assert!(texts.contains("Permission is hereby granted, free of charge"));
    }

    #[test]
    fn a_text_is_written_once_with_all_that_it_comes_with() {
        let mut texts = Texts::default();
        texts.add("Do as\nyou like.\n".to_owned(), "a 1.0.0");
        texts.add("Do as you like.".to_owned(), "b 1.0.0");
        texts.add("Do as you like.".to_owned(), "b 1.0.0");
        texts.add("Do not.".to_owned(), "c 1.0.0");
        let found: Vec<_> = texts.0.into_values().map(|(_, names)| names).collect();
        assert_eq!(found, [vec!["a 1.0.0", "b 1.0.0"], vec!["c 1.0.0"]]);
    }

    #[test]
    fn an_unknown_licence_is_told() {
        assert!(spdx_texts("MIT/Apache-2.0").is_ok_and(|texts| texts.len() == 2));
        for licence in ["", "See LICENSE", "LicenseRef-own"] {
            assert!(spdx_texts(licence).is_err(), "{licence}");
        }
    }
}
