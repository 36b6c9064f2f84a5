//! How well a search answers, by queries that were judged by reading the records.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::ops::Deref;
use std::path::Path;

use anyhow::{Context, Result};
use explorer_core::dataset::Lang;
use serde::Deserialize;

/// A record of at least this grade is a right answer.
const RIGHT: u8 = 2;
/// How many answers somebody looks through.
const SEEN: usize = 10;

/// All queries.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Queries(Vec<Judged>);

/// A query as somebody types it, with the records that they are after.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// What is typed.
    pub q: String,
    /// The language of the page that it is typed into.
    pub lang: Lang,
    /// What is hard about it: `name`, `form`, `everyday`, `several`, `typo`, `theme` or `number`.
    pub kind: String,
    /// Whether it is not looked at while the order is tuned.
    pub aside: bool,
    /// How well records answer it, by id: 3 what was wanted, 2 an answer, 1 something like it. All others do not.
    pub judged: BTreeMap<String, u8>,
}

/// How well a query was answered, or several on average; each from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// Whether the first answer is right.
    pub first: f64,
    /// Whether one of the first three is.
    pub top_3: f64,
    /// One divided by the place of the first right answer.
    pub reciprocal_rank: f64,
    /// Normalised discounted cumulative gain of the first ten answers (Järvelin and Kekäläinen 2002), with a gain of
    /// 2^grade - 1.
    pub ndcg: f64,
    /// How many of the right answers are among the first ten, of those that could be.
    pub recall: f64,
    /// Whether nothing was found.
    pub nothing: f64,
}

impl Queries {
    /// Reads the queries.
    ///
    /// # Errors
    /// A file that cannot be read, or that has another form.
    pub fn read(path: &Path) -> Result<Self> {
        let json = fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        serde_json::from_str(&json).with_context(|| format!("reading {}", path.display()))
    }

    /// Those that some record answers.
    pub fn answerable(&self) -> impl Iterator<Item = &Judged> {
        self.iter().filter(|query| !query.judged.is_empty())
    }
}

impl Deref for Queries {
    type Target = [Judged];

    fn deref(&self) -> &[Judged] {
        &self.0
    }
}

impl Judged {
    /// How well these answers, the best first, are what was wanted.
    pub fn score(&self, answers: &[&str]) -> Score {
        let is_right = |grade: &u8| *grade >= RIGHT;
        let grade = |id: &&str| self.judged.get(*id).copied().unwrap_or(0);
        let grades: Vec<u8> = answers.iter().map(grade).collect();
        let seen = &grades[..grades.len().min(SEEN)];
        let count = |grades: &[u8]| grades.iter().filter(|grade| is_right(grade)).count();
        let mut best: Vec<u8> = self.judged.values().copied().collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        let first = grades.iter().position(is_right);
        let within = |places: usize| f64::from(u8::from(first.is_some_and(|at| at < places)));
        Score {
            first: within(1),
            top_3: within(3),
            reciprocal_rank: first.map_or(0.0, |at| 1.0 / (at + 1) as f64),
            ndcg: gain(seen) / gain(&best[..best.len().min(SEEN)]).max(f64::MIN_POSITIVE),
            recall: count(seen) as f64 / count(&best).clamp(1, SEEN) as f64,
            nothing: f64::from(u8::from(answers.is_empty())),
        }
    }
}

impl Score {
    /// The average of several; zeros of none.
    pub fn mean(scores: &[Self]) -> Self {
        let mean = |part: fn(&Self) -> f64| {
            scores.iter().map(part).sum::<f64>() / scores.len().max(1) as f64
        };
        Self {
            first: mean(|score| score.first),
            top_3: mean(|score| score.top_3),
            reciprocal_rank: mean(|score| score.reciprocal_rank),
            ndcg: mean(|score| score.ndcg),
            recall: mean(|score| score.recall),
            nothing: mean(|score| score.nothing),
        }
    }
}

/// How well groups of queries were answered, a row for each.
#[derive(Debug, Default)]
pub struct Table(BTreeMap<(usize, String), Vec<Score>>);

impl Table {
    /// Counts a query into a row; rows stand by their place, then by name.
    pub fn add(&mut self, place: usize, row: &str, score: Score) {
        self.0
            .entry((place, row.to_owned()))
            .or_default()
            .push(score);
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let names = self.0.keys().map(|(_, name)| name.len());
        let width = names.max().unwrap_or(0).max(10);
        writeln!(
            f,
            "{:width$} {:>7} {:>6} {:>6} {:>6} {:>8} {:>10} {:>8}",
            "", "queries", "first", "top 3", "MRR", "nDCG@10", "recall@10", "nothing"
        )?;
        for ((_, name), scores) in &self.0 {
            let mean = Score::mean(scores);
            writeln!(
                f,
                "{name:width$} {:>7} {:>6.2} {:>6.2} {:>6.2} {:>8.2} {:>10.2} {:>8.2}",
                scores.len(),
                mean.first,
                mean.top_3,
                mean.reciprocal_rank,
                mean.ndcg,
                mean.recall,
                mean.nothing
            )?;
        }
        Ok(())
    }
}

/// What a list of grades is worth to somebody who reads it from the top.
fn gain(grades: &[u8]) -> f64 {
    let gain = |(place, grade): (usize, &u8)| {
        f64::from((1_u16 << grade) - 1) / (place as f64 + 2.0).log2()
    };
    grades.iter().enumerate().map(gain).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query() -> Judged {
        let judged = [("a", 3), ("b", 2), ("c", 1)];
        Judged {
            q: String::new(),
            lang: Lang::En,
            kind: "name".to_owned(),
            aside: false,
            judged: judged.map(|(id, grade)| (id.to_owned(), grade)).into(),
        }
    }

    #[test]
    fn the_best_order_scores_one() {
        let score = query().score(&["a", "b", "c", "x"]);
        let all = [
            score.first,
            score.top_3,
            score.reciprocal_rank,
            score.recall,
        ];
        assert_eq!(all, [1.0; 4]);
        assert!((score.ndcg - 1.0).abs() < 1e-9);
        assert!(query().score(&["b", "a"]).ndcg < 1.0);
    }

    #[test]
    fn something_like_it_is_no_right_answer() {
        let score = query().score(&["c", "x", "y", "b"]);
        assert_eq!((score.first, score.top_3), (0.0, 0.0));
        assert_eq!((score.reciprocal_rank, score.recall), (0.25, 0.5));
    }

    #[test]
    fn nothing_scores_nothing() {
        let score = query().score(&[]);
        assert_eq!(
            score,
            Score {
                nothing: 1.0,
                ..Score::default()
            }
        );
    }
}
