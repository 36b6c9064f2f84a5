//! Timelines, tables and pages on paper: nothing lies in a wrong place, all is there, and it says where it comes from.

use anyhow::{Context, Result};
use browser_tests::data::records;
use browser_tests::{Engine, Key, Page, Visit, visit};
use serde_json::json;

/// How many rows are printed at most.
const MOST: usize = 5000;

/// The names of the lanes on the screen with their counts, and how far below the plot's top the middle of each of their bars
/// lies.
const LANES: &str = "
    const top = document.querySelector('.chart-plot').getBoundingClientRect().top;
    const middle = (bar) => { const box = bar.getBoundingClientRect(); return (box.top + box.bottom) / 2 - top; };
    const lanes = [...document.querySelectorAll('.chart-plot .lane')].map((lane) => [...lane.querySelectorAll('.row-bar')].map(middle));
    const names = [...document.querySelectorAll('.lane-head')].map((head) => [...head.children].map((part) => part.textContent).join(' '));
    return lanes.filter((bars) => bars.length).map((bars, nth) => [names[nth], bars]);";

/// The pieces of the chart on paper: the name of the lane that begins with one, and between which heights of the plot it lies.
const PIECES: &str = "
    return [...document.querySelectorAll('.chart-paper tbody tr')].map((row) => {
        const [, top, , height] = row.querySelector('svg').getAttribute('viewBox').split(' ').map(Number);
        return [row.querySelector('.paper-lane')?.textContent ?? '', top, top + height];
    });";

async fn open(page: &Page, address: &str, shown: &str) -> Result<()> {
    page.open(address).await?;
    page.settled().await?;
    page.wait_for(shown).await?;
    Ok(())
}

async fn wait_for_rows(page: &Page, count: usize) -> Result<()> {
    let rows = "document.querySelectorAll('.table tbody tr').length";
    page.wait_until(&format!("{rows} === {count}")).await
}

#[test]
fn each_lane_is_printed_below_its_name() {
    visit(async |page, _| {
        open(page, "?view=timeline&sector=health", ".lane-head").await?;
        let lanes: Vec<(String, Vec<f64>)> = serde_json::from_value(page.script(LANES).await?)?;
        assert!(lanes.len() > 2);
        page.begin_printing().await?;
        page.wait_until("document.querySelector('.chart-paper')")
            .await?;
        let pieces: Vec<(String, f64, f64)> = serde_json::from_value(page.script(PIECES).await?)?;
        // What lies between two pieces is the head of the second, which the name on paper takes the place of.
        let mut printed: Vec<(String, Vec<(f64, f64)>)> = Vec::new();
        for (name, top, bottom) in pieces {
            match printed.last_mut().filter(|_| name.is_empty()) {
                Some((_, heights)) => {
                    assert_eq!(heights.last().context("a piece")?.1, top);
                    heights.push((top, bottom));
                }
                None => printed.push((name, vec![(top, bottom)])),
            }
        }
        assert_eq!(printed.len(), lanes.len());
        for ((name, bars), (title, heights)) in lanes.iter().zip(&printed) {
            assert_eq!(name, title);
            for bar in bars {
                let holds = |(top, bottom): &&(f64, f64)| top < bar && bar < bottom;
                assert_eq!(heights.iter().filter(holds).count(), 1, "{name}: {bar}");
            }
        }
        page.script("dispatchEvent(new Event('afterprint'))")
            .await?;
        page.wait_until("!document.querySelector('.chart-paper')")
            .await
    });
}

/// The left, upper, right and lower edges of all elements that match, on one endless sheet.
async fn boxes(page: &Page, css: &str) -> Result<Vec<[f64; 4]>> {
    let boxes = format!(
        "return [...document.querySelectorAll('{css}')].map((element) => {{
            const {{ left, top, right, bottom }} = element.getBoundingClientRect();
            return [left, top + scrollY, right, bottom + scrollY];
        }})"
    );
    Ok(serde_json::from_value(page.script(&boxes).await?)?)
}

#[test]
fn the_printed_timeline_lies_on_its_sheets() {
    visit(async |page, _| {
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        open(page, "?view=timeline&sector=health", ".lane-head").await?;
        let [width, height] = page.show_on_paper().await?;
        page.wait_for(".chart-paper").await?;
        page.wait_until_gone(".chart-field").await?;
        let pieces = boxes(page, ".chart-piece").await?;
        let (calendar, first) = (pieces[0], pieces[1]);
        // The bars begin where the chart does, on its first sheet.
        assert!(
            calendar[3] <= first[1] && first[3] < height,
            "{calendar:?} {first:?}"
        );
        for piece in &pieces {
            // As wide as the calendar, which is no wider than the sheet.
            assert_eq!((piece[0], piece[2]), (calendar[0], calendar[2]));
            assert!(0.0 <= piece[0] && piece[2] <= width, "{piece:?}");
        }
        let rows = boxes(page, ".chart-paper tr").await?;
        let list = boxes(page, ".chronicle").await?;
        for pair in [&rows[..], &list[..1]].concat().windows(2) {
            assert!(pair[0][3] <= pair[1][1] + 0.1, "{pair:?}");
        }
        // No row is parted by the end of a sheet.
        let room = height - (calendar[3] - calendar[1]);
        assert!(rows.iter().all(|row| row[3] - row[1] < room));
        let parted = "return [...document.querySelectorAll('.chart-paper tr')]
            .filter((row) => getComputedStyle(row).breakInside !== 'avoid').length";
        assert_eq!(page.script(parted).await?, 0);
        Ok(())
    });
}

#[test]
fn a_table_has_its_heads_on_each_sheet() {
    visit(async |page, _| {
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        open(
            page,
            "?view=table&sector=health&rows=sums",
            ".table tbody tr",
        )
        .await?;
        page.show_on_paper().await?;
        // A head is repeated where it is the table's and stays in its place, and of what is in it all but buttons.
        let styles = "const style = (css) => getComputedStyle(document.querySelector(css));
            const cells = [...document.querySelectorAll('.table :is(th, td)')].map((cell) => getComputedStyle(cell).position);
            return [style('.table thead').display, style('.table-sort').display, [...new Set(cells)].join()];";
        let expected = json!(["table-header-group", "contents", "static"]);
        assert_eq!(page.script(styles).await?, expected);
        Ok(())
    });
}

#[test]
fn all_rows_go_on_paper() {
    visit(async |page, _| {
        let sources = records()?
            .iter()
            .filter_map(|record| Some(record.0["sources"].as_array()?.len()))
            .sum();
        assert!((1001..=MOST).contains(&sources), "{sources}");
        open(page, "?view=table&rows=sources", ".table tbody tr").await?;
        wait_for_rows(page, 50).await?;
        page.begin_printing().await?;
        wait_for_rows(page, sources).await?;
        assert_eq!(page.count(".paper-rest").await?, 0);
        Ok(())
    });
}

#[test]
fn what_no_paper_takes_is_said_on_it() {
    visit(async |page, site| {
        // Drawing so many takes long in some browsers, and is the same in all.
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        page.open("").await?;
        let mut set = browser_tests::data::own_set(page).await?;
        let records = set["initiatives"].as_array_mut().context("records")?;
        records.retain(|record| record["related"].is_null() && record["milestones"].is_array());
        records.truncate(1);
        let milestone = records[0]["milestones"][0].clone();
        let milestones = (0..=MOST).map(|nth| {
            let mut milestone = milestone.clone();
            for (_, text) in milestone["text"].as_object_mut().into_iter().flatten() {
                *text = format!("{} {nth}", text.as_str().unwrap_or_default()).into();
            }
            milestone
        });
        records[0]["milestones"] = milestones.collect();
        site.answer("/other.json", 200, set.to_string())?;
        let address = format!(
            "?view=table&rows=milestones&data={}/other.json",
            site.origin()
        );
        open(page, &address, ".table tbody tr").await?;
        page.show_on_paper().await?;
        wait_for_rows(page, MOST).await?;
        let said = page.text(".paper-rest").await?;
        assert!(said.contains("5,000 of 5,001"), "{said}");
        Ok(())
    });
}

/// The views and pages, with what stands in them before they are printed.
const PRINTED: [(&str, &str); 7] = [
    ("?view=cards&theme=ethics", "article.card"),
    ("?view=cards&id=astri", ".record"),
    ("?view=table&theme=ethics", ".table tbody tr"),
    ("?view=timeline&theme=ethics", ".lane-head"),
    ("theme/ethics/", "article.card"),
    ("organisation/hku/", "article.card"),
    ("all/", ".plain-table tbody tr"),
];

#[test]
fn what_is_printed_says_where_it_comes_from() {
    visit(async |page, site| {
        for (address, shown) in PRINTED {
            page.open(address).await?;
            page.wait_for(shown).await?;
            let is_view = address.starts_with('?');
            if is_view {
                page.settled().await?;
                page.wait_until("document.querySelector('.paper-note')")
                    .await?;
            }
            page.begin_printing().await?;
            let full = format!("{}/{address}", site.origin());
            page.wait_until(&format!(
                "document.querySelector('.paper-address')?.textContent === '{full}'"
            ))
            .await?;
            let note = page
                .script("return document.querySelector('.paper-note').textContent")
                .await?;
            let note = note.as_str().context("a note")?;
            for part in ["Hong Kong AI Explorer", "Data last changed", "CC BY 4.0"] {
                assert!(note.contains(part), "{address}: {note}");
            }
            if is_view {
                page.wait_until("document.querySelector('.paper-note svg path')")
                    .await?;
            }
            assert_eq!(
                page.script("return document.querySelector('.paper-note').checkVisibility()")
                    .await?,
                false,
                "{address}: on paper alone"
            );
            let missing = "return Promise.all([...document.querySelectorAll('[data-address]')].slice(0, 3).map(async (named) => {
                const root = location.href.replace(/(theme|organisation|all)\\/.*|\\?.*/, '');
                const answer = await fetch(new URL(named.dataset.address, root));
                return answer.ok && named.dataset.address.includes('initiative/');
            })).then((found) => found.join())";
            assert_eq!(page.script(missing).await?, "true,true,true", "{address}");
        }
        Ok(())
    });
}

#[test]
fn what_is_printed_has_sheets_and_the_page_goes_on_as_it_was() {
    visit(async |page, _| {
        // Its driver does not print.
        if page.engine() == Engine::Webkit {
            return Ok(());
        }
        for (address, shown) in &PRINTED[..3] {
            open(page, address, shown).await?;
            let before = page.count(shown).await?;
            let pdf = page.print().await?;
            assert!(pdf.starts_with(b"%PDF"), "{address}");
            // Chromium writes each sheet as a plain object; what others write is packed.
            if page.engine() == Engine::Chromium {
                let sheets = pdf.windows(12).filter(|part| part == b"/Type /Page\n");
                assert!((3..30).contains(&sheets.count()), "{address}");
            }
            page.wait_until(&format!(
                "document.querySelectorAll('{shown}').length === {before}"
            ))
            .await?;
        }
        Ok(())
    });
}

#[test]
fn an_open_record_is_a_part_of_the_page_on_paper() {
    Visit::new().size(800, 900).run(async |page, _| {
        open(page, "?view=cards", "article.card").await?;
        page.click("article.card a").await?;
        page.wait_for("dialog.panel:modal .record").await?;
        let place = "document.querySelector('.panel').scrollTop";
        page.script(&format!("{place} = 150")).await?;
        let top = page.script(&format!("return {place}")).await?;
        page.begin_printing().await?;
        // What is modal would lie over the note at the page's end.
        page.wait_for("dialog.panel[open]:not(:modal) .record")
            .await?;
        page.wait_until("document.querySelector('.paper-note .paper-address')")
            .await?;
        page.script("dispatchEvent(new Event('afterprint'))")
            .await?;
        page.wait_for("dialog.panel:modal .record").await?;
        // Whoever reads stays where they were, but in WebKit, which forgets how far a dialog was scrolled.
        if page.engine() != Engine::Webkit {
            page.wait_until(&format!("{place} === {top}")).await?;
        }
        page.press(Key::Escape).await?;
        page.wait_until_gone("dialog.panel[open]").await?;
        page.wait_until("document.activeElement === document.querySelector('article.card a')")
            .await
    });
}
