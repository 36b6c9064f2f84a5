//! A package's pages, and what they say of the platform, without barriers that axe finds.

use browser_tests::{Visit, audited, visit};

use super::{
    GAME, LESSON, PLACE, SCORM_2004, VIEW, has_started, launch_lesson, progress, serve, tell,
    within,
};

#[test]
fn axe_finds_nothing_in_a_package() {
    visit(async |page, site| {
        for (form, start) in audited(&[
            ("scorm-1.2", LESSON),
            ("scorm-2004", GAME),
            ("cmi5", VIEW),
            ("common-cartridge", GAME),
        ]) {
            let package = serve(site, form, start)?;
            page.open(&within(&package, "index.html")?).await?;
            has_started(page).await?;
            page.settled().await?;
            page.assert_accessible().await?;
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_in_what_can_be_read_of_a_game() {
    visit(async |page, site| {
        for form in ["common-cartridge", "common-cartridge-1.1"] {
            let package = serve(site, form, GAME)?;
            page.open(&within(&package, "read.html")?).await?;
            assert_eq!(page.count("li").await?, 9);
            page.assert_accessible().await?;
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_in_the_notices() {
    for visit in audited(&[Visit::new(), Visit::new().phone().dark()]) {
        visit.run(async |page, site| {
            let _package = launch_lesson(page, site, SCORM_2004).await?;
            page.script("goAway(true)").await?;
            tell(page, &progress(1, 5, 0.2, PLACE)).await?;
            let notices = ["cannot be reached", "open this page again"];
            for (number, notice) in notices.into_iter().enumerate() {
                if number == 1 {
                    page.script("goAway(false)").await?;
                    page.script("reopen()").await?;
                }
                page.driver().enter_frame(0).await?;
                page.wait_for_text("#platform-notice", notice).await?;
                page.settled().await?;
                page.assert_accessible().await?;
                page.driver().enter_default_frame().await?;
            }
            Ok(())
        });
    }
}
