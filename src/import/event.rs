//! One record of a foreign file becomes an event.

use std::ops::Range;

use serde_json::{Map, Value};

use super::columns::Field;
use super::dates;
use super::draft::Draft;
use super::given::{Given, Said};
use super::ids::kebab;
use super::note::NoteKind::{Guessed, LeftOut, Open};
use super::plain;
use super::reference::{self, Address};
use super::words::{self, Word};
use crate::dossier::date::Edtf;
use crate::dossier::model::{EventKind, Lane, Side};

/// Where the checker will lead.
const CHECK: &str = "write it in the dossier; `daylight check` leads there";

impl Draft<'_> {
    /// Adds the event that a record tells of.
    pub fn event(&mut self, given: &Given) {
        if given.get(Field::Title).is_none()
            && given.get(Field::Date).is_none()
            && given.get(Field::Year).is_none()
            && given.get(Field::Summary).is_none()
        {
            self.note(
                LeftOut,
                given.bytes.clone(),
                "a row with neither date nor title",
                "add them, and import again",
            );
            return;
        }
        let mut links = given.links.clone();
        let before = std::mem::take(&mut self.notes);
        let date = self.date(given);
        let title = self.plain(given, Field::Title, &mut links);
        let summary = self.plain(given, Field::Summary, &mut links);
        let noticed = std::mem::replace(&mut self.notes, before);
        let told = title.as_deref().or(summary.as_deref()).unwrap_or_default();
        let id = given.get(Field::Id).map(|said| kebab(&said.text)).filter(|id| !id.is_empty());
        if self.there.has(id.as_deref(), date.as_deref().unwrap_or_default(), told) {
            // Nothing else is to be said of it.
            self.note(
                LeftOut,
                given.bytes.clone(),
                "already in the dossier: an event of this date and title",
                "nothing, unless they are two: then give one of them another title",
            );
            return;
        }
        self.notes.extend(noticed);
        let note = self.plain(given, Field::Note, &mut links);
        let place = self.plain(given, Field::Place, &mut links);
        for (field, text, name) in [(Field::Title, &title, "title"), (Field::Summary, &summary, "summary")] {
            if text.is_none() {
                self.note(Open, given.place(field), format!("an event without a {name}"), CHECK);
            }
        }
        let parties = self.parties_of(given);
        let group = self.group(given);
        let kind = self.kind(given, group);
        let lane = self.lane(given, group, &parties);
        let sources = self.sources_of(given, &links);
        let id = self.id(given, date.as_deref(), title.as_deref());

        let mut event = Map::new();
        let mut put = |field: &str, value: Option<Value>| {
            if let Some(value) = value {
                event.insert(field.to_owned(), value);
            }
        };
        put("id", Some(id.into()));
        put("date", date.map(Value::from));
        put("title", title.map(Value::from));
        put("summary", summary.map(Value::from));
        put("kind", kind.map(Value::from));
        put("parties", Some(parties.into()));
        put("lane", lane.map(Value::from));
        put("level", self.word(given, Field::Level, "level", words::level).map(Value::from));
        put("place", place.map(Value::from));
        put("weight", Some(self.weight(given)));
        put("sources", Some(sources.into()));
        put(
            "confidence",
            self.word(given, Field::Confidence, "confidence", words::confidence).map(Value::from),
        );
        put("note", note.map(Value::from));
        self.events.push(Value::Object(event));
    }

    /// The slide that stands before a timeline: the dossier's title and the text below it.
    pub fn title_slide(&mut self, given: &Given) {
        let mut links = Vec::new();
        let title = self.plain(given, Field::Title, &mut links).unwrap_or_default();
        let text = self.plain(given, Field::Summary, &mut links).unwrap_or_default();
        if self.title.is_some() {
            self.note(LeftOut, given.bytes.clone(), "a second title slide", "a dossier has one title");
            return;
        }
        for said in &links {
            self.note(
                LeftOut,
                said.bytes.clone(),
                format!("the link to {} in the title slide", said.text),
                "cite it where it belongs",
            );
        }
        self.title = Some((title, text.replace('\n', " ")));
    }

    /// An era, which a dossier has nothing for.
    pub fn era(&mut self, given: &Given) {
        self.note(
            LeftOut,
            given.bytes.clone(),
            format!("the era {:?}: a dossier has no eras", given.text(Field::Title)),
            "an as-of date worth a button is a record of `presets`",
        );
    }

    /// A field as plain text.
    fn plain(&mut self, given: &Given, field: Field, links: &mut Vec<Said>) -> Option<String> {
        let said = given.get(field)?;
        let plain = plain::reduce(&said.text);
        if plain.dropped {
            self.note(
                LeftOut,
                said.bytes.clone(),
                "a script, picture, film or frame inside a text",
                "a dossier holds plain text only",
            );
        } else if plain.changed {
            self.note(
                Guessed,
                said.bytes.clone(),
                "HTML was made plain text",
                "look whether it still reads well",
            );
        }
        links.extend(plain.links.into_iter().map(|text| Said { text, bytes: said.bytes.clone() }));
        Some(plain.text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// The date as EDTF; as it was written where it cannot be read, so that the checker shows it.
    fn date(&mut self, given: &Given) -> Option<String> {
        self.times(given);
        let start = self.start(given);
        let end = self.end(given);
        let at = given
            .get(Field::Date)
            .or(given.get(Field::Year))
            .map_or(given.bytes.clone(), |said| said.bytes.clone());
        let date = match (start, end) {
            (None, None) => {
                self.note(Open, at, "an event without a date", CHECK);
                return None;
            }
            (None, Some(end)) => {
                self.note(Open, at, "an event with an end and no date", CHECK);
                return Some(end);
            }
            (Some(start), None) => start,
            (Some(start), Some(end)) => self.stretch(&start, &end, given),
        };
        self.covers(&date);
        self.displayed(given, &date);
        Some(date)
    }

    fn stretch(&mut self, start: &str, end: &str, given: &Given) -> String {
        let whole = dates::interval(start, end);
        if start == end || start.contains('/') && start.ends_with(&format!("/{end}")) {
            return start.to_owned();
        }
        if Edtf::parse(&whole).is_err() && Edtf::parse(start).is_ok() && Edtf::parse(end).is_ok() {
            let message = format!("the date {start} and the end {end} make no stretch of time");
            self.note(Open, given.place(Field::End), message, CHECK);
        }
        whole
    }

    fn start(&mut self, given: &Given) -> Option<String> {
        if let Some(said) = given.get(Field::Date) {
            return Some(self.read_date(said));
        }
        self.in_parts(given, Field::Year, Field::Month, Field::Day)
    }

    fn end(&mut self, given: &Given) -> Option<String> {
        if let Some(said) = given.get(Field::End) {
            return Some(self.read_date(said));
        }
        self.in_parts(given, Field::EndYear, Field::EndMonth, Field::EndDay)
    }

    fn in_parts(&mut self, given: &Given, year: Field, month: Field, day: Field) -> Option<String> {
        if [year, month, day].iter().all(|field| given.get(*field).is_none()) {
            return None;
        }
        let (y, m, d) = (given.text(year), given.text(month), given.text(day));
        match dates::from_parts(y, m, d) {
            Ok(date) => Some(date),
            // A whole date in the column for years, as in "June 2018".
            Err(why) => match dates::read(y, self.order).ok().filter(|_| m.is_empty() && d.is_empty()) {
                Some(found) => Some(found.edtf),
                None => {
                    let written =
                        [y, m, d].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
                    self.note(
                        Open,
                        given.place(year),
                        format!("the date {written:?} was not understood: {why}"),
                        CHECK,
                    );
                    Some(written)
                }
            },
        }
    }

    /// A date in a field of its own; as it is written where it is not understood.
    pub(super) fn read_date(&mut self, said: &Said) -> String {
        match dates::read(&said.text, self.order) {
            Ok(found) => {
                if found.had_time {
                    self.note(
                        LeftOut,
                        said.bytes.clone(),
                        "a time of day",
                        "a dossier dates by days; write it in `note` if it matters",
                    );
                }
                if found.by_order {
                    let order = if self.order == Some(dates::Order::DayFirst) { "day" } else { "month" };
                    self.note(
                        Guessed,
                        said.bytes.clone(),
                        format!(
                            "a date was read with its {order} first, as other dates of the column have it"
                        ),
                        "look whether it is right",
                    );
                }
                found.edtf
            }
            Err(why) => {
                self.note(
                    Open,
                    said.bytes.clone(),
                    format!("the date {:?} was not understood: {why}", said.text),
                    "write YYYY-MM-DD, YYYY-MM or YYYY; put / between the first and the last day",
                );
                said.text.clone()
            }
        }
    }

    fn times(&mut self, given: &Given) {
        for said in given.all(Field::Time) {
            self.note(
                LeftOut,
                said.bytes.clone(),
                "a time of day",
                "a dossier dates by days; write it in `note` if it matters",
            );
        }
    }

    /// The date in words beside the date: left out, unless it says the same.
    fn displayed(&mut self, given: &Given, date: &str) {
        let Some(said) = given.get(Field::DisplayDate) else { return };
        let same = dates::read(&said.text, self.order).is_ok_and(|found| found.edtf == date);
        if !same {
            let message = format!("the display date {:?}: the page writes dates itself", said.text);
            self.note(
                LeftOut,
                said.bytes.clone(),
                message,
                "mark an uncertain date with ?, an approximate one with ~",
            );
        }
    }

    fn parties_of(&mut self, given: &Given) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for said in given.all(Field::Parties) {
            let whole = self.known_party(&said.text).is_some();
            let between: &[char] = if whole {
                &[]
            } else if said.text.contains([';', '|', '\n']) {
                &[';', '|', '\n']
            } else {
                &[',']
            };
            let names: Vec<&str> = if between.is_empty() {
                vec![said.text.as_str()]
            } else {
                said.text.split(between).collect()
            };
            for name in names.into_iter().map(str::trim).filter(|name| !name.is_empty()) {
                let id = self.party(name, &said.bytes);
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids
    }

    /// The group of TimelineJS, where it is a word for a kind or a lane.
    fn group<'g>(&mut self, given: &'g Given) -> Option<&'g Said> {
        let said = given.get(Field::Group)?;
        if words::kind(&said.text).is_some()
            || words::lane(&said.text).is_some()
            || self.known_party(&said.text).is_some()
        {
            return Some(said);
        }
        let message = format!("the group {:?} is neither a kind of event nor a lane", said.text);
        self.note(LeftOut, said.bytes.clone(), message, "write the event's `kind` and `lane`");
        None
    }

    fn kind(&mut self, given: &Given, group: Option<&Said>) -> Option<String> {
        let said = given.get(Field::Kind).or(group.filter(|said| words::kind(&said.text).is_some()));
        let Some(said) = said else {
            let wish = self.wishes.kind;
            if wish.is_none() {
                self.note(Open, given.bytes.clone(), "an event without a kind", "write its `kind`, or name one for all such events with --kind; `daylight check` leads there");
            }
            return EventKind::NAMED
                .iter()
                .find(|(kind, _)| Some(*kind) == wish)
                .map(|(_, name)| (*name).to_owned());
        };
        Some(self.understood(said, words::kind(&said.text), "kind"))
    }

    fn lane(&mut self, given: &Given, group: Option<&Said>, parties: &[String]) -> Option<String> {
        if let Some(said) = given.get(Field::Lane).or(group.filter(|said| words::kind(&said.text).is_none()))
        {
            let side = self.known_party(&said.text).and_then(|(_, side)| side);
            let word = match side {
                Some(Side::A) => Some(Word::Like("a")),
                Some(Side::B) => Some(Word::Like("b")),
                None => words::lane(&said.text),
            };
            return Some(self.understood(said, word, "lane"));
        }
        if let Some(lane) = self.lane_of(parties) {
            self.note(
                Guessed,
                given.bytes.clone(),
                "the lane is that of the parties that took part",
                "look whether the event is drawn where it belongs",
            );
            return Some(lane.name().to_owned());
        }
        if self.wishes.lane.is_none() {
            self.note(
                Open,
                given.bytes.clone(),
                "an event without a lane",
                "write its `lane`, or name one for all such events with --lane; `daylight check` leads there",
            );
        }
        self.wishes.lane.map(|lane| lane.name().to_owned())
    }

    /// The lane that the sides of the parties leave no doubt about.
    fn lane_of(&self, parties: &[String]) -> Option<Lane> {
        let sides: Vec<Option<Side>> =
            parties.iter().filter_map(|id| self.known_party(id)).map(|(_, side)| side).collect();
        let has = |side| sides.contains(&side);
        match (has(Some(Side::A)), has(Some(Side::B)), has(None)) {
            (true, true, false) => Some(Lane::Both),
            (true, false, false) => Some(Lane::A),
            (false, true, false) => Some(Lane::B),
            _ => None,
        }
    }

    /// A word of a fixed list; as it stands there where it is none, so that the checker shows it.
    fn understood(&mut self, said: &Said, word: Option<Word>, what: &str) -> String {
        match word {
            Some(Word::Own(name)) => name.to_owned(),
            Some(Word::Like(name)) => {
                self.note(
                    Guessed,
                    said.bytes.clone(),
                    format!("the {what} {:?} was taken for `{name}`", said.text),
                    "look whether that is right",
                );
                name.to_owned()
            }
            None => {
                self.note(
                    Open,
                    said.bytes.clone(),
                    format!("{:?} is no {what} of a dossier", said.text),
                    format!("write another `{what}`; `daylight check` lists them"),
                );
                said.text.clone()
            }
        }
    }

    fn word(
        &mut self,
        given: &Given,
        field: Field,
        what: &str,
        of: fn(&str) -> Option<Word>,
    ) -> Option<String> {
        let said = given.get(field)?;
        Some(self.understood(said, of(&said.text), what))
    }

    fn weight(&mut self, given: &Given) -> Value {
        let Some(said) = given.get(Field::Weight) else {
            self.note(
                Guessed,
                given.bytes.clone(),
                "the weight is 1, since the file says none",
                "3 is for what everyone knows, 2 for what is important",
            );
            return 1.into();
        };
        let name = match words::weight(&said.text) {
            Some(Word::Own(name)) => name,
            Some(Word::Like(name)) => {
                self.note(
                    Guessed,
                    said.bytes.clone(),
                    format!("the weight {:?} was taken for {name}", said.text),
                    "look whether that is right",
                );
                name
            }
            None => {
                self.note(
                    LeftOut,
                    said.bytes.clone(),
                    format!("the weight {:?}: weights are 1, 2 and 3", said.text),
                    "write one of them; it is 1 now",
                );
                "1"
            }
        };
        name.parse::<u8>().unwrap_or(1).into()
    }

    fn sources_of(&mut self, given: &Given, links: &[Said]) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        let mut cite = |id: Option<String>| {
            ids.extend(id.filter(|id| !ids.contains(id)).into_iter().collect::<Vec<_>>())
        };
        let named: Vec<(String, Range<usize>)> = given
            .all(Field::Sources)
            .iter()
            .flat_map(|said| reference::parts(&said.text, &said.bytes))
            .collect();
        let alone = named.len() == 1;
        for (text, at) in &named {
            let id = self.source(text, at);
            if let Some(id) = id.as_deref().filter(|_| alone) {
                let fields =
                    [("title", given.text(Field::SourceTitle)), ("publisher", given.text(Field::Publisher))];
                self.sources.complete(id, &fields);
            }
            cite(id);
        }
        if !alone {
            for field in [Field::SourceTitle, Field::Publisher] {
                if let Some(said) = given.get(field) {
                    self.note(
                        LeftOut,
                        said.bytes.clone(),
                        format!("{:?}: it is not clear which source it is about", said.text),
                        "write it in the source's record",
                    );
                }
            }
        }
        if let Some(said) = given.get(Field::Media) {
            let id = self.media(said, given);
            cite(id);
        }
        for said in links {
            let id = self.source(&said.text, &said.bytes);
            cite(id);
        }
        if ids.is_empty() {
            self.note(
                Open,
                given.bytes.clone(),
                "an event without a source",
                "cite at least one; `daylight check` leads there",
            );
        }
        ids
    }

    /// What TimelineJS shows beside an event: a page that is cited, where it has an address.
    fn media(&mut self, said: &Said, given: &Given) -> Option<String> {
        let plain = plain::reduce(&said.text);
        let text = plain
            .links
            .first()
            .cloned()
            .unwrap_or_else(|| if plain.changed { String::new() } else { said.text.clone() });
        if is_picture(&text) {
            let message =
                "a picture, film or sound: a dossier shows none; its caption and credit went with it";
            self.note(LeftOut, said.bytes.clone(), message, "cite the page it comes from");
            return None;
        }
        if reference::address(&text) != Address::Web {
            self.note(
                LeftOut,
                said.bytes.clone(),
                "media that is no https address",
                "cite the page it comes from",
            );
            return None;
        }
        let id = self.source(&text, &said.bytes)?;
        let mut links = Vec::new();
        let credit = self.plain(given, Field::MediaCredit, &mut links).unwrap_or_default();
        let caption = self.plain(given, Field::MediaCaption, &mut links).unwrap_or_default();
        self.sources.complete(&id, &[("title", &caption), ("publisher", &credit)]);
        self.note(
            Guessed,
            said.bytes.clone(),
            "media was taken for a source, its caption for the title, its credit for the publisher",
            "keep it only if it carries what the event says",
        );
        Some(id)
    }

    /// The id of the source that a text names.
    fn source(&mut self, text: &str, at: &Range<usize>) -> Option<String> {
        if let Some(id) = self.sources.find(text) {
            return Some(id);
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let linked = words.iter().find(|word| reference::address(word) != Address::None);
        let (id, new) = match linked {
            Some(address) if reference::address(address) == Address::Refused => {
                self.note(
                    LeftOut,
                    at.clone(),
                    format!("{address:?} is no web address"),
                    "give the https address of a page",
                );
                return None;
            }
            Some(address) => {
                let title: Vec<&str> = words.iter().filter(|word| *word != address).copied().collect();
                let title = Some(title.join(" ")).filter(|title| title.chars().any(char::is_alphanumeric));
                self.sources.at(address.trim_end_matches([',', ')']), title.as_deref())
            }
            None if reference::looks_like_id(text) => {
                self.note(
                    Open,
                    at.clone(),
                    format!("no source has the id {text:?}"),
                    "add the source; `daylight check` leads there",
                );
                return Some(text.to_owned());
            }
            None => self.sources.titled(text),
        };
        if new {
            self.note(Open, at.clone(), "a source of which the file does not say all: address, title, publisher, kind, tier or language", "complete its record; `daylight check` leads there");
        }
        Some(id)
    }

    /// The id that the file gives, else one of date and title.
    fn id(&mut self, given: &Given, date: Option<&str>, title: Option<&str>) -> String {
        if let Some(said) = given.get(Field::Id) {
            let wanted = kebab(&said.text);
            let id = self.there.ids.take(&wanted, "event");
            if id != said.text {
                self.note(
                    Guessed,
                    said.bytes.clone(),
                    format!("the id {:?} became {id:?}", said.text),
                    "ids are unique, of lower-case letters, digits and hyphens",
                );
            }
            return id;
        }
        let day = date
            .filter(|date| Edtf::parse(date).is_ok())
            .map(|date| kebab(date.split('/').next().unwrap_or(date)));
        let parts = [day.unwrap_or_default(), title.map(kebab).unwrap_or_default()];
        let wanted = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        self.there.ids.take(&wanted, "event")
    }
}

/// Whether an address is that of a picture, film or sound by its ending.
fn is_picture(address: &str) -> bool {
    const ENDINGS: [&str; 11] =
        [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp4", ".webm", ".mov", ".mp3", ".ogg"];
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    ENDINGS.iter().any(|ending| path.ends_with(ending))
}
