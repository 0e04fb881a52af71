//! What the page for any dossier says. It is written ahead, all its states included, so none of this is in the app.

/// A sentence of the page for any dossier. Those with a heading have it before a `|`; `{}` is filled by what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "a group of sentences has one line")]
pub enum OpenMsg {
    /// The page's heading.
    Heading,
    /// What a dossier is.
    About,
    /// Where its format is described, and what an address may be.
    Help,
    /// The field, and its button.
    Address,
    Open,
    /// Without scripts.
    NeedsScripts,
    /// The bar, and the button beside it.
    Progress,
    Cancel,
    /// How much has arrived: `{}` megabytes, of `{}`.
    Bytes,
    BytesOf,
    /// How many events have been read.
    Events,
    /// The states.
    Loading,
    Reading,
    Checking,
    Cancelled,
    NoAnswer,
    Status,
    NoTable,
    WebPage,
    TableAlone,
    Large,
    LargeTable,
    NotText,
    Wrong,
    WrongTable,
    /// More problems than are listed.
    More,
    /// What is sound and should be looked at.
    Warnings,
    /// The checker cannot be had.
    Unchecked,
    /// What to do about a problem.
    Fix,
    /// An address that is none, or not allowed.
    Refused,
    /// The browser does not run the app; a part of it could not be had; nothing has come of it for a while; it stopped.
    NotStarted,
    NotFetched,
    NotYet,
    Stopped,
}

impl OpenMsg {
    pub(super) fn english(self) -> &'static str {
        match self {
            OpenMsg::Heading => "Open a dossier",
            OpenMsg::About => {
                "A dossier is one negotiation: its parties, what happened, what each side expected and offered, and the sources. \
                 It is a JSON file that anyone can write and put on the web, with a CSV table beside it where there are very many \
                 events."
            }
            OpenMsg::Help => {
                "A file on this site, or an https address whose site lets other pages read it (CORS). Nothing you open is sent or \
                 kept anywhere."
            }
            OpenMsg::Address => "Address of the dossier",
            OpenMsg::Open => "Open",
            OpenMsg::NeedsScripts => "Opening a dossier needs scripts, which are off in this browser.",
            OpenMsg::Progress => "Bytes that have arrived",
            OpenMsg::Cancel => "Cancel",
            OpenMsg::Bytes => "{} MB so far",
            OpenMsg::BytesOf => "{} of {} MB",
            OpenMsg::Events => "{} events read",
            OpenMsg::Loading => "Opening the dossier|{}",
            OpenMsg::Reading => "Reading its events|{}",
            OpenMsg::Checking => {
                "Looking for what is wrong|The dossier cannot be read as it is. The checker is on its way."
            }
            OpenMsg::Cancelled => "Cancelled|Nothing was kept. The address still stands below.",
            OpenMsg::NoAnswer => {
                "The dossier could not be fetched|{}: no answer that this page may read. Either the address or the connection is wrong, or \
                 that site does not let other pages read its files (it would have to send Access-Control-Allow-Origin). Nothing was \
                 kept; try again, or open a copy from another place."
            }
            OpenMsg::Status => {
                "The dossier could not be fetched|The answer was HTTP {}. Look at the address below; the file may have moved."
            }
            OpenMsg::NoTable => {
                "The table of events could not be fetched|{}. The dossier itself was fetched, and names this file in \u{201c}event_table\u{201d}. \
                 Put the file beside the dossier, or correct the name."
            }
            OpenMsg::WebPage => {
                "This is a web page, not a dossier|{} begins as HTML does. Open the address of the JSON file itself; on GitHub that is the \
                 one behind \u{201c}Raw\u{201d}."
            }
            OpenMsg::TableAlone => {
                "This is a table, not a dossier|{} is opened by the dossier that it belongs to: a JSON file that names it in \
                 \u{201c}event_table\u{201d}. Open the address of that file."
            }
            OpenMsg::Large => {
                "The dossier is too large|{}: a JSON file of more than 4 MB would hold up the page while it is read. Put its events into a \
                 table beside it, a CSV file that \u{201c}event_table\u{201d} names: a million of them can be read that way."
            }
            OpenMsg::LargeTable => {
                "The table of events is too large|{}: a CSV file of more than 512 MB does not fit into the page. A million events of ordinary \
                 length take less than half of that: shorten their texts, or make two dossiers."
            }
            OpenMsg::NotText => "This is no text|{} is not UTF-8. Save the file as UTF-8 and open it again.",
            OpenMsg::Wrong => {
                "The dossier has errors|{}. Nothing of it is shown, so that nobody reads half a record. Mend what is listed and open it \
                 again; \u{201c}daylight check\u{201d} says the same on your own machine."
            }
            OpenMsg::WrongTable => {
                "The table of events has errors|{}. Nothing of the dossier is shown, so that nobody reads half a record. Mend what is listed \
                 and open it again."
            }
            OpenMsg::More => "The first {} are listed.",
            OpenMsg::Warnings => {
                "Warnings of the checker about this dossier: {}. \u{201c}daylight check\u{201d} lists them."
            }
            OpenMsg::Unchecked => {
                "The checker could not run: the dossier is not checked, and the parts of its record below the issues are missing. Reload the \
                 page to try again."
            }
            OpenMsg::Fix => "Fix:",
            OpenMsg::Refused => {
                "This address cannot be opened. Write one that begins with https://, or the name of a file on this site."
            }
            OpenMsg::NotStarted => "The program that shows dossiers could not start in this browser.",
            OpenMsg::NotFetched => {
                "The program that shows dossiers could not be fetched. Reload the page to try again."
            }
            OpenMsg::NotYet => {
                "The program that shows dossiers has not arrived yet. Reload the page to try again."
            }
            OpenMsg::Stopped => "The program that shows dossiers stopped. Reload the page to try again.",
        }
    }

    pub(super) fn korean(self) -> &'static str {
        match self {
            OpenMsg::Heading => "자료집 열기",
            OpenMsg::About => {
                "자료집은 협상 하나를 담는다. 당사자, 있었던 일, 양측의 기대와 제안, 출처가 들어 있다. 누구나 써서 웹에 올릴 수 있는 JSON \
                 파일이며, 사건이 아주 많으면 CSV 표를 따로 둔다."
            }
            OpenMsg::Help => {
                "이 사이트의 파일이나, 다른 페이지가 읽도록 허용한(CORS) 사이트의 https 주소를 쓸 수 있다. 연 자료는 어디에도 보내거나 \
                 저장하지 않는다."
            }
            OpenMsg::Address => "자료집 주소",
            OpenMsg::Open => "열기",
            OpenMsg::NeedsScripts => "자료집을 열려면 스크립트가 필요한데, 이 브라우저에서는 꺼져 있다.",
            OpenMsg::Progress => "받은 바이트",
            OpenMsg::Cancel => "취소",
            OpenMsg::Bytes => "지금까지 {} MB",
            OpenMsg::BytesOf => "{} MB / {} MB",
            OpenMsg::Events => "사건 {}건 읽음",
            OpenMsg::Loading => "자료집을 여는 중|{}",
            OpenMsg::Reading => "사건을 읽는 중|{}",
            OpenMsg::Checking => {
                "잘못된 곳을 찾는 중|자료집을 그대로는 읽을 수 없다. 검사기를 불러오고 있다."
            }
            OpenMsg::Cancelled => "취소됨|저장한 것은 없다. 주소는 아래에 남아 있다.",
            OpenMsg::NoAnswer => {
                "자료집을 가져오지 못했다|{}: 이 페이지가 읽을 수 있는 응답이 없다. 주소나 연결이 잘못되었거나, 그 사이트가 다른 페이지에 \
                 파일을 열어 두지 않았다(Access-Control-Allow-Origin을 보내야 한다). 저장한 것은 없다. 다시 시도하거나 다른 곳에 있는 \
                 사본을 열 수 있다."
            }
            OpenMsg::Status => {
                "자료집을 가져오지 못했다|응답 코드: HTTP {}. 파일이 옮겨졌을 수 있으니 아래 주소를 확인해야 한다."
            }
            OpenMsg::NoTable => {
                "사건 표를 가져오지 못했다|{}. 자료집은 가져왔고, 이 파일은 그 \u{201c}event_table\u{201d}에 적혀 있다. 파일을 자료집 옆에 두거나 \
                 이름을 고치면 된다."
            }
            OpenMsg::WebPage => {
                "자료집이 아니라 웹 페이지다|{}: HTML로 시작한다. JSON 파일 자체의 주소를 열어야 한다. GitHub에서는 \u{201c}Raw\u{201d}의 \
                 주소가 그것이다."
            }
            OpenMsg::TableAlone => {
                "자료집이 아니라 표다|{}: 사건 표는 자료집과 함께 열린다. 이 표를 \u{201c}event_table\u{201d}에 적은 JSON 파일의 주소를 열면 \
                 된다."
            }
            OpenMsg::Large => {
                "자료집이 너무 크다|{}: 4 MB가 넘는 JSON 파일은 읽는 동안 페이지를 멈추게 한다. 사건을 \u{201c}event_table\u{201d}에 이름을 \
                 적은 CSV 표로 옮기면 100만 건까지 읽을 수 있다."
            }
            OpenMsg::LargeTable => {
                "사건 표가 너무 크다|{}: 512 MB가 넘는 CSV 파일은 페이지에 다 담을 수 없다. 보통 길이의 사건이라면 100만 건도 그 절반이 되지 \
                 않는다. 글을 줄이거나 자료집을 둘로 나누면 된다."
            }
            OpenMsg::NotText => "텍스트가 아니다|{}: UTF-8이 아니다. UTF-8로 저장해서 다시 열면 된다.",
            OpenMsg::Wrong => {
                "자료집에 오류가 있다|{}. 기록의 반만 읽는 일이 없도록 아무것도 보여 주지 않는다. 아래 목록의 오류를 고쳐서 다시 열면 \
                 된다. 내 컴퓨터에서는 \u{201c}daylight check\u{201d}로 같은 내용을 볼 수 있다."
            }
            OpenMsg::WrongTable => {
                "사건 표에 오류가 있다|{}. 기록의 반만 읽는 일이 없도록 자료집의 아무것도 보여 주지 않는다. 아래 목록의 오류를 고쳐서 \
                 다시 열면 된다."
            }
            OpenMsg::More => "처음 {}건만 적었다.",
            OpenMsg::Warnings => {
                "이 자료집에 대한 검사기의 경고가 {}건 있다. \u{201c}daylight check\u{201d}로 볼 수 있다."
            }
            OpenMsg::Unchecked => {
                "검사기를 실행하지 못했다. 자료집은 검사하지 않은 상태이며, 쟁점 아래의 기록이 빠져 있다. 새로고침하면 다시 시도한다."
            }
            OpenMsg::Fix => "고치는 법:",
            OpenMsg::Refused => {
                "이 주소는 열 수 없다. https://로 시작하는 주소나 이 사이트에 있는 파일 이름이어야 한다."
            }
            OpenMsg::NotStarted => "이 브라우저에서는 자료집을 보여 주는 프로그램을 시작하지 못했다.",
            OpenMsg::NotFetched => {
                "자료집을 보여 주는 프로그램을 불러오지 못했다. 새로고침하면 다시 시도한다."
            }
            OpenMsg::NotYet => {
                "자료집을 보여 주는 프로그램이 아직 도착하지 않았다. 새로고침하면 다시 시도한다."
            }
            OpenMsg::Stopped => "자료집을 보여 주는 프로그램이 멈췄다. 새로고침하면 다시 시도한다.",
        }
    }
}
