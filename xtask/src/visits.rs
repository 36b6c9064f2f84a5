//! What the browser tests say of themselves in `target/failures/visits-<engine>.jsonl`: their times, and which were flaky.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;
use xshell::Shell;

use crate::engine::Engine;
use crate::project;

/// So many of the slowest tests are named.
const SLOWEST: usize = 10;

/// A visit of a test to the page; a test may make several.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Visit {
    test: String,
    seconds: f64,
    /// The message of the first failure of a visit that passed the second time.
    first_failure: Option<String>,
}

/// Removes the reports and pictures of an earlier run.
pub fn clear(sh: &Shell) -> Result<()> {
    Ok(sh.remove_path("target/failures")?)
}

/// The lines to print below an engine's row: flaky tests, seconds by file, and the slowest tests.
pub fn summary(engine: Engine) -> Result<Vec<String>> {
    let name = format!("target/failures/visits-{}.jsonl", engine.name());
    let path = project::root().join(&name);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = fs::read_to_string(&path).with_context(|| format!("reading {name}"))?;
    lines(&text).with_context(|| format!("reading {name}"))
}

fn lines(visits: &str) -> Result<Vec<String>> {
    let mut by_file = BTreeMap::<String, f64>::new();
    let mut by_test = BTreeMap::<String, f64>::new();
    let mut lines = Vec::new();
    for line in visits.lines() {
        let visit: Visit = serde_json::from_str(line)?;
        let file = visit.test.split("::").next().unwrap_or_default();
        *by_file.entry(file.to_owned()).or_default() += visit.seconds;
        if let Some(message) = visit.first_failure {
            lines.push(format!("FLAKY {}: {message}", visit.test));
        }
        *by_test.entry(visit.test).or_default() += visit.seconds;
    }
    lines.push(format!("seconds by file: {}", slowest(by_file, usize::MAX)));
    lines.push(format!("slowest tests: {}", slowest(by_test, SLOWEST)));
    Ok(lines)
}

/// The entries with the most seconds, the slowest first.
fn slowest(seconds: BTreeMap<String, f64>, limit: usize) -> String {
    let mut entries: Vec<_> = seconds.into_iter().collect();
    entries.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    entries.truncate(limit);
    let entries: Vec<_> = entries
        .iter()
        .map(|(name, seconds)| format!("{name} {seconds:.1}"))
        .collect();
    entries.join(", ")
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn times_are_added_up_and_flaky_tests_are_named() {
        let visits = [
            r#"{"test":"game::a","seconds":1.5,"firstFailure":null}"#,
            r#"{"test":"search::b","seconds":4.0,"firstFailure":"too late"}"#,
            r#"{"test":"game::a","seconds":1.0,"firstFailure":null}"#,
        ];
        let expected = [
            "FLAKY search::b: too late",
            "seconds by file: search 4.0, game 2.5",
            "slowest tests: search::b 4.0, game::a 2.5",
        ];
        assert_eq!(
            lines(&visits.join("\n")).ok(),
            Some(expected.map(str::to_owned).to_vec())
        );
        let good = lines(visits[0]).unwrap_or_default();
        assert!(!good.concat().contains("FLAKY"), "{good:?}");
    }
}
