//! The parts of the timeline's section that change only with what is looked for: as a component they stand still while the
//! reader pans. One component for both, because each weighs some kilobytes in the page.

use yew::prelude::*;

use super::filters::filters;
use super::listing::listing;
use crate::dossier::Dossier;
use crate::index::Index;
use crate::state::{Action, Finding, Shared};
use crate::views::words::Voice;

/// Which part.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// The filters.
    Filters,
    /// The events found, which the filters leave.
    Listing(Shared<Index>),
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
        Part::Listing(shown) => listing(*voice, dossier, shown, finding, act),
    }
}
