//! Language files: the texts of one language, kept beside the dossier and put into it here.
//!
//! `ko.texts.json` holds `{ "language": "ko", "texts": { "events/2018-06-12-singapore/title": "…" } }`. A path names a
//! text of the dossier: fields by their names, items of a list by their ids or, where they have none, by their numbers
//! from 0 or by what [`names`] knows. `…/quote/translation` need not stand there: a translation belongs to its language alone.

mod names;
mod numbered;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::code::Code;
use super::report::Report;
use super::schema::{Field, Shape, Shapes};
use super::similar::nearest;
use super::tree::{Entry, Node, Value};
use super::walk;
use crate::dossier::text::TRANSLATION;

pub use names::named;

/// Puts the texts of every language file into the dossier.
pub fn apply<'t>(files: &[&Node<'t>], whole: &mut Node<'t>, shapes: &Shapes, report: &mut Report) {
    let first = whole.get("meta").and_then(|meta| meta.list("languages").first()).cloned();
    let fields = fields();
    let mut by_language: BTreeMap<&str, (&Node<'t>, Vec<&Entry<'t>>)> = BTreeMap::new();
    for file in files {
        walk::object(file, "LanguageFile", &fields, shapes, report);
        let Some((language, tag)) =
            file.get("language").and_then(|language| Some((language, language.as_str()?)))
        else {
            continue;
        };
        if !declared(language, whole) {
            let message = format!("the dossier does not declare the language \"{tag}\"");
            report.add(Code::UndeclaredLanguage, language.span, message, "add it to `languages` in `meta`");
            continue;
        }
        let texts = file.get("texts").map_or(&[][..], Node::entries);
        let texts = texts.iter().filter(|entry| entry.node.as_str().is_some());
        by_language.entry(tag).or_insert((language, Vec::new())).1.extend(texts);
    }
    let root = Shape::Object(shapes.root.clone());
    for (tag, (language, texts)) in by_language {
        let first = first.as_ref().unwrap_or(language);
        let first_tag = first.as_str().unwrap_or_default();
        let moved = numbered::moved(&texts, whole, (&root, shapes), tag, first_tag);
        for list in &moved {
            let steps: Vec<&str> = list.path.split('/').collect();
            numbered::fill(whole, &root, &steps, (tag, first_tag), shapes);
            report.add(Code::ListChanged, list.at, list.message.clone(), list.fix.clone());
        }
        let stays = |entry: &&&Entry<'_>| {
            let below = |list: &numbered::Moved| {
                entry.key.strip_prefix(list.path.as_str()).is_some_and(|rest| rest.starts_with('/'))
            };
            !moved.iter().any(below)
        };
        for entry in texts.iter().filter(stays) {
            add(entry, language, first, (&root, shapes), whole, report);
        }
    }
}

/// What a language file holds.
fn fields() -> Vec<Field> {
    let field = |name: &str, shape, required, description: &str| Field {
        name: name.to_owned(),
        shape,
        required,
        description: description.to_owned(),
    };
    vec![
        field("$schema", Shape::Text, false, "The schema the file follows."),
        field("language", Shape::Text, true, "The language of the texts (BCP 47)."),
        field("texts", Shape::Map(Box::new(Shape::Text)), true, "The texts by their paths."),
    ]
}

fn declared(language: &Node<'_>, whole: &Node<'_>) -> bool {
    let declared = whole.get("meta").map_or(&[][..], |meta| meta.list("languages"));
    declared.iter().any(|tag| tag.as_str() == language.as_str())
}

/// Adds one text in `language` to the text it translates, which is in the language `first` where it is plain.
fn add<'t>(
    entry: &Entry<'t>,
    language: &Node<'t>,
    first: &Node<'t>,
    (root, shapes): (&Shape, &Shapes),
    whole: &mut Node<'t>,
    report: &mut Report,
) {
    let steps: Vec<&str> = entry.key.split('/').collect();
    let target = match find(whole, root, &steps, shapes) {
        Ok(target) => target,
        Err(lost) => {
            let message = format!("the path `{}` leads to no text: {}", entry.key, lost.why);
            report.add(Code::UnknownTextPath, entry.key_span, message, lost.fix);
            return;
        }
    };
    let Some(texts) = by_language(target, first.as_str().unwrap_or_default()) else { return };
    let tag = language.as_str().unwrap_or_default();
    if let Some(given) = texts.iter().find(|text| text.key == tag) {
        report.add_related(
            Code::TextTwice,
            entry.key_span,
            format!("`{}` already has a text in \"{tag}\"", entry.key),
            "keep one of the two",
            (given.node.span, "it is given here"),
        );
        return;
    }
    let key = Cow::Owned(tag.to_owned());
    texts.push(Entry { key, key_span: entry.key_span, node: entry.node.clone() });
}

/// The texts of a text by language; one that is plain is in the language `first`.
fn by_language<'n, 't>(text: &'n mut Node<'t>, first: &str) -> Option<&'n mut Vec<Entry<'t>>> {
    if let Value::String(_) = text.value {
        let plain = Node { span: text.span, value: std::mem::replace(&mut text.value, Value::Null) };
        let key = Cow::Owned(first.to_owned());
        text.value = Value::Object(vec![Entry { key, key_span: text.span, node: plain }]);
    }
    if let Value::Object(texts) = &mut text.value { Some(texts) } else { None }
}

/// Whether the items of a list are records with ids, so that paths name them by those alone.
fn has_ids(items: &[Node<'_>]) -> bool {
    items.iter().any(|item| item.text("id").is_some())
}

/// The places of the items that a step of a path names: one, unless the step is wrong or says too little.
fn places(items: &[Node<'_>], step: &str) -> Vec<usize> {
    match items.iter().position(|item| item.text("id") == Some(step)) {
        Some(place) => vec![place],
        None if has_ids(items) => Vec::new(),
        None => named(items, step, Node::text),
    }
}

/// Why a path leads nowhere, and what might have been meant.
struct Lost {
    why: String,
    fix: String,
}

/// The text at the end of a path.
fn find<'n, 't>(
    node: &'n mut Node<'t>,
    shape: &Shape,
    steps: &[&str],
    shapes: &Shapes,
) -> Result<&'n mut Node<'t>, Lost> {
    match shape {
        Shape::Nullable(inner) => return find(node, inner, steps, shapes),
        Shape::Named(name) => {
            let named = shapes.named(name).cloned().unwrap_or(Shape::Anything);
            return find(node, &named, steps, shapes);
        }
        _ => {}
    }
    let Some((step, rest)) = steps.split_first() else {
        return match (shape, &node.value) {
            (Shape::ByLanguage, Value::String(_) | Value::Object(_)) => Ok(node),
            _ => Err(Lost {
                why: "what stands there is no text that has a language".to_owned(),
                fix: "lead the path on to a text, or remove it".to_owned(),
            }),
        };
    };
    let span = node.span;
    match (shape, &mut node.value) {
        (Shape::Object(fields), Value::Object(entries)) => {
            // A translation is all that a language file has and the dossier has not.
            if rest.is_empty()
                && *step == TRANSLATION
                && fields.iter().any(|field| field.name == *step)
                && !entries.iter().any(|entry| entry.key == *step)
            {
                let node = Node { span, value: Value::Object(Vec::new()) };
                entries.push(Entry { key: Cow::Owned((*step).to_owned()), key_span: span, node });
            }
            let known: Vec<String> = entries.iter().map(|entry| entry.key.to_string()).collect();
            let entry = entries.iter_mut().find(|entry| entry.key == *step);
            let field = fields.iter().find(|field| field.name == *step);
            match (entry, field) {
                (Some(entry), Some(field)) => find(&mut entry.node, &field.shape, rest, shapes),
                _ => Err(lost(step, &known)),
            }
        }
        (Shape::Map(inner), Value::Object(entries)) => {
            let known: Vec<String> = entries.iter().map(|entry| entry.key.to_string()).collect();
            match entries.iter_mut().find(|entry| entry.key == *step) {
                Some(entry) => find(&mut entry.node, inner, rest, shapes),
                None => Err(lost(step, &known)),
            }
        }
        (Shape::List(inner), Value::List(items)) => {
            let places = places(items, step);
            let known = || {
                let ids = items.iter().filter_map(|item| item.text("id")).map(str::to_owned);
                let names = if has_ids(items) { Vec::new() } else { names::own_names(items, Node::text) };
                ids.chain(names.into_iter().flatten()).collect::<Vec<String>>()
            };
            match places.as_slice() {
                [place] => match items.get_mut(*place) {
                    Some(item) => find(item, inner, rest, shapes),
                    None => Err(lost(step, &[])),
                },
                [] => Err(lost(step, &known())),
                several => Err(Lost {
                    why: format!("{} items there are called `{}`", several.len(), walk::shorten(step)),
                    fix: "add the party and then the role to the day, or name the item by its number, from 0"
                        .to_owned(),
                }),
            }
        }
        _ => Err(lost(step, &[])),
    }
}

fn lost(step: &str, known: &[String]) -> Lost {
    let fix = match nearest(step, known.iter().map(String::as_str)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => {
            "name fields by their names, records by their ids, other items by their day and party or their numbers from 0"
                .to_owned()
        }
    };
    Lost { why: format!("nothing is called `{}` there", walk::shorten(step)), fix }
}
