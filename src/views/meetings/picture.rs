//! One negotiation's picture: five rows, the leaders' at the top, and time from left to right. It is drawn in parts of its width
//! and stretches with the page, so that letters keep their size on a phone.

use yew::prelude::*;

use crate::analysis::meetings::{Began, Course, events_at, percent, rank};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Level, Meeting, Process};
use crate::layout::meetings::{Scale, last_day, place};
use crate::messages::MeetingsMsg;
use crate::scene::across;
use crate::views::dated::{Holds, playhead};
use crate::views::drawn::Drawn;
use crate::views::element::html;
use crate::views::words::{Voice, belongs_to};

/// Height of a level's row, in pixels.
const ROW: usize = 18;
/// Height above the rows, for the words on the leaders' line.
const HEAD: usize = 15;
/// Where the five rows end.
const ROWS: usize = HEAD + 5 * ROW;
/// Height of the picture with its axis.
const HEIGHT: usize = ROWS + 18;
/// Width of the playhead's own coordinates, which are stretched to the picture's.
const ACROSS: f64 = 1000.0;

/// Levels, marks, and each level's part of the meetings; nothing where no meeting can be placed.
pub(super) fn picture(
    (voice, as_of): (Voice, Day),
    dossier: &Dossier,
    process: &Process,
    course: &Course,
    scale: Scale,
) -> Html {
    let Some(zero) = course.zero.map(|zero| zero.first) else { return Html::default() };
    let last = last_day(process).unwrap_or(zero);
    let title = voice.text(&process.title);
    let label = voice.tell(MeetingsMsg::Picture { title: &title, levels: course.levels });
    html! {
        <div class="talks-plot">
            <div class="talks-levels" aria-hidden="true">
                { for Level::NAMED.iter().rev().map(|(level, _)| html! { <span>{ voice.tell(MeetingsMsg::Level(*level)) }</span> }) }
                <span>{ voice.tell(MeetingsMsg::Years) }</span>
            </div>
            { plot((voice, as_of), (dossier, process), course, scale, (zero, last), label) }
            <div class="talks-levels talks-shares" aria-hidden="true">
                <span>{ voice.tell(MeetingsMsg::ShareHead) }</span>
                { for course.levels.iter().rev().map(|count| html! {
                    <span>{
                        if *count > 0 { voice.tell(MeetingsMsg::Share { count: *count, percent: percent(*count, course.meetings) }) } else { AttrValue::default() }
                    }</span>
                }) }
                <span>{ voice.tell(MeetingsMsg::ShareOf { meetings: course.meetings }) }</span>
            </div>
        </div>
    }
}

/// The picture itself.
fn plot(
    (voice, as_of): (Voice, Day),
    (dossier, process): (&Dossier, &Process),
    course: &Course,
    scale: Scale,
    (zero, last): (Day, Day),
    label: AttrValue,
) -> Html {
    html! {
        <svg width="100%" height={HEIGHT.to_string()} role="img" aria-label={label}>
            { ground(scale) }
            <svg y={HEAD.to_string()} width="100%" height={(ROWS - HEAD).to_string()} viewBox={format!("0 0 {ACROSS} {}", ROWS - HEAD)} preserveAspectRatio="none">
                { playhead((0.0, zero), (ACROSS * scale.part(zero, last), last), as_of, (ROWS - HEAD) as f64) }
            </svg>
            { way(voice, course, scale, (zero, last), as_of) }
            { for Level::NAMED.iter().map(|(level, _)| row((dossier, process), *level, scale, zero, as_of)) }
        </svg>
    }
}

/// The picture with its name, without the page's parts around it; nothing where no meeting can be placed.
pub(super) fn drawn(
    (voice, as_of): (Voice, Day),
    dossier: &Dossier,
    process: &Process,
    course: &Course,
    scale: Scale,
) -> Option<Drawn> {
    let zero = course.zero.map(|zero| zero.first)?;
    let title = voice.text(&process.title);
    let label = voice.tell(MeetingsMsg::Picture { title: &title, levels: course.levels });
    let span = (zero, last_day(process).unwrap_or(zero));
    let levels = Level::NAMED.iter().rev().map(|(level, _)| voice.tell(MeetingsMsg::Level(*level)));
    Some(Drawn {
        name: title,
        about: AttrValue::default(),
        rows: levels.chain([voice.tell(MeetingsMsg::Years)]).collect(),
        picture: plot((voice, as_of), (dossier, process), course, scale, span, label),
        height: HEIGHT as f64,
        words: voice.tell(MeetingsMsg::ShareOf { meetings: course.meetings }),
        side: "",
        is_later: false,
    })
}

/// The middle of a level's row.
fn middle(level: Level) -> usize {
    ROWS.saturating_sub(rank(level) * ROW + ROW / 2)
}

/// Rows and years.
fn ground(scale: Scale) -> Html {
    let foot = ROWS.to_string();
    html! {
        <>
            { for Level::NAMED.iter().map(|(level, _)| {
                let y = middle(*level).to_string();
                html! { <line class="talks-row" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
            }) }
            { for scale.years().into_iter().map(|(year, part)| {
                let x = across(part);
                html! {
                    <>
                        <line class="talks-year" x1={x.clone()} x2={x.clone()} y1={HEAD.to_string()} y2={foot.clone()} />
                        <text class="talks-tick" {x} y={(HEIGHT - 4).to_string()} text-anchor="middle">{ year.to_string() }</text>
                    </>
                }
            }) }
        </>
    }
}

/// The line on the leaders' row: how long it took to get there, or that they never did.
fn way(voice: Voice, course: &Course, scale: Scale, (zero, last): (Day, Day), as_of: Day) -> Html {
    let y = middle(Level::Leaders);
    let (class, to, from, words) = match course.leaders {
        Some(leaders) => (
            "talks-way",
            leaders.began.first,
            leaders.began.last,
            voice.tell(MeetingsMsg::Way { before: leaders.before.pair(), days: leaders.days.pair() }),
        ),
        None => ("talks-way unmet", last, zero, voice.tell(MeetingsMsg::NoneMark)),
    };
    let holds = Holds { from, end: None };
    let part = scale.part(zero, to);
    // Above the line: at its end, or from its start where it is short, so that the words never lie on a mark. A line that leads to no
    // meeting has none at its end, and says so where it begins.
    let at_start = part < 0.5 || course.leaders.is_none();
    let (x, anchor) = if at_start { ("0".to_owned(), None) } else { (across(part), Some("end")) };
    let above = (y - ROW / 2).to_string();
    let y = y.to_string();
    html! {
        <g {class} data-dates={holds.dates()} data-now={holds.now(as_of)}>
            <line x1="0" x2={across(part)} y1={y.clone()} y2={y} />
            <text {x} y={above} text-anchor={anchor}>{ words }</text>
        </g>
    }
}

/// The meetings at one level.
fn row((dossier, process): (&Dossier, &Process), level: Level, scale: Scale, zero: Day, as_of: Day) -> Html {
    let mut meetings = process.meetings.iter().filter(|meeting| meeting.level == level).peekable();
    if meetings.peek().is_none() {
        return Html::default();
    }
    let class = if level == Level::Leaders { "met top" } else { "met" };
    html! {
        <g {class} transform={format!("translate(0 {})", middle(level))}>
            { for meetings.map(|meeting| mark(dossier, meeting, scale, zero, as_of)) }
        </g>
    }
}

/// A meeting: a bar as long as it lasted, a dot for a day; hollow where only its month is known. It holds from the day on which it
/// has surely begun.
fn mark(dossier: &Dossier, meeting: &Meeting, scale: Scale, zero: Day, as_of: Day) -> Html {
    let Some((began, placed)) = Began::of(meeting.date).zip(place(scale, zero, meeting)) else {
        return Html::default();
    };
    let holds = Holds { from: began.last, end: None };
    let (dates, now) = (holds.dates(), holds.now(as_of));
    let set_by = belongs_to(&events_at(dossier, meeting));
    if placed.known {
        html! { <line x1={across(placed.from)} x2={across(placed.to)} data-dates={dates} data-now={now} data-set-by={set_by} /> }
    } else {
        html! {
            <rect x={across(placed.from)} width={across(placed.to - placed.from)} y="-4" height="8" rx="3" data-dates={dates} data-now={now} />
        }
    }
}
