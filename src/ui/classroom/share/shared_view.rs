//! A view that is being shared, as a link and as HTML for other pages.

use form_urlencoded::Serializer;
use html_escape::encode_double_quoted_attribute as escape;

use crate::dataset::Lang;
use crate::explore::{Setting, View, ViewState};

/// How tall a frame is where none is chosen, in pixels: a plain frame cannot grow.
const HEIGHT: u16 = 640;

/// A view that is being shared, and what was chosen for it.
#[derive(Clone, Debug, Default)]
pub struct SharedView {
    /// The view itself.
    pub state: ViewState,
    /// The page's address, without query.
    page: String,
    /// Whether what narrows the view is left out.
    pub without_filters: bool,
    /// The language; none for the reader's own.
    pub lang: Option<Lang>,
    /// `light` or `dark`; none for what is set where it will stand.
    pub scheme: Option<String>,
    /// A fixed height in pixels; none to grow with its content.
    pub height: Option<u16>,
}

impl SharedView {
    /// A view as it is. What one reader has answered is no matter of others.
    pub fn new(mut state: ViewState, page: &str) -> Self {
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

    /// Shares this view in place of the one on screen.
    pub fn set_view(&mut self, key: &str) {
        let view = View::ALL.into_iter().find(|view| view.key() == key);
        self.state.view = view.unwrap_or_default();
    }

    /// The view with the choices.
    fn chosen(&self) -> ViewState {
        let mut state = if self.without_filters {
            self.state.cleared()
        } else {
            self.state.clone()
        };
        state.lang = self.lang;
        state.settings.set(Setting::Scheme, self.scheme.clone());
        state
    }

    /// The link to the view.
    pub fn link(&self) -> String {
        format!("{}{}", self.page, self.chosen().to_href())
    }

    /// Where Google Classroom takes the link.
    pub fn for_classroom(&self) -> String {
        service(
            "https://classroom.google.com/share",
            &[("url", &self.link())],
        )
    }

    /// Where Microsoft Teams takes the link, with a title.
    pub fn for_teams(&self, title: &str) -> String {
        let parameters = [("href", &*self.link()), ("msgText", title)];
        service("https://teams.microsoft.com/share", &parameters)
    }

    /// The address of the view in a plain frame.
    pub fn frame_address(&self) -> String {
        let mut state = self.chosen();
        let embed = Some("scroll".to_owned());
        state.settings.set(Setting::Embed, embed);
        format!("{}{}", self.page, state.to_href())
    }

    /// A plain frame, in one line of HTML.
    pub fn frame(&self, title: &str) -> String {
        let (address, height) = (self.frame_address(), self.height.unwrap_or(HEIGHT));
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
             allow=\"clipboard-write\"></iframe>",
            escape(&address),
            escape(title)
        )
    }

    /// A link that the script beside it turns into the explorer. Editors that take unknown elements out of a text leave it.
    pub fn marked_link(&self, title: &str) -> String {
        let height = self
            .height
            .map(|height| format!(" data-height=\"{height}\""));
        format!(
            "{}<a href=\"{}\" data-hong-kong-ai-explorer=\"\"{}>{}</a>",
            self.script(),
            escape(&self.link()),
            height.unwrap_or_default(),
            escape(title)
        )
    }

    /// The script that makes the explorer of an element or a link.
    fn script(&self) -> String {
        let address = format!("{}embed.js", self.folder());
        format!("<script src=\"{}\" defer=\"\"></script>", escape(&address))
    }

    /// The explorer's element, with the script that defines it.
    pub fn element(&self) -> String {
        let attributes = self.attributes();
        let attributes = attributes
            .iter()
            .map(|(name, value)| format!(" {name}=\"{}\"", escape(value)));
        format!(
            "{}<hong-kong-ai-explorer{}></hong-kong-ai-explorer>",
            self.script(),
            attributes.collect::<String>()
        )
    }

    /// The folder in which the page lies.
    fn folder(&self) -> &str {
        let end = self.page.rfind('/').map_or(0, |slash| slash + 1);
        &self.page[..end]
    }

    /// The keys of the address as attributes, several values of one together; an element's `id` and `title` are its page's
    /// own, so the open record is its `record`, and the title of a collection its `list-title`.
    fn attributes(&self) -> Vec<(String, String)> {
        let query = self.chosen().to_query();
        let height = self
            .height
            .map(|height| ("height".into(), height.to_string().into()));
        let mut attributes: Vec<(String, String)> = Vec::new();
        for (key, value) in form_urlencoded::parse(query.as_bytes()).chain(height) {
            let key = match &*key {
                "id" => "record".into(),
                "title" => "list-title".into(),
                _ => key,
            };
            match attributes.last_mut().filter(|(last, _)| *last == key) {
                Some((_, values)) => *values = format!("{values} {value}"),
                None => attributes.push((key.into_owned(), value.into_owned())),
            }
        }
        attributes
    }
}

/// An address with parameters.
fn service(address: &str, parameters: &[(&str, &str)]) -> String {
    let mut query = Serializer::new(format!("{address}?"));
    query.extend_pairs(parameters);
    query.finish()
}
