//! Nothing on the page keeps anybody out.

use anyhow::Result;
use browser_tests::{Page, Visit, audited, visit};

const LANGUAGES: [&str; 3] = ["en", "zh-Hant", "zh-Hans"];

/// Looks at overview, cards and a record in each language.
async fn check(page: &Page) -> Result<()> {
    for lang in audited(&LANGUAGES) {
        page.open(&format!("?lang={lang}")).await?;
        page.settled().await?;
        page.assert_accessible().await?;
        page.open(&format!("?view=cards&theme=ethics&q=AI&lang={lang}"))
            .await?;
        page.settled().await?;
        page.wait_for("article.card").await?;
        page.assert_accessible().await?;
        page.open(&format!("?view=cards&id=ha-ai-chest-xray&lang={lang}"))
            .await?;
        page.wait_for(".record-sources").await?;
        page.assert_accessible().await?;
    }
    Ok(())
}

#[test]
fn axe_finds_nothing_in_light() {
    visit(async |page, _| check(page).await);
}

#[test]
fn axe_finds_nothing_in_dark() {
    Visit::new().dark().run(async |page, _| check(page).await);
}

#[test]
fn axe_finds_nothing_on_a_phone() {
    for visit in audited(&[Visit::new().phone(), Visit::new().phone().dark()]) {
        visit.run(async |page, _| {
            for lang in audited(&LANGUAGES) {
                page.open(&format!("?view=cards&lang={lang}")).await?;
                page.settled().await?;
                page.assert_accessible().await?;
                page.click(".open-filters").await?;
                page.wait_for("dialog.sheet .facet-value").await?;
                page.assert_accessible().await?;
            }
            Ok(())
        });
    }
}

#[test]
fn axe_finds_nothing_in_trouble() {
    visit(async |page, site| {
        site.answer("/data/cards.en.json", 404, "")?;
        page.open("").await?;
        page.wait_for("[role=alert]").await?;
        page.assert_accessible().await
    });
}

#[test]
fn axe_finds_nothing_on_pages_without_the_program() {
    visit(async |page, _| {
        for address in [
            "zh-Hant/",
            "theme/ethics/",
            "zh-Hans/theme/research/",
            "initiative/ha-ai-chest-xray/",
            "zh-Hant/initiative/astri/",
            "404.html",
        ] {
            page.open(address).await?;
            page.wait_for("h1").await?;
            page.assert_accessible().await?;
        }
        Ok(())
    });
}
