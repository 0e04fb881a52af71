//! The timeline on a narrow screen: time runs down the page, side a's acts on the left, side b's on the right, joint acts across
//! both. Plain HTML: words wrap as they do elsewhere, and grow with the reader's letters.

use yew::prelude::*;

use super::chart::nothing_here;
use super::tile::day_on;
use crate::dossier::date::Day;
use crate::dossier::model::Lane;
use crate::index::{Entry, Index};
use crate::layout::gather::reaching;
use crate::layout::vertical::{Block, blocks};
use crate::layout::{self, Cluster, Item, Stop};
use crate::messages::{DateStyle, Locale, Msg};
use crate::scale::{Axis, TickLabel, Window};
use crate::scene::{Finish, Sides, cluster_words, glyph, lane_class, lane_heading, num};
use crate::state::Action;
use crate::views::element::html;
use crate::views::picture::mark;
use crate::views::words::Voice;

/// The width and height of a glyph with the space around it, in pixels.
const GLYPH: f64 = 16.0;

/// What the list shows.
pub struct Down<'a> {
    pub voice: Voice,
    pub events: &'a Index,
    pub axis: Axis,
    pub window: Window,
    /// The day that has a line: the as-of date; of a period that is compared, its day zero.
    pub near: Day,
    /// That day zero: dates say how far from it they are.
    pub zero: Option<Day>,
    pub tab_stop: Option<&'a str>,
    pub open: Option<&'a str>,
    pub sides: &'a [AttrValue; 2],
    /// Changes the state; `None` for a period that is compared.
    pub act: Option<&'a Callback<Action>>,
}

/// The blocks of the window.
pub fn vertical(props: Down<'_>) -> Html {
    let Down { voice, events, axis, window, near, zero, tab_stop, open, sides, act } = props;
    let blocks = blocks(events, &axis, window);
    let items = blocks.iter().flat_map(|block| &block.acts);
    let stops: Vec<Stop> = items.filter_map(|item| Stop::of_item(item, events)).collect();
    let stop = layout::tab_stop(&stops, events, tab_stop, near);
    let open = open.and_then(|id| layout::stop_of(&stops, events, id));
    let list = Acts { voice, events, stop, open, zero, sides };
    html! {
        <div class="surface down" data-surface="timeline" data-down="">
            <div class="down-heads" aria-hidden="true">
                <span class="side-a">{ list.whose(Lane::A) }</span>
                <span class="side-b">{ list.whose(Lane::B) }</span>
            </div>
            <ol class="blocks" aria-label={voice.say(Msg::TimelineTitle)}>
                { for blocks.iter().map(|block| {
                    list.block(block, Some(near).filter(|day| !block.reaches && block.from <= *day && *day <= block.to))
                }) }
            </ol>
            { blocks.is_empty().then(|| nothing_here(voice, events, "nothing", act)).flatten() }
            if reaching(events, window).1 {
                <p class="more-reaching">{ voice.say(Msg::MoreReachIn) }</p>
            }
        </div>
    }
}

struct Acts<'a> {
    voice: Voice,
    events: &'a Index,
    stop: Option<usize>,
    /// The place of the event that stands open, or of the first in the cluster that it is in.
    open: Option<usize>,
    zero: Option<Day>,
    sides: &'a [AttrValue; 2],
}

impl Acts<'_> {
    /// Whose acts stand in a lane.
    fn whose(&self, lane: Lane) -> String {
        let [a, b] = self.sides;
        lane_heading(lane, self.voice.locale, Sides { a, b })
    }

    fn block(&self, block: &Block, now: Option<Day>) -> Html {
        let voice = self.voice;
        if let Some(fold) = block.fold {
            let (from, to) = (fold.from, fold.to.plus(-1));
            return html! {
                <li key={block.from.to_string()} class="block fold">
                    <button type="button" tabindex="-1" data-break={from.to_string()}>
                        { voice.say(Msg::BreakYears(fold.years())) }
                        <span class="visually-hidden">{ ". " }{ voice.say(Msg::OpenBreak { from, to }) }</span></button>
                </li>
            };
        }
        // The as-of date's line stands before the first act after it.
        let later = |item: &Item| {
            now.is_some_and(|day| self.events.instant(item.first()) > Some(f64::from(day.number()) + 1.0))
        };
        let after = block.acts.iter().position(later).unwrap_or(block.acts.len());
        let acts = |from: usize, to: usize| {
            let some = block.acts.get(from..to).unwrap_or(&[]);
            html! { <ol class="acts">{ for some.iter().filter_map(|item| self.act(item)) }</ol> }
        };
        html! {
            <li key={if block.reaches { "reaching".to_owned() } else { block.from.to_string() }} class="block">
                <span class="when">{
                    if block.reaches { voice.locale.say(Msg::ReachingIn) } else { block_name(voice.locale, block) }
                }</span>
                { acts(0, after) }
                if let Some(day) = now {
                    <p class="now"><span>{ self.line(day) }</span></p>
                    { acts(after, block.acts.len()) }
                }
            </li>
        }
    }

    fn act(&self, item: &Item) -> Option<Html> {
        let entry = self.events.get(item.first())?;
        let tab_index = if self.stop == Some(item.first()) { "0" } else { "-1" };
        let is_open = self.open == Some(item.first());
        Some(match item {
            Item::Event(_) => self.event(entry, tab_index, is_open),
            Item::Cluster(lane, cluster) => self.cluster(entry, *lane, cluster, (tab_index, is_open)),
        })
    }

    fn event(&self, entry: Entry<'_>, tab_index: &'static str, is_open: bool) -> Html {
        let finish = match entry.lane {
            Lane::A | Lane::Both => Finish::Solid,
            Lane::B | Lane::Other => Finish::Contour,
        };
        let (middle, size) = (GLYPH / 2.0, num(GLYPH));
        html! {
            <li key={entry.id.to_owned()} class={classes!("act", lane_class(entry.lane), (entry.weight >= 3).then_some("strong"))}>
                <button type="button" class={classes!("event", lane_class(entry.lane), is_open.then_some("open"))} tabindex={tab_index}
                    data-event={entry.id.to_owned()} aria-expanded={if is_open { "true" } else { "false" }}>
                    <svg width={size.clone()} height={size} aria-hidden="true">{ mark(&glyph(entry.kind, middle, middle, 11.0, finish), None) }</svg>
                    <span class="day">{ self.when(&entry) }</span>
                    <span class="what">
                        { self.voice.own(entry.title.to_owned().into()) }
                        <span class="visually-hidden">{ [", ", &*self.voice.say(Msg::EventKind(entry.kind)), ", ", &self.whose(entry.lane)].concat() }</span>
                    </span>
                </button>
            </li>
        }
    }

    /// What the line of the as-of date or of day zero says.
    fn line(&self, day: Day) -> String {
        let day = self.voice.locale.day(day, DateStyle::Short);
        if self.zero.is_some() { [&*self.voice.say(Msg::DayZero), ", ", &day].concat() } else { day }
    }

    /// An event's date, and how far it is from day zero.
    fn when(&self, entry: &Entry<'_>) -> String {
        let date = self.voice.locale.date(entry.date);
        match self.zero {
            Some(zero) => [&date, ", ", &*self.voice.say(day_on(entry, zero))].concat(),
            None => date,
        }
    }

    fn cluster(
        &self,
        first: Entry<'_>,
        lane: Lane,
        cluster: &Cluster,
        (tab_index, is_open): (&'static str, bool),
    ) -> Html {
        html! {
            <li key={format!("cluster {}", first.id)} class={classes!("act", lane_class(lane))}>
                <button type="button" class={classes!("cluster", lane_class(lane), is_open.then_some("open"))} tabindex={tab_index}
                    data-cluster={first.id.to_owned()} data-stretch={format!("{} {} {}", cluster.from, cluster.to, lane.name())}>
                    <span class="count" aria-hidden="true">{ self.voice.locale.number(cluster.count()) }</span>
                    <span class="what">
                        { cluster_words(cluster, self.voice.locale) }
                        <span class="visually-hidden">{ [", ", &self.whose(lane)].concat() }</span>
                    </span>
                </button>
            </li>
        }
    }
}

/// What a block is called: a day, a month, a year, or the first and the last of several.
fn block_name(locale: Locale, block: &Block) -> String {
    match block.label {
        TickLabel::Day(day) => locale.day(day, DateStyle::Short),
        TickLabel::Year(_) => locale.years(block.from, block.to),
        TickLabel::Month(..) | TickLabel::MonthYear(..) => locale.months(block.from, block.to),
    }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::index::tests::event;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    #[test]
    fn what_reaches_into_the_window_stands_first_and_what_is_left_out_is_said() {
        let drawn = |going_on: usize| {
            let mut events = vec![event("here", "2010-03-01", Lane::B, 2)];
            let long = |n: usize| event(&format!("long{n}"), &format!("{}/2020", 1960 + n), Lane::A, 2);
            events.extend((0..going_on).map(long));
            let day = |text| Day::parse(text).unwrap();
            fragment(vertical(Down {
                voice: Voice::of(Manner::main_page(Locale::En)),
                events: &Index::of_events(&events, "en"),
                axis: Axis::straight(),
                window: Window::of_days(day("2010-01-01"), day("2010-12-31")),
                near: day("2010-03-01"),
                zero: None,
                tab_stop: None,
                open: None,
                sides: &["A", "B"].map(AttrValue::from),
                act: None,
            }))
        };
        let (none, few, many) = (drawn(0), drawn(3), drawn(40));
        // Its kind is a shape and its column a place: both are said to those who do not see them.
        assert!(
            none.contains("<span class=\"visually-hidden\">, statement, B\u{2019}s acts</span>"),
            "{none}"
        );
        assert!(!none.contains("Reaching into") && !few.contains("more-reaching"));
        let at = |html: &str, what: &str| html.find(what).unwrap_or_else(|| panic!("{what}: {html}"));
        assert!(
            at(&few, ">Reaching into this time<") < at(&few, "long0") && at(&few, "long0") < at(&few, "here")
        );
        assert_eq!(few.matches("data-event=\"long").count(), 3);
        // The line of the date is that of its own month.
        assert_eq!(few.matches("class=\"now\"").count(), 1);
        assert_eq!(many.matches("data-event=\"long").count(), 6);
        assert!(many.contains("<p class=\"more-reaching\">More events reach into this time"));
    }
}
