//! The manifest of a Common Cartridge: pages that a platform shows, without being told anything by them, and the questions
//! of a lesson as a test of the platform's own.

use explorer_core::i18n::Words;

use super::course::Course;
use super::page::PAGE;
use super::questions::QUESTIONS;
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

/// What `imsmanifest.xml` says: the page, and the same as a text, since some platforms take scripts away; and the questions
/// of a lesson that has some.
pub fn manifest(course: &Course, version: Version) -> String {
    let id = course.identifier("manifest");
    let title = escaped(course.title.get(course.lang));
    let strings = |lang: &str, text: &str| {
        format!("<lomimscc:string language=\"{lang}\">{text}</lomimscc:string>")
    };
    let titles = in_each(&course.title, strings);
    let about = in_each(&course.about, strings);
    let (number, short) = version.names();
    let words = Words(course.lang);
    let reading = words.package_reading();
    let (item, resource) = match is_asked(course) {
        false => Default::default(),
        true => (
            format!(
                r#"
        <item identifier="test" identifierref="questions">
          <title>{title} ({})</title>
        </item>"#,
                words.package_questions()
            ),
            format!(
                r#"
    <resource identifier="questions" type="imsqti_xmlv1p2/imscc_xml{short}/assessment">
      <file href="{QUESTIONS}"/>
    </resource>"#
            ),
        ),
    };
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="explorer-{id}"
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
    <organization identifier="course" structure="rooted-hierarchy">
      <item identifier="root">
        <item identifier="explorer" identifierref="page">
          <title>{title}</title>
        </item>
        <item identifier="reading" identifierref="text">
          <title>{title} ({reading})</title>
        </item>{item}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" href="{PAGE}">
      <file href="{PAGE}"/>
      <file href="{NOTICES}"/>
    </resource>
    <resource identifier="text" type="webcontent" href="{READING}">
      <file href="{READING}"/>
    </resource>{resource}
  </resources>
</manifest>
"#
    )
}
