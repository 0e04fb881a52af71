//! JSON of others: read with the checker's own eyes, and told by its shape.

use super::draft::Draft;
use super::{Format, Refusal, csl, timeline_json};
use crate::dossier::check::{Code, Node, Value, read_json};

/// Reads TimelineJS's JSON or CSL-JSON into the draft.
pub fn read(text: &str, wanted: Option<Format>, draft: &mut Draft<'_>) -> Result<Format, Refusal> {
    let (tree, problems) = read_json(text);
    let Some(tree) = tree else {
        let worst = problems.into_iter().find(|found| found.code != Code::ByteOrderMark);
        let (bytes, message, fix) = worst.map_or_else(
            || (0..0, "the file is not JSON".to_owned(), "export it again".to_owned()),
            |found| (found.bytes, found.message, found.fix),
        );
        return Err(Refusal::at(text, bytes, message, fix));
    };
    let format = wanted.or_else(|| told_by_shape(&tree));
    match format {
        Some(Format::TimelineJson) => timeline_json::read(&tree, draft),
        Some(Format::CslJson) => csl::read(&tree, draft),
        _ => {
            let opening = tree.opening();
            let message = if is_dossier(&tree) {
                "this is a dossier already"
            } else {
                "this JSON is neither TimelineJS's (an object with `events`) nor CSL-JSON (a list of sources)"
            };
            return Err(Refusal::at(
                text,
                opening.start..opening.end,
                message,
                "give a spreadsheet, a file of TimelineJS, or a list of sources",
            ));
        }
    }
    // Two values under one key: the first was read.
    for problem in problems.into_iter().filter(|found| found.code == Code::DuplicateKey) {
        draft.note(super::NoteKind::LeftOut, problem.bytes, problem.message, problem.fix);
    }
    Ok(format.unwrap_or(Format::TimelineJson))
}

fn told_by_shape(tree: &Node<'_>) -> Option<Format> {
    // A text that scripts load as `storyjs_jsonp_data = {…}` is no JSON, and does not come here.
    let timeline = |tree: &Node<'_>| tree.get("events").is_some() || tree.get("timeline").is_some();
    match &tree.value {
        Value::Object(_) if is_dossier(tree) => None,
        Value::Object(_) if timeline(tree) => Some(Format::TimelineJson),
        Value::Object(_) if tree.get("items").is_some() => Some(Format::CslJson),
        Value::List(items)
            if items.iter().all(|item| item.get("type").is_some() || item.get("title").is_some()) =>
        {
            Some(Format::CslJson)
        }
        _ => None,
    }
}

/// Whether a file is one of a dossier's own: it has a part that nobody else has, or events that are a dossier's and none of TimelineJS's.
fn is_dossier(tree: &Node<'_>) -> bool {
    let has = |node: &Node<'_>, keys: &[&str]| keys.iter().any(|key| node.get(key).is_some());
    let events = tree.list("events");
    let own = |event: &Node<'_>| event.get("id").is_some() && event.get("date").is_some();
    has(tree, &["meta", "parties", "sources", "issues"])
        || events.iter().any(own) && !events.iter().any(|event| has(event, &["start_date", "text"]))
}
