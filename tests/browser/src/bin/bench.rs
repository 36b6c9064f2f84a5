//! Times in Chromium what must be quick: a step of the timeline, and a key pressed in search, each from the event until
//! the page is laid out again.
//!
//! `bench RECORDS` (what `cargo xtask bench` runs)

use std::{env, fs};

use anyhow::{Context, Result, ensure};
use browser_tests::{project, visit};
use serde_json::{Value, json};

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

/// Types words letter by letter, as a reader would.
const SEARCH: &str = r#"
const [words, done] = [arguments[0], arguments[arguments.length - 1]];
(async () => {
    const field = document.getElementById("search");
    const turned = () => new Promise((go) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = go;
        port2.postMessage(0);
    });
    const times = [];
    const press = async (text) => {
        const begin = performance.now();
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        await turned();
        void document.body.scrollHeight;
        times.push(performance.now() - begin);
        await new Promise(requestAnimationFrame);
    };
    for (const word of words) for (let end = 1; end <= word.length; end++) await press(word.slice(0, end));
    await press("");
    const entry = performance.getEntriesByType("resource").find(({ name }) => name.includes("/data/cards."));
    done({ times, index: window.startedAt - entry.responseEnd, found: document.querySelector("h1").textContent });
})().catch((error) => done({error: String(error)}));
"#;

/// How many words there are, few of them everywhere and most of them rare, as in a language.
const WORDS: f64 = 50_000.0;

/// A word by how often it is used.
fn word(mut rank: usize) -> String {
    const CONSONANTS: &[u8; 16] = b"bcdfghklmnprstxz";
    const VOWELS: &[u8; 5] = b"aeiou";
    let mut word = String::new();
    for _ in 0..2 + rank % 2 {
        word.push(char::from(CONSONANTS[rank % 16]));
        rank /= 16;
        word.push(char::from(VOWELS[rank % 5]));
        rank /= 5;
    }
    word
}

/// What is typed: words from everywhere to hardly anywhere, two of them together, and some with a wrong letter.
fn typed() -> Vec<String> {
    let one = [2, 30, 400, 6_000, 40_000].map(word);
    let two = [(3, 70), (11, 900)].map(|(a, b)| format!("{} {}", word(a), word(b)));
    let wrong = [500, 20_000].map(|rank| format!("{}q", word(rank)));
    one.into_iter().chain(two).chain(wrong).collect()
}

/// The page's file of cards with so many records of drawn words in it, within the 32 MiB that the page loads.
fn many_cards(count: u32) -> Result<String> {
    let file = fs::read_to_string(project::path("dist/data/cards.en.json"))?;
    let mut bundle: Value = serde_json::from_str(&file)?;
    let own = bundle["cards"].as_array().context("cards")?.clone();
    let mut seed = 20_261_127_u64;
    let mut draw = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 11) as f64 / (1_u64 << 53) as f64
    };
    let cards = (0..count).zip(own.iter().cycle()).map(|(i, card)| {
        let mut words = |count: usize| {
            (0..count)
                .map(|_| word(WORDS.powf(draw()) as usize))
                .collect::<Vec<_>>()
                .join(" ")
        };
        json!({
            "id": format!("r{i}"),
            "name": { "en": words(2), "zh-Hant": "甲", "zh-Hans": "甲" },
            "themes": [card["themes"][0]], "kind": card["kind"], "sectors": [card["sectors"][0]],
            "organisations": [card["organisations"][0]],
            "start": card["start"], "years": [card["years"][0]], "status": card["status"],
            "summary": words(7), "sources": 2,
        })
    });
    bundle["cards"] = cards.collect();
    Ok(bundle.to_string())
}

fn main() -> Result<()> {
    let count: u32 = env::args()
        .nth(1)
        .context("usage: bench RECORDS")?
        .parse()?;
    timeline(count);
    search(count);
    Ok(())
}

/// Prints the middle, the slow end and the slowest of some times.
fn print_times(what: &str, times: &Value) -> Result<()> {
    let times = times.as_array().context("a list of times")?;
    let mut times: Vec<f64> = times.iter().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    let at = |part: usize| times[(times.len() - 1) * part / 100];
    println!(
        "{what}: median {:.1} ms, p95 {:.1} ms, most {:.1} ms, of {}",
        at(50),
        at(95),
        at(100),
        times.len()
    );
    Ok(())
}

fn search(count: u32) {
    visit(async |page, site| {
        site.answer("/data/cards.en.json", 200, many_cards(count)?)?;
        site.answer("/data/texts.json", 404, "")?;
        let note = "addEventListener('explorer-started', () => { window.startedAt = performance.now(); });";
        let cdp = page.driver().cdp();
        cdp.send_raw(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": note }),
        )
        .await?;
        page.open("?view=cards").await?;
        page.settled().await?;
        let answer = page
            .driver()
            .execute_async(SEARCH, vec![typed().into()])
            .await?;
        let answer = answer.json();
        ensure!(answer["error"].is_null(), "{}", answer["error"]);
        let index = answer["index"].as_f64().unwrap_or_default();
        println!("from the file of cards to its index: {index:.0} ms");
        print_times("one key in search", &answer["times"])
    });
}

fn timeline(count: u32) {
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
            print_times(&format!("one step of {step}"), &answer[step])?;
        }
        println!("elements of the chart: {} at most", answer["most"]);
        Ok(())
    });
}
