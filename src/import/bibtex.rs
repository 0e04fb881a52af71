//! Sources from BibTeX and BibLaTeX.

use std::collections::BTreeMap;
use std::ops::Range;

use biblatex::{Bibliography, ChunksExt as _, Entry, EntryType, Pair, RawBibliography, RawChunk};

use super::bibtex_bounds::bounded;
use super::dates;
use super::draft::Draft;
use super::note::NoteKind::LeftOut;
use super::reference::{Address, address};
use super::source::Found;
use super::{Format, Refusal};

/// What a hyphen of an address is while the parser has it, which takes two for a dash. It is one byte too, so that places stay where they are.
const HYPHEN: char = '\0';

/// Reads the entries into the draft.
pub fn read(text: &str, draft: &mut Draft<'_>) -> Result<Format, Refusal> {
    let refused = |bytes: Range<usize>, why: String| {
        Refusal::at(
            text,
            bytes,
            format!("the file is not BibTeX here: {why}"),
            "mend the entry, or export the file again",
        )
    };
    let mut raw =
        RawBibliography::parse(text).map_err(|error| refused(error.span.clone(), error.kind.to_string()))?;
    bounded(&raw).map_err(|(bytes, excess)| {
        let (message, fix) = excess.told();
        Refusal::at(text, bytes, message, fix)
    })?;
    let mut places: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for key in raw.entries.iter().map(|entry| &entry.v.key) {
        places.entry(key.v.to_owned()).or_insert(key.span.clone());
    }
    let hidden: Vec<Option<String>> =
        raw.entries.iter().flat_map(|entry| &entry.v.fields).flat_map(without_hyphens).collect();
    let chunks =
        raw.entries.iter_mut().flat_map(|entry| &mut entry.v.fields).flat_map(|pair| &mut pair.value.v);
    for (chunk, hidden) in chunks.zip(&hidden) {
        if let Some(hidden) = hidden {
            chunk.v = RawChunk::Normal(hidden);
        }
    }
    let library =
        Bibliography::from_raw(raw).map_err(|error| refused(error.span.clone(), error.kind.to_string()))?;
    if library.is_empty() {
        return Err(Refusal::at(
            text,
            0..0,
            "no entry is in the file",
            "an entry is written @article{key, title = {…}}",
        ));
    }
    for entry in library.iter() {
        let at = places.get(&entry.key).cloned().unwrap_or(0..0);
        let found = source(entry, at, draft);
        draft.found_source(found);
    }
    Ok(Format::Bibtex)
}

/// The pieces of a field as they are without hyphens, where they are an address.
fn without_hyphens(pair: &Pair<'_>) -> Vec<Option<String>> {
    let is = |name: &str| pair.key.v.eq_ignore_ascii_case(name);
    let piece = |chunk: &RawChunk<'_>| match chunk {
        RawChunk::Normal(text) if is("url") || is("doi") || is("howpublished") && text.contains("://") => {
            Some(text.replace('-', &HYPHEN.to_string()))
        }
        _ => None,
    };
    pair.value.v.iter().map(|chunk| piece(&chunk.v)).collect()
}

/// An address as the parser leaves it, with its hyphens again and without the backslashes that some programs write before its signs.
fn unescaped(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut signs = address.chars().map(|sign| if sign == HYPHEN { '-' } else { sign }).peekable();
    while let Some(sign) = signs.next() {
        if sign != '\\' || !signs.peek().is_some_and(char::is_ascii_punctuation) {
            out.push(sign);
        }
    }
    out
}

fn source(entry: &Entry, at: Range<usize>, draft: &mut Draft<'_>) -> Found {
    let text = |field: &str| {
        entry.get(field).map(|chunks| chunks.format_verbatim()).unwrap_or_default().trim().to_owned()
    };
    let first = |fields: &[&str]| {
        fields.iter().map(|field| text(field)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let doi = unescaped(&text("doi"));
    // An address, often as `\url{…}`; else a publisher, of what is no book: so our own export writes it.
    let how = text("howpublished").replace(HYPHEN, "-");
    let bare = how.strip_prefix("\\url{").and_then(|rest| rest.strip_suffix('}')).unwrap_or(&how);
    let is_address = address(bare) != Address::None;
    let url = match unescaped(&text("url")) {
        url if url.contains("://") => url,
        url if url.is_empty() && is_address && bare.contains("://") => unescaped(bare),
        _ if !doi.is_empty() => format!("https://doi.org/{}", doi.trim_start_matches("https://doi.org/")),
        _ => String::new(),
    };
    let publisher = first(&[
        "journaltitle",
        "journal",
        "booktitle",
        "publisher",
        "institution",
        "organization",
        "school",
    ]);
    Found {
        key: entry.key.clone(),
        title: text("title"),
        publisher: if publisher.is_empty() && !is_address { how } else { publisher },
        author: authors(entry),
        date: date(&first(&["date"]), &text("year"), &text("month"), &text("day"), at.clone(), draft),
        url,
        kind: kind(&entry.entry_type),
        language: language(&first(&["langid", "language"])),
        seen: (!text("urldate").is_empty()).then_some(true),
        note: first(&["note", "annotation"]),
        at,
        ..Found::default()
    }
}

fn authors(entry: &Entry) -> String {
    let people = entry.author().unwrap_or_default();
    let name = |person: &biblatex::Person| {
        let parts = [
            person.given_name.as_str(),
            person.prefix.as_str(),
            person.name.as_str(),
            person.suffix.as_str(),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    people.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn date(
    whole: &str,
    year: &str,
    month: &str,
    day: &str,
    at: Range<usize>,
    draft: &mut Draft<'_>,
) -> Option<String> {
    let read = match (whole, year) {
        ("", "") => return None,
        ("", year) => dates::from_parts(year, month, day),
        (whole, _) => dates::read(whole, None).map(|found| found.edtf),
    };
    read.map_err(|why| {
        draft.note(
            LeftOut,
            at,
            format!("the date of a source was not understood: {why}"),
            "write it in the source's record",
        );
    })
    .ok()
}

/// The kind that the type of an entry leaves no doubt about.
fn kind(entry: &EntryType) -> Option<&'static str> {
    match entry {
        EntryType::Article
        | EntryType::Book
        | EntryType::InBook
        | EntryType::InCollection
        | EntryType::InProceedings
        | EntryType::Collection
        | EntryType::PhdThesis
        | EntryType::MastersThesis
        | EntryType::Thesis
        | EntryType::Proceedings => Some("scholarly"),
        EntryType::Dataset | EntryType::Reference | EntryType::InReference => Some("reference"),
        EntryType::Unknown(name) => match name.to_ascii_lowercase().as_str() {
            "legislation" | "jurisdiction" | "legal" | "letter" => Some("primary"),
            "newspaper" | "news" => Some("press"),
            _ => None,
        },
        _ => None,
    }
}

/// BibLaTeX names languages in words.
fn language(name: &str) -> String {
    const NAMES: [(&str, &str); 22] = [
        ("english", "en"),
        ("american", "en"),
        ("british", "en"),
        ("usenglish", "en"),
        ("ukenglish", "en"),
        ("french", "fr"),
        ("german", "de"),
        ("ngerman", "de"),
        ("spanish", "es"),
        ("italian", "it"),
        ("portuguese", "pt"),
        ("dutch", "nl"),
        ("russian", "ru"),
        ("ukrainian", "uk"),
        ("polish", "pl"),
        ("turkish", "tr"),
        ("arabic", "ar"),
        ("hebrew", "he"),
        ("persian", "fa"),
        ("chinese", "zh"),
        ("japanese", "ja"),
        ("korean", "ko"),
    ];
    let lower = name.to_ascii_lowercase();
    NAMES
        .iter()
        .find(|(word, _)| *word == lower)
        .map_or_else(|| name.to_owned(), |(_, tag)| (*tag).to_owned())
}
