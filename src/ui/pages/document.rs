//! A whole HTML document: what machines read of a page before people see it.

use serde_json::Value;

use super::link::{Place, folder};
use crate::dataset::Lang;
use crate::ui::markup::Markup;

/// What may run and be loaded: the site's own scripts and styles, WebAssembly, pictures made on the page, and data sets
/// that an address names; the worker that reads these comes from a blob where the page has no origin. A page cannot say
/// who may frame it in an element; that is the host's to say.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob: data:; connect-src 'self' https:; frame-src 'self'; manifest-src 'self'; worker-src 'self' blob:; \
    base-uri 'none'; form-action 'self'";

/// In a frame that may run scripts and nothing else, the site's own files come from elsewhere, and only so may a browser
/// look into them for their hash.
const CORS: (&str, &str) = ("crossorigin", "anonymous");

/// A file that pages name, by its content.
#[derive(Clone, Debug, Default)]
pub struct Asset {
    /// Its name in the site's root.
    pub file: String,
    /// Its hash, as browsers check it.
    pub integrity: String,
}

/// What all pages of a site share.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The address under which it will be found, with a slash at the end, if that is known.
    pub url: Option<String>,
    /// What runs before the first paint.
    pub boot: Asset,
    /// What loads the program.
    pub start: Asset,
    /// The style sheet.
    pub styles: Asset,
    /// The program's WebAssembly.
    pub program: String,
    /// The title of the whole, in each language.
    pub title: [String; 3],
}

/// A page with what is known about it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// Its language.
    pub lang: Lang,
    /// Its path below its language's root: empty, or ending with a slash.
    pub path: &'a str,
    /// Its title, without that of the site.
    pub title: Option<&'a str>,
    /// What it is about, in a sentence or two.
    pub description: &'a str,
    /// The name of its picture in the site's root.
    pub picture: &'a str,
    /// What schema.org says of it, in JSON-LD.
    pub data: Value,
    /// The content of its body.
    pub body: &'a str,
    /// Whether the program takes it over.
    pub starts: bool,
}

impl Document<'_> {
    /// The document as HTML.
    pub fn html(&self, site: &Site) -> String {
        let lang = self.lang;
        let place = Place {
            lang,
            path: self.path,
        };
        let root = place.root();
        let asset = |name: &str| format!("{root}{name}");
        let full = |path: &str, relative: String| match &site.url {
            Some(url) => format!("{url}{path}"),
            None => relative,
        };
        let in_lang = |other: Lang| full(&[&folder(other), self.path].concat(), place.here(other));
        let whole = &site.title[lang as usize];
        let title = self
            .title
            .map_or_else(|| whole.clone(), |own| format!("{own} · {whole}"));
        let mut head = Markup::default();
        let mut meta = |key: &'static str, name: &str, content: &str| {
            head.empty("meta", &[(key, name), ("content", content)]);
        };
        meta("name", "viewport", "width=device-width, initial-scale=1");
        meta("name", "description", self.description);
        meta("name", "color-scheme", "light dark");
        meta("name", "referrer", "no-referrer");
        for (name, content) in [
            (
                "og:type",
                if self.path.is_empty() {
                    "website"
                } else {
                    "article"
                },
            ),
            ("og:site_name", whole),
            ("og:title", self.title.unwrap_or(whole)),
            ("og:description", self.description),
            ("og:locale", locale(lang)),
            ("og:image", &full(self.picture, asset(self.picture))),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
        ] {
            meta("property", name, content);
        }
        meta("name", "twitter:card", "summary_large_image");
        for (scheme, colour) in [("light", "#fbfaf7"), ("dark", "#16181b")] {
            let media = format!("(prefers-color-scheme: {scheme})");
            let attributes = [
                ("name", "theme-color"),
                ("media", &media),
                ("content", colour),
            ];
            head.empty("meta", &attributes);
        }
        // What says where a page belongs means nothing without a full address.
        if site.url.is_some() {
            head.empty(
                "meta",
                &[("property", "og:url"), ("content", &in_lang(lang))],
            );
            head.empty("link", &[("rel", "canonical"), ("href", &in_lang(lang))]);
            let langs = Lang::ALL.map(|other| (other.tag(), other));
            for (tag, other) in langs.into_iter().chain([("x-default", Lang::En)]) {
                let href = in_lang(other);
                head.empty(
                    "link",
                    &[("rel", "alternate"), ("hreflang", tag), ("href", &href)],
                );
            }
            let oembed = [
                ("rel", "alternate"),
                ("type", "application/json+oembed"),
                ("title", &title),
                ("href", &format!("{}oembed.json", in_lang(lang))),
            ];
            head.empty("link", &oembed);
        }
        let feed = asset(&[&folder(lang), "feed.xml"].concat());
        let feed = [
            ("rel", "alternate"),
            ("type", "application/atom+xml"),
            ("title", whole),
            ("href", &feed),
        ];
        head.empty("link", &feed);
        head.empty(
            "link",
            &[
                ("rel", "icon"),
                ("type", "image/svg+xml"),
                ("href", &asset("icon.svg")),
            ],
        );
        head.empty(
            "link",
            &[
                ("rel", "apple-touch-icon"),
                ("href", &asset("icon-180.png")),
            ],
        );
        head.empty(
            "link",
            &[
                ("rel", "manifest"),
                ("href", &asset("manifest.webmanifest")),
            ],
        );
        let styles = [
            ("rel", "stylesheet"),
            ("href", &*asset(&site.styles.file)),
            ("integrity", &site.styles.integrity),
            CORS,
        ];
        head.empty("link", &styles);
        let boot = asset(&site.boot.file);
        let mut script = vec![
            ("src", boot.as_str()),
            ("integrity", &site.boot.integrity),
            CORS,
        ];
        if self.starts {
            script.push(("data-starts", ""));
        }
        head.open("script", &script).close();
        if self.starts {
            let start = [
                ("src", site.start.file.as_str()),
                ("integrity", &site.start.integrity),
                CORS,
                ("defer", ""),
            ];
            head.open("script", &start).close();
            head.empty(
                "link",
                &[
                    ("rel", "preload"),
                    ("as", "fetch"),
                    ("type", "application/wasm"),
                    CORS,
                    ("href", &site.program),
                ],
            );
        }
        // For WebKit, a frame that may run scripts and nothing else has no `self`.
        let policy = match &site.url {
            Some(url) => POLICY.replace("'self'", &format!("'self' {url}")),
            None => POLICY.to_owned(),
        };
        let mut page = Markup::default();
        page.plain("title", &title);
        // A tag within the data would end the element that holds it.
        let data = self.data.to_string().replace('<', "\\u003c");
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{}{}\
             <script type=\"application/ld+json\">{data}</script>\n</head>\n<body>\n{}\n</body>\n</html>\n",
            lang.tag(),
            page.finish(),
            head.finish(),
            self.body,
        )
    }
}

/// A language as the Open Graph protocol names it.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en_GB",
        Lang::ZhHant => "zh_HK",
        Lang::ZhHans => "zh_CN",
    }
}
