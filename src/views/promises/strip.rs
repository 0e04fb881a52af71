//! The drawing of a promise through time. Height says how much is carried out, a bar below the line that it was undone; strokes and
//! dots tell the rest apart, so the drawing needs no colour. It is stretched to the room there is, so it holds no words.

use yew::prelude::*;

use crate::analysis::Stage;
use crate::dossier::date::Day;
use crate::dossier::model::CommitmentState;
use crate::layout::promises::{Segment, WIDTH, YearAxis};
use crate::scene::num;
use crate::views::dated::playhead_with;
use crate::views::element::html;

/// The height of a strip.
pub const HEIGHT: f64 = 28.0;
const TOP: f64 = 3.0;
const GROUND: f64 = 19.0;
const UNDER: f64 = 26.0;
const MIDDLE: f64 = (TOP + GROUND) / 2.0;

/// All marks of one kind are one path: a strip is a few elements, however many states it has.
#[derive(Default)]
struct Marks {
    /// The frame of a promise that binds.
    frame: String,
    /// What of it is carried out, or undone.
    fill: String,
    /// Bars: stopped.
    bars: String,
    /// A dashed line: no longer binding.
    dashes: String,
    /// Dots: nobody has checked.
    dots: String,
    /// The ground alone: nothing on record but that it was made.
    ground: String,
}

/// Whole units are enough: the strip is about as wide in pixels.
fn across(x: f64) -> String {
    num(x.round())
}

fn block(path: &mut String, (x1, x2): (f64, f64), top: f64, bottom: f64) {
    let (x1, x2) = (across(x1), across(x2));
    path.push_str(&format!("M{x1} {}H{x2}V{}H{x1}Z", num(bottom), num(top)));
}

fn line(path: &mut String, (x1, x2): (f64, f64), y: f64) {
    path.push_str(&format!("M{} {}H{}", across(x1), num(y), across(x2)));
}

fn draw(segments: &[Segment<'_>]) -> Marks {
    let mut marks = Marks::default();
    for segment in segments {
        let x = (segment.x1, segment.x2);
        let state = match segment.stage {
            Stage::Recorded(status) => status.state,
            Stage::NotMade => continue,
            Stage::NoRecord => {
                block(&mut marks.ground, (x.0, x.0), TOP, GROUND);
                line(&mut marks.ground, x, GROUND);
                continue;
            }
        };
        let part = |share: f64| GROUND - share * (GROUND - TOP);
        let mut filled = |top: f64| {
            block(&mut marks.frame, x, TOP, GROUND);
            if top < GROUND {
                block(&mut marks.fill, x, top, GROUND);
            }
        };
        match state {
            CommitmentState::Pledged => filled(GROUND),
            CommitmentState::Begun => filled(part(0.25)),
            CommitmentState::Partly => filled(part(0.5)),
            CommitmentState::Done => filled(TOP),
            CommitmentState::Stalled => {
                filled(GROUND);
                line(&mut marks.bars, x, MIDDLE);
            }
            CommitmentState::Reversed => {
                line(&mut marks.ground, x, GROUND);
                block(&mut marks.fill, x, GROUND, UNDER);
            }
            CommitmentState::Lapsed => line(&mut marks.dashes, x, MIDDLE),
            CommitmentState::NotChecked => line(&mut marks.dots, x, MIDDLE),
        }
    }
    marks
}

/// The marks, kinds that do not occur left out.
pub fn marks(segments: &[Segment<'_>]) -> Html {
    let marks = draw(segments);
    let path = |class: &'static str, d: String| {
        html! {
            if !d.is_empty() {
                <path {class} {d} />
            }
        }
    };
    html! {
        <>
            { path("fill", marks.fill) }
            { path("frame", marks.frame) }
            { path("bars", marks.bars) }
            { path("dashes", marks.dashes) }
            { path("dots", marks.dots) }
            { path("ground", marks.ground) }
        </>
    }
}

/// The strip with the lines of the years and the as-of date, behind which a sheet of paper makes pale what comes after it. On the page
/// the sheet moves with the date, so it is as wide as the strip and cut off at its end; few programs but browsers cut it off, so in a
/// picture it ends there: `sheet` is its width. A reader who cannot see it has the same in words below it.
pub fn strip(segments: &[Segment<'_>], axis: YearAxis, as_of: Day, sheet: f64) -> Html {
    let view = format!("0 0 {} {}", num(WIDTH), num(HEIGHT));
    let (first, last) = ((0.0, axis.first()), (WIDTH, axis.end()));
    let after = html! { <path class="after" d={format!("M0 0H{}V{}H0Z", num(sheet), num(HEIGHT))} /> };
    html! {
        <svg class="strip" viewBox={view} preserveAspectRatio="none" aria-hidden="true">
            <path class="years" d={years(axis)} />
            { marks(segments) }
            { playhead_with(first, last, as_of, HEIGHT, after) }
        </svg>
    }
}

fn years(axis: YearAxis) -> String {
    let width = WIDTH / f64::from(axis.columns.max(1));
    (0..axis.columns).map(|column| format!("M{} 0V{}", num(width * f64::from(column)), num(HEIGHT))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::model::Status;

    fn drawn(state: CommitmentState) -> Marks {
        let status = Status { on: Day::parse("2018-06-12").unwrap(), state, note: None, sources: Vec::new() };
        draw(&[Segment { x1: 10.0, x2: 20.0, stage: Stage::Recorded(&status) }])
    }

    #[test]
    fn no_two_states_are_drawn_alike() {
        use CommitmentState::*;
        let all = [Pledged, Begun, Partly, Done, Stalled, Reversed, Lapsed, NotChecked];
        let mut found: Vec<_> = all
            .map(drawn)
            .into_iter()
            .map(|marks| [marks.frame, marks.fill, marks.bars, marks.dashes, marks.dots, marks.ground])
            .collect();
        let made = draw(&[Segment { x1: 10.0, x2: 20.0, stage: Stage::NoRecord }]);
        found.push([made.frame, made.fill, made.bars, made.dashes, made.dots, made.ground]);
        for (place, one) in found.iter().enumerate() {
            assert!(one.iter().any(|path| !path.is_empty()));
            assert!(!found[place + 1..].contains(one), "{one:?}");
        }
    }

    #[test]
    fn half_done_is_half_full() {
        // The frame is 16 high, from 3 to 19.
        assert_eq!(drawn(CommitmentState::Partly).fill, "M10 19H20V11H10Z");
        assert_eq!(drawn(CommitmentState::Reversed).fill, "M10 26H20V19H10Z");
    }
}
