//! A session of cmi5 whose store is away for a time or takes nothing: the learner is told, and nothing is lost.

use anyhow::Result;
use browser_tests::{Holding, Package, Page, RecordStore, visit};
use serde_json::json;

use super::cmi5::{begin_session, go_elsewhere, heard, is_away, open_launched, said};
use super::{LESSON, PLACE, answers, dispatch, has_started, lesson, progress, serve};

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
        begin_session(page, &store, "away").await?;
        dispatch(page, &progress(1, 4, 0.25, PLACE)).await?;
        said(&store, "progressed").await?;
        store.go_away(true);
        dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
        is_away(page).await?;
        store.go_away(false);
        page.script("window.dispatchEvent(new Event('online'))")
            .await?;
        said(&store, "completed").await?;
        page.wait_until_gone("#platform-notice p").await?;
        page.script("window.dispatchEvent(new Event('offline'))")
            .await?;
        is_away(page).await?;
        page.script("window.dispatchEvent(new Event('online'))")
            .await?;
        page.wait_until_gone("#platform-notice p").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;

        // What did not arrive before the page was left is told by the next session.
        page.script("localStorage.clear()").await?;
        let store = RecordStore::serve().await?;
        leave_unheard(page, &store, &package, "lost").await?;
        open_launched(page, &store, "next", &json!({})).await?;
        said(&store, "completed").await?;
        Ok(())
    });
}

#[test]
fn what_waits_for_a_store_that_is_back_is_told_once() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        for is_reloaded in [true, false] {
            let store = RecordStore::serve().await?;
            begin_session(page, &store, "away").await?;
            store.go_away(true);
            dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
            is_away(page).await?;
            // It is back, and nothing has told the page so before it goes.
            store.go_away(false);
            if is_reloaded {
                page.driver().refresh().await?;
            } else {
                go_elsewhere(page, &package).await?;
                open_launched(page, &store, "next", &json!({})).await?;
            }
            has_started(page).await?;
            heard(&store, "completed").await?;
            go_elsewhere(page, &package).await?;
            said(&store, "terminated").await?;
            assert_eq!((store.count("scored"), store.count("completed")), (1, 1));
            page.script("localStorage.clear()").await?;
        }
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
            begin_session(page, &store, "busy").await?;
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
            assert_eq!((store.count("scored"), store.count("completed")), (1, 1));
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
        begin_session(page, &store, "away").await?;
        store.go_away(true);
        answers(page, 1..=taken.steps).await?;
        is_away(page).await?;
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

/// Finishes the lesson of a launch while its store is away, and leaves; then the store is back.
async fn leave_unheard(
    page: &Page,
    store: &RecordStore,
    package: &Package,
    session: &str,
) -> Result<()> {
    open_launched(page, store, session, &json!({})).await?;
    has_started(page).await?;
    said(store, "initialized").await?;
    store.go_away(true);
    dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
    is_away(page).await?;
    let tries = |store: &RecordStore| {
        let refused = store.refused();
        let tries = refused.iter().filter(|one| one.contains("POST"));
        tries.count()
    };
    let before = tries(store);
    go_elsewhere(page, package).await?;
    store
        .wait_until("a last try", |store| tries(store) > before)
        .await?;
    store.go_away(false);
    Ok(())
}

/// Leaves the page right after the last answer, while the store holds something back.
fn leave_at_once(held: Holding) {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        begin_session(page, &store, "first").await?;
        store.hold(held);
        dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
        go_elsewhere(page, &package).await?;
        store.hold(Holding::Nothing);
        said(&store, "completed").await?;
        open_launched(page, &store, "second", &json!({})).await?;
        page.wait_until(&format!("location.search === '{PLACE}'"))
            .await?;
        has_started(page).await?;
        // The page has heard that the session began, and that what it did not hear of before has arrived.
        page.wait_until(
            "Object.entries(localStorage).every(([name, kept]) =>
               !name.startsWith('explorer-attempt ') || JSON.parse(kept).untaken.length === 0)",
        )
        .await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        // What came after an end would be refused, so the first session has none.
        let first = ["initialized", "scored", "completed"];
        assert_eq!(
            store.verbs(),
            [&first[..], &["initialized", "terminated"]].concat()
        );
        assert_eq!(store.refused(), [""; 0]);
        Ok(())
    });
}

#[test]
fn what_the_store_has_taken_as_the_page_goes_is_told_once() {
    leave_at_once(Holding::Answers);
}

#[test]
fn what_is_on_its_way_as_the_page_goes_arrives() {
    leave_at_once(Holding::Statements);
}

#[test]
fn a_new_registration_begins_anew() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let opening = lesson()?.opening;
        let store = RecordStore::serve().await?;
        leave_unheard(page, &store, &package, "first").await?;
        // What the browser has kept is of another attempt, or the learner has gone on elsewhere since.
        let elsewhere = format!("{opening}&step=2");
        let gone_on = json!({ "address": elsewhere, "percent": 10 });
        for (session, known, place) in [
            ("anew", None, &opening),
            ("elsewhere", Some(gone_on), &elsewhere),
        ] {
            if let Some(known) = known {
                store.keep("explorer", known);
            } else {
                store.register_anew();
            }
            open_launched(page, &store, session, &json!({})).await?;
            page.wait_until(&format!("location.search === {place:?}"))
                .await?;
            has_started(page).await?;
            let before = store.count("progressed");
            dispatch(page, &progress(1, 4, 0.25, place)).await?;
            let goes_on = |store: &RecordStore| store.count("progressed") > before;
            store.wait_until("progress", goes_on).await?;
            go_elsewhere(page, &package).await?;
        }
        let anew = ["initialized", "progressed"];
        assert_eq!(store.verbs(), [&anew[..1], &anew, &anew].concat());
        Ok(())
    });
}
