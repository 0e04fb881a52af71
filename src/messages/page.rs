//! What the pages say that are written ahead and only read, and the parts of the main page that no program draws.

use super::en::{citation, count, day, quoted};
use super::{Told, ko};
use crate::dossier::date::Day;
use crate::dossier::model::Upkeep;

/// What only pages that are written ahead say; apart from [`Msg`](super::Msg), so that the app does not carry it.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum PageMsg<'a> {
    /// The heading of the page of tables, by what it has.
    Tables {
        meetings: bool,
        launches: bool,
    },
    /// Heading of sources and method.
    SourcesHeading,
    /// The way from an event's own page to its mark.
    OnTimeline,
    /// The day that an issue's own page is written for.
    ShowsDay(&'a str),
    /// The way from an issue's own page to the issue on another date, which stands behind it.
    IssueOn,
    /// Before those who cite a source.
    CitedBy,
    /// What to do at an address that does not exist.
    NotFoundHelp,
    /// What a reader can do with the timeline.
    TimelineHelp,
    /// The keys of the timeline.
    TimelineKeys,
    /// Heading of the shapes' key.
    Key,
    /// Summary of the sources.
    SourcesSummary {
        count: usize,
        seen: usize,
    },
    /// Before so many sources that are links by number.
    SourceNumbers(usize),
    /// The way to the page of all sources.
    AllSources(usize),
    /// Heading of the method.
    Method,
    /// Heading of corrections, and that there are none.
    Corrections,
    NoCorrections,
    /// The way to all corrections: how many there are, and the day of the newest.
    CountedCorrections(usize, Day),
    /// The bar that keeps the as-of date within reach, and its buttons.
    AsOfBar,
    AsOf,
    DayBefore,
    DayAfter,
    TurnBefore,
    TurnAfter,
    /// Heading over how to cite.
    HowToCite,
    /// The citation: title, address is added by the page.
    Citation {
        title: &'a str,
        checked: Upkeep,
        version: &'a str,
    },
    /// What a citation of a number adds: the as-of date, which stands between the two, and the address.
    CiteDay,
    CiteAddress,
    /// An issue's citation, as of the day that its page is written for.
    CiteIssue {
        title: &'a str,
        on: Day,
        dossier: &'a str,
        checked: Upkeep,
        version: &'a str,
        address: &'a str,
    },
    /// Heading of downloads, and its entries.
    Downloads,
    DownloadDossier,
    /// The licence of the content.
    Licence(&'a str),
    /// The way back to the main page.
    BackToPage,
    /// Why the page is only readable: the browser does not run the app.
    NotStarted,
    /// Why the page is only readable: a part of the app could not be had.
    NotFetched,
    /// Why the page is only readable: nothing has been heard of the app for a while.
    NotYet,
    /// What loads the page anew.
    Reload,
    /// What loads the page anew, where the app stopped.
    Stopped,
    /// Why something could not be had: no answer came, or one that cannot be read.
    NoAnswer,
    NotReadable,
    /// What offers files of what is on screen could not be fetched.
    NotTaken,
    /// Name of the links to the same page in other languages.
    Languages,
    /// An address that does not exist.
    NotFound,
}

impl Told for PageMsg<'_> {
    fn english(&self) -> String {
        match *self {
            PageMsg::Tables { launches: false, .. } => "Meetings as tables".to_owned(),
            PageMsg::Tables { meetings: false, .. } => "Launches as tables".to_owned(),
            PageMsg::Tables { .. } => "Meetings and launches as tables".to_owned(),
            PageMsg::SourcesHeading => "Sources and method".to_owned(),
            PageMsg::OnTimeline => "See it on the timeline".to_owned(),
            PageMsg::ShowsDay(day) => format!("This page shows {day}."),
            PageMsg::IssueOn => "See this issue on".to_owned(),
            PageMsg::CitedBy => "Cited by:".to_owned(),
            PageMsg::AsOfBar => "As-of date".to_owned(),
            PageMsg::AsOf => "As of".to_owned(),
            PageMsg::DayBefore => "One day earlier".to_owned(),
            PageMsg::DayAfter => "One day later".to_owned(),
            PageMsg::TurnBefore => "Previous turning point".to_owned(),
            PageMsg::TurnAfter => "Next turning point".to_owned(),
            PageMsg::Languages => "Languages".to_owned(),
            PageMsg::NotFoundHelp => {
                "The address may have been mistyped, or the record may have another name now. The main page lists every event and \
                 every issue."
                    .to_owned()
            }
            PageMsg::TimelineHelp => {
                "Open a mark for both sides\u{2019} account of it and the sources. Drag to move through time; pinch to zoom."
                    .to_owned()
            }
            PageMsg::TimelineKeys => {
                "Keys on the timeline: left and right arrow go through time, up and down change lane, Home and End go to the first \
                 and last event, Page Up and Page Down a year, Enter opens, Escape closes; + and \u{2212} zoom, as does scrolling with \
                 Ctrl held."
                    .to_owned()
            }
            PageMsg::Key => "Shapes".to_owned(),
            PageMsg::SourcesSummary { count: 0, .. } => "No sources are on record.".to_owned(),
            PageMsg::SourcesSummary { count: number, seen } => {
                // Opened: of some only a part could be read, as their notes say.
                let read = match (number, number.saturating_sub(seen)) {
                    (1, 0) => "opened on its own page".to_owned(),
                    (1, _) => "known only through another".to_owned(),
                    (_, 0) => "each opened on its own page".to_owned(),
                    (_, unseen) if unseen == number => "all known only through others".to_owned(),
                    (_, 1) => "one of them known only through another".to_owned(),
                    (_, unseen) => format!("{unseen} of them known only through others"),
                };
                format!("{}, {read}.", count(number, "source", "sources"))
            }
            PageMsg::SourceNumbers(1) => "Source".to_owned(),
            PageMsg::SourceNumbers(_) => "Sources".to_owned(),
            PageMsg::AllSources(0) => "No sources".to_owned(),
            PageMsg::AllSources(1) => "The one source and who cites it".to_owned(),
            PageMsg::AllSources(number) => {
                format!("All {} and who cites them", count(number, "source", "sources"))
            }
            PageMsg::Method => "Method".to_owned(),
            PageMsg::Corrections => "Corrections".to_owned(),
            PageMsg::NoCorrections => "None so far.".to_owned(),
            PageMsg::CountedCorrections(1, on) => format!("One, on {}", day(on)),
            PageMsg::CountedCorrections(all, on) => {
                format!("All {all}, the newest of {}", day(on))
            }
            PageMsg::HowToCite => "How to cite".to_owned(),
            PageMsg::Citation { title, checked, version } => citation(&quoted(title), checked, version),
            PageMsg::CiteDay => "For a number of one day, add: as of".to_owned(),
            PageMsg::CiteAddress => {
                "Give the page\u{2019}s address too: it names the day and the weights wherever they are not those the page opens with.".to_owned()
            }
            PageMsg::CiteIssue { title, on, dossier, checked, version, address } => {
                let source = citation(&quoted(dossier), checked, version);
                format!("\u{201c}{title}\u{201d}, as of {}. In {source} {address}", day(on)).trim_end().to_owned()
            }
            PageMsg::Downloads => "Downloads".to_owned(),
            PageMsg::DownloadDossier => "The whole dossier (JSON)".to_owned(),
            PageMsg::Licence(licence) => format!("Content: {licence}."),
            PageMsg::BackToPage => "Back to the timeline and the gap".to_owned(),
            PageMsg::NotStarted => {
                "The interactive version could not start in this browser. Everything can still be read below."
                    .to_owned()
            }
            PageMsg::NotFetched => {
                "The interactive version could not be fetched. Everything can still be read below; reload to try again."
                    .to_owned()
            }
            PageMsg::NotYet => {
                "The interactive version has not started yet. Everything can be read all the same.".to_owned()
            }
            PageMsg::Reload => "Reload".to_owned(),
            PageMsg::NotTaken => "Nothing can be downloaded now: what makes the files could not be fetched.".to_owned(),
            PageMsg::NoAnswer => "no answer".to_owned(),
            PageMsg::NotReadable => "not readable".to_owned(),
            PageMsg::Stopped => {
                "The interactive version stopped. Everything can still be read below; reload to try again."
                    .to_owned()
            }
            PageMsg::NotFound => "This page does not exist".to_owned(),
        }
    }

    fn korean(&self) -> String {
        match *self {
            PageMsg::Tables { launches: false, .. } => "만남 표".to_owned(),
            PageMsg::Tables { meetings: false, .. } => "발사 표".to_owned(),
            PageMsg::Tables { .. } => "만남과 발사 표".to_owned(),
            PageMsg::SourcesHeading => "출처와 방법".to_owned(),
            PageMsg::OnTimeline => "연표에서 보기".to_owned(),
            PageMsg::ShowsDay(day) => format!("이 페이지는 {day} 기준이다."),
            PageMsg::IssueOn => "이 쟁점 보기, 기준일".to_owned(),
            PageMsg::CitedBy => "인용한 기록:".to_owned(),
            PageMsg::AsOfBar | PageMsg::AsOf => "기준일".to_owned(),
            PageMsg::DayBefore => "하루 전".to_owned(),
            PageMsg::DayAfter => "하루 뒤".to_owned(),
            PageMsg::TurnBefore => "이전 전환점".to_owned(),
            PageMsg::TurnAfter => "다음 전환점".to_owned(),
            PageMsg::Languages => "언어".to_owned(),
            PageMsg::NotFoundHelp => {
                "주소를 잘못 입력했거나 기록의 이름이 바뀌었을 수 있다. 첫 페이지에 모든 사건과 쟁점의 목록이 있다.".to_owned()
            }
            PageMsg::TimelineHelp => {
                "표시를 누르면 양측의 해석과 출처가 열린다. 끌면 시간을 옮겨 다니고, 두 손가락으로 벌리거나 오므리면 확대·축소된다."
                    .to_owned()
            }
            PageMsg::TimelineKeys => {
                "연표의 단축키: 왼쪽·오른쪽 화살표는 시간을 따라, 위·아래 화살표는 줄을 바꾸어 옮겨 간다. Home과 End는 첫 사건과 마지막 \
                 사건으로, Page Up과 Page Down은 1년씩 옮겨 간다. Enter는 열기, Esc는 닫기, +와 \u{2212}는 확대와 축소다. \
                 Ctrl을 누른 채 휠을 돌려도 확대·축소된다."
                    .to_owned()
            }
            PageMsg::Key => "도형의 뜻".to_owned(),
            PageMsg::SourcesSummary { count: 0, .. } => "기록된 출처가 없다.".to_owned(),
            PageMsg::SourcesSummary { count: number, seen } => match number.saturating_sub(seen) {
                0 if number == 1 => format!("{}, 해당 페이지를 열어 보았다.", ko::sources(number)),
                unseen if unseen == number => format!("{}, 다른 자료를 통해서만 확인했다.", ko::sources(number)),
                0 => format!("{} 모두 해당 페이지를 열어 보았다.", ko::sources(number)),
                unseen => {
                    format!("{} 가운데 {}건은 다른 자료를 통해서만 확인했다.", ko::sources(number), ko::amount(unseen))
                }
            },
            PageMsg::SourceNumbers(_) => "출처".to_owned(),
            PageMsg::AllSources(0) => "출처 없음".to_owned(),
            PageMsg::AllSources(1) => format!("{}과 인용한 기록", ko::sources(1)),
            PageMsg::AllSources(number) => format!("{} 전체와 인용한 기록", ko::sources(number)),
            PageMsg::Method => "방법".to_owned(),
            PageMsg::Corrections => "정정".to_owned(),
            PageMsg::NoCorrections => "아직 없다.".to_owned(),
            PageMsg::CountedCorrections(all, on) => {
                format!("전체 {all}건(최근 정정 {})", ko::day(on))
            }
            PageMsg::HowToCite => "인용하는 법".to_owned(),
            PageMsg::Citation { title, checked, version } => ko::citation(&ko::quoted(title), checked, version),
            PageMsg::CiteDay => "어느 하루의 수치를 인용할 때 덧붙일 것: 기준일".to_owned(),
            PageMsg::CiteAddress => {
                "페이지 주소도 함께 적는다. 기준일과 가중치가 처음 열 때와 다르면 주소에 나타난다.".to_owned()
            }
            PageMsg::CiteIssue { title, on, dossier, checked, version, address } => {
                let source = ko::citation(&ko::quoted(dossier), checked, version);
                format!("{}, {} 기준. {source} {address}", ko::quoted(title), ko::day(on)).trim_end().to_owned()
            }
            PageMsg::Downloads => "내려받기".to_owned(),
            PageMsg::DownloadDossier => "자료집 전체(JSON)".to_owned(),
            PageMsg::Licence(licence) => format!("내용: {licence}."),
            PageMsg::BackToPage => "연표와 간극으로 돌아가기".to_owned(),
            PageMsg::NotStarted => {
                "이 브라우저에서는 조작할 수 있는 화면을 시작하지 못했다. 아래에서 모든 내용을 읽을 수 있다.".to_owned()
            }
            PageMsg::NotFetched => {
                "조작할 수 있는 화면을 불러오지 못했다. 아래에서 모든 내용을 읽을 수 있으며, 새로고침하면 다시 시도한다.".to_owned()
            }
            PageMsg::NotYet => {
                "조작할 수 있는 화면이 아직 시작되지 않았다. 그래도 모든 내용을 읽을 수 있다.".to_owned()
            }
            PageMsg::Reload => "새로고침".to_owned(),
            PageMsg::NotTaken => "지금은 내려받을 수 없다. 파일을 만드는 프로그램을 불러오지 못했다.".to_owned(),
            PageMsg::NoAnswer => "응답이 없음".to_owned(),
            PageMsg::NotReadable => "읽을 수 없음".to_owned(),
            PageMsg::Stopped => {
                "조작할 수 있는 화면이 멈췄다. 아래에서 모든 내용을 읽을 수 있으며, 새로고침하면 다시 시작한다.".to_owned()
            }
            PageMsg::NotFound => "없는 페이지".to_owned(),
        }
    }
}
