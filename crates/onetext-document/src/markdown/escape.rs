//! Text on its way into Markdown: nothing in it is taken for a sign of Markdown or for HTML.

use crate::{Run, Style, Text, characters};

/// Signs that mean something anywhere in a line.
const SIGNS: &str = "\\`*_[]|~$";

/// Signs that mean something at the start of a line.
const FIRST_SIGNS: &str = "#+-=:";

/// A text in a paragraph, an item or a heading.
pub(super) fn text(text: &Text) -> String {
    guarded(&runs(text))
}

/// A text inside a line: a cell, a name.
pub(super) fn cell_text(text: &Text) -> String {
    runs(text).trim().to_owned()
}

/// All runs; an empty comment keeps the stars of two that touch apart.
fn runs(text: &Text) -> String {
    text.0.iter().map(run).fold(String::new(), |written, next| {
        let touching = written.ends_with('*') && !written.ends_with("\\*") && next.starts_with('*');
        written + if touching { "<!-- -->" } else { "" } + &next
    })
}

/// The first sign of a line must not make the line something else.
fn guarded(line: &str) -> String {
    let line = line.trim();
    let after_digits = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let digits = &line[..line.len() - after_digits.len()];
    if !digits.is_empty() && after_digits.starts_with(['.', ')']) {
        return format!("{digits}\\{after_digits}");
    }
    if line.starts_with(|character| FIRST_SIGNS.contains(character)) {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}

fn run(run: &Run) -> String {
    let (before, words, after) = trimmed(&run.words);
    if words.is_empty() {
        return if run.words.is_empty() { String::new() } else { " ".to_owned() };
    }
    let words = if matches!(run.style, Style::Code | Style::Entry) { code(words) } else { escaped(words) };
    // Stars are read as signs only where they touch letters or figures.
    let starred = words.starts_with(char::is_alphanumeric) && words.ends_with(char::is_alphanumeric);
    let sign = match run.style {
        Style::Plain | Style::Muted | Style::Code | Style::Entry => ["", ""],
        Style::Strong if starred => ["**", "**"],
        Style::Strong => ["<strong>", "</strong>"],
        Style::Emphasis if starred => ["*", "*"],
        Style::Emphasis => ["<em>", "</em>"],
        Style::Quote => ["“", "”"],
        Style::Deleted => ["<del>", "</del>"],
        Style::Inserted => ["<ins>", "</ins>"],
        Style::Span(_) => ["<mark>", "</mark>"],
    };
    format!("{before}{}{words}{}{after}", sign[0], sign[1])
}

/// Words without the white space around them, and whether there was any: signs must touch their words.
fn trimmed(words: &str) -> (&str, &str, &str) {
    let space = |there: bool| if there { " " } else { "" };
    let inner = words.trim();
    (space(words.starts_with(char::is_whitespace)), inner, space(words.ends_with(char::is_whitespace)))
}

fn code(words: &str) -> String {
    let words = characters::tamed_for_layout(words);
    if words.contains(['`', '|', '\n', '\\', '<', '&']) {
        format!("<code>{}</code>", escaped(&words))
    } else {
        format!("`{words}`")
    }
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in characters::tamed_for_layout(words).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' => out.push_str("<br>"),
            _ if SIGNS.contains(character) => {
                out.push('\\');
                out.push(character);
            }
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_a_sign() {
        for (given, written) in [
            (Text::plain("a|b"), "a\\|b"),
            (Text::plain("# no heading"), "\\# no heading"),
            (Text::plain("- no item"), "\\- no item"),
            (Text::plain("12. no number"), "12\\. no number"),
            (Text::plain("<b>&"), "&lt;b&gt;&amp;"),
            (Text::styled(" wide ", Style::Strong), "**wide**"),
            (Text::plain("a").then(" wide ", Style::Strong).then("b", Style::Plain), "a **wide** b"),
            (Text::styled("a", Style::Strong).then("b", Style::Emphasis), "**a**<!-- -->*b*"),
            (Text::styled("so.", Style::Strong), "<strong>so.</strong>"),
            (Text::styled("onetext status", Style::Code), "`onetext status`"),
            (Text::styled("a`b", Style::Code), "<code>a\\`b</code>"),
            (Text::plain("two\nlines"), "two<br>lines"),
            (
                Text::styled("old", Style::Deleted).then("new", Style::Inserted),
                "<del>old</del><ins>new</ins>",
            ),
        ] {
            assert_eq!(text(&given), written);
        }
    }
}
