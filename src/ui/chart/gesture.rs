//! Fingers and mice on the chart: one drags, two pinch.

/// A pointer that is down.
#[derive(Clone, Copy, Debug)]
struct Pointer {
    id: i32,
    x: f64,
}

/// The pointers that are down, and what they have done.
#[derive(Clone, Debug, Default)]
pub struct Gesture {
    pointers: Vec<Pointer>,
    /// How far the gesture has gone, in pixels.
    travelled: f64,
}

/// What a movement asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Move {
    /// Nothing yet.
    None,
    /// To move by so many pixels, to later for more than 0.
    Pan(f64),
    /// To come so many times nearer, about a place in pixels.
    Zoom(f64, f64),
}

/// How far a pointer must go before it drags, in pixels: less is a click with an unsteady hand.
const SLACK_PX: f64 = 5.0;

impl Gesture {
    /// A pointer is put down.
    pub fn begin(&mut self, id: i32, x: f64) {
        self.pointers.retain(|pointer| pointer.id != id);
        if self.pointers.is_empty() {
            self.travelled = 0.0;
        }
        self.pointers.push(Pointer { id, x });
    }

    /// A pointer moves. Those that are not down mean nothing, and of more than two only the first two count.
    pub fn go(&mut self, id: i32, x: f64) -> Move {
        let before: Vec<f64> = self.pointers.iter().map(|pointer| pointer.x).collect();
        let Some(pointer) = self.pointers.iter_mut().find(|pointer| pointer.id == id) else {
            return Move::None;
        };
        let step = pointer.x - x;
        pointer.x = x;
        let was_dragging = self.is_drag();
        self.travelled += step.abs();
        match (&before[..], &self.pointers[..]) {
            ([_], _) if was_dragging => Move::Pan(step),
            ([_], _) if self.is_drag() => Move::Pan(step),
            ([a, b, ..], [c, d, ..]) => {
                let (was, is) = ((a - b).abs().max(8.0), (c.x - d.x).abs().max(8.0));
                Move::Zoom(is / was, f64::midpoint(c.x, d.x))
            }
            _ => Move::None,
        }
    }

    /// A pointer is lifted or lost.
    pub fn end(&mut self, id: i32) {
        self.pointers.retain(|pointer| pointer.id != id);
    }

    /// Whether what goes on, or went on last, was more than a click.
    pub fn is_drag(&self) -> bool {
        self.travelled > SLACK_PX
    }

    /// Whether anything is down.
    pub fn is_on(&self) -> bool {
        !self.pointers.is_empty()
    }
}
