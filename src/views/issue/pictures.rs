//! How far apart the sides are on an issue, in words and in pictures: for its own page, which does not change.

use yew::prelude::*;

use super::daylight::{daylight_words, state_class};
use crate::analysis::daylight;
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Issue;
use crate::messages::{DateStyle, Msg};
use crate::scale::Window;
use crate::scene::{issue_chart, issue_playhead, ladder};
use crate::state::Shared;
use crate::views::element::html;
use crate::views::gap::chart_days;
use crate::views::picture::{hatches, picture};
use crate::views::words::Voice;

/// The widths that the pictures are drawn for and the charts' heights, in pixels, by class: on this page nothing measures, so the style
/// sheet (`styles/own_page.css`) shows those that fit, with letters near their own size.
const DRAWN: [(&str, f64, f64); 2] = [("for-phones", 304.0, 200.0), ("for-desks", 480.0, 240.0)];

/// The daylight on a date, the issue through time, and its ladder on the date.
pub fn pictures(voice: Voice, dossier: &Dossier, issue: &Issue, on: Day) -> Html {
    let state = daylight(issue, on).state;
    let date = html! { <time datetime={on.to_string()}>{ voice.locale.day(on, DateStyle::Long) }</time> };
    html! {
        <>
            <p class="daylight-on">
                <b class={classes!("tag", state_class(state))}>{ daylight_words(&voice, issue, state) }</b>
                { " " }
                { date.clone() }
            </p>
            { hatches() }
            { for DRAWN.iter().map(|(class, width, height)| html! {
                <div class={classes!("own-pictures", *class)}>
                    <figure>
                        <figcaption>{ voice.say(Msg::GapCharts) }</figcaption>
                        { chart(voice, dossier, issue, on, *width, *height) }
                    </figure>
                    <figure>
                        <figcaption>{ voice.say(Msg::Ladder) }{ ", " }{ date.clone() }</figcaption>
                        { picture(&Shared::new(ladder(dossier, issue, on, *width, voice.locale)), "issue-picture", &[]) }
                    </figure>
                </div>
            }) }
        </>
    }
}

/// The issue through time, with the date in it.
fn chart(voice: Voice, dossier: &Dossier, issue: &Issue, on: Day, width: f64, height: f64) -> Html {
    let (first, last) = chart_days(dossier);
    let window = Window::of_days(first, last);
    let scene = issue_chart(dossier, issue, window, width, height, voice.locale);
    let playhead = issue_playhead(dossier, issue, on, window, width, height, voice.locale);
    picture(&Shared::new(scene), "issue-picture", &playhead)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::State;
    use crate::analysis::fixture::us_dprk;
    use crate::messages::Locale;
    use crate::views::app::Edition;
    use crate::views::fragment::fragment;
    use crate::views::pages::issue_page;
    use crate::views::words::Manner;

    #[test]
    fn an_issue_s_own_page_shows_its_daylight_in_words_and_pictures() {
        let dossier = us_dprk();
        let on = dossier.meta.default_as_of;
        for locale in [Locale::En, Locale::Ko] {
            let voice = Voice::of(Manner { base: "../../", alone: true, ..Manner::main_page(locale) });
            for issue in &dossier.issues {
                let page = fragment(issue_page(voice, &dossier, issue, &Edition::default()));
                let (before, after) = page.split_once("<h2").unwrap();
                let state = daylight(issue, on).state;
                let tag = format!(
                    "<b class=\"tag {}\">{}</b>",
                    state_class(state),
                    daylight_words(&voice, issue, state)
                );
                assert!(before.contains(&tag), "{}: {before}", issue.id);
                let date = format!("{}</time></figcaption>", locale.day(on, DateStyle::Long));
                // Each picture twice: for phones and for desks. Both have words for those who do not see them.
                assert_eq!(before.matches(&date).count(), 2, "{}", issue.id);
                for scene in [
                    ladder(&dossier, issue, on, 304.0, locale),
                    issue_chart(&dossier, issue, window(&dossier), 304.0, 200.0, locale),
                ] {
                    let words = format!("{}. {}", scene.title, scene.description);
                    assert_eq!(before.matches(&label(&words)).count(), 2, "{}: {words}", issue.id);
                }
                assert_eq!(before.matches("class=\"at-date").count(), 2, "{}", issue.id);
                if matches!(state, State::Apart { .. }) {
                    assert!(before.matches("class=\"light\"").count() >= 2, "{}", issue.id);
                }
                assert!(!after.contains("<svg") && !page.contains("style="), "{}", issue.id);
            }
        }
    }

    fn window(dossier: &Dossier) -> Window {
        let (first, last) = chart_days(dossier);
        Window::of_days(first, last)
    }

    /// The attribute with these words.
    fn label(words: &str) -> String {
        let words = words.replace('&', "&amp;").replace('"', "&quot;").replace('\'', "&#x27;");
        format!("role=\"img\" aria-label=\"{words}\"")
    }
}
