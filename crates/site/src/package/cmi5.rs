//! The course structure of cmi5: one unit, which is the page.

use super::course::Course;
use super::page::PAGE;
use super::xml::in_each;

/// What `cmi5.xml` says. Whoever has completed the page may move on, passed or not.
pub fn structure(course: &Course) -> String {
    let langstrings =
        |lang: &str, text: &str| format!("<langstring lang=\"{lang}\">{text}</langstring>");
    let title = in_each(&course.title, langstrings);
    let about = in_each(&course.about, langstrings);
    let id = course.identifier("course");
    let unit = course.identifier("unit");
    let passing = course.passing_share();
    let passing = passing.map(|passing| format!(" masteryScore=\"{passing}\""));
    let passing = passing.unwrap_or_default();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="urn:uuid:{id}">
    <title>{title}</title>
    <description>{about}</description>
  </course>
  <au id="urn:uuid:{unit}" moveOn="Completed"{passing} launchMethod="AnyWindow">
    <title>{title}</title>
    <description>{about}</description>
    <url>{PAGE}</url>
  </au>
</courseStructure>
"#
    )
}

/// Facts of the specification of cmi5 (Quartz, first edition). Its own schema is in no package that could be fetched.
#[cfg(test)]
mod tests {
    use roxmltree::{Document, Node};

    use super::super::xml::parsed::{children, names, only};
    use super::*;

    fn check(start: &str, passing: Option<u8>) {
        let course = Course::new(start, None, passing).unwrap();
        let xml = structure(&course);
        let document = Document::parse(&xml).unwrap();
        let root = document.root_element();
        // 14.0: the namespace of the schema to which a course package conforms.
        let namespace = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";
        assert!(root.has_tag_name((namespace, "courseStructure")));
        // 13.1: the course, then its units.
        assert_eq!(names(root), ["course", "au"]);
        let [course, unit] = ["course", "au"].map(|name| only(root, name));
        check_iris(course, unit);
        for node in [course, unit] {
            check_texts(node);
        }
        // 13.1.4: what a unit has, in the order of the schema.
        assert_eq!(names(unit), ["title", "description", "url"]);
        // 14.1: what is in the archive is named by a relative address.
        assert_eq!(only(unit, "url").text(), Some(PAGE));
        check_unit(unit, passing);
    }

    /// 13.1.1, 13.1.4: identifiers are IRIs, and none stands twice in a structure.
    fn check_iris(course: Node, unit: Node) {
        let ids = [course, unit].map(|node| node.attribute("id").unwrap());
        assert!(ids.iter().all(|id| id.starts_with("urn:uuid:")), "{ids:?}");
        assert_ne!(ids[0], ids[1]);
    }

    /// 13.1.1, 13.1.4: a title and a description are required, as texts of a language each.
    fn check_texts(node: Node) {
        for name in ["title", "description"] {
            let text = children(node).find(|child| child.tag_name().name() == name);
            let texts: Vec<Node> = children(text.unwrap()).collect();
            let langs: Vec<_> = texts.iter().map(|text| text.attribute("lang")).collect();
            assert_eq!(langs, [Some("en"), Some("zh-Hant"), Some("zh-Hans")]);
            for text in texts {
                assert_eq!(text.tag_name().name(), "langstring");
                assert!(text.text().is_some_and(|text| text == text.trim()));
            }
        }
    }

    /// 13.1.4: the attributes of a unit, and what each may be.
    fn check_unit(unit: Node, passing: Option<u8>) {
        let attributes: Vec<&str> = unit.attributes().map(|one| one.name()).collect();
        let known = ["id", "moveOn", "masteryScore", "launchMethod"];
        assert!(
            attributes.iter().all(|name| known.contains(name)),
            "{attributes:?}"
        );
        // Of the five values, the one that asks for no pass, which is there only with a score to pass.
        assert_eq!(unit.attribute("moveOn"), Some("Completed"));
        assert_eq!(unit.attribute("launchMethod"), Some("AnyWindow"));
        // A decimal from 0 to 1 of at most four places.
        let mastery = unit.attribute("masteryScore");
        assert_eq!(mastery.is_some(), passing.is_some());
        if let Some(mastery) = mastery {
            assert!((0.0..=1.0).contains(&mastery.parse::<f64>().unwrap()));
            let places = mastery
                .split_once('.')
                .map_or(0, |(_, places)| places.len());
            assert!(places <= 4, "{mastery}");
        }
    }

    #[test]
    fn a_course_structure_is_as_the_specification_has_it() {
        check("", None);
        check("?view=cards&theme=ethics", None);
        check("?view=class&game=2026-11-27", None);
        for passing in [None, Some(1), Some(60), Some(100)] {
            check("?lesson=blueprint-to-ai-plus", passing);
        }
    }
}
