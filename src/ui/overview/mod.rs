//! The first view: what this is, a picture of all there is, the themes as its key, three questions, what is new.

mod about;
mod newest;
mod picture;
mod questions;
mod theme_card;

use leptos::prelude::*;

use crate::ui::AppState;
use about::About;
use newest::Newest;
use picture::{Picture, Pointed};
use questions::Questions;
use theme_card::ThemeCard;

/// The overview.
#[component]
pub fn Overview() -> impl IntoView {
    let app = AppState::expect();
    let pointed = Pointed::default();
    let themes = move || {
        let bundle = app.bundle.get()?;
        let places = 0..bundle.vocabulary.themes.len();
        Some(
            places
                .map(|place| view! { <ThemeCard bundle=bundle.clone() place=place pointed=pointed/> })
                .collect_view(),
        )
    };
    view! {
        <div class="overview">
            <About/>
            <Picture pointed=pointed/>
            <section aria-labelledby="themes">
                <h2 id="themes" class="section-title">{app.say(|words| words.themes())}</h2>
                <div class="themes">{themes}</div>
            </section>
            <Questions/>
            <section aria-labelledby="newest">
                <h2 id="newest" class="section-title">{app.say(|words| words.newest())}</h2>
                <Newest/>
            </section>
        </div>
    }
}
