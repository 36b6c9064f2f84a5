//! Sorting and finding, by places.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

/// At which place of a list something stands, by its name.
///
/// Everything here is found through this one kind of map, for the same reason as everything is sorted in one way.
pub type Places = FxHashMap<String, usize>;

/// The places `0..len` in the order that a comparison of places gives; equal ones stay as they were.
///
/// Everything here is sorted through this one function, by merging: the library's sort is quicker on long lists of
/// numbers, but ten times as much for the page to load, once for each type that it meets.
pub fn ordered_places(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut run = 1;
    while run < len {
        let mut merged = Vec::with_capacity(len);
        for pair in places.chunks(run * 2) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let (Some((a, after_a)), Some((b, after_b))) =
                (left.split_first(), right.split_first())
            {
                if compare(*a, *b) == Ordering::Greater {
                    merged.push(*b);
                    right = after_b;
                } else {
                    merged.push(*a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
    places
}

/// Numbers in the order of a value that each has; equal ones stay as they were.
///
/// By counting, digit by digit: a search among a hundred thousand records has all of them to order with each key.
pub fn by_number(mut numbers: Vec<u32>, value: &dyn Fn(u32) -> u16) -> Vec<u32> {
    for shift in [0, 8] {
        let digit = |number: u32| usize::from(value(number) >> shift & 0xff);
        let mut begins = [0; 257];
        for number in &numbers {
            begins[digit(*number) + 1] += 1;
        }
        for digit in 1..begins.len() {
            begins[digit] += begins[digit - 1];
        }
        let mut ordered = vec![0; numbers.len()];
        for number in numbers {
            let begin = &mut begins[digit(number)];
            ordered[*begin] = number;
            *begin += 1;
        }
        numbers = ordered;
    }
    numbers
}
