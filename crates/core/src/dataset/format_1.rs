//! What format 1 wrote, as this format writes it.

use std::borrow::Cow;

use super::json::Json;
use super::{DoubtKind, Fault, Standard};

/// The field in which format 1 told of doubts of all kinds, in one text.
const DISPUTED: &str = "disputed";
/// Where that text stands now.
const DOUBT: &str = "doubts[0].text";

/// Rewrites a record of format 1: what was disputed is a doubt of which nobody says that sources disagree. In the
/// explorer's own data that is a fault, in somebody else's a hint.
pub(super) fn upgrade(file: &str, record: &mut Json<'_>, standard: Standard) -> Option<Fault> {
    let Json::Object(fields) = record else {
        return None;
    };
    let place = fields.iter().position(|(key, _)| key == DISPUTED)?;
    if fields.iter().any(|(key, _)| key == "doubts") {
        // An unknown field, as any other.
        return None;
    }
    let (_, text) = fields.remove(place);
    if text != Json::Null {
        let kind = Json::String(Cow::Borrowed(DoubtKind::Unconfirmed.word()));
        let doubt = Json::Object(vec![("kind".into(), kind), ("text".into(), text)]);
        fields.push(("doubts".into(), Json::Array(vec![doubt])));
    }
    let fault = Fault::new(
        file,
        DISPUTED,
        "is of format 1; write `doubts`, each with its kind",
    );
    Some(standard.judge(fault))
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
