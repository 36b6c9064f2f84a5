//! A visitor's preferences reach the page, whatever the browser. Other tests rely on it.

use browser_tests::{Visit, visit};

const DARK: &str = "matchMedia('(prefers-color-scheme: dark)').matches";

#[test]
fn light_is_asked_for() {
    visit(async |page, _| {
        page.open("").await?;
        page.wait_until(&format!("!{DARK}")).await
    });
}

#[test]
fn dark_is_asked_for() {
    Visit::new().dark().run(async |page, _| {
        page.open("").await?;
        page.wait_until(DARK).await
    });
}

#[test]
fn the_first_language_is_known() {
    Visit::new().languages("zh-HK,zh,en").run(async |page, _| {
        page.open("").await?;
        page.wait_until("navigator.language === 'zh-HK'").await
    });
}

#[test]
fn the_window_is_as_wide_as_asked_for() {
    Visit::new().size(768, 700).run(async |page, _| {
        page.open("").await?;
        page.wait_until("innerWidth === 768").await
    });
}

#[test]
fn a_phone_is_as_narrow_as_a_phone() {
    Visit::new().phone().run(async |page, _| {
        page.open("").await?;
        page.wait_until("innerWidth === 360").await
    });
}
