//! Security row 12: people who change the same entries at once. Whatever was acknowledged stands in the chain of
//! versions; whoever came second is told, and nothing of anybody is lost.

use std::collections::BTreeSet;

use onetext_model::{Entry, Kind};

use crate::cases::{id_of, small_case};
use crate::stage::Stage;
use crate::worlds::Dice;

/// Rooms, one after the other: a room that has grown long makes the test slow, not stronger.
const ROOMS: u64 = 50;
/// Changes that are tried in each.
const TRIES: u64 = 100;

/// One room in which two people of the mediator's team change one question; gives how many changes were acknowledged
/// and refused. With `careless`, the version that was seen is not said.
async fn quarrel(seed: u64, careless: bool) -> (u64, u64) {
    let log = small_case();
    let stage = Stage::of(log.clone(), seed).await;
    let people = ["mia", "max"].map(|label| stage.let_in(id_of(&log, Kind::Person, label)));
    let circle = id_of(&log, Kind::Compartment, "mediator");
    let body = format!(r#"{{"audience":["{circle}"],"fact":{{"question":{{"words":"First?"}}}}}}"#);
    let first = stage.send_json("POST", &people[0], "/api/v1/entries", None, &body).await;
    assert_eq!(first.status, 201, "{}", first.body);
    let first: Entry = serde_json::from_str(&first.body).unwrap();
    let path = format!("/api/v1/entries/{}", first.id);
    let mut dice = Dice::new(seed);
    let mut versions = [format!("\"{}\"", first.id), format!("\"{}\"", first.id)];
    let mut acknowledged = vec![first.id.to_string()];
    let (mut refused, mut bases) = (0, BTreeSet::new());
    for turn in 0..TRIES {
        let who = usize::try_from(dice.roll(2)).unwrap();
        if dice.roll(2) == 0 {
            stage.get(&people[who], &path).await.header("etag").unwrap().clone_into(&mut versions[who]);
        }
        if careless {
            versions[who] = format!("\"{}\"", acknowledged.last().unwrap());
        }
        let body = format!(r#"{{"fact":{{"question":{{"words":"Version {turn}?"}}}}}}"#);
        let answer = stage.send_json("PUT", &people[who], &path, Some(&versions[who]), &body).await;
        match answer.status {
            200 => {
                let entry: Entry = serde_json::from_str(&answer.body).unwrap();
                assert!(
                    bases.insert(entry.supersedes.clone()),
                    "two acknowledged changes replace one version"
                );
                acknowledged.push(entry.id.to_string());
            }
            412 => refused += 1,
            other => panic!("answered {other}: {}", answer.body),
        }
    }
    let kept: BTreeSet<String> = stage.all().iter().map(|entry| entry.id.to_string()).collect();
    assert!(acknowledged.iter().all(|id| kept.contains(id)), "an acknowledged version is gone");
    let now = stage.get(&people[0], &path).await;
    assert_eq!(
        now.header("etag").unwrap().trim_matches('"'),
        acknowledged.last().unwrap(),
        "the last one stands"
    );
    (acknowledged.len() as u64 - 1, refused)
}

#[tokio::test]
async fn safety_row_12_lost_updates() {
    let (mut acknowledged, mut refused) = (0, 0);
    for seed in 0..ROOMS {
        let (good, bad) = quarrel(seed, false).await;
        acknowledged += good;
        refused += bad;
    }
    assert!(refused > ROOMS, "nobody was ever second");
    println!(
        "row 12: 0 lost in {} changes: {acknowledged} acknowledged, {refused} told that they were second",
        ROOMS * TRIES
    );
}

#[tokio::test]
async fn a_change_that_names_no_version_is_refused() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let id = id_of(&log, Kind::Issue, "water");
    let body = r#"{"fact":{"question":{"words":"?"}}}"#;
    assert_eq!(stage.send_json("PUT", &mia, &format!("/api/v1/entries/{id}"), None, body).await.status, 428);
    assert_eq!(stage.send_json("DELETE", &mia, &format!("/api/v1/entries/{id}"), None, "").await.status, 428);
    // Whoever always takes the newest version for granted is never second: the control that shows what the tag is for.
    let (_, refused) = quarrel(1, true).await;
    assert_eq!(refused, 0);
}

#[tokio::test]
async fn the_second_of_two_is_shown_both_and_loses_nothing() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let max = stage.let_in(id_of(&log, Kind::Person, "max"));
    let id = id_of(&log, Kind::Issue, "border").to_string();
    let path = format!("/entry/{id}/change");
    let first = [("_seen", id.as_str()), ("name", "Border"), ("question", "Mia asks where.")];
    assert_eq!(stage.post(&mia, &path, &first).await.status, 303);
    let second = [("_seen", id.as_str()), ("name", "Border"), ("question", "Max asks since when.")];
    let answer = stage.post(&max, &path, &second).await;
    assert_eq!(answer.status, 409);
    assert!(answer.body.contains("Mia asks where.") && answer.body.contains("Max asks since when."));
}

/// What was changed since somebody looked is neither taken back nor told to anybody unseen; a tag is of one thing only.
#[tokio::test]
async fn what_was_changed_meanwhile_is_not_taken_back_or_released_unseen() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let max = stage.let_in(id_of(&log, Kind::Person, "max"));
    let id = id_of(&log, Kind::Option, "river").to_string();
    let issue = id_of(&log, Kind::Issue, "border").to_string();
    let form = [("_seen", id.as_str()), ("issue", issue.as_str()), ("name", "Along the new river")];
    assert_eq!(stage.post(&mia, &format!("/entry/{id}/change"), &form).await.status, 303);
    let before = stage.all().len();
    assert_eq!(stage.post(&max, &format!("/entry/{id}/withdraw"), &[]).await.status, 409);
    let party = id_of(&log, Kind::Party, "one").to_string();
    let form = [("to", party.as_str()), ("words", "Along the old river"), ("terms", "free")];
    let answer = stage.post(&max, &format!("/entry/{id}/release"), &form).await;
    assert_eq!(answer.status, 409);
    assert!(answer.body.contains("Along the old river") && answer.body.contains("Along the new river"));
    let other = id_of(&log, Kind::Option, "half").to_string();
    let body = r#"{"fact":{"question":{"words":"?"}}}"#;
    for method in ["PUT", "DELETE"] {
        let path = format!("/api/v1/entries/{id}");
        let answer = stage.send_json(method, &mia, &path, Some(&format!("\"{other}\"")), body).await;
        assert_eq!(answer.status, 412, "{method}");
    }
    assert_eq!(stage.all().len(), before);
}
