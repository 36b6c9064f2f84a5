//! Records for measuring: the explorer's own, or as many as are wanted, made from them with a fixed seed.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Error, Result, ensure};
use browser_tests::Site;
use serde_json::{Value, json};

/// The page's file of cards.
const CARDS: &str = "data/cards.en.json";

/// How many bytes the page loads at most.
const LARGEST: usize = 32 * 1024 * 1024;

/// How many words the records are made of, few of them everywhere and most of them rare, as in a language.
const WORDS: f64 = 50_000.0;

/// How many records the page gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The site's own.
    Own,
    /// So many made ones.
    Made(usize),
}

impl FromStr for Size {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if text == "own" {
            return Ok(Self::Own);
        }
        let count = text.parse();
        let count = count.with_context(|| format!("{text:?} is neither a number nor `own`"))?;
        Ok(Self::Made(count))
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own => f.write_str("the site's own records"),
            Self::Made(count) => write!(f, "{count} records"),
        }
    }
}

/// The records that a page gets in place of its own.
pub struct Records {
    folder: PathBuf,
    /// The site's own cards, and the file that is served in their place.
    made: Option<(Vec<Value>, String)>,
}

impl Records {
    /// Records of a size for the site in a folder.
    pub fn new(folder: &Path, size: Size) -> Result<Self> {
        let made = match size {
            Size::Own => None,
            Size::Made(count) => Some(made_cards(folder, count)?),
        };
        let folder = folder.to_owned();
        Ok(Self { folder, made })
    }

    /// The file of cards.
    pub fn cards(&self) -> Result<String> {
        match &self.made {
            Some((_, cards)) => Ok(cards.clone()),
            None => Ok(read(&self.folder, CARDS)?.to_string()),
        }
    }

    /// Serves the cards. The file of further words for search is left out: at these sizes it would be larger than what
    /// the page loads, and search does without it.
    pub fn serve_cards(&self, site: &Site) -> Result<()> {
        if let Some((_, cards)) = &self.made {
            site.answer(&format!("/{CARDS}"), 200, cards.as_str())?;
            site.answer("/data/texts.json", 404, "")?;
        }
        Ok(())
    }

    /// Serves the files of records, given by id and English name, each with the content of one of the site's own.
    pub fn serve_records(&self, site: &Site, records: &[(String, String)]) -> Result<()> {
        let Some((own, _)) = &self.made else {
            return Ok(());
        };
        let places: HashMap<&str, usize> = (0..).zip(own).map(|(i, card)| (id(card), i)).collect();
        for (made, name) in records {
            let number: usize = made.trim_start_matches('r').parse()?;
            let path = format!("data/initiatives/{}.json", id(&own[number % own.len()]));
            let mut record = read(&self.folder, &path)?;
            record["id"] = json!(made);
            record["name"]["en"] = json!(name);
            for relation in list(&mut record, "related") {
                relation["id"] = json!(format!("r{}", places.get(id(relation)).unwrap_or(&0)));
            }
            let path = format!("/data/initiatives/{made}.json");
            site.answer(&path, 200, record.to_string())?;
        }
        Ok(())
    }

    /// What is typed into search: words from everywhere to hardly anywhere, two of them together, and some with a wrong
    /// letter.
    pub fn queries(&self) -> Vec<String> {
        if self.made.is_none() {
            let own = [
                "hospital",
                "smart city",
                "cyberport",
                "fintech",
                "policy address",
                "chatbott",
                "robotiks",
                "人工智能",
            ];
            return own.map(str::to_owned).to_vec();
        }
        let one = [2, 30, 400, 6_000, 40_000].map(word);
        let two = [(3, 70)].map(|(a, b)| format!("{} {}", word(a), word(b)));
        let wrong = [500, 20_000].map(|rank| format!("{}q", word(rank)));
        one.into_iter().chain(two).chain(wrong).collect()
    }
}

/// The site's own cards, and its file of cards with so many made ones in it.
fn made_cards(folder: &Path, count: usize) -> Result<(Vec<Value>, String)> {
    let mut bundle = read(folder, CARDS)?;
    let own = bundle["cards"].as_array().context("cards")?.clone();
    let mut random = Random(20_261_127);
    let cards = (0..count).zip(own.iter().cycle());
    let cards = cards.map(|(i, card)| made_card(card, i, &mut random));
    bundle["cards"] = cards.collect();
    for (i, development) in (0..).zip(list(&mut bundle, "newest")) {
        development["id"] = json!(format!("r{i}"));
    }
    let file = bundle.to_string();
    ensure!(
        file.len() <= LARGEST,
        "{count} records are {} bytes, and the page loads {LARGEST} at most",
        file.len()
    );
    Ok((own, file))
}

/// A card like one of the site's own, with another name, other words and dates. What the page can do without is left
/// out, and of lists only the beginning stays, so that 100,000 cards are within what the page loads.
fn made_card(own: &Value, number: usize, random: &mut Random) -> Value {
    let mut card = own.clone();
    let Some(fields) = card.as_object_mut() else {
        return card;
    };
    for field in [
        "about",
        "aliases",
        "amount",
        "end_about",
        "evidence",
        "landmark",
        "milestones",
        "place",
        "planned",
        "topics",
    ] {
        fields.remove(field);
    }
    fields.insert("id".to_owned(), json!(format!("r{number}")));
    let name = json!({ "en": random.words(2), "zh-Hant": "甲", "zh-Hans": "甲" });
    fields.insert("name".to_owned(), name);
    fields.insert("summary".to_owned(), json!(random.words(5)));
    let is_fourth = number.is_multiple_of(4);
    let lengths = [
        ("themes", if is_fourth { 2 } else { 1 }),
        ("sectors", 1),
        ("organisations", 1),
    ];
    for (list, length) in lengths {
        if let Some(list) = fields.get_mut(list).and_then(Value::as_array_mut) {
            list.truncate(length);
        }
    }
    let year = 2000 + random.below(27);
    let later = (year + random.below(6)).min(2026);
    let rest = format!("-{:02}-{:02}", 1 + random.below(12), 1 + random.below(28));
    // As exact as the card's own.
    let exactness = own["start"].as_str().map_or(4, |start| start.len().min(10));
    let date = |year: usize| json!(format!("{year}{rest}")[..exactness]);
    let mut years = BTreeSet::from([year]);
    fields.insert("start".to_owned(), date(year));
    if fields.contains_key("end") {
        fields.insert("end".to_owned(), date(later));
        years.insert(later);
    } else if is_fourth {
        fields.insert("milestones".to_owned(), json!([date(later)]));
        years.insert(later);
    }
    fields.insert("years".to_owned(), json!(years));
    card
}

fn read(folder: &Path, path: &str) -> Result<Value> {
    let path = folder.join(path);
    let file = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&file).with_context(|| format!("reading {}", path.display()))
}

/// The values of a field that is a list; none where there is no such field.
fn list<'a>(value: &'a mut Value, field: &str) -> impl Iterator<Item = &'a mut Value> {
    let list = value.get_mut(field).and_then(Value::as_array_mut);
    list.into_iter().flatten()
}

fn id(value: &Value) -> &str {
    value["id"].as_str().unwrap_or_default()
}

/// A word by how often it is used.
fn word(mut rank: usize) -> String {
    const CONSONANTS: &[u8; 16] = b"bcdfghklmnprstxz";
    const VOWELS: &[u8; 5] = b"aeiou";
    let mut word = String::new();
    for _ in 0..2 + rank % 2 {
        word.push(char::from(CONSONANTS[rank % 16]));
        rank /= 16;
        word.push(char::from(VOWELS[rank % 5]));
        rank /= 5;
    }
    word
}

/// Random numbers, the same in every run.
struct Random(u64);

impl Random {
    /// From 0 to below 1.
    fn draw(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.draw() * limit as f64) as usize
    }

    fn words(&mut self, count: usize) -> String {
        let words = (0..count).map(|_| word(WORDS.powf(self.draw()) as usize));
        words.collect::<Vec<_>>().join(" ")
    }
}
