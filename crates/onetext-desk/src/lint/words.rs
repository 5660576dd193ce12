//! For each rule that finds words: what they make unclear, and the cure; and the names of what is missing.

use onetext_text::lint::Lack;

use crate::words::list;

/// What the words that a rule finds make unclear, and the cure.
const OF_RULES: &[(&str, &str, &str)] = &[];

/// What the words of a rule make unclear, and the cure.
pub(super) fn of_rule(name: &str) -> Option<(&'static str, &'static str)> {
    OF_RULES.iter().find(|(rule, _, _)| *rule == name).map(|(_, meant, cure)| (*meant, *cure))
}

/// What is missing, in words.
pub(super) fn lacking(lacks: &[Lack]) -> String {
    let words: Vec<String> = lacks.iter().map(|lack| word(*lack).to_owned()).collect();
    list(&words)
}

/// With a capital.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn word(lack: Lack) -> &'static str {
    match lack {
        Lack::Actor => "who does it",
        Lack::Deadline => "by when",
        Lack::Content => "what exactly",
        Lack::Trigger => "on which event",
        Lack::Decider => "who decides that it has happened",
        Lack::List => "a list of what is meant",
        Lack::Monitor => "who verifies it",
        Lack::Method => "how it is verified",
        Lack::Place => "where",
        Lack::Order => "what comes first",
        Lack::Start => "from when it is counted",
        Lack::Disputes => "how disputes are settled",
        Lack::EntryIntoForce => "when it enters into force",
        Lack::Amendment => "how it is amended",
        Lack::Withdrawal => "how one withdraws, or how long it lasts",
        Lack::Languages => "which languages are authentic",
        Lack::GraveCrimes => "that the gravest crimes are left out",
        Lack::ByWhom => "by whom",
        Lack::AndOr => "“and” or “or”",
        Lack::Currency => "whose currency",
    }
}
