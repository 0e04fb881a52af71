//! View `launches`.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::views::words::Voice;

/// The section, as of a date.
pub fn launches(_voice: Voice, _dossier: &Dossier, _as_of: Day) -> Html {
    Html::default()
}
