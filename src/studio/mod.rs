//! The studio's logic: a dossier as an author edits it, as values that share what did not change; edits with history; forms from the
//! format; problems by field; files in and out. Text in, text out: it knows no browser, file or clock.

pub mod blank;
mod csv;
pub mod desk;
#[cfg(test)]
mod desk_test;
pub mod edit;
#[cfg(test)]
mod edit_test;
pub mod files;
pub mod find;
#[cfg(test)]
pub(crate) mod fixture;
pub mod foreign;
pub mod history;
pub mod label;
mod ladder;
pub mod path;
pub mod problems;
#[cfg(test)]
mod property_test;
mod refs;
pub mod rows;
pub mod schema;
pub mod sitting;
pub mod table;
#[cfg(test)]
mod table_test;
pub mod value;
pub mod zip;

pub use refs::{kind_of, mentions};
