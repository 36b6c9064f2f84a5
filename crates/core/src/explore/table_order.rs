//! The columns, the years and the order of the table, as a view state has them.

use std::ops::RangeInclusive;

use super::{By, Column, Dated, Rows, Sort, ViewState};

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
        if self.by.is_some() {
            return self.by;
        }
        let date = self.rows.dated_by();
        let by = |column, is_descending| {
            Some(By {
                column,
                is_descending,
            })
        };
        match self.order() {
            Sort::Relevance | Sort::Listed => None,
            Sort::Newest => by(date, true),
            Sort::Oldest => by(date, false),
            Sort::Name => by(Column::Name, false),
            Sort::Amount => by(Column::Amount, true),
        }
    }

    /// By which column the rows have to be sorted: records come in their order as they are found.
    pub fn rows_order(&self) -> Option<By> {
        let order = self.table_order();
        order.filter(|_| self.by.is_some() || self.rows != Rows::Initiatives)
    }

    /// The years in which what has a row must itself be dated: sums and milestones, where the years narrow records by what
    /// happened. All of a record that began in them belongs to it, and so does each source, which is not what happened.
    pub fn rows_years(&self) -> Option<RangeInclusive<u16>> {
        let is_dated = matches!(self.rows, Rows::Sums | Rows::Milestones);
        self.years()
            .filter(|_| is_dated && self.dated == Dated::Any)
    }

    /// Sorts the table by a column; by the one that it is sorted by, from the other end.
    pub fn sort_table(&mut self, column: Column) {
        let before = self.table_order().filter(|by| by.column == column);
        let by = By {
            column,
            is_descending: before.map_or(column.is_number(), |by| !by.is_descending),
        };
        match self.sort_of(by) {
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

    /// The order that the menu above the table has for it, where there is one.
    fn sort_of(&self, by: By) -> Option<Sort> {
        let date = self.rows.dated_by();
        match (by.column, by.is_descending) {
            (column, true) if column == date => Some(Sort::Newest),
            (column, false) if column == date => Some(Sort::Oldest),
            (Column::Name, false) => Some(Sort::Name),
            (Column::Amount, true) => Some(Sort::Amount),
            _ => None,
        }
    }
}
