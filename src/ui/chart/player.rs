//! Playing the years: the story up to one year after another, by itself or step by step, with how many records of each
//! theme there are by then.

use super::calendar::year_of;
use super::layers::put_in_place;
use super::place::css;
use super::widget::{Chart, Told};
use super::window::window_of;
use crate::ui::markup::Markup;

/// How far the story has been played.
#[derive(Default)]
pub struct Player {
    /// Up to which year, while it plays or stands still.
    year: Option<u16>,
    is_playing: bool,
}

impl Chart {
    /// Whether the years are playing by themselves.
    pub fn is_playing(&self) -> bool {
        self.player.is_playing
    }

    /// Goes on by a year, and stops after the present one.
    pub fn tick(&mut self) -> Vec<Told> {
        let told = self.play_year(1);
        if self.player.year >= Some(year_of(self.today).year()) {
            self.player.is_playing = false;
            self.say_playing();
        }
        told
    }

    /// Begins to play, or pauses. Where the reader wants no motion, it is one step instead.
    pub(super) fn play(&mut self) -> Vec<Told> {
        let still = web_sys::window()
            .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok())
            .flatten()
            .is_some_and(|media| media.matches());
        if still {
            return self.play_year(1);
        }
        self.player.is_playing = !self.player.is_playing;
        if self.player.is_playing && self.player.year >= Some(year_of(self.today).year()) {
            self.player.year = None;
        }
        self.say_playing();
        Vec::new()
    }

    /// Shows the story up to a year later or earlier, with how many records of each theme there are by then.
    pub(super) fn play_year(&mut self, step: i16) -> Vec<Told> {
        let first = self
            .all
            .whole()
            .map_or(1, |(first, _)| year_of(first).year());
        let last = year_of(self.today).year();
        let year = match self.player.year {
            None if step > 0 => first,
            None => last,
            Some(year) => year.saturating_add_signed(step),
        };
        let year = year.clamp(first, last.max(first));
        self.player.year = Some(year);
        let mut state = self.state();
        state.show_years(None, Some(year));
        let told = self.go(window_of(&state, &self.limits));
        self.draw_counts(year);
        told
    }

    fn say_playing(&self) {
        let label = if self.player.is_playing {
            self.words.pause()
        } else {
            self.words.play()
        };
        if let Some(button) = self.part("[data-act=play]") {
            button.set_text_content(Some(label));
            let _ = button.set_attribute("aria-label", label);
            let _ = button.set_attribute("title", label);
        }
    }

    /// How many records of each theme had begun by a year, beside how many there are of the largest.
    fn draw_counts(&self, year: u16) {
        let Some(place) = self.part(".chart-counts") else {
            return;
        };
        let lang = self.words.0;
        let themes = &self.bundle.vocabulary.themes;
        let mut counts = vec![(0_usize, 0_usize); themes.len()];
        for card in self
            .shown
            .cards
            .iter()
            .filter_map(|place| self.bundle.cards.get(*place as usize))
        {
            let theme = card
                .themes
                .first()
                .and_then(|id| self.bundle.vocabulary.hue(id));
            if let Some((begun, all)) = theme.and_then(|theme| counts.get_mut(theme)) {
                *all += 1;
                *begun += usize::from(card.start.year() <= year);
            }
        }
        let most = counts.iter().map(|(_, all)| *all).max().unwrap_or(0).max(1);
        let mut markup = Markup::default();
        markup.leaf("strong", "chart-year", &year.to_string());
        for (i, (theme, (begun, _))) in themes.iter().zip(&counts).enumerate() {
            let hue = i.to_string();
            markup.open("div", &[("class", "chart-count"), ("data-hue", &hue)]);
            markup.plain("span", theme.short.get(lang));
            let bar = css(&[("width", (begun * 120).div_ceil(most) as f64)]);
            markup.open("i", &[("class", "chart-count-bar"), ("data-css", &bar)]);
            markup.close().plain("span", &begun.to_string()).close();
        }
        place.set_inner_html(&markup.finish());
        put_in_place(&place, &mut Vec::new());
    }
}
