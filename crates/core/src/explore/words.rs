//! Which words stand in which cards.

use super::dictionary::Dictionary;
use super::synonyms::Synonyms;
use super::things::Things;
use super::variants::is_han;

/// A symbol is the number of an entry of the dictionary, or a Han character with this bit.
const HAN: u32 = 1 << 31;
/// The end of a line.
pub(super) const BREAK: u32 = u32::MAX;
/// What stands between two runs of Han.
pub(super) const GAP: u32 = u32::MAX - 1;

/// That an entry stands in a card.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Posting {
    pub card: u32,
    /// How often, weighted by the fields and their lengths.
    pub weight: f32,
}

/// Which words stand where.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub dictionary: Dictionary,
    /// The postings of entry `i`, by card, are `postings[starts[i]..starts[i + 1]]`.
    pub starts: Vec<u32>,
    pub postings: Vec<Posting>,
    /// The texts of all cards as symbols; those of card `i` are `symbols[cards[i]..cards[i + 1]]`.
    pub symbols: Vec<u32>,
    pub cards: Vec<u32>,
    /// Where the names of each card end among its symbols.
    pub name_ends: Vec<u32>,
    /// What each name is with nothing between its words, as a hash, with its card.
    pub whole_names: Vec<(u64, u32)>,
    pub things: Things,
    pub synonyms: Synonyms,
}

/// The symbol of a Han character.
pub(super) fn han(c: char) -> u32 {
    HAN | u32::from(c)
}

/// The Han character that a symbol stands for.
pub(super) fn character(symbol: u32) -> Option<char> {
    let c = char::from_u32(symbol & !HAN)?;
    (symbol & HAN != 0 && is_han(c)).then_some(c)
}

impl Words {
    /// The cards in which an entry stands.
    pub fn postings(&self, entry: u32) -> &[Posting] {
        let entry = entry as usize;
        &self.postings[self.starts[entry] as usize..self.starts[entry + 1] as usize]
    }

    /// The text of a card, as symbols.
    pub fn text(&self, card: u32) -> &[u32] {
        let card = card as usize;
        &self.symbols[self.cards[card] as usize..self.cards[card + 1] as usize]
    }

    /// The names of a card, as symbols.
    pub fn name(&self, card: u32) -> &[u32] {
        &self.text(card)[..self.name_ends[card as usize] as usize]
    }

    /// The cards that have a name of this hash.
    pub fn named(&self, hash: u64) -> impl Iterator<Item = u32> + '_ {
        let first = self.whole_names.partition_point(|name| name.0 < hash);
        let those = self.whole_names[first..].iter();
        those
            .take_while(move |name| name.0 == hash)
            .map(|name| name.1)
    }

    /// The cards in which these symbols follow one another.
    pub fn holders(&self, sequence: &[u32]) -> Vec<Posting> {
        if let [symbol] = sequence
            && let Some(c) = character(*symbol)
        {
            return self.holders_of_character(c);
        }
        let mut lists: Vec<&[Posting]> = Vec::new();
        for (i, symbol) in sequence.iter().enumerate() {
            let entry = match (character(*symbol), sequence.get(i + 1)) {
                (None, _) => Some(*symbol).filter(|symbol| *symbol < HAN),
                (Some(first), Some(next)) => match character(*next) {
                    Some(second) => match self.dictionary.find(&String::from_iter([first, second]))
                    {
                        Some(entry) => Some(entry),
                        None => return Vec::new(),
                    },
                    None => None,
                },
                (Some(_), None) => None,
            };
            lists.extend(entry.map(|entry| self.postings(entry)));
        }
        lists.sort_by_key(|list| list.len());
        let Some((first, others)) = lists.split_first() else {
            return Vec::new();
        };
        let mut holders = first.to_vec();
        for list in others {
            cut(&mut holders, list);
        }
        let is_sure = sequence.len() == 1 || (sequence.len() == 2 && others.is_empty());
        if !is_sure {
            holders.retain(|holder| contains(self.text(holder.card), sequence));
        }
        holders
    }

    /// Every entry that begins with a Han character says that it stands there.
    fn holders_of_character(&self, c: char) -> Vec<Posting> {
        let entries = self.dictionary.beginning(c.encode_utf8(&mut [0; 4]));
        let mut holders: Vec<Posting> = entries
            .flat_map(|entry| self.postings(entry))
            .copied()
            .collect();
        holders.sort_by_key(|holder| holder.card);
        holders.dedup_by(|next, first| {
            let is_same = next.card == first.card;
            if is_same {
                first.weight += next.weight;
            }
            is_same
        });
        holders
    }
}

/// Keeps those that stand in a list as well, each with the lesser weight. Both are by card.
fn cut(holders: &mut Vec<Posting>, list: &[Posting]) {
    let is_short = holders.len() * 16 < list.len();
    let mut rest = list;
    holders.retain_mut(|holder| {
        let is_before = |posting: &Posting| posting.card < holder.card;
        let before = if is_short {
            rest.partition_point(is_before)
        } else {
            rest.iter().take_while(|posting| is_before(posting)).count()
        };
        rest = &rest[before..];
        let here = rest.first().filter(|posting| posting.card == holder.card);
        if let Some(posting) = here {
            holder.weight = holder.weight.min(posting.weight);
        }
        here.is_some()
    });
}

/// Whether these symbols follow one another somewhere.
pub(super) fn contains(text: &[u32], sequence: &[u32]) -> bool {
    let Some((first, rest)) = sequence.split_first() else {
        return true;
    };
    let mut places = text
        .iter()
        .enumerate()
        .filter(|(_, symbol)| *symbol == first);
    places.any(|(at, _)| text[at + 1..].starts_with(rest))
}
