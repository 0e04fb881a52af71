//! Undo and redo without limit. Each step keeps the version before it, which shares with its neighbours all that did not change.

use super::path::Path;
use super::value::Value;

/// Milliseconds between two steps of writing in one field within which they are one step to undo.
const ONE_STROKE: f64 = 1500.0;

/// What kind of change a step was, for the words on the buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A field was written in.
    Write,
    /// Something came into being.
    Add,
    /// Something went.
    Remove,
    /// Something was copied.
    Duplicate,
    /// Something took another place.
    Move,
    /// A record was called otherwise.
    Rename,
    /// Records came from a table.
    Import,
}

/// A change that can be undone.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The version before it.
    before: Value,
    /// What was done.
    pub deed: Deed,
    /// Where, as it was called afterwards.
    pub place: Path,
    /// When it was done last, in milliseconds, where more of the same may follow.
    open: Option<f64>,
}

/// The changes of one sitting.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Turn>,
    future: Vec<Turn>,
}

impl History {
    /// Notes a change. `at` is the time in milliseconds where it was a step of writing: steps that follow one another in one place are one.
    pub fn note(&mut self, before: Value, deed: Deed, place: Path, at: Option<f64>) {
        self.future.clear();
        if let (Some(at), Some(last)) = (at, self.past.last_mut())
            && last.place == place
            && last.open.is_some_and(|open| at - open <= ONE_STROKE)
        {
            last.open = Some(at);
            return;
        }
        self.past.push(Turn { before, deed, place, open: at });
    }

    /// The next step of writing begins a new change.
    pub fn close(&mut self) {
        if let Some(last) = self.past.last_mut() {
            last.open = None;
        }
    }

    /// Takes the last change back: gives the version before it, and its place.
    pub fn undo(&mut self, now: &Value) -> Option<(Value, Path)> {
        let turn = self.past.pop()?;
        let (version, place) = (turn.before, turn.place.clone());
        self.future.push(Turn { before: now.clone(), deed: turn.deed, place: turn.place, open: None });
        Some((version, place))
    }

    /// Makes it again.
    pub fn redo(&mut self, now: &Value) -> Option<(Value, Path)> {
        let turn = self.future.pop()?;
        let (version, place) = (turn.before, turn.place.clone());
        self.past.push(Turn { before: now.clone(), deed: turn.deed, place: turn.place, open: None });
        Some((version, place))
    }

    /// What undo would take back.
    pub fn last(&self) -> Option<&Turn> {
        self.past.last()
    }

    /// What redo would make again.
    pub fn next(&self) -> Option<&Turn> {
        self.future.last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(number: u32) -> Value {
        Value::Number(number.to_string().into())
    }

    #[test]
    fn writing_in_one_place_is_one_change_until_it_pauses() {
        let (mut history, here) = (History::default(), Path::parse("/meta/title"));
        history.note(version(0), Deed::Write, here.clone(), Some(0.0));
        history.note(version(1), Deed::Write, here.clone(), Some(1000.0));
        history.note(version(2), Deed::Write, here.clone(), Some(2400.0));
        history.note(version(3), Deed::Write, here.clone(), Some(9000.0));
        assert_eq!(history.undo(&version(4)), Some((version(3), here.clone())));
        assert_eq!(history.undo(&version(3)), Some((version(0), here.clone())));
        assert_eq!(history.undo(&version(0)), None);
        assert_eq!(history.redo(&version(0)), Some((version(3), here.clone())));
        assert_eq!(history.redo(&version(3)), Some((version(4), here.clone())));
        history.close();
        history.note(version(4), Deed::Write, here.clone(), Some(9001.0));
        assert_eq!(history.undo(&version(5)), Some((version(4), here)), "closed");
    }

    #[test]
    fn a_new_change_forgets_what_was_undone() {
        let mut history = History::default();
        history.note(version(0), Deed::Add, Path::default(), None);
        history.undo(&version(1));
        history.note(version(0), Deed::Remove, Path::default(), None);
        assert!(history.next().is_none());
    }
}
