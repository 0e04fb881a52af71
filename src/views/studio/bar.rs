//! The bar above an open dossier: its title, how saving goes, undo and redo, finding, files; and what has to be said below it.

use yew::prelude::*;

use super::problems::count;
use super::words::{deed, did, say};
use crate::messages::StudioMsg;
use crate::studio::desk::{Desk, Told};
use crate::studio::files::MOST_NAMED;
use crate::studio::find::MOST;
use crate::studio::history::Deed;
use crate::studio::label;
use crate::studio::sitting::{NotKept, Notice, Saved, Sitting};
use crate::studio::value::Value;

/// The bar.
pub fn bar(sitting: &Sitting, desk: &Desk) -> Html {
    let meta = desk.doc().get("meta").unwrap_or(&Value::Null);
    let title = meta.get("title").and_then(|title| label::words(title, desk.language())).unwrap_or_default();
    let title = if title.is_empty() { say(StudioMsg::Untitled) } else { title.to_owned() };
    let [last, next] = [desk.history().last(desk.doc()), desk.history().next(desk.doc())];
    let undo = last.map(|last| say(StudioMsg::Undo(&deed(&last, desk.language()))));
    let redo = next.map(|next| say(StudioMsg::Redo(&deed(&next, desk.language()))));
    html! {
        <header class="studio-bar">
            <div class="studio-name">
                <button type="button" class="plain" data-do="close">{ say(StudioMsg::AllDossiers) }</button>
                <h1 id="studio-heading" tabindex="-1">{ title }</h1>
                { saved(&sitting.saved) }
            </div>
            <div class="studio-tools">
                <span class="studio-turns">
                    { turn_button("undo", StudioMsg::UndoWord, undo) }
                    { turn_button("redo", StudioMsg::RedoWord, redo) }
                </span>
                { find(desk) }
                <span class="studio-files" role="group" aria-label={say(StudioMsg::Export)}>
                    <span aria-hidden="true">{ say(StudioMsg::Export) }</span>
                    <button type="button" data-do="save-file" aria-label={[say(StudioMsg::Export), say(StudioMsg::SaveFile)].join(" ")}>{ say(StudioMsg::SaveFile) }</button>
                    <button type="button" data-do="save-zip" aria-label={[say(StudioMsg::Export), say(StudioMsg::SaveZip)].join(" ")}>{ say(StudioMsg::SaveZip) }</button>
                </span>
            </div>
        </header>
    }
}

fn turn_button(what: &'static str, word: StudioMsg<'_>, does: Option<String>) -> Html {
    let word = say(word);
    html! {
        <button type="button" data-do={what} title={does.clone()} aria-disabled={does.is_none().then_some("true")}
            aria-label={does.unwrap_or_else(|| word.clone())}>{ word }</button>
    }
}

/// How saving goes, for who looks there: it changes with every word, and is no live region. A failure is said below.
fn saved(saved: &Saved) -> Html {
    let (state, words) = match saved {
        Saved::Unchanged => ("kept", say(StudioMsg::Unchanged)),
        Saved::Pending => ("pending", say(StudioMsg::Saving)),
        Saved::Kept(when) => ("kept", say(StudioMsg::Saved(when))),
        Saved::Failed(_) => ("failed", String::new()),
    };
    html! { <span class="saved" id="saved" data-saved={state}>{ words }</span> }
}

fn find(desk: &Desk) -> Html {
    let hits = &desk.hits;
    let searched = desk.query.trim().chars().count() > 1;
    html! {
        <div class="studio-find">
            <label class="visually-hidden" for="studio-find">{ say(StudioMsg::Find) }</label>
            <input id="studio-find" type="search" autocomplete="off" placeholder={say(StudioMsg::Find)} value={desk.query.clone()} />
            if searched {
                <div class="studio-hits">
                    <p role="status">{ say(StudioMsg::Found(hits.len(), hits.len() == MOST)) }</p>
                    <ol>
                        { for hits.iter().map(|hit| {
                            let [before, found, after] = &hit.around;
                            html! {
                                <li><button type="button" data-do="go" data-path={hit.path.to_string()}>
                                    <span class="hit-record">{ &hit.record }</span>
                                    <span class="hit-words">{ before }<mark>{ found }</mark>{ after }</span>
                                </button></li>
                            }
                        }) }
                    </ol>
                </div>
            }
        </div>
    }
}

/// What has to be said: what is not kept first.
pub fn notices(sitting: &Sitting, desk: &Desk) -> Html {
    let failed = match &sitting.saved {
        Saved::Failed(NotKept::NoStore) => Some(say(StudioMsg::NoStore)),
        Saved::Failed(NotKept::Full) => Some(say(StudioMsg::Full)),
        Saved::Failed(NotKept::Other(why)) => Some(say(StudioMsg::NotSaved(why))),
        _ => None,
    };
    html! {
        <>
            if let Some(words) = failed {
                <p class="studio-notice" id="not-kept" role="alert">{ words }
                    { " " }<button type="button" data-do="save-file">{ [say(StudioMsg::Export), say(StudioMsg::SaveFile)].join(" ") }</button>
                </p>
            }
            if desk.read_only {
                <p class="studio-notice" id="read-only" role="alert">
                    { say(if sitting.notices.contains(&Notice::TakenOver) { StudioMsg::TakenOver } else { StudioMsg::ReadOnly }) }
                    { " " }<button type="button" data-do="take-over">{ say(StudioMsg::TakeOver) }</button>
                </p>
            }
            { put_away(&sitting.notices) }
        </>
    }
}

/// What stays until it is put away, all of it at once. What another tab took over has its own place.
pub fn put_away(notices: &[Notice]) -> Html {
    let words: Vec<String> = notices
        .iter()
        .filter_map(|notice| {
            Some(match notice {
                Notice::NotOpened(why) => say(StudioMsg::NotOpened(why)),
                Notice::LeftOut(files) => left_out(files),
                Notice::Unplaced(texts) => texts.to_string(),
                Notice::NoTable(name) => say(StudioMsg::NoTable(name)),
                Notice::LargeTable(rows) => say(StudioMsg::LargeTable(*rows)),
                Notice::Copied => say(StudioMsg::Copied),
                Notice::NotListed(why) => say(StudioMsg::NotListed(why)),
                Notice::TakenOver => return None,
            })
        })
        .collect();
    html! {
        if !words.is_empty() {
            <p class="studio-notice" id="studio-notice" role="alert">{ words.join(" ") }
                { " " }<button type="button" data-do="put-away" aria-label={say(StudioMsg::PutAway)}>{ "\u{d7}" }</button>
            </p>
        }
    }
}

/// The first files by name, and how many more there are: there may be any number of them.
fn left_out(files: &[String]) -> String {
    let named: Vec<&str> = files.iter().take(MOST_NAMED).map(String::as_str).collect();
    say(StudioMsg::LeftOut(&named.join(", "), files.len() - named.len()))
}

/// What was done last, for who cannot see it.
pub fn told(desk: &Desk) -> Html {
    let language = desk.language();
    let words = match &desk.told {
        None => return Html::default(),
        Some(Told::Undone(done)) if done.deed == Deed::Import && !desk.pasted.is_empty() => {
            [say(StudioMsg::Undone(&deed(done, language))), say(StudioMsg::PasteWaits)].join(". ")
        }
        Some(Told::Undone(done)) => say(StudioMsg::Undone(&deed(done, language))),
        Some(Told::Redone(done)) => say(StudioMsg::Redone(&deed(done, language))),
        Some(Told::Moved(at, count)) => say(StudioMsg::Moved(*at, *count)),
        Some(Told::Did(done)) => did(done, desk.schema(), language),
        Some(Told::Stood(count)) => say(StudioMsg::Stood(*count)),
    };
    // An element of its own, so that the same words are told again.
    html! { <span key={desk.tells}>{ words }</span> }
}

/// What is new now that nobody writes, for who cannot see it: the first time that the dossier is kept, and how many problems there are.
pub fn rest(desk: &Desk) -> String {
    let kept = desk.rest.kept.then(|| say(StudioMsg::Unchanged));
    kept.into_iter().chain(desk.rest.count.map(count)).collect::<Vec<_>>().join(". ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::desk::{Command, Rest};
    use crate::studio::edit::Edit;
    use crate::studio::fixture::{schema, tiny};
    use crate::studio::path::Path;

    #[test]
    fn of_many_files_the_first_are_named_and_the_rest_counted() {
        let files = |count: usize| (0..count).map(|at| format!("{at}.txt")).collect::<Vec<_>>();
        assert!(left_out(&files(2)).ends_with("left out: 0.txt, 1.txt."));
        assert!(left_out(&files(10)).ends_with(", 8.txt, 9.txt."));
        assert!(left_out(&files(60_000)).ends_with(", 8.txt, 9.txt and 59,990 more."));
    }
    #[test]
    fn a_rest_tells_in_one_sentence_what_is_new() {
        let mut desk = Desk::new(schema(), tiny());
        let rests = [
            (false, None, ""),
            (true, None, "Kept in this browser"),
            (true, Some((0, 0)), "Kept in this browser. No problems"),
            (false, Some((1, 2)), "1 error, 2 warnings"),
        ];
        for (kept, count, words) in rests {
            desk.rest = Rest { kept, count };
            assert_eq!(rest(&desk), words);
        }
    }

    /// Rows that are taken back are nowhere to be seen: it is said where they wait.
    #[cfg(feature = "native")]
    #[test]
    fn rows_that_are_taken_back_say_where_they_are() {
        use crate::studio::desk::Rows;
        use crate::views::fragment::fragment;
        let waits = "The rows you pasted are under \u{201c}Paste a spreadsheet\u{201d}.";
        let mut desk = Desk::new(schema(), tiny());
        let answer = ["read", r#"{"events": [{"id": "x", "title": "X"}]}"#, "1", "0"].map(str::to_owned);
        desk.act(Command::Pasted("title\nX".to_owned()));
        desk.act(Command::Rows(Some(Rows::of(&answer))));
        desk.act(Command::Join);
        let list = |desk: &Desk| fragment(super::super::list::records(desk));
        assert!(!list(&desk).contains(waits));
        desk.act(Command::Undo);
        assert!(fragment(told(&desk)).contains(&format!("Undone: importing to Events. {waits}")));
        assert!(list(&desk).contains(waits), "{}", list(&desk));
        desk.act(Command::Redo);
        assert!(!fragment(told(&desk)).contains(waits) && !list(&desk).contains(waits));
    }

    /// Saving and checking go on with every word: what shows them is no live region, and speaks over nobody.
    #[cfg(feature = "native")]
    #[test]
    fn what_changes_while_one_writes_is_told_by_no_live_region() {
        use crate::views::fragment::fragment;
        let mut sitting = Sitting::new(schema(), "Talks".to_owned(), true);
        let mut desk = Desk::new(schema(), tiny());
        let states = [Saved::Unchanged, Saved::Pending, Saved::Kept("22:28:52".to_owned())];
        for (at, state) in (0_u32..).zip(states) {
            sitting.saved = state;
            let typed = Edit::Type(Path::parse("/meta/title"), format!("T{at}"));
            desk.act(Command::Edit(typed, Some(f64::from(at))));
            let drawn = [
                bar(&sitting, &desk),
                notices(&sitting, &desk),
                super::super::problems::problems(&desk),
                told(&desk),
                rest(&desk).into(),
            ];
            let drawn = drawn.map(fragment).concat();
            assert!(drawn.contains("id=\"saved\" data-saved="), "{drawn}");
            assert!(!drawn.contains("role=\"status\"") && !drawn.contains("role=\"alert\""), "{drawn}");
        }
        assert_eq!(fragment(told(&desk)), "");
        sitting.saved = Saved::Failed(NotKept::Full);
        assert!(fragment(notices(&sitting, &desk)).contains("id=\"not-kept\" role=\"alert\""));
    }
}
