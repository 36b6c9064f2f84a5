//! Whether what a record says fits the pages that it rests on, as far as a machine can tell.

use std::collections::BTreeSet;

use super::fault::clip;
use super::{Dataset, DoubtKind, Fault, Initiative, PartialDate, Status};

/// Words with which a label of a host begins or ends that is no lasting address of a page.
const PASSING_HOSTS: [&str; 10] = [
    "dev", "develop", "test", "qa", "staging", "stage", "uat", "beta", "demo", "preview",
];
/// Parts of hosts through which libraries let their own readers in, and others anybody.
const PROXIES: [&str; 4] = ["ezproxy", "libproxy", "proxy.", "sxfx.eu.org"];
/// By how many months the date of a status may be behind the newest page before one asks.
const MONTHS: u32 = 6;
/// Names of publishers that are shorter than this are words of any text.
const SHORTEST: usize = 6;

/// What does not fit in a data set: faults, and hints where only a reader can tell.
pub fn check_sources(dataset: &Dataset) -> Vec<Fault> {
    let publishers: BTreeSet<&str> = dataset
        .initiatives
        .iter()
        .flat_map(|record| &record.sources)
        .map(|source| source.publisher.as_str())
        .filter(|name| name.chars().count() >= SHORTEST)
        .collect();
    let check = |record| {
        let file = dataset.name_of(record);
        let mut faults = uncited(file, record);
        faults.extend(unread(file, record));
        faults.extend(status(file, record));
        faults.extend(passing_hosts(file, record));
        faults.extend(named_publishers(file, record, &publishers));
        faults
    };
    dataset.initiatives.iter().flat_map(check).collect()
}

/// Sources that no statement cites.
fn uncited(file: &str, record: &Initiative) -> Vec<Fault> {
    let facts = record.facts.iter().map(|fact| &fact.sources);
    let milestones = record.milestones.iter().map(|milestone| &milestone.sources);
    let amounts = record.amounts.iter().map(|amount| &amount.sources);
    let doubts = record.doubts.iter().map(|doubt| &doubt.sources);
    let ties = record.related.iter().map(|tie| &tie.sources);
    let cited = facts.chain(milestones).chain(amounts).chain(doubts);
    let cited = cited.chain(ties);
    let cited: BTreeSet<usize> = cited.flatten().copied().collect();
    let numbers = (1..=record.sources.len()).filter(|number| !cited.contains(number));
    let fault = |number: usize| {
        let field = format!("sources[{}]", number - 1);
        Fault::new(
            file,
            field,
            "is cited by no statement; cite it or take it out",
        )
    };
    numbers.map(fault).collect()
}

/// Sources of which nobody says when they were read.
fn unread(file: &str, record: &Initiative) -> impl Iterator<Item = Fault> {
    let sources = record.sources.iter().enumerate();
    let unread = sources.filter(|(_, source)| source.read.is_none());
    unread.map(move |(i, _)| {
        let field = format!("sources[{i}].read");
        let message = "is missing; write the day on which you read the page, or a copy of it";
        Fault::new(file, field, message).hint()
    })
}

/// Doubts of kind `disagree` whose sources are all of one publisher.
pub fn check_doubts(dataset: &Dataset) -> Vec<Fault> {
    let mut faults = Vec::new();
    for record in &dataset.initiatives {
        for (i, doubt) in record.doubts.iter().enumerate() {
            let cited = doubt.sources.iter();
            let cited = cited.filter_map(|number| record.sources.get(number.checked_sub(1)?));
            let publishers: BTreeSet<&str> = cited.map(|source| source.publisher.trim()).collect();
            if doubt.kind == DoubtKind::Disagree
                && let Some(publisher) = publishers.first()
                && publishers.len() == 1
            {
                let message = format!(
                    "are all of {}; cite another publisher as well, or write the kind `unconfirmed`",
                    clip(publisher)
                );
                faults.push(Fault::new(
                    dataset.name_of(record),
                    format!("doubts[{i}].sources"),
                    message,
                ));
            }
        }
    }
    faults
}

/// A status that was told before the start, or long before the newest page of the record.
fn status(file: &str, record: &Initiative) -> Option<Fault> {
    let as_of = record.status_as_of;
    let fault = |message: String| Fault::new(file, "status_as_of", message);
    if as_of.surely_before(record.start)
        && record.status != Status::ANNOUNCED
        && record.milestones.iter().all(|one| one.date >= record.start)
    {
        return Some(fault(format!(
            "is {as_of}, before the start, {}; mend one of them",
            record.start
        )));
    }
    let published = record.sources.iter().filter_map(|source| source.published);
    let happened = record
        .milestones
        .iter()
        .filter(|milestone| !milestone.planned);
    let newest = published
        .chain(happened.map(|milestone| milestone.date))
        .max()?;
    let months = |date: PartialDate| {
        let (year, month, _) = date.last();
        u32::from(year) * 12 + u32::from(month)
    };
    let is_behind = months(newest) > months(as_of) + MONTHS;
    is_behind.then(|| {
        fault(format!(
            "is {as_of}, and the newest page or milestone is of {newest}; look whether it tells the status"
        ))
        .hint()
    })
}

/// Addresses of test hosts, of a library's proxy, or with a port.
fn passing_hosts(file: &str, record: &Initiative) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (i, source) in record.sources.iter().enumerate() {
        let Some(host) = source.link().and_then(|url| url.split('/').nth(2)) else {
            continue;
        };
        // The last two labels are somebody's own name, which may have such a word.
        let is_passing = host.rsplit('.').skip(2).any(is_of_test)
            || PROXIES.iter().any(|proxy| host.contains(proxy))
            || host.contains(':');
        if is_passing {
            let message = format!(
                "lies on {host}, which readers may not reach; look for the page's own address"
            );
            faults.push(Fault::new(file, format!("sources[{i}].url"), message).hint());
        }
    }
    faults
}

/// Whether a label of a host is that of a test: `dev2`, `learn-test`, `staging-news`.
fn is_of_test(label: &str) -> bool {
    let mut parts = label.split('-');
    let is_word = |part: &str| {
        let word = part.trim_end_matches(|c: char| c.is_ascii_digit());
        PASSING_HOSTS.contains(&word)
    };
    parts.next().is_some_and(is_word) || parts.next_back().is_some_and(is_word)
}

/// Doubts that name a publisher which is no source of the record.
fn named_publishers(file: &str, record: &Initiative, publishers: &BTreeSet<&str>) -> Vec<Fault> {
    let own = |name: &str| {
        let mut sources = record.sources.iter();
        sources.any(|source| source.publisher.contains(name) || name.contains(&*source.publisher))
    };
    let mut faults = Vec::new();
    for (i, doubt) in record.doubts.iter().enumerate() {
        let named = publishers
            .iter()
            .filter(|name| doubt.text.en.contains(**name));
        for name in named.filter(|name| !own(name)) {
            let message = format!(
                "names {name}, which is no publisher of its sources; look whether it is the right one"
            );
            faults.push(Fault::new(file, format!("doubts[{i}].text"), message).hint());
        }
    }
    faults
}
