//! A duty that nobody is said to have.
//!
//! Why it is bad: each side will wait for the other, and neither is in breach.
//!
//! Example: "Support shall be provided to developing country Parties."
//!
//! Better: "Developed country Parties shall provide support to developing country Parties."
//!
//! Standard: Adams, A Manual of Style for Contract Drafting, and UN guidance on the mediation of ceasefires, ask
//! who does what.
//!
//! Do not heed it when everybody is meant, or another provision names who acts. About half of these remarks are
//! worth a change.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT001",
    name: "no-actor",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("no_actor.rs")),
    check,
};

/// What makes a sentence a duty in the passive.
const DUTIES: &[&str] = &["shall be", "must be", "will be", "are to be", "is to be"];
/// Participles that need no actor: final clauses, and what is rather a quality than an act.
const FORMAL: &[&str] = &[
    "deposited",
    "presumed",
    "included",
    "recognized",
    "recognised",
    "held",
    "taken",
    "authenticated",
    "done",
    "deemed",
    "considered",
    "understood",
    "construed",
    "interpreted",
    "entitled",
    "bound",
    "guided",
    "based",
    "subjected",
    "required",
    "composed",
    "prohibited",
    "permitted",
    "allowed",
    "authorized",
    "authorised",
    "limited",
    "called",
    "known",
    "counted",
    "accompanied",
    "concluded",
    "governed",
    "open",
    "qualified",
    "treated",
    "ratified",
    "regarded",
    "need",
    "exempted",
    "prejudiced",
    "referred",
    "been",
    "even",
    "seven",
    "ten",
    "often",
    "led",
];
/// Words that name who acts, or leave it to somebody.
const ACTORS: &[&str] = &["by", "through", "jointly"];
/// Participles that do not end in "ed".
const IRREGULAR: &[&str] = &[
    "given", "taken", "made", "held", "set", "built", "paid", "sent", "drawn", "written", "brought", "put",
    "kept", "chosen", "begun", "formed",
];

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(DUTIES) {
        let sentence = subject.words.sentence_of(hit.first);
        // An adverb may come between: "shall be fully implemented".
        let Some(at) =
            (hit.end..sentence.end.min(hit.end + 2)).find(|at| is_participle(subject.words.small(*at)))
        else {
            continue;
        };
        // "No person shall be convicted" binds everybody.
        let is_ban = ["no", "nobody", "nothing", "neither"].contains(&subject.words.small(sentence.first));
        let has_actor = is_ban || subject.words.between(hit.first, sentence.end, ACTORS).is_some();
        if has_actor || FORMAL.contains(&subject.words.small(at)) || subject.is_preamble(sentence.span.place)
        {
            continue;
        }
        let span = subject.words.span(hit.first, at + 1);
        found.push(Remark::new(&RULE, span, Fact::Words { words: subject.excerpt(span).to_owned() }));
    }
    found
}

fn is_participle(word: &str) -> bool {
    (word.ends_with("ed") && word.len() > 4) || IRREGULAR.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_duty_has_somebody_who_bears_it() {
        table(
            &RULE,
            &[
                ("1. Support shall be provided to the Parties.\n", &["shall be provided"]),
                ("1. Support shall be provided by each Party.\n", &[]),
                ("1. Instruments shall be deposited with the Depositary.\n", &[]),
                ("1. The zone will be fully demined.\n", &["will be fully demined"]),
                ("1. Each Party shall be a member.\n", &[]),
            ],
        );
    }
}
