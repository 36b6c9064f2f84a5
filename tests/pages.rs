//! Pages without scripts lead to each other, hold what they should, and let no text become markup.

mod files;
mod own;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use explorer_core::dataset::{Bundle, Correction, Dataset, Lang, Text};
use explorer_core::export::{Feed, FeedEntry, sitemap};
use explorer_core::page::Page;
use hong_kong_ai_explorer::ui::Library;
use hong_kong_ai_explorer::ui::pages::{self, Asset, Document, Site};

fn dataset() -> Dataset {
    own::dataset().0
}

/// A page's path in the site, and its body.
type Written = (String, String);

/// All pages of the explorer's own data.
static PAGES: LazyLock<Vec<Written>> = LazyLock::new(|| all_pages(&dataset()));

fn library(dataset: &Dataset, lang: Lang) -> Library {
    let today = "2026-11-23".parse().unwrap();
    Library::new(Bundle::new(dataset, lang, today), None)
}

fn all_pages(dataset: &Dataset) -> Vec<Written> {
    let in_lang = |lang: Lang| {
        let library = library(dataset, lang);
        Page::all(dataset).map(move |page| {
            let body = pages::body(page, &library, dataset, "https://example.org/");
            (page.path_in(lang), body.expect("a body"))
        })
    };
    Lang::ALL.into_iter().flat_map(in_lang).collect()
}

/// The files that pages lead to.
const FILES: [&str; 6] = [
    "LEFT-OUT.md/",
    "initiatives.csv/",
    "sums.csv/",
    "milestones.csv/",
    "sources.csv/",
    "dataset.json/",
];

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &'a str) -> impl Iterator<Item = &'a str> {
    let parts = html.split(attribute).skip(1);
    parts.filter_map(|part| part.split('"').next())
}

/// Where a relative link of a page leads, without query and fragment.
fn target(page: &str, href: &str) -> String {
    let path = href.split(['?', '#']).next().unwrap();
    let mut folders: Vec<&str> = page.split('/').filter(|part| !part.is_empty()).collect();
    for part in path
        .split('/')
        .filter(|part| !part.is_empty() && *part != ".")
    {
        if part == ".." {
            assert!(
                folders.pop().is_some(),
                "{page}: {href} leads out of the site"
            );
        } else {
            folders.push(part);
        }
    }
    folders.iter().map(|part| format!("{part}/")).collect()
}

#[test]
fn every_link_leads_somewhere_and_every_page_is_led_to() {
    let pages = &*PAGES;
    let known: BTreeSet<&str> = pages.iter().map(|(path, _)| path.as_str()).collect();
    let mut led_to = BTreeSet::new();
    for (path, body) in pages {
        let ids: BTreeSet<&str> = values(body, " id=\"").collect();
        for href in values(body, " href=\"").filter(|href| !href.starts_with("http")) {
            if let Some(id) = href.strip_prefix('#') {
                assert!(ids.contains(id), "{path}: nothing is at {href}");
                continue;
            }
            let target = target(path, href);
            let is_file = ["THIRD-PARTY-NOTICES.txt/", "CITATION.cff/"].contains(&&*target);
            if target.ends_with("feed.xml/") || is_file {
                continue;
            }
            if let Some(file) = target.strip_prefix("data/") {
                assert!(FILES.contains(&file), "{path}: no file is at {href}");
                continue;
            }
            assert!(
                known.contains(target.as_str()),
                "{path}: no page is at {href}"
            );
            // The explorer itself stands in no folder of a language.
            assert!(!href.contains('?') || target.is_empty(), "{path}: {href}");
            led_to.insert(target);
        }
    }
    assert_eq!(
        led_to.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        known
    );
}

#[test]
fn a_record_is_there_in_full() {
    let dataset = dataset();
    let escaped = |text: &str| {
        let text = text.replace('&', "&amp;");
        text.replace('<', "&lt;").replace('>', "&gt;")
    };
    for lang in Lang::ALL {
        let library = library(&dataset, lang);
        for record in &dataset.initiatives {
            let page = pages::body(Page::Record(&record.id), &library, &dataset, "");
            let page = page.expect("a card");
            let facts = record.facts.iter().map(|fact| &fact.text);
            let sums = record.amounts.iter().map(|amount| &amount.what);
            let corrections = record.corrections.iter().map(|one| &one.text);
            let milestones = record.milestones.iter().map(|milestone| &milestone.text);
            let texts = [&record.name, &record.summary]
                .into_iter()
                .chain(record.doubts.iter().map(|doubt| &doubt.text));
            let texts = texts.chain(facts).chain(milestones);
            for text in texts.chain(sums).chain(corrections) {
                assert!(
                    page.contains(&escaped(text.get(lang))),
                    "{}: {}",
                    record.id,
                    text.get(lang)
                );
            }
            let bodies = record.organisations.iter().map(|part| &part.id);
            let payers = record
                .amounts
                .iter()
                .flat_map(|sum| sum.from.iter().chain(&sum.to));
            for id in bodies.chain(payers) {
                let name = &dataset.vocabulary.organisation(id).unwrap().name;
                assert!(
                    page.contains(&escaped(name.get(lang))),
                    "{}: {id}",
                    record.id
                );
            }
            for tie in &record.related {
                let other = dataset.initiatives.iter().find(|other| other.id == tie.id);
                let name = escaped(other.unwrap().name.get(lang));
                assert!(page.contains(&name), "{}: {}", record.id, tie.id);
                let ties = page.split("record-related").nth(1).unwrap_or_default();
                let item = ties.split(&format!("{name}</a>")).nth(1);
                let item = item.and_then(|rest| rest.split("</li>").next());
                for number in &tie.sources {
                    let link = format!("href=\"#source-{number}\"");
                    let is_cited = item.is_some_and(|item| item.contains(&link));
                    assert!(is_cited, "{}: {}: {number}", record.id, tie.id);
                }
            }
            for source in &record.sources {
                assert!(
                    page.contains(&escaped(&source.title)),
                    "{}: {}",
                    record.id,
                    source.title
                );
                assert!(
                    source
                        .link()
                        .is_none_or(|url| page.contains(&format!("href=\"{}\"", escaped(url))))
                );
            }
        }
    }
}

#[test]
fn the_feed_tells_what_was_put_right() {
    let mut dataset = dataset();
    dataset.initiatives.truncate(4);
    let text = |en: &str| Text {
        en: en.to_owned(),
        zh_hant: "已更正。".to_owned(),
        ..Text::default()
    };
    let correction = |date: &str, en: &str| Correction {
        date: date.parse().expect("a date"),
        text: text(en),
    };
    for (record, id) in dataset.initiatives.iter_mut().zip(["a", "b", "c", "d"]) {
        id.clone_into(&mut record.id);
        record.summary = text("What it is.");
        record.corrections = Vec::new();
    }
    dataset.initiatives[1].corrections = vec![
        correction("2026-03-02", "It began in May."),
        correction("2026-01-01", "Long ago."),
    ];
    dataset.initiatives[2].corrections = vec![correction("2026-03-02", "It has two.")];
    let changed = [("a", "2026-03-03"), ("c", "2026-03-04")];
    let changed: BTreeMap<String, String> = changed
        .map(|(id, day)| (id.to_owned(), day.to_owned()))
        .into();
    let told = |lang: Lang| {
        let entries = FeedEntry::newest(&dataset.initiatives, lang, &changed, |id| {
            Page::Record(id).path()
        });
        entries
            .into_iter()
            .map(|entry| (entry.href, entry.updated, entry.summary))
            .collect::<Vec<_>>()
    };
    let expected = [
        (
            "c",
            "2026-03-04",
            "What it is. Corrected on 2 March 2026: It has two.",
        ),
        ("a", "2026-03-03", "What it is."),
        (
            "b",
            "2026-03-02",
            "What it is. Corrected on 2 March 2026: It began in May.",
        ),
    ];
    let expected =
        expected.map(|(id, day, text)| (Page::Record(id).path(), day.to_owned(), text.to_owned()));
    assert_eq!(told(Lang::En), expected);
    assert_eq!(
        told(Lang::ZhHant)[2].2,
        "已更正。2026年3月2日更正：已更正。"
    );
}

#[test]
fn nothing_of_a_page_is_left_empty() {
    for (path, body) in &*PAGES {
        for empty in ["<!--", "class=\"\"", "lang=\"\"", "> </span>", "\"></a>"] {
            let around = body
                .find(empty)
                .map(|at| &body[at.saturating_sub(200)..at + empty.len()]);
            assert_eq!(around, None, "{path}");
        }
        assert!(body.contains("class=\"brand-second\""), "{path}");
    }
}

/// A text that would run a script where it became markup.
const MARKUP: &str = "</title></script><img src=x onerror=alert(1)>\"'&";

/// A data set of one record, whose texts are markup.
fn hostile_dataset() -> Dataset {
    let mut dataset = dataset();
    dataset.initiatives.truncate(1);
    let record = &mut dataset.initiatives[0];
    record.related.clear();
    record.sources[0].title = MARKUP.to_owned();
    let vocabulary = &mut dataset.vocabulary;
    for text in [
        &mut record.name,
        &mut record.summary,
        &mut record.facts[0].text,
        &mut vocabulary.explorer.title,
        &mut vocabulary.themes[0].name,
    ] {
        [&mut text.en, &mut text.zh_hant, &mut text.zh_hans]
            .into_iter()
            .for_each(|text| MARKUP.clone_into(text));
    }
    dataset
}

/// Expects that no markup came through, and that the text did.
#[track_caller]
fn assert_only_text(html: &str) {
    assert!(!html.contains("<img"), "{html}");
    assert!(html.contains("&lt;img") || html.contains("\\u003cimg"));
}

#[test]
fn no_text_of_a_page_or_a_feed_becomes_markup() {
    for (_, body) in all_pages(&hostile_dataset()) {
        assert_only_text(&body);
    }
    let entry = FeedEntry {
        title: MARKUP.to_owned(),
        summary: MARKUP.to_owned(),
        href: MARKUP.to_owned(),
        updated: "2026-01-01".to_owned(),
        ..FeedEntry::default()
    };
    let feed = Feed {
        title: MARKUP.to_owned(),
        lang: "en",
        entries: vec![entry],
        ..Feed::default()
    };
    assert_only_text(&feed.xml());
    assert_only_text(&sitemap(&[vec![("en", MARKUP.to_owned())]]));
}

#[test]
fn no_text_of_a_head_becomes_markup() {
    let dataset = hostile_dataset();
    let record = &dataset.initiatives[0];
    let site = Site {
        url: Some("https://example.org/a/".to_owned()),
        boot: Asset::default(),
        title: Lang::ALL.map(|_| MARKUP.to_owned()),
        ..Site::default()
    };
    let path = Page::Record(&record.id).path();
    let data = explorer_core::export::linked_data::record(
        &dataset.vocabulary,
        record,
        Lang::En,
        "https://example.org/",
        "https://example.org/",
    );
    let document = Document {
        lang: Lang::En,
        path: &path,
        title: Some(MARKUP),
        description: MARKUP,
        picture: "picture.png",
        data: data.clone(),
        body: "",
        starts: false,
    };
    let html = document.html(&site);
    assert_only_text(&html);
    // What machines read comes out as it went in.
    let (_, json) = html.split_once("ld+json\">").unwrap();
    let (json, _) = json.split_once("</script>").unwrap();
    let read: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(read, data);
    for link in [
        format!("rel=\"canonical\" href=\"https://example.org/a/{path}\""),
        format!("hreflang=\"zh-Hant\" href=\"https://example.org/a/zh-Hant/{path}\""),
    ] {
        assert!(html.contains(&link), "{link}");
    }
}
