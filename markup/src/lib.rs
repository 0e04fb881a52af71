//! `html!` for Daylight's views: the syntax of Yew's macro, as far as the views use it, compiled to calls of `views::element` instead of
//! to code that builds each element in place. In the page's wasm an element then takes some 80 bytes where Yew's takes 350.
//! `docs/decisions.md` has the figures.

mod emit;
mod parse;

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

/// A part of a page, as Yew's `html!` writes it. One root: an element, a component, `{ expression }`, or `<>…</>` around several.
///
/// Inside: `<tag name="text" name={expression} {name}>`, `key={…}`, `onclick={…}`; components, with their properties as in Yew and
/// without children; `{ expression }`, `{ for iterator }`, `if … { … } else { … }`. An expression is whatever
/// `views::element` takes as a child or as a value.
///
/// # Errors
///
/// What is not of these is a compile error at its own place.
#[proc_macro]
pub fn html(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let made = parse::root(input.into()).map(|node| emit::node(&node));
    made.unwrap_or_else(Fault::into_tokens).into()
}

/// What cannot be read, and where.
struct Fault {
    at: Span,
    what: String,
}

impl Fault {
    fn new(at: Span, what: impl Into<String>) -> Self {
        Self { at, what: what.into() }
    }

    fn into_tokens(self) -> TokenStream {
        let what = self.what;
        quote_spanned! { self.at => ::core::compile_error!(#what) }
    }
}

#[cfg(test)]
mod tests {
    fn fault(markup: &str) -> String {
        let tokens = markup.parse().unwrap_or_else(|error| panic!("{markup}: {error}"));
        match super::parse::root(tokens) {
            Ok(node) => super::emit::node(&node).to_string(),
            Err(fault) => fault.what,
        }
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert_eq!(fault("<p><b></p>"), "`</p>` stands where `</b>` should");
        assert_eq!(fault("<p>"), "`<p>` is not closed");
        assert_eq!(fault("<p></p><p></p>"), "one root only: put `<>` and `</>` around several");
        assert_eq!(fault("<p class=a></p>"), "expected `class=\"text\"` or `class={expression}`");
        assert_eq!(fault("<p class={}></p>"), "expected an expression: `class={…}`");
        assert_eq!(fault("<p {a.b}></p>"), "expected one name: `{name}` is short for `name={name}`");
        assert_eq!(
            fault("<p>words</p>"),
            "expected `<`, `{` or `if`; a text stands in braces: `{ \"text\" }`"
        );
        assert_eq!(fault("<Card>{ 1 }</Card>"), "a component has no children here: end it by `/>`");
        assert_eq!(fault("<p>if a</p>"), "expected `{`");
    }

    #[test]
    fn a_listener_that_nobody_made_is_named() {
        assert!(fault("<p oninput={a}></p>").contains("`oninput`: only `onclick` is known here"));
    }
}
