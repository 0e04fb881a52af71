//! How far the record of positions reaches.

use crate::dossier::Dossier;
use crate::dossier::date::Day;

/// The last day on which a position begins or ends; `None` without positions. A later day shows what was in force then, and of what
/// was said since the record knows nothing.
pub fn newest_position(dossier: &Dossier) -> Option<Day> {
    let mut newest = None;
    for issue in &dossier.issues {
        for position in &issue.positions {
            newest = newest.max(Some(position.from)).max(position.until);
        }
    }
    newest
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{day, issue, position, us_dprk};
    use super::*;
    use crate::dossier::model::Role;

    #[test]
    fn the_newest_is_the_last_that_begins_or_ends() {
        assert_eq!(newest_position(&us_dprk()), Some(day("2019-12-31")));
        let mut dossier = us_dprk();
        let mut one = issue(4);
        one.positions.push(position(Role::Offers, "2020-02-01", None, 1, 1));
        one.positions.push(position(Role::Expects, "2018-01-01", Some("2020-03-31"), 3, 3));
        dossier.issues = vec![one];
        assert_eq!(newest_position(&dossier), Some(day("2020-03-31")));
        assert_eq!(newest_position(&dossier.outline()), Some(day("2020-03-31")));
        dossier.issues.clear();
        assert_eq!(newest_position(&dossier), None);
    }
}
