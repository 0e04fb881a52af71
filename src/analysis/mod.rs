//! Questions asked of a dossier at a date: how much daylight, since when, in all, and what changed it. The method stands on
//! the page `method/` of a built site; the rules this room fills it in with are written where they apply. Rungs are whole
//! numbers until a share is asked for. What is asked of issues and events (daylight, totals, turning points, what moved, orders,
//! sensitivity, the summary) needs no text, so an outline gives the same answers. `clock`, `launches`, `meetings`, `promises` and
//! `readings` ask records and sources that an outline does not have, `marked` and `open_to_dispute` its missing notes.

mod cited;
pub mod clock;
mod daylight;
#[cfg(test)]
pub(crate) mod fixture;
mod judgement;
mod launches;
pub mod meetings;
mod moved;
mod newest;
mod order;
mod promises;
#[cfg(test)]
mod property_test;
mod readings;
#[cfg(test)]
mod real_test;
mod sensitivity;
mod series;
mod summary;
mod total;
mod turning;

pub use cited::cited;
pub use daylight::{Daylight, Stand, State, daylight, top_rung};
pub use judgement::{Marked, marked, open_to_dispute};
pub use launches::{
    MOST_YEARS, Rule, Talk, TalkDays, YearOfTalks, default_rule, negotiations, pause_days, rules, talks,
    year_of_talks, years_by_day, years_listed,
};
pub use moved::{Moved, moved_by, positions_set};
pub use newest::newest_position;
pub use order::{IssueOrder, issue_order, not_compared};
pub use promises::{Run, Stage, events_of, issues_of, promised_in, run_on, runs};
pub use readings::{Use, distinct, uses};
pub use sensitivity::{Reading, Sensitivity, sensitivity};
pub use series::{Series, Step};
pub use summary::{Summary, summary};
pub use total::{Counts, Share, Total, TotalSeries, TotalStep, Weights, total};
pub use turning::{TurningPoint, turning_points, turns};
