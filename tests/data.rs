//! The data that lies in the repository is sound, and holds what the explorer promises.

mod files;
mod own;

use std::collections::BTreeSet;
use std::sync::Arc;

use explorer_core::dataset::{
    Bundle, Dataset, DatasetFile, FORMAT, Initiative, Lang, SearchTexts, check_doubts, check_parts,
    check_plans, check_sources, check_style, check_sums, check_ties, check_vocabulary_style,
};
use explorer_core::explore::{Index, Variants, ViewState};

fn dataset() -> Dataset {
    let (dataset, faults) = own::dataset();
    assert_eq!(faults, []);
    dataset
}

#[test]
fn every_file_is_a_record_without_fault() {
    assert_eq!(dataset().initiatives.len(), files::initiatives().len());
}

#[test]
fn the_example_for_those_who_write_records_is_sound() {
    let guide = files::read("CONTRIBUTING.md");
    let (_, block) = guide.split_once("```json\n").expect("an example");
    let (example, _) = block.split_once("```").expect("its end");
    let example: serde_json::Value = serde_json::from_str(example).expect("JSON");
    let file = format!("{}.json", example["id"].as_str().expect("an id"));
    let example = example.to_string();
    let records = files::initiatives();
    let records = records
        .iter()
        .map(|(name, text)| match name.ends_with(&file) {
            true => (name.as_str(), example.as_str()),
            false => (name.as_str(), text.as_str()),
        });
    let vocabulary = files::read("public/data/vocabulary.json");
    let (_, faults) =
        Dataset::read(("vocabulary.json", &vocabulary), records).expect("a vocabulary");
    let own: Vec<_> = faults
        .iter()
        .filter(|fault| fault.file.ends_with(&file))
        .collect();
    assert!(own.is_empty(), "{own:#?}");
}

#[test]
fn every_text_keeps_the_writing_rules() {
    for (file, text) in files::initiatives() {
        let record = Initiative::read(&file, &text).expect("a record");
        assert_eq!(check_style(&file, &record), []);
    }
    let vocabulary = dataset().vocabulary;
    assert_eq!(check_vocabulary_style("vocabulary.json", &vocabulary), []);
}

#[test]
fn what_records_say_fits_their_sources() {
    let faults: Vec<_> = check_sources(&dataset())
        .into_iter()
        .filter(|fault| !fault.is_hint)
        .collect();
    assert_eq!(faults, []);
}

#[test]
fn every_record_was_checked_and_every_statement_has_its_kind() {
    for record in dataset().initiatives {
        assert!(record.checked.is_some(), "{}", record.id);
    }
}

#[test]
fn ties_are_told_from_both_sides() {
    let mut dataset = dataset();
    assert_eq!(check_sums(&dataset), []);
    let mut parts = check_parts(&dataset);
    parts.retain(|fault| !fault.is_hint);
    assert_eq!(parts, []);
    assert_eq!(check_doubts(&dataset), []);
    // The clock is left out of it: no date lies after this one.
    let last = "9999".parse().expect("a year");
    assert_eq!(check_plans(&dataset, last), []);
    assert_eq!(check_ties(&dataset), []);
    let (place, tied) = dataset
        .initiatives
        .iter()
        .enumerate()
        .find_map(|(place, record)| Some((place, record.related.first()?.clone())))
        .expect("a tie");
    let other = |id: &str| id == tied.id;
    let id = dataset.initiatives[place].id.clone();
    for record in dataset
        .initiatives
        .iter_mut()
        .filter(|record| other(&record.id))
    {
        record.related.retain(|tie| tie.id != id);
    }
    let faults = check_ties(&dataset);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(
        (&*faults[0].file, &*faults[0].field),
        (&*format!("{id}.json"), "related[0]")
    );
    assert!(faults[0].message.contains(&format!("to {}.json", tied.id)));
}

#[test]
fn at_least_sixty_initiatives_and_every_theme_the_main_one_of_some() {
    let dataset = dataset();
    assert!(dataset.initiatives.len() >= 60);
    let main: BTreeSet<&str> = dataset
        .initiatives
        .iter()
        .map(|record| record.themes[0].as_str())
        .collect();
    let themes: BTreeSet<&str> = dataset
        .vocabulary
        .themes
        .iter()
        .map(|theme| theme.id.as_str())
        .collect();
    assert_eq!(main, themes);
    assert_eq!(themes.len(), 7);
}

#[test]
fn the_names_that_a_reader_will_look_for_are_found() {
    let dataset = dataset();
    let bundle = Bundle::new(&dataset, Lang::En, "2026".parse().expect("a date"));
    let texts = SearchTexts::new(&dataset);
    let index = Index::new(
        &bundle.vocabulary,
        &bundle.cards,
        Some(Arc::new(texts)),
        Variants::default(),
    );
    // Each search, and words of a record's or an organisation's name that must be among what is found.
    for (q, name) in [
        ("smart city blueprint", "Smart City Blueprint"),
        ("smart city blueprint 2.0", "2.0"),
        ("astri", "Applied Science and Technology Research Institute"),
        ("hku", "University of Hong Kong"),
        ("hku data science", "Institute of Data Science"),
        ("hkust", "Hong Kong University of Science and Technology"),
        (
            "hkust artificial intelligence",
            "Center for Artificial Intelligence Research",
        ),
        ("cuhk", "Chinese University of Hong Kong"),
        ("cuhk", "Centre for Perceptual and Interactive Intelligence"),
        ("智慧城市藍圖", "Smart City Blueprint"),
        (
            "應用科技研究院",
            "Applied Science and Technology Research Institute",
        ),
    ] {
        let state = ViewState {
            q: q.to_owned(),
            ..ViewState::default()
        };
        let names = index.explore(&state).cards.into_iter().flat_map(|card| {
            let card = &bundle.cards[card as usize];
            let bodies = card
                .organisations
                .iter()
                .filter_map(|id| dataset.vocabulary.organisation(id));
            [card.name.en.clone()]
                .into_iter()
                .chain(bodies.map(|body| body.name.en.clone()))
        });
        let names: BTreeSet<String> = names.collect();
        assert!(
            names.iter().any(|found| found.contains(name)),
            "{q}: {name} is not among {names:#?}"
        );
    }
}

#[test]
fn the_whole_goes_through_every_form_unharmed() {
    let dataset = dataset();
    for lang in Lang::ALL {
        let bundle = Bundle::new(&dataset, lang, "2026".parse().expect("a date"));
        let json = serde_json::to_string(&bundle).expect("JSON");
        assert_eq!(Bundle::read("cards", &json), Ok(bundle));
    }
    let whole = DatasetFile {
        about: None,
        format: FORMAT,
        vocabulary: dataset.vocabulary.clone(),
        initiatives: dataset.initiatives.clone(),
    };
    let json = serde_json::to_string(&whole).expect("JSON");
    // Faults call records otherwise there, and there is none.
    let (again, faults) = Dataset::read_whole("dataset.json", &json).expect("a data set");
    assert!(faults.iter().all(|fault| fault.is_hint), "{faults:#?}");
    assert_eq!(again.vocabulary, dataset.vocabulary);
    assert_eq!(again.initiatives, dataset.initiatives);
}
