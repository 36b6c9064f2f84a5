//! Facets narrow the cards and count what is left.

use anyhow::{Context, Result};
use browser_tests::data::{Record, records};
use browser_tests::{Key, Page, visit};

/// The count beside a facet's value.
async fn count(page: &Page, value: &str) -> Result<usize> {
    let css = format!("li:has(> label > [data-value='{value}']) .facet-count");
    Ok(page.text(&css).await?.parse()?)
}

/// Waits until the page says how many records match.
async fn wait_for_total(page: &Page, total: usize) -> Result<()> {
    let noun = if total == 1 {
        "initiative"
    } else {
        "initiatives"
    };
    page.wait_for_text("h1", &format!("{total} {noun}")).await
}

fn matching(records: &[Record], fits: impl Fn(&Record) -> bool) -> usize {
    records.iter().filter(|record| fits(record)).count()
}

#[test]
fn two_facets_narrow_and_count_as_a_plain_count_does() {
    visit(async |page, _| {
        let records = records()?;
        let ethics = |record: &Record| record.has("themes", "ethics");
        let guideline = |record: &Record| record.text("kind") == "guideline";
        page.open("?view=cards").await?;
        page.settled().await?;
        wait_for_total(page, records.len()).await?;

        page.click("[data-value='ethics']").await?;
        wait_for_total(page, matching(&records, ethics)).await?;
        page.click("[data-facet='kind'] summary").await?;
        page.click("[data-value='guideline']").await?;
        let both = matching(&records, |record| ethics(record) && guideline(record));
        wait_for_total(page, both).await?;
        assert_eq!(page.count("article.card").await?, both.min(24));
        assert!(
            page.address()
                .await?
                .ends_with("?view=cards&theme=ethics&kind=guideline")
        );

        // A facet's own choice does not count against its other values.
        let government = |record: &Record| record.has("themes", "government") && guideline(record);
        assert_eq!(
            count(page, "government").await?,
            matching(&records, government)
        );
        let policies = |record: &Record| record.text("kind") == "policy" && ethics(record);
        assert_eq!(count(page, "policy").await?, matching(&records, policies));

        page.click("[data-value='government']").await?;
        let wider = |record: &Record| {
            guideline(record) && (ethics(record) || record.has("themes", "government"))
        };
        wait_for_total(page, matching(&records, wider)).await?;
        page.back().await?;
        wait_for_total(page, both).await?;
        page.click(".chips li:last-child a").await?;
        wait_for_total(page, records.len()).await
    });
}

#[test]
fn years_are_typed() {
    visit(async |page, _| {
        let records = records()?;
        page.open("?view=cards").await?;
        page.settled().await?;
        page.type_into("[name='from']", "2019").await?;
        page.press(Key::Tab).await?;
        page.type_into("[name='to']", "2020").await?;
        page.press(Key::Tab).await?;
        let within = |record: &Record| {
            record
                .years()
                .iter()
                .any(|year| (2019..=2020).contains(year))
        };
        wait_for_total(page, matching(&records, within)).await?;
        page.wait_until("location.search.includes('from=2019&to=2020')")
            .await?;
        page.wait_for_text(".chips", "2019–2020").await?;
        // In place of anything that happened: what began then.
        page.click("[name='years'][value='began']").await?;
        let began = |record: &Record| {
            let year = record.text("start").get(..4);
            year == Some("2019") || year == Some("2020")
        };
        wait_for_total(page, matching(&records, began)).await?;
        assert!(page.address().await?.contains("years=began"));
        page.wait_for_text(".chips", "began 2019–2020").await?;
        // A year after the last one changes places with it, and each field shows its own.
        page.open("?view=cards&from=2019&to=2019").await?;
        page.settled().await?;
        page.script(
            "const from = document.querySelector('[name=from]');
            from.value = '2025';
            from.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
        for (name, year) in [("to", 2025), ("from", 2019)] {
            page.wait_until(&format!(
                "document.querySelector('[name={name}]').value === '{year}'"
            ))
            .await?;
        }
        Ok(())
    });
}

#[test]
fn an_organisation_is_found_by_a_short_form() {
    visit(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        page.type_into("[data-facet=org] .facet-search", "HKUST")
            .await?;
        page.wait_until_gone("[data-facet=org] [data-value='cuhk']")
            .await?;
        page.click("[data-facet=org] [data-value='hkust']").await?;
        let of_hkust = |record: &Record| {
            record.0["organisations"]
                .as_array()
                .is_some_and(|parts| parts.iter().any(|part| part["id"] == "hkust"))
        };
        wait_for_total(page, matching(&records()?, of_hkust)).await
    });
}

#[test]
fn topics_places_and_how_it_is_known_narrow_as_a_plain_count_does() {
    visit(async |page, _| {
        let records = records()?;
        let list =
            |record: &Record, field: &str| record.0[field].as_array().cloned().unwrap_or_default();
        let privacy = |record: &Record| {
            list(record, "topics")
                .iter()
                .any(|about| about["id"] == "privacy")
        };
        let disagree = |record: &Record| {
            list(record, "doubts")
                .iter()
                .any(|doubt| doubt["kind"] == "disagree")
        };
        let at_science_park = |record: &Record| record.text("place") == "hong-kong-science-park";
        let with_sum = |record: &Record| !list(record, "amounts").is_empty();
        page.open("?view=cards").await?;
        page.settled().await?;
        page.click("[data-value='privacy']").await?;
        wait_for_total(page, matching(&records, privacy)).await?;
        page.click("[data-facet='evidence'] summary").await?;
        page.click("[data-value='disagree']").await?;
        let both = matching(&records, |record| privacy(record) && disagree(record));
        wait_for_total(page, both).await?;
        // Only those say so on their cards.
        assert_eq!(page.count(".card-disputed").await?, both.min(24));
        page.open("?view=cards&place=hong-kong-science-park&evidence=sum")
            .await?;
        let both = matching(&records, |record| {
            at_science_park(record) && with_sum(record)
        });
        wait_for_total(page, both).await
    });
}

#[test]
fn nothing_found_offers_a_way_on() {
    visit(async |page, _| {
        page.open("?view=cards&q=zzzz&theme=ethics").await?;
        page.settled().await?;
        page.wait_for_text(".nothing", "zzzz").await?;
        let ethics = matching(&records()?, |record| record.has("themes", "ethics"));
        page.click(".nothing a").await?;
        wait_for_total(page, ethics).await
    });
}

#[test]
fn the_order_can_be_chosen() {
    visit(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        page.script("const s = document.querySelector('.order-field'); s.value = 'oldest'; s.dispatchEvent(new Event('change', { bubbles: true }));").await?;
        let mut records = records()?;
        records.sort_by_key(|record| record.text("start").to_owned());
        let first = records[0].name("en").to_owned();
        page.wait_for_text("article.card h2", &first).await?;
        assert!(page.address().await?.contains("sort=oldest"));
        Ok(())
    });
}

#[test]
fn views_that_are_left_leave_no_listener_behind() {
    visit(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        // Counts who listens to a media query, from now on.
        page.script(
            "window.listeners = 0;
            for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
                const before = EventTarget.prototype[name];
                MediaQueryList.prototype[name] = function (...given) {
                    window.listeners += step;
                    return before.apply(this, given);
                };
            }",
        )
        .await?;
        let mut counts = Vec::new();
        for _ in 0..4 {
            page.click(".views a:nth-of-type(3)").await?;
            page.wait_for(".chronicle").await?;
            page.click(".views a:nth-of-type(2)").await?;
            page.wait_until(
                "document.querySelector('.cards') && !document.querySelector('.chronicle')",
            )
            .await?;
            counts.push(page.script("return window.listeners").await?);
        }
        assert_eq!(counts, vec![counts[0].clone(); 4]);
        Ok(())
    });
}

#[test]
fn every_theme_has_its_colour_however_many_there_are() {
    visit(async |page, site| {
        page.open("").await?;
        let mut set = page
            .script("return fetch('data/dataset.json').then((answer) => answer.json())")
            .await?;
        let themes = set["vocabulary"]["themes"].as_array_mut();
        let themes = themes.context("themes")?;
        let count = 30;
        while themes.len() < count {
            let mut theme = themes[0].clone();
            theme["id"] = format!("theme-{}", themes.len()).into();
            theme["colour"] = format!("#1234{}", themes.len() + 10).into();
            themes.push(theme);
        }
        set["initiatives"][0]["themes"] = serde_json::json!(["theme-29"]);
        site.answer("/themes.json", 200, set.to_string())?;
        page.open("?data=themes.json&view=cards&theme=theme-29")
            .await?;
        page.settled().await?;
        page.wait_for("article.card").await?;
        page.wait_until(
            "getComputedStyle(document.querySelector('article.card')).getPropertyValue('--hue').trim() === '#123439'",
        )
        .await
    });
}

#[test]
fn names_of_two_lines_are_apart_and_it_is_said_how_many_there_are() {
    visit(async |page, _| {
        page.open("?view=cards").await?;
        page.settled().await?;
        // How much farther a name is from the next one than its own lines are from each other, in pixels.
        let apart = "return [...document.querySelectorAll('[data-facet=org] .facet-value-name')].map((name) => {
                const range = document.createRange();
                range.selectNodeContents(name);
                return [...range.getClientRects()].map((line) => line.top);
            }).flatMap((lines, place, all) => {
                const next = all[place + 1];
                return next && lines.length > 1 ? [next[0] - lines.at(-1) - (lines[1] - lines[0])] : [];
            })";
        let apart: Vec<f64> = serde_json::from_value(page.script(apart).await?)?;
        assert!(!apart.is_empty());
        assert!(apart.iter().all(|pixels| *pixels >= 4.0), "{apart:?}");
        let organisations = page
            .script("return fetch('data/vocabulary.json').then((answer) => answer.json()).then((all) => all.organisations.length)")
            .await?;
        page.wait_for_text(
            "[data-facet=org] .facet-more",
            &format!("more of {organisations}"),
        )
        .await
    });
}
