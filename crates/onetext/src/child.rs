//! Files from somebody else are read in a child process: this program again, with limits on time and memory, no further
//! file, no network. The child gets bytes and gives back JSON.

use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustix::process::{Resource, Rlimit, setrlimit};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Standard input, output and error: the child may open nothing more, neither file nor socket.
const CHILD_FILES_MAX: u64 = 3;

/// Longest answer that is taken, in bytes: several times the longest input, as JSON.
const ANSWER_BYTES_MAX: u64 = 128 * 1024 * 1024;
/// Longest error that is taken, in bytes.
const ERROR_BYTES_MAX: u64 = 64 * 1024;
/// Longest wait for a child that neither computes nor ends.
const WAIT_MAX: Duration = Duration::from_mins(1);
/// Between two looks whether it has ended.
const WAIT_STEP: Duration = Duration::from_millis(1);

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
    let answer = child.stdout.take().context("the reader has no output")?;
    let errors = child.stderr.take().context("the reader has no errors")?;
    let (ended, answer, errors) = std::thread::scope(|scope| {
        // A child that gives up early closes its input: what it says tells why.
        scope.spawn(move || input.write_all(bytes));
        let answer = scope.spawn(|| up_to(answer, ANSWER_BYTES_MAX));
        let errors = scope.spawn(|| up_to(errors, ERROR_BYTES_MAX));
        (end_of(&mut child), answer.join(), errors.join())
    });
    let lost = || format!("the reader of {what} was lost");
    let status = ended.with_context(lost)?;
    let answer = answer.ok().and_then(std::io::Result::ok).with_context(lost)?;
    let errors = errors.ok().and_then(std::io::Result::ok).with_context(lost)?;
    if !status.success() {
        let why = String::from_utf8_lossy(&errors);
        let why = why.lines().find_map(|line| line.strip_prefix("onetext: ")).unwrap_or_default();
        bail!(
            "{what} cannot be read: {}",
            if why.is_empty() { "it took too much time or memory" } else { why }
        );
    }
    serde_json::from_slice(&answer).with_context(|| format!("the reader of {what} gave no answer"))
}

/// What a child writes, to a limit: one that goes on writing finds the pipe closed.
fn up_to(pipe: impl Read, bytes_max: u64) -> std::io::Result<Vec<u8>> {
    let mut all = Vec::new();
    pipe.take(bytes_max).read_to_end(&mut all)?;
    Ok(all)
}

/// Waits for the child, and ends it when its time is over.
fn end_of(child: &mut Child) -> std::io::Result<ExitStatus> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if started.elapsed() > WAIT_MAX {
            child.kill()?;
        }
        std::thread::sleep(WAIT_STEP);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_that_writes_without_end_is_cut_off() {
        let mut child = Command::new("yes").stdout(Stdio::piped()).spawn().expect("yes starts");
        let written = up_to(child.stdout.take().expect("its output"), 1000).expect("its output is read");
        assert_eq!(written.len(), 1000);
        assert!(!end_of(&mut child).expect("its end").success());
    }
}
