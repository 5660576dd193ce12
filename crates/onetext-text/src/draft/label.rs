//! Labels as people write them: "1.", "Article 4", "4 bis", "(a)", "Option 2".

mod numbers;
mod words;

use serde::{Deserialize, Serialize};

use numbers::{DIGITS_MAX, decimal, number_length, number_length_small, sort_of};
use words::{ANNEXES, ARTICLES, CHAPTERS, OPTIONS, PREAMBLES};

/// What kind of label it is. Two labels of one kind side by side are siblings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sort {
    /// No label.
    #[default]
    None,
    /// The preamble, which has a name and no number.
    Preamble,
    /// A part, title, chapter or section: it holds articles.
    Chapter,
    /// An article, or what stands in its place: rule, clause, point.
    Article,
    /// An annex, appendix, schedule or protocol.
    Annex,
    /// 1. or 4 bis.
    Number,
    /// 1.2 or 1.2.3: as deep as it has numbers.
    Decimal(u8),
    /// (a).
    Letter,
    /// (iv).
    Roman,
    /// A dash or a dot.
    Bullet,
    /// One of several wordings: "Option 2".
    Option,
}

/// A label.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Label {
    /// What kind it is.
    pub sort: Sort,
    /// As it is written: "Article 4 bis".
    pub written: String,
    /// Its number alone, small and without blanks: "4bis".
    pub number: String,
}

impl Label {
    /// No label.
    pub fn none() -> Label {
        Label::default()
    }

    fn new(sort: Sort, written: &str, number: &str) -> Label {
        let number = number.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
        Label { sort, written: written.trim().to_owned(), number }
    }

    /// Whether there is one.
    pub fn is_some(&self) -> bool {
        self.sort != Sort::None
    }

    /// Reads the label at the beginning of a line; what comes after it.
    ///
    /// ```
    /// use onetext_text::draft::{Label, Sort};
    /// let (label, rest) = Label::read("4 bis. Each Party shall report.").unwrap();
    /// assert_eq!((label.sort, label.number.as_str(), rest), (Sort::Number, "4bis", "Each Party shall report."));
    /// assert_eq!(Label::read("(iv) a survey").unwrap().0.sort, Sort::Roman);
    /// assert_eq!(Label::read("2015 was a year"), None);
    /// ```
    pub fn read(line: &str) -> Option<(Label, &str)> {
        let line = line.trim_start();
        named(line).or_else(|| bullet(line)).or_else(|| in_brackets(line)).or_else(|| numbered(line))
    }

    /// Reads the label of a heading, which may have no point after its number, and may stand in brackets of its own.
    pub fn of_heading(line: &str) -> (Label, &str) {
        if let Some((inside, rest)) = line.trim().strip_prefix('[').and_then(|inside| inside.split_once(']'))
            && let Some((label, "")) = Label::read(inside)
        {
            return (Label { written: format!("[{}]", label.written), ..label }, rest.trim());
        }
        Label::read(line).or_else(|| bare_number(line)).unwrap_or((Label::none(), line.trim()))
    }

    /// A label that a word processor has put there: whatever it shows is one.
    pub fn as_shown(shown: &str) -> Label {
        let shown = shown.trim();
        if let Some((label, "")) = Label::read(shown) {
            return label;
        }
        if let (label, "") = Label::of_heading(shown)
            && label.is_some()
        {
            return label;
        }
        // "1.2" and "4" need no point there.
        let pointed = format!("{shown}.");
        if let Some((label, "")) = Label::read(&pointed) {
            return Label { written: shown.to_owned(), ..label };
        }
        let number = shown.trim_matches(|c: char| !c.is_alphanumeric());
        let sort = sort_of(number).unwrap_or(if number.is_empty() { Sort::Bullet } else { Sort::Number });
        Label::new(sort, shown, number)
    }

    /// The same letter read as a Roman number, or the other way round, where it can be both.
    #[must_use]
    pub fn as_sort(&self, sort: Sort) -> Label {
        Label { sort, ..self.clone() }
    }

    /// Whether it could be a Roman number: "i", "v", "x" and what is made of them.
    pub fn is_roman(&self) -> bool {
        !self.number.is_empty() && self.number.chars().all(|c| "ivxl".contains(c))
    }
}

/// A word and a number: "Article 4 bis", "Option 2:", "Annex".
fn named(line: &str) -> Option<(Label, &str)> {
    let is_end = |c: char| c.is_whitespace() || c == ':' || (c.is_numeric() && line.starts_with('§'));
    let word_end = line.find(is_end).unwrap_or(line.len());
    let word_end = match line.split_once('.') {
        // "Art.4": the word ends with its point.
        Some((word, rest)) if rest.starts_with(char::is_numeric) => word_end.min(word.len() + 1),
        _ => word_end,
    };
    let (word, after) = line.split_at(word_end);
    let small = word.to_lowercase();
    if PREAMBLES.contains(&small.as_str())
        && after.trim_matches(|c: char| c == ':' || c.is_whitespace()).is_empty()
    {
        return Some((Label::new(Sort::Preamble, word, ""), ""));
    }
    let is = |words: &[&str]| words.contains(&small.as_str());
    let sort = match () {
        () if is(&ARTICLES) => Sort::Article,
        () if is(&CHAPTERS) => Sort::Chapter,
        () if is(&ANNEXES) => Sort::Annex,
        () if is(&OPTIONS) => Sort::Option,
        () => return None,
    };
    let number_at = after.trim_start();
    let number_at = number_at.strip_prefix('№').map_or(number_at, str::trim_start);
    let length = number_length(number_at);
    let number = &number_at[..length];
    let rest = &number_at[length..];
    if number.is_empty() {
        // An annex may be the only one, and then its line holds nothing else.
        let is_alone = sort == Sort::Annex && after.trim().is_empty();
        return is_alone.then(|| (Label::new(sort, word, ""), ""));
    }
    // "Article 4, paragraph 2, of the Convention" is the beginning of a sentence.
    let is_label = rest.is_empty() || rest.starts_with([':', '.', ')', '\n', '—', '–', '-', '[', '(', '*']);
    let spaced = rest.starts_with(char::is_whitespace)
        && rest.trim_start().chars().next().is_none_or(|c| !c.is_lowercase());
    if !is_label && !spaced {
        return None;
    }
    let written = &line[..line.len() - rest.len()];
    let rest = rest.trim_start_matches([':', '.', ')', '—', '–', ' ', '\u{a0}']).trim_start();
    Some((Label::new(sort, written, number), rest))
}

fn bullet(line: &str) -> Option<(Label, &str)> {
    let mark = line.chars().next().filter(|c| "-–—•*+·▪●◦".contains(*c))?;
    let rest = &line[mark.len_utf8()..];
    rest.starts_with([' ', '\t', '\u{a0}'])
        .then(|| (Label::new(Sort::Bullet, &mark.to_string(), ""), rest.trim_start()))
}

/// "(a)", "(iv)", "(3)", "[a)".
fn in_brackets(line: &str) -> Option<(Label, &str)> {
    let inside = line.strip_prefix('(')?;
    let end = inside.find(')')?;
    let (number, rest) = (&inside[..end], &inside[end + 1..]);
    if !rest.is_empty() && !rest.starts_with([' ', '\t', '\u{a0}', '[']) {
        return None;
    }
    let sort = sort_of(number)?;
    let written = &line[..end + 2];
    Some((Label::new(sort, written, number), rest.trim_start()))
}

/// "1.", "1)", "4 bis.", "1.2", "a)", "iv.".
fn numbered(line: &str) -> Option<(Label, &str)> {
    let length = number_length_small(line);
    if length == 0 {
        return None;
    }
    let number = &line[..length];
    let after = &line[length..];
    let is_decimal = number.contains('.');
    let closed = after.strip_prefix(['.', ')', '、', '。']).or_else(|| after.strip_prefix(".)"));
    let rest = match closed {
        Some(rest) => rest,
        // "1.2 Text" needs no point behind it; "3.5 million" is a quantity.
        None if is_decimal
            && after.starts_with([' ', '\t', '\u{a0}'])
            && after.trim_start().starts_with(|c: char| !c.is_lowercase()) =>
        {
            after
        }
        None => return None,
    };
    if !rest.is_empty() && !rest.starts_with([' ', '\t', '\u{a0}', '[', '“', '"', '«', '*']) {
        return None;
    }
    let sort = if is_decimal { decimal(number) } else { sort_of(number)? };
    let written = &line[..line.len() - rest.len()];
    Some((Label::new(sort, written, number), rest.trim_start()))
}

/// "4 Final provisions", as a heading.
fn bare_number(line: &str) -> Option<(Label, &str)> {
    let line = line.trim();
    let length = number_length(line);
    let (number, rest) = line.split_at(length);
    let is_number = number.starts_with(|c: char| c.is_numeric()) && rest.starts_with([' ', '\u{a0}']);
    let sort = if number.contains('.') { decimal(number) } else { Sort::Number };
    (is_number && number.chars().count() <= DIGITS_MAX)
        .then(|| (Label::new(sort, number, number), rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_as_people_write_them() {
        for (line, sort, number, rest) in [
            ("1. The Parties", Sort::Number, "1", "The Parties"),
            ("12) The Parties", Sort::Number, "12", "The Parties"),
            ("(3) The Parties", Sort::Number, "3", "The Parties"),
            ("4 bis. The Parties", Sort::Number, "4bis", "The Parties"),
            ("3bis. The Parties", Sort::Number, "3bis", "The Parties"),
            ("4a. The Parties", Sort::Number, "4a", "The Parties"),
            ("1. [All Parties", Sort::Number, "1", "[All Parties"),
            ("1.2 The Parties", Sort::Decimal(2), "1.2", "The Parties"),
            ("1.2.3. The Parties", Sort::Decimal(3), "1.2.3", "The Parties"),
            ("(a) The Parties", Sort::Letter, "a", "The Parties"),
            ("b) The Parties", Sort::Letter, "b", "The Parties"),
            ("(iv) The Parties", Sort::Roman, "iv", "The Parties"),
            ("iii. The Parties", Sort::Roman, "iii", "The Parties"),
            ("(aa) The Parties", Sort::Letter, "aa", "The Parties"),
            ("Article 4", Sort::Article, "4", ""),
            ("ARTICLE XII", Sort::Article, "xii", ""),
            ("Article 2bis (general)", Sort::Article, "2bis", "(general)"),
            ("Article 4 bis: Reports", Sort::Article, "4bis", "Reports"),
            ("Статья 5. Споры", Sort::Article, "5", "Споры"),
            ("المادة 3", Sort::Article, "3", ""),
            ("المادة ٣", Sort::Article, "٣", ""),
            ("Annex II Lists", Sort::Annex, "ii", "Lists"),
            ("Chapter 2", Sort::Chapter, "2", ""),
            ("Option 2: no text", Sort::Option, "2", "no text"),
            ("Alternative A", Sort::Option, "a", ""),
            ("Preamble", Sort::Preamble, "", ""),
            ("Art. 4", Sort::Article, "4", ""),
            ("Art.4 Disputes", Sort::Article, "4", "Disputes"),
            ("§ 3 Disputes", Sort::Article, "3", "Disputes"),
            ("§3", Sort::Article, "3", ""),
            ("Ст. 7. Споры", Sort::Article, "7", "Споры"),
            ("Пункт 2", Sort::Article, "2", ""),
            ("Приложение № 1", Sort::Annex, "1", ""),
            ("а) Стороны", Sort::Letter, "а", "Стороны"),
            ("(ب) يلتزم", Sort::Letter, "ب", "يلتزم"),
            ("المادة ٤ مكرر", Sort::Article, "٤مكرر", ""),
            ("الخيار 2", Sort::Option, "2", ""),
            ("ديباجة", Sort::Preamble, "", ""),
            ("– first", Sort::Bullet, "", "first"),
        ] {
            let (label, found) = Label::read(line).unwrap_or_else(|| panic!("no label in {line:?}"));
            assert_eq!((label.sort, label.number.as_str(), found), (sort, number, rest), "{line}");
        }
    }

    #[test]
    fn the_beginning_of_a_sentence_is_no_label() {
        for line in [
            "Article 4, paragraph 2, of the Convention applies",
            "Article 4 of the Convention applies",
            "2015 was the year",
            "2,000 troops",
            "2030. It",
            "a Party may",
            "I have read",
            "(see Article 3)",
            "3.5 million",
            "Part of the text",
            "Options are open",
            "mild weather",
            "А. Иванов",
            "а Party",
            "Art. 4 of the Convention",
            "Annex after annex",
            "-5 degrees",
        ] {
            assert_eq!(Label::read(line), None, "{line}");
        }
    }
}
