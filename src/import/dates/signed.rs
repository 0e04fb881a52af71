//! Dates in Korean, Japanese and Chinese, whose numbers are told by the signs behind them.

use super::{Worded, checked, interval};

/// A date whose parts have the signs for year, month and day behind them, in Korean, Japanese or Chinese; also from one to another, of which
/// the second need not say again what the first says; or from one on, where a `~` ends it. `None` where it is none.
pub(super) fn signed(text: &str) -> Option<Result<String, String>> {
    let half = |text: &str| {
        let (mut found, mut rest) = (Worded::default(), text);
        let parts = [
            (&mut found.year, ['년', '年']),
            (&mut found.month, ['월', '月']),
            (&mut found.day, ['일', '日']),
        ];
        for (part, signs) in parts {
            if let Some((digits, after)) = rest.split_once(signs) {
                *part = Some(digits.trim().parse().ok()?);
                rest = after;
            }
        }
        let is_date = found.year.or(found.month).or(found.day).is_some();
        (is_date && is_weekday_or_nothing(rest.trim())).then_some(found)
    };
    let open = text.strip_suffix(['~', '\u{301c}', '\u{ff5e}']);
    let text = open.unwrap_or(text);
    let mut halves = text.split(['-', '~', '\u{301c}', '\u{ff5e}']);
    let (from, to) = (half(halves.next()?)?, halves.next().map(half));
    if halves.next().is_some() || !text.contains(['년', '年']) {
        return None;
    }
    if from.year.is_some_and(|year| year < 1000) {
        return Some(Err("its year needs four digits".to_owned()));
    }
    let mut to = match to {
        Some(_) if open.is_some() => return None,
        Some(to) => to?,
        None if open.is_some() => return Some(from.edtf().and_then(|from| checked(format!("{from}/..")))),
        None => return Some(from.edtf()),
    };
    to.year = to.year.or(from.year);
    to.month = to.month.or(from.month.filter(|_| to.day.is_some()));
    Some(from.edtf().and_then(|from| checked(interval(&from, &to.edtf()?))))
}

/// What may stand behind a date: nothing, or its weekday in brackets, in Korean, Japanese or Chinese.
fn is_weekday_or_nothing(rest: &str) -> bool {
    let Some(day) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
        return rest.is_empty();
    };
    let day = day.trim();
    let day = day.strip_suffix("요일").or(day.strip_suffix("曜日")).unwrap_or(day);
    let mut signs = day.chars();
    signs.next().is_some_and(|sign| "월화수목금토일月火水木金土日".contains(sign)) && signs.next().is_none()
}
