//! A page of somebody else can hold the explorer, in whatever way it likes, and the explorer keeps to its place there.

use anyhow::Result;
use browser_tests::{Engine, Key, Page, Portal, Visit, audited, visit};
use serde_json::json;

/// The plain frame of a page.
const FRAME: &str = "document.querySelector('iframe')";
/// The frame is as tall as what is in it, neither more nor less, and has no scrollbar.
const FITS: &str = "document.documentElement.clientWidth === innerWidth && document.documentElement.scrollHeight === innerHeight
    && innerHeight - Math.max(...[document.body, ...document.querySelectorAll('dialog[open]')]
        .map((element) => element.getBoundingClientRect().bottom + scrollY)) < 1";

/// What tells why it does not.
const FIGURES: &str =
    "return JSON.stringify({ innerWidth, innerHeight, scrollY, address: location.search,
    width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight,
    bottoms: [document.body, ...document.querySelectorAll('dialog')]
        .map((element) => element.getBoundingClientRect().bottom + scrollY),
    focus: document.activeElement.outerHTML.slice(0, 200) })";

/// The frame of the element of this id.
fn of(id: &str) -> String {
    format!("document.getElementById('{id}').shadowRoot.querySelector('iframe')")
}

/// Goes to a page of the portal.
async fn open(page: &Page, portal: &Portal, name: &str) -> Result<()> {
    page.driver().goto(portal.address(name)).await?;
    page.wait_for("h1").await?;
    Ok(())
}

/// Goes into a frame with the explorer, and waits until it is all there.
async fn enter(page: &Page, frame: &str) -> Result<()> {
    // A frame that is lazily loaded must be near.
    page.script(&format!("{frame}.scrollIntoView(); {frame}.focus()"))
        .await?;
    page.enter(frame).await?;
    page.settled().await?;
    // For WebKit, nothing in a frame may take the focus before the reader has touched it.
    page.press(Key::Shift).await?;
    fits(page).await
}

/// Waits until the frame is as tall as what is in it.
async fn fits(page: &Page) -> Result<()> {
    if let Err(error) = page.wait_until(FITS).await {
        let figures = page.script(FIGURES).await?;
        return Err(error.context(format!("the frame and what is in it: {figures}")));
    }
    Ok(())
}

/// Clicks something in a frame. WebKit's driver clicks beside what lies in a frame, so there it is the keyboard's.
async fn choose(page: &Page, css: &str) -> Result<()> {
    if page.engine() != Engine::Webkit {
        return page.click(css).await;
    }
    let element = page.wait_for(css).await?;
    if css.ends_with("[type=checkbox]") {
        element.send_keys(" ").await?;
    } else {
        element.send_keys(Key::Enter + "").await?;
    }
    Ok(())
}

/// Does in a frame what changes its height, and sees that the frame follows.
async fn goes_about(page: &Page) -> Result<()> {
    choose(page, ".results > .more button").await?;
    page.wait_until("document.querySelectorAll('article.card').length > 24")
        .await?;
    fits(page).await?;
    choose(page, "[data-facet=status] summary").await?;
    fits(page).await?;
    choose(page, "[data-facet=status] input[type=checkbox]").await?;
    page.wait_until("document.querySelectorAll('.chip').length > 1")
        .await?;
    fits(page).await?;
    choose(page, "article.card a").await?;
    page.wait_for(".record .record-sources").await?;
    fits(page).await?;
    choose(page, ".panel .close").await?;
    page.wait_until_gone(".record").await?;
    fits(page).await
}

#[test]
fn a_plain_frame_is_as_tall_as_what_it_shows() {
    visit(async |page, site| {
        let portal = Portal::serve(site).await?;
        open(page, &portal, "plain.html").await?;
        enter(page, FRAME).await?;
        page.wait_for_text(".footer", "Hong Kong AI Explorer · Open the explorer")
            .await?;
        page.wait_until_gone(".header").await?;
        goes_about(page).await?;
        // What leads out of the explorer leads out of the frame.
        page.wait_until(
            "(() => {
                const link = Object.assign(document.createElement('a'), { href: 'https://example.org/' });
                link.addEventListener('click', (event) => event.preventDefault());
                document.querySelector('.footer').append(link);
                link.click();
                link.remove();
                return link.target === '_blank';
            })()",
        )
        .await?;
        page.leave().await?;
        // It has grown and shrunk, and told what was selected and nothing before.
        page.wait_until("heights.some((height, i) => height < heights[i - 1])")
            .await?;
        page.wait_until(
            "views.length === 3 && views[0].query.startsWith('view=cards&theme=ethics&status=') && views[0].id === null
                && views[1].query.endsWith(`&id=${views[1].id}&lang=en`) && views[2].query === views[0].query",
        )
        .await?;
        page.wait_until("violations.length === 0").await
    });
}

#[test]
fn what_opens_in_a_frame_opens_where_the_reader_looks() {
    Visit::new().phone().run(async |page, site| {
        let portal = Portal::serve(site).await?;
        open(page, &portal, "plain.html").await?;
        enter(page, FRAME).await?;
        choose(page, ".open-filters").await?;
        page.wait_for("dialog.sheet .facet-value").await?;
        fits(page).await?;
        choose(page, ".sheet .close").await?;
        page.wait_until_gone("dialog.sheet").await?;
        fits(page).await?;
        page.leave().await?;
        page.script("scrollTo(0, 4000)").await?;
        page.enter(FRAME).await?;
        choose(page, "article.card:nth-of-type(20) a").await?;
        page.wait_for(".record .record-sources").await?;
        fits(page).await?;
        let top = page
            .script("return document.querySelector('.panel').getBoundingClientRect().top")
            .await?;
        page.leave().await?;
        page.wait_until(&format!(
            "{FRAME}.getBoundingClientRect().top < -2000 &&
                Math.abs({FRAME}.getBoundingClientRect().top + {top}) < innerHeight / 2"
        ))
        .await
    });
}

#[test]
fn elements_stand_side_by_side_and_follow_their_attributes() {
    visit(async |page, site| {
        let portal = Portal::serve(site).await?;
        open(page, &portal, "element.html").await?;
        enter(page, &of("first")).await?;
        page.wait_for_text("h1", "initiatives").await?;
        page.leave().await?;
        enter(page, &of("second")).await?;
        // The nearest language of the page around it.
        page.wait_for_text("h1", "項").await?;
        page.leave().await?;
        let titles = page
            .script(&format!(
                "return [{}.title, {}.title]",
                of("first"),
                of("second")
            ))
            .await?;
        assert_eq!(
            titles,
            serde_json::json!(["Hong Kong AI Explorer: cards", "香港人工智能探索: 時間線"])
        );
        let steps = page.script("return history.length").await?;
        page.script(
            "const first = document.getElementById('first');
            first.scrollIntoView();
            first.setAttribute('theme', 'research');
            first.setAttribute('lang', 'zh-CN');
            first.setAttribute('label', 'Research')",
        )
        .await?;
        page.enter(&of("first")).await?;
        page.wait_until("document.documentElement.lang === 'zh-Hans'")
            .await?;
        page.settled().await?;
        page.wait_until("location.search === '?view=cards&theme=research&embed=1&lang=zh-Hans'")
            .await?;
        fits(page).await?;
        page.leave().await?;
        assert_eq!(page.script("return history.length").await?, steps);
        page.script("document.getElementById('first').setAttribute('height', '500')")
            .await?;
        page.enter(&of("first")).await?;
        page.wait_until("location.search.includes('embed=scroll')")
            .await?;
        page.settled().await?;
        page.wait_until("innerHeight === 500 && document.documentElement.scrollHeight > 500")
            .await?;
        page.leave().await?;
        page.wait_until("violations.length === 0").await
    });
}

#[test]
fn an_element_tells_what_is_selected_and_hears_its_own_frame_alone() {
    visit(async |page, site| {
        let portal = Portal::serve(site).await?;
        open(page, &portal, "element.html").await?;
        // As long as it grows, it pushes the other out of sight, where browsers let a frame rest.
        enter(page, &of("first")).await?;
        page.leave().await?;
        enter(page, &of("second")).await?;
        choose(page, ".chronicle-item a").await?;
        page.wait_for(".record .record-sources").await?;
        // Whoever is not its parent is not heard.
        page.script("postMessage('[iFrameSizer]mine:8:false:false:32:true:true', '*')")
            .await?;
        page.leave().await?;
        page.wait_until("views.length === 1 && views[0].element === 'second' && views[0].id")
            .await?;
        page.wait_for_text(".selected", "You are reading").await?;
        page.script(
            "window.heard = []; addEventListener('message', ({ data }) => heard.push(data));
            postMessage({ explorer: 'view', query: 'q=mine', id: null }, '*');
            postMessage({ explorer: 'height', height: 9999 }, '*')",
        )
        .await?;
        page.enter(&of("second")).await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone(".record").await?;
        fits(page).await?;
        page.leave().await?;
        page.wait_until("heard.length >= 3 && views.length === 2 && views[1].id === null")
            .await?;
        page.wait_until("!heard.some((data) => typeof data === 'string')")
            .await
    });
}

#[test]
fn a_marked_link_becomes_the_explorer() {
    visit(async |page, site| {
        let portal = Portal::serve(site).await?;
        open(page, &portal, "link.html").await?;
        page.wait_until("document.querySelectorAll('hong-kong-ai-explorer').length === 2")
            .await?;
        let frames = "[...document.querySelectorAll('hong-kong-ai-explorer')]
            .map((element) => element.shadowRoot.querySelector('iframe'))";
        page.wait_until(&format!(
            "{frames}.every((frame) => frame.src.startsWith('{}/?view='))",
            site.origin()
        ))
        .await?;
        let shown = page
            .script(&format!(
                "return {frames}.map((frame) => [new URL(frame.src).search, frame.title, frame.style.blockSize])"
            ))
            .await?;
        assert_eq!(
            shown,
            json!([
                [
                    "?view=cards&theme=ethics&theme=health&embed=1&lang=zh-Hant",
                    "規範與醫療",
                    ""
                ],
                [
                    "?view=timeline&id=astri&embed=scroll&lang=en",
                    "Hong Kong AI Explorer: timeline",
                    "480px"
                ],
            ])
        );
        // The link is within, and what is not ours stays a link.
        page.wait_until(
            "document.querySelectorAll('hong-kong-ai-explorer > a[href]').length === 2",
        )
        .await?;
        page.wait_until("['foreign', 'plain'].every((id) => !document.getElementById(id).closest('hong-kong-ai-explorer'))")
            .await?;
        enter(page, &format!("{frames}[0]")).await?;
        page.wait_for("article.card").await?;
        page.leave().await?;
        page.wait_until("violations.length === 0").await
    });
}

#[test]
fn the_keyboard_goes_into_an_element_and_out_of_it() {
    visit(async |page, site| {
        let portal = Portal::serve(site).await?;
        open(page, &portal, "element.html").await?;
        enter(page, &of("first")).await?;
        page.leave().await?;
        page.script("document.getElementById('before').focus()")
            .await?;
        page.tab().await?;
        page.wait_until("document.activeElement.id === 'first'")
            .await?;
        page.enter(&of("first")).await?;
        page.wait_until("document.activeElement.matches('main *')")
            .await?;
        page.script("document.querySelector('.footer a').focus()")
            .await?;
        page.tab().await?;
        page.leave().await?;
        page.wait_until("document.activeElement.id === 'between'")
            .await
    });
}

#[test]
fn a_strict_policy_is_kept_and_its_breach_would_be_told() {
    visit(async |page, site| {
        let portal = Portal::serve(site).await?;
        open(page, &portal, "element.html").await?;
        enter(page, &of("first")).await?;
        page.leave().await?;
        page.wait_until("violations.length === 0").await?;
        page.script("document.body.setAttribute('style', 'color: red')")
            .await?;
        page.wait_until("violations.length === 1").await
    });
}

#[test]
fn iframe_resizer_fits_the_frame() {
    visit(async |page, site| {
        let portal = Portal::serve(site).await?;
        open(page, &portal, "resizer.html").await?;
        enter(page, FRAME).await?;
        goes_about(page).await?;
        page.leave().await?;
        page.wait_until("resized.some(([, type]) => type === 'init') && resized.some(([, type]) => type === 'resize')")
            .await
    });
}

#[test]
fn with_scripts_and_nothing_else_allowed_it_works() {
    visit(async |page, site| {
        // As GitHub Pages does.
        site.send_header("access-control-allow-origin", "*")?;
        site.name_itself();
        let portal = Portal::serve(site).await?;
        open(page, &portal, "sandbox.html").await?;
        enter(page, FRAME).await?;
        page.wait_until("origin === 'null'").await?;
        goes_about(page).await?;
        page.leave().await?;
        page.wait_until("views.length === 3").await
    });
}

#[test]
fn axe_finds_nothing_in_what_is_held() {
    for visit in audited(&[Visit::new(), Visit::new().phone().dark()]) {
        visit.run(async |page, site| {
            let portal = Portal::serve(site).await?;
            open(page, &portal, "element.html").await?;
            for id in ["first", "second"] {
                enter(page, &of(id)).await?;
                page.assert_accessible().await?;
                page.leave().await?;
            }
            enter(page, &of("first")).await?;
            choose(page, "article.card a").await?;
            page.wait_for(".record .record-sources").await?;
            page.assert_accessible().await
        });
    }
}
