//! Reload and Back in a session of cmi5: it goes on as long as the work is under way, and a learner whose session cannot go on
//! is told before they work.

use std::fs;

use anyhow::{Context, Result};
use browser_tests::{RecordStore, visit};
use serde_json::{Value, json};

use super::cmi5::{begin_session, go_elsewhere, heard, mastery, open_launched, said};
use super::{
    LESSON, PLACE, answers, dispatch, has_started, lesson, progress, serve, serve_passing,
};

/// What a page runs first that may keep nothing.
const FORGETFUL: &str = "<script>
for (const name of ['sessionStorage', 'localStorage']) {
  Object.defineProperty(window, name, { get() { throw new DOMException('', 'SecurityError') } });
}
</script>";

#[test]
fn reload_and_back_go_on_with_the_session() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "reloaded", &json!({})).await?;
        answers(page, 1..=1).await?;
        said(&store, "progressed").await?;
        page.driver().refresh().await?;
        has_started(page).await?;
        said(&store, "resumed").await?;
        answers(page, 2..=2).await?;
        go_elsewhere(page, &package).await?;
        page.back().await?;
        has_started(page).await?;
        let resumed = |store: &RecordStore| store.count("resumed") == 2;
        store.wait_until("resumed twice", resumed).await?;
        answers(page, 3..=lesson()?.steps).await?;
        heard(&store, "completed").await?;
        assert_eq!(page.count("#platform-notice p").await?, 0);
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        assert_eq!(store.count("initialized"), 1);
        assert_eq!(store.refused(), [""; 0]);

        // It has taken the time from its beginning on, not from the last Reload.
        let statements = store.statements();
        let time = |verb: &str| -> Result<&str> {
            let said = |one: &&Value| one["verb"]["display"]["en"] == verb;
            let one = statements.iter().rfind(said).context("said")?;
            one["timestamp"].as_str().context("a time")
        };
        let duration = &statements.last().context("the end")?["result"]["duration"];
        let least = format!(
            "return parseFloat({duration}.slice(2)) * 1000 >= new Date('{}') - new Date('{}') - 10",
            time("resumed")?,
            time("initialized")?
        );
        assert_eq!(page.script(&least).await?, true, "{duration}");
        Ok(())
    });
}

#[test]
fn a_session_ends_with_its_work() {
    visit(async |page, site| {
        let package = serve_passing(site, "cmi5", LESSON, Some(60))?;
        let mastery = mastery(&package)?;
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "first", &mastery).await?;
        has_started(page).await?;
        dispatch(page, &progress(4, 4, 0.5, PLACE)).await?;
        heard(&store, "completed").await?;
        // Who looks back at their answers has done the work all the same.
        let mut looks_back = progress(4, 4, 0.5, PLACE);
        looks_back["complete"] = json!(false);
        dispatch(page, &looks_back).await?;
        page.driver().refresh().await?;
        page.wait_for_text("#platform-notice", "This visit is over")
            .await?;
        has_started(page).await?;
        said(&store, "terminated").await?;
        // What failed in a session cannot be passed in it, and nothing is told after its end.
        dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
        open_launched(page, &store, "second", &mastery).await?;
        has_started(page).await?;
        assert_eq!(page.count("#platform-notice p").await?, 0);
        dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
        said(&store, "passed").await?;
        let first = ["initialized", "scored", "completed", "failed", "terminated"];
        let second = ["initialized", "scored", "passed"];
        assert_eq!(store.verbs(), [&first[..], &second].concat());
        assert_eq!(store.refused(), [""; 0]);
        Ok(())
    });
}

#[test]
fn a_session_that_the_platform_ended_is_told_before_the_work() {
    visit(async |page, site| {
        let _package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        begin_session(page, &store, "ended").await?;
        store.end_session();
        page.driver().refresh().await?;
        page.wait_for_text("#platform-notice", "open this page again")
            .await?;
        Ok(())
    });
}

#[test]
fn a_launch_that_a_store_did_not_answer_begins_at_reload() {
    visit(async |page, site| {
        let _package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        store.go_away(true);
        open_launched(page, &store, "late", &json!({})).await?;
        page.wait_for_text("#platform-notice", "open this page again")
            .await?;
        store.go_away(false);
        page.driver().refresh().await?;
        has_started(page).await?;
        said(&store, "initialized").await?;
        dispatch(page, &progress(1, 4, 0.25, PLACE)).await?;
        said(&store, "progressed").await?;
        assert_eq!(store.verbs(), ["initialized", "progressed"]);
        assert_eq!(page.count("#platform-notice p").await?, 0);
        Ok(())
    });
}

#[test]
fn a_page_that_may_keep_nothing_says_so_at_reload() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let file = package.folder().join("index.html");
        let text = fs::read_to_string(&file)?;
        fs::write(
            &file,
            text.replacen("<head>", &format!("<head>{FORGETFUL}"), 1),
        )?;
        // The mark in the history outlasts what the explorer writes there as one works.
        for steps in [0, 1] {
            let store = RecordStore::serve().await?;
            begin_session(page, &store, "forgotten").await?;
            answers(page, 1..=steps).await?;
            page.driver().refresh().await?;
            page.wait_for_text("#platform-notice", "open this page again")
                .await?;
            // Nothing of it can go on, so it has ended.
            said(&store, "terminated").await?;
            assert_eq!(store.refused(), [""; 0]);
        }
        Ok(())
    });
}
