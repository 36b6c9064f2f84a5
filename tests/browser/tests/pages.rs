//! Pages that stand without the program: whose the data are, all there is, what belongs together, and ways between them.

use anyhow::Result;
use browser_tests::data::records;
use browser_tests::{Page, audited, visit};

/// An organisation that takes part in many records.
const BODY: &str = "hku";

/// The number of records in which an organisation takes part.
fn taking_part(id: &str) -> Result<usize> {
    let takes_part = |record: &browser_tests::data::Record| {
        let bodies = record.0["organisations"].as_array();
        bodies.is_some_and(|bodies| bodies.iter().any(|body| body["id"] == id))
    };
    Ok(records()?
        .iter()
        .filter(|record| takes_part(record))
        .count())
}

#[test]
fn from_a_record_to_its_organisation_and_back_without_scripts() {
    visit(async |page, site| {
        site.send_header("content-security-policy", "sandbox allow-same-origin")?;
        let count = taking_part(BODY)?;
        page.open(&format!("organisation/{BODY}/")).await?;
        page.wait_for_text("h1", "The University of Hong Kong")
            .await?;
        assert_eq!(page.count("article.card").await?, count);
        let first = page.text("article.card h3").await?;
        page.click("article.card h3 a").await?;
        page.wait_for_text("h1", &first).await?;
        page.click(&format!(
            ".record-organisations a[href$='organisation/{BODY}/']"
        ))
        .await?;
        page.wait_for_text("h1", "The University of Hong Kong")
            .await?;
        // All of them, and all topics.
        page.click(".crumb a").await?;
        page.wait_for_text("h1", "Organisations").await?;
        page.click(".footer a[href$='topic/']").await?;
        page.wait_for_text("h1", "Topics").await?;
        page.click(".page-list a").await?;
        page.wait_for("article.card").await?;
        page.click(".footer a[href$='all/']").await?;
        page.wait_for_text("h1", "All initiatives").await?;
        let all = records()?.len();
        assert_eq!(page.count("tbody tr").await?, all);
        // In another language the same page.
        page.click(".language[lang=zh-Hant]").await?;
        page.wait_for_text("h1", "所有項目").await
    });
}

#[test]
fn where_one_organisation_narrows_the_records_it_is_told_of() {
    visit(async |page, _| {
        page.open(&format!("?view=cards&org={BODY}&lang=en"))
            .await?;
        page.settled().await?;
        page.wait_for_text(".organisation h2", "The University of Hong Kong")
            .await?;
        let count = taking_part(BODY)?.to_string();
        page.wait_for_text(".organisation dl", &count).await?;
        // The same as its own page says: other names, roles and the rest, and where its changes are told.
        page.wait_for_text(".organisation", "HKU").await?;
        let told = page.text(".organisation dl").await?;
        page.wait_for(&format!(
            ".organisation a[href$='organisation/{BODY}/feed.xml']"
        ))
        .await?;
        let names = page.text(".organisation .page-note").await?;
        page.open(&format!("organisation/{BODY}/")).await?;
        assert_eq!(page.text(".theme-page dl").await?, told);
        assert!(told.contains("Roles") && told.contains("lead"), "{told}");
        assert_eq!(page.text(".theme-page .page-note").await?, names);
        page.back().await?;
        page.settled().await?;
        // On to one with which it works, and back.
        let other = page.text(".organisation dd a").await?;
        page.click(".organisation dd a").await?;
        page.wait_for_text(".organisation h2", &other).await?;
        page.back().await?;
        page.wait_for_text(".organisation h2", "The University of Hong Kong")
            .await?;
        page.assert_accessible().await?;
        page.click(".organisation .page-link a").await?;
        page.wait_until(&format!("location.pathname === '/organisation/{BODY}/'"))
            .await?;
        page.click(".way-in a").await?;
        page.wait_until(&format!("location.search.includes('org={BODY}')"))
            .await?;
        // Two of them are nobody's head.
        page.open(&format!("?view=cards&org={BODY}&org=cuhk&lang=en"))
            .await?;
        page.settled().await?;
        page.wait_for("article.card").await?;
        assert_eq!(page.count(".organisation").await?, 0);
        Ok(())
    });
}

/// Reads what is told of an error: in a text to copy, or in the link to where the data says that errors are reported.
async fn report(page: &Page, within: &str) -> Result<String> {
    page.wait_for(&format!("{within} :is(.report, .report-link)"))
        .await?;
    let told = format!(
        "const text = document.querySelector('{within} .report-text');
         return text ? text.textContent : decodeURIComponent(document.querySelector('{within} .report-link').href)"
    );
    let told = page.script(&told).await?;
    Ok(told.as_str().unwrap_or_default().to_owned())
}

#[test]
fn an_error_is_reported_of_what_is_on_screen() {
    visit(async |page, site| {
        page.open("?view=cards&theme=ethics&lang=zh-Hant").await?;
        page.settled().await?;
        let text = report(page, ".footer").await?;
        assert!(text.contains("香港人工智能探索"), "{text}");
        assert!(
            text.contains("theme=ethics") && text.contains("lang=zh-Hant"),
            "{text}"
        );
        assert!(text.contains("語言：繁體中文"), "{text}");
        // It follows the view.
        page.click("[data-facet=theme] [data-value=education]")
            .await?;
        page.wait_until("document.querySelectorAll('.chip').length === 2")
            .await?;
        let text = report(page, ".footer").await?;
        assert!(text.contains("theme=education"), "{text}");
        page.open("?id=astri&lang=en").await?;
        page.wait_for(".record .record-sources").await?;
        let text = report(page, ".record").await?;
        assert!(
            text.contains("ASTRI") && text.contains("id=astri"),
            "{text}"
        );
        page.open("initiative/astri/").await?;
        let text = report(page, ".record").await?;
        let address = format!("{}/initiative/astri/", site.origin());
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].contains("ASTRI"), "{text}");
        assert_eq!(lines[1..3], [&*address, "Language: English"], "{text}");
        for (folder, lang) in [
            ("zh-Hant/", "語言：繁體中文"),
            ("zh-Hans/", "语言：简体中文"),
        ] {
            page.open(&format!("{folder}about/")).await?;
            let text = report(page, ".footer").await?;
            let address = format!("{}/{folder}about/", site.origin());
            assert!(text.lines().any(|line| line == address), "{text}");
            assert!(text.lines().any(|line| line == lang), "{text}");
        }
        Ok(())
    });
}

#[test]
fn a_page_without_the_program_is_handed_on_where_scripts_run() {
    visit(async |page, site| {
        page.open("initiative/astri/").await?;
        page.script(
            "navigator.share = (what) => { window.shared = what.url; return Promise.resolve(); };
             Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => { window.written = text; return Promise.resolve(); } } })",
        )
        .await?;
        page.click(".page-ways button").await?;
        page.wait_for_text(".page-ways [role=status]", "Copied.")
            .await?;
        let address = format!("{}/initiative/astri/", site.origin());
        assert_eq!(
            page.script("return window.written").await?,
            address.as_str()
        );
        // Not every browser has ways of the system.
        page.script("document.querySelector('.page-ways button + button').hidden = false")
            .await?;
        page.click(".page-ways button + button").await?;
        assert_eq!(page.script("return window.shared").await?, address.as_str());
        Ok(())
    });
}

#[test]
fn without_scripts_there_are_no_buttons_that_do_nothing() {
    visit(async |page, site| {
        site.send_header("content-security-policy", "sandbox allow-same-origin")?;
        page.open("initiative/astri/").await?;
        page.wait_for_text("h1", "ASTRI").await?;
        page.wait_until_gone(".page-ways button").await
    });
}

#[test]
fn data_of_others_say_themselves_where_errors_are_reported() {
    visit(async |page, site| {
        let whole =
            std::fs::read_to_string(browser_tests::project::path("dist/data/dataset.json"))?;
        let mut set: serde_json::Value = serde_json::from_str(&whole)?;
        set["vocabulary"]["explorer"]["report"] = "mailto:data@example.org".into();
        set["vocabulary"]["explorer"]["repository"] = "https://example.org/code".into();
        site.answer("/other.json", 200, set.to_string())?;
        page.open("?data=other.json&view=cards&lang=en").await?;
        page.settled().await?;
        page.wait_for("article.card").await?;
        page.wait_for(".footer a[href='https://example.org/code']")
            .await?;
        page.wait_until(
            "document.querySelector('.footer a[href^=\"mailto:data@example.org?subject=\"]')?.href.includes('data%3Dother.json')",
        )
        .await?;
        // The site's own pages and words are not theirs, and the file is.
        assert_eq!(page.count(".footer .page-link").await?, 0);
        page.wait_for(".footer-files a[href='other.json']").await?;
        assert!(!page.text(".footer").await?.contains("The words are ours"));
        // An organisation has no page here, and is told of as well.
        page.open(&format!("?data=other.json&view=cards&org={BODY}&lang=en"))
            .await?;
        page.settled().await?;
        page.wait_for_text(".organisation dl", "Roles").await?;
        assert_eq!(page.count(".organisation .page-link").await?, 0);
        Ok(())
    });
}

#[test]
fn a_citation_leads_to_the_record_s_own_page() {
    visit(async |page, _| {
        page.open("?id=astri&lang=zh-Hant").await?;
        page.wait_for(".cite-text").await?;
        let citation = page.text(".cite-text").await?;
        let (_, address) = citation.split_once("http").unwrap_or_default();
        assert!(
            address.ends_with("/zh-Hant/initiative/astri/"),
            "{citation}"
        );
        page.open("zh-Hant/initiative/astri/").await?;
        page.wait_for_text("h1", "應科院").await?;
        // From there a search leads into the explorer.
        page.type_into("#search", "機械人").await?;
        page.press(browser_tests::Key::Enter).await?;
        page.settled().await?;
        page.wait_for("article.card mark").await?;
        assert!(
            page.address()
                .await?
                .starts_with("/?view=cards&lang=zh-Hant&q=")
        );
        Ok(())
    });
}

#[test]
fn the_page_about_the_data_leads_to_what_it_names() {
    visit(async |page, _| {
        page.open("about/").await?;
        for file in ["data/LEFT-OUT.md", "CITATION.cff"] {
            page.open("about/").await?;
            let found = page
                .script(&format!(
                    "return fetch(document.querySelector(\"main a[href$='{file}']\").href).then((answer) => answer.text())"
                ))
                .await?;
            let found = found.as_str().unwrap_or_default();
            assert!(
                found.starts_with("# Left out") || found.starts_with("cff-version"),
                "{file}: {found}"
            );
        }
        let text = page.text("main").await?;
        assert!(text.contains("Statement of"), "{text}");
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_on_pages_that_list() {
    visit(async |page, _| {
        for path in audited(&[
            "about/",
            "organisation/hku/",
            "topic/chatbots/",
            "organisation/",
            "topic/",
            "all/",
        ]) {
            for folder in audited(&["", "zh-Hant/", "zh-Hans/"]) {
                page.open(&format!("{folder}{path}")).await?;
                page.wait_for("h1").await?;
                page.assert_accessible().await?;
            }
        }
        Ok(())
    });
}
