//! Which of the app's parts follow the as-of date at once: those on the screen. The others follow where it rests, so that a step costs
//! what of it can be seen.

use crate::dossier::date::Day;

/// A view that the app draws; the others are written ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The sentence of the as-of date and total daylight.
    Lead,
    /// The events.
    Timeline,
    /// The daylight issue by issue.
    Gap,
}

impl View {
    /// The view with this id, which is its section's; `None` where that is none of the app's own.
    pub fn of_id(id: &str) -> Option<View> {
        match id {
            "lead" => Some(View::Lead),
            "timeline" => Some(View::Timeline),
            "gap" => Some(View::Gap),
            _ => None,
        }
    }
}

/// A part of the page that is on the screen or off it as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A view, of the gap all but what follows.
    View(View),
    /// The gap's table.
    Table,
    /// The card of the issue with this place in the dossier.
    Card(usize),
}

impl Part {
    /// The part of this name, which its element has as `data-follows`: a view's id, `table`, or a card's number.
    pub fn parse(name: &str) -> Option<Part> {
        match name {
            "table" => Some(Part::Table),
            _ => View::of_id(name).map(Part::View).or_else(|| name.parse().ok().map(Part::Card)),
        }
    }
}

/// How one part follows the date.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Following {
    /// The date that it shows: the as-of date, or while it is off the screen and the date moves, an earlier one.
    on: Day,
    /// Whether it is on the screen.
    seen: bool,
}

/// How each part follows the date.
#[derive(Clone, Debug, PartialEq)]
pub struct Follow {
    /// The date where all follows.
    on: Day,
    /// Those of which it is known where they are; what is not here is taken for seen.
    parts: Vec<(Part, Following)>,
    /// The date that was told last to those who do not see it: one at which it rested, not each that it ran through.
    told: Option<Day>,
}

impl Follow {
    /// All of them seen, on a date.
    pub(super) fn new(on: Day) -> Follow {
        Follow { on, parts: Vec::new(), told: None }
    }

    /// The date that a part shows.
    pub fn on(&self, part: Part) -> Day {
        self.parts.iter().find(|(known, _)| *known == part).map_or(self.on, |(_, following)| following.on)
    }

    /// The date to tell to those who do not see it; `None` before it first moved.
    pub fn told(&self) -> Option<Day> {
        self.told
    }

    /// The date rests and is told.
    pub(super) fn tell(&mut self) {
        self.told = Some(self.on);
    }

    /// Parts came onto the screen, or went from it.
    pub(super) fn see(&mut self, changes: &[(Part, bool)]) {
        for (part, seen) in changes {
            match self.parts.iter_mut().find(|(known, _)| known == part) {
                Some((_, following)) => following.seen = *seen,
                None => self.parts.push((*part, Following { on: self.on, seen: *seen })),
            }
        }
    }

    /// Moves the parts on the screen to a date, or all of them.
    pub(super) fn go(&mut self, day: Day, all: bool) {
        self.on = day;
        for (_, following) in &mut self.parts {
            if all || following.seen {
                following.on = day;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_a_name_in_markup() {
        let names = ["lead", "gap", "table", "0", "17", "", "-1", "words"];
        let parts = [
            Some(Part::View(View::Lead)),
            Some(Part::View(View::Gap)),
            Some(Part::Table),
            Some(Part::Card(0)),
            Some(Part::Card(17)),
            None,
            None,
            None,
        ];
        assert_eq!(names.map(Part::parse), parts);
    }

    #[test]
    fn each_part_follows_for_itself() {
        let [first, second, third] = [100, 101, 102].map(Day::from_number_clamped);
        let mut follow = Follow::new(first);
        follow.see(&[(Part::Card(0), false), (Part::Card(1), true)]);
        follow.go(second, false);
        let on = |follow: &Follow| [Part::Card(0), Part::Card(1), Part::Table].map(|part| follow.on(part));
        assert_eq!(on(&follow), [first, second, second]);
        follow.see(&[(Part::Card(0), true), (Part::Card(1), false)]);
        follow.go(third, false);
        assert_eq!(on(&follow), [third, second, third]);
        follow.go(third, true);
        assert_eq!(on(&follow), [third; 3]);
    }
}
