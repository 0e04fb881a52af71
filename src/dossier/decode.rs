//! From JSON to a dossier in the browser. Serde's derived code for some forty record kinds costs the page's wasm many bytes
//! (the figures stand in `docs/decisions.md`); here a field is one call of a shared function. The field names are the
//! model's own, the compiler sees to it that none is missing, and a test that this and serde read the same.
//!
//! This reads dossiers that have been checked: it stops at the first thing it cannot read and says where. Fields it does
//! not know it leaves out.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::Dossier;
use super::date::{Day, Edtf};
use super::model::*;
use super::text::{Quote, Text};

/// What could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {expected} expected")]
pub struct DecodeError {
    /// The way to the place, as a JSON pointer.
    pub path: String,
    /// What should stand there.
    pub expected: &'static str,
}

/// Reads a whole dossier, or its outline.
///
/// # Errors
/// Says where the text stops being JSON, or the JSON a dossier.
pub fn dossier(text: &str) -> Result<Dossier, DecodeError> {
    let value: Value = serde_json::from_str(text).map_err(|error| DecodeError {
        path: ["line ", &error.line().to_string(), ", column ", &error.column().to_string()].concat(),
        expected: "JSON",
    })?;
    Dossier::decode(value)
}

fn expected<T>(expected: &'static str) -> Result<T, DecodeError> {
    Err(DecodeError { path: String::new(), expected })
}

/// A value that can be read from JSON.
trait Decode: Sized {
    fn decode(value: Value) -> Result<Self, DecodeError>;

    /// What an absent field means; `None` where it must be there.
    fn absent() -> Option<Self> {
        None
    }
}

/// Takes a field out of an object.
fn field<T: Decode>(object: &mut Map<String, Value>, key: &'static str) -> Result<T, DecodeError> {
    let found = match object.remove(key) {
        Some(value) => T::decode(value),
        None => T::absent().map_or_else(|| expected("a value"), Ok),
    };
    found.map_err(|error| under(key, error))
}

#[cold]
fn under(step: &str, error: DecodeError) -> DecodeError {
    DecodeError { path: ["/", step, &error.path].concat(), expected: error.expected }
}

fn object(value: Value) -> Result<Map<String, Value>, DecodeError> {
    if let Value::Object(object) = value { Ok(object) } else { expected("an object") }
}

impl Decode for String {
    fn decode(value: Value) -> Result<String, DecodeError> {
        if let Value::String(text) = value { Ok(text) } else { expected("a text") }
    }
}

impl Decode for Text {
    fn decode(value: Value) -> Result<Text, DecodeError> {
        match value {
            Value::String(text) => Ok(Text::Plain(text)),
            value => BTreeMap::decode(value).map(Text::ByLanguage),
        }
    }

    fn absent() -> Option<Text> {
        Some(Text::default())
    }
}

impl Decode for bool {
    fn decode(value: Value) -> Result<bool, DecodeError> {
        if let Value::Bool(value) = value { Ok(value) } else { expected("true or false") }
    }

    fn absent() -> Option<bool> {
        Some(false)
    }
}

impl Decode for f64 {
    fn decode(value: Value) -> Result<f64, DecodeError> {
        value.as_f64().map_or_else(|| expected("a number"), Ok)
    }
}

/// Whole numbers of the sizes the model uses.
macro_rules! decode_whole {
    ($($number:ty),*) => {$(
        impl Decode for $number {
            fn decode(value: Value) -> Result<$number, DecodeError> {
                let number = value.as_u64().and_then(|number| <$number>::try_from(number).ok());
                number.map_or_else(|| expected("a whole number"), Ok)
            }
        }
    )*};
}
decode_whole!(u8, u16, u32);

impl Decode for Day {
    fn decode(value: Value) -> Result<Day, DecodeError> {
        value.as_str().and_then(Day::parse).map_or_else(|| expected("a day as YYYY-MM-DD"), Ok)
    }
}

impl Decode for Edtf {
    fn decode(value: Value) -> Result<Edtf, DecodeError> {
        value.as_str().and_then(|text| Edtf::parse(text).ok()).map_or_else(|| expected("an EDTF date"), Ok)
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: Value) -> Result<Option<T>, DecodeError> {
        if value.is_null() { Ok(None) } else { T::decode(value).map(Some) }
    }

    fn absent() -> Option<Option<T>> {
        Some(None)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Value) -> Result<Vec<T>, DecodeError> {
        let Value::Array(items) = value else { return expected("a list") };
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            list.push(T::decode(item).map_err(|error| under(&list.len().to_string(), error))?);
        }
        Ok(list)
    }

    fn absent() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(value: Value) -> Result<BTreeMap<String, T>, DecodeError> {
        let mut map = BTreeMap::new();
        for (key, value) in object(value)? {
            let value = T::decode(value).map_err(|error| under(&key, error))?;
            map.insert(key, value);
        }
        Ok(map)
    }

    fn absent() -> Option<BTreeMap<String, T>> {
        Some(BTreeMap::new())
    }
}

/// Names, as the files write them.
macro_rules! decode_names {
    ($($name:ident { $($variant:ident = $text:literal),* })*) => {$(
        impl Decode for $name {
            fn decode(value: Value) -> Result<$name, DecodeError> {
                match value.as_str() {
                    $(Some($text) => Ok($name::$variant),)*
                    _ => expected(concat!("one of", $(" ", $text),*)),
                }
            }
        }
    )*};
}

/// Records, field by field. A field whose name in the files differs is written `field = "name"`.
macro_rules! decode_records {
    ($($name:ident { $($field:ident $(= $key:literal)?),* })*) => {$(
        impl Decode for $name {
            fn decode(value: Value) -> Result<$name, DecodeError> {
                let mut object = object(value)?;
                Ok($name { $($field: field(&mut object, decode_records!(@key $field $($key)?))?),* })
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
    EstimateRole { Official = "official", Expert = "expert", Institution = "institution" }
    CommitmentKind { Symbol = "symbol", Substance = "substance" }
    CommitmentState {
        Pledged = "pledged", Begun = "begun", Partly = "partly", Done = "done", Stalled = "stalled", Reversed = "reversed",
        Lapsed = "lapsed", NotChecked = "not-checked"
    }
    CountUnit { Missiles = "missiles", Occasions = "occasions" }
    Outcome { Success = "success", Failure = "failure", Mixed = "mixed", Unknown = "unknown" }
    ViewId {
        Lead = "lead", Timeline = "timeline", Gap = "gap", Words = "words", Meetings = "meetings", Clock = "clock",
        Promises = "promises", Launches = "launches", Argument = "argument", Sources = "sources"
    }
}

decode_records! {
    Dossier {
        schema = "$schema", meta, parties, presets, sources, events, issues, documents, terms, estimates, commitments,
        processes, arms_tests, argument
    }
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
    Quote { text, by, on, source, lang }
    Issue { id, title, question, actors, gap, ladder, positions }
    Gap { expects, offers }
    Rung { rung, label, meaning }
    Position {
        party, role, from, until, low, high, text, quote, event, sources, confidence, judgement, note, audited
    }
    Document { id, title, date, clauses }
    Clause { id, gist, operative_words, ambiguity, readings, sources, note, audited }
    Term { id, term, plain, readings, sources, audited }
    TermReading { party, text, quote, from, sources }
    Estimate {
        id, by, role, party, said_on, claim, years_low, years_high, deadline, what, quote, sources, confidence, note, audited
    }
    Commitment {
        id, by, to, made_on, r#where = "where", text, kind, reversible, announced_as, status, sources, confidence, note,
        audited
    }
    Status { on, state, note, sources }
    Process { id, title, parties, reference, meetings, outcome, note }
    Meeting { date, level, label, place, sources, confidence, note }
    ArmsTests {
        note, definitions, definition_sources, nuclear_tests, missile_launches_by_year, missile_test_days, pauses
    }
    NuclearTest { id, n, date, site, yield_kt_estimates, magnitude, estimates, sources, note }
    YieldEstimate { kt, by, source }
    YearCount { year, launches, reference, unit, definition, success, failure, unknown, sources, note }
    TestDay {
        date, type_as_reported, missiles, outcome, outcome_detail, range_class, distance_km, apogee_km, counted_by,
        dates_by_reference, types_by_reference, sources, note
    }
    Pause { id, start, end, sources, note }
    Argument { id, title, about, sources, steps }
    Step { id, title, claim, quote, supports, complicates, record, sets }
    StepView { on, view, event, issue }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The real dossier, its files merged.
    fn real() -> Value {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/dossiers/us-dprk");
        let mut all = Map::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "json") {
                all.append(&mut serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap());
            }
        }
        Value::Object(all)
    }

    #[test]
    fn reads_what_serde_reads() {
        let json = real();
        let ours = dossier(&json.to_string()).unwrap();
        assert_eq!(ours, serde_json::from_value(json).unwrap());
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
                assert_eq!(T::decode(name.clone()).unwrap(), serde_json::from_value(name).unwrap());
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
        same::<EstimateRole>();
        same::<CommitmentKind>();
        same::<CommitmentState>();
        same::<CountUnit>();
        same::<Outcome>();
        same::<ViewId>();
    }

    #[test]
    fn says_where_it_stopped() {
        let refused = |text: &str| dossier(text).unwrap_err().to_string();
        assert_eq!(refused("{"), "line 1, column 1: JSON expected");
        assert_eq!(refused("[]"), ": an object expected");
        assert_eq!(refused("{}"), "/meta: a value expected");
        let mut broken = real();
        broken["events"][3]["date"] = Value::from("June");
        assert_eq!(refused(&broken.to_string()), "/events/3/date: an EDTF date expected");
    }
}
