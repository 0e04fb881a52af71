//! A sample of every sentence of the pages that are only read, and more where a sentence has several forms.

use super::sentences::aparts;
use super::{TITLE, day, upkeep};
use crate::dossier::model::Upkeep;
use crate::messages::{
    Counted, EmbedMsg, Ending, IN_FORCE, MARK_MEANINGS, MethodMsg, OpenMsg, PageMsg, ShareMsg, TakeMsg, Term,
};

pub fn embed() -> Vec<EmbedMsg> {
    use EmbedMsg as Say;
    vec![
        Say::Rests { sources: 1030, checked: upkeep(Some("2018-07-16"), Some("2018-07-20")) },
        Say::Rests { sources: 1, checked: Upkeep::default() },
        Say::FullPage,
        Say::ScriptsOff,
        Say::MayNotOpen,
        Say::Copy,
        Say::Copied,
        Say::CopyRefused,
        Say::Close,
        Say::InForceOn,
    ]
}

pub fn method() -> Vec<MethodMsg<'static>> {
    use MethodMsg as Say;
    let on = day("2018-07-16");
    let counts = Counted { apart: 7, within: 2, met: 1, unknown: 3 };
    let mut all = vec![
        Say::Link,
        Say::Heading,
        Say::Lede,
        Say::Contents,
        Say::Terms,
        Say::Formula,
        Say::Example,
        Say::AllIssues,
        Say::Coding,
        Say::Marks,
        Say::Calls,
        Say::Others,
        Say::Corrections,
        Say::Version,
        Say::FormulaAbout,
        Say::Least,
        Say::Most,
        Say::State,
        Say::When,
        Say::Shares,
        Say::Orders,
        Say::NoExample { on },
        Say::ExampleAbout { on },
        Say::LeastWorked { expects: 5, offers: 2, least: 3 },
        Say::MostWorked { expects: 5, offers: 2, most: 3 },
        Say::ShareWorked { least: 1, most: 2, top: 3 },
        Say::Since(on),
        Say::AllIssuesAbout { on },
        Say::MeanWorked { least: 41, most: 55, counts },
        Say::NoMean { counts },
        Say::Issue,
        Say::Expects,
        Say::Offers,
        Say::Daylight,
        Say::Rungs { low: 2, high: 4 },
        Say::Nothing,
        Say::CodingAbout,
        Say::NoCoding,
        Say::MarkCounts {
            positions: 189,
            high: 140,
            medium: 40,
            low: 9,
            judgement: 33,
            noted: 80,
            audited: 12,
        },
        Say::CallsAbout { open: 90, judgement: 33 },
        Say::NoCalls,
        Say::CallsOf { title: TITLE, open: 9 },
        Say::SetBy,
        Say::OthersAbout,
        Say::NoOthers,
        Say::VersionIs { version: "77ab12" },
        Say::VersionCheck,
        Say::CitePage {
            dossier: TITLE,
            checked: upkeep(Some("2018-07-16"), None),
            version: "77ab12",
            address: "https://example.org/3/",
        },
        Say::CitePage { dossier: TITLE, checked: Upkeep::default(), version: "", address: "" },
        Say::CiteView { on },
    ];
    all.extend(Term::ALL.into_iter().flat_map(|term| [Say::Term(term), Say::Meaning(term)]));
    all.extend(aparts().into_iter().flat_map(|apart| [Say::StateName(apart), Say::StateRule(apart)]));
    all.extend((0..IN_FORCE).map(Say::InForce));
    all.extend((0..MARK_MEANINGS).map(Say::MarkMeaning));
    all
}

pub fn open() -> Vec<OpenMsg> {
    use OpenMsg as Say;
    vec![
        Say::Heading,
        Say::About,
        Say::Help,
        Say::Address,
        Say::Open,
        Say::NeedsScripts,
        Say::Progress,
        Say::Cancel,
        Say::Bytes,
        Say::BytesOf,
        Say::Events,
        Say::Loading,
        Say::Reading,
        Say::Checking,
        Say::Cancelled,
        Say::NoAnswer,
        Say::Status,
        Say::NoTable,
        Say::WebPage,
        Say::TableAlone,
        Say::Large,
        Say::LargeTable,
        Say::NotText,
        Say::Wrong,
        Say::WrongTable,
        Say::More,
        Say::Warnings,
        Say::Unchecked,
        Say::Fix,
        Say::Refused,
        Say::NotStarted,
        Say::NotFetched,
        Say::NotYet,
        Say::Stopped,
    ]
}

pub fn page() -> Vec<PageMsg<'static>> {
    use PageMsg as Say;
    vec![
        Say::Tables { meetings: true, launches: true },
        Say::Tables { meetings: true, launches: false },
        Say::Tables { meetings: false, launches: true },
        Say::SourcesHeading,
        Say::OnTimeline,
        Say::IssueOn,
        Say::CitedBy,
        Say::NotFoundHelp,
        Say::TimelineHelp,
        Say::TimelineKeys,
        Say::Key,
        Say::SourcesSummary { count: 1030, seen: 1030 },
        Say::SourcesSummary { count: 1030, seen: 1000 },
        Say::SourcesSummary { count: 1030, seen: 0 },
        Say::SourcesSummary { count: 1, seen: 1 },
        Say::SourcesSummary { count: 1, seen: 0 },
        Say::SourcesSummary { count: 0, seen: 0 },
        Say::SourceNumbers(1),
        Say::SourceNumbers(2),
        Say::AllSources(1030),
        Say::AllSources(1),
        Say::AllSources(0),
        Say::Method,
        Say::Corrections,
        Say::NoCorrections,
        Say::CountedCorrections(1, day("2018-07-20")),
        Say::CountedCorrections(32, day("2018-07-20")),
        Say::AsOfBar,
        Say::AsOf,
        Say::DayBefore,
        Say::DayAfter,
        Say::TurnBefore,
        Say::TurnAfter,
        Say::HowToCite,
        Say::Citation { title: TITLE, checked: upkeep(None, Some("2018-07-20")), version: "77ab12" },
        Say::CiteDay,
        Say::CiteAddress,
        Say::Downloads,
        Say::DownloadDossier,
        Say::Licence("CC BY 4.0"),
        Say::BackToPage,
        Say::NotStarted,
        Say::NotFetched,
        Say::NotYet,
        Say::Reload,
        Say::NotTaken,
        Say::NoAnswer,
        Say::NotReadable,
        Say::Stopped,
        Say::Languages,
        Say::NotFound,
    ]
}

pub fn share() -> Vec<ShareMsg> {
    use ShareMsg as Say;
    let on = day("2018-07-16");
    vec![
        Say::Link,
        Say::LinkRecord,
        Say::LinkAll,
        Say::Heading,
        Say::Lede,
        Say::What,
        Say::Views,
        Say::Issues,
        Say::Events,
        Say::Lead,
        Say::AsOf,
        Say::Theme,
        Say::Light,
        Say::Dark,
        Say::Auto,
        Say::Height,
        Say::AsTall,
        Say::Keep,
        Say::UnknownView,
        Say::WrongDate { first: on, last: day("2020-01-03") },
        Say::WrongHeight,
        Say::Frame,
        Say::FrameAbout,
        Say::Script,
        Say::ScriptAbout,
        Say::Element,
        Say::ElementAbout,
        Say::Letter,
        Say::LetterAbout,
        Say::Alternative,
        Say::Download,
        Say::DrawnOn(on),
        Say::NoPicture,
        Say::Preview,
        Say::Width,
        Say::Pixels(320),
        Say::Full,
        Say::NeedsScripts,
        Say::PutAddress,
    ]
}

pub fn take() -> Vec<TakeMsg<'static>> {
    use TakeMsg as Say;
    let on = day("2018-07-16");
    let mut all = vec![
        Say::Link,
        Say::Heading,
        Say::Lede,
        Say::Whole,
        Say::WholeAbout,
        Say::Tables,
        Say::TablesAbout,
        Say::Calendar,
        Say::CalendarAbout,
        Say::Citations,
        Say::CitationsAbout { sources: 1030 },
        Say::Pictures,
        Say::PicturesAbout { on },
        Say::Alternative,
        Say::CiteSources,
        Say::AgencyCopy(TITLE),
        Say::NotSeen,
        Say::Archived("https://example.org/3"),
        Say::Checked(upkeep(Some("2018-07-16"), Some("2018-07-20"))),
        Say::Version("77ab12"),
        Say::SourceLine { sources: 1030, licence: "CC BY 4.0" },
        Say::SourceLine { sources: 1, licence: "" },
        Say::AsOf(on),
        Say::OnScreen,
        Say::EventsShown,
        Say::PeriodsShown,
        Say::IssuesShown,
        Say::TotalShown,
        Say::OnlyFirst,
        Say::OpenedEvents,
        Say::Picture,
        Say::AllPictures,
        Say::NoPicture,
        Say::AsText,
        Say::MayNotDownload,
        Say::Saved,
        Say::NotMade,
        Say::AsOfOpen,
        Say::OpenedSource,
    ];
    all.extend(
        [
            Ending::Json,
            Ending::Csv,
            Ending::Ics,
            Ending::Csl,
            Ending::Bib,
            Ending::Ris,
            Ending::Svg,
            Ending::Png,
        ]
        .map(Say::Format),
    );
    all.extend([999, 1499, 12_340_000].map(Say::Size));
    all
}
