//! The table of the daylight through time: what the page computes from the record, for those who want the series and not one day of it.

use super::tables::Table;
use crate::analysis::{Weights, top_rung, total, turning_points};
use crate::dossier::Dossier;
use crate::dossier::date::Day;

/// The columns before those of the issues, named as the files of what is on screen name them (`web/take.js`).
const TOTAL: [&str; 7] = ["from", "least_percent", "most_percent", "apart", "within_reach", "met", "unknown"];

/// A row for every day on which the daylight on an issue becomes another, with every issue and the total from that day on; `None` where
/// there is no such day. What is unknown is left empty.
pub fn daylight(dossier: &Dossier) -> Option<Table> {
    let mut days: Vec<Day> = turning_points(dossier).iter().map(|point| point.on).collect();
    days.dedup();
    if days.is_empty() {
        return None;
    }
    let mut columns = TOTAL.map(str::to_owned).to_vec();
    for issue in &dossier.issues {
        columns.extend(["least", "most", "top_rung"].map(|column| format!("{}.{column}", issue.id)));
    }
    let rows = days.into_iter().map(|day| row(dossier, day)).collect();
    Some(Table { name: "daylight".to_owned(), columns, rows })
}

fn row(dossier: &Dossier, day: Day) -> Vec<String> {
    let both = |pair: Option<(u8, u8)>| {
        pair.map_or([String::new(), String::new()], |(least, most)| [least.to_string(), most.to_string()])
    };
    let total = total(dossier, &Weights::equal(), day);
    let mut row = vec![day.to_string()];
    row.extend(both(total.share.map(|share| share.percent())));
    let counts = total.counts;
    row.extend(
        [counts.apart, counts.within_reach, counts.met, counts.unknown].map(|count| count.to_string()),
    );
    for issue in &dossier.issues {
        row.extend(both(crate::analysis::daylight(issue, day).state.rungs()));
        row.push(top_rung(issue).to_string());
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{day, issue, position, us_dprk};
    use crate::dossier::model::{Issue, Role};

    fn of(issues: Vec<Issue>) -> Option<Table> {
        daylight(&Dossier { issues, ..us_dprk() })
    }

    /// By hand. On a ladder of four rungs above nothing: rung 3 is expected, rungs 1 to 2 are offered, so 1 to 2 rungs are missing; later
    /// rung 3 is offered. On one of two: rung 2 is expected and nothing offered, until the offer runs out.
    #[test]
    fn a_row_says_what_holds_from_its_day() {
        let mut scope = Issue { id: "scope".to_owned(), ..issue(4) };
        scope.positions = vec![
            position(Role::Expects, "2018-01-01", None, 3, 3),
            position(Role::Offers, "2018-02-01", None, 1, 2),
            // The same once more: no row.
            position(Role::Offers, "2018-02-10", None, 1, 2),
            position(Role::Offers, "2018-06-12", None, 3, 3),
        ];
        let mut proof = Issue { id: "proof".to_owned(), ..issue(2) };
        proof.positions = vec![
            position(Role::Expects, "2018-03-01", None, 2, 2),
            position(Role::Offers, "2018-03-01", Some("2018-06-30"), 0, 0),
        ];
        let table = of(vec![scope, proof]).unwrap();
        assert_eq!(table.name, "daylight");
        let columns = "from least_percent most_percent apart within_reach met unknown \
                       scope.least scope.most scope.top_rung proof.least proof.most proof.top_rung";
        assert_eq!(table.columns.join(" "), columns);
        let rows: Vec<String> = table.rows.iter().map(|row| row.join(",")).collect();
        let wanted = [
            // 1/4 and 2/4.
            "2018-02-01,25,50,1,0,0,1,1,2,4,,,2",
            // (1/4 + 2/2) / 2 = 0.625 and (2/4 + 2/2) / 2 = 0.75.
            "2018-03-01,63,75,2,0,0,0,1,2,4,2,2,2",
            // (0 + 1) / 2.
            "2018-06-12,50,50,1,0,1,0,0,0,4,2,2,2",
            "2018-07-01,0,0,0,0,1,1,0,0,4,,,2",
        ];
        assert_eq!(rows, wanted);
    }

    #[test]
    fn without_daylight_there_is_no_table() {
        assert_eq!(of(Vec::new()), None);
        assert_eq!(of(vec![issue(3)]), None);
    }

    /// On every day of two years, the last row up to it is what the analysis says of the day.
    #[test]
    fn nothing_changes_between_two_rows() {
        let dossier = us_dprk();
        let table = daylight(&dossier).unwrap();
        let (first, last) = (day("2018-01-01").number(), day("2019-12-31").number());
        for on in (first..=last).map(|number| Day::from_number_clamped(i64::from(number))) {
            let latest = table.rows.iter().rfind(|row| row[0] <= on.to_string()).unwrap();
            assert_eq!(latest[1..], row(&dossier, on)[1..], "{on}");
        }
        // Each once, and each another than the one before it.
        for pair in table.rows.windows(2) {
            assert!(pair[0][0] < pair[1][0] && pair[0][1..] != pair[1][1..], "{pair:?}");
        }
    }
}
