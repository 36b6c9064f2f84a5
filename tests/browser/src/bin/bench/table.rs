//! What was measured, as a table.

use std::collections::BTreeSet;

use serde_json::Value;

/// The measurements of one site at one size.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
}

/// A kind of step.
#[derive(Default)]
struct Row {
    name: String,
    /// Of each step, in milliseconds.
    times: Vec<f64>,
    /// Of the page's main thread in all gestures of these steps, in milliseconds.
    processor: f64,
    /// The most that the page had.
    elements: u64,
    /// Writes to the history, of each gesture.
    writes: Vec<u64>,
}

/// The columns after the name.
const COLUMNS: [&str; 7] = [
    "median ms",
    "p95 ms",
    "max ms",
    "steps",
    "CPU ms",
    "elements",
    "history",
];

impl Table {
    /// Adds the steps of one gesture, as the page reports them, with the time of its main thread in milliseconds.
    pub fn add(&mut self, name: &str, gesture: &Value, processor: f64) {
        let row = self.row(name);
        let times = gesture["times"].as_array().into_iter().flatten();
        row.times.extend(times.filter_map(Value::as_f64));
        row.processor += processor;
        let elements = gesture["elements"].as_u64().unwrap_or_default();
        row.elements = row.elements.max(elements);
        row.writes.extend(gesture["writes"].as_u64());
    }

    /// Adds a time that belongs to no gesture, in milliseconds.
    pub fn add_time(&mut self, name: &str, time: f64) {
        self.row(name).times.push(time);
    }

    /// Adds what another round has measured.
    pub fn extend(&mut self, other: Self) {
        for from in other.rows {
            let row = self.row(&from.name);
            row.times.extend(from.times);
            row.processor += from.processor;
            row.elements = row.elements.max(from.elements);
            row.writes.extend(from.writes);
        }
    }

    fn row(&mut self, name: &str) -> &mut Row {
        let place = self.rows.iter().position(|row| row.name == name);
        let place = place.unwrap_or_else(|| {
            let name = name.to_owned();
            self.rows.push(Row {
                name,
                ..Row::default()
            });
            self.rows.len() - 1
        });
        &mut self.rows[place]
    }
}

/// Prints the tables of one or two sites, each under its label; of two also the first divided by the second.
pub fn print(title: &str, tables: &[(String, Table)]) {
    let names: Vec<&str> = tables
        .iter()
        .flat_map(|(_, table)| &table.rows)
        .map(|row| &*row.name)
        .collect();
    let mut seen = BTreeSet::new();
    let width = names
        .iter()
        .map(|name| name.len())
        .max()
        .unwrap_or_default();
    println!("\n{title}");
    print!("{:width$}", "");
    for column in COLUMNS {
        print!("{column:>11}");
    }
    println!();
    for name in names.into_iter().filter(|name| seen.insert(*name)) {
        let cells: Vec<Option<Cells>> = tables
            .iter()
            .map(|(_, table)| {
                table
                    .rows
                    .iter()
                    .find(|row| row.name == name)
                    .map(Row::cells)
            })
            .collect();
        for (i, cells) in cells.iter().enumerate() {
            let label = if i == 0 { name } else { "" };
            print!("{label:width$}");
            let cells = cells.unwrap_or_default();
            for (cell, decimals) in cells.iter().zip([1, 1, 1, 0, 1, 0, 1]) {
                print_cell(*cell, decimals);
            }
            println!(
                "{}",
                if tables.len() > 1 {
                    format!("  {}", tables[i].0)
                } else {
                    String::new()
                }
            );
        }
        if let [Some(first), Some(second)] = &cells[..] {
            print!("{:width$}", "");
            for (column, (a, b)) in COLUMNS.iter().zip(first.iter().zip(second)) {
                let ratio = a.zip(*b).filter(|(_, b)| *b > 0.0).map(|(a, b)| a / b);
                print_cell(ratio.filter(|_| *column != "steps"), 2);
            }
            println!("  ratio");
        }
    }
}

type Cells = [Option<f64>; COLUMNS.len()];

impl Row {
    fn cells(&self) -> Cells {
        let mut times = self.times.clone();
        times.sort_by(f64::total_cmp);
        let at = |part: usize| {
            let last = times.len().checked_sub(1)?;
            times.get(last * part / 100).copied()
        };
        let gestures = self.writes.len() as f64;
        let is_gesture = gestures > 0.0;
        let writes: u64 = self.writes.iter().sum();
        [
            at(50),
            at(95),
            at(100),
            Some(times.len() as f64),
            is_gesture.then(|| self.processor / times.len() as f64),
            is_gesture.then_some(self.elements as f64),
            is_gesture.then(|| writes as f64 / gestures),
        ]
    }
}

fn print_cell(value: Option<f64>, decimals: usize) {
    match value {
        Some(value) => print!("{value:>11.decimals$}"),
        None => print!("{:>11}", "-"),
    }
}
