//! How long a learner thinks.

use leptos::prelude::*;

/// The time since a question was shown.
#[derive(Clone, Copy)]
pub struct Clock(StoredValue<f64>);

impl Clock {
    /// Begins when the component in which it is made has been shown.
    pub fn new() -> Self {
        let clock = Self(StoredValue::new(0.0));
        Effect::new(move || clock.begin());
        clock
    }

    /// Begins anew.
    pub fn begin(self) {
        self.0.set_value(now());
    }

    /// Seconds since it began.
    pub fn seconds(self) -> f64 {
        (now() - self.0.get_value()) / 1000.0
    }
}

/// Milliseconds since the page began.
fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
