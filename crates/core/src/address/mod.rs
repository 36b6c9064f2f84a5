//! The address: a view state as a query string, and back.
//!
//! Addresses outlive versions: a key or a value that means nothing here is passed over and told, never an error.

mod appended;

use form_urlencoded::Serializer;

use self::appended::is_appended;
pub use self::appended::without_appended;
use crate::dataset::{Lang, StepView, Vocabulary};
use crate::explore::{By, Column, Dated, Facet, Lanes, Rows, Setting, Sort, View, ViewState};

/// The longest text that a search or another value is read to, in characters; what comes after is dropped.
const LONGEST: usize = 500;
/// The longest title of a collection, in characters.
const LONGEST_TITLE: usize = 120;
/// The longest lesson that an address holds, in characters.
const LONGEST_LESSON: usize = 30_000;

/// What an address says: a view state, and the parts that say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The view that it asks for.
    pub state: ViewState,
    /// Parts that were passed over, as written.
    pub ignored: Vec<String>,
}

impl Address {
    /// Reads a query string, with or without its question mark. What others append to every link, such as `fbclid`, is
    /// passed over in silence.
    ///
    /// ```
    /// # use explorer_core::address::Address;
    /// let address = Address::read("?view=cards&theme=ethics&colour=blue");
    /// assert_eq!(address.ignored, ["colour=blue"]);
    /// assert_eq!(address.state.to_query(), "view=cards&theme=ethics");
    /// ```
    pub fn read(query: &str) -> Self {
        let mut address = Self::default();
        let query = query.strip_prefix('?').unwrap_or(query);
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            if is_appended(&key, &value) {
                continue;
            }
            if key == "list" {
                if let Some(left) = address.state.list.read(&value) {
                    address.ignore(&key, &left);
                }
                continue;
            }
            let longest = match &*key {
                "title" => LONGEST_TITLE,
                key if key == Setting::Lesson.key() => LONGEST_LESSON,
                _ => LONGEST,
            };
            let value = clipped(&value, longest);
            if !address.state.take(&key, value) {
                address.ignore(&key, value);
            }
        }
        // A title without a collection is the title of nothing.
        if address.state.list.is_empty() && !address.state.list.title.is_empty() {
            let title = std::mem::take(&mut address.state.list.title);
            address.ignore("title", &title);
        }
        let ViewState { from, to, days, .. } = address.state;
        address.state.show_years(from, to);
        address.state.days = days;
        address
    }

    /// Notes a part that means nothing.
    fn ignore(&mut self, key: &str, value: &str) {
        let part = format!("{key}={value}");
        self.ignored.push(clipped(&part, LONGEST).to_owned());
    }

    /// Drops choices that the vocabulary does not know, and notes them as ignored.
    #[must_use]
    pub fn known_to(mut self, vocabulary: &Vocabulary) -> Self {
        for facet in Facet::ALL {
            let known = facet.values(vocabulary);
            let unknown: Vec<String> = self
                .state
                .choices
                .of(facet)
                .iter()
                .filter(|id| !known.contains(&id.as_str()))
                .cloned()
                .collect();
            for id in unknown {
                self.state.choices = self.state.choices.dropping(facet, &id);
                self.ignored.push(format!("{}={id}", facet.key()));
            }
        }
        self
    }
}

impl ViewState {
    /// The query string, without question mark. What is as usual is left out, so the first view's is empty.
    pub fn to_query(&self) -> String {
        let mut query = Serializer::new(String::new());
        if self.view != View::default() {
            query.append_pair("view", self.view.key());
        }
        if !self.q.is_empty() {
            query.append_pair("q", &self.q);
        }
        for (facet, id) in self.choices.iter() {
            query.append_pair(facet.key(), id);
        }
        if !self.list.is_empty() {
            query.append_pair("list", &self.list.joined());
            if !self.list.title.is_empty() {
                query.append_pair("title", &self.list.title);
            }
        }
        for (key, year) in [("from", self.from), ("to", self.to)] {
            if let Some(year) = year {
                query.append_pair(key, &year.to_string());
            }
        }
        if let Some((first, last)) = self.days {
            query.append_pair("days", &format!("{first}..{last}"));
        }
        if self.dated != Dated::default() {
            query.append_pair("years", self.dated.key());
        }
        if self.lanes != Lanes::default() {
            query.append_pair("lanes", self.lanes.key());
        }
        if let Some(sort) = self.sort {
            query.append_pair("sort", sort.key());
        }
        if self.rows != Rows::default() {
            query.append_pair("rows", self.rows.key());
        }
        if !self.columns.is_empty() {
            let keys: Vec<&str> = self.columns.iter().map(|column| column.key()).collect();
            query.append_pair("columns", &keys.join(","));
        }
        if let Some(by) = self.by {
            query.append_pair("by", &by.key());
        }
        for (key, value) in [("id", &self.id), ("data", &self.data)] {
            if let Some(value) = value {
                query.append_pair(key, value);
            }
        }
        for setting in Setting::ALL {
            if let Some(value) = self.settings.of(setting) {
                query.append_pair(setting.key(), value);
            }
        }
        if let Some(lang) = self.lang {
            query.append_pair("lang", lang.tag());
        }
        // A comma means nothing in a query, and is easier to read as it is.
        query.finish().replace("%2C", ",")
    }

    /// A link to this view, relative to the page: `?` alone leads to the first view.
    pub fn to_href(&self) -> String {
        format!("?{}", self.to_query())
    }

    /// Takes one part of an address; false where it means nothing.
    fn take(&mut self, key: &str, value: &str) -> bool {
        let some = (!value.is_empty()).then(|| value.to_owned());
        match key {
            "view" => View::ALL
                .into_iter()
                .find(|view| view.key() == value)
                .map(|view| self.view = view)
                .is_some(),
            "q" => {
                value.clone_into(&mut self.q);
                true
            }
            "title" => some.map(|title| self.list.title = title).is_some(),
            "from" => year(value).map(|year| self.from = Some(year)).is_some(),
            "to" => year(value).map(|year| self.to = Some(year)).is_some(),
            "years" => Dated::from_key(value)
                .map(|dated| self.dated = dated)
                .is_some(),
            "days" => {
                let days = value.split_once('.').and_then(|(first, last)| {
                    let last = last.strip_prefix('.')?;
                    Some((first.parse().ok()?, last.parse().ok()?))
                });
                days.is_some_and(|(first, last)| self.show_days(first, last))
            }
            "lanes" => Lanes::from_key(value)
                .map(|lanes| self.lanes = lanes)
                .is_some(),
            "sort" => {
                let sort = Sort::ALL.into_iter().find(|sort| sort.key() == value);
                sort.map(|sort| self.sort = Some(sort)).is_some()
            }
            "rows" => Rows::from_key(value).map(|rows| self.rows = rows).is_some(),
            "columns" => columns(value)
                .map(|columns| self.columns = columns)
                .is_some(),
            "by" => {
                let by = By::from_key(value);
                by.map(|by| self.by = Some(by)).is_some()
            }
            "id" => some.map(|id| self.id = Some(id)).is_some(),
            "data" => some.map(|data| self.data = Some(data)).is_some(),
            "lang" => Lang::nearest(value)
                .map(|lang| self.lang = Some(lang))
                .is_some(),
            _ => {
                let setting = Setting::ALL
                    .into_iter()
                    .find(|setting| setting.key() == key);
                if let Some(setting) = setting {
                    let accepts = setting.accepts(value);
                    if accepts {
                        self.settings.set(setting, some);
                    }
                    return accepts;
                }
                let facet = Facet::ALL
                    .into_iter()
                    .find(|facet| facet.key() == key)
                    .filter(|_| some.is_some());
                facet
                    .map(|facet| self.choices.insert(facet, value))
                    .is_some()
            }
        }
    }
}

/// Reads the view of a lesson's step, for [`check_lesson`](crate::dataset::check_lesson).
pub fn read_step_view(query: &str, vocabulary: &Vocabulary) -> StepView {
    let address = Address::read(query).known_to(vocabulary);
    let mut records = address.state.list.ids().to_vec();
    records.extend(address.state.id.filter(|id| !records.contains(id)));
    StepView {
        ignored: address.ignored,
        records,
    }
}

/// A year from 1 to 9999, of four digits at most.
fn year(value: &str) -> Option<u16> {
    let digits = value.len() <= 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    value.parse().ok().filter(|year| digits && *year >= 1)
}

/// Columns of the table, each once; `None` where one of them is none.
fn columns(value: &str) -> Option<Vec<Column>> {
    let mut columns = Vec::new();
    for key in value.split(',') {
        let column = Column::from_key(key)?;
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    Some(columns)
}

fn clipped(value: &str, longest: usize) -> &str {
    value
        .char_indices()
        .nth(longest)
        .and_then(|(end, _)| value.get(..end))
        .unwrap_or(value)
}
