//! What the reports of one story share, and what each adds.

use super::Member;
use super::pairs::mark;
use super::words::Words;
use crate::Span;

/// Words between two shared passages that are an edit within one passage.
const EDIT_WORDS_MAX: usize = 2;
/// Words of a passage that is worth naming as added: fewer are an edit.
const ADDED_WORDS_MIN: usize = 4;

/// The members of a story with their passages.
pub(super) fn members(words: &[Words], story: &[usize]) -> Vec<Member> {
    let mut index: Vec<(u64, usize, u32)> = Vec::new();
    if story.len() > 1 {
        for (place, report) in story.iter().enumerate() {
            index.extend(words[*report].runs.iter().map(|(hash, start)| (*hash, place, *start)));
        }
        index.sort_unstable();
    }
    let mut shared: Vec<Vec<bool>> = story.iter().map(|report| vec![false; words[*report].len()]).collect();
    for same in index.chunk_by(|one, other| one.0 == other.0) {
        if same.first().map(|run| run.1) == same.last().map(|run| run.1) {
            continue;
        }
        for (hash, place, start) in same {
            mark(&mut shared[*place], &[(*hash, *start)]);
        }
    }
    story
        .iter()
        .zip(shared)
        .map(|(report, shared)| member(*report, &words[*report], shared, story.len() > 1))
        .collect()
}

fn member(report: usize, words: &Words, mut shared: Vec<bool>, has_others: bool) -> Member {
    close_edits(&mut shared);
    let added: Vec<bool> = shared.iter().map(|is_shared| has_others && !is_shared).collect();
    Member {
        report,
        shared: spans(words, &shared, 1),
        adds: spans(words, &added, ADDED_WORDS_MIN),
        is_cut: words.is_cut,
    }
}

/// Takes a word or two between shared words for a part of the passage.
fn close_edits(shared: &mut [bool]) {
    let mut last: Option<usize> = None;
    for at in 0..shared.len() {
        if shared[at] {
            if let Some(last) = last.filter(|last| at - last - 1 <= EDIT_WORDS_MAX) {
                shared[last..at].fill(true);
            }
            last = Some(at);
        }
    }
}

/// The pieces of text in which marked words follow each other.
fn spans(words: &Words, marked: &[bool], words_min: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    for run in marked.chunk_by(|one, other| one == other) {
        if run[0] && run.len() >= words_min {
            found.push(Span { start: words.spans[at].start, end: words.spans[at + run.len() - 1].end });
        }
        at += run.len();
    }
    found
}
