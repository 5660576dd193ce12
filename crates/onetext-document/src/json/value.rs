//! A JSON value whose members stay in the order in which they were put in, and its printing.
//!
//! The order is ours rather than a feature of a library, because features are shared across a build: the same
//! document must give the same bytes whoever else is linked in.

use crate::characters::is_bidirectional_control;

/// One step of indent.
const INDENT: &str = "  ";

/// A JSON value.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Words(String),
    True,
    List(Vec<Value>),
    Members(Vec<(String, Value)>),
}

impl Value {
    /// Nothing that a reader would miss: such members are left out.
    fn is_empty(&self) -> bool {
        match self {
            Value::Words(words) => words.is_empty(),
            Value::List(values) => values.is_empty(),
            Value::Members(members) => members.is_empty(),
            Value::True => false,
        }
    }

    /// The value as indented JSON.
    pub(super) fn print(&self, out: &mut String, depth: usize) {
        match self {
            Value::Words(words) => out.push_str(&quoted(words)),
            Value::True => out.push_str("true"),
            Value::List(values) => print_all(out, depth, ['[', ']'], values, |out, value| {
                value.print(out, depth + 1);
            }),
            Value::Members(members) => print_all(out, depth, ['{', '}'], members, |out, (key, value)| {
                out.push_str(&quoted(key));
                out.push_str(": ");
                value.print(out, depth + 1);
            }),
        }
    }
}

fn print_all<T>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    parts: &[T],
    print: impl Fn(&mut String, &T),
) {
    out.push(open);
    for (index, part) in parts.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&INDENT.repeat(depth + 1));
        print(out, part);
    }
    if !parts.is_empty() {
        out.push('\n');
        out.push_str(&INDENT.repeat(depth));
    }
    out.push(close);
}

/// A JSON string; also escapes what JSON would allow but what a terminal would obey.
fn quoted(words: &str) -> String {
    let plain = serde_json::Value::from(words).to_string();
    let mut out = String::with_capacity(plain.len());
    for character in plain.chars() {
        if character.is_control() || is_bidirectional_control(character) {
            out.extend(["\\u", &format!("{:04x}", character as u32)]);
        } else {
            out.push(character);
        }
    }
    out
}

/// Members in the order in which they are named; empty ones are left out.
#[derive(Default)]
pub(super) struct Members(Vec<(String, Value)>);

impl Members {
    pub(super) fn with(mut self, key: &str, value: Value) -> Self {
        if !value.is_empty() {
            self.0.push((key.to_owned(), value));
        }
        self
    }

    pub(super) fn words(self, key: &str, words: impl Into<String>) -> Self {
        self.with(key, Value::Words(words.into()))
    }

    pub(super) fn list(self, key: &str, values: impl IntoIterator<Item = Value>) -> Self {
        self.with(key, Value::List(values.into_iter().collect()))
    }

    /// `true`, or no member at all.
    pub(super) fn flag(self, key: &str, holds: bool) -> Self {
        if holds { self.with(key, Value::True) } else { self }
    }

    pub(super) fn end(self) -> Value {
        Value::Members(self.0)
    }
}
