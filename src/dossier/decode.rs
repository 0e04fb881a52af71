//! From JSON to a dossier in the browser. Serde's derived code for some forty record kinds costs the page's wasm many bytes
//! (the figures stand in `docs/decisions.md`); here a field is one call of a shared function. The field names are the
//! model's own, the compiler sees to it that none is missing, and a test that this and serde read the same.
//!
//! This reads dossiers that have been checked: it stops at the first thing it cannot read and says where. Fields it does
//! not know it leaves out.

use super::Dossier;
use super::date::{Day, Edtf};
use super::json::{self, Json};
use super::model::*;
use super::packed;
use super::text::{ByKey, Original, Quote, Text};

/// What could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {expected} expected")]
pub struct DecodeError {
    /// The place: a JSON pointer, or the byte at which the text stops being JSON.
    pub place: String,
    /// What should stand there.
    pub expected: &'static str,
}

/// Reads a whole dossier, or its outline.
///
/// # Errors
/// Says where the text stops being JSON, or the first place where the JSON is no dossier.
pub fn dossier(text: &str) -> Result<Dossier, DecodeError> {
    read(parsed(text)?)
}

/// Reads the record from the outline's text and from what the record's file adds to it ([`packed`]).
///
/// # Errors
/// Those of [`dossier`], for either text.
pub fn record(outline: &str, added: &str) -> Result<Dossier, DecodeError> {
    let mut whole = parsed(outline)?;
    packed::join(&mut whole, parsed(added)?);
    read(whole)
}

fn parsed(text: &str) -> Result<Json, DecodeError> {
    json::parse(text)
        .map_err(|at| DecodeError { place: ["byte ", &at.to_string()].concat(), expected: "JSON" })
}

fn read(value: Json) -> Result<Dossier, DecodeError> {
    let mut reader = Reader::default();
    let dossier = Dossier::decode(value, &mut reader);
    match reader.error {
        None => Ok(dossier),
        Some(error) => Err(error),
    }
}

/// The way to the value being read, and the first thing that could not be read. Reading goes on after it with values that
/// mean nothing, which nobody gets to see: code that stops at every field would be several times as long.
#[derive(Default)]
struct Reader {
    path: Vec<Part>,
    error: Option<DecodeError>,
}

#[derive(Clone, Copy)]
enum Part {
    Key(&'static str),
    Item(usize),
}

impl Reader {
    #[cold]
    #[inline(never)]
    fn refuse(&mut self, expected: &'static str) {
        if self.error.is_none() {
            let mut place = String::new();
            for step in &self.path {
                place.push('/');
                match step {
                    Part::Key(key) => place.push_str(key),
                    Part::Item(index) => place.push_str(&index.to_string()),
                }
            }
            self.error = Some(DecodeError { place, expected });
        }
    }

    /// Goes into a field, and takes its value out of the object.
    #[inline(never)]
    fn enter(&mut self, members: &mut Vec<(String, Json)>, key: &'static str) -> Option<Json> {
        self.path.push(Part::Key(key));
        let at = members.iter().position(|(name, _)| name == key)?;
        // In order: of a key written twice, the first counts.
        Some(members.remove(at).1)
    }

    /// Goes into an item of a list.
    #[inline(never)]
    fn enter_item(&mut self, index: usize) {
        self.path.push(Part::Item(index));
    }

    /// Goes back out.
    #[inline(never)]
    fn leave(&mut self) {
        self.path.pop();
    }

    /// The items of a list, which may be written as columns.
    #[inline(never)]
    fn list(&mut self, value: Json) -> Vec<Json> {
        match value {
            Json::List(items) => items,
            Json::Object(columns) if packed::are_columns(&columns) => packed::records(columns),
            _ => {
                self.refuse("a list");
                Vec::new()
            }
        }
    }

    #[inline(never)]
    fn object(&mut self, value: Json) -> Vec<(String, Json)> {
        if let Json::Object(members) = value {
            members
        } else {
            self.refuse("an object");
            Vec::new()
        }
    }
}

/// The records that the page shows. What belongs to views that are not there yet is left out, and costs nothing.
impl Decode for Dossier {
    fn decode(value: Json, reader: &mut Reader) -> Dossier {
        let mut members = reader.object(value);
        Dossier {
            schema: None,
            meta: field(&mut members, "meta", reader),
            parties: field(&mut members, "parties", reader),
            presets: field(&mut members, "presets", reader),
            sources: field(&mut members, "sources", reader),
            events: field(&mut members, "events", reader),
            event_table: field(&mut members, "event_table", reader),
            issues: field(&mut members, "issues", reader),
            documents: Vec::new(),
            terms: Vec::new(),
            estimates: Vec::new(),
            commitments: Vec::new(),
            processes: Vec::new(),
            arms_tests: None,
            argument: None,
        }
    }
}

/// A value that can be read from JSON.
trait Decode: Sized {
    /// Reads it; where it cannot, says so to the reader and returns anything.
    fn decode(value: Json, reader: &mut Reader) -> Self;

    /// What an absent field means.
    fn absent(reader: &mut Reader) -> Self {
        reader.refuse("a value");
        Self::decode(Json::Null, reader)
    }
}

/// Reads a field of an object.
#[inline(never)]
fn field<T: Decode>(members: &mut Vec<(String, Json)>, key: &'static str, reader: &mut Reader) -> T {
    let value = match reader.enter(members, key) {
        Some(value) => T::decode(value, reader),
        None => T::absent(reader),
    };
    reader.leave();
    value
}

impl Decode for String {
    fn decode(value: Json, reader: &mut Reader) -> String {
        if let Json::Text(text) = value {
            text
        } else {
            reader.refuse("a text");
            String::new()
        }
    }
}

impl Decode for Text {
    fn decode(value: Json, reader: &mut Reader) -> Text {
        match value {
            Json::Text(text) => Text::Plain(text),
            value => Text::ByLanguage(ByKey::decode(value, reader)),
        }
    }

    fn absent(_: &mut Reader) -> Text {
        Text::default()
    }
}

impl Decode for bool {
    fn decode(value: Json, reader: &mut Reader) -> bool {
        if let Json::Bool(value) = value {
            value
        } else {
            reader.refuse("true or false");
            false
        }
    }

    fn absent(_: &mut Reader) -> bool {
        false
    }
}

impl Decode for f64 {
    fn decode(value: Json, reader: &mut Reader) -> f64 {
        if let Json::Number(value) = value {
            value
        } else {
            reader.refuse("a number");
            0.0
        }
    }
}

/// A whole number from 0 to `max`.
#[inline(never)]
fn whole(value: Json, max: u32, reader: &mut Reader) -> u32 {
    match value {
        // In range and without a fraction, so nothing is lost.
        Json::Number(number) if number >= 0.0 && number <= f64::from(max) && number.fract() == 0.0 => {
            number as u32
        }
        _ => {
            reader.refuse("a whole number");
            0
        }
    }
}

/// Whole numbers of the sizes the model uses.
macro_rules! decode_whole {
    ($($number:ty),*) => {$(
        impl Decode for $number {
            fn decode(value: Json, reader: &mut Reader) -> $number {
                whole(value, u32::from(<$number>::MAX), reader) as $number
            }
        }
    )*};
}
decode_whole!(u8, u16, u32);

impl Decode for Day {
    fn decode(value: Json, reader: &mut Reader) -> Day {
        let day = if let Json::Text(text) = &value { Day::parse(text) } else { None };
        day.unwrap_or_else(|| {
            reader.refuse("a day as YYYY-MM-DD");
            Day::MIN
        })
    }
}

impl Decode for Edtf {
    fn decode(value: Json, reader: &mut Reader) -> Edtf {
        let date = if let Json::Text(text) = &value { Edtf::parse(text).ok() } else { None };
        date.unwrap_or_else(|| {
            reader.refuse("an EDTF date");
            Edtf::day(Day::MIN)
        })
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: Json, reader: &mut Reader) -> Option<T> {
        if matches!(value, Json::Null) { None } else { Some(T::decode(value, reader)) }
    }

    fn absent(_: &mut Reader) -> Option<T> {
        None
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Json, reader: &mut Reader) -> Vec<T> {
        let items = reader.list(value);
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            reader.enter_item(list.len());
            list.push(T::decode(item, reader));
            reader.leave();
        }
        list
    }

    fn absent(_: &mut Reader) -> Vec<T> {
        Vec::new()
    }
}

impl<T: Decode> Decode for ByKey<T> {
    fn decode(value: Json, reader: &mut Reader) -> ByKey<T> {
        reader.object(value).into_iter().map(|(key, value)| (key, T::decode(value, reader))).collect()
    }

    fn absent(_: &mut Reader) -> ByKey<T> {
        ByKey::default()
    }
}

/// Names, as the files write them; the first stands in for one that is not known.
macro_rules! decode_names {
    ($($name:ident { $first:ident = $first_text:literal $(, $variant:ident = $text:literal)* })*) => {$(
        impl Decode for $name {
            fn decode(value: Json, reader: &mut Reader) -> $name {
                match &value {
                    Json::Text(text) if text == $first_text => $name::$first,
                    $(Json::Text(text) if text == $text => $name::$variant,)*
                    _ => {
                        reader.refuse(concat!("one of ", $first_text $(, " ", $text)*));
                        $name::$first
                    }
                }
            }
        }
    )*};
}

/// Records, field by field. A field whose name in the files differs is written `field = "name"`.
macro_rules! decode_records {
    ($($name:ident { $($field:ident $(= $key:literal)?),* })*) => {$(
        impl Decode for $name {
            fn decode(value: Json, reader: &mut Reader) -> $name {
                let mut members = reader.object(value);
                $name { $($field: field(&mut members, decode_records!(@key $field $($key)?), reader)),* }
            }
        }
    )*};
    (@key $field:ident $key:literal) => { $key };
    (@key $field:ident) => { stringify!($field) };
}

decode_names! {
    Confidence { High = "high", Medium = "medium", Low = "low" }
    Level { Technical = "technical", Working = "working", Envoys = "envoys", Ministers = "ministers", Leaders = "leaders" }
    Side { A = "a", B = "b" }
    SourceKind { Primary = "primary", Press = "press", Scholarly = "scholarly", Reference = "reference" }
    Tier { A = "A", B = "B", C = "C" }
    EventKind {
        Summit = "summit", Talks = "talks", Agreement = "agreement", Statement = "statement", Sanctions = "sanctions",
        Exercise = "exercise", MissileTest = "missile-test", NuclearTest = "nuclear-test", Military = "military",
        Humanitarian = "humanitarian", Domestic = "domestic"
    }
    Lane { A = "a", B = "b", Both = "both", Other = "other" }
    Role { Expects = "expects", Offers = "offers" }
}

decode_records! {
    Meta { id, title, dek, languages, span, default_as_of, content_licence, checked_on, method, corrections }
    Span { from, to, focus }
    Correction { on, text }
    Party { id, name, formal, short, capital, side, colour }
    Colour { light, dark }
    Preset { id, on, label }
    Source { id, title, publisher, author, date, url, archived_url, kind, tier, agency, lang, seen, note }
    Event {
        id, date, title, summary, kind, parties, lane, level, place, weight, readings, sources, confidence, note, audited
    }
    Reading { party, text, quote, sources }
    Quote { text, by, on, source, lang, translation, original }
    Original { text, lang, source, note }
    Issue { id, title, question, actors, gap, ladder, positions }
    Gap { expects, offers }
    Rung { rung, label, meaning }
    Position {
        party, role, from, until, low, high, text, quote, event, sources, confidence, judgement, note, audited
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value};

    use super::*;

    /// The real dossier, its files merged.
    fn real() -> Value {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/dossiers/us-dprk");
        let mut all = Map::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            // Not the texts of further languages.
            if path.extension().is_some_and(|ending| ending == "json")
                && !path.to_string_lossy().contains(".texts.")
            {
                all.append(&mut serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap());
            }
        }
        Value::Object(all)
    }

    #[test]
    fn reads_what_serde_reads() {
        let json = real();
        let ours = dossier(&json.to_string()).unwrap();
        let whole: Dossier = serde_json::from_value(json).unwrap();
        // All that the app opens; and the method, the corrections and every source beside it where they are there.
        let (meta, sources) = (whole.meta.clone(), whole.sources.clone());
        assert_eq!(ours, Dossier { meta, sources, ..whole.record() });
        let outline = serde_json::to_string(&ours.outline()).unwrap();
        assert_eq!(dossier(&outline).unwrap(), ours.outline());
    }

    /// Names that the real dossier happens not to use are read as serde writes them, too.
    #[test]
    fn names_are_those_of_serde() {
        fn same<
            T: Decode + PartialEq + std::fmt::Debug + serde::de::DeserializeOwned + schemars::JsonSchema,
        >() {
            let schema = serde_json::to_value(schemars::schema_for!(T)).unwrap();
            let listed = schema.get("enum").or_else(|| schema.get("oneOf")).unwrap().as_array().unwrap();
            let names = listed.iter().flat_map(|item| match (item.get("const"), item.get("enum")) {
                (Some(name), _) => vec![name.clone()],
                (None, Some(names)) => names.as_array().unwrap().clone(),
                (None, None) => vec![item.clone()],
            });
            let names: Vec<Value> = names.collect();
            assert!(!names.is_empty());
            for name in names {
                let mut reader = Reader::default();
                let ours = T::decode(Json::Text(name.as_str().unwrap().to_owned()), &mut reader);
                assert!(
                    reader.error.is_none(),
                    "decode.rs does not know {name} of {}",
                    std::any::type_name::<T>()
                );
                assert_eq!(ours, serde_json::from_value(name).unwrap());
            }
        }
        same::<Confidence>();
        same::<Level>();
        same::<Side>();
        same::<SourceKind>();
        same::<Tier>();
        same::<EventKind>();
        same::<Lane>();
        same::<Role>();
    }

    #[test]
    fn of_a_key_that_is_written_twice_the_first_counts() {
        let mut reader = Reader::default();
        let json = r#"{"id": "a", "note": "N", "title": "One", "title": "Two"}"#;
        let mut members = reader.object(json::parse(json).unwrap());
        let mut taken = |key| reader.enter(&mut members, key);
        assert!(taken("id") == Some(Json::Text("a".to_owned())));
        assert!(taken("title") == Some(Json::Text("One".to_owned())));
    }

    #[test]
    fn says_where_it_stopped() {
        let refused = |text: &str| dossier(text).unwrap_err().to_string();
        assert_eq!(refused("{"), "byte 1: JSON expected");
        assert_eq!(refused("[]"), ": an object expected");
        assert_eq!(refused("{}"), "/meta: a value expected");
        let mut broken = real();
        broken["events"][3]["date"] = Value::from("June");
        assert_eq!(refused(&broken.to_string()), "/events/3/date: an EDTF date expected");
        // An object that does not say that it is columns is no list.
        broken["events"] = Value::from(Map::from_iter([("id".to_owned(), Value::from(vec!["a"]))]));
        assert_eq!(refused(&broken.to_string()), "/events: a list expected");
    }
}
