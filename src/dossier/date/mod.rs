//! A day, a precision, an EDTF date: bounds, order, parsing, writing.

mod day;
mod edtf;
mod month;
mod refusal;

pub use day::{Day, days_in_month};
pub use edtf::{DateError, Edtf, End, Point, Precision, Qualifier};
pub use month::{ENGLISH_MONTHS, month_named};
pub use refusal::{Refusal, refusal};
