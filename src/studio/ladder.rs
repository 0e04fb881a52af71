//! Ladders keep their numbers: rungs count 0, 1, 2 in their order, and positions stay on the rungs they stand on.

use super::value::Value;

/// How many positions of an issue stand on a rung, or over it.
pub fn standing_on(issue: &Value, rung: usize) -> usize {
    let on = |position: &&Value| {
        let end = |key: &str| position.get(key).and_then(Value::as_integer);
        let rung = i64::try_from(rung).ok();
        rung.is_some() && (end("low") == rung || end("high") == rung)
    };
    issue.get("positions").map_or(&[][..], Value::items).iter().filter(on).count()
}

/// An issue with another order of its rungs: `order` names, for each place, the place where the rung stood before, or nothing for a new
/// one.
pub fn reordered(issue: &Value, order: &[Option<usize>]) -> Value {
    let moved = |old: i64| -> i64 {
        let new = order.iter().position(|from| from.and_then(|from| i64::try_from(from).ok()) == Some(old));
        new.and_then(|new| i64::try_from(new).ok()).unwrap_or(old)
    };
    let number = |value: i64| Value::Number(value.to_string().into());
    let renumber =
        |(place, rung): (usize, &Value)| with(rung, "rung", number(i64::try_from(place).unwrap_or(0)));
    let follow = |position: &Value| {
        let ends = ["low", "high"].map(|key| position.get(key).and_then(Value::as_integer));
        let (low, high) = match ends.map(|end| end.map(moved)) {
            ends_now if ends_now == ends => return position.clone(),
            [Some(a), Some(b)] => (Some(a.min(b)), Some(a.max(b))),
            // The other end is not chosen yet.
            [low, high] => (low, high),
        };
        let ends = [("low", low), ("high", high)].into_iter().filter_map(|(key, end)| Some((key, end?)));
        ends.fold(position.clone(), |position, (key, end)| with(&position, key, number(end)))
    };
    let mut issue = issue.clone();
    if let Some(rungs) = issue.get("ladder").map(Value::items) {
        let rungs = rungs.iter().enumerate().map(renumber).collect();
        issue = with(&issue, "ladder", Value::list(rungs));
    }
    if let Some(positions) = issue.get("positions").map(Value::items) {
        let positions = positions.iter().map(follow).collect();
        issue = with(&issue, "positions", Value::list(positions));
    }
    issue
}

/// A record with another value at a key it has; the same where it has no such key, or the value is equal.
fn with(record: &Value, key: &str, value: Value) -> Value {
    let Value::Object(members) = record else { return record.clone() };
    let mut members = std::rc::Rc::clone(members);
    let at = members.iter().position(|(name, old)| &**name == key && *old != value);
    if let Some(at) = at
        && let Some(member) = std::rc::Rc::make_mut(&mut members).get_mut(at)
    {
        member.1 = value;
    }
    Value::Object(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issue() -> Value {
        Value::parse(
            r#"{"ladder": [{"rung": 0, "label": "a"}, {"rung": 1, "label": "b"}, {"rung": 2, "label": "c"}],
                "positions": [{"low": 0, "high": 2}, {"low": 1, "high": 1}, {"low": 1}]}"#,
        )
        .unwrap()
    }

    #[test]
    fn positions_stay_on_their_rungs() {
        // The ladder as it stands after the last rung was moved to the front.
        let moved = Value::parse(
            &issue()
                .compact()
                .replace(r#"[{"rung":0,"label":"a"},"#, r#"[{"rung":2,"label":"c"},{"rung":0,"label":"a"},"#)
                .replace(r#",{"rung":2,"label":"c"}]"#, "]"),
        )
        .unwrap();
        let settled = reordered(&moved, &[Some(2), Some(0), Some(1)]);
        let text = settled.compact();
        assert!(
            text.contains(r#"[{"rung":0,"label":"c"},{"rung":1,"label":"a"},{"rung":2,"label":"b"}]"#),
            "{text}"
        );
        assert!(text.contains(r#"[{"low":0,"high":1},{"low":2,"high":2},{"low":2}]"#), "{text}");
        assert_eq!(standing_on(&settled, 0), 1);
        assert_eq!(standing_on(&issue(), 1), 2);
    }

    #[test]
    fn the_order_as_it_is_changes_nothing() {
        assert_eq!(reordered(&issue(), &[Some(0), Some(1), Some(2)]), issue());
    }
}
