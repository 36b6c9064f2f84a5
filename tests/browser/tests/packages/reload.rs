//! Reload in the middle of a lesson on a platform of SCORM, which loads the platform's own page again.

use browser_tests::visit;
use serde_json::Value;

use super::{
    LESSON, SCORM, answers, check_each_is_answered_once, cmi, launch, leave, lesson, open_platform,
    serve,
};

/// The status that a platform has for the lesson, in either edition.
fn status(cmi: &Value) -> Option<&str> {
    let status = cmi["core"]["lesson_status"].as_str();
    status.or(cmi["completion_status"].as_str())
}

#[test]
fn reload_goes_on_in_the_attempt_and_loses_nothing() {
    visit(async |page, site| {
        for (form, edition, runtime) in SCORM {
            let package = serve(site, form, LESSON)?;
            let taken = lesson()?;
            open_platform(page, &package, runtime).await?;
            launch(page, edition, &taken.opening).await?;
            page.driver().enter_frame(0).await?;
            answers(page, 1..=3).await?;
            page.driver().enter_default_frame().await?;
            page.driver().refresh().await?;
            page.wait_until("manifest").await?;
            page.script(&format!("launchAgain('{edition}')")).await?;
            page.driver().enter_frame(0).await?;
            page.wait_for_text(".lesson-step", "Step 4 of").await?;
            page.driver().enter_default_frame().await?;
            let now = cmi(page).await?;
            assert_eq!(status(&now), Some("incomplete"));
            page.driver().enter_frame(0).await?;
            answers(page, 4..=taken.steps).await?;
            page.wait_for(".lesson-score").await?;
            page.driver().enter_default_frame().await?;
            let left = leave(page).await?;
            assert_eq!(status(&left), Some("completed"));
            check_each_is_answered_once(&left, &taken);
            let score = left["core"].get("score").unwrap_or(&left["score"]);
            let raw: f64 = score["raw"].as_str().unwrap_or_default().parse()?;
            assert!((raw - taken.score_of_first() * 100.0).abs() < 1.0, "{raw}");
        }
        Ok(())
    });
}
