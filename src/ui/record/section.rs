//! What the parts of a record share: a heading with a list, and statements with their sources.

use leptos::prelude::*;

use crate::ui::Words;
use crate::ui::components::{Heading, Marked};

/// A heading and a list below it; nothing where there is nothing to list.
#[component]
pub fn Section(
    /// What the list is called.
    heading: &'static str,
    /// The level of the heading.
    level: u8,
    /// The list's class.
    class: &'static str,
    /// Whether the order means something.
    #[prop(optional)]
    is_ordered: bool,
    /// What is listed.
    items: Vec<AnyView>,
) -> impl IntoView {
    let is_empty = items.is_empty();
    let items = items.into_iter().map(|item| view! { <li>{item}</li> });
    let items = items.collect_view();
    let list = if is_ordered {
        view! { <ol class=class>{items}</ol> }.into_any()
    } else {
        view! { <ul class=class>{items}</ul> }.into_any()
    };
    (!is_empty).then(|| {
        view! {
            <Heading level=level class="record-part">{heading}</Heading>
            {list}
        }
    })
}

/// A statement with the numbers of its sources, each leading to its source.
#[component]
pub fn Cited(
    /// The statement.
    text: String,
    /// Numbers of sources, from 1.
    sources: Vec<usize>,
    /// The words of its language.
    words: Words,
) -> impl IntoView {
    view! { <Marked text=text/><Citations sources=sources words=words/> }
}

/// The numbers of sources, each leading to its source.
#[component]
pub fn Citations(
    /// Numbers of sources, from 1.
    sources: Vec<usize>,
    /// The words of its language.
    words: Words,
) -> impl IntoView {
    let numbers = sources.into_iter().map(|number| {
        view! {
            <a class="cited" href=format!("#source-{number}")>
                "["<span class="visually-hidden">{words.source()}</span>{number.to_string()}"]"
            </a>
        }
    });
    numbers.collect_view()
}
