//! The second verifier, `verify.py`: a program of its own that shares no line with the crate. Here it is only started and
//! asked.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{ChildStdin, ChildStdout, Command, Stdio};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use onetext_record::{Files, Trusted};
use serde_json::{Value, json};

use crate::edits::Edit;

/// Starts it with the export that the edits are of; none if there is no Python here.
#[expect(clippy::disallowed_methods, reason = "the second verifier is another program")]
pub fn start(
    honest: &Files,
    trusted: &Trusted,
    without: &[&str],
) -> Option<(ChildStdin, BufReader<ChildStdout>)> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verify.py");
    let mut command = Command::new("python3");
    command.arg(program).arg("--many").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().ok()?;
    let mut questions = child.stdin.take()?;
    let first = json!({
        "files": honest.iter().map(|(name, bytes)| (name.clone(), encoded(Some(bytes)))).collect::<serde_json::Map<_, _>>(),
        "key": trusted.verifier.as_ref().map(onetext_record::Verifier::to_text),
        "kept": trusted.checkpoints,
        "without": without,
    });
    writeln!(questions, "{first}").unwrap();
    Some((questions, BufReader::new(child.stdout.take()?)))
}

fn encoded(bytes: Option<&Vec<u8>>) -> Value {
    bytes.map_or(Value::Null, |bytes| Value::from(STANDARD.encode(bytes)))
}

/// Asks about an edit; with `all`, also with each check left out.
pub fn ask(questions: &mut ChildStdin, edit: &Edit, all: bool) {
    let files: serde_json::Map<_, _> =
        edit.files.iter().map(|(name, bytes)| (name.clone(), encoded(bytes.as_ref()))).collect();
    writeln!(questions, "{}", json!({ "files": files, "all": all })).unwrap();
}

/// How many findings there were: of the whole check, then with each check left out.
pub fn answers(answers: BufReader<ChildStdout>) -> impl Iterator<Item = Vec<usize>> {
    answers.lines().map(|line| line.unwrap().split(' ').map(|count| count.parse().unwrap()).collect())
}
