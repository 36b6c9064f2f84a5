//! Any view can be handed on: as a link, a frame, an element, and a code that a camera reads.

use anyhow::{Context, Result, bail};
use browser_tests::{By, Key, Page, Site, Visit, visit};
use image::GrayImage;
use image::imageops::FilterType;
use serde_json::json;

/// How often a camera looks.
const LOOKS: usize = 20;
/// Waits until the browser has painted.
const NEXT_PAINT: &str =
    "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));";

/// What stands in one of the dialog's fields.
async fn field(page: &Page, name: &str) -> Result<String> {
    let text = page
        .script(&format!(
            "return document.getElementById('share-{name}').value"
        ))
        .await?;
    Ok(text.as_str().context("a text")?.to_owned())
}

async fn choose(page: &Page, name: &str, value: &str) -> Result<()> {
    page.click(&format!("#choose-{name} option[value='{value}']"))
        .await
}

/// Opens the dialog over a view.
async fn open(page: &Page, address: &str) -> Result<()> {
    page.open(address).await?;
    page.settled().await?;
    page.click("[data-share]").await?;
    page.wait_for("#share-link").await?;
    Ok(())
}

#[test]
fn a_view_is_handed_on_as_it_is_or_as_chosen() {
    visit(async |page, site: &Site| {
        open(page, "?view=cards&theme=ethics&from=2020").await?;
        let origin = site.origin();
        assert_eq!(
            field(page, "link").await?,
            format!("{origin}/?view=cards&theme=ethics&from=2020")
        );
        choose(page, "lang", "zh-Hant").await?;
        choose(page, "scheme", "dark").await?;
        choose(page, "view", "timeline").await?;
        choose(page, "height", "480").await?;
        let query = "view=timeline&theme=ethics&from=2020&scheme=dark&lang=zh-Hant";
        page.wait_until(&format!(
            "document.getElementById('share-link').value === '{origin}/?{query}'"
        ))
        .await?;
        let shared = format!("{origin}/?{query}");
        for (host, key) in [
            ("classroom.google.com", "url"),
            ("teams.microsoft.com", "href"),
        ] {
            let taken = format!(
                "const link = new URL(document.querySelector('.share-services a[href*=\"{host}\"]').href);
                 return link.searchParams.get('{key}')"
            );
            assert_eq!(page.script(&taken).await?, shared.as_str());
        }
        let frame = field(page, "frame").await?;
        let address = "view=timeline&amp;theme=ethics&amp;from=2020&amp;embed=scroll&amp;scheme=dark&amp;lang=zh-Hant";
        assert!(
            frame.contains(&format!("src=\"{origin}/?{address}\"")),
            "{frame}"
        );
        assert!(
            frame.contains("height=\"480\"") && frame.contains("title=\"Hong Kong AI Explorer\"")
        );
        let marked = field(page, "marked").await?;
        let address =
            "view=timeline&amp;theme=ethics&amp;from=2020&amp;scheme=dark&amp;lang=zh-Hant";
        let link = format!(
            "<a href=\"{origin}/?{address}\" data-hong-kong-ai-explorer=\"\" data-height=\"480\">"
        );
        assert!(marked.contains(&link), "{marked}");
        let element = field(page, "element").await?;
        let tag = "<hong-kong-ai-explorer view=\"timeline\" theme=\"ethics\" from=\"2020\" \
            scheme=\"dark\" lang=\"zh-Hant\" height=\"480\"></hong-kong-ai-explorer>";
        assert!(element.contains(tag), "{element}");
        assert!(element.contains(&format!("{origin}/embed.js")), "{element}");
        choose(page, "filters", "none").await?;
        page.wait_until(&format!(
            "document.getElementById('share-link').value === '{origin}/?view=timeline&scheme=dark&lang=zh-Hant'"
        ))
        .await?;
        page.assert_accessible().await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone("#share").await?;
        page.wait_until("document.activeElement.matches('[data-share]')")
            .await
    });
}

#[test]
fn what_most_editors_keep_is_offered_first() {
    visit(async |page, _| {
        open(page, "?view=cards&theme=ethics").await?;
        let offered = page
            .script(
                "const fields = document.querySelectorAll('#share :is(input, textarea)[id^=share-]');
                 return [...fields].map((field) => field.id.slice('share-'.length))",
            )
            .await?;
        // Of the ways to embed, the link that an editor does not take away.
        assert_eq!(offered, json!(["link", "marked", "frame", "element"]));
        Ok(())
    });
}

#[test]
fn what_is_handed_on_is_seen_before_and_can_be_copied() {
    visit(async |page, _| {
        open(page, "?view=cards&theme=ethics").await?;
        page.click("#share button[aria-label='Copy: Link']").await?;
        // Where the browser does not allow copying, the text itself stands there.
        page.wait_until("document.getElementById('share-note').textContent.length > 5")
            .await?;
        page.click(".share-preview summary").await?;
        let frame = page.wait_for(".share-preview iframe").await?;
        frame.enter_frame().await?;
        page.wait_for("article.card").await?;
        page.wait_until("!document.querySelector('.header')?.checkVisibility()")
            .await?;
        page.driver().enter_default_frame().await?;
        Ok(())
    });
}

/// What a camera reads in the code that is shown.
async fn scanned(page: &Page) -> Result<String> {
    let code = page.driver().find(By::Css(".share-code svg")).await?;
    code.scroll_into_view().await?;
    // WebKit's driver may take a picture of what was there before it scrolled, so a camera looks more than once.
    for _ in 0..LOOKS {
        page.driver().execute_async(NEXT_PAINT, Vec::new()).await?;
        // Of the window, since that driver cuts what it takes of an element in a dialog.
        let picture = page.driver().screenshot_as_png().await?;
        let picture = image::load_from_memory(&picture)?.to_luma8();
        // Held nearer or farther.
        let mut read = [3, 2, 4]
            .into_iter()
            .filter_map(|near| read_code(&picture, near));
        if let Some(text) = read.next() {
            return Ok(text);
        }
    }
    bail!("no code is read")
}

/// What a camera reads in a picture that it sees so many times as large.
fn read_code(picture: &GrayImage, near: u32) -> Option<String> {
    let (width, height) = (picture.width() * near, picture.height() * near);
    let picture = image::imageops::resize(picture, width, height, FilterType::Triangle);
    let (width, height) = (width as usize, height as usize);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        picture.get_pixel(x as u32, y as u32).0[0]
    });
    let grids = picture.detect_grids();
    let (_, text) = grids.first()?.decode().ok()?;
    Some(text)
}

#[test]
fn a_camera_reads_the_link_from_the_code() {
    for visit in [Visit::new(), Visit::new().phone().dark()] {
        visit.run(async |page, _| {
            open(page, "?view=cards&q=深水埗&org=astri&lang=zh-Hans").await?;
            assert_eq!(scanned(page).await?, field(page, "link").await?);
            page.assert_accessible().await
        });
    }
}
