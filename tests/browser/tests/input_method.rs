//! While an input method composes, its keys are its own, wherever one writes.

use anyhow::Result;
use browser_tests::{Engine, Page, Visit, visit};
use serde_json::json;

/// Where one writes, and what keys must leave as it is: an address, a field and a condition that holds all the while.
const FIELDS: [(&str, &str, &str); 5] = [
    (
        "?view=cards&lang=en",
        "#search",
        "location.search.includes('q=astri') && document.querySelector('#offers')",
    ),
    (
        "?view=class&lang=en",
        "#game-word",
        "location.search === '?view=class&lang=en'",
    ),
    (
        "?view=cards&lesson=new&lang=en",
        "#make-title",
        "document.querySelector('.maker') && !document.querySelector('.maker-steps li')",
    ),
    (
        "?view=cards&lesson=new&lang=en",
        "#make-line",
        "document.querySelector('.maker') && !document.querySelector('.maker-steps li')",
    ),
    (
        "?view=cards&id=astri&lang=en",
        "[data-facet=topic] .facet-search",
        "document.querySelector('dialog.panel[open] #record-name')",
    ),
];

/// Lets what has the focus hear a key as it comes from an input method: while it composes, and, as WebKit tells it, by
/// the code alone when it ends.
async fn press_while_composing(page: &Page, key: &str) -> Result<()> {
    for sign in ["isComposing: true", "keyCode: 229"] {
        page.script(&format!(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{
                key: '{key}', {sign}, bubbles: true, cancelable: true,
             }}))"
        ))
        .await?;
    }
    page.settled().await
}

#[test]
fn keys_of_an_input_method_do_nothing_else() {
    Visit::new().size(1440, 900).run(async |page, _| {
        for (address, field, condition) in FIELDS {
            page.open(address).await?;
            page.settled().await?;
            page.type_into(field, "astri").await?;
            page.wait_until(condition).await?;
            for key in ["Escape", "Enter"] {
                press_while_composing(page, key).await?;
                page.wait_until(&format!(
                    "document.activeElement.matches('{field}') && document.activeElement.value === 'astri' && {condition}"
                ))
                .await?;
            }
        }
        Ok(())
    });
}

#[test]
fn what_is_being_composed_stays() {
    visit(async |page, _| {
        // Only Chromium lets a test compose.
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        page.open("?view=cards&lang=en").await?;
        page.settled().await?;
        page.type_into("#search", "astri ").await?;
        let tools = page.driver().cdp();
        let composed = json!({ "text": "ren", "selectionStart": 3, "selectionEnd": 3 });
        tools.send_raw("Input.imeSetComposition", composed).await?;
        page.wait_until("location.search.includes('q=astri+ren')")
            .await?;
        press_while_composing(page, "Escape").await?;
        tools
            .send_raw("Input.insertText", json!({ "text": "人" }))
            .await?;
        page.wait_until("document.querySelector('#search').value === 'astri 人'")
            .await
    });
}
