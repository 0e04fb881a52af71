//! A filter asked of a large table, a part at a time: so that a page stays alive meanwhile, and nothing of the table is held
//! a second time. Each question reads the texts anew, where [`super::Searchable`] keeps them folded.

use super::filter::{Doubt, Filter};
use super::fold::fold_onto;
use super::matches::{Facts, Matches, Named, Tally};
use super::searchable::{SetBy, add_words, names_of};
use crate::dossier::Dossier;
use crate::dossier::model::{Event, Party};
use crate::dossier::table::{EventTable, Row};

/// A search on its way. [`Seeking::step`] does a bounded part of it.
pub struct Seeking<'a> {
    dossier: &'a Dossier,
    /// The dossier's events that are no rows of the table.
    events: Vec<&'a Event>,
    table: &'a EventTable,
    tally: Tally,
    named: Named,
    /// What each party can be found by, folded; by its place.
    party_words: Vec<String>,
    set_by: SetBy<'a>,
    /// The folded words of one row.
    words: String,
}

impl<'a> Seeking<'a> {
    /// Begins to ask a filter of the rows of a table that stands beside a dossier, and of the dossier's own events. `before` is what an earlier search of the same rows found:
    /// it knows the counts where nothing is asked.
    pub fn new(
        dossier: &'a Dossier,
        table: &'a EventTable,
        filter: &Filter,
        before: Option<&Matches>,
    ) -> Seeking<'a> {
        let named = Named::of(dossier);
        let words = |party: &Party| {
            let mut words = String::new();
            for text in names_of(party).flat_map(|name| name.all()) {
                fold_onto(text, &mut words);
                words.push('\n');
            }
            words
        };
        let events: Vec<&Event> =
            dossier.events.iter().filter(|event| table.position(&event.id).is_none()).collect();
        Seeking {
            tally: Tally::new(
                filter,
                &named,
                table.len() + events.len(),
                true,
                before.map(|before| before.all().clone()),
            ),
            party_words: dossier.parties.iter().map(words).collect(),
            set_by: SetBy::of(dossier),
            words: String::new(),
            named,
            dossier,
            events,
            table,
        }
    }

    /// Asks at most so many rows more, and then events of the dossier. `true` while there are others left.
    pub fn step(&mut self, rows: usize) -> bool {
        let from = self.tally.asked();
        let all = self.table.len() + self.events.len();
        let until = (from + rows).min(all);
        for at in from..until {
            if let Some(row) = self.table.row(at) {
                let parties = self.places(&mut row.parties());
                let facts = Facts {
                    kind: row.kind,
                    level: row.level(),
                    weight: row.weight,
                    doubt: Doubt::told_by(row.confidence(), !row.note().is_empty()),
                };
                let issues = self.issues(row.id);
                let (words, named) = (&mut self.words, &self.party_words);
                self.tally.ask(facts, &parties, &issues, &|| row.date(), || {
                    folded(&row, &parties, named, words);
                    words
                });
            } else if let Some(event) = self.events.get(at.saturating_sub(self.table.len())).copied() {
                let parties = self.places(&mut event.parties.iter().map(String::as_str));
                let facts = Facts {
                    kind: event.kind,
                    level: event.level,
                    weight: event.weight,
                    doubt: Doubt::of(event),
                };
                let issues = self.issues(&event.id);
                let (words, dossier) = (&mut self.words, self.dossier);
                self.tally.ask(facts, &parties, &issues, &|| event.date, || {
                    words.clear();
                    add_words(words, dossier, event);
                    words
                });
            }
        }
        until < all
    }

    /// The places of the parties that are known, each once.
    fn places(&self, ids: &mut dyn Iterator<Item = &str>) -> Vec<u16> {
        let mut parties: Vec<u16> = Vec::new();
        for party in ids.filter_map(|id| place(&self.named.parties, id)) {
            if !parties.contains(&party) {
                parties.push(party);
            }
        }
        parties
    }

    /// The places of the issues on which an event sets a position.
    fn issues(&self, id: &str) -> Vec<u16> {
        self.set_by.issues(id).into_iter().filter_map(|place| u16::try_from(place).ok()).collect()
    }

    /// What the filter leaves, once [`Seeking::step`] has nothing left to do.
    pub fn finished(self) -> Matches {
        self.tally.done()
    }
}

fn place(ids: &[String], id: &str) -> Option<u16> {
    u16::try_from(ids.iter().position(|known| known == id)?).ok()
}

/// The words by which a row can be found, in place of those of the row before.
fn folded(row: &Row<'_>, parties: &[u16], named: &[String], words: &mut String) {
    words.clear();
    for text in [row.title, row.summary(), row.place()] {
        fold_onto(text, words);
        words.push('\n');
    }
    for party in parties {
        words.push_str(named.get(usize::from(*party)).map_or("", String::as_str));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::model::EventKind;
    use crate::dossier::table::TableReader;
    use crate::find::{Choice, Searchable};

    const TABLE: &str = "id,date,title,summary,kind,parties,lane,level,place,weight,sources,confidence,note\n\
        a,2001-01-01,Missile test,\"Launched at dawn, near Wonsan\",missile-test,one,a,,Wonsan,3,,high,\n\
        b,2001-02-01,Talks in \u{c9}vian,The two met,talks,one;two,both,working,\u{c9}vian,2,,medium,\n\
        c,2001-03-01,\u{d68c}\u{b2f4},\u{d3c9}\u{c591},talks,two,both,leaders,,1,,,Of doubt\n";

    fn dossier() -> Dossier {
        let mut dossier = crate::analysis::fixture::us_dprk();
        for (party, id) in dossier.parties.iter_mut().zip(["one", "two"]) {
            party.id = id.to_owned();
        }
        dossier.events.clear();
        if let Some(position) = dossier.issues.iter_mut().find_map(|issue| issue.positions.first_mut()) {
            position.event = Some("b".to_owned());
        }
        dossier
    }

    fn table(dossier: &Dossier) -> EventTable {
        let mut reader = TableReader::beside(dossier);
        reader.push(TABLE.as_bytes());
        let (table, problems) = reader.finish();
        assert!(!problems.has_errors(), "{problems:?}");
        table
    }

    /// In steps of one row, and at once as records.
    fn both(dossier: &Dossier, filter: &Filter) -> (Matches, Matches) {
        let table = table(dossier);
        let mut seeking = Seeking::new(dossier, &table, filter, None);
        let mut steps = 1;
        while seeking.step(1) {
            steps += 1;
        }
        assert_eq!(steps, 3);
        let found = seeking.finished();
        // What an earlier search counted is not counted again, and is the same.
        let mut again = Seeking::new(dossier, &table, filter, Some(&found));
        while again.step(2) {}
        assert_eq!(again.finished(), found);
        let mut whole = dossier.clone();
        whole.events = (0..table.len()).filter_map(|row| table.event(row)).collect();
        (found, Searchable::of(&whole, true).find(filter))
    }

    #[test]
    fn a_table_is_searched_as_its_records_would_be() {
        let dossier = dossier();
        let asked = |text: &str, choices: &[Choice]| {
            let mut filter = Filter { text: text.to_owned(), ..Filter::default() };
            choices.iter().for_each(|choice| filter.choose(choice.clone(), true));
            let (found, as_records) = both(&dossier, &filter);
            assert_eq!(found, as_records, "{filter:?}");
            found.places().collect::<Vec<_>>()
        };
        assert_eq!(asked("", &[]), [0, 1, 2]);
        assert_eq!(asked("evian", &[]), [1]);
        assert_eq!(asked("dawn wonsan", &[]), [0]);
        assert_eq!(asked("\u{d3c9}\u{c591}", &[]), [2]);
        assert_eq!(asked("nothing of it", &[]), [0; 0]);
        assert_eq!(asked("february 2001", &[]), [1]);
        assert_eq!(asked("2001-03-01", &[]), [2]);
        assert_eq!(asked("missile-test 2001", &[]), [0]);
        assert_eq!(asked("\"near wonsan\"", &[]), [0]);
        assert_eq!(asked("1", &[]), [0; 0], "no day without its month");
        assert_eq!(asked("", &[Choice::Party("two".to_owned())]), [1, 2]);
        assert_eq!(asked("", &[Choice::Kind(EventKind::Talks), Choice::Weight(2)]), [1]);
        assert_eq!(asked("", &[Choice::Doubt(Some(Doubt::Noted))]), [1, 2]);
        assert_eq!(asked("", &[Choice::Issue(dossier.issues[0].id.clone())]), [1]);
        assert_eq!(asked("dawn", &[Choice::Kind(EventKind::Talks)]), [0; 0], "both criteria at once");
        assert_eq!(asked("dawn", &[Choice::Kind(EventKind::Talks), Choice::Weight(2)]), [0; 0]);
    }

    #[test]
    fn a_party_that_is_named_twice_counts_once() {
        let dossier = dossier();
        let mut reader = TableReader::beside(&dossier);
        reader.push(b"id,date,title,kind,parties,lane\na,2001-01-01,Talks,talks,two;one;two,both\n");
        let (table, _) = reader.finish();
        let mut seeking = Seeking::new(&dossier, &table, &Filter::default(), None);
        while seeking.step(1) {}
        let found = seeking.finished();
        assert_eq!(found.facets().parties[..3], [1, 1, 0]);
        let mut whole = dossier.clone();
        whole.events = table.event(0).into_iter().collect();
        whole.events[0].parties = ["two", "one", "two"].map(str::to_owned).to_vec();
        assert_eq!(Searchable::of(&whole, true).find(&Filter::default()), found);
    }

    #[test]
    fn events_of_the_dossier_are_asked_after_the_rows() {
        let mut dossier = dossier();
        let hanoi = crate::analysis::fixture::us_dprk().event("2019-02-27-hanoi-summit").unwrap().clone();
        assert!(!hanoi.readings.is_empty());
        dossier.events = vec![hanoi];
        let table = table(&dossier);
        // One of the rows that stands in the dossier as well is asked once.
        dossier.events.extend(table.event(1));
        let mut whole = dossier.clone();
        whole.events = (0..table.len()).filter_map(|row| table.event(row)).collect();
        whole.events.push(dossier.events[0].clone());
        let searchable = Searchable::of(&whole, true);
        for text in ["", "hanoi", "talks", "dawn", "27 february 2019", "2001"] {
            let filter = Filter { text: text.to_owned(), ..Filter::default() };
            let mut seeking = Seeking::new(&dossier, &table, &filter, None);
            while seeking.step(1) {}
            assert_eq!(seeking.finished(), searchable.find(&filter), "{text}");
        }
    }

    #[test]
    fn an_empty_table_has_been_searched_at_once() {
        let dossier = dossier();
        let (table, _) = TableReader::beside(&dossier).finish();
        let mut seeking = Seeking::new(&dossier, &table, &Filter::default(), None);
        assert!(!seeking.step(10));
        assert_eq!(seeking.finished().total(), 0);
    }
}
