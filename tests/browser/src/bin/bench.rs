//! Times the timeline in Chromium: one step of moving or zooming, from the event until the page is laid out again.
//!
//! `bench RECORDS` (what `cargo xtask bench` runs)

use std::env;

use anyhow::{Context, Result, ensure};
use browser_tests::visit;
use serde_json::Value;

/// Draws the explorer's own records again and again under other names and dates, and moves about in them.
const BENCH: &str = r#"
const [count, done] = [arguments[0], arguments[arguments.length - 1]];
(async () => {
    const bundle = await (await fetch("data/cards.en.json")).json();
    let seed = 20261123;
    const random = (below) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % below; };
    const two = (number) => String(number).padStart(2, "0");
    const date = () => `${2000 + random(27)}-${two(1 + random(12))}-${two(1 + random(28))}`;
    bundle.cards = Array.from({length: count}, (_, i) => {
        const start = date();
        const card = {...bundle.cards[i % bundle.cards.length], id: `record-${i}`, start, milestones: []};
        delete card.end;
        if (random(3) === 0) card.end = start.slice(0, 4) < "2026" ? `2026-${start.slice(5)}` : start;
        return card;
    });
    const place = document.createElement("div");
    place.className = "chart";
    place.style.inlineSize = "1200px";
    document.querySelector("main").prepend(place);
    const handle = new explorerChart.ChartHandle(place, JSON.stringify(bundle), () => {});
    const begin = performance.now();
    handle.show(Uint32Array.from(bundle.cards.keys()), "");
    const first = performance.now() - begin;
    const view = place.querySelector(".chart-view"), box = view.getBoundingClientRect();
    const turn = (options) => {
        const begin = performance.now();
        view.dispatchEvent(new WheelEvent("wheel", {bubbles: true, cancelable: true,
            clientX: box.left + 200 + random(800), clientY: box.top + 60, ...options}));
        place.getBoundingClientRect();
        void view.scrollHeight;
        return performance.now() - begin;
    };
    const zoom = [], pan = [];
    let most = 0;
    for (let round = 0; round < 6; round++) {
        for (let i = 0; i < 14; i++) {
            zoom.push(turn({ctrlKey: true, deltaY: -90}));
            for (let j = 0; j < 6; j++) pan.push(turn({deltaX: 90 - 30 * (j % 5)}));
            most = Math.max(most, place.querySelectorAll("*").length);
            await new Promise(requestAnimationFrame);
        }
        for (let i = 0; i < 14; i++) zoom.push(turn({ctrlKey: true, deltaY: 90}));
    }
    done({first, zoom, pan, most});
})().catch((error) => done({error: String(error)}));
"#;

fn main() -> Result<()> {
    let count: u32 = env::args()
        .nth(1)
        .context("usage: bench RECORDS")?
        .parse()?;
    visit(async |page, _| {
        // The page's own timeline brings the module along.
        page.open("?view=timeline").await?;
        page.settled().await?;
        page.wait_for(".chart-view").await?;
        let answer = page
            .driver()
            .execute_async(BENCH, vec![count.into()])
            .await?;
        let answer = answer.json();
        ensure!(answer["error"].is_null(), "{}", answer["error"]);
        println!("{count} records, window of 1,200 pixels");
        println!(
            "first drawing: {:.1} ms",
            answer["first"].as_f64().unwrap_or_default()
        );
        for step in ["zoom", "pan"] {
            let mut times: Vec<f64> = answer[step]
                .as_array()
                .context("a list of times")?
                .iter()
                .filter_map(Value::as_f64)
                .collect();
            times.sort_by(f64::total_cmp);
            let at = |part: usize| times[(times.len() - 1) * part / 100];
            println!(
                "one step of {step}: median {:.1} ms, p95 {:.1} ms, most {:.1} ms, of {} steps",
                at(50),
                at(95),
                at(100),
                times.len()
            );
        }
        println!("elements of the chart: {} at most", answer["most"]);
        Ok(())
    });
    Ok(())
}
