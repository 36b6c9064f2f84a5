//! A lesson and a game that a learner takes on a platform of SCORM, from the first answer to the last.

use anyhow::Context;
use browser_tests::visit;
use serde_json::json;

use super::{
    GAME, LESSON, SCORM_12, answers, cmi, interactions, launch, launch_lesson, leave, lesson,
    open_platform, place, serve, serve_passing,
};

#[test]
fn a_lesson_is_left_in_the_middle_and_finished() {
    visit(async |page, site| {
        let package = serve(site, "scorm-2004", LESSON)?;
        let taken = lesson()?;
        open_platform(page, &package, "scorm2004").await?;
        launch(page, "2004", &taken.opening).await?;
        page.driver().enter_frame(0).await?;
        answers(page, 1..=2).await?;
        page.driver().enter_default_frame().await?;
        let left = leave(page).await?;
        assert_eq!(left["completion_status"], "incomplete");

        page.script("launch('2004')").await?;
        page.driver().enter_frame(0).await?;
        answers(page, 3..=taken.steps).await?;
        page.wait_for(".lesson-score").await?;
        page.driver().enter_default_frame().await?;
        page.wait_until("cmi().completion_status === 'completed'")
            .await?;
        let left = leave(page).await?;
        assert_eq!(left["progress_measure"], "1");
        // What was answered before it was left counts as well.
        let address = left["location"].as_str().unwrap_or_default();
        let given = address.split("answers=").nth(1).context("answers")?;
        let given = given.split('&').next().unwrap_or_default();
        assert_eq!(given.matches(char::is_alphabetic).count(), taken.steps);
        let scaled: f64 = left["score"]["scaled"]
            .as_str()
            .context("a score")?
            .parse()?;
        assert!((scaled - taken.score_of_first()).abs() < 0.001, "{scaled}");
        // Each question with choices, in the order in which they were answered.
        let told = interactions(&left);
        assert_eq!(told.len(), taken.counting.len());
        for (told, (step, is_right)) in told.iter().zip(&taken.counting) {
            let id = told["id"].as_str().unwrap_or_default();
            assert!(id.starts_with(&format!("step-{step}-")), "{id}");
            assert_eq!(told["type"], "choice");
            assert_eq!(told["learner_response"], "a");
            let result = if *is_right { "correct" } else { "incorrect" };
            assert_eq!(told["result"], result);
            let latency = told["latency"].as_str().unwrap_or_default();
            assert!(latency.starts_with("PT"), "{latency}");
            let question = told["description"].as_str().unwrap_or_default();
            assert!(question.starts_with("{lang=en}"), "{question}");
        }
        Ok(())
    });
}

#[test]
fn scorm_12_names_the_question_in_its_id() {
    visit(async |page, site| {
        let _package = launch_lesson(page, site, SCORM_12).await?;
        page.driver().enter_frame(0).await?;
        answers(page, 1..=1).await?;
        page.driver().enter_default_frame().await?;
        let left = leave(page).await?;
        let told = interactions(&left);
        assert_eq!(told.len(), 1);
        assert_eq!(told[0]["id"], "step-1-In-which-order-did-they-begin");
        assert_eq!(told[0]["type"], "choice");
        assert_eq!(told[0]["student_response"], "a");
        assert_eq!(told[0]["result"], "wrong");
        assert_eq!(told[0]["correct_responses"]["0"]["pattern"], "c");
        let latency = told[0]["latency"].as_str().unwrap_or_default();
        assert!(latency.contains("00:00:"), "{latency}");
        Ok(())
    });
}

#[test]
fn a_game_is_left_in_the_middle_and_finished() {
    visit(async |page, site| {
        let package = serve(site, "scorm-2004", GAME)?;
        let cards = 8_u8;
        open_platform(page, &package, "scorm2004").await?;
        launch(page, "2004", GAME).await?;
        page.driver().enter_frame(0).await?;
        for _ in 0..3 {
            place(page).await?;
        }
        page.wait_for_text(".game-standing", "Card 4 of 8").await?;
        page.driver().enter_default_frame().await?;
        page.wait_until("cmi().progress_measure === '0.375'")
            .await?;
        let left = leave(page).await?;
        assert_eq!(left["completion_status"], "incomplete");
        assert_eq!(left["location"], "?view=class&answers=aaa&game=2026-11-27");

        launch(page, "2004", "?view=class&answers=aaa&game=2026-11-27").await?;
        assert_eq!(cmi(page).await?["score"], left["score"]);
        page.driver().enter_frame(0).await?;
        page.wait_for_text(".game-standing", "Card 4 of 8").await?;
        for _ in 3..cards {
            place(page).await?;
        }
        let end = page.text("#game-end").await?;
        page.driver().enter_default_frame().await?;
        page.wait_until("cmi().completion_status === 'completed'")
            .await?;
        let left = leave(page).await?;
        let scaled: f64 = left["score"]["scaled"]
            .as_str()
            .context("a score")?
            .parse()?;
        let right = scaled * f64::from(cards);
        assert!(
            scaled < 1.0 && end.contains(&format!("{right} of {cards} right")),
            "{end}: {scaled}"
        );
        let told = interactions(&left);
        assert_eq!(told.len(), usize::from(cards));
        assert_eq!(told[7]["learner_response"], json!("a"));
        let id = told[7]["id"].as_str().unwrap_or_default();
        assert!(id.starts_with("card-8-"), "{id}");
        Ok(())
    });
}

#[test]
fn scorm_12_counts_a_game() {
    visit(async |page, site| {
        let package = serve(site, "scorm-1.2", GAME)?;
        open_platform(page, &package, "scorm12").await?;
        launch(page, "1.2", GAME).await?;
        page.driver().enter_frame(0).await?;
        for _ in 0..8 {
            place(page).await?;
        }
        let end = page.text("#game-end").await?;
        page.driver().enter_default_frame().await?;
        page.wait_until("cmi().core.lesson_status === 'completed'")
            .await?;
        let left = leave(page).await?;
        let raw = left["core"]["score"]["raw"].as_str().context("a score")?;
        let right = raw.parse::<f64>()? * 8.0 / 100.0;
        assert!(end.contains(&format!("{right} of 8 right")), "{end}: {raw}");
        assert_eq!(interactions(&left).len(), 8);
        Ok(())
    });
}

#[test]
fn a_game_is_passed_by_the_platforms_measure() {
    visit(async |page, site| {
        let package = serve_passing(site, "scorm-2004", GAME, Some(60))?;
        open_platform(page, &package, "scorm2004").await?;
        launch(page, "2004", GAME).await?;
        assert_eq!(cmi(page).await?["scaled_passing_score"], "0.6");
        page.driver().enter_frame(0).await?;
        for _ in 0..7 {
            place(page).await?;
        }
        page.wait_for_text(".game-standing", "Card 8 of 8").await?;
        page.driver().enter_default_frame().await?;
        let before = cmi(page).await?;
        assert_eq!(before["success_status"], "unknown");
        assert_eq!(before["score"]["scaled"], "");
        page.driver().enter_frame(0).await?;
        place(page).await?;
        page.wait_for("#game-end").await?;
        page.driver().enter_default_frame().await?;
        let left = leave(page).await?;
        let scaled = left["score"]["scaled"].as_str().context("a score")?;
        let is_passed = scaled.parse::<f64>()? >= 0.6;
        let judged = if is_passed { "passed" } else { "failed" };
        assert_eq!(left["success_status"], judged);
        assert_eq!(left["completion_status"], "completed");
        Ok(())
    });
}
