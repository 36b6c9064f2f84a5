//! The game as one sees it: the card in the hand, what was right and why, the end.

use super::line::{Sign, name_of_slot, open_line, record_href, write_placed, write_sign};
use super::table::{Around, Game};
use super::ways::{name_of, write_levels, write_ways};
use crate::dataset::{Card, Entry, Initiative, Lang, Source, Vocabulary};
use crate::game::{Round, tells_year};
use crate::ui::Words;
use crate::ui::format;
use crate::ui::markup::Markup;

/// Writes the table of a game.
pub(super) fn markup(around: &Around, game: &Game, round: &Round) -> String {
    let words = around.words;
    let mut table = Markup::default();
    let seed = around.seed();
    table.begin("div", "game").begin("header", "game-head");
    let heading = [
        ("class", "game-title"),
        ("id", "game-title"),
        ("tabindex", "-1"),
    ];
    table.open("h1", &heading).text(words.game_title()).close();
    table.leaf("p", "game-set", &name_of(around, seed));
    write_levels(&mut table, around, seed);
    table.close();
    match (round.hand(), game.is_judged) {
        _ if round.of() == 0 => {
            table.leaf("p", "game-about", words.game_too_few());
        }
        (_, true) => write_verdict(&mut table, around, round),
        (Some(hand), false) => write_hand(&mut table, around, round, hand),
        (None, false) => write_end(&mut table, around, game, round),
    }
    table.finish()
}

/// Writes what a record says of its beginning, and where it has that from.
pub(super) fn why(record: &Initiative, words: Words) -> String {
    let mut markup = Markup::default();
    let first = record
        .milestones
        .iter()
        .find(|milestone| milestone.date == record.start);
    if let Some(first) = first {
        markup.leaf("p", "game-why-text", first.text.get(words.0));
    }
    markup.leaf("h3", "game-why-title", words.sources());
    markup.begin("ul", "game-sources");
    for (i, source) in record.sources.iter().enumerate() {
        if first.is_none_or(|first| first.sources.contains(&(i + 1))) {
            markup.open("li", &[]);
            write_source(&mut markup, source, words);
            markup.close();
        }
    }
    markup.finish()
}

fn write_source(markup: &mut Markup, source: &Source, words: Words) {
    if let Some(url) = source.link() {
        let rel = "external noopener noreferrer";
        markup.open("a", &[("href", url), ("rel", rel), ("target", "_blank")]);
        markup.text(&source.title).close();
    } else {
        markup.plain("span", &source.title).text(" ");
        markup.leaf("span", "role", words.no_link());
    }
    markup.begin("span", "source-notes").text(&source.publisher);
    if let Some(date) = source.published {
        markup.text(" · ").text(&format::date(words.0, date));
    }
    markup.close();
}

/// The card to be placed, and the line with its slots.
fn write_hand(markup: &mut Markup, around: &Around, round: &Round, hand: usize) {
    let words = around.words;
    let Some(card) = around.card(round, hand) else {
        return;
    };
    write_standing(markup, around, round, hand);
    markup.leaf("p", "game-about", words.game_ask());
    let theme = card.themes.first().map(String::as_str);
    let vocabulary = &around.bundle.vocabulary;
    let hue = theme.and_then(|theme| vocabulary.hue(theme));
    let hue = hue.map(|hue| hue.to_string()).unwrap_or_default();
    let attributes = [
        ("class", "game-hand"),
        ("data-hue", &*hue),
        ("data-drag", ""),
    ];
    markup.open("div", &attributes);
    markup.begin("div", "game-hand-words");
    theme_line(markup, card, vocabulary, words.0);
    markup.open(
        "h2",
        &[
            ("class", "game-name"),
            ("id", "game-hand"),
            ("tabindex", "-1"),
        ],
    );
    markup.text(card.name.get(words.0)).close().close();
    let grip = [
        ("class", "game-grip"),
        ("data-grip", ""),
        ("aria-hidden", "true"),
    ];
    markup.open("span", &grip).text("⠿").close().close();
    if !tells_year(&card.summary) {
        markup.leaf("p", "game-summary", &card.summary);
    }
    let line = round.line(hand);
    open_line(markup, words);
    for slot in 0..=line.len() {
        markup.begin("li", "game-gap");
        let act = format!("game place {slot}");
        let id = format!("game-slot-{slot}");
        let button = [
            ("type", "button"),
            ("class", "game-slot"),
            ("id", &id),
            ("data-act", &act),
            ("data-slot", ""),
        ];
        markup.open("button", &button);
        markup
            .open("span", &[("aria-hidden", "true")])
            .text("+")
            .close();
        let place = name_of_slot(around, round, &line, slot);
        markup.leaf("span", "visually-hidden", &place);
        markup.close().close();
        if let Some(card) = line.get(slot) {
            markup.open("li", &[]);
            write_placed(markup, around, round, *card, Sign::None);
            markup.close();
        }
    }
    markup.close();
}

/// What was right, and why; the line with the card where it belongs.
fn write_verdict(markup: &mut Markup, around: &Around, round: &Round) {
    let words = around.words;
    let number = round.done();
    let Some(card) = around.card(round, number) else {
        return;
    };
    let is_right = round.is_right(number);
    write_standing(markup, around, round, number);
    let theme = card.themes.first().map(String::as_str);
    let vocabulary = &around.bundle.vocabulary;
    let class = if is_right {
        "game-verdict is-right"
    } else {
        "game-verdict is-wrong"
    };
    markup.begin("section", class);
    markup.open("div", &[("role", "status")]);
    markup.open(
        "h2",
        &[
            ("class", "game-judged"),
            ("id", "game-verdict"),
            ("tabindex", "-1"),
            // So that whoever hears the page hears all of it when the focus comes here.
            ("aria-describedby", "game-belongs"),
        ],
    );
    write_sign(markup, is_right);
    let judged = if is_right {
        words.game_right()
    } else {
        words.game_wrong()
    };
    markup.text(judged).close();
    let line = round.line(number);
    let place = name_of_slot(around, round, &line, round.deal.slot(&line, number));
    markup.open("div", &[("id", "game-belongs")]);
    markup.leaf("p", "game-belongs", &words.game_belongs(place));
    let began = words.game_began(format::date(words.0, card.start));
    markup.leaf("p", "game-began", &began).close().close();
    markup.begin("p", "game-do");
    let next = if round.is_complete() {
        words.game_result()
    } else {
        words.game_next()
    };
    let attributes = [
        ("type", "button"),
        ("class", "button primary"),
        ("id", "game-next"),
        ("data-act", "game next"),
    ];
    markup.open("button", &attributes).text(next).close();
    let href = record_href(around, card);
    markup.open("a", &[("class", "button"), ("href", &href)]);
    markup.text(words.game_record()).close().close();
    markup.hued("div", "game-reason", theme, vocabulary);
    theme_line(markup, card, vocabulary, words.0);
    markup.leaf("h3", "game-name", card.name.get(words.0));
    markup.leaf("p", "game-reason-summary", &card.summary);
    // Drawn by itself when it is here, so that nobody hears all of this twice and no button moves.
    markup
        .open("div", &[("id", "game-why")])
        .close()
        .close()
        .close();
    open_line(markup, words);
    for card in round.line(number + 1) {
        markup.open("li", &[]);
        let sign = if card == number {
            Sign::of(is_right)
        } else {
            Sign::None
        };
        write_placed(markup, around, round, card, sign);
        markup.close();
    }
    markup.close();
}

/// The score, the whole line, and where to go from here.
fn write_end(markup: &mut Markup, around: &Around, game: &Game, round: &Round) {
    let words = around.words;
    let score = [
        ("class", "game-score"),
        ("id", "game-end"),
        ("tabindex", "-1"),
    ];
    markup.open("h2", &score);
    markup
        .text(&words.game_score(round.right(), round.of()))
        .close();
    markup.leaf("p", "game-about", words.game_done());
    markup.begin("div", "game-share");
    markup.leaf("pre", "game-text", &around.result(round));
    markup.begin("p", "game-do");
    for (act, class, name) in [
        ("game copy", "button primary", words.game_copy()),
        ("game again", "button", words.game_again()),
    ] {
        let id = act.replace(' ', "-");
        let button = [
            ("type", "button"),
            ("class", class),
            ("id", &id),
            ("data-act", act),
        ];
        markup.open("button", &button).text(name).close();
    }
    markup.open("span", &[("class", "copied"), ("role", "status")]);
    markup.text(match game.copied {
        None => "",
        Some(true) => words.copied(),
        Some(false) => words.not_copied(),
    });
    markup.close().close().close();
    open_line(markup, words);
    for card in round.line(usize::MAX) {
        markup.open("li", &[]);
        let sign = if card == 0 {
            Sign::None
        } else {
            Sign::of(round.is_right(card))
        };
        write_placed(markup, around, round, card, sign);
        markup.close();
    }
    markup.close();
    markup.leaf("h2", "section-title", words.game_more());
    write_ways(markup, around);
}

/// Which card it is, and how many were right so far.
fn write_standing(markup: &mut Markup, around: &Around, round: &Round, number: usize) {
    let words = around.words;
    markup.begin("p", "game-standing");
    markup.leaf("strong", "", &words.game_card_of(number, round.of()));
    markup.text(" · ").text(&words.game_so_far(round.right()));
    markup.close();
}

/// Writes the theme and the kind of a record.
fn theme_line(markup: &mut Markup, card: &Card, vocabulary: &Vocabulary, lang: Lang) {
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
