//! The parts of the timeline's section that change only with what is looked for: as a component they stand still while the
//! reader pans. One component for both, because each weighs some kilobytes in the page.

use yew::prelude::*;

use super::filters::filters;
use super::listing::listing;
use crate::dossier::Dossier;
use crate::state::{Action, Finding, Shared};
use crate::views::words::Voice;

/// Which part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The filters.
    Filters,
    /// The events found.
    Listing,
}

/// Props of [`Still`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StillProps {
    pub voice: Voice,
    pub dossier: Shared<Dossier>,
    pub finding: Finding,
    pub act: Callback<Action>,
    pub part: Part,
}

/// The part.
#[component]
pub fn Still(props: &StillProps) -> Html {
    let StillProps { voice, dossier, finding, act, part } = props;
    match part {
        Part::Filters => filters(*voice, dossier, finding, act),
        Part::Listing => listing(*voice, dossier, finding, act),
    }
}
