//! Text on its way into HTML and SVG: escaped, with nothing invisible that could turn it around.

use super::Place;
use crate::{Run, SPAN_TONES, Style, Text, characters};

/// Words as they may stand in an element or in a quoted attribute.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in characters::tamed_for_layout(words).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
    out
}

/// A text with its styles, kept apart from the direction of what stands around it. Entries become links where
/// `place` knows where to.
pub(super) fn text(text: &Text, place: &Place<'_>) -> String {
    in_runs(text, &|name| place.entry(name))
}

/// The same without links: for what is itself pressed.
pub(super) fn unlinked(text: &Text) -> String {
    in_runs(text, &|_| None)
}

/// The links of the entries that a text names.
pub(super) fn links(text: &Text, place: &Place<'_>) -> Vec<String> {
    let named = text.0.iter().filter(|one| one.style == Style::Entry && place.entry(name(one)).is_some());
    named.map(|one| run(one, &|name| place.entry(name))).collect()
}

/// By what a run names its entry.
fn name(run: &Run) -> &str {
    run.entry.as_deref().unwrap_or(&run.words)
}

fn in_runs(text: &Text, entry: &dyn Fn(&str) -> Option<String>) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<bdi>{}</bdi>", text.0.iter().map(|one| run(one, entry)).collect::<String>())
}

fn run(run: &Run, entry: &dyn Fn(&str) -> Option<String>) -> String {
    // A name that is laid out by itself must not decide the direction of what follows it, as its characters would.
    let words = escaped(&run.words).replace('\u{2068}', "<bdi>").replace('\u{2069}', "</bdi>");
    match run.style {
        Style::Plain => match command(&run.words).and_then(|name| Some((name, entry(&run.words)?))) {
            Some((name, address)) => format!("<a href=\"{}\">{}</a>", escaped(&address), escaped(name)),
            None => words,
        },
        Style::Strong => format!("<strong>{words}</strong>"),
        Style::Emphasis => format!("<em>{words}</em>"),
        Style::Quote => format!("<q dir=\"auto\">“{words}”</q>"),
        Style::Code => format!("<code dir=\"auto\">{words}</code>"),
        Style::Entry => match entry(name(run)) {
            Some(address) => format!(
                "<a class=\"entry\" href=\"{}\"><code dir=\"auto\">{words}</code></a>",
                escaped(&address)
            ),
            None => format!("<code dir=\"auto\">{words}</code>"),
        },
        Style::Muted => format!("<span class=\"muted\">{words}</span>"),
        Style::Deleted => format!("<del>{words}</del>"),
        Style::Inserted => format!("<ins>{words}</ins>"),
        Style::Span(tone) => format!("<mark class=\"span-{}\">{words}</mark>", tone % SPAN_TONES),
    }
}

/// The command that stands alone between backticks.
fn command(words: &str) -> Option<&str> {
    words.strip_prefix('`')?.strip_suffix('`').filter(|name| !name.is_empty() && !name.contains('`'))
}

/// The words alone, for titles and labels.
pub(super) fn words(text: &Text) -> String {
    escaped(&text.to_marked_words())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_laid_out_by_itself_does_not_turn_the_words_after_it() {
        let named = Text::plain("\u{2068}ليلى\u{2069}, Head\u{2069}");
        let html = "<bdi><bdi>ليلى</bdi>, Head⟨U+2069⟩</bdi>";
        assert_eq!(in_runs(&named, &|_| None), html);
    }

    #[test]
    fn a_command_that_stands_alone_in_backticks_leads_to_its_page() {
        let page = |name: &str| (name == "`grid`").then(|| "/page/grid".to_owned());
        let more = Text::plain("3 more: ").then("`grid`", Style::Plain).then(" has them all", Style::Plain);
        assert_eq!(in_runs(&more, &page), "<bdi>3 more: <a href=\"/page/grid\">grid</a> has them all</bdi>");
        for other in ["`log`", "see `grid`", "``", "`"] {
            assert_eq!(in_runs(&Text::plain(other), &page), format!("<bdi>{other}</bdi>"));
        }
    }
}
