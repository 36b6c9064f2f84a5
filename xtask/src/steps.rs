//! Steps that are run one after another, timed, and told about in a table at the end.

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
}

/// What has been run so far. A failed step does not keep the others from running.
#[derive(Default)]
pub struct Steps {
    steps: Vec<Step>,
}

impl Steps {
    /// Runs one step, and says whether it passed.
    pub fn run(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let result = work();
        let (outcome, remark) = match &result {
            Ok(()) => (Outcome::Passed, String::new()),
            Err(error) => {
                eprintln!("{error:#}");
                (Outcome::Failed, first_line(&format!("{error:#}")))
            }
        };
        self.steps.push(Step {
            name: name.to_owned(),
            outcome,
            duration: start.elapsed(),
            remark,
        });
        result.is_ok()
    }

    /// Notes that a step could not be run, and why.
    pub fn skip(&mut self, name: &str, reason: &str) {
        eprintln!("\n== {name}: not run. {reason}");
        let (name, remark) = (name.to_owned(), first_line(reason));
        self.steps.push(Step {
            name,
            outcome: Outcome::Skipped,
            duration: Duration::ZERO,
            remark,
        });
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

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
