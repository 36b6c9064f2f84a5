//! The timeline: what it draws is true, every initiative is on it, and each is opened by mouse, touch and keyboard.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use browser_tests::data::{Record, records};
use browser_tests::{Engine, Key, Page, Visit, audited, visit};
use serde_json::{Value, json};

/// The narrowed view that most tests look at: small enough to be walked through.
const FEW: &str = "?view=timeline&lang=en&theme=ethics";

/// Opens the timeline at an address, and waits until it is drawn.
async fn open(page: &Page, address: &str) -> Result<()> {
    page.open(address).await?;
    page.settled().await?;
    page.wait_until("document.querySelectorAll('.row-bar[d]').length > 0")
        .await
}

async fn wait_for_address(page: &Page, part: &str) -> Result<()> {
    page.wait_until(&format!("location.search.includes('{part}')"))
        .await
}

/// All bars that are drawn, each with its label and its box within the plot: left, right, top, bottom.
const BARS: &str = "return (() => {
    return [...document.querySelectorAll('.row-bar')].map((bar) => {
        const box = bar.getBBox();
        return [bar.getAttribute('aria-label'), box.x / 10, (box.x + box.width) / 10, box.y / 10, (box.y + box.height) / 10];
    });
})()";

async fn bars(page: &Page) -> Result<Vec<(String, [f64; 4])>> {
    let drawn = page.script(BARS).await?;
    let read = |bar: &Value| {
        let at = |i: usize| bar[i].as_f64();
        Some((
            bar[0].as_str()?.to_owned(),
            [at(1)?, at(2)?, at(3)?, at(4)?],
        ))
    };
    let drawn = drawn.as_array().context("bars")?;
    drawn.iter().map(|bar| read(bar).context("a bar")).collect()
}

/// The records of a theme.
fn of_theme(theme: &str) -> Result<Vec<Record>> {
    let mut records = records()?;
    records.retain(|record| record.has("themes", theme));
    Ok(records)
}

/// The bar of a record, by the name that begins its label.
fn bar_of(bars: &[(String, [f64; 4])], record: &Record) -> Option<[f64; 4]> {
    let name = format!("{}, ", record.name("en"));
    let found = bars.iter().find(|(label, _)| label.starts_with(&name));
    found.map(|(_, bar)| *bar)
}

/// Days since 1970, as a browser counts them.
async fn day(page: &Page, date: &str) -> Result<f64> {
    let day = page
        .script(&format!("return Date.parse('{date}T00:00Z') / 864e5"))
        .await?;
    day.as_f64().with_context(|| format!("a day: {date}"))
}

/// The first day of a date, and the day after its last.
fn ends_of(date: &str) -> (String, String) {
    let number = |part: &str| part.parse::<u32>().unwrap_or(1);
    let parts: Vec<u32> = date.split('-').map(number).collect();
    let after = match parts.as_slice() {
        [year] => format!("{:04}-01-01", year + 1),
        [year, 12] => format!("{:04}-01-01", year + 1),
        [year, month] => format!("{year:04}-{:02}-01", month + 1),
        _ => date.to_owned(),
    };
    let first = match parts.len() {
        1 => format!("{date}-01-01"),
        2 => format!("{date}-01"),
        _ => date.to_owned(),
    };
    (first, after)
}

/// The scale as the calendar above the rows shows it: where each year begins, in pixels and days.
async fn years(page: &Page) -> Result<Vec<(f64, f64)>> {
    let ticks = page
        .script(
            "return [...document.querySelectorAll('.chart-calendar .tick')].map((text) =>
                [Number(text.getAttribute('x')) - 6, Date.parse(text.textContent + '-01-01T00:00Z') / 864e5])",
        )
        .await?;
    let ticks: Vec<(f64, f64)> = serde_json::from_value(ticks)?;
    assert!(ticks.len() > 3, "{ticks:?}");
    Ok(ticks)
}

/// Where a day lies by the calendar above.
fn x_of(years: &[(f64, f64)], day: f64) -> f64 {
    let (first, last) = (years[0], years[years.len() - 1]);
    first.0 + (day - first.1) * (last.0 - first.0) / (last.1 - first.1)
}

#[test]
fn a_bar_is_as_long_as_the_time() {
    visit(async |page, _| {
        open(page, &format!("{FEW}&unfold=1&zoom=medium")).await?;
        let (bars, years) = (bars(page).await?, years(page).await?);
        let mut seen = BTreeMap::new();
        for record in of_theme("ethics")? {
            let bar = bar_of(&bars, &record).with_context(|| record.text("id").to_owned())?;
            let about = |field: &str| record.has("about", field);
            if about("start") || about("end") {
                continue;
            }
            let (begin, _) = ends_of(record.text("start"));
            let begin = x_of(&years, day(page, &begin).await?);
            assert!(
                (bar[0] - begin).abs() < 3.0,
                "{}: {bar:?} {begin}",
                record.text("id")
            );
            let (ends, kind) = if record.text("end").is_empty() {
                (heard(&record), "heard")
            } else {
                (record.text("end").to_owned(), "ended")
            };
            let (_, after) = ends_of(&ends);
            let exact = f64::from(u8::from(ends.len() == 10));
            let end = x_of(&years, day(page, &after).await? + exact).max(begin + 3.0);
            assert!(
                (bar[1] - end).abs() < 3.0,
                "{}: {bar:?} {end}",
                record.text("id")
            );
            *seen.entry((kind, ends.len())).or_insert(0) += 1;
        }
        assert!(seen.len() >= 3, "{seen:?}");
        Ok(())
    });
}

/// When a record was last heard of: its status, or a later milestone that was not only planned.
fn heard(record: &Record) -> String {
    let milestones = record.0["milestones"].as_array().into_iter().flatten();
    let happened = milestones.filter(|milestone| milestone["planned"] != true);
    let dates = happened.filter_map(|milestone| milestone["date"].as_str());
    let dates = dates.chain([record.text("status_as_of"), record.text("start")]);
    // A date that is coarser counts to its end.
    let latest = dates.max_by_key(|date| {
        let (_, after) = ends_of(date);
        (after, date.len())
    });
    latest.unwrap_or_default().to_owned()
}

#[test]
fn every_initiative_has_a_row_and_the_keyboard_opens_it() {
    visit(async |page, _| {
        open(page, FEW).await?;
        let expected: BTreeSet<String> = of_theme("ethics")?
            .iter()
            .map(|record| record.name("en").to_owned())
            .collect();
        page.script("document.querySelector('.chart-plot').focus()")
            .await?;
        page.press(Key::Home).await?;
        let mut names = BTreeSet::new();
        let mut before = f64::NEG_INFINITY;
        for nth in 1..=expected.len() {
            let active = page
                .script(
                    "const plot = document.querySelector('.chart-plot');
                     const row = document.getElementById(plot.getAttribute('aria-activedescendant'));
                     const box = document.querySelector('.chart-focus').getBoundingClientRect();
                     return [row.getAttribute('aria-label'), row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize'),
                         row.getBBox().x, box.top > 0 && box.bottom < innerHeight, row.getAttribute('aria-selected')];",
                )
                .await?;
            let label = active[0].as_str().context("a label")?;
            let name = expected
                .iter()
                .find(|name| label.starts_with(&format!("{name}, ")));
            names.insert(name.with_context(|| label.to_owned())?.clone());
            assert_eq!(active[1], json!(nth.to_string()));
            assert_eq!(active[2], json!(expected.len().to_string()));
            assert_eq!(active[4], json!(true), "{label} is out of sight");
            assert_eq!(active[5], json!("true"));
            // In order of beginning.
            let begins = active[3].as_f64().context("a place")?;
            assert!(begins >= before - 30.0, "{label}");
            before = begins;
            page.press(Key::Right).await?;
        }
        assert_eq!(names, expected);
        let name = page.text(".chart-told b").await?;
        page.press(Key::Enter).await?;
        page.wait_for_text(".record-name", &name).await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone(".record").await?;
        page.wait_until("document.activeElement?.classList.contains('chart-plot')")
            .await
    });
}

#[test]
fn up_and_down_go_from_lane_to_lane() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        page.script("document.querySelector('.chart-plot').focus()")
            .await?;
        let lane = "document.getElementById(document.querySelector('.chart-plot').getAttribute('aria-activedescendant'))
            ?.closest('[role=group]').getAttribute('aria-label')";
        let first = page.script(&format!("return {lane}")).await?;
        let first = first.as_str().context("a lane")?.to_owned();
        page.press(Key::Down).await?;
        page.wait_until(&format!("{lane} !== '{first}'")).await?;
        page.press(Key::Up).await?;
        page.wait_until(&format!("{lane} === '{first}'")).await
    });
}

/// The middle of the visible part of the bar of a row that lies in the middle of the window, with its name.
const IN_SIGHT: &str = "return (() => {
    document.querySelector('.chart-rows').scrollIntoView();
    scrollBy(0, -140);
    for (const bar of document.querySelectorAll('.row-bar')) {
        const box = bar.getBoundingClientRect();
        const y = box.top + box.height / 2;
        if (y > 260 && y < innerHeight - 200 && box.width > 12) {
            return [bar.getAttribute('aria-label'), box.left + box.width / 2, y];
        }
    }
})()";

async fn in_sight(page: &Page) -> Result<(String, (f64, f64))> {
    let found = page.script(IN_SIGHT).await?;
    let label = found[0].as_str().context("a bar in sight")?.to_owned();
    let at = |i: usize| found[i].as_f64().context("a place");
    Ok((label, (at(1)?, at(2)?)))
}

#[test]
fn a_mouse_is_told_the_name_at_the_mark_and_opens_it() {
    visit(async |page, _| {
        open(page, &format!("{FEW}&zoom=tall")).await?;
        let (label, (x, y)) = in_sight(page).await?;
        page.script(&format!(
            "document.elementFromPoint({x}, {y}).dispatchEvent(new PointerEvent('pointermove',
                {{ bubbles: true, pointerType: 'mouse', clientX: {x}, clientY: {y} }}))"
        ))
        .await?;
        page.wait_for(".chart-told b").await?;
        let name = page.text(".chart-told b").await?;
        assert!(label.starts_with(&name), "{label}: {name}");
        let away = page
            .script(&format!(
                "const box = document.querySelector('.chart-tip').getBoundingClientRect();
                 return Math.abs(box.top - {y})"
            ))
            .await?;
        assert!(away.as_f64().context("a distance")? < 40.0);
        page.draw("mouse", &[(x, y)]).await?;
        page.wait_for_text(".record-name", &name).await
    });
}

/// Presses a place with a finger. WebKit's driver knows none, so there the page is told of one.
async fn tap(page: &Page, (x, y): (f64, f64)) -> Result<()> {
    if page.engine() != Engine::Webkit {
        return page.touch(&[(x, y)]).await;
    }
    page.script(&format!(
        "const there = document.elementFromPoint({x}, {y});
         for (const type of ['pointerdown', 'pointerup', 'click']) {{
            there.dispatchEvent(new PointerEvent(type, {{
                bubbles: true, pointerType: 'touch', button: 0, clientX: {x}, clientY: {y},
            }}));
         }}"
    ))
    .await?;
    Ok(())
}

#[test]
fn a_finger_is_offered_what_lies_under_it() {
    visit(async |page, _| {
        open(page, FEW).await?;
        let (label, at) = in_sight(page).await?;
        tap(page, at).await?;
        page.wait_for(".chart-offer").await?;
        let offers = page.texts(".chart-offer").await?;
        assert!(offers.len() > 1, "{offers:?}");
        assert!(label.starts_with(&offers[0]), "{label}: {offers:?}");
        let low = page
            .script("return [...document.querySelectorAll('.chart-offer')].some((row) => row.getBoundingClientRect().height < 44)")
            .await?;
        assert_eq!(low, json!(false));
        // Each is kept where it is offered, and the list stays.
        page.click("li:nth-child(2) > .star").await?;
        page.wait_for("li:nth-child(2) > .star[aria-pressed='true']")
            .await?;
        assert_eq!(page.count(".chart-offers .star").await?, offers.len());
        page.click("li:nth-child(2) > .chart-offer").await?;
        page.wait_for_text(".record-name", &offers[1]).await
    });
}

#[test]
fn a_finger_names_first_and_opens_with_the_second_press() {
    Visit::new().phone().run(async |page, _| {
        open(page, FEW).await?;
        let (label, at) = in_sight(page).await?;
        tap(page, at).await?;
        page.wait_for(".chart-told b").await?;
        let name = page.text(".chart-told b").await?;
        assert!(label.starts_with(&name), "{label}: {name}");
        assert_eq!(page.count(".record").await?, 0);
        tap(page, at).await?;
        page.wait_for_text(".record-name", &name).await
    });
}

#[test]
fn a_key_keeps_what_the_keyboard_is_at() {
    visit(async |page, _| {
        open(page, FEW).await?;
        page.script("document.querySelector('.chart-plot').focus()")
            .await?;
        page.press(Key::Home).await?;
        page.wait_for(".chart-star .star[aria-pressed='false']")
            .await?;
        page.press("s").await?;
        page.wait_for(".chart-star .star[aria-pressed='true']")
            .await?;
        page.wait_for_text(".header .kept", "1").await?;
        let says = |words: &str| {
            format!(
                "document.querySelector('.chart-rows [role=status]').textContent.startsWith('{words}: ')"
            )
        };
        page.wait_until(&says("Kept")).await?;
        page.assert_accessible().await?;
        page.press("s").await?;
        page.wait_for(".chart-star .star[aria-pressed='false']")
            .await?;
        page.wait_until(&says("No longer kept")).await?;
        page.wait_until_gone(".header .kept").await?;
        page.wait_for_text("#chart-hint", "S keeps").await
    });
}

#[test]
fn a_mouse_comes_from_a_mark_to_its_star() {
    visit(async |page, _| {
        open(page, &format!("{FEW}&zoom=tall")).await?;
        let begins = "return (() => {
            document.querySelector('.chart-rows').scrollIntoView();
            scrollBy(0, -140);
            for (const bar of document.querySelectorAll('.row-bar')) {
                const box = bar.getBoundingClientRect();
                const y = box.top + box.height / 2;
                if (y > 260 && y < innerHeight - 300 && box.width > 60) return [box.left + 16, y];
            }
        })()";
        let at = page.script(begins).await?;
        let at = |i: usize| at[i].as_f64().context("a place");
        let (x, y) = (at(0)?, at(1)?);
        let to = async |x: f64, y: f64| {
            let mouse = page.driver().action_chain();
            mouse
                .move_to(x.round() as i64, y.round() as i64)
                .perform()
                .await
        };
        to(x, y).await?;
        page.wait_for(".chart-told b").await?;
        let name = page.text(".chart-told b").await?;
        let (star_x, star_y) = page.middle(".chart-star .star").await?;
        assert!(
            (star_x - x).abs() < 30.0 && star_y > y,
            "{star_x}, {star_y}: {x}, {y}"
        );
        to(star_x, star_y).await?;
        page.driver().action_chain().click().perform().await?;
        page.wait_for(".chart-star .star[aria-pressed='true']")
            .await?;
        assert_eq!(page.text(".chart-told b").await?, name);
        assert_eq!(page.count(".record").await?, 0);
        page.wait_for_text(".header .kept", "1").await?;
        // Away from both, nothing is told.
        to(x, 5.0).await?;
        page.wait_until_gone(".chart-tip").await
    });
}

/// All names that are drawn: text, left, right, top, bottom, in the plot.
const NAMES: &str = "return [...document.querySelectorAll('.name')].map((name) => {
    const box = name.getBBox();
    return [name.textContent, box.x, box.x + box.width, box.y, box.y + box.height];
})";

#[test]
fn names_are_whole_and_never_meet() {
    visit(async |page, _| {
        let names: BTreeSet<String> = records()?
            .iter()
            .flat_map(|record| ["en", "zh-Hant"].map(|lang| record.name(lang).to_owned()))
            .collect();
        for (address, least) in [
            ("?view=timeline&lang=en", 30),
            ("?view=timeline&lang=en&zoom=medium", 60),
            ("?view=timeline&lang=zh-Hant&zoom=tall", 30),
            (
                "?view=timeline&lang=en&lanes=one&days=2022-01-01..2024-12-31&zoom=tall",
                20,
            ),
        ] {
            open(page, address).await?;
            let width = page
                .script(
                    "return document.querySelector('.chart-plot').getBoundingClientRect().width",
                )
                .await?;
            let width = width.as_f64().context("a width")?;
            let drawn = page.script(NAMES).await?;
            let drawn: Vec<(String, f64, f64, f64, f64)> = serde_json::from_value(drawn)?;
            assert!(drawn.len() >= least, "{address}: {}", drawn.len());
            for (i, a) in drawn.iter().enumerate() {
                assert!(names.contains(&a.0), "{address}: {} is cut", a.0);
                assert!(a.1 >= -1.0 && a.2 <= width + 2.0, "{address}: {a:?}");
                for b in &drawn[..i] {
                    let apart = a.2 <= b.1 || b.2 <= a.1 || a.4 <= b.3 + 3.0 || b.4 <= a.3 + 3.0;
                    assert!(apart, "{address}: {a:?} {b:?}");
                }
            }
        }
        Ok(())
    });
}

#[test]
fn little_years_are_folded_and_unfold() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        // WebKit's driver takes letters that run downwards for hidden.
        page.wait_until("document.querySelector('.chart-fold')")
            .await?;
        let fold = page
            .script("return document.querySelector('.chart-fold').textContent")
            .await?;
        let fold = fold.as_str().context("a text")?;
        let first = records()?.iter().flat_map(Record::years).min();
        let first = first.context("a year")?.to_string();
        assert!(fold.starts_with(&first), "{fold}");
        let middle = page.middle(".chart-fold").await?;
        page.draw("mouse", &[middle]).await?;
        wait_for_address(page, "unfold=1").await?;
        page.wait_until("!document.querySelector('.chart-fold')")
            .await?;
        page.back().await?;
        page.wait_until("document.querySelector('.chart-fold')")
            .await
    });
}

#[test]
fn lanes_fold_to_a_line_with_their_count() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        let all = page.count(".lane-head").await?;
        assert_eq!(all, 7);
        let before = page.count(".lane:nth-of-type(1) .row-bar").await?;
        assert!(before > 0);
        page.click(".lane-head").await?;
        page.wait_for(".lane-head[aria-expanded=false]").await?;
        assert_eq!(page.count(".lane:nth-of-type(1) .row-bar").await?, 0);
        page.click(".lane-head").await?;
        page.wait_for(".lane:nth-of-type(1) .row-bar").await?;
        Ok(())
    });
}

#[test]
fn ties_of_the_open_record_are_drawn() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en&id=innohk").await?;
        page.wait_until("document.querySelector('.arc.is-typed')?.getAttribute('d')?.length > 20")
            .await?;
        page.wait_until("document.querySelector('.row-bar.is-open')")
            .await
    });
}

#[test]
fn the_years_play_on_a_fixed_axis_and_leave_no_filter() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        let ticks = "return [...document.querySelectorAll('.chart-calendar .tick')].map((tick) => tick.textContent)";
        let before = page.script(ticks).await?;
        let total = page.text("h1").await?;
        page.click("[data-tool=back]").await?;
        page.wait_until("document.querySelector('.lane-count').textContent.includes(' of ')")
            .await?;
        let begun = "Number(document.querySelector('.lane-count').textContent.split(' ')[0])";
        let last = page.script(&format!("return {begun}")).await?;
        page.click("[data-tool=back]").await?;
        page.wait_until(&format!("{begun} <= {last}")).await?;
        assert_eq!(page.script(ticks).await?, before);
        page.click("[data-tool=play]").await?;
        page.wait_for_text("[data-tool=play]", "Pause").await?;
        page.click("[data-tool=play]").await?;
        page.wait_for_text("[data-tool=play]", "Play").await?;
        assert_eq!(page.address().await?, "/?view=timeline&lang=en");
        assert_eq!(page.text("h1").await?, total);
        Ok(())
    });
}

#[test]
fn the_view_is_kept_as_a_picture() {
    visit(async |page, _| {
        for (tool, lang) in [("svg", "en"), ("png", "zh-Hant")] {
            open(page, &format!("?view=timeline&theme=ethics&lang={lang}")).await?;
            // Looks at what the page hands over to be saved.
            page.script(
                "window.kept = [];
                 const make = URL.createObjectURL;
                 URL.createObjectURL = (blob) => { kept.push(blob); return make.call(URL, blob); };
                 HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };",
            )
            .await?;
            page.click(&format!("[data-tool={tool}]")).await?;
            page.wait_until(&format!(
                "/^timeline-\\d{{4}}-\\d{{4}}\\.{tool}$/.test(window.savedAs)"
            ))
            .await?;
            page.script("kept.at(-1).text().then((text) => { window.keptText = text; })")
                .await?;
            page.wait_until("window.keptText?.length > 5000").await?;
            if tool == "png" {
                page.wait_until("kept.at(-1).type === 'image/png'").await?;
                continue;
            }
            let count = of_theme("ethics")?.len();
            page.wait_until(&format!(
                "(() => {{ const svg = new DOMParser().parseFromString(keptText, 'image/svg+xml');
                    const title = svg.querySelector('title')?.textContent ?? '';
                    return !svg.querySelector('parsererror') && title.includes('Ethics') && title.includes('{count}')
                        && svg.querySelectorAll('path').length > 2 * {count}; }})()"
            ))
            .await?;
        }
        Ok(())
    });
}

#[test]
fn an_empty_result_and_a_single_one_are_drawn() {
    visit(async |page, _| {
        page.open("?view=timeline&lang=en&q=zzzzzz").await?;
        page.settled().await?;
        page.wait_for_text("h1", "0 initiatives").await?;
        assert_eq!(page.count(".row-bar").await?, 0);
        assert_eq!(page.count(".chronicle-item").await?, 0);
        let one = records()?
            .iter()
            .map(|record| record.name("en").to_owned())
            .max_by_key(String::len);
        let one = one
            .context("a record")?
            .replace(' ', "+")
            .replace('&', "%26");
        open(page, &format!("?view=timeline&lang=en&q=%22{one}%22")).await?;
        page.wait_for_text("h1", "1 initiative").await?;
        assert_eq!(page.count(".row-bar").await?, 1);
        Ok(())
    });
}

#[test]
fn on_a_phone_rows_are_for_fingers() {
    Visit::new().phone().run(async |page, _| {
        open(page, "?view=timeline&lang=zh-Hant").await?;
        let sideways = page
            .script("return document.documentElement.scrollWidth > document.documentElement.clientWidth")
            .await?;
        assert_eq!(sideways, json!(false));
        let bars = bars(page).await?;
        for pair in bars.windows(2) {
            let (above, below) = (pair[0].1, pair[1].1);
            assert!(below[3] - above[3] >= 44.0 - 1.0, "{pair:?}");
        }
        // Each has its name, whole, and the head stays.
        let names: Vec<(String, f64, f64, f64, f64)> =
            serde_json::from_value(page.script(NAMES).await?)?;
        assert_eq!(names.len(), bars.len());
        assert!(names.iter().all(|name| name.1 >= -1.0 && name.2 <= 362.0));
        page.script("scrollTo(0, 2000)").await?;
        page.wait_until("Math.abs(document.querySelector('.chart-head').getBoundingClientRect().top) < 2")
            .await?;
        page.click(".chronicle-name").await?;
        page.wait_for(".record-sources").await?;
        Ok(())
    });
}

#[test]
fn paper_has_all_rows() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        let all = records()?.len();
        assert!(page.count(".row-bar").await? < all);
        page.script("dispatchEvent(new Event('beforeprint'))")
            .await?;
        page.wait_until(&format!(
            "document.querySelectorAll('.row-bar').length === {all}"
        ))
        .await
    });
}

#[test]
fn axe_finds_nothing() {
    for visit in audited(&[Visit::new(), Visit::new().dark(), Visit::new().phone()]) {
        visit.run(async |page, _| {
            for lang in audited(&["en", "zh-Hant", "zh-Hans"]) {
                open(page, &format!("?view=timeline&lang={lang}")).await?;
                page.wait_for(".chronicle-item").await?;
                page.assert_accessible().await?;
            }
            Ok(())
        });
    }
}
