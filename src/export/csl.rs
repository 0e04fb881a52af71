//! CSL-JSON: what Zotero, pandoc and every processor of the Citation Style Language read.

use super::reference::{Reference, ReferenceKind};
use crate::dossier::date::{Day, Edtf, End, Point, Precision};

/// The references as a list of CSL items. Names are literal, since nobody says which part of them is the family name.
pub fn csl_json(references: &[Reference]) -> String {
    let items: Vec<String> = references.iter().map(item).collect();
    format!("[\n{}\n]\n", items.join(",\n"))
}

fn item(reference: &Reference) -> String {
    let Reference { id, kind, title, authors, publisher, date, version, url, language, notes } = reference;
    let (kind, inside) = match kind {
        ReferenceKind::News => ("article-newspaper", "container-title"),
        ReferenceKind::Research => ("article", "publisher"),
        ReferenceKind::Page => ("webpage", "publisher"),
        ReferenceKind::Dossier => ("dataset", "publisher"),
        ReferenceKind::Record => ("entry", "container-title"),
    };
    let mut fields = vec![pair("id", &text(id)), pair("type", &text(kind))];
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            fields.push(pair(name, &text(value)));
        }
    };
    field("title", title);
    field(inside, publisher);
    field("version", version);
    field("URL", url);
    field("language", language);
    field("note", &notes.join(" "));
    let names: Vec<String> =
        authors.iter().map(|name| format!("{{{}}}", pair("literal", &text(name)))).collect();
    if !names.is_empty() {
        fields.push(pair("author", &format!("[{}]", names.join(","))));
    }
    if let Some(issued) = date.and_then(issued) {
        fields.push(pair("issued", &issued));
    }
    format!("{{{}}}", fields.join(","))
}

fn pair(name: &str, value: &str) -> String {
    format!("{}:{value}", text(name))
}

/// A date or a range of two, each as far as it is known, and whether it is an estimate.
fn issued(date: Edtf) -> Option<String> {
    let of = |end| if let End::At(point) = end { parts(point) } else { None };
    let (from, to) = match date {
        Edtf::Point(point) => (parts(point), None),
        Edtf::Interval(from, to) => (of(from), of(to)),
    };
    let known: Vec<String> = from.into_iter().chain(to).collect();
    if known.is_empty() {
        return None;
    }
    let circa = if date.is_approximate() || date.is_uncertain() { ",\"circa\":true" } else { "" };
    Some(format!("{{\"date-parts\":[{}]{circa}}}", known.join(",")))
}

fn parts(point: Point) -> Option<String> {
    let (year, month, day) = Day::ymd(point.first);
    match point.precision {
        Precision::Day => Some(format!("[{year},{month},{day}]")),
        Precision::Month => Some(format!("[{year},{month}]")),
        Precision::Year => Some(format!("[{year}]")),
        _ => None,
    }
}

/// A JSON string.
fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if u32::from(c) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
