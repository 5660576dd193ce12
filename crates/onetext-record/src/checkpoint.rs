//! Checkpoints: the size of a log and its Merkle tree hash, signed, in the form of the C2SP specification
//! tlog-checkpoint. How a note is signed is told in `note.rs`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::chain::Chain;
use crate::note::{NotANote, Signer, Verifier};

/// A log at one moment, as its room has signed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log of which room.
    pub origin: String,
    /// How many lines it had.
    pub size: u64,
    /// Its Merkle tree hash.
    pub root: [u8; 32],
}

/// The name of a log to the world, and the first line of its checkpoints: `onetext/<room>/<log>`.
pub fn origin(room: &str, log: &str) -> String {
    format!("onetext/{room}/{log}")
}

/// The signed checkpoint of a log as it stands.
pub fn checkpoint(origin: &str, chain: &Chain, signer: &Signer) -> String {
    let checkpoint = Checkpoint { origin: origin.to_owned(), size: chain.version(), root: chain.root() };
    signer.sign(&checkpoint.to_text())
}

/// Reads a checkpoint that this key has signed. Lines after the third are covered by the signature and not looked at.
pub fn read_checkpoint(note: &str, verifier: &Verifier) -> Result<Checkpoint, NotANote> {
    let text = verifier.open(note)?;
    let mut lines = text.split_inclusive('\n');
    let own: String = lines.by_ref().take(3).collect();
    let read = Checkpoint::parse(&own).filter(|read| read.to_text() == own);
    read.filter(|_| lines.all(|line| line != "\n")).ok_or(NotANote::NoCheckpoint)
}

impl Checkpoint {
    fn to_text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let origin = lines.next().filter(|origin| !origin.is_empty())?.to_owned();
        let size = lines.next()?.parse().ok()?;
        let root = STANDARD.decode(lines.next()?).ok()?.try_into().ok()?;
        Some(Checkpoint { origin, size, root })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Body;

    fn signer() -> Signer {
        Signer::new("onetext/basin", &[7; 32])
    }

    #[test]
    fn a_checkpoint_comes_back() {
        let mut chain = Chain::new("public");
        chain.add("2026-07-03T10:00:00Z", "keeper", Body::Open(b"1"));
        let note = checkpoint(&origin("basin", "public"), &chain, &signer());
        let read = read_checkpoint(&note, &signer().verifier()).unwrap();
        assert_eq!(read, Checkpoint { origin: "onetext/basin/public".into(), size: 1, root: chain.root() });
        insta::assert_snapshot!(note, @r"
        onetext/basin/public
        1
        YfhgjgSg4eg/1BkSaa3wizyBT5uETT5g5eu8CaCF9Mo=

        — onetext/basin yjlpVog0aJhW0MoxyjFiAD4muscH8inYjZ/vXdWLeeJ4UPgGDh1bNWI5iQNEofDZ1urrw85UBIsBAJJFWpDzwCrDUwg=
        ");
    }

    #[test]
    fn only_checkpoints_are_checkpoints() {
        let root = STANDARD.encode([0; 32]);
        for (text, is_one) in [
            (format!("log\n0\n{root}\n"), true),
            (format!("log\n0\n{root}\nan extension\n"), true),
            (format!("log\n0\n{root}\n\nan extension\n"), false),
            (format!("log\n00\n{root}\n"), false),
            (format!("log\n+1\n{root}\n"), false),
            (format!("\n1\n{root}\n"), false),
            ("log\n1\nAAAA\n".to_owned(), false),
            ("log\n1\n".to_owned(), false),
        ] {
            let read = read_checkpoint(&signer().sign(&text), &signer().verifier());
            assert_eq!(read.is_ok(), is_one, "{text:?} {read:?}");
        }
    }
}
