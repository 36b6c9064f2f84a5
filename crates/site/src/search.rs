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
mod tests {
    use std::collections::BTreeMap;

    use explorer_core::dataset::Initiative;

    use super::*;
    use crate::data::DataFiles;

    /// The goals: over all, and of each kind by itself.
    const ALL: f64 = 0.92;
    const KIND: f64 = 0.82;
    const NOTHING: f64 = 0.01;

    #[test]
    fn searches_are_answered_as_well_as_they_should_be() {
        let searches = Searches::new(bundle::parts().unwrap());
        for (file, aside) in [(QUERIES, false), (QUERIES, true), (FRESH, true)] {
            let queries = queries(file).unwrap();
            let mut kinds: BTreeMap<&str, Vec<Score>> = BTreeMap::new();
            for (query, score) in scores(&searches, &queries, aside) {
                kinds.entry(&query.kind).or_default().push(score);
            }
            for (kind, scores) in &kinds {
                let mean = Score::mean(scores);
                assert!(mean.reciprocal_rank >= KIND, "{file} {kind}: {mean:?}");
            }
            let all: Vec<Score> = kinds.into_values().flatten().collect();
            let mean = Score::mean(&all);
            assert!(mean.reciprocal_rank >= ALL, "{file}: {mean:?}");
            assert!(mean.nothing <= NOTHING, "{file}: {mean:?}");
        }
    }

    /// Characters that make numbers, of which a part says something else.
    const NUMERALS: &str = "〇零一二兩两三四五六七八九十百千萬万億亿廿卅";

    /// Runs of Han and words of a text, two to six characters long, from places that are spread over it.
    fn sayings(text: &str, lang: Lang) -> Vec<String> {
        let is_part = |c: char| match lang {
            Lang::En => c.is_ascii_alphabetic(),
            _ => ('\u{4e00}'..'\u{9fff}').contains(&c) && !NUMERALS.contains(c),
        };
        let runs = text.split(|c: char| !is_part(c));
        let long = runs.map(|run| run.chars().collect::<Vec<_>>());
        let cut = |run: Vec<char>| {
            let length = 2 + run.len() % 5;
            let from = run.len().saturating_sub(length) / 2;
            run.into_iter().skip(from).take(length).collect::<String>()
        };
        match lang {
            Lang::En => long
                .filter(|run| run.len() > 4)
                .map(String::from_iter)
                .collect(),
            _ => long.filter(|run| run.len() > 1).map(cut).collect(),
        }
    }

    #[test]
    fn whoever_says_what_was_typed_is_found_and_nothing_is_mended() {
        let searches = Searches::new(bundle::parts().unwrap());
        let (dataset, _) = DataFiles::read().unwrap().dataset().unwrap();
        for lang in Lang::ALL {
            let texts = |record: &Initiative| {
                let facts = record.facts.iter().map(|fact| &fact.text);
                let told = record.milestones.iter().map(|one| &one.text);
                let all = facts.chain(told).chain([&record.name, &record.summary]);
                all.map(|text| text.get(lang).to_owned())
                    .collect::<Vec<_>>()
            };
            let all: Vec<_> = dataset
                .initiatives
                .iter()
                .map(|one| (&one.id, texts(one)))
                .collect();
            for (_, texts) in all.iter().step_by(7) {
                let sayings = texts.iter().step_by(3).flat_map(|text| sayings(text, lang));
                for said in sayings.step_by(5) {
                    let found = searches.answer(lang, &said);
                    let (_, index) = &searches.libraries[lang as usize];
                    assert_eq!(index.query(&said).corrected, [], "{said}");
                    let says = |text: &String| match lang {
                        Lang::En => text
                            .split(|c: char| !c.is_alphanumeric())
                            .any(|word| word == said),
                        _ => text.contains(&said),
                    };
                    for (id, texts) in &all {
                        let is_found = found.contains(&id.as_str());
                        assert!(is_found || !texts.iter().any(says), "{said}: {id}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_offered_and_mended_is_in_the_script_of_who_types() {
        let searches = Searches::new(bundle::parts().unwrap());
        for (lang, typed, offered, wrong, right) in [
            (Lang::ZhHant, "倫理", "倫理", "香港科技大李", "香港科技大學"),
            (Lang::ZhHans, "伦理", "伦理", "香港科技大李", "香港科技大学"),
        ] {
            let (_, index) = &searches.libraries[lang as usize];
            let offers = index.offers(typed);
            assert!(!offers.is_empty());
            for offer in offers {
                assert!(offer.found.contains(offered), "{typed}: {}", offer.found);
            }
            let mended = (wrong.to_owned(), right.to_owned());
            assert_eq!(index.query(wrong).corrected, [mended]);
        }
    }

    #[test]
    fn judged_records_exist() {
        let searches = Searches::new(bundle::parts().unwrap());
        let (library, _) = &searches.libraries[0];
        for query in [QUERIES, FRESH]
            .map(|file| queries(file).unwrap())
            .iter()
            .flat_map(|all| &**all)
        {
            for (id, grade) in &query.judged {
                assert!((1..=3).contains(grade), "{}: {id}", query.q);
                let card = library.card(id).map(|card| &*card.id);
                assert_eq!(card, Some(&**id), "{}", query.q);
            }
        }
    }
}
