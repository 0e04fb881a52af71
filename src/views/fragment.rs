//! A view as text: how the site builder, the checker in the browser and the tests of what is written ahead render one.

use futures::executor::block_on;
use yew::LocalServerRenderer;
use yew::prelude::*;

/// Props of [`Fragment`].
#[derive(Clone, PartialEq, Properties)]
struct FragmentProps {
    html: Html,
}

/// A component that shows what it is given: Yew renders components, what is written ahead are plain functions.
#[component]
fn Fragment(props: &FragmentProps) -> Html {
    props.html.clone()
}

/// Markup without the comments that hydration needs.
pub fn fragment(html: Html) -> String {
    block_on(LocalServerRenderer::<Fragment>::with_props(FragmentProps { html }).hydratable(false).render())
}
