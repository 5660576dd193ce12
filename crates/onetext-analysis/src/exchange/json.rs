//! JSON to a tree that keeps what others lose: the order of keys, the place of each value, and numbers as they were written.

use std::borrow::Cow;

use super::node::{Key, Node, Pairs, Value};
use super::source::Source;
use super::{ReadError, Why};

/// Deepest nesting: the formats that are read need about ten.
pub const DEPTH_MAX: usize = 64;
/// Values of one file: a table of a hundred parties, a thousand issues and ten options each stays below.
pub const VALUES_MAX: usize = 4_000_000;

/// What a JSON file says. `NaN` and `Infinity`, which some programs write, are handed on as numbers, to be refused where they
/// stand. A key may stand twice only if it says the same twice; then the first is kept.
pub(super) fn parse(source: Source<'_>) -> Result<Node<'_>, ReadError> {
    let mut parser = Parser { source, at: 0, values: 0 };
    let node = parser.value(0)?;
    parser.skip_blanks();
    if parser.at < source.text.len() {
        return Err(parser.refuse("nothing may follow the last bracket"));
    }
    Ok(node)
}

struct Parser<'x> {
    source: Source<'x>,
    at: usize,
    values: usize,
}

impl<'x> Parser<'x> {
    fn value(&mut self, depth: usize) -> Result<Node<'x>, ReadError> {
        self.skip_blanks();
        self.values += 1;
        for (what, found, limit) in
            [("brackets inside each other", depth, DEPTH_MAX), ("values", self.values, VALUES_MAX)]
        {
            if found > limit {
                return Err(self.source.refuse(self.at, Why::TooMuch { what, found, limit }));
            }
        }
        let at = self.at;
        let value = match self.peek() {
            Some(b'{') => self.table(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Value::Text(self.text()?),
            Some(_) => self.word()?,
            None => return Err(self.refuse("the file ends here, in the middle: it may have been cut short")),
        };
        Ok(Node { at, value })
    }

    fn table(&mut self, depth: usize) -> Result<Value<'x>, ReadError> {
        let mut pairs = Pairs::default();
        self.at += 1;
        while !self.ends(b'}', pairs.len() == 0)? {
            let at = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.refuse("a key in quotes is expected here"));
            }
            let name = self.text()?;
            self.skip_blanks();
            if self.peek() != Some(b':') {
                return Err(self.refuse("a colon is expected here, between a key and its value"));
            }
            self.at += 1;
            let node = self.value(depth + 1)?;
            pairs.put(self.source, Key { at, name }, node)?;
        }
        Ok(Value::Table(pairs.into_inner()))
    }

    fn list(&mut self, depth: usize) -> Result<Value<'x>, ReadError> {
        let mut nodes = Vec::new();
        self.at += 1;
        while !self.ends(b']', nodes.is_empty())? {
            nodes.push(self.value(depth + 1)?);
        }
        Ok(Value::List(nodes))
    }

    /// Whether the bracket closes here; if not, passes the comma before the next value.
    fn ends(&mut self, bracket: u8, is_first: bool) -> Result<bool, ReadError> {
        self.skip_blanks();
        match self.peek() {
            Some(byte) if byte == bracket => {
                self.at += 1;
                Ok(true)
            }
            Some(_) if is_first => Ok(false),
            Some(b',') => {
                self.at += 1;
                self.skip_blanks();
                Ok(false)
            }
            Some(_) => Err(self.refuse("a comma or the closing bracket is expected here")),
            None => Err(self.refuse("the file ends here, in the middle: it may have been cut short")),
        }
    }

    /// A number, `true`, `false`, `null`.
    fn word(&mut self) -> Result<Value<'x>, ReadError> {
        let rest = &self.source.text[self.at..];
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        let word = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        let value = match word {
            "null" => Value::Null,
            "true" => Value::Truth(true),
            "false" => Value::Truth(false),
            "NaN" | "Infinity" | "-Infinity" => Value::Number(Cow::Borrowed(word)),
            _ if word.starts_with(|c: char| c == '-' || c.is_ascii_digit()) => {
                Value::Number(Cow::Borrowed(word))
            }
            _ => {
                return Err(
                    self.refuse("a value is expected here: a number, words in quotes, a list or a table")
                );
            }
        };
        self.at += word.len();
        Ok(value)
    }

    fn text(&mut self) -> Result<Cow<'x, str>, ReadError> {
        let begin = self.at + 1;
        self.at = begin;
        let mut owned: Option<String> = None;
        loop {
            let rest = &self.source.text[self.at..];
            let plain = rest.find(|c| matches!(c, '"' | '\\' | '\0'..='\x1f')).unwrap_or(rest.len());
            if let Some(text) = &mut owned {
                text.push_str(&rest[..plain]);
            }
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    let end = self.at;
                    self.at += 1;
                    return Ok(owned.map_or(Cow::Borrowed(&self.source.text[begin..end]), Cow::Owned));
                }
                Some(b'\\') => {
                    let before = &self.source.text[begin..self.at];
                    let letter = self.escaped()?;
                    owned.get_or_insert_with(|| before.to_owned()).push(letter);
                }
                Some(_) => {
                    return Err(self.refuse("a line break or control character stands inside the quotes"));
                }
                None => {
                    return Err(self.refuse("the file ends here, inside quotes: it may have been cut short"));
                }
            }
        }
    }

    /// The letter that a backslash and what follows stand for.
    fn escaped(&mut self) -> Result<char, ReadError> {
        let letter = match self.source.text.as_bytes().get(self.at + 1) {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(mark @ (b'"' | b'\\' | b'/')) => char::from(*mark),
            Some(b'u') => return self.numbered(),
            _ => return Err(self.refuse("a backslash must be followed by one of \" \\ / b f n r t u")),
        };
        self.at += 2;
        Ok(letter)
    }

    /// `\u00e9`, or two such where one is not enough.
    fn numbered(&mut self) -> Result<char, ReadError> {
        let unit = |at: usize| {
            let digits = self.source.text.get(at..at + 6)?.strip_prefix("\\u")?;
            let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_hexadecimal.then(|| u16::from_str_radix(digits, 16).ok()).flatten()
        };
        let letters = |units: &[u16]| char::decode_utf16(units.iter().copied()).next().and_then(Result::ok);
        let (first, second) = (unit(self.at), unit(self.at + 6));
        let one = first.and_then(|first| letters(&[first])).map(|letter| (letter, 6));
        let two = first.zip(second).and_then(|(first, second)| letters(&[first, second]));
        let Some((letter, length)) = one.or(two.map(|letter| (letter, 12))) else {
            return Err(self.refuse("\\u must be followed by four hexadecimal digits of a letter"));
        };
        self.at += length;
        Ok(letter)
    }

    fn skip_blanks(&mut self) {
        let rest = &self.source.text.as_bytes()[self.at..];
        self.at += rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
    }

    fn peek(&self) -> Option<u8> {
        self.source.text.as_bytes().get(self.at).copied()
    }

    fn refuse(&self, what: &str) -> ReadError {
        self.source.refuse(self.at, Why::Unreadable(what.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, String> {
        let shown = |node: Node<'_>| format!("{:?}", node.value);
        parse(Source { name: "a.json", text }).map(shown).map_err(|error| error.to_string())
    }

    #[test]
    fn words_and_numbers_are_kept_as_written() {
        assert_eq!(read(r#""a\u00e9\ud83d\ude00\n\"""#).unwrap(), "Text(\"aé😀\\n\\\"\")");
        assert_eq!(read(" 0.10000000000000000001 ").unwrap(), "Number(\"0.10000000000000000001\")");
        assert_eq!(read("[true, null, []]").unwrap().matches("Node").count(), 3);
    }

    #[test]
    fn what_is_no_json_is_refused_with_its_place() {
        for (text, said) in [
            ("", "cut short"),
            ("{\"a\": 1", "cut short"),
            ("{\"a\" 1}", "a colon is expected"),
            ("[1 2]", "a comma or the closing bracket"),
            ("[1, ]", "a value is expected"),
            ("{a: 1}", "a key in quotes"),
            ("\"\\ud800\"", "four hexadecimal digits"),
            ("1 1", "nothing may follow"),
            ("{\"a\": 1, \"a\": 2}", "stands twice"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(said) && error.starts_with("a.json:1:"), "{text}: {error}");
        }
        assert!(read("{\"a\": 1, \"a\": 1}").is_ok());
        assert!(read(&"[".repeat(100_000)).unwrap_err().contains("64"));
    }
}
