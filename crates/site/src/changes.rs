//! When records were changed last, by the history of the repository.

use std::collections::BTreeMap;

use xshell::{Shell, cmd};

/// The day of each record's last change; nothing where there is no history.
pub fn changed(sh: &Shell) -> BTreeMap<String, String> {
    let log = cmd!(
        sh,
        "git log --format=@%cs --name-only -- public/data/initiatives"
    )
    .quiet()
    .ignore_stderr()
    .read()
    .unwrap_or_default();
    let mut changed = BTreeMap::new();
    let mut day = "";
    for line in log.lines() {
        if let Some(date) = line.strip_prefix('@') {
            day = date;
        } else if let Some(id) = line
            .rsplit('/')
            .next()
            .and_then(|name| name.strip_suffix(".json"))
        {
            // The latest change comes first.
            changed
                .entry(id.to_owned())
                .or_insert_with(|| day.to_owned());
        }
    }
    changed
}
