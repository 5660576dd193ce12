//! Remarks of lint in sentences: what was found, and what would cure it.

use onetext_text::draft::Draft;
use onetext_text::lint::{Fact, Remark};

use super::words;
use crate::drafts::citation;

/// What a remark says, and its cure.
pub fn sentence(draft: &Draft, remark: &Remark) -> (String, String) {
    of_references(&remark.fact)
        .or_else(|| of_numbers(&remark.fact))
        .or_else(|| of_open(&remark.fact))
        .or_else(|| of_terms(draft, &remark.fact))
        .unwrap_or_else(|| of_words(draft, remark))
}

fn said(what: String, cure: impl Into<String>) -> (String, String) {
    (what, cure.into())
}

fn of_references(fact: &Fact) -> Option<(String, String)> {
    Some(match fact {
        Fact::Dangling { reference, last } => said(
            format!("“{reference}” leads nowhere: the last number there is {last}."),
            "Name the provision that is meant, or the text that has it.",
        ),
        Fact::RefersToItself { reference } => said(
            format!("“{reference}” is this very provision."),
            "Name the provision in which it is really to be found.",
        ),
        Fact::Stale { reference, now } => said(
            format!("What “{reference}” meant in the draft before is now {now}."),
            format!("Write {now}, if the same provision is still meant."),
        ),
        _ => return None,
    })
}

fn of_numbers(fact: &Fact) -> Option<(String, String)> {
    Some(match fact {
        Fact::Gap { before, after } => said(
            format!("{} is followed by {}.", number(before), number(after)),
            "Number anew, or keep the place with “[deleted]”.",
        ),
        Fact::NumberAgain { number: own } => {
            said(format!("The number {} was given before.", number(own)), "Number this one anew, or “bis”.")
        }
        Fact::NumberBack { before, number: own } => said(
            format!("{} comes after {}.", number(own), number(before)),
            "Put them in the order of their numbers.",
        ),
        Fact::Differ { words, figures } => said(
            format!("In words “{words}”, in figures {figures}."),
            "Ask which is meant, and write the number once.",
        ),
        Fact::NoSuchDay { written, .. } => {
            said(format!("“{written}” is no day that can be meant."), "Ask which day is meant.")
        }
        Fact::Long { words } => {
            said(format!("This sentence has {words} words."), "Part it: one duty, one sentence.")
        }
        Fact::Hidden { code, is_lookalike: true } => said(
            format!(
                "A letter of another alphabet ({code}) stands in this word and looks like one of its own."
            ),
            "Type the word anew.",
        ),
        Fact::Hidden { code, .. } => {
            said(format!("A character that cannot be seen ({code}) stands here."), "Take it out.")
        }
        _ => return None,
    })
}

/// A label without its stop.
fn number(label: &str) -> &str {
    label.trim_end_matches(['.', ':'])
}

fn of_open(fact: &Fact) -> Option<(String, String)> {
    Some(match fact {
        Fact::NeverClosed => said(
            "This bracket is opened and never closed: nobody can say where what is not agreed ends.".into(),
            "Close it where it should end.",
        ),
        Fact::NeverOpened => said(
            "This bracket is closed and was never opened: nobody can say where what is not agreed begins."
                .into(),
            "Open it where it should begin, or take it out.",
        ),
        Fact::Placeholder { words } => {
            said(format!("“{words}” is still to be filled in."), "Fill it in, or bracket what is proposed.")
        }
        Fact::NoOwner { label } => {
            said(format!("{label} does not say who proposes it."), "Write it down: [NAME proposes: ...].")
        }
        Fact::ForceOpen { words, is_negation: true } => said(
            format!("“{words}” turns the sentence round."),
            "Write both sentences out, and bring them to those who decide.",
        ),
        Fact::ForceOpen { words, .. } => said(
            format!("“{words}” decides whether this binds."),
            "Settle this bracket before the wording around it.",
        ),
        _ => return None,
    })
}

fn of_terms(draft: &Draft, fact: &Fact) -> Option<(String, String)> {
    Some(match fact {
        Fact::SameText { other } => {
            said(format!("The same words stand in {}.", citation(draft, *other)), "Keep one of the two.")
        }
        Fact::Undefined { term, uses } => {
            let times = if *uses == 1 { "once".to_owned() } else { format!("{uses} times") };
            said(
                format!("“{term}” is used {times} and nowhere defined."),
                "Write it in full at its first use.",
            )
        }
        Fact::Unused { term } => {
            said(format!("“{term}” is defined and never used."), "Take the definition out, or use the term.")
        }
        Fact::DefinedTwice { term, first } => {
            said(format!("“{term}” is defined in {} too.", citation(draft, *first)), "Keep one definition.")
        }
        Fact::TwoNames { rare, common } => said(
            format!("“{rare}” seems to be what is called “{common}” elsewhere."),
            format!("Write “{common}” throughout, or say how they differ."),
        ),
        Fact::Conflict { words, other } => said(
            format!("“{words}” stands under another condition in {}.", citation(draft, *other)),
            "Say in one place when it happens, and refer to it.",
        ),
        _ => return None,
    })
}

/// What is said by the words that were found and the rule that found them.
fn of_words(draft: &Draft, remark: &Remark) -> (String, String) {
    let (meant, cure) = words::of_rule(remark.rule.name).unwrap_or_else(|| {
        debug_assert!(false, "no words for {}", remark.rule.name);
        ("this may lead to a dispute", "See the manual.")
    });
    let what = match &remark.fact {
        Fact::Words { words } => format!("“{words}”: {meant}."),
        Fact::WordsOf { words, of } => format!("“{words}” ({of}): {meant}."),
        Fact::Lacks { words, lacks } => format!("“{words}”: {meant}; not said: {}.", words::lacking(lacks)),
        Fact::WholeLacks { lacks } => {
            format!("{}; not said: {}.", words::capital(meant), words::lacking(lacks))
        }
        other => format!("{}: {other:?} in {} provisions.", words::capital(meant), draft.provisions.len()),
    };
    (what, cure.to_owned())
}
