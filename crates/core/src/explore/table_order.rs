//! The columns and the order of the table, as a view state has them.

use super::{By, Column, Rows, Sort, ViewState};

impl ViewState {
    /// The columns of the table, in order, beside the name of the record: those chosen that its rows can have, else the
    /// usual ones.
    pub fn shown_columns(&self) -> Vec<Column> {
        let offered = self.rows.columns();
        let chosen = self.columns.iter().copied();
        let chosen: Vec<Column> = chosen.filter(|column| offered.contains(column)).collect();
        if chosen.is_empty() {
            self.rows.usual_columns().to_vec()
        } else {
            chosen
        }
    }

    /// Shows these columns.
    pub fn show_columns(&mut self, columns: Vec<Column>) {
        self.columns = if columns == self.rows.usual_columns() {
            Vec::new()
        } else {
            columns
        };
    }

    /// Gives other things a row. Columns and order are then the usual ones.
    pub fn show_rows(&mut self, rows: Rows) {
        self.rows = rows;
        self.columns = Vec::new();
        self.by = None;
    }

    /// By which column the table is sorted, if by one.
    pub fn table_order(&self) -> Option<By> {
        if self.by.is_some() || self.rows != Rows::Initiatives {
            return self.by;
        }
        let by = |column, is_descending| {
            Some(By {
                column,
                is_descending,
            })
        };
        match self.order() {
            Sort::Relevance | Sort::Listed => None,
            Sort::Newest => by(Column::Start, true),
            Sort::Oldest => by(Column::Start, false),
            Sort::Name => by(Column::Name, false),
            Sort::Amount => by(Column::Amount, true),
        }
    }

    /// Sorts the table by a column; by the one that it is sorted by, from the other end.
    pub fn sort_table(&mut self, column: Column) {
        let before = self.table_order().filter(|by| by.column == column);
        let by = By {
            column,
            is_descending: before.map_or(column.is_number(), |by| !by.is_descending),
        };
        match sort_of(by).filter(|_| self.rows == Rows::Initiatives) {
            Some(sort) => {
                self.by = None;
                self.show_sorted(sort);
            }
            None => self.by = Some(by),
        }
    }

    /// Shows the records in an order. The usual one is not in the address.
    pub fn show_sorted(&mut self, sort: Sort) {
        self.sort = None;
        if sort != self.order() {
            self.sort = Some(sort);
        }
    }
}

/// The order of records that is the same, where there is one.
const fn sort_of(by: By) -> Option<Sort> {
    match (by.column, by.is_descending) {
        (Column::Start, true) => Some(Sort::Newest),
        (Column::Start, false) => Some(Sort::Oldest),
        (Column::Name, false) => Some(Sort::Name),
        (Column::Amount, true) => Some(Sort::Amount),
        _ => None,
    }
}
