//! The page for an address that has none.

use leptos::prelude::*;

use crate::dataset::{Explorer, Lang};
use crate::explore::View;
use crate::ui::Words;
use crate::ui::components::Heading;

/// Why there is no page to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The site has none at this address.
    Missing,
    /// It is not kept on this device, and there is no network.
    Offline,
}

impl Lack {
    /// The heading in a language.
    pub fn heading(self, lang: Lang) -> &'static str {
        match self {
            Self::Missing => Words(lang).not_found(),
            Self::Offline => Words(lang).not_kept(),
        }
    }

    fn help(self, lang: Lang) -> &'static str {
        match self {
            Self::Missing => Words(lang).not_found_help(),
            Self::Offline => Words(lang).not_kept_help(),
        }
    }
}

/// The body of the page that stands in place of one that cannot be had, in all languages. It is shown at any depth, so
/// its links are relative to the site's root, which the document's `base` element has to name.
pub fn lost(explorer: &Explorer, lack: Lack) -> String {
    Owner::new().with(|| {
        let parts = Lang::ALL.map(|lang| {
            view! { <InLanguage lang=lang lack=lack title=explorer.title.get(lang).to_owned()/> }
        });
        let html = view! { <main id="main" class="lost">{parts.collect_view()}</main> }.to_html();
        html.replace("<!>", "")
    })
}

/// What there is to say, a search, and the way to the front page, in a language.
#[component]
fn InLanguage(lang: Lang, lack: Lack, title: String) -> impl IntoView {
    let words = Words(lang);
    let level = if lang == Lang::En { 1 } else { 2 };
    let field = format!("q-{}", lang.tag());
    view! {
        <section lang=lang.tag()>
            <Heading level=level class="lost-title">{lack.heading(lang)}</Heading>
            <p>{lack.help(lang)}</p>
            <form action="./" method="get" role="search" aria-label=words.search()>
                <input type="hidden" name="view" value=View::Cards.key()/>
                <input type="hidden" name="lang" value=lang.tag()/>
                <label for=field.clone()>{words.search()}</label>" "
                <input type="search" name="q" id=field/>" "
                <button>{words.search()}</button>
            </form>
            <p><a href=format!("./?lang={}", lang.tag())>{words.front_page()}": "{title}</a></p>
        </section>
    }
}
