//! What records refer to: themes, topics, kinds, sectors, organisations, places and eras, with their names.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reader::read_fields;
use super::{
    Aliases, Entry, Era, Explorer, Lang, Organisation, Place, RelationKind, Status, Text, Theme,
    Topic,
};

/// Every category of a data set, in the order in which readers see them.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Vocabulary {
    /// What the explorer is called and about.
    pub explorer: Explorer,
    /// The stories that the data tells.
    #[serde(default)]
    pub themes: Vec<Theme>,
    /// What an initiative is: a policy, a company, an event.
    #[serde(default)]
    pub kinds: Vec<Entry>,
    /// Fields of work.
    #[serde(default)]
    pub sectors: Vec<Entry>,
    /// What an organisation does in an initiative; the first one is the lead.
    #[serde(default)]
    pub roles: Vec<Entry>,
    /// How one record is tied to another.
    #[serde(default)]
    pub relations: Vec<RelationKind>,
    /// Where an initiative stands.
    #[serde(default)]
    pub statuses: Vec<Status>,
    /// Kinds of source: by the body itself, or by others.
    #[serde(default)]
    pub source_kinds: Vec<Entry>,
    /// Kinds of organisation.
    #[serde(default)]
    pub organisation_kinds: Vec<Entry>,
    /// What people look for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// Who takes part.
    #[serde(default)]
    pub organisations: Vec<Organisation>,
    /// Where.
    #[serde(default)]
    pub places: Vec<Place>,
    /// Parts of the story, in order of time.
    #[serde(default)]
    pub eras: Vec<Era>,
}

impl Vocabulary {
    /// The same in one language, as the page loads it: without aliases, which come with the words for searching, and without
    /// what it does not show of organisations. The title is there in the language that is shown below it as well.
    pub fn only(&self, lang: Lang) -> Self {
        let mut one = self.clone();
        for text in one.texts_mut() {
            *text = text.only(&[lang]);
        }
        one.explorer.title = self.explorer.title.only(&[lang, lang.second()]);
        // Only the page about the data shows them.
        one.explorer.sections.clear();
        let topics = one.topics.iter_mut().map(|topic| &mut topic.aliases);
        let themes = one.themes.iter_mut().map(|theme| &mut theme.aliases);
        let places = one.places.iter_mut().map(|place| &mut place.aliases);
        let entries = one.sectors.iter_mut().chain(&mut one.kinds);
        let entries = entries.map(|entry| &mut entry.aliases);
        for aliases in topics.chain(themes).chain(places).chain(entries) {
            *aliases = Aliases::default();
        }
        for body in &mut one.organisations {
            *body = Organisation {
                id: std::mem::take(&mut body.id),
                name: std::mem::take(&mut body.name),
                kind: std::mem::take(&mut body.kind),
                ..Organisation::default()
            };
        }
        one
    }

    /// All its texts.
    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        let texts = [&mut self.explorer.title, &mut self.explorer.about];
        let entries = [
            &mut self.kinds,
            &mut self.sectors,
            &mut self.roles,
            &mut self.source_kinds,
            &mut self.organisation_kinds,
        ];
        let entries = entries.into_iter().flatten().map(|entry| &mut entry.name);
        let themes = self.themes.iter_mut();
        let themes =
            themes.flat_map(|theme| [&mut theme.name, &mut theme.short, &mut theme.summary]);
        let eras = self.eras.iter_mut();
        let eras = eras.flat_map(|era| [&mut era.name, &mut era.summary]);
        let publisher = self.explorer.publisher.iter_mut();
        let publisher = publisher.map(|publisher| &mut publisher.name);
        let sections = self.explorer.sections.iter_mut();
        let sections = sections.flat_map(|section| {
            let heading = [&mut section.heading].into_iter();
            heading.chain(&mut section.text)
        });
        texts
            .into_iter()
            .chain(publisher)
            .chain(sections)
            .chain(entries)
            .chain(themes)
            .chain(eras)
            .chain(self.relations.iter_mut().map(|relation| &mut relation.name))
            .chain(self.statuses.iter_mut().map(|status| &mut status.name))
            .chain(self.topics.iter_mut().map(|topic| &mut topic.name))
            .chain(self.organisations.iter_mut().map(|body| &mut body.name))
            .chain(self.places.iter_mut().map(|place| &mut place.name))
    }

    /// The place of a theme among the themes, which stands for its hue on the page.
    pub fn hue(&self, theme: &str) -> Option<usize> {
        self.themes.iter().position(|other| other.id == theme)
    }

    /// The theme of this id.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == id)
    }

    /// The topic of this id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The organisation of this id.
    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.organisations
            .iter()
            .find(|organisation| organisation.id == id)
    }

    /// The status of this id.
    pub fn status(&self, id: &str) -> Option<&Status> {
        self.statuses.iter().find(|status| status.id == id)
    }

    /// The place of this id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }

    /// The relation of this id.
    pub fn relation(&self, id: &str) -> Option<&RelationKind> {
        self.relations.iter().find(|relation| relation.id == id)
    }
}

read_fields!(Vocabulary {
    explorer,
    themes,
    kinds,
    sectors,
    roles,
    relations,
    statuses,
    source_kinds,
    organisation_kinds,
    topics,
    organisations,
    places,
    eras
});
