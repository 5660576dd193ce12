//! Whether a new wording is nearer to what somebody proposed than the old one was. A measure of words and nothing else: it
//! does not know what they mean, and whoever gained or gave way is not its question.
//!
//! A wording is as near to a proposal as the share of the words of both that both have, in their order: words that are not of
//! the proposal take it away, words of it bring it near. Words in square brackets count half, as they are not agreed. "Shall not" is one word and differs from "shall"; a number is one
//! word. A proposal of a few words within a provision is only looked for, and the rest of the provision is not held against it.

use crate::redline::{FAR_MAX, same, tokens};

/// Fewer words say too little to be looked for, unless one is a number.
const WORDS_MIN: usize = 3;
/// Letters of a word that says something by itself.
const LONG_MIN: usize = 8;
/// Words that deny what stands beside them, in small letters.
const DENIALS: [&str; 12] =
    ["not", "no", "never", "nor", "neither", "without", "ne", "pas", "non", "не", "ні", "لا"];
/// Words to which a denial behind them belongs.
const MODALS: [&str; 12] =
    ["shall", "should", "may", "must", "will", "can", "could", "would", "is", "are", "does", "do"];
/// What joins the words of one unit.
const JOINT: char = ' ';

/// What somebody proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal<'p> {
    /// The words.
    pub text: &'p str,
    /// Whether it is meant for the whole provision and not for a few words within it.
    pub is_whole: bool,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The new wording is nearer to the proposal.
    Nearer,
    /// It is farther from it.
    Away,
    /// Neither.
    NoChange,
    /// The words do not tell.
    CannotBeSaid(Unsaid),
}

/// Why it cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// The proposal is too short.
    TooShort,
    /// As much came nearer as went away.
    Even,
}

/// The answer with the words on which it rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The answer.
    pub verdict: Verdict,
    /// Words of the proposal that came in.
    pub came: Vec<String>,
    /// Words of the proposal that went out.
    pub went: Vec<String>,
    /// Words of the proposal that stood in brackets and now stand without.
    pub freed: Vec<String>,
    /// How many words that are not of the proposal the old and the new wording have; of a short proposal none are counted.
    pub foreign: (usize, usize),
    /// How many of these stand in no bracket.
    pub foreign_free: (usize, usize),
}

/// Measures two wordings against a proposal.
///
/// ```
/// use onetext_text::moved::{Proposal, Verdict, measure};
/// let proposal = Proposal { text: "The flow shall not fall below 325 cubic metres.", is_whole: true };
/// let told = |old, new| measure(old, new, proposal).verdict;
/// assert_eq!(told("The flow shall not fall below [400] [325] cubic metres.", "The flow shall not fall below 325 cubic metres."), Verdict::Nearer);
/// assert_eq!(told("The flow shall not fall below 325 cubic metres.", "The flow shall fall below 325 cubic metres."), Verdict::Away);
/// assert_eq!(told("The flow is 325.", "The flow is 325."), Verdict::NoChange);
/// ```
pub fn measure(old: &str, new: &str, proposal: Proposal<'_>) -> Measured {
    let wanted = units(proposal.text, Brackets::SeenThrough);
    let (one, other) = (Held::of(old, &wanted, proposal.is_whole), Held::of(new, &wanted, proposal.is_whole));
    let only = |has: &dyn Fn(usize) -> bool| phrases(&wanted, has);
    let came = only(&|at| other.all[at] && !one.all[at]);
    let went = only(&|at| one.all[at] && !other.all[at]);
    let freed = only(&|at| other.free[at] && !one.free[at] && one.all[at]);
    let foreign = (one.foreign_all, other.foreign_all);
    let foreign_free = (one.foreign_free, other.foreign_free);
    let is_short =
        wanted.len() < WORDS_MIN && !wanted.iter().any(|word| word.starts_with(|c: char| c.is_numeric()));
    let says_the_same =
        tokens(old).iter().map(|token| token.text).eq(tokens(new).iter().map(|token| token.text));
    let verdict = if says_the_same {
        Verdict::NoChange
    } else if is_short {
        Verdict::CannotBeSaid(Unsaid::TooShort)
    } else {
        let ((near, of), (was_near, was_of)) = (other.nearness(), one.nearness());
        match (near * was_of).cmp(&(was_near * of)) {
            std::cmp::Ordering::Greater => Verdict::Nearer,
            std::cmp::Ordering::Less => Verdict::Away,
            std::cmp::Ordering::Equal if came.is_empty() && went.is_empty() && freed.is_empty() => {
                Verdict::NoChange
            }
            std::cmp::Ordering::Equal => Verdict::CannotBeSaid(Unsaid::Even),
        }
    };
    Measured { verdict, came, went, freed, foreign, foreign_free }
}

/// What a wording holds of a proposal: with what stands in brackets, and without.
struct Held {
    all: Vec<bool>,
    free: Vec<bool>,
    foreign_all: usize,
    foreign_free: usize,
}

impl Held {
    fn of(text: &str, wanted: &[String], is_whole: bool) -> Held {
        let (all, foreign_all) = held(&units(text, Brackets::SeenThrough), wanted, is_whole);
        let (free, foreign_free) = held(&units(text, Brackets::LeftOut), wanted, is_whole);
        Held { all, free, foreign_all, foreign_free }
    }

    /// The share of the words of both that both have, once with what stands in brackets and once without: a fraction, so
    /// that it is compared exactly.
    fn nearness(&self) -> (u128, u128) {
        let count = |held: &[bool]| held.iter().filter(|is_held| **is_held).count() as u128;
        let (all, free) = (count(&self.all), count(&self.free));
        let wanted = self.all.len() as u128;
        let (mine, theirs) =
            (all + self.foreign_all as u128 + wanted, free + self.foreign_free as u128 + wanted);
        (all * theirs + free * mine, mine * theirs)
    }
}

/// Which words of a proposal a text holds, and how many of its own are not of it.
fn held(text: &[String], wanted: &[String], is_whole: bool) -> (Vec<bool>, usize) {
    let mut is_held = vec![false; wanted.len()];
    let mut kept = 0;
    for run in same(wanted, text, FAR_MAX).runs {
        let words = &wanted[run.old..run.old + run.length];
        // "The" is everywhere: a word that stands alone says something only if it is a number or a long one. Of a few
        // words within a provision only what stands together counts.
        let says =
            words.iter().any(|word| word.starts_with(char::is_numeric) || word.chars().count() >= LONG_MIN);
        let is_enough =
            if is_whole { run.length > 1 || says } else { run.length >= WORDS_MIN.min(wanted.len()) };
        if is_enough {
            is_held[run.old..run.old + run.length].fill(true);
            kept += run.length;
        }
    }
    (is_held, if is_whole { text.len() - kept } else { 0 })
}

/// Runs of words of a proposal for which something holds.
fn phrases(wanted: &[String], has: &dyn Fn(usize) -> bool) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut is_open = false;
    for (at, word) in wanted.iter().enumerate() {
        match (has(at), is_open, all.last_mut()) {
            (true, true, Some(last)) => {
                last.push(' ');
                last.push_str(word);
            }
            (true, ..) => all.push(word.clone()),
            (false, ..) => {}
        }
        is_open = has(at);
    }
    all
}

/// What is done with words in square brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Brackets {
    SeenThrough,
    LeftOut,
}

/// The words of a text as they are compared: small letters, a denial together with what it denies.
fn units(text: &str, brackets: Brackets) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut depth = 0_usize;
    for token in tokens(text) {
        match token.text {
            "[" => depth += 1,
            "]" => depth = depth.saturating_sub(1),
            _ if !token.is_word() || (depth > 0 && brackets == Brackets::LeftOut) => {}
            word => words.push(word.to_lowercase()),
        }
    }
    let mut units: Vec<String> = Vec::with_capacity(words.len());
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        let next_denies = words.peek().is_some_and(|next| DENIALS.contains(&next.as_str()));
        let joins = DENIALS.contains(&word.as_str()) || (MODALS.contains(&word.as_str()) && next_denies);
        match words.next_if(|_| joins) {
            Some(next) => units.push(format!("{word}{JOINT}{next}")),
            None => units.push(word),
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "The body shall meet every month and shall report to the Council.";

    #[test]
    fn wordings_are_measured_against_a_proposal() {
        let nearer = Verdict::Nearer;
        for (old, new, text, is_whole, verdict) in [
            ("The body shall meet.", "The body shall meet every month.", WHOLE, true, nearer),
            ("The body shall meet every month.", "The body shall meet.", WHOLE, true, Verdict::Away),
            (
                "The body shall meet every month.",
                "The body shall not meet every month.",
                WHOLE,
                true,
                Verdict::Away,
            ),
            ("It meets.", "It meets in the seat of the lake.", WHOLE, true, Verdict::NoChange),
            (
                "The body shall meet.",
                "The body shall meet in the seat of the lake.",
                WHOLE,
                true,
                Verdict::Away,
            ),
            ("Below [400] [325] metres.", "Below 325 metres.", "325", false, nearer),
            ("Below [400] [325] metres.", "Below 400 metres.", "325", false, Verdict::Away),
            (
                "Meet [every month of the year].",
                "Meet every month of the year.",
                "every month of the year",
                false,
                nearer,
            ),
            ("Meet [every month of the year].", "Meet.", "every month of the year", false, Verdict::Away),
            ("Meet soon.", "Meet very soon, and well.", "every month of the year", false, Verdict::NoChange),
            ("Meet [soon].", "Meet.", "soon", false, Verdict::CannotBeSaid(Unsaid::TooShort)),
            ("a b c x", "x b c d", "a b c d", true, Verdict::CannotBeSaid(Unsaid::Even)),
        ] {
            let proposal = Proposal { text, is_whole };
            assert_eq!(measure(old, new, proposal).verdict, verdict, "{old} -> {new} | {text}");
        }
    }

    #[test]
    fn the_words_on_which_it_rests_are_told() {
        let proposal = Proposal { text: WHOLE, is_whole: true };
        let told = measure(
            "The body shall meet [every month].",
            "The body shall meet every month and rest.",
            proposal,
        );
        assert_eq!(
            (told.came, told.freed, told.went),
            (vec!["and".to_owned()], vec!["every month".to_owned()], vec![])
        );
    }
}
