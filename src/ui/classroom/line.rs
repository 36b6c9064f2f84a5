//! The line as one sees it: cards where they belong, and what the slots between them are called.

use super::table::Around;
use crate::dataset::Card;
use crate::explore::ViewState;
use crate::game::Round;
use crate::ui::Words;
use crate::ui::format;
use crate::ui::markup::Markup;

/// Opens a line, on which arrow keys go from slot to slot.
pub(super) fn open_line(markup: &mut Markup, words: Words) {
    let line = [
        ("class", "game-line"),
        ("aria-label", words.game_line()),
        ("data-arrows", ""),
    ];
    markup.open("ol", &line);
}

/// What a placed card shows beside its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    None,
    Right,
    Wrong,
}

impl Sign {
    pub fn of(is_right: bool) -> Self {
        if is_right { Self::Right } else { Self::Wrong }
    }
}

/// A card on the line: when it began, and what it is.
pub(super) fn write_placed(
    markup: &mut Markup,
    around: &Around,
    round: &Round,
    number: usize,
    sign: Sign,
) {
    let Some(card) = around.card(round, number) else {
        return;
    };
    let words = around.words;
    let theme = card.themes.first().map(String::as_str);
    let class = if sign == Sign::None {
        "game-card"
    } else {
        "game-card is-signed"
    };
    markup.hued("div", class, theme, &around.bundle.vocabulary);
    markup
        .begin("p", "game-date")
        .text(&format::date(words.0, card.start));
    if sign != Sign::None {
        let is_right = sign == Sign::Right;
        write_sign(markup, is_right);
        let said = if is_right {
            words.game_was_right()
        } else {
            words.game_was_wrong()
        };
        markup.leaf("span", "visually-hidden", said);
    }
    markup.close();
    let theme = theme.and_then(|id| around.bundle.vocabulary.theme(id));
    let href = record_href(around, card);
    markup
        .begin("p", "game-card-name")
        .open("a", &[("href", &href)]);
    markup.text(card.name.get(words.0)).close().close();
    if let Some(theme) = theme {
        markup.begin("p", "game-theme").icon(&theme.icon);
        markup.plain("span", theme.short.get(words.0)).close();
    }
    markup.close();
}

pub(super) fn write_sign(markup: &mut Markup, is_right: bool) {
    let class = if is_right {
        "game-sign is-right"
    } else {
        "game-sign is-wrong"
    };
    markup.open("span", &[("class", class), ("aria-hidden", "true")]);
    markup.text(if is_right { "✓" } else { "✗" }).close();
}

/// What a slot on a line is called.
pub(super) fn name_of_slot(around: &Around, round: &Round, line: &[usize], slot: usize) -> String {
    let words = around.words;
    let name = |place: Option<usize>| {
        let card = around.card(round, *line.get(place?)?)?;
        Some(card.name.get(words.0))
    };
    match (name(slot.checked_sub(1)), name(Some(slot))) {
        (Some(before), Some(after)) => words.game_between(before, after),
        (Some(before), None) => words.game_after(before),
        (None, after) => words.game_before(after.unwrap_or_default()),
    }
}

/// A link that opens a record beside the game.
pub(super) fn record_href(around: &Around, card: &Card) -> String {
    let state = ViewState {
        id: Some(card.id.clone()),
        ..around.game(around.seed(), around.level())
    };
    state.to_href()
}
