//! What format 1 wrote, as this format writes it.

use std::borrow::Cow;

use super::disagreement::disagreeing;
use super::json::Json;
use super::{DoubtKind, Fault, Standard};

/// The field in which format 1 told of doubts of all kinds, in one text.
const DISPUTED: &str = "disputed";
/// Where that text stands now.
const DOUBT: &str = "doubts[0].text";

/// Rewrites a record of format 1: what was disputed is a doubt, on which sources disagree where its English text says
/// plainly that two of their publishers do. In the explorer's own data that is a fault, in somebody else's a hint.
pub(super) fn upgrade(file: &str, record: &mut Json<'_>, standard: Standard) -> Option<Fault> {
    let Json::Object(fields) = record else {
        return None;
    };
    let place = fields.iter().position(|(key, _)| key == DISPUTED)?;
    if fields.iter().filter(|(key, _)| key == DISPUTED).count() > 1 {
        fields.retain(|(key, _)| key != DISPUTED);
        return Some(Fault::new(
            file,
            DISPUTED,
            "stands more than once; write it once",
        ));
    }
    let (_, text) = fields.remove(place);
    if fields.iter().any(|(key, _)| key == "doubts") {
        let message = "is of format 1 and stands beside `doubts`; move what it says there";
        return Some(Fault::new(file, DISPUTED, message));
    }
    if text != Json::Null {
        let sources = disagreeing_sources(&text, record.get("sources"));
        let kind = if sources.is_empty() {
            DoubtKind::Unconfirmed
        } else {
            DoubtKind::Disagree
        };
        let numbers = sources
            .into_iter()
            .map(|number| Json::Number(number.into()));
        let doubt = Json::Object(vec![
            ("kind".into(), Json::String(Cow::Borrowed(kind.word()))),
            ("text".into(), text),
            ("sources".into(), Json::Array(numbers.collect())),
        ]);
        if let Json::Object(fields) = record {
            fields.push(("doubts".into(), Json::Array(vec![doubt])));
        }
    }
    let fault = Fault::new(
        file,
        DISPUTED,
        "is of format 1; write `doubts`, each with its kind",
    );
    Some(standard.judge(fault))
}

/// The numbers of the sources whose publishers disagree by the English text of a doubt, from 1.
fn disagreeing_sources(text: &Json<'_>, sources: Option<&Json<'_>>) -> Vec<usize> {
    let Some(Json::Array(sources)) = sources else {
        return Vec::new();
    };
    let publisher = |source: &Json<'_>| {
        let name = source.get("publisher").and_then(Json::as_str);
        name.unwrap_or_default().trim().to_owned()
    };
    let publishers: Vec<String> = sources.iter().map(publisher).collect();
    let text = text.get("en").and_then(Json::as_str).unwrap_or_default();
    let names = publishers.iter().map(String::as_str).collect();
    let disagreeing = disagreeing(text, &names);
    let numbered = (1..).zip(&publishers);
    let cited = numbered.filter(|(_, name)| disagreeing.contains(name.as_str()));
    cited.map(|(number, _)| number).collect()
}

/// Names the field of a fault as the file of format 1 has it.
pub(super) fn told_as_written(fault: Fault) -> Fault {
    match fault.field.strip_prefix(DOUBT) {
        Some(rest) => Fault {
            field: format!("{DISPUTED}{rest}"),
            ..fault
        },
        None => fault,
    }
}
