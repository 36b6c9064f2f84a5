//! A platform that is away for a time: the learner is told, and nothing is lost.

use anyhow::Result;
use browser_tests::{Page, visit};
use serde_json::{Value, json};

use super::{
    Edition, LESSON, PLACE, SCORM, SCORM_12, SCORM_2004, answers, check_each_is_answered_once, cmi,
    interactions, keep, launch, launch_lesson, leave, lesson, open_platform, progress, serve,
    standing, tell,
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
        for edition in SCORM {
            let _package = launch_lesson(page, site, edition).await?;
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
        for edition in SCORM {
            let taken = lesson()?;
            let _package = launch_lesson(page, site, edition).await?;
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
        let _package = launch_lesson(page, site, SCORM_12).await?;
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

/// What a platform of an edition keeps of an attempt that goes on: the score and the place.
fn begun(edition: Edition, score: &str, place: &str) -> Value {
    let score = json!({ "raw": score, "min": "0", "max": "100" });
    if edition == SCORM_12 {
        let core = json!({
            "lesson_status": "incomplete", "lesson_location": place, "entry": "resume", "score": score,
        });
        return json!({ "suspend_data": place, "core": core });
    }
    json!({
        "suspend_data": place, "completion_status": "incomplete", "location": place, "entry": "resume",
        "score": score,
    })
}

#[test]
fn what_never_arrived_is_told_at_the_next_opening() {
    visit(async |page, site| {
        for edition in SCORM {
            let (_, name, _) = edition;
            let opening = lesson()?.opening;
            let _package = launch_lesson(page, site, edition).await?;
            tell(page, &progress(2, 6, 0.2, PLACE)).await?;
            tell(page, &progress(6, 6, 0.9, LATER)).await?;
            leave(page).await?;
            // What was told last is lost.
            keep(page, &begun(edition, "20", PLACE)).await?;
            launch(page, name, LATER).await?;
            assert_eq!(standing(&cmi(page).await?), ["completed", "90", LATER]);
            leave(page).await?;

            // A new attempt begins anew, and so it goes on.
            keep(page, &new(edition)).await?;
            launch(page, name, &opening).await?;
            let mut again = leave(page).await?;
            assert_eq!(standing(&again)[..2], ["incomplete", ""]);
            let core = match edition {
                SCORM_12 => &mut again["core"],
                _ => &mut again,
            };
            core["entry"] = "resume".into();
            keep(page, &again).await?;
            launch(page, name, &opening).await?;
            assert_eq!(standing(&leave(page).await?)[..2], ["incomplete", ""]);
        }
        Ok(())
    });
}

/// What a platform of an edition has of an attempt that is new to it.
fn new(edition: Edition) -> Value {
    let entry = json!({ "entry": "ab-initio" });
    match edition {
        SCORM_12 => json!({ "core": entry }),
        _ => entry,
    }
}

/// Finishes the lesson in an attempt that a platform knows by so much, of which it hears nothing, and leaves.
async fn finish_unheard(page: &Page, edition: Edition, known: &Value) -> Result<()> {
    keep(page, known).await?;
    page.script("goAway(true)").await?;
    launch(page, edition.1, &lesson()?.opening).await?;
    tell(page, &progress(6, 6, 0.9, LATER)).await?;
    leave(page).await?;
    page.script("goAway(false)").await?;
    keep(page, known).await
}

#[test]
fn an_attempt_of_which_the_platform_has_heard_nothing_is_not_new() {
    visit(async |page, site| {
        for edition in SCORM {
            let (form, name, runtime) = edition;
            let package = serve(site, form, LESSON)?;
            open_platform(page, &package, runtime).await?;
            finish_unheard(page, edition, &new(edition)).await?;
            launch(page, name, LATER).await?;
            let left = leave(page).await?;
            assert_eq!(standing(&left), ["completed", "90", LATER]);
            // Now that it has heard of it, it is.
            keep(page, &new(edition)).await?;
            launch(page, name, &lesson()?.opening).await?;
            assert_eq!(standing(&leave(page).await?)[..2], ["incomplete", ""]);
        }
        Ok(())
    });
}

#[test]
fn who_has_no_id_takes_over_nobodys_work() {
    visit(async |page, site| {
        for edition in SCORM {
            let (form, name, runtime) = edition;
            let nobody = match edition {
                SCORM_12 => json!({ "core": { "student_id": "" } }),
                _ => json!({ "learner_id": "" }),
            };
            let package = serve(site, form, LESSON)?;
            open_platform(page, &package, runtime).await?;
            finish_unheard(page, edition, &nobody).await?;
            launch(page, name, &lesson()?.opening).await?;
            assert_eq!(standing(&leave(page).await?)[..2], ["incomplete", ""]);
        }
        Ok(())
    });
}

#[test]
fn who_has_gone_on_elsewhere_is_not_taken_back() {
    visit(async |page, site| {
        for edition in SCORM {
            let (_, name, _) = edition;
            let _package = launch_lesson(page, site, edition).await?;
            tell(page, &progress(6, 6, 0.9, LATER)).await?;
            leave(page).await?;
            let there = format!("{}&step=2", lesson()?.opening);
            keep(page, &begun(edition, "20", &there)).await?;
            launch(page, name, &there).await?;
            let left = leave(page).await?;
            assert_eq!(standing(&left), ["incomplete", "20", &there]);
        }
        Ok(())
    });
}

#[test]
fn a_status_or_score_that_is_refused_is_told_again() {
    visit(async |page, site| {
        for (edition, counted, others) in [
            (
                SCORM_12,
                ["cmi.core.lesson_status", "cmi.core.score.raw"],
                ["cmi.core.score.min", "cmi.core.session_time"],
            ),
            (
                SCORM_2004,
                ["cmi.completion_status", "cmi.score.scaled"],
                ["cmi.progress_measure", "cmi.session_time"],
            ),
        ] {
            let _package = launch_lesson(page, site, edition).await?;
            for place in others {
                page.script(&format!("refuseOnce('{place}')")).await?;
                tell(page, &progress(1, 6, 0.2, PLACE)).await?;
                assert_eq!(page.script("return hasRefused()").await?, true, "{place}");
                assert_eq!(notice(page).await?, "", "{place}");
            }
            for (place, percent) in counted.into_iter().zip([40, 60]) {
                page.script(&format!("refuseOnce('{place}')")).await?;
                tell(page, &progress(6, 6, f64::from(percent) / 100.0, PLACE)).await?;
                let told = notice(page).await?;
                let told = told.as_str().unwrap_or_default();
                assert!(told.contains("cannot be reached"), "{place}: {told}");
                page.script(TAB_IS_BACK).await?;
                assert_eq!(notice(page).await?, "", "{place}");
                let arrived = page.script("return committed()").await?;
                assert_eq!(
                    standing(&arrived),
                    ["completed", &percent.to_string(), PLACE]
                );
            }
            leave(page).await?;
        }
        Ok(())
    });
}

#[test]
fn a_session_that_cannot_go_on_is_told_before_the_work() {
    visit(async |page, site| {
        let _package = launch_lesson(page, site, SCORM_2004).await?;
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
