//! One record in short.

use super::markup::{Marks, Markup};
use super::{Words, format};
use crate::dataset::{Card, Entry, Evidence, Lang, Text, Vocabulary};

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
    let (name, second) = second_name(&card.name, lang);
    markup.begin("h2", "card-name").open("a", &[("href", href)]);
    markup.marked(name, marks).close().close();
    if let Some((other, name)) = second {
        markup.open("p", &[("class", "card-second"), ("lang", other.tag())]);
        markup.marked(name, marks).close();
    }
    markup.begin("p", "card-lead");
    let lead = card.organisations.first();
    if let Some(lead) = lead.and_then(|id| vocabulary.organisation(id)) {
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
    status(markup, card, vocabulary, words);
    if let Some(amount) = card.amount {
        let sum = format::money(lang, amount.hkd);
        let kind = amount.kind.map(|kind| words.amount(kind));
        let text = kind.map_or(sum.clone(), |kind| words.sum_of_kind(&sum, kind));
        markup.leaf("span", "card-amount", &text);
    }
    markup.leaf("span", "card-sources", &words.sources_count(card.sources));
    if card.has(Evidence::Disagree) {
        markup.leaf("span", "card-disputed", words.evidence(Evidence::Disagree));
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

/// Writes where a record stands: what goes on with a filled mark, or, where nobody has heard of it for two years, when
/// it was last confirmed.
pub fn status(markup: &mut Markup, card: &Card, vocabulary: &Vocabulary, words: Words) {
    let lang = words.0;
    if card.has(Evidence::Unconfirmed) {
        let heard = words.last_confirmed(card.heard.year());
        markup.leaf("span", "status status-old", &heard);
    } else if let Some(status) = vocabulary.status(&card.status) {
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
pub fn second_name(name: &Text, lang: Lang) -> (&str, Option<(Lang, &str)>) {
    let other = lang.second();
    let (first, second) = (name.get(lang), name.get(other));
    (first, (first != second).then_some((other, second)))
}
