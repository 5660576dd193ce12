//! A text as words and marks, with the blanks before each, so that it can be put together again as it was.

/// A word, a number or a single mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// The blanks before it.
    pub before: &'t str,
    /// The word or mark.
    pub text: &'t str,
}

impl Token<'_> {
    /// Whether it is a word or a number and not a mark: what is counted.
    pub fn is_word(&self) -> bool {
        self.text.starts_with(char::is_alphanumeric)
    }
}

/// Takes a text apart. Blanks at its end are lost.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut all = Vec::new();
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start();
        let before = &rest[..rest.len() - trimmed.len()];
        let Some(first) = trimmed.chars().next() else { return all };
        let length = if first.is_alphanumeric() { word_length(trimmed) } else { first.len_utf8() };
        all.push(Token { before, text: &trimmed[..length] });
        rest = &trimmed[length..];
    }
}

/// How long the word at the beginning is: letters and digits, with a mark between two of them that joins ("Party's",
/// "1.5", "long-term", a vowel sign).
fn word_length(text: &str) -> usize {
    let mut length = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let end = at + character.len_utf8();
        if character.is_alphanumeric() || is_sign(character) {
            length = end;
        } else if is_joint(character) && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric()) {
            // The joint counts when the next letter is taken.
        } else {
            break;
        }
    }
    length
}

fn is_joint(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ' | '.' | ',' | '-' | '\u{ad}' | '\u{2011}' | '\u{200c}' | '\u{200d}')
}

/// Signs that stand over or under a letter.
fn is_sign(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_put_together_again_as_it_was() {
        for text in
            ["Each Party's [shall][should]  act: 1.5 °C.", "  «Сторони»\nне  будуть", "المادة ٣: لا يجوز،", ""]
        {
            let whole: String = tokens(text).iter().flat_map(|token| [token.before, token.text]).collect();
            assert_eq!(whole, text);
        }
        let words: Vec<&str> = tokens("Party's [long-term], 1.5.").iter().map(|token| token.text).collect();
        assert_eq!(words, ["Party's", "[", "long-term", "]", ",", "1.5", "."]);
    }
}
