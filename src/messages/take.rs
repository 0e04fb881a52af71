//! What is said about taking the record along: the page of files, and the words inside those files.

use super::Told;
use super::en::{count, day};
use crate::dossier::date::Day;

/// A format that a file is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// JSON of the dossier.
    Json,
    /// Comma-separated values.
    Csv,
    /// A calendar.
    Ics,
    /// Citations as CSL-JSON.
    Csl,
    /// Citations as BibTeX.
    Bib,
    /// Citations as RIS.
    Ris,
    /// A drawing.
    Svg,
    /// A picture.
    Png,
}

/// A sentence about files.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum TakeMsg<'a> {
    /// The way to the page, its heading, and what it is.
    Link,
    Heading,
    Lede,
    /// Headings of its parts, and what each is about.
    Whole,
    WholeAbout,
    Tables,
    TablesAbout,
    Calendar,
    CalendarAbout,
    Citations,
    CitationsAbout {
        sources: usize,
    },
    Pictures,
    PicturesAbout {
        on: Day,
    },
    /// A format by name.
    Format(Ending),
    /// The size of a file in bytes.
    Size(u64),
    /// Before the text alternative of a picture.
    Alternative,
    /// Before the files of one record's citations.
    CiteSources,
    /// In a citation: whose copy a page carries, that it was not read, where a copy stands.
    AgencyCopy(&'a str),
    NotSeen,
    Archived(&'a str),
    /// In a citation of the record: when it was checked, and which version of the content it is.
    Checked(Day),
    Version(&'a str),
    /// Under a picture: what it rests on and who counts it so.
    SourceLine {
        sources: usize,
        licence: &'a str,
    },
    /// Under a picture: the date it is drawn for.
    AsOf(Day),
    /// The panel of files of what is on screen. What stands in braces `web/take.js` puts in.
    OnScreen,
    EventsShown,
    PeriodsShown,
    IssuesShown,
    TotalShown,
    OnlyFirst,
    OpenedEvents,
    Picture,
    AllPictures,
    NoPicture,
    AsText,
    MayNotDownload,
    Saved,
    NotMade,
    AsOfOpen,
    OpenedSource,
}

impl Told for TakeMsg<'_> {
    fn english(&self) -> String {
        match *self {
            TakeMsg::Link => "Take it along: all files".to_owned(),
            TakeMsg::Heading => "Take it along".to_owned(),
            TakeMsg::Lede => {
                "The whole record as files, for a spreadsheet, a calendar, a program that manages citations, or a page of your own."
                    .to_owned()
            }
            TakeMsg::Whole => "The whole dossier".to_owned(),
            TakeMsg::WholeAbout => "Everything there is, as one file.".to_owned(),
            TakeMsg::Tables => "Tables".to_owned(),
            TakeMsg::TablesAbout => {
                "A table for each kind of record, in UTF-8. Records inside other records have a table of their own, whose first \
                 column names the record they belong to."
                    .to_owned()
            }
            TakeMsg::Calendar => "Calendar".to_owned(),
            TakeMsg::CalendarAbout => {
                "Every event as a whole day or days. Where only a month or a year is known, the event takes all of it and says so."
                    .to_owned()
            }
            TakeMsg::Citations => "Citations".to_owned(),
            TakeMsg::CitationsAbout { sources } => format!(
                "The dossier and {}. The page of each event and issue has files with its own sources.",
                count(sources, "source", "sources")
            ),
            TakeMsg::Pictures => "Pictures".to_owned(),
            TakeMsg::PicturesAbout { on } => format!(
                "Each view as of {}, with its title and source line in the picture.",
                day(on)
            ),
            TakeMsg::Format(ending) => format(ending).to_owned(),
            TakeMsg::Size(bytes) => size(bytes),
            TakeMsg::Alternative => "Text alternative:".to_owned(),
            TakeMsg::CiteSources => "This record and its sources, for a program that manages citations:".to_owned(),
            TakeMsg::AgencyCopy(agency) => format!("Carries {agency}."),
            TakeMsg::NotSeen => "The page itself was not read.".to_owned(),
            TakeMsg::Archived(url) => format!("Archived copy: {url}"),
            TakeMsg::Checked(on) => format!("Record checked on {}.", day(on)),
            TakeMsg::Version(version) => format!("Content version {version}."),
            TakeMsg::SourceLine { sources, licence } => {
                let licence = if licence.is_empty() { String::new() } else { format!(" \u{b7} {licence}") };
                format!("Daylight, from {}{licence}", count(sources, "source", "sources"))
            }
            TakeMsg::AsOf(on) => format!("As of {}", day(on)),
            TakeMsg::OnScreen => "Download what is on screen".to_owned(),
            TakeMsg::EventsShown => "Events: {count}, from {from} to {to}, with what is searched and filtered here.".to_owned(),
            TakeMsg::PeriodsShown => "Events: {count}, in the two periods compared here.".to_owned(),
            TakeMsg::IssuesShown => "Issues: {count}, as of {on}, in the order and with the weights chosen here.".to_owned(),
            TakeMsg::TotalShown => "Total daylight from {from} to {to}, with the weights chosen here.".to_owned(),
            TakeMsg::OnlyFirst => "The files have only the first {most} of them, in order of time.".to_owned(),
            TakeMsg::OpenedEvents => {
                "This dossier was opened from an address: of an event the files have date, title, kind, lane and weight; the rest stands \
                 in the dossier\u{2019}s own file."
                    .to_owned()
            }
            TakeMsg::Picture => "Picture".to_owned(),
            TakeMsg::AllPictures => "All of them".to_owned(),
            TakeMsg::NoPicture => "On a narrow screen the events are a list, of which there is no picture.".to_owned(),
            TakeMsg::AsText => "The file as text".to_owned(),
            TakeMsg::MayNotDownload => {
                "Where this frame may not download files, they are shown here to be copied; the full page can download them.".to_owned()
            }
            TakeMsg::Saved => "Saved as {name}.".to_owned(),
            TakeMsg::NotMade => "It could not be made ({why}).".to_owned(),
            TakeMsg::AsOfOpen => "As of {on}".to_owned(),
            TakeMsg::OpenedSource => "Opened with Daylight".to_owned(),
        }
    }
}

fn format(ending: Ending) -> &'static str {
    match ending {
        Ending::Json => "JSON",
        Ending::Csv => "CSV",
        Ending::Ics => "iCalendar",
        Ending::Csl => "CSL-JSON",
        Ending::Bib => "BibTeX",
        Ending::Ris => "RIS",
        Ending::Svg => "SVG",
        Ending::Png => "PNG",
    }
}

/// A size in bytes, in the unit that gives it one to three digits.
fn size(bytes: u64) -> String {
    match bytes {
        0..=999 => format!("{bytes} bytes"),
        1_000..=999_499 => format!("{} KB", (bytes + 500) / 1000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_have_a_unit_that_fits() {
        let sizes = [0, 999, 1000, 1499, 999_499, 999_500, 1_000_000, 12_340_000].map(size);
        assert_eq!(sizes, ["0 bytes", "999 bytes", "1 KB", "1 KB", "999 KB", "1.0 MB", "1.0 MB", "12.3 MB"]);
    }
}
