//! Lines of an iCalendar file: text made harmless, long lines folded.

/// Longest line, in bytes without its end (RFC 5545, 3.1).
const LINE_BYTES_MAX: usize = 75;

/// The lines of a file.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is no free text.
    pub(super) fn put(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{value}"));
    }

    /// A property of free text; none where there is nothing to say.
    pub(super) fn text(&mut self, name: &str, words: &str) {
        if !words.trim().is_empty() {
            self.put(name, &escaped(words));
        }
    }

    /// The file.
    pub(super) fn joined(self) -> String {
        self.0
    }

    /// A line that is too long goes on in the next one, after a space; no character is cut in two.
    fn folded(&mut self, line: &str) {
        let mut room = LINE_BYTES_MAX;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE_BYTES_MAX - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Free text: nothing in it can end its line or begin another property.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut letters = words.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\t' => out.push(' '),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}
