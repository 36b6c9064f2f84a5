//! What the lists of a vocabulary hold: themes, kinds, sectors, roles, relations, statuses, places and eras.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::json::Json;
#[cfg(not(target_arch = "wasm32"))]
use super::patterns;
use super::reader::{Read, Reader, read_fields};
use super::{Aliases, PartialDate, Text};

/// A category that has nothing but a name.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Entry {
    /// As in addresses and records.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ID)))]
    pub id: String,
    /// As readers see it.
    pub name: Text,
    /// What schema.org calls a thing of this kind, such as `CollegeOrUniversity`: for those who read pages by machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The other words for it.
    #[serde(default, skip_serializing_if = "Aliases::is_empty")]
    pub aliases: Aliases,
}

/// A story that the data tells.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Theme {
    /// As in addresses and records.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ID)))]
    pub id: String,
    /// The name in full.
    pub name: Text,
    /// The name for narrow places.
    pub short: Text,
    /// Two or three sentences on what it is about.
    pub summary: Text,
    /// `#rrggbb`, at least 4.5:1 on white; darker and lighter shades are derived from it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::COLOUR)))]
    pub colour: String,
    /// An SVG path, drawn as a line of 1.75 on a field of 24 by 24.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::PATH)))]
    pub icon: String,
    /// The other words for it.
    #[serde(default, skip_serializing_if = "Aliases::is_empty")]
    pub aliases: Aliases,
}

/// How one record is tied to another.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct RelationKind {
    /// As in records.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ID)))]
    pub id: String,
    /// Read from the record to the other.
    pub name: Text,
    /// The id of the same tie, read from the other side.
    pub inverse: String,
}

/// Where an initiative stands.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Status {
    /// As in addresses and records.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ID)))]
    pub id: String,
    /// As readers see it.
    pub name: Text,
    /// Whether it is going on now, and is drawn with a filled mark.
    #[serde(default)]
    pub ongoing: bool,
}

impl Status {
    /// The id of the status of what is only announced: it is not under way, and may lie ahead.
    pub const ANNOUNCED: &str = "announced";
}

/// A place that initiatives are tied to.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Place {
    /// As in records.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ID)))]
    pub id: String,
    /// As readers see it.
    pub name: Text,
    /// Degrees north, from -90 to 90.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = -90, max = 90)))]
    pub latitude: f64,
    /// Degrees east, from -180 to 180.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = -180, max = 180)))]
    pub longitude: f64,
    /// The other words for it.
    #[serde(default, skip_serializing_if = "Aliases::is_empty")]
    pub aliases: Aliases,
}

/// A part of the story.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Era {
    /// As in addresses.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ID)))]
    pub id: String,
    /// As readers see it.
    pub name: Text,
    /// The first year; absent for the one before all others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// The last year; absent for the one that goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// One sentence.
    pub summary: Text,
}

impl Entry {
    /// The entry of this id in a list.
    pub fn find<'a>(entries: &'a [Self], id: &str) -> Option<&'a Self> {
        entries.iter().find(|entry| entry.id == id)
    }
}

read_fields!(Entry {
    id,
    name,
    schema,
    aliases
});

read_fields!(Theme {
    id,
    name,
    short,
    summary,
    colour,
    icon,
    aliases
});

read_fields!(RelationKind { id, name, inverse });

impl Read for Status {
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
        if !reader.is_object(json, &["id", "name", "ongoing"]) {
            return Self::default();
        }
        reader.expect(json, "ongoing", "write true where it goes on, else false");
        Self {
            id: reader.field(json, "id"),
            name: reader.field(json, "name"),
            ongoing: reader.field(json, "ongoing"),
        }
    }
}

read_fields!(Place {
    id,
    name,
    latitude: "write degrees north, such as 22.28",
    longitude: "write degrees east, such as 114.13",
    aliases
});

read_fields!(Era {
    id,
    name,
    start,
    end,
    summary
});
