//! What the view `meetings` says.

use super::Told;
use crate::dossier::model::Level;

/// The fewest and the most that the dates allow.
type Count = (usize, usize);

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum MeetingsMsg<'a> {
    /// The section's heading.
    Heading,
    /// Who was quickest to the leaders' level, and slowest, and how many never were there.
    Lede {
        first: Option<(&'a str, Count)>,
        last: Option<(&'a str, Count)>,
        never: usize,
        of: usize,
    },
    /// How to read the pictures.
    Help,
    /// Before the as-of date, which follows.
    AsOf,
    /// After it.
    After,
    /// A negotiation that is there for comparison.
    Reference,
    /// What came before the leaders' level.
    Leaders {
        before: Count,
        days: Count,
    },
    /// The leaders never met.
    Never {
        meetings: usize,
    },
    /// No meeting is on record.
    NoMeeting,
    /// Beside what lies after the as-of date.
    NotYet,
    /// A level's short name.
    Level(Level),
    /// A level's part of the meetings.
    Share {
        count: usize,
        percent: usize,
    },
    /// Above the parts.
    ShareOf {
        meetings: usize,
    },
    /// What came before the leaders, and that they never met, on the picture.
    Way {
        before: Count,
        days: Count,
    },
    NeverMark,
    /// The axis's unit.
    Years,
    /// How many meetings could not be drawn.
    Undated(usize),
    /// The picture in words.
    Picture {
        title: &'a str,
        levels: [usize; 5],
    },
    /// How dates are counted.
    Method,
    /// Opens the table.
    Table {
        meetings: usize,
    },
    /// Columns of the table.
    Date,
    LevelColumn,
    Meeting,
    /// How it ended.
    Outcome,
}

/// "99 days", "423 to 453 days".
fn counted(count: Count, one: &str, many: &str) -> String {
    match count {
        (1, 1) => format!("1 {one}"),
        (least, most) if least == most => format!("{} {many}", grouped(least)),
        (least, most) => format!("{} to {} {many}", grouped(least), grouped(most)),
    }
}

/// The same with a dash: "423\u{2013}453 days".
fn short(count: Count, one: &str, many: &str) -> String {
    if count.0 == count.1 {
        counted(count, one, many)
    } else {
        format!("{}\u{2013}{} {many}", grouped(count.0), grouped(count.1))
    }
}

fn grouped(number: usize) -> String {
    super::Locale::En.number(number)
}

fn exactly(number: usize) -> Count {
    (number, number)
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Technical => "technical",
        Level::Working => "working",
        Level::Envoys => "envoys",
        Level::Ministers => "ministers",
        Level::Leaders => "leaders",
    }
}

impl Told for MeetingsMsg<'_> {
    fn english(&self) -> String {
        match *self {
            MeetingsMsg::Heading => "Who met first: the leaders or everyone else?".to_owned(),
            MeetingsMsg::Lede { first, last, never, of } => lede(first, last, never, of),
            MeetingsMsg::Help => "Each bar is a meeting on record, placed by level and by time since the first one. The line on the \
                leaders\u{2019} row shows how long it took to get there; dashed, the leaders never met."
                .to_owned(),
            MeetingsMsg::AsOf => "The upright line is the as-of date,".to_owned(),
            MeetingsMsg::After => "; small and pale marks come after it.".to_owned(),
            MeetingsMsg::Reference => "for comparison".to_owned(),
            MeetingsMsg::Leaders { before, days } if before.1 == 0 => {
                format!("Leaders\u{2019} level at once, {} into the talks:", counted(days, "day", "days"))
            }
            MeetingsMsg::Leaders { before, days } => format!(
                "Leaders\u{2019} level after {} and {}:",
                counted(before, "meeting", "meetings"),
                counted(days, "day", "days")
            ),
            MeetingsMsg::Never { meetings } => {
                format!("The leaders never met: {} on record.", counted(exactly(meetings), "meeting", "meetings"))
            }
            MeetingsMsg::NoMeeting => "No meeting is on record.".to_owned(),
            MeetingsMsg::NotYet => "Not yet on the as-of date.".to_owned(),
            MeetingsMsg::Level(of) => level(of).to_owned(),
            MeetingsMsg::Share { count, percent } => format!("{count} \u{b7} {percent}%"),
            MeetingsMsg::ShareOf { meetings } => format!("of {}", grouped(meetings)),
            MeetingsMsg::Way { before, days } => {
                format!("{}, {}", short(before, "meeting", "meetings"), short(days, "day", "days"))
            }
            MeetingsMsg::NeverMark => "never".to_owned(),
            MeetingsMsg::Years => "years".to_owned(),
            MeetingsMsg::Undated(count) => {
                format!("Not drawn, because the start is not known: {}.", counted(exactly(count), "meeting", "meetings"))
            }
            MeetingsMsg::Picture { title, levels } => {
                let parts: Vec<String> = Level::NAMED
                    .iter()
                    .zip(levels)
                    .filter(|(_, count)| *count > 0)
                    .map(|((of, _), count)| format!("{} {count}", level(*of)))
                    .collect();
                format!("{title}: meetings by level and time. {}.", parts.join(", "))
            }
            MeetingsMsg::Method => "Counted are the records of this dossier; one may stand for several meetings, and some are messages, \
                relays or a telephone call, as their labels say. A date known to the month only is drawn as a hollow bar as long as the \
                month, and counts as past from its last day; where it decides a number, the number is a range. Time runs from the first \
                day on which talks may have begun to the first day at leaders\u{2019} level."
                .to_owned(),
            MeetingsMsg::Table { meetings } => {
                format!("All {} with place and sources", counted(exactly(meetings), "meeting", "meetings"))
            }
            MeetingsMsg::Date => "Date".to_owned(),
            MeetingsMsg::LevelColumn => "Level".to_owned(),
            MeetingsMsg::Meeting => "Meeting".to_owned(),
            MeetingsMsg::Outcome => "Outcome:".to_owned(),
        }
    }
}

fn lede(first: Option<(&str, Count)>, last: Option<(&str, Count)>, never: usize, of: usize) -> String {
    let mut parts = Vec::new();
    if let Some((title, days)) = first {
        parts.push(format!(
            "Of {}, quickest to the leaders\u{2019} level: {title}, after {}.",
            counted(exactly(of), "negotiation", "negotiations"),
            counted(days, "day", "days")
        ));
    }
    if let Some((title, days)) = last {
        parts.push(format!("Slowest: {title}, after {}.", counted(days, "day", "days")));
    }
    if never > 0 {
        parts.push(format!("In {never} of {of} no contact of the leaders is on record."));
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_people_say_them() {
        let range = (423, 453);
        assert_eq!(counted(range, "day", "days"), "423 to 453 days");
        assert_eq!(counted(exactly(1), "day", "days"), "1 day");
        assert_eq!(counted(exactly(0), "day", "days"), "0 days");
        assert_eq!(lede(None, None, 2, 2), "In 2 of 2 no contact of the leaders is on record.");
    }
}
