//! No tracked file names a folder of somebody's machine: what it says would hold nowhere else.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use ignore::WalkBuilder;
use regex::Regex;

/// The absolute path of a home, temporary or build folder, on any system. What stands before it must not make it the
/// end of a longer path, of an address or of an element's name.
static MACHINE_PATH: LazyLock<Regex> = LazyLock::new(|| {
    let unix = "home|Users|root|tmp|usr/tmp|var/tmp|var/root|var/folders|private/tmp|private/var|dev/shm|mnt|media\
        |Volumes|work|workspaces?|builds?|github/workspace|__w";
    let windows = r"Users|Documents and Settings|Windows|Temp|tmp|a|build|builds|work|workspace";
    let pattern = format!(
        r#"(?m)(?:^|file://|[^\w.~/\\*$%<>@)\]}}-])((?:/(?:{unix})|(?i:[A-Z]:[\\/]+(?:{windows})))(?:[^\w-]|$))"#
    );
    Regex::new(&pattern).expect("a pattern that compiles")
});

/// The lines of a text that name such a folder, counted from 1.
fn lines_naming_a_machine(text: &str) -> Vec<usize> {
    let lines = text.lines().zip(1..);
    lines
        .filter(|(line, _)| MACHINE_PATH.is_match(line))
        .map(|(_, number)| number)
        .collect()
}

/// The files that git tracks; without git, as in an archive of the source, all that `.gitignore` does not name.
fn tracked_files(root: &Path) -> Vec<PathBuf> {
    let git = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root)
        .output();
    if let Ok(output) = git
        && output.status.success()
    {
        let names = String::from_utf8(output.stdout).expect("names of files in UTF-8");
        return names.split_terminator('\0').map(PathBuf::from).collect();
    }
    let mut walk = WalkBuilder::new(root);
    walk.hidden(false).require_git(false).parents(false);
    walk.filter_entry(|entry| entry.file_name() != ".git");
    walk.build()
        .map(|entry| entry.expect("a readable folder"))
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
        .map(|entry| {
            let path = entry.path().strip_prefix(root);
            path.expect("a path below the root").to_owned()
        })
        .collect()
}

#[test]
fn no_tracked_file_names_a_folder_of_a_machine() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = tracked_files(root);
    assert!(files.contains(&PathBuf::from("Cargo.toml")), "{files:?}");
    let mut found = Vec::new();
    for file in files.iter().filter(|file| !file.ends_with("Cargo.lock")) {
        // What is deleted but not yet committed is still listed; what is not text is not read by people.
        let Ok(text) = std::fs::read_to_string(root.join(file)) else {
            continue;
        };
        let lines = lines_naming_a_machine(&text);
        found.extend(
            lines
                .iter()
                .map(|line| format!("{}:{line}", file.display())),
        );
    }
    assert!(
        found.is_empty(),
        "these lines name a folder that is on one machine only:\n{}",
        found.join("\n")
    );
}

/// The test above can fail. `|` stands for a slash and `^` for a backslash, so that this file does not name what it
/// forbids.
#[test]
fn such_folders_are_recognised() {
    for line in [
        "|home|chan|explorer",
        "\"|Users|chan\"",
        "cd |root; ls",
        "rm -rf |tmp|stage",
        "PATH=|usr|bin:|work|bin",
        "(|var|folders|x1|T)",
        "file:|||home|chan|page.html",
        "C:^Users^Chan",
        "path = 'D:^^a^^explorer'",
        "c:|Temp|x",
        "|builds",
    ] {
        let line = line.replace('|', "/").replace('^', "\\");
        assert_eq!(lines_naming_a_machine(&line), [1], "{line}");
    }
    for line in [
        "https:||example.org|home|chan",
        "|target|",
        "cargo|tmp",
        "{root}|tmp|x",
        "$HOME|work",
        ".|build|x",
        "~|tmp",
        "<|root>",
        "|homes|x",
        "|work-items|1",
        "host:|var|www|explorer",
        "Type:\\n  cargo",
    ] {
        let line = line.replace('|', "/");
        assert!(lines_naming_a_machine(&line).is_empty(), "{line}");
    }
}
