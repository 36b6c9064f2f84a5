//! One record in short.

use super::markup::{Marks, Markup};
use super::{Words, format};
use crate::dataset::{Card, Entry, Lang, Vocabulary};

/// Writes a card. Its heading's link covers all of it.
pub fn card(
    markup: &mut Markup,
    card: &Card,
    vocabulary: &Vocabulary,
    words: Words,
    href: &str,
    marks: Marks<'_>,
) {
    let lang = words.0;
    let theme = card.themes.first().map(String::as_str);
    markup.hued("article", "card", theme, vocabulary);
    theme_line(markup, card, vocabulary, lang);
    let (name, second) = second_name(card, lang);
    markup.begin("h2", "card-name").open("a", &[("href", href)]);
    markup.marked(name, marks).close().close();
    if let Some((other, name)) = second {
        markup.open("p", &[("class", "card-second"), ("lang", other.tag())]);
        markup.marked(name, marks).close();
    }
    markup.begin("p", "card-lead");
    let lead = card.organisations.first();
    if let Some(lead) = lead.and_then(|part| vocabulary.organisation(&part.id)) {
        markup.marked(lead.name.get(lang), marks).text(" · ");
    }
    markup
        .leaf("span", "card-years", &format::years(words, card))
        .close();
    markup
        .begin("p", "card-summary")
        .marked(&card.summary, marks)
        .close();
    markup.begin("p", "card-foot");
    status(markup, &card.status, vocabulary, lang);
    if let Some(hkd) = card.amount {
        markup.leaf("span", "card-amount", &format::money(lang, hkd));
    }
    markup.leaf("span", "card-sources", &words.sources_count(card.sources));
    if card.disputed {
        let mark = words.disputed_mark();
        markup.open("span", &[("class", "card-disputed"), ("title", mark)]);
        markup
            .open("span", &[("aria-hidden", "true")])
            .text("≠")
            .close();
        markup.leaf("span", "visually-hidden", mark).close();
    }
    markup.close().close();
}

/// Writes the theme and the kind of a record.
pub fn theme_line(markup: &mut Markup, card: &Card, vocabulary: &Vocabulary, lang: Lang) {
    markup.begin("p", "card-theme");
    if let Some(theme) = card.themes.first().and_then(|id| vocabulary.theme(id)) {
        markup
            .icon(&theme.icon)
            .leaf("span", "card-theme-name", theme.short.get(lang));
    }
    if let Some(kind) = Entry::find(&vocabulary.kinds, &card.kind) {
        markup.leaf("span", "card-kind", kind.name.get(lang));
    }
    markup.close();
}

/// Writes where a record stands, what goes on with a filled mark.
pub fn status(markup: &mut Markup, id: &str, vocabulary: &Vocabulary, lang: Lang) {
    if let Some(status) = vocabulary.status(id) {
        let class = if status.ongoing {
            "status status-ongoing"
        } else {
            "status"
        };
        markup.leaf("span", class, status.name.get(lang));
    }
}

/// The name in the language, and the one shown below it where it differs: Chinese under English, English under
/// Chinese.
pub fn second_name(card: &Card, lang: Lang) -> (&str, Option<(Lang, &str)>) {
    let other = if lang.is_chinese() {
        Lang::En
    } else {
        Lang::ZhHant
    };
    let (name, second) = (card.name.get(lang), card.name.get(other));
    (name, (name != second).then_some((other, second)))
}
