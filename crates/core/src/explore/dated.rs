//! What has to have happened within a window of years.

/// What has to have happened within a window of years for a record to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dated {
    /// Anything: it began, changed or ended.
    #[default]
    Any,
    /// It began.
    Began,
}

impl Dated {
    /// Both, as a reader is offered them.
    pub const ALL: [Self; 2] = [Self::Any, Self::Began];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Began => "began",
        }
    }

    /// The one of this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dated| dated.key() == key)
    }
}
