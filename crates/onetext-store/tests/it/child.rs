//! A writer in a process of its own, which can be killed or recorded: the test binary, called again for one test.
//!
//! Its records say what they are: the text of version `v` of a log begins with the log and `v`, and one that was added
//! together with another log names that log's version too.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use onetext_store::testing::{Manner, Sync, open_weaker};
use onetext_store::{Record, Store};

use crate::contract::{log, to};

/// Says where the store lies and how it is opened; set for the child alone.
pub const PLACE: &str = "ONETEXT_TEST_STORE";
pub const MANNER: &str = "ONETEXT_TEST_MANNER";
/// How many times is appended; for ever if it is not said.
pub const APPENDS: &str = "ONETEXT_TEST_APPENDS";
/// Set for a writer that says "kept" before it is.
pub const EARLY: &str = "ONETEXT_TEST_EARLY";
/// Before what was acknowledged, on standard output.
pub const ACKNOWLEDGED: &str = "acknowledged ";

/// Starts the writer.
pub fn start(store: &Path, set: &[(&str, &str)]) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["child::writes", "--exact", "--ignored", "--nocapture"]).env(PLACE, store);
    command.envs(set.iter().copied()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().unwrap()
}

/// The versions of both logs in a line that acknowledges.
pub fn acknowledged(line: &str) -> Option<(u64, u64)> {
    let (_, said) = line.split_once(ACKNOWLEDGED)?;
    let (a, b) = said.trim_end().split_once(' ')?;
    Some((a.parse().ok()?, b.parse().ok()?))
}

/// What stands in a record: its own place, that of its companion, and some bytes that differ in length.
pub fn text(log: &str, version: u64, companion: u64) -> String {
    let length = usize::try_from(version * 37 % 900).unwrap();
    format!("{log} {version} with {companion} {}", "x".repeat(length))
}

/// Opens a store as the real program would, or weaker.
pub async fn opened(store: &Path, manner: &str) -> Arc<dyn Store> {
    let sync = match manner {
        "normal" => Sync::Normal,
        "off" => Sync::Off,
        _ => Sync::Full,
    };
    let manner = Manner { sync, strict: sync == Sync::Full, checkpoint_pages: 20 };
    open_weaker(store, manner).await.unwrap()
}

#[tokio::test]
#[ignore = "called by other tests"]
async fn writes() {
    let Ok(place) = std::env::var(PLACE) else { return };
    let store = opened(Path::new(&place), &std::env::var(MANNER).unwrap_or_default()).await;
    let appends = std::env::var(APPENDS).map_or(u64::MAX, |count| count.parse().unwrap());
    let is_early = std::env::var_os(EARLY).is_some();
    let ledger = Path::new(&place).with_extension("acknowledged");
    let versions = store.versions().await.unwrap();
    let mut a = versions.get(&log("a")).copied().unwrap_or(0);
    let mut b = versions.get(&log("b")).copied().unwrap_or(0);
    for turn in 0..appends {
        // Every third time both logs grow together.
        let both = turn % 3 == 0;
        let companion = if both { b + 1 } else { 0 };
        let mut additions = vec![to("a", a, &[&text("a", a + 1, companion)])];
        if both {
            additions.push(to("b", b, &[&text("b", b + 1, a + 1)]));
        }
        let said = format!("{ACKNOWLEDGED}{} {}", a + 1, b + u64::from(both));
        if is_early {
            println!("{said}");
        }
        store.append(additions).await.unwrap();
        (a, b) = (a + 1, b + u64::from(both));
        if !is_early {
            println!("{said}");
        }
        // A write of its own, so that a recording of all writes has it in its place.
        std::fs::write(&ledger, format!("{a} {b}")).unwrap();
    }
    // As after a power cut: nothing is closed.
    std::process::abort();
}

/// What is wrong with two logs of which this much was acknowledged.
pub fn wrong(a: &[Record], b: &[Record], (least_a, least_b): (u64, u64)) -> Option<String> {
    if (a.len() as u64) < least_a || (b.len() as u64) < least_b {
        return Some(format!("lost: {} and {} of {least_a} and {least_b}", a.len(), b.len()));
    }
    for (name, records, others) in [("a", a, b), ("b", b, a)] {
        for (record, version) in records.iter().zip(1..) {
            let found = String::from_utf8_lossy(&record.bytes);
            let companion: u64 =
                found.split(' ').nth(3).and_then(|word| word.parse().ok()).unwrap_or(u64::MAX);
            if record.version != version || found != text(name, version, companion) {
                return Some(format!("damaged: {name} {version}"));
            }
            if companion > others.len() as u64 {
                return Some(format!("half: {name} {version} without its companion"));
            }
        }
    }
    None
}
