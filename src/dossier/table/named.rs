//! The rows of a table that a dossier speaks of.

use super::super::Dossier;
use super::super::model::Event;
use super::EventTable;

impl EventTable {
    /// The events that positions of a dossier name and only the table has, as records: what is told of positions tells of them.
    pub fn named_by(&self, dossier: &Dossier) -> Vec<Event> {
        let mut found: Vec<Event> = Vec::new();
        for issue in &dossier.issues {
            for id in issue.positions.iter().filter_map(|position| position.event.as_deref()) {
                let known = |events: &[Event]| events.iter().any(|event| event.id == id);
                if let Some(row) = self.position(id)
                    && !known(&found)
                    && !known(&dossier.events)
                {
                    found.extend(self.event(row));
                }
            }
        }
        found
    }
}
