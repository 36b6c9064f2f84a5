//! Three ways in, a question each.

use leptos::prelude::*;

use crate::dataset::Evidence;
use crate::explore::{By, Column, Facet, Rows, View, ViewState};
use crate::ui::{AppState, Words};

/// A question: what it asks, what answers it, and where.
type Question = (
    fn(Words) -> &'static str,
    fn(Words) -> &'static str,
    fn(&mut ViewState),
);

/// The questions, which any data set answers.
const QUESTIONS: [Question; 3] = [
    (Words::question_money, Words::question_money_answer, sums),
    (
        Words::question_doubt,
        Words::question_doubt_answer,
        disagreements,
    ),
    (
        Words::question_order,
        Words::question_order_answer,
        |state| state.view = View::Class,
    ),
];

/// The sums of money, the largest first.
fn sums(state: &mut ViewState) {
    state.view = View::Table;
    state.rows = Rows::Sums;
    state.by = Some(By {
        column: Column::Amount,
        is_descending: true,
    });
}

/// The records of which sources say different things.
fn disagreements(state: &mut ViewState) {
    state.view = View::Cards;
    state
        .choices
        .insert(Facet::Evidence, Evidence::Disagree.word());
}

/// The three questions.
#[component]
pub fn Questions() -> impl IntoView {
    let app = AppState::expect();
    let questions = QUESTIONS.into_iter().map(|(question, answer, lead)| {
        let href = app.link(move |state| {
            *state = state.cleared();
            lead(state);
        });
        view! {
            <li class="question">
                <a href=href>{app.say(question)}</a>
                <p>{app.say(answer)}</p>
            </li>
        }
    });
    view! { <ul class="questions" aria-label=app.say(|words| words.questions())>{questions.collect_view()}</ul> }
}
