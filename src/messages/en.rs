//! The interface in English.

use super::{Column, DateStyle, GapColumn, Msg, date, grouped};
use crate::analysis::{IssueOrder, State};
use crate::dossier::date::Day;
use crate::dossier::model::{Confidence, EventKind, Level, Role, SourceKind, Tier, Upkeep};
use crate::dossier::text::base_language;
use crate::find::{Criterion, Doubt};

/// "16 July 2018".
pub(super) fn day(day: Day) -> String {
    date::english_day(day, DateStyle::Long)
}

/// "1,030".
pub(super) fn amount(number: usize) -> String {
    grouped(number, ',')
}

/// "1 source", "1,030 sources".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", amount(number), if number == 1 { one } else { many })
}

fn kind(kind: EventKind) -> (&'static str, &'static str) {
    match kind {
        EventKind::Summit => ("summit", "summits"),
        EventKind::Talks => ("talks", "rounds of talks"),
        EventKind::Agreement => ("agreement", "agreements"),
        EventKind::Statement => ("statement", "statements"),
        EventKind::Sanctions => ("sanctions", "sanctions decisions"),
        EventKind::Exercise => ("military exercise", "military exercises"),
        EventKind::MissileTest => ("missile or rocket launch", "missile or rocket launches"),
        EventKind::NuclearTest => ("nuclear test", "nuclear tests"),
        EventKind::Military => ("military act", "military acts"),
        EventKind::Humanitarian => ("humanitarian act", "humanitarian acts"),
        EventKind::Domestic => ("domestic decision", "domestic decisions"),
    }
}

/// "14 missile or rocket launches".
fn kind_count((of, number): (EventKind, usize)) -> String {
    let (one, many) = kind(of);
    // "talks" name one meeting as well as many; counted, they come in rounds. So do sanctions, in decisions.
    let one = match of {
        EventKind::Talks => "round of talks",
        EventKind::Sanctions => "sanctions decision",
        _ => one,
    };
    count(number, one, many)
}

/// The name of a language, whatever its region or script; of others a reader is told the tag as what it is, since `is` is a word too.
fn language(tag: &str) -> Option<&'static str> {
    Some(match base_language(tag) {
        "ar" => "Arabic",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "fa" => "Persian",
        "fr" => "French",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "id" => "Indonesian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "pt" => "Portuguese",
        "ru" => "Russian",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "ur" => "Urdu",
        "zh" => "Chinese",
        _ => return None,
    })
}

/// The sign of a number that is not 0.
fn sign(number: i32) -> char {
    if number < 0 { '\u{2212}' } else { '+' }
}

/// "+1 month", "\u{2212}12 months".
fn signed(number: i32, one: &str, many: &str) -> String {
    format!("{}{}", sign(number), count(number.unsigned_abs() as usize, one, many))
}

fn rungs(number: u8) -> String {
    count(usize::from(number), "rung", "rungs")
}

pub(super) fn say(msg: Msg<'_>) -> String {
    match msg {
        Msg::EventKind(value) => kind(value).0.to_owned(),
        Msg::Level(level) => match level {
            Level::Technical => "technical experts",
            Level::Working => "working level",
            Level::Envoys => "envoys",
            Level::Ministers => "ministers",
            Level::Leaders => "leaders",
        }
        .to_owned(),
        Msg::Confidence(confidence) => match confidence {
            Confidence::High => "high confidence",
            Confidence::Medium => "medium confidence",
            Confidence::Low => "low confidence",
        }
        .to_owned(),
        Msg::SourceKind(kind) => match kind {
            SourceKind::Primary => "primary document",
            SourceKind::Press => "press",
            SourceKind::Scholarly => "scholarly work",
            SourceKind::Reference => "reference",
        }
        .to_owned(),
        Msg::Tier(tier) => match tier {
            Tier::A => "tier A, official",
            Tier::B => "tier B, agency, paper of record or institute",
            Tier::C => "tier C, smaller outlet, its own or an agency\u{2019}s text",
        }
        .to_owned(),
        Msg::PartyRole(party, Role::Expects) => format!("{party} expects"),
        Msg::PartyRole(party, Role::Offers) => format!("{party} offers"),
        Msg::Daylight(State::Apart { least, most }, top) if least == most => format!("{least} of {} apart", rungs(top)),
        Msg::Daylight(State::Apart { least, most }, top) => format!("{least}\u{2013}{most} of {} apart", rungs(top)),
        Msg::Daylight(State::WithinReach { most }, top) => format!("within reach, 0\u{2013}{most} of {}", rungs(top)),
        Msg::Daylight(State::Met, _) => "met".to_owned(),
        Msg::Daylight(State::Unknown, _) => "unknown".to_owned(),

        Msg::LeadBefore { on, .. } => format!("On {} the two sides were apart on ", day(on)),
        Msg::LeadCount { apart, known, unknown: 0 } => format!("{apart} of {}", count(known, "issue", "issues")),
        Msg::LeadCount { apart, known, .. } => {
            format!("{apart} of the {} known", count(known, "issue", "issues"))
        }
        Msg::LeadAfter { unknown: 0, .. } => ".".to_owned(),
        Msg::LeadAfter { unknown, .. } => format!("; {} unknown.", amount(unknown)),
        Msg::LeadUnknown { on } => format!("On {} no issue has positions of both sides on record.", day(on)),
        Msg::NoNewerPosition(than) => format!("No position on record is newer than {}.", day(than)),
        Msg::LeadWidest => "Widest:".to_owned(),
        Msg::LeadMore(more) => format!("and {more} more"),
        Msg::LeadRest { apart, within, met } => {
            let parts: Vec<String> = [(within, "within reach"), (met, "met")]
                .iter()
                .filter(|(number, _)| *number > 0)
                .map(|(number, word)| format!("{number} {word}"))
                .collect();
            let whom = if apart > 0 { "The others" } else { "Known" };
            if parts.is_empty() { String::new() } else { format!("{whom}: {}.", parts.join(", ")) }
        }
        Msg::AsOfDate => "As of".to_owned(),
        Msg::Presets => "Dates worth a look".to_owned(),
        Msg::DayBefore => "One day earlier".to_owned(),
        Msg::DayAfter => "One day later".to_owned(),
        Msg::ShareView => "Share".to_owned(),
        Msg::TakeView => "Download".to_owned(),
        Msg::TimelineHeading => "What happened".to_owned(),
        Msg::ZoomIn => "Zoom in".to_owned(),
        Msg::ZoomOut => "Zoom out".to_owned(),
        Msg::Earlier => "Earlier".to_owned(),
        Msg::Later => "Later".to_owned(),
        Msg::ShowFocus => "Main period".to_owned(),
        Msg::ShowAll => "All years".to_owned(),
        Msg::EventList { open: true, .. } => "Hide the list of events".to_owned(),
        Msg::EventList { open: false, count: number } => format!("Show all {} as a list", count(number, "event", "events")),
        Msg::PositionList { open: true, .. } => "Hide the list of positions".to_owned(),
        Msg::PositionList { open: false, count: number } => {
            format!("Show all {} as a list", count(number, "position", "positions"))
        }
        Msg::GapHeading => "Issue by issue".to_owned(),
        Msg::GapHelp => [
            "Each issue is a ladder of named rungs, from nothing, at the bottom, to the most that anyone asked. The filled part, in amber, is the \
             daylight: how far the offer falls short of what is expected. Hatched bands are the range of what was said. Within reach: the ranges touch. ",
            &say(Msg::MetMeans),
        ]
        .concat(),
        Msg::MetMeans => {
            "Met: the offer covers what is expected, also where a side has come to expect less.".to_owned()
        }
        Msg::GapCharts => "Through time".to_owned(),
        Msg::GapLadders => "On this date".to_owned(),
        Msg::OpenIssue => "Words and sources".to_owned(),
        Msg::Close => "Close".to_owned(),
        Msg::OwnPage => "Open on its own page".to_owned(),
        Msg::RungNumbers { low, high, top } if low == high => format!("rung {low} of {top}"),
        Msg::RungNumbers { low, high, top } => format!("rungs {low}\u{2013}{high} of {top}"),
        Msg::InForce(on) => format!("In force on {}", day(on)),
        Msg::AllPositions(number) => format!("All {} on record", count(number, "position", "positions")),
        Msg::Ladder => "The ladder".to_owned(),
        Msg::InForceFrom { from, until: None } => format!("from {}", day(from)),
        Msg::InForceFrom { from, until: Some(until) } => format!("{} to {}", day(from), day(until)),
        Msg::Judgement => "judgement call".to_owned(),
        Msg::Audited(on) => format!("checked twice, {}", day(on)),
        Msg::Note => "Note:".to_owned(),
        Msg::Sources(number) => count(number, "source", "sources"),
        Msg::NoSources => "No source on record.".to_owned(),
        Msg::NotSeen => "page itself not read".to_owned(),
        Msg::AgencyCopy(agency) => format!("carrying {agency}"),
        Msg::InLanguage(tag) => {
            language(tag).map_or_else(|| format!("language: {tag}"), |name| format!("in {name}"))
        }
        Msg::Archived(None) => "archived copy".to_owned(),
        Msg::Archived(Some(on)) => format!("archived copy, {}", day(on)),
        Msg::Readings => "How each side described it".to_owned(),
        Msg::NoReading(party) => format!("No account by {party} on record."),
        Msg::PositionsSet => "Positions it set, and the daylight they moved".to_owned(),
        Msg::MovedNothing => "The daylight stayed as it was.".to_owned(),
        Msg::Unchanged => "unchanged".to_owned(),
        Msg::Then => "then".to_owned(),
        Msg::OnDay(on) => format!("on {}", day(on)),
        Msg::OriginalIn(tag) => {
            let said = say(Msg::InLanguage(tag));
            format!("as published{} {said}", if language(tag).is_none() { "," } else { "" })
        }
        Msg::OurTranslation => "our translation".to_owned(),
        Msg::QuoteBy { by, on, lang: None } => format!("{by}, {}", date::english(on)),
        Msg::QuoteBy { by, on, lang: Some(tag) } => {
            format!("{by}, {}, {}", date::english(on), say(Msg::InLanguage(tag)))
        }
        Msg::NotYetSaid => "not yet said".to_owned(),
        Msg::Neighbours => "Events before and after".to_owned(),
        Msg::InTime => "In time".to_owned(),
        Msg::NoneEarlier => "none earlier".to_owned(),
        Msg::NoneLater => "none later".to_owned(),
        Msg::EventLink => "Link".to_owned(),
        Msg::Cite => "Cite".to_owned(),
        Msg::CiteEvent { title, date, dossier, checked, version, address } => {
            let source = citation(&quoted(dossier), checked, version);
            let text = format!("\u{201c}{title}\u{201d}, {}. In {source}", date::english(date));
            if address.is_empty() { text } else { format!("{text} {address}") }
        }
        Msg::CopyLink => "Copy link".to_owned(),
        Msg::CopyCitation => "Copy citation".to_owned(),
        Msg::LinkCopied => "Link copied.".to_owned(),
        Msg::CitationCopied => "Citation copied.".to_owned(),
        Msg::CopyRefused => {
            "This browser does not let the page copy. The text is selected, ready for the browser\u{2019}s own copy command."
                .to_owned()
        }
        Msg::RecordLoading => "Loading the record\u{2026}".to_owned(),
        Msg::RecordFailed(reason) => format!(
            "The full record could not be loaded: {reason}. Titles, dates and charts on this page are \
             complete; readings and sources stand on each record\u{2019}s own page."
        ),
        Msg::TryAgain => "Try again".to_owned(),
        Msg::Play(false) => "Play".to_owned(),
        Msg::Play(true) => "Pause".to_owned(),
        Msg::OnThisDay(on) => format!("What happened on {}", day(on)),
        Msg::NothingThisDay => "No event, and no change of daylight, is recorded on this day.".to_owned(),
        Msg::MoreThisDay { events, at_least, changes } => {
            let least = if at_least { "at least " } else { "" };
            let happened = count(events, "event", "events");
            let changed = count(changes, "change of daylight", "changes of daylight");
            match (events, changes) {
                (0, _) => format!("And {changed}"),
                (_, 0) => format!("And {least}{happened}"),
                _ => format!("And {least}{happened}, {changed}"),
            }
        }
        Msg::GlanceKey => "From nothing, at the left, to the most that anyone asked. The filled part, in amber: the daylight.".to_owned(),
        Msg::Turn { day: on, ahead: false } => format!("\u{2039} Last turning point: {}", day(on)),
        Msg::Turn { day: on, ahead: true } => format!("Next turning point: {} \u{203a}", day(on)),
        Msg::Sensitivity { low, high, calls } => {
            let (whom, each) = match calls {
                0 => return "No position behind this total is a range that is a judgement call.".to_owned(),
                1 => ("One position behind this total is".to_owned(), "it"),
                several => (format!("{} positions behind this total are", amount(several)), "each"),
            };
            format!(
                "{whom} a range and a judgement call. With {each} read as its lowest rung the total would be {}; as its highest, {}.",
                percent(low.0, low.1),
                percent(high.0, high.1)
            )
        }
        Msg::Weighted { own: None, equal: Some((least, most)), on } => {
            let equal = percent(least, most);
            format!("With your weights no known issue counts on {}. With equal weights: {equal}.", day(on))
        }
        Msg::Weighted { own, equal, on } => {
            let share = |share: Option<(u8, u8)>| share.map_or("unknown".to_owned(), |(least, most)| percent(least, most));
            format!("With your weights: {} on {}. With equal weights: {}.", share(own), day(on), share(equal))
        }
        Msg::OrderLabel => "Order".to_owned(),
        Msg::Order(IssueOrder::Given) => "As listed".to_owned(),
        Msg::Order(IssueOrder::Width) => "Widest first".to_owned(),
        Msg::Order(IssueOrder::Change) => "Most changed first".to_owned(),
        Msg::Order(IssueOrder::Actor) => "By who must act".to_owned(),
        Msg::Since => "since".to_owned(),
        Msg::NotCompared { unknown, issues, since, on } => format!(
            "{} of {} issues cannot be compared: unknown on {} or on {}.",
            amount(unknown),
            amount(issues),
            day(since),
            day(on)
        ),
        Msg::ToAct(whom) => format!("To act: {whom}"),
        Msg::LowConfidence => "rests on a low-confidence account".to_owned(),
        Msg::GapTable => "All issues as a table, and how much each counts".to_owned(),
        Msg::GapTableOn(on) => format!("All issues on {}", day(on)),
        Msg::GapColumn(GapColumn::Issue) => "Issue".to_owned(),
        Msg::GapColumn(GapColumn::Expected) => "Expected".to_owned(),
        Msg::GapColumn(GapColumn::Offered) => "Offered".to_owned(),
        Msg::GapColumn(GapColumn::Daylight) => "Daylight".to_owned(),
        Msg::GapColumn(GapColumn::Weight) => "Weight".to_owned(),
        Msg::WeightsHelp => {
            "The total counts every issue the same. Give one more weight, or none, and the total above follows; the address keeps it."
                .to_owned()
        }
        Msg::WeightOf(issue) => format!("Weight of {issue}"),
        Msg::WeighEqually => "Count all the same".to_owned(),
        Msg::SkipTo => "Skip to the issues".to_owned(),
        Msg::EventListHeading => "All events".to_owned(),
        Msg::PositionListHeading => "All positions".to_owned(),
        Msg::AtLevel(level) => format!("level: {}", say(Msg::Level(level))),
        Msg::TotalHeading => "Total daylight".to_owned(),
        Msg::TotalHelp => {
            "How far apart the two sides stood over all issues. Solid: at least this far, with every vague word read so that they stand closest. \
             Pale: at most this far, with every vague word read so that they stand farthest apart."
                .to_owned()
        }
        Msg::Closest { known, issues } => {
            format!("By the solid part, with {} of {} issues known, they stood closest on", amount(known), amount(issues))
        }
        Msg::Farthest => ", farthest apart on".to_owned(),
        Msg::SliderDay(on) => day(on),
        Msg::TimelineTools => "Move through time".to_owned(),
        Msg::GapSwitch => "Show each issue".to_owned(),
        Msg::CloseIssue => "Close words and sources".to_owned(),

        Msg::Find => "Find events".to_owned(),
        Msg::FindHint { whole: true } => {
            "Looks in titles, summaries, dates, both sides\u{2019} accounts, quotations, speakers, places and parties; all words must occur, \
             those in quotation marks one after the other."
                .to_owned()
        }
        Msg::FindHint { whole: false } => {
            "Until the full record is here, only titles, dates and parties are searched, and notes are not known.".to_owned()
        }
        Msg::FindFailed => {
            "Only titles, dates and parties are searched, and notes are not known: the full record could not be loaded."
                .to_owned()
        }
        Msg::Filters(0) => "Filters".to_owned(),
        Msg::Filters(set) => format!("Filters ({set})"),
        Msg::Criterion(criterion) => criterion_noun(criterion, false, true).to_owned(),
        Msg::Weight(weight) => match weight {
            1 => "detail",
            2 => "important",
            _ => "well known",
        }
        .to_owned(),
        Msg::LeastWeight(least) => match least {
            1 => "all",
            2 => "important and well known",
            _ => "well known only",
        }
        .to_owned(),
        Msg::LeastDoubt(doubt) => match doubt {
            None => "all",
            Some(Doubt::Noted) => "with a note, or not sure",
            Some(Doubt::Unsure) => "not sure: medium or low confidence",
        }
        .to_owned(),
        Msg::DoubtHelp => {
            "A note tells of disputes, of doubts, or of how a date was read. The record does not mark disputes apart from these."
                .to_owned()
        }
        Msg::Words(words) => format!("\u{201c}{words}\u{201d}"),
        Msg::ActiveFilters => "Active filters".to_owned(),
        Msg::RemoveFilter(what) => format!("Remove filter: {what}"),
        Msg::ClearFilters => "Clear all".to_owned(),
        Msg::Found { count: number, total } => {
            format!("{} of {}", amount(number), count(total, "event", "events"))
        }
        Msg::Seeking => "Looking through all events\u{2026}".to_owned(),
        Msg::ShowFound(number) => format!("Show {}", count(number, "event", "events")),
        Msg::NoMatch => "No event matches all of this.".to_owned(),
        Msg::OnlyEvents => {
            "Only events are searched, not issues, terms or promises. Their sections begin with".to_owned()
        }
        Msg::Without { criterion, values, several, count: number } => format!(
            "Without the {} {values}: {}",
            criterion_noun(criterion, several, false),
            count(number, "event", "events")
        ),
        Msg::NoneAlone => "Dropping one filter alone is not enough.".to_owned(),
        Msg::MatchList { open: true, .. } => say(Msg::EventList { open: true, count: 0 }),
        Msg::MatchList { open: false, count: number } => {
            format!("Show {} found as a list", count(number, "event", "events"))
        }
        Msg::ListForm => "List or table".to_owned(),
        Msg::AsList => "List".to_owned(),
        Msg::AsTable => "Table".to_owned(),
        Msg::Column(column) => match column {
            Column::Date => "Date",
            Column::Event => "Event",
            Column::Kind => "Kind",
            Column::Whose => "Whose act",
            Column::Level => "Level",
            Column::Weight => "Importance",
            Column::Moved => "Daylight changed on",
        }
        .to_owned(),
        Msg::ByBoth => "both".to_owned(),
        Msg::ByOthers => "others".to_owned(),
        Msg::MoreRows(left) => format!("Show more ({} left)", amount(left)),

        Msg::EventMark { title, date, kind: value, lane } => {
            format!("{title}, {}, {}, {lane}", date::english(date), kind(value).0)
        }
        Msg::MoreReachIn => "More events reach into this time from outside than are shown. Zoom out to see them where they begin.".to_owned(),
        Msg::ReachingIn => "Reaching into this time".to_owned(),
        Msg::NothingHere => "No event on record in this time. Zoom out, or choose all years.".to_owned(),
        Msg::NoEventsAtAll => "This dossier records no events.".to_owned(),
        Msg::NoneHere(1) => "The one event found is not in this time.".to_owned(),
        Msg::NoneHere(found) => format!("None of the {} events found is in this time.", amount(found)),
        Msg::ShowTheirTime(1) => "Show when it was".to_owned(),
        Msg::ShowTheirTime(_) => "Show when they were".to_owned(),
        Msg::ClusterKinds(kinds) => {
            let mut parts: Vec<String> = kinds.iter().take(2).map(|part| kind_count(*part)).collect();
            let rest: usize = kinds.iter().skip(2).map(|(_, number)| number).sum();
            if rest > 0 {
                parts.push(format!("{} more", amount(rest)));
            }
            parts.join(", ")
        }
        Msg::ClusterMark { count: number, from, to, kinds, lane } => {
            let parts: Vec<String> = kinds.iter().map(|part| kind_count(*part)).collect();
            let when = if from == to { day(from) } else { format!("{} to {}", day(from), day(to)) };
            format!("{}, {lane}, {when}: {}. Opens closer", count(number, "event", "events"), parts.join(", "))
        }
        Msg::BreakYears(years) => count(usize::try_from(years).unwrap_or(0), "year", "years"),
        Msg::OpenBreak { from, to } => {
            format!("No event begins or ends from {} to {}: folded; opens", day(from), day(to))
        }
        Msg::UnfoldYears { from, to } => format!("Open {}\u{2013}{}", from.year(), to.year()),
        Msg::FoldBreak { from } => format!("Fold the years from {} again", from.year()),
        Msg::StretchHeading { count: number, from, to, lane } => {
            let whose = lane.map_or(String::new(), |lane| format!("{lane}: "));
            let when =
                if from == to { format!("on {}", day(from)) } else { format!("from {} to {}", day(from), day(to)) };
            format!("{whose}{} {when}", count(number, "event", "events"))
        }
        Msg::AndMore(number) => format!("and {} more", amount(number)),
        Msg::StretchBeside => "Those drawn beside the cluster are listed too.".to_owned(),
        Msg::LaneOf(party) => format!("{party}\u{2019}{} acts", if party.ends_with('s') { "" } else { "s" }),
        Msg::LaneBoth => "Both".to_owned(),
        Msg::LaneOther => "Others".to_owned(),
        Msg::OverviewTitle => "All years, and the part of them on screen".to_owned(),
        Msg::OverviewWindow => "Time on screen".to_owned(),
        Msg::OverviewFrom => "Start of the time on screen".to_owned(),
        Msg::OverviewTo => "End of the time on screen".to_owned(),
        Msg::WindowDays { from, to } => format!("{} to {}", day(from), day(to)),
        Msg::CompareToggle { on: false } => "Compare two periods".to_owned(),
        Msg::CompareToggle { on: true } => "Back to one timeline".to_owned(),
        Msg::CompareYears(years) => {
            format!("{} each side", count(usize::try_from(years).unwrap_or(0), "year", "years"))
        }
        Msg::CompareActs { a, b, acts: [first, second] } => {
            let part = |[of_a, both, of_b, others]: [usize; 4]| {
                let (of_a, of_b, both) = (count(of_a, "act", "acts"), amount(of_b), amount(both));
                let mut words = format!("{of_a} by {a}, {of_b} by {b}, {both} of both");
                if others > 0 {
                    words += &format!(", {} by others", amount(others));
                }
                words
            };
            format!("On record here: {} in the first period; {} in the second.", part(first), part(second))
        }
        Msg::DayZero => "Day 0".to_owned(),
        Msg::DayZeroField { second, date } => format!(
            "Day 0 of the {} period: {}",
            if second { "second" } else { "first" },
            if date { "a date" } else { "an event" }
        ),
        Msg::OtherDay => "another day".to_owned(),
        Msg::DaysOn(0) | Msg::MonthsOn(0) | Msg::YearsOn(0) => "day 0".to_owned(),
        Msg::DaysOn(days) => signed(days, "day", "days"),
        Msg::MonthsOn(months) => signed(months, "month", "months"),
        Msg::YearsOn(years) => signed(years, "year", "years"),
        Msg::DayOn { days, about: true } => format!("about {}", say(Msg::DayOn { days, about: false })),
        Msg::DayOn { days: 0, .. } => "day\u{a0}0".to_owned(),
        Msg::DayOn { days, .. } => format!("day\u{a0}{}{}", sign(days), amount(days.unsigned_abs() as usize)),

        Msg::TimelineTitle => "Timeline of events".to_owned(),
        Msg::TimelineDescription { count: number, from, to } => {
            format!("{} between {} and {}.", count(number, "event", "events"), day(from), day(to))
        }

        Msg::TotalTitle => "Total daylight through time".to_owned(),
        Msg::TotalRange { from, to, least, most } => format!(
            "Between {} and {}, sure daylight was {} and possible daylight {} of the ladders, averaged over the known \
             issues.",
            day(from),
            day(to),
            percent(least.0, least.1),
            percent(most.0, most.1)
        ),
        Msg::TotalNothing { from, to } => {
            format!("Between {} and {} no issue has positions of both sides on record.", day(from), day(to))
        }
        Msg::TotalWholeFrom { on, issues } => {
            format!("All {} are known from {}.", count(issues, "issue", "issues"), day(on))
        }
        Msg::TotalUnit => "Average of the known issues. 0%: met. 100%: all is expected, nothing is offered.".to_owned(),
        Msg::TotalSure => "sure".to_owned(),
        Msg::TotalPossible => "possible".to_owned(),
        Msg::TotalKnown { least, most, issues } if least == most => format!("{least} of {issues} issues known"),
        Msg::TotalKnown { least, most, issues } => format!("{least}\u{2013}{most} of {issues} issues known"),
        Msg::TotalNone => "unknown".to_owned(),
        Msg::Percent(value) => format!("{value}%"),
        Msg::PercentRange(low, high) => percent(low, high),
        Msg::IssueTitle(title) => format!("{title}: daylight through time"),
        Msg::IssueSides { expects, offers } => format!("{expects} expects, {offers} offers."),
        Msg::IssueWidest { apart, top, from, until, again } => {
            let words = say(Msg::Daylight(apart, top));
            let later = match again {
                0 => String::new(),
                _ => format!(", and again in {}", count(again, "later stretch", "later stretches")),
            };
            format!("Widest: {words}, from {} to {}{later}.", day(from), day(until))
        }
        Msg::IssueOn { apart, top, on } => format!("On {}: {}.", day(on), say(Msg::Daylight(apart, top))),
        Msg::IssueNothing { from, to } => {
            format!("Between {} and {} the daylight is unknown.", day(from), day(to))
        }
        Msg::CouldMeet => "could meet here".to_owned(),
        Msg::LadderTitle { title, on } => format!("{title}: the ladder on {}", day(on)),
        Msg::StandsOn { party, role, low, high } => {
            let verb = say(Msg::PartyRole(party, role));
            if low == high {
                format!("{verb}: \u{201c}{low}\u{201d}")
            } else {
                format!("{verb}: \u{201c}{low}\u{201d} to \u{201c}{high}\u{201d}")
            }
        }
        Msg::StandsNowhere { party, role: Role::Expects } => format!("{party}: no expectation on record"),
        Msg::StandsNowhere { party, role: Role::Offers } => format!("{party}: no offer on record"),
        Msg::NothingOnRecord => "nothing on record".to_owned(),
    }
}

/// A title in its marks.
pub(super) fn quoted(title: &str) -> String {
    format!("\u{201c}{title}\u{201d}")
}

/// "checked on 23 November 2026, corrected on 27 November 2026".
pub(super) fn gone_over(Upkeep { checked, corrected }: Upkeep) -> Option<String> {
    let checked = checked.map(|on| format!("checked on {}", day(on)));
    let corrected = corrected.map(|on| format!("corrected on {}", day(on)));
    match (checked, corrected) {
        (Some(checked), Some(corrected)) => Some(format!("{checked}, {corrected}")),
        (one, other) => one.or(other),
    }
}

/// A part of a dossier, or all of it, in a citation: what it is, when the record was checked, and its version where that is known.
pub(super) fn citation(of: &str, checked: Upkeep, version: &str) -> String {
    let mut text = format!("Daylight: {of}.");
    if let Some(gone) = gone_over(checked) {
        text += &format!(" Record {gone}.");
    }
    if !version.is_empty() {
        text += &format!(" Content version {version}.");
    }
    text
}

/// A criterion by name: of one value or several, as a heading or in a sentence.
fn criterion_noun(criterion: Criterion, several: bool, heading: bool) -> &'static str {
    match (criterion, several, heading) {
        (Criterion::Text, _, _) => "words",
        (Criterion::Party, _, true) => "Party",
        (Criterion::Party, false, _) => "party",
        (Criterion::Party, true, _) => "parties",
        (Criterion::Kind, _, true) => "Kind",
        (Criterion::Kind, false, _) => "kind",
        (Criterion::Kind, true, _) => "kinds",
        (Criterion::Level, _, true) => "Level of the meeting",
        (Criterion::Level, false, _) => "level",
        (Criterion::Level, true, _) => "levels",
        (Criterion::Issue, _, true) => "Set a side\u{2019}s position on",
        (Criterion::Issue, false, _) => "issue",
        (Criterion::Issue, true, _) => "issues",
        (Criterion::Weight, _, true) => "Importance",
        (Criterion::Weight, ..) => "importance",
        (Criterion::Doubt, _, true) => "Doubts and disputes",
        (Criterion::Doubt, ..) => "doubt",
    }
}

/// "25%", "25\u{2013}66%".
fn percent(low: u8, high: u8) -> String {
    if low == high { format!("{low}%") } else { format!("{low}\u{2013}{high}%") }
}
