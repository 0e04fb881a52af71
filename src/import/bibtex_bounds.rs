//! What a BibTeX file may ask of its reader. Its abbreviations (`@string`) may be made of each other and its entries may inherit from each
//! other, so that a few hundred bytes can stand for gigabytes, or for no end at all. The parser that we use follows wherever that leads.

use std::collections::BTreeMap;
use std::ops::Range;

use biblatex::{Bibliography, ChunksExt as _, Entry, Field, RawBibliography, RawChunk};

/// How deep braces may stand in one another, abbreviations be made of others, and entries inherit from others.
const DEEPEST: usize = 64;

/// The most bytes that all abbreviations together may come to where they are used.
const MOST_BYTES: usize = 10_000_000;

/// The most steps for joining the pieces of texts: the parser takes the square of the pieces of each. A text with ten thousand braces is read.
const MOST_STEPS: usize = 1_000_000_000;

/// The most bytes of the entries from which others inherit, each counted as often as it is: the parser makes a copy each time.
const MOST_INHERITED: usize = 100_000_000;

/// Names for the two fields by which entries inherit, under which the parser does not follow them, and their own.
const INHERITED: [(&str, &str); 2] = [("daylight-crossref", "crossref"), ("daylight-xdata", "xdata")];

/// What a file has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// Braces in braces.
    Braces,
    /// Abbreviations made of abbreviations, perhaps of themselves.
    Abbreviations,
    /// Text that abbreviations stand for.
    Expanded,
    /// Pieces of one text.
    Pieces,
    /// Entries that inherit from entries, perhaps from themselves.
    Inherited,
}

impl Excess {
    /// What is wrong, and what to do.
    pub fn told(self) -> (String, &'static str) {
        match self {
            Excess::Braces => (
                format!("braces stand more than {DEEPEST} deep in one another here"),
                "remove those that are not needed",
            ),
            Excess::Abbreviations => (
                format!(
                    "the abbreviation (@string) here is made of itself, or of more than {DEEPEST} others, one in another"
                ),
                "write its text out",
            ),
            Excess::Expanded => (
                format!(
                    "with the abbreviations (@string) written out, the texts up to here come to more than {} MB",
                    MOST_BYTES / 1_000_000
                ),
                "write the texts out, or export the file again without abbreviations",
            ),
            Excess::Pieces => (
                "the text here is made of too many pieces: braces, or parts with # between them".to_owned(),
                "remove the braces that are not needed, or split the file",
            ),
            Excess::Inherited => (
                format!(
                    "the entry here inherits (crossref, xdata) from itself, from more than {DEEPEST} others, one after another, \
                     or from too many"
                ),
                "remove the field, or write out in the entry what it inherits",
            ),
        }
    }
}

/// What reading a text costs.
#[derive(Clone, Copy, Default)]
struct Cost {
    bytes: usize,
    pieces: usize,
    steps: usize,
    /// How many abbreviations stand in one another.
    depth: usize,
}

/// Sees that reading a file comes to an end, and soon; else where it does not, and why.
pub fn bounded(raw: &RawBibliography<'_>) -> Result<(), (Range<usize>, Excess)> {
    let mut abbreviations = Abbreviations {
        fields: raw.abbreviations.iter().map(|pair| (pair.key.v, &pair.value.v)).collect(),
        costs: BTreeMap::new(),
    };
    let mut whole = Cost::default();
    for pair in raw.entries.iter().flat_map(|entry| &entry.v.fields) {
        let at = || pair.key.span.clone();
        let field = abbreviations.cost(&pair.value.v, 0).map_err(|excess| (at(), excess))?;
        let written: usize = pair.value.v.iter().map(|chunk| written(&chunk.v)).sum();
        whole.bytes = whole.bytes.saturating_add(field.bytes - written.min(field.bytes));
        whole.steps = whole.steps.saturating_add(field.steps);
        if whole.bytes > MOST_BYTES {
            return Err((at(), Excess::Expanded));
        }
        if whole.steps > MOST_STEPS {
            return Err((at(), Excess::Pieces));
        }
    }
    inheritance(raw)
}

/// How many bytes a piece has itself.
fn written(chunk: &RawChunk<'_>) -> usize {
    match chunk {
        RawChunk::Normal(text) => text.len(),
        RawChunk::Abbreviation(_) => 0,
    }
}

/// The file's abbreviations, and what those cost that were looked at.
struct Abbreviations<'r> {
    fields: BTreeMap<&'r str, &'r Field<'r>>,
    costs: BTreeMap<&'r str, Cost>,
}

impl<'r> Abbreviations<'r> {
    fn cost(&mut self, field: &Field<'r>, depth: usize) -> Result<Cost, Excess> {
        let mut whole = Cost::default();
        for chunk in field {
            let piece = match chunk.v {
                RawChunk::Normal(text) => {
                    let braces = braces(text).ok_or(Excess::Braces)?;
                    Cost { bytes: text.len(), pieces: 1 + braces, ..Cost::default() }
                }
                RawChunk::Abbreviation(name) => self.named(name, depth + 1)?,
            };
            whole.bytes = whole.bytes.saturating_add(piece.bytes);
            whole.pieces = whole.pieces.saturating_add(piece.pieces);
            whole.steps = whole.steps.saturating_add(piece.steps);
            whole.depth = whole.depth.max(piece.depth);
        }
        whole.steps = whole.steps.saturating_add(whole.pieces.saturating_mul(whole.pieces));
        Ok(whole)
    }

    fn named(&mut self, name: &'r str, depth: usize) -> Result<Cost, Excess> {
        // The name of a month, or one that nobody has given: the parser says so.
        let Some(field) = self.fields.get(name).copied() else {
            return Ok(Cost { pieces: 1, ..Cost::default() });
        };
        let known = self.costs.get(name).copied();
        if depth + known.map_or(0, |cost| cost.depth.saturating_sub(1)) > DEEPEST {
            return Err(Excess::Abbreviations);
        }
        if let Some(cost) = known {
            return Ok(cost);
        }
        let mut cost = self.cost(field, depth)?;
        cost.depth += 1;
        self.costs.insert(name, cost);
        Ok(cost)
    }
}

/// How many braces a text has; nothing where they stand too deep.
fn braces(text: &str) -> Option<usize> {
    let (mut depth, mut count) = (0_usize, 0);
    let mut signs = text.bytes();
    while let Some(sign) = signs.next() {
        match sign {
            // What follows it is itself.
            b'\\' => {
                signs.next();
            }
            b'{' => {
                (depth, count) = (depth + 1, count + 1);
                if depth > DEEPEST {
                    return None;
                }
            }
            b'}' => (depth, count) = (depth.saturating_sub(1), count + 1),
            _ => {}
        }
    }
    Some(count)
}

/// Follows what entries inherit, as the parser would.
fn inheritance(raw: &RawBibliography<'_>) -> Result<(), (Range<usize>, Excess)> {
    let other_name =
        |key: &str| INHERITED.iter().find(|(_, own)| key.eq_ignore_ascii_case(own)).map(|(name, _)| *name);
    if !raw.entries.iter().flat_map(|entry| &entry.v.fields).any(|pair| other_name(pair.key.v).is_some()) {
        return Ok(());
    }
    let mut other = raw.clone();
    for pair in other.entries.iter_mut().flat_map(|entry| &mut entry.v.fields) {
        pair.key.v = other_name(pair.key.v).unwrap_or(pair.key.v);
    }
    // What the parser refuses here it refuses again, and is told then.
    let Ok(library) = Bibliography::from_raw(other) else { return Ok(()) };
    let mut left = MOST_INHERITED;
    for entry in &raw.entries {
        let follows = library.get(entry.v.key.v).is_none_or(|entry| follows(entry, &library, 0, &mut left));
        if !follows {
            return Err((entry.v.key.span.clone(), Excess::Inherited));
        }
    }
    Ok(())
}

/// Whether what an entry inherits comes to an end before there is nothing left.
fn follows(entry: &Entry, library: &Bibliography, depth: usize, left: &mut usize) -> bool {
    INHERITED.iter().all(|(name, _)| {
        let keys = entry.get(name).map(|chunks| chunks.format_verbatim()).unwrap_or_default();
        keys.split(',').filter_map(|key| library.get(key.trim())).all(|other| {
            *left = left.saturating_sub(size(other));
            *left > 0 && depth < DEEPEST && follows(other, library, depth + 1, left)
        })
    })
}

/// The bytes of an entry, roughly.
fn size(entry: &Entry) -> usize {
    let chunks = entry.fields.values().flatten();
    chunks.map(|chunk| size_of_val(chunk) + chunk.v.get().len()).sum::<usize>() + size_of_val(entry)
}
