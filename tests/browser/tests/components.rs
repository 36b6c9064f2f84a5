//! What the program draws is what the pages without it say: the same components, natively and in the browser.

use anyhow::{Context, Result};
use browser_tests::data::records;
use browser_tests::{Page, visit};
use serde_json::Value;

/// What a person gets of the first element that matches, in order: elements with their roles, languages and own words.
/// Headings are counted from the first on, and where links lead is left out: these are the page's to say.
const OUTLINE: &str = "
    const outline = (root) => {
        const level = (element) => Number(/^H([1-6])$/.exec(element.tagName)?.[1] ?? 0);
        const first = [root, ...root.querySelectorAll('*')].map(level).find((level) => level > 0) ?? 0;
        const roles = ['role', 'lang', 'aria-label', 'aria-hidden', 'aria-current', 'data-hue', 'title'];
        const line = (element) => {
            const name = level(element) ? `heading ${level(element) - first}` : element.tagName.toLowerCase();
            const said = roles.filter((key) => element.hasAttribute(key)).map((key) => `${key}=${element.getAttribute(key)}`);
            const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
            return [name, ...said, words.map((node) => node.data).join('').trim()].join(' ').trim();
        };
        return [root, ...root.querySelectorAll('*')].map(line);
    };
    const [address, css, without] = JSON.parse(WANTED);
    const read = async () => {
        if (!address) return document;
        const answer = await fetch(address);
        return new DOMParser().parseFromString(await answer.text(), 'text/html');
    };
    const done = arguments[arguments.length - 1];
    read().then((page) => {
        const root = page.querySelector(css).cloneNode(true);
        root.querySelectorAll(without).forEach((element) => element.remove());
        done(outline(root));
    });
";

/// The outline of the first element that matches, in a page of the site or, where none is named, in the present one.
async fn outline(page: &Page, address: &str, css: &str, without: &str) -> Result<Vec<String>> {
    let wanted = serde_json::to_string(&[address, css, without])?;
    let script = OUTLINE.replace("WANTED", &serde_json::to_string(&wanted)?);
    let answer = page.driver().execute_async(script, Vec::new()).await?;
    let lines: Vec<String> = serde_json::from_value(answer.json().clone())?;
    assert!(lines.len() > 5, "{css} in {address:?} says next to nothing");
    Ok(lines)
}

#[test]
fn a_record_says_the_same_with_the_program_and_without() {
    visit(async |page, _| {
        let records = records()?;
        let has = |field: &'static str| {
            let found = records.iter().find(|record| {
                let list = record.0[field].as_array();
                list.is_some_and(|list| !list.is_empty())
            });
            found.map(|record| record.text("id").to_owned())
        };
        for (field, lang, folder) in [
            ("doubts", "en", ""),
            ("amounts", "zh-Hant", "zh-Hant/"),
            ("corrections", "zh-Hans", "zh-Hans/"),
        ] {
            let id = has(field).context(field)?;
            page.open(&format!("?id={id}&lang={lang}")).await?;
            page.wait_for(".panel .record-sources").await?;
            page.settled().await?;
            // The star, how to cite and the way into the explorer stand on one of the two alone.
            let ends = ".star, .kept-note, .cite-text, .cite-ways, .way-in, .record-checked ~ *";
            let shown = outline(page, "", ".panel article.record", ends).await?;
            let path = format!("{folder}initiative/{id}/");
            let written = outline(page, &path, "article.record", ends).await?;
            assert_eq!(shown, written, "{id} in {lang}");
        }
        Ok(())
    });
}

#[test]
fn the_views_say_the_same_with_the_program_and_without() {
    visit(async |page, _| {
        for (lang, folder) in [("en", "./"), ("zh-Hant", "zh-Hant/")] {
            for (address, css) in [
                ("?view=overview", ".overview"),
                ("?view=cards", ".cards"),
                ("?view=cards", "[data-facet=theme]"),
                ("?view=timeline", ".chronicle-list"),
            ] {
                page.open(&format!("{address}&lang={lang}")).await?;
                page.settled().await?;
                page.wait_for(css).await?;
                let shown = outline(page, "", css, "script, .star").await?;
                let written = outline(page, folder, css, "script, .star").await?;
                assert_eq!(shown, written, "{css} in {lang}");
            }
        }
        Ok(())
    });
}

#[test]
fn what_changes_goes_on_changing_after_a_translator() {
    visit(async |page, _| {
        page.open("?view=cards&lang=en").await?;
        page.settled().await?;
        // Translators put elements with words of their own in place of the page's texts.
        page.script(
            "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
             const texts = [];
             while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
             for (const text of texts) {
                const [outer, inner] = [document.createElement('font'), document.createElement('font')];
                inner.textContent = '«' + text.data + '»';
                outer.append(inner);
                text.replaceWith(outer);
             }",
        )
        .await?;
        let on_ethics = records()?
            .iter()
            .filter(|record| record.has("themes", "ethics"))
            .count();
        page.click("[data-facet=theme] [data-value=ethics]").await?;
        page.wait_until(&format!(
            "document.querySelector('#results-count').textContent === {}",
            Value::from(format!("{on_ethics} initiatives"))
        ))
        .await?;
        page.click(".chips .clear").await?;
        page.wait_until_gone(".chips .chip").await
    });
}
