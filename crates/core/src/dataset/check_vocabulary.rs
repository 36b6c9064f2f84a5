//! What makes a vocabulary sound.

use std::collections::BTreeSet;
use std::iter;

use super::check::{Check, is_colour, is_path};
use super::explorer::is_mail_address;
use super::fault::clip;
use super::hidden::is_blank;
use super::style::{LOOSE, is_loose};
use super::{
    Era, Explorer, List, Organisation, PartialDate, RelationKind, Section, Text, Vocabulary,
};

impl Check<'_> {
    pub(super) fn vocabulary(&mut self, vocabulary: &Vocabulary) {
        self.explorer(&vocabulary.explorer);
        self.topic_words(vocabulary);
        self.shared_aliases(vocabulary);
        self.shared_names(vocabulary);
        self.shared_organisation_words(vocabulary);
        self.repeated_languages(&vocabulary.explorer.languages);
        self.repeated_items(&vocabulary.organisations);
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
                let is_type = |name: &String| {
                    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
                };
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
        self.relations(vocabulary);
        for (i, organisation) in vocabulary.organisations.iter().enumerate() {
            self.organisation(i, organisation, vocabulary);
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
        self.eras(&vocabulary.eras);
    }

    /// Two relations are each other's inverse, or one is its own.
    fn relations(&mut self, vocabulary: &Vocabulary) {
        for (i, relation) in vocabulary.relations.iter().enumerate() {
            let field = format!("relations[{i}].inverse");
            let back = vocabulary.relation(&relation.inverse);
            // One that leads nowhere is told of the other.
            let leads_elsewhere = |back: &&RelationKind| {
                back.inverse != relation.id && vocabulary.relation(&back.inverse).is_some()
            };
            if let Some(back) = back.filter(leads_elsewhere) {
                let message = format!(
                    "is `{}`, whose own inverse is `{}`; two relations are each other's inverse, or one its own",
                    clip(&relation.inverse),
                    clip(&back.inverse)
                );
                self.own_fault(field, message);
            } else {
                self.known(field, &relation.inverse, List::Relations, vocabulary);
            }
        }
    }

    /// Eras come one after the other.
    fn eras(&mut self, eras: &[Era]) {
        for (i, era) in eras.iter().enumerate() {
            self.text(&format!("eras[{i}].summary"), &era.summary);
            for (part, date) in [("start", &era.start), ("end", &era.end)] {
                self.optional_date(&format!("eras[{i}].{part}"), *date);
            }
            for (part, is_missing, other) in [
                ("start", i > 0 && era.start.is_none(), "first"),
                ("end", i + 1 < eras.len() && era.end.is_none(), "last"),
            ] {
                if is_missing {
                    let message = format!("is missing; only the {other} era may have none");
                    self.own_fault(format!("eras[{i}].{part}"), message);
                }
            }
            // What is empty is told, and comes in no order.
            let known = |date: Option<PartialDate>| date.filter(|date| !date.is_missing());
            let before = i.checked_sub(1).map(|before| &eras[before]);
            if let (Some(start), Some(end)) = (known(era.start), known(era.end))
                && end.surely_before(start)
            {
                let message = format!("is {end}, before the start, {start}; mend one of them");
                self.own_fault(format!("eras[{i}].end"), message);
            } else if let (Some(start), Some(earlier)) = (
                known(era.start),
                before.and_then(|before| known(before.start)),
            ) && start.surely_before(earlier)
            {
                let message = "is before that of the one above; put eras in order";
                self.own_fault(format!("eras[{i}].start"), message);
            }
        }
    }

    fn explorer(&mut self, explorer: &Explorer) {
        self.name("explorer.title", &explorer.title);
        self.text("explorer.about", &explorer.about);
        self.sections(&explorer.sections);
        for (is_missing, key, message) in [
            (
                explorer.languages.is_empty(),
                "languages",
                "is missing; name the languages of the data, such as en and zh-Hant",
            ),
            (
                explorer.currency.is_none(),
                "currency",
                "is missing; write the code of the sums' currency, such as HKD",
            ),
            (
                explorer.licence.is_none(),
                "licence",
                "is missing; say under which licence the data may be used",
            ),
            (
                explorer.publisher.is_none(),
                "publisher",
                "is missing; say who keeps the data",
            ),
        ] {
            if is_missing {
                self.own_fault(format!("explorer.{key}"), message);
            }
        }
        let is_code =
            |code: &String| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !explorer.currency.iter().all(is_code) {
            self.fault(
                "explorer.currency",
                "is no currency; write its code of three capital letters, such as HKD",
            );
        } else if explorer.currency.iter().any(|code| code != "HKD") {
            self.hint(
                "explorer.currency",
                "is not shown yet: the page writes all sums in Hong Kong dollars",
            );
        }
        if let Some(licence) = &explorer.licence {
            if is_blank(&licence.name) {
                self.fault("explorer.licence.name", "is missing; write its short name");
            } else if is_loose(&licence.name) {
                self.own_fault("explorer.licence.name", LOOSE);
            }
            if licence.url.is_empty() {
                self.fault(
                    "explorer.licence.url",
                    "is missing; write the address of its text",
                );
            } else {
                self.address("explorer.licence.url", &licence.url);
            }
        }
        if let Some(publisher) = &explorer.publisher {
            self.name("explorer.publisher.name", &publisher.name);
            self.optional_address("explorer.publisher.url", publisher.url.as_deref());
        }
        match &explorer.repository {
            Some(url) => self.optional_address("explorer.repository", Some(url)),
            None => self.hint(
                "explorer.repository",
                "is missing; write the address of its source code and data",
            ),
        }
        match &explorer.report {
            Some(url) if is_mail_address(url) => {}
            Some(url) => self.optional_address("explorer.report", Some(url)),
            None => self.hint(
                "explorer.report",
                "is missing; write the address at which errors are reported",
            ),
        }
    }

    fn sections(&mut self, sections: &[Section]) {
        let headings: Vec<&Text> = sections.iter().map(|section| &section.heading).collect();
        self.repeated("explorer.sections", &headings, |heading| heading.is_empty());
        for (i, section) in sections.iter().enumerate() {
            let field = format!("explorer.sections[{i}]");
            self.name(&format!("{field}.heading"), &section.heading);
            if section.text.is_empty() {
                self.fault(format!("{field}.text"), "is empty; write a paragraph");
            }
            let paragraphs: Vec<&Text> = section.text.iter().collect();
            self.repeated(&format!("{field}.text"), &paragraphs, |text| {
                text.is_empty()
            });
            for (j, text) in section.text.iter().enumerate() {
                self.text(&format!("{field}.text[{j}]"), text);
            }
        }
    }

    fn organisation(&mut self, i: usize, organisation: &Organisation, vocabulary: &Vocabulary) {
        let field = |part: &str| format!("organisations[{i}].{part}");
        let kind = &organisation.kind;
        self.known(field("kind"), kind, List::OrganisationKinds, vocabulary);
        self.optional_address(field("homepage"), organisation.homepage.as_deref());
        let aliases: Vec<&String> = organisation.aliases.iter().collect();
        self.repeated(&field("aliases"), &aliases, |alias| alias.is_empty());
        for (j, alias) in aliases.into_iter().enumerate() {
            let field = field(&format!("aliases[{j}]"));
            if is_blank(alias) {
                self.fault(field, "is empty; write a name, or take it out");
            } else if is_loose(alias) {
                self.own_fault(field, LOOSE);
            }
        }
        let is_item = |id: &String| {
            let digits = id.strip_prefix('Q').unwrap_or_default();
            !digits.is_empty()
                && !digits.starts_with('0')
                && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !organisation.wikidata.iter().all(is_item) {
            self.fault(
                field("wikidata"),
                "is no id of Wikidata; write Q and digits, such as Q8646",
            );
        }
        if let Some(parent) = &organisation.parent {
            self.known(field("parent"), parent, List::Organisations, vocabulary);
        }
        // The chain of those that it is part of, which ends unless it is a circle.
        let parents = iter::successors(Some(organisation), |body| {
            vocabulary.organisation(body.parent.as_deref()?)
        });
        if parents.take(vocabulary.organisations.len() + 1).count() > vocabulary.organisations.len()
        {
            self.fault(
                field("parent"),
                "leads back to the organisation itself; mend one of them",
            );
        }
    }
}
