//! Where a package begins: what its address says, and the lesson that it names or holds.

use std::io::Read as _;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use explorer_core::address::Address;
use explorer_core::dataset::{Lesson, Vocabulary};
use explorer_core::explore::{Setting, ViewState};
use flate2::read::DeflateDecoder;
use hong_kong_ai_explorer::ui::classroom::Attempt;

/// The largest lesson that is unpacked, in bytes.
const LARGEST: u64 = 1024 * 1024;
/// How much of a start an error repeats, in characters.
const CLIPPED: usize = 48;

/// A view as an address; empty for the overview.
pub fn address(state: &ViewState) -> String {
    match state.to_query() {
        query if query.is_empty() => query,
        query => format!("?{query}"),
    }
}

/// Where the page opens. A lesson that is named and nothing else begins in the view of its step.
pub fn opening(state: &ViewState, lesson: Option<Arc<Lesson>>) -> String {
    let attempt = lesson.map(|lesson| Attempt {
        lesson,
        state: state.clone(),
    });
    match attempt.filter(Attempt::is_only_named) {
        Some(attempt) => attempt.href(0),
        None => address(state),
    }
}

/// What an address says, all of it.
pub fn known(start: &str, vocabulary: &Vocabulary) -> Result<ViewState> {
    if start.is_empty() {
        return Ok(ViewState::default());
    }
    let query = start.strip_prefix('?').with_context(|| {
        format!("--start begins with a question mark. Type:\n  --start \"?{start}\"")
    })?;
    let address = Address::read(query).known_to(vocabulary);
    if !address.ignored.is_empty() {
        bail!(
            "the explorer would pass over {} in --start \"{start}\"; README.md says what an address may hold, under \
             “The address”",
            address.ignored.join(" and ")
        );
    }
    Ok(address.state)
}

/// The lesson that an address names, or holds.
pub fn taken(state: &ViewState, lessons: Vec<Lesson>) -> Result<Option<Arc<Lesson>>> {
    let Some(wanted) = state.settings.of(Setting::Lesson) else {
        return Ok(None);
    };
    let ids: Vec<String> = lessons.iter().map(|lesson| lesson.id.clone()).collect();
    let lesson = lessons.into_iter().find(|lesson| lesson.id == wanted);
    if let Some(lesson) = lesson {
        return Ok(Some(Arc::new(lesson)));
    }
    let held = held(wanted).map(|lesson| Some(Arc::new(lesson)));
    held.with_context(|| {
        let clipped: String = wanted.chars().take(CLIPPED).collect();
        format!(
            "--start names no lesson of public/data/lessons/, and holds none: {clipped}. There are: {}",
            ids.join(", ")
        )
    })
}

/// A lesson out of an address, as `src/ui/classroom/packed.rs` packs it.
fn held(letters: &str) -> Result<Lesson> {
    let letters = letters
        .strip_prefix('~')
        .context("a lesson in an address begins with ~")?;
    let packed = URL_SAFE_NO_PAD.decode(letters)?;
    let mut json = String::new();
    DeflateDecoder::new(&*packed)
        .take(LARGEST)
        .read_to_string(&mut json)?;
    Lesson::read("the lesson", &json).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow!("{}", faults.join("\n"))
    })
}
