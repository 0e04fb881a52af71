//! Where the lanes' headings stand: where no mark is.

use super::ground::Ground;
use super::{Align, Heading, LaneArea, PlacedMark};
use crate::dossier::model::Lane;
use crate::layout::occupancy::Occupancy;
use crate::layout::{Rect, round};

/// The room a heading takes: 12-pixel letters.
pub(super) fn heading_rect(heading: &Heading) -> Rect {
    let (left, right) = match heading.align {
        Align::Start => (heading.x, heading.x + heading.width),
        Align::Middle => (heading.x - heading.width / 2.0, heading.x + heading.width / 2.0),
        Align::End => (heading.x - heading.width, heading.x),
    };
    Rect { left, top: heading.y - 10.0, right, bottom: heading.y + 3.0 }
}

/// The pixels that a side's heading always has where there is room for one.
const HEADING: f64 = 112.0;
/// The most that a long one has.
const WIDEST_HEADING: f64 = 144.0;
/// The pixels of the joint acts' heading, and of the others': words of this program, no names, so no more than they take.
pub(super) const JOINT_HEADING: f64 = 30.0;
pub(super) const OTHERS_HEADING: f64 = 44.0;

pub(super) fn lanes(
    ground: &Ground,
    marks: &[PlacedMark],
    bodies: &Occupancy,
    [width, wanted]: [f64; 2],
    [left, right]: [f64; 2],
    others: bool,
) -> Vec<LaneArea> {
    let roomy = ground.axis >= 120.0;
    // What a heading takes no label can have: no more than it needs.
    let room = (width / 2.0).min(wanted.min(WIDEST_HEADING).max(HEADING));
    let free = |heading: Heading| {
        (width >= 160.0 && roomy && !bodies.is_taken(&heading_rect(&heading))).then_some(heading)
    };
    let at = |y: f64, width| Heading { x: round(left), y: round(y), align: Align::Start, width };
    // Among the acts of both there is no fixed place: the first free one of both ends and all rows.
    let bridges: Vec<f64> = marks.iter().filter(|mark| mark.lane == Lane::Both).map(|mark| mark.x).collect();
    let unbridged = |heading: &Heading| {
        let rect = heading_rect(heading);
        !bridges.iter().any(|x| rect.left - 1.0 < *x && *x < rect.right + 1.0)
    };
    let joint_heading =
        (0..ground.band_rows).map(|row| round(ground.y(Lane::Both, row) + 4.0)).find_map(|y| {
            let end = Heading { x: round(right), y, align: Align::End, width: JOINT_HEADING };
            free(at(y, JOINT_HEADING)).filter(unbridged).or_else(|| free(end).filter(unbridged))
        });
    let area =
        |lane, top, bottom, heading| LaneArea { lane, top: round(top), bottom: round(bottom), heading };
    let mut out = vec![
        area(Lane::A, 0.0, ground.band_top, free(at(14.0, room))),
        area(Lane::Both, ground.band_top, ground.band_bottom, joint_heading),
        area(Lane::B, ground.band_bottom, ground.strip_top, free(at(ground.strip_top - 6.0, room))),
    ];
    if others {
        let y = (ground.strip_top + ground.axis) / 2.0 + 4.0;
        let end = Heading { x: round(right), y: round(y), align: Align::End, width: OTHERS_HEADING };
        let heading = free(at(y, OTHERS_HEADING)).or_else(|| free(end));
        out.push(area(Lane::Other, ground.strip_top, ground.axis, heading));
    }
    out
}
