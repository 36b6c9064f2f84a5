//! Sorting and finding, by places.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

/// At which place of a list something stands, by its name.
///
/// Everything here is found through this one kind of map, for the same reason as everything is sorted in one way.
pub type Places = FxHashMap<String, usize>;

/// The places `0..len` in the order that a comparison of places gives; equal ones stay as they were.
///
/// Everything here is sorted through this one function: a sort that is compiled for each type it meets costs the page
/// five kilobytes each time.
pub fn ordered_places(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}
