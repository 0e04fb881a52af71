//! The columns a table may have, and the words that may stand in them.

use super::super::model::{Confidence, EventKind, Lane, Level};

/// A column that means something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Date,
    Title,
    Kind,
    Lane,
    Weight,
    Parties,
    Sources,
    Place,
    Level,
    Confidence,
    Summary,
    Note,
}

impl Column {
    /// Every column, the required ones first.
    pub(super) const ALL: [Column; 13] = [
        Column::Id,
        Column::Date,
        Column::Title,
        Column::Kind,
        Column::Lane,
        Column::Weight,
        Column::Parties,
        Column::Sources,
        Column::Place,
        Column::Level,
        Column::Confidence,
        Column::Summary,
        Column::Note,
    ];

    /// How many of them every table has.
    pub(super) const REQUIRED: usize = 5;

    /// The columns whose text is kept, in the order it is kept in: what is looked at most stands first.
    pub(super) const KEPT: [Column; 10] = [
        Column::Id,
        Column::Title,
        Column::Date,
        Column::Parties,
        Column::Sources,
        Column::Place,
        Column::Level,
        Column::Confidence,
        Column::Summary,
        Column::Note,
    ];

    /// Its name in the header.
    pub(super) fn name(self) -> &'static str {
        match self {
            Column::Id => "id",
            Column::Date => "date",
            Column::Title => "title",
            Column::Kind => "kind",
            Column::Lane => "lane",
            Column::Weight => "weight",
            Column::Parties => "parties",
            Column::Sources => "sources",
            Column::Place => "place",
            Column::Level => "level",
            Column::Confidence => "confidence",
            Column::Summary => "summary",
            Column::Note => "note",
        }
    }

    /// The column of this name, whatever its case.
    pub(super) fn named(name: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.name().eq_ignore_ascii_case(name))
    }
}

/// Words of a closed list, as the files write them.
macro_rules! words {
    ($($function:ident, $list:ident, $name:ident: $($text:literal = $variant:ident),*;)*) => {$(
        /// Every word, for messages.
        pub(super) const $list: &str = concat!("allowed are", $(" ", $text),*);

        /// What a word means.
        pub(super) fn $function(text: &str) -> Option<$name> {
            match text {
                $($text => Some($name::$variant),)*
                _ => None,
            }
        }
    )*};
}

words! {
    kind, KINDS, EventKind: "summit" = Summit, "talks" = Talks, "agreement" = Agreement, "statement" = Statement,
        "sanctions" = Sanctions, "exercise" = Exercise, "missile-test" = MissileTest, "nuclear-test" = NuclearTest,
        "military" = Military, "humanitarian" = Humanitarian, "domestic" = Domestic;
    lane, LANES, Lane: "a" = A, "b" = B, "both" = Both, "other" = Other;
    level, LEVELS, Level: "technical" = Technical, "working" = Working, "envoys" = Envoys, "ministers" = Ministers,
        "leaders" = Leaders;
    confidence, CONFIDENCES, Confidence: "high" = High, "medium" = Medium, "low" = Low;
}

// A kind has four bits of the packed byte.
const _: () = assert!(EventKind::NAMED.len() <= 16);

/// What is known of an event without looking at its text, in one byte: kind, lane, weight.
pub(super) fn pack(kind: EventKind, lane: Lane, weight: u8) -> u8 {
    let lane = match lane {
        Lane::A => 0,
        Lane::B => 1,
        Lane::Both => 2,
        Lane::Other => 3,
    };
    (kind as u8) << 4 | lane << 2 | weight & 3
}

/// The kind in a packed byte.
pub(super) fn kind_of(packed: u8) -> EventKind {
    EventKind::NAMED.get(usize::from(packed >> 4)).map_or(EventKind::Statement, |(kind, _)| *kind)
}

/// The lane in a packed byte.
pub(super) fn lane_of(packed: u8) -> Lane {
    match packed >> 2 & 3 {
        0 => Lane::A,
        1 => Lane::B,
        2 => Lane::Both,
        _ => Lane::Other,
    }
}

/// The weight in a packed byte.
pub(super) fn weight_of(packed: u8) -> u8 {
    (packed & 3).max(1)
}
