//! How others embed a page's view, as sites that know oEmbed ask: <https://oembed.com>.

use explorer_core::explore::{Setting, ViewState};
use hong_kong_ai_explorer::ui::pages::Document;
use serde_json::{Value, json};

/// The size of a frame where nothing tells its height, in pixels.
const SIZE: (u32, u32) = (800, 600);

/// The answer for a page of the site at `url`: a frame that scrolls within and shows `view`. `titles` are the site's, by
/// language.
pub fn answer(url: &str, page: &Document<'_>, titles: &[String; 3], mut view: ViewState) -> Value {
    view.lang = Some(page.lang);
    view.settings.set(Setting::Embed, Some("scroll".to_owned()));
    let whole = &titles[page.lang as usize];
    let title = page.title.unwrap_or(whole);
    let (width, height) = SIZE;
    let src = attribute(&format!("{url}{}", view.to_href()));
    let html = format!(
        "<iframe src=\"{src}\" title=\"{}\" width=\"{width}\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\" \
         referrerpolicy=\"no-referrer\"></iframe>",
        attribute(title),
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": whole,
        "provider_url": url,
        "title": title,
        "html": html,
        "width": width,
        "height": height,
        "thumbnail_url": format!("{url}{}", page.picture),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    })
}

/// A text as the value of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use explorer_core::dataset::Lang;

    use super::*;

    #[test]
    fn it_frames_the_view_and_lets_no_title_out_of_its_attribute() {
        let page = Document {
            lang: Lang::ZhHant,
            path: "initiative/a/",
            title: Some("\"A\" & <b>"),
            description: "",
            picture: "a.png",
            data: Value::Null,
            body: "",
            starts: false,
        };
        let view = ViewState {
            id: Some("a".to_owned()),
            ..ViewState::default()
        };
        let titles = ["Explorer", "探索", "探索"].map(str::to_owned);
        let answer = answer("https://example.org/ai/", &page, &titles, view);
        assert_eq!(answer["provider_name"], "探索");
        assert_eq!(
            answer["html"],
            "<iframe src=\"https://example.org/ai/?id=a&amp;embed=scroll&amp;lang=zh-Hant\" \
             title=\"&quot;A&quot; &amp; &lt;b>\" width=\"800\" height=\"600\" frameborder=\"0\" loading=\"lazy\" \
             referrerpolicy=\"no-referrer\"></iframe>"
        );
    }
}
