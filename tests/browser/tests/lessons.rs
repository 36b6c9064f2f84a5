//! Lessons: taken by keyboard alone and by touch, left and come back to, made, kept and opened.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use browser_tests::{By, Key, Page, Visit, audited, project, visit};
use serde_json::{Value, json};

const LESSON: &str = "blueprint-to-ai-plus";

/// The right choice of each step of the lesson, as its file says; none where the question is open.
fn right_choices() -> Result<Vec<Option<usize>>> {
    let path = project::path(&format!("public/data/lessons/{LESSON}.json"));
    let lesson: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let steps = lesson["steps"].as_array().context("steps")?;
    let right = |step: &Value| {
        let choices = step["question"]["choices"].as_array()?;
        choices.iter().position(|choice| choice["right"] == true)
    };
    Ok(steps.iter().map(right).collect())
}

/// Goes on with the Tab key until the keyboard is at an element that matches.
async fn tab_to(page: &Page, css: &str) -> Result<()> {
    let is_there = format!("return document.activeElement.matches({})", json!(css));
    for _ in 0..80 {
        if page.script(&is_there).await? == true {
            return Ok(());
        }
        page.tab().await?;
    }
    anyhow::bail!("the Tab key did not reach {css}")
}

/// The button of an answer, by its number from 0; of an open question, the one that shows a possible answer.
fn answer(choice: Option<usize>) -> String {
    match choice {
        Some(choice) => format!(".lesson-choices li:nth-child({}) button", choice + 1),
        None => ".lesson-question > button".to_owned(),
    }
}

/// Presses the button that says this.
async fn press_button(page: &Page, name: &str) -> Result<()> {
    let button = By::XPath(format!("//button[normalize-space() = '{name}']"));
    Ok(page.driver().find(button).await?.click().await?)
}

/// Keeps what the page tells a learning platform.
const LISTEN: &str = "window.told = [];
    addEventListener('explorer-progress', (event) => told.push(event.detail))";

#[test]
fn a_lesson_is_finished_by_keyboard_alone() {
    visit(async |page, _| {
        page.open("?view=class").await?;
        page.settled().await?;
        page.script(LISTEN).await?;
        tab_to(page, &format!(".lesson-item a[href*='{LESSON}']")).await?;
        page.press(Key::Enter).await?;
        page.wait_for(".sheet-paper").await?;
        tab_to(page, ".class-ways a").await?;
        page.press(Key::Enter).await?;
        let choices = right_choices()?;
        for (step, choice) in choices.iter().enumerate() {
            page.wait_for_text(".lesson-step", &format!("Step {} of", step + 1))
                .await?;
            if step > 0 {
                page.wait_until("document.activeElement.id === 'lesson-title'")
                    .await?;
            }
            tab_to(page, &answer(*choice)).await?;
            page.press(Key::Enter).await?;
            page.wait_until("document.activeElement.id === 'lesson-why'")
                .await?;
            let verdict = if choice.is_some() {
                "Right."
            } else {
                "A possible answer"
            };
            page.wait_for_text(".lesson-verdict", verdict).await?;
            tab_to(page, "#lesson-next").await?;
            page.press(Key::Enter).await?;
        }
        page.wait_until("document.activeElement.id === 'lesson-result'")
            .await?;
        let counted = choices.iter().flatten().count();
        page.wait_for_text(".lesson-score", &format!("{counted} of {counted} right"))
            .await?;
        let last = page.script("return told.at(-1)").await?;
        assert_eq!(last["done"], json!(counted));
        assert_eq!((&last["of"], &last["score"]), (&json!(counted), &json!(1)));
        assert_eq!(last["complete"], true);
        Ok(())
    });
}

#[test]
fn a_lesson_is_finished_by_touch_and_counts_only_what_was_right() {
    Visit::new()
        .phone()
        .languages("zh-HK")
        .run(async |page, _| {
            page.open(&format!("?view=class&lesson={LESSON}")).await?;
            page.settled().await?;
            page.script(LISTEN).await?;
            page.click(".class-ways a").await?;
            let choices = right_choices()?;
            for (step, choice) in choices.iter().enumerate() {
                page.wait_for_text(".lesson-step", &format!("第{}步", step + 1))
                    .await?;
                // The first answer counts, whatever is tapped afterwards.
                let is_wrong = step == 0;
                let taken = choice.map(|right| if is_wrong { (right + 1) % 2 } else { right });
                page.click(&answer(taken)).await?;
                page.wait_for(".lesson-verdict").await?;
                if let (0, Some(right)) = (step, choice) {
                    page.wait_for_text(".lesson-verdict", "不對").await?;
                    page.click(&answer(Some(*right))).await?;
                    let pressed = page
                        .script(
                            "return document.querySelectorAll('.choice[aria-pressed=true]').length",
                        )
                        .await?;
                    assert_eq!(pressed, 1);
                }
                let wide = page
                    .script("return document.documentElement.scrollWidth > innerWidth")
                    .await?;
                assert_eq!(wide, false, "nothing scrolls sideways at step {step}");
                page.click("#lesson-next").await?;
            }
            let counted = choices.iter().flatten().count();
            let score = format!("{counted}題答對{}題", counted - 1);
            page.wait_for_text(".lesson-score", &score).await?;
            let last = page.script("return told.at(-1)").await?;
            assert_eq!(last["done"], json!(counted));
            Ok(())
        });
}

#[test]
fn a_lesson_is_left_and_come_back_to_with_its_answers() {
    visit(async |page, _| {
        page.open(&format!("?view=class&lesson={LESSON}")).await?;
        page.settled().await?;
        page.click(".class-ways a").await?;
        page.click(&answer(Some(0))).await?;
        page.wait_for(".lesson-verdict").await?;
        page.click("#lesson-next").await?;
        page.wait_for_text(".lesson-step", "Step 2").await?;
        let address = page.address().await?;
        page.open("?view=cards").await?;
        page.settled().await?;
        page.open(address.trim_start_matches('/')).await?;
        page.wait_for_text(".lesson-step", "Step 2").await?;
        page.click(".lesson-steps a").await?;
        page.wait_for_text(".lesson-step", "Step 1").await?;
        page.wait_for(".lesson-verdict").await?;
        // Looking around leaves the step where it is, with a way back to its view.
        page.click(".views a:nth-of-type(2)").await?;
        page.wait_for("article.card").await?;
        page.wait_for_text(".lesson-step", "Step 1").await?;
        page.click(".language[lang=zh-Hans]").await?;
        page.wait_for_text(".lesson-step", "第1步").await?;
        page.click(".lesson .close").await?;
        page.wait_until_gone(".lesson").await?;
        assert!(!page.address().await?.contains("lesson"));
        Ok(())
    });
}

#[test]
fn a_lesson_that_is_only_named_begins_in_its_own_view() {
    visit(async |page, _| {
        page.open(&format!("?lesson={LESSON}&lang=en")).await?;
        page.wait_for_text(".lesson-step", "Step 1 of").await?;
        page.wait_until(&format!(
            "location.search === '?view=timeline&theme=government&from=2012&to=2017&lesson={LESSON}&lang=en'"
        ))
        .await?;
        page.settled().await?;
        // Who goes to another view stays there.
        page.click("nav a[href*='view=cards']").await?;
        page.wait_for("article.card").await?;
        page.driver().refresh().await?;
        page.wait_for("article.card").await?;
        page.wait_for_text(".lesson-step", "Step 1 of").await
    });
}

#[test]
fn a_teacher_takes_the_questions_away() {
    visit(async |page, _| {
        page.open(&format!("?view=class&lesson={LESSON}&lang=zh-Hant"))
            .await?;
        page.settled().await?;
        page.script(
            "URL.createObjectURL = (file) => { file.text().then((text) => { window.text = text; }); return '#'; };
             HTMLAnchorElement.prototype.click = function () { window.file = this.download; };",
        )
        .await?;
        page.click(".lesson-answers summary").await?;
        let questions = right_choices()?.len();
        for (name, file, each) in [
            ("GIFT", "gift.txt", "::[plain]"),
            ("Moodle XML", "xml", "</questiontext>"),
        ] {
            press_button(page, name).await?;
            page.wait_until(&format!(
                "window.file === '{LESSON}-zh-Hant.{file}' && window.text?.split('{each}').length === {} &&
                 text.includes('三者按開始時間排列')",
                questions + 1
            ))
            .await?;
        }
        Ok(())
    });
}

/// As many characters as a field takes, in no order, which nothing makes shorter.
fn scrambled(seed: u32) -> String {
    let numbers = (seed * 600..(seed + 1) * 600).map(|n| n.wrapping_mul(2_654_435_761) % 20_000);
    numbers.filter_map(|n| char::from_u32(0x4e00 + n)).collect()
}

#[test]
fn a_lesson_whose_link_is_too_long_is_offered_as_a_file() {
    visit(async |page, _| {
        page.open("?view=cards&lesson=new&lang=en").await?;
        page.type_into("#make-title", "A long one").await?;
        for step in 1..=2 {
            for (field, seed) in ["line", "ask", "answer"].into_iter().zip(step * 3..) {
                page.type_into(&format!("#make-{field}"), &scrambled(seed))
                    .await?;
            }
            press_button(page, "Add this view").await?;
            page.wait_for(&format!(".maker-steps li:nth-child({step})"))
                .await?;
            if step == 1 {
                let said = page.text(".maker").await?;
                assert!(!said.contains("longer than many web hosts take"));
            }
        }
        page.wait_for_text(".maker", "longer than many web hosts take")
            .await?;
        page.click(".maker-steps button").await?;
        page.wait_until("!document.querySelector('.maker').textContent.includes('longer than')")
            .await
    });
}

#[test]
fn a_teacher_makes_a_lesson_and_a_class_takes_it() {
    visit(async |page, _| {
        page.open("?view=class").await?;
        page.settled().await?;
        page.click(".class-ways a").await?;
        page.type_into("#make-title", "Robots <b>& us</b>").await?;
        press_button(page, "Add this view").await?;
        page.wait_for_text("#lesson-note", "Write a line first")
            .await?;
        page.click(".views a:nth-of-type(2)").await?;
        page.wait_for("article.card").await?;
        page.type_into("#make-line", "Find a robot.").await?;
        page.type_into("#make-ask", "Who built it?").await?;
        page.type_into("#make-answer", "See the record.").await?;
        press_button(page, "Add this view").await?;
        page.wait_for(".maker-steps li:nth-child(1)").await?;
        page.click("[data-facet=theme] input[type=checkbox]")
            .await?;
        page.wait_for(".chip").await?;
        page.type_into("#make-line", "Now only these.").await?;
        press_button(page, "Add this view").await?;
        page.wait_for(".maker-steps li:nth-child(2)").await?;
        // What was made is there again after the page was left.
        page.open("?view=overview&lesson=new").await?;
        page.wait_for(".maker-steps li:nth-child(2)").await?;
        press_button(page, "Try it").await?;
        page.wait_for_text("h1", "Robots <b>& us</b>").await?;
        let link = page.address().await?;
        page.open(link.trim_start_matches('/')).await?;
        page.wait_for_text("h1", "Robots <b>& us</b>").await?;
        page.click(".class-ways a").await?;
        page.wait_for_text(".lesson-text", "Find a robot.").await?;
        assert!(page.address().await?.starts_with("/?view=cards&lesson="));
        press_button(page, "Show a possible answer").await?;
        page.wait_for_text(".lesson-reason", "See the record.")
            .await?;
        page.click("#lesson-next").await?;
        page.wait_for_text(".lesson-text", "Now only these.")
            .await?;
        page.wait_for(".chip").await?;
        page.click("#lesson-next").await?;
        page.wait_for_text(".lesson-result", "Finished").await
    });
}

#[test]
fn a_file_is_checked_before_it_is_a_lesson() {
    visit(async |page, _| {
        page.open("?view=class").await?;
        page.settled().await?;
        let folder = project::path("target/tmp");
        fs::create_dir_all(&folder)?;
        let choose = async |file: &Path| -> Result<()> {
            let field = page.driver().find(By::Css(".file-button input")).await?;
            Ok(field
                .send_keys(file.canonicalize()?.display().to_string())
                .await?)
        };
        let faulty = folder.join("faulty-lesson.json");
        fs::write(&faulty, r#"{ "id": "mine", "title": 7, "steps": [] }"#)?;
        choose(&faulty).await?;
        page.wait_for_text("[role=alert]", "lesson.json: title")
            .await?;
        page.wait_for_text("[role=alert]", "lesson.json: steps")
            .await?;
        page.assert_accessible().await?;
        let sound = project::path(&format!("public/data/lessons/{LESSON}.json"));
        choose(&sound).await?;
        page.wait_for(".sheet-paper").await?;
        page.open("?view=class&lesson=~garbage").await?;
        page.wait_for("[role=alert]").await?;
        page.open("?view=class&lesson=nothing-of-this-name").await?;
        page.wait_for_text("[role=alert]", "nothing-of-this-name")
            .await
    });
}

#[test]
fn axe_finds_nothing_in_lessons() {
    for visit in audited(&[Visit::new(), Visit::new().phone().dark()]) {
        visit.run(async |page, _| {
            for lang in audited(&["en", "zh-Hant", "zh-Hans"]) {
                for (address, css) in [
                    ("?view=class", ".lesson-item"),
                    (
                        &*format!("?view=class&lesson={LESSON}&step=99&answers=ab"),
                        ".lesson-result",
                    ),
                    (
                        &*format!("?view=cards&theme=ethics&lesson={LESSON}"),
                        ".choice",
                    ),
                    (
                        &*format!("?view=cards&theme=ethics&lesson={LESSON}&answers=a"),
                        ".lesson-verdict",
                    ),
                    ("?view=cards&theme=ethics&lesson=new", ".maker"),
                ] {
                    page.open(&format!("{address}&lang={lang}")).await?;
                    page.settled().await?;
                    page.wait_for(css).await?;
                    page.assert_accessible().await?;
                }
            }
            Ok(())
        });
    }
}
