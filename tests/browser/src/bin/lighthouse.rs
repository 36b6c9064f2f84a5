//! Has Lighthouse judge the built site as it would be on a host, by its own profile of a phone.
//!
//! `lighthouse CLI FOLDER RUNS ADDRESS…` (what `cargo xtask audit` runs): Lighthouse's own script, where
//! its reports shall be, how often it judges each page, and addresses within the site.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use browser_tests::{Site, file_name};
use serde_json::Value;
use tokio::process::Command;

/// What is judged, in the order of the table.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// So many of an audit's rows are printed; the report has them all.
const ROWS: usize = 5;

fn main() -> Result<ExitCode> {
    let mut arguments = env::args().skip(1);
    let (Some(cli), Some(folder), Some(runs)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        bail!("usage: lighthouse CLI FOLDER RUNS ADDRESS…");
    };
    let runs = runs
        .parse()
        .with_context(|| format!("{runs} is no number"))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let reports = runtime.block_on(judge(&cli, Path::new(&folder), runs, arguments))?;
    print_scores(&reports);
    for report in &reports {
        report.print_losses();
    }
    let content = reports.iter().all(|report| report.below().next().is_none());
    Ok(if content {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Lighthouse's reports of the pages, one after another: at the same time they would slow each other.
/// Times differ from run to run, so of each page's runs the one in the middle counts.
async fn judge(
    cli: &str,
    folder: &Path,
    runs: usize,
    addresses: impl Iterator<Item = String>,
) -> Result<Vec<Report>> {
    let site = Site::serve_as_host().await?;
    fs::create_dir_all(folder)?;
    let mut reports = Vec::new();
    for address in addresses {
        eprintln!("  ./{address}");
        let mut of_page = Vec::new();
        for run in 1..=runs {
            let stem = folder.join(format!("{}-{run}", file_name(&address)));
            of_page.push(judge_once(cli, site.origin(), &address, &stem).await?);
        }
        of_page.sort_by(|a, b| a.score("performance").total_cmp(&b.score("performance")));
        reports.extend(of_page.into_iter().nth(runs / 2));
    }
    Ok(reports)
}

async fn judge_once(cli: &str, origin: &str, address: &str, stem: &Path) -> Result<Report> {
    let status = Command::new("node")
        .arg(cli)
        .arg(format!("{origin}/{address}"))
        .args(["--quiet", "--locale=en", "--output=json", "--output=html"])
        // Nothing here should call home.
        .arg("--no-enable-error-reporting")
        .arg("--output-path")
        .arg(stem)
        // Containers lack what the sandbox and the GPU want.
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
        .status()
        .await
        .context("starting node")?;
    let path = stem.with_extension("report.json");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let said: Value = serde_json::from_str(&text)?;
    let message = said["runtimeError"]["message"].as_str();
    if !status.success() || message.is_some() {
        bail!(
            "Lighthouse could not judge ./{address}: {}",
            message.unwrap_or_default()
        );
    }
    Ok(Report {
        address: address.to_owned(),
        origin: origin.to_owned(),
        path: stem.with_extension("report.html"),
        said,
    })
}

/// What Lighthouse said of a page.
struct Report {
    address: String,
    origin: String,
    path: PathBuf,
    said: Value,
}

impl Report {
    /// A score out of 100; 0 where Lighthouse could not tell.
    fn score(&self, category: &str) -> f64 {
        let score = self.said["categories"][category]["score"].as_f64();
        (score.unwrap_or_default() * 100.0).round()
    }

    fn below(&self) -> impl Iterator<Item = &'static str> {
        CATEGORIES
            .into_iter()
            .filter(|category| self.score(category) < 100.0)
    }

    /// For each score below 100: what costs points, how many, and who is to blame.
    fn print_losses(&self) {
        for id in self.below() {
            let category = &self.said["categories"][id];
            let parts = entries(&category["auditRefs"]);
            let whole: f64 = parts.iter().map(weight).sum();
            let title = text(&category["title"]);
            println!("\n./{}: {title} ({})", self.address, self.path.display());
            for part in parts {
                let audit = self.audit(part);
                // An audit that failed has no score; what does not apply has no weight.
                let loss = 1.0 - audit["score"].as_f64().unwrap_or_default();
                let points = weight(part) / whole * loss * 100.0;
                if points == 0.0 {
                    continue;
                }
                println!("  {:>5.1}  {}", -points, self.line(audit));
                for cause in self.causes(parts, part) {
                    println!("           {}", self.line(cause));
                }
            }
        }
    }

    fn audit(&self, part: &Value) -> &Value {
        &self.said["audits"][text(&part["id"])]
    }

    /// The audits that say by how much they would better a metric. What the report itself hides repeats others.
    fn causes<'a>(
        &'a self,
        parts: &'a [Value],
        metric: &'a Value,
    ) -> impl Iterator<Item = &'a Value> {
        let name = text(&metric["acronym"]);
        parts
            .iter()
            .filter(|part| part["group"] != "hidden")
            .map(|part| self.audit(part))
            .filter(move |audit| audit["metricSavings"][name].as_f64().unwrap_or_default() > 0.0)
    }

    /// An audit in a line: what it is about, what it measured, and its first rows.
    fn line(&self, audit: &Value) -> String {
        let mut line = text(&audit["title"]).to_owned();
        for said in [&audit["displayValue"], &audit["errorMessage"]] {
            if let Some(said) = said.as_str().filter(|said| !said.is_empty()) {
                line += &format!(": {said}");
            }
        }
        let rows = self.rows(&audit["details"]);
        if !rows.is_empty() {
            line += &format!(" [{}", rows[..rows.len().min(ROWS)].join("; "));
            if rows.len() > ROWS {
                line += &format!("; and {} more", rows.len() - ROWS);
            }
            line += "]";
        }
        line
    }

    /// The rows of a table, or of the tables in a list.
    fn rows(&self, details: &Value) -> Vec<String> {
        let items = entries(&details["items"]);
        if details["type"] == "list" {
            return items.iter().flat_map(|item| self.rows(item)).collect();
        }
        let row = |item: &Value| -> Vec<String> {
            entries(&details["headings"])
                .iter()
                .map(|heading| self.cell(&item[text(&heading["key"])], text(&heading["valueType"])))
                .filter(|cell| !cell.is_empty())
                .collect()
        };
        items
            .iter()
            .map(|item| row(item).join(" "))
            .filter(|row| !row.is_empty())
            .collect()
    }

    fn cell(&self, value: &Value, kind: &str) -> String {
        match value {
            // An error's first line says it all.
            Value::String(text) => {
                let line = text.lines().next().unwrap_or_default();
                line.replace(&self.origin, "")
            }
            Value::Number(number) => {
                let number = number.as_f64().unwrap_or_default();
                match kind {
                    "ms" | "timespanMs" => format!("{number:.0} ms"),
                    "bytes" => format!("{:.1} KB", number / 1000.0),
                    _ => ((number * 1000.0).round() / 1000.0).to_string(),
                }
            }
            // An element, a place in a source, or a value with its own type.
            Value::Object(parts) => ["selector", "url", "text", "value"]
                .iter()
                .find_map(|key| parts.get(*key))
                .map(|part| self.cell(part, kind))
                .unwrap_or_default(),
            _ => String::new(),
        }
    }
}

fn print_scores(reports: &[Report]) {
    let width = reports
        .iter()
        .map(|report| report.address.chars().count() + 2)
        .max()
        .unwrap_or_default();
    println!("\n{:width$}  {}", "page", CATEGORIES.join("  "));
    for report in reports {
        print!("{:width$}", format!("./{}", report.address));
        for category in CATEGORIES {
            print!("  {:>1$}", report.score(category), category.len());
        }
        println!();
    }
    // The phone is this machine, four times slower; a slow machine makes a slower phone.
    let speeds: Vec<String> = reports
        .iter()
        .map(|report| report.said["environment"]["benchmarkIndex"].to_string())
        .collect();
    println!(
        "speed of this machine by Lighthouse's benchmark: {}",
        speeds.join(", ")
    );
}

fn weight(part: &Value) -> f64 {
    part["weight"].as_f64().unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn entries(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
