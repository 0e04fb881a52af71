//! Daylight: one negotiation as an interactive timeline and an expectation gap. The rooms, one line each; which room may
//! use which stands in `docs/ARCHITECTURE.md` and is enforced by `tests/tidy/`.

/// Questions asked of a dossier at a date: daylight, turning points, totals.
pub mod analysis;
/// Every touch of the browser.
#[cfg(feature = "web")]
pub mod browser;
/// The checker as a program of its own in the browser.
#[cfg(any(feature = "checker", all(test, feature = "native")))]
pub mod checker;
/// What a dossier is, and how text becomes one.
pub mod dossier;
/// Records in the formats of other programs: calendars, citations.
pub mod export;
/// Finding events: search words folded, filters, and what they leave of a dossier.
pub mod find;
/// Other people's files as a dossier: spreadsheets, TimelineJS, lists of sources.
#[cfg(feature = "check")]
pub mod import;
/// The events in time order and at every level of detail.
pub mod index;
/// From values to places: lanes, rows, labels.
pub mod layout;
/// The interface's words in each language.
pub mod messages;
/// What only runs outside the browser: command line, site builder, server, reports.
#[cfg(feature = "native")]
pub mod native;
/// Time to pixels and back.
pub mod scale;
/// Marks as plain data; one scene feeds screen, export and snapshots.
pub mod scene;
/// What the reader has chosen, and its form in the address bar.
pub mod state;
/// The studio's logic: a dossier as an author edits it.
#[cfg(any(feature = "studio", feature = "native"))]
pub mod studio;
/// The page as functions of Yew.
pub mod views;
