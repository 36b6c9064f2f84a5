//! How well other searches answer the same queries as the page's own, given the same words.

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, iter};

use anyhow::{Context, Result, bail, ensure};
use explorer_core::dataset::{Card, Lang, Names, SearchTexts, Text};
use serde::{Deserialize, Serialize};
use xshell::{Shell, cmd};

use crate::bundle;
use crate::chance::interval;
use crate::judge::{Judged, Score, Table};
use crate::project;
use crate::search::{FRESH, QUERIES, Searches, queries};

/// What the others are asked.
#[derive(Serialize)]
struct Questions<'a> {
    documents: Vec<Document>,
    queries: Vec<Query<'a>>,
}

/// The words of a record in all languages, by the fields in which the page's own search looks.
#[derive(Serialize)]
struct Document {
    id: String,
    name: String,
    summary: String,
    statements: String,
    keywords: String,
    /// Its days and sums.
    numbers: String,
    /// Names and aliases of what it refers to.
    things: String,
}

#[derive(Serialize)]
struct Query<'a> {
    q: &'a str,
    lang: &'static str,
}

/// What one of them answers: for each query the ids of what it finds, the best first.
#[derive(Deserialize)]
struct Peer {
    name: String,
    version: String,
    answers: Vec<Vec<String>>,
}

/// Has the others search, and prints how well they and the page's own search answer.
///
/// # Errors
/// One of them is ahead beyond chance by the queries that were set aside, or cannot be run.
pub fn peers(sh: &Shell) -> Result<()> {
    let (known, fresh) = (queries(QUERIES)?, queries(FRESH)?);
    let known = known.answerable().map(|query| {
        let set = if query.aside { "aside" } else { "tuned by" };
        (set, query)
    });
    let fresh = fresh.answerable().map(|query| ("fresh", query));
    let asked: Vec<(&str, &Judged)> = known.chain(fresh).collect();
    let parts = bundle::parts()?;
    let cards = &parts.bundles[Lang::En as usize].cards;
    let questions = Questions {
        documents: cards
            .iter()
            .map(|card| document(card, &parts.texts))
            .collect(),
        queries: asked
            .iter()
            .map(|(_, query)| Query {
                q: &query.q,
                lang: query.lang.tag(),
            })
            .collect(),
    };
    let others = answers(sh, &questions)?;
    let searches = Searches::new(parts);
    let own = asked
        .iter()
        .map(|(_, query)| query.score(&searches.answer(query.lang, &query.q)));
    let mut all = vec![("the explorer".to_owned(), own.collect::<Vec<Score>>())];
    for peer in others {
        ensure!(
            peer.answers.len() == asked.len(),
            "{} left out queries",
            peer.name
        );
        let scores = asked
            .iter()
            .zip(&peer.answers)
            .map(|((_, query), answers)| {
                query.score(&answers.iter().map(String::as_str).collect::<Vec<_>>())
            });
        all.push((format!("{} {}", peer.name, peer.version), scores.collect()));
    }
    print(&asked, &all);
    hold(&asked, &all)
}

/// The words of a record.
fn document(card: &Card, texts: &SearchTexts) -> Document {
    let record = texts.records.iter().find(|record| record.id == card.id);
    let record = record.cloned().unwrap_or_default();
    let all = |text: &Text| Lang::ALL.map(|lang| text.get(lang)).join("\n");
    let things = [
        (&texts.topics, &card.topics[..]),
        (&texts.organisations, &card.organisations),
        (&texts.themes, &card.themes),
        (&texts.sectors, &card.sectors),
        (&texts.kinds, std::slice::from_ref(&card.kind)),
        (&texts.places, card.place.as_slice()),
    ];
    let days = [Some(card.start), card.end].into_iter().flatten();
    let days = days.chain(card.milestones.iter().chain(&card.planned).copied());
    let sums = record.sums.iter().map(ToString::to_string);
    let words = |(names, ids): (&Vec<Names>, &[String])| {
        let those = names.iter().filter(|names| ids.contains(&names.id));
        those
            .flat_map(|names| [names.words.clone(), names.aliases.clone()])
            .collect::<Vec<_>>()
    };
    Document {
        id: record.id,
        name: all(&record.name),
        summary: all(&record.summary),
        statements: all(&record.facts),
        numbers: days
            .map(|day| day.to_string())
            .chain(sums)
            .collect::<Vec<_>>()
            .join("\n"),
        keywords: all(&record.keywords),
        things: things
            .into_iter()
            .flat_map(words)
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

/// Has the others answer.
fn answers(sh: &Shell, questions: &Questions<'_>) -> Result<Vec<Peer>> {
    let folder = project::root().join("target/peers");
    fs::create_dir_all(&folder)?;
    let file = folder.join("questions.json");
    fs::write(&file, serde_json::to_string(questions)?)?;
    let packages = project::npm("");
    let json = cmd!(sh, "node xtask/peers.mjs {packages} {folder} {file}")
        .quiet()
        .read()?;
    serde_json::from_str(&json).context("reading what the others answer")
}

/// Prints how well each answers all queries, those of each set, and those that nobody tuned by, by what is hard about them.
fn print(asked: &[(&str, &Judged)], all: &[(String, Vec<Score>)]) {
    let mut tables = BTreeMap::<String, Table>::new();
    for (place, (name, scores)) in all.iter().enumerate() {
        for ((set, query), score) in asked.iter().zip(scores) {
            let mut groups = vec!["all".to_owned(), (*set).to_owned()];
            if query.aside {
                groups.push("aside and fresh".to_owned());
                groups.push(format!("aside and fresh: {}", query.kind));
            }
            for group in groups {
                tables.entry(group).or_default().add(place, name, *score);
            }
        }
    }
    for (group, table) in tables {
        println!("\n{group}\n{table}");
    }
}

/// An error where another is ahead of the page's own search beyond chance, by the queries that nobody tuned by, all of them
/// or those of one kind.
fn hold(asked: &[(&str, &Judged)], all: &[(String, Vec<Score>)]) -> Result<()> {
    let Some(((_, own), peers)) = all.split_first() else {
        return Ok(());
    };
    let aside = asked.iter().filter(|(_, query)| query.aside);
    let kinds: BTreeSet<&str> = aside.map(|(_, query)| &*query.kind).collect();
    println!(
        "Ahead of the explorer in reciprocal rank, aside and fresh, on average and by 95 % of 10,000 draws:"
    );
    let mut ahead = Vec::new();
    for (name, scores) in peers {
        for kind in iter::once(None).chain(kinds.iter().copied().map(Some)) {
            let pairs = asked.iter().zip(scores.iter().zip(own));
            let differences: Vec<f64> = pairs
                .filter(|((_, query), _)| query.aside && kind.is_none_or(|kind| kind == query.kind))
                .map(|(_, (peer, own))| peer.reciprocal_rank - own.reciprocal_rank)
                .collect();
            let mean = differences.iter().sum::<f64>() / differences.len() as f64;
            let (low, high) = interval(&differences);
            let kind = kind.unwrap_or("all");
            println!("{name:20} {kind:10} {mean:+.3}, between {low:+.3} and {high:+.3}");
            if low > 0.0 {
                ahead.push(format!("{name} ({kind})"));
            }
        }
    }
    if !ahead.is_empty() {
        bail!(
            "better than the explorer, beyond chance: {}",
            ahead.join(", ")
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_ahead_beyond_chance_is_named() {
        let query = |aside, kind: &str| Judged {
            q: String::new(),
            lang: Lang::En,
            kind: kind.to_owned(),
            aside,
            judged: [("a".to_owned(), 3)].into(),
        };
        let (known, word, name) = (
            query(false, "word"),
            query(true, "word"),
            query(true, "name"),
        );
        let asked = [&known, &word, &word, &name, &name].map(|query| ("", query));
        let answer = |answers: [&[&str]; 5]| answers.map(|ids| word.score(ids)).to_vec();
        let second: &[&str] = &["b", "a"];
        let own = (
            "own".to_owned(),
            answer([&["a"], second, second, second, second]),
        );
        let better = (
            "better".to_owned(),
            answer([&[], &["a"], &["a"], &["a"], &["a"]]),
        );
        let partly = ("partly".to_owned(), answer([&[], &["a"], &["a"], &[], &[]]));
        let worse = (
            "worse".to_owned(),
            answer([&["a"], &[], second, &[], second]),
        );
        let said = |peer: &(String, Vec<Score>)| {
            let outcome = hold(&asked, &[own.clone(), worse.clone(), peer.clone()]);
            outcome.map_err(|error| error.to_string())
        };
        let error = said(&better).unwrap_err();
        assert!(
            error.ends_with(": better (all), better (name), better (word)"),
            "{error}"
        );
        let error = said(&partly).unwrap_err();
        assert!(error.ends_with(": partly (word)"), "{error}");
        assert_eq!(said(&worse), Ok(()));
    }
}
