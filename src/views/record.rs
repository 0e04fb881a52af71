//! The parts of the page below the gap, in their order: the rest of the record, written ahead. See [`super::dated`] for how they
//! follow the as-of date.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::state::Shared;
use crate::views::argument::argument;
use crate::views::clock::clock;
use crate::views::element::html;
use crate::views::launches::launches;
use crate::views::meetings::meetings;
use crate::views::promises::promises;
use crate::views::readings::readings;
use crate::views::sources::sources;
use crate::views::words::Voice;

/// The sections. One whose records the dossier does not have is left out. `version` is the content's, a hash of the published dossier;
/// empty where it is not known.
pub fn record(voice: Voice, dossier: &Dossier, as_of: Day, version: &str) -> Html {
    html! {
        <>
            { readings(voice, dossier, as_of) }
            { meetings(voice, dossier, as_of) }
            { clock(voice, dossier, as_of) }
            { promises(voice, dossier, as_of) }
            { launches(voice, dossier, as_of) }
            { argument(voice, dossier, as_of) }
            { sources(voice, dossier, version) }
        </>
    }
}

/// Whether a dossier has anything that these sections show.
pub fn has_record(dossier: &Dossier) -> bool {
    let Dossier { documents, terms, processes, estimates, commitments, arms_tests, argument, .. } = dossier;
    !(documents.is_empty()
        && terms.is_empty()
        && processes.is_empty()
        && estimates.is_empty()
        && commitments.is_empty()
        && arms_tests.is_none()
        && argument.is_none())
}

/// Props of [`Record`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RecordProps {
    /// How to write text.
    pub voice: Voice,
    /// The whole dossier.
    pub dossier: Shared<Dossier>,
}

/// The sections of a dossier that was opened from elsewhere, drawn once: from then on they follow the date as those written ahead do.
#[component]
pub fn Record(props: &RecordProps) -> Html {
    let RecordProps { voice, dossier } = props;
    record(*voice, dossier, dossier.meta.default_as_of, "")
}
