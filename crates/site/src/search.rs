//! Searches as the page does, on the command line, and judges the answers by what people have said is right.

use std::io::{self, Write as _};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use clap::Args;
use explorer_core::dataset::Lang;
use explorer_core::explore::{Index, View, ViewState};
use hong_kong_ai_explorer::ui::Library;

use crate::bundle::{self, Parts};
use crate::judge::{Judged, Queries, Score, Table};
use crate::project;

/// Queries that the order was tuned by, and some that were set aside.
pub const QUERIES: &str = "queries.json";
/// Queries that were written and judged when the order was done, all of them set aside.
pub const FRESH: &str = "fresh.json";

/// What to search for.
#[derive(Debug, Args)]
pub struct Options {
    /// What is typed into the search field
    #[arg(required_unless_present = "judge")]
    query: Option<String>,
    /// In which language's page
    #[arg(long, default_value = "en")]
    lang: String,
    /// Print the ids alone, as one JSON array, the best first
    #[arg(long)]
    json: bool,
    /// Answer the queries of tests/search/queries.json, and say how well
    #[arg(long, conflicts_with_all = ["query", "json"])]
    judge: bool,
    /// With --judge: those queries that were set aside while the order was tuned, instead of the others
    #[arg(long, requires = "judge")]
    aside: bool,
    /// With --judge: the queries of tests/search/fresh.json instead, which were written when the order was done
    #[arg(long, requires = "judge", conflicts_with = "aside")]
    fresh: bool,
    /// With --judge: list each query with its figures, the worst first
    #[arg(long, requires = "judge")]
    each: bool,
}

/// Prints what a search finds, or how well searches are answered.
///
/// # Errors
/// Data with faults, or a language that there is not.
pub fn search(options: &Options) -> Result<()> {
    let searches = Searches::new(bundle::parts()?);
    if options.judge {
        let file = if options.fresh { FRESH } else { QUERIES };
        judge(&searches, &queries(file)?, options);
        return Ok(());
    }
    let Some(lang) = Lang::from_tag(&options.lang) else {
        bail!("{} is none of en, zh-Hant and zh-Hans", options.lang);
    };
    let query = options.query.as_deref().context("nothing to search for")?;
    let found = searches.answer(lang, query);
    let printed = if options.json {
        serde_json::to_string(&found)? + "\n"
    } else {
        let lines = found.iter().zip(1..);
        lines
            .map(|(id, place)| format!("{place:4} {id}\n"))
            .collect()
    };
    // Whoever reads only the first lines closes the pipe.
    match io::stdout().write_all(printed.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// The page's own libraries, in each language.
pub struct Searches {
    libraries: Vec<(Library, Index)>,
}

impl Searches {
    /// The libraries of what the page loads.
    pub fn new(parts: Parts) -> Self {
        let texts = Arc::new(parts.texts);
        let library = |bundle| {
            let library = Library::new(bundle, Some(texts.clone()));
            let index = library.index();
            (library, index)
        };
        Self {
            libraries: parts.bundles.into_iter().map(library).collect(),
        }
    }

    /// The ids of the records that a search finds, the best first.
    pub fn answer(&self, lang: Lang, query: &str) -> Vec<&str> {
        let (library, index) = &self.libraries[lang as usize];
        let state = ViewState {
            view: View::Cards,
            q: query.to_owned(),
            ..ViewState::default()
        };
        let found = index.explore(&state).cards.into_iter();
        found
            .map(|card| library.bundle.cards[card as usize].id.as_str())
            .collect()
    }
}

/// The queries of a file in `tests/search/`.
///
/// # Errors
/// A file that cannot be read, or that has another form.
pub fn queries(file: &str) -> Result<Queries> {
    Queries::read(&project::root().join("tests/search").join(file))
}

/// Each query that has an answer, set aside or not, with how well it is answered.
fn scores<'a>(searches: &Searches, queries: &'a Queries, aside: bool) -> Vec<(&'a Judged, Score)> {
    queries
        .answerable()
        .filter(|query| query.aside == aside)
        .map(|query| (query, query.score(&searches.answer(query.lang, &query.q))))
        .collect()
}

fn judge(searches: &Searches, queries: &Queries, options: &Options) {
    let judged = scores(searches, queries, options.aside || options.fresh);
    if options.each {
        let mut worst: Vec<_> = judged.iter().collect();
        worst.sort_by(|a, b| a.1.reciprocal_rank.total_cmp(&b.1.reciprocal_rank));
        for (query, score) in worst {
            println!(
                "{:5.2} {:5.2} {:8} {:8} {}",
                score.reciprocal_rank,
                score.ndcg,
                query.kind,
                query.lang.tag(),
                query.q
            );
        }
    }
    let mut table = Table::default();
    for (query, score) in judged {
        table.add(0, &query.kind, score);
        table.add(1, query.lang.tag(), score);
        table.add(2, "all", score);
    }
    print!("{table}");
}

#[cfg(test)]
mod tests;
