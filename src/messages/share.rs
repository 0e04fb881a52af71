//! What is said where a view is shared: the page that hands out codes, and the ways to it.

use super::Told;
use super::en::day;
use crate::dossier::date::Day;

/// A sentence about sharing.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum ShareMsg {
    /// The ways to the page: beside a heading, from a record, to all there is.
    Link,
    LinkRecord,
    LinkAll,
    /// Its heading, and what it is.
    Heading,
    Lede,
    /// The choice of what is shown, and its groups.
    What,
    Views,
    Issues,
    Events,
    /// What the lead is called among the views.
    Lead,
    /// The other choices.
    AsOf,
    Theme,
    Light,
    Dark,
    Auto,
    Height,
    /// Takes the view's own height; `{height}` is put in for it.
    AsTall,
    Keep,
    /// What is wrong with the address or a field.
    UnknownView,
    WrongDate {
        first: Day,
        last: Day,
    },
    WrongHeight,
    /// The codes: a heading, and what each is for.
    Frame,
    FrameAbout,
    Script,
    ScriptAbout,
    Element,
    ElementAbout,
    /// What a newsletter takes.
    Letter,
    LetterAbout,
    Alternative,
    Download,
    DrawnOn(Day),
    NoPicture,
    /// The preview and its widths.
    Preview,
    Width,
    Pixels(u16),
    Full,
    /// Without scripts there is one code; without the site's address a part of it is open.
    NeedsScripts,
    PutAddress,
}

impl Told for ShareMsg {
    fn english(&self) -> String {
        let text = match *self {
            ShareMsg::Link => "Share",
            ShareMsg::LinkRecord => "Share or embed this record",
            ShareMsg::LinkAll => "Share or embed a view",
            ShareMsg::Heading => "Share or embed",
            ShareMsg::Lede => {
                "A view, an event or an issue for a page of your own, or for a newsletter. Each code below has what is chosen here."
            }
            ShareMsg::What => "What to show",
            ShareMsg::Views => "Views",
            ShareMsg::Issues => "Issues",
            ShareMsg::Events => "Events",
            ShareMsg::Lead => "The sentence of the day and total daylight",
            ShareMsg::AsOf => "As-of date",
            ShareMsg::Theme => "Colours",
            ShareMsg::Light => "Light",
            ShareMsg::Dark => "Dark",
            ShareMsg::Auto => "As each reader\u{2019}s system",
            ShareMsg::Height => "Height of the plain frame, in pixels",
            ShareMsg::AsTall => "As tall as the preview: {height}",
            ShareMsg::Keep => "With what was open, searched and chosen on the page",
            ShareMsg::UnknownView => {
                "The address names a view, event or issue that is not here, so that part of it is left out."
            }
            ShareMsg::WrongDate { first, last } => {
                return format!("The date must be between {} and {}; it is left out.", day(first), day(last));
            }
            ShareMsg::WrongHeight => "The height must be a whole number from 100 to 20000; it is left out.",
            ShareMsg::Frame => "A plain frame",
            ShareMsg::FrameAbout => {
                "Works where scripts are taken out. Its height is fixed; a view that needs more scrolls inside."
            }
            ShareMsg::Script => "One line of script",
            ShareMsg::ScriptAbout => "The view stands where the line does, always at its own height.",
            ShareMsg::Element => "An element",
            ShareMsg::ElementAbout => {
                "To place and move yourself. The link inside it is shown where scripts are off."
            }
            ShareMsg::Letter => "For a newsletter",
            ShareMsg::LetterAbout => {
                "The picture with its text alternative, the sentence and the link, to paste as formatted text."
            }
            ShareMsg::Alternative => "Text alternative of the picture",
            ShareMsg::Download => "Download the picture (PNG)",
            ShareMsg::DrawnOn(on) => return format!("The picture is as of {}.", day(on)),
            ShareMsg::NoPicture => {
                "This site has no picture of it: the sentence and the link alone are copied."
            }
            ShareMsg::Preview => "Preview",
            ShareMsg::Width => "Width of the preview",
            ShareMsg::Pixels(width) => return format!("{width} px"),
            ShareMsg::Full => "Full",
            ShareMsg::NeedsScripts => {
                "Without scripts this page has one code. To choose among views, dates and colours, to preview and to copy, it needs \
                 scripts."
            }
            ShareMsg::PutAddress => {
                "Put the address of this site, with a slash at its end, in place of SITE."
            }
        };
        text.to_owned()
    }
}
