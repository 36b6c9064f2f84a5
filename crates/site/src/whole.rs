//! Tests of what the site says of the data set as a whole, out of what the build writes.

use explorer_core::dataset::{Bundle, Lang, PartialDate};
use explorer_core::page::Page;
use hong_kong_ai_explorer::ui::Library;
use hong_kong_ai_explorer::ui::pages::Site;
use serde_json::Value;
use tempfile::TempDir;

use crate::assets::Staging;
use crate::bundle::parts;
use crate::data::DataFiles;
use crate::edition::Edition;
use crate::sheets;

/// What the front pages say, as the build writes them, with the folder in which they lie.
fn written(url: Option<&str>) -> (Vec<(Lang, Value)>, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let staging = Staging {
        folder: folder.path().to_owned(),
    };
    let parts = parts().expect("sound data");
    let json = serde_json::to_vec(&parts.whole).expect("JSON");
    staging.write("data/dataset.json", json).expect("a file");
    let (dataset, _) = DataFiles::read().expect("files").dataset().expect("data");
    let dataset = dataset.in_all_languages();
    let site = Site {
        url: url.map(str::to_owned),
        ..Site::default()
    };
    let said = parts.bundles.map(|bundle| {
        // The history of the repository tells the day, and there may be none.
        let updated = Some("2026-11-29".parse().expect("a day"));
        let bundle = Bundle { updated, ..bundle };
        let lang = bundle.lang;
        let json = serde_json::to_vec(&bundle).expect("JSON");
        let name = format!("data/cards.{}.json", lang.tag());
        staging.write(&name, json).expect("a file");
        let edition = Edition {
            lang,
            library: Library::new(bundle, None),
            dataset: &dataset,
            site: &site,
            staging: &staging,
            live_reload: None,
        };
        edition.page(Page::Front).expect("a page");
        let html = staging.text(&(Page::Front.path_in(lang) + "index.html"));
        let html = html.expect("a page");
        let (_, json) = html.split_once("ld+json\">").expect("data");
        let (json, _) = json.split_once("</script>").expect("an end");
        (lang, serde_json::from_str(json).expect("JSON"))
    });
    sheets::write(&staging, url).expect("files");
    (said.to_vec(), folder)
}

fn hold_no_empty_value(value: &Value, at: &str) {
    match value {
        Value::Object(fields) => {
            assert!(!fields.is_empty(), "{at} is empty");
            for (key, value) in fields {
                hold_no_empty_value(value, &format!("{at}/{key}"));
            }
        }
        Value::Array(items) => {
            assert!(!items.is_empty(), "{at} is empty");
            for item in items {
                hold_no_empty_value(item, at);
            }
        }
        Value::String(text) => assert!(!text.trim().is_empty(), "{at} is empty"),
        Value::Null => panic!("{at} is nothing"),
        Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What schema.org's `Dataset` and Google's guide to structured data of data sets ask for.
#[test]
fn the_data_set_says_what_searches_for_data_sets_ask() {
    for url in [Some("https://example.org/ai/"), None] {
        let (said, folder) = written(url);
        for (lang, data) in said {
            hold_no_empty_value(&data, "");
            let text = |pointer: &str| {
                let value = data.pointer(pointer).and_then(Value::as_str);
                value.unwrap_or_else(|| panic!("{lang:?}: no text at {pointer}"))
            };
            assert_eq!(text("/@context"), "https://schema.org");
            assert_eq!(text("/@type"), "Dataset");
            assert!(!text("/name").is_empty());
            let length = text("/description").chars().count();
            assert!((50..=5000).contains(&length), "{lang:?}: {length}");
            assert!(text("/license").starts_with("https://"));
            for who in ["creator", "publisher"] {
                assert_eq!(text(&format!("/{who}/@type")), "Organization");
                assert!(!text(&format!("/{who}/name")).is_empty());
                // The address of the site is not theirs.
                assert_eq!(data.pointer(&format!("/{who}/url")), None);
            }
            let is_day = |text: &str| {
                text.parse::<PartialDate>()
                    .is_ok_and(|day| day.day().is_some())
            };
            assert!(is_day(text("/dateModified")) && is_day(text("/version")));
            let (first, open) = text("/temporalCoverage")
                .split_once('/')
                .expect("an interval");
            assert!(first.parse::<PartialDate>().is_ok() && open == "..");
            let root = url.map_or_else(
                || "../".repeat(usize::from(lang != Lang::En)),
                str::to_owned,
            );
            let page = url.map(|_| Page::Front.path_in(lang));
            assert_eq!(
                text("/url"),
                page.map_or("./".to_owned(), |page| root.clone() + &page)
            );
            let files = data["distribution"].as_array().expect("files");
            assert_eq!(files.len(), 5);
            for file in files {
                assert_eq!(file["@type"], "DataDownload");
                let form = file["encodingFormat"].as_str().expect("a form");
                let name = file["contentUrl"]
                    .as_str()
                    .and_then(|at| at.strip_prefix(&*root));
                let name = name.expect("an address in the site");
                let ending = form.rsplit('/').next().expect("a form");
                assert!(name.ends_with(ending), "{name}: {form}");
                assert!(folder.path().join(name).exists(), "{name} is not there");
            }
        }
    }
}

#[test]
fn the_file_of_the_whole_says_where_it_comes_from() {
    for url in [Some("https://example.org/ai/"), None] {
        let (_, folder) = written(url);
        let text = std::fs::read_to_string(folder.path().join("data/dataset.json"));
        let whole: Value = serde_json::from_str(&text.expect("a file")).expect("JSON");
        let about = &whole["about"];
        assert_eq!(about["updated"], "2026-11-29");
        assert_eq!(about["licence"], "CC BY 4.0");
        let count = whole["initiatives"].as_array().map(Vec::len);
        assert_eq!(about["count"].as_u64(), count.map(|count| count as u64));
        let view = url.map(|url| format!("{url}?view=table"));
        assert_eq!(about["view"].as_str(), view.as_deref());
    }
}
