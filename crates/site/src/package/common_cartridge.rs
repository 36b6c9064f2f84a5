//! The manifest of a Common Cartridge: pages that a platform shows, without being told anything by them, and the questions
//! of a lesson as a test of the platform's own.

use explorer_core::i18n::Words;

use super::course::Course;
use super::page::PAGE;
use super::reading::READING;
use super::xml::{escaped, in_each};
use crate::notices::FILE as NOTICES;

/// A version of the standard. Platforms restore what they know: Moodle 1.1 at most, others 1.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// Of 2010.
    V1_1,
    /// Of 2013.
    V1_3,
}

impl Version {
    /// Its number, and the same in the names of its schemas.
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::V1_1 => ("1.1.0", "v1p1"),
            Self::V1_3 => ("1.3.0", "v1p3"),
        }
    }
}

/// Whether it begins at a lesson that asks something.
fn is_asked(course: &Course) -> bool {
    let mut steps = course.lesson.iter().flat_map(|lesson| &lesson.steps);
    steps.any(|step| step.question.is_some())
}

/// The path of a page of a cartridge. Platforms lay the files of all cartridges of a course together, and one page would take
/// the place of another of the same name.
pub fn page_path(course: &Course, page: &str) -> String {
    format!("{}/{page}", folder(course))
}

/// The path of the questions. The profile wants a folder for them in which no page lies.
pub fn questions_path(course: &Course) -> String {
    format!("{}-questions/questions.xml", folder(course))
}

fn folder(course: &Course) -> String {
    format!("{}-{}", course.file_name(""), course.short_id("pages"))
}

/// What `imsmanifest.xml` says: the page, and the same as a text, since some platforms take scripts away; and the questions
/// of a lesson that has some.
pub fn manifest(course: &Course, version: Version) -> String {
    // A course may take up several cartridges, and platforms know their parts by identifier.
    let id = |part: &str| course.xml_id(part);
    let title = escaped(course.title.get(course.lang));
    let strings = |lang: &str, text: &str| {
        format!("<lomimscc:string language=\"{lang}\">{text}</lomimscc:string>")
    };
    let titles = in_each(&course.title, strings);
    let about = in_each(&course.about, strings);
    let (number, short) = version.names();
    let folder = folder(course);
    let to_read = Words(course.lang).package_reading();
    let (item, resource) = test(course, short).unwrap_or_default();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{manifest}"
  xmlns="http://www.imsglobal.org/xsd/imscc{short}/imscp_v1p1"
  xmlns:lomimscc="http://ltsc.ieee.org/xsd/imscc{short}/LOM/manifest"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/imscc{short}/imscp_v1p1 http://www.imsglobal.org/profile/cc/cc{short}/cc{short}_imscp_v1p2_v1p0.xsd http://ltsc.ieee.org/xsd/imscc{short}/LOM/manifest http://www.imsglobal.org/profile/cc/cc{short}/LOM/cc{short}_lommanifest_v1p0.xsd">
  <metadata>
    <schema>IMS Common Cartridge</schema>
    <schemaversion>{number}</schemaversion>
    <lomimscc:lom>
      <lomimscc:general>
        <lomimscc:title>{titles}</lomimscc:title>
        <lomimscc:description>{about}</lomimscc:description>
      </lomimscc:general>
    </lomimscc:lom>
  </metadata>
  <organizations>
    <organization identifier="{organization}" structure="rooted-hierarchy">
      <item identifier="{root}">
        <item identifier="{explorer}" identifierref="{page}">
          <title>{title}</title>
        </item>
        <item identifier="{reading}" identifierref="{text}">
          <title>{title} ({to_read})</title>
        </item>{item}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="{page}" type="webcontent" href="{folder}/{PAGE}">
      <file href="{folder}/{PAGE}"/>
      <file href="{folder}/{NOTICES}"/>
    </resource>
    <resource identifier="{text}" type="webcontent" href="{folder}/{READING}">
      <file href="{folder}/{READING}"/>
    </resource>{resource}
  </resources>
</manifest>
"#,
        manifest = id("manifest"),
        organization = id("course"),
        root = id("root"),
        explorer = id("explorer"),
        page = id("page"),
        reading = id("reading"),
        text = id("text"),
    )
}

/// The item of a lesson's questions, and the resource to which it leads, where it has some.
fn test(course: &Course, version: &str) -> Option<(String, String)> {
    let id = course.xml_id("questions");
    let item = format!(
        r#"
        <item identifier="{}" identifierref="{id}">
          <title>{} ({})</title>
        </item>"#,
        course.xml_id("test"),
        escaped(course.title.get(course.lang)),
        Words(course.lang).package_questions()
    );
    let resource = format!(
        r#"
    <resource identifier="{id}" type="imsqti_xmlv1p2/imscc_xml{version}/assessment">
      <file href="{}"/>
    </resource>"#,
        questions_path(course)
    );
    is_asked(course).then_some((item, resource))
}

/// Facts of the profile of Content Packaging that a Common Cartridge is. The letters and the numbers of rules are those by
/// which the standard's own schema of version 1.1 lists what it narrows. That schema is in no package that could be fetched.
#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use roxmltree::{Document, Node};

    use super::super::xml::parsed::{all, children, names, only};
    use super::*;

    /// Where a cartridge may begin, each with how many items it has.
    const STARTS: [(&str, usize); 5] = [
        ("", 2),
        ("?view=cards&theme=ethics", 2),
        ("?view=class&game=2026-11-27", 2),
        ("?lesson=blueprint-to-ai-plus", 3),
        ("?lesson=blueprint-to-ai-plus&lang=zh-Hant", 3),
    ];

    fn written(start: &str, version: Version) -> String {
        manifest(&Course::new(start, None, None).unwrap(), version)
    }

    #[test]
    fn a_manifest_is_as_its_profile_has_it() {
        for version in [Version::V1_1, Version::V1_3] {
            for (start, count) in STARTS {
                let xml = written(start, version);
                let document = Document::parse(&xml).unwrap();
                let root = document.root_element();
                let (number, short) = version.names();
                let namespace = format!("http://www.imsglobal.org/xsd/imscc{short}/imscp_v1p1");
                assert!(root.has_tag_name((&*namespace, "manifest")));
                // (e), (o): no version of its own, and no manifest within.
                assert_eq!(root.attribute("version"), None);
                assert_eq!(names(root), ["metadata", "organizations", "resources"]);
                check_metadata(only(root, "metadata"), number, short);
                check_items(only(root, "organizations"), count);
                check_resources(only(root, "resources"), short);
                check_identifiers(root);
            }
        }
    }

    /// (q), (t), (u), (x): what the cartridge is, and its metadata of the IEEE.
    fn check_metadata(metadata: Node, number: &str, short: &str) {
        assert_eq!(names(metadata), ["schema", "schemaversion", "lom"]);
        assert_eq!(
            only(metadata, "schema").text(),
            Some("IMS Common Cartridge")
        );
        assert_eq!(only(metadata, "schemaversion").text(), Some(number));
        let namespace = format!("http://ltsc.ieee.org/xsd/imscc{short}/LOM/manifest");
        let lom = only(metadata, "lom");
        assert!(
            lom.descendants()
                .filter(Node::is_element)
                .all(|node| { node.tag_name().namespace() == Some(&namespace) })
        );
        assert_eq!(names(only(lom, "general")), ["title", "description"]);
        assert!(all(lom, "string").all(|text| text.attribute("language").is_some()));
    }

    /// (a) to (d), (n), (p), (s): one organization, of one item without a title, which holds all others; these have one.
    fn check_items(organizations: Node, count: usize) {
        assert_eq!(organizations.attributes().len(), 0);
        assert_eq!(names(organizations), ["organization"]);
        let organization = only(organizations, "organization");
        assert_eq!(
            organization.attribute("structure"),
            Some("rooted-hierarchy")
        );
        assert_eq!(names(organization), ["item"]);
        let root = children(organization).next().unwrap();
        assert_eq!(names(root), vec!["item"; count]);
        for item in children(root) {
            // Rule 8b: what leads to a resource holds no other.
            assert_eq!(names(item), ["title"]);
            let attributes: Vec<&str> = item.attributes().map(|one| one.name()).collect();
            assert_eq!(attributes, ["identifier", "identifierref"]);
        }
    }

    /// (i), (m): of the kinds of resources there are, pages and tests.
    fn check_resources(resources: Node, short: &str) {
        let test = format!("imsqti_xmlv1p2/imscc_xml{short}/assessment");
        for resource in children(resources) {
            let hrefs: Vec<_> = children(resource)
                .map(|file| file.attribute("href"))
                .collect();
            let distinct: BTreeSet<_> = hrefs.iter().collect();
            // Rule 9a: no file stands twice.
            assert_eq!(distinct.len(), hrefs.len());
            let href = resource.attribute("href");
            if resource.attribute("type") == Some(&test) {
                // Rules 3a to 3c: a test is one file, by which alone it is named.
                assert_eq!((href, hrefs.len()), (None, 1));
            } else {
                assert_eq!(resource.attribute("type"), Some("webcontent"));
                // Rules 5g, 10a, 10b: what an item leads to says which of its files is meant.
                assert!(href.is_some() && hrefs.contains(&href), "{hrefs:?}");
            }
        }
    }

    /// Content Packaging: identifiers are names of XML (xs:ID), none stands twice, and items lead to resources.
    fn check_identifiers(root: Node) {
        let of = |name| {
            root.descendants()
                .filter_map(move |node: Node| node.attribute(name))
        };
        let identifiers: BTreeSet<&str> = of("identifier").collect();
        assert_eq!(identifiers.len(), of("identifier").count());
        for identifier in identifiers {
            assert!(identifier.starts_with(|c: char| c.is_ascii_alphabetic()));
        }
        let resources = children(only(root, "resources"));
        let resources: BTreeSet<_> = resources
            .filter_map(|one| one.attribute("identifier"))
            .collect();
        assert_eq!(of("identifierref").collect::<BTreeSet<_>>(), resources);
    }

    #[test]
    fn cartridges_in_one_course_have_no_identifier_or_page_in_common() {
        let each = STARTS.map(|(start, _)| {
            let xml = written(start, Version::V1_1);
            assert_eq!(xml, written(start, Version::V1_1));
            let document = Document::parse(&xml).unwrap();
            let nodes = document.descendants();
            let identifiers = nodes.filter_map(|node| node.attribute("identifier"));
            let hrefs =
                all(document.root_element(), "file").filter_map(|one| one.attribute("href"));
            identifiers
                .chain(hrefs)
                .map(str::to_owned)
                .collect::<BTreeSet<_>>()
        });
        let all: BTreeSet<&String> = each.iter().flatten().collect();
        assert_eq!(all.len(), each.iter().map(BTreeSet::len).sum::<usize>());
    }
}
