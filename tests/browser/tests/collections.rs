//! Records are kept by a star, and a collection is handed on by its address.

use anyhow::{Context, Result};
use browser_tests::data::{Record, records};
use browser_tests::{By, Engine, Key, Page, Portal, Visit, audited, visit};
use serde_json::{Value, json};

use crate::table::{cells, keep_files, take};

/// What the browser keeps of the explorer's own data: the ids, before the title.
async fn kept(page: &Page) -> Result<Vec<String>> {
    let text = page
        .script("return localStorage.getItem('explorer-kept:') ?? ''")
        .await?;
    let text = text.as_str().context("a text")?;
    let (ids, _) = text.split_once('\n').unwrap_or((text, ""));
    let ids = ids.split(',').filter(|id| !id.is_empty());
    Ok(ids.map(str::to_owned).collect())
}

async fn open(page: &Page, address: &str) -> Result<()> {
    page.open(address).await?;
    page.settled().await
}

/// Presses the star that matches, and waits until it is on or off.
async fn press(page: &Page, star: &str, is_on: bool) -> Result<()> {
    page.click(star).await?;
    page.wait_for(&format!("{star}[aria-pressed='{is_on}']"))
        .await?;
    Ok(())
}

/// The first records of the data in the order of their ids.
fn first(count: usize) -> Result<Vec<Record>> {
    let mut records = records()?;
    records.sort_by_key(|record| record.text("id").to_owned());
    records.truncate(count);
    Ok(records)
}

/// A list for an address.
fn list(records: &[Record]) -> String {
    let ids: Vec<&str> = records.iter().map(|record| record.text("id")).collect();
    ids.join(",")
}

fn names(records: &[Record]) -> Vec<&str> {
    records.iter().map(|record| record.name("en")).collect()
}

#[test]
fn what_is_kept_by_a_star_stays_over_a_reload() {
    visit(async |page, _| {
        let three = first(3)?;
        let [card, row, record] = [0, 1, 2].map(|place| three[place].text("id"));
        open(page, &format!("?view=cards&list={card}")).await?;
        assert_eq!(page.count(".header .kept").await?, 0);
        press(page, "article.card .star", true).await?;
        page.wait_for_text(".header .kept", "1").await?;

        open(page, &format!("?view=table&list={card},{row}")).await?;
        page.wait_for(".table tbody tr:nth-of-type(1) .star[aria-pressed='true']")
            .await?;
        press(page, ".table tbody tr:nth-of-type(2) .star", true).await?;

        open(page, &format!("?view=timeline&id={record}")).await?;
        page.wait_for(".record-name").await?;
        press(page, ".record .star", true).await?;
        let name = page
            .script("return document.querySelector('.record .star').getAttribute('aria-label')")
            .await?;
        assert_eq!(name, json!(format!("Keep {}", three[2].name("en"))));
        assert_eq!(kept(page).await?, [card, row, record]);

        page.driver().refresh().await?;
        page.settled().await?;
        page.wait_for_text(".header .kept", "3").await?;
        page.wait_for(".record .star[aria-pressed='true']").await?;
        press(page, ".record .star", false).await?;
        page.wait_for_text(".header .kept", "2").await?;
        assert_eq!(kept(page).await?, [card, row]);
        Ok(())
    });
}

#[test]
fn ones_own_collection_opens_at_an_address_that_can_be_handed_on() {
    visit(async |page, _| {
        let two = first(2)?;
        // The second one first: a collection has the order in which it was made.
        for record in [&two[1], &two[0]] {
            open(page, &format!("?view=cards&list={}", record.text("id"))).await?;
            press(page, "article.card .star", true).await?;
        }
        open(page, "?view=cards&theme=ethics").await?;
        page.click(".header .kept").await?;
        page.wait_for_text("#collection-name", "A collection of 2 initiatives")
            .await?;
        let listed = format!(
            "?view=cards&list={},{}",
            two[1].text("id"),
            two[0].text("id")
        );
        assert_eq!(page.address().await?, format!("/{listed}"));
        let shown = page.texts("article.card .card-name").await?;
        assert_eq!(shown, [two[1].name("en"), two[0].name("en")]);
        page.wait_for_text(".collection", "You keep all of these.")
            .await?;

        page.type_into(".collection-title input", "Our robots")
            .await?;
        page.wait_for_text("#collection-name", "Our robots").await?;
        page.wait_until(&format!(
            "location.search === '{listed}&title=Our+robots' && document.title.startsWith('Our robots')"
        ))
        .await?;

        // What is no longer kept stays on the list, which offers it again.
        press(page, "article.card .star", false).await?;
        page.wait_for_text("[data-keep]", "(1)").await?;
        assert_eq!(page.count("article.card").await?, 2);
        assert_eq!(kept(page).await?, [two[0].text("id")]);

        // The title is kept as well, as long as there is something that it names.
        open(page, "?view=cards").await?;
        page.click(".header .kept").await?;
        page.wait_for_text("#collection-name", "Our robots").await?;
        page.wait_until("document.querySelectorAll('article.card').length === 1")
            .await?;
        press(page, "article.card .star", false).await?;
        press(page, "article.card .star", true).await?;
        open(page, "?view=cards").await?;
        page.click(".header .kept").await?;
        page.wait_for_text("#collection-name", "A collection of 1 initiative")
            .await
    });
}

#[test]
fn a_list_that_is_followed_changes_nothing_that_is_kept() {
    visit(async |page, _| {
        let three = first(3)?;
        open(page, &format!("?view=cards&list={}", three[2].text("id"))).await?;
        press(page, "article.card .star", true).await?;

        let address = format!(
            "?view=cards&list={},nobody,{}&title=Robots",
            three[1].text("id"),
            three[0].text("id")
        );
        open(page, &address).await?;
        page.wait_for_text("h1", "2 initiatives").await?;
        page.wait_for_text("#collection-name", "Robots").await?;
        page.wait_for_text(".collection-left", "nobody").await?;
        let shown = page.texts("article.card .card-name").await?;
        assert_eq!(shown, [three[1].name("en"), three[0].name("en")]);
        assert_eq!(kept(page).await?, [three[2].text("id")]);
        // Other filters narrow it, and another order is another order.
        page.click(".order-field option[value='name']").await?;
        let mut by_name = names(&three[..2]);
        by_name.sort_by_key(|name| name.to_lowercase());
        page.wait_until(&format!(
            "document.querySelector('article.card .card-name').innerText === {}",
            json!(by_name[0])
        ))
        .await?;

        page.click("[data-keep]").await?;
        page.wait_for_text(".collection", "You keep all of these.")
            .await?;
        let own = [&three[2], &three[1], &three[0]].map(|record| record.text("id"));
        assert_eq!(kept(page).await?, own);
        page.wait_for_text(".header .kept", "3").await?;

        // A former name of a list's record, and a chip that ends the list.
        page.click(".chips a[href$='sort=name']").await?;
        page.wait_until_gone(".collection").await
    });
}

#[test]
fn a_hundred_have_room_and_the_rest_is_told() {
    visit(async |page, _| {
        let many = first(102)?;
        open(page, &format!("?view=cards&list={}", list(&many))).await?;
        page.wait_for_text("h1", "100 initiatives").await?;
        page.wait_for_text(".collection-left", "at most 100")
            .await?;
        page.click("[data-keep]").await?;
        page.wait_for_text(".header .kept", "100").await?;
        assert_eq!(kept(page).await?.len(), 100);

        open(page, &format!("?view=cards&list={}", many[101].text("id"))).await?;
        page.click("article.card .star").await?;
        page.wait_for_text(".kept-note", "it holds 100 initiatives")
            .await?;
        page.wait_for("article.card .star[aria-pressed='false']")
            .await?;
        assert_eq!(kept(page).await?.len(), 100);
        page.click(".kept-note .close").await?;
        page.wait_until_gone(".kept-note .close").await
    });
}

#[test]
fn where_nothing_is_remembered_the_page_says_so() {
    visit(async |page, site| {
        let _portal = Portal::enter_sandbox(page, site).await?;
        page.wait_until("origin === 'null'").await?;
        press(page, "article.card .star", true).await?;
        page.wait_for_text(".kept-note", "as long as this tab")
            .await?;
        // The header is the page's around it, so the way stands with the results.
        page.click(".results-head .kept").await?;
        page.wait_for_text("#collection-name", "A collection of 1 initiative")
            .await
    });
}

#[test]
fn stars_are_pressed_by_keys() {
    visit(async |page, _| {
        let two = first(2)?;
        open(page, &format!("?view=cards&list={}", list(&two))).await?;
        page.script("document.querySelector('article.card .card-name a').focus()")
            .await?;
        page.tab().await?;
        page.wait_until(
            "document.activeElement === document.querySelectorAll('article.card .star')[1]",
        )
        .await?;
        page.press(" ").await?;
        page.wait_until("document.activeElement.getAttribute('aria-pressed') === 'true'")
            .await?;
        assert_eq!(kept(page).await?, [two[1].text("id")]);
        page.press(Key::Enter).await?;
        page.wait_until("document.activeElement.getAttribute('aria-pressed') === 'false'")
            .await?;
        assert!(kept(page).await?.is_empty());
        Ok(())
    });
}

#[test]
fn what_another_tab_keeps_is_heard() {
    visit(async |page, _| {
        let id = first(1)?[0].text("id").to_owned();
        open(page, &format!("?view=cards&list={id}")).await?;
        page.wait_for("article.card .star[aria-pressed='false']")
            .await?;
        // What a browser does in all tabs but the one that has written: not every driver opens a second one.
        page.script(&format!(
            "localStorage.setItem('explorer-kept:', '{id}');
             dispatchEvent(new StorageEvent('storage', {{ key: 'explorer-kept:' }}))"
        ))
        .await?;
        page.wait_for("article.card .star[aria-pressed='true']")
            .await?;
        page.wait_for_text(".header .kept", "1").await
    });
}

/// A data set of some records without ties, each with an id of its own.
async fn other_data(page: &Page, ids: &[&str]) -> Result<String> {
    let set = "return fetch('/data/dataset.json').then((answer) => answer.json())";
    let mut set = page.script(set).await?;
    let records = set["initiatives"].as_array_mut().context("records")?;
    records.retain(|record| record["amounts"].is_null() && record["related"].is_null());
    records.truncate(ids.len());
    assert_eq!(records.len(), ids.len());
    for (record, id) in records.iter_mut().zip(ids) {
        record["id"] = (*id).into();
    }
    Ok(set.to_string())
}

#[test]
fn each_data_set_has_stars_of_its_own() {
    visit(async |page, site| {
        let two = first(2)?;
        let [one, both] = [0, 1].map(|place| two[place].text("id"));
        page.open("about/").await?;
        let others = other_data(page, &["elsewhere", both]).await?;
        site.answer("/other.json", 200, others)?;
        // What was kept when all data sets had one collection, and what another one had to itself.
        let foreign: Vec<String> = (0..98).map(|n| format!("foreign-{n}")).collect();
        let former = format!("{one},elsewhere,{}", foreign.join(","));
        page.script(&format!(
            "localStorage.setItem('explorer-kept', '{former}');
             localStorage.setItem('explorer-kept-title', 'Robots')"
        ))
        .await?;
        open(page, &format!("?view=cards&list={one},{both}")).await?;
        page.wait_for_text(".header .kept", "1").await?;
        // A hundred of others fill nothing.
        press(page, "article.card:nth-of-type(2) .star", true).await?;
        page.wait_for_text(".header .kept", "2").await?;
        assert_eq!(kept(page).await?, [one, both]);

        open(page, "?data=other.json&view=cards").await?;
        page.wait_for_text(".header .kept", "1").await?;
        page.wait_until("document.querySelectorAll('.star[aria-pressed=true]').length === 1")
            .await?;
        press(
            page,
            "article.card:has(a[href*='id=elsewhere']) .star",
            false,
        )
        .await?;
        page.wait_until_gone(".header .kept").await?;
        page.driver().refresh().await?;
        page.settled().await?;
        page.wait_for("article.card .star").await?;
        assert_eq!(page.count(".header .kept").await?, 0);

        open(page, "?view=cards").await?;
        page.wait_for_text(".header .kept", "2").await?;
        page.click(".header .kept").await?;
        page.wait_for_text("#collection-name", "Robots").await
    });
}

#[test]
fn what_the_data_has_no_more_makes_room() {
    visit(async |page, _| {
        let id = first(1)?[0].text("id").to_owned();
        let gone: Vec<String> = (0..100).map(|n| format!("gone-{n}")).collect();
        page.open("about/").await?;
        page.script(&format!(
            "localStorage.setItem('explorer-kept:', '{}')",
            gone.join(",")
        ))
        .await?;
        open(page, &format!("?view=cards&list={id}")).await?;
        press(page, "article.card .star", true).await?;
        assert_eq!(kept(page).await?, [id]);
        Ok(())
    });
}

#[test]
fn a_list_is_played_only_where_it_is_long_enough() {
    visit(async |page, _| {
        let some = first(40)?;
        open(page, &format!("?view=cards&list={}", list(&some[..1]))).await?;
        page.wait_for("[data-lesson]").await?;
        assert_eq!(page.count("[data-game]").await?, 0);
        open(page, &format!("?view=cards&list={}", list(&some))).await?;
        page.wait_for("[data-game]").await?;
        Ok(())
    });
}

#[test]
fn a_phone_has_a_star_for_a_finger_and_a_way_to_ones_own() {
    Visit::new().phone().run(async |page, _| {
        let two = first(2)?;
        open(page, &format!("?view=cards&list={}", list(&two))).await?;
        press(page, "article.card .star", true).await?;
        page.click(".results-head .kept").await?;
        page.wait_until("document.querySelectorAll('article.card').length === 1")
            .await?;
        page.wait_until("document.documentElement.scrollWidth <= innerWidth")
            .await
    });
}

#[test]
fn axe_finds_nothing_in_a_collection() {
    for visit in audited(&[Visit::new(), Visit::new().phone().dark()]) {
        visit.run(async |page, _| {
            let address = format!("list={},nobody&title=Robots", list(&first(3)?));
            for view in ["cards", "table", "timeline"] {
                open(page, &format!("?view={view}&{address}")).await?;
                page.assert_accessible().await?;
            }
            open(page, &format!("?view=cards&{address}")).await?;
            press(page, "article.card .star", true).await?;
            page.click("[data-keep]").await?;
            page.wait_for(".collection-title").await?;
            page.assert_accessible().await?;
            page.click("article.card a").await?;
            page.wait_for(".record .star").await?;
            page.assert_accessible().await
        });
    }
}

#[test]
fn a_list_is_taken_away_as_the_table_is() {
    visit(async |page, _| {
        let mut three = first(3)?;
        three.rotate_left(1);
        open(
            page,
            &format!("?view=cards&list={}&title=Robots", list(&three)),
        )
        .await?;
        page.click("[data-download]").await?;
        page.wait_for_text(".table caption", "3 initiatives")
            .await?;
        page.click(".take summary").await?;
        keep_files(page).await?;
        let (name, csv) = take(page, "csv").await?;
        assert!(name.contains("_robots_"), "{name}");
        let ids: Vec<&str> = three.iter().map(|record| record.text("id")).collect();
        assert_eq!(cells(&csv, "id")?, ids);
        let (_, text) = take(page, "json").await?;
        let text: Value = serde_json::from_slice(&text)?;
        // Ties lead to records that are not on the list, so they are left out.
        let without_ties = |mut record: Value| {
            let fields = record.as_object_mut().expect("a record");
            fields.remove("related");
            let sums = fields.get_mut("amounts").and_then(Value::as_array_mut);
            for sum in sums.into_iter().flatten() {
                sum.as_object_mut().expect("a sum").remove("part_of");
            }
            record
        };
        let taken = text["initiatives"].as_array().context("records")?;
        let taken: Vec<Value> = taken.iter().cloned().map(without_ties).collect();
        let plain = three.iter().map(|record| without_ties(record.0.clone()));
        assert_eq!(taken, plain.collect::<Vec<_>>());
        Ok(())
    });
}

#[test]
fn a_list_goes_on_paper_with_its_sources() {
    visit(async |page, site| {
        let three = first(3)?;
        let address = format!("?view=cards&list={}&title=Robots", list(&three));
        open(page, &address).await?;
        page.script("window.print = () => { window.papers = (window.papers ?? 0) + 1 }")
            .await?;
        page.click("[data-print]").await?;
        page.wait_until("window.papers === 1").await?;
        let text = |css: &str| {
            format!(
                "return [...document.querySelectorAll('.reading-list {css}')].map((e) => e.textContent)"
            )
        };
        assert_eq!(page.script(&text("h3")).await?, json!(names(&three)));
        let sources: Vec<&Value> = three
            .iter()
            .flat_map(|record| record.0["sources"].as_array().into_iter().flatten())
            .collect();
        let told = page.script(&text(".reading-sources > li")).await?;
        let told: Vec<String> = serde_json::from_value(told)?;
        assert_eq!(told.len(), sources.len());
        for (told, source) in told.iter().zip(sources) {
            for part in ["title", "publisher", "url"] {
                assert!(
                    told.contains(source[part].as_str().unwrap_or_default()),
                    "{told}"
                );
            }
        }
        let link = format!("{}/{address}", site.origin());
        assert_eq!(page.script(&text(".reading-link")).await?, json!([link]));
        assert_eq!(page.count(".reading-list .share-code path").await?, 1);
        page.wait_until_gone(".reading-list").await?;
        if page.engine() == Engine::Chromium {
            let paper = json!({ "media": "print" });
            page.driver()
                .cdp()
                .send_raw("Emulation.setEmulatedMedia", paper)
                .await?;
            page.wait_for(".reading-list .share-code").await?;
            page.wait_until_gone(".cards, .collection-ways, .results-head")
                .await?;
        }
        Ok(())
    });
}

#[test]
fn a_list_becomes_a_lesson_and_a_game() {
    visit(async |page, _| {
        let some = first(40)?;
        let listed = list(&some);
        open(page, &format!("?view=cards&list={listed}")).await?;
        page.click("[data-game]").await?;
        page.wait_for("#game-title").await?;
        page.wait_until("document.querySelector('.game-card-name, .game h2')")
            .await?;
        let address = page.address().await?;
        assert!(
            address.contains("game=1") && address.contains(&listed),
            "{address}"
        );
        let shown = page.text("main").await?;
        let dealt = some
            .iter()
            .filter(|record| shown.contains(record.name("en")));
        assert!(dealt.count() >= 2, "{shown}");

        open(
            page,
            &format!("?view=cards&list={}&title=Robots", list(&some[..3])),
        )
        .await?;
        page.click("[data-lesson]").await?;
        page.wait_for("#make-title").await?;
        page.wait_for(".collection").await?;
        page.click("[data-each]").await?;
        page.wait_until("document.querySelectorAll('.maker-steps > li').length === 3")
            .await?;
        let steps = page.texts(".maker-steps a").await?;
        assert_eq!(steps, names(&some[..3]));
        let title = page.driver().find(By::Css("#make-title")).await?;
        assert_eq!(title.prop("value").await?.unwrap_or_default(), "Robots");
        page.click(".maker-steps li:nth-of-type(2) a").await?;
        page.wait_for_text(".record-name", some[1].name("en")).await
    });
}
