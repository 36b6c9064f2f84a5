//! What a store has of a game and of a view, which ask other things than a lesson.

use browser_tests::{RecordStore, visit};
use serde_json::json;

use super::cmi5::{go_elsewhere, heard, open_launched, said};
use super::{GAME, VIEW, has_started, place, serve};

#[test]
fn a_game_is_told_in_statements() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", GAME)?;
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "game", &json!({})).await?;
        has_started(page).await?;
        for _ in 0..8 {
            place(page).await?;
        }
        let end = page.text("#game-end").await?;
        heard(&store, "completed").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        let count = ["answered", "scored", "passed", "failed"].map(|verb| store.count(verb));
        assert_eq!(count, [8, 1, 0, 0], "{:?}", store.verbs());
        let statements = store.statements();
        let scored = statements
            .iter()
            .find(|one| one["verb"]["display"]["en"] == "scored");
        let scaled = scored.and_then(|one| one["result"]["score"]["scaled"].as_f64());
        let right = scaled.unwrap_or_default() * 8.0;
        assert!(end.contains(&format!("{right} of 8 right")), "{end}");
        assert_eq!(store.refused(), [""; 0]);
        Ok(())
    });
}

#[test]
fn a_view_is_completed_when_it_has_been_seen_and_has_no_score() {
    visit(async |page, site| {
        let package = serve(site, "cmi5", VIEW)?;
        let store = RecordStore::serve().await?;
        open_launched(page, &store, "view", &json!({})).await?;
        heard(&store, "completed").await?;
        go_elsewhere(page, &package).await?;
        said(&store, "terminated").await?;
        assert_eq!(store.verbs(), ["initialized", "completed", "terminated"]);
        assert_eq!(store.refused(), [""; 0]);
        Ok(())
    });
}
