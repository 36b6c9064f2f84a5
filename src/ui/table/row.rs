//! One row of the table.

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::Bundle;
use crate::explore::Column;
use crate::state::BundleCard;
use crate::table::{Cell, Link, RowKey, Table};
use crate::ui::AppState;
use crate::ui::collection::Star;
use crate::ui::components::{Marked, StatusNote, record_address};

/// A row with what stands in it.
#[derive(Clone)]
pub struct DrawnRow {
    card: BundleCard,
    item: u32,
    cells: Vec<(Column, Cell)>,
}

impl DrawnRow {
    /// A row of a bundle's table.
    pub fn new(
        bundle: &Arc<Bundle>,
        table: &Table<'_>,
        key: RowKey,
        columns: &[Column],
    ) -> Option<Self> {
        let cells = columns.iter();
        Some(Self {
            card: BundleCard::at(bundle, key.card as usize)?,
            item: key.item,
            cells: cells
                .map(|column| (*column, table.cell(key, *column)))
                .collect(),
        })
    }

    /// What tells it from all other rows of these columns.
    pub fn key(&self) -> ((usize, usize), u32) {
        (self.card.key(), self.item)
    }
}

/// A row: the name of the record, which opens it, and the columns.
#[component]
pub fn Row(row: DrawnRow) -> impl IntoView {
    let app = AppState::expect();
    let DrawnRow { card, cells, .. } = row;
    let (lang, id) = (card.words().0, card.id.clone());
    let opened = card.id.clone();
    let is_open = Memo::new(move |_| app.id.with(|open| open.as_ref() == Some(&opened)));
    let (hue, address) = (card.hue(), record_address(&card));
    let name = card.name.get(lang).to_owned();
    let cells = cells.into_iter().map(|(column, cell)| {
        view! { <td class:number=column.is_number() data-column=column.key()>{shown(&card, column, &cell)}</td> }
    });
    let cells = cells.collect_view();
    view! {
        <tr class:is-open=is_open data-hue=hue>
            <th scope="row" data-address=address>
                <Star card=card/>
                <a href=app.link(move |state| state.id = Some(id.clone()))><Marked text=name/></a>
            </th>
            {cells}
        </tr>
    }
}

/// What the page shows of a cell.
fn shown(card: &BundleCard, column: Column, cell: &Cell) -> AnyView {
    if column == Column::Status {
        return view! { <StatusNote card=card.clone()/> }.into_any();
    }
    let text = cell.shown(card.words()).into_owned();
    match cell {
        Cell::Links(links) => links.iter().map(page).collect_view().into_any(),
        Cell::Text(_) | Cell::Names(_) => view! { <bdi>{text}</bdi> }.into_any(),
        _ => text.into_any(),
    }
}

/// A page, and the way to it where it has an address.
fn page(link: &Link) -> AnyView {
    let text = view! { <bdi>{link.text.clone()}</bdi> };
    match link.url.clone() {
        Some(url) => {
            view! { <a href=url rel="external noopener noreferrer" target="_blank">{text}</a> }
                .into_any()
        }
        None => text.into_any(),
    }
}
