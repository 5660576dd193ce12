//! Suggestions: the known word that looks most like what was written.

/// Edits beyond which two words are not alike, as a share of the longer one: a third.
const ALIKE_DIVISOR: usize = 3;

/// The nearest of `known` to `written`, if any is alike; ties go to the first in order.
///
/// ```
/// assert_eq!(onetext_folder::nearest("pary", ["party", "person"]), Some("party"));
/// ```
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let scored = known.into_iter().map(|word| (strsim::damerau_levenshtein(written, word), word));
    let (edits, word) = scored.min()?;
    let longest = written.chars().count().max(word.chars().count());
    (edits <= (longest / ALIKE_DIVISOR).max(1)).then_some(word)
}
