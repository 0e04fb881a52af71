//! What stands where: every value that has a named shape, by name, with what it belongs to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::tree::Node;
use super::walk::shorten;

/// Every value found, by the name of its shape.
pub struct Typed<'t> {
    /// Whether every file could be read; if not, what seems to be missing may stand in one that could not.
    pub complete: bool,
    /// The languages the dossier declares, where it does.
    pub languages: Vec<&'t str>,
    /// The list of parties, where the dossier has one.
    pub parties: Option<&'t Node<'t>>,
    /// The address of the event table, where the dossier names one.
    pub event_table: Option<&'t Node<'t>>,
    by_name: BTreeMap<&'t str, Vec<Seen<'t>>>,
    /// Parts of the dossier that are there and of the wrong type.
    unreadable: BTreeSet<&'t str>,
}

/// A value of a named shape.
#[derive(Clone, Copy)]
pub struct Seen<'t> {
    pub node: &'t Node<'t>,
    /// The name of the object's shape it is a field of.
    pub holder: &'t str,
    /// The field it stands in.
    pub field: &'t str,
    /// The record it belongs to, or is.
    pub record: Label<'t>,
}

/// A record's kind and id, for sentences: "event `hanoi`".
#[derive(Clone, Copy, Default)]
pub struct Label<'t> {
    pub kind: &'t str,
    pub id: Option<&'t str>,
}

impl<'t> Typed<'t> {
    /// Nothing found yet.
    pub fn new(complete: bool) -> Typed<'t> {
        Typed {
            complete,
            languages: Vec::new(),
            parties: None,
            event_table: None,
            by_name: BTreeMap::new(),
            unreadable: BTreeSet::new(),
        }
    }

    /// Notes a value.
    pub fn add(&mut self, name: &'t str, seen: Seen<'t>) {
        self.by_name.entry(name).or_default().push(seen);
    }

    /// Notes that a part of the dossier is not what it should be.
    pub fn add_unreadable(&mut self, part: &'t str) {
        self.unreadable.insert(part);
    }

    /// Every value of this shape, in the order of the files.
    pub fn of(&self, name: &str) -> &[Seen<'t>] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// Every shape found, with its values.
    pub fn all(&self) -> impl Iterator<Item = (&'t str, &[Seen<'t>])> {
        self.by_name.iter().map(|(name, seen)| (*name, seen.as_slice()))
    }

    /// Whether records of this shape may be missing only because a file or the part itself could not be read.
    pub fn may_be_hidden(&self, name: &str, part: &str) -> bool {
        self.unreadable.contains(part) || (!self.complete && self.of(name).is_empty())
    }
}

impl<'t> Label<'t> {
    /// An object of a record, or the record itself: "a position of issue `scope`".
    pub fn part(self, name: &str) -> String {
        if name == self.kind { self.to_string() } else { format!("a {} of {self}", noun(name)) }
    }
}

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let noun = noun(self.kind);
        match (self.id, self.kind) {
            (Some(id), _) => write!(f, "{noun} `{}`", shorten(id)),
            (None, "Dossier" | "LanguageFile" | "ArmsTests" | "Meta" | "Argument") => write!(f, "the {noun}"),
            (None, _) if noun.starts_with(['a', 'e', 'i', 'o', 'u']) => write!(f, "an {noun}"),
            (None, _) => write!(f, "a {noun}"),
        }
    }
}

impl Seen<'_> {
    /// The field it stands in: "`label` of a rung of issue `scope`".
    pub fn place(&self) -> String {
        format!("`{}` of {}", self.field, self.record.part(self.holder))
    }
}

/// The name of a shape as words: `TermReading` is a "term reading".
pub fn noun(name: &str) -> String {
    let mut noun = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !noun.is_empty() {
            noun.push(' ');
        }
        noun.extend(letter.to_lowercase());
    }
    noun
}
