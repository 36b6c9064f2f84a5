//! Ways to follow signals.
//!
//! Every closure is a type of its own, for which the compiler would write the code of following it anew. Boxed here,
//! all of a kind share one type and one copy of the code: a tenth less for the page to load.

use leptos::prelude::*;

/// Something on the page that follows its signals.
pub type Live<T> = Box<dyn FnMut() -> T + Send>;

/// What a value is worked out with, from what it was before.
type Derive<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;

/// A part of the page that follows its signals.
pub fn live<V: IntoAny>(mut view: impl FnMut() -> V + Send + 'static) -> Live<AnyView> {
    Box::new(move || view().into_any())
}

/// Does something now, and again whenever its signals change.
pub fn whenever(act: impl FnMut() + 'static) {
    let act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(act);
}

/// A value that follows its signals, and is told only when it has become another.
pub fn derived<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    let value: Derive<T> = Box::new(move |_| value());
    Memo::new(value)
}
