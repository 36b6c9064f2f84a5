//! A platform that is away for a time: the learner is told, and nothing is lost.

use anyhow::Result;
use browser_tests::{Page, visit};
use serde_json::{Value, json};

use super::{
    LESSON, PLACE, SCORM, answers, check_each_is_answered_once, cmi, interactions, keep, launch,
    leave, lesson, open_platform, progress, serve, tell,
};

/// A later place in the lesson.
const LATER: &str = "?view=class&lesson=blueprint-to-ai-plus&step=8&answers=caacbc";

/// What a browser does when it is online again, and when somebody returns to the tab.
const NETWORK_IS_BACK: &str = "content().dispatchEvent(new Event('online'))";
const TAB_IS_BACK: &str = "content().document.dispatchEvent(new Event('visibilitychange'))";

/// What the package's page says of the platform; nothing where it says nothing.
async fn notice(page: &Page) -> Result<Value> {
    page.script("return content().document.getElementById('platform-notice')?.textContent ?? ''")
        .await
}

#[test]
fn a_platform_that_takes_nothing_is_told_again() {
    visit(async |page, site| {
        for (form, edition, runtime) in SCORM {
            let package = serve(site, form, LESSON)?;
            open_platform(page, &package, runtime).await?;
            launch(page, edition, &lesson()?.opening).await?;
            assert_eq!(notice(page).await?, "");
            for (done, back) in [(1, NETWORK_IS_BACK), (2, TAB_IS_BACK)] {
                page.script("goAway(true)").await?;
                tell(page, &progress(done, 5, 0.2, PLACE)).await?;
                let told = notice(page).await?;
                let told = told.as_str().unwrap_or_default();
                assert!(told.contains("cannot be reached"), "{told}");
                page.script("goAway(false)").await?;
                page.script(back).await?;
                assert_eq!(notice(page).await?, "");
                assert_eq!(page.script("return commits").await?, 1);
            }
            leave(page).await?;
        }
        Ok(())
    });
}

#[test]
fn answers_to_a_platform_that_is_away_are_told_once() {
    visit(async |page, site| {
        for (form, edition, runtime) in SCORM {
            let package = serve(site, form, LESSON)?;
            let taken = lesson()?;
            open_platform(page, &package, runtime).await?;
            launch(page, edition, &taken.opening).await?;
            page.script("goAway(true)").await?;
            page.driver().enter_frame(0).await?;
            answers(page, 1..=taken.steps).await?;
            page.wait_for(".lesson-score").await?;
            page.driver().enter_default_frame().await?;
            let arrived = page.script("return committed()").await?;
            assert_eq!(interactions(&arrived), Vec::<Value>::new());
            page.script("goAway(false)").await?;
            page.script(NETWORK_IS_BACK).await?;
            let arrived = page.script("return committed()").await?;
            check_each_is_answered_once(&arrived, &taken);
            page.script(TAB_IS_BACK).await?;
            check_each_is_answered_once(&leave(page).await?, &taken);
        }
        Ok(())
    });
}

#[test]
fn a_browser_that_is_offline_is_told_so() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", LESSON)?;
        open_platform(page, &package, "scorm12").await?;
        launch(page, "1.2", &lesson()?.opening).await?;
        let online = |is_online: bool| {
            format!(
                "Object.defineProperty(content().navigator, 'onLine', {{ value: {is_online}, configurable: true }});
                 content().dispatchEvent(new Event('{}'))",
                if is_online { "online" } else { "offline" }
            )
        };
        page.script(&online(false)).await?;
        assert_ne!(notice(page).await?, "");
        // Platforms that send while a page goes cannot say that nothing arrived.
        tell(page, &progress(2, 5, 0.4, PLACE)).await?;
        assert_ne!(notice(page).await?, "");
        page.script("goAway(false)").await?;
        page.script(&online(true)).await?;
        assert_eq!(notice(page).await?, "");
        assert_eq!(page.script("return commits").await?, 1);
        leave(page).await?;
        Ok(())
    });
}

#[test]
fn what_never_arrived_is_told_at_the_next_opening() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", LESSON)?;
        let opening = lesson()?.opening;
        open_platform(page, &package, "scorm12").await?;
        launch(page, "1.2", &opening).await?;
        tell(page, &progress(2, 6, 0.2, PLACE)).await?;
        let arrived = json!({
            "suspend_data": PLACE,
            "core": { "lesson_status": "incomplete", "lesson_location": PLACE, "entry": "resume",
                      "score": { "raw": "20", "min": "0", "max": "100" } },
        });
        tell(page, &progress(6, 6, 0.9, LATER)).await?;
        leave(page).await?;
        // What was told after that is lost.
        keep(page, &arrived).await?;
        launch(page, "1.2", LATER).await?;
        let core = &cmi(page).await?["core"];
        assert_eq!(core["lesson_status"], "completed");
        assert_eq!(core["score"]["raw"], "90");
        assert_eq!(core["lesson_location"], LATER);
        leave(page).await?;

        // A new attempt begins anew, and who has gone on elsewhere is not taken back.
        keep(page, &json!({ "core": { "entry": "ab-initio" } })).await?;
        launch(page, "1.2", &opening).await?;
        let mut again = leave(page).await?;
        assert_eq!(again["core"]["lesson_status"], "incomplete");
        again["core"]["entry"] = "resume".into();
        keep(page, &again).await?;
        launch(page, "1.2", &opening).await?;
        assert_eq!(leave(page).await?["core"]["lesson_status"], "incomplete");
        let mut elsewhere = arrived;
        let there = format!("{opening}&answers=b");
        elsewhere["core"]["lesson_location"] = there.clone().into();
        keep(page, &elsewhere).await?;
        launch(page, "1.2", &there).await?;
        let core = &leave(page).await?["core"];
        assert_eq!(core["lesson_status"], "incomplete");
        assert_eq!(core["score"]["raw"], "20");
        Ok(())
    });
}

#[test]
fn a_session_that_cannot_go_on_is_told_before_the_work() {
    visit(async |page, site| {
        let package = serve(site, "scorm-2004", LESSON)?;
        open_platform(page, &package, "scorm2004").await?;
        launch(page, "2004", &lesson()?.opening).await?;
        leave(page).await?;
        // The same session once more: the platform has ended it.
        page.script("reopen()").await?;
        page.wait_until("content().document.querySelector('#platform-notice p')")
            .await?;
        let told = notice(page).await?;
        let told = told.as_str().unwrap_or_default();
        assert!(told.contains("open this page again"), "{told}");
        Ok(())
    });
}
