//! What is wrong with a text that is no date, as the checker says it of a field and the table of a cell.

use super::Edtf;

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Whether both ends of a range are dates, and only their order is wrong.
    pub ends_before_it_starts: bool,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub fix: &'static str,
}

/// The longest text that a message repeats; one without end would flood the reader.
const LONGEST: usize = 60;

/// Why a text is no date; `None` where it is one. `shorten` makes a long text one that a message can show.
pub fn refusal(text: &str, shorten: impl Fn(&str) -> String) -> Option<Refusal> {
    let why = Edtf::parse(text).err()?.to_string();
    let halves = text.split_once('/');
    let is_date = |half: &str| !half.contains('/') && Edtf::parse(half).is_ok();
    let ends_before_it_starts = halves.is_some_and(|(start, end)| is_date(start) && is_date(end));
    let message = if text.len() > LONGEST {
        ["\"", &shorten(text), "\" is not a date"].concat()
    } else if halves.is_some() && why.starts_with('"') {
        // It is said of a half, which the author may not have meant to be one: 3/4/2018.
        let half = why.replacen(" is not a date", " is none", 1);
        ["\"", text, "\" is not a date: a / stands between the two ends of a range, and ", &half].concat()
    } else {
        why
    };
    let fix = if ends_before_it_starts {
        "write the earlier date first"
    } else {
        "write YYYY-MM-DD, YYYY-MM or YYYY; put / between the first and the last day"
    };
    Some(Refusal { ends_before_it_starts, message, fix })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        refusal(text, |_| "…".to_owned()).unwrap().message
    }

    #[test]
    fn a_range_is_told_as_a_whole() {
        assert!(refusal("2018-06/2018-07", str::to_owned).is_none());
        assert_eq!(said("2018-02-30"), "\"2018-02-30\" is not a date: the calendar has no such day");
        assert_eq!(
            said("2018-02-30/2018-03"),
            "\"2018-02-30/2018-03\" is not a date: a / stands between the two ends of a range, and \"2018-02-30\" is none: \
             the calendar has no such day"
        );
        assert!(
            said("3/4/2018")
                .starts_with("\"3/4/2018\" is not a date: a / stands between the two ends of a range")
        );
        assert_eq!(said("../.."), "the interval \"../..\" names no date");
        assert_eq!(said(&"3/4/2018".repeat(20)), "\"…\" is not a date");
        let late = refusal("2019/2018", str::to_owned).unwrap();
        assert!(late.ends_before_it_starts);
        assert_eq!(late.message, "the interval \"2019/2018\" ends before it starts");
    }
}
