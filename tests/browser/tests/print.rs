//! On paper there is all that was found, in dark ink on white.

use browser_tests::data::records;
use browser_tests::{Engine, visit};
use serde_json::json;

#[test]
fn all_that_is_found_goes_on_paper() {
    visit(async |page, _| {
        let on_health = records()?
            .iter()
            .filter(|record| record.has("sectors", "health"))
            .count();
        assert!(on_health > 24);
        page.open("?view=cards&sector=health").await?;
        page.settled().await?;
        assert_eq!(page.count("article.card").await?, 24);
        page.script("dispatchEvent(new Event('beforeprint'))")
            .await?;
        page.wait_until(&format!(
            "document.querySelectorAll('article.card').length === {on_health}"
        ))
        .await?;
        page.script("dispatchEvent(new Event('afterprint'))")
            .await?;
        page.wait_until("document.querySelectorAll('article.card').length === 24")
            .await?;
        // One press draws them all on the screen as well.
        page.click(".results > .more button:last-child").await?;
        page.wait_until(&format!(
            "document.querySelectorAll('article.card').length === {on_health}"
        ))
        .await?;
        page.wait_until_gone(".results > .more").await
    });
}

#[test]
fn paper_is_white_whatever_was_chosen() {
    visit(async |page, _| {
        // Only Chromium shows on request how a page would be printed.
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        let record = records()?[0].text("id").to_owned();
        let paper = json!({ "media": "print" });
        for address in [
            "?view=cards&scheme=dark".to_owned(),
            format!("?id={record}&scheme=dark"),
            format!("initiative/{record}/"),
        ] {
            let screen = json!({ "media": "" });
            page.driver()
                .cdp()
                .send_raw("Emulation.setEmulatedMedia", screen)
                .await?;
            page.open(&address).await?;
            page.wait_for("article").await?;
            page.script("document.documentElement.dataset.scheme = 'dark'")
                .await?;
            page.driver()
                .cdp()
                .send_raw("Emulation.setEmulatedMedia", paper.clone())
                .await?;
            page.wait_until(
                "getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 255, 255)'",
            )
            .await?;
            // Letters that are lighter than a middle grey.
            let pale = page
                .script(
                    "const isPale = (element) => {
                        const canvas = document.createElement('canvas').getContext('2d');
                        canvas.fillStyle = getComputedStyle(element).color;
                        canvas.fillRect(0, 0, 1, 1);
                        const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
                        return 0.2126 * r + 0.7152 * g + 0.0722 * b > 128;
                     };
                     const shown = [...document.querySelectorAll('h1, h2, h3, p, a, li, dd')].filter((e) => e.checkVisibility());
                     return shown.filter(isPale).map((e) => e.outerHTML.slice(0, 200));",
                )
                .await?;
            assert_eq!(pale, json!([]), "{address}");
        }
        Ok(())
    });
}
