//! cmi5: what a store has of a learner, in statements.

use std::fs;

use anyhow::{Context, Result};
use browser_tests::{Package, Page, RecordStore, visit};
use serde_json::{Value, json};

use super::{
    ELSEWHERE, LESSON, PLACE, answers, dispatch, has_started, lesson, progress, serve,
    serve_passing, skips,
};

#[test]
fn a_lesson_is_told_in_statements() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let taken = lesson()?;
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "lesson", &json!({})).await?;
        answers(page, 1..=taken.steps).await?;
        page.wait_for(".lesson-score").await?;
        heard(&store, "completed").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        let verbs = store.verbs();
        assert_eq!(verbs[..3], ["initialized", "answered", "progressed"]);
        // Without a mastery score nothing is passed.
        assert_eq!(
            verbs[verbs.len() - 3..],
            ["scored", "completed", "terminated"]
        );
        check_statements(&store.statements(), "lesson")?;
        check_answers(&store.statements(), &taken.counting);
        assert_eq!(store.refused(), [""; 0]);
        Ok(())
    });
}

/// Checks what is told of each question with choices, by its step and whether the first choice is right.
fn check_answers(statements: &[Value], counting: &[(usize, bool)]) {
    let answered = |one: &&Value| one["verb"]["display"]["en"] == "answered";
    let told: Vec<&Value> = statements.iter().filter(answered).collect();
    assert_eq!(told.len(), counting.len());
    for (told, (step, is_right)) in told.iter().zip(counting) {
        let object = &told["object"];
        let id = object["id"].as_str().unwrap_or_default();
        let begins = format!("http://school.example/activity/7/step-{step}-");
        assert!(id.starts_with(&begins), "{id}");
        let definition = &object["definition"];
        assert_eq!(definition["interactionType"], "choice");
        assert_eq!(definition["choices"][0]["id"], "a");
        assert!(definition["description"]["en"].is_string());
        assert_eq!(told["result"]["response"], "a");
        assert_eq!(told["result"]["success"], *is_right);
        let parent = &told["context"]["contextActivities"]["parent"][0]["id"];
        assert_eq!(parent, "http://school.example/activity/7");
    }
}

#[test]
fn skipped_is_a_score_of_0() {
    visit(async |page, site| {
        let package = serve_passing(site, "cmi5", LESSON, Some(60))?;
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "skips", &mastery(&package)?).await?;
        skips(page).await?;
        heard(&store, "completed").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        let verbs = ["initialized", "scored", "completed", "failed", "terminated"];
        assert_eq!(store.verbs(), verbs);
        assert_eq!(store.statements()[1]["result"]["score"]["scaled"], 0);
        Ok(())
    });
}

#[test]
fn cmi5_tells_in_statements_and_comes_back() {
    visit(async |page, site| {
        let package = serve_passing(site, "cmi5", LESSON, Some(60))?;
        let opening = lesson()?.opening;
        let store = RecordStore::serve().await?;
        let mastery = mastery(&package)?;
        open_launched(page, &store, "first", &mastery).await?;
        page.wait_until(&format!("location.search === {opening:?}"))
            .await?;
        has_started(page).await?;
        said(&store, "initialized").await?;
        dispatch(page, &progress(1, 4, 0.25, PLACE)).await?;
        said(&store, "progressed").await?;
        // Another lesson counts for nothing.
        dispatch(page, &progress(4, 4, 1.0, ELSEWHERE)).await?;
        dispatch(page, &progress(4, 4, 0.5, PLACE)).await?;
        heard(&store, "completed").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        let first = [
            "initialized",
            "progressed",
            "scored",
            "completed",
            "failed",
            "terminated",
        ];
        assert_eq!(store.verbs(), first);
        check_statements(&store.statements(), "first")?;
        let failed = &store.statements()[4];
        assert_eq!(failed["result"]["score"]["scaled"], 0.5);
        let mastered = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
        assert_eq!(failed["context"]["extensions"][mastered], 0.6);
        let extension = "https://w3id.org/xapi/cmi5/result/extensions/progress";
        assert_eq!(store.statements()[1]["result"]["extensions"][extension], 25);

        // Once more: the page comes back, what was completed is not completed again, and no score falls.
        store.keep(
            "cmi5LearnerPreferences",
            json!({ "languagePreference": "fr,zh-HK,en" }),
        );
        open_launched(page, &store, "second", &mastery).await?;
        page.wait_until(&format!("location.search === '{PLACE}&lang=zh-Hant'"))
            .await?;
        has_started(page).await?;
        page.wait_until("document.documentElement.lang === 'zh-Hant'")
            .await?;
        dispatch(page, &progress(4, 4, 0.25, PLACE)).await?;
        dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
        heard(&store, "passed").await?;
        go_elsewhere(page, &package).await?;
        store
            .wait_until("a second end", |store| store.verbs().len() == 10)
            .await?;
        assert_eq!(
            store.verbs()[6..],
            ["initialized", "scored", "passed", "terminated"]
        );
        check_statements(&store.statements()[6..], "second")?;
        assert_eq!(store.refused(), [""; 0]);
        Ok(())
    });
}

#[test]
fn cmi5_does_not_judge_who_looks_around() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        for mode in ["Browse", "Review"] {
            let store = RecordStore::serve().await?;
            open_launched(page, &store, "browsing", &json!({ "launchMode": mode })).await?;
            has_started(page).await?;
            said(&store, "initialized").await?;
            answers(page, 1..=1).await?;
            dispatch(page, &progress(4, 4, 1.0, PLACE)).await?;
            go_elsewhere(page, &package).await?;
            said(&store, "terminated").await?;
            assert_eq!(store.verbs(), ["initialized", "terminated"]);
            assert_eq!(store.document("explorer"), None);
        }
        Ok(())
    });
}

/// From how much on a package says that it is passed, as a platform takes it from there into the data of a launch.
pub(super) fn mastery(package: &Package) -> Result<Value> {
    let structure = fs::read_to_string(package.folder().join("cmi5.xml"))?;
    let score = structure.split("masteryScore=\"").nth(1);
    let score = score.and_then(|rest| rest.split('"').next());
    let score: f64 = score.context("a mastery score")?.parse()?;
    Ok(json!({ "masteryScore": score }))
}

/// Opens the package's page as a platform does.
pub(super) async fn open_launched(
    page: &Page,
    store: &RecordStore,
    session: &str,
    data: &Value,
) -> Result<()> {
    let query = store.launch(session, data);
    page.open(&format!("index.html?{query}")).await
}

/// Launches the package, and waits until the store has taken that the session began.
pub(super) async fn begin_session(page: &Page, store: &RecordStore, session: &str) -> Result<()> {
    open_launched(page, store, session, &json!({})).await?;
    has_started(page).await?;
    said(store, "initialized").await
}

/// Waits until the page says that the platform is away.
pub(super) async fn is_away(page: &Page) -> Result<()> {
    page.wait_for_text("#platform-notice", "cannot be reached")
        .await
}

/// Leaves the package's page for another, as a learner does.
pub(super) async fn go_elsewhere(page: &Page, package: &Package) -> Result<()> {
    package.add("elsewhere.html", b"<!doctype html><title>Elsewhere</title>")?;
    page.open("elsewhere.html").await
}

/// Waits until the platform keeps that this was said: a page has it do so once it has heard that the store took it.
pub(super) async fn heard(store: &RecordStore, verb: &str) -> Result<()> {
    let is_kept = |store: &RecordStore| {
        let kept = store.document("explorer");
        kept.is_some_and(|kept| kept[verb] == true)
    };
    store.wait_until(verb, is_kept).await
}

pub(super) async fn said(store: &RecordStore, verb: &str) -> Result<()> {
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
        let is_allowed = ["progressed", "scored", "answered"]
            .iter()
            .any(|own| verb.ends_with(own));
        if !verb.ends_with("answered") {
            assert_eq!(
                statement["object"]["id"],
                "http://school.example/activity/7"
            );
        }
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
        if !is_allowed {
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
