//! The forms in which the site is packed, and what each adds to the page.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::ValueEnum;
use xshell::Shell;

use super::common_cartridge::Version;
use super::course::Course;
use super::kept::Kept;
use super::page::{Additions, PAGE, page};
use super::questions::questions;
use super::reading::{Detail, Leads, READING, reading};
use super::{archive, cmi5, common_cartridge, scorm_12, scorm_2004};
use crate::assets::{Staging, bundled, script};
use crate::notices::FILE as NOTICES;
use crate::project;

/// Where README, as a code host shows it, says how packages are made.
const PACKAGES: &str = "#packages-for-learning-platforms";
/// How many bytes an archive may have.
const LARGEST: usize = 1_900_000;

/// A form of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// One file with everything inside, which opens by double click
    Html,
    /// For platforms that speak SCORM 1.2
    #[value(name = "scorm-1.2")]
    Scorm12,
    /// For platforms that speak SCORM 2004, fourth edition
    #[value(name = "scorm-2004")]
    Scorm2004,
    /// For platforms that speak cmi5, and keep statements of xAPI
    Cmi5,
    /// For platforms that take a Common Cartridge 1.3, and only show it
    CommonCartridge,
    /// The same for platforms that know no later one than 1.1, such as Moodle
    #[value(name = "common-cartridge-1.1")]
    CommonCartridge11,
}

/// The folder of packages.
pub(super) fn shelf() -> Staging {
    Staging {
        folder: project::root().join("target/package"),
    }
}

impl Form {
    /// Packs the site, and says where the package lies.
    pub(super) fn pack(
        self,
        sh: &Shell,
        site: &Staging,
        kept: &Kept,
        course: &Course,
    ) -> Result<PathBuf> {
        let additions = Additions {
            script: self.script(sh, course)?,
            connect: self.connect(),
        };
        let page = page(site, kept, &additions)?;
        let name = course.file_name(self.ending());
        match self.manifest(course) {
            None => shelf().write(&name, page)?,
            Some(manifest) => {
                let leads = Leads {
                    address: project::address(sh),
                    counted: course.file_name(Self::Scorm12.ending()),
                    how: project::repository(sh).map(|repository| repository + PACKAGES),
                };
                let notices = site.read(NOTICES)?;
                let archive = self.archive(course, &leads, manifest, page, notices)?;
                shelf().write(&name, archive)?;
            }
        }
        Ok(shelf().path(&name))
    }

    /// The archive, with what can be read by itself in as much detail as there is room for.
    fn archive(
        self,
        course: &Course,
        leads: &Leads,
        (file, manifest): (&str, String),
        page: String,
        notices: Vec<u8>,
    ) -> Result<Vec<u8>> {
        let mut files = vec![
            (file.to_owned(), manifest.into_bytes()),
            (self.within(course, PAGE), page.into_bytes()),
            (self.within(course, NOTICES), notices),
        ];
        let mut size = 0;
        for detail in Detail::ALL {
            let own = files.len();
            files.extend(self.beside(course, leads, detail)?);
            let packed = archive::archive(&files)?;
            if packed.len() <= LARGEST {
                return Ok(packed);
            }
            files.truncate(own);
            size = packed.len();
        }
        bail!("the package has {size} bytes, and platforms are promised {LARGEST} at most")
    }

    /// How its file's name ends, after what it holds.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Html => ".html",
            Self::Scorm12 => "-scorm-1.2.zip",
            Self::Scorm2004 => "-scorm-2004.zip",
            Self::Cmi5 => "-cmi5.zip",
            Self::CommonCartridge => ".imscc",
            Self::CommonCartridge11 => "-1.1.imscc",
        }
    }

    /// The file that tells a platform what is in the archive: its name, and what it says.
    pub(super) fn manifest(self, course: &Course) -> Option<(&'static str, String)> {
        Some(match self {
            Self::Html => return None,
            Self::Scorm12 => ("imsmanifest.xml", scorm_12::manifest(course)),
            Self::Scorm2004 => ("imsmanifest.xml", scorm_2004::manifest(course)),
            Self::CommonCartridge => (
                "imsmanifest.xml",
                common_cartridge::manifest(course, Version::V1_3),
            ),
            Self::CommonCartridge11 => (
                "imsmanifest.xml",
                common_cartridge::manifest(course, Version::V1_1),
            ),
            Self::Cmi5 => ("cmi5.xml", cmi5::structure(course)),
        })
    }

    /// The script before all others: it begins at the start, and speaks with the platform.
    fn script(self, sh: &Shell, course: &Course) -> Result<String> {
        let (name, standard) = match self {
            Self::Html | Self::CommonCartridge | Self::CommonCartridge11 => ("view.js", ""),
            Self::Scorm12 => ("scorm.js", "1.2"),
            Self::Scorm2004 => ("scorm.js", "2004"),
            Self::Cmi5 => ("cmi5.js", ""),
        };
        let text = |text: &str| serde_json::Value::from(text).to_string();
        let options = [
            "--format=iife".to_owned(),
            format!("--define:START={}", text(&course.opening)),
            format!("--define:STANDARD={}", text(standard)),
            format!("--define:OPENING_COMPLETES={}", !course.is_answered),
            format!(
                "--define:PASSING={}",
                course.passing_share().unwrap_or(f64::NAN)
            ),
        ];
        let code = bundled(sh, &script(name), &options)?;
        Ok(String::from_utf8(code)?)
    }

    /// Whether a platform is told anything.
    pub(super) fn tells(self) -> bool {
        matches!(self, Self::Scorm12 | Self::Scorm2004 | Self::Cmi5)
    }

    /// The name of a page within the archive.
    fn within(self, course: &Course, page: &str) -> String {
        match self {
            Self::CommonCartridge | Self::CommonCartridge11 => {
                common_cartridge::page_path(course, page)
            }
            _ => page.to_owned(),
        }
    }

    /// What a cartridge has beside the page, by name: what can be read by itself, and what a lesson asks.
    fn beside(
        self,
        course: &Course,
        leads: &Leads,
        detail: Detail,
    ) -> Result<Vec<(String, Vec<u8>)>> {
        let version = match self {
            Self::CommonCartridge => Version::V1_3,
            Self::CommonCartridge11 => Version::V1_1,
            _ => return Ok(Vec::new()),
        };
        let read = reading(course, leads, detail)?.into_bytes();
        let mut beside = vec![(self.within(course, READING), read)];
        let asked = questions(course, version.names().1);
        let path = common_cartridge::questions_path(course);
        beside.extend(asked.map(|asked| (path, asked.into_bytes())));
        Ok(beside)
    }

    /// From where the page may fetch: a data set that its address names, and where statements are kept, which a
    /// school's own network may have without encryption.
    fn connect(self) -> &'static str {
        match self {
            Self::Cmi5 => "https: http:",
            _ => "https:",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Cursor, Read as _};

    use sha2::{Digest as _, Sha256};
    use zip::ZipArchive;

    use super::*;

    #[test]
    fn readme_says_how_packages_are_made() {
        let readme = fs::read_to_string(project::root().join("README.md")).unwrap();
        let headings = readme.lines().filter_map(|line| line.strip_prefix("## "));
        let mut anchors =
            headings.map(|heading| format!("#{}", heading.to_lowercase().replace(' ', "-")));
        assert!(anchors.any(|anchor| anchor == PACKAGES), "{PACKAGES}");
    }

    #[test]
    fn an_archive_keeps_to_its_size() {
        let course = Course::new("", None, None).unwrap();
        // What no packing makes smaller takes the room.
        let with = |form: Form, taken: usize| {
            let manifest = form.manifest(&course).unwrap();
            let page = "a page".to_owned();
            form.archive(&course, &Leads::default(), manifest, page, noise(taken))
        };
        let kept = |taken: usize| {
            let packed = with(Form::CommonCartridge, taken).unwrap();
            assert!(packed.len() <= LARGEST, "{taken}");
            let mut archive = ZipArchive::new(Cursor::new(packed)).unwrap();
            let name = Form::CommonCartridge.within(&course, READING);
            let mut text = String::new();
            let mut file = archive.by_name(&name).unwrap();
            file.read_to_string(&mut text).unwrap();
            ["<dd>", "<li>"].map(|element| text.contains(element))
        };
        // Each is said where there is just room for it.
        let said = Detail::ALL.map(|detail| {
            let form = Form::CommonCartridge;
            let beside = form.beside(&course, &Leads::default(), detail).unwrap();
            kept(LARGEST - archive::archive(&beside).unwrap().len() - 3_000)
        });
        assert_eq!(said, [[true, false], [false, true], [false, false]]);
        for form in [Form::CommonCartridge, Form::Scorm12] {
            let told = with(form, LARGEST).err().unwrap().to_string();
            assert!(told.contains("platforms are promised 1900000"), "{told}");
        }
    }

    /// So many bytes that follow no rule a packer knows.
    fn noise(length: usize) -> Vec<u8> {
        let digests = (0_u64..).flat_map(|number| Sha256::digest(number.to_be_bytes()));
        digests.take(length).collect()
    }

    #[test]
    fn a_mastery_score_is_written_where_one_was_asked_for() {
        let check = |form: Form, written: &str| {
            let manifest = |passing| {
                let start = "?lesson=blueprint-to-ai-plus";
                let course = Course::new(start, None, passing).unwrap();
                form.manifest(&course).unwrap().1
            };
            assert!(manifest(Some(65)).contains(written), "{form:?}");
            assert!(!manifest(None).contains(&written[..12]), "{form:?}");
        };
        check(Form::Scorm12, "<adlcp:masteryscore>65</adlcp:masteryscore>");
        check(
            Form::Scorm2004,
            "<imsss:minNormalizedMeasure>0.65</imsss:minNormalizedMeasure>",
        );
        check(Form::Cmi5, "masteryScore=\"0.65\"");
    }
}
