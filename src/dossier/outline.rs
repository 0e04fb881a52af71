//! The parts of a dossier that the app is given. The outline is what the first screen needs: what happened when, and who stood
//! where. The record follows after it with the long texts (summaries, readings, quotations, notes, sources). What views written
//! ahead show is in neither.

use std::collections::BTreeSet;

use super::Dossier;
use super::model::Meta;
use super::text::{Quote, Text};

impl Dossier {
    /// This dossier with all that the app opens: everything but the records of the views that are written ahead, the sources that only
    /// those cite, the method, and of the corrections all but the newest, whose day citations name.
    pub fn record(&self) -> Dossier {
        let cited: BTreeSet<&str> = self.cited_by_records().map(String::as_str).collect();
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
            sources: self
                .sources
                .iter()
                .filter(|source| cited.contains(source.id.as_str()))
                .cloned()
                .collect(),
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

    /// Ids of the sources that events and issues cite, some more than once.
    fn cited_by_records(&self) -> impl Iterator<Item = &String> {
        let events = self.events.iter().flat_map(|event| {
            let read = event.readings.iter().flat_map(|item| Quote::cited(&item.sources, &item.quote));
            event.sources.iter().chain(read)
        });
        let positions = self.issues.iter().flat_map(|issue| &issue.positions);
        events.chain(positions.flat_map(|item| Quote::cited(&item.sources, &item.quote)))
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
