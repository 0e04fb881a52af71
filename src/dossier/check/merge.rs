//! The files of a dossier become one tree: by top-level key, lists one after the other.

use super::code::Code;
use super::report::Report;
use super::schema::{Shape, Shapes};
use super::tree::{Entry, Node, Span, Value};

/// One object with the parts of all files. `$schema` is the file's, not the dossier's, and stays out where it is a text.
pub fn merge<'t>(files: &[&Node<'t>], shapes: &Shapes, report: &mut Report) -> Node<'t> {
    let span = files.first().map_or(Span::default(), |file| file.opening());
    let mut parts: Vec<Entry<'t>> = Vec::new();
    for file in files {
        if !matches!(file.value, Value::Object(_)) {
            let message = format!("a file of a dossier must be an object, and this is {}", file.kind());
            report.add(
                Code::WrongType,
                file.opening(),
                message,
                "write { \"events\": [ … ] } or another part",
            );
        }
        for entry in file.entries() {
            if entry.key != "$schema" || entry.node.as_str().is_none() {
                add(&mut parts, entry, shapes, report);
            }
        }
    }
    Node { span, value: Value::Object(parts) }
}

fn add<'t>(parts: &mut Vec<Entry<'t>>, entry: &Entry<'t>, shapes: &Shapes, report: &mut Report) {
    let Some(first) = parts.iter_mut().find(|part| part.key == entry.key) else {
        parts.push(entry.clone());
        return;
    };
    if let (Value::List(items), Value::List(more)) = (&mut first.node.value, &entry.node.value) {
        items.extend(more.iter().cloned());
        return;
    }
    let part = shapes.part(&entry.key);
    let is_list = part.is_some_and(|part| matches!(part.shape, Shape::List(_)));
    // The same key twice in one file is reported where the file is read; a list beside something else has a wrong type.
    if part.is_some() && !is_list && first.key_span.file != entry.key_span.file {
        report.add_related(
            Code::RepeatedPart,
            entry.key_span,
            format!("`{}` stands in two files, and a dossier has it once", entry.key),
            "keep one of the two",
            (first.key_span, "it stands here first"),
        );
    }
    parts.push(entry.clone());
}
