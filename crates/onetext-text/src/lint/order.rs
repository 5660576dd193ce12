//! Numbers in a row: siblings of one kind, and whether one is missing, given twice or out of its order.

use crate::draft::{Draft, Sort};
use crate::exact::{Outline, ordinal};

/// Siblings with numbers of one kind, in the order of the text.
#[derive(Clone, Debug)]
pub struct Row {
    /// What they stand under; none for articles and what stands on top.
    pub parent: Option<usize>,
    /// Their places with their numbers.
    pub members: Vec<Member>,
}

/// One of a row.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its place in the draft.
    pub place: usize,
    /// Its number, part by part: "1.2" has two.
    pub parts: Vec<i64>,
    /// What was put behind the number: "bis".
    pub suffix: String,
}

/// How a member follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As it should.
    Next,
    /// Numbers are missing between them.
    Gap,
    /// It has the same number.
    Again,
    /// It comes too late.
    Back,
}

/// The rows of a draft: the articles of the whole text, and the numbered siblings under each provision.
pub fn rows(draft: &Draft, outline: &Outline) -> Vec<Row> {
    let mut found = Vec::new();
    cut(draft, None, &outline.articles(), &mut found);
    let parents = std::iter::once(None).chain((0..draft.provisions.len()).map(Some));
    for parent in parents {
        for sort in [Sort::Number, Sort::Letter, Sort::Roman] {
            let places: Vec<usize> = outline
                .children(parent)
                .iter()
                .copied()
                .filter(|place| draft.provisions[*place].label.sort == sort)
                .collect();
            cut(draft, parent, &places, &mut found);
        }
        let decimals: Vec<usize> = outline
            .children(parent)
            .iter()
            .copied()
            .filter(|place| matches!(draft.provisions[*place].label.sort, Sort::Decimal(_)))
            .collect();
        cut(draft, parent, &decimals, &mut found);
    }
    found
}

/// Cuts siblings into rows: a number that begins anew begins a row.
fn cut(draft: &Draft, parent: Option<usize>, places: &[usize], found: &mut Vec<Row>) {
    let mut row: Vec<Member> = Vec::new();
    for place in places {
        let label = &draft.provisions[*place].label;
        let is_roman = label.sort == Sort::Roman
            || (label.sort == Sort::Article && label.number.chars().all(|c| "ivxlc".contains(c)));
        let Some((parts, suffix)) = parts(&label.number, is_roman) else { continue };
        // "16.03" is a tariff heading; and a number that goes on with a row further out was only put too far in.
        if label.number.contains(".0") || goes_on_outside(draft, *place, &parts, &suffix) {
            continue;
        }
        let begins = parts.iter().all(|part| *part == 1) && suffix.is_empty();
        if begins && !row.is_empty() {
            found.push(Row { parent, members: std::mem::take(&mut row) });
        }
        row.push(Member { place: *place, parts, suffix });
    }
    if !row.is_empty() {
        found.push(Row { parent, members: row });
    }
}

/// Whether a number belongs to the row of something that it stands under: "7 bis" or "8" under "7".
fn goes_on_outside(draft: &Draft, place: usize, parts: &[i64], suffix: &str) -> bool {
    let own = &draft.provisions[place].label;
    let mut at = draft.provisions[place].parent;
    while let Some(above) = at {
        let provision = &draft.provisions[above];
        if provision.label.sort == own.sort
            && let Some((value, _)) = ordinal(&provision.label.number, false)
            && let [first] = parts
            && ((*first == value && !suffix.is_empty()) || (*first == value + 1 && *first > 2))
        {
            return true;
        }
        at = provision.parent;
    }
    false
}

fn parts(number: &str, is_roman: bool) -> Option<(Vec<i64>, String)> {
    let pieces: Vec<&str> = number.split(['.', '-']).filter(|piece| !piece.is_empty()).collect();
    let (last, before) = pieces.split_last()?;
    let mut parts: Vec<i64> =
        before.iter().map(|piece| ordinal(piece, is_roman).map(|(value, _)| value)).collect::<Option<_>>()?;
    let (value, suffix) = ordinal(last, is_roman)?;
    parts.push(value);
    Some((parts, suffix))
}

/// How a number follows another.
pub fn step(one: &Member, next: &Member) -> Step {
    if one.parts == next.parts {
        return if one.suffix == next.suffix { Step::Again } else { Step::Next };
    }
    let same = one.parts.iter().zip(&next.parts).take_while(|(a, b)| a == b).count();
    let (before, after) = (one.parts.get(same).copied(), next.parts.get(same).copied());
    match (before, after) {
        (Some(before), Some(after)) if after < before => Step::Back,
        // Numbers by hundreds: chapter 2 begins with 201.
        (Some(before), Some(after))
            if after == before + 1 || (after % 100 == 1 && after > 100 && before > 100) =>
        {
            if next.parts[same + 1..].iter().all(|part| *part <= 1) { Step::Next } else { Step::Gap }
        }
        (None, Some(after)) => {
            if after <= 1 {
                Step::Next
            } else {
                Step::Gap
            }
        }
        (Some(_), None) => Step::Back,
        _ => Step::Gap,
    }
}

/// Whether the label of a value can be read within the text between two provisions: it was not taken apart there.
pub fn is_written_between(draft: &Draft, (one, next): (usize, usize), value: i64, sort: Sort) -> bool {
    let letter = u8::try_from(value)
        .ok()
        .filter(|value| (1..=26).contains(value))
        .map(|value| char::from(b'a' + value - 1));
    let numbers: Vec<String> = match sort {
        Sort::Letter | Sort::Roman => letter.map(String::from).into_iter().chain(roman(value)).collect(),
        _ => vec![value.to_string()],
    };
    (one..next).any(|place| {
        let provision = &draft.provisions[place];
        let own = provision.text.to_lowercase();
        numbers.iter().any(|number| {
            let is_label = provision.label.number == *number && place != one;
            let is_written =
                [format!("{number}."), format!("{number})"), format!("{number} )"), format!("{number} .")]
                    .iter()
                    .any(|label| {
                        own.match_indices(label.as_str())
                            .any(|(at, _)| !own[..at].ends_with(char::is_alphanumeric))
                    });
            is_label || is_written
        })
    })
}

/// Whether nothing seems to be lost between two provisions: letters under something, with no loose text between them and
/// no list there that begins in its middle.
pub fn is_whole_between(draft: &Draft, one: usize, next: usize) -> bool {
    let is_list = |sort: Sort| matches!(sort, Sort::Letter | Sort::Roman);
    let (own, parent) = (draft.provisions[next].label.sort, draft.provisions[next].parent);
    let is_loose =
        |place: usize| draft.provisions[place].parent == parent && !draft.provisions[place].label.is_some();
    if is_list(own) && (parent.is_none() || (one + 1..next).any(is_loose)) {
        return false;
    }
    let first = (one + 1..next).find(|place| is_list(draft.provisions[*place].label.sort));
    first.is_none_or(|place| {
        is_list(own) || ["a", "i", "A", "I"].contains(&draft.provisions[place].label.number.as_str())
    })
}

fn roman(value: i64) -> Option<String> {
    (1..=30).contains(&value).then(|| {
        let tens = usize::try_from(value / 10).unwrap_or(0);
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
        format!("{}{}", "x".repeat(tens), ones[usize::try_from(value % 10).unwrap_or(0)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_each_other_as_people_count() {
        for (one, next, expected) in [
            ("1", "2", Step::Next),
            ("3", "3bis", Step::Next),
            ("3bis", "3ter", Step::Next),
            ("3bis", "4", Step::Next),
            ("19", "21", Step::Gap),
            ("4", "4", Step::Again),
            ("5", "3", Step::Back),
            ("1.2", "1.3", Step::Next),
            ("1.9", "2.1", Step::Next),
            ("1.9", "2.2", Step::Gap),
            ("105", "201", Step::Next),
            ("b", "d", Step::Gap),
        ] {
            let member = |number: &str| {
                let (parts, suffix) = parts(number, false).unwrap();
                Member { place: 0, parts, suffix }
            };
            assert_eq!(step(&member(one), &member(next)), expected, "{one} {next}");
        }
    }
}
