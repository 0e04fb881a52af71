//! Opens any dossier: reads the answer as it arrives, then its table of events, draws it, and only then has it checked and the rest of
//! its record written, so that the picture waits for nothing it does not need. A dossier in which the checker then finds an error is taken away again: no
//! reader should take half a record for a whole one.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, RequestCredentials, RequestInit, Response, Url};

use super::opening::{Listed, Opening};
use super::sections;
use super::stream::{Body, SLICE, pause};
use super::untouched::Untouched;
use super::{document, next_frame, now, start, window};
use crate::dossier::model::Event;
use crate::dossier::table::{EventTable, MOST_RECORDS, Problems, TableReader};
use crate::dossier::{Dossier, decode};
use crate::index::{Building, Index, Source};

/// The largest JSON that is read. It is decoded at once, and more would hold the page up for too long.
const MOST_JSON: f64 = 4_000_000.0;
/// The largest table that is read, more than twice what a million events of ordinary length take. The page's memory is 4 GB, and a table that
/// fills it leaves the page dead; some servers send without end.
const MOST_TABLE: f64 = 512_000_000.0;
/// Events that one step of the index takes: well under a millisecond of work.
const EVENTS_AT_ONCE: usize = 4096;
/// The most problems listed.
const MOST_LISTED: usize = 50;

/// What has been read.
struct Opened {
    dossier: Dossier,
    /// The table beside it, where it names one.
    table: Option<EventTable>,
    /// The JSON's text, for the checker.
    text: String,
}

/// What can be drawn.
struct Ready {
    dossier: Dossier,
    events: Index,
    text: String,
}

/// Why there is nothing to show.
enum Trouble {
    /// No answer, or one that ended too early.
    NoAnswer(String),
    /// An answer that is a refusal; the table where that was asked for.
    Status(u16, Option<String>),
    /// More than is read; the page's words for it, and which file.
    Large(&'static str, String),
    /// Bytes that are no text; which file.
    NotText(String),
    /// Something else than a dossier, and not meant for one; the page's words for it.
    Other(&'static str),
    /// Text that is no dossier; what the decoder says.
    Wrong { text: String, said: String },
    /// A table with errors; its name.
    Table(String, Problems),
}

/// What the checker says of a text.
struct Found {
    errors: usize,
    warnings: usize,
    /// The first of them.
    problems: Vec<Listed>,
    /// The parts of the record that it wrote, as markup.
    parts: Vec<String>,
}

/// What the opening needs all the time.
#[derive(Clone)]
struct Task {
    opening: Opening,
    stop: AbortController,
    address: String,
    check: Function,
}

/// Opens any dossier on the page made for that. `answer` is the fetch of it, which began before this program was here; `stop`
/// ends that and what follows. `check` runs the checker on a name and a text. `on_panic` is called with the message when the app
/// breaks.
///
/// # Errors
/// Says what the page lacks.
#[wasm_bindgen]
pub fn open(
    answer: js_sys::Promise,
    stop: AbortController,
    address: String,
    check: Function,
    on_panic: Function,
) -> Result<(), JsValue> {
    start::install_panic_hook(on_panic);
    let opening = Opening::begin()?;
    let task = Task { opening, stop, address, check };
    task.opening.say("loading", &name_of(&task.address));
    let cancelled = task.clone();
    task.opening.on_cancel(move || cancelled.stop.abort());
    spawn_local(async move {
        let ready = match task.read(answer).await {
            Ok(opened) => Ok(task.ready(opened).await),
            Err(trouble) => Err(trouble),
        };
        match ready {
            // Stopped at whatever point, nothing is drawn.
            _ if task.is_stopped() => task.opening.fail("cancelled", ""),
            Ok(Some(ready)) => task.show(ready),
            Ok(None) => {}
            Err(trouble) => task.tell(trouble).await,
        }
    });
    Ok(())
}

impl Task {
    /// Reads the JSON, and the table that it names.
    async fn read(&self, answer: js_sys::Promise) -> Result<Opened, Trouble> {
        let name = name_of(&self.address);
        let mut body = self.body(JsFuture::from(answer).await, None).await?;
        let mut bytes = Vec::new();
        loop {
            if exceeds(&body, MOST_JSON) {
                return Err(other(&name, &bytes).unwrap_or(Trouble::Large("large", name)));
            }
            let told = |body: &Body| self.opening.progress(body, None);
            told(&body);
            let more = body.next(|piece| bytes.extend_from_slice(piece), told).await;
            if !more.map_err(|error| self.no_answer(&error))? {
                break;
            }
        }
        let text = String::from_utf8(bytes).map_err(|_| Trouble::NotText(name.clone()))?;
        // Some editors write a mark before the text, which is no part of it; the checker warns of it.
        let json = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let dossier = match decode::dossier(json) {
            Ok(dossier) => dossier,
            Err(error) => {
                let other = other(&name, json.as_bytes());
                return Err(other.unwrap_or(Trouble::Wrong { said: error.to_string(), text }));
            }
        };
        let table = match dossier.event_table.as_deref() {
            Some(table) => {
                let Some(address) = self.beside(table) else {
                    // The checker says what is wrong with the address.
                    return Err(Trouble::Wrong { said: table.to_owned(), text });
                };
                Some(self.table(table, &address, &dossier).await?)
            }
            None => None,
        };
        Ok(Opened { dossier, table, text })
    }

    /// The whole address of a file beside the dossier; `None` where the relative one names no such file.
    fn beside(&self, relative: &str) -> Option<String> {
        let beside = crate::dossier::table::is_beside(relative);
        Some(Url::new_with_base(relative, &self.address).ok().filter(|_| beside)?.href())
    }

    /// Reads the table at an address; `relative` is what the dossier calls it.
    async fn table(&self, relative: &str, address: &str, dossier: &Dossier) -> Result<EventTable, Trouble> {
        let name = name_of(address);
        self.opening.say("reading", &name);
        let request = RequestInit::new();
        request.set_credentials(RequestCredentials::Omit);
        request.set_signal(Some(&self.stop.signal()));
        let window = window().ok_or_else(|| Trouble::NoAnswer(String::new()))?;
        let answer = JsFuture::from(window.fetch_with_str_and_init(address, &request)).await;
        let mut body = self.body(answer, Some(relative)).await?;
        let mut reader = TableReader::beside(dossier);
        // What has been read is told before each pause, from a count that the reading of a piece leaves behind.
        let events = std::cell::Cell::new(0);
        while !reader.is_hopeless() {
            if exceeds(&body, MOST_TABLE) {
                return Err(Trouble::Large("largetable", name));
            }
            let told = |body: &Body| self.opening.progress(body, Some(events.get()));
            told(&body);
            let take = |piece: &[u8]| {
                reader.push(piece);
                events.set(reader.len());
            };
            if !body.next(take, told).await.map_err(|error| self.no_answer(&error))? {
                break;
            }
        }
        let (table, problems) = reader.finish();
        if problems.has_errors() { Err(Trouble::Table(name, problems)) } else { Ok(table) }
    }

    /// The body of an answer that is a good one; `table` is what the dossier calls the table, where that was asked for.
    async fn body(&self, answer: Result<JsValue, JsValue>, table: Option<&str>) -> Result<Body, Trouble> {
        let response = answer.map_err(|error| self.no_answer(&error))?;
        let response: Response = response.dyn_into().map_err(|_| Trouble::NoAnswer(String::new()))?;
        if !response.ok() {
            return Err(Trouble::Status(response.status(), table.map(str::to_owned)));
        }
        Body::of(&response).ok_or_else(|| Trouble::NoAnswer(String::new()))
    }

    fn no_answer(&self, error: &JsValue) -> Trouble {
        let said = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Trouble::NoAnswer(said.unwrap_or_default())
    }

    fn is_stopped(&self) -> bool {
        self.stop.signal().aborted()
    }

    /// Makes what was read ready to be drawn; `None` where it was stopped meanwhile.
    async fn ready(&self, opened: Opened) -> Option<Ready> {
        let Opened { mut dossier, table, text } = opened;
        dossier.event_table = None;
        // A table of which every row can be a record of its own becomes records, and all that is told of them.
        let source = match table {
            Some(table) if table.len() > MOST_RECORDS => {
                let named = table.named_by(&dossier);
                dossier.events.extend(named);
                Source::of_table(table, &dossier.events, start::LOCALE.tag())
            }
            table => {
                if let Some(table) = table {
                    records(&table, &mut dossier.events).await?;
                }
                Source::of_events(&dossier.events, start::LOCALE.tag())
            }
        };
        if self.is_stopped() {
            return None;
        }
        let events = index(Rc::new(source), None).await?;
        // What drawing takes is a task of its own.
        pause().await.ok()?;
        Some(Ready { dossier, events, text })
    }

    /// Draws it, then has it checked.
    fn show(self, Ready { dossier, events, text }: Ready) {
        let Some(document) = document() else { return };
        let Some(root) = document.get_element_by_id("daylight") else { return };
        let title = document.title();
        document.set_title(dossier.meta.title.get("en"));
        let Some((adopted, width)) = start::take_place(&document, &self.opening) else { return };
        let (written_for, untouched) = (dossier.meta.default_as_of, Untouched::watch());
        let (app, link) = start::draw(root, width, dossier, events, adopted);
        // Two frames on: the picture stands, and has been drawn well, before the checker is even asked for.
        next_frame(move || {
            next_frame(move || {
                spawn_local(async move {
                    match self.check(&text).await {
                        Some(found) if found.errors > 0 => {
                            app.destroy();
                            document.set_title(&title);
                            return self.refuse(&found);
                        }
                        Some(found) => {
                            if found.warnings > 0 {
                                self.opening.notice("warnings", &found.warnings.to_string());
                            }
                            sections::insert(&link, &found.parts, written_for).await;
                        }
                        None => self.opening.notice("unchecked", ""),
                    }
                    sections::show_named(link, untouched);
                });
            });
        });
    }

    /// Says why nothing is shown.
    async fn tell(&self, trouble: Trouble) {
        let opening = &self.opening;
        // Whatever is still on its way need not come.
        self.stop.abort();
        match trouble {
            Trouble::NoAnswer(said) => {
                let host = Url::new(&self.address).map(|url| url.host()).unwrap_or_default();
                let said = if said.is_empty() { host } else { [&host, " (", &said, ")"].concat() };
                opening.fail("noanswer", &said);
            }
            Trouble::Status(status, None) => opening.fail("status", &status.to_string()),
            Trouble::Status(status, Some(table)) => {
                opening.fail("notable", &[&table, ": HTTP ", &status.to_string()].concat());
            }
            Trouble::Large(state, name) => opening.fail(state, &name),
            Trouble::Other(state) => opening.fail(state, &name_of(&self.address)),
            Trouble::NotText(name) => opening.fail("nottext", &name),
            Trouble::Table(name, problems) => {
                opening.fail("wrongtable", &[&problems.count().to_string(), " in ", &name].concat());
                let listed: Vec<Listed> = problems
                    .list
                    .iter()
                    .take(MOST_LISTED)
                    .map(|found| Listed {
                        place: place(&name, &found.line.to_string(), &found.column.to_string()),
                        message: found.message.clone(),
                        fix: found.fix.to_string(),
                    })
                    .collect();
                opening.list(&listed, problems.count());
            }
            Trouble::Wrong { text, said } => {
                opening.end();
                opening.say("checking", "");
                match self.check(&text).await {
                    Some(found) if found.errors > 0 => self.refuse(&found),
                    // The checker cannot be had, or sees nothing: what the decoder said is better than nothing.
                    _ => opening.fail("wrong", &said),
                }
            }
        }
    }

    /// A dossier with errors is not shown; they are.
    fn refuse(&self, found: &Found) {
        let errors = [&found.errors.to_string(), " in ", &name_of(&self.address)].concat();
        self.opening.fail("wrong", &errors);
        self.opening.list(&found.problems, found.errors);
    }

    /// What the checker says of a text; `None` where it cannot be had.
    async fn check(&self, text: &str) -> Option<Found> {
        let (name, text) = (JsValue::from_str(&name_of(&self.address)), JsValue::from_str(text));
        let promise = self.check.call2(&JsValue::NULL, &name, &text).ok()?;
        let answer = JsFuture::from(promise.dyn_into::<js_sys::Promise>().ok()?).await.ok()?;
        let answer: js_sys::Array = answer.dyn_into().ok()?;
        let mut texts = answer.iter().map(|text| text.as_string().unwrap_or_default());
        Found::read(&texts.next()?, texts.collect())
    }
}

impl Found {
    /// Reads an answer; `crate::checker` says how it is written.
    fn read(said: &str, parts: Vec<String>) -> Option<Found> {
        let mut all = said.split('\u{1e}');
        let mut counts = all.next()?.split('\u{1f}').map(|count| count.parse().ok());
        let (errors, warnings) = (counts.next()??, counts.next()??);
        let problem = |part: &str| {
            let mut fields = part.split('\u{1f}');
            let (code, file, line, column) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
            let (message, fix) = (fields.next()?.to_owned(), fields.next()?.to_owned());
            Some(Listed { place: [code, " ", &place(file, line, column)].concat(), message, fix })
        };
        Some(Found { errors, warnings, problems: all.filter_map(problem).collect(), parts })
    }
}

/// Whether an answer has more bytes than these, as far as is known.
fn exceeds(body: &Body, most: f64) -> bool {
    body.arrived.max(body.total.unwrap_or(0.0)) > most
}

/// What was opened in a dossier's place, told by its name and its first bytes: a web page, or a table of events without its dossier.
fn other(name: &str, text: &[u8]) -> Option<Trouble> {
    let text = text.trim_ascii_start();
    let header = text.split(|byte| *byte == b'\n').next()?;
    let has = |word: &[u8]| header.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word));
    let state = match text.first()? {
        b'<' => "webpage",
        b'{' | b'[' => return None,
        _ if name.ends_with(".csv") || has(b"date") && has(b"title") => "tablealone",
        _ => return None,
    };
    Some(Trouble::Other(state))
}

/// Makes records of a table's rows, and gives the thread back between them.
async fn records(table: &EventTable, to: &mut Vec<Event>) -> Option<()> {
    // In one piece: what a growing list leaves behind stays the page's, for its memory never shrinks.
    to.reserve_exact(table.len());
    let mut began = now();
    for row in 0..table.len() {
        to.extend(table.event(row));
        // Asking for the time is not free.
        if row % 64 == 0 && now() - began > SLICE {
            pause().await.ok()?;
            began = now();
        }
    }
    Some(())
}

/// Builds the index of the records that are wanted, all or those for which `keep` says so, and gives the thread back between its
/// steps.
pub(super) async fn index(source: Rc<Source>, keep: Option<Rc<[bool]>>) -> Option<Index> {
    let mut building = Building::new(source, keep);
    let mut began = now();
    while building.step(EVENTS_AT_ONCE) {
        if now() - began > SLICE {
            pause().await.ok()?;
            began = now();
        }
    }
    building.finished()
}

/// `events.csv:12:4`
fn place(file: &str, line: &str, column: &str) -> String {
    [file, ":", line, ":", column].concat()
}

/// The last part of an address's path: the name of the file.
fn name_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let name = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or(path);
    name.to_owned()
}
