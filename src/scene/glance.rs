//! One issue on one day as a bar: the ladder lies down, from nothing at the left to the most that anyone asked at the right, and between
//! what is offered and what is expected lies the daylight.

use super::gap::by_side;
use super::mark::{Mark, num};
use crate::analysis::{Daylight, State, top_rung};
use crate::dossier::Dossier;
use crate::dossier::model::Issue;

/// Height of the bar's paper, in its own units; its width is 100, so that it fits whatever room there is without being drawn again.
pub const GLANCE_HEIGHT: f64 = 10.0;

/// How far two stands on one rung are moved aside.
const ASIDE: f64 = 2.5;

/// The bar. Lines only, for they keep their strength however the paper is stretched.
///
/// Classes: `rail`, with `unknown` where no daylight is known; `pale` and `sure`, the daylight at most and at least; `range` and `stand`
/// with `side-a|side-b|side-other`.
pub fn glance(dossier: &Dossier, issue: &Issue, now: &Daylight) -> Vec<Mark> {
    let top = f64::from(top_rung(issue).max(1));
    let x = |rung: u8| f64::from(rung) / top * 100.0;
    let line = |class, from: f64, to: f64| Mark::Path {
        class,
        d: format!("M{} {}H{}", num(from), num(GLANCE_HEIGHT / 2.0), num(to)),
    };
    let is_known = now.state != State::Unknown;
    let mut marks = vec![line(if is_known { "rail" } else { "rail unknown" }, 0.0, 100.0)];
    if let (Some(expects), Some(offers)) = (now.expects, now.offers) {
        for (class, from, to) in [("pale", offers.low, expects.high), ("sure", offers.high, expects.low)] {
            if from < to {
                marks.push(line(class, x(from), x(to)));
            }
        }
    }
    // On one rung they stand side by side, the offer at the left, where less lies.
    let meet =
        matches!((now.expects, now.offers), (Some(expects), Some(offers)) if expects.low == offers.high);
    let stands = [
        (&issue.gap.expects, now.expects, now.expects.map(|stand| stand.low), ASIDE),
        (&issue.gap.offers, now.offers, now.offers.map(|stand| stand.high), -ASIDE),
    ];
    for (party, stand, facing, aside) in stands {
        let (Some(stand), Some(facing)) = (stand, facing) else { continue };
        if stand.low < stand.high {
            let class = by_side(dossier, party, ["range side-a", "range side-b", "range side-other"]);
            marks.push(line(class, x(stand.low), x(stand.high)));
        }
        let at = (x(facing) + if meet { aside } else { 0.0 }).max(0.0).min(100.0);
        let class = by_side(dossier, party, ["stand side-a", "stand side-b", "stand side-other"]);
        // A line of no length has caps, and those are round or square.
        marks.push(line(class, at, at));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::daylight;
    use crate::analysis::fixture::{day, issue, position, us_dprk};
    use crate::dossier::model::Role;

    fn drawn(expects: Option<(u8, u8)>, offers: Option<(u8, u8)>) -> Vec<(&'static str, String)> {
        let dossier = us_dprk();
        let mut one = issue(4);
        let at = |role, (low, high)| position(role, "2018-01-01", None, low, high);
        one.positions.extend(expects.map(|rungs| at(Role::Expects, rungs)));
        one.positions.extend(offers.map(|rungs| at(Role::Offers, rungs)));
        let marks = glance(&dossier, &one, &daylight(&one, day("2018-06-01")));
        let path = |mark| if let Mark::Path { class, d } = mark { (class, d) } else { panic!("{mark:?}") };
        marks.into_iter().map(path).collect()
    }

    #[test]
    fn sure_daylight_lies_between_the_nearest_rungs_and_possible_between_the_farthest() {
        let [rail, pale, sure, expects_range, expects, offers] =
            <[_; 6]>::try_from(drawn(Some((3, 4)), Some((1, 1)))).unwrap();
        assert_eq!(rail, ("rail", "M0 5H100".to_owned()));
        assert_eq!(pale, ("pale", "M25 5H100".to_owned()));
        assert_eq!(sure, ("sure", "M25 5H75".to_owned()));
        assert_eq!(expects_range.1, "M75 5H100");
        assert!(expects_range.0.starts_with("range side-"));
        assert_eq!((expects.1.as_str(), offers.1.as_str()), ("M75 5H75", "M25 5H25"));
        assert_eq!((expects.0, offers.0), ("stand side-other", "stand side-other"));
    }

    #[test]
    fn each_side_has_its_colour_whatever_its_role() {
        let dossier = us_dprk();
        let sides = |id: &str| -> Vec<String> {
            let issue = dossier.issue(id).unwrap();
            let marks = glance(&dossier, issue, &daylight(issue, day("2018-07-16")));
            marks
                .iter()
                .map(|mark| format!("{mark:?}"))
                .filter(|mark| mark.contains("\"stand side"))
                .collect()
        };
        // Washington expects disarmament and offers relief from sanctions; what is expected is drawn first.
        for (id, first, second) in [("scope", "side-a", "side-b"), ("sanctions", "side-b", "side-a")] {
            let [expects, offers] = <[_; 2]>::try_from(sides(id)).unwrap();
            assert!(expects.contains(first) && offers.contains(second), "{id}: {expects} {offers}");
        }
    }

    #[test]
    fn ranges_that_touch_have_no_sure_daylight() {
        let classes: Vec<_> = drawn(Some((2, 3)), Some((1, 2))).into_iter().map(|(class, _)| class).collect();
        assert!(classes.contains(&"pale") && !classes.contains(&"sure"), "{classes:?}");
    }

    #[test]
    fn what_is_met_has_no_daylight_and_both_stands_beside_each_other() {
        let marks = drawn(Some((2, 2)), Some((2, 2)));
        assert_eq!(
            marks.iter().map(|(_, d)| d.as_str()).collect::<Vec<_>>(),
            ["M0 5H100", "M52.5 5H52.5", "M47.5 5H47.5"]
        );
    }

    #[test]
    fn what_is_unknown_says_so_and_shows_the_side_that_spoke() {
        let marks = drawn(Some((4, 4)), None);
        assert_eq!(marks[0].0, "rail unknown");
        assert_eq!(marks.len(), 2);
        assert_eq!(drawn(None, None).len(), 1);
    }
}
