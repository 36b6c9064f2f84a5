//! One round: every gesture on one site, in a fresh browser.

use std::cell::RefCell;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Site, Visit};
use serde_json::{Value, json};

use crate::records::Records;
use crate::table::Table;

/// What the page gets before its own scripts.
const SCRIPTS: &str = concat!(
    "(() => {",
    include_str!("page/start.js"),
    include_str!("page/step.js"),
    include_str!("page/search.js"),
    include_str!("page/facets.js"),
    include_str!("page/record.js"),
    include_str!("page/timeline.js"),
    "})();"
);

/// What is done on the timeline, in this order: the row of the table that it counts for, and how the page does it. It
/// comes nearer and moves, twice, and goes back to the whole.
const ON_TIMELINE: [(&str, &str); 16] = [
    (
        "zoom by wheel",
        "bench.wheel(7, { ctrlKey: true, deltaY: -90 })",
    ),
    ("pan by wheel", "bench.wheel(8, { deltaX: 90 })"),
    ("pan by wheel", "bench.wheel(8, { deltaX: -60 })"),
    (
        "zoom by wheel",
        "bench.wheel(7, { ctrlKey: true, deltaY: -90 })",
    ),
    ("pan by wheel", "bench.wheel(8, { deltaX: -90 })"),
    ("pan by wheel", "bench.wheel(8, { deltaX: 60 })"),
    (
        "zoom by wheel",
        "bench.wheel(14, { ctrlKey: true, deltaY: 90 })",
    ),
    ("zoom by button", "bench.button('Zoom in', 4)"),
    ("pan by button", "bench.button('Later', 2)"),
    ("pan by button", "bench.button('Earlier', 4)"),
    ("zoom by button", "bench.button('Zoom in', 3)"),
    ("pan by button", "bench.button('Later', 4)"),
    ("zoom by button", "bench.button('Zoom out', 7)"),
    ("zoom by key", "bench.press('+', 7)"),
    ("next mark by key", "bench.press('ArrowRight', 12)"),
    ("zoom by key", "bench.press('-', 7)"),
];

/// How many values of facets are chosen, and how many records are opened.
const FACETS: usize = 8;
const RECORDS: usize = 6;

/// Does everything once: what it took.
pub fn round(folder: &Path, records: &Records) -> Table {
    let measured = RefCell::new(Table::default());
    Visit::new().site(folder).run(async |page, site| {
        // A visit that fails is made once more; of the first, nothing counts.
        let mut table = Table::default();
        records.serve_cards(site)?;
        prepare(page).await?;
        on_cards(page, site, records, &mut table).await?;
        open_timeline(page).await?;
        for (row, script) in ON_TIMELINE {
            measure(page, &mut table, row, script).await?;
        }
        let rows = ["facet chosen, timeline", "facet dropped, timeline"];
        facets(page, &mut table, rows).await?;
        measured.replace(table);
        Ok(())
    });
    measured.into_inner()
}

/// Gives the page our scripts, and has the browser count the time of its main thread.
pub async fn prepare(page: &Page) -> Result<()> {
    let cdp = page.driver().cdp();
    let script = json!({ "source": SCRIPTS });
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", script)
        .await?;
    // The processor's time: what other programs take of the machine is not in it.
    cdp.send_raw("Performance.enable", json!({ "timeDomain": "threadTicks" }))
        .await?;
    Ok(())
}

/// Opens the timeline and waits until it is drawn.
pub async fn open_timeline(page: &Page) -> Result<()> {
    page.open("?view=timeline").await?;
    page.settled().await?;
    page.wait_until("document.querySelectorAll('.chart [id]').length > 0")
        .await
}

async fn on_cards(page: &Page, site: &Site, records: &Records, table: &mut Table) -> Result<()> {
    page.open("?view=cards").await?;
    page.settled().await?;
    let ready = page.script("return bench.sinceCards()").await?.as_f64();
    let ready = ready.context("the page never stood")?;
    table.add_time("page after its file of cards", ready);
    for (i, query) in records.queries().iter().enumerate() {
        let script = format!("bench.type({})", json!(query));
        if i == 0 {
            // The very first letter makes the index of words.
            let mut letters = query.chars();
            let first = letters.next().context("a query")?;
            let script = format!("bench.type({})", json!(first));
            let typed = measure(page, table, "first letter", &script).await?;
            let typed = typed["times"][0].as_f64().unwrap_or_default();
            table.add_time("first letter after the file of cards", ready + typed);
            let script = format!("bench.type({})", json!(letters.as_str()));
            measure(page, table, "letter typed", &script).await?;
        } else {
            measure(page, table, "letter typed", &script).await?;
        }
        measure(page, table, "letter deleted", "bench.erase()").await?;
    }
    facets(page, table, ["facet chosen", "facet dropped"]).await?;
    let listed = page.script("return bench.listed()").await?;
    let listed: Vec<(String, String)> = serde_json::from_value(listed)?;
    ensure!(
        listed.len() > RECORDS,
        "the list has {} records",
        listed.len()
    );
    records.serve_records(site, &listed[..RECORDS])?;
    for i in 0..RECORDS {
        measure(page, table, "record opened", &format!("bench.open({i})")).await?;
        measure(page, table, "record closed", "bench.close()").await?;
    }
    Ok(())
}

/// Chooses and drops values from the whole length of the panel, as they stand.
async fn facets(page: &Page, table: &mut Table, [chosen, dropped]: [&str; 2]) -> Result<()> {
    for i in 0..FACETS {
        measure(page, table, chosen, &format!("bench.choose({})", 3 * i)).await?;
        measure(page, table, dropped, "bench.drop()").await?;
    }
    Ok(())
}

/// Does a gesture and adds what it took to a row.
async fn measure(page: &Page, table: &mut Table, row: &str, script: &str) -> Result<Value> {
    let before = processor_time(page).await?;
    let gesture = perform(page, script).await?;
    table.add(row, &gesture, processor_time(page).await? - before);
    Ok(gesture)
}

/// Does a gesture: what the page's script answers.
pub async fn perform(page: &Page, script: &str) -> Result<Value> {
    let script = format!(
        "const done = arguments[0];
         (async () => done(await {script}))().catch((error) => done({{ error: String(error) }}));"
    );
    let answer = page.driver().execute_async(script, Vec::new()).await?;
    let answer = answer.json().clone();
    ensure!(answer["error"].is_null(), "{}", answer["error"]);
    Ok(answer)
}

/// The time that the page's main thread has worked so far, in milliseconds.
async fn processor_time(page: &Page) -> Result<f64> {
    let answer = page
        .driver()
        .cdp()
        .send_raw("Performance.getMetrics", ())
        .await?;
    let metrics = answer["metrics"].as_array().into_iter().flatten();
    let seconds = metrics
        .filter(|metric| metric["name"] == "TaskDuration")
        .find_map(|metric| metric["value"].as_f64());
    Ok(1000.0 * seconds.context("Chromium does not count the time of tasks")?)
}
