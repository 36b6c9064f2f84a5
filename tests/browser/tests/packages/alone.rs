//! A package without a platform, and one file by itself.

use std::fs;

use anyhow::{Context, Result};
use browser_tests::{Page, Visit, project, visit};
use serde_json::{Value, json};

use super::{GAME, LESSON, PLACE, VIEW, dispatch, has_started, lesson, serve, within};

#[test]
fn without_a_platform_a_package_is_the_explorer() {
    visit(async |page, site| {
        let opening = lesson()?.opening;
        let forms = [
            ("common-cartridge", VIEW, VIEW),
            ("common-cartridge", LESSON, &opening),
            ("common-cartridge-1.1", GAME, GAME),
            ("scorm-1.2", VIEW, VIEW),
            ("scorm-2004", LESSON, &opening),
            ("cmi5", LESSON, &opening),
        ];
        for (form, start, opening) in forms {
            let package = serve(site, form, start)?;
            let index = within(&package, "index.html")?;
            page.open(&index).await?;
            page.wait_until(&format!("location.search === {opening:?}"))
                .await?;
            has_started(page).await?;
            dispatch(
                page,
                &json!({ "done": 1, "of": 1, "score": 1, "complete": true, "address": PLACE }),
            )
            .await?;
            assert_eq!(page.count("#platform-notice p").await?, 0);
            // An address that asks for something is shown it.
            page.open(&format!("{index}?view=cards&q=health")).await?;
            has_started(page).await?;
            page.wait_for("article.card mark").await?;
        }
        Ok(())
    });
}

#[test]
fn a_cartridge_can_be_read_where_scripts_are_taken_away() {
    visit(async |page, site| {
        for form in ["common-cartridge", "common-cartridge-1.1"] {
            let package = serve(site, form, LESSON)?;
            page.open(&within(&package, "read.html")?).await?;
            assert_eq!(page.count("h2").await?, lesson()?.steps);
            assert_eq!(page.count("script, style, [style]").await?, 0);
            page.assert_accessible().await?;
            page.click("a").await?;
            has_started(page).await?;
            page.wait_for_text(".lesson-step", "Step 1 of").await?;
        }
        Ok(())
    });
}

#[test]
fn a_package_has_no_service_worker() {
    visit(async |page, site| {
        let _package = serve(site, "scorm-1.2", VIEW)?;
        page.open("index.html").await?;
        has_started(page).await?;
        page.wait_for("article.card").await?;
        assert_eq!(
            page.script(
                "return performance.getEntriesByName(new URL('sw.js', location).href).length"
            )
            .await?,
            0
        );
        let asked = site.requests();
        assert!(
            !asked.iter().any(|path| path.contains("sw.js")),
            "{asked:?}"
        );
        Ok(())
    });
}

#[test]
fn a_package_makes_out_of_the_whole_what_the_site_has_as_files() {
    /// What is empty need not be said.
    fn without_empty(mut value: Value) -> Value {
        for record in value["records"].as_array_mut().into_iter().flatten() {
            if let Some(fields) = record.as_object_mut() {
                fields.retain(|_, value| *value != json!([]));
            }
        }
        value
    }
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", VIEW)?;
        page.open(&within(&package, "index.html")?).await?;
        has_started(page).await?;
        for file in ["texts", "sums", "initiatives/astri", "organisations/hku"] {
            let path = format!("data/{file}.json");
            let made = page
                .script(&format!("return window.explorerKept('{path}').json()"))
                .await?;
            let own = fs::read_to_string(project::path(&format!("dist/{path}")))?;
            let own: Value = serde_json::from_str(&own)?;
            assert_eq!(without_empty(made), without_empty(own), "{file}");
        }
        Ok(())
    });
}

/// Opens a file that was packed, from the disk, with a query.
async fn open_file(page: &Page, name: &str, query: &str) -> Result<()> {
    let file = project::path(&format!("target/package/hong-kong-ai-explorer{name}.html"));
    fs::metadata(&file)
        .context("there is no such package yet. Type:\n  cargo xtask package html")?;
    page.driver()
        .goto(format!("file://{}{query}", file.display()))
        .await?;
    has_started(page).await
}

#[test]
fn one_file_begins_where_it_was_packed_to_begin() {
    visit(async |page, _| {
        let name = "-view-cards-theme-ethics";
        // Moodle shows a file in a frame with a key of its own.
        for (query, shown) in [
            ("", VIEW.to_owned()),
            ("?embed=1", VIEW.to_owned()),
            ("?lang=zh-Hant&embed=1", format!("{VIEW}&lang=zh-Hant")),
        ] {
            open_file(page, name, query).await?;
            page.wait_until(&format!("location.search === {shown:?}"))
                .await?;
            page.wait_for(".chip").await?;
            page.wait_for(".header").await?;
        }
        open_file(page, "", "?embed=1").await?;
        page.wait_until("location.search === ''").await?;
        page.wait_for(".header").await?;
        // Who asks for a view in a frame gets it.
        open_file(page, name, "?view=timeline&embed=1").await?;
        page.wait_until("location.search.startsWith('?view=timeline')")
            .await
    });
}

#[test]
fn on_a_phone_a_lesson_in_one_file_has_the_screen() {
    Visit::new().phone().run(async |page, _| {
        open_file(page, "", "?lesson=blueprint-to-ai-plus").await?;
        page.wait_for(".lesson").await?;
        page.wait_until("!document.querySelector('.header .views').checkVisibility()")
            .await?;
        page.wait_until("document.querySelector('.header .languages').checkVisibility()")
            .await?;
        page.click("[aria-label='Leave the lesson']").await?;
        page.wait_until("document.querySelector('.header .views').checkVisibility()")
            .await
    });
}
