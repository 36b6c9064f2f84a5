//! Where the time of a gesture goes: by what the browser does, and by function.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};
use browser_tests::{Page, Visit};
use serde_json::{Value, json};

use crate::measure::{open_timeline, perform, prepare};
use crate::records::Records;

/// How many functions are named.
const FUNCTIONS: usize = 12;

/// Marks in the trace, around what is measured.
const BEGIN: &str = "bench begins";
const END: &str = "bench ends";

/// The browser's own names for what it does, by kind. A function's time is what it does itself: the layout that it asks
/// for counts as layout.
const KINDS: [(&str, &[&str]); 6] = [
    (
        "script and WebAssembly",
        &[
            "EvaluateScript",
            "EventDispatch",
            "FireAnimationFrame",
            "FunctionCall",
            "RunMicrotasks",
            "TimerFire",
            "V8.HandleInterrupts",
            "v8.callFunction",
            "v8.run",
        ],
    ),
    (
        "garbage collection",
        &["MajorGC", "MinorGC", "BlinkGC.AtomicPhase"],
    ),
    ("parsing HTML", &["ParseHTML"]),
    (
        "style",
        &[
            "UpdateLayoutTree",
            "RecalculateStyles",
            "ScheduleStyleRecalculation",
        ],
    ),
    ("layout", &["Layout", "InvalidateLayout"]),
    (
        "paint",
        &[
            "PrePaint",
            "Paint",
            "Layerize",
            "Commit",
            "UpdateLayer",
            "PaintImage",
        ],
    ),
];

/// Prints where the time of steps of zoom and of typed letters goes on the site in a folder.
pub fn print(folder: &Path, records: &Records) {
    let mut typing = Vec::new();
    for query in records.queries() {
        typing.push(format!("bench.type({})", json!(query)));
        typing.push("bench.erase()".to_owned());
    }
    let zoom = [-90, 90].map(|by| format!("bench.wheel(14, {{ ctrlKey: true, deltaY: {by} }})"));
    let zoom = [&zoom[..], &zoom, &zoom].concat();
    Visit::new().site(folder).tracing().run(async |page, site| {
        records.serve_cards(site)?;
        prepare(page).await?;
        page.open("?view=cards").await?;
        page.settled().await?;
        print_gestures(page, "a letter in search", &typing).await?;
        open_timeline(page).await?;
        print_gestures(page, "a step of zoom by wheel", &zoom).await
    });
}

async fn print_gestures(page: &Page, what: &str, scripts: &[String]) -> Result<()> {
    // The first two bring up what is made once: the index of words, the code that the browser compiles.
    let (first, scripts) = scripts.split_at(2);
    for script in first {
        perform(page, script).await?;
    }
    let cdp = page.driver().cdp();
    cdp.send_raw("Profiler.enable", ()).await?;
    cdp.send_raw("Profiler.setSamplingInterval", json!({ "interval": 200 }))
        .await?;
    cdp.send_raw("Profiler.start", ()).await?;
    page.script(&format!("performance.mark({BEGIN:?})")).await?;
    let mut steps = 0;
    for script in scripts {
        let gesture = perform(page, script).await?;
        steps += gesture["times"].as_array().map_or(0, Vec::len);
    }
    page.script(&format!("performance.mark({END:?})")).await?;
    let profile = cdp.send_raw("Profiler.stop", ()).await?;
    // The driver hands the trace out when the page is left.
    page.open("").await?;
    let events = events(page).await?;
    println!("\n{what}, of {steps}: time of the main thread, painting and rest included");
    print_kinds(&events, steps as f64);
    print_functions(&profile["profile"], steps as f64);
    Ok(())
}

/// An event of the browser's trace.
struct Event {
    name: String,
    thread: (u64, u64),
    start: f64,
    /// In milliseconds, with the events within it.
    length: f64,
}

/// What the browser has traced between the two marks.
async fn events(page: &Page) -> Result<Vec<Event>> {
    let mut events = Vec::new();
    for entry in page.driver().get_log("performance").await? {
        let message: Value = serde_json::from_str(&entry.message)?;
        let event = &message["message"]["params"];
        let name = event["name"].as_str().unwrap_or_default();
        // Complete events have a length; marks have none.
        if event["ph"] == "X" || [BEGIN, END].contains(&name) {
            let number = |field: &str| event[field].as_u64().unwrap_or_default();
            events.push(Event {
                name: name.to_owned(),
                thread: (number("pid"), number("tid")),
                start: event["ts"].as_f64().unwrap_or_default() / 1000.0,
                length: event["dur"].as_f64().unwrap_or_default() / 1000.0,
            });
        }
    }
    let at = |name: &str| {
        let mark = events.iter().find(|event| event.name == name);
        mark.map(|mark| mark.start)
            .with_context(|| format!("the trace has no {name}"))
    };
    let (begin, end) = (at(BEGIN)?, at(END)?);
    events.retain(|event| event.start > begin && event.start < end);
    // An event comes before those within it.
    events.sort_by(|a, b| {
        a.start
            .total_cmp(&b.start)
            .then(b.length.total_cmp(&a.length))
    });
    Ok(events)
}

fn print_kinds(events: &[Event], steps: f64) {
    // The page's main thread is the one that lays out.
    let mut layouts: HashMap<(u64, u64), usize> = HashMap::new();
    for event in events
        .iter()
        .filter(|event| event.name == "UpdateLayoutTree")
    {
        *layouts.entry(event.thread).or_default() += 1;
    }
    let Some((main, _)) = layouts.into_iter().max_by_key(|(_, count)| *count) else {
        println!("  the browser has traced no layout");
        return;
    };
    let mut times = [0.0; KINDS.len() + 1];
    // The events that the present one is in: their ends and kinds.
    let mut open: Vec<(f64, usize)> = Vec::new();
    for event in events.iter().filter(|event| event.thread == main) {
        while open.last().is_some_and(|(end, _)| *end <= event.start) {
            open.pop();
        }
        let within = open.last().map(|(_, kind)| *kind);
        let named = KINDS
            .iter()
            .position(|(_, names)| names.contains(&&*event.name));
        let kind = named.or(within).unwrap_or(KINDS.len());
        times[kind] += event.length;
        if let Some(outer) = within {
            times[outer] -= event.length;
        }
        open.push((event.start + event.length, kind));
    }
    let whole: f64 = times.iter().sum();
    let names = KINDS
        .iter()
        .map(|(name, _)| *name)
        .chain(["the browser itself"]);
    for (name, time) in names.zip(times) {
        println!(
            "  {name:<24}{:>8.2} ms{:>6.0} %",
            time / steps,
            100.0 * time / whole
        );
    }
    println!("  {:<24}{:>8.2} ms", "all", whole / steps);
}

/// Whose functions took how long, and which took most, by samples. What a script has the browser do may count as the
/// script's own: a layout that it asks for, for one. A release build has no names for its WebAssembly, only numbers.
fn print_functions(profile: &Value, steps: f64) {
    let nodes = profile["nodes"].as_array().map_or(&[][..], Vec::as_slice);
    let mut functions: HashMap<String, u64> = HashMap::new();
    let mut owners: HashMap<&str, u64> = HashMap::new();
    for node in nodes {
        let frame = &node["callFrame"];
        let url = frame["url"].as_str().unwrap_or_default();
        let name = frame["functionName"].as_str().unwrap_or_default();
        let hits = node["hitCount"].as_u64().unwrap_or_default();
        let owner = match (name, url) {
            ("(idle)", _) => "idle",
            (_, url) if url.starts_with("wasm:") || url.ends_with(".wasm") => "WebAssembly",
            (_, "") => "browser",
            _ => "script",
        };
        *owners.entry(owner).or_default() += hits;
        if owner != "idle" {
            let name = if name.is_empty() { "(no name)" } else { name };
            let file = url.rsplit('/').next().unwrap_or_default();
            *functions.entry(format!("{name} {file}")).or_default() += hits;
        }
    }
    let all: u64 = owners.values().sum();
    let span = profile["endTime"]
        .as_f64()
        .zip(profile["startTime"].as_f64());
    let span = span.map_or(0.0, |(end, start)| (end - start) / 1000.0);
    let time = |hits: u64| hits as f64 / all.max(1) as f64 * span / steps;
    println!("  by functions' own time: the browser's, the scripts' and WebAssembly's");
    for owner in ["browser", "script", "WebAssembly"] {
        println!(
            "  {:>8.2} ms  {owner}",
            time(owners.get(owner).copied().unwrap_or_default())
        );
    }
    println!("  and of all functions these:");
    let mut functions: Vec<(String, u64)> = functions.into_iter().collect();
    functions.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for (name, hits) in functions.into_iter().take(FUNCTIONS) {
        println!("  {:>8.2} ms  {name}", time(hits));
    }
}
