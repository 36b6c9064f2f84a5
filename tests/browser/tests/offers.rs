//! The search field offers what is called as was typed: a combobox, by keyboard, by mouse and by touch.

use browser_tests::data::records;
use browser_tests::{Key, Visit, audited, visit};

#[test]
fn a_topic_is_chosen_by_keys_alone() {
    visit(async |page, _| {
        let about: usize = records()?
            .iter()
            .filter(|record| {
                let topics = record.0["topics"].as_array();
                topics.is_some_and(|topics| topics.iter().any(|topic| topic["id"] == "chatbots"))
            })
            .count();
        page.open("?view=cards&lang=en").await?;
        page.settled().await?;
        page.type_into("#search", "chat bot").await?;
        page.wait_for("#offers [role=option]").await?;
        page.assert_accessible().await?;
        page.press(Key::Down).await?;
        page.wait_until(
            "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))
                .matches('[aria-selected=true]')",
        )
        .await?;
        page.wait_for_text("#offers [aria-selected=true]", "Chatbots")
            .await?;
        page.wait_for_text("#offers [aria-selected=true]", &about.to_string())
            .await?;
        // The focus never leaves the field.
        page.wait_until("document.activeElement.id === 'search'")
            .await?;
        page.press(Key::Enter).await?;
        page.wait_until("location.search === '?view=cards&topic=chatbots&lang=en'")
            .await?;
        page.wait_for_text("h1", &format!("{about} initiatives"))
            .await?;
        page.wait_until_gone("#offers").await?;
        page.wait_until("document.querySelector('#search').value === ''")
            .await
    });
}

#[test]
fn enter_without_a_choice_keeps_the_words_and_escape_closes_then_clears() {
    visit(async |page, _| {
        page.open("?view=cards&lang=en").await?;
        page.settled().await?;
        page.type_into("#search", "hospital").await?;
        page.wait_for("#offers [role=option]").await?;
        page.press(Key::Enter).await?;
        page.wait_until_gone("#offers").await?;
        page.wait_until("location.search.includes('q=hospital')")
            .await?;
        page.press("s").await?;
        page.wait_for("#offers [role=option]").await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone("#offers").await?;
        page.wait_until("document.querySelector('#search').value === 'hospitals'")
            .await?;
        page.press(Key::Escape).await?;
        page.wait_until(
            "document.querySelector('#search').value === '' && !location.search.includes('q=')",
        )
        .await
    });
}

#[test]
fn a_body_and_a_record_are_offered_in_each_language() {
    let languages = [
        (
            "en",
            "hkust",
            "The Hong Kong University of Science and Technology",
        ),
        ("zh-Hant", "科大", "香港科技大學"),
        ("zh-Hans", "科大", "香港科技大学"),
    ];
    visit(async |page, _| {
        for (lang, typed, name) in audited(&languages) {
            page.open(&format!("?view=timeline&lang={lang}")).await?;
            page.settled().await?;
            page.type_into("#search", typed).await?;
            page.wait_for_text("#offers", name).await?;
            page.assert_accessible().await?;
            page.click("#offers [role=option]:has(.offer-count)")
                .await?;
            page.wait_until("location.search.includes('org=') && !location.search.includes('q=')")
                .await?;
        }
        // A record opens over the words that found it.
        page.open("?view=cards&lang=en").await?;
        page.settled().await?;
        page.type_into("#search", "typhoon").await?;
        page.wait_for("#offers [role=option]:not(:has(.offer-count))")
            .await?;
        page.click("#offers [role=option]:not(:has(.offer-count))")
            .await?;
        page.wait_for(".record .record-sources").await?;
        page.wait_until("location.search.includes('q=typhoon') && location.search.includes('id=')")
            .await
    });
}

#[test]
fn on_a_phone_a_finger_chooses() {
    Visit::new().phone().run(async |page, _| {
        page.open("?view=cards&lang=en").await?;
        page.settled().await?;
        page.type_into("#search", "robot").await?;
        page.wait_for("#offers [role=option]").await?;
        page.wait_until("document.documentElement.scrollWidth <= innerWidth").await?;
        page.assert_accessible().await?;
        let heights = "[...document.querySelectorAll('#offers [role=option]')].every(one => one.offsetHeight >= 36)";
        page.wait_until(heights).await?;
        page.click("#offers [role=option]").await?;
        page.wait_until("location.search.includes('topic=')").await
    });
}
