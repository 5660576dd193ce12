//! What JSON and YAML say, as one kind of tree: numbers as they were written, keys in their order, and where each stands.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::exact::Exact;
use super::source::Source;
use super::{ReadError, Why};

/// One value, and where it begins.
#[derive(Clone, Debug)]
pub(super) struct Node<'x> {
    /// Bytes from the beginning of the file.
    pub at: usize,
    /// What it says.
    pub value: Value<'x>,
}

/// What a value says.
#[derive(Clone, Debug)]
pub(super) enum Value<'x> {
    /// Nothing.
    Null,
    /// Yes or no.
    Truth(bool),
    /// A number as it was written.
    Number(Cow<'x, str>),
    /// Words.
    Text(Cow<'x, str>),
    /// Values in order.
    List(Vec<Node<'x>>),
    /// Values by key, in order.
    Table(Vec<(Key<'x>, Node<'x>)>),
}

/// A key, and where it begins.
#[derive(Clone, Debug)]
pub(super) struct Key<'x> {
    /// Bytes from the beginning of the file.
    pub at: usize,
    /// The key.
    pub name: Cow<'x, str>,
}

/// Values by key while a table is read: a key may stand twice only if it says the same twice, and the first is kept.
#[derive(Debug, Default)]
pub(super) struct Pairs<'x> {
    pairs: Vec<(Key<'x>, Node<'x>)>,
    places: BTreeMap<Cow<'x, str>, usize>,
}

impl<'x> Pairs<'x> {
    /// Adds a key and its value.
    pub(super) fn put(&mut self, source: Source<'_>, key: Key<'x>, node: Node<'x>) -> Result<(), ReadError> {
        match self.places.get(&key.name) {
            Some(first) if self.pairs[*first].1.says_same(&node) => {}
            Some(_) => return Err(source.refuse(key.at, Why::TwoValues(key.name.into_owned()))),
            None => {
                self.places.insert(key.name.clone(), self.pairs.len());
                self.pairs.push((key, node));
            }
        }
        Ok(())
    }

    /// How many keys there are.
    pub(super) fn len(&self) -> usize {
        self.pairs.len()
    }

    /// The keys and values, in their order.
    pub(super) fn into_inner(self) -> Vec<(Key<'x>, Node<'x>)> {
        self.pairs
    }
}

impl<'x> Node<'x> {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'x>> {
        let Value::Table(pairs) = &self.value else { return None };
        pairs.iter().find(|(name, _)| name.name == key).map(|(_, node)| node)
    }

    /// The value of a key that must be there.
    pub(super) fn need(&self, source: Source<'_>, key: &'static str) -> Result<&Node<'x>, ReadError> {
        self.get(key).ok_or_else(|| source.refuse(self.at, Why::Missing(key.to_owned())))
    }

    /// Its values in order.
    pub(super) fn list(&self, source: Source<'_>) -> Result<&[Node<'x>], ReadError> {
        let Value::List(nodes) = &self.value else { return Err(self.wrong(source, "a list")) };
        Ok(nodes)
    }

    /// Its values by key.
    pub(super) fn table(&self, source: Source<'_>) -> Result<&[(Key<'x>, Node<'x>)], ReadError> {
        let Value::Table(pairs) = &self.value else { return Err(self.wrong(source, "a table of keys")) };
        Ok(pairs)
    }

    /// Its words.
    pub(super) fn text(&self, source: Source<'_>) -> Result<&str, ReadError> {
        let Value::Text(text) = &self.value else { return Err(self.wrong(source, "words in quotes")) };
        Ok(text)
    }

    /// A name: words, or a number or yes and no as they were written.
    pub(super) fn name(&self, source: Source<'_>) -> Result<&str, ReadError> {
        match &self.value {
            Value::Text(name) | Value::Number(name) => Ok(name),
            Value::Truth(true) => Ok("true"),
            Value::Truth(false) => Ok("false"),
            _ => Err(self.wrong(source, "a name")),
        }
    }

    /// Its number.
    pub(super) fn number(&self, source: Source<'_>) -> Result<Exact, ReadError> {
        let Value::Number(number) = &self.value else { return Err(self.wrong(source, "a number")) };
        Exact::parse(number).map_err(|why| source.refuse(self.at, why))
    }

    /// Whether it is nothing.
    pub(super) fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// Whether two say the same, wherever they stand.
    pub(super) fn says_same(&self, other: &Node<'_>) -> bool {
        match (&self.value, &other.value) {
            (Value::Null, Value::Null) => true,
            (Value::Truth(a), Value::Truth(b)) => a == b,
            (Value::Number(a), Value::Number(b)) | (Value::Text(a), Value::Text(b)) => a == b,
            (Value::List(a), Value::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.says_same(b))
            }
            (Value::Table(a), Value::Table(b)) => {
                let same = |((key, a), (other, b)): (&(Key<'_>, Node<'_>), &(Key<'_>, Node<'_>))| {
                    key.name == other.name && a.says_same(b)
                };
                a.len() == b.len() && a.iter().zip(b).all(same)
            }
            _ => false,
        }
    }

    fn wrong(&self, source: Source<'_>, wanted: &'static str) -> ReadError {
        let found = match self.value {
            Value::Null => "nothing",
            Value::Truth(_) => "yes or no",
            Value::Number(_) => "a number",
            Value::Text(_) => "words",
            Value::List(_) => "a list",
            Value::Table(_) => "a table of keys",
        };
        source.refuse(self.at, Why::WrongKind { wanted, found })
    }
}
