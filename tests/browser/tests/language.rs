//! The page speaks three languages, and the reader stays where they were.

use browser_tests::{Visit, visit};

#[test]
fn switching_stays_where_one_was() {
    visit(async |page, _| {
        page.open("?view=cards&theme=ethics").await?;
        page.settled().await?;
        let cards = page.count("article.card").await?;
        page.click(".language[lang='zh-Hant']").await?;
        page.wait_for_text("h1", "個項目").await?;
        page.wait_until(
            "document.documentElement.lang === 'zh-Hant' && document.title === '香港人工智能探索'",
        )
        .await?;
        page.wait_for_text("article.card .card-summary", "。")
            .await?;
        assert_eq!(page.count("article.card").await?, cards);
        assert_eq!(
            page.address().await?,
            "/?view=cards&theme=ethics&lang=zh-Hant"
        );
        page.click("article.card a").await?;
        page.wait_for_text(".record", "資料來源").await?;

        // The choice is remembered where the address names none.
        page.open("").await?;
        page.wait_for_text("h1", "香港人工智能探索").await
    });
}

#[test]
fn the_browsers_language_is_spoken() {
    Visit::new().languages("zh-CN,zh").run(async |page, _| {
        page.open("").await?;
        page.settled().await?;
        page.wait_until("document.documentElement.lang === 'zh-Hans'")
            .await?;
        page.wait_for_text(".section-title", "主题").await
    });
}
