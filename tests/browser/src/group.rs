//! A program that ends, with all that it started, when we do.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context, Result, bail};

/// The program waits in a process group of its own beside a shell that reads from us. When that
/// pipe closes, because we let go or were killed in whatever way, the shell ends the group, and
/// outlives it to see that it has ended.
const SCRIPT: &str = r#""$@" & read -r _; trap '' TERM; kill -TERM 0; wait"#;

/// A running program with its descendants.
pub struct Group {
    shell: Child,
    pipe: Option<ChildStdin>,
}

impl Group {
    /// Starts a program with its arguments in the given environment.
    pub fn start(command: &[&str], environment: &[(&str, &str)]) -> Result<Self> {
        let mut shell = Command::new("sh")
            .args(["-c", SCRIPT, "sh"])
            .args(command)
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .with_context(|| format!("starting {}", command.join(" ")))?;
        let pipe = shell.stdin.take();
        Ok(Self { shell, pipe })
    }

    /// The first line that the program prints.
    pub fn first_line(&mut self) -> Result<String> {
        let output = self
            .shell
            .stdout
            .take()
            .context("the output was read before")?;
        let mut line = String::new();
        if BufReader::new(output).read_line(&mut line)? == 0 {
            bail!("it ended without a word");
        }
        Ok(line.trim().to_owned())
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.pipe = None;
        // Only fails when it has been waited for, and then it is gone as well.
        let _ = self.shell.wait();
    }
}
