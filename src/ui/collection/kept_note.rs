//! What the reader has to know of what is kept.

use leptos::prelude::*;

use crate::explore::Collection;
use crate::ui::AppState;
use crate::ui::kept::{Kept, KeptNote};

/// That a collection is full, or lasts as long as the tab, said where a star was pressed.
#[component]
pub fn KeptSentence(
    /// Whether it is said in an open record.
    #[prop(default = false)]
    in_record: bool,
) -> impl IntoView {
    let app = AppState::expect();
    use_context::<Kept>().map(|kept| {
        // An open record may keep the reader from everything else, so that it says it itself.
        let is_here = Memo::new(move |_| app.id.with(Option::is_some) == in_record);
        let note = Memo::new(move |_| kept.note.get().filter(|_| is_here.get()));
        let sentence = app.say(move |words| match note.get() {
            None => String::new(),
            Some(KeptNote::Full) => words.kept_full(Collection::MOST),
            Some(KeptNote::Passing) => words.kept_passing().to_owned(),
        });
        view! {
            <div class="kept-note" class:in-record=in_record>
                <p role="status">{sentence}</p>
                {move || note.get().map(|_| view! {
                    <button
                        type="button"
                        class="close"
                        aria-label=app.say(|words| words.close())
                        on:click=move |_| kept.note.set(None)
                    ><span aria-hidden="true">"×"</span></button>
                })}
            </div>
        }
    })
}
