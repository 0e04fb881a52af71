//! The shapes: one for each outcome of a launch, one for a nuclear test, one for a meeting by its level.

use super::super::mark::{Mark, disc, num};
use crate::dossier::model::{Level, Outcome};

/// A launch by its outcome, around a point: a full disc, a cross, half a disc, a ring.
pub fn outcome_mark(outcome: Outcome, x: f64, y: f64, r: f64) -> Mark {
    let disc = disc(x, y, r);
    let (class, d) = match outcome {
        Outcome::Success => ("launch", disc),
        Outcome::Unknown => ("launch open", disc),
        // The right half is drawn twice, which with the rule of even and odd leaves it empty.
        Outcome::Mixed => {
            let half = format!("M{} {}a{r} {r} 0 0 1 0 {}z", num(x), num(y - r), num(2.0 * r), r = num(r));
            ("launch half", format!("{disc}{half}"))
        }
        Outcome::Failure => {
            let (arm, across) = (num(x - r * 0.85), num(r * 1.7));
            let (up, down) = (num(y - r * 0.85), num(y + r * 0.85));
            ("launch cross", format!("M{arm} {up}l{across} {across}M{arm} {down}l{across}-{across}"))
        }
    };
    Mark::Path { class, d }
}

/// A nuclear test around a point: a diamond, larger than a launch.
pub fn nuclear_mark(x: f64, y: f64, r: f64) -> Mark {
    let r1 = num(r);
    let d = format!("M{} {}l{r1} {r1}l-{r1} {r1}l-{r1}-{r1}z", num(x), num(y - r));
    Mark::Path { class: "nuclear", d }
}

/// How far below the axis a meeting reaches: the higher the level, the further.
pub fn reach(level: Level) -> f64 {
    match level {
        Level::Technical => 8.0,
        Level::Working => 15.0,
        Level::Envoys => 22.0,
        Level::Ministers => 29.0,
        Level::Leaders => 38.0,
    }
}

/// A meeting: a bar below `y`, from `left` to `right`, as long as its level is high.
pub fn talk_mark(level: Level, left: f64, right: f64, y: f64) -> Mark {
    let class = if level == Level::Leaders { "talk leaders" } else { "talk" };
    let d = format!("M{} {}V{}H{}V{}z", num(left), num(y), num(y + reach(level)), num(right), num(y));
    Mark::Path { class, d }
}
