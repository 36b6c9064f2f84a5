//! Packages for learning platforms, on platforms: a real runtime of SCORM, and a store that speaks cmi5.

use std::fs;
use std::ops::RangeInclusive;

use anyhow::{Context, Result};
use browser_tests::{Package, Page, RecordStore, Site, project, visit};
use serde_json::{Value, json};

/// Where the packages of these tests begin.
const VIEW: &str = "?view=cards&theme=ethics";
const LESSON: &str = "?lesson=blueprint-to-ai-plus";
const GAME: &str = "?view=class&game=2026-11-27";

/// Unpacks a package, by its form and start, and has the site's server serve it.
fn serve(site: &Site, form: &str, start: &str) -> Result<Package> {
    let words: Vec<&str> = start.split(['?', '&', '=']).collect();
    let ending = if form == "common-cartridge" {
        ".imscc".to_owned()
    } else {
        format!("-{form}.zip")
    };
    let name = format!("{}{ending}", words.join("-"));
    let package = Package::unpack(&name, &format!("{form} --start \"{start}\""))?;
    site.serve_folder(package.folder());
    // Its files have no time of their own, so a browser would take them for old and those of another for the same.
    site.send_header("cache-control", "no-store")?;
    Ok(package)
}

/// Lays a platform beside a package, with a runtime of SCORM, and opens it.
async fn open_platform(page: &Page, package: &Package, runtime: &str) -> Result<()> {
    let path = project::path(&format!(
        "target/tools/npm/node_modules/scorm-again/dist/{runtime}.min.js"
    ));
    let code = fs::read(path).context(
        "scorm-again is missing. Type:\n  cargo xtask test --only browser --no-build scorm",
    )?;
    package.add("runtime.js", &code)?;
    package.add("platform.html", include_bytes!("platform.html"))?;
    page.open("platform.html").await
}

/// Waits until the package's page shows an address and has started. It has to be loaded as well: Firefox tells no page
/// that it goes which it has not told that it came.
async fn shows(page: &Page, address: &str) -> Result<()> {
    page.wait_until(&format!(
        "content().location.search === {address:?} && content().document.readyState === 'complete' &&
         content().document.querySelector('.page') && !content().document.querySelector('.static')"
    ))
    .await
}

/// Tells the platform how far a learner has got.
async fn tell(page: &Page, detail: &Value) -> Result<()> {
    page.script(&format!("tell({detail})")).await?;
    Ok(())
}

/// What the platform has now.
async fn cmi(page: &Page) -> Result<Value> {
    page.script("return cmi()").await
}

/// Ends the visit, and says what the platform has then.
async fn leave(page: &Page) -> Result<Value> {
    page.script("leave()").await?;
    page.wait_until("api.isTerminated()").await?;
    page.script("keep()").await?;
    cmi(page).await
}

#[test]
fn scorm_12_keeps_score_and_comes_back() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", LESSON)?;
        open_platform(page, &package, "scorm12").await?;
        page.script("launch('1.2')").await?;
        shows(page, LESSON).await?;
        assert_eq!(cmi(page).await?["core"]["lesson_status"], "not attempted");

        tell(
            page,
            &json!({ "done": 2, "of": 5, "score": 0.4, "complete": false, "address": VIEW }),
        )
        .await?;
        let core = &cmi(page).await?["core"];
        assert_eq!(core["lesson_status"], "incomplete");
        assert_eq!(
            core["score"],
            json!({ "raw": "40", "min": "0", "max": "100" })
        );
        assert_eq!(core["lesson_location"], VIEW);
        assert_eq!(page.script("return commits").await?, 1);
        let left = leave(page).await?;
        assert_eq!(left["suspend_data"], VIEW);
        assert_eq!(left["core"]["exit"], "suspend");
        let time = left["core"]["session_time"].as_str().unwrap_or_default();
        assert!(time.contains(":00:"), "{time}");

        page.script("launch('1.2')").await?;
        shows(page, VIEW).await?;
        tell(
            page,
            &json!({ "done": 5, "of": 5, "score": 0.8, "complete": true, "address": LESSON }),
        )
        .await?;
        let core = &cmi(page).await?["core"];
        assert_eq!(core["lesson_status"], "passed");
        assert_eq!(core["score"]["raw"], "80");
        leave(page).await?;

        // Whoever looks again has still passed.
        page.script("launch('1.2')").await?;
        shows(page, LESSON).await?;
        tell(
            page,
            &json!({ "done": 1, "of": 5, "score": 0, "complete": false, "address": VIEW }),
        )
        .await?;
        let core = &leave(page).await?["core"];
        assert_eq!(core["lesson_status"], "passed");
        assert_eq!(core["score"]["raw"], "80");
        assert_eq!(core["lesson_location"], VIEW);
        Ok(())
    });
}

#[test]
fn scorm_12_passes_by_the_platforms_mastery_score() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", LESSON)?;
        open_platform(page, &package, "scorm12").await?;
        page.script("keep('{ \"student_data\": { \"mastery_score\": \"90\" } }'); launch('1.2')")
            .await?;
        shows(page, LESSON).await?;
        tell(
            page,
            &json!({ "done": 5, "of": 5, "score": 0.8, "complete": true, "address": LESSON }),
        )
        .await?;
        assert_eq!(leave(page).await?["core"]["lesson_status"], "failed");
        Ok(())
    });
}

#[test]
fn scorm_12_has_little_room_for_an_address() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", LESSON)?;
        open_platform(page, &package, "scorm12").await?;
        page.script("launch('1.2')").await?;
        shows(page, LESSON).await?;
        let mut detail = json!({ "done": 1, "of": 5, "score": null, "complete": false });
        let longer = |length: usize| format!("{LESSON}&q={}", "a".repeat(length));
        detail["address"] = longer(230).into();
        tell(page, &detail).await?;
        let core = &cmi(page).await?["core"];
        assert_eq!(core["lesson_location"], format!("&q={}", "a".repeat(230)));
        assert_eq!(core["score"]["raw"], "", "nothing is scored yet");
        detail["address"] = longer(300).into();
        tell(page, &detail).await?;
        let left = leave(page).await?;
        assert_eq!(left["core"]["lesson_location"], "");
        assert_eq!(left["suspend_data"], longer(300));
        page.script("launch('1.2')").await?;
        shows(page, &longer(300)).await?;
        detail["address"] = format!("?q={}&view=cards", "b".repeat(4100)).into();
        tell(page, &detail).await?;
        let left = leave(page).await?;
        assert_eq!(left["suspend_data"], "", "there is no room for it");
        detail["address"] = longer(230).into();
        page.script("launch('1.2')").await?;
        shows(page, LESSON).await?;
        tell(page, &detail).await?;
        leave(page).await?;
        page.script("launch('1.2')").await?;
        shows(page, &longer(230)).await
    });
}

#[test]
fn a_view_is_completed_when_it_has_been_seen() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", VIEW)?;
        open_platform(page, &package, "scorm12").await?;
        page.script("launch('1.2')").await?;
        shows(page, VIEW).await?;
        page.wait_until("cmi().core.lesson_status === 'completed'")
            .await?;
        assert_eq!(leave(page).await?["core"]["score"]["raw"], "");
        Ok(())
    });
}

#[test]
fn scorm_2004_keeps_score_and_comes_back() {
    visit(async |page, site| {
        let package = serve(site, "scorm-2004", LESSON)?;
        open_platform(page, &package, "scorm2004").await?;
        page.script("launch('2004')").await?;
        shows(page, LESSON).await?;

        tell(
            page,
            &json!({ "done": 1, "of": 3, "score": 0.5, "complete": false, "address": VIEW }),
        )
        .await?;
        let now = cmi(page).await?;
        assert_eq!(now["completion_status"], "incomplete");
        assert_eq!(now["success_status"], "unknown");
        assert_eq!(
            now["score"],
            json!({ "scaled": "0.5", "raw": "50", "min": "0", "max": "100" })
        );
        assert_eq!(now["progress_measure"], "0.3333");
        assert_eq!(now["location"], VIEW);
        assert_eq!(page.script("return commits").await?, 1);
        let left = leave(page).await?;
        assert_eq!(left["suspend_data"], VIEW);
        assert_eq!(left["exit"], "suspend");
        let time = left["session_time"].as_str().unwrap_or_default();
        assert!(time.starts_with("PT"), "{time}");

        page.script("launch('2004')").await?;
        shows(page, VIEW).await?;
        tell(
            page,
            &json!({ "done": 3, "of": 3, "score": 1, "complete": true, "address": LESSON }),
        )
        .await?;
        let left = leave(page).await?;
        assert_eq!(left["completion_status"], "completed");
        assert_eq!(left["success_status"], "passed");
        assert_eq!(left["score"]["scaled"], "1");
        assert_eq!(left["progress_measure"], "1");
        Ok(())
    });
}

/// Answers some steps of the lesson, from 1, and goes on; every step's first choice.
async fn answers(page: &Page, steps: RangeInclusive<usize>) -> Result<()> {
    for step in steps {
        page.wait_for_text(".lesson-step", &format!("Step {step} of"))
            .await?;
        page.click(".lesson-choices li:first-child button, .lesson-question > button")
            .await?;
        page.wait_for(".lesson-verdict").await?;
        page.click("#lesson-next").await?;
    }
    Ok(())
}

/// How many steps the lesson has, and how many of its questions count.
fn lesson() -> Result<(usize, usize)> {
    let text = fs::read_to_string(project::path(
        "public/data/lessons/blueprint-to-ai-plus.json",
    ))?;
    let lesson: Value = serde_json::from_str(&text)?;
    let steps = lesson["steps"].as_array().context("steps")?;
    let counts = |step: &&Value| step["question"]["choices"].is_array();
    Ok((steps.len(), steps.iter().filter(counts).count()))
}

#[test]
fn a_lesson_is_left_in_the_middle_and_finished_on_a_platform() {
    visit(async |page, site| {
        let package = serve(site, "scorm-2004", LESSON)?;
        let (steps, counting) = lesson()?;
        open_platform(page, &package, "scorm2004").await?;
        page.script("launch('2004')").await?;
        page.driver().enter_frame(0).await?;
        answers(page, 1..=2).await?;
        page.driver().enter_default_frame().await?;
        let left = leave(page).await?;
        assert_eq!(left["completion_status"], "incomplete");

        page.script("launch('2004')").await?;
        page.driver().enter_frame(0).await?;
        answers(page, 3..=steps).await?;
        page.wait_for(".lesson-score").await?;
        page.driver().enter_default_frame().await?;
        page.wait_until("cmi().completion_status === 'completed'")
            .await?;
        let left = leave(page).await?;
        assert_eq!(left["success_status"], "passed");
        assert_eq!(left["progress_measure"], "1");
        // What was answered before it was left counts as well.
        let address = left["location"].as_str().unwrap_or_default();
        let given = address.split("answers=").nth(1).context("answers")?;
        let given = given.split('&').next().unwrap_or_default();
        assert_eq!(given.matches(char::is_alphabetic).count(), steps);
        assert!(counting > 0 && left["score"]["raw"] != "");
        Ok(())
    });
}

#[test]
fn a_game_is_played_on_a_platform() {
    visit(async |page, site| {
        let package = serve(site, "scorm-2004", GAME)?;
        open_platform(page, &package, "scorm2004").await?;
        page.script("launch('2004')").await?;
        page.driver().enter_frame(0).await?;
        let cards = 8_u8;
        for card in 1..=cards {
            // Each first on the line, as somebody does who guesses.
            page.click("#game-slot-0").await?;
            page.click("#game-next").await?;
            if card == 1 {
                page.driver().enter_default_frame().await?;
                page.wait_until("cmi().progress_measure === '0.125'")
                    .await?;
                assert_eq!(cmi(page).await?["completion_status"], "incomplete");
                page.driver().enter_frame(0).await?;
            }
        }
        let end = page.text("#game-end").await?;
        page.driver().enter_default_frame().await?;
        page.wait_until("cmi().completion_status === 'completed'")
            .await?;
        let score = &leave(page).await?["score"];
        let scaled: f64 = score["scaled"].as_str().context("a score")?.parse()?;
        let right = scaled * f64::from(cards);
        assert!(
            scaled < 1.0 && end.contains(&format!("{right} of {cards} right")),
            "{end}: {score}"
        );
        Ok(())
    });
}

#[test]
fn a_lesson_is_told_in_statements() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let (steps, _) = lesson()?;
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "lesson", &json!({})).await?;
        answers(page, 1..=steps).await?;
        page.wait_for(".lesson-score").await?;
        said(&store, "completed").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        let verbs = store.verbs();
        assert_eq!(verbs[..2], ["initialized", "progressed"]);
        assert_eq!(
            verbs[verbs.len() - 3..],
            ["passed", "completed", "terminated"]
        );
        check_statements(&store.statements(), "lesson")?;
        assert_eq!(store.refused(), [""; 0]);
        Ok(())
    });
}

#[test]
fn cmi5_tells_in_statements_and_comes_back() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        let mastery = json!({ "masteryScore": 0.6 });
        open_launched(page, &store, "first", &mastery).await?;
        page.wait_until(&format!("location.search === {LESSON:?}"))
            .await?;
        has_started(page).await?;
        said(&store, "initialized").await?;
        dispatch(
            page,
            &json!({ "done": 1, "of": 4, "score": 0.25, "complete": false, "address": VIEW }),
        )
        .await?;
        said(&store, "progressed").await?;
        dispatch(
            page,
            &json!({ "done": 4, "of": 4, "score": 0.5, "complete": true, "address": VIEW }),
        )
        .await?;
        said(&store, "completed").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        let first = [
            "initialized",
            "progressed",
            "failed",
            "completed",
            "terminated",
        ];
        assert_eq!(store.verbs(), first);
        check_statements(&store.statements(), "first")?;
        let failed = &store.statements()[2];
        assert_eq!(failed["result"]["score"]["scaled"], 0.5);
        let mastered = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
        assert_eq!(failed["context"]["extensions"][mastered], 0.6);
        let progress = "https://w3id.org/xapi/cmi5/result/extensions/progress";
        assert_eq!(store.statements()[1]["result"]["extensions"][progress], 25);

        // Once more: the page comes back, and what was completed is not completed again.
        store.keep(
            "cmi5LearnerPreferences",
            json!({ "languagePreference": "fr,zh-HK,en" }),
        );
        open_launched(page, &store, "second", &mastery).await?;
        page.wait_until(&format!("location.search === '{VIEW}&lang=zh-Hant'"))
            .await?;
        has_started(page).await?;
        page.wait_for("article.card").await?;
        page.wait_until("document.documentElement.lang === 'zh-Hant'")
            .await?;
        dispatch(
            page,
            &json!({ "done": 4, "of": 4, "score": 0.75, "complete": true, "address": VIEW }),
        )
        .await?;
        said(&store, "passed").await?;
        go_elsewhere(page, &package).await?;
        store
            .wait_until("a second end", |store| store.verbs().len() == 8)
            .await?;
        assert_eq!(store.verbs()[5..], ["initialized", "passed", "terminated"]);
        check_statements(&store.statements()[5..], "second")?;
        assert_eq!(store.refused(), [""; 0]);
        Ok(())
    });
}

#[test]
fn cmi5_does_not_judge_who_looks_around() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "browsing", &json!({ "launchMode": "Browse" })).await?;
        has_started(page).await?;
        said(&store, "initialized").await?;
        dispatch(
            page,
            &json!({ "done": 4, "of": 4, "score": 1, "complete": true, "address": VIEW }),
        )
        .await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        assert_eq!(store.verbs(), ["initialized", "terminated"]);
        assert_eq!(store.document("explorer"), None);
        Ok(())
    });
}

#[test]
fn without_a_platform_a_package_is_the_explorer() {
    visit(async |page, site| {
        let forms = [
            ("common-cartridge", VIEW),
            ("scorm-1.2", VIEW),
            ("scorm-2004", LESSON),
            ("cmi5", LESSON),
        ];
        for (form, start) in forms {
            let _package = serve(site, form, start)?;
            page.open("index.html").await?;
            page.wait_until(&format!("location.search === {start:?}"))
                .await?;
            has_started(page).await?;
            dispatch(
                page,
                &json!({ "done": 1, "of": 1, "score": 1, "complete": true, "address": VIEW }),
            )
            .await?;
            // An address that asks for something is shown it.
            page.open("index.html?view=cards&q=health").await?;
            has_started(page).await?;
            page.wait_for("article.card mark").await?;
        }
        Ok(())
    });
}

#[test]
fn a_store_that_does_not_answer_is_no_trouble() {
    visit(async |page, site| {
        let _package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        let query = store.launch("gone", &json!({}));
        drop(store);
        page.open(&format!("index.html?{query}")).await?;
        has_started(page).await?;
        page.wait_until(&format!("location.search === {LESSON:?}"))
            .await?;
        assert_eq!(page.count(".trouble").await?, 0);
        Ok(())
    });
}

#[test]
fn one_file_begins_where_it_was_packed_to_begin() {
    visit(async |page, _| {
        let name = "target/package/hong-kong-ai-explorer-view-cards-theme-ethics.html";
        let file = project::path(name);
        fs::metadata(&file).with_context(|| {
            format!(
                "there is no such package yet. Type:\n  cargo xtask package html --start \"{VIEW}\""
            )
        })?;
        page.driver()
            .goto(format!("file://{}", file.display()))
            .await?;
        has_started(page).await?;
        page.wait_until(&format!("location.search === {VIEW:?}"))
            .await?;
        page.wait_for(".chip").await?;
        Ok(())
    });
}

/// Opens the package's page as a platform does.
async fn open_launched(
    page: &Page,
    store: &RecordStore,
    session: &str,
    data: &Value,
) -> Result<()> {
    let query = store.launch(session, data);
    page.open(&format!("index.html?{query}")).await
}

/// Leaves the package's page for another, as a learner does.
async fn go_elsewhere(page: &Page, package: &Package) -> Result<()> {
    package.add("elsewhere.html", b"<!doctype html><title>Elsewhere</title>")?;
    page.open("elsewhere.html").await
}

/// Does what the explorer does when a learner has got on.
async fn dispatch(page: &Page, detail: &Value) -> Result<()> {
    page.script(&format!(
        "window.dispatchEvent(new CustomEvent('explorer-progress', {{ detail: {detail} }}))"
    ))
    .await?;
    Ok(())
}

/// Waits until the program has taken over from the static page.
async fn has_started(page: &Page) -> Result<()> {
    page.wait_until(
        "document.readyState === 'complete' && document.querySelector('.page') &&
         !document.querySelector('.static')",
    )
    .await
}

async fn said(store: &RecordStore, verb: &str) -> Result<()> {
    let has = |store: &RecordStore| store.verbs().iter().any(|said| said == verb);
    store.wait_until(verb, has).await
}

/// Checks what cmi5 wants of every statement of a session.
fn check_statements(statements: &[Value], session: &str) -> Result<()> {
    for statement in statements {
        let verb = statement["verb"]["id"].as_str().unwrap_or_default();
        let context = &statement["context"];
        let ids = |list: &Value| -> Vec<String> {
            let list = list.as_array().into_iter().flatten();
            list.filter_map(|one| Some(one["id"].as_str()?.to_owned()))
                .collect()
        };
        assert_eq!(statement["actor"]["account"]["name"], "1a-07");
        assert_eq!(
            statement["object"]["id"],
            "http://school.example/activity/7"
        );
        assert_eq!(statement["id"].as_str().map(str::len), Some(36));
        let time = statement["timestamp"].as_str().context("a time")?;
        assert!(time.ends_with('Z'), "{time}");
        assert_eq!(
            context["registration"],
            "6f0f8b1c-0000-4000-8000-000000000001"
        );
        let of_session = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
        assert_eq!(context["extensions"][of_session], session);
        let grouping = ids(&context["contextActivities"]["grouping"]);
        assert_eq!(grouping, ["urn:uuid:of-the-publisher"]);
        let is_judgement = ["completed", "passed", "failed"]
            .iter()
            .any(|end| verb.ends_with(end));
        let mut expected = vec![];
        if !verb.ends_with("progressed") {
            expected.push("https://w3id.org/xapi/cmi5/context/categories/cmi5");
        }
        if is_judgement {
            expected.push("https://w3id.org/xapi/cmi5/context/categories/moveon");
        }
        assert_eq!(ids(&context["contextActivities"]["category"]), expected);
        if is_judgement || verb.ends_with("terminated") {
            let duration = statement["result"]["duration"].as_str().unwrap_or_default();
            assert!(duration.starts_with("PT"), "{verb}: {duration}");
        }
    }
    Ok(())
}
