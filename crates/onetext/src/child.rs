//! Files from somebody else are read in a child process: this program again, with limits on time and memory, no further
//! file, no network. The child gets bytes and gives back JSON.

use std::io::{Read, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use rustix::process::{Resource, Rlimit, setrlimit};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Standard input, output and error: the child may open nothing more, neither file nor socket.
const CHILD_FILES_MAX: u64 = 3;

/// What a child may use.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Longest input.
    pub input_bytes: usize,
    /// Memory, all that is mapped counted.
    pub memory_bytes: u64,
    /// Seconds of computing.
    pub cpu_seconds: u64,
}

/// Has a child read bytes: `words` are the command and its arguments, `what` is what the file is called in messages.
pub fn ask<T: DeserializeOwned>(words: &[&str], bytes: &[u8], limits: Limits, what: &str) -> Result<T> {
    if bytes.len() > limits.input_bytes {
        bail!("{what} has {} bytes; the limit is {}", bytes.len(), limits.input_bytes);
    }
    let program = std::env::current_exe().context("cannot find this program")?;
    let mut child = Command::new(program)
        .args(words)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start the reader of {what}"))?;
    let mut input = child.stdin.take().context("the reader has no input")?;
    let output = std::thread::scope(|scope| {
        // A child that gives up early closes its input: what it says tells why.
        scope.spawn(move || input.write_all(bytes));
        child.wait_with_output()
    });
    let output = output.with_context(|| format!("the reader of {what} was lost"))?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        let why = why.lines().find_map(|line| line.strip_prefix("onetext: ")).unwrap_or_default();
        bail!(
            "{what} cannot be read: {}",
            if why.is_empty() { "it took too much time or memory" } else { why }
        );
    }
    serde_json::from_slice(&output.stdout).with_context(|| format!("the reader of {what} gave no answer"))
}

/// The child: limits first, then bytes from standard input, then the answer to standard output.
pub fn answer<T: Serialize>(limits: Limits, read: impl FnOnce(Vec<u8>) -> Result<T>) -> Result<()> {
    limit(Resource::Nofile, CHILD_FILES_MAX)?;
    limit(Resource::As, limits.memory_bytes)?;
    limit(Resource::Cpu, limits.cpu_seconds)?;
    limit(Resource::Fsize, 0)?;
    limit(Resource::Core, 0)?;
    let mut bytes = Vec::new();
    std::io::stdin().take(limits.input_bytes as u64 + 1).read_to_end(&mut bytes)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer(&mut out, &read(bytes)?)?;
    out.flush()?;
    Ok(())
}

fn limit(resource: Resource, most: u64) -> Result<()> {
    let bound = Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(resource, bound).context("cannot limit the reader")
}
