//! The choice of promises by who made them and of what sort they are. No program runs: the style sheet shows what the chosen
//! buttons name, so every count is written ahead.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::{Commitment, CommitmentKind, Side};
use crate::messages::PromisesMsg;
use crate::views::element::html;
use crate::views::words::Voice;

/// Who promised, as far as one may choose; each with the name it has in ids and classes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Anyone,
    Side(Side),
    Others,
}

const EVERYBODY: [(Who, &str); 4] =
    [(Who::Anyone, "any"), (Who::Side(Side::A), "a"), (Who::Side(Side::B), "b"), (Who::Others, "o")];

const SORTS: [(Option<CommitmentKind>, &str); 3] =
    [(None, "all"), (Some(CommitmentKind::Symbol), "symbol"), (Some(CommitmentKind::Substance), "substance")];

/// Whether it is among those who promised; a promise whose maker the dossier does not name is one of others.
fn made_by(dossier: &Dossier, promise: &Commitment, who: Who) -> bool {
    let sides = || promise.by.iter().map(|id| dossier.side_of(id));
    match who {
        Who::Anyone => true,
        Who::Side(side) => sides().any(|found| found == Some(side)),
        Who::Others => promise.by.is_empty() || sides().any(|found| found.is_none()),
    }
}

/// The classes by which a promise is shown or not.
pub fn classes_of(dossier: &Dossier, promise: &Commitment) -> String {
    let mut classes = "promise".to_owned();
    for (who, name) in EVERYBODY.iter().filter(|(who, _)| *who != Who::Anyone) {
        if made_by(dossier, promise, *who) {
            classes.push_str(&format!(" by-{name}"));
        }
    }
    let sort = SORTS.iter().find(|(kind, _)| *kind == Some(promise.kind)).map_or("", |(_, name)| *name);
    classes + " is-" + sort
}

fn counted(dossier: &Dossier, who: Who, sort: Option<CommitmentKind>) -> usize {
    let fits = |promise: &&Commitment| {
        made_by(dossier, promise, who) && sort.is_none_or(|sort| promise.kind == sort)
    };
    dossier.commitments.iter().filter(fits).count()
}

/// The buttons and the sentence that says what they leave.
pub fn choice(voice: Voice, dossier: &Dossier) -> Html {
    let others = counted(dossier, Who::Others, None) > 0;
    let everybody: Vec<_> = EVERYBODY.into_iter().filter(|(who, _)| others || *who != Who::Others).collect();
    let who_is = |who: Who| match who {
        Who::Anyone => voice.tell(PromisesMsg::All),
        Who::Side(side) => voice.called(dossier.side(side)).into(),
        Who::Others => voice.tell(PromisesMsg::Others),
    };
    let sort_is = |sort: Option<CommitmentKind>| {
        sort.map_or(voice.tell(PromisesMsg::All), |kind| voice.tell(PromisesMsg::Kind(kind)))
    };
    let button = |group: &'static str, name: &'static str, first: bool, label: AttrValue, counts: Html| {
        html! {
            <label class="choice">
                <input type="radio" name={group} id={format!("{group}-{name}")} value={name} checked={first} />
                { label }
                { " " }
                <span class="count">{ counts }</span>
            </label>
        }
    };
    // A button's count for each choice of the other kind; apart from each other where there are no styles.
    let count = |class: &'static str, name: &'static str, who: Who, sort: Option<CommitmentKind>| {
        html! { <><span class={format!("{class}-{name}")}>{ voice.locale.number(counted(dossier, who, sort)) }</span>{ " " }</> }
    };
    let of_who =
        |who: Who| html! { <>{ for SORTS.iter().map(|(sort, name)| count("is", name, who, *sort)) }</> };
    let of_sort =
        |sort| html! { <>{ for everybody.iter().map(|(who, name)| count("by", name, *who, sort)) }</> };
    let all = dossier.commitments.len();
    html! {
        <div class="promise-choice">
            <fieldset>
                <legend>{ voice.tell(PromisesMsg::Who) }</legend>
                <div class="choices">
                    { for everybody.iter().map(|(who, name)| button("promise-by", name, *who == Who::Anyone, who_is(*who), of_who(*who))) }
                </div>
            </fieldset>
            <fieldset>
                <legend>{ voice.tell(PromisesMsg::Sort) }</legend>
                <div class="choices">
                    { for SORTS.iter().map(|(sort, name)| button("promise-is", name, sort.is_none(), sort_is(*sort), of_sort(*sort))) }
                </div>
            </fieldset>
            <p class="promise-count" role="status">
                { for everybody.iter().map(|(who, name)| html! {
                    <span class={format!("by-{name}")}>
                        { for SORTS.iter().map(|(sort, name)| {
                            let left = counted(dossier, *who, *sort);
                            let words = if left == 0 { PromisesMsg::NothingLeft } else { PromisesMsg::Shown(left, all) };
                            html! { <span class={format!("is-{name}")}>{ voice.tell(words) }</span> }
                        }) }
                    </span>
                }) }
            </p>
        </div>
    }
}
