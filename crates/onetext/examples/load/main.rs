//! Loads a room and says how it bore it: readers of a page at a fixed rate, writers of entries at a fixed rate, and
//! listeners. Each request is timed from when it was due, not from when it could be sent (no coordinated omission).
//!
//! `cargo run --release -p onetext --example load -- ADDRESS --key KEY --reads 1000 --writes 0 --listeners 0`

mod http;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Result, bail};
use clap::Parser;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until, timeout};

use crate::http::Connection;

/// A load on a room.
#[derive(Parser, Clone)]
struct Arguments {
    /// Host and port: 127.0.0.1:4117
    address: String,
    /// The key that `onetext serve --key` printed
    #[arg(long)]
    key: String,
    /// Pages read in a second
    #[arg(long, default_value_t = 1000)]
    reads: u64,
    /// The page that is read
    #[arg(long, default_value = "/page/status")]
    page: String,
    /// Entries entered in a second
    #[arg(long, default_value_t = 0)]
    writes: u64,
    /// The compartment for which they are entered
    #[arg(long, default_value = "")]
    audience: String,
    /// Listeners on the page
    #[arg(long, default_value_t = 0)]
    listeners: usize,
    /// How long, in seconds
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Connections of the readers
    #[arg(long, default_value_t = 32)]
    connections: usize,
}

/// Connections of the writers.
const WRITERS: usize = 16;
/// What a listener is given beyond the end to hear the last change.
const AFTER_SECONDS: u64 = 2;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arc::new(Arguments::parse());
    let heard = Arc::new(AtomicU64::new(0));
    let end = Instant::now() + Duration::from_secs(arguments.seconds + AFTER_SECONDS + 1);
    let mut listening = Vec::new();
    for _ in 0..arguments.listeners {
        listening.push(tokio::spawn(listen(Arc::clone(&arguments), Arc::clone(&heard), end)));
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let reads = tokio::spawn(run(Arc::clone(&arguments), arguments.reads, arguments.connections, false));
    let writes = tokio::spawn(run(Arc::clone(&arguments), arguments.writes, WRITERS, true));
    report("pages read", arguments.reads, &reads.await??, arguments.seconds);
    report("entries acknowledged", arguments.writes, &writes.await??, arguments.seconds);
    let mut open = 0;
    for one in listening {
        open += usize::from(one.await?.is_ok());
    }
    if arguments.listeners > 0 {
        println!(
            "listeners: {open} of {} to the end, {} changes heard",
            arguments.listeners,
            heard.load(Ordering::Relaxed)
        );
    }
    Ok(())
}

/// Requests at a rate; the time of each in milliseconds from when it was due.
async fn run(arguments: Arc<Arguments>, rate: u64, connections: usize, writes: bool) -> Result<Vec<f64>> {
    let times = Arc::new(Mutex::new(Vec::new()));
    let next = Arc::new(AtomicU64::new(0));
    let start = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..if rate == 0 { 0 } else { connections } {
        let (arguments, times, next) = (Arc::clone(&arguments), Arc::clone(&times), Arc::clone(&next));
        tasks.push(tokio::spawn(async move {
            let mut connection = Connection::open(&arguments.address).await?;
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let due = start + Duration::from_micros(1_000_000 * number / rate);
                if due >= start + Duration::from_secs(arguments.seconds) {
                    return anyhow::Ok(());
                }
                sleep_until(due).await;
                let (status, expected) = if writes {
                    (connection.post(&arguments.key, &question(&arguments.audience, number)).await?, 201)
                } else {
                    (connection.get(&arguments.page, &arguments.key).await?, 200)
                };
                if status != expected {
                    bail!("answered {status}, expected {expected}");
                }
                times.lock().await.push(due.elapsed().as_secs_f64() * 1000.0);
            }
        }));
    }
    for task in tasks {
        task.await??;
    }
    let times = times.lock().await.clone();
    Ok(times)
}

fn question(audience: &str, number: u64) -> String {
    let audience = if audience.is_empty() { "\"public\"".to_owned() } else { format!("[\"{audience}\"]") };
    format!(r#"{{"audience":{audience},"fact":{{"question":{{"words":"Load question {number}?"}}}}}}"#)
}

async fn listen(arguments: Arc<Arguments>, heard: Arc<AtomicU64>, end: Instant) -> Result<()> {
    let mut connection = Connection::open(&arguments.address).await?;
    let address = format!("/live?address={}", arguments.page.replace('/', "%2F"));
    connection.begin(&address, &arguments.key).await?;
    loop {
        match timeout(end.saturating_duration_since(Instant::now()), connection.line()).await {
            Err(_) => return Ok(()),
            Ok(line) => {
                heard.fetch_add(u64::from(line?.starts_with("event: changed")), Ordering::Relaxed);
            }
        }
    }
}

fn report(what: &str, rate: u64, times: &[f64], seconds: u64) {
    if rate == 0 {
        return;
    }
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at =
        |share: usize| sorted.get((sorted.len() * share / 1000).min(sorted.len().saturating_sub(1))).copied();
    let done = f64::from(u32::try_from(sorted.len()).unwrap_or(u32::MAX))
        / f64::from(u32::try_from(seconds).unwrap_or(1));
    println!(
        "{what}: {done:.0}/s of {rate}/s asked; ms from when due: p50 {:.1}  p90 {:.1}  p99 {:.1}  p99.9 {:.1}  worst {:.1}",
        at(500).unwrap_or_default(),
        at(900).unwrap_or_default(),
        at(990).unwrap_or_default(),
        at(999).unwrap_or_default(),
        sorted.last().copied().unwrap_or_default(),
    );
}
