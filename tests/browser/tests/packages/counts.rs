//! What counts on a platform of SCORM: the lesson or the game of the start, and no other.

use browser_tests::visit;

use super::{
    ELSEWHERE, PLACE, SCORM, VIEW, launch, launch_lesson, leave, open_platform, progress, serve,
    standing, tell,
};

#[test]
fn another_lesson_or_game_does_not_count() {
    visit(async |page, site| {
        for edition in SCORM {
            let _package = launch_lesson(page, site, edition).await?;
            tell(page, &progress(1, 5, 0.2, PLACE)).await?;
            for other in [ELSEWHERE, "?view=class&game=4B", VIEW] {
                tell(page, &progress(5, 5, 1.0, other)).await?;
            }
            assert_eq!(standing(&leave(page).await?), ["incomplete", "20", PLACE]);
            launch(page, edition.1, PLACE).await?;
            leave(page).await?;
        }
        Ok(())
    });
}

#[test]
fn in_a_view_no_lesson_counts() {
    visit(async |page, site| {
        for (form, edition, runtime) in SCORM {
            let package = serve(site, form, VIEW)?;
            open_platform(page, &package, runtime).await?;
            launch(page, edition, VIEW).await?;
            tell(page, &progress(1, 5, 0.0, PLACE)).await?;
            assert_eq!(standing(&leave(page).await?), ["completed", "100", ""]);
        }
        Ok(())
    });
}
