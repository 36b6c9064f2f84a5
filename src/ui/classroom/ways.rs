//! Ways into a game: today's set, a class's word, the levels.

use super::table::Around;
use crate::dataset::PartialDate;
use crate::game::Level;
use crate::ui::format;
use crate::ui::markup::Markup;

/// Writes ways into a game: today's set at each level, and a word that a class agrees on.
pub(super) fn write(markup: &mut Markup, around: &Around) {
    let words = around.words;
    markup.leaf("h2", "section-title", words.game_title());
    markup.leaf("p", "class-intro", words.game_about());
    write_ways(markup, around);
}

/// What a set is called: today's, that of a day, or a class's.
pub(super) fn name_of(around: &Around, seed: &str) -> String {
    let words = around.words;
    let day: Option<PartialDate> = seed.parse().ok();
    match day.filter(|day| day.day().is_some()) {
        Some(day) if *seed == around.here.today => {
            let day = format::date(words.0, day);
            [words.game_today(), " · ", &day].concat()
        }
        Some(day) => words.game_of_day(format::date(words.0, day)),
        None => words.game_of_class(seed),
    }
}

/// The levels of a set, that in force marked.
pub(super) fn write_levels(markup: &mut Markup, around: &Around, seed: &str) {
    let words = around.words;
    let label = [
        ("class", "game-levels"),
        ("role", "group"),
        ("aria-label", words.game_level()),
    ];
    markup.open("div", &label);
    for level in Level::ALL {
        let id = ["game-", level.key().unwrap_or("usual")].concat();
        let href = around.game(seed, level).to_href();
        let mut link = vec![("class", "game-level"), ("id", &id), ("href", &href)];
        if level == around.level() && seed == around.seed() {
            link.push(("aria-current", "true"));
        }
        let name = match level {
            Level::Easy => words.game_easy(),
            Level::Usual => words.game_usual(),
            Level::Hard => words.game_hard(),
        };
        markup.open("a", &link).text(name).close();
    }
    markup.close();
}

/// Writes today's set, and the field for a class's word.
pub(super) fn write_ways(markup: &mut Markup, around: &Around) {
    let words = around.words;
    markup
        .begin("div", "game-ways-row")
        .begin("div", "game-way");
    markup.leaf("h3", "game-way-title", &name_of(around, &around.here.today));
    write_levels(markup, around, &around.here.today);
    markup.close();
    markup.open("form", &[("class", "game-way"), ("data-form", "game word")]);
    let field = [("class", "game-way-title"), ("for", "game-word")];
    markup.open("label", &field).text(words.game_word()).close();
    markup.begin("div", "game-word-row");
    markup.empty(
        "input",
        &[
            ("class", "game-word"),
            ("id", "game-word"),
            ("maxlength", "60"),
            ("autocomplete", "off"),
            ("aria-describedby", "game-word-hint"),
        ],
    );
    markup.begin("button", "button").text(words.game_open());
    markup.close().close();
    markup.open("p", &[("class", "game-hint"), ("id", "game-word-hint")]);
    markup.text(words.game_word_hint()).close();
    markup.close().close();
}
