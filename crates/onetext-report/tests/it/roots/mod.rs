//! Which reports are one story: copies that outlets make of one text, and other tellings of the same event.

mod copies;
mod stories;

use onetext_report::formats::Published;
use onetext_report::roots::{Told, independent, roots};

use copies::{Change, copy, edited};
use stories::EVENTS;

fn groups(texts: &[String]) -> Vec<Vec<usize>> {
    let told: Vec<Told<'_>> = texts.iter().map(|text| Told::of(text)).collect();
    roots(&told).iter().map(|root| root.reports().collect()).collect()
}

/// Every telling with ten copies of it, and to which telling each text belongs.
fn everything() -> (Vec<String>, Vec<usize>) {
    let mut texts = Vec::new();
    let mut tellings = Vec::new();
    for (telling, text) in EVENTS.iter().flatten().enumerate() {
        texts.push((*text).to_owned());
        tellings.push(telling);
        for (at, change) in Change::ALL.iter().enumerate() {
            texts.push(copy(text, *change, telling * 31 + at));
            tellings.push(telling);
        }
    }
    (texts, tellings)
}

/// Pairs that are right, found, and both, over the places of all texts.
fn score(groups: &[Vec<usize>], tellings: &[usize]) -> (usize, usize, usize) {
    let mut group_of = vec![0; tellings.len()];
    for (number, group) in groups.iter().enumerate() {
        for place in group {
            group_of[*place] = number;
        }
    }
    let mut counts = (0, 0, 0);
    for second in 0..tellings.len() {
        for first in 0..second {
            let (is_right, is_found) =
                (tellings[first] == tellings[second], group_of[first] == group_of[second]);
            counts.0 += usize::from(is_right);
            counts.1 += usize::from(is_found);
            counts.2 += usize::from(is_right && is_found);
        }
    }
    counts
}

#[test]
fn copies_are_one_story_and_other_tellings_are_not() {
    let (texts, tellings) = everything();
    let (right, found, both) = score(&groups(&texts), &tellings);
    println!("{} texts: pairs right {right}, found {found}, both {both}", texts.len());
    println!("precision {:.3}, recall {:.3}", ratio(both, found), ratio(both, right));
    assert_eq!(both, found, "tellings of one event in other words were joined");
    assert!(both * 100 >= right * 97, "copies were missed: {both} of {right}");
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Each sort of change alone, so that what is missed can be named.
#[test]
fn every_sort_of_copy_is_found() {
    for change in Change::ALL {
        let mut missed = 0;
        for (telling, text) in EVENTS.iter().flatten().enumerate() {
            let texts = [(*text).to_owned(), copy(text, change, telling)];
            missed += usize::from(groups(&texts).len() > 1);
        }
        println!("{change:?}: {missed} of 12 missed");
        assert!(missed <= 1, "{change:?}: {missed} of 12 missed");
    }
}

/// How many words may be edited before a copy is a text of its own.
#[test]
fn a_copy_is_known_until_every_sixth_word_is_another_one() {
    for every in [12, 9, 7, 6, 5, 4] {
        let is_missed = |text: &&&str| groups(&[(**text).to_owned(), edited(text, every, 1)]).len() > 1;
        let missed = EVENTS.iter().flatten().filter(is_missed).count();
        println!("every {every}th word: {missed} of 12 missed");
        assert!(missed == 0 || every < 6, "every {every}th word: {missed} of 12 missed");
    }
}

#[test]
fn a_digest_does_not_join_the_stories_in_it() {
    let [first, second, third] = [EVENTS[0][0], EVENTS[1][0], EVENTS[2][1]];
    let brief = copy(second, Change::Half, 0);
    for digest in [
        format!("Our evening page.\n\n{first}\n\n{second}"),
        format!("{first}\n\n{second}\n\n{third}"),
        // Most of it is one story, and a brief of another stands below.
        format!("{first}\n\nElsewhere\n\n{brief}"),
    ] {
        let texts = [first, second, third, &digest, &brief].map(str::to_owned);
        let groups = groups(&texts);
        assert_eq!(groups.len(), 3, "{groups:?}");
        let is_joined =
            |one, other| groups.iter().any(|group| group.contains(&one) && group.contains(&other));
        assert!(!is_joined(0, 1) && !is_joined(0, 2) && !is_joined(1, 2) && is_joined(1, 4), "{groups:?}");
    }
}

#[test]
fn the_order_of_the_reports_does_not_matter() {
    let (texts, _) = everything();
    let count = texts.len();
    let turned: Vec<String> = texts.iter().rev().cloned().collect();
    let mut back: Vec<Vec<usize>> = groups(&turned)
        .into_iter()
        .map(|group| group.into_iter().rev().map(|place| count - 1 - place).collect())
        .collect();
    back.sort();
    assert_eq!(groups(&texts), back);
}

#[test]
fn passages_say_what_is_shared_and_what_is_added() {
    let wire = "The envoys left the lake on Monday without a word to the press. A second round will begin in nine days.";
    let longer = format!("{wire} Fishermen had waited for them since dawn.");
    let found = roots(&[Told::of(wire), Told::of(&longer)]);
    let [root] = found.as_slice() else { panic!("one root: {found:?}") };
    let said = |member: usize, text: &str| {
        let member = &root.members[member];
        let words = |spans: &[onetext_report::Span]| {
            spans.iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>()
        };
        (words(&member.shared), words(&member.adds))
    };
    assert_eq!(said(0, wire), (vec![wire.trim_end_matches('.').to_owned()], vec![]));
    let added = "Fishermen had waited for them since dawn".to_owned();
    assert_eq!(said(1, &longer), (vec![wire.trim_end_matches('.').to_owned()], vec![added]));
}

#[test]
fn the_earliest_is_told_by_the_dates_as_far_as_they_tell() {
    let text = EVENTS[2][0];
    let days = ["2026-03-07T10:00:00Z", "2026-03-07T10:30:00+02:00", "2026-03-09", "2026-03-07"]
        .map(Published::parse);
    let told = |places: &[usize]| {
        let day = |place: &usize| days.get(*place).and_then(Option::as_ref);
        let reports: Vec<Told<'_>> =
            places.iter().map(|place| Told { published: day(place), ..Told::of(text) }).collect();
        roots(&reports)[0].earliest.clone()
    };
    assert!(days.iter().all(Option::is_some));
    // Half past ten in Kyiv comes before ten in Greenwich.
    assert_eq!(told(&[0, 1, 2]), [1]);
    // A day alone does not tell the hour: either may have been the first.
    assert_eq!(told(&[0, 3]), [0, 1]);
    assert_eq!(told(&[9, 9]), Vec::<usize>::new());
    assert_eq!(told(&[9, 2]), [1]);
}

#[test]
fn who_relays_an_outlet_is_no_second_account() {
    let report = |text: &'static str, outlet: &'static str, relays: &'static [&'static str]| Told {
        outlet: Some(outlet),
        relays,
        ..Told::of(text)
    };
    let reports = [
        report(EVENTS[0][0], "The Herald", &[]),
        report(EVENTS[0][1], "Courier", &["Herald"]),
        report("A deal is near, the Wire says, and quotes nobody else for it.", "Gazette", &["Wire"]),
        report("The Wire has it that the round was a failure from its first hour.", "Post", &["The Wire"]),
        report("Our own reporter saw the delegations leave by separate doors on Monday.", "Echo", &[]),
    ];
    assert_eq!(independent(&reports), [vec![0, 1], vec![2, 3], vec![4]]);
    // Without what they relay, all five are texts of their own.
    assert_eq!(roots(&reports).len(), 5);
}

#[test]
fn odd_texts_are_stories_too() {
    let texts = ["", " ", "a", "a", "…!?", "\u{202e}“„«»\"\"", "a b c d e f g h", "A b, c d e f — g h"]
        .map(str::to_owned);
    let found = groups(&texts);
    assert_eq!(found.iter().map(Vec::len).sum::<usize>(), texts.len());
    assert!(found.contains(&vec![2, 3]) && found.contains(&vec![6, 7]), "{found:?}");
}
