//! How the reader looks at the gap: in which order the issues stand, and how much each counts in the total.

use crate::analysis::{IssueOrder, Weights, issue_order};
use crate::dossier::Dossier;
use crate::dossier::date::Day;

/// The most an issue can count.
pub const MOST_WEIGHT: u16 = 3;

/// The orders with their names in addresses.
const ORDERS: [(IssueOrder, &str); 4] = [
    (IssueOrder::Given, "given"),
    (IssueOrder::Width, "width"),
    (IssueOrder::Change, "change"),
    (IssueOrder::Actor, "actor"),
];

/// The order's name in addresses and fields.
pub fn order_name(order: IssueOrder) -> &'static str {
    ORDERS.iter().find(|(known, _)| *known == order).map_or("given", |(_, name)| name)
}

/// The order of this name.
pub fn parse_order(name: &str) -> Option<IssueOrder> {
    ORDERS.iter().find(|(_, known)| *known == name).map(|(order, _)| *order)
}

/// The reader's choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GapView {
    /// In which order the issues stand.
    pub order: IssueOrder,
    /// The date since which a change counts; `None` for the first that has a button of its own.
    pub since: Option<Day>,
    /// How much each issue counts.
    pub weights: Weights,
}

impl GapView {
    /// The date since which a change counts.
    pub fn since(&self, dossier: &Dossier) -> Day {
        // Not the date that the page opens on: nothing has changed since then.
        let first = dossier.presets.iter().map(|preset| preset.on).min();
        self.since.or(first).unwrap_or(dossier.meta.default_as_of)
    }

    /// The issues' places in the dossier, in that order at a date.
    pub fn places(&self, dossier: &Dossier, on: Day) -> Vec<usize> {
        issue_order(dossier, self.order, on, self.since(dossier))
    }

    /// Gives an issue a weight from 0 to [`MOST_WEIGHT`].
    pub fn weigh(&mut self, issue: usize, weight: u16) {
        self.weights.set(issue, weight.min(MOST_WEIGHT));
    }

    /// The weights that are not 1, by the issues' ids: `scope_2.sequence_0`.
    pub fn weights_text(&self, dossier: &Dossier) -> String {
        let own = dossier.issues.iter().enumerate().filter_map(|(place, issue)| {
            let weight = self.weights.of(place);
            (weight != 1).then(|| [&issue.id, "_", &weight.to_string()].concat())
        });
        own.collect::<Vec<_>>().join(".")
    }

    /// Reads such a text. Issues that the dossier does not have and weights that are none are left out.
    pub fn parse_weights(text: &str, dossier: &Dossier) -> Weights {
        let mut view = GapView::default();
        for part in text.split('.') {
            let Some((id, weight)) = part.rsplit_once('_') else { continue };
            let place = dossier.issues.iter().position(|issue| issue.id == id);
            if let (Some(place), Ok(weight)) = (place, weight.parse()) {
                view.weigh(place, weight);
            }
        }
        view.weights
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;

    #[test]
    fn weights_come_back_as_they_were() {
        let dossier = us_dprk();
        let mut view = GapView::default();
        view.weigh(1, 0);
        view.weigh(3, 9);
        let text = view.weights_text(&dossier);
        assert_eq!(text, format!("{}_0.{}_3", dossier.issues[1].id, dossier.issues[3].id));
        assert_eq!(GapView::parse_weights(&text, &dossier), view.weights);
        assert_eq!(GapView::parse_weights("nothing_2.x._.scope_-1.", &dossier), Weights::equal());
        view.weigh(1, 1);
        view.weigh(3, 1);
        assert_eq!((view.weights_text(&dossier), view.weights.are_equal()), (String::new(), true));
    }

    #[test]
    fn a_change_counts_since_the_first_date_with_a_button() {
        use crate::analysis::fixture::day;
        let mut dossier = us_dprk();
        let preset = |on| crate::dossier::model::Preset { id: String::new(), on: day(on), label: "".into() };
        dossier.presets = ["2018-06-12", "2018-03-08", "2019-02-28"].map(preset).into();
        let view = GapView::default();
        assert_eq!(view.since(&dossier), day("2018-03-08"));
        assert_eq!(
            GapView { since: Some(day("2018-05-01")), ..view.clone() }.since(&dossier),
            day("2018-05-01")
        );
        dossier.presets.clear();
        assert_eq!(view.since(&dossier), dossier.meta.default_as_of);
    }

    #[test]
    fn each_order_has_a_name() {
        for (order, name) in ORDERS {
            assert_eq!((order_name(order), parse_order(name)), (name, Some(order)));
        }
    }
}
