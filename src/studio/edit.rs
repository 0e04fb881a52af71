//! What an author does to a dossier, one change at a time. An edit is applied to a version and gives the next, or nothing where it changes
//! nothing; the version before it stays as it was.

use std::rc::Rc;

use super::history::Deed;
use super::label::{languages, slug};
use super::ladder;
use super::path::{Path, Step, relist, remove, set};
use super::refs::{kind_of, renamed};
use super::schema::{At, Kind, Schema, Shape};
use super::value::{Value, is_number};
use super::{blank, label, table};

/// A change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A field holds this text now, read as its kind of field has it: a number, a date, a choice. An empty one is taken away where it may be
    /// missing.
    Type(Path, String),
    /// A text says this in a language.
    TypeIn(Path, String, String),
    /// A record is called otherwise; so it is wherever it is named.
    Rename(Path, String),
    /// A record is called after its date and title.
    NameByTitle(Path),
    /// A list has one more item, or an optional record is there.
    Add(Path),
    /// A map has a value under one more key.
    AddKey(Path, String),
    /// A list of ids has one more; or a field names this record.
    Pick(Path, String),
    /// An item or a field is gone.
    Remove(Path),
    /// A list has an item twice, the second under an id of its own.
    Duplicate(Path),
    /// An item stands at another place of its list.
    Move(Path, usize),
    /// The parts have more records: an object as in a dossier's file.
    Join(Value),
    /// The dossier's table of events is another text.
    Table(Rc<str>),
    /// The table has one more column.
    Column(String),
    /// A row of the table that did not fit its columns is written otherwise.
    Reread(Path, String),
}

/// What an edit came to.
#[derive(Clone, Debug)]
pub struct Changed {
    /// The dossier now.
    pub doc: Value,
    /// The place that it is about, as it is called now.
    pub place: Path,
}

/// Why an edit is not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It would change nothing, or leads nowhere.
    Nothing,
    /// So many positions stand on the rung that would go.
    Stood(usize),
    /// The id is another record's, or none: what names this one would not lead to it any more.
    Id(String),
}

impl Edit {
    /// The place that it is about, as it was called before; none of what is about several.
    pub fn place(&self) -> Option<&Path> {
        match self {
            Edit::Type(path, _)
            | Edit::TypeIn(path, _, _)
            | Edit::Rename(path, _)
            | Edit::NameByTitle(path)
            | Edit::Add(path)
            | Edit::AddKey(path, _)
            | Edit::Pick(path, _)
            | Edit::Remove(path)
            | Edit::Duplicate(path)
            | Edit::Move(path, _)
            | Edit::Reread(path, _) => Some(path),
            Edit::Join(_) | Edit::Table(_) | Edit::Column(_) => None,
        }
    }

    /// Whether it is a step of writing in a field, of which many make one change.
    pub fn is_typing(&self) -> bool {
        matches!(self, Edit::Type(..) | Edit::TypeIn(..))
    }

    /// What it does, in a word.
    pub fn deed(&self) -> Deed {
        match self {
            Edit::Type(..) | Edit::TypeIn(..) | Edit::Pick(..) => Deed::Write,
            Edit::Rename(..) | Edit::NameByTitle(_) => Deed::Rename,
            Edit::Add(_) | Edit::AddKey(..) => Deed::Add,
            Edit::Remove(_) => Deed::Remove,
            Edit::Duplicate(_) => Deed::Duplicate,
            Edit::Move(..) => Deed::Move,
            Edit::Join(_) | Edit::Table(_) => Deed::Import,
            Edit::Column(_) => Deed::Add,
            Edit::Reread(..) => Deed::Write,
        }
    }

    /// Applies it.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn apply(&self, schema: &Schema, doc: &Value) -> Result<Changed, Refused> {
        let written = |new: Value, path: &Path| (with_short(schema, doc, new, path), path.clone());
        let changed = match self {
            Edit::Type(path, text) => typed(schema, doc, path, text).map(|new| written(new, path)),
            Edit::TypeIn(path, language, text) => {
                typed_in(schema, doc, path, language, text).map(|new| written(new, path))
            }
            Edit::Rename(path, id) => Some((rename(schema, doc, path, id.trim())?, path.clone())),
            Edit::NameByTitle(path) => {
                let id = id_by_title(schema, doc, path).ok_or(Refused::Nothing)?;
                Some((rename(schema, doc, path, &id)?, path.clone()))
            }
            Edit::Add(path) => add(schema, doc, path),
            Edit::AddKey(path, key) => add_key(schema, doc, path, key),
            Edit::Pick(path, id) => pick(schema, doc, path, id).map(|doc| (doc, path.clone())),
            Edit::Remove(path) => return removed(schema, doc, path),
            Edit::Duplicate(path) => duplicate(schema, doc, path),
            Edit::Move(path, to) => moved(schema, doc, path, *to),
            Edit::Join(parts) => join(schema, doc, parts),
            Edit::Table(text) => Some((table::with(doc, text), Path::default().key(table::ROWS))),
            Edit::Column(name) => {
                table::with_column(doc, name).map(|doc| (doc, Path::default().key(table::ROWS)))
            }
            Edit::Reread(path, text) => {
                table::reread(doc, path, text).and_then(|doc| path.split().map(|(row, _)| (doc, row)))
            }
        };
        match changed {
            Some((new, place)) if new != *doc => Ok(Changed { doc: new, place }),
            _ => Err(Refused::Nothing),
        }
    }
}

/// Sets a value; a new key comes where the format has it.
fn put(schema: &Schema, doc: &Value, path: &Path, value: Value) -> Option<Value> {
    let record = schema.at(path).map_or("", |at| at.record).to_owned();
    set(doc, &path.0, value, &|key| schema.before(&record, key))
}

fn may_be_missing(at: &At<'_>, path: &Path) -> bool {
    let is_field =
        at.field.is_some_and(|field| matches!(path.0.last(), Some(Step::Key(key)) if *key == field.name));
    is_field && at.field.is_some_and(|field| !field.required)
}

fn take_away(doc: &Value, path: &Path) -> Option<Value> {
    remove(doc, &path.0).or_else(|| Some(doc.clone()))
}

fn typed(schema: &Schema, doc: &Value, path: &Path, text: &str) -> Option<Value> {
    let at = schema.at(path)?;
    let value = match at.shape? {
        Shape::Words => {
            let first = label::languages(doc).first().copied().unwrap_or("en").to_owned();
            return typed_in(schema, doc, path, &first, text);
        }
        Shape::Flag if text.is_empty() => return take_away(doc, path),
        Shape::Number { .. } if text.trim().is_empty() => return take_away(doc, path),
        _ if text.is_empty() && may_be_missing(&at, path) => return take_away(doc, path),
        Shape::Flag => Value::Bool(text == "true"),
        // What is no number is kept as it was typed, and the checker says so.
        Shape::Number { .. } if is_number(text.trim()) => Value::Number(text.trim().into()),
        _ => Value::text(text),
    };
    put(schema, doc, path, value)
}

/// The dossier with a party's short name following its name, as long as the two are equal: what a template or a new record has for both is
/// not left in one.
fn with_short(schema: &Schema, before: &Value, doc: Value, path: &Path) -> Value {
    let Some((party, Step::Key(key))) = path.split() else { return doc };
    let is_name = **key == *"name" && schema.at(path).is_some_and(|at| at.record == "Party");
    let [name, short] = [party.key("name"), party.key("short")];
    if !is_name || short.find(before) != name.find(before) {
        return doc;
    }
    let followed = name.find(&doc).and_then(|text| put(schema, &doc, &short, text.clone()));
    followed.unwrap_or(doc)
}

fn typed_in(schema: &Schema, doc: &Value, path: &Path, language: &str, text: &str) -> Option<Value> {
    let at = schema.at(path)?;
    let declared = languages(doc);
    let first = declared.first().copied().unwrap_or("en");
    let value = match path.find(doc) {
        Some(Value::Object(texts)) => {
            let mut texts: Vec<(Rc<str>, Value)> = texts.to_vec();
            let place = texts.iter().position(|(tag, _)| &**tag == language);
            match place {
                Some(place) if text.is_empty() => {
                    texts.remove(place);
                }
                Some(place) => texts.get_mut(place)?.1 = Value::text(text),
                None if text.is_empty() => {}
                None => texts.push((language.into(), Value::text(text))),
            }
            if texts.is_empty() { Value::text("") } else { Value::Object(Rc::new(texts)) }
        }
        old if language == first || !matches!(old, None | Some(Value::Text(_))) => Value::text(text),
        old => {
            let plain = old.and_then(Value::as_text).filter(|plain| !plain.is_empty());
            let before = plain.map(|plain| (first, Value::text(plain)));
            Value::object(before.into_iter().chain((!text.is_empty()).then(|| (language, Value::text(text)))))
        }
    };
    let is_empty = matches!(&value, Value::Text(text) if text.is_empty())
        || matches!(&value, Value::Object(texts) if texts.is_empty());
    if is_empty && may_be_missing(&at, path) {
        return take_away(doc, path);
    }
    put(schema, doc, path, if is_empty { Value::text("") } else { value })
}

fn rename(schema: &Schema, doc: &Value, path: &Path, id: &str) -> Result<Value, Refused> {
    let record = schema.at(path).ok_or(Refused::Nothing)?.record;
    let old = path.find(doc).and_then(Value::as_text).unwrap_or_default();
    let changed = put(schema, doc, path, Value::text(id)).ok_or(Refused::Nothing)?;
    let is_id = matches!(path.0.last(), Some(Step::Key(key)) if **key == *"id");
    let Some(kind) = kind_of(record).filter(|_| is_id && old != id) else { return Ok(changed) };
    let bearers =
        |doc: &Value, id: &str| label::named(doc, kind).iter().filter(|(known, _)| known == id).count();
    // What is named by the old id could not be told from another's any more, nor renamed again.
    if bearers(&changed, id) != 1 {
        return Err(Refused::Id(id.to_owned()));
    }
    // Where two came with one id, nobody knows which of them is meant.
    Ok(if bearers(doc, old) == 1 { renamed(&changed, schema, kind, old, id) } else { changed })
}

/// The list in which a record stands, without it.
fn others(doc: &Value, record: &Path) -> Vec<Value> {
    let Some((list, Step::Item(own))) = record.split() else { return Vec::new() };
    let items = list.find(doc).map_or(&[][..], Value::items).iter().enumerate();
    let others = items.filter(|(place, _)| place != own).map(|(_, item)| item.clone());
    others.chain(beside(doc, &list).iter().cloned()).collect()
}

/// The records that must have other ids than those of a list: the events of the table, and those that stand in the JSON.
fn beside<'d>(doc: &'d Value, list: &Path) -> &'d [Value] {
    let other = match list.part() {
        Some("events") => table::ROWS,
        Some(table::ROWS) => "events",
        _ => return &[],
    };
    doc.get(other).filter(|_| list.0.len() == 1).map_or(&[], Value::items)
}

/// An id that no record of a list has, nor one that must have another.
fn free_id(doc: &Value, path: &Path, list: &[Value], wanted: &str) -> String {
    match beside(doc, path) {
        [] => blank::free_id(list, wanted),
        beside => blank::free_id(&[list, beside].concat(), wanted),
    }
}

/// The id that a record has after its date and title; where those have no Latin letters, after what else it says, and its kind at least.
fn id_by_title(schema: &Schema, doc: &Value, path: &Path) -> Option<String> {
    let (above, _) = path.split()?;
    let record = above.find(doc)?;
    let language = blank::first_language(doc);
    let name = label::names(record, &language).into_iter().map(slug).find(|name| !name.is_empty());
    let name = name.unwrap_or_default();
    let shape = schema.at(path)?.record;
    let kind = kind_of(shape);
    let date = label::date(record);
    let wanted = if name.is_empty() {
        let publisher = record.get("publisher").and_then(|publisher| label::words(publisher, &language));
        let kind = record.text_at("kind").filter(|kind| !kind.is_empty()).unwrap_or(shape);
        slug(&[publisher.unwrap_or_default(), &date, kind].join(" "))
    } else if kind == Some(Kind::Event) {
        slug(&[&date, &*name].join(" "))
    } else {
        name
    };
    let mut others = others(doc, &above);
    // Clauses of other documents too must have other ids.
    if kind == Some(Kind::Clause) {
        let own = record.text_at("id");
        let clauses = label::named(doc, Kind::Clause).into_iter().filter(|(id, _)| Some(&**id) != own);
        others.extend(clauses.map(|(id, _)| Value::object([("id", Value::text(&id))])));
    }
    Some(blank::free_id(&others, &wanted))
}

/// What the record of an issue's ladder changed to, told by where each rung stood before.
fn settle(doc: Value, list: &Path, order: &[Option<usize>]) -> Option<Value> {
    let (issue, _) = list.split()?;
    let settled = ladder::reordered(issue.find(&doc)?, order);
    set(&doc, &issue.0, settled, &|_| Vec::new())
}

fn is_ladder(schema: &Schema, list: &Path) -> bool {
    let shape = schema.at(list).and_then(|at| at.shape);
    matches!(shape, Some(Shape::List(inner)) if **inner == Shape::Record("Rung".into()))
}

fn add(schema: &Schema, doc: &Value, path: &Path) -> Option<(Value, Path)> {
    let at = schema.at(path)?;
    match at.shape? {
        Shape::List(inner) => {
            // A table that is not here, or is kept as a text, has no place for a row.
            if path.part() == Some(table::ROWS) && !matches!(path.find(doc)?, Value::List(_)) {
                return None;
            }
            let list = path.find(doc).map_or(&[][..], Value::items);
            let item = match &**inner {
                Shape::Record(name) => {
                    let has_id = schema.field(name, "id").is_some();
                    let id = if has_id { free_id(doc, path, list, "new") } else { String::new() };
                    blank::record(schema, name, &id, list.len())
                }
                Shape::Number { .. } => Value::Number("0".into()),
                other => blank::empty(schema, other)?,
            };
            let place = path.item(list.len());
            let longer = list.iter().cloned().chain([item]).collect();
            Some((put(schema, doc, path, Value::list(longer))?, place))
        }
        Shape::Record(name) if path.find(doc).is_none_or(|there| *there == Value::Null) => {
            let id = if schema.field(name, "id").is_some() { "new" } else { "" };
            Some((put(schema, doc, path, blank::record(schema, name, id, 0))?, path.clone()))
        }
        _ => None,
    }
}

fn add_key(schema: &Schema, doc: &Value, path: &Path, key: &str) -> Option<(Value, Path)> {
    let Shape::Map(inner) = schema.at(path)?.shape? else { return None };
    let key = key.trim();
    let place = path.key(key);
    if key.is_empty() || path.find(doc).is_some_and(|map| map.get(key).is_some()) {
        return None;
    }
    Some((put(schema, doc, &place, blank::empty(schema, inner)?)?, place))
}

fn pick(schema: &Schema, doc: &Value, path: &Path, id: &str) -> Option<Value> {
    match schema.at(path)?.shape? {
        Shape::List(_) => {
            let list = path.find(doc).map_or(&[][..], Value::items);
            if list.iter().any(|known| known.as_text() == Some(id)) {
                return None;
            }
            let longer = list.iter().cloned().chain([Value::text(id)]).collect();
            put(schema, doc, path, Value::list(longer))
        }
        _ => typed(schema, doc, path, id),
    }
}

fn removed(schema: &Schema, doc: &Value, path: &Path) -> Result<Changed, Refused> {
    let nothing = Refused::Nothing;
    let (list, step) = path.split().ok_or(Refused::Nothing)?;
    let mut new = remove(doc, &path.0).ok_or(nothing)?;
    let mut place = list.clone();
    if let Step::Item(gone) = step {
        let left = list.find(&new).map_or(0, |list| list.items().len());
        if is_ladder(schema, &list) {
            let issue = list.split().and_then(|(issue, _)| issue.find(doc).cloned()).unwrap_or(Value::Null);
            let standing = ladder::standing_on(&issue, *gone);
            if standing > 0 {
                return Err(Refused::Stood(standing));
            }
            let order: Vec<Option<usize>> = (0..left).map(|at| Some(at + usize::from(at >= *gone))).collect();
            new = settle(new, &list, &order).ok_or(Refused::Nothing)?;
        }
        // A list that may be missing and has nothing left is not written.
        let optional = schema.at(&list).is_some_and(|at| may_be_missing(&at, &list));
        if left == 0 && optional && list.0.len() > 1 {
            new = remove(&new, &list.0).unwrap_or(new);
        } else if left > 0 {
            place = list.item((*gone).min(left - 1));
        }
    }
    Ok(Changed { doc: new, place })
}

fn duplicate(schema: &Schema, doc: &Value, path: &Path) -> Option<(Value, Path)> {
    let (list, Step::Item(own)) = path.split()? else { return None };
    let mut copy = path.find(doc)?.clone();
    let items = list.find(doc)?.items();
    if let Some(id) = copy.text_at("id").map(str::to_owned) {
        let id = Value::text(&free_id(doc, &list, items, &id));
        copy = set(&copy, &[Step::Key("id".into())], id, &|_| Vec::new())?;
    }
    let count = items.len();
    let mut new = relist(doc, &list, |items| {
        items.insert(own + 1, copy);
        Some(())
    })?;
    if is_ladder(schema, &list) {
        let order: Vec<Option<usize>> = (0..=count)
            .map(|at| if at == own + 1 { None } else { Some(at - usize::from(at > own + 1)) })
            .collect();
        new = settle(new, &list, &order)?;
    }
    Some((new, list.item(own + 1)))
}

fn moved(schema: &Schema, doc: &Value, path: &Path, to: usize) -> Option<(Value, Path)> {
    let (list, Step::Item(from)) = path.split()? else { return None };
    let count = list.find(doc)?.items().len();
    let to = to.min(count.checked_sub(1)?);
    let shift = |places: &mut Vec<usize>| {
        let place = places.remove(*from);
        places.insert(to, place);
    };
    if *from >= count || *from == to {
        return None;
    }
    let mut order: Vec<usize> = (0..count).collect();
    shift(&mut order);
    let mut new = relist(doc, &list, |items| {
        *items = order.iter().filter_map(|place| items.get(*place).cloned()).collect();
        Some(())
    })?;
    if is_ladder(schema, &list) {
        let order: Vec<Option<usize>> = order.into_iter().map(Some).collect();
        new = settle(new, &list, &order)?;
    }
    Some((new, list.item(to)))
}

/// Adds the records of each list to the part of its name.
fn join(schema: &Schema, doc: &Value, parts: &Value) -> Option<(Value, Path)> {
    let (mut doc, mut place) = (doc.clone(), None);
    for (part, records) in parts.members() {
        let path = Path::default().key(part);
        if !matches!(schema.at(&path).and_then(|at| at.shape), Some(Shape::List(_)))
            || records.items().is_empty()
        {
            continue;
        }
        let mut list = path.find(&doc).map_or(&[][..], Value::items).to_vec();
        // Events are what one wants to see first.
        if place.is_none() || &**part == "events" {
            place = Some(path.item(list.len()));
        }
        for record in records.items() {
            let own = record.text_at("id").unwrap_or("new").to_owned();
            let id = Value::text(&free_id(&doc, &path, &list, &own));
            list.push(set(record, &[Step::Key("id".into())], id, &|_| Vec::new())?);
        }
        doc = put(schema, &doc, &path, Value::list(list))?;
    }
    Some((doc, place?))
}
