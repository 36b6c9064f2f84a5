//! Words that mean one thing of the vocabulary and no other.

use std::collections::BTreeMap;

use super::check::Check;
use super::fault::clip;
use super::hidden::is_blank;
use super::style::{LOOSE, is_loose};
use super::{Aliases, Lang, List, Vocabulary};

impl Check<'_> {
    /// Whoever types a word means one topic: no two have the same word.
    pub(super) fn topic_words(&mut self, vocabulary: &Vocabulary) {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for (i, topic) in vocabulary.topics.iter().enumerate() {
            for lang in Lang::ALL {
                let tag = lang.tag();
                let aliases = topic.aliases.get(lang).iter().enumerate();
                let aliases =
                    aliases.map(|(j, word)| (format!("aliases.{tag}[{j}]"), word.as_str()));
                let name = (format!("name.{tag}"), topic.name.get(lang));
                for (part, word) in aliases.chain([name]) {
                    let field = format!("topics[{i}].{part}");
                    let owner = owners
                        .entry(word.trim().to_lowercase())
                        .or_insert(&topic.id);
                    // What is empty is told with the other names and aliases.
                    if !is_blank(word) && *owner != topic.id {
                        let message = format!(
                            "`{}` is a word of `{owner}` as well; leave it to one of them",
                            clip(word)
                        );
                        self.fault(field, message);
                    }
                }
            }
        }
    }

    /// No two entries of a list have the same name: nobody could tell them apart. Two topics of one name are told of by
    /// [`Check::topic_words`].
    pub(super) fn shared_names(&mut self, vocabulary: &Vocabulary) {
        for list in List::ALL.into_iter().filter(|list| *list != List::Topics) {
            for lang in Lang::ALL {
                let mut owners: BTreeMap<String, &str> = BTreeMap::new();
                for (i, (id, name)) in vocabulary.list(list).enumerate() {
                    let name = name.get(lang).trim();
                    let owner = *owners.entry(name.to_lowercase()).or_insert(id);
                    if !name.is_empty() && owner != id {
                        let message = format!(
                            "`{}` is the name of `{}` as well; write what tells them apart",
                            clip(name),
                            clip(owner)
                        );
                        let field = format!("{}[{i}].name.{}", list.key(), lang.tag());
                        self.own_fault(field, message);
                    }
                }
            }
        }
    }

    /// No two organisations have the same alias, or one the name of another; as a hint, for two may well be called the same.
    pub(super) fn shared_organisation_words(&mut self, vocabulary: &Vocabulary) {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for body in &vocabulary.organisations {
            for lang in Lang::ALL {
                let name = body.name.get(lang).trim().to_lowercase();
                owners.entry(name).or_insert(&body.id);
            }
        }
        for (i, body) in vocabulary.organisations.iter().enumerate() {
            for (j, alias) in body.aliases.iter().enumerate() {
                let word = alias.trim().to_lowercase();
                let owner = *owners.entry(word).or_insert(&body.id);
                if !is_blank(alias) && owner != body.id {
                    let message = format!(
                        "`{}` is a name of `{}` as well; look whether both are called so",
                        clip(alias),
                        clip(owner)
                    );
                    self.hint(format!("organisations[{i}].aliases[{j}]"), message);
                }
            }
        }
    }

    /// No two things have the same alias, in any language; of things of two lists it is a hint, as a topic may well be called
    /// what a sector is. Two topics with one alias are told of by [`Check::topic_words`], with their names.
    pub(super) fn shared_aliases(&mut self, vocabulary: &Vocabulary) {
        let mut owners: BTreeMap<String, (List, &str)> = BTreeMap::new();
        for (list, i, id, aliases) in aliases(vocabulary) {
            for lang in Lang::ALL {
                let all = format!("{}[{i}].aliases.{}", list.key(), lang.tag());
                let words: Vec<String> = aliases
                    .get(lang)
                    .iter()
                    .map(|word| word.to_lowercase())
                    .collect();
                self.repeated(&all, &words, |word| is_blank(word));
                for (j, word) in aliases.get(lang).iter().enumerate() {
                    let own = (list, id);
                    if is_blank(word) {
                        self.fault(
                            format!("{all}[{j}]"),
                            "is empty; write a word or take it out",
                        );
                        continue;
                    }
                    if is_loose(word) {
                        self.own_fault(format!("{all}[{j}]"), LOOSE);
                    }
                    let owner = *owners.entry(word.trim().to_lowercase()).or_insert(own);
                    let are_topics = list == List::Topics && owner.0 == List::Topics;
                    if owner != own && !are_topics {
                        let message = format!(
                            "`{}` is an alias of `{}` in `{}` as well; leave it to one of them",
                            clip(word),
                            clip(owner.1),
                            owner.0.key()
                        );
                        let field = format!("{all}[{j}]");
                        if owner.0 == list {
                            self.own_fault(field, message);
                        } else {
                            self.hint(field, message);
                        }
                    }
                }
            }
        }
    }
}

/// The aliases of all things that have them in languages, with the list, the place in it and the id.
fn aliases(vocabulary: &Vocabulary) -> impl Iterator<Item = (List, usize, &str, &Aliases)> {
    let themes = vocabulary.themes.iter().enumerate();
    let themes = themes.map(|(i, theme)| (List::Themes, i, &*theme.id, &theme.aliases));
    let kinds = vocabulary.kinds.iter().enumerate();
    let kinds = kinds.map(|(i, kind)| (List::Kinds, i, &*kind.id, &kind.aliases));
    let sectors = vocabulary.sectors.iter().enumerate();
    let sectors = sectors.map(|(i, sector)| (List::Sectors, i, &*sector.id, &sector.aliases));
    let topics = vocabulary.topics.iter().enumerate();
    let topics = topics.map(|(i, topic)| (List::Topics, i, &*topic.id, &topic.aliases));
    let places = vocabulary.places.iter().enumerate();
    let places = places.map(|(i, place)| (List::Places, i, &*place.id, &place.aliases));
    themes
        .chain(kinds)
        .chain(sectors)
        .chain(topics)
        .chain(places)
}
