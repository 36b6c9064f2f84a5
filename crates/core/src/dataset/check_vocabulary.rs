//! What makes a vocabulary sound.

use std::collections::BTreeSet;

use super::check::{Check, is_colour, is_path};
use super::fault::clip;
use super::{Entry, Vocabulary};

impl Check<'_> {
    pub(super) fn vocabulary(&mut self, vocabulary: &Vocabulary) {
        self.name("explorer.title", &vocabulary.explorer.title);
        self.text("explorer.about", &vocabulary.explorer.about);
        for (i, theme) in vocabulary.themes.iter().enumerate() {
            self.text(&format!("themes[{i}].summary"), &theme.summary);
            self.name(&format!("themes[{i}].short"), &theme.short);
            if !is_colour(&theme.colour) {
                self.fault(
                    format!("themes[{i}].colour"),
                    "is no colour; write it as #rrggbb",
                );
            }
            if !is_path(&theme.icon) {
                self.fault(
                    format!("themes[{i}].icon"),
                    "is no SVG path; write the commands of its `d` attribute",
                );
            }
        }
        let entries = |entries: &[Entry]| {
            entries
                .iter()
                .map(|e| (e.id.clone(), e.name.clone()))
                .collect::<Vec<_>>()
        };
        macro_rules! named {
            ($list:ident) => {
                vocabulary
                    .$list
                    .iter()
                    .map(|e| (e.id.clone(), e.name.clone()))
                    .collect::<Vec<_>>()
            };
        }
        for (list, entries) in [
            ("kinds", &vocabulary.kinds),
            ("organisation_kinds", &vocabulary.organisation_kinds),
        ] {
            for (i, entry) in entries.iter().enumerate() {
                let is_type = |name: &String| name.chars().all(|c| c.is_ascii_alphanumeric());
                if !entry.schema.iter().all(is_type) {
                    self.fault(
                        format!("{list}[{i}].schema"),
                        "is no type of schema.org; write its name alone, such as Event",
                    );
                }
            }
        }
        for (list, items) in [
            ("themes", named!(themes)),
            ("kinds", entries(&vocabulary.kinds)),
            ("sectors", entries(&vocabulary.sectors)),
            ("roles", entries(&vocabulary.roles)),
            ("relations", named!(relations)),
            ("statuses", named!(statuses)),
            ("source_kinds", entries(&vocabulary.source_kinds)),
            (
                "organisation_kinds",
                entries(&vocabulary.organisation_kinds),
            ),
            ("organisations", named!(organisations)),
            ("places", named!(places)),
            ("eras", named!(eras)),
        ] {
            let mut seen = BTreeSet::new();
            for (i, (id, name)) in items.iter().enumerate() {
                self.id(&format!("{list}[{i}].id"), id);
                self.name(&format!("{list}[{i}].name"), name);
                if !seen.insert(id) {
                    self.fault(
                        format!("{list}[{i}].id"),
                        format!("`{}` stands twice; an id is unique in its list", clip(id)),
                    );
                }
            }
        }
        for (i, relation) in vocabulary.relations.iter().enumerate() {
            let known = vocabulary.relation(&relation.inverse).is_some();
            self.known(
                format!("relations[{i}].inverse"),
                &relation.inverse,
                "relations",
                known,
            );
        }
        for (i, organisation) in vocabulary.organisations.iter().enumerate() {
            let known = Entry::find(&vocabulary.organisation_kinds, &organisation.kind).is_some();
            self.known(
                format!("organisations[{i}].kind"),
                &organisation.kind,
                "organisation_kinds",
                known,
            );
        }
        for (i, place) in vocabulary.places.iter().enumerate() {
            if !(-90.0..=90.0).contains(&place.latitude)
                || !(-180.0..=180.0).contains(&place.longitude)
            {
                self.fault(
                    format!("places[{i}]"),
                    "lies nowhere; latitude is -90 to 90, longitude -180 to 180",
                );
            }
        }
        for (i, era) in vocabulary.eras.iter().enumerate() {
            self.text(&format!("eras[{i}].summary"), &era.summary);
            for (part, date) in [("start", &era.start), ("end", &era.end)] {
                if let Some(date) = *date {
                    self.date(&format!("eras[{i}].{part}"), date);
                }
            }
        }
    }
}
