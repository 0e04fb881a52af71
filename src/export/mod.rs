//! Taking it along: records of a dossier in the formats of calendars and of programs that manage citations, as plain text.

mod bibtex;
mod calendar;
mod csl;
mod reference;
mod ris;

pub use bibtex::bibtex;
pub use calendar::calendar;
pub use csl::csl_json;
pub use reference::{Published, Reference, ReferenceKind, of_dossier, of_event, of_issue, of_source};
pub use ris::ris;
