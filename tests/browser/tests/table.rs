//! What is found as a table, and what is taken away of it, held against a plain look at the records.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use browser_tests::data::{Record, records};
use browser_tests::{Key, Page, Portal, Visit, audited, visit};
use serde_json::Value;

const LANGUAGES: [&str; 3] = ["en", "zh-Hant", "zh-Hans"];

/// The records that fit, the newest first, equal ones by their names.
fn found(fits: impl Fn(&Record) -> bool) -> Result<Vec<Record>> {
    let mut found = records()?;
    found.retain(fits);
    Ok(found)
}

fn is_of_ethics(record: &Record) -> bool {
    record.has("themes", "ethics")
}

/// A list of all these records.
fn list(records: &[Record], field: &str) -> Vec<Value> {
    let lists = records.iter().map(|record| record.0[field].clone());
    lists
        .flat_map(|list| list.as_array().cloned().unwrap_or_default())
        .collect()
}

async fn open(page: &Page, address: &str) -> Result<()> {
    page.open(address).await?;
    page.settled().await?;
    page.wait_for(".table tbody tr").await?;
    Ok(())
}

/// Waits until the table says how many rows there are, and that so many of them are drawn.
async fn wait_for_rows(page: &Page, caption: &str, drawn: usize) -> Result<()> {
    page.wait_for_text(".table caption", caption).await?;
    page.wait_until(&format!(
        "document.querySelectorAll('.table tbody tr').length === {drawn}"
    ))
    .await
}

/// What stands in a column, in the order of the rows.
async fn column(page: &Page, key: &str) -> Result<Vec<String>> {
    page.texts(&format!(".table td[data-column='{key}']")).await
}

/// Chooses what has a row.
async fn choose_rows(page: &Page, rows: &str) -> Result<()> {
    let choose = format!(
        "const choice = document.querySelector('.row-choice select');
         choice.value = '{rows}';
         choice.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    );
    page.script(&choose).await?;
    Ok(())
}

/// From now on, keeps what the page hands to the browser, in place of the browser.
pub async fn keep_files(page: &Page) -> Result<()> {
    page.script(
        "const make = URL.createObjectURL;
         URL.createObjectURL = (blob) => { window.taken = blob; return make.call(URL, blob); };
         HTMLAnchorElement.prototype.click = function () { window.takenAs = this.download; };",
    )
    .await?;
    Ok(())
}

/// Takes what is found away in a form: the name of the file, and what is in it.
pub async fn take(page: &Page, form: &str) -> Result<(String, Vec<u8>)> {
    page.script("window.takenAs = undefined").await?;
    page.script("document.querySelector('.take').open = true")
        .await?;
    page.click(&format!("[data-take='{form}']")).await?;
    page.wait_until("window.takenAs").await?;
    let name = page.script("return window.takenAs").await?;
    let name = name.as_str().context("a name")?.to_owned();
    page.wait_for_text(".take-outcome", &name).await?;
    let bytes = page
        .script("return window.taken.arrayBuffer().then((buffer) => [...new Uint8Array(buffer)])")
        .await?;
    Ok((name, serde_json::from_value(bytes)?))
}

/// The rows of a CSV file, by the heads of its columns.
pub fn cells(csv: &[u8], head: &str) -> Result<Vec<String>> {
    let text = csv.strip_prefix("\u{feff}".as_bytes());
    let mut reader = csv::Reader::from_reader(text.context("a byte order mark")?);
    let place = reader.headers()?.iter().position(|other| other == head);
    let place = place.with_context(|| format!("a column {head}"))?;
    let cells = reader.records().map(|row| Ok(row?[place].to_owned()));
    cells.collect()
}

#[test]
fn what_is_found_is_a_table_whose_rows_and_columns_are_chosen_and_sorted() {
    visit(async |page, _| {
        let ethics = found(is_of_ethics)?;
        page.open("?view=cards&theme=ethics").await?;
        page.settled().await?;
        page.click(".forms a[href*='view=table']").await?;
        let count = format!("{} initiatives", ethics.len());
        wait_for_rows(page, &count, ethics.len().min(50)).await?;
        let address = page.address().await?;
        assert!(address.ends_with("?view=table&theme=ethics"), "{address}");

        // A press on a head sorts, and a second one from the other end.
        page.click("[data-sort='start']").await?;
        page.wait_for("th[aria-sort='ascending'] [data-sort='start']")
            .await?;
        let names = page.texts(".table tbody th").await?;
        let oldest = ethics.iter().map(|record| record.text("start")).min();
        let first = ethics.iter().find(|record| record.name("en") == names[0]);
        assert_eq!(first.map(|record| record.text("start")), oldest);
        assert!(page.address().await?.contains("sort=oldest"));
        page.click("[data-sort='status']").await?;
        page.wait_for("th[aria-sort='ascending'] [data-sort='status']")
            .await?;
        assert!(page.address().await?.contains("by=status"));

        let sums = list(&ethics, "amounts");
        choose_rows(page, "sums").await?;
        wait_for_rows(page, &format!("{} sums", sums.len()), sums.len().min(50)).await?;
        page.click("[data-sort='amount']").await?;
        page.wait_for("th[aria-sort='descending'] [data-sort='amount']")
            .await?;
        // The menu says the same.
        page.wait_until("document.querySelector('.order .order-field').value === 'amount'")
            .await?;
        let mut plain: Vec<u64> = sums.iter().filter_map(|sum| sum["hkd"].as_u64()).collect();
        plain.sort_unstable_by(|a, b| b.cmp(a));
        plain.truncate(50);
        let shown = column(page, "amount").await?.into_iter();
        let shown: Vec<u64> = shown
            .map(|text| text.replace(',', "").parse())
            .collect::<Result<_, _>>()?;
        assert_eq!(shown, plain);

        page.click(".columns summary").await?;
        page.click(".columns [data-column='to']").await?;
        page.wait_for("[data-sort='to']").await?;
        page.click(".columns [data-column='what']").await?;
        page.wait_until_gone("[data-sort='what']").await?;
        let heads = page.texts(".table thead th").await?;
        assert_eq!(
            heads,
            [
                "Initiative",
                "HK$",
                "Kind of sum",
                "Date",
                "From",
                "Part of a sum of",
                "To"
            ]
        );
        page.click(".columns li:last-child .column-move").await?;
        page.wait_for_text(".table thead th:last-child", "Part of a sum of")
            .await?;

        for (rows, field, noun) in [
            ("milestones", "milestones", "milestones"),
            ("sources", "sources", "sources"),
        ] {
            choose_rows(page, rows).await?;
            let count = list(&ethics, field).len();
            wait_for_rows(page, &format!("{count} {noun}"), count.min(50)).await?;
        }
        // More, as one asks.
        page.click(".more button").await?;
        page.wait_until("document.querySelectorAll('.table tbody tr').length === 100")
            .await
    });
}

#[test]
fn years_leave_the_sums_and_milestones_that_are_dated_in_them() {
    visit(async |page, _| {
        let dated = |lists: Vec<Value>| {
            let dates = lists.into_iter().filter_map(|item| {
                let date = item["date"].as_str()?;
                date.starts_with("2024").then(|| date.to_owned())
            });
            dates.collect::<Vec<String>>()
        };
        // The years choose records by what happened, and of these the rows.
        let mut all = records()?;
        all.retain(|record| {
            let milestones = record.0["milestones"].as_array().into_iter().flatten();
            let dates = milestones.map(|milestone| &milestone["date"]);
            let mut dates = dates.chain([&record.0["start"], &record.0["end"]]);
            dates.any(|date| date.as_str().is_some_and(|date| date.starts_with("2024")))
        });
        let mut milestones = dated(list(&all, "milestones"));
        open(page, "?view=table&rows=milestones&from=2024&to=2024").await?;
        wait_for_rows(page, &format!("{} milestones", milestones.len()), 50).await?;
        page.wait_for_text(".table caption", "Only those dated in these years")
            .await?;
        // The newest come first, and the head says so.
        page.wait_for("th[aria-sort='descending'] [data-sort='date']")
            .await?;
        keep_files(page).await?;
        let (_, csv) = take(page, "csv").await?;
        milestones.sort();
        let mut taken = cells(&csv, "date")?;
        taken.sort();
        assert_eq!(taken, milestones);
        choose_rows(page, "sums").await?;
        let sums = dated(list(&all, "amounts")).len();
        wait_for_rows(page, &format!("{sums} sums"), sums.min(50)).await?;
        choose_rows(page, "sources").await?;
        page.wait_for_text(".table caption", "whatever their date")
            .await
    });
}

#[test]
fn a_sum_leads_to_the_pages_on_which_it_rests() {
    visit(async |page, _| {
        open(
            page,
            "?view=table&rows=sums&columns=amount,cited&list=rgc-ai-research-grants",
        )
        .await?;
        let all = records()?;
        let mut all = all.iter();
        let record = all.find(|record| record.0["id"] == "rgc-ai-research-grants");
        let record = record.context("a record")?;
        let mut pages = BTreeSet::new();
        for sum in record.0["amounts"].as_array().context("sums")? {
            for number in sum["sources"].as_array().context("numbers")? {
                let place = number.as_u64().context("a number")? as usize - 1;
                let url = record.0["sources"][place]["url"].as_str();
                pages.insert(url.context("an address")?.to_owned());
            }
        }
        let links = "return [...document.querySelectorAll(\"td[data-column='cited'] a\")].map((link) => link.getAttribute('href'))";
        let links: BTreeSet<String> = serde_json::from_value(page.script(links).await?)?;
        assert_eq!(links, pages);
        Ok(())
    });
}

#[test]
fn a_search_and_filters_narrow_the_table_and_a_name_opens_its_record() {
    visit(async |page, _| {
        open(page, "?view=table").await?;
        page.type_into("#search", "cyberport").await?;
        page.wait_for(".table tbody th mark").await?;
        assert!(page.address().await?.contains("view=table"));
        page.type_into("#search", "zzzzzz").await?;
        page.wait_for(".nothing").await?;
        page.open("?view=table").await?;
        page.settled().await?;
        page.click("[data-value='ethics']").await?;
        let ethics = found(is_of_ethics)?.len();
        wait_for_rows(page, &format!("{ethics} initiatives"), ethics.min(50)).await?;
        let name = page.text(".table tbody th").await?;
        page.click(".table tbody th a").await?;
        page.wait_for_text("#record-name", &name).await?;
        page.back().await?;
        page.wait_until_gone("#record-name").await
    });
}

#[test]
fn the_table_is_worked_by_keyboard() {
    visit(async |page, _| {
        open(page, "?view=table&rows=milestones").await?;
        page.script("document.querySelector('.table-frame').focus()")
            .await?;
        // The frame scrolls by itself, and says what it is.
        let name =
            "document.getElementById(document.activeElement.getAttribute('aria-labelledby'))";
        page.wait_until(&format!("{name}.textContent.includes('milestones')"))
            .await?;
        page.press(Key::PageDown).await?;
        page.wait_until("document.activeElement.scrollTop > 0")
            .await?;
        page.tab().await?;
        page.wait_until("document.activeElement.dataset.sort === 'name'")
            .await?;
        page.tab().await?;
        page.press(Key::Enter).await?;
        page.wait_for("th[aria-sort='ascending'] [data-sort='date']")
            .await?;
        // The head still has the keyboard, so that a second press sorts from the other end.
        page.press(Key::Enter).await?;
        page.wait_for("th[aria-sort='descending'] [data-sort='date']")
            .await?;
        // The heads stay in sight, and so does what they stand above.
        page.script("document.querySelector('.table tbody tr:last-child a').focus()")
            .await?;
        page.wait_until(
            "document.querySelector('thead th').getBoundingClientRect().bottom <=
             document.activeElement.getBoundingClientRect().top",
        )
        .await?;
        page.press(Key::Enter).await?;
        page.wait_for("#record-name").await?;
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_in_the_table() {
    for visit in audited(&[Visit::new(), Visit::new().dark(), Visit::new().phone()]) {
        visit.run(async |page, _| {
            for lang in audited(&LANGUAGES) {
                for rows in ["initiatives", "sources"] {
                    open(page, &format!("?view=table&rows={rows}&lang={lang}")).await?;
                    page.script(
                        "document.querySelectorAll('.table-tools details').forEach((one) => one.open = true)",
                    )
                    .await?;
                    page.assert_accessible().await?;
                }
            }
            Ok(())
        });
    }
}

#[test]
fn what_is_found_is_taken_away_as_files() {
    visit(async |page, _| {
        let ethics = found(|record| {
            is_of_ethics(record) && record.years().iter().any(|year| *year >= 2023)
        })?;
        open(
            page,
            "?view=table&theme=ethics&from=2023&rows=sums&columns=amount,what&by=-amount",
        )
        .await?;
        keep_files(page).await?;

        let (name, csv) = take(page, "csv").await?;
        assert!(
            name.starts_with("hong-kong-ai-explorer_sum-of-money_ethics_from-2023_"),
            "{name}"
        );
        let has_ending = |ending: &str| name.ends_with(ending);
        assert!(has_ending(".csv"), "{name}");
        let mut since = list(&ethics, "amounts");
        since.retain(|sum| sum["date"].as_str().is_some_and(|date| date >= "2023"));
        let mut plain: Vec<u64> = since.iter().filter_map(|sum| sum["hkd"].as_u64()).collect();
        plain.sort_unstable_by(|a, b| b.cmp(a));
        let sums: Vec<u64> = cells(&csv, "hkd")?
            .iter()
            .map(|cell| cell.parse())
            .collect::<Result<_, _>>()?;
        assert_eq!(sums, plain);
        let said: BTreeSet<String> = cells(&csv, "what@zh-Hant")?.into_iter().collect();
        let plain: BTreeSet<String> = since
            .iter()
            .filter_map(|sum| sum["what"]["zh-Hant"].as_str().map(str::to_owned))
            .collect();
        assert_eq!(said, plain);
        let address = page.script("return location.href").await?;
        assert!(cells(&csv, "view")?.iter().all(|view| *view == address));
        assert!(
            cells(&csv, "licence")?
                .iter()
                .all(|licence| licence == "CC BY 4.0")
        );

        let (_, json) = take(page, "json").await?;
        assert_taken(&serde_json::from_slice(&json)?, &ethics)?;

        let pages: BTreeSet<String> = list(&ethics, "sources")
            .iter()
            .map(|source| {
                source["url"]
                    .as_str()
                    .map_or_else(|| source["title"].to_string(), str::to_owned)
            })
            .collect();
        let (_, ris) = take(page, "ris").await?;
        let ris = String::from_utf8(ris)?;
        assert_eq!(ris.matches("TY  - ELEC\r\n").count(), pages.len());
        let (_, bibtex) = take(page, "bib").await?;
        let bibtex = String::from_utf8(bibtex)?;
        assert_eq!(bibtex.matches("@misc{").count(), pages.len());
        let (_, apa) = take(page, "txt").await?;
        let apa = String::from_utf8(apa)?;
        // Where they come from, and each of them, with empty lines between.
        assert_eq!(apa.trim_end().split("\n\n").count(), 1 + pages.len());
        let (_, calendar) = take(page, "ics").await?;
        let calendar = String::from_utf8(calendar)?;
        let ends = ethics.iter().filter(|record| !record.0["end"].is_null());
        let dates = ethics.len() + list(&ethics, "milestones").len() + ends.count();
        assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), dates);
        Ok(())
    });
}

/// Holds the JSON that was taken away against the records: they are whole, and as they were written, but for ties to records
/// that are not among them.
fn assert_taken(json: &Value, found: &[Record]) -> Result<()> {
    let ids: BTreeSet<String> = found
        .iter()
        .map(|record| record.text("id").to_owned())
        .collect();
    let taken = json["initiatives"].as_array().context("records")?;
    assert_eq!(taken.len(), found.len());
    for record in found {
        let mut plain = record.0.clone();
        without_ties(&mut plain, &ids);
        assert!(taken.contains(&plain), "{}", plain["id"]);
    }
    Ok(())
}

/// Takes ties to other records than these out of a record.
fn without_ties(record: &mut Value, ids: &BTreeSet<String>) {
    let is_there = |tie: &Value| tie["id"].as_str().is_some_and(|id| ids.contains(id));
    let Some(fields) = record.as_object_mut() else {
        return;
    };
    if let Some(related) = fields.get_mut("related").and_then(Value::as_array_mut) {
        related.retain(is_there);
        if related.is_empty() {
            fields.remove("related");
        }
    }
    let sums = fields.get_mut("amounts").and_then(Value::as_array_mut);
    for sum in sums.into_iter().flatten().filter_map(Value::as_object_mut) {
        if sum.get("part_of").is_some_and(|whole| !is_there(whole)) {
            sum.remove("part_of");
        }
    }
}

#[test]
fn what_is_found_is_copied_as_a_table() {
    visit(async |page, _| {
        let ethics = found(is_of_ethics)?;
        open(page, "?view=table&theme=ethics").await?;
        page.script(
            "Clipboard.prototype.write = async ([item]) => { window.copied = item; };
             document.querySelector('.take').open = true;",
        )
        .await?;
        page.click("[data-take='copy']").await?;
        page.wait_for_text(".take-outcome", "Copied.").await?;
        let read = "return window.copied.getType(arguments[0]).then((blob) => blob.text())";
        let of_type = async |kind: &str| -> Result<String> {
            let script = read.replace("arguments[0]", &format!("'{kind}'"));
            let text = page.script(&script).await?;
            Ok(text.as_str().context("a text")?.to_owned())
        };
        let text = of_type("text/plain").await?;
        let lines: Vec<&str> = text.lines().collect();
        // A head, the rows, and where they come from after an empty line.
        assert_eq!(lines.len(), 1 + ethics.len() + 2);
        assert!(lines[0].starts_with("Initiative\tBegan\t"), "{}", lines[0]);
        let html = of_type("text/html").await?;
        assert_eq!(html.matches("<tr>").count(), 1 + ethics.len());
        // A browser that does not allow it says so.
        page.script("Clipboard.prototype.write = async () => { throw new Error('no'); };")
            .await?;
        page.click("[data-take='copy']").await?;
        page.wait_for_text(".take-outcome", "did not allow").await
    });
}

#[test]
fn another_data_set_is_a_table_as_well_and_is_taken_away() {
    visit(async |page, site| {
        // Records with ties to others, and sums that are part of others' sums.
        let is_tied = |record: &Record| {
            let mut sums = record.0["amounts"].as_array().into_iter().flatten();
            record.0["related"].is_array() && sums.any(|sum| sum["part_of"].is_object())
        };
        let tied = found(is_tied)?;
        let ids: Vec<&str> = tied
            .iter()
            .take(3)
            .map(|record| record.text("id"))
            .collect();
        assert_eq!(ids.len(), 3);
        open(page, &format!("?view=table&list={}", ids.join(","))).await?;
        keep_files(page).await?;
        let (_, json) = take(page, "json").await?;
        let mut set: Value = serde_json::from_slice(&json)?;
        let records = set["initiatives"].as_array_mut().context("records")?;
        records[0]["amounts"][0]["what"]["en"] =
            "=HYPERLINK(\"https://example.org\",\"a,b\")".into();
        let sums: usize = records
            .iter()
            .filter_map(|record| Some(record["amounts"].as_array()?.len()))
            .sum();
        site.answer("/other.json", 200, set.to_string())?;
        open(page, "?data=other.json&view=table&rows=sums").await?;
        page.wait_for_text(".table caption", &format!("{sums} sum"))
            .await?;
        // What was taken away is sound by itself: nobody is told of a fault.
        page.wait_until("!document.querySelector('details.notice')")
            .await?;
        keep_files(page).await?;
        let (_, csv) = take(page, "csv").await?;
        let what = cells(&csv, "what@en")?;
        assert_eq!(what.len(), sums);
        assert!(
            what.iter()
                .any(|cell| cell == "'=HYPERLINK(\"https://example.org\",\"a,b\")"),
            "{what:?}"
        );
        let pages = cells(&csv, "page")?;
        assert!(
            pages.iter().all(|page| page.contains("data=other.json")),
            "{pages:?}"
        );
        Ok(())
    });
}

#[test]
fn where_there_is_no_row_a_sentence_says_so() {
    visit(async |page, site| {
        let none = |record: &Record| record.0["amounts"].is_null();
        let record = records()?.into_iter().find(none).context("no sums")?;
        let address = format!("?view=table&list={}&rows=sums", record.text("id"));
        page.open(&address).await?;
        page.settled().await?;
        page.wait_for_text(".results", "have none of these").await?;
        assert_eq!(page.count(".table, .take").await?, 0);
        choose_rows(page, "sources").await?;
        page.wait_for(".table tbody tr").await?;
        page.wait_for(".take").await?;

        // What was found then has some, and none of them is of these years.
        page.open("?view=table&rows=sums&from=2014&to=2014").await?;
        page.settled().await?;
        page.wait_for_text(".results", "None of these is dated in these years.")
            .await?;

        // A data set without records: nothing narrows it, and nothing can be taken back.
        let set = "return fetch('data/dataset.json').then((answer) => answer.json())";
        let mut set = page.script(set).await?;
        set["initiatives"] = serde_json::json!([]);
        site.answer("/none.json", 200, set.to_string())?;
        for view in ["cards", "table"] {
            page.open(&format!("?data=none.json&view={view}")).await?;
            page.settled().await?;
            page.wait_for_text(".nothing", "This data has no initiatives.")
                .await?;
            assert_eq!(page.count(".nothing a").await?, 0);
        }
        Ok(())
    });
}

#[test]
fn in_a_frame_that_forbids_downloads_the_address_can_be_copied_by_hand() {
    visit(async |page, site| {
        open(page, "?view=table&theme=ethics").await?;
        page.script("document.querySelector('.take').open = true")
            .await?;
        assert_eq!(page.count(".take-framed").await?, 0);
        let _portal = Portal::enter_sandbox(page, site).await?;
        page.click(".forms a[href*='view=table']").await?;
        page.wait_for(".table tbody tr").await?;
        page.script("document.querySelector('.take').open = true")
            .await?;
        page.click("[data-take='csv']").await?;
        page.wait_for_text(".take-outcome", "the page around this one decides")
            .await?;
        let address = page.text(".take-address").await?;
        assert_eq!(
            address,
            format!("{}/?view=table&theme=ethics&lang=en", site.origin())
        );
        let ways = page.text(".take-framed").await?;
        assert!(ways.contains("a tab of its own, or open"), "{ways}");
        Ok(())
    });
}

#[test]
fn lists_that_do_not_arrive_are_told_and_tried_again() {
    visit(async |page, site| {
        let path = "/data/sources.json";
        site.answer(path, 503, "")?;
        page.open("?view=table&rows=sources").await?;
        page.wait_for_text("main [role=alert]", "503").await?;
        site.restore(path);
        page.click("main [role=alert] button").await?;
        page.wait_for(".table tbody tr").await?;
        page.wait_until_gone("main [role=alert]").await
    });
}
