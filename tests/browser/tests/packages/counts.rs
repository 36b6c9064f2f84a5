//! What counts on a platform of SCORM: the lesson or the game of the start, and no other.

use browser_tests::visit;

use super::{
    ELSEWHERE, GAME, LESSON, PLACE, SCORM, VIEW, launch, launch_lesson, leave, lesson,
    open_platform, progress, serve, serve_passing, standing, tell,
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
fn a_game_of_other_cards_does_not_count() {
    visit(async |page, site| {
        for (form, edition, runtime) in SCORM {
            let package = serve(site, form, GAME)?;
            open_platform(page, &package, runtime).await?;
            launch(page, edition, GAME).await?;
            // A collection may have the title by which the package's cards are drawn.
            let other = format!("{GAME}&list=astri,cyberport");
            tell(page, &progress(1, 1, 1.0, &other)).await?;
            assert_eq!(standing(&leave(page).await?), ["incomplete", "", ""]);
        }
        Ok(())
    });
}

#[test]
fn from_how_much_on_it_is_passed_is_known_where_a_platform_does_not_say() {
    visit(async |page, site| {
        let opening = lesson()?.opening;
        for (form, edition, runtime) in SCORM {
            let package = serve_passing(site, form, LESSON, Some(60))?;
            open_platform(page, &package, runtime).await?;
            page.script("tellsPassing = false").await?;
            launch(page, edition, &opening).await?;
            // A platform may judge any score that it is told by the manifest.
            tell(page, &progress(4, 5, 0.4, PLACE)).await?;
            assert_eq!(standing(&leave(page).await?), ["incomplete", "", PLACE]);
            launch(page, edition, PLACE).await?;
            tell(page, &progress(5, 5, 0.8, PLACE)).await?;
            let left = leave(page).await?;
            let judged = [&left["core"]["lesson_status"], &left["success_status"]];
            assert!(judged.iter().any(|status| **status == "passed"), "{left}");
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
