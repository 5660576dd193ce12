//! More than ten thousand edits of an export, against a reader who knows the room's key and kept an earlier checkpoint of
//! each log: all are found, by this crate and by a second verifier. With a check left out, some are missed.

use std::collections::BTreeMap;

use onetext_record::{Chain, Files, Trusted, verify};

use crate::edits::{Edit, without_a_key};
use crate::edits_by_room::with_the_key;
use crate::room::{LOGS, honest_export, lines_of, reader};
use crate::second_verifier;

/// The checks of the second verifier that are left out one by one. Not the pinned key: this reader's checkpoints stand in
/// for it (see the test of weaker readers).
const CHECKS: [&str; 7] = ["form", "links", "root", "signature", "kept", "keys", "manifest"];

/// How many were missed and made, by sort.
type Counts = BTreeMap<&'static str, (usize, usize)>;

fn all_edits(honest: &Files) -> Vec<Edit> {
    let mut edits = without_a_key(honest);
    edits.extend(with_the_key(honest));
    edits
}

fn count(counts: &mut Counts, sort: &'static str, is_found: bool) {
    let (missed, made) = counts.entry(sort).or_default();
    *missed += usize::from(!is_found);
    *made += 1;
}

fn missed(counts: &Counts) -> Vec<&'static str> {
    counts.iter().filter(|(_, (missed, _))| *missed > 0).map(|(sort, _)| *sort).collect()
}

fn missed_by(check: impl Fn(&Files) -> bool, honest: &Files, edits: &[Edit]) -> Counts {
    let mut counts = Counts::new();
    for edit in edits {
        count(&mut counts, edit.sort, check(&edit.applied(honest)));
    }
    counts
}

#[test]
fn safety_row_10_every_edit_is_found() {
    let (honest, reader) = (honest_export(), reader());
    assert!(verify(&honest, &reader).is_clean());
    let edits = all_edits(&honest);
    let counts = missed_by(|files| !verify(files, &reader).is_clean(), &honest, &edits);
    for (sort, (_, made)) in &counts {
        println!("{made:6} {sort}");
    }
    println!("{:6} in all", edits.len());
    assert!(edits.len() >= 10_000);
    assert_eq!(missed(&counts), [""; 0]);
    println!("row 10: 0 of {} edits missed", edits.len());
}

#[test]
fn safety_row_10_a_second_verifier_finds_every_edit_and_needs_each_of_its_checks() {
    let (honest, reader) = (honest_export(), reader());
    let edits = all_edits(&honest);
    let Some((mut questions, answers)) = second_verifier::start(&honest, &reader, &CHECKS) else {
        println!("skipped: there is no python3 here");
        return;
    };
    // Of the flips every twentieth is tried with each check left out, of the others all.
    let is_tried = |place: usize| edits[place].sort != "byte flipped" || place.is_multiple_of(20);
    let mut whole = Counts::new();
    let mut weak = [const { Counts::new() }; CHECKS.len()];
    std::thread::scope(|scope| {
        scope.spawn(|| {
            second_verifier::ask(&mut questions, &Edit { sort: "none", files: Vec::new() }, true);
            (0..edits.len())
                .for_each(|place| second_verifier::ask(&mut questions, &edits[place], is_tried(place)));
            drop(questions);
        });
        let mut answers = second_verifier::answers(answers);
        assert_eq!(answers.next().unwrap(), [0; CHECKS.len() + 1], "the honest export");
        for (edit, answer) in edits.iter().zip(&mut answers) {
            count(&mut whole, edit.sort, answer[0] > 0);
            for (counts, found) in weak.iter_mut().zip(&answer[1..]) {
                count(counts, edit.sort, *found > 0);
            }
        }
    });
    assert_eq!(
        whole.values().map(|(_, made)| made).sum::<usize>(),
        edits.len(),
        "it answered every question"
    );
    assert_eq!(missed(&whole), [""; 0]);
    for (check, counts) in CHECKS.iter().zip(&weak) {
        println!(
            "without {check}: {:?}",
            counts.iter().filter(|(_, (missed, _))| *missed > 0).collect::<Vec<_>>()
        );
        assert!(!missed(counts).is_empty(), "nothing shows that the check {check} is needed");
    }
    println!(
        "row 10: 0 of {} edits missed by the second verifier; without any one of its {} checks some are",
        edits.len(),
        CHECKS.len()
    );
}

/// Follows the lines and nothing else.
fn fits_by_lines_alone(files: &Files) -> bool {
    LOGS.iter().all(|(log, ..)| {
        let mut chain = Chain::new(log);
        let lines = files.get(&format!("{log}.jsonl")).map(|bytes| lines_of(bytes)).unwrap_or_default();
        lines.iter().all(|line| line.strip_suffix(b"\n").is_some_and(|line| chain.follow(line).is_ok()))
    })
}

#[test]
fn safety_row_10_weaker_readers_miss_what_the_record_says_they_miss() {
    let honest = honest_export();
    let mut edits = with_the_key(&honest);
    edits.extend(without_a_key(&honest).into_iter().filter(|edit| edit.sort != "byte flipped"));
    let nothing_kept = Trusted::default();
    let key_alone = Trusted { checkpoints: Vec::new(), ..reader() };
    let checkpoints_alone = Trusted { verifier: None, ..reader() };
    let by = |trusted: &Trusted| missed_by(|files| !verify(files, trusted).is_clean(), &honest, &edits);
    assert_eq!(
        missed(&by(&nothing_kept)),
        ["forked", "made with another key", "rewritten", "rewritten and rolled back", "rolled back"]
    );
    assert_eq!(missed(&by(&key_alone)), ["forked", "rewritten", "rewritten and rolled back", "rolled back"]);
    // The kept checkpoints are signed by the key that made them: that stands in for the key.
    assert_eq!(missed(&by(&checkpoints_alone)), [""; 0]);
    let lines_alone = missed_by(|files| !fits_by_lines_alone(files), &honest, &edits);
    for sort in ["forked", "cut off between lines", "checkpoint of another tree", "another note's key"] {
        assert!(missed(&lines_alone).contains(&sort), "{sort}");
    }
}
