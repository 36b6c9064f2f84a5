//! The manifest of a Common Cartridge 1.3: a page that a platform shows, without being told anything by it.

use super::course::{Course, escaped, in_each};
use super::page::PAGE;

/// What `imsmanifest.xml` says.
pub fn manifest(course: &Course) -> String {
    let id = course.identifier("manifest");
    let title = escaped(course.title.get(course.lang));
    let strings = |lang: &str, text: &str| {
        format!("<lomimscc:string language=\"{lang}\">{text}</lomimscc:string>")
    };
    let titles = in_each(&course.title, strings);
    let about = in_each(&course.about, strings);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="explorer-{id}"
  xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
  xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1 http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_imscp_v1p2_v1p0.xsd http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest http://www.imsglobal.org/profile/cc/ccv1p3/LOM/ccv1p3_lommanifest_v1p0.xsd">
  <metadata>
    <schema>IMS Common Cartridge</schema>
    <schemaversion>1.3.0</schemaversion>
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
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" href="{PAGE}">
      <file href="{PAGE}"/>
    </resource>
  </resources>
</manifest>
"#
    )
}
