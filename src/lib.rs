//! Daylight: one negotiation as an interactive timeline and an expectation gap. The rooms, one line each; which room may
//! use which stands in `docs/ARCHITECTURE.md` and is enforced by `tests/tidy.rs`.

/// What a dossier is, and how text becomes one.
pub mod dossier;
/// What only runs outside the browser: command line, site builder, server, reports.
#[cfg(feature = "native")]
pub mod native;
