//! What cards have of a term, added up.

/// What each card has of a term.
#[derive(Clone, Debug)]
pub(super) struct Sums {
    pub of: Vec<f32>,
    /// The cards that have something.
    pub touched: Vec<u32>,
}

impl Sums {
    /// Nothing of so many cards.
    pub fn new(count: usize) -> Self {
        Self {
            of: vec![0.0; count],
            touched: Vec::new(),
        }
    }

    /// What a card has.
    pub fn of(&self, card: u32) -> f32 {
        self.of[card as usize]
    }

    /// What a card has, which it then has no more.
    pub fn take(&mut self, card: u32) -> f32 {
        std::mem::take(&mut self.of[card as usize])
    }

    /// Adds to what a card has.
    pub fn add(&mut self, card: u32, weight: f32) {
        self.set(card, self.of(card) + weight);
    }

    /// Keeps the best: a card is not better for having many words that mean the same.
    pub fn better(&mut self, card: u32, weight: f32) {
        self.set(card, self.of(card).max(weight));
    }

    fn set(&mut self, card: u32, sum: f32) {
        if self.of(card) == 0.0 {
            self.touched.push(card);
        }
        self.of[card as usize] = sum;
    }
}
