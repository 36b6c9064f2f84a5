//! The page comes up.

use browser_tests::visit;

#[test]
fn the_page_says_its_name() {
    visit(async |page, site| {
        page.open("").await?;
        page.settled().await?;
        assert_eq!(page.text("h1").await?, "Hong Kong AI Explorer");
        assert!(site.requests().iter().any(|path| path.ends_with(".wasm")));
        Ok(())
    });
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    visit(async |page, site| {
        page.open("").await?;
        page.settled().await?;
        for address in page.resources().await? {
            assert!(address.starts_with(site.origin()), "{address} is not ours");
        }
        Ok(())
    });
}
