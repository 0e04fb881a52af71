//! What is said about taking the record along: the page of files, and the words inside those files.

use super::en::{count, day, gone_over};
use super::{Told, ko};
use crate::dossier::date::Day;
use crate::dossier::model::Upkeep;

/// A format that a file is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// JSON of the dossier.
    Json,
    /// Comma-separated values.
    Csv,
    /// A calendar.
    Ics,
    /// Citations as CSL-JSON.
    Csl,
    /// Citations as BibTeX.
    Bib,
    /// Citations as RIS.
    Ris,
    /// A drawing.
    Svg,
    /// A picture.
    Png,
}

/// A sentence about files.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum TakeMsg<'a> {
    /// The way to the page, its heading, and what it is.
    Link,
    Heading,
    Lede,
    /// Headings of its parts, and what each is about.
    Whole,
    WholeAbout,
    Tables,
    TablesAbout,
    /// What stands in the tables: the words that unfold it, what the table of daylight has, and how to read the list of all others.
    Columns,
    DaylightTable,
    ColumnsAbout,
    Calendar,
    CalendarAbout,
    Citations,
    CitationsAbout {
        sources: usize,
    },
    Pictures,
    PicturesAbout {
        on: Day,
    },
    /// A format by name.
    Format(Ending),
    /// The size of a file in bytes.
    Size(u64),
    /// Before the text alternative of a picture.
    Alternative,
    /// Before the files of one record's citations.
    CiteSources,
    /// In a citation: whose copy a page carries, that it was not read, where a copy stands.
    AgencyCopy(&'a str),
    NotSeen,
    Archived(&'a str),
    /// In a citation of the record: when it was checked, and which version of the content it is.
    Checked(Upkeep),
    Version(&'a str),
    /// Under a picture: what it rests on and who counts it so.
    SourceLine {
        sources: usize,
        licence: &'a str,
    },
    /// The same under a picture of issues: of how many of all sources their positions are; `{count}` is put in for those.
    IssueSourceLine {
        all: usize,
        licence: &'a str,
    },
    /// In the key of a picture of issues: what is pale.
    PaleKey,
    /// Under a picture: the date it is drawn for.
    AsOf(Day),
    /// The panel of files of what is on screen. What stands in braces `web/take.js` puts in.
    OnScreen,
    EventsShown,
    PeriodsShown,
    IssuesShown,
    TotalShown,
    OnlyFirst,
    OpenedEvents,
    Picture,
    AllPictures,
    NoPicture,
    AsText,
    MayNotDownload,
    Saved,
    NotMade,
    AsOfOpen,
    OpenedSource,
}

impl Told for TakeMsg<'_> {
    fn english(&self) -> String {
        match *self {
            TakeMsg::Link => "Take it along: all files".to_owned(),
            TakeMsg::Heading => "Take it along".to_owned(),
            TakeMsg::Lede => {
                "The whole record as files, for a spreadsheet, a calendar, a program that manages citations, or a page of your own."
                    .to_owned()
            }
            TakeMsg::Whole => "The whole dossier".to_owned(),
            TakeMsg::WholeAbout => "Everything there is, as one file.".to_owned(),
            TakeMsg::Tables => "Tables".to_owned(),
            TakeMsg::TablesAbout => {
                "A table for each kind of record, in UTF-8. Records inside other records have a table of their own, whose first \
                 column names the record they belong to."
                    .to_owned()
            }
            TakeMsg::Columns => "What stands in the columns".to_owned(),
            TakeMsg::DaylightTable => {
                "daylight.csv is computed from the record: a row for every day on which the daylight on an issue changes, with what holds \
                 from then on. from is the day; least_percent and most_percent are the total, every issue counting the same; apart, \
                 within_reach, met and unknown are how many issues stand so. For each issue, by its id: .least and .most are the rungs \
                 of daylight, .top_rung is of how many. What is unknown is empty."
                    .to_owned()
            }
            TakeMsg::ColumnsAbout => {
                "All other tables are the record itself. A column with a dot is a field inside another; one that ends in the tag of a \
                 language, as title.ko, is the same in that language."
                    .to_owned()
            }
            TakeMsg::Calendar => "Calendar".to_owned(),
            TakeMsg::CalendarAbout => {
                "Every event as a whole day or days. Where only a month or a year is known, the event takes all of it and says so."
                    .to_owned()
            }
            TakeMsg::Citations => "Citations".to_owned(),
            TakeMsg::CitationsAbout { sources } => format!(
                "The dossier and {}. The page of each event and issue has files with its own sources.",
                count(sources, "source", "sources")
            ),
            TakeMsg::Pictures => "Pictures".to_owned(),
            TakeMsg::PicturesAbout { on } => format!(
                "Each view as of {}, with its title and source line in the picture.",
                day(on)
            ),
            TakeMsg::Format(ending) => format(ending).to_owned(),
            TakeMsg::Size(bytes) => size(bytes),
            TakeMsg::Alternative => "Text alternative:".to_owned(),
            TakeMsg::CiteSources => "This record and its sources, for a program that manages citations:".to_owned(),
            TakeMsg::AgencyCopy(agency) => format!("Carries {agency}."),
            TakeMsg::NotSeen => "The page itself was not read.".to_owned(),
            TakeMsg::Archived(url) => format!("Archived copy: {url}"),
            TakeMsg::Checked(upkeep) => gone_over(upkeep).map_or(String::new(), |gone| format!("Record {gone}.")),
            TakeMsg::Version(version) => format!("Content version {version}."),
            TakeMsg::SourceLine { sources, licence } => {
                format!("Daylight, from {}{}", count(sources, "source", "sources"), after_dot(licence))
            }
            TakeMsg::IssueSourceLine { all, licence } => {
                format!("Daylight, from {{count}} of {}{}", count(all, "source", "sources"), after_dot(licence))
            }
            TakeMsg::PaleKey => "Pale: daylight in some readings of what was said, none in others.".to_owned(),
            TakeMsg::AsOf(on) => format!("As of {}", day(on)),
            TakeMsg::OnScreen => "Download what is on screen".to_owned(),
            TakeMsg::EventsShown => "Events: {count}, from {from} to {to}, with what is searched and filtered here.".to_owned(),
            TakeMsg::PeriodsShown => "Events: {count}, in the two periods compared here.".to_owned(),
            TakeMsg::IssuesShown => "Issues: {count}, as of {on}, in the order and with the weights chosen here.".to_owned(),
            TakeMsg::TotalShown => "Total daylight from {from} to {to}, with the weights chosen here.".to_owned(),
            TakeMsg::OnlyFirst => "The files have only the first {most} of them, in order of time.".to_owned(),
            TakeMsg::OpenedEvents => {
                "This dossier was opened from an address: of an event the files have date, title, kind, lane and weight; the rest stands \
                 in the dossier\u{2019}s own file."
                    .to_owned()
            }
            TakeMsg::Picture => "Picture".to_owned(),
            TakeMsg::AllPictures => "All of them".to_owned(),
            TakeMsg::NoPicture => "On a narrow screen the events are a list, of which there is no picture.".to_owned(),
            TakeMsg::AsText => "The file as text".to_owned(),
            TakeMsg::MayNotDownload => {
                "Where this frame may not download files, they are shown here to be copied; the full page can download them.".to_owned()
            }
            TakeMsg::Saved => "Saved as {name}.".to_owned(),
            TakeMsg::NotMade => "It could not be made ({why}).".to_owned(),
            TakeMsg::AsOfOpen => "As of {on}".to_owned(),
            TakeMsg::OpenedSource => "Opened with Daylight".to_owned(),
        }
    }

    fn korean(&self) -> String {
        match *self {
            TakeMsg::Link => "모든 파일 내려받기".to_owned(),
            TakeMsg::Heading => "파일로 내려받기".to_owned(),
            TakeMsg::Lede => "기록 전체를 파일로 싣는다. 스프레드시트나 달력, 서지 관리 프로그램, 다른 페이지에서 쓸 수 있다.".to_owned(),
            TakeMsg::Whole => "자료집 전체".to_owned(),
            TakeMsg::WholeAbout => "모든 내용을 담은 파일 하나.".to_owned(),
            TakeMsg::Tables => "표".to_owned(),
            TakeMsg::TablesAbout => {
                "기록의 종류마다 표 하나씩이며, UTF-8로 되어 있다. 다른 기록에 딸린 기록은 별도의 표에 있고, 첫 열에 어느 기록에 \
                 딸렸는지 적혀 있다."
                    .to_owned()
            }
            TakeMsg::Columns => "각 열의 내용".to_owned(),
            TakeMsg::DaylightTable => {
                "daylight.csv는 기록에서 계산한 표다. 어느 쟁점의 간극이든 달라진 날마다 행 하나가 있고, 그날부터의 값이 들어 있다. from은 날짜, \
                 least_percent와 most_percent는 모든 쟁점을 같은 비중으로 본 전체 간극, apart(벌어짐), within_reach(근접), met(충족), \
                 unknown(알 수 없음)은 해당하는 쟁점의 수다. 쟁점마다 식별자 뒤에 붙은 .least와 .most는 간극의 단 수, .top_rung은 전체 단 수다. \
                 알 수 없으면 빈칸이다."
                    .to_owned()
            }
            TakeMsg::ColumnsAbout => {
                "나머지 표는 기록 그대로다. 점이 있는 열은 다른 항목에 딸린 항목이고, title.ko처럼 언어 부호로 끝나는 열은 같은 내용을 그 언어로 \
                 적은 것이다. 아래 설명은 자료 형식의 설명서를 그대로 옮긴 것이라 영어로 되어 있다."
                    .to_owned()
            }
            TakeMsg::Calendar => "달력".to_owned(),
            TakeMsg::CalendarAbout => {
                "모든 사건이 하루나 여러 날의 종일 일정으로 들어 있다. 월이나 연도까지만 알려진 사건은 그 기간 전체를 차지하며, 그렇게 \
                 적혀 있다."
                    .to_owned()
            }
            TakeMsg::Citations => "인용 정보".to_owned(),
            TakeMsg::CitationsAbout { sources } => format!(
                "자료집과 {}. 사건과 쟁점의 페이지마다 해당 출처만 담은 파일이 있다.",
                ko::sources(sources)
            ),
            TakeMsg::Pictures => "그림".to_owned(),
            TakeMsg::PicturesAbout { on } => format!("{} 기준의 화면별 그림. 제목과 출처가 그림 안에 있다.", ko::day(on)),
            TakeMsg::Format(ending) => format(ending).to_owned(),
            TakeMsg::Size(bytes) if bytes < 1_000 => format!("{bytes}바이트"),
            TakeMsg::Size(bytes) => size(bytes),
            TakeMsg::Alternative => "대체 텍스트:".to_owned(),
            TakeMsg::CiteSources => "서지 관리 프로그램용, 이 기록과 출처:".to_owned(),
            TakeMsg::AgencyCopy(agency) => format!("{agency} 기사 전재."),
            TakeMsg::NotSeen => "원문 미확인.".to_owned(),
            TakeMsg::Archived(url) => format!("보존본: {url}"),
            TakeMsg::Checked(upkeep) => ko::gone_over(upkeep).map_or(String::new(), |gone| format!("{gone}.")),
            TakeMsg::Version(version) => format!("내용 버전 {version}."),
            TakeMsg::SourceLine { sources, licence } => {
                format!("Daylight, {}{}", ko::sources(sources), after_dot(licence))
            }
            TakeMsg::IssueSourceLine { all, licence } => {
                format!("Daylight, {} 가운데 {{count}}건{}", ko::sources(all), after_dot(licence))
            }
            TakeMsg::PaleKey => "옅은 부분은 발언을 어떻게 읽느냐에 따라 간극일 수도 아닐 수도 있다.".to_owned(),
            TakeMsg::AsOf(on) => format!("{} 기준", ko::day(on)),
            TakeMsg::OnScreen => "화면에 보이는 내용 내려받기".to_owned(),
            TakeMsg::EventsShown => "사건 {count}건, {from}부터 {to}까지. 검색과 필터를 적용한 그대로.".to_owned(),
            TakeMsg::PeriodsShown => "비교 중인 두 기간의 사건 {count}건.".to_owned(),
            TakeMsg::IssuesShown => "쟁점 {count}개, {on} 기준. 선택한 순서와 가중치를 따른다.".to_owned(),
            TakeMsg::TotalShown => "{from}부터 {to}까지의 전체 간극. 선택한 가중치를 따른다.".to_owned(),
            TakeMsg::OnlyFirst => "파일에는 시간순으로 처음 {most}건만 들어 있다.".to_owned(),
            TakeMsg::OpenedEvents => {
                "주소로 연 자료집이다. 파일에는 사건의 날짜, 제목, 종류, 구분, 중요도가 들어 있고 나머지는 자료집 파일에 있다.".to_owned()
            }
            TakeMsg::Picture => "그림".to_owned(),
            TakeMsg::AllPictures => "모두".to_owned(),
            TakeMsg::NoPicture => "좁은 화면에서는 사건이 목록으로 나오며, 목록에는 그림이 없다.".to_owned(),
            TakeMsg::AsText => "파일 내용".to_owned(),
            TakeMsg::MayNotDownload => {
                "이 프레임에서 파일을 내려받을 수 없으면 여기에 내용을 보여 주므로 복사하면 된다. 전체 페이지에서는 내려받을 수 있다.".to_owned()
            }
            TakeMsg::Saved => "{name} 저장됨.".to_owned(),
            TakeMsg::NotMade => "만들지 못했다({why}).".to_owned(),
            TakeMsg::AsOfOpen => "{on} 기준".to_owned(),
            TakeMsg::OpenedSource => "Daylight에서 연 자료집".to_owned(),
        }
    }
}

/// What stands behind a dot where there is any.
fn after_dot(licence: &str) -> String {
    if licence.is_empty() { String::new() } else { format!(" \u{b7} {licence}") }
}

fn format(ending: Ending) -> &'static str {
    match ending {
        Ending::Json => "JSON",
        Ending::Csv => "CSV",
        Ending::Ics => "iCalendar",
        Ending::Csl => "CSL-JSON",
        Ending::Bib => "BibTeX",
        Ending::Ris => "RIS",
        Ending::Svg => "SVG",
        Ending::Png => "PNG",
    }
}

/// A size in bytes, in the unit that gives it one to three digits.
fn size(bytes: u64) -> String {
    match bytes {
        0..=999 => format!("{bytes} bytes"),
        1_000..=999_499 => format!("{} KB", (bytes + 500) / 1000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_have_a_unit_that_fits() {
        let sizes = [0, 999, 1000, 1499, 999_499, 999_500, 1_000_000, 12_340_000].map(size);
        assert_eq!(sizes, ["0 bytes", "999 bytes", "1 KB", "1 KB", "999 KB", "1.0 MB", "1.0 MB", "12.3 MB"]);
    }
}
