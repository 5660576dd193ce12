//! YAML to the same tree as JSON: numbers as they were written, and the place of each value. An alias counts as much as what
//! it stands for, so that a few lines cannot become a million; tags are passed over, and nothing is constructed.

use std::borrow::Cow;
use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::exact::Exact;
use super::json::{DEPTH_MAX, VALUES_MAX};
use super::node::{Key, Node, Pairs, Value};
use super::source::Source;
use super::{ReadError, Why};

/// Values that anchors and aliases may copy in one file; programs name a list or two that stand twice.
const COPIED_MAX: usize = 100_000;

/// Whether a text looks like the YAML of a scenario: it says of what type it is.
pub(super) fn is(source: Source<'_>) -> bool {
    source.text.lines().any(|line| line.starts_with("type:"))
}

/// What the first document of a YAML file says.
pub(super) fn parse(source: Source<'_>) -> Result<Node<'_>, ReadError> {
    let mut builder =
        Builder { source, open: Vec::new(), anchors: BTreeMap::new(), values: 0, copied: 0, root: None };
    let mut cursor = Cursor { text: source.text, characters: 0, bytes: 0 };
    for event in Parser::new_from_str(source.text) {
        let (event, span) = event.map_err(|error| {
            source.refuse(cursor.at(error.marker().index()), Why::Unreadable(error.info().to_owned()))
        })?;
        let at = start(&mut cursor, span);
        if matches!(event, Event::DocumentEnd) {
            break;
        }
        builder.take(event, at)?;
    }
    builder.root.ok_or_else(|| source.refuse(0, Why::Unreadable("there is no value in the file".to_owned())))
}

fn start(cursor: &mut Cursor<'_>, span: Span) -> usize {
    cursor.at(span.start.index())
}

/// From characters to bytes, going forward only.
struct Cursor<'x> {
    text: &'x str,
    characters: usize,
    bytes: usize,
}

impl Cursor<'_> {
    fn at(&mut self, character: usize) -> usize {
        let ahead = character.saturating_sub(self.characters);
        let rest = &self.text[self.bytes..];
        let passed = rest.char_indices().nth(ahead).map_or(rest.len(), |(at, _)| at);
        self.characters += ahead;
        self.bytes += passed;
        self.bytes
    }
}

/// A list or table that is not closed yet.
struct Open<'x> {
    at: usize,
    anchor: usize,
    values_before: usize,
    inside: Inside<'x>,
}

enum Inside<'x> {
    List(Vec<Node<'x>>),
    Table(Pairs<'x>, Option<Key<'x>>),
}

struct Builder<'x> {
    source: Source<'x>,
    open: Vec<Open<'x>>,
    /// What an anchor names, and how many values that is.
    anchors: BTreeMap<usize, (Node<'x>, usize)>,
    values: usize,
    copied: usize,
    root: Option<Node<'x>>,
}

impl<'x> Builder<'x> {
    fn take(&mut self, event: Event<'x>, at: usize) -> Result<(), ReadError> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let node = Node { at, value: scalar(text, style) };
                self.named(anchor, &node, 1)?;
                self.put(node, 1)
            }
            Event::SequenceStart(anchor, _) => self.begin(at, anchor, Inside::List(Vec::new())),
            Event::MappingStart(anchor, _) => self.begin(at, anchor, Inside::Table(Pairs::default(), None)),
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => {
                let Some(values) = self.anchors.get(&anchor).map(|(_, values)| *values) else {
                    return Err(self.source.refuse(at, Why::Unreadable("an alias of itself".to_owned())));
                };
                self.copied(at, values)?;
                let value = self.anchors.get(&anchor).map_or(Value::Null, |(node, _)| node.value.clone());
                self.put(Node { at, value }, values)
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn begin(&mut self, at: usize, anchor: usize, inside: Inside<'x>) -> Result<(), ReadError> {
        if self.open.len() >= DEPTH_MAX {
            let (what, found, limit) = ("lists inside each other", self.open.len() + 1, DEPTH_MAX);
            return Err(self.source.refuse(at, Why::TooMuch { what, found, limit }));
        }
        self.open.push(Open { at, anchor, values_before: self.values, inside });
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadError> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let value = match open.inside {
            Inside::List(nodes) => Value::List(nodes),
            Inside::Table(pairs, _) => Value::Table(pairs.into_inner()),
        };
        let node = Node { at: open.at, value };
        self.named(open.anchor, &node, self.values - open.values_before + 1)?;
        self.put(node, 1)
    }

    /// Keeps what an anchor names; that counts once more.
    fn named(&mut self, anchor: usize, node: &Node<'x>, values: usize) -> Result<(), ReadError> {
        if anchor > 0 {
            self.copied(node.at, values)?;
            self.anchors.insert(anchor, (node.clone(), values));
        }
        Ok(())
    }

    /// Counts values that are copied, before they are.
    fn copied(&mut self, at: usize, values: usize) -> Result<(), ReadError> {
        self.copied = self.copied.saturating_add(values);
        if self.copied <= COPIED_MAX {
            return Ok(());
        }
        let (what, found, limit) = ("values copied by aliases", self.copied, COPIED_MAX);
        Err(self.source.refuse(at, Why::TooMuch { what, found, limit }))
    }

    fn count(&mut self, at: usize, values: usize) -> Result<(), ReadError> {
        self.values = self.values.saturating_add(values);
        if self.values <= VALUES_MAX {
            return Ok(());
        }
        Err(self.source.refuse(at, Why::TooMuch { what: "values", found: self.values, limit: VALUES_MAX }))
    }

    /// Puts a value where it belongs.
    fn put(&mut self, node: Node<'x>, values: usize) -> Result<(), ReadError> {
        self.count(node.at, values)?;
        match self.open.last_mut().map(|open| &mut open.inside) {
            None => self.root = Some(node),
            Some(Inside::List(nodes)) => nodes.push(node),
            Some(Inside::Table(_, key @ None)) => {
                let at = node.at;
                let name = match node.value {
                    Value::Text(name) | Value::Number(name) if name != "<<" => name,
                    Value::Truth(is) => Cow::Borrowed(if is { "true" } else { "false" }),
                    Value::Null => Cow::Borrowed("null"),
                    _ => {
                        let what = "a key must be words or a number".to_owned();
                        return Err(self.source.refuse(at, Why::Unreadable(what)));
                    }
                };
                *key = Some(Key { at, name });
            }
            Some(Inside::Table(pairs, key)) => {
                if let Some(key) = key.take() {
                    pairs.put(self.source, key, node)?;
                }
            }
        }
        Ok(())
    }
}

/// What a scalar says: only plain ones can be something else than words.
fn scalar(text: Cow<'_, str>, style: ScalarStyle) -> Value<'_> {
    if style != ScalarStyle::Plain {
        return Value::Text(text);
    }
    match text.as_ref() {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Truth(true),
        "false" | "False" | "FALSE" => Value::Truth(false),
        ".inf" | ".Inf" | ".INF" | "-.inf" | "-.Inf" | "-.INF" | ".nan" | ".NaN" | ".NAN" => {
            Value::Number(text)
        }
        other if Exact::parse(other).is_ok() => Value::Number(text),
        _ => Value::Text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Node<'_>, String> {
        parse(Source { name: "a.yml", text }).map_err(|error| error.to_string())
    }

    #[test]
    fn what_programs_write_is_read() {
        let node = read("type: é\nvalues:\n- 1.0e-05\n- 'no'\n- -.inf\n0:\n  a: null\n").unwrap();
        let values = &node.get("values").unwrap().value;
        let Value::List(values) = values else { panic!("a list") };
        assert!(matches!(&values[0].value, Value::Number(number) if number == "1.0e-05"));
        assert!(matches!(&values[1].value, Value::Text(text) if text == "no"));
        assert_eq!(values[1].at, 29);
        assert!(node.get("0").unwrap().get("a").unwrap().is_null());
    }

    #[test]
    fn what_is_hostile_is_refused() {
        let line = |pair: &[&str]| {
            let aliases = vec![format!("*{}", pair[0]); 10].join(", ");
            format!("{0}: &{0} [{aliases}]\n", pair[1])
        };
        let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
        let laughs = format!("a: &a [x]\n{}", names.windows(2).map(line).collect::<String>());
        assert!(read(&laughs).unwrap_err().contains("values copied by aliases: at most"));
        assert!(read(&"[".repeat(100_000)).unwrap_err().contains("recursion"));
        assert!(read(&"- ".repeat(100_000)).unwrap_err().contains("inside each other"));
        assert!(read("a: &a [*a]").is_err());
        assert!(read("a: 1\na: 2").unwrap_err().contains("stands twice"));
        assert!(read("? [1]\n: 2").unwrap_err().starts_with("a.yml:1:3"));
        assert!(read("a: [1").is_err());
        assert!(read("").is_err());
    }
}
