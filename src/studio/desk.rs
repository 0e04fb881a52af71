//! A dossier being edited: what it says now, what is shown of it, and what every command does. Knows no browser: a command comes in, and
//! perhaps a place that the focus should go to comes out.

mod command;
mod pasted;
mod picker;

use std::collections::BTreeSet;
use std::rc::Rc;

use super::edit::{Edit, Refused};
use super::find::{self, Hit};
use super::history::{Done, History};
use super::label;
use super::path::{Path, Step};
use super::problems::Problems;
use super::schema::{DOSSIER, Field, Schema, Shape};
use super::table;
use super::value::Value;

pub use command::{Command, Pane, Rest, Told};
pub use pasted::{Noticed, Rows};
pub use picker::Picker;

/// A dossier being edited.
pub struct Desk {
    schema: Rc<Schema>,
    doc: Value,
    history: History,
    /// The part that is shown.
    pub part: Rc<str>,
    /// Which of its records.
    pub record: Option<usize>,
    /// What is open in the form.
    open: BTreeSet<Path>,
    /// The words that records must have to be listed.
    pub filter: String,
    /// The words that are looked for everywhere.
    pub query: String,
    /// Where they stand.
    pub hits: Rc<Vec<Hit>>,
    /// What the checker found.
    pub problems: Rc<Problems>,
    /// The version of which it found that.
    checked: Option<Value>,
    /// The record being looked for.
    pub picker: Option<Picker>,
    /// The pane that is shown.
    pub pane: Pane,
    /// Whether the problems are listed.
    pub problems_shown: bool,
    /// Whether another tab edits it: nothing is changed here.
    pub read_only: bool,
    /// Rows of a spreadsheet on their way.
    pub rows: Option<Rows>,
    /// The text of the rows as it was pasted, until they are added or put away.
    pub pasted: Rc<str>,
    /// The text of the rows that were added last, and the version that has them first.
    joined: Option<(Value, Rc<str>)>,
    /// The id that was refused last: its place, and what was written there.
    pub refused: Option<(Path, String)>,
    /// What is being written in a field that counts once it is left, and which that is: what is drawn meanwhile leaves it there.
    pub draft: Option<(Path, String)>,
    /// What was done last, for who cannot see it.
    pub told: Option<Told>,
    /// Counts what was told: the same may be told twice.
    pub tells: u32,
    /// What is new now that nobody writes.
    pub rest: Rest,
    /// What was new before, as it was told last.
    known: Rest,
}

impl Desk {
    /// Opens a dossier.
    pub fn new(schema: Rc<Schema>, doc: Value) -> Desk {
        Desk {
            schema,
            doc,
            history: History::default(),
            part: "meta".into(),
            record: None,
            open: BTreeSet::new(),
            filter: String::new(),
            query: String::new(),
            hits: Rc::default(),
            problems: Rc::default(),
            checked: None,
            picker: None,
            pane: Pane::default(),
            problems_shown: false,
            read_only: false,
            rows: None,
            pasted: "".into(),
            joined: None,
            refused: None,
            draft: None,
            told: None,
            tells: 0,
            rest: Rest::default(),
            known: Rest::default(),
        }
    }

    /// The dossier as it is now.
    pub fn doc(&self) -> &Value {
        &self.doc
    }

    /// The format.
    pub fn schema(&self) -> &Rc<Schema> {
        &self.schema
    }

    /// What can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether the checker has seen this version.
    pub fn is_checked(&self) -> bool {
        self.checked.as_ref().is_some_and(|checked| checked.same(&self.doc))
    }

    /// Whether a part of the form is open.
    pub fn is_open(&self, path: &Path) -> bool {
        self.open.contains(path)
    }

    /// The parts of a dossier, in the format's order.
    pub fn parts(&self) -> impl Iterator<Item = &Field> {
        let has_table = table::state(&self.doc) != table::State::None;
        let shown = move |field: &&Field| {
            !matches!(field.shape, Shape::Plain) && (has_table || &*field.name != table::ROWS)
        };
        self.schema.fields(DOSSIER).iter().filter(shown)
    }

    /// The part that is shown, as the format has it.
    pub fn part_field(&self) -> Option<&Field> {
        self.schema.field(DOSSIER, &self.part)
    }

    /// The path of what the form is for: a record of a list, or a part that is one record.
    pub fn form(&self) -> Option<Path> {
        let part = Path::default().key(&self.part);
        match self.part_field()?.shape {
            Shape::List(_) => {
                let path = part.item(self.record?);
                path.find(&self.doc).map(|_| path)
            }
            _ => part.find(&self.doc).filter(|value| **value != Value::Null).map(|_| part),
        }
    }

    /// The language of plain texts.
    pub fn language(&self) -> &str {
        label::languages(&self.doc).first().copied().unwrap_or("en")
    }

    /// Does what a command says; a place where the focus should go comes back.
    pub fn act(&mut self, command: Command) -> Option<Path> {
        // The checker's answer and a rest come when they come, and a field is left by what was done: none of them takes the word from those who
        // are only told.
        if !matches!(command, Command::Checked(..) | Command::Rested(_) | Command::Left) {
            (self.told, self.rest) = (None, Rest::default());
            self.tells = self.tells.wrapping_add(1);
        }
        match command {
            Command::Edit(edit, at) => return self.edit(&edit, at),
            Command::Left => self.history.close(),
            Command::Undo | Command::Redo if self.read_only => {}
            Command::Undo => {
                self.told = Some(Told::Undone(self.history.last(&self.doc)?));
                // Rows that are not in the dossier any more may be mended and read again.
                if let Some((_, rows)) = self.joined.as_ref().filter(|(doc, _)| doc.same(&self.doc))
                    && self.pasted.is_empty()
                {
                    self.pasted = rows.clone();
                }
                let turned = self.history.undo(&self.doc);
                return self.turned(turned);
            }
            Command::Redo => {
                self.told = Some(Told::Redone(self.history.next(&self.doc)?));
                let turned = self.history.redo(&self.doc);
                let place = self.turned(turned);
                if self.joined.as_ref().is_some_and(|(doc, rows)| doc.same(&self.doc) && *rows == self.pasted)
                {
                    self.pasted = "".into();
                }
                return place;
            }
            Command::Show(part, record) => {
                if *part != *self.part {
                    self.filter.clear();
                }
                let is_list = matches!(self.schema.field(DOSSIER, &part)?.shape, Shape::List(_));
                self.part = part.into();
                self.record = record;
                self.leave();
                self.history.close();
                if record.is_some() || !is_list {
                    self.pane = Pane::Form;
                }
            }
            Command::Go(path) => return self.go(&path),
            Command::Toggle(path) => {
                if !self.open.remove(&path) {
                    self.open.insert(path);
                }
            }
            Command::Filter(words) => self.filter = words,
            Command::Find(words) => {
                let enough = words.trim().chars().count() > 1;
                self.hits = Rc::new(if enough { find::find(&self.doc, &words) } else { Vec::new() });
                self.query = words;
            }
            Command::Pane(pane) => self.pane = pane,
            Command::ShowProblems => self.problems_shown = !self.problems_shown,
            Command::Checked(doc, problems) => {
                self.checked = Some(doc);
                if *self.problems != problems {
                    self.problems = Rc::new(problems);
                }
            }
            Command::Rested(kept) => self.rested(kept),
            Command::Seek(path, query) => {
                let marked = (!query.is_empty()).then_some(0);
                self.picker = Some(Picker { path, query, marked });
            }
            Command::Mark(next) => self.mark(next),
            Command::Take => return self.take(),
            Command::Drop => self.picker = None,
            Command::Draft(path, text) => self.draft = Some((path, text)),
            Command::Pasted(text) => self.pasted = text.into(),
            Command::Rows(rows) => {
                match rows {
                    Some(_) => self.pane = Pane::Form,
                    None => self.pasted = "".into(),
                }
                self.rows = rows;
            }
            Command::Join if self.read_only => {}
            Command::Join => {
                if let Some(Rows::Read { parts, .. }) = self.rows.take() {
                    let place = self.edit(&Edit::Join(parts), None)?;
                    self.joined = Some((self.doc.clone(), std::mem::take(&mut self.pasted)));
                    return Some(place);
                }
            }
        }
        None
    }

    fn edit(&mut self, edit: &Edit, at: Option<f64>) -> Option<Path> {
        if self.read_only {
            return None;
        }
        (self.refused, self.draft) = (None, None);
        let changed = match edit.apply(&self.schema, &self.doc) {
            Ok(changed) => changed,
            Err(Refused::Stood(count)) => {
                self.told = Some(Told::Stood(count));
                return None;
            }
            Err(Refused::Id(id)) => {
                self.refused = edit.place().map(|place| (place.clone(), id));
                return None;
            }
            Err(Refused::Nothing) => return None,
        };
        let at = at.filter(|_| edit.is_typing());
        let before = std::mem::replace(&mut self.doc, changed.doc);
        let place = changed.place;
        let (about, version) = match edit {
            Edit::Remove(path) => (path, &before),
            _ => (&place, &self.doc),
        };
        let done = Done { deed: edit.deed(), about: about.clone(), version: version.clone() };
        self.history.note(before, (done.deed, &done.about), place.clone(), at);
        match edit {
            Edit::Type(..) | Edit::TypeIn(..) | Edit::Rename(..) | Edit::NameByTitle(_) => return None,
            Edit::Pick(path, _) => {
                self.picker = None;
                return Some(path.clone());
            }
            Edit::Move(..) => {
                let (list, step) = place.split()?;
                let count = list.find(&self.doc).map_or(0, |list| list.items().len());
                if let Step::Item(at) = step {
                    self.told = Some(Told::Moved(at + 1, count));
                }
                if let Some(from) = edit.place() {
                    self.carry_open(from, &place);
                }
            }
            Edit::Remove(path) => {
                self.told = Some(Told::Did(done));
                self.open.retain(|open| !open.0.starts_with(&path.0));
            }
            _ => self.told = Some(Told::Did(done)),
        }
        if let Edit::Add(_) | Edit::AddKey(..) | Edit::Duplicate(_) | Edit::Join(_) = edit {
            self.open.insert(place.clone());
            self.pane = Pane::Form;
        }
        self.follow(&place);
        Some(place)
    }

    /// Tells what is new since it was told last.
    fn rested(&mut self, kept: bool) {
        let known = self.known;
        let count = self.is_checked().then(|| (self.problems.errors, self.problems.warnings()));
        let rest = Rest { kept: kept && !known.kept, count: count.filter(|_| count != known.count) };
        if rest != Rest::default() {
            self.rest = rest;
            self.known = Rest { kept: kept || known.kept, count: count.or(known.count) };
        }
    }

    /// Moves what is open along with what moved.
    fn carry_open(&mut self, from: &Path, to: &Path) {
        let (was, is) = (self.open.contains(from), self.open.contains(to));
        self.open.remove(from);
        self.open.remove(to);
        if was {
            self.open.insert(to.clone());
        }
        if is {
            self.open.insert(from.clone());
        }
    }

    /// Another place is shown: what was begun where one was is over. Rows that were pasted are kept.
    fn leave(&mut self) {
        (self.picker, self.rows, self.refused, self.draft) = (None, None, None, None);
    }

    /// Shows the record that a place is in.
    fn follow(&mut self, place: &Path) {
        self.leave();
        let Some(part) = place.part() else { return };
        let Some(field) = self.schema.field(DOSSIER, part) else { return };
        let is_list = matches!(field.shape, Shape::List(_));
        if *part != *self.part {
            self.filter.clear();
            self.part = part.into();
        }
        if is_list {
            self.record = place
                .record()
                .filter(|record| Path::default().key(part).item(*record).find(&self.doc).is_some());
        } else {
            self.record = None;
        }
        let depth = if is_list { 2 } else { 1 };
        for length in depth + 1..=place.0.len() {
            self.open.insert(Path(place.0.iter().take(length).cloned().collect()));
        }
    }

    fn go(&mut self, path: &Path) -> Option<Path> {
        self.follow(path);
        self.pane = Pane::Form;
        self.history.close();
        Some(path.clone())
    }

    fn turned(&mut self, turned: Option<(Value, Path)>) -> Option<Path> {
        let (doc, place) = turned?;
        self.doc = doc;
        // What the place was called after the change may not be there before it.
        let mut there = place;
        while there.find(&self.doc).is_none() && there.0.len() > 2 {
            there = there.split().map(|(above, _)| above).unwrap_or_default();
        }
        self.follow(&there);
        Some(there)
    }
}
