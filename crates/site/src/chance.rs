//! Whether a difference between two searches can be chance.

/// How often the queries are drawn anew.
const RESAMPLES: usize = 10_000;

/// Where the mean of such differences lies with a certainty of 95 %: they are drawn anew with replacement, and of the means
/// of all draws the middle 95 % count (the percentile bootstrap of Efron and Tibshirani 1993). The draws are the same each
/// time, so that a result can be had again.
pub fn interval(differences: &[f64]) -> (f64, f64) {
    let mut random = SplitMix(0);
    let mut means: Vec<f64> = (0..RESAMPLES)
        .map(|_| {
            let drawn = differences
                .iter()
                .map(|_| differences[random.below(differences.len())]);
            drawn.sum::<f64>() / differences.len() as f64
        })
        .collect();
    means.sort_by(f64::total_cmp);
    let tail = RESAMPLES / 40;
    (means[tail], means[RESAMPLES - 1 - tail])
}

/// Steele, Lea and Flood's generator of 2014.
struct SplitMix(u64);

impl SplitMix {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_always_better_is_so_beyond_chance() {
        assert_eq!(interval(&[0.5; 20]), (0.5, 0.5));
        let (low, high) = interval(&[1.0, 1.0, 1.0, 0.5, 0.5, 1.0, 1.0, 0.0]);
        assert!(0.0 < low && low < 0.75 && 0.75 < high && high <= 1.0);
    }

    #[test]
    fn what_is_now_better_and_now_worse_is_chance() {
        let (low, high) = interval(&[1.0, -1.0, 1.0, -1.0, 0.0, 0.0]);
        assert!(low < 0.0 && 0.0 < high);
    }
}
