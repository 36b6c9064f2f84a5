//! Whether the addresses in the data still answer, for whoever has a network. No test depends on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use serde_json::Value;

use crate::project;

/// So many hosts are asked at a time, each for one page after the other.
const HOSTS: usize = 6;
/// How long a host is left alone after each page.
const PAUSE: Duration = Duration::from_secs(1);
/// How curl asks: for 20 seconds at most, and never for a file of this machine.
const OPTIONS: &str = "--silent --show-error --location --globoff --compressed --max-redirs 10 \
                       --max-time 20 --proto =http,https --write-out %{http_code}";
/// How the command introduces itself.
const AGENT: &str =
    "Mozilla/5.0 (compatible; explorer-links/1.0; looks whether cited pages are there)";
/// How curl ends where a host's name is unknown, and where nobody listens there.
const UNREACHABLE: [i32; 2] = [6, 7];

/// What is looked at.
#[derive(Args)]
pub struct Options {
    /// Only the sources of this record
    #[arg(long, value_name = "ID")]
    record: Option<String>,
}

/// Addresses, each with the records and organisations that name it.
type Links = BTreeMap<String, BTreeSet<String>>;

/// Asks for each address, and prints a table of those that did not answer.
pub fn check(options: &Options) -> Result<()> {
    if which::which("curl").is_err() {
        bail!(
            "curl is missing, which asks for the pages; install it, on Debian: apt-get install curl"
        );
    }
    let links = match &options.record {
        Some(id) => links_of(&[(id.clone(), read(&format!("initiatives/{id}.json"))?)]),
        None => links_of(&everything()?),
    };
    let hosts = by_host(&links);
    eprintln!("  {} addresses on {} hosts", links.len(), hosts.len());
    let silent = ask(hosts);
    let (count, all) = (silent.len(), links.len());
    for line in table(&links, &silent) {
        println!("{line}");
    }
    ensure!(
        count == 0,
        "{count} of {all} addresses did not answer with a page"
    );
    println!("{all} of {all} addresses answered");
    Ok(())
}

/// A file of the data.
fn read(name: &str) -> Result<Value> {
    let path = project::root().join("public/data").join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{name} is not JSON"))
}

/// All records by their ids, and the vocabulary.
fn everything() -> Result<Vec<(String, Value)>> {
    let mut files = vec![("vocabulary".to_owned(), read("vocabulary.json")?)];
    for entry in fs::read_dir(project::root().join("public/data/initiatives"))? {
        let name = entry?.file_name();
        let name = Path::new(&name);
        if name
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let id = name.with_extension("").display().to_string();
            files.push((id, read(&format!("initiatives/{}", name.display()))?));
        }
    }
    Ok(files)
}

/// The addresses of sources and their copies, and of organisations' pages.
fn links_of(files: &[(String, Value)]) -> Links {
    let mut links = Links::new();
    let mut add = |address: &Value, place: &str| {
        if let Some(address) = address.as_str() {
            let places = links.entry(address.to_owned()).or_default();
            places.insert(place.to_owned());
        }
    };
    let items = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for (id, file) in files {
        for source in items(&file["sources"]) {
            add(&source["url"], id);
            add(&source["archived"], id);
        }
        for body in items(&file["organisations"]) {
            let name = body["id"].as_str().unwrap_or_default();
            add(&body["homepage"], &format!("vocabulary: {name}"));
        }
    }
    links
}

/// The addresses of each host; the host with most comes last, and is asked first.
fn by_host(links: &Links) -> Vec<Vec<String>> {
    let mut hosts = BTreeMap::<String, Vec<String>>::new();
    for address in links.keys() {
        let host = address.split('/').nth(2).unwrap_or_default();
        let addresses = hosts.entry(host.to_lowercase()).or_default();
        addresses.push(address.clone());
    }
    let mut hosts: Vec<_> = hosts.into_values().collect();
    hosts.sort_by_key(Vec::len);
    hosts
}

/// Which addresses did not answer with a page, each with what came instead.
fn ask(hosts: Vec<Vec<String>>) -> BTreeMap<String, String> {
    let count = hosts.len();
    let waiting = Mutex::new(hosts);
    let silent = Mutex::new(BTreeMap::new());
    let next = || {
        let mut waiting = waiting.lock().ok()?;
        let host = waiting.pop()?;
        if waiting.len().is_multiple_of(100) {
            eprintln!("  {} of {count} hosts", count - waiting.len());
        }
        Some(host)
    };
    thread::scope(|scope| {
        for _ in 0..HOSTS {
            scope.spawn(|| {
                while let Some(host) = next() {
                    let told = ask_host(host);
                    if let Ok(mut silent) = silent.lock() {
                        silent.extend(told);
                    }
                }
            });
        }
    });
    silent.into_inner().unwrap_or_default()
}

/// Asks one host for its pages, one after the other. One that cannot be reached is not tried again.
fn ask_host(addresses: Vec<String>) -> Vec<(String, String)> {
    let mut silent = Vec::new();
    let mut unreachable = None;
    for address in addresses {
        if let Some(reason) = &unreachable {
            silent.push((address, String::clone(reason)));
            continue;
        }
        // Some hosts answer a page only to those who ask for all of it.
        let answer = request(&address, &["--head"]).or_else(|_| {
            thread::sleep(PAUSE);
            request(&address, &[])
        });
        if let Err((reason, is_unreachable)) = answer {
            unreachable = is_unreachable.then(|| reason.clone());
            silent.push((address, reason));
        }
        thread::sleep(PAUSE);
    }
    silent
}

/// Asks for an address. The error says what came instead of a page, and whether the host cannot be reached.
fn request(address: &str, method: &[&str]) -> Result<(), (String, bool)> {
    let nowhere = if cfg!(windows) { "NUL" } else { "/dev/null" };
    let output = Command::new("curl")
        .args(OPTIONS.split(' '))
        .args(["--output", nowhere, "--user-agent", AGENT])
        .args(method)
        .args(["--url", address])
        .output()
        .map_err(|error| (error.to_string(), true))?;
    let status = String::from_utf8_lossy(&output.stdout).into_owned();
    match output.status.code() {
        Some(0) if status.starts_with('2') => Ok(()),
        Some(0) => Err((status, false)),
        code => {
            let message = String::from_utf8_lossy(&output.stderr);
            let message = message.trim().trim_start_matches("curl: ").to_owned();
            Err((
                message,
                code.is_some_and(|code| UNREACHABLE.contains(&code)),
            ))
        }
    }
}

/// The lines that tell, record by record, what did not answer.
fn table(links: &Links, silent: &BTreeMap<String, String>) -> Vec<String> {
    let mut rows = BTreeSet::new();
    for (address, reason) in silent {
        for place in links.get(address).into_iter().flatten() {
            rows.insert((place, address, reason));
        }
    }
    let width = rows.iter().map(|(place, ..)| place.len()).max();
    let width = width.unwrap_or_default();
    rows.into_iter()
        .map(|(place, address, reason)| format!("{place:width$}  {address}  {reason}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::{Links, by_host, links_of, table};

    fn links() -> Links {
        let record = json!({ "sources": [
            { "url": "https://a.example/1", "archived": "https://archive.example/1" },
            { "url": "https://A.example/2" },
            { "title": "A book" },
        ] });
        let other = json!({
            "sources": [{ "url": "https://a.example/1" }],
            "organisations": [{ "id": "alpha", "role": "lead" }],
        });
        let vocabulary = json!({ "organisations": [
            { "id": "alpha", "homepage": "https://alpha.example" },
            { "id": "beta" },
        ] });
        let files = [
            ("first", record),
            ("second", other),
            ("vocabulary", vocabulary),
        ];
        links_of(&files.map(|(id, file)| (id.to_owned(), file)))
    }

    #[test]
    fn each_address_is_asked_once_and_knows_who_names_it() {
        let links = links();
        let all: Vec<_> = links.keys().map(String::as_str).collect();
        let expected = [
            "https://A.example/2",
            "https://a.example/1",
            "https://alpha.example",
            "https://archive.example/1",
        ];
        assert_eq!(all, expected);
        let places: Vec<_> = links["https://a.example/1"].iter().collect();
        assert_eq!(places, ["first", "second"]);
        let places: Vec<_> = links["https://alpha.example"].iter().collect();
        assert_eq!(places, ["vocabulary: alpha"]);
    }

    #[test]
    fn a_host_is_one_whatever_the_case_and_the_largest_is_the_first_to_be_asked() {
        let hosts = by_host(&links());
        assert_eq!(hosts.len(), 3);
        let largest = hosts.last().map(Vec::as_slice).unwrap_or_default();
        assert_eq!(largest, ["https://A.example/2", "https://a.example/1"]);
    }

    #[test]
    fn the_table_names_each_record_of_an_address_that_did_not_answer() {
        let silent = BTreeMap::from([("https://a.example/1".to_owned(), "404".to_owned())]);
        let expected = [
            "first   https://a.example/1  404",
            "second  https://a.example/1  404",
        ];
        assert_eq!(table(&links(), &silent), expected);
        assert!(table(&links(), &BTreeMap::new()).is_empty());
    }
}
