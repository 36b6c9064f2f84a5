//! The view for the class: the lessons there are.

use crate::dataset::Lesson;
use crate::explore::{Setting, View, ViewState};
use crate::ui::Words;
use crate::ui::markup::Markup;

use super::dock::step_href;

/// Writes the lessons, each with a way in.
pub(super) fn markup(lessons: &[Lesson], state: &ViewState, words: Words) -> String {
    let lang = words.0;
    let mut markup = Markup::default();
    markup.leaf("h1", "about-title", words.view_class());
    markup.begin("div", "lessons");
    for lesson in lessons {
        markup.begin("article", "lesson-card");
        markup.open("h2", &[("class", "lesson-name")]);
        let href = step_href(lesson, state, 1);
        markup.open("a", &[("href", &href)]);
        markup.text(lesson.title.get(lang)).close().close();
        markup.leaf("p", "lesson-summary", lesson.summary.get(lang));
        markup.close();
    }
    let _ = (Setting::Lesson, View::Class);
    markup.finish()
}
