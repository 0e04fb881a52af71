//! Lists whose items a language's paths number, and that have another length by now: from where an item came or went, each text stands at a
//! neighbour. Nobody sees that from the texts, so such a list is one error, and none of its texts is put in.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::schema::{Shape, Shapes};
use super::super::tree::{Entry, Node, Span, Value};
use super::names::{named, number, own_names};
use super::{by_language, has_ids};
use crate::dossier::text::{AS_THEY_ARE, TRANSLATION};

/// A list of which a language's numbers are those of another length.
pub struct Moved {
    /// The path of the list.
    pub path: String,
    /// Where its highest number stands.
    pub at: Span,
    pub message: String,
    pub fix: String,
}

/// A list and what one language's paths say of it.
struct List<'n, 't> {
    items: &'n [Node<'t>],
    inner: &'n Shape,
    /// The highest number, and where it stands.
    most: Option<(usize, Span)>,
    /// The items that have a text, by whatever name.
    placed: BTreeSet<usize>,
}

/// The lists that have changed under the paths of one language; `first` is the dossier's first.
pub fn moved<'n, 't>(
    texts: &[&'n Entry<'t>],
    whole: &'n Node<'t>,
    (root, shapes): (&'n Shape, &'n Shapes),
    language: &str,
    first: &str,
) -> Vec<Moved> {
    let mut lists: BTreeMap<String, List<'n, 't>> = BTreeMap::new();
    for entry in texts {
        look(entry, whole, (root, shapes), &mut lists);
    }
    let changed = |(path, list): (String, List<'n, 't>)| {
        let (most, at) = list.most?;
        let lacks = |item| lacks(item, list.inner, ("", ""), (language, first), shapes);
        let mut behind = list.items.iter().enumerate().skip(most.saturating_add(1));
        if most < list.items.len()
            && !behind.any(|(place, item)| !list.placed.contains(&place) && lacks(item))
        {
            return None;
        }
        let items = match list.items.len() {
            1 => "1 item".to_owned(),
            items => format!("{items} items"),
        };
        let message = format!(
            "`{path}` has {items}, and its texts in \"{language}\" are numbered up to {most}, counted from 0: if an item came or went before the \
             last one, every text from there on stands at its neighbour"
        );
        let example = own_names(list.items, Node::text).into_iter().flatten().next_back();
        let by_name = example.map_or_else(String::new, |name| {
            format!("; or name each item by its day and party, as `{path}/{name}`, which stays when others come and go")
        });
        let fix = format!(
            "compare the texts with the items from the first one that changed, give them the numbers that the items have now, and write what is \
             missing{by_name}"
        );
        Some(Moved { path, at, message, fix })
    };
    lists.into_iter().filter_map(changed).collect()
}

/// Notes which items of which lists a path names.
fn look<'n, 't>(
    entry: &'n Entry<'t>,
    whole: &'n Node<'t>,
    (mut shape, shapes): (&'n Shape, &'n Shapes),
    lists: &mut BTreeMap<String, List<'n, 't>>,
) {
    let steps: Vec<&str> = entry.key.split('/').collect();
    let mut node = whole;
    for (depth, step) in steps.iter().enumerate() {
        let next = match (resolved(shape, shapes), &node.value) {
            (Shape::Object(fields), Value::Object(_)) => {
                let field = fields.iter().find(|field| field.name == *step);
                node.get(step).zip(field.map(|field| &field.shape))
            }
            (Shape::Map(inner), Value::Object(_)) => node.get(step).map(|node| (node, &**inner)),
            (Shape::List(inner), Value::List(items)) if has_ids(items) => {
                let item = items.iter().find(|item| item.text("id") == Some(*step));
                item.map(|item| (item, &**inner))
            }
            (Shape::List(inner), Value::List(items)) => {
                let path = steps.get(..depth).unwrap_or_default().join("/");
                let list = lists.entry(path).or_insert_with(|| List {
                    items,
                    inner,
                    most: None,
                    placed: BTreeSet::new(),
                });
                if let Some(number) = number(items, step, Node::text)
                    && list.most.is_none_or(|(most, _)| number > most)
                {
                    list.most = Some((number, entry.key_span));
                }
                let places = named(items, step, Node::text);
                list.placed.extend(&places);
                places.first().and_then(|place| items.get(*place)).map(|item| (item, &**inner))
            }
            _ => None,
        };
        let Some(next) = next else { return };
        (node, shape) = next;
    }
}

/// A shape without its name.
fn resolved<'s>(shape: &'s Shape, shapes: &'s Shapes) -> &'s Shape {
    match shape {
        Shape::Nullable(inner) => resolved(inner, shapes),
        Shape::Named(name) => shapes.named(name).unwrap_or(shape),
        shape => shape,
    }
}

/// Whether a text in a value, which is this field of this record, must have the language and has it not.
fn lacks(
    node: &Node<'_>,
    shape: &Shape,
    (record, field): (&str, &str),
    (language, first): (&str, &str),
    shapes: &Shapes,
) -> bool {
    let inside = |node, shape, place| lacks(node, shape, place, (language, first), shapes);
    match (shape, &node.value) {
        (Shape::Nullable(inner), _) => inside(node, inner, (record, field)),
        (Shape::Named(name), _) => match shapes.named(name) {
            Some(shape @ Shape::Object(_)) => inside(node, shape, (name, "")),
            Some(shape) => inside(node, shape, (record, field)),
            None => false,
        },
        (Shape::ByLanguage, _) if field == TRANSLATION || AS_THEY_ARE.contains(&(record, field)) => false,
        (Shape::ByLanguage, Value::String(_)) => language != first,
        (Shape::ByLanguage, Value::Object(_)) => node.entry(language).is_none(),
        (Shape::Object(fields), Value::Object(_)) => fields
            .iter()
            .filter_map(|field| Some((node.get(&field.name)?, field)))
            .any(|(node, field)| inside(node, &field.shape, (record, &field.name))),
        (Shape::Map(inner), Value::Object(entries)) => {
            entries.iter().any(|entry| inside(&entry.node, inner, (record, field)))
        }
        (Shape::List(inner), Value::List(items)) => {
            items.iter().any(|item| inside(item, inner, (record, field)))
        }
        _ => false,
    }
}

/// Gives every text below the steps its own words as those of the language too, so that nothing is said to be missing where it is not known
/// what is: there is an error, and no dossier comes of it.
pub fn fill(node: &mut Node<'_>, shape: &Shape, steps: &[&str], languages: (&str, &str), shapes: &Shapes) {
    let shape = resolved(shape, shapes);
    let (step, rest) = match steps.split_first() {
        Some((step, rest)) => (Some(*step), rest),
        None => (None, steps),
    };
    match (shape, &mut node.value) {
        (Shape::ByLanguage, Value::String(_) | Value::Object(_)) if step.is_none() => {
            let (language, first) = languages;
            let Some(texts) = by_language(node, first) else { return };
            if let Some(own) = texts.first().filter(|_| !texts.iter().any(|text| text.key == language)) {
                let own = Entry { key: Cow::Owned(language.to_owned()), ..own.clone() };
                texts.push(own);
            }
        }
        (Shape::Object(fields), Value::Object(entries)) => {
            for entry in entries.iter_mut().filter(|entry| step.is_none_or(|step| entry.key == step)) {
                if let Some(field) = fields.iter().find(|field| field.name == entry.key) {
                    fill(&mut entry.node, &field.shape, rest, languages, shapes);
                }
            }
        }
        (Shape::Map(inner), Value::Object(entries)) => {
            for entry in entries.iter_mut().filter(|entry| step.is_none_or(|step| entry.key == step)) {
                fill(&mut entry.node, inner, rest, languages, shapes);
            }
        }
        (Shape::List(inner), Value::List(items)) => {
            let wanted = step.map(|step| super::places(items, step));
            for (place, item) in items.iter_mut().enumerate() {
                if wanted.as_ref().is_none_or(|wanted| wanted.contains(&place)) {
                    fill(item, inner, rest, languages, shapes);
                }
            }
        }
        _ => {}
    }
}
