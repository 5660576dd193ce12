//! Words on their way into the typesetter's source: strings, each sign of which stands for itself.

use crate::{Direction, SPAN_TONES, Style, Text, characters};

/// Words as a string of the source.
pub(super) fn quoted(words: &str) -> String {
    literal(&characters::tamed_for_layout(words))
}

fn literal(words: &str) -> String {
    let mut out = String::from("\"");
    for character in words.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            _ if character.is_control() => out.extend(["\\u{", &format!("{:x}", character as u32), "}"]),
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}

/// A text as one value: its runs joined.
pub(super) fn text(text: &Text, strong: bool) -> String {
    let runs: Vec<String> = text
        .0
        .iter()
        .map(|run| match run.style {
            Style::Quote => self::run(&format!("“{}”", run.words), Style::Plain, strong),
            style => self::run(&run.words, style, strong),
        })
        .collect();
    joined(&runs)
}

/// Values as one.
pub(super) fn joined(values: &[String]) -> String {
    match values {
        [] => "[]".to_owned(),
        [one] => one.clone(),
        many => format!("{{ {} }}", many.join("; ")),
    }
}

/// Words in a style.
pub(super) fn run(words: &str, style: Style, strong: bool) -> String {
    let style = match style {
        Style::Plain | Style::Quote if strong => "strong",
        Style::Plain | Style::Quote => "plain",
        Style::Strong => "strong",
        Style::Emphasis => "emphasis",
        Style::Code | Style::Entry => "code",
        Style::Muted => "muted",
        Style::Deleted => "deleted",
        Style::Inserted => "inserted",
        Style::Span(tone) => {
            return format!("span({}, {})", quoted(words), tone % SPAN_TONES);
        }
    };
    format!("run({}, \"{style}\")", quoted(words))
}

/// A value that runs as its words do, where that is against the document.
pub(super) fn spoken(document: Direction, words: &str, value: &str) -> String {
    let own = characters::direction_of(words, document);
    match (own == document, own) {
        (true, _) => value.to_owned(),
        (false, Direction::LeftToRight) => format!("against(ltr, right, {value})"),
        (false, Direction::RightToLeft) => format!("against(rtl, right, {value})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_stands_for_itself() {
        for (words, written) in [
            ("plain", "\"plain\""),
            ("\"#read(\\\"x\\\")", "\"\\\"#read(\\\\\\\"x\\\\\\\")\""),
            ("a\nb", "\"a\\nb\""),
            ("\u{0}", "\"␀\""),
        ] {
            assert_eq!(quoted(words), written);
        }
    }
}
