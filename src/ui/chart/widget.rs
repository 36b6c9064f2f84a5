//! The chart: what it shows, and what it does when something happens to it.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlSelectElement, KeyboardEvent, PointerEvent, WheelEvent,
};

use super::drawing::{Scene, TICK_PX, Target, What, css, when, year_of};
use super::gesture::{Gesture, Move};
use super::spans::{Lane, lanes_of};
use super::svg::Picture;
use crate::dataset::{Bundle, PartialDate};
use crate::explore::{Lanes, ViewState};
use crate::timeline::{
    Bucket, Day, LEAP, Layout, Limits, Options, STEP, Timeline, Viewport, date_of, day_of, density,
    ticks,
};
use crate::ui::Words;
use crate::ui::markup::Markup;

/// How many rows all lanes have together at most.
const MOST_ROWS: usize = 63;
/// How much is drawn beyond each edge of what is seen, as a part of it: so far a drag only moves what is there.
const BEYOND: f64 = 0.2;
/// How much a press of a key moves the window, as a part of it.
const KEY_PAN: f64 = 0.6;
/// Which part of all of time is shown after its end.
const AFTER: Day = 10;
/// How many pixels of turning a wheel come twice as near.
const WHEEL_PX: f64 = 240.0;

/// What the page asks the chart to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// The places of the records, as the filters leave them, whatever the years.
    pub cards: Vec<u32>,
    /// Window, lanes and open record.
    pub state: ViewState,
}

/// What the chart tells the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The window and the lanes are now these: years, and days where they are finer.
    Window(Box<ViewState>),
    /// This record is to be opened, by its id.
    Open(String),
    /// This picture is to be kept, as what it is drawn or as dots.
    Keep(Picture, Format),
}

/// As what a picture is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines and letters.
    Svg,
    /// Dots.
    Png,
}

/// Something with a name, which is kept in sight while a part of it is.
struct Name {
    element: HtmlElement,
    x0: f64,
    x1: f64,
    /// How far the name is moved in, in pixels.
    indent: i32,
}

/// A timeline on the page.
pub struct Chart {
    root: HtmlElement,
    bundle: Bundle,
    words: Words,
    today: Day,
    shown: Shown,
    lanes: Vec<Lane>,
    /// All records in lanes, and those shown.
    all: Timeline,
    timeline: Timeline,
    limits: Limits,
    viewport: Viewport,
    /// How wide what is seen is, in pixels.
    width: f64,
    layout: Option<Layout>,
    /// The window of the last drawing, beyond both edges of what was seen.
    drawn: Option<Viewport>,
    targets: Vec<Target>,
    /// What has a name that must stay in sight, with where it begins and ends in the drawing.
    names: Vec<Name>,
    /// The target that the keyboard is at, by its id.
    active: Option<String>,
    gesture: Gesture,
    /// The day at which a drag over the strip began.
    brush: Option<f64>,
    /// Up to which year the story has been played, while it plays or stands still.
    played: Option<u16>,
    is_playing: bool,
}

impl Chart {
    /// A chart of a bundle's records in an element, which it fills.
    pub fn new(root: HtmlElement, bundle: Bundle, today: Day) -> Self {
        let words = Words(bundle.lang);
        let (lanes, all) = lanes_of(
            &bundle.cards,
            &bundle.vocabulary,
            Lanes::default(),
            words,
            today,
        );
        let limits = limits_of(&all, today);
        let mut chart = Self {
            root,
            bundle,
            words,
            today,
            shown: Shown::default(),
            lanes,
            timeline: all.clone(),
            all,
            limits,
            viewport: limits.whole(),
            width: 0.0,
            layout: None,
            drawn: None,
            targets: Vec::new(),
            names: Vec::new(),
            active: None,
            gesture: Gesture::default(),
            brush: None,
            played: None,
            is_playing: false,
        };
        chart.frame();
        chart
    }

    /// Shows what the page asks for.
    pub fn show(&mut self, shown: Shown) {
        if shown.state.lanes != self.shown.state.lanes {
            let (lanes, all) = lanes_of(
                &self.bundle.cards,
                &self.bundle.vocabulary,
                shown.state.lanes,
                self.words,
                self.today,
            );
            (self.lanes, self.all) = (lanes, all);
        }
        let mut kept = vec![false; self.bundle.cards.len()];
        for place in &shown.cards {
            if let Some(kept) = kept.get_mut(*place as usize) {
                *kept = true;
            }
        }
        self.timeline = self
            .all
            .only(&mut |record| kept.get(record as usize).copied().unwrap_or(false));
        self.layout = None;
        self.drawn = None;
        if window_of(&shown.state, &self.limits) != window_of(&self.state(), &self.limits) {
            self.viewport = window_of(&shown.state, &self.limits);
        }
        self.shown = shown;
        let choice = self.part("select[name=lanes]");
        if let Some(choice) = choice.and_then(|choice| choice.dyn_into::<HtmlSelectElement>().ok())
        {
            choice.set_value(self.shown.state.lanes.key());
        }
        self.draw_strip();
        self.draw();
    }

    /// Fits itself into the room that it has now.
    pub fn resize(&mut self) {
        // On a phone the strip alone is shown, beside the list.
        let wide = |part: &str| self.part(part).map_or(0, |part| part.client_width());
        let width = f64::from(wide(".chart-view").max(wide(".chart-strip")));
        if width > 0.0 && (width - self.width).abs() > 0.5 {
            self.width = width;
            self.layout = None;
            self.drawn = None;
            self.draw_strip();
            self.draw();
        }
    }

    /// Answers to an event within its element.
    pub fn on(&mut self, event: &Event) -> Vec<Told> {
        match event.type_().as_str() {
            "pointerdown" => self.pointer_down(event.unchecked_ref()),
            "pointermove" => self.pointer_move(event.unchecked_ref()),
            "pointerup" | "pointercancel" => return self.pointer_up(event.unchecked_ref()),
            "pointerover" => self.hover(event),
            "wheel" => return self.wheel(event.unchecked_ref()),
            "click" => return self.click(event),
            "dblclick" => return self.double_click(event.unchecked_ref()),
            "change" => return self.choose_lanes(event),
            "keydown" => return self.key(event.unchecked_ref()),
            "focusin" => self.focus(event),
            _ => {}
        }
        Vec::new()
    }

    /// The window as the state of the page says it.
    fn state(&self) -> ViewState {
        let mut state = self.shown.state.clone();
        state.show_years(None, None);
        let whole = self.limits.whole();
        let is_whole = |a: f64, b: f64| (a - b).abs() < 1.0;
        let first = self.viewport.from.round() as Day;
        let last = (self.viewport.to.round() as Day - 1).max(first);
        // An edge that is that of all time stays open.
        let from = !is_whole(self.viewport.from, whole.from);
        let to = !is_whole(self.viewport.to, whole.to);
        state.show_years(
            from.then(|| year_of(first).year()),
            to.then(|| year_of(last).year()),
        );
        let year = window_of(&state, &self.limits);
        let date = |day: Day| {
            let (year, month, day) = date_of(day);
            PartialDate::of(year, Some(month), Some(day))
        };
        if !is_whole(self.viewport.from, year.from) || !is_whole(self.viewport.to, year.to) {
            state.show_days(date(first), date(last));
        }
        state
    }

    /// Shows another window, and tells of it.
    fn go(&mut self, viewport: Viewport) -> Vec<Told> {
        self.viewport = viewport;
        self.draw();
        self.told()
    }

    fn told(&mut self) -> Vec<Told> {
        let state = self.state();
        if state == self.shown.state {
            return Vec::new();
        }
        // Whole days, as the address says it, so that it looks the same however one gets there.
        self.viewport = window_of(&state, &self.limits);
        self.draw();
        self.shown.state = state.clone();
        vec![Told::Window(Box::new(state))]
    }

    // What happens.

    fn pointer_down(&mut self, event: &PointerEvent) {
        let is_main = event.button() == 0;
        if is_main && within(event, ".chart-strip") {
            self.brush = self.strip_day(event);
            if let Some(strip) = self.part(".chart-strip") {
                let _ = strip.set_pointer_capture(event.pointer_id());
            }
            return;
        }
        let Some(view) = self.part(".chart-view").filter(|_| is_main) else {
            return;
        };
        if !within(event, ".chart-view") {
            return;
        }
        // Held from here on, so that a drag may leave the chart; a click still reaches what it was on.
        let _ = view.set_pointer_capture(event.pointer_id());
        self.gesture
            .begin(event.pointer_id(), f64::from(event.client_x()));
    }

    fn pointer_move(&mut self, event: &PointerEvent) {
        if let (Some(a), Some(b)) = (self.brush, self.strip_day(event)) {
            let (from, to) = (a.min(b), a.max(b));
            // By no pixels: only held within the limits.
            self.viewport = Viewport { from, to }.pan(0.0, 1.0, &self.limits);
            self.draw();
            return;
        }
        let moved = self
            .gesture
            .go(event.pointer_id(), f64::from(event.client_x()));
        self.viewport = match moved {
            Move::None => return,
            Move::Pan(pixels) => self.viewport.pan(pixels, self.width, &self.limits),
            Move::Zoom(factor, x) => {
                let about = self.day_at(x);
                self.viewport.zoom(factor, about, &self.limits)
            }
        };
        self.draw();
    }

    fn pointer_up(&mut self, event: &PointerEvent) -> Vec<Told> {
        if self.brush.take().is_some() || self.gesture.end(event.pointer_id()) {
            self.told()
        } else {
            Vec::new()
        }
    }

    /// A wheel with a modifier comes nearer, as two fingers on a pad do; sideways it moves. Else it is the page's.
    fn wheel(&mut self, event: &WheelEvent) -> Vec<Told> {
        let unit = if event.delta_mode() == 0 { 1.0 } else { 16.0 };
        let (x, y) = (event.delta_x() * unit, event.delta_y() * unit);
        let viewport = if event.ctrl_key() || event.meta_key() {
            let factor = LEAP.powf(-y / WHEEL_PX);
            let about = self.day_at(f64::from(event.client_x()));
            self.viewport.zoom(factor, about, &self.limits)
        } else if event.shift_key() && y != 0.0 {
            self.viewport.pan(y, self.width, &self.limits)
        } else if x.abs() > y.abs() {
            self.viewport.pan(x, self.width, &self.limits)
        } else {
            return Vec::new();
        };
        event.prevent_default();
        self.go(viewport)
    }

    fn click(&mut self, event: &Event) -> Vec<Told> {
        let Some(element) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
            return Vec::new();
        };
        if let Some(act) = closest(&element, "[data-act]") {
            return self.act(&act.get_attribute("data-act").unwrap_or_default());
        }
        if self.gesture.is_drag() {
            return Vec::new();
        }
        // The pointer is held by the view, so what lies under it is asked for by its place.
        let event: &PointerEvent = event.unchecked_ref();
        let under = element
            .owner_document()
            .and_then(|page| {
                page.element_from_point(event.client_x() as f32, event.client_y() as f32)
            })
            .and_then(|element| closest(&element, ".mark"));
        let Some(mark) = under else {
            return Vec::new();
        };
        self.active = Some(mark.id());
        self.mark_active();
        self.open(&mark.id())
    }

    fn double_click(&mut self, event: &PointerEvent) -> Vec<Told> {
        if within(event, "[data-act]") || !within(event, ".chart-view") {
            return Vec::new();
        }
        let about = self.day_at(f64::from(event.client_x()));
        let viewport = self.viewport.zoom(LEAP, about, &self.limits);
        self.go(viewport)
    }

    fn act(&mut self, act: &str) -> Vec<Told> {
        let middle = f64::midpoint(self.viewport.from, self.viewport.to);
        let step = self.width * KEY_PAN;
        let viewport = match act {
            "in" => self.viewport.zoom(STEP, middle, &self.limits),
            "out" => self.viewport.zoom(1.0 / STEP, middle, &self.limits),
            "earlier" => self.viewport.pan(-step, self.width, &self.limits),
            "later" => self.viewport.pan(step, self.width, &self.limits),
            "all" => self.limits.whole(),
            "play" => return self.play(),
            "back" => return self.play_year(-1),
            "on" => return self.play_year(1),
            "svg" => return self.keep(Format::Svg),
            "png" => return self.keep(Format::Png),
            "results" => match self.timeline.whole() {
                Some((first, end)) => Viewport::fit(first, end, &self.limits),
                None => self.limits.whole(),
            },
            _ => return Vec::new(),
        };
        self.go(viewport)
    }

    /// Whether the years are playing by themselves.
    pub fn is_playing(&self) -> bool {
        self.is_playing
    }

    /// Goes on by a year, and stops after the present one.
    pub fn tick(&mut self) -> Vec<Told> {
        let told = self.play_year(1);
        if self.played >= Some(year_of(self.today).year()) {
            self.is_playing = false;
            self.say_playing();
        }
        told
    }

    /// Begins to play, or pauses. Where the reader wants no motion, it is one step instead.
    fn play(&mut self) -> Vec<Told> {
        let still = web_sys::window()
            .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok())
            .flatten()
            .is_some_and(|media| media.matches());
        if still {
            return self.play_year(1);
        }
        self.is_playing = !self.is_playing;
        if self.is_playing && self.played >= Some(year_of(self.today).year()) {
            self.played = None;
        }
        self.say_playing();
        Vec::new()
    }

    /// Shows the story up to a year later or earlier, with how many records of each theme there are by then.
    fn play_year(&mut self, step: i16) -> Vec<Told> {
        let first = self
            .all
            .whole()
            .map_or(1, |(first, _)| year_of(first).year());
        let last = year_of(self.today).year();
        let year = match self.played {
            None if step > 0 => first,
            None => last,
            Some(year) => year.saturating_add_signed(step),
        };
        let year = year.clamp(first, last.max(first));
        self.played = Some(year);
        let mut state = self.state();
        state.show_years(None, Some(year));
        let told = self.go(window_of(&state, &self.limits));
        self.draw_counts(year);
        told
    }

    fn say_playing(&self) {
        let label = if self.is_playing {
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

    /// The present window as a picture.
    fn keep(&mut self, format: Format) -> Vec<Told> {
        let Some(layout) = &self.layout else {
            return Vec::new();
        };
        let drawing = layout.window(&self.viewport);
        let scene = Scene {
            cards: &self.bundle.cards,
            vocabulary: &self.bundle.vocabulary,
            words: self.words,
            lanes: &self.lanes,
            layout,
            drawing: &drawing,
            viewport: self.viewport,
            width: self.width,
            today: self.today,
            open: None,
        };
        let page = web_sys::window().and_then(|window| window.location().href().ok());
        vec![Told::Keep(scene.picture(&page.unwrap_or_default()), format)]
    }

    fn open(&mut self, id: &str) -> Vec<Told> {
        let target = self.targets.iter().find(|target| target.id == id);
        match target.map(|target| &target.what) {
            Some(What::Record(record)) => {
                let card = self.bundle.cards.get(*record as usize);
                card.map(|card| Told::Open(card.id.clone()))
                    .into_iter()
                    .collect()
            }
            Some(What::Cluster(first, end)) => {
                let viewport = Viewport::fit(*first, *end, &self.limits);
                self.go(viewport)
            }
            None => Vec::new(),
        }
    }

    fn key(&mut self, event: &KeyboardEvent) -> Vec<Told> {
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if !plain || !within(event, ".chart-view") {
            return Vec::new();
        }
        let told = match event.key().as_str() {
            "ArrowRight" => self.step(1, None),
            "ArrowLeft" => self.step(-1, None),
            "ArrowDown" => self.step(0, Some(1)),
            "ArrowUp" => self.step(0, Some(-1)),
            "Home" => self.end(false),
            "End" => self.end(true),
            "+" | "=" => self.act("in"),
            "-" | "_" => self.act("out"),
            "Enter" | " " => match self.active.clone() {
                Some(id) => self.open(&id),
                None => self.step(1, None),
            },
            _ => return Vec::new(),
        };
        event.prevent_default();
        told
    }

    /// Goes to the next target in time, or to the nearest of the next lane. At the edge the window moves on.
    fn step(&mut self, along: isize, across: Option<isize>) -> Vec<Told> {
        let seen = self.seen();
        let place = self
            .active
            .as_ref()
            .and_then(|id| seen.iter().position(|target| target.id == *id));
        let next = match (place, across) {
            (None, _) => seen.first(),
            (Some(place), None) => place
                .checked_add_signed(along)
                .and_then(|place| seen.get(place)),
            (Some(place), Some(down)) => {
                let from = &seen[place];
                let lanes = seen.iter().map(|target| target.lane);
                let beyond = lanes.filter(|lane| {
                    if down > 0 {
                        *lane > from.lane
                    } else {
                        *lane < from.lane
                    }
                });
                let lane = if down > 0 { beyond.min() } else { beyond.max() };
                let in_lane = seen.iter().filter(|target| Some(target.lane) == lane);
                let distance = |target: &&Target| (target.x - from.x).abs();
                in_lane.min_by(|a, b| distance(a).total_cmp(&distance(b)))
            }
        };
        if let Some(next) = next {
            self.active = Some(next.id.clone());
            self.mark_active();
            return Vec::new();
        }
        if across.is_some() {
            return Vec::new();
        }
        let before = self.viewport;
        let pixels = self.width * KEY_PAN * along as f64;
        let viewport = self.viewport.pan(pixels, self.width, &self.limits);
        if viewport == before {
            return Vec::new();
        }
        let told = self.go(viewport);
        let middle = self.width / 2.0;
        let seen = self.seen();
        let next = if along > 0 {
            seen.iter().find(|target| target.x > middle).or(seen.last())
        } else {
            let mut from_last = seen.iter().rev();
            from_last.find(|target| target.x < middle).or(seen.first())
        };
        self.active = next.map(|target| target.id.clone());
        self.mark_active();
        told
    }

    fn end(&mut self, last: bool) -> Vec<Told> {
        let whole = self.limits.whole();
        let pixels =
            if last { 1.0 } else { -1.0 } * self.width * (whole.days() / self.viewport.days());
        let viewport = self.viewport.pan(pixels, self.width, &self.limits);
        let told = self.go(viewport);
        let seen = self.seen();
        let end = if last { seen.last() } else { seen.first() };
        self.active = end.map(|target| target.id.clone());
        self.mark_active();
        told
    }

    /// The targets that begin within what is seen, with places in pixels from its left edge.
    fn seen(&self) -> Vec<Target> {
        let shift = self.shift();
        let seen = self.targets.iter().map(|target| Target {
            x: target.x + shift,
            ..target.clone()
        });
        seen.filter(|target| (0.0..self.width).contains(&target.x))
            .collect()
    }

    fn focus(&mut self, event: &Event) {
        if within(event, ".chart-view") && self.active.is_none() {
            self.active = self.seen().first().map(|target| target.id.clone());
            self.mark_active();
        }
    }

    fn hover(&mut self, event: &Event) {
        if self.gesture.is_on() {
            return;
        }
        let element = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if let Some(mark) = element.and_then(|element| closest(&element, ".mark")) {
            self.read(&mark.id());
        }
    }

    // What is drawn.

    /// The parts that stay.
    fn frame(&mut self) {
        let words = self.words;
        let mut markup = Markup::default();
        markup.open(
            "div",
            &[
                ("class", "chart-tools"),
                ("role", "group"),
                ("aria-label", words.chart_tools()),
            ],
        );
        for (act, sign, label) in [
            ("earlier", "←", words.earlier()),
            ("later", "→", words.later()),
            ("out", "−", words.zoom_out()),
            ("in", "+", words.zoom_in()),
        ] {
            let button = [
                ("type", "button"),
                ("class", "button chart-tool"),
                ("data-act", act),
                ("aria-label", label),
                ("title", label),
            ];
            markup.open("button", &button);
            markup.open("span", &[("aria-hidden", "true")]);
            markup.text(sign).close().close();
        }
        for (act, label) in [
            ("all", words.fit_all()),
            ("results", words.fit_results()),
            ("play", words.play()),
            ("back", words.year_back()),
            ("on", words.year_on()),
            ("svg", words.keep_svg()),
            ("png", words.keep_png()),
        ] {
            let kept = matches!(act, "svg" | "png").then(|| [words.keep(), label].join(" "));
            let button = [
                ("type", "button"),
                ("class", "button"),
                ("data-act", act),
                ("aria-label", kept.as_deref().unwrap_or(label)),
                ("title", kept.as_deref().unwrap_or(label)),
            ];
            markup.open("button", &button).text(label).close();
        }
        self.lanes_choice(&mut markup);
        markup.close();
        markup.open("div", &[("class", "chart-counts")]).close();
        markup.open("div", &[("class", "chart-field")]);
        markup.open("div", &[("class", "chart-back"), ("aria-hidden", "true")]);
        markup.close();
        markup.open("div", &[("class", "chart-head"), ("aria-hidden", "true")]);
        markup.close();
        markup.open(
            "div",
            &[
                ("class", "chart-view"),
                ("tabindex", "0"),
                ("role", "listbox"),
                ("aria-label", words.view_timeline()),
                ("aria-describedby", "chart-hint"),
            ],
        );
        markup.open("div", &[("class", "chart-layer"), ("role", "presentation")]);
        markup.close().close();
        markup.open("div", &[("class", "chart-names"), ("aria-hidden", "true")]);
        markup.close().close();
        markup.open("p", &[("class", "chart-hint"), ("id", "chart-hint")]);
        markup.text(words.chart_hint()).close();
        markup.open("div", &[("class", "chart-reading")]).close();
        markup.open("div", &[("class", "chart-strip"), ("aria-hidden", "true")]);
        markup.close();
        self.root.set_inner_html(&markup.finish());
    }

    /// By what the chart is parted into lanes.
    fn lanes_choice(&self, markup: &mut Markup) {
        let words = self.words;
        markup.begin("label", "order");
        markup.leaf("span", "order-label", words.lanes());
        markup.open("select", &[("class", "order-field"), ("name", "lanes")]);
        for lanes in Lanes::ALL {
            let name = match lanes {
                Lanes::Theme => words.facet_theme(),
                Lanes::Sector => words.facet_sector(),
                Lanes::Body => words.lanes_body(),
                Lanes::One => words.lanes_none(),
            };
            markup.open("option", &[("value", lanes.key())]);
            markup.text(name).close();
        }
        markup.close().close();
    }

    fn choose_lanes(&mut self, event: &Event) -> Vec<Told> {
        let choice = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
        let Some(lanes) = choice.and_then(|choice| Lanes::from_key(&choice.value())) else {
            return Vec::new();
        };
        // The page answers by showing it.
        let state = ViewState {
            lanes,
            ..self.state()
        };
        vec![Told::Window(Box::new(state))]
    }

    /// Draws what is seen: moved where that is enough, else anew.
    fn draw(&mut self) {
        if self.width <= 0.0 {
            return;
        }
        let zoom = self.viewport.scale(self.width).pixels_per_day;
        let is_same_zoom = self
            .layout
            .as_ref()
            .is_some_and(|layout| (layout.pixels_per_day() - zoom).abs() < f64::EPSILON);
        let is_within = self
            .drawn
            .is_some_and(|drawn| drawn.from <= self.viewport.from && self.viewport.to <= drawn.to);
        if self
            .part(".chart-view")
            .is_none_or(|view| view.client_width() == 0)
        {
            self.draw_brush();
            return;
        }
        if !(is_same_zoom && is_within) {
            self.draw_anew(zoom, is_same_zoom);
        }
        let shift = self.shift();
        for part in [".chart-layer", ".chart-back", ".chart-head"] {
            if let Some(part) = self.part(part) {
                let move_by = format!("translateX({}px)", shift.round() as i32);
                let _ = part.style().set_property("transform", &move_by);
            }
        }
        self.keep_names(shift);
        self.draw_brush();
    }

    /// Moves names in from the left edge where what they name begins beyond it.
    fn keep_names(&mut self, shift: f64) {
        for name in &mut self.names {
            let (x0, x1) = (name.x0 + shift, name.x1 + shift);
            let crosses = x0 < 0.0 && x1 > 0.0;
            let indent = if crosses { -x0.round() as i32 } else { 0 };
            if indent != name.indent {
                name.indent = indent;
                let _ = name
                    .element
                    .style()
                    .set_property("text-indent", &format!("{indent}px"));
            }
        }
    }

    fn draw_anew(&mut self, zoom: f64, is_same_zoom: bool) {
        let width = self.width * (1.0 + 2.0 * BEYOND);
        let beyond = self.viewport.days() * BEYOND;
        let drawn = Viewport {
            from: self.viewport.from - beyond,
            to: self.viewport.to + beyond,
        };
        let layout = match self.layout.take().filter(|_| is_same_zoom) {
            Some(layout) => layout,
            None => Layout::new(
                &self.timeline,
                zoom,
                Options {
                    most_rows: MOST_ROWS,
                    window_px: width,
                },
            ),
        };
        let drawing = layout.window(&drawn);
        let open = self.shown.state.id.as_ref();
        let open = open.and_then(|id| self.bundle.cards.iter().position(|card| card.id == *id));
        let scene = Scene {
            cards: &self.bundle.cards,
            vocabulary: &self.bundle.vocabulary,
            words: self.words,
            lanes: &self.lanes,
            layout: &layout,
            drawing: &drawing,
            viewport: drawn,
            width,
            today: self.today,
            open: open.and_then(|place| u32::try_from(place).ok()),
        };
        let ticks = ticks(&drawn, width, TICK_PX);
        let height = scene.tops().last().copied().unwrap_or(0);
        self.targets = scene.targets();
        let parts = [
            (".chart-layer", scene.lanes()),
            (".chart-back", scene.back(&ticks)),
            (".chart-head", scene.head(&ticks)),
            (".chart-names", scene.names()),
        ];
        self.names.clear();
        for (part, markup) in parts {
            if let Some(part) = self.part(part) {
                part.set_inner_html(&markup);
                put_in_place(&part, &mut self.names);
            }
        }
        if let Some(view) = self.part(".chart-view") {
            let _ = view.style().set_property("height", &format!("{height}px"));
        }
        self.drawn = Some(drawn);
        self.layout = Some(layout);
        self.mark_active();
    }

    /// How much begins when, over all of time.
    fn draw_strip(&mut self) {
        let Some(strip) = self.part(".chart-strip") else {
            return;
        };
        let whole = self.limits.whole();
        let year = |day: f64| year_of(day as Day).year();
        let (first, last) = (year(whole.from), year(whole.to));
        let bucket = Bucket::that_fits(first, last, self.width);
        let counts = density(&self.timeline, first, last, bucket);
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let mut path = String::new();
        for (i, count) in counts.iter().enumerate() {
            if *count > 0 {
                path.push_str(&format!("M{i} 40v-{}h.8V40z", (count * 38 / most).max(2)));
            }
        }
        let mut markup = Markup::default();
        markup.open(
            "svg",
            &[
                ("viewBox", &format!("0 0 {} 40", counts.len())),
                ("preserveAspectRatio", "none"),
            ],
        );
        markup.open("path", &[("d", &path)]).close().close();
        markup.open("div", &[("class", "chart-brush")]).close();
        markup.leaf("span", "chart-strip-first", &first.to_string());
        markup.leaf("span", "chart-strip-last", &last.to_string());
        strip.set_inner_html(&markup.finish());
    }

    fn draw_brush(&self) {
        let whole = self.limits.whole();
        let part = |day: f64| ((day - whole.from) / whole.days() * 1000.0).round() / 10.0;
        let (from, to) = (part(self.viewport.from), part(self.viewport.to));
        if let Some(brush) = self.part(".chart-brush") {
            let style = brush.style();
            let _ = style.set_property("left", &format!("{}%", tenths(from)));
            let _ = style.set_property("width", &format!("{}%", tenths((to - from).max(0.5))));
        }
    }

    /// Shows where the keyboard is, and reads it out.
    fn mark_active(&mut self) {
        let Some(view) = self.part(".chart-view") else {
            return;
        };
        if let Ok(Some(before)) = view.query_selector(".is-active") {
            let _ = before.class_list().remove_1("is-active");
            let _ = before.set_attribute("aria-selected", "false");
        }
        let Some(id) = self.active.clone() else {
            return;
        };
        let page = view.owner_document();
        let Some(mark) = page.and_then(|page| page.get_element_by_id(&id)) else {
            let _ = view.remove_attribute("aria-activedescendant");
            return;
        };
        let _ = mark.class_list().add_1("is-active");
        let _ = mark.set_attribute("aria-selected", "true");
        let _ = view.set_attribute("aria-activedescendant", &id);
        self.read(&id);
    }

    /// Says what a target is, below the chart.
    fn read(&self, id: &str) {
        let Some(reading) = self.part(".chart-reading") else {
            return;
        };
        let target = self.targets.iter().find(|target| target.id == id);
        let mut markup = Markup::default();
        match target.map(|target| &target.what) {
            Some(What::Record(record)) => {
                let Some(card) = self.bundle.cards.get(*record as usize) else {
                    return;
                };
                let lang = self.words.0;
                markup.leaf("strong", "chart-reading-name", card.name.get(lang));
                let lead = card.organisations.first();
                let lead = lead.and_then(|part| self.bundle.vocabulary.organisation(&part.id));
                let mut when = when(self.words, card);
                if let Some(lead) = lead {
                    when.push_str(" · ");
                    when.push_str(lead.name.get(lang));
                }
                markup.leaf("span", "chart-reading-when", &when);
                markup.leaf("span", "chart-reading-text", &card.summary);
            }
            Some(What::Cluster(..)) => {
                let label = self
                    .part(".chart-layer")
                    .and_then(|layer| layer.query_selector(&format!("#{id}")).ok().flatten())
                    .and_then(|mark| mark.get_attribute("aria-label"));
                markup.leaf("strong", "chart-reading-name", &label.unwrap_or_default());
                markup.leaf("span", "chart-reading-text", self.words.cluster_hint());
            }
            None => return,
        }
        reading.set_inner_html(&markup.finish());
    }

    /// How far the drawing is moved, in pixels.
    fn shift(&self) -> f64 {
        let zoom = self.viewport.scale(self.width).pixels_per_day;
        self.drawn
            .map_or(0.0, |drawn| (drawn.from - self.viewport.from) * zoom)
    }

    /// The day at a place of the screen.
    fn day_at(&self, client_x: f64) -> f64 {
        let left = self
            .part(".chart-view")
            .map_or(0.0, |view| view.get_bounding_client_rect().left());
        self.viewport.scale(self.width).day(client_x - left)
    }

    /// The day at a place of the strip.
    fn strip_day(&self, event: &PointerEvent) -> Option<f64> {
        let bounds = self.part(".chart-strip")?.get_bounding_client_rect();
        let part = (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0);
        let whole = self.limits.whole();
        Some(whole.from + part.clamp(0.0, 1.0) * whole.days())
    }

    fn part(&self, selector: &str) -> Option<HtmlElement> {
        let part = self.root.query_selector(selector).ok().flatten()?;
        part.dyn_into().ok()
    }
}

/// The window that a state asks for.
fn window_of(state: &ViewState, limits: &Limits) -> Viewport {
    let whole = limits.whole();
    let first = |date: PartialDate| {
        let (year, month, day) = date.first();
        f64::from(day_of(year, month, day))
    };
    let after = |date: PartialDate| {
        let (year, month, day) = date.last();
        f64::from(day_of(year, month, day)) + 1.0
    };
    let year = |year: u16| PartialDate::of(year, None, None);
    let asked = match state.days {
        Some((a, b)) => Viewport {
            from: first(a),
            to: after(b),
        },
        None => Viewport {
            from: state.from.map_or(whole.from, |from| first(year(from))),
            to: state.to.map_or(whole.to, |to| after(year(to))),
        },
    };
    // By no pixels: only held within the limits.
    asked.pan(0.0, 1.0, limits)
}

/// From the first record, or today, to the last.
fn limits_of(timeline: &Timeline, today: Day) -> Limits {
    let (first, end) = timeline.whole().unwrap_or((today, today + 1));
    let end = end.max(today + 1);
    // Room for what begins now to have a name, and for what goes on to fade out.
    Limits::new(first, end + (end - first) / AFTER)
}

/// Puts elements where they say that they lie, and notes those with names.
fn put_in_place(part: &HtmlElement, names: &mut Vec<Name>) {
    let Ok(elements) = part.query_selector_all("[data-css]") else {
        return;
    };
    for place in 0..elements.length() {
        let element = elements.item(place);
        let Some(element) = element.and_then(|node| node.dyn_into::<HtmlElement>().ok()) else {
            continue;
        };
        if let Some(css) = element.get_attribute("data-css") {
            element.style().set_css_text(&css);
        }
        let Some(name) = element.get_attribute("data-name") else {
            continue;
        };
        let mut pixels = name.split(' ').filter_map(|x| x.parse::<i32>().ok());
        if let (Some(x0), Some(x1)) = (pixels.next(), pixels.next()) {
            names.push(Name {
                element,
                x0: f64::from(x0),
                x1: f64::from(x1),
                indent: 0,
            });
        }
    }
}

/// A number with one decimal.
fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    format!(
        "{}{}.{}",
        if tenths < 0 { "-" } else { "" },
        tenths.abs() / 10,
        tenths.abs() % 10
    )
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Whether an event is on something within a part.
fn within(event: &Event, selector: &str) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| closest(&element, selector).is_some())
}
