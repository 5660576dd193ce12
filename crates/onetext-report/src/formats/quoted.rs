//! Which parts of a message quote an earlier one.

/// Heads of what a mail program quotes below an answer, in the languages in which they are met most.
const HEADS: [&str; 6] = [
    "-----original message",
    "---------- forwarded message",
    "begin forwarded message",
    "-----message d'origine",
    "-----исходное сообщение",
    "-------- оригінальне повідомлення",
];
/// Ends of the line above a quotation: "On Saturday A wrote:".
const WROTE: [&str; 6] = [" wrote:", " a écrit :", " a écrit:", " schrieb:", " пишет:", " писав:"];
/// The line above a quotation may be broken into so many.
const WROTE_LINES_MAX: usize = 3;

/// The quoted pieces of a message: byte offsets, end exclusive, in order.
pub(super) fn pieces(text: &str) -> Vec<(usize, usize)> {
    let lines = lines(text);
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (start, line) = lines[at];
        let lower = line.trim().to_lowercase();
        if HEADS.iter().any(|head| lower.starts_with(head)) {
            push(&mut found, start, text.len());
            break;
        }
        if line.starts_with('>') {
            let start = introduced_at(&lines, at).unwrap_or(start);
            push(&mut found, start, lines[at].0 + line.len());
        }
        at += 1;
    }
    found
}

/// Each line with its place, without its break.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let place = start;
            start += line.len();
            (place, line.trim_end_matches(['\n', '\r']))
        })
        .collect()
}

/// Where the line begins that introduces the quotation at a line.
fn introduced_at(lines: &[(usize, &str)], at: usize) -> Option<usize> {
    if at > 0 && lines[at - 1].1.starts_with('>') {
        return None;
    }
    let above: Vec<&(usize, &str)> = lines[..at]
        .iter()
        .rev()
        .skip_while(|(_, line)| line.trim().is_empty())
        .take(WROTE_LINES_MAX)
        .collect();
    let lower = above.first()?.1.trim_end().to_lowercase();
    if !WROTE.iter().any(|end| lower.ends_with(end)) {
        return None;
    }
    let whole: Vec<_> = above.into_iter().take_while(|(_, line)| !line.trim().is_empty()).collect();
    whole.iter().find(|(_, line)| line.starts_with("On ")).or(whole.first()).map(|(start, _)| *start)
}

/// Adds a piece, or widens the last one where nothing but a break lies between.
fn push(found: &mut Vec<(usize, usize)>, start: usize, end: usize) {
    match found.last_mut() {
        Some(last) if start <= last.1 + 2 => last.1 = last.1.max(end),
        _ => found.push((start, end)),
    }
}
