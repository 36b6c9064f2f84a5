//! Language tags are read by one rule, here and in the page's scripts. The browser tests hold `scripts/lang.js` to the
//! same table.

use explorer_core::dataset::Lang;

#[test]
fn a_tag_asks_for_the_language_of_the_table() {
    let table: Vec<(String, Option<String>)> =
        serde_json::from_str(include_str!("tables/languages.json")).expect("a table");
    for (tag, language) in table {
        let nearest = Lang::nearest(&tag).map(Lang::tag);
        assert_eq!(nearest, language.as_deref(), "{tag:?}");
    }
}
