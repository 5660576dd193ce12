//! What became of the provisions of one draft in another, with the words that were put in and taken out of each.

use std::collections::BTreeMap;

use onetext_model::{Provision, View};
use onetext_text::lineage::{Level, Told, align};
use onetext_text::redline::{Piece, compare, tokens};

use super::super::CaseLines;
use crate::multicolumn::flowed;

/// From one draft to another.
pub(super) struct Changes {
    /// What happened, in the order of the later text.
    pub(super) edges: Vec<Told>,
    /// By place in the later draft: the edge that tells of it, and its words with their changes.
    pub(super) of: BTreeMap<usize, (usize, Vec<Piece>)>,
    /// What is gone: behind which place of the later draft it stood, and its place in the earlier.
    pub(super) dropped: Vec<(Option<usize>, usize)>,
    gone_words: usize,
}

impl Changes {
    /// Compares two drafts: along the line of descent where one follows the other, else by likeness alone.
    pub(super) fn between(view: &View<'_>, case: &CaseLines<'_>, earlier: usize, later: usize) -> Changes {
        let step = case.lines.steps.iter().find(|step| (step.earlier, step.later) == (earlier, later));
        let alike = || -> Vec<Told> {
            let found = align(&case.texts[earlier].draft, &case.texts[later].draft, Level::Paragraph);
            found.edges.into_iter().map(|edge| Told { edge, confirmed: None }).collect()
        };
        let edges = step.map_or_else(alike, |step| step.edges.clone());
        let mut changes = Changes { edges, of: BTreeMap::new(), dropped: Vec::new(), gone_words: 0 };
        let mut stood = None;
        for at in 0..changes.edges.len() {
            let edge = changes.edges[at].edge.clone();
            if let Some(last) = edge.new.last() {
                stood = Some(*last);
                changes.compare(at, |draft: Side, place| {
                    let draft = if draft == Side::Earlier { earlier } else { later };
                    words(view, case, draft, place)
                });
                continue;
            }
            changes.dropped.extend(edge.old.iter().map(|place| (stood, *place)));
            let gone = edge.old.iter().map(|place| count(&words(view, case, earlier, *place)));
            changes.gone_words += gone.sum::<usize>();
        }
        changes
    }

    fn compare(&mut self, at: usize, words: impl Fn(Side, usize) -> String) {
        let edge = self.edges[at].edge.clone();
        let old: Vec<String> = edge.old.iter().map(|place| words(Side::Earlier, *place)).collect();
        let new: Vec<String> = edge.new.iter().map(|place| words(Side::Later, *place)).collect();
        let pieces = compare(&old.join("\n"), &new.join("\n"));
        for (place, own) in edge.new.iter().zip(parted(pieces, &new)) {
            let nearer = |told: &(usize, Vec<Piece>)| self.edges[told.0].edge.score >= edge.score;
            if !self.of.get(place).is_some_and(nearer) {
                self.of.insert(*place, (at, own));
            }
        }
    }

    /// How many words were put in and taken out.
    pub(super) fn words(&self) -> (usize, usize) {
        let mut sum = (0, self.gone_words);
        for piece in self.of.values().flat_map(|(_, pieces)| pieces) {
            match piece {
                Piece::Kept(_) => {}
                Piece::Inserted(words) => sum.0 += count(words),
                Piece::Deleted(words) => sum.1 += count(words),
            }
        }
        sum
    }
}

/// One of the two drafts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Earlier,
    Later,
}

/// What a provision says, its lines joined that only the file parts.
pub(super) fn words(view: &View<'_>, case: &CaseLines<'_>, draft: usize, place: usize) -> String {
    let own = case.provision(draft, place).and_then(|id| view.find::<Provision>(id));
    own.map_or_else(String::new, |own| flowed(&own.fact.text))
}

fn count(words: &str) -> usize {
    tokens(words).iter().filter(|token| token.is_word()).count()
}

/// The pieces of a text that is several texts joined by line feeds, for each of these its own. What was taken out stays with
/// the text in which it stood.
fn parted(pieces: Vec<Piece>, texts: &[String]) -> Vec<Vec<Piece>> {
    let mut all: Vec<Vec<Piece>> = vec![Vec::new(); texts.len()];
    let mut at = 0;
    let mut left = texts.first().map_or(0, String::len);
    for piece in pieces {
        let (Piece::Kept(words) | Piece::Deleted(words) | Piece::Inserted(words)) = &piece;
        if matches!(piece, Piece::Deleted(_)) {
            all[at].push(piece);
            continue;
        }
        let mut rest = words.as_str();
        while rest.len() > left && at + 1 < texts.len() {
            let (own, after) = rest.split_at(left);
            push(&mut all[at], &piece, own);
            at += 1;
            left = texts[at].len();
            rest = after.strip_prefix('\n').unwrap_or(after);
        }
        push(&mut all[at], &piece, rest);
        left = left.saturating_sub(rest.len());
    }
    all
}

fn push(pieces: &mut Vec<Piece>, like: &Piece, words: &str) {
    if words.is_empty() {
        return;
    }
    pieces.push(match like {
        Piece::Kept(_) => Piece::Kept(words.to_owned()),
        Piece::Deleted(_) => Piece::Deleted(words.to_owned()),
        Piece::Inserted(_) => Piece::Inserted(words.to_owned()),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_split_is_shown_in_its_parts() {
        let new = ["Each Party shall report.".to_owned(), "It shall do so every year.".to_owned()];
        let all = parted(compare("Each Party shall report every year.", &new.join("\n")), &new);
        let reads = |pieces: &[Piece]| -> String {
            let kept = pieces.iter().filter_map(|piece| match piece {
                Piece::Deleted(_) => None,
                Piece::Kept(words) | Piece::Inserted(words) => Some(words.as_str()),
            });
            kept.collect()
        };
        assert_eq!(all.iter().map(|own| reads(own)).collect::<Vec<_>>(), new);
        assert_eq!(all[0][0], Piece::Kept("Each Party shall report".to_owned()));
    }
}
