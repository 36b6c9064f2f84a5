//! Search finds a record in any language from any language.

use anyhow::Result;
use browser_tests::data::own_set;
use browser_tests::{Key, Page, visit};

/// The record that is looked for, and what people type for it.
const ID: &str = "ha-ai-chest-xray";
const NAMES: [(&str, &str); 3] = [
    ("en", "Hospital Authority AI triage of chest X-rays"),
    ("zh-Hant", "人工智能分流高風險肺片系統"),
    ("zh-Hans", "人工智能分流高风险肺片系统"),
];

/// Waits until the record is the first card.
async fn wait_for_record(page: &Page) -> Result<()> {
    page.wait_until(&format!(
        "document.querySelector('article.card a')?.href.includes('id={ID}')"
    ))
    .await
}

#[test]
fn each_language_finds_it_from_each_interface() {
    visit(async |page, _| {
        for (lang, name) in NAMES {
            page.open(&format!("?view=cards&lang={lang}")).await?;
            page.settled().await?;
            for typed in ["triage chest x-rays", "高風險肺片", "高风险肺片"] {
                page.type_into("#search", typed).await?;
                wait_for_record(page).await?;
                assert_eq!(page.text("article.card h2").await?, name);
            }
            // The words are marked, in whichever script the card is written.
            page.wait_until("document.querySelectorAll('article.card mark').length > 0")
                .await?;
        }
        Ok(())
    });
}

#[test]
fn a_fact_is_found_and_a_wrong_letter_forgiven() {
    visit(async |page, site| {
        page.open("?view=cards").await?;
        page.settled().await?;
        assert!(
            !site
                .requests()
                .iter()
                .any(|path| path.ends_with("texts.json"))
        );
        page.type_into("#search", "hospitl autority").await?;
        page.wait_until("document.querySelectorAll('article.card').length > 3")
            .await?;
        page.type_into("#search", "\"public hospitals\"").await?;
        page.wait_until("document.querySelectorAll('article.card').length > 0")
            .await?;
        assert!(
            site.requests()
                .iter()
                .any(|path| path.ends_with("texts.json"))
        );
        Ok(())
    });
}

#[test]
fn a_card_says_why_it_is_found() {
    visit(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        // None of these words stands on the card: a name of its topic, a fact, what people call it, in two scripts.
        for (typed, why) in [
            ("driverless", "Topic Autonomous vehicles"),
            (
                "corner shop open all night",
                "Related search corner shop open all night",
            ),
            ("售貨員", "Related search 机器人售货员"),
        ] {
            page.type_into("#search", typed).await?;
            page.wait_until(&format!(
                "[...document.querySelectorAll('.card-why li')].some((why) => why.textContent === '{why}')"
            ))
            .await?;
        }
        page.wait_until("document.querySelector('.card-why [lang=zh-Hans] mark')")
            .await
    });
}

#[test]
fn a_key_leads_to_search_and_another_clears_it() {
    visit(async |page, _| {
        page.open("").await?;
        page.settled().await?;
        page.press("/").await?;
        page.wait_until("document.activeElement.id === 'search'")
            .await?;
        page.press("hospital").await?;
        page.wait_until("location.search === '?view=cards&q=hospital'")
            .await?;
        // The first press closes what is offered.
        page.wait_for("#offers").await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone("#offers").await?;
        page.press(Key::Escape).await?;
        page.wait_until(
            "location.search === '?view=cards' && document.querySelector('#search').value === ''",
        )
        .await?;
        page.back().await?;
        page.wait_until("location.search === ''").await
    });
}

#[test]
fn a_mended_word_is_told_with_a_way_back() {
    visit(async |page, _| {
        page.open("?view=cards&lang=en").await?;
        page.settled().await?;
        page.type_into("#search", "typhooon").await?;
        page.wait_for_text(".search-note", "“typhoon”").await?;
        page.wait_for("article.card").await?;
        page.press(Key::Enter).await?;
        page.click(".search-note a").await?;
        page.wait_until("document.querySelector('#search').value === '\"typhooon\"'")
            .await?;
        page.wait_for(".nothing").await?;
        Ok(())
    });
}

#[test]
fn where_no_record_has_all_words_the_page_says_so() {
    visit(async |page, _| {
        for (lang, said) in [
            ("en", "these have 2"),
            ("zh-Hant", "其中2個"),
            ("zh-Hans", "其中2个"),
        ] {
            page.open(&format!(
                "?view=cards&lang={lang}&q=typhoon+forecast+copyright"
            ))
            .await?;
            page.settled().await?;
            page.wait_for("article.card").await?;
            page.wait_for_text(".search-note", said).await?;
        }
        page.assert_accessible().await
    });
}

#[test]
fn one_word_is_found_however_it_is_written() {
    visit(async |page, site| {
        page.open("?view=cards&lang=en").await?;
        page.settled().await?;
        let mut first: Option<Vec<String>> = None;
        for typed in ["startup", "start-up", "start up", "startups", "Start‑Ups"] {
            page.type_into("#search", typed).await?;
            page.wait_until(&format!(
                "new URL(location).searchParams.get('q') === {}",
                serde_json::Value::from(typed)
            ))
            .await?;
            page.settled().await?;
            let names = page.texts("article.card h2").await?;
            assert!(names.len() > 10, "{typed}");
            match &first {
                None => first = Some(names),
                Some(first) => {
                    let same = names.iter().filter(|name| first.contains(name)).count();
                    assert!(same * 2 > first.len(), "{typed}: {names:?}");
                }
            }
        }
        assert!(
            site.requests()
                .iter()
                .any(|path| path.ends_with("texts.json"))
        );
        Ok(())
    });
}

#[test]
fn another_data_set_is_found_in_every_way_of_writing() {
    // One name with its letters composed, the other in pieces; and Han of which Traditional alone has some.
    let names = [
        ["Viện Nguyễn Huệ", "阮惠學院", "阮惠学院"],
        [
            "Vie\u{323}\u{302}n Nguye\u{302}\u{303}n Hue\u{323}\u{302}",
            "阮惠書院",
            "阮惠书院",
        ],
        ["School", "群裏綫台啟説衛堂", "网络学堂"],
    ];
    let found: [(&str, &[usize]); 6] = [
        ("nguyen", &[0, 1]),
        ("Nguyễn", &[0, 1]),
        ("Nguye\u{302}\u{303}n", &[0, 1]),
        ("ｎｇｕｙｅｎ", &[0, 1]),
        ("羣裡線臺啓說衞堂", &[2]),
        ("群里线台启说卫堂", &[2]),
    ];
    visit(async |page, site| {
        page.open("").await?;
        let mut set = own_set(page).await?;
        for (record, [en, hant, hans]) in names.iter().enumerate() {
            let name = &mut set["initiatives"][record]["name"];
            *name = serde_json::json!({ "en": en, "zh-Hant": hant, "zh-Hans": hans });
        }
        site.answer("/other.json", 200, set.to_string())?;
        page.open("?data=other.json&view=cards&lang=zh-Hant")
            .await?;
        page.settled().await?;
        for (typed, right) in found {
            page.type_into("#search", typed).await?;
            let right: Vec<&str> = right.iter().map(|record| names[*record][1]).collect();
            page.wait_until(&format!(
                "JSON.stringify([...document.querySelectorAll('article.card h2')]
                    .map((name) => name.textContent).sort()) === '{}'",
                serde_json::Value::from(right)
            ))
            .await?;
        }
        Ok(())
    });
}

#[test]
fn a_link_pressed_before_typing_rests_keeps_what_was_typed() {
    visit(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        page.type_into("#search", "fraud").await?;
        page.wait_until("location.search === '?view=cards&q=fraud'")
            .await?;
        // A letter more and the press come in one turn, as from a script or a tool that helps somebody to use the page.
        page.script(
            "const field = document.querySelector('#search');
            field.value = 'fraud detection';
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            document.querySelector('article.card a').click();",
        )
        .await?;
        page.wait_for("dialog.panel[open]").await?;
        page.wait_until("location.search.startsWith('?view=cards&q=fraud+detection&id=')")
            .await
    });
}
