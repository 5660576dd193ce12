//! Brackets: text that is not agreed. A tree of what stands within what, with who proposes it where that is said; wordings
//! side by side (`[shall][should]`) are alternatives. A bracket may open in one provision and close in another.

mod choices;
mod register;

pub use choices::{Choice, Form, choices, is_modal};
pub use register::{Closed, How, Tracked, register};

use crate::draft::{Draft, Sort};

/// A place in a draft: a provision and a byte of its text.
pub type Spot = (usize, usize);

/// A bracket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bracket {
    /// Where it opens.
    pub open: Spot,
    /// Where it closes: the place of the `]`.
    pub close: Spot,
    /// Within how many others it stands.
    pub depth: usize,
    /// Who proposes or opposes it, where it says so itself: `[US/JP propose: ...]`.
    pub owner: Option<Owner>,
    /// The number of the row of alternatives of which it is one, where it touches others.
    pub alternatives: Option<usize>,
}

/// Who stands behind a bracket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The parties, as they are written.
    pub parties: Vec<String>,
    /// What they do.
    pub stance: Stance,
}

/// What somebody does with a text in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Proposes it.
    Proposes,
    /// Opposes it.
    Opposes,
    /// Reserves its position.
    Reserves,
}

/// The brackets of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brackets {
    /// In the order in which they open.
    pub pairs: Vec<Bracket>,
    /// Opened and never closed.
    pub unclosed: Vec<Spot>,
    /// Closed and never opened.
    pub unopened: Vec<Spot>,
}

/// How open a draft still is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Openness {
    /// Words.
    pub words: usize,
    /// Opening brackets in the text, its headings and its footnotes.
    pub brackets: usize,
    /// Of these, those that stand in no other.
    pub outermost: usize,
    /// Options side by side.
    pub options: usize,
    /// Square brackets of the file that mark links and footnotes.
    pub links: usize,
}

/// Words that say what somebody does with a bracket, in small letters.
const STANCES: [(&str, Stance); 9] = [
    ("propose", Stance::Proposes),
    ("proposes", Stance::Proposes),
    ("proposal", Stance::Proposes),
    ("oppose", Stance::Opposes),
    ("opposes", Stance::Opposes),
    ("reserve", Stance::Reserves),
    ("reserves", Stance::Reserves),
    ("propone", Stance::Proposes),
    ("предлагает", Stance::Proposes),
];
/// Words before the number of a paragraph that is named, in small letters.
const PARAGRAPHS: [&str; 6] = ["paragraph ", "para. ", "point ", "paragraphe ", "párrafo ", "пункт "];
/// Longest name of those who stand behind a bracket, in bytes.
const OWNER_MAX: usize = 80;

/// Finds the brackets of a draft.
///
/// ```
/// use onetext_text::brackets::{Stance, brackets};
/// use onetext_text::draft::read_markdown;
/// let draft = read_markdown("1. Parties [shall][should] [US/JP propose: promptly] report.\n");
/// let found = brackets(&draft);
/// assert_eq!(found.pairs.len(), 3);
/// assert_eq!(found.pairs[0].alternatives, found.pairs[1].alternatives);
/// let owner = found.pairs[2].owner.as_ref().unwrap();
/// assert_eq!((owner.parties.as_slice(), owner.stance), (["US".to_owned(), "JP".to_owned()].as_slice(), Stance::Proposes));
/// ```
pub fn brackets(draft: &Draft) -> Brackets {
    let mut found = Brackets::default();
    let mut open: Vec<usize> = Vec::new();
    // Left open at the end of an article: probably forgotten, so they nest nothing; one may still close far away.
    let mut left: Vec<usize> = Vec::new();
    let mut article = None;
    for (place, provision) in draft.provisions.iter().enumerate() {
        let top = draft.top(place);
        let stands_in = draft.provisions[top].text.is_empty().then_some(top);
        if stands_in != article {
            left.append(&mut open);
            article = stands_in;
        }
        for (at, mark) in provision.text.char_indices().filter(|(_, c)| matches!(c, '[' | ']')) {
            let spot = (place, at);
            if mark == '[' {
                let owner = owner(&provision.text[at + 1..]);
                open.push(found.pairs.len());
                let depth = open.len() - 1;
                found.pairs.push(Bracket { open: spot, close: spot, depth, owner, alternatives: None });
            } else if let Some(opened) = open.pop().or_else(|| left.pop()) {
                found.pairs[opened].close = spot;
            } else {
                found.unopened.push(spot);
            }
        }
    }
    left.append(&mut open);
    left.sort_unstable();
    for opened in left.into_iter().rev() {
        found.unclosed.push(found.pairs.remove(opened).open);
    }
    found.unclosed.reverse();
    link_alternatives(draft, &mut found.pairs);
    found
}

/// Brackets of one depth that touch are alternatives of each other.
fn link_alternatives(draft: &Draft, pairs: &mut [Bracket]) {
    let mut rows = 0;
    for at in 0..pairs.len() {
        let (place, end) = pairs[at].close;
        let depth = pairs[at].depth;
        let text = &draft.provisions[place].text;
        let after = &text[end + 1..];
        let blanks = after.len() - after.trim_start_matches(' ').len();
        // A blank between two brackets parts what may both stand; only what touches excludes the other.
        if blanks > 0 || !after.starts_with('[') {
            continue;
        }
        let Some(next) = (at + 1..pairs.len()).find(|next| pairs[*next].open == (place, end + 1)) else {
            continue;
        };
        if pairs[next].depth != depth {
            continue;
        }
        let row = pairs[at].alternatives.unwrap_or_else(|| {
            rows += 1;
            rows
        });
        pairs[at].alternatives = Some(row);
        pairs[next].alternatives = Some(row);
    }
}

/// Who stands behind the bracket that begins with these words.
fn owner(inside: &str) -> Option<Owner> {
    let head = inside.split([']', '[']).next()?;
    // "[Upland oppose]" says no more than that; anything else comes behind a colon.
    let closes = inside.as_bytes().get(head.len()) == Some(&b']');
    let head = match head.split_once(':') {
        Some((head, _)) => head,
        None if closes => head,
        None => return None,
    };
    if head.len() > OWNER_MAX {
        return None;
    }
    let (names, stance) = head.trim().rsplit_once(' ')?;
    let small = stance.to_lowercase();
    let stance = STANCES.iter().find(|(word, _)| *word == small)?.1;
    let parties: Vec<String> = names
        .split(['/', ',', ';', '&'])
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    (!parties.is_empty()).then_some(Owner { parties, stance })
}

/// To what an objection or a reservation in brackets applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Another bracket, by its place among the pairs: the one before which it stands behind.
    Bracket(usize),
    /// A provision, by its place: the one that it names, else the one in which it stands.
    Provision(usize),
}

/// To what a bracket applies that opposes or reserves: the bracket just before it, the paragraph that it names, or the
/// provision in which it stands. None for a bracket that holds a wording.
///
/// ```
/// use onetext_text::brackets::{Target, brackets, target};
/// use onetext_text::draft::read_markdown;
/// let draft = read_markdown("1. [US/JP propose: promptly][RU oppose: promptly] A fund is set up [Upland oppose].\n2. [Upland oppose: paragraph 1]\n");
/// let found = brackets(&draft);
/// let targets: Vec<_> = (0..4).map(|at| target(&draft, &found, at)).collect();
/// assert_eq!(targets, [None, Some(Target::Bracket(0)), Some(Target::Provision(0)), Some(Target::Provision(0))]);
/// ```
pub fn target(draft: &Draft, found: &Brackets, at: usize) -> Option<Target> {
    let bracket = found.pairs.get(at)?;
    let owner = bracket.owner.as_ref()?;
    if owner.stance == Stance::Proposes {
        return None;
    }
    let (place, from) = bracket.open;
    let before = draft.provisions[place].text[..from].trim_end();
    let neighbour = found.pairs[..at].iter().rposition(|other| {
        other.close.0 == place && other.close.1 + 1 == before.len() && other.depth == bracket.depth
    });
    if let Some(neighbour) = neighbour {
        return Some(match target(draft, found, neighbour) {
            // Several object to one thing, side by side.
            Some(same) => same,
            None => Target::Bracket(neighbour),
        });
    }
    Some(Target::Provision(named(draft, place, words(draft, bracket)).unwrap_or(place)))
}

/// The paragraph that is named by its number, beside the provision or under what it stands in.
fn named(draft: &Draft, place: usize, words: &str) -> Option<usize> {
    let small = words.to_lowercase();
    let after = PARAGRAPHS.iter().find_map(|word| small.split_once(word).map(|(_, after)| after))?;
    let number: String = after.trim_start().chars().take_while(|c| c.is_alphanumeric()).collect();
    let parent = draft.provisions[place].parent;
    draft.children(parent).find(|other| draft.provisions[*other].label.number == number)
}

/// The bracket in which each one stands, if it stands in another.
pub fn parents(found: &Brackets) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(found.pairs.len());
    for (at, bracket) in found.pairs.iter().enumerate() {
        open.truncate(bracket.depth);
        parents.push(open.last().copied());
        open.push(at);
    }
    parents
}

/// What a bracket holds without the words that say whose it is: `promptly` of `[US/JP propose: promptly]`.
pub fn wording<'d>(draft: &'d Draft, bracket: &Bracket) -> &'d str {
    let inside = words(draft, bracket);
    match inside.split_once(':') {
        Some((_, rest)) if bracket.owner.is_some() => rest.trim(),
        _ if bracket.owner.is_some() => "",
        _ => inside.trim(),
    }
}

/// How open a draft still is, in figures that can be followed over drafts.
pub fn openness(draft: &Draft) -> Openness {
    let found = brackets(draft);
    let texts = draft.provisions.iter().flat_map(|one| [&one.label.written, &one.heading, &one.text]);
    let notes = draft.notes.iter().map(|(_, text)| text);
    let count = |text: &String| text.matches('[').count();
    Openness {
        words: draft
            .provisions
            .iter()
            .map(|one| crate::redline::tokens(&one.text).iter().filter(|token| token.is_word()).count())
            .sum(),
        brackets: texts.chain(notes).map(count).sum::<usize>() + count(&draft.title),
        outermost: found.pairs.iter().filter(|pair| pair.depth == 0).count(),
        options: draft.provisions.iter().filter(|one| one.label.sort == Sort::Option).count()
            + choices(draft, &found)
                .iter()
                .filter(|choice| choice.form == Form::Options)
                .map(|choice| choice.wordings.len())
                .sum::<usize>(),
        links: draft.links,
    }
}

/// What a bracket holds; of one that closes in another provision, what stands in the first.
pub fn words<'d>(draft: &'d Draft, bracket: &Bracket) -> &'d str {
    let text = &draft.provisions[bracket.open.0].text;
    let from = bracket.open.1 + 1;
    if bracket.open.0 == bracket.close.0 { &text[from..bracket.close.1] } else { &text[from..] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::read_markdown;

    #[test]
    fn brackets_nest_and_close_in_other_provisions() {
        let draft = read_markdown("1. [All Parties [shall] act.\n2. And [soon]] report]. [And\n");
        let found = brackets(&draft);
        let depths: Vec<(usize, &str)> =
            found.pairs.iter().map(|pair| (pair.depth, words(&draft, pair))).collect();
        assert_eq!(depths, [(0, "All Parties [shall] act."), (1, "shall"), (1, "soon")]);
        assert_eq!(found.pairs[0].close.0, 1);
        assert_eq!((found.unopened.len(), found.unclosed.len()), (1, 1));
    }

    #[test]
    fn only_what_touches_is_an_alternative() {
        let draft = read_markdown("1. Parties [shall][should][other] act [new,] [additional,].\n");
        let rows: Vec<Option<usize>> = brackets(&draft).pairs.iter().map(|pair| pair.alternatives).collect();
        assert_eq!(rows, [Some(1), Some(1), Some(1), None, None]);
    }
}
