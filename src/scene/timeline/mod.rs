//! The timeline's picture: axis, lanes, and a group of marks for each event.

mod axis;
mod event;
mod span;

pub use axis::ruler;
pub(super) use axis::{ground, tick_words};
pub use event::lane_class;

use self::axis::draw_break;
use self::event::{draw_cluster, event};
use super::heading;
use super::mark::{Anchor, Mark, Scene};
use crate::dossier::model::Lane;
use crate::index::Index;
use crate::layout::gather::touching;
use crate::layout::timeline::{Align, Ruler, TimelineLayout};
use crate::layout::{Cluster, text};
use crate::messages::{Locale, Msg};
use crate::scale::TimeScale;

/// What the two sides are called in their lanes' headings, in the reader's language: capitals, as diplomats do.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    /// Side a, above.
    pub a: &'a str,
    /// Side b, below.
    pub b: &'a str,
}

/// Draws a layout made of these events at this scale.
///
/// Classes, for `styles/timeline.css`: `band`, `strip`, `grid` (`strong`), `axis`, `tick`, `tick-major`, `lane-heading`, and
/// `break` (inside it `hit`, `break-edge`, `break-words`), and
/// for each event a group `event side-a|side-b|side-both|side-other kind-… weight-1..3`, with `dated-day`, `dated-month`,
/// `dated-year` or `dated-loose`, and `approximate`, `uncertain`, `crowded` where they hold; inside it `hit`, `leader`,
/// `span` (`soft`, `open`), `bridge`, `glyph` (`solid`, `contour`), `label` (`strong`); for each cluster a group
/// `event cluster side-…` with `hit`, `leader`, `pill`, `pill-count`, `label`.
pub fn timeline(
    index: &Index,
    layout: &TimelineLayout,
    scale: &TimeScale,
    locale: Locale,
    sides: Sides<'_>,
) -> Scene {
    let mut marks = Vec::new();
    ground(layout, &mut marks);
    let (width, height, axis) = (layout.width, layout.height, layout.axis);
    marks.extend(ruler(&Ruler { width, height, axis, ticks: layout.ticks.clone() }, locale));
    let name = |lane| heading::words(lane, locale, sides);
    for fold in &layout.breaks {
        marks.push(Mark::Group(draw_break(fold, layout, locale)));
    }
    // After the ground of the breaks, which would cover their letters.
    for area in &layout.lanes {
        let Some(heading) = &area.heading else { continue };
        let fitted = text::wrap(&name(area.lane), heading::SIZE, heading.width, 1);
        let Some(words) = fitted.lines.into_iter().next() else { continue };
        let class = match area.lane {
            Lane::A => "lane-heading side-a",
            Lane::B => "lane-heading side-b",
            Lane::Both => "lane-heading side-both",
            Lane::Other => "lane-heading side-other",
        };
        marks.push(Mark::Text {
            class,
            x: heading.x,
            y: heading.y,
            anchor: anchor(heading.align),
            text: words,
        });
    }
    let mut clusters = 0;
    for mark in &layout.marks {
        let Some(entry) = index.get(mark.place) else { continue };
        marks.push(Mark::Group(match &mark.cluster {
            Some(cluster) => {
                // By number, so that a zoom, which gathers anew in every frame, keeps their elements.
                clusters += 1;
                let key = format!("cluster {clusters}");
                draw_cluster(entry, cluster, mark, layout, locale, (key, &name(mark.lane)))
            }
            None => {
                let label = locale.say(Msg::EventMark {
                    title: entry.title,
                    date: entry.date,
                    kind: entry.kind,
                    lane: &name(entry.lane),
                });
                event(entry, mark, layout, label)
            }
        }));
    }
    let count = touching(index, scale.window()).iter().sum();
    Scene {
        width: layout.width,
        height: layout.height,
        title: locale.say(Msg::TimelineTitle),
        description: locale.say(Msg::TimelineDescription {
            count,
            from: scale.window().first_day(),
            to: scale.window().last_day(),
        }),
        marks,
    }
}

fn anchor(align: Align) -> Anchor {
    match align {
        Align::Start => Anchor::Start,
        Align::Middle => Anchor::Middle,
        Align::End => Anchor::End,
    }
}

/// What stands beside a cluster's mark: its most frequent kinds.
pub fn cluster_words(cluster: &Cluster, locale: Locale) -> String {
    locale.say(Msg::ClusterKinds(&cluster.kinds.most_first()))
}

#[cfg(test)]
mod tests {
    use super::super::legend::legend;
    use super::*;
    use crate::dossier::model::{Event, EventKind};
    use crate::layout::timeline as layout_timeline;
    use crate::scale::Window;
    use crate::scene::mark::{Group, Target};

    fn event(id: &str, date: &str, lane: &str, kind: &str) -> Event {
        serde_json::from_value(serde_json::json!({
            "id": id, "date": date, "title": format!("What {id} did"), "kind": kind,
            "parties": [], "lane": lane, "weight": 3,
        }))
        .unwrap()
    }

    fn scene_of(events: &[Event]) -> (Index, Scene) {
        let index = Index::of_events(events, "en");
        let day = |text| crate::dossier::date::Day::parse(text).unwrap();
        let scale = TimeScale::new(Window::of_days(day("2018-01-01"), day("2018-12-31")), 8.0, 792.0);
        let frame = layout_timeline::Frame { width: 800.0, height: 430.0, heading: 0.0 };
        let layout =
            layout_timeline::timeline(&index, &scale, frame, layout_timeline::Quality::Full, &|cluster| {
                cluster_words(cluster, Locale::En)
            });
        let sides = Sides { a: "Washington", b: "Pyongyang" };
        let scene = timeline(&index, &layout, &scale, Locale::En, sides);
        (index, scene)
    }

    fn groups(scene: &Scene) -> Vec<&Group> {
        scene
            .marks
            .iter()
            .filter_map(|mark| if let Mark::Group(group) = mark { Some(group) } else { None })
            .collect()
    }

    #[test]
    fn every_event_is_a_button_with_a_name() {
        let (_, scene) = scene_of(&[
            event("cancel", "2018-05-24", "a", "statement"),
            event("summit", "2018-06-12", "both", "summit"),
            event("work", "2018-07~", "b", "military"),
        ]);
        let groups = groups(&scene);
        let names: Vec<_> = groups.iter().filter_map(|group| group.label.as_deref()).collect();
        assert_eq!(
            names,
            [
                "What cancel did, 24 May 2018, statement, Washington’s acts",
                "What summit did, 12 June 2018, summit, Both",
                "What work did, about July 2018, military act, Pyongyang’s acts",
            ]
        );
        let classes: Vec<_> = groups.iter().map(|group| group.class.as_str()).collect();
        assert_eq!(
            classes,
            [
                "event side-a kind-statement weight-3 dated-day",
                "event side-both kind-summit weight-3 dated-day",
                "event side-b kind-military weight-3 dated-month approximate",
            ]
        );
        assert_eq!(groups[1].target, Some(Target::Event("summit".to_owned())));
        assert!(groups[1].marks.iter().any(|mark| matches!(mark, Mark::Line { class: "bridge", .. })));
        assert!(groups[2].marks.iter().any(|mark| matches!(mark, Mark::Path { class: "span soft", .. })));
        assert_eq!(scene.description, "3 events between 1 January 2018 and 31 December 2018.");
    }

    #[test]
    fn one_of_a_kind_in_a_cluster_is_one() {
        let events = [
            event("resolution", "2018-03-01", "a", "sanctions"),
            event("drill", "2018-03-01", "a", "exercise"),
            event("meeting", "2018-03-01", "a", "talks"),
        ];
        let mut kinds = crate::index::Kinds::default();
        let index = Index::of_events(&events, "en");
        index.level(crate::dossier::model::Lane::A, 3).unwrap().count(0..3, &mut kinds);
        let parts = kinds.most_first();
        let words = Locale::En.say(Msg::ClusterKinds(&parts));
        assert_eq!(words, "1 round of talks, 1 sanctions decision, 1 more");
    }

    #[test]
    fn the_key_names_the_kinds_in_use_once_each_with_a_shape_of_its_own() {
        let (index, scene) = scene_of(&[]);
        assert!(legend(&index, Locale::En).is_empty() && groups(&scene).is_empty());
        let kinds = EventKind::NAMED.map(|(_, name)| name);
        let events: Vec<_> = kinds
            .iter()
            .chain(&kinds)
            .enumerate()
            .map(|(at, kind)| event(&format!("e{at}"), "2018-03-01", "a", kind))
            .collect();
        let keys = legend(&scene_of(&events).0, Locale::En);
        assert_eq!(keys.len(), kinds.len());
        for (at, key) in keys.iter().enumerate() {
            assert!(
                keys.iter().skip(at + 1).all(|other| other.marks != key.marks && other.label != key.label)
            );
        }
    }
}
