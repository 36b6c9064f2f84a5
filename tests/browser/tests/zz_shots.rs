use anyhow::Result;
use browser_tests::{Page, Visit};
use std::path::Path;

async fn shot(page: &Page, name: &str, width: u32) -> Result<()> {
    let h = page
        .script("window.scrollTo(0,0); return document.documentElement.scrollHeight")
        .await?
        .as_u64()
        .unwrap_or(900) as u32;
    let _ = h;
    page.resize(width, h.clamp(740, 3000)).await?;
    page.screenshot(Path::new(&format!("/work/tmp/game-shots/{name}.png")))
        .await?;
    page.resize(width, if width < 600 { 740 } else { 900 })
        .await
}

#[test]
fn shots() {
    for (width, lang, dark) in [
        (1440, "en", false),
        (360, "en", false),
        (1440, "zh-Hant", true),
        (360, "zh-Hant", true),
        (360, "zh-Hans", false),
    ] {
        let mut v = Visit::new().size(width, 900);
        if dark {
            v = v.dark();
        }
        v.run(async |page, _| {
            let n = |s: &str| format!("{width}-{lang}-{}-{s}", if dark { "dark" } else { "light" });
            page.open(&format!("?view=class&lang={lang}")).await?;
            page.settled().await?;
            page.wait_for(".game-ways").await?;
            shot(page, &n("0begin"), width).await?;
            page.open(&format!("?view=class&game=2026-11-27&lang={lang}"))
                .await?;
            page.settled().await?;
            page.wait_for(".game-slot").await?;
            shot(page, &n("1first"), width).await?;
            for i in 0..8 {
                if i == 5 {
                    shot(page, &n("2play"), width).await?;
                }
                page.click(&format!("#game-slot-{}", if i % 3 == 2 { i } else { 0 }))
                    .await?;
                page.wait_for("#game-verdict").await?;
                page.wait_for(".game-sources li").await?;
                if i == 0 || i == 5 {
                    shot(
                        page,
                        &n(if i == 0 { "3verdict" } else { "4verdict" }),
                        width,
                    )
                    .await?;
                }
                page.click("#game-next").await?;
            }
            page.wait_for("#game-end").await?;
            shot(page, &n("5end"), width).await?;
            Ok(())
        });
    }
}
