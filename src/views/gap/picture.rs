//! An issue's picture: its chart through time with the playhead, or its ladder on the as-of date.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::scale::Window;
use crate::scene::{issue_chart, issue_playhead, ladder};
use crate::state::Shared;
use crate::views::picture::Picture;
use crate::views::words::Voice;

/// The chart's size before it is fitted to its card: the width of a card on a narrow phone, so that it only ever grows.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 200.0;

/// Props of [`IssueChart`] and [`IssueLadder`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct IssuePictureProps {
    pub voice: Voice,
    pub outline: Shared<Dossier>,
    /// The issue's place in the dossier.
    pub index: usize,
    pub as_of: Day,
}

/// The stretch that small charts show: what the dossier is about. They do not follow the timeline's window, so that twelve
/// of them can be compared at any zoom.
fn window(outline: &Dossier) -> Window {
    let focus = outline.meta.span.focus;
    Window::of_days(focus.first().max(outline.meta.span.from), focus.last().min(outline.meta.span.to))
}

/// The issue through time.
#[component]
pub fn IssueChart(props: &IssuePictureProps) -> Html {
    let IssuePictureProps { voice, outline, index, as_of } = props.clone();
    let scene = use_memo((outline.clone(), index), |(outline, index)| {
        let issue = outline.issues.get(*index)?;
        Some(Shared::new(issue_chart(outline, issue, window(outline), WIDTH, HEIGHT, voice.locale)))
    });
    let (Some(scene), Some(issue)) = ((*scene).clone(), outline.issues.get(index)) else {
        return Html::default();
    };
    let overlay = issue_playhead(&outline, issue, as_of, window(&outline), WIDTH, HEIGHT, voice.locale);
    html! { <Picture {scene} class="issue-chart" {overlay} /> }
}

/// The issue's ladder on the date.
#[component]
pub fn IssueLadder(props: &IssuePictureProps) -> Html {
    let IssuePictureProps { voice, outline, index, as_of } = props.clone();
    let scene = use_memo((outline, index, as_of), |(outline, index, as_of)| {
        let issue = outline.issues.get(*index)?;
        Some(Shared::new(ladder(outline, issue, *as_of, WIDTH, voice.locale)))
    });
    let Some(scene) = (*scene).clone() else { return Html::default() };
    html! { <Picture {scene} class="issue-ladder" /> }
}
