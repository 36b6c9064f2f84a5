//! Packs the site in one form, or in each that the browser tests open.

use anyhow::{Result, bail};
use clap::Args;
use xshell::Shell;

use super::course::Course;
use super::form::Form;
use super::kept::kept;
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
    /// From how much on a lesson or a game is passed, in per cent; without it, it is only completed
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=100))]
    passing: Option<u8>,
}

/// A view to begin at, which is completed when it has been seen.
const VIEW: &str = "?view=cards&theme=ethics";
/// A lesson to begin at, which is completed by answers.
const LESSON: &str = "?lesson=blueprint-to-ai-plus";
/// A game to begin at, which is completed by its last card.
const GAME: &str = "?view=class&game=2026-11-27";

/// The packages that the browser tests open: form, start, and from how much on it is passed.
pub(super) const TESTED: [(Form, &str, Option<u8>); 21] = [
    (Form::Html, "", None),
    (Form::Html, VIEW, None),
    (Form::Scorm12, VIEW, None),
    (Form::Scorm12, LESSON, None),
    (Form::Scorm12, LESSON, Some(60)),
    (Form::Scorm12, GAME, None),
    (Form::Scorm2004, VIEW, None),
    (Form::Scorm2004, LESSON, None),
    (Form::Scorm2004, LESSON, Some(60)),
    (Form::Scorm2004, GAME, None),
    (Form::Scorm2004, GAME, Some(60)),
    (Form::Cmi5, VIEW, None),
    (Form::Cmi5, LESSON, None),
    (Form::Cmi5, LESSON, Some(60)),
    (Form::Cmi5, GAME, None),
    (Form::CommonCartridge, "", None),
    (Form::CommonCartridge, VIEW, None),
    (Form::CommonCartridge, LESSON, None),
    (Form::CommonCartridge, GAME, None),
    (Form::CommonCartridge11, LESSON, None),
    (Form::CommonCartridge11, GAME, None),
];

/// Packs the site in `dist/`, and says where the package lies.
///
/// # Errors
/// Something that is missing from `dist/`, a start that the explorer does not know, or a tool that cannot be had.
pub fn package(sh: &Shell, options: &Options) -> Result<()> {
    let site = built()?;
    if options.passing.is_some() && !options.form.tells() {
        bail!(
            "no platform is told of a score in this form; leave out --passing, or take scorm-1.2, scorm-2004 or cmi5"
        );
    }
    let course = Course::new(&options.start, options.title.as_deref(), options.passing)?;
    let kept = kept(sh, &site)?;
    let path = options.form.pack(sh, &site, &kept, &course)?;
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
    let kept = kept(sh, &site)?;
    for (form, start, passing) in TESTED {
        form.pack(sh, &site, &kept, &Course::new(start, None, passing)?)?;
    }
    Ok(())
}

fn built() -> Result<Staging> {
    let folder = project::root().join("dist");
    release::ensure(&folder)?;
    Ok(Staging { folder })
}
