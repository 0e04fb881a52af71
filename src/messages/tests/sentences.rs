//! A sample of every sentence of the page, and more where a sentence has several forms.

use super::{PYONGYANG, TITLE, WASHINGTON, day, upkeep};
use crate::analysis::{IssueOrder, State};
use crate::dossier::date::Edtf;
use crate::dossier::model::{Confidence, EventKind, Level, Role, SourceKind, Tier};
use crate::find::{Criterion, Doubt};
use crate::messages::{Column, GapColumn, Msg};

const KINDS: [(EventKind, usize); 3] =
    [(EventKind::MissileTest, 1140), (EventKind::Talks, 1), (EventKind::Statement, 7)];

pub fn all() -> Vec<Msg<'static>> {
    [marks(), lead_and_timeline(), gap(), record(), find(), picture(), charts()].concat()
}

fn marks() -> Vec<Msg<'static>> {
    let mut all: Vec<Msg<'_>> = EventKind::NAMED.iter().map(|(kind, _)| Msg::EventKind(*kind)).collect();
    all.extend(Level::NAMED.iter().flat_map(|(level, _)| [Msg::Level(*level), Msg::AtLevel(*level)]));
    all.extend([Confidence::High, Confidence::Medium, Confidence::Low].map(Msg::Confidence));
    all.extend(
        [SourceKind::Primary, SourceKind::Press, SourceKind::Scholarly, SourceKind::Reference]
            .map(Msg::SourceKind),
    );
    all.extend([Tier::A, Tier::B, Tier::C].map(Msg::Tier));
    for role in [Role::Expects, Role::Offers] {
        all.extend([
            Msg::PartyRole(WASHINGTON, role),
            Msg::StandsOn { party: WASHINGTON, role, low: TITLE, high: TITLE },
            Msg::StandsOn { party: WASHINGTON, role, low: TITLE, high: PYONGYANG },
            Msg::StandsNowhere { party: PYONGYANG, role },
        ]);
    }
    for apart in aparts() {
        all.extend([
            Msg::Daylight(apart, 6),
            Msg::IssueWidest { apart, top: 6, from: day("2018-07-16"), until: day("2019-03-02"), again: 0 },
            Msg::IssueWidest { apart, top: 6, from: day("2018-07-16"), until: day("2019-03-02"), again: 1 },
            Msg::IssueWidest { apart, top: 6, from: day("2018-07-16"), until: day("2019-03-02"), again: 14 },
            Msg::IssueOn { apart, top: 6, on: day("2018-07-16") },
        ]);
    }
    all
}

pub fn aparts() -> [State; 5] {
    [
        State::Apart { least: 3, most: 3 },
        State::Apart { least: 2, most: 5 },
        State::WithinReach { most: 4 },
        State::Met,
        State::Unknown,
    ]
}

fn lead_and_timeline() -> Vec<Msg<'static>> {
    let on = day("2018-07-16");
    vec![
        Msg::LeadBefore { on, apart: 7 },
        Msg::LeadBefore { on, apart: 0 },
        Msg::LeadCount { apart: 7, known: 12, unknown: 0 },
        Msg::LeadCount { apart: 3, known: 9, unknown: 4 },
        Msg::LeadAfter { apart: 7, unknown: 0 },
        Msg::LeadAfter { apart: 3, unknown: 4 },
        Msg::LeadAfter { apart: 0, unknown: 0 },
        Msg::LeadAfter { apart: 0, unknown: 4 },
        Msg::LeadUnknown { on },
        Msg::NoNewerPosition(on),
        Msg::LeadWidest,
        Msg::LeadMore(7),
        Msg::LeadRest { apart: 7, within: 2, met: 1 },
        Msg::LeadRest { apart: 0, within: 0, met: 1 },
        Msg::LeadRest { apart: 7, within: 0, met: 0 },
        Msg::AsOfDate,
        Msg::Presets,
        Msg::DayBefore,
        Msg::DayAfter,
        Msg::ShareView,
        Msg::TakeView,
        Msg::TimelineHeading,
        Msg::ZoomIn,
        Msg::ZoomOut,
        Msg::Earlier,
        Msg::Later,
        Msg::ShowFocus,
        Msg::ShowAll,
        Msg::EventList { open: true, count: 1195 },
        Msg::EventList { open: false, count: 1195 },
        Msg::PositionList { open: true, count: 189 },
        Msg::PositionList { open: false, count: 189 },
        Msg::Play(true),
        Msg::Play(false),
        Msg::OnThisDay(on),
        Msg::NothingThisDay,
        Msg::MoreThisDay { events: 2, at_least: true, changes: 1 },
        Msg::MoreThisDay { events: 1, at_least: false, changes: 0 },
        Msg::MoreThisDay { events: 0, at_least: false, changes: 3 },
        Msg::Turn { day: on, ahead: true },
        Msg::Turn { day: on, ahead: false },
        Msg::SkipTo,
        Msg::EventListHeading,
        Msg::PositionListHeading,
        Msg::SliderDay(on),
        Msg::TimelineTools,
    ]
}

fn gap() -> Vec<Msg<'static>> {
    let (from, to) = (day("2018-07-16"), day("2019-03-02"));
    let mut all = vec![
        Msg::GapHeading,
        Msg::GapHelp,
        Msg::MetMeans,
        Msg::GapCharts,
        Msg::GapLadders,
        Msg::GapSwitch,
        Msg::GapTable,
        Msg::GapTableOn(from),
        Msg::OpenIssue,
        Msg::CloseIssue,
        Msg::Close,
        Msg::OwnPage,
        Msg::RungNumbers { low: 3, high: 3, top: 6 },
        Msg::RungNumbers { low: 3, high: 4, top: 6 },
        Msg::InForce(from),
        Msg::AllPositions(9),
        Msg::Ladder,
        Msg::InForceFrom { from, until: None },
        Msg::InForceFrom { from, until: Some(to) },
        Msg::GlanceKey,
        Msg::Sensitivity { low: (25, 40), high: (31, 31), calls: 0 },
        Msg::Sensitivity { low: (25, 40), high: (31, 31), calls: 1 },
        Msg::Sensitivity { low: (25, 40), high: (31, 66), calls: 17 },
        Msg::Weighted { own: Some((25, 40)), equal: Some((31, 31)), on: from },
        Msg::Weighted { own: None, equal: None, on: from },
        Msg::Weighted { own: None, equal: Some((25, 40)), on: from },
        Msg::OrderLabel,
        Msg::Since,
        Msg::NotCompared { unknown: 9, issues: 12, since: from, on: to },
        Msg::ToAct(WASHINGTON),
        Msg::LowConfidence,
        Msg::Closest { known: 11, issues: 12 },
        Msg::Farthest,
        Msg::WeightsHelp,
        Msg::WeightOf(TITLE),
        Msg::WeighEqually,
        Msg::TotalHelp,
        Msg::TotalHeading,
    ];
    all.extend([IssueOrder::Given, IssueOrder::Width, IssueOrder::Change, IssueOrder::Actor].map(Msg::Order));
    all.extend(
        [GapColumn::Issue, GapColumn::Expected, GapColumn::Offered, GapColumn::Daylight, GapColumn::Weight]
            .map(Msg::GapColumn),
    );
    all
}

fn record() -> Vec<Msg<'static>> {
    let (on, edtf) = (day("2018-07-16"), Edtf::parse("2018-06-12/2018-07-14").unwrap());
    let cite = |checked, version, address| Msg::CiteEvent {
        title: TITLE,
        date: edtf,
        dossier: PYONGYANG,
        checked,
        version,
        address,
    };
    let mut all = vec![
        Msg::Judgement,
        Msg::Audited(on),
        Msg::Note,
        Msg::Sources(1),
        Msg::Sources(1030),
        Msg::NoSources,
        Msg::NotSeen,
        Msg::AgencyCopy(TITLE),
        Msg::Archived(None),
        Msg::Archived(Some(on)),
        Msg::Readings,
        Msg::NoReading(PYONGYANG),
        Msg::PositionsSet,
        Msg::MovedNothing,
        Msg::Unchanged,
        Msg::Then,
        Msg::OnDay(on),
        Msg::OurTranslation,
        Msg::OriginalIn("ko"),
        Msg::QuoteBy { by: TITLE, on: edtf, lang: None },
        Msg::QuoteBy { by: TITLE, on: edtf, lang: Some("en") },
        Msg::NotYetSaid,
        Msg::Neighbours,
        Msg::InTime,
        Msg::NoneEarlier,
        Msg::NoneLater,
        Msg::EventLink,
        Msg::Cite,
        cite(upkeep(None, None), "", ""),
        cite(upkeep(Some("2018-07-16"), None), "77ab12", "https://example.org/event/3/"),
        Msg::CopyLink,
        Msg::CopyCitation,
        Msg::LinkCopied,
        Msg::CitationCopied,
        Msg::CopyRefused,
        Msg::RecordLoading,
        Msg::RecordFailed("HTTP 404"),
        Msg::TryAgain,
    ];
    all.extend(["ar", "de", "el", "en", "es", "fa-IR", "fr", "he", "hi", "id", "it"].map(Msg::InLanguage));
    all.extend(["ja", "ko", "pt-BR", "ru", "tr", "uk", "ur", "zh-Hant"].map(Msg::InLanguage));
    all
}

fn find() -> Vec<Msg<'static>> {
    let mut all = vec![
        Msg::Find,
        Msg::FindHint { whole: true },
        Msg::FindHint { whole: false },
        Msg::FindFailed,
        Msg::Filters(0),
        Msg::Filters(3),
        Msg::DoubtHelp,
        Msg::Words(TITLE),
        Msg::ActiveFilters,
        Msg::RemoveFilter(TITLE),
        Msg::ClearFilters,
        Msg::Found { count: 37, total: 1195 },
        Msg::Seeking,
        Msg::ShowFound(37),
        Msg::NoMatch,
        Msg::OnlyEvents,
        Msg::NoneAlone,
        Msg::MatchList { open: true, count: 37 },
        Msg::MatchList { open: false, count: 37 },
        Msg::ListForm,
        Msg::AsList,
        Msg::AsTable,
        Msg::ByBoth,
        Msg::ByOthers,
        Msg::AndMore(37),
        Msg::MoreRows(1030),
    ];
    for criterion in Criterion::ALL {
        all.push(Msg::Criterion(criterion));
        all.extend([true, false].map(|several| Msg::Without {
            criterion,
            values: TITLE,
            several,
            count: 12,
        }));
    }
    all.extend([1, 2, 3].into_iter().flat_map(|weight| [Msg::Weight(weight), Msg::LeastWeight(weight)]));
    all.extend([None, Some(Doubt::Noted), Some(Doubt::Unsure)].map(Msg::LeastDoubt));
    all.extend(
        [
            Column::Date,
            Column::Event,
            Column::Kind,
            Column::Whose,
            Column::Level,
            Column::Weight,
            Column::Moved,
        ]
        .map(Msg::Column),
    );
    all
}

fn picture() -> Vec<Msg<'static>> {
    let (from, to) = (day("2018-07-16"), day("2019-03-02"));
    let edtf = Edtf::day(from);
    let acts = [[3, 4, 5, 0], [1206, 1307, 1408, 1509]];
    let mut all: Vec<Msg<'_>> = vec![
        Msg::NothingHere,
        Msg::NoEventsAtAll,
        Msg::NoneHere(1),
        Msg::NoneHere(1204),
        Msg::ShowTheirTime(1),
        Msg::ShowTheirTime(4),
        Msg::MoreReachIn,
        Msg::ReachingIn,
        Msg::ClusterKinds(&KINDS),
        Msg::ClusterKinds(KINDS.get(..1).unwrap()),
        Msg::ClusterMark { count: 1148, from, to, kinds: &KINDS, lane: WASHINGTON },
        Msg::ClusterMark { count: 1148, from, to: from, kinds: &KINDS, lane: WASHINGTON },
        Msg::BreakYears(25),
        Msg::OpenBreak { from, to },
        Msg::UnfoldYears { from, to },
        Msg::FoldBreak { from },
        Msg::StretchHeading { count: 37, from, to, lane: None },
        Msg::StretchHeading { count: 37, from, to: from, lane: Some(WASHINGTON) },
        Msg::StretchBeside,
        Msg::LaneOf(WASHINGTON),
        Msg::LaneOf("United States"),
        Msg::LaneBoth,
        Msg::LaneOther,
        Msg::OverviewTitle,
        Msg::OverviewWindow,
        Msg::OverviewFrom,
        Msg::OverviewTo,
        Msg::WindowDays { from, to },
        Msg::CompareToggle { on: true },
        Msg::CompareToggle { on: false },
        Msg::CompareYears(2),
        Msg::CompareActs { a: WASHINGTON, b: PYONGYANG, acts },
        Msg::DayZero,
        Msg::OtherDay,
        Msg::TimelineTitle,
        Msg::TimelineDescription { count: 1195, from, to },
    ];
    all.extend(EventKind::NAMED.iter().map(|(kind, _)| Msg::EventMark {
        title: TITLE,
        date: edtf,
        kind: *kind,
        lane: PYONGYANG,
    }));
    for number in [0, 1, -14, 1030] {
        all.extend([Msg::DaysOn(number), Msg::MonthsOn(number), Msg::YearsOn(number)]);
        all.extend([true, false].map(|about| Msg::DayOn { days: number, about }));
    }
    for second in [true, false] {
        all.extend([true, false].map(|date| Msg::DayZeroField { second, date }));
    }
    all
}

fn charts() -> Vec<Msg<'static>> {
    let (from, to) = (day("2018-07-16"), day("2019-03-02"));
    vec![
        Msg::TotalTitle,
        Msg::TotalRange { from, to, least: (25, 40), most: (31, 31) },
        Msg::TotalNothing { from, to },
        Msg::TotalWholeFrom { on: from, issues: 12 },
        Msg::TotalUnit,
        Msg::TotalSure,
        Msg::TotalPossible,
        Msg::TotalKnown { least: 3, most: 5, issues: 12 },
        Msg::TotalKnown { least: 3, most: 3, issues: 12 },
        Msg::TotalNone,
        Msg::Percent(25),
        Msg::PercentRange(25, 66),
        Msg::IssueTitle(TITLE),
        Msg::IssueSides { expects: WASHINGTON, offers: PYONGYANG },
        Msg::IssueNothing { from, to },
        Msg::CouldMeet,
        Msg::LadderTitle { title: TITLE, on: from },
        Msg::NothingOnRecord,
    ]
}
