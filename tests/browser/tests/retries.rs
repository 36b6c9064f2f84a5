//! A visit that fails is done once more, and leaves word of it.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, process};

use anyhow::{Context, Result, bail};
use browser_tests::{Engine, Visit};
use serde_json::Value;

/// A folder for the reports of one visit.
fn reports(name: &str) -> PathBuf {
    env::temp_dir().join(format!("retries-{}-{name}", process::id()))
}

/// What a folder of reports says of its one visit; removes the folder.
fn read(folder: &Path) -> Result<Report> {
    let engine = Engine::from_environment()?.name();
    let line = fs::read_to_string(folder.join(format!("visits-{engine}.jsonl")))?;
    let visit: Value = serde_json::from_str(&line).context("one visit")?;
    assert!(visit["seconds"].as_f64() > Some(0.0), "{visit}");
    let test = visit["test"].as_str().context("a name")?.to_owned();
    let picture = format!("{}-{engine}-1.png", test.replace("::", "-"));
    let report = Report {
        test,
        first_failure: visit["firstFailure"].as_str().map(str::to_owned),
        has_picture: folder.join(picture).exists(),
    };
    fs::remove_dir_all(folder)?;
    Ok(report)
}

struct Report {
    test: String,
    /// The message, of a flaky test alone.
    first_failure: Option<String>,
    has_picture: bool,
}

#[test]
fn a_visit_that_fails_once_passes_and_is_named() -> Result<()> {
    let folder = reports("once");
    let attempts = AtomicUsize::new(0);
    Visit::new().reports_to(&folder).run(async |page, site| {
        page.open("icon.svg").await?;
        let requests = site.requests();
        let opened = requests.iter().filter(|path| *path == "/icon.svg").count();
        assert_eq!(opened, 1, "the server is new");
        let history = page.script("return history.length").await?;
        assert!(history.as_u64() <= Some(2), "the browser is new");
        let attempt = attempts.fetch_add(1, Ordering::Relaxed);
        assert!(attempt > 0, "too soon");
        Ok(())
    });
    assert_eq!(attempts.into_inner(), 2);
    let report = read(&folder)?;
    assert!(
        report
            .test
            .ends_with("a_visit_that_fails_once_passes_and_is_named")
    );
    let message = report.first_failure.context("it is flaky")?;
    assert!(message.contains("too soon"), "{message}");
    assert!(message.contains("retries.rs:"), "{message}");
    assert!(report.has_picture);
    Ok(())
}

#[test]
fn a_visit_that_fails_twice_fails() -> Result<()> {
    let folder = reports("twice");
    let attempts = AtomicUsize::new(0);
    let visit = Visit::new().reports_to(&folder);
    let failure = catch_unwind(AssertUnwindSafe(|| {
        visit.run(async |_, _| {
            let attempt = attempts.fetch_add(1, Ordering::Relaxed);
            assert!(attempt > 0, "a panic");
            bail!("an error");
        });
    }));
    let failure = failure.err().context("it fails")?;
    let message = failure.downcast_ref::<String>().context("a message")?;
    assert!(message.contains("a panic"), "{message}");
    assert!(message.contains("an error"), "{message}");
    assert_eq!(attempts.into_inner(), 2);
    assert_eq!(read(&folder)?.first_failure, None);
    Ok(())
}

#[test]
fn a_visit_that_passes_is_done_once() -> Result<()> {
    let folder = reports("good");
    let attempts = AtomicUsize::new(0);
    Visit::new().reports_to(&folder).run(async |_, _| {
        attempts.fetch_add(1, Ordering::Relaxed);
        Ok(())
    });
    assert_eq!(attempts.into_inner(), 1);
    assert_eq!(read(&folder)?.first_failure, None);
    Ok(())
}
