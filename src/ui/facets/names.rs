//! What facets and their values are called.

use crate::dataset::{Evidence, Lang, Vocabulary};
use crate::explore::{Facet, Variants, tokens};
use crate::ui::{Library, Words};

/// What the interface calls a facet.
pub fn facet_name(words: Words, facet: Facet) -> &'static str {
    match facet {
        Facet::Theme => words.facet_theme(),
        Facet::Topic => words.facet_topic(),
        Facet::Sector => words.facet_sector(),
        Facet::Kind => words.facet_kind(),
        Facet::Org => words.facet_org(),
        Facet::Place => words.facet_place(),
        Facet::Status => words.facet_status(),
        Facet::Evidence => words.facet_evidence(),
    }
}

/// The name of a facet's value, or its id where the vocabulary does not know it.
pub fn value_name(vocabulary: &Vocabulary, facet: Facet, id: &str, lang: Lang) -> String {
    if facet == Facet::Evidence {
        let known = Evidence::ALL.iter().find(|evidence| evidence.word() == id);
        return known
            .map_or(id, |evidence| Words(lang).evidence(*evidence))
            .to_owned();
    }
    let name = match facet {
        Facet::Theme => vocabulary.theme(id).map(|theme| &theme.short),
        _ => facet.list().and_then(|list| vocabulary.name(list, id)),
    };
    name.map_or(id, |name| name.get(lang)).to_owned()
}

/// Whether the name of a value, or another word for it, holds what is sought, whatever the case and the marks of letters.
pub fn is_called(library: &Library, facet: Facet, id: &str, sought: &str) -> bool {
    let sought = folded(sought);
    let name = value_name(library.vocabulary(), facet, id, library.bundle.lang);
    let all = library.texts.as_ref().and_then(|texts| match facet {
        Facet::Org => Some(&texts.organisations),
        Facet::Topic => Some(&texts.topics),
        _ => None,
    });
    let more = all.and_then(|all| all.iter().find(|names| names.id == id));
    let more = more
        .iter()
        .flat_map(|names| names.words.lines().chain(names.aliases.lines()));
    more.chain([&*name])
        .any(|word| folded(word).contains(&sought))
}

fn folded(text: &str) -> String {
    let words = tokens(text, &Variants::default()).into_iter();
    words.map(|token| token.text).collect::<Vec<_>>().join(" ")
}
