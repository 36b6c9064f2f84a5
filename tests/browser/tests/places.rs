//! The reader comes back to a view as they left it.

use anyhow::Result;
use browser_tests::{Key, Page, visit};

/// Asks for more cards, and scrolls to the last.
async fn go_far(page: &Page) -> Result<f64> {
    page.click(".results > .more button").await?;
    page.wait_until("document.querySelectorAll('article.card').length === 48")
        .await?;
    page.script("document.querySelector('article.card:nth-child(47)').scrollIntoView()")
        .await?;
    page.wait_until("history.state.top === scrollY && scrollY > innerHeight")
        .await?;
    let top = page.script("return scrollY").await?;
    Ok(top.as_f64().unwrap_or_default())
}

/// Waits until the list is as far as it was.
async fn is_far(page: &Page, top: f64) -> Result<()> {
    page.wait_until(&format!(
        "document.querySelectorAll('article.card').length === 48 && Math.abs(scrollY - {top}) < 2"
    ))
    .await
}

#[test]
fn back_from_another_view_finds_the_list_as_it_was() {
    visit(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        let top = go_far(page).await?;
        page.script("document.querySelector('.views a:nth-of-type(3)').click()")
            .await?;
        page.wait_for(".chronicle").await?;
        page.wait_until("scrollY === 0").await?;
        page.back().await?;
        is_far(page, top).await?;
        // A new step begins anew.
        page.script("document.querySelector('.views a:nth-of-type(1)').click()")
            .await?;
        page.wait_for(".overview").await?;
        page.click(".views a:nth-of-type(2)").await?;
        page.wait_until("document.querySelectorAll('article.card').length === 24 && scrollY === 0")
            .await
    });
}

#[test]
fn a_reload_finds_the_list_as_it_was() {
    visit(async |page, _| {
        for address in ["?view=cards", "?view=cards&sort=name"] {
            page.open(address).await?;
            page.settled().await?;
            let top = go_far(page).await?;
            page.driver().refresh().await?;
            page.settled().await?;
            is_far(page, top).await?;
            // With a record before it as well.
            page.click("article.card:nth-child(47) a").await?;
            page.wait_for(".record .record-sources").await?;
            page.driver().refresh().await?;
            page.wait_for(".record .record-sources").await?;
            page.wait_until("document.querySelectorAll('article.card').length === 48")
                .await?;
            page.press(Key::Escape).await?;
            page.wait_until_gone(".record").await?;
            assert!(page.address().await?.ends_with(address));
        }
        Ok(())
    });
}

#[test]
fn other_results_begin_with_their_first_page() {
    visit(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        go_far(page).await?;
        page.script("scrollTo(0, 0)").await?;
        page.type_into("#search", "a").await?;
        page.wait_until(
            "location.search.includes('q=a') && document.querySelectorAll('article.card').length === 24",
        )
        .await?;
        page.back().await?;
        page.wait_until("document.querySelectorAll('article.card').length === 48")
            .await
    });
}
