//! A record has an address of its own, opens and closes.

use browser_tests::{Key, visit};

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
fn an_unknown_one_gets_a_sentence() {
    visit(async |page, _| {
        page.open("?id=no-such-record").await?;
        page.wait_for_text("#record-name", "no-such-record").await?;
        page.press(Key::Escape).await?;
        page.wait_until(&format!("!{OPEN}")).await
    });
}
