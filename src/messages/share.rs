//! What is said where a view is shared: the page that hands out codes, and the ways to it.

use super::en::day;
use super::{Told, ko};
use crate::dossier::date::Day;

/// A sentence about sharing.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum ShareMsg {
    /// The ways to the page: beside a heading, from a record, to all there is.
    Link,
    LinkRecord,
    LinkAll,
    /// Its heading, and what it is.
    Heading,
    Lede,
    /// The choice of what is shown, and its groups.
    What,
    Views,
    Issues,
    Events,
    /// What the lead is called among the views.
    Lead,
    /// The other choices.
    AsOf,
    Theme,
    Light,
    Dark,
    Auto,
    Height,
    /// Takes the view's own height; `{height}` is put in for it.
    AsTall,
    Keep,
    /// What is wrong with the address or a field.
    UnknownView,
    WrongDate {
        first: Day,
        last: Day,
    },
    WrongHeight,
    /// The codes: a heading, and what each is for.
    Frame,
    FrameAbout,
    Script,
    ScriptAbout,
    Element,
    ElementAbout,
    /// What a newsletter takes.
    Letter,
    LetterAbout,
    Alternative,
    /// The picture as a file; of the date it is drawn for, where it has one.
    Download(Option<Day>),
    DrawnOn(Day),
    /// There is a picture, but of another date than is chosen; then where one of the chosen date is made: beside the view's heading, or for
    /// an issue beside that of all issues.
    OtherDay(Day),
    MadeThere,
    MadeAmongIssues,
    NoPicture,
    /// The preview and its widths.
    Preview,
    Width,
    Pixels(u16),
    Full,
    /// Without scripts there is one code; without the site's address a part of it is open.
    NeedsScripts,
    PutAddress,
}

impl Told for ShareMsg {
    fn english(&self) -> String {
        let text = match *self {
            ShareMsg::Link => "Share",
            ShareMsg::LinkRecord => "Share or embed this record",
            ShareMsg::LinkAll => "Share or embed a view",
            ShareMsg::Heading => "Share or embed",
            ShareMsg::Lede => {
                "A view, an event or an issue for a page of your own, or for a newsletter. Each code below has what is chosen here."
            }
            ShareMsg::What => "What to show",
            ShareMsg::Views => "Views",
            ShareMsg::Issues => "Issues",
            ShareMsg::Events => "Events",
            ShareMsg::Lead => "The sentence of the day and total daylight",
            ShareMsg::AsOf => "As-of date",
            ShareMsg::Theme => "Colours",
            ShareMsg::Light => "Light",
            ShareMsg::Dark => "Dark",
            ShareMsg::Auto => "As each reader\u{2019}s system",
            ShareMsg::Height => "Height of the plain frame, in pixels",
            ShareMsg::AsTall => "As tall as the preview: {height}",
            ShareMsg::Keep => "With what was open, searched and chosen on the page",
            ShareMsg::UnknownView => {
                "The address names a view, event or issue that is not here, so that part of it is left out."
            }
            ShareMsg::WrongDate { first, last } => {
                return format!("The date must be between {} and {}; it is left out.", day(first), day(last));
            }
            ShareMsg::WrongHeight => "The height must be a whole number from 100 to 20000; it is left out.",
            ShareMsg::Frame => "A plain frame",
            ShareMsg::FrameAbout => {
                "Works where scripts are taken out. Its height is fixed; a view that needs more scrolls inside."
            }
            ShareMsg::Script => "One line of script",
            ShareMsg::ScriptAbout => "The view stands where the line does, always at its own height.",
            ShareMsg::Element => "An element",
            ShareMsg::ElementAbout => {
                "To place and move yourself. The link inside it is shown where scripts are off."
            }
            ShareMsg::Letter => "For a newsletter",
            ShareMsg::LetterAbout => {
                "The picture with its text alternative, the sentence and the link, to paste as formatted text."
            }
            ShareMsg::Alternative => "Text alternative of the picture",
            ShareMsg::Download(None) => "Download the picture (PNG)",
            ShareMsg::Download(Some(on)) => return format!("Download the picture as of {} (PNG)", day(on)),
            ShareMsg::DrawnOn(on) => return format!("The picture is as of {}.", day(on)),
            ShareMsg::OtherDay(on) => {
                return format!("The picture that this site has is as of {}, so it is left out.", day(on));
            }
            ShareMsg::MadeThere => {
                "\u{201c}Download\u{201d} beside the view\u{2019}s heading on the page makes one of the date chosen here."
            }
            ShareMsg::MadeAmongIssues => {
                "\u{201c}Download\u{201d} beside \u{201c}Issue by issue\u{201d} on the main page makes one of the date chosen here."
            }
            ShareMsg::NoPicture => {
                "This site has no picture of it: the sentence and the link alone are copied."
            }
            ShareMsg::Preview => "Preview",
            ShareMsg::Width => "Width of the preview",
            ShareMsg::Pixels(width) => return format!("{width} px"),
            ShareMsg::Full => "Full",
            ShareMsg::NeedsScripts => {
                "Without scripts this page has one code. To choose among views, dates and colours, to preview and to copy, it needs \
                 scripts."
            }
            ShareMsg::PutAddress => {
                "Put the address of this site, with a slash at its end, in place of SITE."
            }
        };
        text.to_owned()
    }

    fn korean(&self) -> String {
        let text = match *self {
            ShareMsg::Link => "공유",
            ShareMsg::LinkRecord => "이 기록 공유·퍼가기",
            ShareMsg::LinkAll => "화면 공유·퍼가기",
            ShareMsg::Heading => "공유·퍼가기",
            ShareMsg::Lede => {
                "화면이나 사건, 쟁점을 다른 페이지나 뉴스레터에 싣는다. 아래 코드에는 여기서 고른 것이 그대로 들어간다."
            }
            ShareMsg::What => "보여 줄 것",
            ShareMsg::Views => "화면",
            ShareMsg::Issues => "쟁점",
            ShareMsg::Events => "사건",
            ShareMsg::Lead => "그날의 한 문장과 전체 간극",
            ShareMsg::AsOf => "기준일",
            ShareMsg::Theme => "색상",
            ShareMsg::Light => "밝게",
            ShareMsg::Dark => "어둡게",
            ShareMsg::Auto => "독자의 기기 설정대로",
            ShareMsg::Height => "고정 프레임의 높이(픽셀)",
            ShareMsg::AsTall => "미리보기 높이에 맞추기: {height}",
            ShareMsg::Keep => "페이지에서 열고 찾고 고른 상태 그대로",
            ShareMsg::UnknownView => "주소에 적힌 화면이나 사건, 쟁점이 여기에 없어 그 부분은 뺐다.",
            ShareMsg::WrongDate { first, last } => {
                return format!(
                    "날짜는 {}부터 {}까지여야 한다. 범위를 벗어나 뺐다.",
                    ko::day(first),
                    ko::day(last)
                );
            }
            ShareMsg::WrongHeight => "높이는 100 이상 20000 이하의 정수여야 한다. 범위를 벗어나 뺐다.",
            ShareMsg::Frame => "고정 프레임",
            ShareMsg::FrameAbout => {
                "스크립트가 제거되는 곳에서도 쓸 수 있다. 높이가 고정되어, 더 긴 화면은 안에서 스크롤된다."
            }
            ShareMsg::Script => "한 줄 스크립트",
            ShareMsg::ScriptAbout => "넣은 자리에 화면이 나타나며, 높이는 늘 내용에 맞는다.",
            ShareMsg::Element => "HTML 요소",
            ShareMsg::ElementAbout => {
                "원하는 자리에 놓고 옮길 수 있다. 스크립트가 꺼진 곳에서는 안에 든 링크가 보인다."
            }
            ShareMsg::Letter => "뉴스레터용",
            ShareMsg::LetterAbout => "대체 텍스트가 달린 그림과 문장, 링크를 서식 있는 글로 붙여 넣는다.",
            ShareMsg::Alternative => "그림의 대체 텍스트",
            ShareMsg::Download(None) => "그림 내려받기(PNG)",
            ShareMsg::Download(Some(on)) => return format!("{} 기준 그림 내려받기(PNG)", ko::day(on)),
            ShareMsg::DrawnOn(on) => return format!("그림은 {} 기준이다.", ko::day(on)),
            ShareMsg::OtherDay(on) => {
                return format!("이 사이트에 있는 그림은 {} 기준이어서 뺐다.", ko::day(on));
            }
            ShareMsg::MadeThere => {
                "여기서 고른 날짜의 그림은 페이지의 해당 화면 제목 옆 \u{2018}내려받기\u{2019}로 만들 수 있다."
            }
            ShareMsg::MadeAmongIssues => {
                "여기서 고른 날짜의 그림은 전체 페이지의 \u{2018}쟁점별 간극\u{2019} 옆 \u{2018}내려받기\u{2019}로 만들 수 있다."
            }
            ShareMsg::NoPicture => "이 사이트에 해당 그림이 없어 문장과 링크만 복사한다.",
            ShareMsg::Preview => "미리보기",
            ShareMsg::Width => "미리보기 너비",
            ShareMsg::Pixels(width) => return format!("{width}px"),
            ShareMsg::Full => "전체",
            ShareMsg::NeedsScripts => {
                "스크립트가 꺼져 있으면 코드 하나만 쓸 수 있다. 화면과 날짜, 색상을 고르고 미리 보고 복사하려면 스크립트를 켜야 한다."
            }
            ShareMsg::PutAddress => "SITE 자리에 이 사이트의 주소를 끝의 빗금(/)까지 넣으면 된다.",
        };
        text.to_owned()
    }
}
