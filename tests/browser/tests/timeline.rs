//! The timeline: moved, zoomed, read and opened by mouse, by touch and by keyboard.

use anyhow::{Context, Result};
use browser_tests::data::{Record, records};
use browser_tests::{By, Key, Page, Visit, visit};
use serde_json::{Value, json};

/// The pixels by which what is seen is moved against what is drawn, and the ids and places of the marks in sight.
const SEEN: &str = "return (() => {
    const view = document.querySelector('.chart-view').getBoundingClientRect();
    const marks = [...document.querySelectorAll('.mark')].map((mark) => [mark, mark.getBoundingClientRect()]);
    return marks.filter(([, box]) => box.right > view.left && box.left < view.right)
        .map(([mark, box]) => [mark.id, box.left, box.right, box.top, box.bottom]);
})()";

/// Opens the timeline at an address, and waits until it is drawn.
async fn open(page: &Page, address: &str) -> Result<()> {
    page.open(address).await?;
    page.settled().await?;
    page.wait_until("document.querySelectorAll('.mark').length > 0")
        .await
}

async fn wait_for_address(page: &Page, part: &str) -> Result<()> {
    page.wait_until(&format!("location.search.includes('{part}')"))
        .await
}

/// The id of the mark that the keyboard is at.
async fn active(page: &Page) -> Result<String> {
    let id = page
        .script(
            "return document.querySelector('.chart-view').getAttribute('aria-activedescendant')",
        )
        .await?;
    Ok(id.as_str().context("an active mark")?.to_owned())
}

/// The window as the address says it.
async fn window(page: &Page) -> Result<String> {
    let window = page
        .script("return new URLSearchParams(location.search).get('days')")
        .await?;
    Ok(window.as_str().unwrap_or_default().to_owned())
}

#[test]
fn buttons_zoom_and_move_and_the_address_keeps_it() {
    visit(async |page, _| {
        open(page, "?view=timeline").await?;
        page.click("[data-act=in]").await?;
        wait_for_address(page, "days=").await?;
        let first = window(page).await?;
        page.click("[data-act=earlier]").await?;
        page.wait_until(&format!("!location.search.includes('{first}')"))
            .await?;
        let moved = page.address().await?;
        let seen = page.script(SEEN).await?;
        open(page, moved.trim_start_matches('/')).await?;
        assert_eq!(
            page.script(SEEN).await?,
            seen,
            "the same window, however one got there"
        );
        page.click("[data-act=all]").await?;
        page.wait_until("location.search === '?view=timeline'")
            .await
    });
}

#[test]
fn a_drag_moves_and_opens_nothing() {
    visit(async |page, _| {
        open(page, "?view=timeline&from=2019&to=2022").await?;
        let view = page.wait_for(".chart-view").await?;
        let mark = page.script(SEEN).await?[0][1].as_f64();
        page.driver()
            .action_chain()
            .move_to_element_center(&view)
            .click_and_hold()
            .move_by_offset(60, 0)
            .move_by_offset(60, 0)
            .release()
            .perform()
            .await?;
        wait_for_address(page, "days=2018-").await?;
        assert_ne!(page.script(SEEN).await?[0][1].as_f64(), mark);
        assert_eq!(page.count("dialog.panel[open]").await?, 0);
        Ok(())
    });
}

/// Turns the wheel over the middle of the chart; whether the page was kept from scrolling.
async fn wheel(page: &Page, options: &str) -> Result<bool> {
    let kept = page
        .script(&format!(
            "const view = document.querySelector('.chart-view'), box = view.getBoundingClientRect();
             return !view.dispatchEvent(new WheelEvent('wheel', {{bubbles: true, cancelable: true,
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
        wait_for_address(page, "days=").await?;
        let near = window(page).await?;
        assert!(wheel(page, "deltaX: 200").await?);
        page.wait_until(&format!("!location.search.includes('{near}')"))
            .await
    });
}

#[test]
fn two_fingers_pinch() {
    Visit::new().run(async |page, _| {
        open(page, "?view=timeline").await?;
        page.script(
            "const view = document.querySelector('.chart-view'), box = view.getBoundingClientRect();
             view.setPointerCapture = () => {};
             const point = (type, pointerId, x) => view.dispatchEvent(new PointerEvent(type, {bubbles: true,
                 cancelable: true, pointerId, pointerType: 'touch', button: 0, clientX: box.left + x, clientY: box.top + 50}));
             point('pointerdown', 11, 300);
             point('pointerdown', 12, 400);
             for (const spread of [20, 60, 100]) { point('pointermove', 11, 300 - spread); point('pointermove', 12, 400 + spread); }
             point('pointerup', 11, 200);
             point('pointerup', 12, 500);",
        )
        .await?;
        wait_for_address(page, "days=").await
    });
}

#[test]
fn the_keyboard_goes_in_order_of_time_and_opens() {
    visit(async |page, _| {
        open(page, "?view=timeline&from=2020&to=2023").await?;
        page.script("document.querySelector('.chart-view').focus()")
            .await?;
        let mut before = f64::NEG_INFINITY;
        for _ in 0..6 {
            let id = active(page).await?;
            // What several share is a cell, which has their time somewhere within it.
            let edge = if id.starts_with("cluster") {
                "right"
            } else {
                "left"
            };
            let place =
                format!("return document.getElementById('{id}').getBoundingClientRect().{edge}");
            let place = page.script(&place).await?.as_f64().context("a place")?;
            assert!(place >= before - 1.0, "{place} after {before}");
            if edge == "left" {
                before = place;
            }
            assert!(!page.text(".chart-reading-name").await?.is_empty());
            page.press(Key::Right).await?;
            page.wait_until(&format!(
                "document.querySelector('.chart-view').getAttribute('aria-activedescendant') !== '{id}'"
            ))
            .await?;
        }
        page.press(Key::Down).await?;
        page.press("+").await?;
        wait_for_address(page, "days=").await?;
        page.press(Key::End).await?;
        page.press(Key::Home).await?;
        let name = page.text(".chart-reading-name").await?;
        page.press(Key::Enter).await?;
        page.wait_for_text(".record-name", &name).await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone("dialog.panel[open]").await?;
        page.wait_until("document.activeElement?.classList.contains('chart-view')")
            .await
    });
}

#[test]
fn a_cluster_opens_into_its_days() {
    visit(async |page, _| {
        open(page, "?view=timeline").await?;
        // The middle one of those in sight: what is drawn reaches beyond both edges.
        let id = page
            .script(
                "const view = document.querySelector('.chart-view').getBoundingClientRect();
                 const seen = [...document.querySelectorAll('.is-cluster')].filter((one) => {
                     const box = one.getBoundingClientRect();
                     return box.left > view.left && box.right < view.right;
                 });
                 const one = seen[Math.floor(seen.length / 2)];
                 one.scrollIntoView({block: 'center'});
                 return one.id;",
            )
            .await?;
        // With the mouse, since WebKit's driver takes what lies in a moved layer for hidden.
        let id = id.as_str().context("a cluster")?;
        let cluster = page.driver().find(By::Id(id)).await?;
        page.driver()
            .action_chain()
            .move_to_element_center(&cluster)
            .click()
            .perform()
            .await?;
        wait_for_address(page, "days=").await
    });
}

#[test]
fn chart_cards_and_strip_agree() {
    visit(async |page, _| {
        page.open("?view=cards&from=2019&to=2021&theme=research")
            .await?;
        page.settled().await?;
        let cards = page.text("h1").await?;
        open(page, "?view=timeline&from=2019&to=2021&theme=research").await?;
        page.wait_for_text("h1", &cards).await?;
        let strip = page.wait_for(".chart-strip").await?;
        page.script("document.querySelector('.chart-strip').scrollIntoView({block: 'center'})")
            .await?;
        page.driver()
            .action_chain()
            .move_to_element_center(&strip)
            .click_and_hold()
            .move_by_offset(40, 0)
            .move_by_offset(40, 0)
            .release()
            .perform()
            .await?;
        wait_for_address(page, "days=").await?;
        let timeline = page.text("h1").await?;
        assert_ne!(timeline, cards);
        page.click("nav a[href*='view=cards']").await?;
        page.wait_for("article.card").await?;
        page.wait_for_text("h1", &timeline).await
    });
}

/// How many names of years and months above the marks are shown and how many are not, and those that are cut.
const HEADINGS: &str = "return (() => {
    const sight = document.querySelector('.chart-view').getBoundingClientRect();
    const found = { shown: 0, hidden: 0, cut: [] };
    for (const band of document.querySelectorAll('.tick-band')) {
        const box = band.getBoundingClientRect();
        if (box.right <= sight.left || box.left >= sight.right) continue;
        const range = document.createRange();
        range.selectNodeContents(band);
        const text = range.getBoundingClientRect();
        if (text.top >= box.bottom) { found.hidden += 1; continue; }
        found.shown += 1;
        if (text.left < Math.max(box.left, sight.left) - 1 || text.right > box.right + 1) found.cut.push(band.textContent);
    }
    return found;
})()";

#[test]
fn headings_are_shown_whole_or_not_at_all() {
    visit(async |page, _| {
        let mut hidden = 0;
        for window in [
            "days=2024-11-04..2024-11-10",
            "days=2024-10-29..2024-11-25",
            "days=2023-12-20..2024-06-30",
            "from=2019&to=2022",
        ] {
            for lang in ["en", "zh-Hant"] {
                open(page, &format!("?view=timeline&lang={lang}&{window}")).await?;
                let headings = page.script(HEADINGS).await?;
                assert_eq!(headings["cut"], json!([]), "{lang} {window}");
                assert_ne!(headings["shown"], 0, "{lang} {window}");
                hidden += headings["hidden"].as_u64().context("a count")?;
            }
        }
        assert!(hidden > 0, "none was too long for its place");
        Ok(())
    });
}

#[test]
fn names_do_not_overlap_in_a_row() {
    visit(async |page, _| {
        for address in [
            "?view=timeline",
            "?view=timeline&from=2023&to=2025&lanes=one&lang=zh-Hant",
        ] {
            open(page, address).await?;
            let seen = page.script(SEEN).await?;
            let boxes: Vec<Vec<f64>> = seen
                .as_array()
                .context("a list")?
                .iter()
                .map(|mark| (1..5).filter_map(|i| mark[i].as_f64()).collect())
                .collect();
            assert!(boxes.len() > 30, "{}", boxes.len());
            for (i, a) in boxes.iter().enumerate() {
                for b in &boxes[..i] {
                    let apart = a[1] <= b[0] + 1.0
                        || b[1] <= a[0] + 1.0
                        || a[3] <= b[2] + 1.0
                        || b[3] <= a[2] + 1.0;
                    assert!(apart, "{address}: {a:?} {b:?}");
                }
            }
        }
        Ok(())
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
            for _ in 0..3 {
                let all = page.count("body *").await?;
                assert!(all <= 1_200, "{path}: {all} elements in the page");
                let count = page.count(".chart *").await?;
                assert!(count <= 600, "{path}: {count} elements");
                page.click("[data-act=in]").await?;
                wait_for_address(page, "days=").await?;
            }
        }
        Ok(())
    });
}

#[test]
fn the_years_play_step_and_pause() {
    visit(async |page, _| {
        open(page, "?view=timeline&lang=en").await?;
        let years = records()?.iter().flat_map(Record::years).min();
        let first = years.context("a year")?;
        let year = |after: u16| (first + after).to_string();
        page.click("[data-act=on]").await?;
        page.wait_for_text(".chart-year", &year(0)).await?;
        page.click("[data-act=on]").await?;
        page.wait_for_text(".chart-year", &year(1)).await?;
        page.click("[data-act=back]").await?;
        page.wait_for_text(".chart-year", &year(0)).await?;
        wait_for_address(page, &format!("to={first}")).await?;
        page.click("[data-act=play]").await?;
        page.wait_for_text("[data-act=play]", "Pause").await?;
        page.wait_for_text(".chart-year", &year(2)).await?;
        page.click("[data-act=play]").await?;
        page.wait_for_text("[data-act=play]", "Play").await?;
        assert!(page.count(".chart-count").await? >= 7);
        Ok(())
    });
}

#[test]
fn the_view_is_kept_as_a_picture() {
    visit(async |page, _| {
        for (act, lang, title) in [
            ("svg", "en", "Hong Kong AI Explorer"),
            ("png", "zh-Hant", ""),
        ] {
            open(
                page,
                &format!("?view=timeline&from=2019&to=2024&lang={lang}"),
            )
            .await?;
            // Looks at what the page hands over to be saved.
            page.script(
                "window.kept = [];
                 const make = URL.createObjectURL;
                 URL.createObjectURL = (blob) => { kept.push(blob); return make.call(URL, blob); };
                 HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };",
            )
            .await?;
            page.click(&format!("[data-act={act}]")).await?;
            page.wait_until(&format!("window.savedAs === 'timeline-2019-2024.{act}'"))
                .await?;
            page.script("kept.at(-1).text().then((text) => { window.keptText = text; })")
                .await?;
            page.wait_until("window.keptText?.length > 5000").await?;
            if act == "svg" {
                page.wait_until(&format!(
                    "(() => {{ const svg = new DOMParser().parseFromString(keptText, 'image/svg+xml');
                        return !svg.querySelector('parsererror') && svg.querySelector('title').textContent === '{title}'
                            && svg.querySelectorAll('text').length > 50; }})()"
                ))
                .await?;
            } else {
                page.wait_until("kept.at(-1).type === 'image/png'").await?;
            }
        }
        Ok(())
    });
}

#[test]
fn another_language_is_another_chart_and_only_one() {
    visit(async |page, _| {
        let near = async |page: &Page| -> Result<String> {
            page.wait_for_text(".lane-name", "政府措施").await?;
            page.click("[data-act=in]").await?;
            wait_for_address(page, "days=").await?;
            for act in ["in", "later"] {
                let before = window(page).await?;
                page.click(&format!("[data-act={act}]")).await?;
                page.wait_until(&format!("!location.search.includes('{before}')"))
                    .await?;
            }
            window(page).await
        };
        open(page, "?view=timeline&lang=zh-Hant").await?;
        let fresh = near(page).await?;
        open(page, "?view=timeline&lang=en").await?;
        page.click(".language[lang=zh-Hant]").await?;
        assert_eq!(near(page).await?, fresh);
        Ok(())
    });
}

#[test]
fn an_empty_result_says_so() {
    visit(async |page, _| {
        page.open("?view=timeline&q=zzzzzz").await?;
        page.settled().await?;
        page.wait_for_text("h1", "0 initiatives").await?;
        assert_eq!(page.count(".mark").await?, 0);
        assert_eq!(page.count(".chronicle-item").await?, 0);
        Ok(())
    });
}

#[test]
fn on_a_phone_it_runs_downwards() {
    Visit::new().phone().run(async |page, _| {
        page.open("?view=timeline&lang=zh-Hant").await?;
        page.settled().await?;
        page.wait_for(".chronicle-item").await?;
        page.wait_for(".chart-brush").await?;
        let sideways = page
            .script("return document.documentElement.scrollWidth > document.documentElement.clientWidth")
            .await?;
        assert_eq!(sideways, json!(false));
        page.click(".chronicle-name").await?;
        page.wait_for(".record-sources").await?;
        Ok(())
    });
}

#[test]
fn axe_finds_nothing() {
    for visit in [Visit::new(), Visit::new().dark(), Visit::new().phone()] {
        visit.run(async |page, _| {
            for lang in ["en", "zh-Hant", "zh-Hans"] {
                page.open(&format!("?view=timeline&lang={lang}")).await?;
                page.settled().await?;
                page.wait_for(".chronicle-item").await?;
                page.assert_accessible().await?;
            }
            Ok(())
        });
    }
}

#[test]
fn a_cluster_of_one_day_is_listed_and_each_of_its_records_opened() {
    visit(async |page, site| {
        page.open("").await?;
        let mut set = page
            .script("return fetch('data/dataset.json').then((answer) => answer.json())")
            .await?;
        // More than a lane has rows, all of one day.
        for record in set["initiatives"].as_array_mut().context("records")? {
            record["start"] = json!("2019-03-01");
            record["themes"] = json!(["ethics"]);
            for field in ["end", "about", "related"] {
                record.as_object_mut().context("a record")?.remove(field);
            }
            record["milestones"] = json!([]);
            record["status"] = json!("active");
        }
        site.answer("/day.json", 200, set.to_string())?;
        open(page, "?view=timeline&data=day.json&lanes=one").await?;
        let count = "document.querySelector('.is-cluster').textContent";
        let count = page.script(&format!("return Number({count})")).await?;
        page.script("document.querySelector('.is-cluster').scrollIntoView({ block: 'center' })")
            .await?;
        // With the mouse, since WebKit's driver takes what lies in a moved layer for hidden.
        let cluster = page.driver().find(By::Css(".is-cluster")).await?;
        page.driver()
            .action_chain()
            .move_to_element_center(&cluster)
            .click()
            .perform()
            .await?;
        page.wait_for(".chart-reading-list").await?;
        let listed = page.count(".chart-reading-list li").await?;
        assert_eq!(
            Some(listed as u64),
            count.as_u64().map(|count| count.min(200))
        );
        // The keyboard is at the first, and what the pointer comes across leaves the list as it is.
        page.wait_until(
            "document.activeElement.matches('.chart-reading-list li:first-child button')",
        )
        .await?;
        let name = page.text(".chart-reading-list li:nth-child(2)").await?;
        page.click(".chart-reading-list li:nth-child(2) button")
            .await?;
        page.wait_for_text(".record-name", &name).await?;
        let address = page.address().await?;
        assert!(address.contains("data=day.json") && address.contains("lanes=one"));
        page.press(Key::Escape).await?;
        page.wait_until_gone(".record").await?;
        page.wait_for(".chart-reading-list").await?;
        Ok(())
    });
}
