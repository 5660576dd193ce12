//! JSON in one form only: what a value is, how it is read, and the single way in which it is written. What a line of the
//! record must hold is not known here.
//!
//! No blanks; keys of an object in ascending order of their bytes, none twice; in a string only `"`, `\` and control
//! characters are escaped, in their shortest way; numbers without an exponent, without a zero that says nothing.

use std::collections::BTreeMap;
use std::fmt::Write;

/// Deepest nesting that is read: deeper than any entry, and the reader calls itself once for each level.
pub(crate) const DEPTH_MAX: usize = 64;
/// Longest number that is read, in bytes: longer than any that a program computes with.
pub(crate) const NUMBER_BYTES_MAX: usize = 64;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// As it is written, in its one form.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

/// Why some bytes are not JSON as the record takes it, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{why} at byte {at}")]
pub struct NotJson {
    /// How many bytes stand before the place.
    pub at: usize,
    /// What is wrong there.
    pub why: &'static str,
}

impl Json {
    /// Reads a value that stands inside `depth` others.
    pub(crate) fn read(bytes: &[u8], depth: usize) -> Result<Json, NotJson> {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| NotJson { at: error.valid_up_to(), why: "this is not UTF-8" })?;
        let mut reader = Reader { text, at: 0 };
        reader.skip_blanks();
        let value = reader.value(depth)?;
        reader.skip_blanks();
        if reader.at == text.len() { Ok(value) } else { Err(reader.fault("something follows the value")) }
    }

    /// The one way to write it.
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut out = String::new();
        write_value(self, &mut out);
        out.into_bytes()
    }

    pub(crate) fn text(text: impl Into<String>) -> Json {
        Json::Text(text.into())
    }

    pub(crate) fn number(number: u64) -> Json {
        Json::Number(number.to_string())
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn as_number(&self) -> Option<u64> {
        if let Json::Number(number) = self { number.parse().ok() } else { None }
    }

    /// The values of these keys, if it is an object with these keys and no others.
    pub(crate) fn fields<const N: usize>(&self, keys: [&str; N]) -> Option<[&Json; N]> {
        let Json::Object(fields) = self else { return None };
        let found: Vec<&Json> = keys.iter().filter_map(|key| fields.get(*key)).collect();
        if fields.len() == N { found.try_into().ok() } else { None }
    }
}

/// An object of these fields.
pub(crate) fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// The value of bytes that are written in its one form.
pub(crate) fn read_exactly(bytes: &[u8]) -> Option<Json> {
    Json::read(bytes, 0).ok().filter(|value| value.write() == bytes)
}

fn write_value(value: &Json, out: &mut String) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(true) => out.push_str("true"),
        Json::Bool(false) => out.push_str("false"),
        Json::Number(number) => out.push_str(number),
        Json::Text(text) => write_text(text, out),
        Json::List(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                out.push_str(if place == 0 { "" } else { "," });
                write_value(item, out);
            }
            out.push(']');
        }
        Json::Object(fields) => {
            out.push('{');
            for (place, (key, item)) in fields.iter().enumerate() {
                out.push_str(if place == 0 { "" } else { "," });
                write_text(key, out);
                out.push(':');
                write_value(item, out);
            }
            out.push('}');
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            plain => out.push(plain),
        }
    }
    out.push('"');
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn fault(&self, why: &'static str) -> NotJson {
        NotJson { at: self.at, why }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn next_byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.next_byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Takes these letters if they come next.
    fn take(&mut self, letters: &str) -> bool {
        let comes = self.rest().starts_with(letters);
        self.at += if comes { letters.len() } else { 0 };
        comes
    }

    fn value(&mut self, depth: usize) -> Result<Json, NotJson> {
        if depth >= DEPTH_MAX {
            return Err(self.fault("this is nested too deep"));
        }
        match self.next_byte() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.take("null") => Ok(Json::Null),
            _ if self.take("true") => Ok(Json::Bool(true)),
            _ if self.take("false") => Ok(Json::Bool(false)),
            _ => Err(self.fault("no value begins")),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, NotJson> {
        let mut fields = BTreeMap::new();
        self.at += 1;
        self.skip_blanks();
        if self.take("}") {
            return Ok(Json::Object(fields));
        }
        loop {
            self.skip_blanks();
            let key = self.string()?;
            self.skip_blanks();
            if !self.take(":") {
                return Err(self.fault("a colon is missing"));
            }
            self.skip_blanks();
            if fields.insert(key, self.value(depth + 1)?).is_some() {
                return Err(self.fault("a key stands twice before this place"));
            }
            if self.ends("}")? {
                return Ok(Json::Object(fields));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json, NotJson> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_blanks();
        if self.take("]") {
            return Ok(Json::List(items));
        }
        loop {
            self.skip_blanks();
            items.push(self.value(depth + 1)?);
            if self.ends("]")? {
                return Ok(Json::List(items));
            }
        }
    }

    /// Whether an object or a list ends here, or goes on after a comma.
    fn ends(&mut self, bracket: &str) -> Result<bool, NotJson> {
        self.skip_blanks();
        let ends = self.take(bracket);
        if ends || self.take(",") { Ok(ends) } else { Err(self.fault("a comma or an end is missing")) }
    }

    fn string(&mut self) -> Result<String, NotJson> {
        if !self.take("\"") {
            return Err(self.fault("a string is missing"));
        }
        let mut out = String::new();
        loop {
            let plain = self.rest().find(['"', '\\', '\n', '\r', '\t']).unwrap_or(self.rest().len());
            let run = &self.rest()[..plain];
            if run.bytes().any(|byte| byte < b' ') {
                return Err(self.fault("a control character stands in a string"));
            }
            out.push_str(run);
            self.at += plain;
            match self.next_byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                _ => return Err(self.fault("a string does not end")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, NotJson> {
        let letter = self.rest().as_bytes().get(1).copied();
        self.at += 1;
        let plain = match letter {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code(),
            _ => return Err(self.fault("an escape is not known")),
        };
        self.at += 1;
        Ok(plain)
    }

    /// A character by its code; two codes where one half does not suffice.
    fn code(&mut self) -> Result<char, NotJson> {
        let high = self.code_unit()?;
        let code = match high {
            0xd800..=0xdbff if self.take("\\") => {
                let low = self.code_unit()?;
                if !(0xdc00..=0xdfff).contains(&low) {
                    return Err(self.fault("half a character stands alone"));
                }
                0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00)
            }
            whole => whole,
        };
        char::from_u32(code).ok_or_else(|| self.fault("half a character stands alone"))
    }

    fn code_unit(&mut self) -> Result<u32, NotJson> {
        let digits = self.rest().strip_prefix('u').and_then(|rest| rest.get(..4));
        let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at += if unit.is_some() { "u0000".len() } else { 0 };
        unit.ok_or_else(|| self.fault("four digits of a code are missing"))
    }

    fn number(&mut self) -> Result<Json, NotJson> {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
        let length = self.rest().bytes().take_while(|byte| is_part(*byte)).count();
        let plain = plain_number(&self.rest()[..length]);
        let plain = plain.ok_or_else(|| self.fault("this is no plain number (exponents are not taken)"))?;
        self.at += length;
        Ok(Json::Number(plain))
    }
}

/// The one form of a number: no exponent, no zeros that say nothing, no minus before zero.
fn plain_number(written: &str) -> Option<String> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let size = written.strip_prefix('-').unwrap_or(written);
    let (whole, fraction) = size.split_once('.').unwrap_or((size, "0"));
    let has_leading_zero = whole.len() > 1 && whole.starts_with('0');
    if written.len() > NUMBER_BYTES_MAX || !is_digits(whole) || !is_digits(fraction) || has_leading_zero {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    let is_zero = whole == "0" && fraction.is_empty();
    let sign = if written.starts_with('-') && !is_zero { "-" } else { "" };
    Some(format!("{sign}{whole}{point}{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_form(text: &str) -> String {
        Json::read(text.as_bytes(), 0)
            .map_or_else(|fault| fault.to_string(), |value| String::from_utf8(value.write()).unwrap())
    }

    #[test]
    fn a_value_has_one_form() {
        for (written, form) in [
            (" { \"b\" : 1 , \"a\" : [ ] } ", "{\"a\":[],\"b\":1}"),
            (r#""\u0041\/\u00e9\ud83d\ude00\u001F\n\u000a""#, "\"A/é😀\\u001f\\n\\n\""),
            ("[1.50,-0.0,0,-12,1.0,null,true,false]", "[1.5,0,0,-12,1,null,true,false]"),
            ("{\"z\":{},\"é\":2,\"\":3}", "{\"\":3,\"z\":{},\"é\":2}"),
        ] {
            assert_eq!(one_form(written), form, "{written}");
            assert_eq!(one_form(form), form);
        }
    }

    #[test]
    fn what_is_not_taken_is_said_with_its_place() {
        for (written, fault) in [
            ("", "no value begins at byte 0"),
            ("{\"a\":1,\"a\":2}", "a key stands twice before this place at byte 12"),
            ("1e3", "this is no plain number (exponents are not taken) at byte 0"),
            ("[01]", "this is no plain number (exponents are not taken) at byte 1"),
            ("\"\\ud800\"", "half a character stands alone at byte 7"),
            ("\"a\nb\"", "a string does not end at byte 2"),
            ("\"\u{1}\"", "a control character stands in a string at byte 1"),
            ("[1,]", "no value begins at byte 3"),
            ("nul", "no value begins at byte 0"),
            ("1 2", "something follows the value at byte 2"),
        ] {
            assert_eq!(one_form(written), fault, "{written}");
        }
        let deep = "[".repeat(DEPTH_MAX + 1);
        assert!(one_form(&deep).starts_with("this is nested too deep"));
        assert!(one_form(&"9".repeat(NUMBER_BYTES_MAX + 1)).starts_with("this is no plain number"));
    }
}
