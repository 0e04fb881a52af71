//! The stable codes of everything the checker can say. `docs/diagnostics.md` has a section for each.

use std::fmt;

use serde::{Serialize, Serializer};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The dossier cannot be used as it is.
    Error,
    /// It can be used, and should be looked at.
    Warning,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal,)+) => {
        /// What is wrong. The first letter of a code is its severity, the next two digits are its topic.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &[Code] = &[$(Code::$name,)+];

            /// The code as printed: `E0301`.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Code::$name => $text,)+
                }
            }
        }
    };
}

codes! {
    /// The text of a file is not JSON.
    NotJson = "E0001",
    /// A file is larger than a dossier's file may be.
    FileTooLarge = "E0002",
    /// Lists and objects stand in one another too deep.
    TooDeep = "E0003",
    /// An object has the same key twice.
    DuplicateKey = "E0004",
    /// The bytes of a file are no UTF-8.
    NotUtf8 = "E0005",
    /// A file begins with a byte order mark.
    ByteOrderMark = "W0006",
    /// No file of a dossier was given.
    NoDossierFile = "E0007",
    /// So many problems that the rest is only counted.
    TooManyProblems = "E0008",
    /// A value is of another type than its field.
    WrongType = "E0101",
    /// A field that must be there is not.
    MissingField = "E0102",
    /// A field that the record does not have.
    UnknownField = "E0103",
    /// A word outside the list of words allowed there.
    UnknownValue = "E0104",
    /// A number below or above what is allowed there.
    OutOfRange = "E0105",
    /// The dossier lacks a part that every dossier has.
    MissingPart = "E0106",
    /// A part that a dossier has once stands in two files.
    RepeatedPart = "E0107",
    /// Everything was checked, and yet the dossier could not be read.
    Unreadable = "E0108",
    /// Two records have the same id.
    DuplicateId = "E0201",
    /// An id that no record has.
    UnknownId = "E0202",
    /// An id in another form than lower-case letters, digits and hyphens.
    BadId = "E0203",
    /// A counting rule that is not defined.
    UndefinedRule = "W0204",
    /// A text that is no date.
    BadDate = "E0301",
    /// A stretch of time that ends before it starts.
    EndBeforeStart = "E0302",
    /// A position that ends before it begins.
    UntilBeforeFrom = "E0303",
    /// Entries that should stand oldest first do not.
    OutOfOrder = "E0304",
    /// An as-of date outside the time the dossier covers, or something that happened far from it.
    OutsideSpan = "W0305",
    /// A promise of which something was done stands as only promised again.
    PledgedAgain = "W0306",
    /// A ladder whose rungs do not count 0, 1, 2.
    LadderNumbering = "E0401",
    /// A position on a rung that its ladder does not have.
    RungOutsideLadder = "E0402",
    /// A range whose low end is above its high end.
    LowAboveHigh = "E0403",
    /// A position of a party that has no such role in the issue.
    WrongRole = "E0404",
    /// A gap between parties that are not the two sides.
    GapNotSides = "E0405",
    /// Side a or side b has no party, or more than one.
    SideCount = "E0406",
    /// Two positions of one party in one role begin on the same day.
    SameDayPositions = "W0407",
    /// A claim that no source carries.
    ClaimWithoutSource = "E0501",
    /// A source that nothing cites.
    UncitedSource = "W0502",
    /// A quotation without its speaker, its day or its source.
    IncompleteQuote = "E0503",
    /// An address that is not encrypted.
    InsecureLink = "W0601",
    /// An address that is none.
    BadLink = "E0602",
    /// A text in which nothing is written.
    EmptyText = "E0701",
    /// A language that the dossier does not declare.
    UndeclaredLanguage = "E0702",
    /// A text that lacks a declared language.
    MissingLanguage = "E0703",
    /// A text longer than a page can hold.
    TextTooLong = "E0704",
    /// A language tag that is none.
    BadLanguageTag = "E0705",
    /// A language file's path that leads to no text.
    UnknownTextPath = "E0706",
    /// A text given twice in one language.
    TextTwice = "E0707",
    /// A text with a character that no page can show.
    UnwritableCharacter = "E0708",
    /// A list of which a language file numbers the items has another length than its numbers.
    ListChanged = "E0709",
    /// A text with which the studio begins a dossier, for somebody to write over it.
    TemplateText = "W0710",
    /// A colour in another form than `#rrggbb`.
    BadColour = "E0801",
    /// An event table's address that leads out of the dossier's folder.
    BadTableAddress = "E0901",
    /// An event table that cannot be read.
    MissingTable = "E0902",
    /// A column of an event table that is missing, or there twice.
    TableColumns = "E0903",
    /// A column that an event table does not have.
    UnknownColumn = "W0904",
    /// A row of an event table that is none.
    MalformedRow = "E0905",
}

impl Code {
    /// How bad it is.
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('E') { Severity::Error } else { Severity::Warning }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_ordered() {
        let numbers: Vec<&str> = Code::ALL.iter().map(|code| &code.as_str()[1..]).collect();
        assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");
    }
}
