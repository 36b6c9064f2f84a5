//! Statements of which a page of cmi5 does not hear that the store took them: they are told again as they were, and one that
//! the store will not have takes no other with it.

use std::collections::BTreeSet;

use anyhow::Result;
use browser_tests::{Page, RecordStore, visit};
use serde_json::{Value, json};

use super::cmi5::{begin_session, go_elsewhere, heard, is_away, open_launched, said};
use super::{LESSON, PLACE, answers, dispatch, has_started, lesson, progress, serve};

#[test]
fn a_statement_that_the_store_has_keeps_no_other_from_it() {
    visit(async |page, site| {
        let _package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        begin_session(page, &store, "known").await?;
        store.lose_answers(true);
        dispatch(page, &progress(1, 4, 0.25, PLACE)).await?;
        is_away(page).await?;
        store.lose_answers(false);
        dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
        heard(&store, "completed").await?;
        let verbs = ["initialized", "progressed", "scored", "completed"];
        assert_eq!(store.verbs(), verbs);
        assert_eq!(page.count("#platform-notice p").await?, 0);
        Ok(())
    });
}

#[test]
fn what_the_store_took_without_saying_so_is_taken_once() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        for (is_reloaded, is_judged_first) in
            [(true, false), (true, true), (false, false), (false, true)]
        {
            let store = RecordStore::serve().await?;
            if is_judged_first {
                store.judge_first();
            }
            begin_session(page, &store, "unheard").await?;
            store.lose_answers(true);
            dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
            is_away(page).await?;
            store.lose_answers(false);
            if is_reloaded {
                page.driver().refresh().await?;
            } else {
                go_elsewhere(page, &package).await?;
                open_launched(page, &store, "next", &json!({})).await?;
            }
            has_started(page).await?;
            heard(&store, "completed").await?;
            assert_eq!(page.count("#platform-notice p").await?, 0);
            go_elsewhere(page, &package).await?;
            said(&store, "terminated").await?;
            assert_eq!((store.count("scored"), store.count("completed")), (1, 1));
            // It was told as it was: in another way any strict store would have refused it.
            let is_refused = store.refused().iter().any(|one| one.starts_with("403"));
            assert_eq!(is_refused, is_judged_first, "{:?}", store.refused());
            page.script("localStorage.clear()").await?;
        }
        Ok(())
    });
}

#[test]
fn a_session_has_begun_once_the_store_has_taken_that_it_did() {
    visit(async |page, site| {
        let _package = serve(site, "cmi5", LESSON)?;
        for is_taken in [false, true] {
            let store = RecordStore::serve().await?;
            store.lose_answers(is_taken);
            store.refuse_statements((!is_taken).then_some(503));
            open_launched(page, &store, "beginning", &json!({})).await?;
            has_started(page).await?;
            is_away(page).await?;
            store.lose_answers(false);
            store.refuse_statements(None);
            page.driver().refresh().await?;
            has_started(page).await?;
            dispatch(page, &progress(1, 4, 0.25, PLACE)).await?;
            said(&store, "progressed").await?;
            assert_eq!(store.verbs(), ["initialized", "progressed"]);
            assert_eq!(page.count("#platform-notice p").await?, 0);
            page.script("localStorage.clear(); sessionStorage.clear()")
                .await?;
        }
        Ok(())
    });
}

#[test]
fn answers_outlast_a_page_that_is_closed() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let taken = lesson()?;
        let store = RecordStore::serve().await?;
        begin_session(page, &store, "closed").await?;
        store.refuse_statements(Some(503));
        answers(page, 1..=taken.steps).await?;
        is_away(page).await?;
        go_elsewhere(page, &package).await?;
        open_launched(page, &store, "next", &json!({})).await?;
        has_started(page).await?;
        is_away(page).await?;
        // The session that was closed is abandoned now, so only this one may tell them.
        store.refuse_statements(None);
        page.script("window.dispatchEvent(new Event('online'))")
            .await?;
        heard(&store, "completed").await?;
        assert_eq!(store.count("answered"), taken.counting.len());
        assert_eq!((store.count("scored"), store.count("completed")), (1, 1));
        assert_eq!(page.count("#platform-notice p").await?, 0);
        Ok(())
    });
}

#[test]
fn more_than_a_browser_lets_go_at_once_goes_in_parts() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        for is_left in [false, true] {
            let store = RecordStore::serve().await?;
            begin_session(page, &store, "long").await?;
            store.refuse_statements(Some(503));
            for number in 1..=20 {
                dispatch_answer(page, number).await?;
            }
            is_away(page).await?;
            store.refuse_statements(None);
            if is_left {
                go_elsewhere(page, &package).await?;
                said(&store, "answered").await?;
                let first = store.count("answered");
                assert!(first < 20, "{first} of 20 have gone at once");
                open_launched(page, &store, "next", &json!({})).await?;
            } else {
                page.script("window.dispatchEvent(new Event('online'))")
                    .await?;
            }
            let all = |store: &RecordStore| questions(store).len() == 20;
            store.wait_until("all answers", all).await?;
            assert_eq!(store.count("answered"), 20);
            page.script("localStorage.clear()").await?;
        }
        Ok(())
    });
}

#[test]
fn an_answer_that_is_refused_ends_nothing() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        for status in [400, 403] {
            let store = RecordStore::serve().await?;
            open_launched(page, &store, "refused", &json!({})).await?;
            has_started(page).await?;
            store.refuse_verb("answered", status);
            answers(page, 1..=lesson()?.steps).await?;
            heard(&store, "completed").await?;
            assert_eq!(page.count("#platform-notice p").await?, 0);
            go_elsewhere(page, &package).await?;
            said(&store, "terminated").await?;
            assert_eq!(store.count("answered"), 0);
            page.script("localStorage.clear()").await?;
        }
        Ok(())
    });
}

#[test]
fn what_another_browser_has_told_meanwhile_is_no_refusal() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        let done = progress(4, 4, 0.75, PLACE);
        begin_session(page, &store, "here").await?;
        store.refuse_statements(Some(503));
        dispatch(page, &done).await?;
        is_away(page).await?;
        go_elsewhere(page, &package).await?;
        let kept = page
            .script("const kept = { ...localStorage }; localStorage.clear(); return kept")
            .await?;
        store.refuse_statements(None);
        open_launched(page, &store, "there", &json!({})).await?;
        has_started(page).await?;
        dispatch(page, &done).await?;
        heard(&store, "completed").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;

        page.script(&format!("Object.assign(localStorage, {kept})"))
            .await?;
        open_launched(page, &store, "here again", &json!({})).await?;
        has_started(page).await?;
        // It waits its turn, so once it has come, the others have.
        dispatch_answer(page, 1).await?;
        said(&store, "answered").await?;
        assert_eq!(store.count("completed"), 1);
        assert_eq!(page.count("#platform-notice p").await?, 0);
        Ok(())
    });
}

#[test]
fn what_is_refused_is_not_told_for_ever() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", LESSON)?;
        let store = RecordStore::serve().await?;
        begin_session(page, &store, "named").await?;
        store.refuse_statements(Some(503));
        dispatch_answer(page, 1).await?;
        is_away(page).await?;
        go_elsewhere(page, &package).await?;
        store.refuse_verb("answered", 403);
        // A session without a name cannot be told from the other by it.
        open_launched(page, &store, "", &json!({ "contextTemplate": {} })).await?;
        has_started(page).await?;
        dispatch(page, &progress(4, 4, 0.75, PLACE)).await?;
        heard(&store, "completed").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        let refused = store.refused();
        let refused = refused.iter().filter(|one| one.starts_with("403"));
        assert!(refused.count() < 6, "{:?}", store.refused());
        Ok(())
    });
}

/// Does what the explorer does when somebody answers a long question: its statement has more than 5,000 bytes.
async fn dispatch_answer(page: &Page, number: u8) -> Result<()> {
    let detail = json!({
        "id": format!("step-{number}"), "question": "何".repeat(1700), "lang": "zh-Hant", "choices": ["a", "b"],
        "response": 0, "correct": 1, "seconds": 1, "address": PLACE,
    });
    page.script(&format!(
        "window.dispatchEvent(new CustomEvent('explorer-answer', {{ detail: {detail} }}))"
    ))
    .await?;
    Ok(())
}

/// The questions of which the store has an answer.
fn questions(store: &RecordStore) -> BTreeSet<String> {
    let ids = store
        .statements()
        .into_iter()
        .map(|one| one["object"]["id"].clone());
    let ids = ids.filter_map(|id: Value| id.as_str().map(str::to_owned));
    ids.filter(|id| id.contains("/step-")).collect()
}
