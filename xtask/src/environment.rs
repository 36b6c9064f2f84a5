//! The environment in which Trunk finds every tool of this project, and what makes it whole.

use std::env;
use std::path::PathBuf;

use anyhow::Result;
use xshell::Shell;

use crate::{engine, npm, project, tool, wasm_target};

/// Makes ready whatever a build of the page needs and puts it on the shell's `PATH`.
pub fn make_ready(sh: &Shell) -> Result<()> {
    wasm_target::make_ready(sh)?;
    tool::trunk().make_ready(sh)?;
    tool::wasm_bindgen()?.make_ready(sh)?;
    npm::BINARYEN.make_ready(sh)?;
    npm::ESBUILD.make_ready(sh)?;
    npm::FZSTD.make_ready(sh)?;
    engine::make_fonts_ready(sh);
    sh.set_var("PATH", env::join_paths(path())?);
    Ok(())
}

/// Prints the environment as lines for a shell to evaluate.
pub fn print(sh: &Shell) -> Result<()> {
    make_ready(sh)?;
    let path = sh.var("PATH")?;
    println!("export PATH='{}'", path.replace('\'', r"'\''"));
    Ok(())
}

/// Our own folders before everybody else's.
fn path() -> Vec<PathBuf> {
    let own = [
        wasm_target::shim_folder(),
        project::tools().join("bin"),
        npm::prefix().join("node_modules/.bin"),
    ];
    let inherited = env::var_os("PATH").unwrap_or_default();
    let others = env::split_paths(&inherited).filter(|folder| !own.contains(folder));
    own.iter().cloned().chain(others).collect()
}
