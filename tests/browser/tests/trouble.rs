//! What goes wrong is said in a sentence, and nothing is lost.

use anyhow::Result;
use browser_tests::{Page, Site, visit};

const CARDS: &str = "/data/cards.en.json";

/// Answers the data with this, and expects a sentence.
async fn check(page: &Page, site: &Site, status: u16, body: &str, sentence: &str) -> Result<()> {
    site.answer(CARDS, status, body)?;
    page.open("?view=cards&theme=ethics").await?;
    page.wait_for_text("[role=alert]", sentence).await?;
    site.restore(CARDS);
    page.click("[role=alert] button").await?;
    page.wait_for("article.card").await?;
    page.wait_until_gone("[role=alert]").await?;
    assert_eq!(page.address().await?, "/?view=cards&theme=ethics");
    Ok(())
}

#[test]
fn data_that_is_broken_gets_a_sentence_and_another_try() {
    visit(async |page, site| {
        check(page, site, 404, "", "the host answered 404").await?;
        check(page, site, 200, "<html>", "cannot be read").await?;
        check(
            page,
            site,
            200,
            r#"{"format": 1, "cards": 7}"#,
            "cannot be read",
        )
        .await?;
        check(page, site, 200, r#"{"format": 99}"#, "newer explorer").await
    });
}

#[test]
fn another_data_set_shows_what_is_sound_of_it() {
    visit(async |page, site| {
        page.open("").await?;
        let set = page
            .script("return fetch('data/dataset.json').then((answer) => answer.json())")
            .await?;
        let mut set = set.clone();
        let total = set["initiatives"].as_array().map_or(0, Vec::len);
        set["initiatives"][0]["facts"][0]["sources"] = serde_json::json!([99]);
        set["initiatives"][1]["summary"]["en"] =
            "<img src=x onerror='window.hurt = 1'><script>window.hurt = 1</script>.".into();
        set["initiatives"][2]["sources"][0]["url"] = "javascript:window.hurt=1".into();
        site.answer("/other.json", 200, set.to_string())?;
        page.open("?view=cards&data=other.json&sort=name").await?;
        page.wait_for_text("h1", &format!("{} initiatives", total - 2))
            .await?;
        page.wait_for_text("details.notice", "faults were found")
            .await?;
        page.wait_until(
            "!document.querySelector('a[href^=\"javascript:\"]') && window.hurt === undefined",
        )
        .await
    });
}

#[test]
fn data_from_elsewhere_is_not_loaded_without_https() {
    visit(async |page, _| {
        page.open("?data=http://example.org/data.json").await?;
        page.wait_for_text("[role=alert]", "https://").await
    });
}

#[test]
fn garbage_in_the_address_is_passed_over_and_told_once() {
    visit(async |page, _| {
        page.open("?view=cards&theme=ethics&theme=nonsense&colour=blue&from=soon&%F0%9F")
            .await?;
        page.settled().await?;
        page.wait_for_text(".notice", "theme=nonsense").await?;
        page.wait_for_text(".notice", "colour=blue").await?;
        page.wait_for("article.card").await?;
        page.click(".notice .close").await?;
        page.wait_until_gone(".notice").await
    });
}

#[test]
fn a_program_that_does_not_load_gets_a_sentence() {
    visit(async |page, site| {
        // From a page that has not loaded it yet, so that no browser keeps it.
        page.open("icon.svg").await?;
        let find = r#"return fetch('./').then((answer) => answer.text())
            .then((html) => html.match(/modulepreload" href="\.([^"]+)"/)[1])"#;
        let script = page.script(find).await?;
        let path = script.as_str().unwrap_or_default();
        site.answer(path, 404, "")?;
        page.open("?view=cards").await?;
        page.wait_for_text("[role=alert]", "could not be loaded")
            .await?;
        page.wait_for_text("[role=alert] button", "Reload").await
    });
}

#[test]
fn a_panic_is_told_with_a_way_on() {
    visit(async |page, _| {
        page.open("?view=cards&lang=zh-Hant").await?;
        page.settled().await?;
        page.script("window.explorerTrouble('panic', 'index out of bounds')")
            .await?;
        page.wait_for_text("[role=alert]", "程式出錯").await?;
        page.wait_for_text("[role=alert]", "index out of bounds")
            .await?;
        page.click("[role=alert] button").await?;
        page.wait_until_gone("[role=alert]").await?;
        page.wait_for("article.card").await?;
        assert_eq!(page.address().await?, "/?view=cards&lang=zh-Hant");
        Ok(())
    });
}
