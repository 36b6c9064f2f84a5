//! Every view, filter, record and lesson has a title of its own, in the tab and in the history.

use anyhow::Result;
use browser_tests::data::records;
use browser_tests::{Page, visit};
use serde_json::Value;

const WHOLE: &str = "Hong Kong AI Explorer";

async fn wait_for_title(page: &Page, title: &str) -> Result<()> {
    page.wait_until(&format!("document.title === {}", Value::from(title)))
        .await
}

#[test]
fn the_title_says_what_is_on_screen() {
    visit(async |page, _| {
        let records = records()?;
        let on_ethics = records
            .iter()
            .filter(|record| record.has("themes", "ethics"))
            .count();
        let all = records.len();
        page.open("?lang=en").await?;
        page.settled().await?;
        wait_for_title(page, WHOLE).await?;
        page.click(".views a:nth-of-type(2)").await?;
        wait_for_title(page, &format!("{all} initiatives · Cards · {WHOLE}")).await?;
        page.click("[data-facet=theme] [data-value=ethics]").await?;
        let of_ethics = format!("Ethics · {on_ethics} initiatives · Cards · {WHOLE}");
        wait_for_title(page, &of_ethics).await?;
        let first = page.text("article.card h2").await?;
        page.click("article.card a").await?;
        wait_for_title(page, &format!("{first} · {WHOLE}")).await?;
        page.back().await?;
        wait_for_title(page, &of_ethics).await?;
        page.click(".languages [lang=zh-Hant]").await?;
        page.wait_until("document.title.endsWith('卡片 · 香港人工智能探索')")
            .await
    });
}

#[test]
fn lessons_and_the_game_name_the_page() {
    visit(async |page, _| {
        page.open("?view=class&lang=en").await?;
        wait_for_title(page, &format!("In class · {WHOLE}")).await?;
        page.click("#class a[href*='lesson=']").await?;
        page.wait_for("#class-title").await?;
        let lesson = page.text("#class-title").await?;
        wait_for_title(page, &format!("{lesson} · {WHOLE}")).await?;
        page.open("?view=class&game=monday&lang=en").await?;
        wait_for_title(page, &format!("Which came first? · {WHOLE}")).await
    });
}

#[test]
fn a_name_from_right_to_left_leaves_the_rest_in_place() {
    visit(async |page, site| {
        let whole =
            std::fs::read_to_string(browser_tests::project::path("dist/data/dataset.json"))?;
        let mut set: Value = serde_json::from_str(&whole)?;
        set["initiatives"][0]["name"]["en"] = "בינה מלאכותית".into();
        let id = set["initiatives"][0]["id"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        site.answer("/other.json", 200, set.to_string())?;
        page.open(&format!("?data=other.json&id={id}&lang=en"))
            .await?;
        wait_for_title(page, &format!("\u{2068}בינה מלאכותית\u{2069} · {WHOLE}")).await
    });
}
