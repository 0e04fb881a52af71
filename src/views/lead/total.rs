//! Total daylight through time, on the timeline's own axis.

use yew::prelude::*;

use super::ends::Ends;
use crate::analysis::{Share, TotalSeries};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::layout::gap::annotations;
use crate::messages::Msg;
use crate::scale::{Axis, TimeScale, Window};
use crate::scene::{total_chart, total_playhead};
use crate::state::Shared;
use crate::views::element::html;
use crate::views::held::{Draw, Memory, held};
use crate::views::picture::picture;
use crate::views::share::view_links;
use crate::views::timeline::MARGIN;
use crate::views::words::Voice;

/// Height of the picture, in pixels.
const HEIGHT: f64 = 224.0;

/// The chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    pub voice: Voice,
    pub outline: Shared<Dossier>,
    pub total: Shared<TotalSeries>,
    /// The reader's weights, as an address has them.
    pub weights: String,
    pub as_of: Day,
    pub axis: Axis,
    pub window: Window,
    pub width: f64,
}

impl Draw for Total {
    fn draw(&self, memory: &Memory) -> Html {
        let Total { voice, outline, total, weights, as_of, axis, window, width } = self.clone();
        let scale = TimeScale::on(&axis, window, MARGIN, width - MARGIN);
        let moments = memory.keep(0, outline.clone(), |outline| annotations(outline, voice.locale.tag()));
        let scene = memory.keep(1, (total.clone(), axis, window, width), |(total, _, _, width)| {
            Shared::new(total_chart(total, &moments, &scale, *width, HEIGHT, voice.locale))
        });
        let overlay = total_playhead(&total, as_of, &scale, &scene, voice.locale);
        html! {
            <div class="total">
                <div class="section-head">
                    <h2 id="lead-heading">{ voice.say(Msg::TotalHeading) }</h2>
                    { view_links(voice, "lead") }
                </div>
                <p class="chart-help">{ voice.say(Msg::TotalHelp) }</p>
                { held(Ends { voice, outline: outline.clone(), total: total.clone(), weights }) }
                { of_the_day(voice, &total, as_of) }
                <div class="stage">
                    { picture(&scene, "total-chart", &overlay) }
                </div>
            </div>
        }
    }
}

/// What the flag in the picture shows, in words: "16 July 2018: 25–66%".
fn of_the_day(voice: Voice, total: &TotalSeries, on: Day) -> Option<Html> {
    let (least, most) = total.at(on).share.map(Share::percent)?;
    let words = [&*voice.say(Msg::SliderDay(on)), ": ", &*voice.say(Msg::PercentRange(least, most))].concat();
    Some(html! { <p class="visually-hidden">{ words }</p> })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Weights;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    fn drawn(dossier: &Dossier, locale: Locale, weights: Vec<u16>) -> String {
        let (outline, on) = (dossier.outline(), day("2018-07-16"));
        fragment(held(Total {
            voice: Voice::of(Manner::main_page(locale)),
            total: Shared::new(TotalSeries::of(&outline, &Weights::new(weights))),
            outline: Shared::new(outline),
            weights: String::new(),
            as_of: on,
            axis: Axis::straight(),
            window: Window::of_days(day("2018-01-01"), day("2019-12-31")),
            width: 960.0,
        }))
    }

    #[test]
    fn the_days_on_which_the_sides_stood_closest_and_farthest_apart_can_be_gone_to() {
        let dossier = us_dprk();
        for (locale, begin, between, days) in [
            (
                Locale::En,
                "By the solid part, with 12 of 12 issues known, they stood closest on <a ",
                "), farthest apart on <a ",
                ["12 June 2018</a> (", "7 December 2019</a> ("],
            ),
            (
                Locale::Ko,
                "진한 부분으로 볼 때, 쟁점 12개 중 12개를 알 수 있는 날 가운데 양측이 가장 가까웠던 날: <a ",
                "), 가장 멀었던 날: <a ",
                ["2018년 6월 12일</a>(", "2019년 12월 7일</a>("],
            ),
        ] {
            let html = drawn(&dossier, locale, Vec::new());
            assert!(html.contains(begin) && html.contains(between), "{html}");
            for (day, words) in ["2018-06-12", "2019-12-07"].into_iter().zip(days) {
                let link = format!("href=\"?on={day}\" data-day=\"{day}\">{words}");
                assert!(html.contains(&link), "{html}");
            }
        }
        // What the flag shows, for those who do not see the picture.
        let html = drawn(&dossier, Locale::En, Vec::new());
        assert!(html.contains("<p class=\"visually-hidden\">16 July 2018: 25\u{2013}66%</p>"), "{html}");
        let unweighed = drawn(&dossier, Locale::En, vec![0; dossier.issues.len()]);
        assert!(!unweighed.contains("data-day") && !unweighed.contains("visually-hidden"), "{unweighed}");
    }
}
