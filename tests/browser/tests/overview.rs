//! The picture on the overview: every square is named and opened by mouse, by touch and by keyboard.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use browser_tests::data::{Record, records};
use browser_tests::{Engine, Key, Page, Visit, visit};
use serde_json::Value;

/// The middles of all squares in sight on the screen, each with the place of its theme, read from the paths as drawn.
const SQUARES: &str = "return (() => {
    const svg = [...document.querySelectorAll('.picture-plot svg')].find((svg) => svg.getBoundingClientRect().width > 0);
    const box = svg.getBoundingClientRect();
    const scale = box.width / svg.viewBox.baseVal.width;
    return [...svg.querySelectorAll('.square')].flatMap((path) =>
        [...path.getAttribute('d').matchAll(/M([-\\d.]+) ([-\\d.]+)h([\\d.]+)/g)].map(([, x, y, side]) => [
            box.left + (Number(x) + side / 2) * scale,
            box.top + (Number(y) + side / 2) * scale,
            Number(path.dataset.hue),
        ]));
})()";

async fn open(page: &Page, address: &str) -> Result<()> {
    page.open(address).await?;
    page.settled().await?;
    page.wait_for(".picture-title").await?;
    page.script("document.querySelector('.picture').scrollIntoView()")
        .await?;
    Ok(())
}

/// The squares with the places of their themes.
async fn squares(page: &Page) -> Result<Vec<(f64, f64, u64)>> {
    let drawn = page.script(SQUARES).await?;
    let drawn = drawn.as_array().context("squares")?;
    let read = |square: &Value| {
        Some((
            square[0].as_f64()?,
            square[1].as_f64()?,
            square[2].as_u64()?,
        ))
    };
    drawn
        .iter()
        .map(|square| read(square).context("a square"))
        .collect()
}

/// A square in the middle of a phone's screen and of a wide one.
fn in_sight(squares: &[(f64, f64, u64)]) -> Result<(f64, f64, u64)> {
    let mut squares = squares.iter().skip(squares.len() / 3);
    let found = squares.find(|(_, y, _)| (200.0..500.0).contains(y));
    found.copied().context("a square in sight")
}

/// Presses a square with a finger. WebKit's driver knows none, so there the page is told of one.
async fn press_by_finger(page: &Page, (x, y): (f64, f64)) -> Result<()> {
    if page.engine() != Engine::Webkit {
        return page.touch(&[(x, y)]).await;
    }
    page.script(&format!(
        "const square = document.elementFromPoint({x}, {y});
         for (const type of ['pointerdown', 'pointerup', 'pointerleave']) {{
            square.dispatchEvent(new PointerEvent(type, {{
                bubbles: type !== 'pointerleave', pointerType: 'touch', button: 0, clientX: {x}, clientY: {y},
            }}));
         }}"
    ))
    .await?;
    Ok(())
}

/// The name that the picture tells; the form that is out of sight tells it as well.
async fn told(page: &Page) -> Result<String> {
    page.wait_until("document.querySelector('.picture-told b')")
        .await?;
    page.texts(".picture-told b").await?.pop().context("a name")
}

fn by_name<'a>(records: &'a [Record], name: &str) -> Result<&'a Record> {
    records
        .iter()
        .find(|record| record.name("en") == name)
        .with_context(|| format!("a record {name}"))
}

#[test]
fn every_record_has_a_square_of_its_theme_and_the_heading_counts_them() {
    for visit in [Visit::new(), Visit::new().phone()] {
        visit.run(async |page, _| {
            let records = records()?;
            open(page, "?view=overview").await?;
            let themes = page.texts(".theme-name").await?;
            let mut drawn = BTreeMap::<u64, usize>::new();
            for (_, _, theme) in squares(page).await? {
                *drawn.entry(theme).or_default() += 1;
            }
            assert_eq!(drawn.values().sum::<usize>(), records.len());
            assert_eq!(drawn.len(), themes.len());
            // The sentence holds of the records themselves.
            let heading = page.text(".picture-title").await?;
            assert!(heading.contains(&records.len().to_string()), "{heading}");
            let since: u16 = heading.split(' ').next_back().context("a year")?.parse()?;
            let began = |record: &&Record| {
                record.text("start")[..4]
                    .parse()
                    .is_ok_and(|year: u16| year >= since)
            };
            let share = 100.0 * records.iter().filter(began).count() as f64 / records.len() as f64;
            let is_said = match heading.split(' ').next() {
                Some("Nearly") => (44.5..49.5).contains(&share),
                Some("Half") => (49.5..50.5).contains(&share),
                Some("More") => (50.5..55.5).contains(&share),
                said => said.is_some_and(|said| said == format!("{share:.0}%")),
            };
            assert!(is_said, "{heading}: {share}");
            Ok(())
        });
    }
}

#[test]
fn a_mouse_names_a_square_and_opens_it() {
    visit(async |page, _| {
        let records = records()?;
        open(page, "?view=overview").await?;
        let squares = squares(page).await?;
        let (x, y, theme) = in_sight(&squares)?;
        let to = (x.round() as i64, y.round() as i64);
        page.driver()
            .action_chain()
            .move_to(to.0, to.1)
            .perform()
            .await?;
        let name = told(page).await?;
        let record = by_name(&records, &name)?;
        page.driver()
            .action_chain()
            .move_to(to.0, to.1)
            .click()
            .perform()
            .await?;
        page.wait_for_text(".panel #record-name", &name).await?;
        let hue = page
            .script("return document.querySelector('.panel [data-hue]').dataset.hue")
            .await?;
        assert_eq!(hue, Value::from(theme.to_string()));
        assert!(page.address().await?.contains(record.text("id")));
        // The sentence of a theme brings its squares out.
        page.press(Key::Escape).await?;
        page.wait_until_gone(".panel[open]").await?;
        page.wait_until("!document.querySelector('.picture-plot .is-shown')")
            .await?;
        page.script("document.querySelector('.theme:nth-child(2) a').focus()")
            .await?;
        page.wait_until("[...document.querySelectorAll('.picture-plot .is-shown')].every((path) => path.dataset.hue === '1')").await?;
        page.wait_for(".picture-plot .is-shown").await?;
        Ok(())
    });
}

#[test]
fn a_finger_names_a_square_first_and_opens_it_with_the_second_press() {
    Visit::new().phone().run(async |page, _| {
        open(page, "?view=overview").await?;
        let squares = squares(page).await?;
        let (x, y, _) = in_sight(&squares)?;
        press_by_finger(page, (x, y)).await?;
        let name = told(page).await?;
        assert!(!page.address().await?.contains("id="));
        press_by_finger(page, (x, y)).await?;
        page.wait_for_text(".panel #record-name", &name).await
    });
}

#[test]
fn keys_go_through_time_and_enter_opens() {
    visit(async |page, _| {
        let records = records()?;
        open(page, "?view=overview").await?;
        page.script("document.querySelector('.picture-slider').focus()")
            .await?;
        page.press(Key::End).await?;
        page.press(Key::Left).await?;
        let said = page
            .script(
                "return document.querySelector('.picture-slider').getAttribute('aria-valuetext')",
            )
            .await?;
        let said = said.as_str().context("what is said")?.to_owned();
        let name = told(page).await?;
        assert!(said.starts_with(&name), "{said}");
        // All but one began earlier, or on no later day.
        let start = by_name(&records, &name)?.text("start").to_owned();
        let later = records
            .iter()
            .filter(|record| record.text("start") > start.as_str());
        assert!(later.count() <= 1, "{name}");
        page.press(Key::Enter).await?;
        page.wait_for_text(".panel #record-name", &name).await
    });
}
