//! What the view `meetings` says.

use super::{Told, en, ko};
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
    NoLeaders {
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
    /// Above the parts: of what.
    ShareHead,
    /// Below them: of how many.
    ShareOf {
        meetings: usize,
    },
    /// What came before the leaders, and that they never met, on the picture.
    Way {
        before: Count,
        days: Count,
    },
    NoneMark,
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
    en::amount(number)
}

/// "99일", "423~453일".
fn korean_counted((least, most): Count, counter: &str) -> String {
    if least == most {
        format!("{}{counter}", ko::amount(least))
    } else {
        format!("{}~{}{counter}", ko::amount(least), ko::amount(most))
    }
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
                leaders\u{2019} row shows how long it took to get there; dashed, no meeting of the leaders is in this list."
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
            MeetingsMsg::NoLeaders { meetings } => {
                format!("No meeting of the leaders is in this list; {} at other levels.", counted(exactly(meetings), "meeting", "meetings"))
            }
            MeetingsMsg::NoMeeting => "No meeting is on record.".to_owned(),
            MeetingsMsg::NotYet => "Not yet on the as-of date.".to_owned(),
            MeetingsMsg::Level(of) => level(of).to_owned(),
            MeetingsMsg::Share { count, percent } => format!("{count} \u{b7} {percent}%"),
            MeetingsMsg::ShareHead => "meetings".to_owned(),
            MeetingsMsg::ShareOf { meetings } => format!("of {}", grouped(meetings)),
            MeetingsMsg::Way { before, days } => {
                format!("{}, {}", short(before, "meeting", "meetings"), short(days, "day", "days"))
            }
            MeetingsMsg::NoneMark => "none".to_owned(),
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

    fn korean(&self) -> String {
        match *self {
            MeetingsMsg::Heading => "누가 먼저 만났나: 정상인가, 그 밖의 사람인가".to_owned(),
            MeetingsMsg::Lede { first, last, never, of } => korean_lede(first, last, never, of),
            MeetingsMsg::Help => "막대 하나가 기록된 만남 하나이며, 수준과 첫 만남 뒤의 시간에 따라 놓였다. 정상급 줄의 선은 그 수준에 \
                이르기까지 걸린 시간이고, 점선이면 정상 간 만남이 이 목록에 없다는 뜻이다."
                .to_owned(),
            MeetingsMsg::AsOf => "세로선은 기준일".to_owned(),
            MeetingsMsg::After => "이며, 작고 흐린 표시는 그 뒤의 만남이다.".to_owned(),
            MeetingsMsg::Reference => "비교용".to_owned(),
            MeetingsMsg::Leaders { before, days } if before.1 == 0 => {
                format!("대화 시작 {} 만에 곧바로 정상급:", korean_counted(days, "일"))
            }
            MeetingsMsg::Leaders { before, days } => {
                format!("앞선 만남 {}, {} 만에 정상급:", korean_counted(before, "회"), korean_counted(days, "일"))
            }
            MeetingsMsg::NoLeaders { meetings } => {
                format!("정상 간 만남은 이 목록에 없다. 다른 수준의 만남 {}.", korean_counted(exactly(meetings), "회"))
            }
            MeetingsMsg::NoMeeting => "기록된 만남이 없다.".to_owned(),
            MeetingsMsg::NotYet => "기준일에는 아직 없던 일이다.".to_owned(),
            MeetingsMsg::Level(of) => ko::level(of).to_owned(),
            MeetingsMsg::Share { count, percent } => format!("{count} \u{b7} {percent}%"),
            MeetingsMsg::ShareHead => "만남".to_owned(),
            MeetingsMsg::ShareOf { meetings } => format!("전체 {}", korean_counted(exactly(meetings), "회")),
            MeetingsMsg::Way { before, days } => {
                format!("만남 {}, {}", korean_counted(before, "회"), korean_counted(days, "일"))
            }
            MeetingsMsg::NoneMark => "없음".to_owned(),
            MeetingsMsg::Years => "년".to_owned(),
            MeetingsMsg::Undated(count) => {
                format!("시작일을 알 수 없어 그리지 않은 만남: {}.", korean_counted(exactly(count), "회"))
            }
            MeetingsMsg::Picture { title, levels } => {
                let parts: Vec<String> = Level::NAMED
                    .iter()
                    .zip(levels)
                    .filter(|(_, count)| *count > 0)
                    .map(|((of, _), count)| format!("{} {count}회", ko::level(*of)))
                    .collect();
                format!("{title}: 수준과 시간으로 본 만남. {}.", parts.join(", "))
            }
            MeetingsMsg::Method => "이 자료집의 기록을 센다. 기록 하나가 여러 만남일 수 있고, 메시지나 전달, 전화 통화인 것도 있으며 이는 \
                이름에 적혀 있다. 날짜가 월까지만 알려진 만남은 한 달 길이의 빈 막대로 그리고, 그달 마지막 날부터 지난 것으로 센다. 그 \
                때문에 수가 달라지면 범위로 적는다. 시간은 대화가 시작되었을 수 있는 첫날부터 정상급 만남의 첫날까지다."
                .to_owned(),
            MeetingsMsg::Table { meetings } => {
                format!("만남 {} 전체, 장소와 출처 포함", korean_counted(exactly(meetings), "회"))
            }
            MeetingsMsg::Date => "날짜".to_owned(),
            MeetingsMsg::LevelColumn => "수준".to_owned(),
            MeetingsMsg::Meeting => "만남".to_owned(),
            MeetingsMsg::Outcome => "결과:".to_owned(),
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
        let within = if of == 1 { "No".to_owned() } else { format!("In {never} of {of} no") };
        parts.push(format!("{within} contact of the leaders is in this list of meetings."));
    }
    parts.join(" ")
}

fn korean_lede(first: Option<(&str, Count)>, last: Option<(&str, Count)>, never: usize, of: usize) -> String {
    let mut parts = Vec::new();
    let after =
        |(title, days): (&str, Count)| format!("{} 만의 {}", korean_counted(days, "일"), ko::quoted(title));
    if let Some(first) = first {
        let last = last.map(|last| format!(", 가장 늦은 것은 {}", after(last))).unwrap_or_default();
        parts.push(format!("협상 {of}건 가운데 정상급에 가장 빨리 이른 것은 {}{last}이다.", after(first)));
    }
    if never > 0 {
        let within = if of == 1 { String::new() } else { format!("{of}건 중 {never}건은 ") };
        parts.push(format!("{within}이 만남 목록에 정상 간 접촉이 없다."));
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
        assert_eq!(
            lede(None, None, 2, 2),
            "In 2 of 2 no contact of the leaders is in this list of meetings."
        );
        // Of the list alone: events may tell of a contact, and one negotiation is no share of one.
        assert_eq!(lede(None, None, 1, 1), "No contact of the leaders is in this list of meetings.");
        assert_eq!(korean_lede(None, None, 1, 1), "이 만남 목록에 정상 간 접촉이 없다.");
        let [first, last] = [("북미 정상외교, 2018~2019년", 99), ("미중 데탕트, 1969~1972년", 810)]
            .map(|(title, days)| Some((title, exactly(days))));
        assert_eq!(
            korean_lede(first, last, 2, 5),
            "협상 5건 가운데 정상급에 가장 빨리 이른 것은 99일 만의 “북미 정상외교, 2018~2019년”, 가장 늦은 것은 810일 만의 “미중 데탕트, 1969~1972년”이다. 5건 중 2건은 이 만남 목록에 정상 간 접촉이 없다."
        );
        assert_eq!(
            korean_lede(first, None, 0, 1),
            "협상 1건 가운데 정상급에 가장 빨리 이른 것은 99일 만의 “북미 정상외교, 2018~2019년”이다."
        );
        let leaders = MeetingsMsg::Leaders { before: exactly(8), days: exactly(99) };
        assert_eq!(leaders.korean(), "앞선 만남 8회, 99일 만에 정상급:");
    }
}
