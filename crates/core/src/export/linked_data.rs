//! What the pages say to machines, in the words of schema.org, as JSON-LD.

use serde_json::{Value, json};

use crate::dataset::{Dataset, Initiative, Lang, PartialDate, Vocabulary};

/// What schema.org is, to those who read JSON-LD.
const CONTEXT: &str = "https://schema.org";
/// What a thing is where the vocabulary does not say.
const THING: &str = "Thing";

/// The whole data set, with what schema.org and Google's search for data sets ask of one. `url` is where it is found, `updated` when it
/// was last changed; `files` are the forms in which it can be had, each with its media type and address.
pub fn dataset(
    dataset: &Dataset,
    lang: Lang,
    url: &str,
    updated: Option<PartialDate>,
    files: &[(&str, String)],
) -> Value {
    let Vocabulary {
        explorer, themes, ..
    } = &dataset.vocabulary;
    let years = || dataset.initiatives.iter().map(|record| record.start.year());
    let coverage = years().min().map(|first| format!("{first}/.."));
    let publisher = explorer.publisher.as_ref().map(|publisher| {
        json!({
            "@type": "Organization",
            "name": publisher.name.get(lang),
            "url": publisher.url,
        })
    });
    let files: Vec<Value> = files
        .iter()
        .map(|(form, url)| json!({ "@type": "DataDownload", "encodingFormat": form, "contentUrl": url }))
        .collect();
    known(json!({
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": explorer.title.get(lang),
        "description": explorer.about.get(lang),
        "url": url,
        "inLanguage": explorer.written_in().iter().map(|lang| lang.tag()).collect::<Vec<_>>(),
        "isAccessibleForFree": true,
        "keywords": themes.iter().map(|theme| theme.name.get(lang)).collect::<Vec<_>>(),
        "license": explorer.licence.as_ref().map(|licence| &licence.url),
        "creator": publisher,
        "publisher": publisher,
        "dateModified": updated.map(|day| day.to_string()),
        "version": updated.map(|day| day.to_string()),
        "temporalCoverage": coverage,
        "distribution": files,
    }))
}

/// The same without what is not known, wherever it stands.
fn known(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
            fields.map(|(key, value)| (key, known(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(known).collect(),
        value => value,
    }
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
    known(json!({
        "@context": CONTEXT,
        "@type": "Article",
        "headline": name,
        "abstract": record.summary.get(lang),
        "url": url,
        "inLanguage": lang.tag(),
        "temporalCoverage": format!("{}/{end}", record.start),
        "keywords": record.keywords.get(lang),
        "about": {
            "@type": kind(&vocabulary.kinds, &record.kind),
            "name": name,
            "alternateName": names,
            "description": record.summary.get(lang),
        },
        "mentions": bodies,
        "citation": sources,
        "isPartOf": { "@type": "Dataset", "name": vocabulary.explorer.title.get(lang), "url": whole },
    }))
}

/// A page that lists records or other pages, each by its name and address.
pub fn collection(
    name: &str,
    description: &str,
    lang: Lang,
    url: &str,
    parts: &[(String, String)],
) -> Value {
    let items: Vec<Value> = parts
        .iter()
        .map(|(name, url)| json!({ "@type": "WebPage", "name": name, "url": url }))
        .collect();
    json!({
        "@context": CONTEXT,
        "@type": "CollectionPage",
        "name": name,
        "description": description,
        "url": url,
        "inLanguage": lang.tag(),
        "hasPart": items,
    })
}
