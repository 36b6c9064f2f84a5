//! The timeline game: played to its end by keyboard, by touch and by drag, the same for all who have its address.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use browser_tests::data::records;
use browser_tests::{Engine, Key, Page, Visit, audited, visit};
use serde_json::{Value, json};

/// How many cards are placed.
const CARDS: usize = 8;
/// A daily set.
const DAY: &str = "?view=class&game=2026-11-27";

/// Opens a game at an address, and waits for its first card.
async fn open(page: &Page, address: &str) -> Result<()> {
    page.open(address).await?;
    page.settled().await?;
    page.wait_for("#game-slot-0").await?;
    Ok(())
}

/// The ids of the records on the line, from left to right.
async fn line(page: &Page) -> Result<Vec<String>> {
    let ids = page
        .script(
            "return [...document.querySelectorAll('.game-card a')]
                 .map((link) => new URLSearchParams(link.getAttribute('href')).get('id'))",
        )
        .await?;
    Ok(serde_json::from_value(ids)?)
}

/// When each record began, by its id and by its name in a language.
fn starts(lang: &str) -> Result<BTreeMap<String, String>> {
    let mut starts = BTreeMap::new();
    for record in records()? {
        for key in [record.text("id"), record.name(lang)] {
            starts.insert(key.to_owned(), record.text("start").to_owned());
        }
    }
    Ok(starts)
}

/// The slot in which the card in the hand belongs, by the data alone; no card is asked that could stand in two.
async fn right_slot(page: &Page, starts: &BTreeMap<String, String>) -> Result<usize> {
    let name = page.text("#game-hand").await?;
    let start = &starts[&name];
    let line = line(page).await?;
    Ok(line.iter().filter(|id| starts[*id] < *start).count())
}

/// Waits until the keyboard is at the element of an id.
async fn wait_for_focus(page: &Page, id: &str) -> Result<()> {
    page.wait_until(&format!("document.activeElement?.id === '{id}'"))
        .await
}

/// Presses Tab until the keyboard is at the element of an id.
async fn tab_to(page: &Page, id: &str) -> Result<()> {
    for _ in 0..60 {
        let at = page.script("return document.activeElement?.id").await?;
        if at == id {
            return Ok(());
        }
        page.tab().await?;
    }
    anyhow::bail!("60 times Tab never came to {id}")
}

/// Looks at the verdict: sign and words, and a source that leads somewhere.
async fn see_why(page: &Page, is_right: bool) -> Result<()> {
    let judged = page.text("#game-verdict").await?;
    assert_eq!(judged.contains("Right!"), is_right, "{judged}");
    let sign = page.text("#game-verdict .game-sign").await?;
    assert_eq!(sign, if is_right { "✓" } else { "✗" });
    let source = page.wait_for("#game-why .game-sources a").await?;
    let address = source.attr("href").await?.unwrap_or_default();
    assert!(address.starts_with("http"), "{address}");
    assert!(!page.text("#game-why .source-notes").await?.is_empty());
    Ok(())
}

/// Plays to the end, each card put first.
async fn play(page: &Page) -> Result<()> {
    for _ in 0..CARDS {
        page.wait_for("#game-slot-0").await?;
        page.script("document.getElementById('game-slot-0').click()")
            .await?;
        page.wait_for("#game-next").await?;
        page.script("document.getElementById('game-next').click()")
            .await?;
    }
    page.wait_for("#game-end").await?;
    Ok(())
}

#[test]
fn a_game_is_played_by_keyboard_alone() {
    visit(async |page, _| {
        let starts = starts("en")?;
        open(page, &format!("{DAY}&lang=en")).await?;
        page.script(
            "window.told = [];
             addEventListener('explorer-progress', ({ detail }) => told.push(detail));",
        )
        .await?;
        for card in 0..CARDS {
            let name = page.text("#game-hand").await?;
            let shown = page.texts(".game-hand, .game-summary").await?.concat();
            let year = &starts[&name][..4];
            assert!(!shown.contains(year), "{name} tells its year");
            let right = right_slot(page, &starts).await?;
            // The first goes where it does not belong, the others where they do.
            let slot = if card == 0 { 1 - right } else { right };
            tab_to(page, "game-slot-0").await?;
            for at in 1..=slot {
                page.press(Key::Right).await?;
                wait_for_focus(page, &format!("game-slot-{at}")).await?;
            }
            page.press(Key::Enter).await?;
            wait_for_focus(page, "game-verdict").await?;
            see_why(page, card > 0).await?;
            assert_eq!(line(page).await?.len(), card + 2);
            tab_to(page, "game-next").await?;
            page.press(Key::Enter).await?;
            let next = if card + 1 < CARDS {
                "game-hand"
            } else {
                "game-end"
            };
            wait_for_focus(page, next).await?;
        }
        page.wait_for_text("#game-end", "7 of 8 right").await?;
        let line = line(page).await?;
        assert!(
            line.windows(2)
                .all(|pair| starts[&pair[0]] < starts[&pair[1]])
        );
        let told = page
            .script(
                "return told.map(({ done, of, score, complete }) => [done, of, score, complete])",
            )
            .await?;
        let told: Vec<Value> = serde_json::from_value(told)?;
        assert_eq!(told.len(), CARDS);
        assert_eq!(told[0], json!([1, 8, 0, false]));
        assert_eq!(told[CARDS - 1], json!([8, 8, 0.875, true]));
        Ok(())
    });
}

#[test]
fn arrow_keys_go_from_slot_to_slot() {
    visit(async |page, _| {
        open(page, DAY).await?;
        page.script("document.getElementById('game-slot-0').click()")
            .await?;
        page.wait_for("#game-next").await?;
        page.click("#game-next").await?;
        tab_to(page, "game-slot-0").await?;
        for (key, id) in [
            (Key::Down, "game-slot-1"),
            (Key::Right, "game-slot-2"),
            (Key::Right, "game-slot-2"),
            (Key::Up, "game-slot-1"),
            (Key::Left, "game-slot-0"),
            (Key::End, "game-slot-2"),
            (Key::Home, "game-slot-0"),
        ] {
            page.press(key).await?;
            wait_for_focus(page, id).await?;
        }
        // What is heard at each.
        let names = page.texts(".game-card-name").await?;
        let slots = page.texts(".game-slot .visually-hidden").await?;
        assert_eq!(slots.len(), 3);
        assert_eq!(slots[0], format!("before {}", names[0]));
        assert_eq!(slots[1], format!("between {} and {}", names[0], names[1]));
        assert_eq!(slots[2], format!("after {}", names[1]));
        Ok(())
    });
}

#[test]
fn a_game_is_played_by_touch() {
    Visit::new().phone().run(async |page, _| {
        let starts = starts("zh-Hant")?;
        open(page, &format!("{DAY}&lang=zh-Hant")).await?;
        for _ in 0..CARDS {
            let slot = format!("#game-slot-{}", right_slot(page, &starts).await?);
            tap(page, &slot).await?;
            page.wait_for_text("#game-verdict", "答對了！").await?;
            tap(page, "#game-next").await?;
            page.wait_until("!document.getElementById('game-next')")
                .await?;
        }
        page.wait_for_text("#game-end", "8張排對了8張").await?;
        Ok(())
    });
}

/// Brings an element to where a driver can press it; WebKit's does not come there itself.
async fn bring(page: &Page, css: &str) -> Result<()> {
    page.wait_for(css).await?;
    page.script(&format!(
        "document.querySelector('{css}').scrollIntoView({{ block: 'center' }})"
    ))
    .await?;
    Ok(())
}

/// Taps an element with a finger.
async fn tap(page: &Page, css: &str) -> Result<()> {
    bring(page, css).await?;
    page.touch(&[page.middle(css).await?]).await
}

/// A point on the text of the name of the card in the hand, whatever the font.
const ON_NAME: &str = "
    const range = document.createRange();
    range.selectNodeContents(document.getElementById('game-hand'));
    const line = range.getClientRects()[0];
    return [line.left + line.width / 2, line.top + line.height / 2];";
/// A point on the card in the hand where nothing is written.
const ON_EMPTY_SPACE: &str = "
    const card = document.querySelector('.game-hand').getBoundingClientRect();
    const point = [card.left + 6, card.top + card.height / 2];
    if (!document.elementFromPoint(...point).matches('.game-hand')) throw new Error('something is there');
    return point;";

/// Drags the card in the hand from the point that a script gives: over nothing, then onto its slot.
async fn drag_from(page: &Page, start: &str) -> Result<()> {
    let slot = right_slot(page, &starts("en")?).await?;
    let slot = page.middle(&format!("#game-slot-{slot}")).await?;
    let nothing = page.middle(".game-title").await?;
    for end in [nothing, slot] {
        let start: (f64, f64) = serde_json::from_value(page.script(start).await?)?;
        page.draw("mouse", &[start, (start.0 + 5.0, start.1 + 5.0), end])
            .await?;
        page.wait_until("!document.querySelector('.is-dragged')")
            .await?;
        if end == nothing {
            assert_eq!(page.count("#game-verdict").await?, 0);
        }
    }
    wait_for_focus(page, "game-verdict").await
}

#[test]
fn a_card_is_dragged_onto_a_slot() {
    visit(async |page, _| {
        for start in [ON_NAME, ON_EMPTY_SPACE] {
            open(page, &format!("{DAY}&lang=en")).await?;
            page.script(
                "addEventListener('selectionchange', () => {
                     if (!getSelection().isCollapsed) document.body.dataset.selected = getSelection();
                 })",
            )
            .await?;
            drag_from(page, start).await?;
            assert_eq!(page.count("[data-selected]").await?, 0, "text is selected");
            see_why(page, true).await?;
        }
        Ok(())
    });
}

#[test]
fn a_card_is_dragged_while_its_text_is_selected() {
    visit(async |page, _| {
        open(page, &format!("{DAY}&lang=en")).await?;
        page.script("getSelection().selectAllChildren(document.querySelector('.game-hand'))")
            .await?;
        drag_from(page, ON_NAME).await?;
        see_why(page, true).await
    });
}

#[test]
fn a_slot_shows_that_the_card_would_drop_into_it() {
    visit(async |page, _| {
        open(page, &format!("{DAY}&lang=en")).await?;
        let hand = page.wait_for(".game-hand").await?;
        let slot = page.wait_for("#game-slot-1").await?;
        page.driver()
            .action_chain()
            .move_to_element_center(&hand)
            .click_and_hold()
            .move_to_element_center(&slot)
            .perform()
            .await?;
        page.wait_for("#game-slot-1.is-over").await?;
        page.driver().action_chain().release().perform().await?;
        wait_for_focus(page, "game-verdict").await
    });
}

#[test]
fn a_pen_drags_by_any_part() {
    visit(async |page, _| {
        // Firefox's driver knows no pen.
        if page.engine() == Engine::Firefox {
            return Ok(());
        }
        open(page, DAY).await?;
        let start = serde_json::from_value(page.script(ON_NAME).await?)?;
        let slot = page.middle("#game-slot-0").await?;
        page.draw("pen", &[start, slot]).await?;
        wait_for_focus(page, "game-verdict").await
    });
}

#[test]
fn a_finger_drags_by_the_grip_and_scrolls_by_the_rest() {
    Visit::new().phone().run(async |page, _| {
        open(page, DAY).await?;
        // However long the card, its slots are in sight below it.
        let show = "document.querySelector('#game-hand').scrollIntoView()";
        page.script(show).await?;
        // WebKit's driver knows no finger: what it does is a mouse's, which may take the card anywhere.
        if page.engine() != Engine::Webkit {
            let name = page.middle("#game-hand").await?;
            let slot = page.middle("#game-slot-0").await?;
            page.touch(&[name, (name.0, name.1 + 20.0), slot]).await?;
            assert_eq!(page.count("#game-verdict").await?, 0);
        }
        page.script(show).await?;
        let grip = page.middle(".game-grip").await?;
        let slot = page.middle("#game-slot-0").await?;
        page.touch(&[grip, (grip.0, grip.1 + 20.0), slot]).await?;
        wait_for_focus(page, "game-verdict").await
    });
}

#[test]
fn the_daily_set_is_the_same_in_every_language() {
    visit(async |page, _| {
        let mut lines = Vec::new();
        for lang in ["en", "zh-Hant", "zh-Hans"] {
            open(page, &format!("{DAY}&lang={lang}")).await?;
            let first = line(page).await?;
            play(page).await?;
            lines.push((first, line(page).await?));
        }
        assert_eq!(lines[0].1.len(), CARDS + 1);
        assert!(lines.windows(2).all(|pair| pair[0] == pair[1]));
        // A game goes on where it was in the other language.
        page.click(".language[lang=en]").await?;
        page.wait_for_text("#game-end", "of 8 right").await?;
        // Today's is Hong Kong's, whatever the clock here says.
        page.open("?view=class").await?;
        page.settled().await?;
        let today = page
            .script("return new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10)")
            .await?;
        let link = page.wait_for(".game-level:nth-child(2)").await?;
        let href = link.attr("href").await?.unwrap_or_default();
        let today = today.as_str().context("a day")?;
        assert!(href.contains(&format!("game={today}")), "{href}");
        page.click(".game-level:nth-child(3)").await?;
        page.wait_for("#game-slot-0").await?;
        wait_for_focus(page, "game-title").await?;
        assert!(page.address().await?.ends_with("&level=hard"));
        page.wait_for_text(".game-level[aria-current]", "Hard")
            .await?;
        Ok(())
    });
}

#[test]
fn a_class_shares_a_set_by_its_word() {
    visit(async |page, _| {
        page.open("?view=class&lang=en").await?;
        page.settled().await?;
        page.type_into("#game-word", " 4B 班 & co ").await?;
        page.press(Key::Enter).await?;
        page.wait_for("#game-slot-0").await?;
        page.wait_for_text(".game-set", "4B 班 & co").await?;
        let address = page.address().await?;
        play(page).await?;
        let cards = line(page).await?;
        // What is handed on names neither language nor frame.
        let shared = page.text(".game-text").await?;
        let shared = shared.lines().last().context("an address")?;
        let query = shared.split_once('?').context("a query")?.1;
        assert!(!query.contains("lang"), "{query}");
        for address in [
            address.trim_start_matches('/'),
            &format!("?{query}&lang=zh-Hans"),
        ] {
            open(page, address).await?;
            play(page).await?;
            assert_eq!(line(page).await?, cards, "{address}");
        }
        open(page, "?view=class&game=4C").await?;
        play(page).await?;
        assert_ne!(line(page).await?, cards);
        Ok(())
    });
}

#[test]
fn a_result_is_shared_as_text() {
    visit(async |page, site| {
        open(page, &format!("{DAY}&level=easy&lang=en")).await?;
        let starts = starts("en")?;
        let mut signs = String::new();
        for card in 0..CARDS {
            let right = right_slot(page, &starts).await?;
            let slot = if card % 3 == 1 {
                (right + 1) % 2
            } else {
                right
            };
            signs.push(if slot == right { '✅' } else { '❌' });
            page.click(&format!("#game-slot-{slot}")).await?;
            page.click("#game-next").await?;
        }
        let right = signs.matches('✅').count();
        let expected = format!(
            "Hong Kong AI Explorer 2026-11-27 {right}/8\n{signs}\n{}/?view=class&game=2026-11-27&level=easy",
            site.origin()
        );
        assert_eq!(page.text(".game-text").await?, expected);
        // A driver's browser may forbid copying; then the page says so, and the text is there to be selected.
        page.script(
            "if (navigator.clipboard) navigator.clipboard.writeText = async (text) => { window.kept = text; };",
        )
        .await?;
        page.click("#game-copy").await?;
        let can_copy = page.script("return Boolean(navigator.clipboard)").await?;
        if can_copy == json!(true) {
            page.wait_for_text(".copied", "Copied.").await?;
            assert_eq!(page.script("return kept").await?, json!(expected));
        } else {
            page.wait_for_text(".copied", "did not allow").await?;
        }
        wait_for_focus(page, "game-copy").await?;
        page.click("#game-again").await?;
        wait_for_focus(page, "game-hand").await?;
        page.wait_for_text(".game-standing", "Card 1 of 8").await?;
        Ok(())
    });
}

#[test]
fn a_record_opens_beside_the_game() {
    visit(async |page, _| {
        open(page, &format!("{DAY}&lang=en")).await?;
        page.click("#game-slot-1").await?;
        page.wait_for("#game-why .game-sources a").await?;
        let name = page.text(".game-reason .game-name").await?;
        page.click(".game-do a").await?;
        page.wait_for_text(".record-name", &name).await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone("dialog.panel[open]").await?;
        page.wait_for("#game-next").await?;
        // Elsewhere and back, the game stands as it stood.
        page.click("nav a[href*='view=cards']").await?;
        page.wait_for("article.card").await?;
        page.back().await?;
        page.wait_for("#game-next").await?;
        page.wait_for("#game-why .game-sources a").await?;
        page.click("#game-next").await?;
        page.wait_for_text(".game-standing", "Card 2 of 8").await?;
        Ok(())
    });
}

#[test]
fn a_game_comes_back_after_reload_and_by_its_address() {
    visit(async |page, _| {
        open(page, &format!("{DAY}&lang=en")).await?;
        for _ in 0..2 {
            page.click("#game-slot-0").await?;
            page.click("#game-next").await?;
        }
        page.wait_for_text(".game-standing", "Card 3 of 8").await?;
        let cards = line(page).await?;
        let address = page.address().await?;
        assert!(address.contains("answers=aa"), "{address}");
        page.driver().refresh().await?;
        page.wait_for_text(".game-standing", "Card 3 of 8").await?;
        page.open("?view=cards").await?;
        page.settled().await?;
        page.open(address.trim_start_matches('/')).await?;
        page.wait_for_text(".game-standing", "Card 3 of 8").await?;
        assert_eq!(line(page).await?, cards);
        // Another level begins anew.
        page.click(".game-level:nth-child(3)").await?;
        page.wait_for_text(".game-standing", "Card 1 of 8").await
    });
}

#[test]
fn a_source_that_cannot_be_had_stops_nothing() {
    visit(async |page, site| {
        open(page, DAY).await?;
        for record in records()? {
            let path = format!("/data/initiatives/{}.json", record.text("id"));
            site.answer(&path, 500, "")?;
        }
        page.click("#game-slot-0").await?;
        page.wait_for(".game-began").await?;
        page.click("#game-next").await?;
        page.wait_for("#game-slot-2").await?;
        Ok(())
    });
}

#[test]
fn axe_finds_nothing() {
    for visit in audited(&[Visit::new(), Visit::new().dark(), Visit::new().phone()]) {
        visit.run(async |page, _| {
            for lang in audited(&["en", "zh-Hant"]) {
                page.open(&format!("?view=class&lang={lang}")).await?;
                page.settled().await?;
                page.wait_for("#game-word").await?;
                page.assert_accessible().await?;
                open(page, &format!("{DAY}&lang={lang}")).await?;
                page.assert_accessible().await?;
                for slot in ["#game-slot-0", "#game-slot-2"] {
                    bring(page, slot).await?;
                    page.click(slot).await?;
                    page.wait_for("#game-why .game-sources").await?;
                    page.assert_accessible().await?;
                    page.click("#game-next").await?;
                }
                page.wait_for("#game-slot-3").await?;
                page.assert_accessible().await?;
                page.click(".game-level:first-child").await?;
                page.wait_for(".game-level:first-child[aria-current]")
                    .await?;
                play(page).await?;
                page.assert_accessible().await?;
            }
            Ok(())
        });
    }
}

#[test]
fn on_a_phone_nothing_scrolls_sideways_and_targets_are_large() {
    let visit = Visit::new().size(320, 640);
    visit.run(async |page, _| {
        // WebKit's window is never narrower than 334.
        let widest = if page.engine() == Engine::Webkit { 334 } else { 320 };
        let fits = format!("document.documentElement.scrollWidth <= {widest} && innerWidth <= {widest}");
        for lang in ["en", "zh-Hans"] {
            page.open(&format!("?view=class&lang={lang}")).await?;
            page.settled().await?;
            page.wait_for("#game-word").await?;
            page.wait_until(&fits).await?;
            open(page, &format!("{DAY}&lang={lang}")).await?;
            for _ in 0..CARDS {
                page.wait_until(&fits).await?;
                page.wait_until(
                    "[...document.querySelectorAll('.game :is(button, .game-level, .game-grip)')].every((one) => {
                         const box = one.getBoundingClientRect();
                         return box.width >= 44 && box.height >= 44;
                     })",
                )
                .await?;
                bring(page, "#game-slot-0").await?;
                page.click("#game-slot-0").await?;
                page.wait_for("#game-why .game-sources").await?;
                page.wait_until(&fits).await?;
                bring(page, "#game-next").await?;
                page.click("#game-next").await?;
            }
            page.wait_for("#game-end").await?;
            page.wait_until(&fits).await?;
        }
        Ok(())
    });
}
