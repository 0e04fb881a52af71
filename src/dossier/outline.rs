//! The parts of a dossier that the app is given. The outline is what the first screen needs: what happened when, and who stood
//! where. The record follows after it with the long texts (summaries, readings, quotations, notes, sources). What views written
//! ahead show is in neither.

use std::collections::BTreeSet;

use super::Dossier;
use super::model::{Event, Issue, Meta};
use super::text::Text;

impl Dossier {
    /// This dossier with all that the app opens: everything but the records of the views that are written ahead, the sources that only
    /// those cite, the method, and of the corrections all but the newest, whose day citations name.
    pub fn record(&self) -> Dossier {
        let cited =
            self.events.iter().flat_map(Event::cited).chain(self.issues.iter().flat_map(Issue::cited));
        let cited: BTreeSet<&String> = cited.collect();
        let newest = self.meta.corrections.iter().max_by_key(|correction| correction.on);
        Dossier {
            schema: None,
            meta: Meta {
                method: Vec::new(),
                corrections: newest.cloned().into_iter().collect(),
                ..self.meta.clone()
            },
            parties: self.parties.clone(),
            presets: self.presets.clone(),
            sources: self.sources.iter().filter(|source| cited.contains(&source.id)).cloned().collect(),
            events: self.events.clone(),
            event_table: self.event_table.clone(),
            issues: self.issues.clone(),
            documents: Vec::new(),
            terms: Vec::new(),
            estimates: Vec::new(),
            commitments: Vec::new(),
            processes: Vec::new(),
            arms_tests: None,
            argument: None,
        }
    }

    /// This record without its long texts and its sources. Ids, dates, titles, ladders, rungs and marks are all kept, so every
    /// number of daylight comes out the same.
    pub fn outline(&self) -> Dossier {
        let mut outline = self.record();
        outline.sources.clear();
        outline.meta.corrections.clear();
        for event in &mut outline.events {
            event.summary = Text::default();
            event.place = None;
            event.readings.clear();
            event.sources.clear();
            event.note = None;
            event.audited = None;
        }
        for issue in &mut outline.issues {
            for rung in &mut issue.ladder {
                rung.meaning = Text::default();
            }
            for position in &mut issue.positions {
                position.text = Text::default();
                position.quote = None;
                position.sources.clear();
                position.note = None;
                position.audited = None;
            }
        }
        outline
    }
}
