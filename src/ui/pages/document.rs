//! A whole HTML document: what machines read of a page before people see it.

use leptos::html;
use leptos::prelude::*;
use serde_json::Value;

use super::link::Place;
use super::site::{Asset, Site};
use crate::dataset::Lang;
use crate::page::folder;

/// What may run and be loaded: the site's own scripts and styles, WebAssembly, pictures made on the page, and data sets
/// that an address names; the worker that reads these comes from a blob where the page has no origin. A page cannot say
/// who may frame it in an element; that is the host's to say.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob: data:; connect-src 'self' https:; frame-src 'self'; manifest-src 'self'; worker-src 'self' blob:; \
    base-uri 'none'; form-action 'self'";

/// In a frame that may run scripts and nothing else, the site's own files come from elsewhere, and only so may a browser
/// look into them for their hash.
const CORS: &str = "anonymous";

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

/// The head of a document.
struct Head<'a> {
    document: &'a Document<'a>,
    site: &'a Site,
    place: Place<'a>,
}

impl<'a> Head<'a> {
    fn of(document: &'a Document<'a>, site: &'a Site) -> Self {
        let (lang, path) = (document.lang, document.path);
        Self {
            document,
            site,
            place: Place { lang, path },
        }
    }

    fn write(self) -> String {
        // What says where a page belongs means nothing without a full address.
        let addresses = self.site.url.is_some().then(|| self.addresses());
        let start = if self.document.starts {
            self.start().into_any()
        } else {
            deferred(&self.site.page, self.place.root()).into_any()
        };
        let head = view! {
            {self.description()}
            {self.preview()}
            {self.colours()}
            {addresses}
            {self.files()}
            {self.boot()}
            {start}
        };
        // Leptos parts views by an empty comment, which pages without the program have no use for.
        head.to_html().replace("<!>", "")
    }

    /// The title of the whole site.
    fn whole(&self) -> String {
        self.site.title[self.document.lang as usize].clone()
    }

    /// The page's title with that of the site.
    fn title(&self) -> String {
        let whole = self.whole();
        match self.document.title {
            Some(own) => format!("{own} · {whole}"),
            None => whole,
        }
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
        let path = [folder(other), self.document.path].concat();
        self.full(&path, self.place.here(other))
    }

    /// What browsers and search engines are told of the page.
    fn description(&self) -> impl IntoView + use<> {
        view! {
            <title>{self.title()}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="description" content=self.document.description.to_owned()/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="referrer" content="no-referrer"/>
        }
    }

    /// How others show a link to the page, by the Open Graph protocol.
    fn preview(&self) -> impl IntoView + use<> {
        let (document, whole) = (self.document, self.whole());
        let is_front = document.path.is_empty();
        let own = document.title.map_or_else(|| whole.clone(), str::to_owned);
        let picture = self.full(document.picture, self.asset(document.picture));
        let kind = if is_front { "website" } else { "article" };
        view! {
            {property("og:type", kind)}
            {property("og:site_name", whole)}
            {property("og:title", own)}
            {property("og:description", document.description.to_owned())}
            {property("og:locale", locale(document.lang))}
            {property("og:image", picture)}
            {property("og:image:width", "1200")}
            {property("og:image:height", "630")}
            <meta name="twitter:card" content="summary_large_image"/>
        }
    }

    /// The colours of the browser's own parts around the page.
    fn colours(&self) -> impl IntoView + use<> {
        [("light", "#fbfaf7"), ("dark", "#16181b")].map(|(scheme, colour)| {
            let media = format!("(prefers-color-scheme: {scheme})");
            html::meta()
                .name("theme-color")
                .attr("media", media)
                .content(colour)
        })
    }

    /// Where the page lies, in this language and the others, and how others embed it.
    fn addresses(&self) -> impl IntoView + use<> {
        let own = self.in_lang(self.document.lang);
        let langs = Lang::ALL.map(|other| (other.tag(), other));
        let others = langs.into_iter().chain([("x-default", Lang::En)]);
        let others = others.map(|(tag, other)| {
            view! { <link rel="alternate" hreflang=tag href=self.in_lang(other)/> }
        });
        let others: Vec<_> = others.collect();
        view! {
            {property("og:url", own.clone())}
            <link rel="canonical" href=own.clone()/>
            {others}
            <link rel="alternate" type="application/json+oembed" title=self.title() href=format!("{own}oembed.json")/>
        }
    }

    /// The files that belong to the page: feed, icons, manifest and style sheet.
    fn files(&self) -> impl IntoView + use<> {
        let feed = self.asset(&[folder(self.document.lang), "feed.xml"].concat());
        let styles = &self.site.styles;
        view! {
            <link rel="alternate" type="application/atom+xml" title=self.whole() href=feed/>
            <link rel="icon" type="image/svg+xml" href=self.asset("icon.svg")/>
            <link rel="apple-touch-icon" href=self.asset("icon-180.png")/>
            <link rel="manifest" href=self.asset("manifest.webmanifest")/>
            <link rel="stylesheet" href=self.asset(&styles.file) integrity=styles.integrity.clone() crossorigin=CORS/>
        }
    }

    /// The script that runs before the first paint.
    fn boot(&self) -> impl IntoView + use<> {
        let boot = &self.site.boot;
        let starts = self.document.starts.then_some("");
        view! {
            <script src=self.asset(&boot.file) integrity=boot.integrity.clone() crossorigin=CORS data-starts=starts></script>
        }
    }

    /// What loads the program, and the program itself.
    fn start(&self) -> impl IntoView + use<> {
        let program = html::link()
            .rel("preload")
            .attr("as", "fetch")
            .r#type("application/wasm")
            .crossorigin(CORS)
            .href(self.site.program.clone());
        view! {
            {deferred(&self.site.start, String::new())}
            {program}
        }
    }
}

/// A script that runs once the page is there; `root` leads to the site's root.
fn deferred(script: &Asset, root: String) -> impl IntoView + use<> {
    view! {
        <script src=root + &script.file integrity=script.integrity.clone() crossorigin=CORS defer=true></script>
    }
}

/// A property of the Open Graph protocol.
fn property(name: &'static str, content: impl Into<String>) -> impl IntoView {
    html::meta().attr("property", name).content(content.into())
}

/// A language as the Open Graph protocol names it.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en_GB",
        Lang::ZhHant => "zh_HK",
        Lang::ZhHans => "zh_CN",
    }
}
