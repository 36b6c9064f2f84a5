//! The language that a platform has for a learner is that of the package's page.

use browser_tests::visit;
use serde_json::json;

use super::{LESSON, SCORM, interactions, keep, launch, leave, lesson, open_platform, serve};

#[test]
fn scorm_has_the_language_of_the_learner() {
    visit(async |page, site| {
        for (form, edition, runtime) in SCORM {
            let package = serve(site, form, LESSON)?;
            let opening = lesson()?.opening;
            open_platform(page, &package, runtime).await?;
            for (preferred, shown, first) in [
                ("zh-HK", "&lang=zh-Hant", "第1步"),
                ("zh-CN", "&lang=zh-Hans", "第1步"),
                ("en-GB", "&lang=en", "Step 1 of"),
                // Of a language that the explorer has not, the browser's own is the nearest.
                ("fr", "", "Step 1 of"),
            ] {
                let preference = json!({ "language": preferred });
                let kept = if edition == "1.2" {
                    json!({ "student_preference": preference })
                } else {
                    json!({ "learner_preference": preference })
                };
                keep(page, &kept).await?;
                page.script("content().localStorage.clear()").await?;
                launch(page, edition, &format!("{opening}{shown}")).await?;
                page.driver().enter_frame(0).await?;
                page.wait_for_text(".lesson-step", first).await?;
                let lang = shown.strip_prefix("&lang=").unwrap_or("en");
                page.wait_until(&format!("document.documentElement.lang === {lang:?}"))
                    .await?;
                // An answer in any language is one that the platform takes.
                page.click(".lesson-choices li:first-child button").await?;
                page.wait_for(".lesson-verdict").await?;
                page.driver().enter_default_frame().await?;
                let told = interactions(&leave(page).await?);
                assert_eq!(told.len(), 1);
                let id = told[0]["id"].as_str().unwrap_or_default();
                assert!(id.starts_with("step-1-"), "{id}");
                if edition == "2004" {
                    let question = told[0]["description"].as_str().unwrap_or_default();
                    assert!(
                        question.starts_with(&format!("{{lang={lang}}}")),
                        "{question}"
                    );
                }
            }
        }
        Ok(())
    });
}
