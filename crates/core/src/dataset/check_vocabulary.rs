//! What makes a vocabulary sound.

use std::collections::BTreeSet;

use super::check::{Check, is_colour, is_path};
use super::fault::clip;
use super::{List, Vocabulary};

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
        for (list, entries) in [
            (List::Kinds, &vocabulary.kinds),
            (List::OrganisationKinds, &vocabulary.organisation_kinds),
        ] {
            for (i, entry) in entries.iter().enumerate() {
                let is_type = |name: &String| name.chars().all(|c| c.is_ascii_alphanumeric());
                if !entry.schema.iter().all(is_type) {
                    self.fault(
                        format!("{}[{i}].schema", list.key()),
                        "is no type of schema.org; write its name alone, such as Event",
                    );
                }
            }
        }
        for list in List::ALL {
            let mut seen = BTreeSet::new();
            for (i, (id, name)) in vocabulary.list(list).enumerate() {
                let field = |part: &str| format!("{}[{i}].{part}", list.key());
                self.id(&field("id"), id);
                self.name(&field("name"), name);
                if !seen.insert(id) {
                    self.fault(
                        field("id"),
                        format!("`{}` stands twice; an id is unique in its list", clip(id)),
                    );
                }
            }
        }
        for (i, relation) in vocabulary.relations.iter().enumerate() {
            let field = format!("relations[{i}].inverse");
            self.known(field, &relation.inverse, List::Relations, vocabulary);
        }
        for (i, organisation) in vocabulary.organisations.iter().enumerate() {
            let field = format!("organisations[{i}].kind");
            self.known(
                field,
                &organisation.kind,
                List::OrganisationKinds,
                vocabulary,
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
