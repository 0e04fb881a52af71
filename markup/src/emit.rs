//! From the tree to calls of `views::element`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};

use crate::Fault;
use crate::parse::{Attribute, Element, Node, Value};

/// Attributes that are there or not, and have no value of their own.
const FLAGS: [&str; 6] = ["disabled", "hidden", "multiple", "open", "required", "selected"];

/// An expression of Yew's `VNode`.
pub fn node(node: &Node) -> TokenStream {
    match node {
        Node::Element(element) => self::element(element),
        Node::Component(tokens) => quote! { ::yew::html! { #tokens } },
        Node::Fragment(children) => fragment(children),
        Node::Expression(tokens) => quote! { crate::views::element::Child::into_node(#tokens) },
        Node::Each(_) => fragment(std::slice::from_ref(node)),
        Node::If { condition, then, otherwise } => {
            let (then, otherwise) = (branch(then), branch(otherwise));
            quote! { if #condition { #then } else { #otherwise } }
        }
    }
}

fn branch(nodes: &[Node]) -> TokenStream {
    match nodes {
        [] => quote! { ::yew::virtual_dom::VNode::default() },
        [one] => node(one),
        several => fragment(several),
    }
}

/// The element being built. Its name cannot be seen from the expressions inside.
fn builder() -> Ident {
    Ident::new("element", Span::mixed_site())
}

fn fragment(children: &[Node]) -> TokenStream {
    let builder = builder();
    let children = children.iter().map(child);
    quote! {{
        let mut #builder = crate::views::element::Element::list();
        #(#children)*
        #builder.end_list()
    }}
}

fn child(child: &Node) -> TokenStream {
    let builder = builder();
    match child {
        Node::Expression(tokens) => quote! { #builder.add(#tokens); },
        Node::Each(tokens) => {
            let each = Ident::new("each", Span::mixed_site());
            quote! { for #each in #tokens { #builder.add(#each); } }
        }
        other => {
            let node = node(other);
            quote! { #builder.node(#node); }
        }
    }
}

fn element(Element { name, attributes, children }: &Element) -> TokenStream {
    let builder = builder();
    let is_input = name == "input";
    let is_fixed = |attribute: &&Attribute| {
        !attribute.is_property && matches!(attribute.value, Value::Text(_)) && !is_own(attribute, is_input)
    };
    let plain = || attributes.iter().filter(|attribute| !is_own(attribute, is_input));
    let (keys, fixed) = if plain().all(|attribute| is_fixed(&attribute)) {
        let pairs = plain().map(|Attribute { name, value, .. }| {
            let text = value_tokens(value);
            quote! { (#name, ::yew::virtual_dom::AttributeOrProperty::Static(#text)) }
        });
        (quote! {}, quote! { #(#pairs),* })
    } else {
        let names = plain().map(|attribute| &attribute.name);
        (quote! { #(#names),* }, quote! {})
    };
    let puts = attributes.iter().filter(|attribute| !keys.is_empty() || is_own(attribute, is_input));
    let puts = puts.map(|attribute| put(attribute, is_input));
    let end = match &children[..] {
        [] => quote! { #builder.end() },
        [Node::Each(_), ..] | [_, _, ..] => {
            let children = children.iter().map(child);
            quote! { #(#children)* #builder.end() }
        }
        [one] => {
            let node = node(one);
            quote! { #builder.end_with(#node) }
        }
    };
    // A constant, so that all that is known of the element is one address in the program.
    quote! {{
        const SHAPE: &crate::views::element::Shape =
            &crate::views::element::Shape { tag: #name, keys: &[#keys], fixed: &[#fixed] };
        #[allow(unused_mut)]
        let mut #builder = crate::views::element::Element::new(SHAPE);
        #(#puts)*
        #end
    }}
}

/// Whether Yew knows it by itself, and not among the attributes.
fn is_own(attribute: &Attribute, is_input: bool) -> bool {
    let name = attribute.name.as_str();
    name == "key" || name.starts_with("on") || is_input && matches!(name, "value" | "checked")
}

fn value_tokens(value: &Value) -> TokenStream {
    match value {
        Value::Text(text) => text.to_token_stream(),
        Value::Expression(tokens) => tokens.clone(),
    }
}

fn put(Attribute { name, at, value, is_property }: &Attribute, is_input: bool) -> TokenStream {
    let builder = builder();
    let tokens = value_tokens(value);
    if *is_property {
        return quote! { #builder.property(#tokens); };
    }
    match (name.as_str(), value) {
        ("key", _) => quote! { #builder.key(#tokens); },
        ("onclick", _) => quote! { #builder.on_click(#tokens); },
        (other, _) if other.starts_with("on") => {
            Fault::new(*at, format!("`{other}`: only `onclick` is known here; browser/ listens to the rest"))
                .into_tokens()
        }
        ("value", _) if is_input => quote! { #builder.value(#tokens); },
        ("checked", _) if is_input => quote! { #builder.checked(#tokens); },
        (_, Value::Text(_)) => quote! { #builder.fixed(#tokens); },
        (flag, _) if FLAGS.contains(&flag) => quote_spanned! { *at => #builder.flag(#name, #tokens); },
        ("class", _) => quote! { #builder.class(#tokens); },
        _ => quote! { #builder.put(#tokens); },
    }
}
