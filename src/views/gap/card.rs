//! One issue: its title and daylight, its picture, and on request the positions in force with their words and sources.

use yew::prelude::*;

use crate::analysis::{IssueOrder, daylight, top_rung};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::messages::Msg;
use crate::state::{Action, GapMode, Record, Shared};
use crate::views::element::html;
use crate::views::gap::picture::IssuePicture;
use crate::views::held::{Draw, Memory, held_by};
use crate::views::issue::{daylight_words, detail, stands, state_class};
use crate::views::words::{Voice, does, record_state};

/// The card of an issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub voice: Voice,
    pub outline: Shared<Dossier>,
    /// The issue's place in the dossier.
    pub index: usize,
    pub mode: GapMode,
    pub as_of: Day,
    /// The pictures' width, in pixels.
    pub width: f64,
    pub open: bool,
    /// In which order the cards stand: each says what puts it in its place.
    pub order: IssueOrder,
    /// The date since which a change counts.
    pub since: Day,
    /// Where the whole dossier is; only for the open card, so that the others need not be drawn again when it arrives.
    pub record: Option<Record>,
    pub act: Callback<Action>,
}

impl Draw for Card {
    fn draw(&self, _memory: &Memory) -> Html {
        let Card { voice, outline, index, mode, as_of, width, open, order, since, record, act } = self;
        let Some(issue) = outline.issues.get(*index) else { return Html::default() };
        let now = daylight(issue, *as_of);
        let id = issue.id.clone();
        let toggle = does(act, Action::OpenIssue((!open).then(|| id.clone())));
        let picture = |mode| IssuePicture {
            voice: *voice,
            outline: outline.clone(),
            index: *index,
            mode,
            as_of: *as_of,
            width: *width,
        };
        let reason = match order {
            IssueOrder::Actor if !issue.actors.is_empty() => {
                Some(voice.say(Msg::ToAct(&voice.names_of(outline, &issue.actors))))
            }
            // What it was then; what it is now stands above.
            IssueOrder::Change => {
                let then = daylight(issue, *since).state;
                Some(voice.say(Msg::IssueOn { apart: then, top: top_rung(issue), on: *since }))
            }
            _ => None,
        };
        html! {
            <article id={format!("issue-{id}")} class={classes!("card", open.then_some("open"))} data-follows={index.to_string()} data-panel={open.then_some("issue")}>
                <header>
                    <h3 tabindex="-1">{ voice.words(&issue.title) }</h3>
                    <a class={classes!("tag", state_class(now.state))} href={voice.issue_page(&id)} data-issue={id.clone()} translate="no">
                        { daylight_words(voice, issue, now.state) }
                        <span class="visually-hidden">{ ": " }{ voice.words(&issue.title) }</span>
                    </a>
                </header>
                <p class="question">{ voice.words(&issue.question) }</p>
                if let Some(reason) = reason {
                    <p class="chart-help">{ reason }</p>
                }
                <div class="pictures">
                    if *open || *mode == GapMode::Charts {
                        { held_by("chart", picture(GapMode::Charts)) }
                    }
                    if *open || *mode == GapMode::Ladders {
                        { held_by("ladder", picture(GapMode::Ladders)) }
                    }
                </div>
                { stands(*voice, outline, issue, &now) }
                <button type="button" class="open-issue" onclick={toggle} aria-expanded={if *open { "true" } else { "false" }}>
                    { voice.say(if *open { Msg::CloseIssue } else { Msg::OpenIssue }) }
                    <span class="visually-hidden">{ ": " }{ voice.words(&issue.title) }</span>
                </button>
                if *open {
                    <div class="issue-record">
                        if let Some(Record::Here(dossier)) = record {
                            { dossier.issue(&id).map(|issue| detail(*voice, dossier, issue, *as_of)).unwrap_or_default() }
                        } else if let Some(record) = record {
                            { record_state(*voice, record) }
                        }
                        { voice.own_page(voice.issue_page(&issue.id)) }
                    </div>
                }
            </article>
        }
    }
}
