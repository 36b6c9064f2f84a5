//! How many records are dated in each year.

use leptos::prelude::*;

use crate::ui::AppState;

/// How many bars the histogram has at most.
const BARS: usize = 120;

/// Some years in a row.
#[derive(Clone, Copy)]
struct Bar {
    first: u16,
    last: u16,
    /// The most records that one of the years has.
    count: u32,
}

/// A bar for each year, those outside the chosen years pale.
#[component]
pub fn Histogram() -> impl IntoView {
    let app = AppState::expect();
    let bars = move || {
        app.rested_results
            .with(|results| bars(&results.counts.years))
    };
    let chosen = Memo::new(move |_| app.view_state.with(|state| (state.from, state.to)));
    move || {
        let (from, to) = chosen.get();
        let is_in =
            |year: u16| from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to);
        let bars = bars();
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        let rows = bars.iter().enumerate().map(|(place, bar)| {
            let class = if is_in(bar.first) || is_in(bar.last) {
                "bar"
            } else {
                "bar is-out"
            };
            // A year without any still has its place.
            let height = (bar.count * 100 / most).max(1);
            view! {
                <rect class=class x=place.to_string() y=(100 - height).to_string() height=height.to_string()>
                    <title>{bar.title()}</title>
                </rect>
            }
        });
        view! {
            <svg viewBox=format!("0 0 {} 100", bars.len()) preserveAspectRatio="none">{rows.collect_view()}</svg>
        }
    }
}

/// The bars of years in a row with their counts. A data set that spans thousands of years has a bar for several at a time.
fn bars(years: &[(u16, u32)]) -> Vec<Bar> {
    let together = years.len().div_ceil(BARS).max(1);
    let bars = years.chunks(together).map(|years| Bar {
        first: years[0].0,
        last: years[years.len() - 1].0,
        count: years.iter().map(|(_, count)| *count).max().unwrap_or(0),
    });
    bars.collect()
}

impl Bar {
    fn title(self) -> String {
        let Self { first, last, count } = self;
        if first == last {
            format!("{first}: {count}")
        } else {
            format!("{first}–{last}: {count}")
        }
    }
}
