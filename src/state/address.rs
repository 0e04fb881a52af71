//! The state in the address bar, as a query string: `?on=2018-07-16&event=...&issue=...&from=...&to=...&gap=ladders`, how the gap is
//! ordered and weighed, `&sort=change&since=2018-06-12&weights=scope_0.sequence_3`, the tour's step, `&step=...`, and what is
//! looked for: `&q=...&party=us.dprk&kind=talks&level=envoys&on-issue=scope&weight=2&doubt=noted`.
//! Reading accepts anything: what it does not know or cannot read, it leaves out.

use super::app_state::GapMode;
use super::compare::Periods;
use super::gap_view::{order_name, parse_order};
use crate::analysis::IssueOrder;
use crate::dossier::date::Day;
use crate::find::{Choice, Criterion, Filter};

/// What an address can say. An absent part means the dossier's default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// `on`, also read as `as_of`: the as-of date.
    pub on: Option<Day>,
    /// `event`: the id of the open event.
    pub event: Option<String>,
    /// `issue`: the id of the open issue.
    pub issue: Option<String>,
    /// `from`: the first day of the window.
    pub from: Option<Day>,
    /// `to`: the last day of the window.
    pub to: Option<Day>,
    /// `gap`: how the gap is shown.
    pub gap: Option<GapMode>,
    /// `sort`: in which order the issues stand.
    pub order: Option<IssueOrder>,
    /// `since`: the date since which a change counts.
    pub since: Option<Day>,
    /// `weights`: how much issues count, by their ids; [`GapView`](super::GapView) reads and writes it.
    pub weights: String,
    /// `step`: the id of the tour's step.
    pub step: Option<String>,
    /// `open`: the first days of the axis's breaks that are open, separated by dots.
    pub opened: Vec<Day>,
    /// `compare`: two periods that are compared, as two days and the days before and after them, separated by dots.
    pub compare: Option<Periods>,
    /// `q` and the keys of `FILTERS`: what is looked for.
    pub filter: Filter,
}

/// The criteria with their keys; several values stand in one key with points between them.
const FILTERS: [(Criterion, &str); 6] = [
    (Criterion::Party, "party"),
    (Criterion::Kind, "kind"),
    (Criterion::Level, "level"),
    (Criterion::Issue, "on-issue"),
    (Criterion::Weight, "weight"),
    (Criterion::Doubt, "doubt"),
];

impl Address {
    /// Reads a query string, with or without its `?`. Never fails: of a key given twice the last readable one counts.
    pub fn parse(query: &str) -> Address {
        let mut address = Address::default();
        for pair in query.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decode(value);
            match decode(key).as_str() {
                "on" | "as_of" => address.on = Day::parse(&value).or(address.on),
                "from" => address.from = Day::parse(&value).or(address.from),
                "to" => address.to = Day::parse(&value).or(address.to),
                "event" if !value.is_empty() => address.event = Some(value),
                "issue" if !value.is_empty() => address.issue = Some(value),
                "open" => address.opened = value.split('.').filter_map(Day::parse).collect(),
                "compare" => address.compare = Periods::parse(&value).or(address.compare),
                "gap" => address.gap = GapMode::parse(&value).or(address.gap),
                "sort" => address.order = parse_order(&value).or(address.order),
                "since" => address.since = Day::parse(&value).or(address.since),
                "weights" => address.weights = value,
                "step" if !value.is_empty() => address.step = Some(value),
                "q" if !value.trim().is_empty() => address.filter.text = value,
                key => address.parse_filter(key, &value),
            }
        }
        address
    }

    fn parse_filter(&mut self, key: &str, value: &str) {
        let Some((criterion, _)) = FILTERS.into_iter().find(|(_, known)| *known == key) else { return };
        let choices: Vec<Choice> =
            value.split('.').filter_map(|name| Choice::parse(criterion, name)).collect();
        if !choices.is_empty() {
            self.filter.clear(criterion);
        }
        for choice in choices {
            self.filter.choose(choice, true);
        }
    }

    /// The query string without `?`; empty where everything is at its default. Keys stand in a fixed order, so equal states
    /// have equal addresses.
    pub fn query(&self) -> String {
        let mut query = String::new();
        let mut put = |key: &str, value: &str| {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(key);
            query.push('=');
            encode(value, &mut query);
        };
        for (key, day) in [("on", self.on), ("from", self.from), ("to", self.to)] {
            if let Some(day) = day {
                put(key, &day.to_string());
            }
        }
        for (key, id) in [("event", &self.event), ("issue", &self.issue)] {
            if let Some(id) = id {
                put(key, id);
            }
        }
        if let Some(mode) = self.gap {
            put("gap", mode.name());
        }
        if let Some(order) = self.order {
            put("sort", order_name(order));
        }
        if let Some(day) = self.since {
            put("since", &day.to_string());
        }
        if !self.weights.is_empty() {
            put("weights", &self.weights);
        }
        if let Some(step) = &self.step {
            put("step", step);
        }
        if !self.opened.is_empty() {
            let days: Vec<String> = self.opened.iter().map(Day::to_string).collect();
            put("open", &days.join("."));
        }
        if let Some(periods) = self.compare {
            put("compare", &periods.text());
        }
        if self.filter.asks(Criterion::Text) {
            put("q", &self.filter.text);
        }
        let choices = self.filter.choices();
        for (criterion, key) in FILTERS {
            let own = choices.iter().filter(|choice| choice.criterion() == criterion);
            let names: Vec<&str> = own.map(Choice::name).collect();
            if !names.is_empty() {
                put(key, &names.join("."));
            }
        }
        query
    }
}

/// The names of what stands in an address and is no part of the state: the dossier that is shown, the language that was chosen, and what is
/// chosen by buttons that no program draws, by the names of those buttons (`web/link.js`).
const KEPT: [&str; 5] = ["dossier=", "lang=", "promise-by=", "promise-is=", "launch-rule="];

/// The pairs of a query that are no part of the state, as they were written.
pub fn kept(query: &str) -> String {
    let mut pairs: Vec<&str> = query.split('&').collect();
    pairs.retain(|pair| KEPT.iter().any(|name| pair.starts_with(name)));
    pairs.join("&")
}

/// Appends the text with everything percent-encoded but RFC 3986's unreserved characters.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
}

/// Undoes percent-encoding and `+`; leaves a stray `%` as it is, and replaces what is not UTF-8.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => match tail.split_at_checked(2).and_then(|(hex, after)| Some((hex_byte(hex)?, after))) {
                Some((decoded, after)) => {
                    bytes.push(decoded);
                    rest = after;
                }
                None => bytes.push(byte),
            },
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex_byte(hex: &[u8]) -> Option<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let value = digit(hex.first()?)? * 16 + digit(hex.get(1)?)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_comes_back_as_it_was() {
        let address = Address {
            on: Day::parse("2018-07-16"),
            event: Some("2018-06-12-singapore".to_owned()),
            issue: Some("whose weapons/한".to_owned()),
            from: Day::parse("2018-01-01"),
            to: Day::parse("2019-12-31"),
            gap: Some(GapMode::Ladders),
            order: Some(IssueOrder::Change),
            since: Day::parse("2018-06-12"),
            weights: "scope_0.sequence_3".to_owned(),
            step: Some("how-long".to_owned()),
            opened: vec![Day::from_number_clamped(0), Day::from_number_clamped(365)],
            compare: Periods::parse("1993-06-11.2018-06-12.365.-20"),
            filter: Filter::default(),
        };
        let query = address.query();
        assert_eq!(
            query,
            "on=2018-07-16&from=2018-01-01&to=2019-12-31&event=2018-06-12-singapore&issue=whose%20weapons%2F%ED%95%9C&gap=ladders&sort=change&since=2018-06-12&weights=scope_0.sequence_3&step=how-long&open=1970-01-01.1971-01-01&compare=1993-06-11.2018-06-12.365.-20"
        );
        assert_eq!(Address::parse(&query), address);
        assert_eq!(Address::parse(&format!("?{query}")), address);
        assert_eq!(Address::default().query(), "");
    }

    #[test]
    fn what_it_does_not_know_is_left_out() {
        let address = Address::parse(
            "?utm_source=x&on=2018-02-30&childId=7&&=&event=&on=2018-07-16&gap=cake&issue=%zz%e2%82&compare=1993.x",
        );
        assert_eq!(address.on, Day::parse("2018-07-16"));
        assert_eq!(address.event, None);
        assert_eq!((address.gap, address.compare), (None, None));
        assert_eq!(address.issue.as_deref(), Some("%zz\u{fffd}"));
    }

    #[test]
    fn what_is_no_part_of_the_state_is_kept_as_it_was_written() {
        assert_eq!(kept("dossier=/a%20b.json&on=2018-07-16"), "dossier=/a%20b.json");
        let chosen = "promise-by=o&promise-is=substance&launch-rule=rok-jcs";
        assert_eq!(kept(&format!("on=2018-07-16&{chosen}&party=us&utm_source=x")), chosen);
        // Without it a reload would lead a reader away from the language that they chose.
        assert_eq!(kept("lang=en&on=2018-07-16"), "lang=en");
        assert_eq!(kept("on=2018-07-16&promise-byx=o&xdossier=y&language=ko"), "");
        assert_eq!(kept(""), "");
    }

    #[test]
    fn a_filter_stands_in_the_address() {
        let query = "q=Kim%20%EB%B9%84%ED%95%B5%ED%99%94&party=dprk.us&kind=summit.missile-test&level=envoys&on-issue=scope&weight=2&doubt=unsure";
        let address = Address::parse(query);
        assert_eq!(address.filter.text, "Kim 비핵화");
        assert_eq!(address.filter.choices().len(), 8);
        assert_eq!(address.query(), query);
        let odd = Address::parse(
            "q=%20&party=&kind=cake.talks.&kind=pie&level=..&weight=1&doubt=&weight=3&weight=9",
        );
        assert_eq!(odd.query(), "kind=talks&weight=3");
    }

    /// Any choice that an address can name.
    fn choice() -> impl Strategy<Value = Choice> {
        let fixed: Vec<Choice> = Criterion::ALL.into_iter().flat_map(Choice::all).collect();
        prop_oneof![
            prop::sample::select(fixed),
            "[a-z0-9-]{1,12}".prop_map(Choice::Party),
            "[a-z0-9-]{1,12}".prop_map(Choice::Issue),
        ]
    }

    proptest! {
        #[test]
        fn any_filter_survives(text in "\\PC{0,20}", choices in prop::collection::vec(choice(), 0..8)) {
            let mut filter = Filter { text: text.trim().to_owned(), ..Filter::default() };
            for choice in choices {
                filter.choose(choice, true);
            }
            let address = Address { filter, ..Address::default() };
            prop_assert_eq!(Address::parse(&address.query()), address);
        }

        #[test]
        fn any_query_can_be_read(query in "\\PC*") {
            let _ = Address::parse(&query);
        }

        #[test]
        fn any_id_survives(id in "\\PC{1,40}") {
            let address = Address { event: Some(id), ..Address::default() };
            prop_assert_eq!(Address::parse(&address.query()), address);
        }
    }
}
