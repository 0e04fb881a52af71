//! What a dossier is, and how text becomes one. Knows no browser, no file, no clock.

pub mod date;
pub mod decode;
pub mod id;
mod json;
pub mod model;
mod neighbours;
pub mod order;
pub mod outline;
pub mod packed;
pub mod table;
pub mod text;

#[cfg(feature = "check")]
pub mod check;
#[cfg(feature = "check")]
mod serial;

pub use model::Dossier;
pub use neighbours::Neighbours;
