//! The parts of a dossier that the app is given. The outline is what the first screen needs: what happened when, and who stood
//! where. The record follows after it with the long texts (summaries, readings, quotations, notes, sources). What views written
//! ahead show is in neither.

use std::collections::BTreeSet;

use super::Dossier;
use super::model::{Event, Issue, Meta, Position, Rung};
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
        // Each is taken apart without `..`, so that a new field does not compile before it is said here whether the outline has it.
        for event in &mut outline.events {
            let Event {
                id: _,
                date: _,
                title: _,
                summary,
                kind: _,
                parties: _,
                lane: _,
                level: _,
                place,
                weight: _,
                readings,
                sources,
                confidence: _,
                note,
                audited,
            } = event;
            *summary = Text::default();
            *place = None;
            readings.clear();
            sources.clear();
            *note = None;
            *audited = None;
        }
        for issue in &mut outline.issues {
            let Issue { id: _, title: _, question: _, actors: _, gap: _, ladder, positions } = issue;
            for Rung { rung: _, label: _, meaning } in ladder {
                *meaning = Text::default();
            }
            for position in positions {
                let Position {
                    party: _,
                    role: _,
                    from: _,
                    until: _,
                    low: _,
                    high: _,
                    text,
                    quote,
                    event: _,
                    sources,
                    confidence: _,
                    judgement: _,
                    note,
                    audited,
                } = position;
                *text = Text::default();
                *quote = None;
                sources.clear();
                *note = None;
                *audited = None;
            }
        }
        outline
    }
}
