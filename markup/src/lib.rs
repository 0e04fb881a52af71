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
