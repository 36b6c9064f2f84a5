//! A record has an address of its own, opens and closes.

use anyhow::{Context, Result};
use browser_tests::data::{Record, records};
use browser_tests::{Key, Visit, visit};
use serde_json::Value;

const OPEN: &str = "document.querySelector('dialog.panel').open";

#[test]
fn it_opens_by_its_address_and_by_a_former_one() {
    visit(async |page, _| {
        for id in ["hkclr", "hong-kong-centre-for-logistics-robotics"] {
            page.open(&format!("?id={id}")).await?;
            page.wait_for_text("#record-name", "Hong Kong Centre for Logistics Robotics")
                .await?;
            page.wait_until("document.activeElement.id === 'record-name'")
                .await?;
            page.wait_until("document.title.startsWith('Hong Kong Centre for Logistics Robotics')")
                .await?;
            assert!(page.count(".record-sources li").await? > 1);
            assert!(page.count(".record-facts .cited").await? > 1);
        }
        page.press(Key::Escape).await?;
        page.wait_until(&format!("!{OPEN} && location.search === ''"))
            .await
    });
}

/// Some record that has what is asked for.
fn any(has: impl Fn(&Value) -> bool) -> Result<Record> {
    let mut records = records()?.into_iter();
    records.find(|record| has(&record.0)).context("a record")
}

fn items(record: &Value, list: &str) -> Vec<Value> {
    record[list].as_array().cloned().unwrap_or_default()
}

#[test]
fn it_tells_what_is_planned_what_is_in_doubt_and_what_was_put_right() {
    visit(async |page, _| {
        let is_planned = |milestone: &Value| milestone["planned"] == true;
        let planned = any(|record| {
            let milestones = items(record, "milestones");
            milestones.iter().any(is_planned) && !milestones.iter().all(is_planned)
        })?;
        page.open(&format!("?id={}&lang=en", planned.text("id")))
            .await?;
        for milestone in items(&planned.0, "milestones") {
            let list = if is_planned(&milestone) {
                ".record-planned"
            } else {
                ".record-milestones:not(.record-planned)"
            };
            let text = milestone["text"]["en"].as_str().context("a text")?;
            page.wait_for_text(list, text).await?;
        }
        let doubted = any(|record| {
            items(record, "doubts")
                .iter()
                .any(|doubt| doubt["kind"] == "disagree")
        })?;
        page.open(&format!("?id={}&lang=en", doubted.text("id")))
            .await?;
        page.wait_for_text(".record-doubt", "Sources disagree")
            .await?;
        page.wait_for(".record-doubt .cited").await?;
        let mended = any(|record| !items(record, "corrections").is_empty())?;
        page.open(&format!("?id={}&lang=zh-Hant", mended.text("id")))
            .await?;
        let first = &mended.0["corrections"][0]["text"]["zh-Hant"];
        page.wait_for_text(".record-corrections", first.as_str().context("a text")?)
            .await?;
        page.wait_for_text(".record-checked", "核對").await?;
        page.assert_accessible().await
    });
}

#[test]
fn its_topics_lead_to_all_records_that_have_them() {
    visit(async |page, _| {
        let on_privacy = any(|record| record["topics"][0]["id"] == "privacy")?;
        page.open(&format!("?id={}&lang=en", on_privacy.text("id")))
            .await?;
        page.click(".record-data a[href*='topic=privacy']").await?;
        page.wait_for_text(".chips", "Privacy").await?;
        page.wait_until(&format!("!{OPEN}")).await
    });
}

#[test]
fn the_keyboard_opens_it_and_the_focus_comes_back() {
    visit(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        page.script("document.querySelectorAll('article.card a')[1].focus()")
            .await?;
        page.script("window.link = document.activeElement").await?;
        page.press(Key::Enter).await?;
        page.wait_until(&format!(
            "{OPEN} && document.activeElement.id === 'record-name'"
        ))
        .await?;
        page.press(Key::Escape).await?;
        page.wait_until(&format!(
            "!{OPEN} && document.activeElement === window.link"
        ))
        .await?;
        page.forward().await?;
        page.wait_until(OPEN).await?;
        page.back().await?;
        page.wait_until(&format!("!{OPEN} && location.search === '?view=cards'"))
            .await
    });
}

#[test]
fn next_and_previous_stay_within_the_results() {
    visit(async |page, _| {
        page.open("?view=cards&theme=ethics").await?;
        page.settled().await?;
        let names = page.texts("article.card h2").await?;
        page.click("article.card a").await?;
        page.wait_for_text("#record-name", &names[0]).await?;
        page.click(".panel-step").await?;
        page.wait_for_text("#record-name", &names[1]).await?;
        page.click(".panel-step").await?;
        page.wait_for_text("#record-name", &names[0]).await?;
        page.click(".panel-head .close").await?;
        page.wait_until(&format!(
            "!{OPEN} && location.search === '?view=cards&theme=ethics'"
        ))
        .await
    });
}

#[test]
fn beside_the_cards_it_leaves_them_usable() {
    visit(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        let names = page.texts("article.card h2").await?;
        page.click("article.card:nth-child(1) a").await?;
        page.wait_for_text("#record-name", &names[0]).await?;
        page.wait_until("!document.querySelector('dialog.panel').matches(':modal')")
            .await?;
        page.click("article.card:nth-child(2) a").await?;
        page.wait_for_text("#record-name", &names[1]).await?;
        page.wait_for(".card.is-open:nth-child(2)").await?;
        // However many were looked at, Back closes the record.
        page.back().await?;
        page.wait_until(&format!("!{OPEN} && location.search === '?view=cards'"))
            .await?;

        // What was filtered while it was open stays when it closes.
        page.click("article.card:nth-child(1) a").await?;
        page.wait_for_text("#record-name", &names[0]).await?;
        page.click(".open-filters").await?;
        page.click("dialog.sheet [data-value=ethics]").await?;
        page.click(".sheet-foot button").await?;
        page.wait_until(&format!(
            "{OPEN} && location.search.includes('theme=ethics')"
        ))
        .await?;
        page.click(".panel-head .close").await?;
        page.wait_until(&format!(
            "!{OPEN} && location.search === '?view=cards&theme=ethics'"
        ))
        .await
    });
}

#[test]
fn on_a_narrow_screen_it_is_all_there_is() {
    Visit::new().phone().run(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        page.click("article.card a").await?;
        page.wait_until("document.querySelector('dialog.panel').matches(':modal')")
            .await?;
        page.click(".panel-head .close").await?;
        page.wait_until(&format!("!{OPEN} && location.search === '?view=cards'"))
            .await
    });
}

#[test]
fn an_unknown_one_gets_a_sentence() {
    visit(async |page, _| {
        page.open("?id=no-such-record").await?;
        page.wait_for_text("#record-name", "no-such-record").await?;
        page.press(Key::Escape).await?;
        page.wait_until(&format!("!{OPEN}")).await
    });
}
