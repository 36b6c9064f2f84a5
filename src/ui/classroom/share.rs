//! Ways to hand on a view: a link, a frame, an element, a code for a phone's camera.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::dataset::{Lang, Vocabulary};
use crate::explore::{Choices, Facet, Setting, View, ViewState};
use crate::ui::Words;
use crate::ui::markup::Markup;

/// How tall a frame is where none is chosen, in pixels: a plain frame cannot grow.
const HEIGHT: &str = "640";

/// A view that is being shared, and what was chosen for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Share {
    state: ViewState,
    /// The page's address, without query.
    page: String,
    without_filters: bool,
    lang: Option<Lang>,
    scheme: Option<String>,
    /// A fixed height in pixels, else it grows with its content.
    height: Option<String>,
}

impl Share {
    /// Begins with a view as it is.
    pub fn new(mut state: ViewState, page: &str) -> Self {
        // What one reader has answered is no matter of others.
        for setting in [Setting::Answers, Setting::Embed, Setting::Scheme] {
            state.settings.set(setting, None);
        }
        Self {
            lang: state.lang,
            page: page.to_owned(),
            state,
            ..Self::default()
        }
    }

    /// Takes a choice.
    pub fn choose(&mut self, field: &str, value: &str) {
        let some = (!value.is_empty()).then(|| value.to_owned());
        match field {
            "view" => {
                let view = View::ALL.into_iter().find(|view| view.key() == value);
                self.state.view = view.unwrap_or_default();
            }
            "filters" => self.without_filters = value == "none",
            "lang" => self.lang = Lang::from_tag(value),
            "scheme" => self.scheme = some,
            "height" => {
                let height = value
                    .trim()
                    .parse::<u16>()
                    .ok()
                    .filter(|height| *height >= 100);
                self.height = height.map(|height| height.to_string());
            }
            _ => {}
        }
    }

    /// What is handed on: the view with the choices.
    fn shared(&self) -> ViewState {
        let mut state = if self.without_filters {
            self.state.cleared()
        } else {
            self.state.clone()
        };
        state.lang = self.lang;
        state.settings.set(Setting::Scheme, self.scheme.clone());
        state
    }

    fn framed(&self, embed: &str) -> String {
        let mut state = self.shared();
        state.settings.set(Setting::Embed, Some(embed.to_owned()));
        format!("{}{}", self.page, state.to_href())
    }

    /// The link to the view.
    pub fn link(&self) -> String {
        format!("{}{}", self.page, self.shared().to_href())
    }

    /// A plain frame, in one line of HTML.
    pub fn frame(&self, words: Words) -> String {
        let mut markup = Markup::default();
        let address = self.framed("scroll");
        let height = self.height.as_deref().unwrap_or(HEIGHT);
        let frame = [
            ("src", &*address),
            ("title", words.title()),
            ("width", "100%"),
            ("height", height),
            ("loading", "lazy"),
            ("allow", "clipboard-write"),
        ];
        markup.open("iframe", &frame);
        markup.finish()
    }

    /// The explorer's element, with the script that knows it.
    pub fn element(&self) -> String {
        let mut markup = Markup::default();
        let script = format!("{}embed.js", self.folder());
        markup
            .open("script", &[("src", &script), ("defer", "")])
            .close();
        let attributes = self.attributes();
        let attributes: Vec<(&str, &str)> = attributes
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        markup.open("hong-kong-ai-explorer", &attributes);
        markup.finish()
    }

    /// The folder in which the page lies.
    fn folder(&self) -> &str {
        let end = self.page.rfind('/').map_or(0, |slash| slash + 1);
        &self.page[..end]
    }

    /// The keys of the address as attributes, several values of one together; an element's `id` is its page's own, so the
    /// open record is its `record`.
    fn attributes(&self) -> Vec<(String, String)> {
        let query = self.shared().to_query();
        let height = self
            .height
            .iter()
            .map(|height| ("height".into(), height.into()));
        let mut attributes: Vec<(String, String)> = Vec::new();
        for (key, value) in form_urlencoded::parse(query.as_bytes()).chain(height) {
            let key = if key == "id" { "record".into() } else { key };
            match attributes.last_mut().filter(|(last, _)| *last == key) {
                Some((_, values)) => *values = format!("{values} {value}"),
                None => attributes.push((key.into_owned(), value.into_owned())),
            }
        }
        attributes
    }

    /// Writes the dialog.
    pub fn markup(&self, words: Words, vocabulary: Option<&Vocabulary>) -> String {
        let mut markup = Markup::default();
        markup.begin("div", "share-head");
        markup.open("h2", &[("id", "share-title"), ("tabindex", "-1")]);
        markup.text(words.share_title()).close();
        let close = [
            ("type", "button"),
            ("class", "close"),
            ("data-act", "share close"),
            ("aria-label", words.close()),
        ];
        markup.open("button", &close).text("×").close().close();
        self.choices(&mut markup, words, vocabulary);
        let link = self.link();
        line(&mut markup, words, "link", words.share_link(), &link);
        self.code(&mut markup, words, &link);
        let frame = self.frame(words);
        line(&mut markup, words, "frame", words.share_frame(), &frame);
        let element = self.element();
        line(
            &mut markup,
            words,
            "element",
            words.share_element(),
            &element,
        );
        let note = [
            ("id", "share-note"),
            ("class", "lesson-note"),
            ("role", "status"),
        ];
        markup.open("p", &note).close();
        markup.begin("details", "share-preview");
        markup.plain("summary", words.share_preview());
        let address = self.framed("scroll");
        let height = self.height.as_deref().unwrap_or("400");
        let frame = [
            ("src", &*address),
            ("title", words.share_preview()),
            ("height", height),
            ("loading", "lazy"),
        ];
        markup.open("iframe", &frame);
        markup.finish()
    }

    fn choices(&self, markup: &mut Markup, words: Words, vocabulary: Option<&Vocabulary>) {
        markup.begin("div", "share-choices");
        let views = [
            (View::Overview, words.view_overview()),
            (View::Cards, words.view_cards()),
            (View::Timeline, words.view_timeline()),
            (View::Class, words.view_class()),
        ];
        let views = views.map(|(view, name)| (view.key(), name));
        select(markup, "view", words.views(), &views, self.state.view.key());
        if self.state.is_narrowed() {
            let with = self.filters(words, vocabulary);
            let chosen = if self.without_filters { "none" } else { "" };
            let ways = [("", &*with), ("none", words.share_without())];
            select(markup, "filters", words.filters(), &ways, chosen);
        }
        let langs = Lang::ALL.map(|lang| (lang.tag(), lang.name()));
        let langs = [&[("", words.share_own_lang())], &langs[..]].concat();
        let lang = self.lang.map_or("", Lang::tag);
        select(markup, "lang", words.languages(), &langs, lang);
        let schemes = [
            ("", words.share_own_scheme()),
            ("light", words.share_light()),
            ("dark", words.share_dark()),
        ];
        let scheme = self.scheme.as_deref().unwrap_or_default();
        select(markup, "scheme", words.share_scheme(), &schemes, scheme);
        let heights = [
            ("", words.share_grows()),
            ("480", "480"),
            ("640", "640"),
            ("800", "800"),
            ("1000", "1000"),
        ];
        let height = self.height.as_deref().unwrap_or_default();
        select(markup, "height", words.share_height(), &heights, height);
        markup.close();
    }

    /// What narrows the view, in words.
    fn filters(&self, words: Words, vocabulary: Option<&Vocabulary>) -> String {
        let lang = words.0;
        let mut parts = Vec::new();
        if !self.state.q.is_empty() {
            parts.push(format!("“{}”", self.state.q));
        }
        for theme in self.state.choices.of(Facet::Theme) {
            let theme = vocabulary.and_then(|vocabulary| vocabulary.theme(theme));
            parts.extend(theme.map(|theme| theme.short.get(lang).to_owned()));
        }
        let mut others = self.state.choices.clone();
        others.clear(Facet::Theme);
        if others != Choices::default() || self.state.from.is_some() || self.state.to.is_some() {
            parts.push("…".to_owned());
        }
        words.share_with(parts.join(words.comma()))
    }

    /// Writes the link as a code that a camera reads, where it is short enough for one.
    fn code(&self, markup: &mut Markup, words: Words, link: &str) {
        let Ok(code) = QrCode::encode_text(link, QrCodeEcc::Medium) else {
            markup.leaf("p", "lesson-note", words.share_no_code());
            return;
        };
        let mut path = String::new();
        for y in 0..code.size() {
            for x in 0..code.size() {
                if code.get_module(x, y) {
                    path.push_str(&format!("M{x} {y}h1v1h-1z"));
                }
            }
        }
        // Four modules of quiet around it, as ISO/IEC 18004 asks.
        let size = code.size() + 8;
        let view_box = format!("-4 -4 {size} {size}");
        markup.begin("figure", "share-code");
        let svg = [
            ("viewBox", &*view_box),
            ("role", "img"),
            ("aria-label", words.share_code()),
        ];
        markup.open("svg", &svg);
        markup.open("path", &[("d", &path)]).close().close();
        markup.leaf("figcaption", "lesson-note", words.share_code());
        markup.close();
    }
}

/// Writes a text that can be copied.
fn line(markup: &mut Markup, words: Words, name: &str, label: &str, text: &str) {
    let id = format!("share-{name}");
    markup.begin("div", "share-line");
    markup.open("label", &[("for", &id)]).text(label).close();
    let field = [
        ("id", &*id),
        ("readonly", ""),
        ("rows", "2"),
        ("spellcheck", "false"),
    ];
    markup.open("textarea", &field).text(text).close();
    let act = format!("share {name}");
    let name = format!("{}: {label}", words.share_copy());
    let copy = [
        ("type", "button"),
        ("class", "button"),
        ("data-act", &*act),
        ("aria-label", &*name),
    ];
    markup
        .open("button", &copy)
        .text(words.share_copy())
        .close();
    markup.close();
}

fn select(markup: &mut Markup, name: &str, label: &str, ways: &[(&str, &str)], chosen: &str) {
    let (id, field) = (format!("choose-{name}"), format!("share {name}"));
    markup.open("label", &[("for", &id)]).plain("span", label);
    markup.open("select", &[("id", &id), ("data-field", &field)]);
    for (value, text) in ways {
        let mut option = vec![("value", *value)];
        if *value == chosen {
            option.push(("selected", ""));
        }
        markup.open("option", &option).text(text).close();
    }
    markup.close().close();
}
