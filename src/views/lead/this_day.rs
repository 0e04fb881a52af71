//! What changed on the as-of date: the events of the day, the issues on which the daylight moved and what moved it, and the ways to
//! the turning points before and after it.

use yew::prelude::*;

use crate::analysis::{TurningPoint, cited, turning_points, turns};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::order::sorted;
use crate::index::{Entry, Index};
use crate::messages::Msg;
use crate::state::{Action, Shared};
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::issue::{daylight_words, state_class};
use crate::views::words::{Voice, does};

/// The most events listed; the timeline has all.
const MOST_EVENTS: usize = 30;
/// The most events that go on which are counted: each is looked at, for each date.
const MOST_COUNTED: usize = 1_000;
/// How many lines always stand there: room is kept for them, so that little below moves with the date.
const LINES: usize = 3;

/// The panel. What is more than a few lines is folded. It shows the day `on`; the ways on and back are those of
/// the as-of date also while the panel is far from the screen: the bar presses them from there.
#[derive(Debug, PartialEq)]
pub struct ThisDay {
    /// How to write text.
    pub voice: Voice,
    /// The issues.
    pub outline: Shared<Dossier>,
    /// The events.
    pub events: Shared<Index>,
    /// The day.
    pub on: Day,
    /// The as-of date.
    pub as_of: Day,
    /// Changes the state.
    pub act: Callback<Action>,
}

/// What is told of a day.
#[derive(Debug, PartialEq)]
struct OfDay {
    /// The places of those of its events that are listed: that began before and go on, then those whose mark stands on it.
    listed: Vec<usize>,
    /// How many there are.
    count: usize,
    /// Whether so many go on that there may be more.
    at_least: bool,
}

/// The events of a day. A month's event has no day, and so is none of any day's; one without an end has its first day alone. Where there
/// are too many to be listed, the day's own come first, and of all the weightier ones.
fn of_day(index: &Index, on: Day) -> OfDay {
    let start = f64::from(on.number());
    let marked = index.between(start, start + 1.0);
    let to_the_day = |place: &usize| index.get(*place).filter(|entry| entry.is_to_the_day());
    let days = |place| match to_the_day(&place) {
        Some(Entry { first, last, .. }) if first != Day::MIN && last != Day::MAX => (first, last),
        _ => (Day::MAX, Day::MIN),
    };
    let (mut own, mut going_on, mut count) = (Vec::new(), Vec::new(), 0);
    for weight in (1..=3).rev() {
        for lane in Index::LANES {
            let Some(level) = index.level(lane, weight) else { continue };
            let here = level.within(&marked);
            // What takes a single day is known to the day.
            let vague: Vec<usize> =
                level.long(here.clone()).filter(|place| to_the_day(place).is_none()).collect();
            count += here.len() - vague.len();
            let sharp = level.places(here.clone()).filter(|place| vague.binary_search(place).is_err());
            own.extend(sharp.take(MOST_EVENTS.saturating_sub(own.len())));
            let room = MOST_COUNTED.saturating_sub(going_on.len());
            going_on.extend(level.touching(0..here.start, (on, on), room, &days));
        }
    }
    count += going_on.len();
    let at_least = going_on.len() >= MOST_COUNTED;
    going_on.truncate(MOST_EVENTS.saturating_sub(own.len()));
    let mut listed = sorted(going_on, |place| *place as i64);
    listed.extend(sorted(own, |place| *place as i64));
    OfDay { listed, count, at_least }
}

/// An event by its title, and by its date where that is not this day alone.
fn named(voice: Voice, entry: &Entry<'_>, on: Day) -> Html {
    let date = if (entry.first, entry.last) == (on, on) {
        String::new()
    } else {
        voice.locale.bracketed(&voice.locale.date(entry.date))
    };
    html! {
        <><a href={voice.event_page(entry.id)} data-event={entry.id.to_owned()}>{ entry.title.to_owned() }</a>{ date }</>
    }
}

impl Draw for ThisDay {
    fn draw(&self, memory: &Memory) -> Html {
        let ThisDay { voice, outline, events, on, as_of, act } = self;
        let (voice, on) = (*voice, *on);
        let OfDay { listed: places, count, at_least } = of_day(events, on);
        // Kept without the events, whose ids belong to the dossier.
        let points = memory.keep(0, outline.clone(), |outline| {
            let bare = |TurningPoint { on, issue, before, after, .. }| TurningPoint {
                on,
                issue,
                before,
                after,
                events: Vec::new(),
            };
            turning_points(outline).into_iter().map(bare).collect::<Vec<TurningPoint<'static>>>()
        });
        let moved: Vec<_> = points.iter().filter(|point| point.on == on).collect();
        let (before, after) = turns(&points, *as_of);
        let turn = |day: Option<Day>, ahead: bool| {
            day.map(|day| html! {
            <button type="button" class="turn" data-turn={if ahead { "after" } else { "before" }} onclick={does(act, Action::Turn { on: ahead })}>{ voice.say(Msg::Turn { day, ahead }) }</button>
        })
        };
        // Pushed one by one: chained iterators weigh a kilobyte more in the page.
        let mut lines: Vec<Html> = Vec::new();
        for place in &places {
            if let Some(entry) = events.get(*place) {
                lines.push(html! { <li>{ named(voice, &entry, on) }</li> });
            }
        }
        let left = count.saturating_sub(places.len());
        if left > 0 {
            lines.push(html! { <li>{ voice.say(Msg::AndMore(left)) }</li> });
        }
        for point in &moved {
            let Some(issue) = outline.issues.get(point.issue) else { continue };
            // What moved it and is not in the list is told here.
            let mut set_by = Vec::new();
            for id in cited(issue, on) {
                if let Some(place) = events.place(id)
                    && !places.contains(&place)
                    && let Some(entry) = events.get(place)
                {
                    set_by.push(html! { <>{ ". " }{ named(voice, &entry, on) }</> });
                }
            }
            lines.push(html! {
                <li class="moved">
                    <a href={voice.issue_page(&issue.id)} data-issue={issue.id.clone()}>{ voice.words(&issue.title) }</a>
                    { ": " }
                    <span class={classes!("tag", state_class(point.before))}>{ daylight_words(&voice, issue, point.before) }</span>
                    { " \u{2192} " }
                    <span class={classes!("tag", state_class(point.after))}>{ daylight_words(&voice, issue, point.after) }</span>
                    { set_by }
                </li>
            });
        }
        // The last line is for what is folded.
        let folded = if lines.len() > LINES { lines.split_off(LINES - 1) } else { Vec::new() };
        let more = Msg::MoreThisDay {
            events: count.saturating_sub(lines.len()),
            at_least,
            changes: moved.len().min(folded.len()),
        };
        html! {
            <div class="this-day">
                <h2>{ voice.say(Msg::OnThisDay(on)) }</h2>
                <p class="turns">{ turn(before, false) }{ turn(after, true) }</p>
                if lines.is_empty() {
                    <p>{ voice.say(Msg::NothingThisDay) }</p>
                } else {
                    <div>
                        <ul>{ for lines }</ul>
                        if !folded.is_empty() {
                            <details><summary>{ voice.say(more) }</summary><ul>{ for folded }</ul></details>
                        }
                    </div>
                }
            </div>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::dossier::model::Lane;
    use crate::index::tests::event;
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::held::held;
    use crate::views::words::Manner;

    fn shown(dossier: &Dossier, on: &str) -> String {
        let voice = Voice::of(Manner::main_page(Locale::En));
        let events = Shared::new(Index::of_events(&dossier.events, "en"));
        let (outline, on) = (Shared::new(dossier.outline()), day(on));
        fragment(held(ThisDay { voice, outline, events, on, as_of: on, act: Callback::noop() }))
    }

    #[test]
    fn a_day_has_the_events_whose_days_it_is_one_of() {
        let made = [
            ("month", "2018-06"),
            ("month-to-day", "2018-06/2018-06-20"),
            ("open", "2018-06-01/.."),
            ("unknown-end", "2018-06-01/"),
            ("long", "2018-06-01/2018-06-30"),
            ("before", "2018-06-10/2018-06-11"),
            ("until", "2018-06-10/2018-06-12"),
            ("own", "2018-06-12"),
            ("from", "2018-06-12/2018-06-14"),
            ("after", "2018-06-13"),
        ];
        let events: Vec<_> =
            made.iter().map(|(id, date)| event(id, date, Lane::A, 1 + id.len() as u8 % 3)).collect();
        let index = Index::of_events(&events, "en");
        let ids = |on| -> Vec<&str> {
            of_day(&index, day(on)).listed.iter().map(|place| index.get(*place).unwrap().id).collect()
        };
        assert_eq!(ids("2018-06-12"), ["long", "until", "own", "from"]);
        assert_eq!(ids("2018-06-30"), ["long"]);
        assert_eq!(ids("2018-07-01"), [""; 0]);
        // Where more begin on a day than are listed, those that go on have no room.
        let mut many: Vec<_> = (0..40).map(|n| event(&n.to_string(), "2018-06-12", Lane::B, 1)).collect();
        many.push(event("long", "2018-06-01/2018-06-30", Lane::A, 3));
        let index = Index::of_events(&many, "en");
        let found = of_day(&index, day("2018-06-12"));
        assert_eq!((found.listed.len(), found.count, found.at_least), (MOST_EVENTS, 41, false));
        assert!(found.listed.iter().all(|place| index.get(*place).unwrap().id != "long"));
    }

    #[test]
    fn a_full_day_has_its_best_known_events_and_says_how_many_others_there_are() {
        let mut dossier = us_dprk();
        let detail = |n: usize| event(&format!("detail{n}"), "2018-06-12", Index::LANES[n % 4], 1);
        dossier.events = (0..1_726).map(detail).collect();
        dossier.events.extend((0..7).map(|n| event(&format!("known{n}"), "2018-06-12", Lane::Both, 3)));
        dossier.events.extend((0..3).map(|n| event(&format!("month{n}"), "2018-06", Lane::A, 3)));
        dossier
            .events
            .extend((0..90).map(|n| event(&format!("long{n}"), "2018-06-01/2018-06-30", Lane::B, 2)));
        let index = Index::of_events(&dossier.events, "en");
        let OfDay { listed, count, at_least } = of_day(&index, day("2018-06-12"));
        assert_eq!((listed.len(), count, at_least), (30, 1_726 + 7 + 90, false));
        let known = listed.iter().filter(|place| index.get(**place).unwrap().weight == 3).count();
        assert_eq!(known, 7);
        let text = shown(&dossier, "2018-06-12");
        assert!(text.contains("<li>and 1,793 more</li>"), "{text}");
        assert!(text.contains("And 1,821 events"), "{text}");
        // A month's middle is a day as well, which is not its own.
        let middle = of_day(&index, day("2018-06-15"));
        assert_eq!((middle.count, of_day(&index, day("2018-06-16")).count), (90, 90));
        dossier
            .events
            .extend((0..1_500).map(|n| event(&format!("more{n}"), "2018-06-01/2018-06-30", Lane::A, 1)));
        let more = of_day(&Index::of_events(&dossier.events, "en"), day("2018-06-12"));
        assert_eq!((more.count, more.at_least), (1_733 + 1_000, true));
    }

    /// What goes on that day, and not how many events there are, is what it costs.
    #[test]
    fn a_day_of_many_events_is_found_without_looking_at_all() {
        let days = (0..20_000).map(|n| day("1950-01-01").plus(n).to_string());
        let mut events: Vec<_> =
            days.enumerate().map(|(n, on)| event(&n.to_string(), &on, Lane::A, 1)).collect();
        events.push(event("long", "1999-12-01/2000-02-01", Lane::Both, 2));
        let index = Index::of_events(&events, "en");
        let looks = crate::index::looks::of(|| {
            assert_eq!(of_day(&index, day("2000-01-01")).count, 2);
        });
        assert!(looks < 500, "{looks}");
    }

    #[test]
    fn a_change_stands_with_what_set_it() {
        let dossier = us_dprk();
        for (on, id, date) in [
            ("2018-03-06", "2018-03-05-rok-envoys-pyongyang", "5\u{2013}6 March 2018"),
            ("2019-02-28", "2019-02-27-hanoi-summit", "27\u{2013}28 February 2019"),
            ("2019-12-30", "2019-12-28-wpk-plenum-new-strategic-weapon", "28\u{2013}31 December 2019"),
            ("2019-12-31", "2019-12-28-wpk-plenum-new-strategic-weapon", "28\u{2013}31 December 2019"),
        ] {
            let text = shown(&dossier, on);
            assert_eq!(text.matches(&format!("data-event=\"{id}\"")).count(), 1, "{on}: {text}");
            assert!(text.contains(&format!("</a> ({date})</li>")), "{on}: {text}");
            assert!(!text.contains("No event"), "{on}: {text}");
        }
        // Set by what happened on another day.
        let text = shown(&dossier, "2018-03-09");
        let told = "Trump accepts";
        let changes: Vec<&str> = text.split("<li class=\"moved\"").skip(1).collect();
        assert!(!changes.is_empty());
        for change in changes {
            assert!(change.contains(told) && change.contains("</a> (8 March 2018)</li>"), "{change}");
        }
    }
}
