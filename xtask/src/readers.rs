//! What others' programs read of what the explorer gives to take away: LibreOffice its tables, and three libraries of Python
//! its references and dates.

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::{debian, product, project};

/// The libraries, each in one version.
const LIBRARIES: [&str; 3] = ["rispy==0.10.0", "bibtexparser==2.1.0", "icalendar==7.3.2"];
/// The program of LibreOffice.
const OFFICE: &str = "soffice";

/// Makes LibreOffice and the libraries ready, these under `target/tools`.
pub fn make_ready(sh: &Shell) -> Result<()> {
    if which::which(OFFICE).is_err() {
        debian::install(sh, &["libreoffice-calc-nogui"], "LibreOffice")?;
    }
    let python = project::tools().join("python");
    if !python.join("bin/pip").exists() {
        debian::install(sh, &["python3-venv"], "Python")?;
        cmd!(sh, "python3 -m venv {python}").quiet().run()?;
    }
    let pip = python.join("bin/pip");
    cmd!(
        sh,
        "{pip} install --quiet --disable-pip-version-check {LIBRARIES...}"
    )
    .quiet()
    .run()?;
    Ok(())
}

/// Has them read the site in `dist/`.
pub fn check(sh: &Shell) -> Result<()> {
    let folder = "target/audit";
    product::take(sh, folder)?;
    let python = project::tools().join("python/bin/python");
    let outcome = cmd!(sh, "{python} xtask/readers.py {folder} dist {OFFICE}")
        .quiet()
        .run();
    if outcome.is_err() {
        bail!("others' programs read something else than was written");
    }
    Ok(())
}
