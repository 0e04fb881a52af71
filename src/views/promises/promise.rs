//! One promise: what, by whom to whom, its strip, how it stands on the as-of date, and the record in words.

use yew::prelude::*;

use super::choice::classes_of;
use super::strip::{HEIGHT, strip};
use crate::analysis::{Run, Stage, events_of, run_on, runs};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Commitment, Side};
use crate::layout::promises::{WIDTH, YearAxis, strip as segments};
use crate::messages::{DateStyle, Msg, PromisesMsg};
use crate::views::dated::Holds;
use crate::views::drawn::Drawn;
use crate::views::element::html;
use crate::views::event::side_class;
use crate::views::readings::parts::{direction, labelled, references};
use crate::views::words::{Voice, belongs_to, marks};

/// The promise.
pub fn promise(voice: Voice, dossier: &Dossier, axis: YearAxis, as_of: Day, promise: &Commitment) -> Html {
    let words = voice.text(&promise.text);
    let dir = direction(&words);
    let strip = strip(&segments(promise, axis, dossier.meta.span.to), axis, as_of, WIDTH);
    let sources: Vec<&str> = promise.sources.iter().map(String::as_str).collect();
    let set_by = belongs_to(&events_of(dossier, promise.made_on, &sources));
    html! {
        <li class={classes!(classes_of(dossier, promise), side_class(one_side(dossier, promise)))} id={format!("promise-{}", promise.id)}
            data-set-by={set_by} data-clause={promise.clause.clone()}>
            <div>
                <h3 {dir}>{ words }</h3>
                <p class="promise-facts">{ facts(voice, dossier, promise) }</p>
            </div>
            <div class="promise-state">
                { strip }
                <p>{ states(voice, promise, as_of) }</p>
            </div>
            { record(voice, dossier, promise) }
        </li>
    }
}

/// The strip by itself; after it, how the promise stands on the date.
pub(super) fn drawn(
    voice: Voice,
    dossier: &Dossier,
    axis: YearAxis,
    as_of: Day,
    promise: &Commitment,
) -> Drawn {
    let state = match run_on(promise, as_of) {
        Some(Run { stage: Stage::NoRecord, from, .. }) => PromisesMsg::NoRecordSince(from),
        Some(Run { stage: Stage::Recorded(status), since, .. }) => PromisesMsg::Since(status.state, since),
        _ => PromisesMsg::NotYetMade,
    };
    Drawn {
        name: voice.text(&promise.text),
        about: format!(
            "{} \u{b7} {}",
            whose(voice, dossier, promise),
            voice.tell(PromisesMsg::Made(promise.made_on))
        )
        .into(),
        rows: Vec::new(),
        picture: strip(&segments(promise, axis, dossier.meta.span.to), axis, as_of, WIDTH - axis.x(as_of)),
        height: HEIGHT,
        words: voice.tell(state),
        side: side_class(one_side(dossier, promise)),
        // The sheet over the strip makes pale what came after.
        is_later: false,
    }
}

/// The side that promised, where it was one alone.
fn one_side(dossier: &Dossier, promise: &Commitment) -> Option<Side> {
    match promise.by.as_slice() {
        [one] => dossier.side_of(one),
        _ => None,
    }
}

/// In whose colours the promises are, each once: a side's own, and that of promises which no side made alone.
pub(super) fn sides(voice: Voice, dossier: &Dossier) -> Vec<(&'static str, AttrValue)> {
    let made_by = |side| dossier.commitments.iter().any(|promise| one_side(dossier, promise) == side);
    let name = |side| match side {
        Some(side) => AttrValue::from(voice.called(dossier.side(side))),
        None => voice.tell(PromisesMsg::NoOneSide),
    };
    let sides = [Some(Side::A), Some(Side::B), None].into_iter().filter(|side| made_by(*side));
    sides.map(|side| (side_class(side), name(side))).collect()
}

/// "Washington to Pyongyang".
fn whose(voice: Voice, dossier: &Dossier, promise: &Commitment) -> AttrValue {
    let names = |ids: &[String]| {
        if ids.is_empty() { voice.tell(PromisesMsg::Nobody) } else { voice.names_of(dossier, ids).into() }
    };
    let each_other = promise.by.len() > 1 && promise.by.iter().all(|id| promise.to.contains(id));
    if each_other && promise.by.len() == promise.to.len() {
        voice.tell(PromisesMsg::Mutual(&names(&promise.by)))
    } else if promise.to.is_empty() {
        voice.tell(PromisesMsg::ToNobody(&names(&promise.by)))
    } else {
        voice.tell(PromisesMsg::FromTo(&names(&promise.by), &names(&promise.to)))
    }
}

/// "Washington to Pyongyang · Substance · can be undone · made on 12 June 2018, Singapore statement, clause 3".
fn facts(voice: Voice, dossier: &Dossier, promise: &Commitment) -> Html {
    let facts = [
        voice.tell(PromisesMsg::Kind(promise.kind)),
        voice.tell(PromisesMsg::Reversible(promise.reversible)),
        voice.tell(PromisesMsg::Made(promise.made_on)),
    ];
    let rest: String =
        facts.iter().filter(|fact| !fact.is_empty()).map(|fact| format!(" \u{b7} {fact}")).collect();
    let place = voice.text(&promise.r#where);
    let known = |id: &&String| {
        dossier.documents.iter().flat_map(|document| &document.clauses).any(|clause| clause.id == **id)
    };
    let clause = promise.clause.as_ref().filter(known);
    html! {
        <>
            <b class="whose">{ whose(voice, dossier, promise) }</b>
            { rest }
            if !place.is_empty() {
                { " \u{b7} " }
                if let Some(clause) = clause {
                    <a href={format!("{}#clause-{clause}", voice.base)}>{ place }</a>
                } else {
                    { place }
                }
            }
        </>
    }
}

/// How it stands, state by state, each with what is on record since it began: a later note stands beside the earlier ones and hides none,
/// for what one side is reproached with may be any of them. The style sheet shows what holds on the as-of date.
fn states(voice: Voice, promise: &Commitment, as_of: Day) -> Html {
    let runs = runs(promise);
    let stretches = runs.chunk_by(|one, next| one.since == next.since);
    html! { <>{ for stretches.map(|stretch| state(voice, stretch, as_of)) }</> }
}

/// One state: its name from its first day, and each of its notes from the note's own, all to its end.
fn state(voice: Voice, stretch: &[Run<'_>], as_of: Day) -> Html {
    let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { return Html::default() };
    let end = last.end;
    let words = match first.stage {
        Stage::NotMade => PromisesMsg::NotYetMade,
        Stage::NoRecord => PromisesMsg::NoRecordSince(first.from),
        Stage::Recorded(status) => PromisesMsg::Since(status.state, first.since),
    };
    let noted = stretch.iter().filter_map(|run| match run.stage {
        Stage::Recorded(status) => Some((run, voice.text(status.note.as_ref()?))),
        _ => None,
    });
    let holds = Holds { from: first.from, end };
    html! {
        <>
            <span data-dates={holds.dates()} data-now={holds.now(as_of)}><b>{ voice.tell(words) }</b></span>
            { for noted.enumerate().map(|(place, (run, note))| {
                let holds = Holds { from: run.from, end };
                // The state's own day has been named.
                let on = (run.from > run.since).then(|| voice.locale.day(run.from, DateStyle::Long) + ": ");
                let dir = direction(&note);
                html! {
                    <span data-dates={holds.dates()} data-now={holds.now(as_of)}>
                        { if place == 0 { ". " } else { " " } }
                        { on.unwrap_or_default() }
                        if dir.is_some() {
                            <span {dir}>{ note }</span>
                        } else {
                            { note }
                        }
                    </span>
                }
            }) }
        </>
    }
}

/// The strip in words: every state with its day, note and sources.
fn record(voice: Voice, dossier: &Dossier, promise: &Commitment) -> Html {
    let recorded: Vec<_> = runs(promise)
        .into_iter()
        .filter_map(|run| match run.stage {
            Stage::Recorded(status) => Some(status),
            _ => None,
        })
        .collect();
    html! {
        <details>
            <summary>{ voice.tell(if recorded.is_empty() { PromisesMsg::NoStates } else { PromisesMsg::Record(recorded.len()) }) }</summary>
            if let Some(words) = promise.announced_as.as_ref() {
                { labelled(voice, "", voice.tell(PromisesMsg::AnnouncedAs), words) }
            }
            { references(voice, dossier, &promise.sources) }
            <ol>
                { for recorded.iter().map(|status| {
                    let note = status.note.as_ref().map(|note| voice.text(note)).unwrap_or_default();
                    let dir = direction(&note);
                    html! {
                        <li>
                            { voice.locale.day(status.on, DateStyle::Long) }
                            { " " }
                            <b>{ voice.tell(PromisesMsg::State(status.state)) }</b>
                            if !note.is_empty() {
                                <p {dir}>{ note }</p>
                            }
                            { references(voice, dossier, &status.sources) }
                        </li>
                    }
                }) }
            </ol>
            if let Some(note) = promise.note.as_ref() {
                { labelled(voice, "note", voice.say(Msg::Note), note) }
            }
            if promise.confidence.is_some() {
                { marks(voice, promise.confidence, false, None, None) }
            }
        </details>
    }
}
