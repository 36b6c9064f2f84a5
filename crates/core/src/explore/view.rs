//! The views, the lanes of the timeline and the orders of the records, with their names in the address.

/// The views of the explorer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// What this is, the themes, the newest developments.
    #[default]
    Overview,
    /// The matching records as cards.
    Cards,
    /// The same as a table.
    Table,
    /// The matching records along a line of time.
    Timeline,
    /// Lessons and the game.
    Class,
}

impl View {
    /// All views.
    pub const ALL: [Self; 5] = [
        Self::Overview,
        Self::Cards,
        Self::Table,
        Self::Timeline,
        Self::Class,
    ];

    /// Those of the navigation, in its order. The table is the second form of the cards, and is reached from there.
    pub const MAIN: [Self; 4] = [Self::Overview, Self::Cards, Self::Timeline, Self::Class];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Cards => "cards",
            Self::Table => "table",
            Self::Timeline => "timeline",
            Self::Class => "class",
        }
    }

    /// The view of the navigation that this one belongs to.
    pub const fn main(self) -> Self {
        match self {
            Self::Table => Self::Cards,
            view => view,
        }
    }
}

/// By what the timeline is parted into lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lanes {
    /// The main theme.
    #[default]
    Theme,
    /// The first sector.
    Sector,
    /// The kind of the leading organisation.
    Body,
    /// Nothing: one lane for all.
    One,
}

impl Lanes {
    /// All ways, as a reader is offered them.
    pub const ALL: [Self; 4] = [Self::Theme, Self::Sector, Self::Body, Self::One];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Sector => "sector",
            Self::Body => "body",
            Self::One => "one",
        }
    }

    /// The way of this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lanes| lanes.key() == key)
    }
}

/// Orders of the matching records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The best match first.
    Relevance,
    /// As the collection has them.
    Listed,
    /// The latest beginning first.
    Newest,
    /// The earliest beginning first.
    Oldest,
    /// By name, as the language sorts.
    Name,
    /// The largest sum of money first, records without one last.
    Amount,
}

impl Sort {
    /// All orders, as a reader is offered them.
    pub const ALL: [Self; 6] = [
        Self::Relevance,
        Self::Listed,
        Self::Newest,
        Self::Oldest,
        Self::Name,
        Self::Amount,
    ];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Listed => "listed",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Name => "name",
            Self::Amount => "amount",
        }
    }
}
