//! Steps that are run one after another, timed, and told about in a table at the end.

use std::env;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How a step went.
enum Outcome {
    Passed,
    Skipped,
    Failed,
}

struct Step {
    name: String,
    outcome: Outcome,
    duration: Duration,
    remark: String,
    details: Vec<String>,
}

/// What has been run so far. A failed step does not keep the others from running.
#[derive(Default)]
pub struct Steps {
    steps: Vec<Step>,
}

impl Steps {
    /// Runs one step, and says whether it passed.
    pub fn run(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        self.run_if_ready(name, || Ok(()), work)
    }

    /// Runs one step that needs something made ready first. Where that cannot be had the step is
    /// not run, which is a failure where `CI` is `true`: nobody would read about it there.
    pub fn run_if_ready(
        &mut self,
        name: &str,
        make_ready: impl FnOnce() -> Result<()>,
        work: impl FnOnce() -> Result<()>,
    ) -> bool {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let must = env::var("CI").is_ok_and(|value| value == "true");
        let (outcome, error) = match make_ready() {
            Ok(()) => match work() {
                Ok(()) => (Outcome::Passed, None),
                Err(error) => (Outcome::Failed, Some(error)),
            },
            Err(error) if must => (Outcome::Failed, Some(error)),
            Err(error) => (Outcome::Skipped, Some(error)),
        };
        let remark = error.map(|error| format!("{error:#}")).unwrap_or_default();
        if !remark.is_empty() {
            eprintln!("{remark}");
        }
        let passed = matches!(outcome, Outcome::Passed);
        self.steps.push(Step {
            name: name.to_owned(),
            outcome,
            duration: start.elapsed(),
            remark: sentence(&remark),
            details: Vec::new(),
        });
        passed
    }

    /// Adds lines that the table shows below the last step.
    pub fn add_details(&mut self, lines: Vec<String>) {
        if let Some(step) = self.steps.last_mut() {
            step.details.extend(lines);
        }
    }

    /// Prints the table; an error when a step failed.
    pub fn finish(self) -> Result<()> {
        let width = self
            .steps
            .iter()
            .map(|step| step.name.chars().count())
            .max()
            .unwrap_or(0);
        println!("\n{:width$}  result  seconds", "step");
        for Step {
            name,
            outcome,
            duration,
            remark,
            details,
        } in &self.steps
        {
            let result = match outcome {
                Outcome::Passed => "passed",
                Outcome::Skipped => "not run",
                Outcome::Failed => "FAILED",
            };
            println!(
                "{}",
                format!(
                    "{name:width$}  {result:7} {:7.1}  {remark}",
                    duration.as_secs_f64()
                )
                .trim_end()
            );
            for line in details {
                println!("    {line}");
            }
        }
        let failed = self
            .steps
            .iter()
            .filter(|step| matches!(step.outcome, Outcome::Failed))
            .count();
        if failed > 0 {
            bail!("{failed} of {} steps failed", self.steps.len());
        }
        Ok(())
    }
}

/// What went wrong, without the lines to type, which stand further up.
fn sentence(remark: &str) -> String {
    let first = remark.lines().next().unwrap_or_default();
    first.strip_suffix(" Type:").unwrap_or(first).to_owned()
}
