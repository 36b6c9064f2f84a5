//! On a phone the filters are a sheet, and nothing scrolls sideways.

use browser_tests::data::{Record, records};
use browser_tests::{Engine, Key, Visit};

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

#[test]
fn nothing_scrolls_sideways() {
    Visit::new().phone().run(async |page, _| {
        // 320 pixels are also a desktop's window at a zoom of 400 %.
        let narrowest = if page.engine() == Engine::Webkit { 334 } else { 320 };
        page.resize(narrowest, 700).await?;
        for address in ["", "?view=cards", "?view=cards&lang=zh-Hant&q=AI", "?id=ha-ai-chest-xray", "?id=ha-ai-chest-xray&lang=zh-Hans"] {
            page.open(address).await?;
            page.settled().await?;
            page.wait_until("document.documentElement.scrollWidth <= innerWidth").await?;
            page.wait_until("[...document.querySelectorAll('dialog[open]')].every((one) => one.scrollWidth <= innerWidth)").await?;
        }
        Ok(())
    });
}
