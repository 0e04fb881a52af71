//! What a party meant by a term, through time.

use crate::dossier::date::Day;
use crate::dossier::model::{Term, TermReading};
use crate::dossier::order::sorted;

/// A meaning and the days on which it was a party's newest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Use<'a> {
    /// What it meant.
    pub reading: &'a TermReading,
    /// The day of the party's next one; `None` for its last.
    pub end: Option<Day>,
}

/// A party's meanings of a term, oldest first. Of two from one day neither ends the other: both hold until the next day that has one.
pub fn uses<'a>(term: &'a Term, party: &str) -> Vec<Use<'a>> {
    let own: Vec<&TermReading> = term.readings.iter().filter(|reading| reading.party == party).collect();
    let own = sorted(own, |reading| i64::from(reading.from.number()));
    let end = |reading: &TermReading| own.iter().map(|next| next.from).find(|from| reading.from < *from);
    own.iter().map(|reading| Use { reading, end: end(reading) }).collect()
}

/// The ids in order of their first appearance, each once.
pub fn distinct<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for id in ids {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::{day, us_dprk};
    use super::*;
    use crate::dossier::text::Text;

    /// Bolton's of 29 April 2018 stands for the United States until Trump's of 17 May, and that until what he said in 2019.
    #[test]
    fn the_libya_model() {
        let dossier = us_dprk();
        let term = dossier.terms.iter().find(|term| term.id == "libya-model").unwrap();
        let found: Vec<_> = uses(term, "us").iter().map(|held| (held.reading.from, held.end)).collect();
        let (april, may, later) = (day("2018-04-29"), day("2018-05-17"), day("2019-09-11"));
        assert_eq!(found, [(april, Some(may)), (may, Some(later)), (later, None)]);
        assert_eq!(uses(term, "dprk").len(), 2);
        assert_eq!(uses(term, "rok"), []);
    }

    proptest! {
        #[test]
        fn each_use_ends_where_a_later_one_begins(from in prop::collection::vec(0i32..9, 0..6)) {
            let start = day("2018-01-01");
            let reading = |from: &i32| TermReading {
                party: "us".to_owned(),
                text: Text::default(),
                quote: None,
                from: start.plus(*from),
                sources: Vec::new(),
            };
            let term = Term {
                id: "term".to_owned(),
                term: Text::default(),
                plain: Text::default(),
                readings: from.iter().map(reading).collect(),
                sources: Vec::new(),
                audited: None,
            };
            let found = uses(&term, "us");
            prop_assert_eq!(found.len(), from.len());
            for held in &found {
                let next = from.iter().map(|from| start.plus(*from)).filter(|from| held.reading.from < *from).min();
                prop_assert_eq!(held.end, next);
            }
        }
    }
}
