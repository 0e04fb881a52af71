//! What the view `words` says.

use super::en::{count, day};
use super::{Told, ko};
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
    /// Of an account of a clause from before the text's own day.
    SaidBefore(Day),
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
            ReadingsMsg::SaidBefore(on) => format!("said on {}, before the text", day(on)),
            ReadingsMsg::NotYetAgreed => "not yet agreed".to_owned(),
            ReadingsMsg::InForce => "newest on the as-of date".to_owned(),
            ReadingsMsg::Replaced(on) => format!("followed by another on {}", day(on)),
            ReadingsMsg::Promised => "Promises made that day, from the same source:".to_owned(),
            ReadingsMsg::Positions => "Issues with a position of that day, from the same source:".to_owned(),
        }
    }

    fn korean(&self) -> String {
        match *self {
            ReadingsMsg::Heading => "같은 말, 다른 해석".to_owned(),
            ReadingsMsg::Help { a, b } => format!(
                "합의한 내용을 조항별로 싣고, {a}의 해석은 왼쪽에, {b}의 해석은 오른쪽에 놓았다. 자리가 좁으면 아래에 놓인다. 기준일 뒤에 \
                 나온 말에는 그렇게 적었다. 이어서 양측이 함께 쓴 용어와, 기준일에 각자가 그 말로 무엇을 뜻했는지를 싣는다."
            ),
            ReadingsMsg::Documents => "합의문".to_owned(),
            ReadingsMsg::Terms => "용어의 변화".to_owned(),
            ReadingsMsg::Clauses(number) => format!("조항 {}개", ko::amount(number)),
            ReadingsMsg::Uses(number) => format!("날짜가 있는 뜻 {}개", ko::amount(number)),
            ReadingsMsg::NoClauses => "여기에 기록된 조항이 없다.".to_owned(),
            ReadingsMsg::NoUses => "여기에 기록된 뜻이 없다.".to_owned(),
            ReadingsMsg::NoWords => "여기에 원문 표현이 기록되어 있지 않다.".to_owned(),
            ReadingsMsg::LeftOpen => "정하지 않은 것:".to_owned(),
            ReadingsMsg::Reads(party) => format!("{party}의 해석"),
            ReadingsMsg::Means(party) => format!("{party}에서 쓴 뜻"),
            ReadingsMsg::NoReading(party) => format!("{party} 측 기록이 없다."),
            ReadingsMsg::NobodyRead => "여기에 기록된 해석이 없다.".to_owned(),
            ReadingsMsg::OnItsFace => "문면의 뜻:".to_owned(),
            ReadingsMsg::NotYet => "아직 나오기 전".to_owned(),
            ReadingsMsg::SaidBefore(on) => format!("{}, 합의문이 나오기 전의 말", ko::day(on)),
            ReadingsMsg::NotYetAgreed => "아직 합의 전".to_owned(),
            ReadingsMsg::InForce => "기준일 현재 최신".to_owned(),
            ReadingsMsg::Replaced(on) => format!("{}에 다른 뜻이 뒤따름", ko::day(on)),
            ReadingsMsg::Promised => "같은 출처, 그날의 약속:".to_owned(),
            ReadingsMsg::Positions => "같은 출처, 그날의 입장이 있는 쟁점:".to_owned(),
        }
    }
}
