//! Finding events: the search field, the filters, what is asked at present, and what to drop where nothing matches.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::find::{Choice, Criterion, Matches};
use crate::messages::Msg;
use crate::state::{Action, AppState, FindAction, Finding, Record, Shared};
use crate::views::element::html;
use crate::views::held::{Draw, Memory, held};
use crate::views::words::{Voice, does, try_again};

/// The id of the search field and the name by which `browser::input` knows it.
const FIELD: &str = "find-text";

/// The search field with what belongs to it. The filters themselves are drawn when they are shown.
pub fn find(voice: Voice, state: &AppState, act: &Callback<Action>) -> Html {
    let finding = &state.finding;
    let total = state.events.len();
    let send = |action: FindAction| does(act, Action::Find(action));
    let asked = finding.filter.choices().len();
    let found = |count: usize| voice.say(Msg::Found { count, total });
    let count = finding.matches().map(|matches| matches.count());
    let hint = finding.open || finding.filter.asks(Criterion::Text);
    html! {
        <div class="find" role="search" aria-label={voice.say(Msg::Find)}>
            <div class="find-bar">
                <label class="visually-hidden" for={FIELD}>{ voice.say(Msg::Find) }</label>
                <input id={FIELD} type="search" data-control={FIELD} value={finding.filter.text.clone()} placeholder={voice.say(Msg::Find)}
                    maxlength={Finding::LONGEST.to_string()} autocomplete="off" spellcheck="false" aria-describedby="find-hint" />
                <button type="button" class="show-filters" aria-expanded={if finding.open { "true" } else { "false" }} aria-controls="find-panel"
                    onclick={send(FindAction::TogglePanel)}>{ voice.say(Msg::Filters(asked)) }</button>
                <p class="found" aria-hidden="true">{ if finding.seeking() { Some(voice.say(Msg::Seeking)) } else { count.map(found) } }</p>
            </div>
            // The count, told when the reader has paused; beside it the visible one changes at once.
            <p class="visually-hidden" role="status">{ finding.announced.map(found) }</p>
            <p id="find-hint" class="find-hint">{ hint.then(|| looked_in(voice, &state.record)) }</p>
            <div>{ active(voice, state, act) }</div>
            <div>{ finding.matches().filter(|matches| matches.count() == 0 && !finding.seeking()).map(|matches| no_match(voice, state, matches, act)) }</div>
            <div id="find-panel">
                if finding.open {
                    { held(Filters { voice, dossier: state.outline.clone(), finding: finding.clone(), act: act.clone() }) }
                }
            </div>
        </div>
    }
}

/// Where words are looked for; where the record could not be had, with what asks for it again.
fn looked_in(voice: Voice, record: &Record) -> Html {
    let failed = matches!(record, Record::Failed(_));
    let whole = matches!(record, Record::Here(_));
    let hint = if failed { Msg::FindFailed } else { Msg::FindHint { whole } };
    html! { <>{ voice.say(hint) }{ failed.then_some(" ") }{ failed.then(|| try_again(voice)) }</> }
}

/// What a value is called.
fn label(voice: Voice, dossier: &Dossier, choice: &Choice) -> AttrValue {
    match choice {
        Choice::Party(id) => {
            dossier.party(id).map(|party| voice.inside(&party.name).into()).unwrap_or_default()
        }
        Choice::Issue(id) => {
            dossier.issue(id).map(|issue| voice.inside(&issue.title).into()).unwrap_or_default()
        }
        Choice::Kind(kind) => voice.say(Msg::EventKind(*kind)),
        Choice::Level(level) => voice.say(Msg::Level(*level)),
        Choice::Weight(least) => voice.say(Msg::LeastWeight(*least)),
        Choice::Doubt(doubt) => voice.say(Msg::LeastDoubt(*doubt)),
    }
}

/// What is asked at present, each with a button that takes it away.
fn active(voice: Voice, state: &AppState, act: &Callback<Action>) -> Html {
    let filter = &state.finding.filter;
    if filter.is_empty() {
        return Html::default();
    }
    let clears = |drop: FindAction| does(act, Action::Find(drop));
    // By name: what is taken away must not give its element, and the focus, to another.
    let chip = |key: String, what: AttrValue, drop: FindAction| {
        html! {
            <li {key}><button type="button" aria-label={voice.say(Msg::RemoveFilter(&what))} onclick={clears(drop)}>{ what }{ " \u{d7}" }</button></li>
        }
    };
    let mut chips: Vec<Html> = Vec::new();
    if filter.asks(Criterion::Text) {
        let what = voice.say(Msg::Words(filter.text.trim()));
        chips.push(chip(String::new(), what, FindAction::Clear(Criterion::Text)));
    }
    for choice in filter.choices() {
        let key = [Finding::field(choice.criterion()), choice.name()].concat();
        chips.push(chip(key, label(voice, &state.outline, &choice), FindAction::Choose(choice, false)));
    }
    let several = chips.len() > 1;
    html! {
        <ul class="chips" aria-label={voice.say(Msg::ActiveFilters)}>
            { for chips }
            if several {
                <li key="all"><button type="button" class="clear" onclick={clears(FindAction::ClearAll)}>{ voice.say(Msg::ClearFilters) }</button></li>
            }
        </ul>
    }
}

/// That nothing matches, for each filter that is to blame a button that drops it, and where words may stand that no event has.
fn no_match(voice: Voice, state: &AppState, matches: &Matches, act: &Callback<Action>) -> Html {
    let filter = &state.finding.filter;
    let drops: Vec<(Criterion, usize)> = matches.without().collect();
    let values = |criterion: Criterion| {
        let mut values: Vec<AttrValue> = Vec::new();
        if criterion == Criterion::Text {
            values.push(voice.say(Msg::Words(filter.text.trim())));
        }
        let choices = filter.choices();
        let own = choices.iter().filter(|choice| choice.criterion() == criterion);
        values.extend(own.map(|choice| label(voice, &state.outline, choice)));
        values
    };
    let elsewhere = filter.asks(Criterion::Text) && !state.outline.issues.is_empty();
    html! {
        <>
            <div class="no-match">
                <p>{ voice.say(Msg::NoMatch) }{ " " }{ drops.is_empty().then(|| voice.say(Msg::NoneAlone)) }</p>
                { for drops.iter().map(|(criterion, count)| {
                    let values = values(*criterion);
                    let words = Msg::Without { criterion: *criterion, values: &values.join(", "), several: values.len() > 1, count: *count };
                    html! {
                        <button type="button" onclick={does(act, Action::Find(FindAction::Clear(*criterion)))}>{ voice.say(words) }</button>
                    }
                }) }
            </div>
            if elsewhere {
                <p class="find-hint">{ voice.say(Msg::OnlyEvents) }{ " " }<a href={[voice.base, "#gap"].concat()}>{ voice.say(Msg::GapHeading) }</a></p>
            }
        </>
    }
}

/// The filters: a group a criterion, and for each value how many events have it of those that meet the other criteria.
#[derive(Clone, Debug, PartialEq)]
struct Filters {
    voice: Voice,
    dossier: Shared<Dossier>,
    finding: Finding,
    act: Callback<Action>,
}

impl Draw for Filters {
    fn draw(&self, _memory: &Memory) -> Html {
        let Filters { voice, dossier: outline, finding, act } = self;
        let voice = *voice;
        let Some(found) = finding.found() else { return Html::default() };
        let choices = |criterion: Criterion| match criterion {
            Criterion::Party => outline.parties.iter().map(|party| Choice::Party(party.id.clone())).collect(),
            Criterion::Issue => outline.issues.iter().map(|issue| Choice::Issue(issue.id.clone())).collect(),
            _ => Choice::all(criterion),
        };
        let group = |(criterion, field): (Criterion, &'static str)| {
            let (counts, all) = (found.facets().of(criterion), found.all().of(criterion));
            let one_of = matches!(criterion, Criterion::Weight | Criterion::Doubt);
            let choices: Vec<Choice> = choices(criterion);
            // What no event of the dossier has is no choice.
            let offered: Vec<_> =
                choices.into_iter().zip(counts).zip(all).filter(|(_, all)| **all > 0).collect();
            if offered.is_empty() {
                return Html::default();
            }
            html! {
                <fieldset>
                    <legend>{ voice.say(Msg::Criterion(criterion)) }</legend>
                    <div class="choices">
                        { for offered.into_iter().map(|((choice, count), _)| html! {
                            <label class={if *count == 0 { "choice none" } else { "choice" }}>
                                <input type={if one_of { "radio" } else { "checkbox" }} name={field} data-control={field} value={choice.name().to_owned()}
                                    checked={finding.filter.has(&choice)} />
                                <span>{ label(voice, outline, &choice) }</span>
                                { " " }
                                <span class="count">{ voice.locale.number(*count) }</span>
                            </label>
                        }) }
                    </div>
                    if criterion == Criterion::Doubt {
                        <p class="find-hint">{ voice.say(Msg::DoubtHelp) }</p>
                    }
                </fieldset>
            }
        };
        let close = does(act, Action::Find(FindAction::TogglePanel));
        html! {
            <>
                <div class="filters">{ for Finding::FIELDS.into_iter().filter(|(criterion, _)| *criterion != Criterion::Text).map(group) }</div>
                // The way back to the picture, which on a phone is far above and below.
                <button type="button" onclick={close}>{ voice.say(Msg::ShowFound(found.count())) }</button>
            </>
        }
    }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    #[test]
    fn a_search_without_the_record_says_whether_it_is_still_to_come() {
        let hint = |record| fragment(looked_in(Voice::of(Manner::main_page(Locale::En)), &record));
        assert!(hint(Record::Loading).starts_with("Until the full record is here"));
        let failed = hint(Record::Failed("HTTP 404".to_owned()));
        assert!(failed.contains("could not be loaded") && !failed.contains("Until"), "{failed}");
        assert!(failed.contains("data-do=\"retry\""), "{failed}");
    }

    #[test]
    fn where_words_are_in_no_event_it_is_said_what_was_not_searched() {
        let dossier = crate::analysis::fixture::us_dprk();
        let events = Shared::new(crate::index::Index::of_events(&dossier.events, "en"));
        let state = std::rc::Rc::new(AppState::new(Shared::new(dossier), events));
        let after = |actions: Vec<FindAction>| {
            let state =
                actions.into_iter().fold(state.clone(), |state, action| state.reduce(Action::Find(action)));
            fragment(find(Voice::of(Manner::main_page(Locale::En)), &state, &Callback::noop()))
        };
        let type_in = |words: &str| FindAction::Text(words.to_owned());
        let link = "terms or promises. Their sections begin with <a href=\"#gap\">Issue by issue</a>";
        let nothing = after(vec![type_in("ffvd")]);
        assert!(nothing.contains("No event matches") && nothing.contains(link), "{nothing}");
        assert!(!after(vec![type_in("hanoi")]).contains(link));
        // No words, and nothing matches all the same.
        let choose = |choice: Choice| FindAction::Choose(choice, true);
        let party = Choice::Party("atlantis".to_owned());
        let wordless = after(vec![choose(party)]);
        assert!(wordless.contains("No event matches") && !wordless.contains(link), "{wordless}");
    }
}
