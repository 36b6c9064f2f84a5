//! The page opens anywhere: at once, without scripts, without a network, under any path, from a file, under its policy.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser_tests::{Page, Site, Visit, WORKER, project, visit};
use sha2::{Digest, Sha384};
use thirtyfour::Key;

/// A file of the site whose name has a hash, by how the name begins and ends.
fn hashed(folder: &Path, stem: &str, ending: &str) -> Result<String> {
    let names =
        fs::read_dir(folder)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut found = names.filter(|name| {
        let rest = name
            .strip_prefix(stem)
            .and_then(|rest| rest.strip_prefix('-'));
        let hash = rest.and_then(|rest| rest.strip_suffix(ending)?.strip_suffix('.'));
        hash.is_some_and(|hash| hash.len() == 16 && !hash.contains('-'))
    });
    found
        .next()
        .with_context(|| format!("no {stem}-*.{ending}"))
}

fn program() -> Result<String> {
    hashed(&project::path("dist"), "hong-kong-ai-explorer", "wasm")
}

/// Goes through the page as a reader would: filters, opens a record, changes the language, looks at the timeline.
async fn goes_about(page: &Page) -> Result<()> {
    page.click(".views a:nth-of-type(2)").await?;
    page.click("[data-facet=theme] input[type=checkbox]")
        .await?;
    page.wait_until("document.querySelectorAll('.chip').length > 0")
        .await?;
    page.click("article.card a").await?;
    page.wait_for(".record .record-sources").await?;
    page.press(Key::Escape).await?;
    page.wait_until_gone(".record").await?;
    page.click(".language[lang=zh-Hant]").await?;
    page.wait_for_text("h1", "項").await?;
    page.click(".views a:nth-of-type(3)").await?;
    page.wait_for(".chart svg, .chart [role=listbox]").await?;
    page.type_into("#search", "blueprint").await?;
    page.wait_for("article.card mark").await?;
    Ok(())
}

#[test]
fn without_scripts_themes_and_records_can_be_read() {
    visit(async |page, site| {
        site.send_header("content-security-policy", "sandbox allow-same-origin")?;
        page.open("").await?;
        page.wait_for_text(".no-scripts", "Scripts are off").await?;
        page.wait_for(".chronicle-item").await?;
        page.wait_for_text("[data-facet=theme] .facet-count", "")
            .await?;
        page.click(".theme:nth-of-type(7) a").await?;
        page.wait_for_text("h1", "Ethics").await?;
        assert!(page.count("article.card").await? > 10);
        page.click("article.card a").await?;
        page.wait_for(".record-sources a[href^=http]").await?;
        page.wait_for("h1.record-name").await?;
        page.click(".language[lang=zh-Hans]").await?;
        page.wait_for_text(".record", "来源").await?;
        assert!(page.address().await?.starts_with("/zh-Hans/initiative/"));
        page.click(".brand").await?;
        page.wait_for_text("h1", "香港人工智能探索").await
    });
}

#[test]
fn the_static_page_is_there_first_and_what_was_typed_is_kept() {
    visit(async |page, site| {
        let hold = site.hold(&format!("/{}", program()?));
        page.open("").await?;
        page.wait_for(".static .theme").await?;
        page.wait_for("progress").await?;
        let places = r#"return JSON.stringify([...document.querySelectorAll(
            '.about-title, .theme, .news, .footer, .search, .settings, .view-link')]
            .map((e) => e.getBoundingClientRect()).map((r) => [r.x, r.y, r.width, r.height].map(Math.round)))"#;
        let before = page.script(places).await?;
        page.script("document.getElementById('search').focus()")
            .await?;
        // WebKit brings its caret into sight with the next frame; a reader scrolls after that.
        let painted = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))";
        page.driver().execute_async(painted, Vec::new()).await?;
        page.script("window.scrollTo(0, 120)").await?;
        page.driver().execute_async(painted, Vec::new()).await?;
        assert_eq!(page.script("return scrollY").await?, 120);
        drop(hold);
        page.settled().await?;
        page.wait_until("scrollY === 120 && document.activeElement.id === 'search'")
            .await?;
        page.script("window.scrollTo(0, 0)").await?;
        assert_eq!(page.script(places).await?, before, "nothing moves");

        Ok(())
    });
}

#[test]
fn what_is_typed_before_the_program_is_there_is_searched_for() {
    visit(async |page, site| {
        let hold = site.hold(&format!("/{}", program()?));
        page.open("").await?;
        page.type_into(".static #search", "health").await?;
        drop(hold);
        page.settled().await?;
        page.wait_for("article.card mark").await?;
        assert_eq!(page.address().await?, "/?view=cards&q=health");
        // The field still has the keyboard.
        page.press(Key::Backspace).await?;
        page.wait_until("document.getElementById('search').value === 'healt'")
            .await
    });
}

#[test]
fn what_the_static_page_does_not_show_appears_without_the_wrong_page_before_it() {
    Visit::new().languages("zh-HK,zh").run(async |page, site| {
        let hold = site.hold(&format!("/{}", program()?));
        for address in ["", "?view=cards&theme=ethics&lang=en"] {
            page.open(address).await?;
            page.wait_for("progress").await?;
            page.wait_until("!document.querySelector('.page.static')?.checkVisibility()")
                .await?;
        }
        drop(hold);
        page.wait_for_text("h1", "initiatives").await?;
        page.open("").await?;
        page.wait_for_text("h1", "香港人工智能探索").await
    });
}

#[test]
fn what_others_append_to_a_link_changes_nothing() {
    visit(async |page, site| {
        let hold = site.hold(&format!("/{}", program()?));
        // As fast as without: the static page is shown before the program is there.
        for address in [
            "?gclid=1",
            "?from=timeline&isappinstalled=0",
            "?lang=en&utm_source=a",
        ] {
            page.open(address).await?;
            page.wait_for(".page.static .theme").await?;
        }
        page.open("?view=cards&from=2019&from=groupmessage&isappinstalled=0&fbclid=IwAR0x")
            .await?;
        drop(hold);
        page.settled().await?;
        page.wait_for_text(".chips", "2019").await?;
        assert_eq!(page.count(".notice").await?, 0);
        // Whoever passes the address on passes on nothing of it.
        assert_eq!(page.address().await?, "/?view=cards&from=2019");
        Ok(())
    });
}

#[test]
fn without_a_network_everything_works_after_one_visit() {
    visit(async |page, site| {
        site.restore(WORKER);
        page.open("").await?;
        page.settled().await?;
        page.script("return navigator.serviceWorker.ready.then(() => true)")
            .await?;
        site.cut();
        page.open("?view=overview").await?;
        page.settled().await?;
        goes_about(page).await?;
        page.open("initiative/astri/").await?;
        page.wait_for_text(".record-name", "ASTRI").await
    });
}

#[test]
fn what_is_not_kept_comes_from_the_host() {
    visit(async |page, site| {
        site.restore(WORKER);
        page.open("").await?;
        page.settled().await?;
        page.wait_until("navigator.serviceWorker.controller")
            .await?;
        let status = "return fetch('data/sums.csv').then((answer) => answer.status)";
        assert_eq!(page.script(status).await?, 200);
        page.open("?view=cards&data=data/dataset.json").await?;
        page.wait_for("article.card").await?;
        Ok(())
    });
}

#[test]
fn without_a_network_pages_open_in_the_explorer_or_are_said_to_be_missing() {
    visit(async |page, site| {
        site.restore(WORKER);
        site.move_under("/some/where");
        page.open("some/where/").await?;
        page.settled().await?;
        page.script("return navigator.serviceWorker.ready.then(() => true)")
            .await?;
        site.cut();
        for (path, lang, text) in [
            ("initiative/astri", "en", "ASTRI"),
            ("initiative/astri/index.html", "en", "ASTRI"),
            ("zh-Hant/initiative/astri", "zh-Hant", "應科院"),
            ("zh-Hant/initiative/astri/index.html", "zh-Hant", "應科院"),
        ] {
            page.open(&format!("some/where/{path}")).await?;
            page.wait_for_text(".record-name", text).await?;
            page.wait_until(&format!("document.documentElement.lang === '{lang}'"))
                .await?;
        }
        for (path, lang) in [
            ("theme/ethics", "en"),
            ("zh-Hans/theme/ethics/index.html", "zh-Hans"),
            ("zh-Hant/organisation/hku/", "zh-Hant"),
            ("topic/chatbots", "en"),
        ] {
            page.open(&format!("some/where/{path}")).await?;
            page.wait_for(".chip").await?;
            page.wait_until(&format!("document.documentElement.lang === '{lang}'"))
                .await?;
        }
        page.open("some/where/zh-Hant").await?;
        page.wait_for_text("h1", "香港人工智能探索").await?;
        for path in ["feed.xml", "a/b/c", "about/", "organisation/"] {
            page.open(&format!("some/where/{path}")).await?;
            page.wait_for_text("h1", "not kept").await?;
            page.click("section[lang=en] a").await?;
            page.settled().await?;
            assert_eq!(page.address().await?, "/some/where/?lang=en");
        }
        Ok(())
    });
}

#[test]
fn what_is_not_there_leads_back_to_the_explorer() {
    visit(async |page, site| {
        site.move_under("/explorer");
        for path in [
            "explorer/a/b/",
            "explorer/initiative/nope/",
            "explorer/zh-Hant/x",
        ] {
            page.open(path).await?;
            page.wait_for_text("h1", "Nothing is here").await?;
            page.wait_until(
                "document.querySelector('section[lang=zh-Hans] a').href.includes('/explorer/?')",
            )
            .await?;
            // Its styles hold at any depth: lines are not as long as the window is wide.
            page.wait_until(
                "document.querySelector('main').getBoundingClientRect().width < innerWidth * 2 / 3",
            )
            .await?;
            page.click("section[lang=zh-Hans] a").await?;
            page.settled().await?;
            assert_eq!(page.address().await?, "/explorer/?lang=zh-Hans");
        }
        page.open("explorer/a/b/").await?;
        page.wait_until("document.querySelector('form').action.endsWith('/explorer/')")
            .await?;
        page.type_into("#q-en", "health").await?;
        page.press(Key::Enter).await?;
        page.settled().await?;
        page.wait_for("article.card mark").await?;
        assert_eq!(
            page.address().await?,
            "/explorer/?view=cards&lang=en&q=health"
        );
        Ok(())
    });
}

#[test]
fn without_a_service_worker_nothing_breaks() {
    visit(async |page, _| {
        page.open("").await?;
        page.settled().await?;
        goes_about(page).await
    });
}

#[test]
fn under_any_path_it_asks_for_nothing_beside_it() {
    visit(async |page, site| {
        site.move_under("/some/where");
        page.open("some/where/").await?;
        page.settled().await?;
        goes_about(page).await?;
        page.open("some/where/zh-Hant/theme/ethics/").await?;
        page.click(".way-in a").await?;
        page.wait_for("article.card").await?;
        let beside = |path: &String| !path.starts_with("/some/where/") && path != "/favicon.ico";
        let beside: Vec<String> = site.requests().into_iter().filter(beside).collect();
        assert_eq!(beside, [""; 0]);
        Ok(())
    });
}

#[test]
fn from_a_file_everything_works() {
    visit(async |page, _| {
        let file = project::path("target/package/hong-kong-ai-explorer.html");
        if !file.exists() {
            bail!("there is no package yet. Type:\n  cargo xtask package html");
        }
        page.driver()
            .goto(format!("file://{}", file.display()))
            .await?;
        page.settled().await?;
        goes_about(page).await
    });
}

#[test]
fn the_policy_is_kept() {
    visit(async |page, site| {
        let html = fs::read_to_string(project::path("dist/index.html"))?;
        let policy = html.split("Content-Security-Policy\" content=\"").nth(1);
        let policy = policy
            .and_then(|rest| rest.split('"').next())
            .context("a policy")?;
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        site.send_header(
            "content-security-policy",
            &format!("{policy}; report-uri /reports"),
        )?;
        page.open("").await?;
        page.settled().await?;
        goes_about(page).await?;
        page.open("?view=cards&data=data/dataset.json").await?;
        page.wait_for("article.card").await?;
        page.open("?view=timeline").await?;
        page.wait_for(".chart [data-tool=png], .chart button")
            .await?;
        page.open("theme/ethics/").await?;
        page.wait_for("article.card").await?;
        assert_eq!(site.reports(), [""; 0]);
        // What breaks it is told, so that the silence above says something.
        page.script("const script = document.createElement('script'); script.textContent = 'window.hurt = 1';
            document.body.append(script)").await?;
        reported(page, site).await?;
        page.wait_until("window.hurt === undefined").await
    });
}

async fn reported(page: &Page, site: &Site) -> Result<()> {
    // Asking the page lets the browser send.
    for _ in 0..1000 {
        page.script("return fetch('icon.svg').then(() => true)")
            .await?;
        if site
            .reports()
            .iter()
            .any(|report| report.contains("script-src"))
        {
            return Ok(());
        }
    }
    bail!("no report came");
}

#[test]
fn a_new_build_waits_until_the_reader_accepts_it() {
    visit(async |page, site| {
        site.restore(WORKER);
        page.open("").await?;
        page.settled().await?;
        page.script("return navigator.serviceWorker.ready.then(() => true)")
            .await?;
        page.wait_until("navigator.serviceWorker.controller")
            .await?;
        let next = NextBuild::make()?;
        site.serve_folder(&next.0);
        page.script("return navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => true)")
            .await?;
        page.wait_for_text(".news-offer", "new version").await?;
        // The old page goes on with what the host no longer has, after a reload as well.
        goes_about(page).await?;
        page.open("?view=timeline").await?;
        page.wait_for(".chart svg, .chart [role=listbox]").await?;
        assert_eq!(page.count("meta[name=build]").await?, 0);
        page.wait_for(".news-offer").await?;
        page.click(".news-offer button").await?;
        page.wait_until("document.querySelector('meta[name=build]')")
            .await?;
        page.settled().await?;
        page.wait_until("!document.querySelector('.news-offer')")
            .await?;
        goes_about(page).await
    });
}

/// The site as another build would have made it: the chart under another name, and the page with a mark.
struct NextBuild(PathBuf);

impl NextBuild {
    fn make() -> Result<Self> {
        let dist = project::path("dist");
        let next = env::temp_dir().join(format!("next-build-{}", std::process::id()));
        let build = Self(next.clone());
        project::copy_folder(&dist, &next)?;
        let chart = hashed(&dist, "chart", "wasm")?;
        let other = "chart-0000000000000000.wasm";
        fs::rename(next.join(&chart), next.join(other))?;
        let start = hashed(&dist, "start", "js")?;
        let before = fs::read_to_string(next.join(&start))?;
        let after = before.replace(&chart, other);
        assert_ne!(before, after);
        fs::write(next.join("start-0000000000000000.js"), &after)?;
        fs::remove_file(next.join(&start))?;
        let integrity = |code: &str| STANDARD.encode(Sha384::digest(code));
        let html = fs::read_to_string(next.join("index.html"))?
            .replace(&start, "start-0000000000000000.js")
            .replace(&integrity(&before), &integrity(&after))
            .replace("</title>", "</title><meta name=\"build\" content=\"next\">");
        fs::write(next.join("index.html"), html)?;
        let worker = fs::read_to_string(next.join("sw.js"))?
            .replace(&start, "start-0000000000000000.js")
            .replace(&chart, other);
        // The version stands in it as a text of 16 digits.
        let version = worker.find("registration.scope").and_then(|_| {
            let texts = worker.split('"').skip(1).step_by(2);
            texts
                .filter(|text| text.len() == 16)
                .find(|text| text.chars().all(|c| c.is_ascii_hexdigit()))
        });
        let version = version.context("the version in sw.js")?.to_owned();
        fs::write(
            next.join("sw.js"),
            worker.replace(&format!("\"{version}\""), "\"0000000000000000\""),
        )?;
        Ok(build)
    }
}

impl Drop for NextBuild {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
