//! Places in a dossier: JSON pointers (RFC 6901), as the checker names them, and what is changed at one.

use std::fmt;
use std::rc::Rc;

use super::value::Value;

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A member of an object.
    Key(Rc<str>),
    /// An item of a list, from 0.
    Item(usize),
}

impl Step {
    /// The key it names where an object stands: a number that is read from a pointer may be one.
    fn key(&self) -> Rc<str> {
        match self {
            Step::Key(key) => key.clone(),
            Step::Item(item) => item.to_string().into(),
        }
    }
}

/// The way from the dossier to a value. Its text is a JSON pointer; a number is an item where a list stands, and a key elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// Reads a JSON pointer. A step of digits alone is an item.
    pub fn parse(pointer: &str) -> Path {
        let step = |text: &str| match text.parse() {
            Ok(item) if text.bytes().all(|byte| byte.is_ascii_digit()) => Step::Item(item),
            _ => Step::Key(text.replace("~1", "/").replace("~0", "~").into()),
        };
        Path(pointer.split('/').skip(1).map(step).collect())
    }

    /// The path to a member or item of what stands here.
    pub fn then(&self, step: Step) -> Path {
        let mut steps = self.0.clone();
        steps.push(step);
        Path(steps)
    }

    /// The path to a member.
    pub fn key(&self, key: &str) -> Path {
        self.then(Step::Key(key.into()))
    }

    /// The path to an item.
    pub fn item(&self, item: usize) -> Path {
        self.then(Step::Item(item))
    }

    /// The path to what holds this, and the last step; `None` for the dossier itself.
    pub fn split(&self) -> Option<(Path, &Step)> {
        let (last, above) = self.0.split_last()?;
        Some((Path(above.to_vec()), last))
    }

    /// The part of the dossier that it leads into.
    pub fn part(&self) -> Option<&str> {
        match self.0.first()? {
            Step::Key(key) => Some(key),
            Step::Item(_) => None,
        }
    }

    /// The record of the part that it leads into.
    pub fn record(&self) -> Option<usize> {
        match self.0.get(1)? {
            Step::Item(item) => Some(*item),
            Step::Key(_) => None,
        }
    }

    /// The value there.
    pub fn find<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(value, |value, step| child(value, step))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| match step {
            Step::Key(key) => write!(f, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Step::Item(item) => write!(f, "/{item}"),
        })
    }
}

fn child<'v>(value: &'v Value, step: &Step) -> Option<&'v Value> {
    match (value, step) {
        (Value::Object(_), Step::Key(key)) => value.get(key),
        (Value::Object(_), Step::Item(item)) => value.get(&item.to_string()),
        (Value::List(items), Step::Item(item)) => items.get(*item),
        _ => None,
    }
}

/// The value with another one at a path; objects on the way that are missing come into being. `None` where the path leads nowhere. A new
/// member comes after the last of `before` that is there.
pub fn set(value: &Value, path: &[Step], new: Value, before: &dyn Fn(&str) -> Vec<Rc<str>>) -> Option<Value> {
    let Some((step, rest)) = path.split_first() else { return Some(new) };
    match (value, step) {
        (Value::List(items), Step::Item(item)) => {
            let inner = set(items.get(*item)?, rest, new, before)?;
            let mut items = Rc::clone(items);
            *Rc::make_mut(&mut items).get_mut(*item)? = inner;
            Some(Value::List(items))
        }
        (Value::Object(members), step) => {
            let key = step.key();
            let mut members = Rc::clone(members);
            let at = members.iter().position(|(name, _)| *name == key);
            let empty = Value::object([]);
            let old = at.and_then(|at| members.get(at)).map_or(&empty, |(_, value)| value);
            let inner = set(old, rest, new, before)?;
            let list = Rc::make_mut(&mut members);
            match at.and_then(|at| list.get_mut(at)) {
                Some(member) => member.1 = inner,
                None => {
                    let earlier = before(&key);
                    let last = list.iter().rposition(|(name, _)| earlier.contains(name));
                    list.insert(
                        last.map_or(if earlier.is_empty() { list.len() } else { 0 }, |last| last + 1),
                        (key, inner),
                    );
                }
            }
            Some(Value::Object(members))
        }
        _ => None,
    }
}

/// The value without what stands at a path. `None` where nothing stands there.
pub fn remove(value: &Value, path: &[Step]) -> Option<Value> {
    let (step, rest) = path.split_first()?;
    match (value, step) {
        (Value::List(items), Step::Item(item)) => {
            let mut items = Rc::clone(items);
            let inner = if rest.is_empty() { None } else { Some(remove(items.get(*item)?, rest)?) };
            let list = Rc::make_mut(&mut items);
            match inner {
                Some(inner) => *list.get_mut(*item)? = inner,
                None if *item < list.len() => {
                    list.remove(*item);
                }
                None => return None,
            }
            Some(Value::List(items))
        }
        (Value::Object(members), step) => {
            let key = step.key();
            let mut members = Rc::clone(members);
            let at = members.iter().position(|(name, _)| *name == key)?;
            let inner = if rest.is_empty() { None } else { Some(remove(&members.get(at)?.1, rest)?) };
            let list = Rc::make_mut(&mut members);
            match inner {
                Some(inner) => list.get_mut(at)?.1 = inner,
                None => {
                    list.remove(at);
                }
            }
            Some(Value::Object(members))
        }
        _ => None,
    }
}

/// The list at a path, changed. `None` where no list stands there, or the change gives none.
pub fn relist(
    value: &Value,
    path: &Path,
    change: impl FnOnce(&mut Vec<Value>) -> Option<()>,
) -> Option<Value> {
    let Value::List(items) = path.find(value)? else { return None };
    let mut items = items.to_vec();
    change(&mut items)?;
    set(value, &path.0, Value::list(items), &|_| Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Value {
        Value::parse(text).unwrap()
    }

    #[test]
    fn pointers_are_read_and_written() {
        let path = Path::parse("/events/3/a~1b~0/0");
        assert_eq!(path.to_string(), "/events/3/a~1b~0/0");
        assert_eq!((path.part(), path.record()), (Some("events"), Some(3)));
        assert_eq!(path.0[2], Step::Key("a/b~".into()));
        assert_eq!(Path::parse("").0, []);
    }

    #[test]
    fn a_number_is_a_key_where_no_list_stands() {
        let value = json(r#"{"by": {"2018": "x"}}"#);
        let path = Path::parse("/by/2018");
        assert_eq!(path.find(&value), Some(&Value::text("x")));
        let set = set(&value, &path.0, Value::text("y"), &|_| Vec::new()).unwrap();
        assert_eq!(set.compact(), r#"{"by":{"2018":"y"}}"#);
        assert_eq!(remove(&value, &path.0).unwrap().compact(), r#"{"by":{}}"#);
    }

    #[test]
    fn a_new_member_comes_after_those_it_follows() {
        let value = json(r#"{"a": 1, "x": 0, "d": 2}"#);
        let order = |key: &str| {
            ["a", "b", "c", "d"].into_iter().take_while(|name| *name != key).map(Rc::from).collect()
        };
        let set_at = |key: &str| set(&value, &Path::parse(key).0, Value::Null, &order).unwrap().compact();
        assert_eq!(set_at("/c"), r#"{"a":1,"c":null,"x":0,"d":2}"#);
        assert_eq!(set_at("/c/deep"), r#"{"a":1,"c":{"deep":null},"x":0,"d":2}"#);
        assert_eq!(set(&value, &Path::parse("/a/b").0, Value::Null, &order), None, "a number holds nothing");
    }

    #[test]
    fn what_is_not_there_is_not_removed() {
        let value = json(r#"{"a": [1, 2]}"#);
        assert_eq!(remove(&value, &Path::parse("/a/0").0).unwrap().compact(), r#"{"a":[2]}"#);
        for nowhere in ["", "/b", "/a/2", "/a/0/x"] {
            assert_eq!(remove(&value, &Path::parse(nowhere).0), None, "{nowhere}");
        }
    }
}
