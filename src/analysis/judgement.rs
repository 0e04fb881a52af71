//! Which positions rest on a judgement, or say that something about them is in doubt.

use crate::dossier::Dossier;
use crate::dossier::model::{Confidence, Issue, Position};

/// The positions of an issue that a fair reader could dispute, in order of time: those marked as judgement calls, those of medium or
/// low confidence, and those with a note.
pub fn open_to_dispute(issue: &Issue) -> Vec<&Position> {
    let mut found: Vec<&Position> = issue
        .positions
        .iter()
        .filter(|held| held.judgement || is_unsure(held) || held.note.is_some())
        .collect();
    found.sort_by_key(|held| held.from);
    found
}

fn is_unsure(held: &Position) -> bool {
    matches!(held.confidence, Some(Confidence::Medium | Confidence::Low))
}

/// How many positions carry which mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// All positions.
    pub positions: usize,
    /// Of high confidence.
    pub high: usize,
    /// Of medium confidence.
    pub medium: usize,
    /// Of low confidence.
    pub low: usize,
    /// Marked as judgement calls.
    pub judgement: usize,
    /// With a note.
    pub noted: usize,
    /// Checked by a second reader.
    pub audited: usize,
    /// Open to dispute in any of the ways of [`open_to_dispute`].
    pub open: usize,
}

/// Counts the marks of all positions.
pub fn marked(dossier: &Dossier) -> Marked {
    let all = || dossier.issues.iter().flat_map(|issue| &issue.positions);
    let sure = |confidence: Confidence| all().filter(|held| held.confidence == Some(confidence)).count();
    Marked {
        positions: all().count(),
        high: sure(Confidence::High),
        medium: sure(Confidence::Medium),
        low: sure(Confidence::Low),
        judgement: all().filter(|held| held.judgement).count(),
        noted: all().filter(|held| held.note.is_some()).count(),
        audited: all().filter(|held| held.audited.is_some()).count(),
        open: dossier.issues.iter().map(|issue| open_to_dispute(issue).len()).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{issue, position, us_dprk};
    use super::*;
    use crate::dossier::model::Role;
    use crate::dossier::text::Text;

    /// Counted in `issues.json` with another program.
    #[test]
    fn the_marks_of_the_real_dossier() {
        let expected = Marked {
            positions: 193,
            high: 135,
            medium: 43,
            low: 15,
            judgement: 97,
            noted: 140,
            audited: 193,
            open: 147,
        };
        assert_eq!(marked(&us_dprk()), expected);
    }

    #[test]
    fn any_doubt_is_enough_and_the_oldest_comes_first() {
        let mut issue = issue(3);
        let held = |from: &str| position(Role::Expects, from, None, 1, 1);
        issue.positions.push(Position { note: Some(Text::from("x")), ..held("2018-04-01") });
        issue.positions.push(Position { judgement: true, ..held("2018-03-01") });
        issue.positions.push(Position { confidence: Some(Confidence::Low), ..held("2018-02-01") });
        issue.positions.push(Position { confidence: Some(Confidence::High), ..held("2018-01-01") });
        let months: Vec<u32> = open_to_dispute(&issue).iter().map(|held| held.from.ymd().1).collect();
        assert_eq!(months, [2, 3, 4]);
    }
}
