//! The records' files as JSON, and the plainest questions to them.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::files;

/// All records, by their ids.
pub struct Records(BTreeMap<String, Value>);

impl Records {
    pub fn read() -> Self {
        let read = |(file, text): (String, String)| {
            let id = file.trim_end_matches(".json").to_owned();
            (id, serde_json::from_str(&text).expect("JSON"))
        };
        Self(files::initiatives().into_iter().map(read).collect())
    }

    fn record(&self, id: &str) -> &Value {
        self.0.get(id).unwrap_or_else(|| panic!("no record {id}"))
    }

    /// A field with a word or a date, such as the start or the status.
    pub fn field(&self, id: &str, field: &str) -> &str {
        let value = self.record(id)[field].as_str();
        value.unwrap_or_else(|| panic!("{id} has no {field}"))
    }

    /// All that the record tells in English.
    fn texts(&self, id: &str) -> impl Iterator<Item = &str> {
        let record = self.record(id);
        let lists = ["facts", "milestones", "doubts"].into_iter();
        let texts = lists.flat_map(|list| record[list].as_array().into_iter().flatten());
        let texts = texts.map(|one| &one["text"]);
        [&record["summary"]]
            .into_iter()
            .chain(texts)
            .filter_map(|text| text["en"].as_str())
    }

    /// Whether these words stand in a text of the record, in English.
    pub fn say(&self, id: &str, words: &str) -> bool {
        self.texts(id).any(|text| text.contains(words))
    }

    /// The one text of the record with these words.
    pub fn text(&self, id: &str, words: &str) -> &str {
        let texts: Vec<&str> = self.texts(id).filter(|text| text.contains(words)).collect();
        assert_eq!(texts.len(), 1, "{id}: “{words}”");
        texts[0]
    }

    /// The day of the one milestone with these words.
    pub fn day(&self, id: &str, words: &str) -> &str {
        only(self.record(id), "milestones", "text", words)["date"]
            .as_str()
            .expect("a date")
    }

    /// The one sum that is for what these words say.
    pub fn sum(&self, id: &str, words: &str) -> &Value {
        only(self.record(id), "amounts", "what", words)
    }

    /// All sums of a record, in dollars.
    pub fn dollars(&self, id: &str) -> Vec<u64> {
        let amounts = self.record(id)["amounts"].as_array();
        let amounts = amounts.into_iter().flatten();
        amounts
            .filter_map(|amount| amount["hkd"].as_u64())
            .collect()
    }

    /// The records in the order of their largest sums, the largest first.
    pub fn by_largest_sum(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = self.0.keys().map(String::as_str).collect();
        ids.sort_by_key(|id| std::cmp::Reverse(self.dollars(id).into_iter().max()));
        ids
    }
}

/// The one item of a record's list whose text has these words.
fn only<'a>(record: &'a Value, list: &str, text: &str, words: &str) -> &'a Value {
    let items = record[list].as_array().expect("a list").iter();
    let has = |item: &&Value| {
        item[text]["en"]
            .as_str()
            .is_some_and(|en| en.contains(words))
    };
    let items: Vec<&Value> = items.filter(has).collect();
    assert_eq!(items.len(), 1, "{}: “{words}”", record["id"]);
    items[0]
}

/// The whole numbers of a text, in their order.
pub fn numbers(text: &str) -> Vec<u64> {
    let runs = text.split(|c: char| !c.is_ascii_digit());
    runs.filter_map(|digits| digits.parse().ok()).collect()
}

/// Whether each day is before the next.
pub fn in_order(days: &[&str]) -> bool {
    days.is_sorted_by(|a, b| a < b)
}
