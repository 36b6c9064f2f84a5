//! The parts of the program, its chunks and the reader of other data sets, arrive wherever the page may lie, and are told
//! of where they do not.

use std::fs;

use anyhow::{Context, Result, bail};
use browser_tests::{Elsewhere, Key, Package, Page, Portal, Site, WORKER, project, visit};
use serde_json::Value;

/// What the data set on another host is called.
const TITLE: &str = "Elsewhere";

/// The files that a chunk shares with no other, as paths of the site.
fn files(chunk: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in project::path("dist").read_dir()? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let stem = name
            .strip_suffix(".wasm")
            .and_then(|name| name.rsplit_once('-'));
        if stem.is_some_and(|(chunks, _)| chunks == chunk) {
            files.push(format!("/{name}"));
        }
    }
    if files.is_empty() {
        bail!("dist/ has no files of the chunk {chunk}");
    }
    Ok(files)
}

/// Follows a link within the page, as a reader would who finds one.
async fn follow(page: &Page, href: &str) -> Result<()> {
    page.script(&format!(
        "const link = Object.assign(document.createElement('a'), {{ href: '{href}' }});
         document.querySelector('.page').append(link);
         link.click();
         link.remove();"
    ))
    .await?;
    Ok(())
}

/// Goes to what each chunk draws, and sees it drawn. `more` stands in every address.
async fn open_every_chunk(page: &Page, more: &str) -> Result<()> {
    follow(page, &format!("?view=timeline{more}")).await?;
    page.wait_for(".chart [role=listbox]").await?;
    follow(page, &format!("?view=table&rows=sums{more}")).await?;
    page.wait_for(".table tbody tr").await?;
    follow(page, &format!("?view=class{more}")).await?;
    page.wait_for("#class-title").await?;
    follow(page, &format!("?view=cards&id=astri{more}")).await?;
    page.wait_for(".record .record-sources").await?;
    Ok(())
}

/// The explorer's own data set under another title, on another host.
async fn elsewhere() -> Result<Elsewhere> {
    let json = fs::read_to_string(project::path("dist/data/dataset.json"))?;
    let mut set: Value = serde_json::from_str(&json)?;
    set["vocabulary"]["explorer"]["title"]["en"] = TITLE.into();
    Elsewhere::serve(set.to_string()).await
}

/// Goes to a data set on another host, and sees its title. `more` stands in every address.
async fn open_another_data_set(page: &Page, more: &str) -> Result<()> {
    let elsewhere = elsewhere().await?;
    let address = elsewhere.address();
    follow(
        page,
        &format!("?view=overview&data={address}&lang=en{more}"),
    )
    .await?;
    page.wait_for_text("h1", TITLE).await
}

#[test]
fn below_a_path() {
    visit(async |page, site| {
        site.move_under("/some/where");
        // It would load all chunks ahead.
        site.answer("/some/where/sw.js", 404, "")?;
        page.open("some/where/").await?;
        page.settled().await?;
        let files = [files("chart")?, files("classroom")?, files("record")?].concat();
        let is_asked_for = |file: &String| site.requests().contains(&format!("/some/where{file}"));
        assert!(!files.iter().any(is_asked_for), "chunks wait");
        open_every_chunk(page, "").await?;
        assert!(files.iter().all(is_asked_for));
        open_another_data_set(page, "").await?;
        Ok(())
    });
}

#[test]
fn without_a_network() {
    visit(async |page, site| {
        site.restore(WORKER);
        page.open("").await?;
        page.settled().await?;
        page.script("return navigator.serviceWorker.ready.then(() => true)")
            .await?;
        site.cut();
        page.open("?view=overview").await?;
        page.settled().await?;
        open_every_chunk(page, "").await
    });
}

#[test]
fn from_a_file() {
    visit(async |page, _| {
        let file = project::path("target/package/hong-kong-ai-explorer.html");
        if !file.exists() {
            bail!("there is no package yet. Type:\n  cargo xtask package html");
        }
        page.driver()
            .goto(format!("file://{}", file.display()))
            .await?;
        page.settled().await?;
        open_every_chunk(page, "").await?;
        open_another_data_set(page, "").await
    });
}

#[test]
fn in_a_package() {
    visit(async |page, site| {
        let name = "-view-cards-theme-ethics-scorm-1.2.zip";
        let command = "scorm-1.2 --start \"?view=cards&theme=ethics\"";
        let package = Package::unpack(name, command)?;
        site.serve_folder(package.folder());
        page.open("").await?;
        page.settled().await?;
        open_every_chunk(page, "").await?;
        open_another_data_set(page, "").await
    });
}

#[test]
fn in_a_frame_that_may_run_scripts_and_nothing_else() {
    visit(async |page, site| {
        let _portal = Portal::enter_sandbox(page, site).await?;
        page.wait_until("origin === 'null'").await?;
        open_every_chunk(page, "&embed=1").await?;
        open_another_data_set(page, "&embed=1").await
    });
}

/// From now on the site answers the files of a chunk with this status.
fn refuse(site: &Site, chunk: &str, status: u16) -> Result<()> {
    files(chunk)?
        .iter()
        .try_for_each(|file| site.answer(file, status, ""))
}

fn restore(site: &Site, chunk: &str) -> Result<()> {
    files(chunk)?.iter().for_each(|file| site.restore(file));
    Ok(())
}

#[test]
fn views_of_results_that_do_not_arrive_are_told_and_tried_again() {
    visit(async |page, site| {
        refuse(site, "results", 503)?;
        page.open("?view=cards&lang=en").await?;
        page.wait_for_text("[role=alert]", "could not be loaded")
            .await?;
        page.assert_accessible().await?;
        // The rest of the page does its work.
        page.click(".views a:nth-of-type(1)").await?;
        page.wait_for(".theme").await?;
        page.click(".views a:nth-of-type(3)").await?;
        page.wait_for("[role=alert]").await?;
        restore(site, "results")?;
        page.click("[role=alert] button").await?;
        page.wait_for(".chronicle-item").await?;
        page.wait_until_gone("[role=alert]").await
    });
}

#[test]
fn a_chart_that_does_not_arrive_is_told_and_tried_again() {
    visit(async |page, site| {
        refuse(site, "chart", 503)?;
        page.open("?view=timeline&lang=en").await?;
        page.wait_for_text(".chart [role=alert]", "chart could not be loaded")
            .await?;
        page.wait_for(".chronicle-item").await?;
        page.assert_accessible().await?;
        assert_eq!(page.count(".news-offer").await?, 0);
        restore(site, "chart")?;
        page.click(".chart [role=alert] button").await?;
        page.wait_for(".chart [role=listbox]").await?;
        page.wait_until_gone("[role=alert]").await
    });
}

#[test]
fn a_dialog_that_does_not_arrive_is_told_and_tried_again() {
    visit(async |page, site| {
        page.open("?view=cards&theme=ethics").await?;
        page.settled().await?;
        refuse(site, "share", 503)?;
        page.click("[data-share]").await?;
        page.wait_for_text("#share [role=alert]", "could not be loaded")
            .await?;
        page.assert_accessible().await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone("[role=alert]").await?;
        // The next press tries again.
        page.click("[data-share]").await?;
        page.wait_for_text("#share [role=alert]", "could not be loaded")
            .await?;
        restore(site, "share")?;
        page.click("#share [role=alert] button").await?;
        page.wait_for("#share-link").await?;
        page.wait_until_gone("[role=alert]").await
    });
}

#[test]
fn a_record_whose_part_does_not_arrive_is_told_and_tried_again() {
    visit(async |page, site| {
        refuse(site, "record", 503)?;
        page.open("?view=cards&id=astri").await?;
        page.wait_for(".panel [role=alert] button").await?;
        page.assert_accessible().await?;
        restore(site, "record")?;
        page.click(".panel [role=alert] button").await?;
        page.wait_for(".record .record-sources").await?;
        Ok(())
    });
}

#[test]
fn after_a_new_build_the_page_offers_to_load_it() {
    visit(async |page, site| {
        page.open("?view=cards&theme=ethics").await?;
        page.settled().await?;
        // The host has other names for them now.
        refuse(site, "chart", 404)?;
        refuse(site, "classroom", 404)?;
        page.click(".views a:nth-of-type(3)").await?;
        page.wait_for_text(".news-offer", "new version").await?;
        page.click(".views a:nth-of-type(4)").await?;
        page.wait_for_text("[role=alert]", "could not be loaded")
            .await?;
        assert_eq!(page.count(".news-offer").await?, 1);
        page.back().await?;
        restore(site, "chart")?;
        page.click(".news-offer button").await?;
        page.wait_for(".chart [role=listbox]").await?;
        let address = page.address().await?;
        assert!(address.contains("theme=ethics"), "{address}");
        page.wait_for(".chip").await.context("the filter is kept")?;
        Ok(())
    });
}
