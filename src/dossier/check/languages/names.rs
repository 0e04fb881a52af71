//! What an item of a list without ids is called in the paths of language files: by its number, from 0, or by what it says of itself, which
//! stays when another item comes or goes.

use std::collections::BTreeMap;

/// The names of an item, of whose fields `text` gives the texts: its day (the first of several), its day and its party, both and its role; its
/// party where it has no day.
fn names<'i, T>(item: &'i T, text: fn(&'i T, &str) -> Option<&'i str>) -> Vec<String> {
    let day = ["from", "on", "date"].into_iter().find_map(|field| text(item, field));
    let day = day.map(|day| day.split('/').next().unwrap_or(day));
    let (party, role) = (text(item, "party"), text(item, "role"));
    let ways: [&[Option<&str>]; 3] = match day {
        Some(_) => [&[day], &[day, party], &[day, party, role]],
        None => [&[party], &[], &[]],
    };
    let said = |parts: &[Option<&str>]| Some(parts.iter().copied().collect::<Option<Vec<&str>>>()?.join("-"));
    ways.into_iter().filter(|parts| !parts.is_empty()).filter_map(said).collect()
}

/// The number that a step of a path is: plain digits, unless an item is called so, as by a day that is only a year.
pub fn number<'i, T>(items: &'i [T], step: &str, text: fn(&'i T, &str) -> Option<&'i str>) -> Option<usize> {
    let number = step.parse().ok().filter(|_| step.bytes().all(|byte| byte.is_ascii_digit()))?;
    let is_name = items.iter().any(|item| names(item, text).iter().any(|name| name == step));
    (!is_name).then_some(number)
}

/// The places of the items that a step of a path names: one, unless the step is wrong or says too little.
pub fn named<'i, T>(items: &'i [T], step: &str, text: fn(&'i T, &str) -> Option<&'i str>) -> Vec<usize> {
    if let Some(number) = number(items, step, text) {
        return if number < items.len() { vec![number] } else { Vec::new() };
    }
    let is_named = |item| names(item, text).iter().any(|name| name == step);
    items.iter().enumerate().filter(|(_, item)| is_named(item)).map(|(at, _)| at).collect()
}

/// The shortest name of each item that no other item has.
pub fn own_names<'i, T>(items: &'i [T], text: fn(&'i T, &str) -> Option<&'i str>) -> Vec<Option<String>> {
    let of_each: Vec<Vec<String>> = items.iter().map(|item| names(item, text)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in of_each.iter().flatten() {
        *counts.entry(name).or_default() += 1;
    }
    let own = |name: &&String| counts.get(name.as_str()) == Some(&1);
    of_each.iter().map(|names| names.iter().find(own).cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Item = Vec<(&'static str, &'static str)>;

    fn text<'i>(item: &'i Item, field: &str) -> Option<&'i str> {
        item.iter().find(|(name, _)| *name == field).map(|(_, text)| *text)
    }

    #[test]
    fn an_item_is_called_by_its_day_its_party_and_its_role() {
        let position = |party, role| vec![("party", party), ("role", role), ("from", "2018-06-12")];
        let items = [
            position("us", "expects"),
            position("us", "offers"),
            position("dprk", "offers"),
            vec![("date", "2018-07/2018-08")],
            vec![("party", "rok")],
            vec![("date", "2018-07/2018-08")],
        ];
        let places = |step: &str| named(&items, step, text);
        assert_eq!(places("2018-06-12"), [0, 1, 2]);
        assert_eq!(places("2018-06-12-us-offers"), [1]);
        assert_eq!((places("2018-07"), places("rok"), places("us")), (vec![3, 5], vec![4], vec![]));
        assert_eq!((places("2"), places("6"), places("")), (vec![2], vec![], vec![]));
        let own = own_names(&items, text);
        let own: Vec<&str> = own.iter().map(|name| name.as_deref().unwrap_or_default()).collect();
        let wanted = ["2018-06-12-us-expects", "2018-06-12-us-offers", "2018-06-12-dprk", "", "rok", ""];
        assert_eq!(own, wanted);
    }

    #[test]
    fn a_day_that_is_only_a_year_is_a_name_and_no_number() {
        let items = [vec![("date", "1990")], vec![("date", "1994")], vec![("date", "1")]];
        assert_eq!((named(&items, "1994", text), number(&items, "1994", text)), (vec![1], None));
        assert_eq!((named(&items, "1", text), number(&items, "1", text)), (vec![2], None));
        assert_eq!((named(&items, "0", text), number(&items, "0", text)), (vec![0], Some(0)));
        assert_eq!((named(&items, "+1", text), number(&items, "+1", text)), (vec![], None));
        let own: Vec<Option<String>> = own_names(&items, text);
        assert_eq!(own.iter().flatten().collect::<Vec<_>>(), ["1990", "1994", "1"]);
    }
}
