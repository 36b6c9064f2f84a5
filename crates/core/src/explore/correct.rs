//! Wrong letters: how far apart two words are.

/// How many wrong letters a word of so many letters may have.
pub const fn allowed_errors(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How many wrong letters `typed` has for `word`, if at most `errors`: a letter too many, too few, another one, or two
/// neighbours exchanged (optimal string alignment distance). With it goes how many it has for the nearest beginning of
/// `word`, which is what is typed by somebody who has not ended yet.
pub fn within_errors(typed: &[char], word: &[char], errors: usize) -> Option<(usize, usize)> {
    if word.len() + errors < typed.len() {
        return None;
    }
    let whole = word.len();
    // Beyond this length a longer beginning is further away with every letter.
    let word = &word[..word.len().min(typed.len() + errors)];
    let width = typed.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut above: Vec<usize> = (0..width).collect();
    let mut nearest = above[typed.len()];
    for (i, letter) in word.iter().enumerate() {
        let mut row = vec![i + 1; width];
        let mut least = i + 1;
        for j in 1..width {
            let same = usize::from(typed[j - 1] != *letter);
            row[j] = (above[j - 1] + same).min(above[j] + 1).min(row[j - 1] + 1);
            if i > 0 && j > 1 && typed[j - 1] == word[i - 1] && typed[j - 2] == *letter {
                row[j] = row[j].min(before[j - 2] + 1);
            }
            least = least.min(row[j]);
        }
        nearest = nearest.min(row[typed.len()]);
        if least > errors {
            return (nearest <= errors).then_some((usize::MAX, nearest));
        }
        before = std::mem::replace(&mut above, row);
    }
    let distance = above[typed.len()] + (whole - word.len());
    (nearest <= errors).then_some((distance, nearest))
}
