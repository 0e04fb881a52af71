//! The page: its sections in order, one state for all of them.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::TotalSeries;
use crate::dossier::Dossier;
use crate::index::Index;
use crate::layout::{Direction, neighbour};
use crate::messages::Msg;
use crate::state::{Action, AppState, Record, Shared, View};
use crate::views::element::html;
use crate::views::gap::Gap;
use crate::views::held::{Memory, held};
use crate::views::lead::{LeadProps, Told, as_of_controls, lead};
use crate::views::picture::hatches;
pub use crate::views::timeline::{MARGIN, runs_down};
use crate::views::timeline::{Timeline, walked};
use crate::views::words::{Voice, record_state};

/// Parts of the page that are written ahead and that the app takes over as they are: long lists of plain text that need no
/// program. In the browser they are read from the page itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Adopted {
    /// The key to the timeline's shapes, and how it is used.
    pub keys: AttrValue,
    /// The list of all events.
    pub events: AttrValue,
    /// The list of all positions.
    pub positions: AttrValue,
}

/// What a citation says of the site beside the record. Nothing that stands on the page at its first render shows it: the builder
/// may know no address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edition {
    /// The address of the main page's folder, or of that of the page for any dossier, with its `/` at the end; empty where it is not
    /// known.
    pub address: AttrValue,
    /// The content's version; empty where it is not known.
    pub version: AttrValue,
}

impl Edition {
    /// The address of a page below that folder, its path in parts; empty where the folder's is not known.
    pub fn page(&self, path: &[&str]) -> String {
        if self.address.is_empty() { String::new() } else { [&*self.address, &path.concat()].concat() }
    }
}

/// How the browser's side reaches the app.
#[derive(Clone, Debug, PartialEq)]
pub struct Remote {
    /// Changes the state.
    pub act: Callback<Action>,
    /// Moves the timeline's tab stop: from the event with this id, one step in a direction, in the picture of a period that is
    /// compared (0 or 1).
    pub step: Callback<(String, Direction, usize)>,
}

/// What of the page the app draws: an embed page has one view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draws {
    /// All of it.
    Page,
    /// One view.
    One(View),
    /// No view: the page has one that is written ahead, and the app moves its date.
    Nothing,
}

impl Draws {
    /// What a page wants that names the one view it has, or, the main page, none.
    pub fn of_page(view: Option<&str>) -> Draws {
        match view {
            None => Draws::Page,
            Some(id) => View::of_id(id).map_or(Draws::Nothing, Draws::One),
        }
    }

    fn has(self, view: View) -> bool {
        self == Draws::Page || self == Draws::One(view)
    }
}

/// Props of [`App`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// How to write text.
    pub voice: Voice,
    /// What the page starts with.
    pub outline: Shared<Dossier>,
    /// Its events, findable.
    pub events: Shared<Index>,
    /// What it takes over as it stands.
    pub adopted: Shared<Adopted>,
    /// What a citation says of the site.
    pub edition: Edition,
    /// On a page that was written for no dossier, the room for pictures in CSS pixels; the outline is then the whole dossier, and
    /// nothing more is to be fetched. `None` where the page was written ahead.
    pub drawn_afresh: Option<f64>,
    /// What of the page it draws.
    pub draws: Draws,
    /// Called once, after the first render.
    pub on_mount: Callback<Remote>,
    /// Called after every change of state, and once at the start.
    pub on_state: Callback<Rc<AppState>>,
}

#[cfg(feature = "open")]
impl AppProps {
    /// Another version of the dossier.
    pub fn renew(&mut self, outline: Dossier, events: Index) {
        (self.outline, self.events) = (Shared::new(outline), Shared::new(events));
    }
}

/// The whole page. With equal props it gives the same tree natively and in the browser; whatever only the browser knows comes
/// later, as actions. In Yew's older form of a component, for hooks weigh some seven kilobytes in the page.
#[derive(Debug)]
pub struct App {
    state: Rc<AppState>,
    act: Callback<Action>,
    /// Total daylight, which changes with the weights alone.
    total: Memory,
    /// The state that was told last.
    told: Option<Rc<AppState>>,
}

/// What the app is asked to do.
#[derive(Debug)]
#[allow(
    clippy::large_enum_variant,
    reason = "each is moved once, and nearly all are actions; in the browser they are smaller"
)]
pub enum Ask {
    /// To change its state.
    Act(Action),
    /// To move the tab stop from the event with this id one step in a direction, in the picture of a period that is compared (0 or 1).
    Step(String, Direction, usize),
}

impl Component for App {
    type Message = Ask;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> App {
        let AppProps { outline, events, drawn_afresh, .. } = context.props();
        let (outline, events) = (outline.clone(), events.clone());
        let state = Rc::new(match *drawn_afresh {
            Some(width) => AppState::drawn_afresh(outline, events, width),
            None => AppState::new(outline, events),
        });
        App { act: context.link().callback(Ask::Act), total: Memory::default(), told: None, state }
    }

    fn update(&mut self, _context: &Context<Self>, asked: Ask) -> bool {
        let action = match asked {
            Ask::Act(action) => Some(action),
            Ask::Step(from, direction, period) => self.step(&from, direction, period),
        };
        let next = action.map(|action| self.state.clone().reduce(action));
        let Some(next) = next.filter(|next| !Rc::ptr_eq(next, &self.state)) else { return false };
        self.state = next;
        true
    }

    #[cfg(feature = "open")]
    fn changed(&mut self, context: &Context<Self>, before: &AppProps) -> bool {
        let AppProps { outline, events, .. } = context.props();
        if *outline != before.outline || *events != before.events {
            self.act.emit(Action::Renew(outline.clone(), events.clone()));
        }
        true
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let props = context.props();
        if first {
            let link = context.link();
            let step = link.callback(|(from, direction, period)| Ask::Step(from, direction, period));
            props.on_mount.emit(Remote { act: self.act.clone(), step });
        }
        if self.told.as_ref().is_none_or(|told| !Rc::ptr_eq(told, &self.state)) {
            self.told = Some(self.state.clone());
            props.on_state.emit(self.state.clone());
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let (voice, state, act) = (props.voice, self.state.clone(), self.act.clone());
        let of = (state.outline.clone(), state.gap.weights.clone());
        let total =
            self.total.keep(0, of, |(outline, weights)| Shared::new(TotalSeries::of(outline, weights)));
        let meta = &state.outline.meta;
        // A dossier that was opened from elsewhere may be a timeline alone.
        let has_issues = !state.outline.issues.is_empty();
        let draws = props.draws;
        // The timeline has a measured part of its own.
        let measured = matches!(draws, Draws::One(View::Lead | View::Gap));
        html! {
            <>
                { hatches() }
                if draws == Draws::Page {
                    if has_issues {
                        <a class="skip" href="#gap">{ voice.say(Msg::SkipTo) }</a>
                    }
                    <header class="masthead">
                        <h1>{ voice.words(&meta.title) }</h1>
                        <p class="dek">{ voice.words(&meta.dek) }</p>
                    </header>
                }
                if let Record::Failed(_) = &state.record {
                    <div class="page-notice">{ record_state(voice, &state.record) }</div>
                }
                <div class="views" data-measure={measured.then_some("")}>
                    if draws.has(View::Lead) {
                        { lead(LeadProps {
                            voice,
                            state: state.clone(),
                            total: (*total).clone(),
                            act: act.clone(),
                        }) }
                    }
                    if draws.has(View::Timeline) {
                        { held(Timeline {
                            voice,
                            state: state.clone(),
                            adopted: props.adopted.clone(),
                            edition: props.edition.clone(),
                            act: act.clone(),
                        }) }
                    }
                    if has_issues && draws.has(View::Gap) {
                        // By itself the gap has no lead above it that sets the date.
                        if draws != Draws::Page {
                            { held(Told { voice, outline: state.outline.clone(), on: state.follow.told() }) }
                            { as_of_controls(voice, &state, &act) }
                        }
                        { held(Gap { voice, state, adopted: props.adopted.clone(), act }) }
                    }
                </div>
                // What time the timeline shows: `browser::announce` writes it, and nothing here does.
                <p class="visually-hidden" role="status"></p>
            </>
        }
    }
}

impl App {
    /// What a step of the keyboard does, which goes by the picture of the moment; `None` where nothing stands that way.
    fn step(&self, from: &str, direction: Direction, period: usize) -> Option<Action> {
        let picture = walked(&self.state, period);
        let id = neighbour(&self.state.shown, &picture, from, direction)?.to_owned();
        Some(match self.state.compare {
            Some(_) => Action::FocusIn(period, id),
            None => Action::FocusEvent(id),
        })
    }
}

/// A part of the page that is taken over as it stands. Its markup was written by the site builder from these same views;
/// it is never taken from a dossier.
pub fn adopted_html(name: &'static str, html: &AttrValue) -> Html {
    html! { <div class="adopted" data-adopted={name}>{ Html::from_html_unchecked(html.clone()) }</div> }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;
    use yew::LocalServerRenderer;

    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;
    use crate::views::{event, issue, record};

    /// The main page of a dossier as it is written ahead.
    fn written(dossier: &Dossier, locale: Locale) -> String {
        let voice = Voice::of(Manner::main_page(locale)).about(dossier);
        let adopted = Adopted {
            keys: AttrValue::default(),
            events: fragment(event::list(voice, dossier)).into(),
            positions: fragment(issue::list(voice, dossier)).into(),
        };
        let props = AppProps {
            voice,
            outline: Shared::new(dossier.outline()),
            events: Shared::new(Index::of_events(&dossier.events, locale.tag())),
            adopted: Shared::new(adopted),
            edition: Edition::default(),
            drawn_afresh: None,
            draws: Draws::Page,
            on_mount: Callback::noop(),
            on_state: Callback::noop(),
        };
        let app = block_on(LocalServerRenderer::<App>::with_props(props).hydratable(false).render());
        let sections = record::sections(voice, dossier, dossier.meta.default_as_of, "");
        app + &sections.into_iter().map(fragment).collect::<String>()
    }

    #[test]
    fn the_answer_is_the_first_heading_below_the_title_and_no_level_is_skipped() {
        let page = written(&us_dprk(), Locale::En);
        let headings: Vec<&str> = page
            .split("<h")
            .skip(1)
            .filter(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()))
            .collect();
        assert!(headings[0].starts_with("1>"), "{}", headings[0]);
        assert!(headings[1].starts_with("2 id=\"headline\" class=\"headline\""), "{}", headings[1]);
        let levels: Vec<u8> = headings.iter().map(|heading| heading.as_bytes()[0] - b'0').collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    }

    #[test]
    fn each_landmark_has_a_name_of_its_own() {
        let page = written(&us_dprk(), Locale::En);
        let names: Vec<&str> = page
            .split("<section ")
            .skip(1)
            .filter_map(|section| {
                let tag = section.split('>').next().unwrap_or_default();
                let named = tag.split_once(" aria-label")?.1;
                named.split('"').nth(1)
            })
            .collect();
        assert!(names.contains(&"headline") && names.len() > 5, "{names:?}");
        for (place, name) in names.iter().enumerate() {
            assert!(!names[..place].contains(name), "{name}: {names:?}");
            let is_there = page.contains(&format!("id=\"{name}\""));
            assert!(is_there || !name.ends_with("-heading"), "{name}");
        }
        // Without issues there is no sentence, and the title names what there is.
        let mut bare = us_dprk();
        bare.issues.clear();
        let page = written(&bare, Locale::En);
        assert!(!page.contains("id=\"headline\"") && page.contains("data-follows=\"lead\" aria-label=\""));
    }

    /// What speaks for those who do not see the page takes the voice of the language it stands in.
    #[test]
    fn the_texts_of_a_dossier_in_another_language_say_so() {
        let mut dossier = us_dprk();
        dossier.meta.languages = vec!["ko".to_owned()];
        let page = written(&dossier, Locale::En);
        for begins in [
            "<h1><bdi lang=\"ko\">",
            "<p class=\"dek\"><bdi lang=\"ko\">",
            "<h3 tabindex=\"-1\"><bdi lang=\"ko\">",
            "<span class=\"visually-hidden\">: <bdi lang=\"ko\">",
        ] {
            assert!(page.contains(begins), "{begins}");
        }
    }
}
