//! Markdown, and plain text, which is Markdown with nothing marked: lines to blocks. People number by hand and indent as
//! they like, so the lines are read as they stand and not by the rules of a renderer.

use std::collections::BTreeSet;

use super::outline::outline;
use super::{Block, Draft, Label, Sort};

/// Columns to which a tab goes.
const TAB: usize = 4;

/// Reads Markdown or plain text.
///
/// ```
/// use onetext_text::draft::read_markdown;
/// let draft = read_markdown("## Article 2bis *(general)*\n\n1. Each Party [shall][should] report.\n");
/// assert_eq!(draft.provisions[0].heading, "(general)");
/// assert_eq!(draft.provisions[1].key, "A2bis.p1");
/// assert_eq!(draft.provisions[1].text, "Each Party [shall][should] report.");
/// ```
pub fn read_markdown(source: &str) -> Draft {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let (title, lines) = front_matter(source);
    let references: BTreeSet<&str> = lines.iter().filter_map(|(_, line)| definition(line)).collect();
    let mut linked = 0;
    let mut reader = Reader::default();
    for (number, line) in lines {
        if definition(line).is_some() {
            linked += line.matches('[').count();
            continue;
        }
        reader.line(number, line, &references, &mut linked);
    }
    reader.close();
    let mut draft = outline(std::mem::take(&mut reader.blocks));
    if let Some(title) = title {
        draft.title = title;
    }
    draft.links = linked;
    draft.notes = reader.notes;
    draft
}

/// Reads plain text: nothing in it is a mark of emphasis, a link or a heading; what stands there was written so.
///
/// ```
/// use onetext_text::draft::read_plain;
/// let draft = read_plain("Article 4\n\n1. *Each* Party_A shall [report](soon).\n");
/// assert_eq!(draft.provisions[1].text, "*Each* Party_A shall [report](soon).");
/// ```
pub fn read_plain(source: &str) -> Draft {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut reader = Reader::default();
    for (at, line) in source.lines().enumerate() {
        reader.plain_line(at + 1, line);
    }
    reader.close();
    outline(reader.blocks)
}

/// The title in a file's front matter, and the lines after it with their numbers.
fn front_matter(source: &str) -> (Option<String>, Vec<(usize, &str)>) {
    let mut lines: Vec<(usize, &str)> = source.lines().enumerate().map(|(at, line)| (at + 1, line)).collect();
    if lines.first().is_none_or(|(_, line)| line.trim_end() != "---") {
        return (None, lines);
    }
    let Some(end) = lines.iter().skip(1).position(|(_, line)| line.trim_end() == "---") else {
        return (None, lines);
    };
    let rest = lines.split_off(end + 2);
    let title = lines.iter().find_map(|(_, line)| line.strip_prefix("title:"));
    (title.map(|title| title.trim().trim_matches('"').to_owned()), rest)
}

/// The name that a line defines for links: `[name]: address`.
fn definition(line: &str) -> Option<&str> {
    let inside = line.trim_start().strip_prefix('[')?;
    let (name, after) = inside.split_once("]:")?;
    let is_address =
        after.trim_start().starts_with(|c: char| c == '/' || c == '#' || c == '<' || c.is_ascii_alphabetic());
    let is_name = !name.is_empty() && !name.contains('[') && !name.starts_with('^');
    (is_name && after.starts_with(' ') && is_address && !after.trim().contains(' ')).then_some(name)
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    open: Option<Block>,
    notes: Vec<(String, String)>,
    /// Whether a footnote may go on with an indented line.
    is_in_note: bool,
}

impl Reader {
    fn close(&mut self) {
        self.blocks.extend(self.open.take());
    }

    fn line(&mut self, number: usize, line: &str, references: &BTreeSet<&str>, links: &mut usize) {
        let indent = indent(line);
        let trimmed = line.trim();
        if trimmed.is_empty() || is_rule(trimmed) || is_command(trimmed) {
            self.close();
            return;
        }
        if let Some((mark, words)) = note(trimmed) {
            self.close();
            *links += 1;
            self.notes.push((mark.to_owned(), inline(words, references, links)));
            self.is_in_note = true;
            return;
        }
        if self.is_in_note && indent >= TAB {
            let words = inline(trimmed, references, links);
            if let Some((_, text)) = self.notes.last_mut() {
                text.push('\n');
                text.push_str(&words);
            }
            return;
        }
        self.is_in_note = false;
        if let Some((level, words)) = heading(trimmed) {
            self.close();
            let (label, rest) = Label::of_heading(words);
            let text = inline(rest, references, links);
            self.blocks.push(Block { heading: Some(level), label, text, line: number, ..Block::default() });
            return;
        }
        let is_strong = trimmed.len() > 4 && trimmed.starts_with("**") && trimmed.ends_with("**");
        let words = inline(trimmed, references, links);
        self.words(
            Block { indent, line: number, is_strong, ..Block::default() },
            &words,
            is_all_strong(trimmed),
        );
    }

    fn plain_line(&mut self, number: usize, line: &str) {
        let words = line.trim();
        if words.is_empty() {
            self.close();
            return;
        }
        self.words(Block { indent: indent(line), line: number, ..Block::default() }, words, false);
    }

    /// Words that begin a block or go on with the last one.
    fn words(&mut self, mut block: Block, words: &str, is_strong_after_label: bool) {
        let (label, text) = labelled(words);
        // A wrapped line may begin with "Article 4", but not with a number and a point.
        let is_item =
            !matches!(label.sort, Sort::None | Sort::Preamble | Sort::Chapter | Sort::Article | Sort::Annex);
        let begins = self.open.is_none() || is_item;
        if !begins && let Some(open) = &mut self.open {
            open.text.push(if open.is_strong { '\n' } else { ' ' });
            open.text.push_str(words);
            return;
        }
        self.close();
        block.is_strong |= label.is_some() && is_strong_after_label;
        block.label = label;
        block.text = text;
        self.open = Some(block);
    }
}

/// A footnote: `[^mark]: its words`.
fn note(line: &str) -> Option<(&str, &str)> {
    let (mark, words) = line.strip_prefix("[^")?.split_once("]:")?;
    Some((mark, words.trim()))
}

/// Whether all that comes after the label is in bold letters: a heading of its own.
fn is_all_strong(line: &str) -> bool {
    let after = line.split_once(' ').map_or("", |(_, after)| after.trim());
    after.len() > 4 && after.starts_with("**") && after.ends_with("**") && after.matches("**").count() == 2
}

/// A label and the words after it; a bracket that opens before the label belongs to the words.
pub(crate) fn labelled(words: &str) -> (Label, String) {
    let inside = words.trim_start_matches('[');
    let brackets = &words[..words.len() - inside.len()];
    match Label::read(inside) {
        Some((label, rest)) => (label, format!("{brackets}{rest}")),
        None => (Label::none(), words.to_owned()),
    }
}

fn indent(line: &str) -> usize {
    let mut columns = 0;
    for character in line.chars() {
        match character {
            ' ' => columns += 1,
            '\t' => columns += TAB - columns % TAB,
            '>' => {}
            _ => break,
        }
    }
    columns
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let level = u8::try_from(level).ok().filter(|level| (1..=6).contains(level))?;
    words.starts_with([' ', '\t']).then(|| (level, words.trim().trim_end_matches('#').trim_end()))
}

/// A line across the page.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && ["-", "_", "*"].iter().any(|mark| line.replace([' ', '\t'], "").replace(mark, "").is_empty())
}

/// What speaks to the renderer and not to the reader.
fn is_command(line: &str) -> bool {
    line == "* TOC" || (line.starts_with("{:") && line.ends_with('}')) || line.starts_with("<!--")
}

/// The words of a line without the marks of emphasis and of links.
fn inline(line: &str, references: &BTreeSet<&str>, links: &mut usize) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        match first {
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                out.extend(after.chars().next());
                rest = &after[1..];
                continue;
            }
            '*' => {
                let marks = rest.len() - rest.trim_start_matches('*').len();
                let after = &rest[marks..];
                // A star between blanks, and a bullet, are themselves.
                let is_itself =
                    after.starts_with(char::is_whitespace) && (out.is_empty() || out.ends_with(' '));
                if is_itself {
                    out.push_str(&rest[..marks]);
                }
                rest = after;
                continue;
            }
            '_' if is_mark(&out, after) => {}
            '[' => {
                if let Some((words, after)) = link(after, references) {
                    *links += rest[..rest.len() - after.len()].matches('[').count();
                    out.push_str(&inline(words, references, &mut 0));
                    rest = after;
                    continue;
                }
                out.push('[');
            }
            _ => out.push(first),
        }
        rest = after;
    }
    out
}

/// An underscore is a mark of emphasis at the edge of a word, and itself within one.
fn is_mark(before: &str, after: &str) -> bool {
    let left = before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
    let right = after.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '_');
    left != right
}

/// The words of a link and what comes after it: `[words](address)`, `[words][name]` of a name that is defined, and
/// `[^note]`.
fn link<'t>(inside: &'t str, references: &BTreeSet<&str>) -> Option<(&'t str, &'t str)> {
    let end = inside.find([']', '['])?;
    let after = inside[end..].strip_prefix(']')?;
    let words = &inside[..end];
    if words.starts_with('^') {
        return Some(("", after));
    }
    if let Some(address) = after.strip_prefix('(') {
        let close = address.find(')')?;
        let is_address = !address[..close].contains(' ') && address[..close].contains(['/', '#', '.', ':']);
        return is_address.then(|| (words, &address[close + 1..]));
    }
    if let Some(name) = after.strip_prefix('[') {
        let (name, after) = name.split_once(']')?;
        let name = if name.is_empty() { words } else { name };
        return references.contains(name).then_some((words, after));
    }
    references.contains(words).then_some((words, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<(String, String)> {
        read_markdown(source).provisions.into_iter().map(|one| (one.key, one.text)).collect()
    }

    #[test]
    fn links_are_told_from_brackets() {
        let draft = read_markdown(
            "Each [Party](/parties.html) [shall][should] act, as [said][here] in [it].\n\n[here]: /elsewhere\n",
        );
        assert_eq!(draft.provisions[0].text, "Each Party [shall][should] act, as said in [it].");
        assert_eq!(draft.links, 4);
    }

    #[test]
    fn options_and_points_stand_where_they_belong() {
        let source = "## Article 2\n\n1. To hold the increase\n\n    **Option 1:** below 2\n\n    **Option 2:** below 1.5\n\n\
                      2. To act\n\n    (a) soon;\n    (b) well.\n\n## Article 3\n\n**Option 1:**\n\n1. One\n\n**Option 2:**\n\n1. Two\n";
        let keys: Vec<String> = told(source).into_iter().map(|(key, _)| key).collect();
        assert_eq!(
            keys,
            [
                "A2",
                "A2.p1",
                "A2.p1.opt1",
                "A2.p1.opt2",
                "A2.p2",
                "A2.p2.a",
                "A2.p2.b",
                "A3",
                "A3.opt1",
                "A3.opt1.p1",
                "A3.opt2",
                "A3.opt2.p1"
            ]
        );
    }

    #[test]
    fn unnumbered_paragraphs_and_wrapped_lines() {
        let source = "## Preamble\n\n*Being* Parties,\n\n*Noting* that\nall is well,\n\n## Article 1\n\n19. One\n\nBetween them\n\n21. Two\n";
        let all = told(source);
        assert_eq!(all[1], ("Preamble.t1".to_owned(), "Being Parties,".to_owned()));
        assert_eq!(all[2], ("Preamble.t2".to_owned(), "Noting that all is well,".to_owned()));
        assert_eq!(all[5], ("A1.t1".to_owned(), "Between them".to_owned()));
        assert_eq!(all[6].0, "A1.p21");
    }
}
