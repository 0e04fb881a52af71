//! Compares the tree with the schema: wrong types, missing and unknown fields, words and numbers outside what is allowed.
//! On the way it notes every value by the name of its shape, so that the rules find what they look at.

use super::code::Code;
use super::report::Report;
use super::schema::{Bounds, Field, Shape, Shapes};
use super::similar::{nearest, slip};
use super::tree::{Node, Value};
use super::typed::{Label, Seen, Typed, noun};

/// Compares a whole dossier.
pub fn dossier<'t>(
    whole: &'t Node<'t>,
    shapes: &'t Shapes,
    complete: bool,
    report: &mut Report,
) -> Typed<'t> {
    let mut walk = Walk { shapes, report, typed: Typed::new(complete) };
    let top = Place {
        holder: "Dossier",
        field: "Dossier",
        item: false,
        record: Label { kind: "Dossier", id: None },
    };
    walk.fields(whole, &shapes.root, top);
    walk.missing_parts(whole);
    for entry in whole.entries() {
        let expects_list = shapes.part(&entry.key).is_some_and(|part| matches!(part.shape, Shape::List(_)));
        if expects_list && !matches!(entry.node.value, Value::List(_)) {
            walk.typed.add_unreadable(&entry.key);
        }
    }
    for part in shapes.root.iter().filter(|part| part.required && whole.entry(&part.name).is_none()) {
        walk.typed.add_unreadable(&part.name);
    }
    let languages = whole.get("meta").map_or(&[][..], |meta| meta.list("languages"));
    walk.typed.parties = whole.get("parties");
    walk.typed.event_table = whole.get("event_table");
    walk.typed.languages = languages.iter().filter_map(Node::as_str).collect();
    walk.typed
}

/// Compares an object outside the dossier with its fields.
pub fn object<'t>(
    node: &'t Node<'t>,
    name: &'t str,
    fields: &'t [Field],
    shapes: &'t Shapes,
    report: &mut Report,
) {
    let mut walk = Walk { shapes, report, typed: Typed::new(true) };
    let place = Place { holder: name, field: name, item: false, record: Label { kind: name, id: None } };
    if matches!(node.value, Value::Object(_)) {
        walk.fields(node, fields, place);
        walk.missing(node, fields, place);
    } else {
        walk.wrong_type(node, "an object", place);
    }
}

struct Walk<'t, 'r> {
    shapes: &'t Shapes,
    report: &'r mut Report,
    typed: Typed<'t>,
}

/// Where in the dossier a value stands.
#[derive(Clone, Copy)]
struct Place<'t> {
    /// The name of the object's shape it is a field of.
    holder: &'t str,
    field: &'t str,
    /// Whether it is an item of the list in that field.
    item: bool,
    record: Label<'t>,
}

impl<'t> Walk<'t, '_> {
    fn value(&mut self, node: &'t Node<'t>, shape: &'t Shape, place: Place<'t>) {
        match (shape, &node.value) {
            (Shape::Anything, _) | (Shape::Nullable(_), Value::Null) => {}
            (Shape::Nullable(inner), _) => self.value(node, inner, place),
            (Shape::Named(name), _) => self.named(node, name, place),
            (Shape::Text, Value::String(_)) | (Shape::Boolean, Value::Bool(_)) => {}
            (Shape::Integer(bounds), Value::Number(_)) => self.integer(node, *bounds, place),
            (Shape::Number(bounds), Value::Number(_)) => self.number(node, *bounds, place),
            (Shape::Choice(words), Value::String(word)) => {
                if !words.iter().any(|known| known == word) {
                    self.unknown_word(node, word, words, place);
                }
            }
            (Shape::List(inner), Value::List(items)) => {
                let place = Place { item: true, ..place };
                items.iter().for_each(|item| self.value(item, inner, place));
            }
            (Shape::Map(inner), Value::Object(entries)) => {
                entries.iter().for_each(|entry| self.value(&entry.node, inner, place));
            }
            (Shape::Object(fields), Value::Object(_)) => {
                self.fields(node, fields, place);
                self.missing(node, fields, place);
            }
            (Shape::ByLanguage, Value::String(_)) => {}
            (Shape::ByLanguage, Value::Object(entries)) => self.by_language(node, entries, place),
            (shape, _) => self.wrong_type(node, &expectation(shape), place),
        }
    }

    /// Notes the value, then compares it. Objects become the holder of what they hold, and the record if they have an id.
    fn named(&mut self, node: &'t Node<'t>, name: &'t str, place: Place<'t>) {
        let Some(shape) = self.shapes.named(name) else { return };
        let fits = match shape {
            Shape::Object(_) => matches!(node.value, Value::Object(_)),
            Shape::ByLanguage => matches!(node.value, Value::Object(_) | Value::String(_)),
            _ => matches!(node.value, Value::String(_)),
        };
        if !fits {
            self.wrong_type(node, &named_expectation(name, shape), place);
            return;
        }
        let mut inner = place;
        if let Shape::Object(fields) = shape {
            inner.holder = name;
            let has_id = fields.iter().any(|field| field.name == "id");
            if has_id || place.record.kind == "Dossier" {
                inner.record = Label { kind: name, id: node.text("id").filter(|_| has_id) };
            }
        }
        let Place { holder, field, .. } = place;
        self.typed.add(name, Seen { node, holder, field, record: inner.record });
        self.value(node, shape, inner);
    }

    fn fields(&mut self, node: &'t Node<'t>, fields: &'t [Field], place: Place<'t>) {
        for entry in node.entries() {
            let Some(field) = fields.iter().find(|field| field.name == entry.key) else {
                self.unknown_field(node, entry, fields, place);
                continue;
            };
            self.value(&entry.node, &field.shape, Place { field: &field.name, item: false, ..place });
        }
    }

    /// One problem for all the fields an object lacks.
    fn missing(&mut self, node: &Node<'_>, fields: &[Field], place: Place<'_>) {
        let lacking: Vec<&Field> =
            fields.iter().filter(|field| field.required && node.entry(&field.name).is_none()).collect();
        if lacking.is_empty() {
            return;
        }
        let code = if place.holder == "Quote" { Code::IncompleteQuote } else { Code::MissingField };
        let names: Vec<String> = lacking.iter().map(|field| format!("`{}`", field.name)).collect();
        let message = format!("{} has no {}", self.holder(place), enumerate(&names));
        let uses: Vec<String> = lacking
            .iter()
            .map(|field| format!("`{}` ({})", field.name, in_a_sentence(&field.description)))
            .collect();
        self.report.add(code, node.opening(), message, format!("add {}", enumerate(&uses)));
    }

    fn missing_parts(&mut self, whole: &Node<'_>) {
        if !self.typed.complete {
            return;
        }
        for part in self.shapes.root.iter().filter(|part| part.required && whole.entry(&part.name).is_none())
        {
            let message = format!("the dossier has no `{}`", part.name);
            let fix =
                format!("add `{}` to this file or another: {}", part.name, in_a_sentence(&part.description));
            self.report.add(Code::MissingPart, whole.span, message, fix);
        }
    }

    fn unknown_field(
        &mut self,
        node: &Node<'_>,
        entry: &super::tree::Entry<'_>,
        fields: &[Field],
        place: Place<'_>,
    ) {
        let message =
            format!("{} has a field `{}`, which is not in the format", self.holder(place), entry.key);
        // At the top, what another file has is free here too: the lists of all files are put together.
        let top = place.holder == "Dossier";
        let free = || {
            fields.iter().filter(|field| top || node.entry(&field.name).is_none()).map(|f| f.name.as_str())
        };
        let fix = match nearest(&entry.key, free()) {
            Some(known) => format!("did you mean `{known}`?"),
            None => {
                let free = free().map(|name| format!("`{name}`")).collect::<Vec<_>>();
                match free.as_slice() {
                    [] => "remove it".to_owned(),
                    free if top => {
                        format!(
                            "give it the name of what it holds, or remove it; a dossier has {}",
                            free.join(", ")
                        )
                    }
                    free => format!("remove it; still free here: {}", free.join(", ")),
                }
            }
        };
        self.report.add(Code::UnknownField, entry.key_span, message, fix);
    }

    fn wrong_type(&mut self, node: &Node<'_>, expected: &str, place: Place<'_>) {
        let message = format!("{} must be {expected}, and this is {}", self.field(place), node.kind());
        let fix = match (&node.value, expected) {
            (Value::Null, _) => "write a value, or leave the field out if it may be missing".to_owned(),
            (Value::Number(number), expected) if expected.starts_with("a text") => {
                format!("put it in double quotes: \"{number}\"")
            }
            (Value::String(text), "a number" | "a whole number") if text.parse::<f64>().is_ok() => {
                format!("write it without quotes: {text}")
            }
            (Value::String(text), "true or false") if matches!(text.as_ref(), "true" | "false") => {
                format!("write it without quotes: {text}")
            }
            (Value::String(_), "a list") => "put it in square brackets".to_owned(),
            _ => format!("write {expected} here"),
        };
        self.report.add(Code::WrongType, node.opening(), message, fix);
    }

    fn unknown_word(&mut self, node: &Node<'_>, word: &str, words: &[String], place: Place<'_>) {
        let message = format!("{} cannot be \"{}\"", self.field(place), shorten(word));
        let all = words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
        let fix = match slip(word, words.iter().map(String::as_str)) {
            Some(known) => format!("did you mean \"{known}\"? Allowed are {all}"),
            None => format!("allowed are {all}"),
        };
        self.report.add(Code::UnknownValue, node.span, message, fix);
    }

    fn integer(&mut self, node: &Node<'_>, bounds: Bounds, place: Place<'_>) {
        if let Value::Number(number) = node.value
            && number.contains(['.', 'e', 'E'])
        {
            let message = format!("{} must be a whole number, and this is {number}", self.field(place));
            let fix = "write it without point and exponent";
            self.report.add(Code::WrongType, node.span, message, fix);
            return;
        }
        // `-0` is a whole number that no unsigned field takes.
        if matches!(node.value, Value::Number(number) if number.starts_with("-0")) {
            self.out_of_range(node, bounds, place);
            return;
        }
        self.number(node, bounds, place);
    }

    fn number(&mut self, node: &Node<'_>, bounds: Bounds, place: Place<'_>) {
        let fits = node.as_number().is_some_and(|number| {
            bounds.least.is_none_or(|least| number >= least)
                && bounds.greatest.is_none_or(|greatest| number <= greatest)
        });
        if !fits {
            self.out_of_range(node, bounds, place);
        }
    }

    fn out_of_range(&mut self, node: &Node<'_>, bounds: Bounds, place: Place<'_>) {
        let Value::Number(number) = node.value else { return };
        let allowed = match (bounds.least, bounds.greatest) {
            (Some(least), Some(greatest)) => format!("from {least} to {greatest}"),
            (Some(least), None) => format!("from {least} up"),
            (None, Some(greatest)) => format!("up to {greatest}"),
            (None, None) => "that a computer can hold".to_owned(),
        };
        let message = format!("{} is {}, outside what is allowed", self.field(place), shorten(number));
        self.report.add(Code::OutOfRange, node.span, message, format!("write a number {allowed}"));
    }

    fn by_language(&mut self, node: &'t Node<'t>, entries: &'t [super::tree::Entry<'t>], place: Place<'t>) {
        if entries.is_empty() {
            self.wrong_type(node, "a text, or an object with a text for each language", place);
        }
        entries.iter().for_each(|entry| self.value(&entry.node, &Shape::Text, place));
    }

    /// The object a problem is in: "event `hanoi`", or "a quote of event `hanoi`".
    fn holder(&self, place: Place<'_>) -> String {
        place.record.part(place.holder)
    }

    /// The field a problem is in: "`date` of event `hanoi`".
    fn field(&self, place: Place<'_>) -> String {
        let item = if place.item { "an item of " } else { "" };
        match place.record.kind {
            _ if place.field == place.record.kind => place.record.to_string(),
            "Dossier" if place.holder == "Dossier" => format!("{item}`{}`", place.field),
            _ => format!("{item}`{}` of {}", place.field, self.holder(place)),
        }
    }
}

/// What a value must be, for sentences.
fn expectation(shape: &Shape) -> String {
    match shape {
        Shape::Text => "a text",
        Shape::Boolean => "true or false",
        Shape::Integer(_) => "a whole number",
        Shape::Number(_) => "a number",
        Shape::Choice(_) => "a word",
        Shape::List(_) => "a list",
        Shape::Map(_) | Shape::Object(_) => "an object",
        Shape::ByLanguage => "a text, or an object with a text for each language",
        Shape::Nullable(inner) => return expectation(inner),
        Shape::Named(_) | Shape::Anything => "something else",
    }
    .to_owned()
}

fn named_expectation(name: &str, shape: &Shape) -> String {
    match name {
        "Day" => "a text such as \"2018-06-12\"".to_owned(),
        "Edtf" => "a text such as \"2018-06-12\" or \"2018-06\"".to_owned(),
        _ => match shape {
            Shape::Object(_) => format!("an object ({})", noun(name)),
            Shape::Choice(words) => {
                format!(
                    "a text, one of {}",
                    words.iter().map(|w| format!("\"{w}\"")).collect::<Vec<_>>().join(", ")
                )
            }
            shape => expectation(shape),
        },
    }
}

/// "a, b and c".
fn enumerate(parts: &[String]) -> String {
    match parts {
        [first @ .., before, last] => {
            let mut text = String::new();
            first.iter().for_each(|part| text.push_str(&format!("{part}, ")));
            format!("{text}{before} and {last}")
        }
        [only] => only.clone(),
        [] => String::new(),
    }
}

/// A description as the end of a sentence.
fn in_a_sentence(description: &str) -> String {
    let mut letters = description.trim_end_matches('.').chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// A value as a message can show it.
pub fn shorten(text: &str) -> String {
    const ENOUGH: usize = 60;
    if text.chars().count() <= ENOUGH {
        return text.to_owned();
    }
    text.chars().take(ENOUGH - 1).chain(['…']).collect()
}
