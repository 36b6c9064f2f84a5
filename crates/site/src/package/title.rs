//! What a package is called.

use explorer_core::dataset::{Dataset, Lang, Lesson, Text};
use explorer_core::explore::ViewState;
use hong_kong_ai_explorer::ui::pages::start_title;

/// What a lesson, a record, a game or a view is called, with the explorer's name after what is no lesson.
pub fn own(state: &ViewState, dataset: &Dataset, lesson: Option<&Lesson>) -> Text {
    if let Some(lesson) = lesson {
        return lesson.title.clone();
    }
    let record = state.id.as_ref();
    let record = record.and_then(|id| dataset.initiatives.iter().find(|record| record.id == *id));
    let title = |lang: Lang| {
        let whole = dataset.vocabulary.explorer.title.get(lang);
        let own = record.map(|record| record.name.get(lang).to_owned());
        let own = own.or_else(|| start_title(state, &dataset.vocabulary, lang));
        own.map_or_else(|| whole.to_owned(), |own| format!("{own} · {whole}"))
    };
    Text {
        en: title(Lang::En),
        zh_hant: title(Lang::ZhHant),
        zh_hans: title(Lang::ZhHans),
    }
}

/// A title that was typed, which is in one language only.
pub fn typed(title: &str) -> Text {
    Text {
        en: title.to_owned(),
        zh_hant: title.to_owned(),
        zh_hans: title.to_owned(),
    }
}
