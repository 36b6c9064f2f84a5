//! What goes wrong is said in a sentence, and nothing is lost.

use anyhow::{Context, Result};
use browser_tests::data::own_set;
use browser_tests::{Elsewhere, Page, Site, Visit, visit};
use serde_json::Value;

const CARDS: &str = "/data/cards.en.json";

/// Answers the data with this, and expects a sentence.
async fn check(page: &Page, site: &Site, status: u16, body: &str, sentence: &str) -> Result<()> {
    site.answer(CARDS, status, body)?;
    page.open("?view=cards&theme=ethics").await?;
    page.wait_for_text("[role=alert]", sentence).await?;
    site.restore(CARDS);
    page.click("[role=alert] button").await?;
    page.wait_for("article.card").await?;
    page.wait_until_gone("[role=alert]").await?;
    assert_eq!(page.address().await?, "/?view=cards&theme=ethics");
    Ok(())
}

#[test]
fn data_that_is_broken_gets_a_sentence_and_another_try() {
    // A visit for each, since a browser keeps what it once had.
    for (status, body, sentence) in [
        (404, "", "the host answered 404"),
        (200, "<html>", "cannot be read"),
        (200, r#"{"format": 1, "cards": 7}"#, "cannot be read"),
        (200, r#"{"format": 99}"#, "newer explorer"),
    ] {
        visit(async |page, site| check(page, site, status, body, sentence).await);
    }
}

#[test]
fn a_data_set_of_the_older_format_is_shown() {
    visit(async |page, site| {
        page.open("").await?;
        let mut set = own_set(page).await?;
        let doubt = set["initiatives"][0]["summary"].clone();
        set["format"] = 1.into();
        for record in set["initiatives"].as_array_mut().context("a list")? {
            let record = record.as_object_mut().context("a record")?;
            for field in ["topics", "doubts", "checked", "corrections", "landmark"] {
                record.remove(field);
            }
            record.insert("disputed".to_owned(), doubt.clone());
            for list in ["milestones", "amounts", "sources"] {
                for item in record
                    .get_mut(list)
                    .and_then(Value::as_array_mut)
                    .into_iter()
                    .flatten()
                {
                    let item = item.as_object_mut().context("an object")?;
                    for field in [
                        "kind", "planned", "date", "from", "to", "part_of", "read", "archived",
                    ] {
                        let is_old = field == "kind" && list == "sources"
                            || field == "date" && list == "milestones";
                        if !is_old {
                            item.remove(field);
                        }
                    }
                }
            }
        }
        let vocabulary = set["vocabulary"].as_object_mut().context("a vocabulary")?;
        vocabulary.remove("topics");
        let total = set["initiatives"].as_array().map_or(0, Vec::len);
        site.answer("/old.json", 200, set.to_string())?;
        page.open("?view=cards&data=old.json&lang=en").await?;
        page.wait_for_text("h1", &format!("{total} initiatives"))
            .await?;
        assert_eq!(
            page.count("details.notice").await?,
            0,
            "hints are not for readers"
        );
        page.click("article.card a").await?;
        page.wait_for_text(".record-doubt", "Not confirmed").await
    });
}

#[test]
fn a_web_page_in_place_of_data_is_named() {
    visit(async |page, site| {
        site.answer(
            "/page.json",
            200,
            "<!doctype html><title>A page about a file</title>",
        )?;
        page.open("?data=page.json&lang=en").await?;
        page.wait_for_text("[role=alert]", "A web page came instead")
            .await?;
        site.answer("/wide.json", 200, "{\0\"\0f\0")?;
        page.open("?data=wide.json&lang=en").await?;
        page.wait_for_text("[role=alert]", "UTF-16").await
    });
}

#[test]
fn another_data_set_shows_what_is_sound_of_it() {
    visit(async |page, site| {
        page.open("").await?;
        let mut set = own_set(page).await?;
        let total = set["initiatives"].as_array().map_or(0, Vec::len);
        set["initiatives"][0]["facts"][0]["sources"] = serde_json::json!([99]);
        set["initiatives"][1]["summary"]["en"] =
            "<img src=x onerror='window.hurt = 1'><script>window.hurt = 1</script>.".into();
        set["initiatives"][2]["sources"][0]["url"] = "javascript:window.hurt=1".into();
        site.answer("/other.json", 200, set.to_string())?;
        page.open("?view=cards&data=other.json&sort=name").await?;
        page.wait_for_text("h1", &format!("{} initiatives", total - 2))
            .await?;
        page.wait_for_text("details.notice", "faults were found")
            .await?;
        page.wait_until(
            "!document.querySelector('a[href^=\"javascript:\"]') && window.hurt === undefined",
        )
        .await
    });
}

#[test]
fn a_host_that_lets_no_other_page_read_its_file_is_told_of() {
    visit(async |page, _| {
        page.open("").await?;
        let elsewhere = Elsewhere::serve_to_nobody(own_set(page).await?.to_string()).await?;
        page.open(&format!("?data={}&lang=en", elsewhere.address()))
            .await?;
        page.wait_for_text("[role=alert]", "does not let other pages read its files")
            .await
    });
}

#[test]
fn data_from_elsewhere_is_not_loaded_without_https() {
    visit(async |page, _| {
        page.open("?data=http://example.org/data.json").await?;
        page.wait_for_text("[role=alert]", "https://").await
    });
}

#[test]
fn garbage_in_the_address_is_passed_over_and_told_once() {
    visit(async |page, _| {
        page.open("?view=cards&theme=ethics&theme=nonsense&colour=blue&from=soon&%F0%9F")
            .await?;
        page.settled().await?;
        page.wait_for_text(".notice", "theme=nonsense").await?;
        page.wait_for_text(".notice", "colour=blue").await?;
        page.wait_for("article.card").await?;
        page.click(".notice .close").await?;
        page.wait_until_gone(".notice").await
    });
}

#[test]
fn going_back_to_an_address_tells_what_of_it_means_nothing() {
    visit(async |page, _| {
        page.open("?view=cards&colour=blue").await?;
        page.settled().await?;
        page.click(".notice .close").await?;
        page.wait_until_gone(".notice").await?;
        page.click(".views a:nth-of-type(3)").await?;
        page.wait_for(".chronicle").await?;
        page.back().await?;
        page.wait_for_text(".notice", "colour=blue").await?;
        page.forward().await?;
        page.wait_until_gone(".notice").await
    });
}

#[test]
fn a_program_that_does_not_load_gets_a_sentence() {
    visit(async |page, site| {
        // From a page that has not loaded it yet, so that no browser keeps it.
        page.open("icon.svg").await?;
        let find = r#"return fetch('./').then((answer) => answer.text())
            .then((html) => html.match(/src="(start-[^"]+)"/)[1])"#;
        let script = page.script(find).await?;
        let path = format!("/{}", script.as_str().unwrap_or_default());
        site.answer(&path, 404, "")?;
        page.open("?view=cards").await?;
        page.wait_for_text("[role=alert]", "could not be loaded")
            .await?;
        page.wait_for_text("[role=alert] button", "Reload").await
    });
}

#[test]
fn a_panic_is_told_with_a_way_on() {
    visit(async |page, _| {
        page.open("?view=cards&lang=zh-Hant").await?;
        page.settled().await?;
        page.script("window.explorerTrouble('panic', 'index out of bounds')")
            .await?;
        page.wait_for_text("[role=alert]", "程式出錯").await?;
        page.wait_for_text("[role=alert]", "index out of bounds")
            .await?;
        page.click("[role=alert] button").await?;
        page.wait_until_gone("[role=alert]").await?;
        page.wait_for("article.card").await?;
        assert_eq!(page.address().await?, "/?view=cards&lang=zh-Hant");
        Ok(())
    });
}

#[test]
fn a_hostile_data_set_does_nothing_but_show_its_text() {
    const MARKUP: &str = "<img src=x onerror='window.hurt=1'><svg onload='window.hurt=1'>\"'&amp;</script><style>*{display:none}</style>";
    visit(async |page, site| {
        page.open("").await?;
        let set = own_set(page).await?;
        let mut hostile = set.clone();
        let record = &mut hostile["initiatives"][0];
        for field in ["name", "summary"] {
            for lang in ["en", "zh-Hant", "zh-Hans"] {
                record[field][lang] = format!("{MARKUP} {lang}.").into();
            }
        }
        for list in ["facts", "milestones"] {
            record[list][0]["text"]["en"] =
                format!("{MARKUP} \u{202e}turned\u{202c} \u{200b}\u{feff}.").into();
        }
        record["sources"][0]["title"] = MARKUP.into();
        record["sources"][0]["publisher"] = MARKUP.into();
        let id = record["id"].as_str().unwrap_or_default().to_owned();
        for (list, field) in [
            ("themes", "short"),
            ("kinds", "name"),
            ("organisations", "name"),
            ("statuses", "name"),
        ] {
            hostile["vocabulary"][list][0][field]["en"] = MARKUP.into();
        }
        hostile["vocabulary"]["explorer"]["title"]["en"] = MARKUP.into();
        site.answer("/hostile.json", 200, hostile.to_string())?;
        for view in [
            "",
            "&view=cards&sort=name",
            "&view=timeline",
            &format!("&id={id}"),
        ] {
            page.open(&format!("?data=hostile.json{view}")).await?;
            page.settled().await?;
            page.wait_until("window.hurt === undefined && !document.querySelector('main img, main style, dialog img')")
                .await?;
        }
        page.wait_for_text(".record", "onerror").await?;

        // Ten megabytes where a sentence should be.
        let mut large = set.clone();
        large["initiatives"][1]["summary"]["en"] = format!("{}.", "long ".repeat(2_000_000)).into();
        site.answer("/large.json", 200, large.to_string())?;
        page.open("?data=large.json&view=cards").await?;
        page.wait_for("article.card").await?;

        site.answer("/deep.json", 200, "[".repeat(200_000))?;
        page.open("?data=deep.json").await?;
        page.wait_for_text("[role=alert]", "cannot be read").await
    });
}

/// Runs a script of the site's own, in the page's own world: WebDriver's has errors of its own.
async fn run(page: &Page, site: &Site, code: &str) -> Result<()> {
    site.answer("/run.js", 200, code)?;
    page.script(
        "document.head.append(Object.assign(document.createElement('script'), { src: 'run.js' }))",
    )
    .await?;
    Ok(())
}

#[test]
fn a_program_that_the_browser_breaks_off_is_told() {
    visit(async |page, site| {
        page.open("?view=cards").await?;
        page.settled().await?;
        // A module whose one function cannot be gone through.
        run(
            page,
            site,
            "const module = new WebAssembly.Module(Uint8Array.from(
                 '0061736d0100000001040160000003020100070501016600000a05010300000b'.match(/../g),
                 (byte) => parseInt(byte, 16)));
             new WebAssembly.Instance(module).exports.f();",
        )
        .await?;
        page.wait_for_text("[role=alert]", "Nothing is lost")
            .await?;
        page.wait_for_text("[role=alert]", "RuntimeError").await
    });
}

#[test]
fn another_data_set_is_read_again_where_its_reader_broke_off() {
    let visit = Visit::new().engine_as_it_comes();
    visit.run(async |page, site| {
        page.open("?view=cards").await?;
        page.settled().await?;
        // What is left out of it is told when it has been read.
        let mut set = own_set(page).await?;
        set["initiatives"][0]["start"] = "soon".into();
        site.answer("/other.json", 200, set.to_string())?;
        // A reader that breaks off, as an engine's fault would have it.
        run(
            page,
            site,
            "const Sound = Worker;
             window.Worker = function () {
                 document.body.dataset.brokenOff = '';
                 window.Worker = Sound;
                 const code = \"onmessage = () => { throw new WebAssembly.RuntimeError('broken off') }\";
                 return new Sound(URL.createObjectURL(new Blob([code])));
             };
             const link = document.createElement('a');
             link.href = '?view=cards&data=other.json';
             document.querySelector('main').append(link);
             link.click();",
        )
        .await?;
        page.wait_for_text("details.notice", "found in the data")
            .await?;
        page.wait_for("article.card").await?;
        assert_eq!(page.count("[data-broken-off]").await?, 1);
        Ok(())
    });
}

#[test]
fn names_that_objects_of_a_script_have_are_words_like_any_other() {
    visit(async |page, site| {
        for address in [
            "?lang=constructor",
            "?lang=__proto__",
            "?view=toString",
            "?id=constructor",
            "?view=class&game=__proto__",
        ] {
            page.open(address).await?;
            page.settled().await?;
        }

        // Ids that the page itself uses are among them.
        let mut text = own_set(page).await?.to_string();
        for (id, name) in [
            ("astri", "search"),
            ("ethics", "constructor"),
            ("hku", "main"),
        ] {
            text = text.replace(&format!("\"{id}\""), &format!("\"{name}\""));
        }
        site.answer("/names.json", 200, text)?;
        page.open("?data=names.json&view=cards&theme=constructor&org=main")
            .await?;
        page.settled().await?;
        page.wait_for("article.card").await?;
        assert_eq!(page.count(".chip").await?, 2);
        page.open("?data=names.json&id=search").await?;
        page.wait_for_text(".record-name", "ASTRI").await?;

        page.open("theme/ethics/").await?;
        let title = "const script = Object.assign(document.createElement('script'), { src: '/embed.js' });
            const loaded = new Promise((done, fail) => Object.assign(script, { onload: done, onerror: fail }));
            document.head.append(script);
            return loaded.then(async () => {
                const element = document.createElement('hong-kong-ai-explorer');
                element.hidden = true;
                element.setAttribute('view', 'constructor');
                document.body.append(element);
                await Promise.resolve();
                return element.shadowRoot.querySelector('iframe').title;
            })";
        assert_eq!(page.script(title).await?, "Hong Kong AI Explorer: overview");
        Ok(())
    });
}

#[test]
fn without_webassembly_it_says_what_is_missing_and_what_can_be_read() {
    visit(async |page, site| {
        site.begin_pages_with("delete window.WebAssembly");
        for (address, link) in [
            ("?id=astri", Some("/initiative/astri/")),
            (
                "?view=cards&theme=ethics&lang=zh-Hant",
                Some("/zh-Hant/theme/ethics/"),
            ),
            ("?view=class&lang=zh-Hans", Some("/zh-Hans/")),
            ("?data=other.json&id=astri&lang=zh-Hans", Some("/zh-Hans/")),
            ("?view=class", None),
            ("", None),
        ] {
            page.open(address).await?;
            page.wait_for_text("[role=alert]", "Lockdown Mode").await?;
            let Some(link) = link else {
                page.wait_for(".static .theme").await?;
                assert_eq!(page.count("[role=alert] a").await?, 0, "{address}");
                continue;
            };
            page.click("[role=alert] a").await?;
            page.wait_until(&format!("location.pathname === '{link}'"))
                .await?;
            page.wait_for("h1").await?;
        }
        // What needs the program is hidden, and what can be read is not.
        page.open("?view=cards").await?;
        page.wait_for(".static .cards .card").await?;
        page.wait_until_gone(".search, progress, .no-scripts").await
    });
}
