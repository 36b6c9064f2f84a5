//! No files of a crate name each other in a circle, so that each can be read after those that it stands on.

mod module_graph;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use module_graph::Crate;

/// The crates, by their roots, with what is left out of each, and how many files each has at least.
const CRATES: [(&str, &[&str], usize); 5] = [
    ("crates/core/src/lib.rs", &[], 40),
    ("crates/site/src/lib.rs", &[], 15),
    ("crates/site/src/main.rs", &[], 1),
    // Its components are drawn from one another.
    ("src/lib.rs", &["ui"], 1),
    ("xtask/src/main.rs", &[], 15),
];

#[test]
fn no_files_name_each_other_in_a_circle() {
    for (root, skipped, least) in CRATES {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let all = Crate::read(root, skipped, &|file| {
            fs::read_to_string(here.join(file)).ok()
        });
        assert!(all.files() >= least, "{root}: {} files", all.files());
        if let Some(circle) = all.circle() {
            panic!("a circle of imports in the crate of {root}:\n{circle}");
        }
    }
}

/// What is said of a crate of these files.
fn circle(files: &[(&str, &str)]) -> Option<String> {
    let files: BTreeMap<&str, &str> = files.iter().copied().collect();
    let read = |file: &str| files.get(file).map(|text| (*text).to_owned());
    Crate::read("src/lib.rs", &[], &read).circle()
}

#[test]
fn a_circle_is_found_through_what_a_folder_hands_on() {
    let found = circle(&[
        ("src/lib.rs", "mod shape; mod other;"),
        (
            "src/shape/mod.rs",
            "mod line; mod point; pub use line::Line; pub(crate) use point::{Point as Dot, origin};",
        ),
        (
            "src/shape/line.rs",
            "use super::{Dot, Line}; struct L(Dot);",
        ),
        (
            "src/shape/point.rs",
            "fn f() { g(vec![crate::shape::line::Line::new()]) }",
        ),
        ("src/other.rs", "use crate::shape::Line;"),
    ]);
    let told = "src/shape/line.rs names src/shape/point.rs, by super::Dot\n\
                src/shape/point.rs names src/shape/line.rs, by crate::shape::line::Line::new";
    assert_eq!(found.as_deref(), Some(told));
}

#[test]
fn a_circle_of_three_is_found_and_so_is_one_of_a_folder_and_its_files() {
    let three = circle(&[
        ("src/lib.rs", "mod a; mod b; mod c;"),
        ("src/a.rs", "use crate::b;"),
        ("src/b.rs", "use super::c::*;"),
        ("src/c.rs", "macro_rules! m { () => { $crate::a::A } }"),
    ]);
    assert_eq!(three.map(|told| told.lines().count()), Some(3));
    let folder = circle(&[
        ("src/lib.rs", "mod a;"),
        ("src/a/mod.rs", "mod b; const C: u8 = 1; fn f() { b::f() }"),
        ("src/a/b.rs", "pub fn f() -> u8 { super::C }"),
    ]);
    assert_eq!(folder.map(|told| told.lines().count()), Some(2));
}

#[test]
fn folders_are_held_as_well_as_files() {
    let found = circle(&[
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a/mod.rs", "mod low; mod high;"),
        ("src/a/low.rs", ""),
        ("src/a/high.rs", "use crate::b::B;"),
        ("src/b.rs", "use crate::a::low::Low;"),
    ]);
    assert_eq!(
        found.as_deref(),
        Some("a names b, by crate::b::B\nb names a, by crate::a::low::Low")
    );
}

#[test]
fn what_only_looks_like_a_circle_is_none() {
    let found = circle(&[
        ("src/lib.rs", "mod a; mod b; pub use a::A;"),
        (
            "src/a.rs",
            "//! See [`crate::b::B`].\nuse std::b::B; use serde::b as c;\nfn a() { \"crate::b::B\"; x.b::<u8>(); b::B }\n\
             mod tests { use super::*; }",
        ),
        ("src/b.rs", "use crate::a::A; use crate::A as Again;"),
    ]);
    assert_eq!(found, None);
}
