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

/// A change, for its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What was done.
    pub deed: Deed,
    /// What came, went or was changed.
    pub about: Path,
    /// A version that has it.
    pub version: Value,
}

/// A change that can be undone.
#[derive(Clone, Debug)]
struct Turn {
    /// The version before it; of one that was undone, the version after it.
    before: Value,
    /// What was done.
    deed: Deed,
    /// What it is about: what went, as it was called before, and all else as it was called afterwards.
    about: Path,
    /// Where one looks for it, as that was called afterwards.
    place: Path,
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
    /// Notes a change: what was done, about what, and the place where one looks for it. `at` is the time in milliseconds where it was a step of writing: steps that follow
    /// one another in one place are one.
    pub fn note(&mut self, before: Value, (deed, about): (Deed, &Path), place: Path, at: Option<f64>) {
        self.future.clear();
        if let (Some(at), Some(last)) = (at, self.past.last_mut())
            && last.place == place
            && last.open.is_some_and(|open| at - open <= ONE_STROKE)
        {
            last.open = Some(at);
            return;
        }
        self.past.push(Turn { before, deed, about: about.clone(), place, open: at });
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
        let (version, place) = (turn.before.clone(), turn.place.clone());
        self.future.push(Turn { before: now.clone(), open: None, ..turn });
        Some((version, place))
    }

    /// Makes it again.
    pub fn redo(&mut self, now: &Value) -> Option<(Value, Path)> {
        let turn = self.future.pop()?;
        let (version, place) = (turn.before.clone(), turn.place.clone());
        self.past.push(Turn { before: now.clone(), open: None, ..turn });
        Some((version, place))
    }

    /// What undo would take back.
    pub fn last(&self, now: &Value) -> Option<Done> {
        let turn = self.past.last()?;
        Some(turn.done(&turn.before, now))
    }

    /// What redo would make again.
    pub fn next(&self, now: &Value) -> Option<Done> {
        let turn = self.future.last()?;
        Some(turn.done(now, &turn.before))
    }
}

impl Turn {
    /// What went is in the version before the change, all else in the one after it.
    fn done(&self, before: &Value, after: &Value) -> Done {
        let version = if self.deed == Deed::Remove { before } else { after };
        Done { deed: self.deed, about: self.about.clone(), version: version.clone() }
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
        let write = (Deed::Write, &here);
        history.note(version(0), write, here.clone(), Some(0.0));
        history.note(version(1), write, here.clone(), Some(1000.0));
        history.note(version(2), write, here.clone(), Some(2400.0));
        history.note(version(3), write, here.clone(), Some(9000.0));
        assert_eq!(history.undo(&version(4)), Some((version(3), here.clone())));
        assert_eq!(history.undo(&version(3)), Some((version(0), here.clone())));
        assert_eq!(history.undo(&version(0)), None);
        assert_eq!(history.redo(&version(0)), Some((version(3), here.clone())));
        assert_eq!(history.redo(&version(3)), Some((version(4), here.clone())));
        history.close();
        history.note(version(4), write, here.clone(), Some(9001.0));
        assert_eq!(history.undo(&version(5)), Some((version(4), here)), "closed");
    }

    #[test]
    fn a_new_change_forgets_what_was_undone() {
        let mut history = History::default();
        let root = Path::default();
        history.note(version(0), (Deed::Add, &root), root.clone(), None);
        history.undo(&version(1));
        history.note(version(0), (Deed::Remove, &root), root.clone(), None);
        assert_eq!(history.next(&version(1)), None);
    }

    #[test]
    fn what_came_is_in_the_version_after_it_and_what_went_in_the_one_before() {
        for (deed, has_it) in [(Deed::Add, 1), (Deed::Remove, 0)] {
            let (mut history, about) = (History::default(), Path::parse("/events/1"));
            history.note(version(0), (deed, &about), Path::parse("/events/0"), None);
            let told = Some(Done { deed, about, version: version(has_it) });
            assert_eq!(history.last(&version(1)), told);
            history.undo(&version(1));
            assert_eq!(history.next(&version(0)), told);
            history.redo(&version(0));
            assert_eq!(history.last(&version(1)), told);
        }
    }
}
