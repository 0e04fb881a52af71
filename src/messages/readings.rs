//! What the view `words` says.

use super::Told;
use super::en::{count, day};
use crate::dossier::date::Day;

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum ReadingsMsg<'a> {
    /// The section's heading.
    Heading,
    /// How to read it; the sides by their capitals.
    Help {
        a: &'a str,
        b: &'a str,
    },
    /// Heading over the agreed texts, and over the terms.
    Documents,
    Terms,
    /// How much a text or a term holds, beside its title.
    Clauses(usize),
    Uses(usize),
    /// What stands in place of the clauses of a text that has none on record, and of a term's meanings.
    NoClauses,
    NoUses,
    /// No exact words are on record.
    NoWords,
    /// Before what a clause leaves open.
    LeftOpen,
    /// A side, and that this is what it read.
    Reads(&'a str),
    /// A side, and that this is what it meant.
    Means(&'a str),
    /// Nothing is on record of a side, or of any.
    NoReading(&'a str),
    NobodyRead,
    /// Before what a term says on its face.
    OnItsFace,
    /// Of something from a day after the as-of date.
    NotYet,
    /// Of an agreed text from after the as-of date.
    NotYetAgreed,
    /// Of a party's newest meaning on the as-of date.
    InForce,
    /// Of a meaning with a later one after it.
    Replaced(Day),
    /// Before the links to promises and issues that rest on a text.
    Promised,
    Positions,
}

impl Told for ReadingsMsg<'_> {
    fn english(&self) -> String {
        match *self {
            ReadingsMsg::Heading => "The same words, read twice".to_owned(),
            ReadingsMsg::Help { a, b } => format!(
                "What was agreed, clause by clause, with what {a} read into it on the left and {b} on the right; where there \
                 is less room, below it. Words from after the as-of date say so. Then the terms both used, and what each meant by them on the as-of date."
            ),
            ReadingsMsg::Documents => "Agreed texts".to_owned(),
            ReadingsMsg::Terms => "Terms through time".to_owned(),
            ReadingsMsg::Clauses(number) => count(number, "clause", "clauses"),
            ReadingsMsg::Uses(number) => count(number, "dated meaning", "dated meanings"),
            ReadingsMsg::NoClauses => "No clause of it is on record here.".to_owned(),
            ReadingsMsg::NoUses => "No meaning of it is on record here.".to_owned(),
            ReadingsMsg::NoWords => "Its exact words are not on record here.".to_owned(),
            ReadingsMsg::LeftOpen => "Left open:".to_owned(),
            ReadingsMsg::Reads(party) => format!("{party} read it as"),
            ReadingsMsg::Means(party) => format!("{party} meant"),
            ReadingsMsg::NoReading(party) => format!("Nothing by {party} on record."),
            ReadingsMsg::NobodyRead => "No reading of it is on record here.".to_owned(),
            ReadingsMsg::OnItsFace => "On its face:".to_owned(),
            ReadingsMsg::NotYet => "not yet said".to_owned(),
            ReadingsMsg::NotYetAgreed => "not yet agreed".to_owned(),
            ReadingsMsg::InForce => "newest on the as-of date".to_owned(),
            ReadingsMsg::Replaced(on) => format!("followed by another on {}", day(on)),
            ReadingsMsg::Promised => "Promises made that day, from the same source:".to_owned(),
            ReadingsMsg::Positions => "Issues with a position of that day, from the same source:".to_owned(),
        }
    }
}
