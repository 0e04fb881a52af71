//! The sentences of the page's program: what both languages are held to.

use crate::analysis::{IssueOrder, State};
use crate::dossier::date::{Day, Edtf};
use crate::dossier::model::{Confidence, EventKind, Level, Role, SourceKind, Tier, Upkeep};
use crate::find::{Criterion, Doubt};

/// A column of the table of issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapColumn {
    /// The issue.
    Issue,
    /// What is expected.
    Expected,
    /// What is offered.
    Offered,
    /// How far apart that is.
    Daylight,
    /// How much it counts.
    Weight,
}

/// A column of the table of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// When.
    Date,
    /// Its title.
    Event,
    /// What sort of event.
    Kind,
    /// Whose act.
    Whose,
    /// At which level people met.
    Level,
    /// How important.
    Weight,
    /// The issues on which the daylight changed with it.
    Moved,
}

/// Everything the interface says. Variants are grouped by where they are seen.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum Msg<'a> {
    // ---- kinds and marks
    /// The name of a kind of event.
    EventKind(EventKind),
    /// The level of a meeting.
    Level(Level),
    /// How sure a record is.
    Confidence(Confidence),
    /// What sort of source it is.
    SourceKind(SourceKind),
    /// How near a source stands to the event.
    Tier(Tier),
    /// "Washington expects", "Pyongyang offers".
    PartyRole(&'a str, Role),
    /// The daylight on one issue: "3-4 rungs of 6 apart".
    Daylight(State, u8),

    // ---- page
    /// The lead's sentence for a date, in three parts of which the second is a link: "On 16 July 2018 the two sides were
    /// apart on " ...
    LeadBefore {
        on: Day,
        apart: usize,
    },
    /// ... "7 of 12 issues", "1 of the 5 issues known" ...
    LeadCount {
        apart: usize,
        known: usize,
        unknown: usize,
    },
    /// ... ".", "; 7 unknown.".
    LeadAfter {
        apart: usize,
        unknown: usize,
    },
    /// The lead's sentence where nothing is known on the date.
    LeadUnknown {
        on: Day,
    },
    /// Beside the lead's sentence for a date after this one, the last on which a position on record begins or ends.
    NoNewerPosition(Day),
    /// When the sides stood closest and when farthest apart, over all issues, before the one day and before the other: with how many of
    /// how many issues known.
    Closest {
        known: usize,
        issues: usize,
    },
    Farthest,
    /// "Widest:", before the issue's title.
    LeadWidest,
    /// Behind those named: how many more are as wide.
    LeadMore(usize),
    /// What the other known issues are: within reach, met.
    LeadRest {
        apart: usize,
        within: usize,
        met: usize,
    },
    /// Label of the date field and the slider.
    AsOfDate,
    /// Heading of the buttons that set the date.
    Presets,
    /// One step of the as-of date back or on.
    DayBefore,
    DayAfter,
    /// At a view's head: to codes for other pages, to files of what is on screen.
    ShareView,
    TakeView,
    /// Heading of the timeline.
    TimelineHeading,
    /// Buttons of the timeline.
    ZoomIn,
    ZoomOut,
    Earlier,
    Later,
    ShowFocus,
    ShowAll,
    /// "Show all 198 events as a list" / "Hide the list".
    EventList {
        open: bool,
        count: usize,
    },
    /// "Show all 189 positions as a list" / "Hide the list".
    PositionList {
        open: bool,
        count: usize,
    },
    /// Heading of the gap.
    GapHeading,
    /// How to read the gap, and its last words by themselves: what it means that the offer meets what is expected.
    GapHelp,
    MetMeans,
    /// The two ways to show it.
    GapCharts,
    GapLadders,
    /// Opens an issue's record, and closes it.
    OpenIssue,
    Close,
    /// The way to a page of its own.
    OwnPage,
    /// "rung 3 of 6", "rungs 3-4 of 6".
    RungNumbers {
        low: u8,
        high: u8,
        top: u8,
    },
    /// Heading over the two positions in force.
    InForce(Day),
    /// Heading over all positions of an issue.
    AllPositions(usize),
    /// Heading over an issue's ladder.
    Ladder,
    /// "from 20 April 2018", "20 April 2018 to 3 May 2019".
    InForceFrom {
        from: Day,
        until: Option<Day>,
    },
    /// The mark of a judgement call.
    Judgement,
    /// When a second reader checked it.
    Audited(Day),
    /// Before a note.
    Note,
    /// Heading over sources.
    Sources(usize),
    /// A record without sources.
    NoSources,
    /// The page itself was not read.
    NotSeen,
    /// Whose copy a page carries.
    AgencyCopy(&'a str),
    /// A language tag of a source.
    InLanguage(&'a str),
    /// The link to an archived copy, and its day where it is known.
    Archived(Option<Day>),
    /// Heading over how each side described an event.
    Readings,
    /// A side from which nothing is on record.
    NoReading(&'a str),
    /// Heading over the positions that an event set, and what they moved.
    PositionsSet,
    /// None of them moved the daylight.
    MovedNothing,
    /// Before the daylight on an issue that stayed as it was.
    Unchanged,
    /// Between the daylight before and after, for who cannot see the arrow.
    Then,
    /// The day of a change, where it is not the event's own.
    OnDay(Day),
    /// After what somebody's own words say in the page's language.
    OurTranslation,
    /// After words as they were published in the language of this tag.
    OriginalIn(&'a str),
    /// Under somebody's own words: speaker, date, and the language where it is not the page's.
    QuoteBy {
        by: &'a str,
        on: Edtf,
        lang: Option<&'a str>,
    },
    /// Under words that were said after the as-of date.
    NotYetSaid,
    /// The way to the events before and after.
    Neighbours,
    /// Those before and after in any lane.
    InTime,
    /// There is no event before, or after.
    NoneEarlier,
    NoneLater,
    /// Before the address that reopens an event, and before its citation.
    EventLink,
    Cite,
    /// An event's citation. Version and address are left out where they are empty.
    CiteEvent {
        title: &'a str,
        date: Edtf,
        dossier: &'a str,
        checked: Upkeep,
        version: &'a str,
        address: &'a str,
    },
    /// Buttons that copy the two, and what is said when they have.
    CopyLink,
    CopyCitation,
    LinkCopied,
    CitationCopied,
    /// The browser did not let the page copy.
    CopyRefused,
    /// The whole dossier is on its way.
    RecordLoading,
    /// The whole dossier could not be had.
    RecordFailed(&'a str),
    /// Tries again.
    TryAgain,
    /// Runs the date from turning point to turning point, or stops.
    Play(bool),
    /// What happened on the as-of date.
    OnThisDay(Day),
    /// Nothing did.
    NothingThisDay,
    /// What else did, folded.
    MoreThisDay {
        /// How many events.
        events: usize,
        /// Whether there are more of them than those.
        at_least: bool,
        /// On how many issues the daylight changed.
        changes: usize,
    },
    /// How to read the bars of the issues.
    GlanceKey,
    /// The way to the turning point before the date, or after it.
    Turn {
        /// Its day.
        day: Day,
        /// Whether it lies ahead.
        ahead: bool,
    },
    /// How the total would move if judgement calls were read at their ends: two ranges in percent, and how many calls there are.
    Sensitivity {
        /// At the low end.
        low: (u8, u8),
        /// At the high end.
        high: (u8, u8),
        /// How many positions are meant.
        calls: usize,
    },
    /// The total with the reader's weights, and with equal ones.
    Weighted {
        /// As weighed; `None` where nothing is known, or all that is known weighs 0.
        own: Option<(u8, u8)>,
        /// With equal weights.
        equal: Option<(u8, u8)>,
        /// The date.
        on: Day,
    },
    /// The order of the issues, and a name for each.
    OrderLabel,
    /// One of the orders.
    Order(IssueOrder),
    /// The date since which a change counts.
    Since,
    /// How many of the issues have no change between the two days, being unknown on either.
    NotCompared {
        unknown: usize,
        issues: usize,
        since: Day,
        on: Day,
    },
    /// By whose act an issue would be settled, on its card.
    ToAct(&'a str),
    /// Behind where a side stands, in brackets.
    LowConfidence,
    /// The table of all issues, what it is for, and its columns.
    GapTable,
    /// What it shows, on a day.
    GapTableOn(Day),
    /// A column of it.
    GapColumn(GapColumn),
    /// How to read the weights.
    WeightsHelp,
    /// A weight's field, for the issue of this name.
    WeightOf(&'a str),
    /// All issues count the same again.
    WeighEqually,
    /// The way past the controls.
    SkipTo,
    /// The record lists' headings.
    EventListHeading,
    PositionListHeading,
    /// Level of a meeting, as a label: "Level: envoys".
    AtLevel(Level),
    /// What the light means, beside the total chart.
    TotalHelp,
    /// Heading of the total chart.
    TotalHeading,
    /// The as-of date in words, for the slider.
    SliderDay(Day),
    /// The group of buttons that move the timeline's window.
    TimelineTools,
    /// The switch between charts and ladders.
    GapSwitch,
    /// Closes an issue's record.
    CloseIssue,

    // ---- find
    /// Label of the search field and of the region around it.
    Find,
    /// Where words are looked for: in all texts, or in titles as long as the record is not here.
    FindHint {
        whole: bool,
    },
    /// The same, where the record could not be had.
    FindFailed,
    /// The button that shows the filters, and how many are set.
    Filters(usize),
    /// Heading over a criterion's choices.
    Criterion(Criterion),
    /// How important an event is.
    Weight(u8),
    /// The choices of least weight and least doubt.
    LeastWeight(u8),
    LeastDoubt(Option<Doubt>),
    /// What the record tells of doubt, and what not.
    DoubtHelp,
    /// The words looked for, as an active filter.
    Words(&'a str),
    /// Heading of the active filters.
    ActiveFilters,
    /// Takes away one of them, or all.
    RemoveFilter(&'a str),
    ClearFilters,
    /// "37 of 198 events".
    Found {
        count: usize,
        total: usize,
    },
    /// A large table is being searched.
    Seeking,
    /// Closes the filters and shows what was found.
    ShowFound(usize),
    /// Nothing matches; what to drop; that no single one is enough.
    NoMatch,
    /// What words are not looked for in, and, before its heading, where that begins.
    OnlyEvents,
    Without {
        criterion: Criterion,
        values: &'a str,
        several: bool,
        count: usize,
    },
    NoneAlone,
    /// "Show the 37 events as a list" / "Hide the list".
    MatchList {
        open: bool,
        count: usize,
    },
    /// The switch between list and table.
    ListForm,
    AsList,
    AsTable,
    /// Heading of a column.
    Column(Column),
    /// An act of both sides, an act of others.
    ByBoth,
    ByOthers,
    /// How many rows more there are to be shown.
    MoreRows(usize),

    // ---- timeline (scenes, marks)
    /// The accessible name of an event's mark: title, date, kind, whose act.
    EventMark {
        title: &'a str,
        date: Edtf,
        kind: EventKind,
        lane: &'a str,
    },
    /// In place of the picture where the window holds no event.
    NothingHere,
    /// The same in a dossier that has none at all.
    NoEventsAtAll,
    /// The same where filters left so many events, all at other times.
    NoneHere(usize),
    /// Beside it: brings the time of so many events into the window.
    ShowTheirTime(usize),
    /// That more events reach into the stretch from outside than are shown in it.
    MoreReachIn,
    /// Above those that are shown, where time runs down the page.
    ReachingIn,
    /// What a cluster holds, beside its mark: "14 missile or rocket launches, 3 rounds of talks", the most frequent first.
    ClusterKinds(&'a [(EventKind, usize)]),
    /// The accessible name of a cluster: how many events of a lane, from when to when, of which kinds, and what opening it does.
    ClusterMark {
        count: usize,
        from: Day,
        to: Day,
        kinds: &'a [(EventKind, usize)],
        lane: &'a str,
    },
    /// How long a break of the axis is.
    BreakYears(i32),
    /// The accessible name of a break: no event begins or ends between these days; opens it.
    OpenBreak {
        from: Day,
        to: Day,
    },
    /// Opens a break that is on screen, by a button: "Open 1959-1984".
    UnfoldYears {
        from: Day,
        to: Day,
    },
    /// Folds an open stretch again.
    FoldBreak {
        from: Day,
    },
    /// Heading of the list of a stretch's events: of one lane's, by its name, or of all.
    StretchHeading {
        count: usize,
        from: Day,
        to: Day,
        lane: Option<&'a str>,
    },
    /// How many more events a list holds than it shows.
    AndMore(usize),
    /// That the list of a cluster's lane has also what is drawn beside the cluster.
    StretchBeside,
    /// Heading of a side's lane: "Washington acts".
    LaneOf(&'a str),
    /// Heading of the lane that bridges the axis.
    LaneBoth,
    /// Heading of everybody else's lane.
    LaneOther,
    /// Accessible name of the density overview, and of its three handles.
    OverviewTitle,
    OverviewWindow,
    OverviewFrom,
    OverviewTo,
    /// The window in words: "1 January 2018 to 31 December 2019".
    WindowDays {
        from: Day,
        to: Day,
    },
    /// Begins to compare two periods, or ends it.
    CompareToggle {
        on: bool,
    },
    /// Shows so many years before and after both day zeros.
    CompareYears(i32),
    /// Above two periods: how many acts of side a, of both together, of side b and of others each of them holds.
    CompareActs {
        a: &'a str,
        b: &'a str,
        acts: [[usize; 4]; 2],
    },
    /// What both fields choose that choose a period's day zero, an event and a date; and the accessible name of each.
    DayZero,
    DayZeroField {
        second: bool,
        date: bool,
    },
    /// In the field of events, where day zero is none of them.
    OtherDay,
    /// How far a mark of the common scale stands from day zero; negative before it.
    DaysOn(i32),
    MonthsOn(i32),
    YearsOn(i32),
    /// Which day of its period a date is: "day +23"; `about` where it is not known to the day.
    DayOn {
        days: i32,
        about: bool,
    },
    /// Accessible name of the timeline picture.
    TimelineTitle,
    /// Its text alternative: how many events, from when to when.
    TimelineDescription {
        count: usize,
        from: Day,
        to: Day,
    },

    // ---- gap (scenes, marks)
    /// Accessible name of the total chart.
    TotalTitle,
    /// Its text alternative over a window: lowest and highest sure and possible shares, in percent.
    TotalRange {
        from: Day,
        to: Day,
        least: (u8, u8),
        most: (u8, u8),
    },
    /// Its text alternative where no issue is known in the window.
    TotalNothing {
        from: Day,
        to: Day,
    },
    /// Since when the mean is over all issues.
    TotalWholeFrom {
        on: Day,
        issues: usize,
    },
    /// What its heights are, and what the lowest and the highest mean.
    TotalUnit,
    /// The sure daylight, written into the chart.
    TotalSure,
    /// The possible daylight, written into the chart.
    TotalPossible,
    /// How many issues a mean over some of them is over, fewest and most.
    TotalKnown {
        least: usize,
        most: usize,
        issues: usize,
    },
    /// Where no issue is known.
    TotalNone,
    /// A share.
    Percent(u8),
    /// A range of shares.
    PercentRange(u8, u8),
    /// Accessible name of an issue's chart.
    IssueTitle(&'a str),
    /// Who expects and who offers.
    IssueSides {
        expects: &'a str,
        offers: &'a str,
    },
    /// The widest daylight in the window, the days of its first stretch, and in how many later ones it was as wide.
    IssueWidest {
        apart: State,
        top: u8,
        from: Day,
        until: Day,
        again: usize,
    },
    /// The daylight on one day.
    IssueOn {
        apart: State,
        top: u8,
        on: Day,
    },
    /// Nothing is known of the issue in the window.
    IssueNothing {
        from: Day,
        to: Day,
    },
    /// Written where the ranges touch or overlap.
    CouldMeet,
    /// Accessible name of a ladder.
    LadderTitle {
        title: &'a str,
        on: Day,
    },
    /// Where a side stands, on one rung or a range: "Washington expects \u{201c}...\u{201d}".
    StandsOn {
        party: &'a str,
        role: Role,
        low: &'a str,
        high: &'a str,
    },
    /// A side has no position in force.
    StandsNowhere {
        party: &'a str,
        role: Role,
    },
    /// The same, under the side's name.
    NothingOnRecord,
}
