//! A whole HTML document: what machines read of a page before people see it.

use serde_json::Value;

use super::link::{Place, folder};
use super::site::Site;
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
        // For WebKit, a frame that may run scripts and nothing else has no `self`.
        let policy = match &site.url {
            Some(url) => POLICY.replace("'self'", &format!("'self' {url}")),
            None => POLICY.to_owned(),
        };
        // A tag within the data would end the element that holds it.
        let data = self.data.to_string().replace('<', "\\u003c");
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{}\
             <script type=\"application/ld+json\">{data}</script>\n</head>\n<body>\n{}\n</body>\n</html>\n",
            self.lang.tag(),
            Head::of(self, site).write(),
            self.body,
        )
    }
}

/// The head of a document, as far as it is written.
struct Head<'a> {
    document: &'a Document<'a>,
    site: &'a Site,
    place: Place<'a>,
    markup: Markup,
}

impl<'a> Head<'a> {
    fn of(document: &'a Document<'a>, site: &'a Site) -> Self {
        let (lang, path) = (document.lang, document.path);
        Self {
            document,
            site,
            place: Place { lang, path },
            markup: Markup::default(),
        }
    }

    fn write(mut self) -> String {
        self.write_description();
        self.write_preview();
        self.write_colours();
        // What says where a page belongs means nothing without a full address.
        if self.site.url.is_some() {
            self.write_addresses();
        }
        self.write_files();
        self.write_boot();
        if self.document.starts {
            self.write_start();
        }
        self.markup.finish()
    }

    fn meta(&mut self, key: &'static str, name: &str, content: &str) {
        let attributes = [(key, name), ("content", content)];
        self.markup.empty("meta", &attributes);
    }

    fn link(&mut self, attributes: &[(&str, &str)]) {
        self.markup.empty("link", attributes);
    }

    /// The title of the whole site.
    fn whole(&self) -> &'a str {
        &self.site.title[self.document.lang as usize]
    }

    /// The page's title with that of the site.
    fn title(&self) -> String {
        let whole = self.whole();
        let own = self.document.title;
        own.map_or_else(|| whole.to_owned(), |own| format!("{own} · {whole}"))
    }

    /// The way from the page to a file in the site's root.
    fn asset(&self, name: &str) -> String {
        self.place.root() + name
    }

    /// The full address of a path below the site's root, or where that is not known the way to it.
    fn full(&self, path: &str, relative: String) -> String {
        match &self.site.url {
            Some(url) => format!("{url}{path}"),
            None => relative,
        }
    }

    /// The address of this page in a language.
    fn in_lang(&self, other: Lang) -> String {
        let path = folder(other) + self.document.path;
        self.full(&path, self.place.here(other))
    }

    /// What browsers and search engines are told of the page.
    fn write_description(&mut self) {
        self.markup.plain("title", &self.title());
        self.meta("name", "viewport", "width=device-width, initial-scale=1");
        self.meta("name", "description", self.document.description);
        self.meta("name", "color-scheme", "light dark");
        self.meta("name", "referrer", "no-referrer");
    }

    /// How others show a link to the page, by the Open Graph protocol.
    fn write_preview(&mut self) {
        let (document, whole) = (self.document, self.whole());
        let is_front = document.path.is_empty();
        let picture = self.full(document.picture, self.asset(document.picture));
        for (name, content) in [
            ("og:type", if is_front { "website" } else { "article" }),
            ("og:site_name", whole),
            ("og:title", document.title.unwrap_or(whole)),
            ("og:description", document.description),
            ("og:locale", locale(document.lang)),
            ("og:image", &picture),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
        ] {
            self.meta("property", name, content);
        }
        self.meta("name", "twitter:card", "summary_large_image");
    }

    /// The colours of the browser's own parts around the page.
    fn write_colours(&mut self) {
        for (scheme, colour) in [("light", "#fbfaf7"), ("dark", "#16181b")] {
            let media = format!("(prefers-color-scheme: {scheme})");
            let attributes = [
                ("name", "theme-color"),
                ("media", &media),
                ("content", colour),
            ];
            self.markup.empty("meta", &attributes);
        }
    }

    /// Where the page lies, in this language and the others, and how others embed it.
    fn write_addresses(&mut self) {
        let own = self.in_lang(self.document.lang);
        self.meta("property", "og:url", &own);
        self.link(&[("rel", "canonical"), ("href", &own)]);
        let langs = Lang::ALL.map(|other| (other.tag(), other));
        for (tag, other) in langs.into_iter().chain([("x-default", Lang::En)]) {
            let href = self.in_lang(other);
            self.link(&[("rel", "alternate"), ("hreflang", tag), ("href", &href)]);
        }
        self.link(&[
            ("rel", "alternate"),
            ("type", "application/json+oembed"),
            ("title", &self.title()),
            ("href", &format!("{own}oembed.json")),
        ]);
    }

    /// The files that belong to the page: feed, icons, manifest and style sheet.
    fn write_files(&mut self) {
        let feed = self.asset(&(folder(self.document.lang) + "feed.xml"));
        self.link(&[
            ("rel", "alternate"),
            ("type", "application/atom+xml"),
            ("title", self.whole()),
            ("href", &feed),
        ]);
        let icon = self.asset("icon.svg");
        self.link(&[("rel", "icon"), ("type", "image/svg+xml"), ("href", &icon)]);
        let icon = self.asset("icon-180.png");
        self.link(&[("rel", "apple-touch-icon"), ("href", &icon)]);
        let manifest = self.asset("manifest.webmanifest");
        self.link(&[("rel", "manifest"), ("href", &manifest)]);
        let styles = &self.site.styles;
        let href = self.asset(&styles.file);
        self.link(&[
            ("rel", "stylesheet"),
            ("href", &href),
            ("integrity", &styles.integrity),
            CORS,
        ]);
    }

    /// The script that runs before the first paint.
    fn write_boot(&mut self) {
        let boot = &self.site.boot;
        let file = self.asset(&boot.file);
        let mut attributes = vec![("src", &*file), ("integrity", &*boot.integrity), CORS];
        if self.document.starts {
            attributes.push(("data-starts", ""));
        }
        self.markup.open("script", &attributes).close();
    }

    /// What loads the program, and the program itself.
    fn write_start(&mut self) {
        let start = &self.site.start;
        let attributes = [
            ("src", &*start.file),
            ("integrity", &*start.integrity),
            CORS,
            ("defer", ""),
        ];
        self.markup.open("script", &attributes).close();
        self.link(&[
            ("rel", "preload"),
            ("as", "fetch"),
            ("type", "application/wasm"),
            CORS,
            ("href", &self.site.program),
        ]);
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
