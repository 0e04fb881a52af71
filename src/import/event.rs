//! One record of a foreign file becomes an event.

mod belonging;
mod cited;
mod when;

use serde_json::{Map, Value};

use super::columns::Field;
use super::draft::Draft;
use super::given::{Given, Said};
use super::ids::kebab;
use super::note::NoteKind::{Guessed, LeftOut, Open};
use super::plain;
use super::words::{self, Word};
use crate::dossier::date::Edtf;

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
        let dated = date.as_deref().is_some_and(|date| Edtf::parse(date).is_ok());
        let already = if self.there.has(id.as_deref(), date.as_deref().unwrap_or_default(), told) {
            let fix = "nothing, unless they are two: then give one of them another title";
            Some(("already in the dossier: an event of this date and title", fix))
        } else if !dated && self.there.has_title(id.as_deref(), told) {
            let fix = "nothing, unless they are two: then write the date of this one so that it can be read";
            Some(("already in the dossier: an event of this title; no date can be read here", fix))
        } else {
            None
        };
        if let Some((message, fix)) = already {
            // Nothing else is to be said of it.
            self.note(LeftOut, given.bytes.clone(), message, fix);
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
        let mut others = Vec::new();
        for (field, language, said) in &given.translations {
            if let Some(text) = self.plain_text(said, &mut links) {
                others.push((*field, language.clone(), text));
            }
        }
        let parties = self.parties_of(given);
        let group = self.group(given);
        let kind = self.kind(given, group);
        let lane = self.lane(given, group, &parties);
        let sources = self.sources_of(given, &links);
        let id = self.id(given, date.as_deref(), title.as_deref());

        let text = |field: Field, text: Option<String>| {
            Some(self.by_language(field, text.unwrap_or_default(), &others, true)).filter(|text| text != "")
        };
        let [title, summary, place, note] =
            [(Field::Title, title), (Field::Summary, summary), (Field::Place, place), (Field::Note, note)]
                .map(|(field, said)| text(field, said));
        let weight = self.weight(given);
        let mut event = Map::new();
        let mut put = |field: &str, value: Option<Value>| {
            if let Some(value) = value {
                event.insert(field.to_owned(), value);
            }
        };
        put("id", Some(id.into()));
        put("date", date.map(Value::from));
        put("title", title);
        put("summary", summary);
        put("kind", kind.map(Value::from));
        put("parties", Some(parties.into()));
        put("lane", lane.map(Value::from));
        put("level", self.word(given, Field::Level, "level", words::level).map(Value::from));
        put("place", place);
        put("weight", Some(weight));
        put("sources", Some(sources.into()));
        put(
            "confidence",
            self.word(given, Field::Confidence, "confidence", words::confidence).map(Value::from),
        );
        put("note", note);
        self.events.push(Value::Object(event));
    }

    /// The slide that stands before a timeline: the dossier's title and the text below it.
    pub fn title_slide(&mut self, given: &Given) {
        // Of a slide that is not used nothing else is to be said.
        if self.title.is_some() || self.joins {
            let (message, fix) = if self.joins {
                ("the title slide", "the dossier that the events join has a title of its own")
            } else {
                ("a second title slide", "a dossier has one title")
            };
            self.note(LeftOut, given.bytes.clone(), message, fix);
            return;
        }
        let mut links = Vec::new();
        let title = self.plain(given, Field::Title, &mut links).unwrap_or_default();
        let text = self.plain(given, Field::Summary, &mut links).unwrap_or_default();
        for (field, name) in
            [(Field::Media, "media"), (Field::MediaCaption, "caption"), (Field::MediaCredit, "credit")]
        {
            if let Some(said) = given.get(field) {
                let message = format!("the {name} of the title slide: a dossier shows no pictures");
                self.note(LeftOut, said.bytes.clone(), message, "cite a page where it belongs");
            }
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
        self.plain_text(given.get(field)?, links)
    }

    fn plain_text(&mut self, said: &Said, links: &mut Vec<Said>) -> Option<String> {
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
