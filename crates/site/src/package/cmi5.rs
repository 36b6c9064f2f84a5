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
