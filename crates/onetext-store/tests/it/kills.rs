//! Row 1: a writer is killed in the middle of its work; what it acknowledged is there when the store is opened again.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::Duration;

use onetext_store::create;

use crate::child::{EARLY, acknowledged, opened, start, wrong};
use crate::contract::log;

/// Kills in a test among others; `ONETEXT_SAFETY_KILLS` for more.
const KILLS: u32 = 30;
/// Kills of the writer that says "kept" too early, by which it must be found out.
const CONTROL_KILLS: u32 = 60;

/// Kills a writer after some time, and gives what it had acknowledged.
fn kill(store: &Path, after: Duration, set: &[(&str, &str)]) -> (u64, u64) {
    let mut child = start(store, set);
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut last = (0, 0);
    let mut killed = None;
    for line in lines {
        let Ok(line) = line else { break };
        let Some(said) = acknowledged(&line) else { continue };
        last = said;
        // The clock runs from the first thing kept: starting takes a time of its own.
        if killed.is_none() {
            std::thread::sleep(after);
            child.kill().unwrap();
            killed = Some(());
        }
    }
    child.wait().unwrap();
    assert!(killed.is_some(), "the writer never wrote");
    last
}

/// Kills a writer so many times; gives the number of kills after which something was wrong, and what was kept at last.
async fn kills(count: u32, set: &[(&str, &str)], stop_at_first: bool) -> (u32, (u64, u64)) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.onetext");
    drop(create(path.to_str().unwrap()).await.unwrap());
    let mut found = 0;
    let mut last = (0, 0);
    for turn in 0..count {
        // From none to some 20 appends later, at odd moments.
        let after = Duration::from_micros(u64::from(turn * 7_919 % 20_011));
        last = kill(&path, after, set);
        let store = opened(&path, "").await;
        let (a, b) = (store.read(&log("a"), 0).await.unwrap(), store.read(&log("b"), 0).await.unwrap());
        let versions = store.versions().await.unwrap();
        let head = versions.get(&log("a")).copied().unwrap_or(0);
        assert_eq!(head, a.len() as u64, "the head of the log does not say how long it is");
        if let Some(why) = wrong(&a, &b, last) {
            println!("kill {turn}: {why}");
            found += 1;
            if stop_at_first {
                break;
            }
        }
    }
    (found, last)
}

#[tokio::test]
async fn safety_row_1_kills_lose_nothing_that_was_acknowledged() {
    let count = std::env::var("ONETEXT_SAFETY_KILLS").map_or(KILLS, |count| count.parse().unwrap());
    let (found, (a, b)) = kills(count, &[], false).await;
    let (control, _) = kills(CONTROL_KILLS, &[(EARLY, "1")], true).await;
    println!(
        "row 1: {found} of {count} kills lost something acknowledged, {} entries kept; a writer that acknowledges too early {}",
        a + b,
        if control > 0 { "is found out" } else { "was NOT found out" }
    );
    assert_eq!(found, 0);
    assert!(control > 0, "the control was not found out");
}
