//! The parts of the timeline's section that change only with what is looked for: they stand still while the
//! reader pans.

use yew::prelude::*;

use super::filters::filters;
use super::listing::listing;
use crate::dossier::Dossier;
use crate::index::Index;
use crate::state::{Action, Finding, Shared};
use crate::views::held::{Draw, Memory};
use crate::views::words::Voice;

/// Which part.
#[derive(Clone, Debug, PartialEq)]
pub enum Which {
    /// The filters.
    Filters,
    /// The events found, which the filters leave.
    Listing(Shared<Index>),
}

/// The part.
#[derive(Clone, Debug, PartialEq)]
pub struct Still {
    pub voice: Voice,
    pub dossier: Shared<Dossier>,
    pub finding: Finding,
    pub act: Callback<Action>,
    pub which: Which,
}

impl Draw for Still {
    fn draw(&self, _memory: &Memory) -> Html {
        let Still { voice, dossier, finding, act, which } = self;
        match which {
            Which::Filters => filters(*voice, dossier, finding, act),
            Which::Listing(shown) => listing(*voice, dossier, shown, finding, act),
        }
    }
}
