//! From the tree to calls of `views::element`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};

use crate::Fault;
use crate::parse::{Attribute, Element, Node, Value};

/// Attributes that are there or not, and have no value of their own.
const FLAGS: [&str; 6] = ["disabled", "hidden", "multiple", "open", "required", "selected"];

/// An expression of Yew's `VNode`: all that stands inside of it is built by one builder, step by step.
pub fn node(node: &Node) -> TokenStream {
    let builder = builder();
    match node {
        Node::Element(element) => {
            let Steps { shape, inside, list } = steps(element);
            let end = if list {
                quote! { end }
            } else {
                quote! { end_one }
            };
            quote! {{
                let mut #builder = crate::views::element::Builder::new(#shape);
                #inside
                #builder.#end()
            }}
        }
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

/// The builder. Its name cannot be seen from the expressions inside.
fn builder() -> Ident {
    Ident::new("builder", Span::mixed_site())
}

fn fragment(children: &[Node]) -> TokenStream {
    let builder = builder();
    let children = children.iter().map(child);
    quote! {{
        let mut #builder = crate::views::element::Builder::new(crate::views::element::LIST);
        #(#children)*
        #builder.end_list()
    }}
}

/// Steps that add to what is open: what is nothing adds none, and a list all of its own.
fn child(child: &Node) -> TokenStream {
    let builder = builder();
    match child {
        Node::Expression(tokens) => quote! { #builder.add(#tokens); },
        Node::Each(tokens) => {
            let each = Ident::new("each", Span::mixed_site());
            quote! { for #each in #tokens { #builder.add(#each); } }
        }
        other => one(other),
    }
}

/// Steps that add exactly one node to what is open.
fn one(node: &Node) -> TokenStream {
    let builder = builder();
    match node {
        Node::Element(element) => {
            let Steps { shape, inside, list } = steps(element);
            let close = if list {
                quote! { close }
            } else {
                quote! { close_one }
            };
            quote! { #builder.open(#shape); #inside #builder.#close(); }
        }
        Node::Fragment(children) => inner_list(children),
        Node::Each(_) => inner_list(std::slice::from_ref(node)),
        Node::If { condition, then, otherwise } => {
            let (then, otherwise) = (one_of(then), one_of(otherwise));
            quote! { if #condition { #then } else { #otherwise } }
        }
        Node::Expression(tokens) => quote! { #builder.one(#tokens); },
        Node::Component(_) => {
            let node = self::node(node);
            quote! { #builder.one(#node); }
        }
    }
}

fn one_of(nodes: &[Node]) -> TokenStream {
    let builder = builder();
    match nodes {
        [] => quote! { #builder.one(::yew::virtual_dom::VNode::default()); },
        [only] => one(only),
        several => inner_list(several),
    }
}

fn inner_list(children: &[Node]) -> TokenStream {
    let builder = builder();
    let children = children.iter().map(child);
    quote! {
        #builder.open(crate::views::element::LIST);
        #(#children)*
        #builder.close_list();
    }
}

/// How an element is built.
struct Steps {
    /// What is known of it when the program is made.
    shape: TokenStream,
    /// Its attributes and children.
    inside: TokenStream,
    /// Whether its children are a list; else there is exactly one.
    list: bool,
}

fn steps(Element { name, attributes, children }: &Element) -> Steps {
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
    let list = !matches!(&children[..], [only] if !matches!(only, Node::Each(_)));
    let children = children.iter().map(if list { child } else { one });
    // A constant, so that all that is known of the element is one address in the program.
    let shape = quote! {{
        const SHAPE: &crate::views::element::Shape =
            &crate::views::element::Shape { tag: #name, keys: &[#keys], fixed: &[#fixed] };
        SHAPE
    }};
    Steps { shape, inside: quote! { #(#puts)* #(#children)* }, list }
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
