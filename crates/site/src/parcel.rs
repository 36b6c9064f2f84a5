//! Which parts of the program lie in one file.
//!
//! The splitter gives each set of chunks that share something a file of its own, some three hundred, most of them of a few
//! hundred bytes. A view would ask for seventy.

/// What a file costs whoever asks for it, in bytes that would be loaded without need: the request, and that what lies
/// alone is compressed less well.
const FILE: usize = 2_000;

/// A part of the program: a module of its own.
pub struct Part {
    /// The chunks that need it, a bit each.
    pub users: u64,
    /// What the splitter calls it.
    pub stem: String,
    pub bytes: Vec<u8>,
}

/// Parts that lie in one file.
pub struct Parcel {
    /// The chunks that need one of them, a bit each.
    pub users: u64,
    pub parts: Vec<Part>,
    /// How many bytes they have together.
    pub size: usize,
}

impl Parcel {
    fn of(part: Part) -> Self {
        Self {
            users: part.users,
            size: part.bytes.len(),
            parts: vec![part],
        }
    }

    /// How many bytes are saved, over all chunks, by joining the two: a file for each chunk that needs both, less what
    /// those load in vain that need only one of them. None where nothing is.
    fn gain(&self, other: &Self) -> Option<usize> {
        let count = |users: u64| users.count_ones() as usize;
        let saved = FILE * count(self.users & other.users);
        let spent = self.size * count(other.users & !self.users)
            + other.size * count(self.users & !other.users);
        saved.checked_sub(spent).filter(|gain| *gain > 0)
    }

    fn join(&mut self, other: Self) {
        self.users |= other.users;
        self.size += other.size;
        self.parts.extend(other.parts);
    }
}

/// Puts parts into parcels: the two whose joining saves most are joined, until no two would save anything.
pub fn pack(parts: Vec<Part>) -> Vec<Parcel> {
    let mut parcels: Vec<Parcel> = parts.into_iter().map(Parcel::of).collect();
    while let Some((first, second)) = best(&parcels) {
        let second = parcels.remove(second);
        parcels[first].join(second);
    }
    parcels
}

/// The places of the two whose joining saves most, the first before the second.
fn best(parcels: &[Parcel]) -> Option<(usize, usize)> {
    let pairs = (0..parcels.len()).flat_map(|second| (0..second).map(move |first| (first, second)));
    let gains = pairs.filter_map(|pair| Some((parcels[pair.0].gain(&parcels[pair.1])?, pair)));
    gains.max().map(|(_, pair)| pair)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// How many files a chunk asks for, and how many bytes are in them.
    fn cost(parcels: &[(u64, usize)], chunk: u64) -> usize {
        let needed = parcels.iter().filter(|(users, _)| users & chunk != 0);
        needed.map(|(_, size)| FILE + size).sum()
    }

    #[test]
    fn nothing_is_lost_and_every_chunk_pays_less_in_all() {
        // Any mixture of few and many users, small and large.
        let parts = (1..200_u64).map(|seed| {
            let mixed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            Part {
                users: (mixed >> 40 & mixed >> 50 & 0x1FF) | 1 << (mixed >> 60 & 7),
                stem: seed.to_string(),
                bytes: vec![seed as u8; (mixed >> 20 & 0xFFF) as usize],
            }
        });
        let parts: Vec<Part> = parts.collect();
        let alone: Vec<_> = parts
            .iter()
            .map(|part| (part.users, part.bytes.len()))
            .collect();
        let given: BTreeMap<_, _> = parts
            .iter()
            .map(|part| (part.stem.clone(), part.users))
            .collect();
        let parcels = pack(parts);
        let mut found = BTreeMap::new();
        for parcel in &parcels {
            for part in &parcel.parts {
                assert_eq!(
                    part.users & !parcel.users,
                    0,
                    "whoever needs {} asks for it",
                    part.stem
                );
                found.insert(part.stem.clone(), part.users);
            }
        }
        assert_eq!(found, given);
        let joined: Vec<_> = parcels
            .iter()
            .map(|parcel| (parcel.users, parcel.size))
            .collect();
        let all =
            |files: &[(u64, usize)]| -> usize { (0..9).map(|chunk| cost(files, 1 << chunk)).sum() };
        assert!(joined.len() < alone.len());
        assert!(all(&joined) < all(&alone));
    }
}
