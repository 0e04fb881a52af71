//! The parts of the page below the gap, in their order: the rest of the record, written ahead. See [`super::dated`] for how they
//! follow the as-of date. An opened event's own record is `views/event/detail.rs`; the file that the app asks for by that name is
//! `Dossier::record`.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::views::argument::argument;
use crate::views::as_of_bar::as_of_bar;
use crate::views::clock::clock;
use crate::views::launches::launches;
use crate::views::meetings::meetings;
use crate::views::promises::promises;
use crate::views::readings::readings;
use crate::views::sources::sources;
use crate::views::words::Voice;

/// The sections, in their order, and the bar with the as-of date. One whose records the dossier does not have is empty. `version` is the content's, a hash of the
/// published dossier; empty where it is not known.
pub fn sections(voice: Voice, dossier: &Dossier, as_of: Day, version: &str) -> [Html; 8] {
    [
        readings(voice, dossier, as_of),
        meetings(voice, dossier, as_of),
        clock(voice, dossier, as_of),
        promises(voice, dossier, as_of),
        launches(voice, dossier, as_of),
        argument(voice, dossier, as_of),
        sources(voice, dossier, as_of, version),
        as_of_bar(voice, dossier, as_of),
    ]
}
