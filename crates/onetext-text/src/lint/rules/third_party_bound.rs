//! A duty of somebody who is not a party.
//!
//! Why it is bad: a treaty binds its parties only; the promise is empty, and the side that counted on it will say
//! that it was deceived.
//!
//! Example: "NATO will not expand further."
//!
//! Better: "Each Party that is a member of ... shall not consent to ...", or an undertaking of the third party
//! itself, annexed.
//!
//! Standard: the Vienna Convention on the Law of Treaties, Article 34: a treaty creates no obligations for a third
//! State without its consent.
//!
//! Do not heed it when the third party consents in writing, or signs. Name the parties (`--party`) and duties of
//! all others are told; without names only of well-known organisations.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT034",
    name: "third-party-bound",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("third_party_bound.rs")),
    check,
};

/// Organisations that are seldom a party.
const OTHERS: &[&str] = &[
    "nato",
    "the european union",
    "the united nations",
    "the security council",
    "the world bank",
    "the international monetary fund",
    "the osce",
    "the african union",
    "europe",
    "european states",
    "the international community",
    "donor countries",
    "the donors",
    "the icrc",
];
/// Words that bind.
const BINDS: &[&str] = &["shall", "will", "must", "undertake*", "agrees to"];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let is_party = |words: &str| {
        let small = words.to_lowercase();
        subject.parties.iter().any(|party| small.contains(&party.to_lowercase()))
    };
    let mut found = Vec::new();
    for hit in subject.words.find(OTHERS) {
        let sentence = subject.words.sentence_of(hit.first);
        // The subject of the sentence or of its part: the duty follows at once.
        let is_bound = BINDS.iter().any(|word| subject.words.phrase_at(hit.end, word).is_some());
        let begins = hit.first == sentence.first
            || subject.words.small(hit.first - 1) == "and"
            || subject.words.small(hit.first - 1) == "that";
        if !is_bound || !begins || is_party(subject.said(&hit)) {
            continue;
        }
        let words = subject.said(&hit).to_owned();
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), Fact::Words { words }));
    }
    if !subject.parties.is_empty() {
        found.extend(strangers(subject, &is_party));
    }
    found
}

/// Sentences that begin with a name and bind it, where the name is no party's.
fn strangers(subject: &Subject<'_>, is_party: &dyn Fn(&str) -> bool) -> Vec<Remark> {
    let mut found = Vec::new();
    for sentence in subject.words.sentences.iter().filter(|one| !subject.is_preamble(one.span.place)) {
        let Some(verb) = subject.words.between(sentence.first, sentence.end.min(sentence.first + 5), BINDS)
        else {
            continue;
        };
        let span = subject.words.span(sentence.first, verb.first.max(sentence.first + 1));
        let name = subject.excerpt(span);
        let is_name = name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
            && verb.first > sentence.first;
        let is_common = [
            "Each", "The", "Both", "Parties", "All", "No", "Neither", "It", "They", "This", "There", "Any",
            "Such", "These",
        ]
        .contains(&name.split_whitespace().next().unwrap_or_default());
        if is_name && !is_common && !is_party(name) && !OTHERS.contains(&name.to_lowercase().as_str()) {
            found.push(Remark::new(&RULE, span, Fact::Words { words: name.to_owned() }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn only_parties_are_bound() {
        table(
            &RULE,
            &[
                ("3. NATO will not expand further.\n", &["NATO"]),
                ("3. The Parties ask NATO to meet.\n", &[]),
                ("3. The European Union shall pay, and NATO shall not.\n", &["The European Union", "NATO"]),
            ],
        );
    }
}
