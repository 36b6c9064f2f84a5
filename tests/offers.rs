//! What the search field offers: held against a plain look at every name, and what people of Hong Kong type.

mod files;
mod own;

use std::collections::BTreeSet;

use explorer_core::dataset::{Bundle, Dataset, Lang, SearchTexts};
use explorer_core::explore::{Facet, Index, Variants};
use std::sync::{Arc, LazyLock};

/// The facets whose values are offered.
const OFFERED: [Facet; 3] = [Facet::Topic, Facet::Org, Facet::Theme];

static DATASET: LazyLock<Dataset> = LazyLock::new(|| own::dataset().0);

fn index(lang: Lang) -> Index {
    let bundle = Bundle::new(&DATASET, lang, "2026-11-29".parse().unwrap());
    let texts = Arc::new(SearchTexts::new(&DATASET));
    Index::new(
        &bundle.vocabulary,
        &bundle.cards,
        Some(texts),
        Variants::default(),
    )
}

/// A text in lower case, without spaces and signs.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Every topic and organisation that some record has, with all its names.
fn values() -> Vec<(Facet, &'static str, Vec<&'static str>)> {
    let vocabulary = &DATASET.vocabulary;
    let records = || DATASET.initiatives.iter();
    let topics = vocabulary.topics.iter().map(|topic| {
        let names = topic.name.iter().map(|(_, name)| name);
        let others = Lang::ALL
            .into_iter()
            .flat_map(|lang| topic.aliases.get(lang));
        let is_used =
            records().any(|record| record.topics.iter().any(|about| about.id == topic.id));
        let names = names.chain(others.map(String::as_str)).collect();
        (is_used, Facet::Topic, &*topic.id, names)
    });
    let bodies = vocabulary.organisations.iter().map(|body| {
        let names = body.name.iter().map(|(_, name)| name);
        let is_used =
            records().any(|record| record.organisations.iter().any(|part| part.id == body.id));
        let names = names
            .chain(body.aliases.iter().map(String::as_str))
            .collect();
        (is_used, Facet::Org, &*body.id, names)
    });
    let used = topics.chain(bodies).filter(|(is_used, ..)| *is_used);
    used.map(|(_, facet, id, names)| (facet, id, names))
        .collect()
}

#[test]
fn what_is_called_exactly_so_is_offered_first() {
    let index = index(Lang::En);
    let values = values();
    // One in four: each is held against all names.
    for (facet, id, names) in values.iter().step_by(4) {
        for name in names.iter().filter(|name| !plain(name).is_empty()) {
            let is_same = |other: &&str| plain(other) == plain(name);
            let same = values
                .iter()
                .filter(|(of, _, names)| of == facet && names.iter().any(is_same));
            let same: BTreeSet<&str> = same.map(|(_, id, _)| *id).collect();
            let offers = index.offers(name);
            let mut of_facet = offers.iter().filter(|offer| offer.facet == *facet);
            let first = of_facet.next().map(|offer| &*offer.id);
            assert!(
                first.is_some_and(|first| same.contains(first)),
                "{name} ({id}): {offers:?}"
            );
        }
    }
}

#[test]
fn nothing_is_offered_that_is_not_called_so() {
    let index = index(Lang::En);
    let values = values();
    let beginnings = values
        .iter()
        .flat_map(|(_, _, names)| names)
        .flat_map(|name| {
            [1, 2, 3, 5].map(|length| plain(name).chars().take(length).collect::<String>())
        });
    // Han characters have variants, which fold: `tests/search.rs` holds those.
    let beginnings: BTreeSet<String> = beginnings.filter(|typed| typed.is_ascii()).collect();
    for typed in beginnings {
        let offers = index.offers(&typed);
        for facet in OFFERED {
            let of_facet = offers.iter().filter(|offer| offer.facet == facet);
            let ids: Vec<&String> = of_facet.map(|offer| &offer.id).collect();
            assert!(ids.len() <= 3, "{typed}: {offers:?}");
            assert_eq!(
                ids.iter().collect::<BTreeSet<_>>().len(),
                ids.len(),
                "{typed}"
            );
        }
        for offer in offers.iter().filter(|offer| offer.facet != Facet::Theme) {
            let (_, _, names) = values
                .iter()
                .find(|(facet, id, _)| *facet == offer.facet && *id == offer.id)
                .expect("a value that is used");
            assert!(
                names.iter().any(|name| plain(name).contains(&typed)),
                "{typed}: {offer:?}"
            );
        }
    }
}

#[test]
fn words_as_people_type_them_are_offered_what_they_mean() {
    let index = index(Lang::ZhHant);
    for (typed, facet, id) in [
        ("llm", Facet::Topic, "large-language-models"),
        ("chat bot", Facet::Topic, "chatbots"),
        ("人脸", Facet::Topic, "face-recognition"),
        ("大型語言", Facet::Topic, "large-language-models"),
        ("hkust", Facet::Org, "hkust"),
        ("科大", Facet::Org, "hkust"),
        ("ethics", Facet::Theme, "ethics"),
    ] {
        let offers = index.offers(typed);
        let mut of_facet = offers.iter().filter(|offer| offer.facet == facet);
        assert_eq!(
            of_facet.next().map(|offer| &*offer.id),
            Some(id),
            "{typed}: {offers:?}"
        );
    }
    for nothing in ["", " ", "b", "…", "zzzzzz"] {
        assert_eq!(index.offers(nothing), [], "{nothing:?}");
    }
}
