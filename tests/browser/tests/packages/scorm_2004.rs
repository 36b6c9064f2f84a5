//! SCORM 2004: what a platform's tables show of a learner.

use browser_tests::visit;
use serde_json::json;

use super::{
    LESSON, PLACE, SCORM_2004, VIEW, cmi, keep, launch, launch_lesson, leave, lesson,
    open_platform, progress, serve, serve_passing, skips, tell,
};

#[test]
fn scorm_2004_keeps_score_and_comes_back() {
    visit(async |page, site| {
        let package = serve(site, "scorm-2004", LESSON)?;
        let opening = lesson()?.opening;
        open_platform(page, &package, "scorm2004").await?;
        launch(page, "2004", &opening).await?;
        assert_eq!(cmi(page).await?["completion_status"], "incomplete");
        tell(page, &progress(1, 3, 0.5, PLACE)).await?;
        let now = cmi(page).await?;
        assert_eq!(now["completion_status"], "incomplete");
        assert_eq!(now["success_status"], "unknown");
        assert_eq!(
            now["score"],
            json!({ "scaled": "0.5", "raw": "50", "min": "0", "max": "100" })
        );
        assert_eq!(now["progress_measure"], "0.3333");
        assert_eq!(now["location"], PLACE);
        let left = leave(page).await?;
        assert_eq!(left["suspend_data"], PLACE);
        assert_eq!(left["exit"], "suspend");
        let time = left["session_time"].as_str().unwrap_or_default();
        assert!(time.starts_with("PT"), "{time}");

        launch(page, "2004", PLACE).await?;
        // Begun anew, it comes back to the score it had: what the platform has stays whole.
        tell(page, &progress(1, 3, 0.0, &opening)).await?;
        tell(page, &progress(2, 3, 0.5, &opening)).await?;
        assert_eq!(cmi(page).await?["score"], now["score"]);
        tell(page, &progress(3, 3, 1.0, &opening)).await?;
        let left = leave(page).await?;
        assert_eq!(left["completion_status"], "completed");
        // The manifest has no measure by which it would be passed.
        assert_eq!(left["success_status"], "unknown");
        assert_eq!(left["score"]["scaled"], "1");
        assert_eq!(left["progress_measure"], "1");
        Ok(())
    });
}

#[test]
fn scorm_2004_passes_by_the_platforms_measure() {
    visit(async |page, site| {
        let package = serve_passing(site, "scorm-2004", LESSON, Some(60))?;
        let opening = lesson()?.opening;
        open_platform(page, &package, "scorm2004").await?;
        for (score, status) in [(0.4, "failed"), (0.8, "passed")] {
            keep(page, &json!({})).await?;
            page.script("content().localStorage.clear()").await?;
            launch(page, "2004", &opening).await?;
            // As the manifest says.
            assert_eq!(cmi(page).await?["scaled_passing_score"], "0.6");
            tell(page, &progress(4, 5, score, PLACE)).await?;
            assert_eq!(leave(page).await?["success_status"], "unknown");
            launch(page, "2004", PLACE).await?;
            tell(page, &progress(5, 5, score, PLACE)).await?;
            let left = leave(page).await?;
            assert_eq!(left["success_status"], status);
            assert_eq!(left["completion_status"], "completed");
        }
        Ok(())
    });
}

#[test]
fn in_review_and_browse_mode_nothing_is_told() {
    visit(async |page, site| {
        let package = serve(site, "scorm-2004", LESSON)?;
        let opening = lesson()?.opening;
        open_platform(page, &package, "scorm2004").await?;
        for mode in ["review", "browse"] {
            keep(page, &json!({ "mode": mode, "credit": "no-credit" })).await?;
            launch(page, "2004", &opening).await?;
            let before = cmi(page).await?;
            tell(page, &progress(5, 5, 1.0, PLACE)).await?;
            assert_eq!(leave(page).await?, before, "{mode}");
        }
        Ok(())
    });
}

#[test]
fn without_credit_the_place_is_kept_and_no_score() {
    visit(async |page, site| {
        let package = serve(site, "scorm-2004", LESSON)?;
        open_platform(page, &package, "scorm2004").await?;
        keep(page, &json!({ "credit": "no-credit" })).await?;
        launch(page, "2004", &lesson()?.opening).await?;
        tell(page, &progress(5, 5, 1.0, PLACE)).await?;
        let left = leave(page).await?;
        assert_eq!(left["completion_status"], "incomplete");
        assert_eq!(left["success_status"], "unknown");
        assert_eq!(left["score"]["scaled"], "");
        assert_eq!(left["location"], PLACE);
        Ok(())
    });
}

#[test]
fn skipped_is_a_score_of_0() {
    visit(async |page, site| {
        let _package = launch_lesson(page, site, SCORM_2004).await?;
        page.driver().enter_frame(0).await?;
        skips(page).await?;
        page.driver().enter_default_frame().await?;
        page.wait_until("cmi().completion_status === 'completed'")
            .await?;
        assert_eq!(leave(page).await?["score"]["scaled"], "0");
        Ok(())
    });
}

#[test]
fn a_view_is_completed_when_it_has_been_seen_and_is_not_0_per_cent() {
    visit(async |page, site| {
        let package = serve(site, "scorm-2004", VIEW)?;
        open_platform(page, &package, "scorm2004").await?;
        launch(page, "2004", VIEW).await?;
        page.wait_until("cmi().completion_status === 'completed'")
            .await?;
        let left = leave(page).await?;
        assert_eq!(left["score"]["scaled"], "1");
        assert_eq!(left["success_status"], "unknown");
        Ok(())
    });
}
