//! Reload in the middle of a lesson or a game on a platform of SCORM, which loads the platform's own page again.

use anyhow::Result;
use browser_tests::{Page, visit};

use super::{
    GAME, SCORM, answers, check_each_is_answered_once, cmi, interactions, launch, launch_lesson,
    leave, lesson, open_platform, place, serve, standing,
};

/// Loads the platform's page again, which launches the package from what has arrived; in the package's page after that.
async fn reload(page: &Page, edition: &str) -> Result<()> {
    page.driver().enter_default_frame().await?;
    page.driver().refresh().await?;
    page.wait_until("manifest").await?;
    page.script(&format!("launchAgain('{edition}')")).await?;
    page.driver().enter_frame(0).await?;
    Ok(())
}

#[test]
fn reload_goes_on_in_the_attempt_and_loses_nothing() {
    visit(async |page, site| {
        for edition in SCORM {
            let taken = lesson()?;
            let _package = launch_lesson(page, site, edition).await?;
            page.driver().enter_frame(0).await?;
            answers(page, 1..=3).await?;
            reload(page, edition.1).await?;
            page.wait_for_text(".lesson-step", "Step 4 of").await?;
            page.driver().enter_default_frame().await?;
            assert_eq!(standing(&cmi(page).await?)[0], "incomplete");
            page.driver().enter_frame(0).await?;
            answers(page, 4..=taken.steps).await?;
            page.wait_for(".lesson-score").await?;
            page.driver().enter_default_frame().await?;
            let left = leave(page).await?;
            let [status, raw, _] = standing(&left);
            assert_eq!(status, "completed");
            check_each_is_answered_once(&left, &taken);
            let raw: f64 = raw.parse()?;
            assert!((raw - taken.score_of_first() * 100.0).abs() < 1.0, "{raw}");
        }
        Ok(())
    });
}

#[test]
fn reload_goes_on_in_a_game() {
    visit(async |page, site| {
        for (form, edition, runtime) in SCORM {
            let package = serve(site, form, GAME)?;
            open_platform(page, &package, runtime).await?;
            launch(page, edition, GAME).await?;
            page.driver().enter_frame(0).await?;
            for _ in 0..3 {
                place(page).await?;
            }
            page.wait_for_text(".game-standing", "Card 4 of 8").await?;
            reload(page, edition).await?;
            page.wait_for_text(".game-standing", "Card 4 of 8").await?;
            for _ in 3..8 {
                place(page).await?;
            }
            let end = page.text("#game-end").await?;
            page.driver().enter_default_frame().await?;
            let left = leave(page).await?;
            let [status, raw, _] = standing(&left);
            assert_eq!(status, "completed");
            let right = raw.parse::<f64>()? * 8.0 / 100.0;
            assert!(end.contains(&format!("{right} of 8 right")), "{end}: {raw}");
            assert_eq!(interactions(&left).len(), 8);
        }
        Ok(())
    });
}
