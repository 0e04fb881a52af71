//! Pictures of the views without a browser: link cards of 1200 by 630 pixels, and every chart as a file of its own. They are drawn from
//! the same scenes and with the same style sheets as the page, in light colours and in a font that the command carries.

mod figure;
mod frame;
mod png;
mod style;
mod words;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Event, Issue};
use crate::dossier::text::Text;
use crate::index::Index;
use crate::messages::{Locale, TakeMsg};
use crate::views::words::{Manner, Voice};

pub use png::{PictureError, has_letters, png};
pub use words::short;

/// The views, by the ids that sections, links and embeds have.
pub const VIEWS: [&str; 10] =
    ["lead", "timeline", "gap", "words", "meetings", "clock", "promises", "launches", "argument", "sources"];

/// The most characters of a card's text alternative: as many as X takes.
pub const CARD_ALT: usize = 420;

/// What a picture shows.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A view, by its id; one of [`VIEWS`].
    View(&'static str),
    /// An event.
    Event(&'a Event),
    /// An issue.
    Issue(&'a Issue),
}

/// A picture as an SVG document, and what it shows in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The document.
    pub svg: String,
    /// Its heading.
    pub title: String,
    /// A sentence below it; may be empty.
    pub line: String,
    /// Its text alternative.
    pub alt: String,
}

/// The line under a picture that says what it rests on.
pub fn source_line(dossier: &Dossier, locale: Locale) -> String {
    let licence = &dossier.meta.content_licence;
    locale.tell(&TakeMsg::SourceLine { sources: dossier.sources.len(), licence })
}

/// What a picture of issues rests on: a line that `web/take.js` completes with how many sources their positions have.
pub fn issue_source_line(dossier: &Dossier, locale: Locale) -> String {
    let licence = &dossier.meta.content_licence;
    locale.tell(&TakeMsg::IssueSourceLine { all: dossier.sources.len(), licence })
}

/// What all pictures of a dossier have in common.
pub struct Studio<'a> {
    dossier: &'a Dossier,
    locale: Locale,
    index: Index,
    style: String,
    /// The address under a picture, without the scheme; empty where it is not known.
    address: String,
}

impl<'a> Studio<'a> {
    /// A studio for a dossier that stands at this address (empty where it is not known), in a language.
    pub fn new(dossier: &'a Dossier, address: &str, locale: Locale) -> Studio<'a> {
        let shown = address.split_once("://").map_or(address, |(_, rest)| rest);
        Studio {
            dossier,
            locale,
            index: Index::of_events(&dossier.events, locale.tag()),
            style: style::style(dossier),
            address: shown.trim_end_matches('/').to_owned(),
        }
    }

    fn voice(&self) -> Voice {
        Voice::of(Manner::main_page(self.locale))
    }

    /// What the lead says of a date.
    pub fn sentence(&self, on: Day) -> String {
        figure::sentence(self, on)
    }

    /// The dossier's text in the pictures' language.
    fn text(&self, text: &Text) -> String {
        text.get(self.locale.tag()).to_owned()
    }

    fn date_words(&self, on: Day) -> String {
        self.locale.tell(&TakeMsg::AsOf(on))
    }

    /// The sentence on a link card, which may be empty. `None` where there is no card.
    pub fn line(&self, subject: Subject<'_>, on: Day) -> Option<String> {
        figure::of(self, subject, on, frame::Size::Card).map(|figure| figure.line)
    }

    /// Whether a picture shows how things stand on the date that it is drawn for, and so is another on other dates.
    pub fn follows_the_date(&self, subject: Subject<'_>, on: Day) -> bool {
        // What stands over an event is its own date.
        let is_event = matches!(subject, Subject::Event(_));
        !is_event
            && figure::of(self, subject, on, frame::Size::Card).is_some_and(|figure| !figure.date.is_empty())
    }

    /// A link card, 1200 by 630 pixels. `None` where the dossier has no records for the view.
    pub fn card(&self, subject: Subject<'_>, on: Day) -> Option<Picture> {
        self.drawn(subject, on, frame::Size::Card)
    }

    /// A view's chart as a file of its own, as tall as it needs to be. `None` where the view has no chart, or no records.
    pub fn chart(&self, subject: Subject<'_>, on: Day) -> Option<Picture> {
        self.drawn(subject, on, frame::Size::Chart)
    }

    fn drawn(&self, subject: Subject<'_>, on: Day, size: frame::Size) -> Option<Picture> {
        let mut figure = figure::of(self, subject, on, size)?;
        if size == frame::Size::Card {
            figure.alt = short(&figure.alt, CARD_ALT);
        }
        let frame = frame::Frame {
            kicker: self.dossier.meta.title.get(self.locale.tag()),
            date: figure.date.clone(),
            title: &figure.title,
            line: &figure.line,
            source: source_line(self.dossier, self.locale),
            address: &self.address,
            key: &figure.key,
            alt: &figure.alt,
            style: &self.style,
            size,
        };
        let svg = style::with_outlines(&frame.svg(figure.body));
        Some(Picture { svg, title: figure.title, line: figure.line, alt: figure.alt })
    }
}
