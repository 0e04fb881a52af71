//! What only an embed page says: where it is from, and what is reduced in the frame that holds it.

use super::en::{count, gone_over};
use super::{Told, ko};
use crate::dossier::model::Upkeep;

/// What only an embed page says.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum EmbedMsg {
    /// After the dossier's title: what the page rests on.
    Rests {
        sources: usize,
        checked: Upkeep,
    },
    /// The way to the same view on the main page.
    FullPage,
    /// Where scripts are off.
    ScriptsOff,
    /// Over the address of a link that the frame may not open.
    MayNotOpen,
    /// Copies that address; said when it is copied; said when only the reader can.
    Copy,
    Copied,
    CopyRefused,
    /// Puts the address away.
    Close,
    /// Heading over the positions of the as-of date, which follows.
    InForceOn,
}

impl Told for EmbedMsg {
    fn english(&self) -> String {
        match *self {
            EmbedMsg::Rests { sources, checked } => {
                let rests = count(sources, "source", "sources");
                match gone_over(checked) {
                    Some(gone) => format!("{rests}, {gone}"),
                    None => rests,
                }
            }
            EmbedMsg::FullPage => "Open the full page".to_owned(),
            EmbedMsg::ScriptsOff => {
                "Scripts are off here: pictures stay at their first date. Everything can be read.".to_owned()
            }
            EmbedMsg::MayNotOpen => "This frame may not open other pages. The address:".to_owned(),
            EmbedMsg::Copy => "Copy".to_owned(),
            EmbedMsg::Copied => "Copied".to_owned(),
            EmbedMsg::CopyRefused => "Select it to copy it".to_owned(),
            EmbedMsg::Close => "Close".to_owned(),
            EmbedMsg::InForceOn => "In force on".to_owned(),
        }
    }

    fn korean(&self) -> String {
        match *self {
            EmbedMsg::Rests { sources, checked } => {
                let rests = ko::sources(sources);
                match ko::gone_over(checked) {
                    Some(gone) => format!("{rests}, {gone}"),
                    None => rests,
                }
            }
            EmbedMsg::FullPage => "전체 페이지 열기".to_owned(),
            EmbedMsg::ScriptsOff => {
                "스크립트가 꺼져 있어 그림이 첫 기준일에 머문다. 내용은 모두 읽을 수 있다.".to_owned()
            }
            EmbedMsg::MayNotOpen => "이 프레임에서는 다른 페이지를 열 수 없다. 주소:".to_owned(),
            EmbedMsg::Copy => "복사".to_owned(),
            EmbedMsg::Copied => "복사됨".to_owned(),
            EmbedMsg::CopyRefused => "선택해서 복사".to_owned(),
            EmbedMsg::Close => "닫기".to_owned(),
            // The date follows.
            EmbedMsg::InForceOn => "유효한 입장, 기준일".to_owned(),
        }
    }
}
