//! What each column says of a row.

use super::{Cell, Item, Link, Table};
use crate::dataset::{Amount, Card, Entry, Milestone, PartialDate, Source};
use crate::explore::Column;

impl Table<'_> {
    /// What a column says of a record.
    pub(super) fn of_card(&self, card: &Card, column: Column) -> Cell {
        let vocabulary = self.vocabulary;
        let lang = self.words.0;
        let name = |list: &[Entry], id: &str| {
            let entry = Entry::find(list, id);
            entry.map(|entry| entry.name.get(lang).to_owned())
        };
        match column {
            Column::Name => Cell::Text(card.name.get(lang).to_owned()),
            Column::Start => Cell::Date(card.start, card.about),
            Column::End => match card.end {
                Some(end) => Cell::Date(end, card.end_about),
                None => Cell::Empty,
            },
            Column::Status => {
                let status = vocabulary.status(&card.status);
                Cell::from(status.map(|status| status.name.get(lang).to_owned()))
            }
            Column::Lead => {
                let lead = card.organisations.first();
                Cell::from(lead.and_then(|id| self.organisation(id)))
            }
            Column::Organisations => self.organisations(&card.organisations),
            Column::Theme => {
                let themes = card.themes.iter().filter_map(|id| vocabulary.theme(id));
                names(themes.map(|theme| theme.short.get(lang).to_owned()))
            }
            Column::Topic => {
                let topics = card.topics.iter().filter_map(|id| vocabulary.topic(id));
                names(topics.map(|topic| topic.name.get(lang).to_owned()))
            }
            Column::Sector => {
                let sectors = card.sectors.iter();
                names(sectors.filter_map(|id| name(&vocabulary.sectors, id)))
            }
            Column::Kind => Cell::from(name(&vocabulary.kinds, &card.kind)),
            Column::Place => {
                let place = card.place.as_ref();
                let place = place.and_then(|id| vocabulary.place(id));
                Cell::from(place.map(|place| place.name.get(lang).to_owned()))
            }
            Column::Evidence => {
                let evidence = card.evidence.iter();
                names(evidence.map(|one| self.words.evidence(*one).to_owned()))
            }
            Column::Heard => Cell::Date(card.heard, false),
            Column::Summary => Cell::Text(card.summary.clone()),
            Column::Sources => Cell::Number(card.sources as u64),
            Column::Amount => match card.amount {
                Some(amount) => Cell::Number(amount.hkd),
                None => Cell::Empty,
            },
            Column::AmountKind => {
                let kind = card.amount.and_then(|amount| amount.kind);
                Cell::from(kind.map(|kind| self.words.amount(kind).to_owned()))
            }
            _ => Cell::Empty,
        }
    }

    /// What a column says of what has a row; nothing where it is a matter of its record.
    pub(super) fn of_item(&self, card: &Card, item: Item<'_>, column: Column) -> Option<Cell> {
        match (item, column) {
            (Item::Initiative, _) => None,
            (Item::Sum(Amount { sources, .. }), Column::Cited)
            | (Item::Milestone(Milestone { sources, .. }), Column::Cited) => {
                Some(links(self.lists.cited(&card.id, sources).map(found_at)))
            }
            (Item::Sum(sum), _) => self.of_sum(sum, column),
            (Item::Milestone(milestone), _) => self.of_milestone(milestone, column),
            (Item::Source(source), _) => self.of_source(source, column),
        }
    }

    fn of_sum(&self, sum: &Amount, column: Column) -> Option<Cell> {
        Some(match column {
            Column::Amount => Cell::Number(sum.hkd),
            Column::AmountKind => {
                Cell::from(sum.kind.map(|kind| self.words.amount(kind).to_owned()))
            }
            Column::What => Cell::Text(sum.what.get(self.words.0).to_owned()),
            Column::Date => date(sum.date),
            Column::From => self.organisations(&sum.from),
            Column::To => self.organisations(&sum.to),
            Column::PartOf => {
                let whole = sum.part_of.as_ref();
                let whole = whole.and_then(|whole| self.card_of(&whole.id));
                Cell::from(whole.map(|card| card.name.get(self.words.0).to_owned()))
            }
            _ => return None,
        })
    }

    fn of_milestone(&self, milestone: &Milestone, column: Column) -> Option<Cell> {
        Some(match column {
            Column::Date => date(Some(milestone.date)),
            Column::Event => {
                let kind = milestone.kind;
                Cell::from(kind.map(|kind| self.words.milestone(kind).to_owned()))
            }
            Column::What => Cell::Text(milestone.text.get(self.words.0).to_owned()),
            Column::Planned if milestone.planned => Cell::Yes,
            Column::Planned => Cell::Empty,
            _ => return None,
        })
    }

    fn of_source(&self, source: &Source, column: Column) -> Option<Cell> {
        let link = |url: Option<&str>| links(url.map(address).into_iter());
        Some(match column {
            Column::Title => Cell::Links(vec![Link {
                text: source.title.clone(),
                url: source.link().map(str::to_owned),
            }]),
            Column::Publisher => Cell::Text(source.publisher.clone()),
            Column::Date => date(source.published),
            Column::SourceKind => {
                let kind = Entry::find(&self.vocabulary.source_kinds, &source.kind);
                Cell::from(kind.map(|kind| kind.name.get(self.words.0).to_owned()))
            }
            Column::Link => link(source.link()),
            Column::Read => date(source.read),
            Column::Copy => link(source.copy()),
            _ => return None,
        })
    }

    fn organisation(&self, id: &str) -> Option<String> {
        let body = self.vocabulary.organisation(id)?;
        Some(body.name.get(self.words.0).to_owned())
    }

    fn organisations(&self, ids: &[String]) -> Cell {
        names(ids.iter().filter_map(|id| self.organisation(id)))
    }
}

fn names(names: impl Iterator<Item = String>) -> Cell {
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        Cell::Empty
    } else {
        Cell::Names(names)
    }
}

/// Where a source is found: its address, else that of its copy, else its title alone.
fn found_at(source: &Source) -> Link {
    let url = source.link().or_else(|| source.copy());
    url.map_or_else(
        || Link {
            text: source.title.clone(),
            url: None,
        },
        address,
    )
}

/// An address that leads to itself.
fn address(url: &str) -> Link {
    Link {
        text: url.to_owned(),
        url: Some(url.to_owned()),
    }
}

fn links(links: impl Iterator<Item = Link>) -> Cell {
    let links: Vec<Link> = links.collect();
    if links.is_empty() {
        Cell::Empty
    } else {
        Cell::Links(links)
    }
}

fn date(date: Option<PartialDate>) -> Cell {
    date.map_or(Cell::Empty, |date| Cell::Date(date, false))
}
