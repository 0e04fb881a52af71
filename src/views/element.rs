//! What [`html!`] builds elements with. Each step is a function that is there once, where Yew's own macro writes the whole
//! building of an element in every place: see `markup/` and `docs/decisions.md`.

use std::rc::Rc;

pub use markup::html;
use yew::Callback;
use yew::events::MouseEvent;
use yew::html::{Classes, IntoPropValue, NodeRef};
use yew::virtual_dom::{
    AttrValue, AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VNode, VTag, VText,
};

/// What is known of an element when the program is made.
#[derive(Debug)]
pub struct Shape {
    /// Its tag.
    pub tag: &'static str,
    /// The names of its attributes, in the order in which the values come; empty where all values are known too.
    pub keys: &'static [&'static str],
    /// Its attributes, where all are known.
    pub fixed: &'static [(&'static str, AttributeOrProperty)],
}

/// A list of nodes without an element around them.
pub const LIST: &Shape = &Shape { tag: "", keys: &[], fixed: &[] };

/// An element, or a list of nodes, that is open: what comes next goes into it.
struct Open {
    shape: &'static Shape,
    values: Vec<Option<AttributeOrProperty>>,
    click: Option<Rc<dyn Listener>>,
    key: Option<Key>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    children: Vec<VNode>,
}

impl Open {
    fn new(shape: &'static Shape) -> Self {
        Self {
            shape,
            values: Vec::with_capacity(shape.keys.len()),
            click: None,
            key: None,
            value: None,
            checked: None,
            children: Vec::new(),
        }
    }

    /// The element, with this in it.
    #[inline(never)]
    fn end(self, child: VNode) -> VNode {
        let Self { shape, values, click, key, value, checked, children: _ } = self;
        let attributes = if shape.keys.is_empty() {
            Attributes::Static(shape.fixed)
        } else {
            Attributes::Dynamic { keys: shape.keys, values: values.into_boxed_slice() }
        };
        let listeners = click.map_or(Listeners::None, |click| Listeners::Pending(Box::new([Some(click)])));
        let tag = if shape.tag == "input" {
            VTag::__new_input(value, checked, NodeRef::default(), key, attributes, listeners)
        } else {
            let tag = AttrValue::Static(shape.tag);
            VTag::__new_other(tag, NodeRef::default(), key, attributes, listeners, child)
        };
        VNode::VTag(Rc::new(tag))
    }

    #[inline(never)]
    fn end_list(mut self) -> VNode {
        let children = nodes(std::mem::take(&mut self.children));
        self.end(children)
    }

    #[inline(never)]
    fn end_one(mut self) -> VNode {
        let child = self.children.pop().unwrap_or_default();
        self.end(child)
    }
}

/// Builds a tree of nodes from its root on, each step a call with what is new alone: a view is as many calls, and no values are handed
/// from one to the next.
pub struct Builder {
    top: Open,
    below: Vec<Open>,
}

impl Builder {
    /// Begins the root: an element, or [`LIST`].
    #[inline(never)]
    pub fn new(shape: &'static Shape) -> Self {
        Self { top: Open::new(shape), below: Vec::new() }
    }

    /// Begins an element, or [`LIST`], inside of what is open.
    #[inline(never)]
    pub fn open(&mut self, shape: &'static Shape) {
        let below = std::mem::replace(&mut self.top, Open::new(shape));
        self.below.push(below);
    }

    /// What is on top is whole; what is below it is on top again. The root is never closed, it is ended.
    #[inline(never)]
    fn closed(&mut self) -> Open {
        let below = self.below.pop().unwrap_or_else(|| Open::new(LIST));
        std::mem::replace(&mut self.top, below)
    }

    /// Closes an element with any number of nodes in it.
    #[inline(never)]
    pub fn close(&mut self) {
        let node = self.closed().end_list();
        self.node(node);
    }

    /// Closes an element with exactly one node in it.
    #[inline(never)]
    pub fn close_one(&mut self) {
        let node = self.closed().end_one();
        self.node(node);
    }

    /// Closes a list.
    #[inline(never)]
    pub fn close_list(&mut self) {
        let node = nodes(self.closed().children);
        self.node(node);
    }

    /// The root, an element with any number of nodes in it.
    #[inline(never)]
    pub fn end(self) -> VNode {
        self.top.end_list()
    }

    /// The root, an element with exactly one node in it.
    #[inline(never)]
    pub fn end_one(self) -> VNode {
        self.top.end_one()
    }

    /// The root, a list.
    #[inline(never)]
    pub fn end_list(self) -> VNode {
        nodes(self.top.children)
    }

    #[inline(never)]
    fn push(&mut self, value: Option<AttrValue>) {
        self.top.values.push(value.map(AttributeOrProperty::Attribute));
    }

    /// The next attribute has this value; `None` leaves it out.
    #[inline(never)]
    pub fn put<V: Value>(&mut self, value: V) {
        self.push(value.into_value());
    }

    /// The next attribute has this text.
    #[inline(never)]
    pub fn fixed(&mut self, text: &'static str) {
        self.push(Some(AttrValue::Static(text)));
    }

    /// The next attribute is `class`: an empty one is left out.
    #[inline(never)]
    pub fn class<V: Value>(&mut self, value: V) {
        self.push(value.into_value().filter(|class| !class.is_empty()));
    }

    /// The next attribute is there or not.
    #[inline(never)]
    pub fn flag(&mut self, name: &'static str, there: bool) {
        self.push(there.then_some(AttrValue::Static(name)));
    }

    /// The next is no attribute but a property of the browser's element, set by the program.
    #[inline(never)]
    pub fn property(&mut self, value: Option<String>) {
        self.top.values.push(value.map(|text| AttributeOrProperty::Property(text.into())));
    }

    /// By which the element is known among its siblings.
    #[inline(never)]
    pub fn key<K: Into<Key>>(&mut self, key: K) {
        self.top.key = Some(key.into());
    }

    /// What a click does.
    #[inline(never)]
    pub fn on_click(&mut self, call: Callback<MouseEvent>) {
        self.top.click = Some(Rc::new(yew::html::onclick::Wrapper::new(call)));
    }

    /// What an `<input>` holds.
    #[inline(never)]
    pub fn value<V: Value>(&mut self, value: V) {
        self.top.value = value.into_value();
    }

    /// Whether an `<input>` is chosen.
    #[inline(never)]
    pub fn checked(&mut self, checked: bool) {
        self.top.checked = Some(checked);
    }

    /// Adds what an expression gave: no, one or several nodes.
    #[inline(never)]
    pub fn add<C: Child>(&mut self, child: C) {
        child.put(&mut self.top.children);
    }

    /// Adds what an expression gave, as exactly one node.
    #[inline(never)]
    pub fn one<C: Child>(&mut self, child: C) {
        self.node(child.into_node());
    }

    #[inline(never)]
    fn node(&mut self, node: VNode) {
        self.top.children.push(node);
    }
}

fn nodes(list: Vec<VNode>) -> VNode {
    if list.is_empty() { VNode::default() } else { VNode::VList(Rc::new(VList::with_children(list, None))) }
}

/// What can be an attribute's value.
pub trait Value {
    /// The text; `None` leaves the attribute out.
    fn into_value(self) -> Option<AttrValue>;
}

impl Value for AttrValue {
    fn into_value(self) -> Option<AttrValue> {
        Some(self)
    }
}

impl Value for String {
    #[inline(never)]
    fn into_value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl Value for &'static str {
    fn into_value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for Classes {
    #[inline(never)]
    fn into_value(self) -> Option<AttrValue> {
        self.into_prop_value()
    }
}

impl<V: Value> Value for Option<V> {
    fn into_value(self) -> Option<AttrValue> {
        self.and_then(Value::into_value)
    }
}

/// What can stand in an element.
pub trait Child: Sized {
    /// As one node.
    fn into_node(self) -> VNode;

    /// At the end of the others: what is nothing adds none, a list all of its own.
    fn put(self, to: &mut Vec<VNode>) {
        to.push(self.into_node());
    }
}

impl Child for VNode {
    fn into_node(self) -> VNode {
        self
    }
}

impl Child for AttrValue {
    fn into_node(self) -> VNode {
        VNode::VText(VText::new(self))
    }
}

impl Child for String {
    #[inline(never)]
    fn into_node(self) -> VNode {
        AttrValue::from(self).into_node()
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn into_node(self) -> VNode {
        AttrValue::Static(self).into_node()
    }
}

impl<C: Child> Child for Option<C> {
    fn into_node(self) -> VNode {
        self.map(Child::into_node).unwrap_or_default()
    }

    fn put(self, to: &mut Vec<VNode>) {
        if let Some(child) = self {
            child.put(to);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn into_node(self) -> VNode {
        nodes(self.into_iter().map(Child::into_node).collect())
    }

    fn put(self, to: &mut Vec<VNode>) {
        for child in self {
            child.put(to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same markup by our macro and by Yew's.
    macro_rules! both {
        ($($markup:tt)*) => { (html! { $($markup)* }, yew::html! { $($markup)* }) };
    }

    fn same((ours, theirs): (VNode, VNode)) {
        assert_eq!(ours, theirs);
    }

    #[test]
    fn elements_are_those_that_yews_macro_makes() {
        let (name, none) = ("x".to_owned(), None::<String>);
        same(both! { <br /> });
        same(both! { <p id="a" lang="en">{ "text" }</p> });
        same(
            both! { <a href={name.clone()} title={none.clone()} class="b">{ name.clone() }{ " " }{ name.to_string() }</a> },
        );
        for open in [true, false] {
            same(
                both! { <details {open} class="c"><summary>{ name.clone() }</summary><p>{ "x" }</p></details> },
            );
        }
        same(both! { <li key="k" data-event={name.clone()}><span>{ none.clone() }</span></li> });
        same(both! { <span class={yew::classes!("a", Some("b"), None::<&str>)}></span> });
        for class in ["a", ""] {
            same(both! { <span {class}></span> });
        }
    }

    #[test]
    fn fields_hold_what_is_in_them_apart_from_their_attributes() {
        let value = "7".to_owned();
        same(both! { <input id="n" type="number" value={value.clone()} /> });
        same(both! { <input type="checkbox" checked={true} name={value.clone()} /> });
        same(both! { <option value={value.clone()} selected={true}>{ "seven" }</option> });
    }

    #[test]
    fn what_is_there_by_condition_or_many_times_is_there() {
        let items = ["a", "b"];
        for shown in [true, false] {
            same(both! {
                <ul>
                    { for items.iter().map(|item| yew::html! { <li key={*item}>{ *item }</li> }) }
                    if shown { <li>{ "more" }</li>{ " " } } else { <li>{ "none" }</li>{ "." } }
                </ul>
            });
            same(both! { <p>{ shown.then_some("here") }<i></i></p> });
        }
        same(both! { <><p></p>{ "text" }</> });
    }

    #[test]
    fn one_node_by_condition_keeps_a_list_keyed() {
        for more in [true, false] {
            // Yew's macro would put a list of one around it, which has no key.
            let list =
                html! { <ul><li key="a"></li>if more { <li key="b"></li> } else { <li key="c"></li> }</ul> };
            assert_eq!(
                list,
                yew::html! { <ul><li key="a"></li><li key={if more { "b" } else { "c" }}></li></ul> }
            );
        }
    }

    #[test]
    fn a_click_has_its_listener() {
        let html =
            html! { <button type="button" onclick={Callback::from(|_: MouseEvent| ())}>{ "x" }</button> };
        let VNode::VTag(tag) = html else { panic!("no element") };
        assert!(!format!("{tag:?}").contains("listeners: None"));
    }
}
