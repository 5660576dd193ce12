//! The redline as a running text: accepted, it is the new draft, rejected, the old one; whatever was moved, merged, split.
#![expect(clippy::disallowed_methods, reason = "reads test data, which lies outside the project")]

use onetext_desk::drafts::{Hand, Named, clean, redline, redline_manuscript};
use onetext_document::{Block, Document, Manuscript, Paragraph, Piece, Sort, terminal};
use onetext_text::draft::{Draft, read_markdown};
use proptest::prelude::*;

const HAND: Hand<'static> = Hand { author: "onetext", date: Some("2025-12-08") };

/// A file of the test data; says so where it is absent.
fn data(name: &str) -> Option<String> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var("ONETEXT_DATA").unwrap_or_else(|_| own.to_owned());
    let read = std::fs::read_to_string(format!("{folder}/{name}"));
    if read.is_err() {
        println!("skipped: test data not present ({name})");
    }
    read.ok()
}

fn manuscript(document: &Document) -> &Manuscript {
    let Some(Block::Manuscript(manuscript)) = document.blocks.first() else { panic!("a running text") };
    manuscript
}

/// Labels and words, a line a paragraph.
fn lines(manuscript: &Manuscript) -> Vec<String> {
    let words = |pieces: &[Piece]| pieces.iter().map(|piece| piece.words.as_str()).collect::<String>();
    let line = |one: &Paragraph| {
        let line = format!("{} {}", words(&one.label), words(&one.pieces));
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    manuscript.paragraphs.iter().map(line).filter(|line| !line.is_empty()).collect()
}

fn tracked(old: &Draft, new: &Draft) -> Document {
    let found = onetext_text::redline::redline(old, new);
    redline_manuscript(Named { name: "old", draft: old }, Named { name: "new", draft: new }, &found, HAND)
}

/// What a draft says, with its title where the redline has one of two.
fn told(draft: &Draft, other: &Draft) -> Vec<String> {
    let mut lines = lines(manuscript(&clean(Named { name: "", draft })));
    if draft.title != other.title && !draft.title.is_empty() {
        lines.insert(0, draft.title.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    lines
}

fn both_stand_in_one(old: &Draft, new: &Draft) -> Result<(), TestCaseError> {
    let document = tracked(old, new);
    let text = manuscript(&document);
    for (got, wanted) in
        [(lines(&text.accepted()), told(new, old)), (lines(&text.rejected()), told(old, new))]
    {
        // The first line that differs says more than two whole texts.
        for (one, other) in got.iter().zip(&wanted) {
            prop_assert_eq!(one, other);
        }
        prop_assert_eq!(got.len(), wanted.len());
    }
    Ok(())
}

/// Paragraphs of a few words under labels of every kind.
fn provision() -> impl Strategy<Value = String> {
    let label = prop::sample::select(vec![
        "1. ",
        "2. ",
        "(a) ",
        "(b) ",
        "(i) ",
        "",
        "",
        "## Article 3\n\n",
        "4bis. ",
        "- ",
    ]);
    let sentence = prop::sample::select(vec![
        "Each Party shall keep the bridge in repair and tell the council every year.",
        "The council meets in spring; its seat is in the mill by the lower ford.",
        "Carts pay no toll on market days, [nor on the day before] a feast.",
        "Whoever breaks the ice [shall][should] mend it before nightfall.",
        "Upland and Lowland share the cost of the ferry in equal parts.",
        "[deleted]",
        "A dispute is settled by three elders, one of each bank and one of neither.",
    ]);
    let more = prop::option::of(prop::sample::select(vec![
        " And so it stays.",
        "\n\n   Further words of it.",
        " until spring",
    ]));
    (label, sentence, more)
        .prop_map(|(label, sentence, more)| format!("{label}{sentence}{}", more.unwrap_or_default()))
}

fn draft() -> impl Strategy<Value = Draft> {
    let title = prop::sample::select(vec!["", "# The bridge\n\n", "# The new bridge\n\n"]);
    let provisions = prop::collection::vec(provision(), 0..9);
    (title, provisions)
        .prop_map(|(title, provisions)| read_markdown(&format!("{title}{}\n", provisions.join("\n\n"))))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn accepted_it_is_the_new_draft_and_rejected_the_old(old in draft(), new in draft()) {
        both_stand_in_one(&old, &new)?;
    }
}

#[test]
fn so_it_is_with_real_drafts() {
    let names = ["draft_23-oct-2015", "draft_4-dec-2015", "draft_9-dec-2015", "draft_12-dec-2015"];
    let texts: Vec<String> =
        names.iter().filter_map(|name| data(&format!("drafts/cop21/{name}.md"))).collect();
    let drafts: Vec<Draft> = texts.iter().map(|text| read_markdown(text)).collect();
    for pair in drafts.windows(2) {
        both_stand_in_one(&pair[0], &pair[1]).unwrap();
    }
}

const OLD: &str = "# The bridge\n\n1. The Parties shall report every year to the council.\n2. A council of elders is set up.\n\
                   3. The seat is in the mill.\n4. Ice is nobody's business at all.\n";
const NEW: &str = "# The bridge\n\n1. The seat is in the mill.\n2. The Parties shall report every two years to the council.\n\
                   3. A council of elders is set up.\n4. Carts pay no toll on market days.\n";

#[test]
fn a_move_has_two_ends_and_a_comment() {
    let document = tracked(&read_markdown(OLD), &read_markdown(NEW));
    let text = manuscript(&document);
    insta::assert_snapshot!(terminal::write(&document, 100));
    let sorts: Vec<&Sort> =
        text.paragraphs.iter().flat_map(|one| &one.changes).map(|change| &change.sort).collect();
    let name = sorts
        .iter()
        .find_map(|sort| if let Sort::MovedHere(name) = sort { Some(name) } else { None })
        .unwrap();
    assert!(sorts.contains(&&Sort::MovedAway(name.clone())), "{sorts:?}");
    assert_eq!(text.comments[0].words, "Moved: was 3, is 1.");
    assert_eq!(text.comments[0].date.as_deref(), Some("2025-12-08"));
}

#[test]
fn a_text_from_right_to_left_stays_one() {
    let old = read_markdown("1. لا تدفع العربات رسوما.\n");
    let new = read_markdown("1. لا تدفع العربات أي رسوم.\n");
    assert_eq!(tracked(&old, &new).direction, onetext_document::Direction::RightToLeft);
}

#[test]
fn the_table_stays_what_it_was() {
    let (old, new) = (read_markdown(OLD), read_markdown(NEW));
    let found = onetext_text::redline::redline(&old, &new);
    let table = redline(Named { name: "old", draft: &old }, Named { name: "new", draft: &new }, &found);
    assert!(matches!(table.blocks.last(), Some(Block::Table(_))));
}
