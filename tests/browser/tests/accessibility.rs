//! Nothing on the page keeps anybody out.

use browser_tests::visit;

#[test]
fn axe_finds_nothing() {
    visit(async |page, _| {
        page.open("").await?;
        page.settled().await?;
        page.assert_accessible().await
    });
}
