//! Packs the site in one form, or in each that the browser tests open.

use anyhow::Result;
use clap::Args;
use xshell::Shell;

use super::course::Course;
use super::form::Form;
use crate::assets::Staging;
use crate::{project, release};

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
pub(super) const TESTED: [(Form, &str); 8] = [
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
