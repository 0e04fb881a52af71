//! A field for a date. It is left alone while its date stays: whatever else is drawn anew, a date that is half
//! typed stays as it was typed.

use yew::prelude::*;

use crate::dossier::date::Day;
use crate::views::element::html;
use crate::views::held::{Draw, Memory};

/// The field.
#[derive(Clone, Debug, PartialEq)]
pub struct DateField {
    /// What the field is to `browser::input`.
    pub control: &'static str,
    /// Its id, where a label names it.
    pub id: Option<&'static str>,
    /// Its name, where no label does.
    pub name: Option<AttrValue>,
    /// The date.
    pub on: Day,
    /// The first date that may be chosen.
    pub first: Day,
    /// The last.
    pub last: Day,
}

impl Draw for DateField {
    fn draw(&self, _memory: &Memory) -> Html {
        let DateField { control, id, name, on, first, last } = self;
        html! {
            <input id={*id} type="date" data-control={*control} aria-label={name.clone()} min={first.to_string()} max={last.to_string()} value={on.to_string()} data-on={on.to_string()} />
        }
    }
}
