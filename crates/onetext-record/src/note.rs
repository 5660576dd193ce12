//! Signed notes in the form of the C2SP specification signed-note: text that a person can read, an empty line, and
//! signatures by Ed25519. What a note says of a log is told in `checkpoint.rs`.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::merkle::hex;

pub use crate::checkpoint::{Checkpoint, checkpoint, origin, read_checkpoint};

/// Longest note, in bytes: a list of ten thousand files with their digests.
pub const NOTE_BYTES_MAX: usize = 1 << 20;
/// Most signatures of a note: what the specification asks of every reader. A witness may add one to a checkpoint.
pub const SIGNATURES_MAX: usize = 16;
/// The algorithm byte of Ed25519 in a signed note.
const ED25519: u8 = 1;
/// Bytes of the key's name before a signature.
const KEY_ID_BYTES: usize = 4;
/// Stands before every signature.
const DASH: &str = "\u{2014} ";

/// Signs the notes of one room.
#[derive(Clone)]
pub struct Signer {
    name: String,
    key: SigningKey,
}

/// Knows a signature of one room when it sees it. As text: `name+1a2b3c4d+base64`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    key: VerifyingKey,
}

/// Why a text is no note of this room.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotANote {
    /// The text is not in the form of a signed note.
    #[error("it is not in the form of a signed note")]
    Form,
    /// The note is well formed, and its text is no checkpoint.
    #[error("it is not in the form of a checkpoint")]
    NoCheckpoint,
    /// No signature is by this key.
    #[error("it is not signed by the key {0}")]
    OtherKey(String),
    /// The signature does not fit the text.
    #[error("its signature does not fit its text")]
    Signature,
    /// The key's text is not in its form.
    #[error("it is no key: written as name+hash+base64")]
    NoKey,
}

impl Signer {
    /// The signer of a room: its name and 32 secret bytes, which must be random.
    ///
    /// # Panics
    ///
    /// For a name that is empty or has blanks or a `+`: nobody could read what it signs.
    pub fn new(name: &str, secret: &[u8; 32]) -> Self {
        assert!(names_a_key(name), "{name:?} cannot name a key: leave out blanks and +");
        Signer { name: name.to_owned(), key: SigningKey::from_bytes(secret) }
    }

    /// What others need to check its signatures.
    pub fn verifier(&self) -> Verifier {
        Verifier { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// A signed note of a text, which ends with a newline.
    pub(crate) fn sign(&self, text: &str) -> String {
        let mut signature = self.verifier().id().to_vec();
        signature.extend(self.key.sign(text.as_bytes()).to_bytes());
        format!("{text}\n{DASH}{} {}\n", self.name, STANDARD.encode(signature))
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({:?}, ..)", self.name)
    }
}

impl Verifier {
    /// Reads a key as text.
    pub fn parse(text: &str) -> Result<Self, NotANote> {
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(_), Some(encoded)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NotANote::NoKey);
        };
        let bytes = STANDARD.decode(encoded).map_err(|_| NotANote::NoKey)?;
        let key = match bytes.split_first() {
            Some((&ED25519, rest)) => <[u8; 32]>::try_from(rest).ok(),
            _ => None,
        };
        let key = key.and_then(|key| VerifyingKey::from_bytes(&key).ok()).ok_or(NotANote::NoKey)?;
        let read = Verifier { name: name.to_owned(), key };
        if names_a_key(name) && read.to_text() == text { Ok(read) } else { Err(NotANote::NoKey) }
    }

    /// The key as text.
    pub fn to_text(&self) -> String {
        let id = hex(&self.id());
        let bytes = [&[ED25519], &self.key.as_bytes()[..]].concat();
        format!("{}+{id}+{}", self.name, STANDARD.encode(bytes))
    }

    /// The text of a note that this key has signed. Signatures by others (witnesses) may stand beside it; they are not
    /// looked at.
    pub(crate) fn open<'n>(&self, note: &'n str) -> Result<&'n str, NotANote> {
        if note.len() > NOTE_BYTES_MAX || note.chars().any(|letter| letter < ' ' && letter != '\n') {
            return Err(NotANote::Form);
        }
        let (text, signatures) = note.rsplit_once("\n\n").ok_or(NotANote::Form)?;
        let text = &note[..=text.len()];
        let signatures = signatures.strip_suffix('\n').ok_or(NotANote::Form)?;
        let lines: Vec<&str> = signatures.split('\n').take(SIGNATURES_MAX + 1).collect();
        if lines.len() > SIGNATURES_MAX {
            return Err(NotANote::Form);
        }
        let mut is_signed = false;
        for line in lines {
            if let Some(signature) = self.own_signature(line)? {
                self.key.verify_strict(text.as_bytes(), &signature).map_err(|_| NotANote::Signature)?;
                is_signed = true;
            }
        }
        if is_signed { Ok(text) } else { Err(NotANote::OtherKey(self.to_text())) }
    }

    /// The signature on a line, if it claims to be by this key.
    fn own_signature(&self, line: &str) -> Result<Option<Signature>, NotANote> {
        let (name, encoded) =
            line.strip_prefix(DASH).and_then(|line| line.split_once(' ')).ok_or(NotANote::Form)?;
        let bytes = STANDARD.decode(encoded).map_err(|_| NotANote::Form)?;
        let (id, signature) = bytes.split_first_chunk::<KEY_ID_BYTES>().ok_or(NotANote::Form)?;
        if !names_a_key(name) {
            return Err(NotANote::Form);
        }
        if name != self.name || *id != self.id() {
            return Ok(None);
        }
        Signature::from_slice(signature).map(Some).map_err(|_| NotANote::Form)
    }

    /// Four bytes that tell keys of one name apart.
    fn id(&self) -> [u8; KEY_ID_BYTES] {
        let named = Sha256::new().chain_update(&self.name).chain_update([b'\n', ED25519]);
        let [a, b, c, d, ..] = <[u8; 32]>::from(named.chain_update(self.key.as_bytes()).finalize());
        [a, b, c, d]
    }
}

fn names_a_key(name: &str) -> bool {
    !name.is_empty()
        && !name.chars().any(|letter| letter.is_whitespace() || letter.is_control() || letter == '+')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the Go package that gave the form its name.
    const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const TEXT: &str = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n";
    const SIGNATURE: &str =
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    fn known() -> (Verifier, String) {
        (Verifier::parse(KEY).unwrap(), format!("{TEXT}\n{DASH}PeterNeumann {SIGNATURE}\n"))
    }

    #[test]
    fn a_note_that_others_signed_is_read() {
        let (verifier, note) = known();
        assert_eq!(verifier.open(&note), Ok(TEXT));
        assert_eq!(verifier.to_text(), KEY);
    }

    #[test]
    fn other_signatures_may_stand_beside_it_up_to_a_limit() {
        let (verifier, note) = known();
        let witness = Signer::new("witness", &[3; 32]);
        let line = witness.sign(TEXT).rsplit_once("\n\n").unwrap().1.to_owned();
        assert_eq!(verifier.open(&(note.clone() + &line)), Ok(TEXT));
        assert_eq!(witness.verifier().open(&(note.clone() + &line)), Ok(TEXT));
        assert_eq!(verifier.open(&(note + &line.repeat(SIGNATURES_MAX))), Err(NotANote::Form));
    }

    #[test]
    fn what_is_not_signed_is_not_read() {
        let (verifier, note) = known();
        let other = Signer::new("PeterNeumann", &[3; 32]).verifier();
        assert_eq!(other.open(&note), Err(NotANote::OtherKey(other.to_text())));
        for (changed, why) in [
            (note.replace("answer", "Answer"), NotANote::Signature),
            (note.replace("x08go/Z", "x08go/Y"), NotANote::Signature),
            (note.replace("x08g", "x08h"), NotANote::OtherKey(KEY.to_owned())),
            (note.replace("AM=\n", "AN=\n"), NotANote::Form),
            (note.replace("\n\n", "\n"), NotANote::Form),
            (note.replace("then", "\tthen"), NotANote::Form),
            (note.trim_end().to_owned(), NotANote::Form),
            (String::new(), NotANote::Form),
        ] {
            assert_eq!(verifier.open(&changed), Err(why), "{changed}");
        }
    }

    #[test]
    fn a_key_has_one_text() {
        for wrong in [
            "",
            "a+b",
            &KEY.replace("c74f", "c74e"),
            &KEY.replace("+AR", "+AB"),
            &KEY.replace("c74f20a3", "C74F20A3"),
            &KEY.replace("Peter", "Peter "),
            &KEY[..KEY.len() - 4],
        ] {
            assert_eq!(Verifier::parse(wrong), Err(NotANote::NoKey), "{wrong}");
        }
    }

    #[test]
    fn a_secret_is_not_printed() {
        assert_eq!(format!("{:?}", Signer::new("room", &[9; 32])), "Signer(\"room\", ..)");
    }
}
