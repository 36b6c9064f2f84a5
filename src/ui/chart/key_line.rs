//! What the signs of the chart mean, in a line.

use leptos::prelude::*;

use super::Chart;

/// The key of the chart.
#[component]
pub fn KeyLine() -> impl IntoView {
    let words = Chart::expect().words;
    let signs = [
        ("M0 4h20v4H0z", "key-bar", words.key_confirmed()),
        ("M0 6h20", "key-line", words.key_goes_on()),
        ("M0 4h8v4H0zM10 4h8v4h-8z", "key-bar", words.key_milestone()),
        ("M0 4h16a2 2 0 0 1 0 4H0z", "key-bar", words.key_ended()),
        ("M0 6L14 4h6v4h-6z", "key-bar", words.key_vague()),
        ("M1 4h18v4H1z", "key-hollow", words.key_announced()),
        ("M5 6l5 -4 5 4 -5 4z", "key-hollow", words.key_planned()),
    ];
    let signs = signs.into_iter().map(|(path, class, meaning)| {
        view! {
            <li class="chart-sign">
                <svg viewBox="0 0 20 12" aria-hidden="true"><path class=class d=path></path></svg>
                {meaning}
            </li>
        }
    });
    view! {
        <ul class="chart-key" aria-label=words.chart_key()>{signs.collect_view()}</ul>
    }
}
