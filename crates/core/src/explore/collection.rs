//! A collection: records that somebody picked, in their order, with a title.

use rustc_hash::FxHashMap;

use crate::dataset::Card;

/// The longest id that a collection takes, in characters.
const LONGEST_ID: usize = 100;
/// What stands between two ids.
const BETWEEN: char = ',';

/// Records by their ids, in the order in which they were picked, each once and at most [`Collection::MOST`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Collection {
    /// What it is called; empty where nobody gave it a title.
    pub title: String,
    ids: Vec<String>,
}

impl Collection {
    /// How many records it holds at most: as many as an address carries, and a person reads.
    pub const MOST: usize = 100;

    /// The ids, in order.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Whether it holds no record.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether no further record has room.
    pub fn is_full(&self) -> bool {
        self.ids.len() >= Self::MOST
    }

    /// Adds an id at the end, unless it is there. False where it has no room, or is no id that an address could hold.
    pub fn insert(&mut self, id: &str) -> bool {
        if self.ids.iter().any(|other| other == id) {
            return true;
        }
        let is_id = !id.is_empty() && !id.contains(BETWEEN) && id.chars().count() <= LONGEST_ID;
        let has_room = is_id && !self.is_full();
        if has_room {
            self.ids.push(id.to_owned());
        }
        has_room
    }

    /// Keeps those ids alone for which this holds.
    pub fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.ids.retain(|id| keep(id));
    }

    /// The ids as an address and the browser's memory hold them.
    ///
    /// ```
    /// # use explorer_core::explore::Collection;
    /// let mut collection = Collection::default();
    /// assert_eq!(collection.read("b,a,,b"), None);
    /// assert_eq!(collection.joined(), "b,a");
    /// ```
    pub fn joined(&self) -> String {
        self.ids.join(&BETWEEN.to_string())
    }

    /// Adds the ids of such a text. What was not taken is given back: what has no room or is too long, and a text without
    /// any id.
    pub fn read(&mut self, text: &str) -> Option<String> {
        let ids = text.split(BETWEEN).filter(|id| !id.is_empty());
        let left: Vec<&str> = ids.filter(|id| !self.insert(id)).collect();
        let says_nothing = text.split(BETWEEN).all(str::is_empty);
        (says_nothing || !left.is_empty()).then(|| left.join(&BETWEEN.to_string()))
    }
}

/// The ids of all cards, by which a collection finds them.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    present: Vec<Box<str>>,
    /// Former ids, each with its card.
    former: Vec<(Box<str>, u32)>,
}

impl Ids {
    pub fn new(cards: &[Card]) -> Self {
        let former = (0..).zip(cards).flat_map(|(place, card)| {
            let aliases = card.aliases.iter();
            aliases.map(move |alias| (alias.as_str().into(), place))
        });
        Self {
            present: cards.iter().map(|card| card.id.as_str().into()).collect(),
            former: former.collect(),
        }
    }

    /// The cards of a collection, in its order, each once. What no card is called is passed over; a former id leads to
    /// the card that has it now.
    pub fn cards_of(&self, collection: &Collection) -> Vec<u32> {
        let wanted: FxHashMap<&str, usize> =
            collection.ids.iter().map(String::as_str).zip(0..).collect();
        let mut found = vec![None; collection.ids.len()];
        let present = self.present.iter().zip(0..);
        let former = self.former.iter().map(|(id, card)| (id, *card));
        for (id, card) in present.chain(former) {
            if let Some(place) = wanted.get(&**id) {
                found[*place].get_or_insert(card);
            }
        }
        let mut cards: Vec<u32> = Vec::new();
        for card in found.into_iter().flatten() {
            if !cards.contains(&card) {
                cards.push(card);
            }
        }
        cards
    }
}
