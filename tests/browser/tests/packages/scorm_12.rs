//! SCORM 1.2: what a platform's tables show of a learner.

use browser_tests::visit;
use serde_json::json;

use super::{
    LESSON, PLACE, SCORM_12, VIEW, cmi, keep, launch, launch_lesson, leave, lesson, open_platform,
    progress, serve, serve_passing, shows, skips, tell,
};

#[test]
fn who_only_opens_it_has_completed_nothing() {
    visit(async |page, site| {
        let _package = launch_lesson(page, site, SCORM_12).await?;
        let left = leave(page).await?;
        assert_eq!(left["core"]["lesson_status"], "incomplete");
        assert_eq!(left["core"]["exit"], "suspend");
        assert_eq!(left["core"]["score"]["raw"], "");
        Ok(())
    });
}

#[test]
fn scorm_12_keeps_score_and_comes_back() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", LESSON)?;
        let opening = lesson()?.opening;
        open_platform(page, &package, "scorm12").await?;
        launch(page, "1.2", &opening).await?;
        tell(page, &progress(2, 5, 0.4, PLACE)).await?;
        let core = &cmi(page).await?["core"];
        assert_eq!(core["lesson_status"], "incomplete");
        assert_eq!(
            core["score"],
            json!({ "raw": "40", "min": "0", "max": "100" })
        );
        assert_eq!(core["lesson_location"], PLACE);
        let left = leave(page).await?;
        assert_eq!(left["suspend_data"], PLACE);
        let time = left["core"]["session_time"].as_str().unwrap_or_default();
        assert!(time.contains(":00:"), "{time}");

        launch(page, "1.2", PLACE).await?;
        tell(page, &progress(5, 5, 0.8, &opening)).await?;
        let core = &cmi(page).await?["core"];
        // The manifest has no mastery score, so nothing is passed.
        assert_eq!(core["lesson_status"], "completed");
        assert_eq!(core["score"]["raw"], "80");
        leave(page).await?;

        // Whoever practises again has still completed it, with the better score.
        launch(page, "1.2", &opening).await?;
        tell(page, &progress(1, 5, 0.0, PLACE)).await?;
        tell(page, &progress(5, 5, 0.2, PLACE)).await?;
        let core = &leave(page).await?["core"];
        assert_eq!(core["lesson_status"], "completed");
        assert_eq!(core["score"]["raw"], "80");
        assert_eq!(core["lesson_location"], PLACE);
        Ok(())
    });
}

#[test]
fn scorm_12_passes_by_the_platforms_mastery_score() {
    visit(async |page, site| {
        let opening = lesson()?.opening;
        let package = serve_passing(site, "scorm-1.2", LESSON, Some(60))?;
        open_platform(page, &package, "scorm12").await?;
        for (score, status) in [(0.4, "failed"), (0.8, "passed"), (0.2, "failed")] {
            keep(page, &json!({})).await?;
            page.script("content().localStorage.clear()").await?;
            launch(page, "1.2", &opening).await?;
            // As the manifest says.
            assert_eq!(cmi(page).await?["student_data"]["mastery_score"], "60");
            tell(page, &progress(5, 5, score, PLACE)).await?;
            assert_eq!(cmi(page).await?["core"]["lesson_status"], status);
            // Once more, and worse.
            tell(page, &progress(5, 5, 0.0, PLACE)).await?;
            assert_eq!(leave(page).await?["core"]["lesson_status"], status);
        }
        Ok(())
    });
}

#[test]
fn who_leaves_on_the_way_has_neither_passed_nor_failed() {
    visit(async |page, site| {
        let opening = lesson()?.opening;
        let package = serve_passing(site, "scorm-1.2", LESSON, Some(60))?;
        open_platform(page, &package, "scorm12").await?;
        for score in [0.2, 0.8] {
            keep(page, &json!({})).await?;
            page.script("content().localStorage.clear()").await?;
            launch(page, "1.2", &opening).await?;
            tell(page, &progress(4, 5, score, PLACE)).await?;
            // The platform judges any score that it is told.
            let core = &leave(page).await?["core"];
            assert_eq!(core["lesson_status"], "incomplete");
            assert_eq!(core["score"]["raw"], "");
            launch(page, "1.2", PLACE).await?;
            tell(page, &progress(5, 5, 0.8, PLACE)).await?;
            assert_eq!(leave(page).await?["core"]["lesson_status"], "passed");
        }
        Ok(())
    });
}

#[test]
fn skipped_is_a_score_of_0() {
    visit(async |page, site| {
        let _package = launch_lesson(page, site, SCORM_12).await?;
        page.driver().enter_frame(0).await?;
        skips(page).await?;
        page.driver().enter_default_frame().await?;
        page.wait_until("cmi().core.lesson_status === 'completed'")
            .await?;
        assert_eq!(leave(page).await?["core"]["score"]["raw"], "0");
        Ok(())
    });
}

#[test]
fn in_review_nothing_is_told() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", LESSON)?;
        open_platform(page, &package, "scorm12").await?;
        let finished = json!({
            "suspend_data": PLACE,
            "core": {
                "lesson_mode": "review", "credit": "no-credit", "lesson_status": "completed",
                "lesson_location": PLACE, "score": { "raw": "100", "min": "0", "max": "100" },
            },
        });
        keep(page, &finished).await?;
        launch(page, "1.2", PLACE).await?;
        let before = cmi(page).await?;
        tell(page, &progress(1, 5, 0.0, LESSON)).await?;
        tell(page, &progress(5, 5, 0.0, LESSON)).await?;
        assert_eq!(leave(page).await?, before);
        Ok(())
    });
}

#[test]
fn in_browse_mode_it_was_browsed_and_no_more() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", LESSON)?;
        open_platform(page, &package, "scorm12").await?;
        keep(
            page,
            &json!({ "core": { "lesson_mode": "browse", "credit": "no-credit" } }),
        )
        .await?;
        launch(page, "1.2", &lesson()?.opening).await?;
        tell(page, &progress(5, 5, 1.0, PLACE)).await?;
        let left = leave(page).await?;
        assert_eq!(left["core"]["lesson_status"], "browsed");
        assert_eq!(left["core"]["score"]["raw"], "");
        assert_eq!(left["core"]["lesson_location"], "");
        assert_eq!(left["suspend_data"], "");
        Ok(())
    });
}

#[test]
fn without_credit_the_place_is_kept_and_no_score() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", LESSON)?;
        open_platform(page, &package, "scorm12").await?;
        keep(page, &json!({ "core": { "credit": "no-credit" } })).await?;
        launch(page, "1.2", &lesson()?.opening).await?;
        tell(page, &progress(5, 5, 1.0, PLACE)).await?;
        let core = &leave(page).await?["core"];
        assert_eq!(core["lesson_status"], "incomplete");
        assert_eq!(core["score"]["raw"], "");
        assert_eq!(core["lesson_location"], PLACE);
        Ok(())
    });
}

#[test]
fn a_view_is_completed_when_it_has_been_seen_and_is_not_0_per_cent() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", VIEW)?;
        open_platform(page, &package, "scorm12").await?;
        launch(page, "1.2", VIEW).await?;
        page.wait_until("cmi().core.lesson_status === 'completed'")
            .await?;
        assert_eq!(leave(page).await?["core"]["score"]["raw"], "100");
        Ok(())
    });
}

#[test]
fn scorm_12_has_little_room_for_an_address() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", LESSON)?;
        let opening = lesson()?.opening;
        open_platform(page, &package, "scorm12").await?;
        launch(page, "1.2", &opening).await?;
        let mut detail = json!({ "done": 1, "of": 5, "score": null, "complete": false });
        let longer = |length: usize| format!("{opening}&q={}", "a".repeat(length));
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
        launch(page, "1.2", &longer(300)).await?;
        detail["address"] = longer(4100).into();
        tell(page, &detail).await?;
        let left = leave(page).await?;
        assert_eq!(left["suspend_data"], "", "there is no room for it");
        page.script("content().localStorage.clear()").await?;
        detail["address"] = longer(230).into();
        launch(page, "1.2", &opening).await?;
        tell(page, &detail).await?;
        leave(page).await?;
        page.script("launch('1.2')").await?;
        shows(page, &longer(230)).await
    });
}
