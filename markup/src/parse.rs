//! From tokens to a tree.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::ToTokens as _;

use crate::Fault;

/// A part of the page.
pub enum Node {
    Element(Element),
    /// A component: Yew's own macro makes it.
    Component(TokenStream),
    /// `<>…</>`.
    Fragment(Vec<Node>),
    /// `{ expression }`.
    Expression(TokenStream),
    /// `{ for iterator }`.
    Each(TokenStream),
    /// `if condition { then } else { otherwise }`.
    If {
        condition: TokenStream,
        then: Vec<Node>,
        otherwise: Vec<Node>,
    },
}

pub struct Element {
    pub name: String,
    pub attributes: Vec<Attribute>,
    pub children: Vec<Node>,
}

pub struct Attribute {
    pub name: String,
    pub at: Span,
    pub value: Value,
    /// `~name={…}`: not an attribute but a property of the element.
    pub is_property: bool,
}

pub enum Value {
    Text(TokenTree),
    Expression(TokenStream),
}

/// The one root of a macro call.
pub fn root(input: TokenStream) -> Result<Node, Fault> {
    let mut tokens = Tokens::new(input, Span::call_site());
    let node = tokens.node()?;
    match tokens.next() {
        None => Ok(node),
        Some(more) => Err(Fault::new(more.span(), "one root only: put `<>` and `</>` around several")),
    }
}

struct Tokens {
    list: Vec<TokenTree>,
    at: usize,
    /// Where the list ends.
    end: Span,
}

impl Tokens {
    fn new(stream: TokenStream, end: Span) -> Self {
        Self { list: stream.into_iter().collect(), at: 0, end }
    }

    fn peek(&self, ahead: usize) -> Option<&TokenTree> {
        self.list.get(self.at + ahead)
    }

    fn next(&mut self) -> Option<TokenTree> {
        let token = self.list.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn is_punct(&self, ahead: usize, sign: char) -> bool {
        matches!(self.peek(ahead), Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
    }

    fn is_word(&self, ahead: usize, word: &str) -> bool {
        matches!(self.peek(ahead), Some(TokenTree::Ident(ident)) if ident == word)
    }

    fn span(&self) -> Span {
        self.peek(0).map_or(self.end, TokenTree::span)
    }

    fn fault(&self, what: impl Into<String>) -> Fault {
        Fault::new(self.span(), what)
    }

    fn punct(&mut self, sign: char) -> Result<(), Fault> {
        if !self.is_punct(0, sign) {
            return Err(self.fault(format!("expected `{sign}`")));
        }
        self.at += 1;
        Ok(())
    }

    /// The tokens inside the braces that come next, and their span.
    fn braces(&mut self) -> Result<(TokenStream, Span), Fault> {
        match self.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                Ok((group.stream(), group.span_close()))
            }
            _ => {
                self.at -= 1;
                Err(self.fault("expected `{`"))
            }
        }
    }

    /// A name with hyphens: `data-event`.
    fn name(&mut self) -> Result<String, Fault> {
        let mut name = String::new();
        loop {
            match self.next() {
                Some(TokenTree::Ident(ident)) => name.push_str(ident.to_string().trim_start_matches("r#")),
                _ => {
                    self.at -= 1;
                    return Err(self.fault("expected a name"));
                }
            }
            if !self.is_punct(0, '-') {
                return Ok(name);
            }
            self.at += 1;
            name.push('-');
        }
    }

    fn node(&mut self) -> Result<Node, Fault> {
        if self.is_punct(0, '<') {
            return self.tag();
        }
        if self.is_word(0, "if") {
            return self.condition();
        }
        let Some(TokenTree::Group(_)) = self.peek(0) else {
            return Err(self.fault("expected `<`, `{` or `if`; a text stands in braces: `{ \"text\" }`"));
        };
        let (inside, _) = self.braces()?;
        let mut tokens = inside.clone().into_iter();
        let is_each = matches!(tokens.next(), Some(TokenTree::Ident(word)) if word == "for");
        Ok(if is_each { Node::Each(tokens.collect()) } else { Node::Expression(inside) })
    }

    fn nodes(&mut self) -> Result<Vec<Node>, Fault> {
        let mut nodes = Vec::new();
        while self.peek(0).is_some() {
            nodes.push(self.node()?);
        }
        Ok(nodes)
    }

    fn condition(&mut self) -> Result<Node, Fault> {
        self.at += 1;
        let mut condition = TokenStream::new();
        while !matches!(self.peek(0), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace)
        {
            let Some(token) = self.next() else { return Err(self.fault("expected `{`")) };
            condition.extend([token]);
        }
        let then = self.block()?;
        let mut otherwise = Vec::new();
        if self.is_word(0, "else") {
            self.at += 1;
            otherwise = if self.is_word(0, "if") { vec![self.condition()?] } else { self.block()? };
        }
        Ok(Node::If { condition, then, otherwise })
    }

    fn block(&mut self) -> Result<Vec<Node>, Fault> {
        let (inside, end) = self.braces()?;
        Tokens::new(inside, end).nodes()
    }

    fn tag(&mut self) -> Result<Node, Fault> {
        let begin = self.at;
        self.punct('<')?;
        if self.is_punct(0, '>') {
            self.at += 1;
            return Ok(Node::Fragment(self.children("")?));
        }
        if matches!(self.peek(0), Some(TokenTree::Ident(ident)) if ident.to_string().starts_with(char::is_uppercase))
        {
            return self.component(begin);
        }
        let name = self.name()?;
        let mut attributes = Vec::new();
        while !self.is_punct(0, '>') && !self.is_punct(0, '/') {
            attributes.push(self.attribute()?);
        }
        let children = if self.is_punct(0, '/') {
            self.at += 1;
            self.punct('>')?;
            Vec::new()
        } else {
            self.at += 1;
            self.children(&name)?
        };
        Ok(Node::Element(Element { name, attributes, children }))
    }

    /// What stands before `</name>`.
    fn children(&mut self, name: &str) -> Result<Vec<Node>, Fault> {
        let mut children = Vec::new();
        loop {
            if self.is_punct(0, '<') && self.is_punct(1, '/') {
                self.at += 2;
                let at = self.span();
                let closes = if self.is_punct(0, '>') { String::new() } else { self.name()? };
                if closes != name {
                    return Err(Fault::new(at, format!("`</{closes}>` stands where `</{name}>` should")));
                }
                self.punct('>')?;
                return Ok(children);
            }
            if self.peek(0).is_none() {
                return Err(self.fault(format!("`<{name}>` is not closed")));
            }
            children.push(self.node()?);
        }
    }

    /// A component, as it stands.
    fn component(&mut self, begin: usize) -> Result<Node, Fault> {
        while !(self.is_punct(0, '/') && self.is_punct(1, '>')) {
            if self.next().is_none() {
                return Err(self.fault("a component has no children here: end it by `/>`"));
            }
        }
        self.at += 2;
        let tokens: TokenStream = self.list.iter().take(self.at).skip(begin).cloned().collect();
        Ok(Node::Component(tokens))
    }

    fn attribute(&mut self) -> Result<Attribute, Fault> {
        let at = self.span();
        if matches!(self.peek(0), Some(TokenTree::Group(_))) {
            let (inside, _) = self.braces()?;
            let mut tokens = inside.clone().into_iter();
            return match (tokens.next(), tokens.next()) {
                (Some(TokenTree::Ident(ident)), None) => Ok(Attribute {
                    name: ident.to_string(),
                    at,
                    value: Value::Expression(inside),
                    is_property: false,
                }),
                _ => Err(Fault::new(at, "expected one name: `{name}` is short for `name={name}`")),
            };
        }
        let is_property = self.is_punct(0, '~');
        if is_property {
            self.at += 1;
        }
        let name = self.name()?;
        self.punct('=')?;
        let value = match self.next() {
            Some(text @ TokenTree::Literal(_)) => Value::Text(text),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                Value::Expression(group.stream())
            }
            Some(TokenTree::Ident(word)) if word == "true" || word == "false" => {
                Value::Expression(TokenTree::Ident(word).into_token_stream())
            }
            _ => {
                return Err(Fault::new(at, format!("expected `{name}=\"text\"` or `{name}={{expression}}`")));
            }
        };
        if let Value::Expression(inside) = &value
            && inside.is_empty()
        {
            return Err(Fault::new(at, format!("expected an expression: `{name}={{…}}`")));
        }
        Ok(Attribute { name, at, value, is_property })
    }
}
