//! The timeline's window: it is moved and zoomed by every hand, narrows nothing, and the page stays small.

use anyhow::{Context, Result};
use browser_tests::{Key, Page, Visit, visit};
use serde_json::{Value, json};

/// Opens the timeline at an address, and waits until it is drawn.
async fn open(page: &Page, address: &str) -> Result<()> {
    page.open(address).await?;
    page.settled().await?;
    page.wait_until("document.querySelector('.row-bar[d], .dense-began[d]')")
        .await
}

/// Waits until the address has another window than this.
async fn other_window(page: &Page, before: &str) -> Result<String> {
    page.wait_until(&format!(
        "(new URLSearchParams(location.search).get('days') ?? '') !== '{before}'"
    ))
    .await?;
    window(page).await
}

/// The window as the address says it.
async fn window(page: &Page) -> Result<String> {
    let window = page
        .script("return new URLSearchParams(location.search).get('days')")
        .await?;
    Ok(window.as_str().unwrap_or_default().to_owned())
}

/// What is drawn of the first bars.
async fn drawn(page: &Page) -> Result<Value> {
    page.script("return [...document.querySelectorAll('.row-bar')].slice(0, 40).map((bar) => bar.getAttribute('d'))")
        .await
}

/// Waits until the first lane has this name. WebKit's driver takes the text of what may be cut for hidden.
async fn first_lane(page: &Page, name: &str) -> Result<()> {
    page.wait_until(&format!(
        "document.querySelector('.lane-name')?.textContent === '{name}'"
    ))
    .await
}

#[test]
fn buttons_zoom_and_move_and_the_address_keeps_it() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        let total = page.text("h1").await?;
        page.click("[data-tool=in]").await?;
        let near = other_window(page, "").await?;
        page.click("[data-tool=earlier]").await?;
        other_window(page, &near).await?;
        assert_eq!(page.text("h1").await?, total, "a window is no filter");
        let moved = page.address().await?;
        open(page, moved.trim_start_matches('/')).await?;
        let seen = drawn(page).await?;
        page.script("document.querySelector('.language[lang=zh-Hant]').click()")
            .await?;
        first_lane(page, "政府措施").await?;
        page.script("document.querySelector('.language[lang=en]').click()")
            .await?;
        first_lane(page, "Government initiatives").await?;
        page.wait_until("document.querySelector('.row-bar[d]')")
            .await?;
        assert_eq!(
            drawn(page).await?,
            seen,
            "the same window, however one got there"
        );
        page.click("[data-tool=all]").await?;
        page.wait_until("location.search === '?view=timeline&lang=en'")
            .await
    });
}

#[test]
fn bars_go_with_the_window_and_with_folded_lanes() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        for press in ["[data-tool=in]", ".lane-head"] {
            page.script(
                "const bars = () => [...document.querySelectorAll('.row-bar')];
                const places = (bars) => new Map(bars.map((bar) => [bar.id, bar.getAttribute('d')]));
                const before = places(bars());
                window.haveMoved = () => bars().some((bar) => before.has(bar.id) && before.get(bar.id) !== bar.getAttribute('d'));",
            )
            .await?;
            page.click(press).await?;
            page.wait_until("haveMoved()").await?;
        }
        Ok(())
    });
}

#[test]
fn zoom_keeps_today_in_sight_and_rows_in_place() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        let tops = "[...document.querySelectorAll('.row-bar')].map((bar) => [bar.id, Math.round(bar.getBBox().y / 10)])";
        let before = page
            .script(&format!("return Object.fromEntries({tops})"))
            .await?;
        let mut near = String::new();
        for _ in 0..4 {
            page.click("[data-tool=in]").await?;
            near = other_window(page, &near).await?;
        }
        page.wait_for(".chart-rows .today, .chart-plot .today")
            .await?;
        let after = page
            .script(&format!("return {tops}.filter(([, top]) => top > 0)"))
            .await?;
        let after: Vec<(String, i64)> = serde_json::from_value(after)?;
        assert!(after.len() > 20);
        for (id, top) in after {
            if let Some(was) = before[&id].as_i64() {
                assert!((was - top).abs() <= 2, "{id} was at {was}, is at {top}");
            }
        }
        Ok(())
    });
}

#[test]
fn a_window_of_the_address_narrows_nothing_and_can_be_made_a_filter() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        let total = page.text("h1").await?;
        open(page, "?view=timeline&lang=en&days=2019-01-01..2021-12-31").await?;
        page.wait_for_text("h1", &total).await?;
        page.click("[data-tool=filter]").await?;
        page.wait_until("location.search === '?view=timeline&from=2019&to=2021&lang=en'")
            .await?;
        page.wait_until(&format!(
            "document.querySelector('h1').textContent.trim() !== '{total}'"
        ))
        .await?;
        let timeline = page.text("h1").await?;
        page.click("nav a[href*='view=cards']").await?;
        page.wait_for("article.card").await?;
        page.wait_for_text("h1", &timeline).await
    });
}

#[test]
fn a_drag_moves_and_opens_nothing() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en&days=2019-01-01..2022-12-31").await?;
        let before = window(page).await?;
        let box_ = page
            .script(
                "const plot = document.querySelector('.chart-plot').getBoundingClientRect();
                 return [plot.left + plot.width / 2, Math.min(plot.top + 200, innerHeight - 60)];",
            )
            .await?;
        let (x, y): (f64, f64) = serde_json::from_value(box_)?;
        page.draw("mouse", &[(x, y), (x + 60.0, y), (x + 120.0, y)])
            .await?;
        let after = other_window(page, &before).await?;
        assert!(after.starts_with("2018-"), "{after}");
        assert_eq!(page.count(".record").await?, 0);
        Ok(())
    });
}

/// Turns the wheel over the middle of the chart; whether the page was kept from scrolling.
async fn wheel(page: &Page, options: &str) -> Result<bool> {
    let kept = page
        .script(&format!(
            "const plot = document.querySelector('.chart-plot'), box = plot.getBoundingClientRect();
             return !plot.dispatchEvent(new WheelEvent('wheel', {{bubbles: true, cancelable: true,
                 clientX: box.left + box.width / 2, clientY: box.top + 9, {options}}}));"
        ))
        .await?;
    kept.as_bool().context("an answer")
}

#[test]
fn the_wheel_zooms_with_a_modifier_and_is_the_page_s_without() {
    visit(async |page, _| {
        open(page, "?view=timeline").await?;
        assert!(!wheel(page, "deltaY: 120").await?);
        assert_eq!(page.address().await?, "/?view=timeline");
        assert!(wheel(page, "deltaY: -240, ctrlKey: true").await?);
        let near = other_window(page, "").await?;
        assert!(wheel(page, "deltaX: -200").await?);
        other_window(page, &near).await?;
        Ok(())
    });
}

#[test]
fn two_fingers_pinch() {
    Visit::new().run(async |page, _| {
        open(page, "?view=timeline").await?;
        page.script(
            "const plot = document.querySelector('.chart-plot'), box = plot.getBoundingClientRect();
             plot.setPointerCapture = () => {};
             const point = (type, pointerId, x) => plot.dispatchEvent(new PointerEvent(type, {bubbles: true,
                 cancelable: true, pointerId, pointerType: 'touch', button: 0, clientX: box.left + x, clientY: box.top + 50}));
             point('pointerdown', 11, 300);
             point('pointerdown', 12, 400);
             for (const spread of [20, 60, 100]) { point('pointermove', 11, 300 - spread); point('pointermove', 12, 400 + spread); }
             point('pointerup', 11, 200);
             point('pointerup', 12, 500);",
        )
        .await?;
        other_window(page, "").await?;
        assert_eq!(page.count(".record").await?, 0);
        Ok(())
    });
}

#[test]
fn the_strip_chooses_a_window() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        let (x, y) = page.middle(".chart-strip").await?;
        page.draw("mouse", &[(x, y), (x + 40.0, y), (x + 90.0, y)])
            .await?;
        let window = other_window(page, "").await?;
        assert!(!window.is_empty());
        page.wait_until(
            "document.querySelector('.chart-brush').getBoundingClientRect().width < 120",
        )
        .await
    });
}

#[test]
fn keys_zoom_and_what_has_the_focus_stays_in_sight() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en&theme=ethics").await?;
        page.script("document.querySelector('.chart-plot').focus()")
            .await?;
        page.press(Key::End).await?;
        let mut near = String::new();
        for _ in 0..3 {
            page.press("+").await?;
            near = other_window(page, &near).await?;
        }
        page.press(Key::Home).await?;
        other_window(page, &near).await?;
        page.wait_until(
            "(() => { const box = document.querySelector('.chart-focus').getBoundingClientRect();
                const plot = document.querySelector('.chart-plot').getBoundingClientRect();
                return box.left >= plot.left - 6 && box.right <= plot.right + 6 && box.top > 0 && box.bottom < innerHeight; })()",
        )
        .await
    });
}

/// The explorer's own data, with one record so many times.
async fn many(page: &Page, count: usize, change: impl Fn(usize, &mut Value)) -> Result<String> {
    let text = page
        .driver()
        .execute_async(
            "const done = arguments[arguments.length - 1];
             fetch('data/dataset.json').then((answer) => answer.json()).then((data) => done(JSON.stringify(
                 {...data, initiatives: data.initiatives.filter((one) => !one.related && !one.end).slice(0, 1)})))",
            Vec::new(),
        )
        .await?;
    let mut data: Value = serde_json::from_str(text.json().as_str().context("a text")?)?;
    let mut one = data["initiatives"][0].clone();
    for list in ["facts", "milestones", "sources"] {
        one[list].as_array_mut().context("a list")?.truncate(1);
    }
    one["facts"][0]["sources"] = json!([1]);
    one["milestones"] = json!([]);
    one.as_object_mut()
        .context("a record")?
        .retain(|key, _| !["amounts", "aliases", "doubts", "topics"].contains(&key.as_str()));
    let records = (0..count).map(|i| {
        let mut record = one.clone();
        record["id"] = json!(format!("copy-{i}"));
        change(i, &mut record);
        record
    });
    data["initiatives"] = records.collect();
    Ok(data.to_string())
}

#[test]
fn the_page_stays_small_whatever_the_data() {
    visit(async |page, site| {
        page.open("?view=cards").await?;
        page.settled().await?;
        let own = page.count("body *").await?;
        assert!(own <= 1_500, "{own}");
        let one_day = many(page, 10_000, |_, record| {
            record["start"] = json!("2024-06-11");
        })
        .await?;
        let far = many(page, 3_000, |i, record| {
            record["start"] = json!(["0001", "9999", "2024-02"][i % 3]);
        })
        .await?;
        for (path, data) in [("/one-day.json", one_day), ("/far.json", far)] {
            site.answer(path, 200, &data)?;
            open(page, &format!("?view=timeline&data={}", &path[1..])).await?;
            page.wait_for(".dense-began").await?;
            let mut near = String::new();
            for _ in 0..3 {
                let all = page.count("body *").await?;
                assert!(all <= 1_500, "{path}: {all} elements in the page");
                page.click("[data-tool=in]").await?;
                near = other_window(page, &near).await?;
            }
        }
        // However many began on one day, each has a row where the window is as narrow as can be.
        open(
            page,
            "?view=timeline&data=one-day.json&days=2024-06-05..2024-06-18",
        )
        .await?;
        page.wait_until(
            "document.querySelector('.row-bar')?.getAttribute('aria-setsize') === '10000'",
        )
        .await?;
        let all = page.count("body *").await?;
        assert!(all <= 1_500, "{all}");
        page.script("document.querySelector('.chart-plot').focus()")
            .await?;
        page.press(Key::End).await?;
        page.wait_until("document.querySelector('.row-bar[aria-posinset=\"10000\"]')")
            .await
    });
}

#[test]
fn the_timeline_of_the_explorer_is_small_at_first_sight() {
    visit(async |page, _| {
        open(page, "?view=timeline").await?;
        let all = page.count("body *").await?;
        assert!(all <= 1_500, "{all}");
        Ok(())
    });
}
