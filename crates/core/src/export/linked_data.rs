//! What the pages say to machines, in the words of schema.org, as JSON-LD.

use serde_json::{Value, json};

use crate::dataset::{Initiative, Lang, Theme, Vocabulary};

/// What schema.org is, to those who read JSON-LD.
const CONTEXT: &str = "https://schema.org";
/// What a thing is where the vocabulary does not say.
const THING: &str = "Thing";

/// The whole data set. `url` is where it is found, `file` where it can be had.
pub fn dataset(vocabulary: &Vocabulary, lang: Lang, url: &str, file: &str) -> Value {
    json!({
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": vocabulary.explorer.title.get(lang),
        "description": vocabulary.explorer.about.get(lang),
        "url": url,
        "inLanguage": vocabulary.explorer.written_in().iter().map(|lang| lang.tag()).collect::<Vec<_>>(),
        "isAccessibleForFree": true,
        "keywords": vocabulary.themes.iter().map(|theme| theme.name.get(lang)).collect::<Vec<_>>(),
        "distribution": { "@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": file },
    })
}

/// A record's page: what it is about, when that was, who took part, and on which pages it rests.
pub fn record(
    vocabulary: &Vocabulary,
    record: &Initiative,
    lang: Lang,
    url: &str,
    whole: &str,
) -> Value {
    let name = record.name.get(lang);
    let names: Vec<&str> = record
        .name
        .iter()
        .map(|(_, name)| name)
        .filter(|other| *other != name)
        .collect();
    let kind = |list: &[crate::dataset::Entry], id: &str| {
        let entry = list.iter().find(|entry| entry.id == id);
        entry
            .and_then(|entry| entry.schema.clone())
            .unwrap_or_else(|| THING.to_owned())
    };
    let bodies: Vec<Value> = record
        .organisations
        .iter()
        .filter_map(|part| vocabulary.organisation(&part.id))
        .map(|body| {
            json!({
                "@type": kind(&vocabulary.organisation_kinds, &body.kind),
                "name": body.name.get(lang),
            })
        })
        .collect();
    let sources: Vec<Value> = record
        .sources
        .iter()
        .map(|source| {
            json!({
                "@type": "CreativeWork",
                "name": source.title,
                "url": source.link(),
                "publisher": { "@type": "Organization", "name": source.publisher },
                "datePublished": source.published.map(|date| date.to_string()),
            })
        })
        .collect();
    // ISO 8601: what has no end is open.
    let end = record
        .end
        .map_or_else(|| "..".to_owned(), |end| end.to_string());
    json!({
        "@context": CONTEXT,
        "@type": "Article",
        "headline": name,
        "abstract": record.summary.get(lang),
        "url": url,
        "inLanguage": lang.tag(),
        "temporalCoverage": format!("{}/{end}", record.start),
        "about": {
            "@type": kind(&vocabulary.kinds, &record.kind),
            "name": name,
            "alternateName": names,
            "description": record.summary.get(lang),
        },
        "mentions": bodies,
        "citation": sources,
        "isPartOf": { "@type": "Dataset", "name": vocabulary.explorer.title.get(lang), "url": whole },
    })
}

/// A theme's page: a collection of records' pages, each by its name and address.
pub fn theme(theme: &Theme, lang: Lang, url: &str, records: &[(String, String)]) -> Value {
    let items: Vec<Value> = records
        .iter()
        .map(|(name, url)| json!({ "@type": "Article", "headline": name, "url": url }))
        .collect();
    json!({
        "@context": CONTEXT,
        "@type": "CollectionPage",
        "name": theme.name.get(lang),
        "description": theme.summary.get(lang),
        "url": url,
        "inLanguage": lang.tag(),
        "hasPart": items,
    })
}
