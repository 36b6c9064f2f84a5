//! The dates of records as iCalendar (RFC 5545).

use ics::components::Property;
use ics::properties::{Categories, Description, DtEnd, DtStart, Status, Summary, Transp, URL};
use ics::{Event, ICalendar, escape_text};

use super::Origin;
use crate::dataset::{Initiative, Lang, Milestone, MilestoneKind, PartialDate, days_in_month};
use crate::i18n::{Words, format};

/// What made the file.
const PRODUCT: &str = "-//Hong Kong AI Explorer//EN";

/// How sure an event is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// It happened then.
    Happened,
    /// It happened about then.
    About,
    /// It is foreseen for then.
    Planned,
}

/// When records began, what happened, and when they ended, each as an event of whole days. One that is known by its month
/// or its year goes on for all of it: it is never put on the first. An estimate says so, and is as tentative as a plan.
pub fn calendar(initiatives: &[&Initiative], lang: Lang, origin: &Origin) -> String {
    let words = Words(lang);
    let mut calendar = ICalendar::new("2.0", PRODUCT);
    let name = escape_text(origin.line());
    calendar.push(Property::new("X-WR-CALNAME", name.clone()));
    calendar.push(Property::new("X-WR-CALDESC", name));
    for initiative in initiatives {
        let name = initiative.name.get(lang);
        let url = origin.home.record(&initiative.id);
        let mut add = |part: &str, date: PartialDate, what: &str, text: &str, sure: Sure| {
            let uid = format!("{part}.{}@{}", initiative.id, host(&origin.home.page));
            let mut event = Event::new(uid, format!("{}T000000Z", digits(origin.day.last())));
            let mut start = DtStart::new(digits(date.first()));
            start.append(ics::parameters!("VALUE" => "DATE"));
            let mut end = DtEnd::new(digits(after(date)));
            end.append(ics::parameters!("VALUE" => "DATE"));
            event.push(start);
            event.push(end);
            let mut summary = format!("{name}: {what}");
            if sure == Sure::About {
                let about = words.about(format::date(lang, date));
                summary += &if lang.is_chinese() {
                    format!("（{about}）")
                } else {
                    format!(" ({about})")
                };
            }
            event.push(Summary::new(escape_text(summary)));
            if !text.is_empty() {
                event.push(Description::new(escape_text(text.to_owned())));
            }
            event.push(Categories::new(escape_text(what.to_owned())));
            event.push(URL::new(url.clone()));
            // Nobody is busy because of it.
            event.push(Transp::new("TRANSPARENT"));
            event.push(Status::new(if sure == Sure::Happened {
                "CONFIRMED"
            } else {
                "TENTATIVE"
            }));
            calendar.add_event(event);
        };
        let sure = |field: &str| {
            if initiative.is_about(field) {
                Sure::About
            } else {
                Sure::Happened
            }
        };
        let summary = initiative.summary.get(lang);
        let began = words.column_start();
        add("start", initiative.start, began, summary, sure("start"));
        for milestone in &initiative.milestones {
            let kind = milestone.kind.map(|kind| words.milestone(kind));
            let (what, sure) = if milestone.planned {
                (words.planned(), Sure::Planned)
            } else {
                (
                    kind.unwrap_or_else(|| words.rows_milestones()),
                    Sure::Happened,
                )
            };
            let text = milestone.text.get(lang);
            add(&part(milestone), milestone.date, what, text, sure);
        }
        if let Some(end) = initiative.end {
            add("end", end, words.column_end(), "", sure("end"));
        }
    }
    calendar.to_string()
}

/// The name of a milestone within its record, the same in each language and wherever it stands among the others, so that a
/// calendar that has it already takes it for the same.
fn part(milestone: &Milestone) -> String {
    let Milestone { date, text, .. } = milestone;
    let kind = milestone.kind.map_or("", MilestoneKind::word);
    let first = text.iter().find(|(_, words)| !words.is_empty());
    let said = [kind, first.map_or("", |(_, words)| words)].join(" ");
    // FNV-1a: a hash that stays what it is, of whichever version and machine.
    let hash = said.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{date}-{hash:016x}")
}

/// A day as iCalendar writes it.
fn digits((year, month, day): (u16, u8, u8)) -> String {
    format!("{year:04}{month:02}{day:02}")
}

/// The day after the last that a date may mean: an event ends before it.
fn after(date: PartialDate) -> (u16, u8, u8) {
    let (year, month, day) = date.last();
    if day < days_in_month(year, month) {
        (year, month, day + 1)
    } else if month < 12 {
        (year, month + 1, 1)
    } else {
        (year + 1, 1, 1)
    }
}

/// The host of an address, which keeps the events of two explorers apart.
fn host(page: &str) -> &str {
    let rest = page.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or_default();
    if host.is_empty() { "explorer" } else { host }
}
