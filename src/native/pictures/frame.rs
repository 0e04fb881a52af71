//! What stands around a figure: the dossier's title and the date above it, its own title and a sentence, and below it how it is read, what
//! it rests on and where it stands.

use super::words::{Letters, xml_text};
use crate::views::fragment::fragment;
use crate::views::picture::hatches;

/// For which use a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A link card: 600 by 315 pixels, shown and written at twice that, so that what is drawn 12 pixels high can be read where the card
    /// is shown half as large.
    Card,
    /// A file by itself: 720 pixels wide and as tall as it needs to be.
    Chart,
}

/// The room that a figure is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels; `None` where it may be as tall as it needs to be.
    pub height: Option<f64>,
}

/// Draws a figure in a room; gives its markup and its height.
pub type Body<'a> = Box<dyn FnOnce(Room) -> (String, f64) + 'a>;

/// The words around a figure.
pub struct Frame<'a> {
    /// Above all.
    pub kicker: &'a str,
    /// The date it is drawn for; empty where it has none.
    pub date: String,
    /// Its title.
    pub title: &'a str,
    /// A sentence below the title; empty where there is none.
    pub line: &'a str,
    /// How the figure is read; only a chart has room for it.
    pub key: &'a str,
    /// What it rests on.
    pub source: String,
    /// Where it stands.
    pub address: &'a str,
    /// Its text alternative.
    pub alt: &'a str,
    /// The style sheet.
    pub style: &'a str,
    /// For which use.
    pub size: Size,
}

const SMALL: Letters = Letters::new("soft", 11.0);
const KEY: Letters = Letters::new("soft", 12.0);
const EDGE: f64 = 24.0;
/// What the lines below the figure take.
const FOOT: f64 = 30.0;

impl Frame<'_> {
    /// The whole picture.
    pub fn svg(&self, body: Body<'_>) -> String {
        let (width, height) = match self.size {
            Size::Card => (600.0, Some(315.0)),
            Size::Chart => (720.0, None),
        };
        let inner = width - 2.0 * EDGE;
        let mut marks = String::new();
        let date_room = if self.date.is_empty() { 0.0 } else { 130.0 };
        let kicker = SMALL.lines(self.kicker, inner - date_room, 1).into_iter().next().unwrap_or_default();
        marks.push_str(&SMALL.at(EDGE, 27.0, &kicker));
        marks.push_str(&Letters::new("", 11.0).bold().end().at(width - EDGE, 27.0, &self.date));
        let lines = if self.size == Size::Card { 2 } else { 3 };
        let (title, below) = Letters::new("", 20.0).bold().block((EDGE, 35.0), self.title, inner, lines);
        marks.push_str(&title);
        let letters = Letters::new("soft", 13.0);
        let line = letters.sentences(self.line, inner, lines);
        let (line, below) = letters.block((EDGE, below + 2.0), line, inner, lines);
        marks.push_str(&line);
        let top = below + 8.0;
        let room = Room { width: inner, height: height.map(|height| height - FOOT - top) };
        let (figure, tall) = body(room);
        marks.push_str(&format!("<g transform=\"translate({EDGE} {top:.1})\">{figure}</g>\n"));
        let (key, below) = match self.size {
            Size::Card => (String::new(), top + tall),
            Size::Chart => KEY.block((EDGE, top + tall + 6.0), self.key, inner, usize::MAX),
        };
        marks.push_str(&key);
        let height = height.unwrap_or(below + FOOT + 8.0).ceil();
        let foot = height - 12.0;
        marks.push_str(&format!(
            "<path class=\"hairline\" d=\"M{EDGE} {:.1}H{}\"/>\n",
            foot - 15.0,
            width - EDGE
        ));
        marks.push_str(&SMALL.at(EDGE, foot, &self.source));
        marks.push_str(&SMALL.end().at(width - EDGE, foot, self.address));
        let (shown_width, shown_height) = match self.size {
            Size::Card => (width * 2.0, height * 2.0),
            Size::Chart => (width, height),
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{shown_width}\" height=\"{shown_height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
             <title>{}</title>\n<desc>{}</desc>\n<style>{}</style>\n{}<rect class=\"sheet\" width=\"{width}\" height=\"{height}\"/>\n{marks}</svg>\n",
            xml_text(self.title),
            xml_text(self.alt),
            xml_text(self.style),
            fragment(hatches()),
        )
    }
}
