//! Pages of their own, only read: one an event, one an issue, all sources.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::{Event, Issue};
use crate::messages::{DateStyle, Locale, Msg, PageMsg};
use crate::state::Address;
use crate::views::app::Edition;
use crate::views::element::{Child, html};
use crate::views::launches::launches_tables;
use crate::views::meetings::meetings_table;
use crate::views::share::share_record;
use crate::views::sources::all_sources;
use crate::views::take::cite_files;
use crate::views::words::Voice;
use crate::views::{event, issue};

/// The way back to the main page.
pub(super) fn back(voice: Voice) -> Html {
    let base = if voice.base.is_empty() { "./" } else { voice.base };
    html! { <nav class="back" aria-label={voice.tell(PageMsg::BackToPage)}><a href={base}>{ voice.tell(PageMsg::BackToPage) }</a></nav> }
}

/// A page of its own under a heading; `class` is its `main` element's beside `record-page`.
pub(super) fn frame(
    voice: Voice,
    dossier: &Dossier,
    class: Option<&'static str>,
    heading: impl Child,
    content: Html,
) -> Html {
    html! {
        <>
            { back(voice) }
            <main class={classes!("record-page", class)}>
                <p class="kicker">{ voice.words(&dossier.meta.title) }</p>
                <h1>{ heading }</h1>
                { content }
            </main>
        </>
    }
}

/// What a long table is called: a heading of the page of tables, and elsewhere only words, below a section's headings.
pub(super) fn table_name(voice: Voice, name: AttrValue) -> Html {
    if voice.alone {
        html! { <h2>{ name }</h2> }
    } else {
        html! { <>{ name }</> }
    }
}

/// An event's own page.
pub fn event_page(voice: Voice, dossier: &Dossier, event: &Event, edition: &Edition) -> Html {
    let content = html! {
        <article>
            { event::detail(voice, dossier, event, edition, None) }
            { cite_files(voice) }
            { share_record(voice, &["event/", &event.id].concat()) }
            { event::on_timeline(voice, event) }
        </article>
    };
    frame(voice, dossier, None, voice.words(&event.title), content)
}

/// An issue's own page, as of the dossier's first date. `web/issue.js` shows the way to another, where the address names one.
pub fn issue_page(voice: Voice, dossier: &Dossier, issue: &Issue, edition: &Edition) -> Html {
    let on = dossier.meta.default_as_of;
    let day = voice.locale.day(on, DateStyle::Long);
    let content = html! {
        <article>
            <p class="question">{ voice.words(&issue.question) }</p>
            <p id="issue-on" class="chart-help" hidden=true data-from={dossier.meta.span.from.to_string()} data-to={dossier.meta.span.to.to_string()}>
                { voice.tell(PageMsg::ShowsDay(&day)) }
                { " " }
                <a href={voice.with(voice.base, &Address { issue: Some(issue.id.clone()), ..Address::default() })}>
                    { voice.tell(PageMsg::IssueOn) }
                    { " " }
                    <time datetime={on.to_string()}>{ day.clone() }</time>
                </a>
            </p>
            { issue::pictures(voice, dossier, issue, on) }
            { issue::detail(voice, dossier, issue, on) }
            { cite_issue(voice, dossier, issue, edition) }
            { cite_files(voice) }
            { share_record(voice, &["issue/", &issue.id].concat()) }
        </article>
    };
    frame(voice, dossier, None, voice.words(&issue.title), content)
}

/// How to cite an issue, as of the day its page is written for.
fn cite_issue(voice: Voice, dossier: &Dossier, issue: &Issue, edition: &Edition) -> Html {
    let address = edition.page(&["issue/", &issue.id, "/"]);
    let citation = PageMsg::CiteIssue {
        title: &voice.text(&issue.title),
        on: dossier.meta.default_as_of,
        dossier: &voice.text(&dossier.meta.title),
        checked: dossier.meta.upkeep(),
        version: &edition.version,
        address: &address,
    };
    html! {
        <div class="reference">
            <span class="reference-what">{ voice.say(Msg::Cite) }</span>
            <span>{ voice.tell(citation) }</span>
        </div>
    }
}

/// The page of tables that are too long for the main page.
pub fn tables_page(voice: Voice, dossier: &Dossier) -> Html {
    let content = html! { <>{ meetings_table(voice, dossier) }{ launches_tables(voice, dossier) }</> };
    frame(voice, dossier, None, tables_title(voice, dossier), content)
}

/// What that page is called, by what the dossier has for it.
pub fn tables_title(voice: Voice, dossier: &Dossier) -> AttrValue {
    let (meetings, launches) = (!dossier.processes.is_empty(), dossier.arms_tests.is_some());
    voice.tell(PageMsg::Tables { meetings, launches })
}

/// The page of all sources, each with who cites it.
pub fn sources_page(voice: Voice, dossier: &Dossier) -> Html {
    let heading = voice.tell(PageMsg::AllSources(dossier.sources.len()));
    frame(voice, dossier, None, heading, all_sources(voice, dossier))
}

/// The page for an address that does not exist. It is one for all languages of a site: `others` are those beside the first, each with the
/// folder of its front page.
pub fn not_found_page(voice: Voice, dossier: &Dossier, others: &[(Locale, &str)]) -> Html {
    let help = html! {
        <>
            <p>{ voice.tell(PageMsg::NotFoundHelp) }</p>
            { for others.iter().map(|(locale, folder)| {
                let tag = locale.tag();
                html! {
                    <section lang={tag}>
                        <h2>{ locale.tell(&PageMsg::NotFound) }</h2>
                        <p>{ locale.tell(&PageMsg::NotFoundHelp) }</p>
                        <p><a href={[voice.base, folder].concat()} hreflang={tag}>{ locale.tell(&PageMsg::BackToPage) }</a></p>
                    </section>
                }
            }) }
        </>
    };
    frame(voice, dossier, None, voice.tell(PageMsg::NotFound), help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::analysis::{State, daylight, positions_set};
    use crate::dossier::model::Role;
    use crate::views::event::side_class;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    #[test]
    fn an_address_that_does_not_exist_is_told_in_every_language() {
        let voice = Voice::of(Manner { base: "/", alone: true, ..Manner::main_page(Locale::En) });
        let of = |others: &[(Locale, &str)]| fragment(not_found_page(voice, &us_dprk(), others));
        let written = of(&[(Locale::Ko, "ko/")]);
        assert!(written.contains("This page does not exist") && !of(&[]).contains("<section"));
        assert!(
            written.contains("<section lang=\"ko\"><h2>\u{c5c6}\u{b294} \u{d398}\u{c774}\u{c9c0}</h2>"),
            "{written}"
        );
        assert!(written.contains("<a href=\"/ko/\" hreflang=\"ko\">"), "{written}");
    }

    /// An issue's own page is written for another day.
    #[test]
    fn an_events_page_leads_to_the_issues_it_changed_on_its_day() {
        let voice = Voice::of(Manner { base: "../../", alone: true, ..Manner::main_page(Locale::En) });
        let dossier = us_dprk();
        let edition = Edition::default();
        let page = |id| fragment(event_page(voice, &dossier, dossier.event(id).unwrap(), &edition));
        let hanoi = page("2019-02-27-hanoi-summit");
        assert!(hanoi.contains("href=\"../../issue/sanctions/?on=2019-02-28\""), "{hanoi}");
    }

    /// Washington expected at most an open-ended process since 26 September 2018, and that alone makes it met.
    #[test]
    fn an_events_page_shows_both_sides_of_what_it_moved() {
        let dossier = us_dprk();
        let changed = |locale, id: &str, issue: &str| {
            let voice = Voice::of(Manner { base: "../../", alone: true, ..Manner::main_page(locale) });
            let page = fragment(event_page(voice, &dossier, dossier.event(id).unwrap(), &Edition::default()));
            let item = page.split_once(&format!("data-issue=\"{issue}\"")).unwrap().1;
            item.split_once("</ul>")
                .unwrap()
                .0
                .split_once("<ul class=\"positions-set\">")
                .unwrap()
                .1
                .to_owned()
        };
        let own = "<li class=\"side-b\">Pyongyang offers: \u{201c}Open-ended, step by step\u{201d}</li>";
        let other = "<li class=\"side-a\">Washington expects: \u{201c}No timetable\u{201d} to \u{201c}Open-ended, step by step\u{201d} \
                     (from 26 September 2018)</li>";
        let met = changed(Locale::En, "2019-02-27-hanoi-summit", "timetable");
        assert!(met.ends_with(&format!("{own}{other}")), "{met}");
        let korean = changed(Locale::Ko, "2019-02-27-hanoi-summit", "timetable");
        assert!(korean.ends_with("(2018년 9월 26일부터)</li>"), "{korean}");
        // Every issue that an event changed has a line of each side.
        for event in &dossier.events {
            for issue in dossier.issues.iter().filter(|issue| !positions_set(issue, &event.id).is_empty()) {
                let lines = changed(Locale::En, &event.id, &issue.id);
                for role in [Role::Expects, Role::Offers] {
                    let side = side_class(dossier.side_of(issue.gap.party(role)));
                    assert!(
                        lines.contains(&format!("<li class=\"{side}\">")),
                        "{} {}: {lines}",
                        event.id,
                        issue.id
                    );
                }
            }
        }
    }

    #[test]
    fn an_event_that_leaves_an_issue_met_says_what_that_means() {
        let voice = Voice::of(Manner { base: "../../", alone: true, ..Manner::main_page(Locale::En) });
        let dossier = us_dprk();
        let words = "Met: the offer covers what is expected, also where a side has come to expect less.";
        let mut met = Vec::new();
        for event in &dossier.events {
            let page = fragment(event_page(voice, &dossier, event, &Edition::default()));
            // What was met before the event only is no more.
            let is_met = dossier.issues.iter().any(|issue| {
                let newest = positions_set(issue, &event.id).iter().map(|held| held.from).max();
                newest.is_some_and(|on| daylight(issue, on).state == State::Met)
            });
            assert_eq!(page.matches(words).count(), usize::from(is_met), "{}", event.id);
            if is_met {
                met.push(event.id.as_str());
            }
        }
        assert!(
            met.contains(&"2019-02-27-hanoi-summit") && met.contains(&"2018-06-12-singapore-summit"),
            "{met:?}"
        );
        assert!(met.len() < dossier.events.len() / 2, "{met:?}");
    }

    #[test]
    fn an_issues_page_says_how_to_cite_it_on_its_day() {
        let dossier = us_dprk();
        let issue = dossier.issue("scope").unwrap();
        let edition = Edition { address: "https://example.org/".into(), version: "abc".into() };
        let cited = |locale, edition: &Edition| {
            let voice = Voice::of(Manner { base: "../../", alone: true, ..Manner::main_page(locale) });
            let page = fragment(issue_page(voice, &dossier, issue, edition));
            let text =
                page.split_once("<div class=\"reference\">").unwrap().1.split_once("</div>").unwrap().0;
            text.replace("</span><span>", " ")
                .replace("<span class=\"reference-what\">", "")
                .replace("</span>", "")
        };
        let title = issue.title.get("en");
        let whole = cited(Locale::En, &edition);
        assert!(
            whole.starts_with(&format!("Cite \u{201c}{title}\u{201d}, as of 16 July 2018. In Daylight: ")),
            "{whole}"
        );
        assert!(whole.ends_with(" Content version abc. https://example.org/issue/scope/"), "{whole}");
        assert!(cited(Locale::Ko, &edition).contains(", 2018년 7월 16일 기준. Daylight: "));
        let bare = cited(Locale::En, &Edition::default());
        assert!(!bare.contains("http") && bare.ends_with('.'), "{bare}");
    }

    /// HTML lets a caption stand first or last in its figure, and nowhere else.
    #[test]
    fn every_caption_stands_first_or_last_in_its_figure() {
        let dossier = us_dprk();
        let voice = Voice::of(Manner { base: "../../", alone: true, ..Manner::main_page(Locale::Ko) });
        let on = dossier.meta.default_as_of;
        let mut pages: Vec<String> = dossier
            .events
            .iter()
            .map(|event| fragment(event_page(voice, &dossier, event, &Edition::default())))
            .collect();
        pages.extend(
            dossier
                .issues
                .iter()
                .map(|issue| fragment(issue_page(voice, &dossier, issue, &Edition::default()))),
        );
        pages.extend(crate::views::record::sections(voice, &dossier, on, "").map(fragment));
        let mut captions = 0;
        for page in &pages {
            for (place, _) in page.match_indices("<figcaption>") {
                let (before, caption) = page.split_at(place);
                let first = before
                    .rsplit('<')
                    .next()
                    .is_some_and(|tag| tag.starts_with("figure") && tag.ends_with('>'));
                let last = caption.split_once("</figcaption>").unwrap().1.starts_with("</figure>");
                assert!(first || last, "{}", caption.get(..200).unwrap_or(caption));
                captions += 1;
            }
        }
        assert!(captions > 300, "{captions}");
    }

    #[test]
    fn no_heading_of_the_tables_is_skipped() {
        let voice = Voice::of(Manner { base: "../", alone: true, ..Manner::main_page(Locale::En) });
        let mut some = us_dprk();
        let title = |dossier: &Dossier| tables_title(voice, dossier).to_string();
        assert_eq!(title(&some), "Meetings and launches as tables");
        some.arms_tests = None;
        assert_eq!(title(&some), "Meetings as tables");
        let all = us_dprk();
        assert_eq!(title(&Dossier { processes: Vec::new(), ..all }), "Launches as tables");
        let written = fragment(tables_page(voice, &us_dprk()));
        let levels: Vec<u32> =
            written.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        assert_eq!((levels[0], levels.iter().filter(|level| **level == 2).count()), (1, 3), "{levels:?}");
        // Where a section has the table, its words are no heading.
        let opened = Voice::of(Manner { own_pages: false, ..Manner::main_page(Locale::En) });
        assert!(!fragment(meetings_table(opened, &us_dprk())).contains("<h2"));
    }

    /// `web/issue.js` puts the reader's date into it.
    #[test]
    fn the_way_from_an_issue_to_another_date_is_written_ahead_and_hidden() {
        let voice = Voice::of(Manner { base: "../../", alone: true, ..Manner::main_page(Locale::En) });
        let dossier = us_dprk();
        let written =
            fragment(issue_page(voice, &dossier, dossier.issue("scope").unwrap(), &Edition::default()));
        let way = "<p id=\"issue-on\" class=\"chart-help\" hidden=\"hidden\" data-from=\"1953-07-27\" data-to=\"2024-12-31\">This page shows 16 July 2018. <a href=\"../../?issue=scope\">See this issue on \
                   <time datetime=\"2018-07-16\">16 July 2018</time></a></p>";
        assert_eq!(
            written.matches(way).count(),
            1,
            "{:?}",
            written.split("issue-on").nth(1).map(|rest| rest.get(..200))
        );
    }

    #[test]
    fn an_issue_asks_its_question_once() {
        let voice = Voice::of(Manner { base: "../../", alone: true, ..Manner::main_page(Locale::En) });
        let dossier = us_dprk();
        let issue = dossier.issue("scope").unwrap();
        let question = fragment(html! { <p class="question">{ voice.words(&issue.question) }</p> });
        assert_eq!(
            fragment(issue_page(voice, &dossier, issue, &Edition::default())).matches(&question).count(),
            1
        );
        let on = dossier.meta.default_as_of;
        assert_eq!(fragment(issue::dated_detail(voice, &dossier, issue, on)).matches(&question).count(), 1);
        // The card has it already.
        assert!(!fragment(issue::detail(voice, &dossier, issue, on)).contains(&question));
    }
}
