//! Clauses: whose they are, what opens them, where they end.

use crate::grammar::Parsed;

/// The clauses of a sentence as `subject > verb`, apart by bars.
fn subjects(sentence: &str) -> String {
    let parsed = Parsed::of(sentence);
    let told = parsed.clauses.iter().map(|clause| {
        let subject = clause
            .subject
            .map_or("nobody", |subject| parsed.text.span(parsed.phrases[subject].core).of(sentence));
        format!("{subject} > {}", parsed.text.word(parsed.verbs[clause.verb].main))
    });
    told.collect::<Vec<String>>().join(" | ")
}

#[test]
fn whose_clauses_they_are() {
    for (sentence, expected) in [
        ("The envoy said the road was closed.", "The envoy > said | the road > closed"),
        ("Officials from both countries met.", "Officials > met"),
        ("The leader of the union in Oslo left.", "The leader > left"),
        ("\"It failed,\" said the envoy.", "It > failed | nobody > said"),
        ("The text that she wrote failed.", "she > wrote | The text > failed"),
        ("The court this week rejected it.", "The court > rejected"),
        ("Jane Roe, the envoy to Oslo, said so.", "Jane Roe > said"),
        ("John Doe, an economist and adviser, said so.", "John Doe > said"),
        ("In a letter on Monday, the union refused.", "the union > refused"),
    ] {
        assert_eq!(subjects(sentence), expected, "{sentence}");
    }
}

/// The words of the clause around a verb.
fn extent(sentence: &str, verb: &str) -> String {
    let parsed = Parsed::of(sentence);
    let of = |place: usize| parsed.text.word(parsed.verbs[place].main) == verb;
    let clause = parsed.clauses.iter().find(|clause| of(clause.verb)).unwrap();
    parsed.text.span(clause.words).of(sentence).to_owned()
}

#[test]
fn where_clauses_end() {
    for (sentence, verb, expected) in [
        ("The envoy said that it failed.", "failed", "that it failed"),
        ("He said that it failed, adding that talks go on.", "failed", "that it failed"),
        ("He said it failed, but the union denied it.", "failed", "it failed"),
        ("He said it failed; the union denied it.", "failed", "it failed"),
        ("He said it failed and the union denied it.", "failed", "it failed"),
        ("He said it failed, while the union denied it.", "failed", "it failed"),
        ("The truce failed, the envoy said.", "failed", "The truce failed"),
        ("He said it failed and fell apart.", "failed", "it failed and fell apart"),
        (
            "He said the text, drafted in May, failed again.",
            "failed",
            "the text, drafted in May, failed again",
        ),
    ] {
        assert_eq!(extent(sentence, verb), expected, "{sentence}");
    }
}
