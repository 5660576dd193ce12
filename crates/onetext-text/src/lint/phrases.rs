//! What rules do that are lists of words: each place outside the preamble where one of the words stands.

use super::words::Hit;
use super::{Fact, Remark, Rule, Subject};

/// A remark for each of the phrases; not where one of `other_sense` follows, which gives it another meaning.
pub(super) fn phrases(
    subject: &Subject<'_>,
    rule: &'static Rule,
    phrases: &[&'static str],
    other_sense: &[&'static str],
) -> Vec<Remark> {
    let is_meant = |hit: &Hit| {
        let has_other_sense = other_sense.iter().any(|word| subject.words.phrase_at(hit.end, word).is_some());
        !has_other_sense && !subject.is_preamble(subject.words.all[hit.first].place)
    };
    let remark = |hit: Hit| {
        let words = subject.said(&hit).to_owned();
        Remark::new(rule, subject.words.span(hit.first, hit.end), Fact::Words { words })
    };
    subject.words.find(phrases).into_iter().filter(is_meant).map(remark).collect()
}
