//! Packages for learning platforms, on platforms: a real runtime of SCORM, and a store that speaks cmi5.

mod accessible;
mod alone;
mod cmi5;
mod cmi5_other;
mod cmi5_reload;
mod cmi5_rules;
mod cmi5_session;
mod cmi5_untaken;
mod counts;
mod language;
mod lost;
mod reload;
mod scorm_12;
mod scorm_2004;
mod taken;

use std::fs;
use std::ops::RangeInclusive;

use anyhow::{Context, Result};
use browser_tests::{Package, Page, Site, project};
use serde_json::{Value, json};

/// Where the packages of these tests begin.
const VIEW: &str = "?view=cards&theme=ethics";
const LESSON: &str = "?lesson=blueprint-to-ai-plus";
const GAME: &str = "?view=class&game=2026-11-27";
/// A place in the lesson, at which the explorer itself has nothing to tell.
const PLACE: &str = "?view=cards&theme=ethics&lesson=blueprint-to-ai-plus&step=3";
/// The same of another.
const ELSEWHERE: &str = "?view=cards&theme=health&lesson=hospital-ai&answers=b";

/// An edition of SCORM: the form of the package, what the platform calls it, and its runtime.
type Edition = (&'static str, &'static str, &'static str);

const SCORM_12: Edition = ("scorm-1.2", "1.2", "scorm12");
const SCORM_2004: Edition = ("scorm-2004", "2004", "scorm2004");
const SCORM: [Edition; 2] = [SCORM_12, SCORM_2004];

/// Unpacks a package, by its form and start, and has the site's server serve it.
fn serve(site: &Site, form: &str, start: &str) -> Result<Package> {
    serve_passing(site, form, start, None)
}

/// The same of a package that is passed from so many per cent on.
fn serve_passing(site: &Site, form: &str, start: &str, passing: Option<u8>) -> Result<Package> {
    let words: Vec<&str> = start.split(['?', '&', '=']).collect();
    let named = passing.map(|passing| format!("-passing-{passing}"));
    let ending = match form {
        "common-cartridge" => ".imscc".to_owned(),
        "common-cartridge-1.1" => "-1.1.imscc".to_owned(),
        _ => format!("{}-{form}.zip", named.unwrap_or_default()),
    };
    let name = format!("{}{ending}", words.join("-"));
    let asked = passing.map(|passing| format!(" --passing {passing}"));
    let command = format!("{form} --start \"{start}\"{}", asked.unwrap_or_default());
    let package = Package::unpack(&name, &command)?;
    site.serve_folder(package.folder());
    // Its files have no time of their own, so a browser would take them for old and those of another for the same.
    site.send_header("cache-control", "no-store")?;
    Ok(package)
}

/// The path of a page within a package: a cartridge has its pages in a folder.
fn within(package: &Package, page: &str) -> Result<String> {
    for entry in fs::read_dir(package.folder())? {
        let entry = entry?;
        if entry.path().join(page).is_file() {
            return Ok(format!("{}/{page}", entry.file_name().to_string_lossy()));
        }
    }
    Ok(page.to_owned())
}

/// Lays a platform beside a package, with a runtime of SCORM, and opens it.
async fn open_platform(page: &Page, package: &Package, runtime: &str) -> Result<()> {
    let path = project::path(&format!(
        "target/tools/npm/node_modules/scorm-again/dist/{runtime}.min.js"
    ));
    let code = fs::read(path).context(
        "scorm-again is missing. Type:\n  cargo xtask test --only browser --no-build scorm",
    )?;
    package.add("runtime.js", &code)?;
    package.add("platform.html", include_bytes!("../platform.html"))?;
    page.open("platform.html").await?;
    page.wait_until("manifest").await
}

/// Launches the package as a learner's next visit, and waits until it shows an address.
async fn launch(page: &Page, edition: &str, address: &str) -> Result<()> {
    page.script(&format!("launch('{edition}')")).await?;
    shows(page, address).await
}

/// Has a platform take up the lesson's package and launch it.
async fn launch_lesson(page: &Page, site: &Site, edition: Edition) -> Result<Package> {
    let (form, name, runtime) = edition;
    let package = serve(site, form, LESSON)?;
    open_platform(page, &package, runtime).await?;
    launch(page, name, &lesson()?.opening).await?;
    Ok(package)
}

/// Has the platform keep this of the learner.
async fn keep(page: &Page, kept: &Value) -> Result<()> {
    let text = kept.to_string();
    page.script(&format!("keep({})", json!(text))).await?;
    Ok(())
}

/// Waits until the package's page shows an address and has started. It has to be loaded as well: Firefox tells no page
/// that it goes which it has not told that it came.
async fn shows(page: &Page, address: &str) -> Result<()> {
    page.wait_until(&format!(
        "content().location.search === {address:?} && content().document.readyState === 'complete' &&
         content().document.querySelector('.page') && !content().document.querySelector('.static')"
    ))
    .await
}

/// How far a learner has come in something of so many questions, as the explorer tells it.
fn progress(done: u8, of: u8, score: f64, address: &str) -> Value {
    json!({ "done": done, "of": of, "score": score, "complete": done == of, "address": address })
}

/// Tells the platform how far a learner has got.
async fn tell(page: &Page, detail: &Value) -> Result<()> {
    page.script(&format!("tell({detail})")).await?;
    Ok(())
}

/// What the platform has now.
async fn cmi(page: &Page) -> Result<Value> {
    page.script("return cmi()").await
}

/// What a platform's table shows of a learner, in either edition: the status, the score and the place.
fn standing(cmi: &Value) -> [&str; 3] {
    let core = cmi.get("core").unwrap_or(cmi);
    let text = |names: &[&str]| {
        let found = names.iter().find_map(|name| core[name].as_str());
        found.unwrap_or_default()
    };
    [
        text(&["lesson_status", "completion_status"]),
        core["score"]["raw"].as_str().unwrap_or_default(),
        text(&["lesson_location", "location"]),
    ]
}

/// The answers that a platform has, in order.
fn interactions(cmi: &Value) -> Vec<Value> {
    let kept = &cmi["interactions"];
    let each = (0..).map_while(|number| kept.get(number.to_string()));
    each.cloned().collect()
}

/// Checks that a platform has an answer to each question of the lesson with choices, once and in their order.
fn check_each_is_answered_once(cmi: &Value, taken: &TakenLesson) {
    let told = interactions(cmi);
    let ids: Vec<&str> = told.iter().filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(ids.len(), taken.counting.len(), "{ids:?}");
    for (id, (step, _)) in ids.iter().zip(&taken.counting) {
        assert!(id.starts_with(&format!("step-{step}-")), "{ids:?}");
    }
}

/// Puts the card in the hand first on the line, as somebody does who guesses.
async fn place(page: &Page) -> Result<()> {
    page.click("#game-slot-0").await?;
    page.click("#game-next").await
}

/// Ends the visit, and says what the platform has then. It has refused nothing.
async fn leave(page: &Page) -> Result<Value> {
    page.script("leave()").await?;
    page.wait_until("api.isTerminated()").await?;
    page.script("keep()").await?;
    assert_eq!(page.script("return refused").await?, json!([]));
    cmi(page).await
}

/// Answers some steps of the lesson, from 1, and goes on; every step's first choice.
async fn answers(page: &Page, steps: RangeInclusive<usize>) -> Result<()> {
    for step in steps {
        page.wait_for_text(".lesson-step", &format!("Step {step} of"))
            .await?;
        page.click(".lesson-choices li:first-child button, .lesson-question > button")
            .await?;
        page.wait_for(".lesson-verdict").await?;
        page.click("#lesson-next").await?;
    }
    Ok(())
}

/// Goes through the lesson without an answer.
async fn skips(page: &Page) -> Result<()> {
    for step in 1..=lesson()?.steps {
        page.wait_for_text(".lesson-step", &format!("Step {step} of"))
            .await?;
        page.click("#lesson-next").await?;
    }
    page.wait_for(".lesson-score").await?;
    Ok(())
}

/// What the lesson's file says of it.
struct TakenLesson {
    /// How many steps it has.
    steps: usize,
    /// At which steps, from 1, there are choices, and whether the first is right.
    counting: Vec<(usize, bool)>,
    /// Where it opens.
    opening: String,
}

impl TakenLesson {
    /// The score of whoever takes the first choice everywhere, from 0 to 1.
    fn score_of_first(&self) -> f64 {
        let right = self.counting.iter().filter(|(_, is_right)| *is_right);
        right.count() as f64 / self.counting.len() as f64
    }
}

fn lesson() -> Result<TakenLesson> {
    let text = fs::read_to_string(project::path(
        "public/data/lessons/blueprint-to-ai-plus.json",
    ))?;
    let lesson: Value = serde_json::from_str(&text)?;
    let steps = lesson["steps"].as_array().context("steps")?;
    let counting = steps.iter().enumerate().filter_map(|(place, step)| {
        let choices = step["question"]["choices"].as_array()?;
        Some((place + 1, choices[0]["right"] == true))
    });
    let view = steps[0]["view"].as_str().context("a view")?;
    Ok(TakenLesson {
        steps: steps.len(),
        counting: counting.collect(),
        opening: format!("?{view}&{}", &LESSON[1..]),
    })
}

/// Does what the explorer does when a learner has got on.
async fn dispatch(page: &Page, detail: &Value) -> Result<()> {
    page.script(&format!(
        "window.dispatchEvent(new CustomEvent('explorer-progress', {{ detail: {detail} }}))"
    ))
    .await?;
    Ok(())
}

/// Waits until the program has taken over from the static page.
async fn has_started(page: &Page) -> Result<()> {
    page.wait_until(
        "document.readyState === 'complete' && document.querySelector('.page') &&
         !document.querySelector('.static')",
    )
    .await
}
