//! What the table shows: what has a row, which columns there are, and by which it is sorted.

/// What has a row of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rows {
    /// Each record.
    #[default]
    Initiatives,
    /// Each sum of money of the records.
    Sums,
    /// Each milestone of the records.
    Milestones,
    /// Each source of the records.
    Sources,
}

impl Rows {
    /// All of them, as a reader is offered them.
    pub const ALL: [Self; 4] = [
        Self::Initiatives,
        Self::Sums,
        Self::Milestones,
        Self::Sources,
    ];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Initiatives => "initiatives",
            Self::Sums => "sums",
            Self::Milestones => "milestones",
            Self::Sources => "sources",
        }
    }

    /// The rows of this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rows| rows.key() == key)
    }

    /// The columns that such rows can have, beside the name of the record: first their own, then those of the record.
    pub fn columns(self) -> Vec<Column> {
        let own: &[Column] = match self {
            Self::Initiatives => &[Column::Amount, Column::AmountKind, Column::Sources],
            Self::Sums => &[
                Column::Amount,
                Column::AmountKind,
                Column::What,
                Column::Date,
                Column::From,
                Column::To,
                Column::PartOf,
                Column::Cited,
            ],
            Self::Milestones => &[
                Column::Date,
                Column::Event,
                Column::What,
                Column::Planned,
                Column::Cited,
            ],
            Self::Sources => &[
                Column::Title,
                Column::Publisher,
                Column::Date,
                Column::SourceKind,
                Column::Link,
                Column::Read,
                Column::Copy,
            ],
        };
        let of_record = [
            Column::Start,
            Column::End,
            Column::Status,
            Column::Lead,
            Column::Organisations,
            Column::Theme,
            Column::Topic,
            Column::Sector,
            Column::Kind,
            Column::Place,
            Column::Evidence,
            Column::Heard,
            Column::Summary,
        ];
        match self {
            Self::Initiatives => [&of_record, own].concat(),
            _ => [own, &of_record].concat(),
        }
    }

    /// The column that says which is newer.
    pub const fn dated_by(self) -> Column {
        match self {
            Self::Initiatives => Column::Start,
            Self::Sums | Self::Milestones | Self::Sources => Column::Date,
        }
    }

    /// The columns where none are chosen.
    pub const fn usual_columns(self) -> &'static [Column] {
        match self {
            Self::Initiatives => &[
                Column::Start,
                Column::End,
                Column::Status,
                Column::Lead,
                Column::Theme,
                Column::Amount,
            ],
            Self::Sums => &[
                Column::Amount,
                Column::AmountKind,
                Column::What,
                Column::Date,
                Column::From,
                Column::PartOf,
            ],
            Self::Milestones => &[Column::Date, Column::Event, Column::What],
            Self::Sources => &[
                Column::Title,
                Column::Publisher,
                Column::Date,
                Column::SourceKind,
            ],
        }
    }
}

/// Declares the columns with their names in the address.
macro_rules! columns {
    ($($(#[$doc:meta])* $column:ident = $key:literal,)+) => {
        /// A column of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Column {
            $($(#[$doc])* $column,)+
        }

        impl Column {
            /// All columns.
            pub const ALL: &'static [Self] = &[$(Self::$column),+];

            /// The name in the address.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$column => $key,)+
                }
            }
        }
    };
}

columns! {
    /// The name of the record. It is always there, and first.
    Name = "name",
    /// When the record began.
    Start = "start",
    /// When it ended.
    End = "end",
    /// Where it stands.
    Status = "status",
    /// Who leads it.
    Lead = "lead",
    /// Who takes part in it.
    Organisations = "org",
    /// Its themes.
    Theme = "theme",
    /// Its topics.
    Topic = "topic",
    /// Its sectors.
    Sector = "sector",
    /// What it is.
    Kind = "kind",
    /// Where it is.
    Place = "place",
    /// How it is known.
    Evidence = "evidence",
    /// When something was last heard of it.
    Heard = "heard",
    /// What it is, in a sentence or two.
    Summary = "summary",
    /// How many sources it has.
    Sources = "sources",
    /// The sum of the row, or the largest of the record, in whole Hong Kong dollars.
    Amount = "amount",
    /// What kind of sum that is.
    AmountKind = "amount-kind",
    /// What the sum is, or what happened.
    What = "what",
    /// When: of a sum, of a milestone, or when a source was published.
    Date = "date",
    /// From whom a sum comes.
    From = "from",
    /// For whom it is.
    To = "to",
    /// The record whose sum contains it.
    PartOf = "part-of",
    /// The addresses of the sources of a sum or a milestone.
    Cited = "cited",
    /// What kind of thing a milestone tells.
    Event = "event",
    /// Whether a milestone was only foreseen.
    Planned = "planned",
    /// The title of a source.
    Title = "title",
    /// Who published it.
    Publisher = "publisher",
    /// What kind of source it is.
    SourceKind = "source-kind",
    /// Its address.
    Link = "link",
    /// When it was read.
    Read = "read",
    /// The address of a lasting copy of it.
    Copy = "copy",
}

impl Column {
    /// The column of this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.key() == key)
    }

    /// Whether it holds numbers, which stand on the right, and are sorted with the largest first.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Amount | Self::Sources)
    }

    /// Whether what it says differs from language to language.
    pub const fn is_in_words(self) -> bool {
        !matches!(
            self,
            Self::Start
                | Self::End
                | Self::Heard
                | Self::Sources
                | Self::Amount
                | Self::Date
                | Self::Cited
                | Self::Planned
                | Self::Title
                | Self::Publisher
                | Self::Link
                | Self::Read
                | Self::Copy
        )
    }
}

/// By which column the table is sorted, and from which end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct By {
    /// The column.
    pub column: Column,
    /// Whether the last or largest comes first.
    pub is_descending: bool,
}

impl By {
    /// The order of this name in the address: a column, with a hyphen before it where it is descending.
    pub fn from_key(key: &str) -> Option<Self> {
        let (column, is_descending) = match key.strip_prefix('-') {
            Some(column) => (column, true),
            None => (key, false),
        };
        Some(Self {
            column: Column::from_key(column)?,
            is_descending,
        })
    }

    /// The name in the address.
    pub fn key(self) -> String {
        let sign = if self.is_descending { "-" } else { "" };
        [sign, self.column.key()].concat()
    }
}
