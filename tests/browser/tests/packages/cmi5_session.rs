//! A session of cmi5 that is interrupted: by Reload and Back, by a store that is away, by a platform that has ended it.

use browser_tests::{RecordStore, visit};
use serde_json::json;

use super::cmi5::{go_elsewhere, open_launched, said};
use super::{LESSON, PLACE, answers, dispatch, has_started, lesson, progress, serve};

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
        let resumed = |store: &RecordStore| {
            let verbs = store.verbs();
            verbs.iter().filter(|verb| *verb == "resumed").count() == 2
        };
        store.wait_until("resumed twice", resumed).await?;
        dispatch(page, &progress(4, 4, 1.0, PLACE)).await?;
        said(&store, "completed").await?;
        let verbs = store.verbs();
        let begun = verbs.iter().filter(|verb| *verb == "initialized");
        assert_eq!(begun.count(), 1, "{verbs:?}");
        assert_eq!(page.count("#platform-notice p").await?, 0);
        assert_eq!(store.refused(), [""; 0]);
        Ok(())
    });
}

#[test]
fn a_session_that_was_ended_is_told_before_the_work() {
    visit(async |page, site| {
        let _package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        store.end_sessions();
        open_launched(page, &store, "ended", &json!({})).await?;
        has_started(page).await?;
        said(&store, "initialized").await?;
        page.driver().refresh().await?;
        page.wait_for_text("#platform-notice", "open this page again")
            .await?;
        Ok(())
    });
}

#[test]
fn a_store_that_does_not_answer_is_told_and_no_trouble() {
    visit(async |page, site| {
        let _package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        let query = store.launch("gone", &json!({}));
        drop(store);
        page.open(&format!("index.html?{query}")).await?;
        has_started(page).await?;
        page.wait_for_text("#platform-notice", "open this page again")
            .await?;
        answers(page, 1..=1).await
    });
}

#[test]
fn what_a_store_did_not_take_is_told_again() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "away", &json!({})).await?;
        has_started(page).await?;
        said(&store, "initialized").await?;
        dispatch(page, &progress(1, 4, 0.25, PLACE)).await?;
        said(&store, "progressed").await?;
        store.go_away(true);
        dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
        page.wait_for_text("#platform-notice", "cannot be reached")
            .await?;
        store.go_away(false);
        page.script("window.dispatchEvent(new Event('online'))")
            .await?;
        said(&store, "completed").await?;
        page.wait_until_gone("#platform-notice p").await?;
        page.script("window.dispatchEvent(new Event('offline'))")
            .await?;
        page.wait_for_text("#platform-notice", "cannot be reached")
            .await?;
        page.script("window.dispatchEvent(new Event('online'))")
            .await?;
        page.wait_until_gone("#platform-notice p").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;

        // What did not arrive before the page was left is told by the next session.
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "lost", &json!({})).await?;
        has_started(page).await?;
        said(&store, "initialized").await?;
        store.go_away(true);
        dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
        page.wait_for_text("#platform-notice", "cannot be reached")
            .await?;
        go_elsewhere(page, &package).await?;
        store.go_away(false);
        open_launched(page, &store, "next", &json!({})).await?;
        said(&store, "completed").await?;
        Ok(())
    });
}

#[test]
fn what_a_store_that_keeps_documents_did_not_take_is_told_again() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        for (status, said_so) in [
            (503, "cannot be reached"),
            (429, "cannot be reached"),
            (404, "cannot be reached"),
            (400, "open this page again"),
            (403, "open this page again"),
        ] {
            let store = RecordStore::serve().await?;
            open_launched(page, &store, "busy", &json!({})).await?;
            has_started(page).await?;
            said(&store, "initialized").await?;
            store.refuse_statements(Some(status));
            dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
            page.wait_for_text("#platform-notice", said_so).await?;
            // Where the learner is, the platform keeps; that they are done, it has not been told.
            let is_kept = |store: &RecordStore| {
                let kept = store.document("explorer").unwrap_or_default();
                kept["address"] == PLACE && kept.get("completed").is_none()
            };
            store.wait_until("the place", is_kept).await?;
            go_elsewhere(page, &package).await?;
            store.refuse_statements(None);
            open_launched(page, &store, "next", &json!({})).await?;
            said(&store, "completed").await?;
            let verbs = store.verbs();
            let count = |verb: &str| verbs.iter().filter(|other| *other == verb).count();
            assert_eq!((count("scored"), count("completed")), (1, 1), "{verbs:?}");
            go_elsewhere(page, &package).await?;
            page.script("localStorage.clear()").await?;
        }
        Ok(())
    });
}

#[test]
fn answers_to_a_store_that_is_away_are_told_once_on_return_to_the_tab() {
    visit(async |page, site| {
        let _package = serve(site, "cmi5", LESSON)?;
        let taken = lesson()?;
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "away", &json!({})).await?;
        has_started(page).await?;
        said(&store, "initialized").await?;
        store.go_away(true);
        answers(page, 1..=taken.steps).await?;
        page.wait_for_text("#platform-notice", "cannot be reached")
            .await?;
        assert_eq!(store.verbs(), ["initialized"]);
        store.go_away(false);
        page.script("document.dispatchEvent(new Event('visibilitychange'))")
            .await?;
        said(&store, "completed").await?;
        page.wait_until_gone("#platform-notice p").await?;
        let statements = store.statements();
        let ids: Vec<&str> = statements
            .iter()
            .filter(|one| one["verb"]["display"]["en"] == "answered")
            .filter_map(|one| one["object"]["id"].as_str())
            .collect();
        assert_eq!(ids.len(), taken.counting.len(), "{ids:?}");
        for (id, (step, _)) in ids.iter().zip(&taken.counting) {
            assert!(id.contains(&format!("/step-{step}-")), "{ids:?}");
        }
        Ok(())
    });
}
