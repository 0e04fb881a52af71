//! The dossier in the making: parties, sources and events as they are met, and what was noticed.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Map, Value, json};

use super::columns::Field;
use super::dates::Order;
use super::events::Events;
use super::ids::{Ids, kebab};
use super::joining::{Joining, KnownParty};
use super::note::{NoteKind, Notes};
use super::reference::Sources;
use super::{Format, Imported, Wishes};
use crate::dossier::date::{Day, Edtf};
use crate::dossier::model::Side;
use crate::dossier::text::is_unwritable;
use crate::find::fold;

/// A dossier in the making.
pub struct Draft<'a> {
    pub(super) wishes: &'a Wishes,
    /// The file's text.
    pub(super) text: &'a str,
    /// The file's name without folders and ending.
    stem: String,
    pub(super) joins: bool,
    /// The language of texts that say none: the first of the dossier that is joined, else the one of all texts.
    first: String,
    /// The language of the file's texts, where that is another one.
    foreign: Option<String>,
    /// The languages that the dossier that is joined declares.
    declared: Vec<String>,
    /// The further languages of texts.
    pub(super) languages: Vec<String>,
    pub(super) notes: Notes,
    parties: Vec<KnownParty>,
    /// Where in that list the first party stands that has a name.
    party_names: BTreeMap<String, usize>,
    party_ids: Ids,
    new_parties: Vec<Value>,
    pub(super) sources: Sources,
    /// The events of the dossier that is joined, and all ids.
    pub(super) there: Events,
    pub(super) events: Vec<Value>,
    /// Title and text of the slide that begins a timeline.
    pub(super) title: Option<(String, String)>,
    /// What comes first in dates such as 6/12/2018.
    pub(super) order: Option<Order>,
    span: Option<(Day, Day)>,
}

impl<'a> Draft<'a> {
    /// An empty one, or one that joins another dossier.
    pub fn new(name: &str, text: &'a str, wishes: &'a Wishes, joining: Option<&Joining>) -> Draft<'a> {
        let known = joining.cloned().unwrap_or_default();
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let said = wishes.language.as_deref();
        let first = known.languages.first().map(String::as_str).or(said).unwrap_or("en");
        let mut draft = Draft {
            wishes,
            text,
            stem: stem.to_owned(),
            joins: joining.is_some(),
            first: first.to_owned(),
            foreign: said.filter(|language| *language != first).map(str::to_owned),
            declared: known.languages.clone(),
            languages: Vec::new(),
            notes: Notes::default(),
            party_ids: Ids::taken(known.parties.iter().map(|party| party.id.clone())),
            parties: Vec::new(),
            party_names: BTreeMap::new(),
            new_parties: Vec::new(),
            sources: Sources::new(known.sources),
            there: known.events,
            events: Vec::new(),
            title: None,
            order: None,
            span: None,
        };
        known.parties.into_iter().for_each(|party| draft.know(party));
        draft
    }

    fn know(&mut self, party: KnownParty) {
        for name in &party.names {
            self.party_names.entry(name.clone()).or_insert(self.parties.len());
        }
        self.parties.push(party);
    }

    /// Notes something at a place.
    pub fn note(
        &mut self,
        kind: NoteKind,
        at: Range<usize>,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.notes.add(kind, at, message, fix);
    }

    /// Widens the time that the dossier covers.
    pub fn covers(&mut self, date: &str) {
        let Ok(date) = Edtf::parse(date) else { return };
        let days = [date.first(), date.last()];
        for day in days.into_iter().filter(|day| *day != Day::MIN && *day != Day::MAX) {
            let (first, last) = self.span.unwrap_or((day, day));
            self.span = Some((first.min(day), last.max(day)));
        }
    }

    /// The language of a text that names none.
    pub(super) fn own_language(&self, ours: bool) -> &str {
        self.foreign.as_ref().filter(|_| ours).unwrap_or(&self.first)
    }

    /// Whether texts may be in a language: a dossier that is joined takes those that it declares.
    pub(super) fn takes(&self, language: &str) -> bool {
        self.declared.is_empty() || self.declared.iter().any(|declared| declared == language)
    }

    /// A field's text as a record has it: plain where it is in the dossier's first language alone, else by language, with those of the
    /// translations that are this field's. Names of published pages and of people stand as they are (`ours` is false), so no language is put
    /// to them that the file does not name.
    pub(super) fn by_language(
        &self,
        field: Field,
        text: String,
        translations: &[(Field, String, String)],
        ours: bool,
    ) -> Value {
        let others = translations.iter().filter(|(known, _, text)| *known == field && !text.is_empty());
        let mut others = others.map(|(_, language, text)| (language.clone(), text.clone())).peekable();
        let is_foreign = ours && self.foreign.is_some();
        if others.peek().is_none() && (text.is_empty() || !is_foreign) {
            return text.into();
        }
        let language = self.own_language(ours).to_owned();
        let texts = std::iter::once((language, text)).filter(|(_, text)| !text.is_empty()).chain(others);
        Value::Object(texts.map(|(language, text)| (language, text.into())).collect())
    }

    /// The party of this name, if it is known.
    pub fn known_party(&self, name: &str) -> Option<(&str, Option<Side>)> {
        let found = self.parties.get(*self.party_names.get(&fold(name))?)?;
        Some((&found.id, found.side))
    }

    /// The id of the party of this name; it is a new party where none has it.
    pub fn party(&mut self, name: &str, at: &Range<usize>) -> String {
        if let Some((id, _)) = self.known_party(name) {
            return id.to_owned();
        }
        let id = self.party_ids.take(&kebab(name), "party");
        self.know(KnownParty { id: id.clone(), names: vec![fold(name), fold(&id)], side: None });
        let text = self.by_language(Field::Parties, name.to_owned(), &[], true);
        self.new_parties.push(json!({ "id": id, "name": text.clone(), "short": text }));
        self.note(
            NoteKind::Guessed,
            at.clone(),
            format!("{name:?} was taken for a party"),
            "give it a short name; merge it with another one that is the same",
        );
        id
    }

    /// Everything as the parts of a dossier.
    pub fn finish(mut self, format: Format) -> Imported {
        let sources_only = matches!(format, Format::SourceSheet | Format::CslJson | Format::Bibtex);
        let mut parts = Map::new();
        if !self.joins && !sources_only {
            parts.insert("meta".into(), self.meta());
            self.ask_for_sides();
        }
        let mut put = |part: &str, records: Vec<Value>, always: bool| {
            if always || !records.is_empty() {
                parts.insert(part.into(), records.into());
            }
        };
        put("parties", std::mem::take(&mut self.new_parties), !self.joins && !sources_only);
        let sources: Vec<Value> = std::mem::take(&mut self.sources.made).into_iter().map(in_order).collect();
        let (source_count, event_count) = (sources.len(), self.events.len());
        put("sources", sources, sources_only);
        put("events", std::mem::take(&mut self.events), !sources_only);
        let mut dossier = Value::Object(parts);
        if make_writable(&mut dossier) {
            self.note_unwritable(format);
        }
        Imported {
            format,
            dossier,
            events: event_count,
            sources: source_count,
            notes: self.notes.finish(self.text),
        }
    }

    /// What the file lets be known of the dossier itself.
    fn meta(&mut self) -> Value {
        let mut meta = Map::new();
        let id = kebab(&self.stem);
        meta.insert("id".into(), if id.is_empty() { "dossier".into() } else { id.into() });
        let (title, dek) = self.title.take().unwrap_or_default();
        if title.is_empty() {
            let message = format!("the file has no title; the dossier is called {:?} after it", self.stem);
            self.note(NoteKind::Guessed, 0..0, message, "write `title` in `meta`");
            meta.insert("title".into(), self.stem.clone().into());
        } else {
            meta.insert("title".into(), title.into());
        }
        if !dek.is_empty() {
            meta.insert("dek".into(), dek.into());
        }
        let language = self.wishes.language.clone().unwrap_or_else(|| {
            self.note(
                NoteKind::Guessed,
                0..0,
                "the texts were taken to be English",
                "name another language with --language, or in `languages` of `meta`",
            );
            "en".to_owned()
        });
        let further = self.languages.iter().filter(|further| **further != language).cloned();
        let languages: Vec<String> = std::iter::once(language.clone()).chain(further).collect();
        meta.insert("languages".into(), languages.into());
        if let Some((first, last)) = self.span {
            let (first, last) = (first.to_string(), last.to_string());
            let focus = if first == last { first.clone() } else { format!("{first}/{last}") };
            self.note(
                NoteKind::Guessed,
                0..0,
                format!("the dossier's time runs from the first date to the last: {focus}; it opens on the last day"),
                "set `span` and `default_as_of` in `meta`",
            );
            meta.insert("span".into(), json!({ "from": first, "to": last, "focus": focus }));
            meta.insert("default_as_of".into(), last.into());
        }
        let lacks = if meta.contains_key("dek") { "content_licence" } else { "dek and content_licence" };
        self.note(
            NoteKind::Open,
            0..0,
            format!("nothing in the file says what `meta` needs besides: {lacks}"),
            "write them; `daylight check` leads there",
        );
        Value::Object(meta)
    }

    /// Says which characters were dropped, once for each line of the file that has any, as themselves or, in JSON, as `\u0001`.
    fn note_unwritable(&mut self, format: Format) {
        let is_json = matches!(format, Format::TimelineJson | Format::CslJson);
        let mut places = Vec::new();
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let itself = line.char_indices().find(|(_, sign)| is_unwritable(*sign));
            let itself = itself.map(|(at, sign)| at..at + sign.len_utf8());
            if let Some(at) = itself.or_else(|| escape(line).filter(|_| is_json)) {
                places.push(start + at.start..start + at.end);
            }
            start += line.len();
        }
        if places.is_empty() {
            places.push(0..0);
        }
        for at in places {
            self.note(
                NoteKind::LeftOut,
                at,
                "a control character inside a text, which no page can show",
                "look whether the text still reads well",
            );
        }
    }

    fn ask_for_sides(&mut self) {
        self.note(
            NoteKind::Open,
            0..0,
            "nothing in the file says which two parties the daylight is measured between",
            "give one party \"side\": \"a\" and one \"side\": \"b\"; `daylight check` leads there",
        );
    }
}

/// Drops from every text what no page can show; what parts words becomes a space. Whether there was any.
fn make_writable(value: &mut Value) -> bool {
    match value {
        Value::String(text) if text.contains(is_unwritable) => {
            let kept = |sign| match sign {
                '\u{b}' | '\u{c}' => Some(' '),
                sign => Some(sign).filter(|sign| !is_unwritable(*sign)),
            };
            *text = text.chars().filter_map(kept).collect();
            true
        }
        // Not `any`: it would stop at the first.
        Value::Array(items) => items.iter_mut().fold(false, |found, item| make_writable(item) | found),
        Value::Object(fields) => fields.values_mut().fold(false, |found, field| make_writable(field) | found),
        _ => false,
    }
}

/// Where JSON writes a character that no page can show as `\b`, `\f` or `\uXXXX`.
fn escape(line: &str) -> Option<Range<usize>> {
    let mut from = 0;
    loop {
        let at = from + line.get(from..)?.find('\\')?;
        let code = match line.get(at + 1..at + 2)? {
            "b" | "f" => return Some(at..at + 2),
            "u" => line.get(at + 2..at + 6).and_then(|digits| u32::from_str_radix(digits, 16).ok()),
            _ => None,
        };
        if code.and_then(char::from_u32).is_some_and(is_unwritable) {
            return Some(at..at + 6);
        }
        from = at + 2;
    }
}

/// A source with its fields in the order of the format, however they were found.
fn in_order(mut source: Map<String, Value>) -> Value {
    const FIELDS: [&str; 13] = [
        "id",
        "title",
        "publisher",
        "author",
        "date",
        "url",
        "archived_url",
        "kind",
        "tier",
        "agency",
        "lang",
        "seen",
        "note",
    ];
    let fields = FIELDS.iter().filter_map(|field| Some(((*field).to_owned(), source.shift_remove(*field)?)));
    let mut ordered: Map<String, Value> = fields.collect();
    ordered.append(&mut source);
    Value::Object(ordered)
}
