//! Rows and columns as CSV, and as what other programs take from the clipboard.

use std::borrow::Cow;
use std::{io, iter};

use html_escape::{encode_double_quoted_attribute, encode_text};

use super::Origin;
use crate::dataset::{Card, DatasetFile, Initiative, Lang};
use crate::explore::{Column, Rows};
use crate::i18n::Words;
use crate::table::{Cell, Lists, RowKey, Table};

/// What tells Excel that a file is in UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// What makes a cell a formula where it comes first (OWASP, "CSV Injection"), in half and in full width.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A row of a file: the id of the record, and the place of what it shows in the record's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The id of the record.
    pub id: String,
    /// The place in its list; 0 for the record itself.
    pub item: usize,
}

impl SheetRow {
    /// All rows of these records, in their order.
    pub fn all(rows: Rows, initiatives: &[Initiative]) -> Vec<Self> {
        let lists = Lists::of(rows, initiatives);
        let mut all = Vec::new();
        for Initiative { id, .. } in initiatives {
            let id = || id.clone();
            all.extend((0..lists.count(&id())).map(|item| Self { id: id(), item }));
        }
        all
    }
}

/// Rows and columns of a data set, to be taken away.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// What has a row.
    pub rows: Rows,
    /// The columns, beside the name of the record, which comes first.
    pub columns: &'a [Column],
    /// The rows, in order.
    pub keys: &'a [SheetRow],
}

impl Sheet<'_> {
    /// The text of a CSV file (RFC 4180), in UTF-8 with a byte order mark: names in every language of the data, dates and
    /// numbers for machines. Each row ends with the address of its record, and with where it comes from. No cell is a
    /// formula: one that begins like one has an apostrophe before it.
    ///
    /// # Errors
    /// None that is known of: memory takes what is written.
    pub fn csv(&self, dataset: &DatasetFile, origin: &Origin) -> io::Result<Vec<u8>> {
        let langs = dataset.vocabulary.explorer.written_in();
        let lists = Lists::of(self.rows, &dataset.initiatives);
        let cards = langs.iter().map(|lang| cards(dataset, *lang, origin));
        let cards: Vec<Vec<Card>> = cards.collect();
        let tables = langs.iter().zip(&cards);
        let tables: Vec<Table<'_>> = tables
            .map(|(lang, cards)| Table::new(Words(*lang), &dataset.vocabulary, cards, &lists))
            .collect();
        let mut columns = [&[Column::Name], self.columns].concat();
        // What a row rests on goes with it, like where it comes from.
        let is_cited = self.rows.columns().contains(&Column::Cited);
        if is_cited && !columns.contains(&Column::Cited) {
            columns.push(Column::Cited);
        }
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
        let heads = head(&columns, langs);
        writer.write_record(&heads)?;
        for key in self.keys {
            let Some(row) = tables.first().and_then(|table| row_of(table, key)) else {
                continue;
            };
            let mut record = vec![key.id.clone()];
            for column in &columns {
                let tables = if column.is_in_words() {
                    &tables[..]
                } else {
                    &tables[..1]
                };
                let cells = tables.iter().map(|table| table.cell(row, *column));
                record.extend(cells.map(|cell| inert(&cell).into_owned()));
            }
            record.extend(come_from(origin, origin.home.record(&key.id)));
            writer.write_record(record)?;
        }
        // Where there are no rows, one without a record says where the file comes from.
        if self.keys.is_empty() {
            let last = come_from(origin, String::new());
            let blank = iter::repeat_n(String::new(), heads.len() - last.len());
            writer.write_record(blank.chain(last))?;
        }
        writer.into_inner().map_err(|error| error.into_error())
    }
}

/// Rows and columns as other programs take them from the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Lines with tabs between cells.
    pub text: String,
    /// A table in HTML, in which names lead to their records.
    pub html: String,
}

impl Copied {
    /// These rows and columns of a table in one language, and a line that says where they come from.
    pub fn new(
        table: &Table<'_>,
        words: Words,
        columns: &[Column],
        keys: &[RowKey],
        origin: &Origin,
    ) -> Self {
        let columns = [&[Column::Name], columns].concat();
        let heads: Vec<&str> = columns.iter().map(|column| words.column(*column)).collect();
        let mut text = heads.join("\t") + "\n";
        let mut html = String::from("<table><thead><tr>");
        for head in heads {
            html += &format!("<th>{}</th>", encode_text(head));
        }
        html += "</tr></thead><tbody>";
        for key in keys {
            html += "<tr>";
            for (place, column) in columns.iter().enumerate() {
                let cell = table.cell(*key, *column);
                let cell = inert(&cell);
                let lines = cell.split(['\t', '\r', '\n']);
                let line = lines.collect::<Vec<_>>().join(" ");
                let escaped = encode_text(&line);
                let link = table.card(*key).filter(|_| *column == Column::Name);
                html += &match link.map(|card| origin.home.record(&card.id)) {
                    Some(page) => {
                        let page = encode_double_quoted_attribute(&page);
                        format!("<td><a href=\"{page}\">{escaped}</a></td>")
                    }
                    None => format!("<td>{escaped}</td>"),
                };
                if place > 0 {
                    text.push('\t');
                }
                text += &line;
            }
            html += "</tr>";
            text.push('\n');
        }
        let line = origin.line();
        html += &format!("</tbody></table><p>{}</p>", encode_text(&line));
        text += &format!("\n{line}\n");
        Self { text, html }
    }
}

/// The cards of a data set in a language, as they were known on the day of the data.
fn cards(dataset: &DatasetFile, lang: Lang, origin: &Origin) -> Vec<Card> {
    let cards = dataset.initiatives.iter();
    cards
        .map(|initiative| Card::new(initiative, &dataset.vocabulary, lang, origin.day))
        .collect()
}

fn row_of(table: &Table<'_>, key: &SheetRow) -> Option<RowKey> {
    Some(RowKey {
        card: u32::try_from(table.place_of(&key.id)?).ok()?,
        item: u32::try_from(key.item).ok()?,
    })
}

/// The heads of a file: the names of columns in addresses, with a language where there are several.
fn head(columns: &[Column], langs: &[Lang]) -> Vec<String> {
    let mut head = vec!["id".to_owned()];
    for column in columns {
        let key = match column {
            Column::Amount => "hkd",
            column => column.key(),
        };
        if column.is_in_words() && langs.len() > 1 {
            head.extend(langs.iter().map(|lang| format!("{key}@{}", lang.tag())));
        } else {
            head.push(key.to_owned());
        }
    }
    head.extend(["page", "data-of", "licence", "view"].map(str::to_owned));
    head
}

/// The last cells of a row: the address of its record, and where the file comes from.
fn come_from(origin: &Origin, page: String) -> [String; 4] {
    [
        page,
        origin.day.to_string(),
        inert_text(origin.licence_name()).into_owned(),
        origin.view.clone(),
    ]
}

/// What a file holds of a cell. Numbers are digits alone.
fn inert(cell: &Cell) -> Cow<'_, str> {
    match cell.plain() {
        Cow::Borrowed(text) => inert_text(text),
        Cow::Owned(text) => inert_text(&text).into_owned().into(),
    }
}

/// A text that no program takes for a formula.
fn inert_text(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}
