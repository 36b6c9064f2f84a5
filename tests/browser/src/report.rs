//! What is left of a visit in `target/failures/`: its failures, with pictures, and how long it took.

use std::cell::RefCell;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::panic::{set_hook, take_hook};
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Error, Result, anyhow};
use serde_json::json;

use crate::engine::Engine;
use crate::page::Page;

thread_local! {
    /// The message of this thread's last panic, with its place in the source.
    static LAST_PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Where a test's reports go, and by which name.
pub struct Report {
    folder: PathBuf,
    test: String,
    engine: Engine,
}

impl Report {
    /// A report on the test that runs in this thread.
    pub fn new(folder: &Path, engine: Engine) -> Self {
        let test = thread::current().name().unwrap_or("visit").to_owned();
        Self {
            folder: folder.to_owned(),
            test,
            engine,
        }
    }

    /// The engine in which the test runs.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Writes the error of an attempt into a file of its own.
    pub fn keep_error(&self, attempt: usize, error: &Error) -> Result<()> {
        fs::create_dir_all(&self.folder)?;
        let path = self.path(attempt, "txt");
        fs::write(&path, format!("{error:?}\n")).with_context(|| path.display().to_string())
    }

    /// Takes a picture of the page at the end of an attempt, where the browser still answers.
    pub async fn keep_picture(&self, attempt: usize, page: &Page) {
        let path = self.path(attempt, "png");
        if fs::create_dir_all(&self.folder).is_ok() && page.screenshot(&path).await.is_ok() {
            eprintln!("what it looked like: {}", path.display());
        }
    }

    /// Adds a line on the whole visit to `visits-<engine>.jsonl`, which `cargo xtask test` sums up: with its first
    /// failure where it is flaky.
    pub fn finish(&self, duration: Duration, first_failure: Option<&Error>) -> Result<()> {
        fs::create_dir_all(&self.folder)?;
        let name = format!("visits-{}.jsonl", self.engine.name());
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.folder.join(name))?;
        let first_failure = first_failure.map(|error| format!("{error:#}"));
        let seconds = duration.as_secs_f64();
        let visit = json!({ "test": self.test, "seconds": seconds, "firstFailure": first_failure });
        // In one piece, since other tests write into the same file.
        Ok(file.write_all(format!("{visit}\n").as_bytes())?)
    }

    fn path(&self, attempt: usize, extension: &str) -> PathBuf {
        let test = self.test.replace("::", "-");
        let engine = self.engine.name();
        self.folder
            .join(format!("{test}-{engine}-{attempt}.{extension}"))
    }
}

/// From now on keeps the messages of panics for [`last_panic`].
pub fn keep_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            LAST_PANIC.set(Some(panic.to_string()));
            usual(panic);
        }));
    });
}

/// The message and place of the panic that was just caught in this thread.
pub fn last_panic() -> Error {
    anyhow!(
        LAST_PANIC
            .take()
            .unwrap_or_else(|| "a panic without a message".to_owned())
    )
}
