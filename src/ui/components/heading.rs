//! A heading whose level is the page's to say.

use leptos::prelude::*;

/// A heading. The same part of a view is a page's main heading in one place and one of several in another.
#[component]
pub fn Heading(
    /// From 1, the page's own, to 3.
    level: u8,
    /// Its class.
    class: &'static str,
    /// Its id.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Whether the focus can be moved to it.
    #[prop(optional)]
    is_target: bool,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let tabindex = is_target.then_some("-1");
    match level {
        1 => view! { <h1 id=id class=class tabindex=tabindex>{children()}</h1> }.into_any(),
        2 => view! { <h2 id=id class=class tabindex=tabindex>{children()}</h2> }.into_any(),
        _ => view! { <h3 id=id class=class tabindex=tabindex>{children()}</h3> }.into_any(),
    }
}
