//! Joins the data into what the page loads.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, anyhow, bail};
use explorer_core::dataset::{
    Body, Bundle, DatasetFile, Explorer, FORMAT, Fault, Lang, Lesson, PartialDate, SearchTexts,
    milestones, sources, sums,
};
use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use serde::Serialize;

use crate::clock::today;
use crate::data::DataFiles;
use crate::project;

/// The style sheets, in the order in which they are joined.
const STYLES: [&str; 16] = [
    "tokens", "page", "header", "overview", "card", "results", "table", "facets", "chart",
    "record", "kept", "notices", "class", "game", "embed", "print",
];

/// Words that mean the same, as people write them down.
const SYNONYMS: &str = include_str!("../synonyms.txt");

/// What the page loads.
pub struct Parts {
    /// The whole data set as it was written, for reuse.
    pub whole: DatasetFile,
    /// The cards of each language.
    pub bundles: [Bundle; 3],
    /// The words for searching.
    pub texts: SearchTexts,
    /// The lessons.
    pub lessons: Vec<Lesson>,
}

/// Writes the bundled data into the folder that Trunk is filling (`TRUNK_STAGING_DIR`): cards by language, the words
/// for searching, lists of all records for the table, each organisation, and the whole as one file for reuse.
///
/// # Errors
/// The first fault of the data, or a file that cannot be written.
pub fn bundle() -> Result<()> {
    join_styles()?;
    let staging = env::var("TRUNK_STAGING_DIR")
        .map_or_else(|_| project::root().join("target/bundle"), PathBuf::from);
    let folder = staging.join("data");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let parts = parts()?;
    write(&folder, "dataset.json", &parts.whole)?;
    let initiatives = &parts.whole.initiatives;
    write(&folder, "sums.json", &sums(initiatives))?;
    write(&folder, "milestones.json", &milestones(initiatives))?;
    write(&folder, "sources.json", &sources(initiatives))?;
    bodies(&folder, &parts.whole)?;
    for bundle in &parts.bundles {
        write(
            &folder,
            &format!("cards.{}.json", bundle.lang.tag()),
            bundle,
        )?;
    }
    write(&folder, "texts.json", &parts.texts)?;
    write(&folder, "lessons.json", &parts.lessons)
}

/// Writes what is told of each organisation.
fn bodies(folder: &Path, whole: &DatasetFile) -> Result<()> {
    fs::create_dir_all(folder.join("organisations"))?;
    for organisation in &whole.vocabulary.organisations {
        let body = Body::of(&whole.vocabulary, &whole.initiatives, &organisation.id);
        write(
            folder,
            &format!("organisations/{}.json", organisation.id),
            &body,
        )?;
    }
    Ok(())
}

/// What the page loads, out of the files that people write.
///
/// # Errors
/// The first fault of the data.
pub fn parts() -> Result<Parts> {
    let files = DataFiles::read()?;
    let first = |faults: Vec<Fault>| {
        let count = faults.len();
        let fault = faults.into_iter().next();
        fault.map(|fault| {
            anyhow!("{fault}\n{count} faults in the data; `cargo xtask check` names them all")
        })
    };
    let (mut dataset, mut faults) = files.dataset().map_err(|faults| {
        first(faults).unwrap_or_else(|| anyhow!("the vocabulary cannot be read"))
    })?;
    faults.retain(|fault| !fault.is_hint);
    if let Some(error) = first(faults) {
        return Err(error);
    }
    let (lessons, faults) = files.lessons(&dataset);
    if let Some(fault) = faults.first() {
        bail!("{fault}\nfaults in the lessons; `cargo xtask check` names them all");
    }
    dataset.initiatives.sort_by(|a, b| a.id.cmp(&b.id));
    name_repository(&mut dataset.vocabulary.explorer)?;
    let whole = DatasetFile {
        about: None,
        format: FORMAT,
        vocabulary: dataset.vocabulary.clone(),
        initiatives: dataset.initiatives.clone(),
    };
    let mut dataset = dataset.in_all_languages();
    let (today, updated) = (today()?, updated());
    let texts = SearchTexts {
        variants: script_variants(&files)?,
        synonyms: synonyms(),
        ..SearchTexts::new(&dataset)
    };
    let collators = [
        collator(Lang::En)?,
        collator(Lang::ZhHant)?,
        collator(Lang::ZhHans)?,
    ];
    let bundles = Lang::ALL.map(|lang| {
        let collator = &collators[lang as usize];
        dataset
            .initiatives
            .sort_by(|a, b| collator.compare(a.name.get(lang), b.name.get(lang)));
        Bundle {
            updated,
            ..Bundle::new(&dataset, lang, today)
        }
    });
    Ok(Parts {
        whole,
        bundles,
        texts,
        lessons,
    })
}

/// Where the data does not say in which repository it is kept, it is the one that this is a checkout of, where that is on
/// GitHub; errors are reported there.
fn name_repository(explorer: &mut Explorer) -> Result<()> {
    if explorer.repository.is_none()
        && let Some(url) = project::repository(&project::shell()?)
    {
        let form = format!("{url}/issues/new");
        explorer.report.get_or_insert(form);
        explorer.repository = Some(url);
    }
    Ok(())
}

fn write(folder: &Path, name: &str, value: &impl Serialize) -> Result<()> {
    let path = folder.join(name);
    fs::write(&path, serde_json::to_vec(value)?)
        .with_context(|| format!("{} cannot be written", path.display()))
}

/// Joins the style sheets into one, the tokens first and paper last, so that the page asks for one file.
///
/// # Errors
/// A style sheet that cannot be read, or the joined one that cannot be written.
fn join_styles() -> Result<()> {
    let mut css = String::new();
    for name in STYLES {
        let path = project::root()
            .join("styles")
            .join(name)
            .with_extension("css");
        css += &fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
    }
    write_new("styles.css", &css)
}

/// Writes a file below `target/` where it is another than before: Trunk watches the files that the page names, and
/// writing the same again would build for ever.
fn write_new(name: &str, text: &str) -> Result<()> {
    let path = project::root().join("target").join(name);
    if fs::read_to_string(&path).is_ok_and(|before| before == text) {
        return Ok(());
    }
    fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))
}

/// How names sort: English by letters, Traditional Chinese by strokes, Simplified Chinese by pinyin, as dictionaries
/// in each do.
fn collator(lang: Lang) -> Result<CollatorBorrowed<'static>> {
    let locale = match lang {
        Lang::En => locale!("en"),
        Lang::ZhHant => locale!("zh-Hant-u-co-stroke"),
        Lang::ZhHans => locale!("zh-Hans-u-co-pinyin"),
    };
    Collator::try_new(locale.into(), CollatorOptions::default())
        .context("no collation for a language")
}

/// When the data was last changed, as the repository's history tells; nothing where there is no history.
fn updated() -> Option<PartialDate> {
    let log = Command::new("git")
        .args(["log", "-1", "--format=%cs", "--", "public/data"])
        .current_dir(project::root())
        .output()
        .ok()?;
    String::from_utf8(log.stdout).ok()?.trim().parse().ok()
}

/// The groups of words that mean the same, without what is said of them.
fn synonyms() -> String {
    let lines = SYNONYMS.lines();
    let groups = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    groups.collect::<Vec<_>>().join("\n")
}

/// Every Traditional character of the data and of the synonyms that has another Simplified form, each followed by that form.
fn script_variants(files: &DataFiles) -> Result<String> {
    let converter = OpenCC::from_config(BuiltinConfig::T2s)?;
    let texts = files
        .initiatives
        .iter()
        .chain([&files.vocabulary])
        .filter_map(|file| file.json.as_ref().ok());
    // What is typed may have characters that only the synonyms have.
    let characters: BTreeSet<char> = texts
        .flat_map(|json| json.chars())
        .chain(SYNONYMS.chars())
        .filter(|c| *c >= '\u{3400}')
        .collect();
    let mut variants = String::new();
    for traditional in characters {
        let simplified = converter.convert(&traditional.to_string());
        let mut simplified = simplified.chars();
        if let (Some(simplified), None) = (simplified.next(), simplified.next())
            && simplified != traditional
        {
            variants.extend([traditional, simplified]);
        }
    }
    Ok(variants)
}
