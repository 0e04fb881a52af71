//! What a word that is looked for says of a date, as dates are written in English, in Korean and as ISO 8601.

use super::pattern::Pattern;
use crate::dossier::date::{Edtf, End, Precision, month_named};

/// Year, month and day; 0 where nothing is said.
pub(super) type Said = [i32; 3];

/// What a folded word says of a date; nothing, where it is not all of a date. `before` is what the words before it said: after a year
/// the next number is its month.
pub(super) fn said(word: &str, before: &mut Said) -> Said {
    let (mut said, mut all) = ([0; 3], *before);
    for part in word.split_inclusive([' ', '-', '년', '월', '일']) {
        let part = part.trim_end_matches([' ', '-']);
        let unit = part.trim_start_matches(|char: char| char.is_ascii_digit());
        let digits = part.strip_suffix(unit).unwrap_or_default();
        let number = digits.parse().unwrap_or(0);
        let (place, number) = match (digits.len(), unit) {
            // A hyphen behind a unit.
            (0, "") => continue,
            (0, name) => (1, month_named(name).map_or(0, u32::cast_signed)),
            (4, "") => (0, number),
            (1 | 2, "") if all[0] > 0 && all[1] == 0 && number <= 12 => (1, number),
            (1 | 2, "" | "st" | "nd" | "rd" | "th") => (2, number),
            // A unit that is still being typed counts.
            (_, unit) => {
                let is_on_the_way =
                    |whole: &&str| Pattern::of(unit, '-').is_some_and(|typed| typed.is_in(whole));
                (["년", "월", "일"].iter().position(is_on_the_way).unwrap_or(3), number)
            }
        };
        let (Some(part), Some(known)) = (said.get_mut(place), all.get_mut(place)) else { return [0; 3] };
        if number == 0 {
            return [0; 3];
        }
        (*part, *known) = (number, number);
    }
    *before = all;
    said
}

/// Whether all that is said holds of a date, or of one end of a stretch; of each only as finely as it is known.
pub(super) fn holds(said: Said, date: Edtf) -> bool {
    let at = |end: End| if let End::At(point) = end { Some(point) } else { None };
    let ends = match date {
        Edtf::Point(point) => [Some(point), None],
        Edtf::Interval(from, to) => [at(from), at(to)],
    };
    ends.into_iter().flatten().any(|point| {
        let (year, month, day) = point.first.ymd();
        let known = [
            (Precision::Year, year),
            (Precision::Month, month.cast_signed()),
            (Precision::Day, day.cast_signed()),
        ];
        said.into_iter()
            .zip(known)
            .all(|(said, (least, known))| said == 0 || point.precision >= least && said == known)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::patterns;

    /// Whether an event of this date, and of no text, has all words.
    fn is_found(typed: &str, date: &str) -> bool {
        let date = Edtf::parse(date).unwrap();
        patterns(typed).iter().all(|pattern| pattern.is_on(&|| date))
    }

    #[test]
    fn a_day_is_found_as_it_is_written() {
        for typed in [
            "2019",
            "february 2019",
            "Feb 2019",
            "27 February 2019",
            "February 27, 2019",
            "Feb. 27th",
            "\"27 February 2019\"",
            "27-Feb-2019",
            "2019-02-27",
            "2019\u{2011}02",
            "2019.2.27",
            "2019. 2. 27.",
            "2019/02/27",
            "2019년",
            "2019년 2월",
            "2019년 2월 27일",
            "2019년2월27일",
            "2월 27일",
            // Still on the way.
            "2019녀",
            "2019년 2ㅇ",
            "2019년 2월 27이",
        ] {
            assert!(is_found(typed, "2019-02-27"), "{typed}");
        }
        for typed in [
            "2018",
            "201",
            "march 2019",
            "28 february 2019",
            "2019-03",
            "2019-02-28",
            "2019. 3. 27.",
            "2019년 3월",
            "2월 28일",
            "fe 2019",
            "february summit",
            "2019x",
            "0",
            "\"2018 february\"",
        ] {
            assert!(!is_found(typed, "2019-02-27"), "{typed}");
        }
    }

    #[test]
    fn a_number_is_a_day_only_beside_its_month() {
        for (typed, beside) in
            [("12", "june 12"), ("7", "7 june"), ("12일", "6월 12일"), ("12th", "12th june")]
        {
            let day = if typed == "7" { "2018-06-07" } else { "2018-06-12" };
            assert!(!is_found(typed, day) && is_found(beside, day), "{typed}");
        }
        assert!(!is_found("2018 13", "2018-06-13"), "no month, so no day");
    }

    #[test]
    fn a_date_is_found_as_finely_as_it_is_known() {
        assert!(is_found("june 2018", "2018-06") && !is_found("1 june 2018", "2018-06"));
        assert!(is_found("2018", "2018") && !is_found("january 2018", "2018"));
        assert!(is_found("march 1994", "1994-03~"));
        assert!(!is_found("1980", "198X"));
    }

    #[test]
    fn a_stretch_is_found_by_its_ends() {
        for typed in ["30 may 2018", "1 june 2018", "2018-05-30", "2018-06-01", "2018년 6월 1일"] {
            assert!(is_found(typed, "2018-05-30/2018-06-01"), "{typed}");
        }
        // Both parts of one word are of the same end.
        assert!(!is_found("2018-05-01", "2018-05-30/2018-06-01"));
        assert!(!is_found("31 may 2018", "2018-05-30/2018-06-01"));
        assert!(is_found("2018", "2018-06/..") && is_found("2018", "../2018-06"));
        assert!(!is_found("2019", "2018-06/.."));
    }
}
