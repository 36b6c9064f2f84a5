//! The timeline is exact about days, loses no record, lets nothing meet, and stays small, whatever the data.

mod random;

use std::collections::{HashMap, HashSet};

use explorer_core::timeline::{
    Bucket, ClusterMark, Dates, Day, Drawing, END_OF_TIME, Extent, LEAST_DAYS, Layout, Limits,
    MOST_ELEMENTS, MOST_LANES, MOST_TICKS, Mark, Options, Scale, Shape, Span, Step, Timeline,
    Viewport, date_of, day_of, density, points, ticks,
};
use proptest::prelude::*;
use proptest::sample::select;
use random::config;

/// Rounding of pixels that nobody sees.
const HAIR: f64 = 1e-3;

fn year(year: u16) -> Day {
    day_of(year, 1, 1)
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

// Days

#[test]
fn days_are_those_of_a_calendar_turned_leaf_by_leaf() {
    let (mut y, mut m, mut d) = (1, 1, 1);
    for day in 0..END_OF_TIME {
        assert_eq!(date_of(day), (y, m, d));
        assert_eq!(day_of(y, m, d), day);
        d += 1;
        if d > days_in_month(y, m) {
            (m, d) = (m + 1, 1);
        }
        if m > 12 {
            (y, m) = (y + 1, 1);
        }
    }
    assert_eq!((y, m, d), (10_000, 1, 1));
}

#[test]
fn dates_that_are_none_count_as_the_nearest() {
    assert_eq!(day_of(0, 1, 1), 0);
    assert_eq!(day_of(u16::MAX, 12, 31), END_OF_TIME - 1);
    assert_eq!(day_of(2023, 2, 31), day_of(2023, 2, 28));
    assert_eq!(day_of(2023, 99, 0), day_of(2023, 12, 1));
    assert_eq!(date_of(-1), (1, 1, 1));
    assert_eq!(date_of(Day::MIN), (1, 1, 1));
    assert_eq!(date_of(END_OF_TIME), (9999, 12, 31));
    assert_eq!(date_of(Day::MAX), (9999, 12, 31));
}

// Extents

/// That these dates, "~" before an estimate and "…" for what goes on, cover the days from and to these, the last one
/// with them; "~" where soft, "…" where going on. Today is the 23rd of November 2026.
#[track_caller]
fn covers(start: &str, end: &str, expected: [&str; 2]) {
    let about = |text: &str| text.starts_with('~');
    let date = |text: &str| text.trim_start_matches('~').parse().ok();
    let dates = Dates {
        start: date(start).expect("a date"),
        start_about: about(start),
        end: date(end),
        end_about: about(end),
        ongoing: end == "…",
    };
    let extent = Extent::of_record(&dates, day_of(2026, 11, 23));
    let written = |day: Day, soft: bool, goes_on: bool| {
        let (y, m, d) = date_of(day);
        let soft = if soft { "~" } else { "" };
        let goes_on = if goes_on { "…" } else { "" };
        format!("{soft}{y:04}-{m:02}-{d:02}{goes_on}")
    };
    let first = written(extent.first, extent.soft_start, false);
    let last = written(extent.end - 1, extent.soft_end, extent.goes_on);
    assert_eq!([first.as_str(), last.as_str()], expected, "{start} {end}");
}

#[test]
fn extents_cover_all_that_a_date_may_mean() {
    covers("2020-02-03", "2021-04-05", ["2020-02-03", "2021-04-05"]);
    covers("2020", "2021", ["~2020-01-01", "~2021-12-31"]);
    covers("2020-02", "2021-02", ["~2020-02-01", "~2021-02-28"]);
    covers("2020-02-03", "2020", ["2020-02-03", "~2020-12-31"]);
    covers("~2020-02-03", "~2021-04-05", ["~2020-02-03", "~2021-04-05"]);
    covers("2020-02-03", "2020-02-03", ["2020-02-03", "2020-02-03"]);
    covers("9999", "9999", ["~9999-01-01", "~9999-12-31"]);
}

#[test]
fn without_an_end_an_extent_is_its_start_or_goes_on() {
    covers("2020-02", "", ["~2020-02-01", "~2020-02-29"]);
    covers("2020-02-03", "", ["2020-02-03", "2020-02-03"]);
    covers("2020-02-03", "…", ["2020-02-03", "2026-11-23…"]);
    covers("2026", "…", ["~2026-01-01", "2026-11-23…"]);
    covers("2026-11-23", "…", ["2026-11-23", "2026-11-23…"]);
    covers("2026-12", "…", ["~2026-12-01", "~2026-12-31"]);
    covers("2030", "", ["~2030-01-01", "~2030-12-31"]);
}

#[test]
fn an_end_before_the_start_is_not_believed() {
    covers("2020-02-03", "2019", ["2020-02-03", "2020-02-03"]);
    covers("2020-02", "2020-01-31", ["~2020-02-01", "~2020-02-29"]);
    covers("2020", "0001-01-01", ["~2020-01-01", "~2020-12-31"]);
}

// Windows

/// Numbers as they come, and such as should not.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => -3000.0..3000.0,
        2 => 0.01..100.0,
        2 => (0..END_OF_TIME).prop_map(f64::from),
        2 => select(vec![0.0, -0.0, 1.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, f64::MIN_POSITIVE, 1e9, -1e18]),
    ]
}

/// Days of our time, and now and then any.
fn some_day() -> impl Strategy<Value = Day> {
    prop_oneof![
        8 => year(2015)..year(2027),
        2 => 0..END_OF_TIME,
        1 => select(vec![0, END_OF_TIME - 1, END_OF_TIME, -1, Day::MIN, Day::MAX]),
    ]
}

/// A window within time.
fn viewport() -> impl Strategy<Value = Viewport> {
    let days = prop_oneof![
        3 => LEAST_DAYS..400.0,
        3 => 400.0..20_000.0,
        1 => 20_000.0..3_652_059.0,
    ];
    let from =
        prop_oneof![4 => f64::from(year(2010))..f64::from(year(2027)), 1 => 0.0..3_652_000.0];
    (from, days).prop_map(|(from, days)| Viewport {
        from,
        to: from + days,
    })
}

#[derive(Clone, Copy, Debug)]
enum Move {
    Pan(f64, f64),
    Zoom(f64, f64),
    Fit(Day, Day),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let a_move = prop_oneof![
        (number(), number()).prop_map(|(pixels, width)| Move::Pan(pixels, width)),
        (number(), number()).prop_map(|(factor, about)| Move::Zoom(factor, about)),
        (some_day(), some_day()).prop_map(|(first, end)| Move::Fit(first, end)),
    ];
    prop::collection::vec(a_move, 0..12)
}

fn moved(window: Viewport, step: Move, limits: &Limits) -> Viewport {
    match step {
        Move::Pan(pixels, width) => window.pan(pixels, width, limits),
        Move::Zoom(factor, about) => window.zoom(factor, about, limits),
        Move::Fit(first, end) => Viewport::fit(first, end, limits),
    }
}

#[track_caller]
fn assert_same(a: Viewport, b: Viewport) {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    assert!(near(a.from, b.from) && near(a.to, b.to), "{a:?} {b:?}");
}

#[test]
fn what_is_no_move_moves_nothing() {
    let limits = Limits::new(year(2010), year(2020));
    let window = Viewport::fit(year(2012), year(2014), &limits);
    let (nan, inf) = (f64::NAN, f64::INFINITY);
    for step in [
        Move::Pan(nan, 800.0),
        Move::Pan(inf, 800.0),
        Move::Pan(100.0, 0.0),
        Move::Pan(100.0, nan),
        Move::Zoom(nan, window.from),
        Move::Zoom(0.0, window.from),
        Move::Zoom(-2.0, window.from),
        Move::Zoom(2.0, nan),
        Move::Zoom(2.0, inf),
    ] {
        assert_same(moved(window, step, &limits), window);
    }
    let broken = Viewport { from: nan, to: 0.0 };
    assert_same(broken.pan(1.0, 800.0, &limits), limits.whole());
}

#[test]
fn a_window_fits_with_a_margin() {
    let limits = Limits::new(year(2000), year(2026));
    let window = Viewport::fit(year(2010), year(2012), &limits);
    assert!(window.from < f64::from(year(2010)) && window.from > f64::from(year(2009)));
    assert!(window.to > f64::from(year(2012)) && window.to < f64::from(year(2013)));
    assert_same(
        Viewport::fit(year(2000), year(2026), &limits),
        limits.whole(),
    );
    let day = day_of(2010, 6, 1);
    let narrow = Viewport::fit(day, day, &limits);
    assert!((narrow.days() - LEAST_DAYS).abs() < 1e-6);
    assert!(narrow.from < f64::from(day) && narrow.to > f64::from(day));
}

proptest! {
    #![proptest_config(config(512))]

    // In fewer than four pixels, all of time has less than the least that a day can be wide.
    #[test]
    fn a_scale_and_its_inverse_are_one(window in viewport(), width in 4.0..8000.0, at in 0.0..1.0_f64) {
        let scale = window.scale(width);
        prop_assert!(scale.x(window.from).abs() < HAIR);
        prop_assert!((scale.x(window.to) - width).abs() < width / 50_000.0);
        let day = window.from + at * window.days();
        prop_assert!((scale.day(scale.x(day)) - day).abs() < 1e-6);
        prop_assert!((scale.x(scale.day(at * width)) - at * width).abs() < HAIR);
    }

    #[test]
    fn a_window_stays_within_its_limits(
        first in some_day(),
        end in some_day(),
        from in number(),
        to in number(),
        moves in moves(),
    ) {
        let limits = Limits::new(first, end);
        let whole = limits.whole();
        prop_assert!(whole.days() > 730.0);
        prop_assert!(whole.from >= 0.0 && whole.to <= f64::from(END_OF_TIME));
        if (0..END_OF_TIME).contains(&first) {
            prop_assert!(whole.from <= f64::from(first) && whole.to > f64::from(first));
        }
        let mut window = Viewport { from, to };
        for step in moves {
            window = moved(window, step, &limits);
            prop_assert!(window.days() >= LEAST_DAYS - 1e-6, "{step:?} {window:?}");
            prop_assert!(window.from >= whole.from && window.to <= whole.to, "{step:?} {window:?}");
        }
    }

    #[test]
    fn a_move_and_its_opposite_are_none(
        at in 0.3..0.7_f64,
        nearer in 5.0..20.0,
        about in 0.0..1.0,
        factor in 0.5..2.0,
        pixels in -200.0..200.0,
    ) {
        let limits = Limits::new(year(1990), year(2027));
        let whole = limits.whole();
        let window = whole.zoom(nearer, whole.from + at * whole.days(), &limits);
        let there = window.pan(pixels, 1000.0, &limits);
        assert_same(there.pan(-pixels, 1000.0, &limits), window);
        prop_assert_eq!(there.scale(1000.0).pixels_per_day, window.scale(1000.0).pixels_per_day);
        let about = window.from + about * window.days();
        let near = window.zoom(factor, about, &limits);
        let back = near.zoom(1.0 / factor, about, &limits);
        assert_same(back, window);
        prop_assert_eq!(back.scale(1000.0).pixels_per_day, window.scale(1000.0).pixels_per_day);
        let place = |window: &Viewport| (about - window.from) / window.days();
        prop_assert!((place(&near) - place(&window)).abs() < 1e-6);
        let nearest = window.zoom(1e9, about, &limits);
        prop_assert!((place(&nearest) - place(&window)).abs() < 1e-6);
    }
}

// Ticks

/// Whether a day is one at which ticks of this step stand.
fn is_tick(step: Step, day: Day) -> bool {
    let (y, m, d) = date_of(day);
    match step {
        Step::Years(years) => y % years == 0 && m == 1 && d == 1,
        Step::Months(months) => (m - 1) % months == 0 && d == 1,
        Step::Days(14) => d == 1 || d == 15,
        Step::Days(7) => [1, 8, 15, 22].contains(&d),
        Step::Days(_) => true,
    }
}

#[track_caller]
fn steps(days: f64, width: f64, expected: Step) {
    let from = f64::from(day_of(2019, 12, 20));
    let window = Viewport {
        from,
        to: from + days,
    };
    assert_eq!(ticks(&window, width, 50.0).step, expected);
}

#[test]
fn the_step_follows_from_the_room() {
    steps(14.0, 1200.0, Step::Days(1));
    steps(60.0, 1200.0, Step::Days(7));
    steps(300.0, 1200.0, Step::Days(14));
    steps(365.0, 1200.0, Step::Months(1));
    steps(365.0 * 4.0, 1200.0, Step::Months(3));
    steps(365.0 * 10.0, 1200.0, Step::Months(6));
    steps(365.0 * 20.0, 1200.0, Step::Years(1));
    steps(365.0 * 20.0, 360.0, Step::Years(5));
    steps(365.0 * 1000.0, 1200.0, Step::Years(50));
}

/// How much room a label needs.
#[derive(Clone, Copy, Debug)]
enum Label {
    Pixels(f64),
    Days(f64),
}

/// Widths of labels, some just above or below what is between two ticks.
fn label() -> impl Strategy<Value = Label> {
    let days = select(vec![1, 7, 14, 28, 90, 181, 365, 730, 1826, 3652, 7304]);
    prop_oneof![
        (1.0..200.0).prop_map(Label::Pixels),
        (days, 0.98..1.02).prop_map(|(days, share)| Label::Days(f64::from(days) * share)),
    ]
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn ticks_never_meet_and_leave_none_out(
        window in viewport(),
        width in 100.0..4000.0,
        label in label(),
    ) {
        let label = match label {
            Label::Pixels(pixels) => pixels,
            Label::Days(days) => (days * window.scale(width).pixels_per_day).max(1.0),
        };
        let ticks = ticks(&window, width, label);
        prop_assert!(ticks.minor.len() <= MOST_TICKS);
        for pair in ticks.minor.windows(2) {
            prop_assert!(pair[1].x - pair[0].x >= label - HAIR);
        }
        for tick in &ticks.minor {
            prop_assert!(is_tick(ticks.step, tick.day), "{:?} {tick:?}", ticks.step);
            prop_assert!((tick.x - window.scale(width).x(f64::from(tick.day))).abs() < HAIR);
        }
        let days = window.from.ceil() as Day..=(window.to.floor() as Day).min(END_OF_TIME - 1);
        if window.days() < 20_000.0 {
            let there: Vec<Day> = ticks.minor.iter().map(|tick| tick.day).collect();
            let all: Vec<Day> = days.filter(|day| is_tick(ticks.step, *day)).collect();
            prop_assert_eq!(there, all);
        }
        let upper = match ticks.step {
            Step::Years(_) => None,
            Step::Months(_) => Some(Step::Years(1)),
            Step::Days(_) => Some(Step::Months(1)),
        };
        prop_assert_eq!(ticks.upper.is_empty(), upper.is_none());
        for band in &ticks.upper {
            prop_assert!(upper.is_some_and(|step| is_tick(step, band.day)), "{band:?}");
            prop_assert!(band.x1 > band.x0 || ticks.upper.len() > 1);
        }
        for pair in ticks.upper.windows(2) {
            prop_assert_eq!(pair[0].x1, pair[1].x0);
            prop_assert!(pair[0].day < pair[1].day);
            prop_assert!((pair[1].x0 - window.scale(width).x(f64::from(pair[1].day))).abs() < HAIR);
        }
        if let (Some(first), Some(last)) = (ticks.upper.first(), ticks.upper.last()) {
            prop_assert_eq!(first.x0, 0.0);
            prop_assert!((last.x1 - width).abs() < 0.1);
        }
    }

    #[test]
    fn ticks_bear_any_number(from in number(), to in number(), width in number(), label in number()) {
        let ticks = ticks(&Viewport { from, to }, width, label);
        prop_assert!(ticks.minor.len() <= MOST_TICKS);
        prop_assert!(ticks.upper.len() <= MOST_TICKS);
    }
}

// Layouts

fn extent() -> impl Strategy<Value = Extent> {
    let days = prop_oneof![3 => 1..40, 3 => 40..2000, 1 => Just(4000), 1 => -50..1];
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    (some_day(), days, flags).prop_map(|(first, days, (soft_start, soft_end, goes_on))| Extent {
        first,
        end: first.saturating_add(days),
        soft_start,
        soft_end,
        goes_on,
    })
}

fn span() -> impl Strategy<Value = Span> {
    let label = prop_oneof![
        8 => 0.0..400.0_f32,
        1 => select(vec![f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -5.0]),
    ];
    (extent(), 0..9_u16, 0..5_u16, label).prop_map(|(extent, lane, theme, label)| Span {
        record: 0,
        lane,
        theme,
        extent,
        label,
    })
}

/// Spans of records numbered from 0, in places crowded on a few days.
fn spans(most: usize) -> impl Strategy<Value = Vec<Span>> {
    let crowds = prop::collection::vec((span(), 0..most.div_ceil(2)), 0..3);
    (prop::collection::vec(span(), 0..most), crowds).prop_map(|(mut spans, crowds)| {
        for (span, count) in crowds {
            spans.extend(std::iter::repeat_n(span, count));
        }
        for (record, span) in (0..).zip(&mut spans) {
            span.record = record;
        }
        spans
    })
}

fn options() -> impl Strategy<Value = Options> {
    let rows = prop_oneof![Just(60), 0..200_usize, Just(usize::MAX)];
    let window_px = prop_oneof![Just(2560.0), 320.0..2560.0];
    (rows, window_px).prop_map(|(most_rows, window_px)| Options {
        most_rows,
        window_px,
    })
}

fn pixels_per_day() -> impl Strategy<Value = f64> {
    prop_oneof![0.0005..0.01, 0.01..1.0, 1.0..30.0, 30.0..190.0]
}

/// The part of time that a layout's window shows from a day on.
fn window_at(layout: &Layout, day: f64, window_px: f64) -> Viewport {
    Viewport {
        from: day,
        to: day + window_px / layout.pixels_per_day(),
    }
}

/// The days of spans as they are laid out.
fn laid_out(span: &Span, lanes: usize) -> (usize, Day, Day) {
    let first = span.extent.first.clamp(0, END_OF_TIME - 1);
    let end = span.extent.end.clamp(first + 1, END_OF_TIME);
    (usize::from(span.lane).min(lanes - 1), first, end)
}

/// That nothing in a drawing meets what is beside it.
fn check_apart(layout: &Layout, drawing: &Drawing) -> Result<(), TestCaseError> {
    let mut taken: HashMap<(u16, u16), Vec<(f64, f64)>> = HashMap::new();
    for mark in &drawing.marks {
        let rows = layout.lanes()[usize::from(mark.lane)];
        prop_assert!(mark.row < rows.rows);
        prop_assert_eq!(rows.clusters == Some(mark.row), mark.shape == Shape::Point);
        prop_assert!(mark.x0 < mark.x1 && mark.x1 <= mark.until);
        let row = taken.entry((mark.lane, mark.row)).or_default();
        let gap = if mark.shape == Shape::Point { 0.0 } else { 4.0 };
        row.push((mark.x0, mark.until + gap));
    }
    for cluster in &drawing.clusters {
        let records: HashSet<u32> = layout.records(cluster).into_iter().collect();
        prop_assert_eq!(records.len(), cluster.count);
        prop_assert!(
            drawing
                .marks
                .iter()
                .all(|mark| !records.contains(&mark.record))
        );
        let row = layout.lanes()[usize::from(cluster.lane)].clusters;
        prop_assert!(row.is_some());
        let row = taken
            .entry((cluster.lane, row.unwrap_or_default()))
            .or_default();
        row.push((cluster.x - 28.0, cluster.x + 28.0));
    }
    for row in taken.values_mut() {
        row.sort_by(|a, b| a.0.total_cmp(&b.0));
        for pair in row.windows(2) {
            prop_assert!(pair[0].1 <= pair[1].0 + HAIR, "{pair:?}");
        }
    }
    Ok(())
}

fn spanned_lanes() -> impl Strategy<Value = usize> {
    prop_oneof![4 => 1..12_usize, 1 => select(vec![0, 40, 1000, usize::MAX])]
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn no_two_marks_meet_and_no_window_is_overfull(
        spans in spans(600),
        lanes in spanned_lanes(),
        options in options(),
        pixels_per_day in pixels_per_day(),
        days in prop::collection::vec(some_day(), 4),
    ) {
        let timeline = Timeline::new(&spans, lanes);
        let layout = Layout::new(&timeline, pixels_per_day, options);
        let most_rows = (options.most_rows / timeline.lanes()).clamp(3, 120) + 1;
        for (lane, rows) in layout.lanes().iter().enumerate() {
            prop_assert!(usize::from(rows.rows) <= most_rows);
            let empty = spans.iter().all(|span| laid_out(span, timeline.lanes()).0 != lane);
            prop_assert_eq!(rows.rows == 0, empty);
        }
        for day in days.into_iter().chain(spans.iter().take(4).map(|span| span.extent.first)) {
            let drawing = layout.window(&window_at(&layout, f64::from(day), options.window_px));
            check_apart(&layout, &drawing)?;
            let elements = drawing.marks.len() + drawing.clusters.len();
            prop_assert!(elements <= MOST_ELEMENTS, "{elements}");
            prop_assert_eq!(drawing.under_way.len(), timeline.lanes());
            for mark in &drawing.marks {
                prop_assert!(mark.x0 < options.window_px && mark.until > 0.0);
            }
        }
    }

    #[test]
    fn a_window_of_everything_shows_each_record_once(
        spans in spans(400),
        lanes in 1..12_usize,
        options in options(),
    ) {
        let timeline = Timeline::new(&spans, lanes);
        let Some((first, end)) = timeline.whole() else { return Ok(()) };
        let days = f64::from(end) - f64::from(first);
        let layout = Layout::new(&timeline, options.window_px / days, options);
        let drawing = layout.window(&window_at(&layout, f64::from(first), options.window_px));

        let marked: HashSet<u32> = drawing.marks.iter().map(|mark| mark.record).collect();
        prop_assert_eq!(marked.len(), drawing.marks.len());
        let clustered: usize = drawing.clusters.iter().map(|cluster| cluster.count).sum();
        prop_assert_eq!(marked.len() + clustered, spans.len());
        prop_assert_eq!(drawing.under_way.iter().sum::<usize>(), 0);
        for lane in 0..timeline.lanes() {
            for theme in 0..5 {
                let of = |span: &&Span| laid_out(span, timeline.lanes()).0 == lane && span.theme == theme;
                let marks = spans.iter().filter(of).filter(|span| marked.contains(&span.record));
                let clusters = drawing.clusters.iter().filter(|cluster| usize::from(cluster.lane) == lane);
                let counts = clusters.flat_map(|cluster| &cluster.by_theme);
                let in_clusters: u32 = counts.filter(|(of, _)| *of == theme).map(|(_, count)| *count).sum();
                prop_assert_eq!(marks.count() + in_clusters as usize, spans.iter().filter(of).count());
            }
        }
    }

    #[test]
    fn nothing_is_lost_at_any_zoom(
        spans in spans(60),
        lanes in 1..5_usize,
        pixels_per_day in pixels_per_day(),
        days in prop::collection::vec(some_day(), 6),
    ) {
        let options = Options { most_rows: 5, window_px: 400.0 };
        let timeline = Timeline::new(&spans, lanes);
        let layout = Layout::new(&timeline, pixels_per_day, options);
        // Where each record begins there is its mark, or a cluster that it is in.
        let mut marked = HashSet::new();
        for span in &spans {
            let (lane, first, _) = laid_out(span, lanes);
            let drawing = layout.window(&window_at(&layout, f64::from(first), 20.0));
            if drawing.marks.iter().any(|mark| mark.record == span.record) {
                marked.insert(span.record);
            } else {
                // A point that keeps within its cell may stand a little left of where it begins.
                let near = window_at(&layout, f64::from(first) - 12.0 / layout.pixels_per_day(), 20.0);
                let is_point = |mark: &Mark| mark.record == span.record && mark.shape == Shape::Point;
                if layout.window(&near).marks.iter().any(is_point) {
                    marked.insert(span.record);
                    continue;
                }
                let holds = |cluster: &&ClusterMark| {
                    usize::from(cluster.lane) == lane && (cluster.first..cluster.end).contains(&first)
                };
                prop_assert_eq!(drawing.clusters.iter().filter(holds).count(), 1, "{:?}", span);
            }
        }
        // What goes on unseen is counted.
        for day in days {
            let from = f64::from(day) + 0.5;
            let drawing = layout.window(&window_at(&layout, from, 300.0));
            let mut under_way = vec![0; lanes];
            for span in &spans {
                let (lane, first, end) = laid_out(span, lanes);
                let holds = |cluster: &ClusterMark| {
                    usize::from(cluster.lane) == lane && (cluster.first..cluster.end).contains(&first)
                };
                let seen = if marked.contains(&span.record) {
                    drawing.marks.iter().any(|mark| mark.record == span.record)
                } else {
                    drawing.clusters.iter().any(holds)
                };
                under_way[lane] += usize::from(!seen && f64::from(first) < from && f64::from(end) > from);
            }
            prop_assert_eq!(drawing.under_way, under_way);
        }
    }

    #[test]
    fn windows_that_overlap_agree(
        spans in spans(300),
        lanes in 1..9_usize,
        options in options(),
        pixels_per_day in pixels_per_day(),
        day in some_day(),
        shift in 0.0..1.0_f64,
    ) {
        let timeline = Timeline::new(&spans, lanes);
        let layout = Layout::new(&timeline, pixels_per_day, options);
        let shift = shift * options.window_px;
        let one = layout.window(&window_at(&layout, f64::from(day), options.window_px));
        let other = f64::from(day) + shift / layout.pixels_per_day();
        let other = layout.window(&window_at(&layout, other, options.window_px));
        // What reaches into both is the same in both, moved.
        let (left, right) = (shift + HAIR, options.window_px - HAIR);
        let in_one: Vec<Mark> = one.marks.iter().filter(|mark| mark.until > left).copied().collect();
        let in_other: Vec<&Mark> = other.marks.iter().filter(|mark| mark.x0 + shift < right).collect();
        prop_assert!(in_one.len().abs_diff(in_other.len()) <= 2);
        for mark in in_one {
            let same = in_other.iter().find(|other| {
                (other.record, other.lane, other.row, other.shape) == (mark.record, mark.lane, mark.row, mark.shape)
            });
            let near = |other: &&&Mark| (other.x0 + shift - mark.x0).abs() < HAIR && (other.until + shift - mark.until).abs() < HAIR;
            prop_assert!(same.is_some_and(|same| near(&same)), "{mark:?}");
        }
        for cluster in one.clusters.iter().filter(|cluster| cluster.x > left) {
            let same = |other: &&ClusterMark| {
                let moved = ClusterMark { x: cluster.x, ..(*other).clone() };
                moved == *cluster && (other.x + shift - cluster.x).abs() < HAIR
            };
            prop_assert!(other.clusters.iter().any(|other| same(&other)), "{cluster:?}");
        }
    }

    #[test]
    fn a_drawing_is_the_same_however_one_got_there(
        spans in spans(200),
        lanes in 1..9_usize,
        at in 0.3..0.7_f64,
        pixels in -300.0..300.0,
        order in any::<u64>(),
    ) {
        let options = Options { most_rows: 30, window_px: 1000.0 };
        let limits = Limits::new(year(2010), year(2030));
        let whole = limits.whole();
        let about = whole.from + at * whole.days();
        let window = whole.zoom(4.0, about, &limits);
        let drawn = |spans: &[Span], window: Viewport| {
            let timeline = Timeline::new(spans, lanes);
            let scale = window.scale(1000.0);
            let mut drawing = Layout::new(&timeline, scale.pixels_per_day, options).window(&window);
            for mark in &mut drawing.marks {
                (mark.x0, mark.x1, mark.until) = (mark.x0.round(), mark.x1.round(), mark.until.round());
            }
            for cluster in &mut drawing.clusters {
                cluster.x = cluster.x.round();
            }
            drawing
        };
        let again = window.pan(pixels, 1000.0, &limits).zoom(1.5, about, &limits);
        let again = again.zoom(1.0 / 1.5, about, &limits).pan(-pixels, 1000.0, &limits);
        assert_same(again, window);
        // Half a day from anything that begins, so that rounding turns nothing over.
        let settle = |window: Viewport| {
            let from = (window.from * 4.0).round() / 4.0 + 0.05;
            Viewport { from, to: from + window.days() }
        };
        let drawing = drawn(&spans, settle(window));
        let near = |a: f64, b: f64| (a - b).abs() <= 1.0;
        let same = |a: &Drawing, b: &Drawing| {
            a.under_way == b.under_way
                && a.marks.len() == b.marks.len()
                && a.clusters.len() == b.clusters.len()
                && a.marks.iter().zip(&b.marks).all(|(a, b)| {
                    (a.record, a.lane, a.row, a.shape) == (b.record, b.lane, b.row, b.shape) && near(a.x0, b.x0)
                })
                && a.clusters.iter().zip(&b.clusters).all(|(a, b)| {
                    (a.lane, a.count, &a.by_theme) == (b.lane, b.count, &b.by_theme) && near(a.x, b.x)
                })
        };
        prop_assert!(same(&drawn(&spans, settle(again)), &drawing));
        // Nor does it matter in which order the records were given.
        let mut shuffled = spans;
        let len = shuffled.len().max(1);
        shuffled.rotate_left(order as usize % len);
        shuffled.reverse();
        prop_assert!(same(&drawn(&shuffled, settle(window)), &drawing));
        // A part of a timeline is what it would be by itself.
        let mut even = |record: u32| record.is_multiple_of(2);
        let part: Vec<Span> = shuffled.iter().filter(|span| even(span.record)).copied().collect();
        let layout = |timeline: &Timeline| Layout::new(timeline, 0.5, options).window(&whole);
        let by_itself = Timeline::new(&part, lanes);
        let of_all = Timeline::new(&shuffled, lanes).only(&mut even);
        prop_assert_eq!(of_all.whole(), by_itself.whole());
        prop_assert_eq!(layout(&of_all), layout(&by_itself));
    }

    #[test]
    fn layouts_bear_any_number(
        spans in spans(40),
        lanes in any::<usize>(),
        most_rows in any::<usize>(),
        window_px in number(),
        pixels_per_day in number(),
        windows in prop::collection::vec((number(), number()), 4),
    ) {
        let timeline = Timeline::new(&spans, lanes);
        let options = Options { most_rows, window_px };
        let layout = Layout::new(&timeline, pixels_per_day, options);
        for (from, to) in windows {
            let drawing = layout.window(&Viewport { from, to });
            prop_assert!(drawing.marks.len() + drawing.clusters.len() <= MOST_ELEMENTS);
            prop_assert!(drawing.marks.iter().all(|mark| mark.x0.is_finite() && mark.until.is_finite()));
        }
    }
}

/// So many records, each a bar of so many days that begins so many after the one before.
fn row_of(count: u32, apart: Day, days: Day, lanes: u16) -> Vec<Span> {
    let first = |record: u32| year(2000) + apart * Day::try_from(record).unwrap_or(0);
    let span = |record: u32| Span {
        record,
        lane: u16::try_from(record).unwrap_or(0) % lanes,
        theme: 0,
        extent: Extent {
            first: first(record),
            end: first(record) + days,
            ..Extent::default()
        },
        label: 50.0,
    };
    (0..count).map(span).collect()
}

#[test]
fn crowds_stay_bounded_and_each_lane_gets_its_part() {
    const { assert!(MOST_ELEMENTS < 400) };
    let everywhere = row_of(20_000, 1, 3, 7);
    let one_day = row_of(10_000, 0, 1, 7);
    let long = row_of(20_000, 1, 9_000, 40);
    let ends = [(1, 0), (9999, 1)].map(|(year, record)| Span {
        extent: Extent {
            first: day_of(year, 1, 1),
            end: day_of(year, 12, 31) + 1,
            ..Extent::default()
        },
        ..row_of(2, 1, 1, 1)[record]
    });
    for (spans, lanes) in [
        (&everywhere[..], 7),
        (&one_day, 7),
        (&long, MOST_LANES),
        (&ends, 1),
    ] {
        let timeline = Timeline::new(spans, lanes);
        for pixels_per_day in [0.0007, 0.05, 0.3, 1.0, 6.0, 180.0] {
            for window_px in [360.0, 1440.0, 2560.0] {
                let options = Options {
                    most_rows: 60,
                    window_px,
                };
                let layout = Layout::new(&timeline, pixels_per_day, options);
                for day in [0, year(2000), year(2020), year(9998)] {
                    let window = window_at(&layout, f64::from(day), window_px);
                    let drawing = layout.window(&window);
                    assert!(drawing.marks.len() + drawing.clusters.len() <= MOST_ELEMENTS);
                    for cluster in &drawing.clusters {
                        assert_eq!(layout.records(cluster).len(), cluster.count);
                        let middle = f64::from(cluster.first + cluster.end - 1) / 2.0;
                        let x = (middle - window.from) * layout.pixels_per_day();
                        assert!((cluster.x - x).abs() <= 28.0 + HAIR);
                    }
                    if day == year(2000) && spans.len() > 2 {
                        let lanes_of: HashSet<u16> =
                            drawing.marks.iter().map(|mark| mark.lane).collect();
                        let lanes_in: HashSet<u16> = spans
                            .iter()
                            .filter(|span| f64::from(span.extent.first) < window.to)
                            .map(|span| span.lane)
                            .collect();
                        assert_eq!(lanes_of, lanes_in, "{pixels_per_day} {window_px}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_crowd_uses_what_it_may_and_loses_nothing() {
    let spans = row_of(20_000, 1, 3, 7);
    let timeline = Timeline::new(&spans, 7);
    let options = Options {
        most_rows: 60,
        window_px: 2560.0,
    };
    let layout = Layout::new(&timeline, 1.0, options);
    let drawing = layout.window(&window_at(&layout, f64::from(year(2020)), 2560.0));
    assert!(drawing.marks.len() > 100 && drawing.clusters.len() > 100);
    let layout = Layout::new(&timeline, 0.12, options);
    let drawing = layout.window(&window_at(&layout, f64::from(year(2000)), 2560.0));
    let clustered: usize = drawing.clusters.iter().map(|cluster| cluster.count).sum();
    assert_eq!(drawing.marks.len() + clustered, spans.len());
}

#[test]
fn where_there_is_room_each_record_has_its_row() {
    let timeline = Timeline::new(&row_of(150, 10, 30, 5), 5);
    let options = Options {
        most_rows: 60,
        window_px: 1600.0,
    };
    let layout = Layout::new(&timeline, 1.0, options);
    let drawing = layout.window(&window_at(&layout, f64::from(year(2000)), 1600.0));
    assert_eq!(drawing.marks.len(), 150);
    assert!(drawing.clusters.is_empty());
    assert!(layout.lanes().iter().all(|lane| lane.rows == 2));
}

#[test]
fn what_is_longer_than_a_window_leaves_its_row_to_others() {
    let mut spans = row_of(1, 0, 10_000, 1);
    spans.extend(row_of(2, 600, 20, 1).iter().map(|span| Span {
        record: span.record + 1,
        ..*span
    }));
    spans[1].extent.first += 1000;
    spans[1].extent.end += 1000;
    let layout = Layout::new(
        &Timeline::new(&spans, 1),
        1.0,
        Options {
            most_rows: 60,
            window_px: 800.0,
        },
    );
    let seen = |day: Day| {
        let drawing = layout.window(&window_at(&layout, f64::from(year(2000) + day), 500.0));
        let marks: Vec<(u32, u16, Shape)> = drawing
            .marks
            .iter()
            .map(|mark| (mark.record, mark.row, mark.shape))
            .collect();
        (marks, drawing.under_way[0])
    };
    assert_eq!(seen(-10), (vec![(0, 0, Shape::Head)], 0));
    assert_eq!(seen(50), (vec![(0, 0, Shape::Head)], 0));
    assert_eq!(seen(200), (vec![(2, 0, Shape::Bar)], 1));
    assert_eq!(seen(900), (vec![(1, 0, Shape::Bar)], 1));
    assert_eq!(seen(9_990), (vec![], 1));
    assert_eq!(seen(10_000), (vec![], 0));
}

#[test]
fn in_a_crowd_a_bar_gives_up_its_row_once_it_has_been_seen() {
    // Names and tails end after 114 pixels, a pixel a day.
    let seen = |next: &[Day]| {
        let mut spans = row_of(3, 1, 500, 1);
        for (record, day) in (3..).zip(next) {
            let first = year(2000) + day;
            let extent = Extent {
                first,
                end: first + 10,
                ..Extent::default()
            };
            spans.push(Span {
                record,
                extent,
                ..spans[0]
            });
        }
        let options = Options {
            most_rows: 3,
            window_px: 800.0,
        };
        let layout = Layout::new(&Timeline::new(&spans, 1), 1.0, options);
        let drawing = layout.window(&window_at(&layout, f64::from(year(2000)), 800.0));
        let place = |mark: &Mark| (mark.row, mark.shape, mark.x1.round() as Day);
        drawing.marks.iter().map(place).collect::<Vec<_>>()
    };
    let bars = [500, 501, 502].map(|end| (end as u16 - 500, Shape::Bar, end));
    assert_eq!(seen(&[]), bars);
    assert_eq!(seen(&[600])[..3], bars);
    let cut = (0, Shape::Head, 196);
    assert_eq!(seen(&[200]), [cut, bars[1], bars[2], (0, Shape::Bar, 210)]);
    let cut_later = (1, Shape::Head, 202);
    assert_eq!(
        seen(&[200, 206]),
        [
            cut,
            cut_later,
            bars[2],
            (0, Shape::Bar, 210),
            (1, Shape::Bar, 216)
        ]
    );
    let [first, .., point] = seen(&[90])[..] else {
        panic!("four marks");
    };
    assert_eq!((first, point.1), (bars[0], Shape::Point));
}

// Density and points

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn density_counts_each_record_in_the_bucket_of_its_start(
        spans in spans(200),
        first in 2013..2020_u16,
        years in 0..9_u16,
        monthly in any::<bool>(),
    ) {
        let last = first + years;
        let bucket = if monthly { Bucket::Month } else { Bucket::Year };
        // Each record in two lanes.
        let other = spans.iter().map(|span| Span { lane: span.lane + 1, ..*span });
        let twice: Vec<Span> = spans.iter().copied().chain(other).collect();
        let counts = density(&Timeline::new(&twice, 4), first, last, bucket);
        let mut naive: HashMap<usize, u32> = HashMap::new();
        for span in &spans {
            let (y, m, _) = date_of(span.extent.first);
            if (first..=last).contains(&y) {
                let at = usize::from(y - first);
                let at = if monthly { at * 12 + usize::from(m) - 1 } else { at };
                *naive.entry(at).or_default() += 1;
            }
        }
        let months = if monthly { 12 } else { 1 };
        prop_assert_eq!(counts.len(), usize::from(years + 1) * months);
        for (at, count) in counts.iter().enumerate() {
            prop_assert_eq!(*count, naive.get(&at).copied().unwrap_or(0));
        }
    }

    #[test]
    fn points_keep_their_distance_and_the_first_one_wins(
        extents in prop::collection::vec(extent(), 0..40),
        pixels_per_day in pixels_per_day(),
        gap in 0.0..80.0,
    ) {
        let scale = Scale { from: f64::from(year(2015)), pixels_per_day };
        let mut naive: Vec<(usize, f64)> = Vec::new();
        for (place, extent) in extents.iter().enumerate() {
            let x = scale.x((f64::from(extent.first) + f64::from(extent.end)) / 2.0);
            if naive.iter().all(|(_, other)| (other - x).abs() >= gap) {
                naive.push((place, x));
            }
        }
        prop_assert_eq!(points(&extents, &scale, gap), naive);
    }

    #[test]
    fn density_and_points_bear_any_number(
        spans in spans(20),
        years in any::<(u16, u16)>(),
        numbers in (number(), number(), number()),
    ) {
        let (from, pixels_per_day, gap) = numbers;
        let bucket = Bucket::that_fits(years.0, years.1, gap);
        let counts = density(&Timeline::new(&spans, 1), years.0, years.1, bucket);
        prop_assert!(counts.len() <= 9999 * 12);
        let extents: Vec<Extent> = spans.iter().map(|span| span.extent).collect();
        let points = points(&extents, &Scale { from, pixels_per_day }, gap);
        prop_assert!(points.iter().all(|(_, x)| x.is_finite()));
    }
}

#[test]
fn buckets_are_months_where_they_have_room() {
    assert_eq!(Bucket::that_fits(2000, 2026, 1440.0), Bucket::Month);
    assert_eq!(Bucket::that_fits(2000, 2026, 360.0), Bucket::Year);
    assert_eq!(Bucket::that_fits(1, 9999, f64::NAN), Bucket::Year);
}

#[test]
fn an_empty_timeline_is_empty() {
    let timeline = Timeline::new(&[], 3);
    assert!(timeline.is_empty() && timeline.whole().is_none());
    let options = Options {
        most_rows: 60,
        window_px: 1000.0,
    };
    let layout = Layout::new(&timeline, 1.0, options);
    let drawing = layout.window(&window_at(&layout, 0.0, 1000.0));
    let nothing = Drawing {
        under_way: vec![0; 3],
        ..Drawing::default()
    };
    assert_eq!(drawing, nothing);
    assert!(layout.lanes().iter().all(|lane| lane.rows == 0));
}
