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
            "document.documentElement.lang === 'zh-Hant' && document.title.endsWith('香港人工智能探索')",
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

#[test]
fn a_language_that_is_nearly_named_is_spoken() {
    visit(async |page, _| {
        for (tag, lang) in [
            ("zh-hant", "zh-Hant"),
            ("zh-HK", "zh-Hant"),
            ("zh-Hans-HK", "zh-Hans"),
        ] {
            page.open(&format!("?view=cards&lang={tag}")).await?;
            page.settled().await?;
            page.wait_until(&format!("document.documentElement.lang === '{lang}'"))
                .await?;
            assert_eq!(page.count(".notice").await?, 0, "{tag}");
        }
        Ok(())
    });
}

#[test]
fn the_scripts_read_language_tags_as_the_program_does() {
    let table = include_str!("../../tables/languages.json");
    visit(async |page, _| {
        page.open("theme/ethics/").await?;
        // The element is not shown, so its frame never loads and only tells its address.
        let read = format!(
            "const script = Object.assign(document.createElement('script'), {{ src: '/embed.js' }});
             const loaded = new Promise((done, fail) => Object.assign(script, {{ onload: done, onerror: fail }}));
             document.head.append(script);
             return loaded.then(async () => {{
                 const element = document.createElement('hong-kong-ai-explorer');
                 element.hidden = true;
                 document.body.append(element);
                 const read = [];
                 for (const [tag] of {table}) {{
                     element.setAttribute('lang', tag);
                     await Promise.resolve();
                     const address = element.shadowRoot.querySelector('iframe').src;
                     read.push([tag, new URL(address).searchParams.get('lang')]);
                 }}
                 return read;
             }})"
        );
        let expected: serde_json::Value = serde_json::from_str(table)?;
        assert_eq!(page.script(&read).await?, expected);
        Ok(())
    });
}

#[test]
fn where_another_language_cannot_be_had_the_words_before_stay() {
    visit(async |page, site| {
        page.open("?view=cards&lang=en").await?;
        page.settled().await?;
        site.answer("/data/cards.zh-Hant.json", 503, "")?;
        page.click(".languages [lang=zh-Hant]").await?;
        page.wait_for("[role=alert] button").await?;
        for part in [
            ".brand-name",
            "[data-facet=theme] .facet-value-name",
            "article.card h2",
        ] {
            let texts = page.texts(part).await?;
            assert!(texts.iter().all(|text| !text.is_empty()), "{part}");
        }
        site.restore("/data/cards.zh-Hant.json");
        page.click("[role=alert] button").await?;
        page.wait_for_text(".brand-name", "香港人工智能探索").await
    });
}
