//! The manifest of SCORM 1.2: IMS Content Packaging 1.1.2 with the additions of ADL, and titles as IMS Meta-Data 1.2.1
//! has them.

use super::course::Course;
use super::page::PAGE;
use super::xml::{escaped, in_each};

/// What `imsmanifest.xml` says.
pub fn manifest(course: &Course) -> String {
    let id = course.identifier("manifest");
    let title = escaped(course.title.get(course.lang));
    let passing = course
        .passing
        .map(|passing| format!("\n        <adlcp:masteryscore>{passing}</adlcp:masteryscore>"));
    let passing = passing.unwrap_or_default();
    let langstrings = |lang: &str, text: &str| {
        format!("<imsmd:langstring xml:lang=\"{lang}\">{text}</imsmd:langstring>")
    };
    let titles = in_each(&course.title, langstrings);
    let about = in_each(&course.about, langstrings);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="explorer-{id}" version="1.1"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <imsmd:lom>
      <imsmd:general>
        <imsmd:title>{titles}</imsmd:title>
        <imsmd:description>{about}</imsmd:description>
      </imsmd:general>
    </imsmd:lom>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{title}</title>
      <item identifier="explorer" identifierref="page">
        <title>{title}</title>{passing}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="{PAGE}">
      <file href="{PAGE}"/>
    </resource>
  </resources>
</manifest>
"#
    )
}
