//! Looks for barriers in the page with axe-core.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::engine::Engine;
use crate::page::Page;
use crate::project;

/// Every rule for WCAG A and AA and axe's own best practices, one entry a fault. axe leaves out by
/// itself what WCAG 2.2 has added, the size of targets, so it is asked for.
const RUN: &str = r"
    const done = arguments[arguments.length - 1];
    const rules = { 'target-size': { enabled: true } };
    axe.run(document, { resultTypes: ['violations'], rules }).then(
        ({ violations }) => done(violations.flatMap(({ id, help, nodes }) => nodes.map(
            ({ target, failureSummary }) => `${id}: ${help}\n    at ${target.join(' ')}\n    ${
                failureSummary.split('\n').slice(1).join('; ').trim()}`))),
        (error) => done([`axe failed: ${error}`]),
    );
";

/// Which of several languages or visits axe looks at in the engine of this run: all in Chromium, the first in the others.
/// Engines differ in how they draw a document and not in what it says, and axe takes seconds for each.
///
/// # Panics
/// No engine is named as it should be.
pub fn audited<T: Clone>(all: &[T]) -> Vec<T> {
    let engine = Engine::from_environment().expect("an engine");
    let count = if engine == Engine::Chromium {
        all.len()
    } else {
        1
    };
    all.iter().take(count).cloned().collect()
}

impl Page {
    /// The accessibility faults that axe finds in the page as it is now; none is as it should be.
    pub async fn axe(&self) -> Result<Vec<String>> {
        let path = project::path("target/tools/npm/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&path).with_context(|| {
            format!(
                "reading {}. Type:\n  cargo xtask test --only browser",
                path.display()
            )
        })?;
        self.driver().execute(source, Vec::new()).await?;
        let faults = self.driver().execute_async(RUN, Vec::new()).await?;
        let faults = faults
            .json()
            .as_array()
            .context("axe answered with something else")?;
        Ok(faults
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// Fails with a readable list when axe finds anything in the page as it is now.
    pub async fn assert_accessible(&self) -> Result<()> {
        let faults = self.axe().await?;
        assert!(
            faults.is_empty(),
            "axe found {}:\n{}",
            faults.len(),
            faults.join("\n")
        );
        Ok(())
    }
}
