//! On a phone the filters are a sheet, and nothing scrolls sideways.

use anyhow::Result;
use browser_tests::data::{Record, own_set, records};
use browser_tests::{Engine, Key, Page, Visit};
use serde_json::json;

#[test]
fn the_sheet_narrows_and_shows_the_results() {
    Visit::new().phone().run(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        page.click(".open-filters").await?;
        page.click("dialog.sheet [data-value='education']").await?;
        let education = records()?
            .iter()
            .filter(|record: &&Record| record.has("themes", "education"))
            .count();
        page.wait_for_text(".sheet-foot", &format!("{education} result"))
            .await?;
        page.click(".sheet-foot button").await?;
        page.wait_until("!document.querySelector('dialog.sheet').open")
            .await?;
        page.wait_for_text("h1", &education.to_string()).await?;

        page.click(".open-filters").await?;
        page.press(Key::Escape).await?;
        page.wait_until("!document.querySelector('dialog.sheet').open")
            .await?;
        page.wait_until("document.activeElement.matches('.open-filters')")
            .await
    });
}

/// Nothing of these addresses scrolls sideways, in a window as narrow as an engine makes one.
async fn check_width(page: &Page, addresses: &[&str]) -> Result<()> {
    // 320 pixels are also a desktop's window at a zoom of 400 %.
    let narrowest = if page.engine() == Engine::Webkit {
        334
    } else {
        320
    };
    page.resize(narrowest, 700).await?;
    for address in addresses {
        page.open(address).await?;
        page.settled().await?;
        page.wait_until("document.documentElement.scrollWidth <= innerWidth")
            .await?;
        page.wait_until("[...document.querySelectorAll('dialog[open]')].every((one) => one.scrollWidth <= innerWidth)")
            .await?;
    }
    Ok(())
}

#[test]
fn nothing_scrolls_sideways() {
    Visit::new().phone().run(async |page, _| {
        let addresses = [
            "",
            "?view=cards",
            "?view=cards&lang=zh-Hant&q=AI",
            "?id=ha-ai-chest-xray",
            "?id=ha-ai-chest-xray&lang=zh-Hans",
        ];
        check_width(page, &addresses).await
    });
}

#[test]
fn names_as_long_as_they_come_scroll_nothing_sideways() {
    Visit::new().phone().run(async |page, site| {
        page.open("").await?;
        let mut set = own_set(page).await?;
        let names = [
            "n".repeat(160),
            "名".repeat(120),
            "مبادرة الذكاء الاصطناعي في هونغ كونغ".to_owned(),
        ];
        for (record, name) in names.iter().enumerate() {
            let record = &mut set["initiatives"][record];
            record["name"] = json!({ "en": name, "zh-Hant": name, "zh-Hans": name });
            record["sources"][0]["url"] = format!("https://example.org/{}", "a".repeat(250)).into();
            record["sources"][0]["title"] = name.as_str().into();
        }
        let ids = [0, 1, 2].map(|place| {
            set["initiatives"][place]["id"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        });
        site.answer("/long.json", 200, set.to_string())?;
        let mut addresses = vec![
            "?data=long.json&view=cards&sort=name".to_owned(),
            "?data=long.json&view=timeline".to_owned(),
        ];
        addresses.extend(
            ids.iter()
                .map(|id| format!("?data=long.json&view=cards&id={id}")),
        );
        let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
        check_width(page, &addresses).await
    });
}
