//! BibTeX, as both the old program and biblatex read it.

use super::reference::{OTHERS, Reference};
use crate::dossier::date::{Edtf, Precision};

/// The references as a `.bib` file, each an `@misc` entry: the one type that every style knows for what is neither a book nor an
/// article of a numbered journal. Names stand in double braces, since nobody says which part of them is the family name.
pub fn bibtex(references: &[Reference]) -> String {
    let mut out = String::new();
    for reference in references {
        if !out.is_empty() {
            out.push('\n');
        }
        entry(reference, &mut out);
    }
    out
}

fn entry(reference: &Reference, out: &mut String) {
    let Reference { id, title, authors, publisher, date, version, url, language, notes, .. } = reference;
    out.push_str(&format!("@misc{{{id}"));
    let mut field = |name: &str, value: String| {
        if !value.is_empty() {
            out.push_str(&format!(",\n  {name} = {{{value}}}"));
        }
    };
    let whole = |text: &str| if text.is_empty() { String::new() } else { format!("{{{}}}", escape(text)) };
    let names = authors.iter().enumerate().map(|(place, name)| {
        // The one word that is no name where it stands after one.
        if place > 0 && name == OTHERS { name.clone() } else { whole(name) }
    });
    field("author", names.collect::<Vec<_>>().join(" and "));
    field("title", whole(title));
    field("howpublished", escape(publisher));
    if let Some(date) = date {
        field("date", date_of(*date));
        field("year", year_of(*date));
    }
    field("version", escape(version));
    field("url", address(url));
    field("language", escape(language));
    field("note", escape(&notes.join(" ")));
    out.push_str("\n}\n");
}

/// As biblatex reads dates: ISO 8601-2, which is what the dossier's dates are.
fn date_of(date: Edtf) -> String {
    date.to_string()
}

/// The year alone, for the old program; nothing where not even that is known.
fn year_of(date: Edtf) -> String {
    if date.precision() >= Precision::Year { format!("{:04}", date.anchor().year()) } else { String::new() }
}

/// TeX's special characters as it prints them.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            // Not `\{`: BibTeX counts braces whether or not a backslash stands before them, so one alone would end the field or the entry.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '$' | '&' | '#' | '%' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address stands as it is; only what would end the field is encoded.
fn address(url: &str) -> String {
    url.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}
