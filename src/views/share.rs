//! Sharing: the page that hands out codes for other people's pages, and the ways to it. `web/share.js` makes the page work; without it
//! one code stands there to be copied by hand.

use yew::prelude::*;

use super::pages::frame;
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::messages::{EmbedMsg, Msg, ShareMsg};
use crate::views::element::html;
use crate::views::words::Voice;

/// Something that can be shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shareable {
    /// Its embed page's path below `embed/`: `gap`, `event/ID`.
    pub view: String,
    /// What it is called in the list.
    pub name: String,
    /// What its frame is called.
    pub title: String,
    /// A frame's height in pixels where it is fixed.
    pub height: u32,
    /// What it says in a sentence; `None` for the sentence of the as-of date.
    pub sentence: Option<String>,
    /// Its picture.
    pub picture: Option<SharedPicture>,
}

/// The picture of what is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPicture {
    /// Its path from the site's root.
    pub path: String,
    /// Its text alternative.
    pub alt: String,
    /// The date it is drawn for; `None` where it is the same on every date.
    pub on: Option<Day>,
    /// Where a picture of another date is made; `None` where nothing makes one.
    pub made: Option<Made>,
}

/// Where the page makes a picture of the date that it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// Beside the view's own heading.
    There,
    /// Beside the heading of all issues.
    AmongIssues,
}

/// All that can be shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offers {
    /// Views in the page's order; the first is chosen where the address names none.
    pub views: Vec<Shareable>,
    /// Issues.
    pub issues: Vec<Shareable>,
    /// Events.
    pub events: Vec<Shareable>,
    /// The sentence of the as-of date: from which day on, with `{date}` for the date, as JSON.
    pub sentences: String,
    /// The plain frame of the first view; `SITE` stands in it where the site's address is not known.
    pub code: String,
    /// Whether that address is known.
    pub addressed: bool,
}

/// The page.
pub fn share_page(voice: Voice, dossier: &Dossier, offers: &Offers) -> Html {
    let tell = |msg: ShareMsg| voice.tell(msg);
    let content = html! {
        <>
            <p class="dek">{ tell(ShareMsg::Lede) }</p>
            <div class="share">
                <div>
                    { form(voice, dossier, offers) }
                    <p id="share-plain" class="share-about">
                        { tell(ShareMsg::NeedsScripts) }
                        if !offers.addressed {
                            { " " }
                            { tell(ShareMsg::PutAddress) }
                        }
                    </p>
                    { code(voice, "frame", ShareMsg::Frame, ShareMsg::FrameAbout, Some(&offers.code)) }
                    { code(voice, "script", ShareMsg::Script, ShareMsg::ScriptAbout, None) }
                    { code(voice, "element", ShareMsg::Element, ShareMsg::ElementAbout, None) }
                    { letter(voice) }
                </div>
                <section id="share-preview" aria-labelledby="share-preview-heading" hidden=true>
                    <h2 id="share-preview-heading" class="small">{ tell(ShareMsg::Preview) }</h2>
                    <fieldset>
                        <legend class="visually-hidden">{ tell(ShareMsg::Width) }</legend>
                        <div class="choices">
                            { radio("width", "320", tell(ShareMsg::Pixels(320)), false) }
                            { radio("width", "600", tell(ShareMsg::Pixels(600)), false) }
                            { radio("width", "full", tell(ShareMsg::Full), true) }
                        </div>
                    </fieldset>
                    <div id="share-room" data-width="full"></div>
                </section>
            </div>
        </>
    };
    frame(voice, dossier, Some("method share-page"), tell(ShareMsg::Heading), content)
}

/// What there is to choose; hidden until the script is there.
fn form(voice: Voice, dossier: &Dossier, offers: &Offers) -> Html {
    let tell = |msg: ShareMsg| voice.tell(msg);
    let span = &dossier.meta.span;
    let [first, last, given] = [span.from, span.to, dossier.meta.default_as_of].map(|day| day.to_string());
    html! {
        <form id="share-form" class="share-form" autocomplete="off" hidden=true data-sentences={offers.sentences.clone()}
            data-unknown={tell(ShareMsg::UnknownView)} data-wrongdate={tell(ShareMsg::WrongDate { first: span.from, last: span.to })}
            data-wrongheight={tell(ShareMsg::WrongHeight)}>
            <p>
                <label for="share-what">{ tell(ShareMsg::What) }</label>
                <select id="share-what">
                    { group(voice, ShareMsg::Views, &offers.views) }
                    { group(voice, ShareMsg::Issues, &offers.issues) }
                    { group(voice, ShareMsg::Events, &offers.events) }
                </select>
            </p>
            <p>
                <label for="share-on">{ tell(ShareMsg::AsOf) }</label>
                <input id="share-on" type="date" required=true min={first} max={last} value={given} />
            </p>
            <fieldset>
                <legend>{ tell(ShareMsg::Theme) }</legend>
                <div class="choices">
                    { radio("theme", "light", tell(ShareMsg::Light), true) }
                    { radio("theme", "dark", tell(ShareMsg::Dark), false) }
                    { radio("theme", "auto", tell(ShareMsg::Auto), false) }
                </div>
            </fieldset>
            <p>
                <label for="share-height">{ tell(ShareMsg::Height) }</label>
                <span class="share-row">
                    <input id="share-height" type="number" required=true min="100" max="20000" step="1" inputmode="numeric" />
                    <button id="share-tall" type="button" hidden=true data-words={tell(ShareMsg::AsTall)}></button>
                </span>
            </p>
            <p id="share-kept" hidden=true>
                <label class="choice"><input id="share-keep" type="checkbox" checked={true} />{ tell(ShareMsg::Keep) }</label>
            </p>
            <p id="share-said" role="status"></p>
        </form>
    }
}

fn group(voice: Voice, label: ShareMsg, offers: &[Shareable]) -> Html {
    if offers.is_empty() {
        return Html::default();
    }
    html! {
        <optgroup label={voice.tell(label)}>
            { for offers.iter().map(|offer| {
                let picture = offer.picture.as_ref();
                let on = picture.and_then(|picture| picture.on);
                html! {
                    <option value={offer.view.clone()} data-title={offer.title.clone()} data-height={offer.height.to_string()}
                        data-sentence={offer.sentence.clone()} data-picture={picture.map(|picture| picture.path.clone())}
                        data-alt={picture.map(|picture| picture.alt.clone())} data-drawn={on.map(|on| voice.tell(ShareMsg::DrawnOn(on)))}
                        data-drawn-on={on.map(|on| on.to_string())}
                        data-other-day={picture.and_then(|picture| other_day(voice, picture))}
                        data-download={picture.map(|_| voice.tell(ShareMsg::Download(on)))}>{ offer.name.clone() }</option>
                }
            }) }
        </optgroup>
    }
}

/// What stands in place of the picture where another date than its own is chosen.
fn other_day(voice: Voice, picture: &SharedPicture) -> Option<String> {
    let left_out = voice.tell(ShareMsg::OtherDay(picture.on?));
    let made = picture.made.map(|made| match made {
        Made::There => ShareMsg::MadeThere,
        Made::AmongIssues => ShareMsg::MadeAmongIssues,
    });
    let made = made.map(|made| format!(" {}", voice.tell(made))).unwrap_or_default();
    Some(format!("{left_out}{made}"))
}

fn radio(name: &'static str, value: &'static str, words: AttrValue, chosen: bool) -> Html {
    html! {
        <label class="choice"><input type="radio" name={name} value={value} checked={chosen} />{ words }</label>
    }
}

/// A code with the button that copies it; one that only the script can write is hidden until then.
fn code(
    voice: Voice,
    id: &'static str,
    heading: ShareMsg,
    about: ShareMsg,
    written: Option<&String>,
) -> Html {
    let [section, title, field] = ["", "-heading", "-code"].map(|part| ["share-", id, part].concat());
    html! {
        <section id={section} aria-labelledby={title.clone()} hidden={written.is_none()}>
            <h2 id={title.clone()} class="small">{ voice.tell(heading) }</h2>
            <p class="share-about">{ voice.tell(about) }</p>
            { field_of(field.clone(), "5", title, written.cloned()) }
            { copy(voice, &field) }
        </section>
    }
}

/// A field to copy from. By Yew's own macro: ours has no word for an element whose content is its value.
fn field_of(id: String, rows: &'static str, heading: String, written: Option<String>) -> Html {
    yew::html! {
        <textarea {id} class="share-code" readonly=true {rows} spellcheck="false" autocomplete="off" dir="ltr" aria-labelledby={heading}
            value={written} />
    }
}

/// A button that copies what has this id, and says so.
fn copy(voice: Voice, id: &str) -> Html {
    html! {
        <p class="share-row">
            <button type="button" hidden=true data-copies={id.to_owned()} data-copied={voice.tell(EmbedMsg::Copied)}
                data-refused={voice.tell(EmbedMsg::CopyRefused)}>{ voice.tell(EmbedMsg::Copy) }</button>
            <span role="status"></span>
        </p>
    }
}

/// What a newsletter takes; the script fills it.
fn letter(voice: Voice) -> Html {
    html! {
        <section id="share-letter" aria-labelledby="share-letter-heading" hidden=true>
            <h2 id="share-letter-heading" class="small">{ voice.tell(ShareMsg::Letter) }</h2>
            <p class="share-about">{ voice.tell(ShareMsg::LetterAbout) }{ " " }<span id="share-drawn" data-none={voice.tell(ShareMsg::NoPicture)}></span></p>
            <div id="share-letter-text" class="share-letter"></div>
            { copy(voice, "share-letter-text") }
            <div id="share-picture" hidden=true>
                <h3 id="share-alt-heading" class="small">{ voice.tell(ShareMsg::Alternative) }</h3>
                { field_of("share-alt".to_owned(), "4", "share-alt-heading".to_owned(), None) }
                { copy(voice, "share-alt") }
                <p class="share-row"><a id="share-download">{ voice.tell(ShareMsg::Download(None)) }</a></p>
            </div>
        </section>
    }
}

/// The way to the page from a record's own page; `view` is `event/ID` or `issue/ID`.
pub fn share_record(voice: Voice, view: &str) -> Html {
    html! { <p class="panel-links"><a href={address(voice, Some(view))}>{ voice.tell(ShareMsg::LinkRecord) }</a></p> }
}

/// The way to the page, for whatever there is.
pub fn share_link(voice: Voice) -> Html {
    html! { <a href={address(voice, None)}>{ voice.tell(ShareMsg::LinkAll) }</a> }
}

/// The way to the page from the head of a section of the main page; nothing elsewhere. `web/link.js` has it take along what the page
/// shows.
pub fn share_section(voice: Voice, view: &'static str) -> Html {
    if !voice.own_pages || !voice.base.is_empty() {
        return Html::default();
    }
    let heading = [view, "-heading"].concat();
    html! {
        <p class="share-link"><a href={address(voice, Some(view))} aria-describedby={heading}>{ voice.tell(ShareMsg::Link) }</a></p>
    }
}

/// What stands at the head of a view that the program draws: the same way, and the button that has `web/take.js` offer files of what is
/// on screen. The view's heading has the id `VIEW-heading`.
pub fn view_links(voice: Voice, view: &'static str) -> Html {
    let share = voice.own_pages && voice.base.is_empty();
    let heading = [view, "-heading"].concat();
    html! {
        <p class="view-links">
            if share {
                <a href={address(voice, Some(view))} aria-describedby={heading.clone()}>{ voice.say(Msg::ShareView) }</a>
            }
            <button type="button" data-take={view} aria-describedby={heading}>{ voice.say(Msg::TakeView) }</button>
        </p>
    }
}

fn address(voice: Voice, view: Option<&str>) -> String {
    let query = view.map(|view| ["?view=", view].concat()).unwrap_or_default();
    [voice.base, "share/", &query].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    #[test]
    fn a_picture_says_its_day_and_where_one_of_another_day_is_made() {
        let on = Day::parse("2018-07-16");
        let offer = |view: &str, on, made| Shareable {
            view: view.to_owned(),
            name: view.to_owned(),
            title: view.to_owned(),
            height: 300,
            sentence: None,
            picture: Some(SharedPicture { path: "a.png".to_owned(), alt: String::new(), on, made }),
        };
        let written = |offer: Shareable| {
            fragment(group(Voice::of(Manner::main_page(Locale::En)), ShareMsg::Views, &[offer]))
        };
        let left_out =
            "data-other-day=\"The picture that this site has is as of 16 July 2018, so it is left out.";
        for (made, words) in [
            (Some(Made::There), " \u{201c}Download\u{201d} beside the view"),
            (Some(Made::AmongIssues), " \u{201c}Download\u{201d} beside \u{201c}Issue by issue\u{201d}"),
            (None, "\""),
        ] {
            let option = written(offer("gap", on, made));
            for part in [
                "data-drawn-on=\"2018-07-16\"",
                "data-download=\"Download the picture as of 16 July 2018 (PNG)\"",
                &[left_out, words].concat(),
            ] {
                assert!(option.contains(part), "{part}: {option}");
            }
        }
        let event = written(offer("event/one", None, None));
        assert!(event.contains("data-download=\"Download the picture (PNG)\""), "{event}");
        assert!(!event.contains("data-drawn-on") && !event.contains("data-other-day"), "{event}");
    }

    /// A browser fills in no button, so these may not say whether it should; their form may. And what is downloaded has an address.
    #[test]
    fn no_attribute_stands_where_html_has_none() {
        let offers = Offers {
            views: Vec::new(),
            issues: Vec::new(),
            events: Vec::new(),
            sentences: String::new(),
            code: String::new(),
            addressed: true,
        };
        let voice = Voice::of(Manner::main_page(Locale::En));
        let written = fragment(share_page(voice, &us_dprk(), &offers));
        let tags = |start: &str| written.split('<').filter(|tag| tag.starts_with(start)).collect::<Vec<_>>();
        let is_button = |tag: &&str| tag.contains("\"radio\"") || tag.contains("\"checkbox\"");
        let buttons: Vec<&str> = tags("input").into_iter().filter(is_button).collect();
        assert_eq!(buttons.len(), 7);
        assert!(!buttons.concat().contains("autocomplete"), "{buttons:?}");
        assert!(tags("form ")[0].contains("autocomplete=\"off\""));
        assert!(tags("a ").iter().all(|tag| tag.contains("href") || !tag.contains(" download")));
    }
}
