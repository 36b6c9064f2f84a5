//! The site in other forms than a folder on a host: one file, and archives for learning platforms.

mod archive;
mod cmi5;
mod common_cartridge;
mod course;
mod page;
mod schema;
mod scorm_12;
mod scorm_2004;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};
use xshell::Shell;

use self::course::Course;
use self::page::{Additions, page};
use crate::assets::{Staging, bundled, script};
use crate::{project, release};

pub use self::schema::check as check_manifests;

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
}

/// What to pack.
#[derive(Args)]
pub struct Options {
    /// Which form
    form: Form,
    /// The address within the explorer to begin at, such as "?view=timeline"; none is the overview
    #[arg(long, default_value = "")]
    start: String,
    /// What learning platforms call it; none is the explorer's own title in its languages
    #[arg(long)]
    title: Option<String>,
}

/// A view to begin at, which is completed when it has been seen.
const VIEW: &str = "?view=cards&theme=ethics";
/// A lesson to begin at, which is completed by answers.
const LESSON: &str = "?lesson=blueprint-to-ai-plus";
/// A game to begin at, which is completed by its last card.
const GAME: &str = "?view=class&game=2026-11-27";

/// The packages that the browser tests open.
const TESTED: [(Form, &str); 8] = [
    (Form::Html, ""),
    (Form::Html, VIEW),
    (Form::Scorm12, VIEW),
    (Form::Scorm12, LESSON),
    (Form::Scorm2004, LESSON),
    (Form::Scorm2004, GAME),
    (Form::Cmi5, LESSON),
    (Form::CommonCartridge, VIEW),
];

/// Packs the site in `dist/`, and says where the package lies.
///
/// # Errors
/// Something that is missing from `dist/`, a start that the explorer does not know, or a tool that cannot be had.
pub fn package(sh: &Shell, options: &Options) -> Result<()> {
    let site = built()?;
    let course = Course::new(&options.start, options.title.as_deref())?;
    let path = options.form.pack(sh, &site, &course)?;
    println!(
        "{}",
        path.strip_prefix(project::root())
            .unwrap_or(&path)
            .display()
    );
    Ok(())
}

/// Packs the site in every form, as the browser tests open it.
///
/// # Errors
/// As of [`package`].
pub fn package_all(sh: &Shell) -> Result<()> {
    let site = built()?;
    for (form, start) in TESTED {
        form.pack(sh, &site, &Course::new(start, None)?)?;
    }
    Ok(())
}

fn built() -> Result<Staging> {
    let folder = project::root().join("dist");
    release::ensure(&folder)?;
    Ok(Staging { folder })
}

/// The folder of packages.
fn shelf() -> Staging {
    Staging {
        folder: project::root().join("target/package"),
    }
}

impl Form {
    /// Packs the site, and says where the package lies.
    fn pack(self, sh: &Shell, site: &Staging, course: &Course) -> Result<PathBuf> {
        let additions = Additions {
            script: self.script(sh, course)?,
            connect: self.connect(),
        };
        let page = page(site, &additions)?;
        let name = course.file_name(self.ending());
        match self.manifest(course) {
            None => shelf().write(&name, page)?,
            Some((file, manifest)) => {
                let files = [(file, manifest.as_bytes()), (PAGE, page.as_bytes())];
                shelf().write(&name, archive::archive(&files)?)?;
            }
        }
        Ok(shelf().path(&name))
    }

    /// How its file's name ends, after what it holds.
    fn ending(self) -> &'static str {
        match self {
            Self::Html => ".html",
            Self::Scorm12 => "-scorm-1.2.zip",
            Self::Scorm2004 => "-scorm-2004.zip",
            Self::Cmi5 => "-cmi5.zip",
            Self::CommonCartridge => ".imscc",
        }
    }

    /// The file that tells a platform what is in the archive: its name, and what it says.
    fn manifest(self, course: &Course) -> Option<(&'static str, String)> {
        Some(match self {
            Self::Html => return None,
            Self::Scorm12 => ("imsmanifest.xml", scorm_12::manifest(course)),
            Self::Scorm2004 => ("imsmanifest.xml", scorm_2004::manifest(course)),
            Self::CommonCartridge => ("imsmanifest.xml", common_cartridge::manifest(course)),
            Self::Cmi5 => ("cmi5.xml", cmi5::structure(course)),
        })
    }

    /// The script before all others: it begins at the start, and speaks with the platform.
    fn script(self, sh: &Shell, course: &Course) -> Result<Option<String>> {
        let (name, standard) = match self {
            Self::Html | Self::CommonCartridge if course.start.is_empty() => return Ok(None),
            Self::Html | Self::CommonCartridge => ("view.js", ""),
            Self::Scorm12 => ("scorm.js", "1.2"),
            Self::Scorm2004 => ("scorm.js", "2004"),
            Self::Cmi5 => ("cmi5.js", ""),
        };
        let text = |text: &str| serde_json::Value::from(text).to_string();
        let options = [
            "--format=iife".to_owned(),
            format!("--define:START={}", text(&course.start)),
            format!("--define:STANDARD={}", text(standard)),
            format!("--define:OPENING_COMPLETES={}", !course.is_answered),
        ];
        let code = bundled(sh, &script(name), &options)?;
        Ok(Some(String::from_utf8(code)?))
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

/// The page within an archive.
const PAGE: &str = "index.html";
