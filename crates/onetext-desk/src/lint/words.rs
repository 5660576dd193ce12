//! For each rule that finds words: what they make unclear, and the cure; and the names of what is missing.

use onetext_text::lint::Lack;

use crate::words::list;

/// What the words that a rule finds make unclear, and the cure.
const OF_RULES: &[(&str, &str, &str)] = &[
    ("no-actor", "nobody is said to do it", "Name who does it."),
    ("no-deadline", "nothing says when", "Add a day, a period from an event, or the event."),
    (
        "elastic-time",
        "a time that can be stretched",
        "Write a day, or a period from an event; or a day after which something follows.",
    ),
    ("undefined-quality", "a quality without a test", "Say by which test it is judged, and by whom."),
    ("guarantor-missing", "a guarantee", "Name the guarantors, what each does, and on which event."),
    ("trigger-undefined", "it falls away on an event", "Name who establishes the event, how, and by when."),
    ("wipe-clause", "everything at once, without a list", "List what is settled, and how."),
    (
        "expectation-not-duty",
        "an expectation, which binds nobody",
        "Write “shall” if it binds, or leave it out.",
    ),
    (
        "mixed-force",
        "two words of force in one provision",
        "Write “shall” for each duty, and the present tense for what is only stated.",
    ),
    ("weak-modal", "a word that binds weakly or not at all", "Write “shall”, if a duty is meant."),
    (
        "best-efforts",
        "an effort without a measure",
        "Say what is done at least, and what follows where it fails.",
    ),
    (
        "escape-hatch",
        "the one who is bound decides whether it is",
        "Say when the duty does not hold, and who decides that.",
    ),
    ("and-or", "all of it, or one of it?", "Write “A or B or both”."),
    ("including-open", "nothing says whether the list is closed", "Write “such as”, or “consisting of”."),
    ("no-verification", "a duty about arms", "Name who verifies it, where, how, and by when."),
    ("no-place", "a place that is not named", "Refer to a map, coordinates or an annex."),
    (
        "no-sequence",
        "one act waits for another",
        "Give a timetable: which step comes first, by when, and who confirms it.",
    ),
    (
        "no-dispute-clause",
        "nothing is said of disputes over this text",
        "Add a clause on the settlement of disputes.",
    ),
    ("no-final-clauses", "the final clauses are not whole", "Add the clauses that are missing."),
    (
        "no-authentic-language",
        "nothing is said of languages",
        "Say which languages are authentic, and which prevails.",
    ),
    (
        "third-party-bound",
        "a duty of somebody who may not be a party",
        "Let the parties promise what they can do, or annex the third party’s own undertaking.",
    ),
    ("unless-otherwise", "an exception that somebody has to make", "Say who decides it, and how."),
    (
        "legal-binding-mix",
        "it says of itself that it binds, and that it does not",
        "Decide which it is, and use the words of that kind throughout.",
    ),
    (
        "amnesty-scope",
        "an amnesty",
        "Leave out genocide, crimes against humanity, war crimes and gross violations.",
    ),
    ("period-without-start", "a period", "Say from which event it is counted."),
    ("list-without-and-or", "the item before the last", "Write “and” or “or”."),
    ("empty-point", "a number with nothing behind it", "Write “[deleted]”, or number anew."),
    ("moving-time", "a time that moves with the reader", "Name the day."),
    ("vague-pointer", "a pointer without a number", "Name the provision."),
    ("repeated-word", "the same word twice", "Write it once, or what was meant between."),
    ("bare-currency", "a sum", "Name the currency."),
];

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
