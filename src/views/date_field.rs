//! A field for a date. A component, so that it is left alone while its date stays: whatever else is drawn anew, a date that is half
//! typed stays as it was typed.

use yew::prelude::*;

use crate::dossier::date::Day;
use crate::views::element::html;

/// Props of [`DateField`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DateFieldProps {
    /// What the field is to `browser::input`.
    pub control: &'static str,
    /// Its id, where a label names it.
    #[prop_or_default]
    pub id: Option<&'static str>,
    /// Its name, where no label does.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The date.
    pub on: Day,
    /// The first date that may be chosen.
    pub first: Day,
    /// The last.
    pub last: Day,
}

/// The field.
#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let DateFieldProps { control, id, name, on, first, last } = props;
    html! {
        <input id={*id} type="date" data-control={*control} aria-label={name.clone()} min={first.to_string()} max={last.to_string()} value={on.to_string()} />
    }
}
