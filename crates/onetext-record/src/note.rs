//! Signed notes and checkpoints, in the forms of the C2SP specifications signed-note and tlog-checkpoint: lines that a
//! person can read, an empty line, and a signature by Ed25519.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::chain::Chain;

/// The algorithm byte of Ed25519 in a signed note.
const ED25519: u8 = 1;
/// Bytes of the key's name before a signature.
const KEY_ID_BYTES: usize = 4;
/// Stands before every signature.
const DASH: &str = "\u{2014} ";

/// Signs the notes of one room.
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

impl Signer {
    /// The signer of a room: its name (no spaces, no `+`) and 32 secret bytes.
    pub fn new(name: &str, secret: &[u8; 32]) -> Self {
        Signer { name: name.to_owned(), key: SigningKey::from_bytes(secret) }
    }

    /// What others need to check its signatures.
    pub fn verifier(&self) -> Verifier {
        Verifier { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// A signed note. The text must end with a newline.
    pub fn sign(&self, text: &str) -> String {
        let mut signature = key_id(&self.name, &self.key.verifying_key()).to_vec();
        signature.extend(self.key.sign(text.as_bytes()).to_bytes());
        format!("{text}\n{DASH}{} {}\n", self.name, STANDARD.encode(signature))
    }
}

impl Verifier {
    /// Reads a key as text.
    pub fn parse(text: &str) -> Result<Self, NotANote> {
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(encoded)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NotANote::NoKey);
        };
        let bytes = STANDARD.decode(encoded).map_err(|_| NotANote::NoKey)?;
        let key = match bytes.split_first() {
            Some((&ED25519, rest)) => <[u8; 32]>::try_from(rest).ok(),
            _ => None,
        };
        let key = key.and_then(|key| VerifyingKey::from_bytes(&key).ok()).ok_or(NotANote::NoKey)?;
        let read = Verifier { name: name.to_owned(), key };
        if name.is_empty() || id != hex(&key_id(name, &key)) { Err(NotANote::NoKey) } else { Ok(read) }
    }

    /// The key as text.
    pub fn to_text(&self) -> String {
        let mut bytes = vec![ED25519];
        bytes.extend(self.key.as_bytes());
        format!("{}+{}+{}", self.name, hex(&key_id(&self.name, &self.key)), STANDARD.encode(bytes))
    }

    /// The text of a note that this key has signed; the note must have exactly this one signature.
    pub fn open<'n>(&self, note: &'n str) -> Result<&'n str, NotANote> {
        let (text, signature) = note.rsplit_once("\n\n").ok_or(NotANote::Form)?;
        let text = &note[..=text.len()];
        let line =
            signature.strip_suffix('\n').and_then(|line| line.strip_prefix(DASH)).ok_or(NotANote::Form)?;
        let (name, encoded) = line.split_once(' ').ok_or(NotANote::Form)?;
        let bytes = STANDARD.decode(encoded).map_err(|_| NotANote::Form)?;
        let (id, signature) = bytes.split_first_chunk::<KEY_ID_BYTES>().ok_or(NotANote::Form)?;
        if name != self.name || *id != key_id(&self.name, &self.key) {
            return Err(NotANote::OtherKey(self.to_text()));
        }
        let signature = Signature::from_slice(signature).map_err(|_| NotANote::Form)?;
        let fits = self.key.verify_strict(text.as_bytes(), &signature).is_ok();
        if fits { Ok(text) } else { Err(NotANote::Signature) }
    }

    /// Reads a checkpoint that this key has signed.
    pub fn checkpoint(&self, note: &str) -> Result<Checkpoint, NotANote> {
        Checkpoint::parse(self.open(note)?)
    }
}

impl Checkpoint {
    /// The checkpoint of a log as it stands.
    pub fn of(origin: &str, chain: &Chain) -> Self {
        Checkpoint { origin: origin.to_owned(), size: chain.version(), root: chain.root() }
    }

    /// Its three lines.
    pub fn to_text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root))
    }

    fn parse(text: &str) -> Result<Self, NotANote> {
        let mut lines = text.lines();
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(NotANote::Form);
        };
        let size = size.parse().map_err(|_| NotANote::Form)?;
        let root =
            STANDARD.decode(root).ok().and_then(|bytes| bytes.try_into().ok()).ok_or(NotANote::Form)?;
        let read = Checkpoint { origin: origin.to_owned(), size, root };
        // One form only: no extension lines, no leading zeros.
        if read.to_text() == text { Ok(read) } else { Err(NotANote::Form) }
    }
}

/// The signed checkpoint of a log as it stands. The origin names room and log: `onetext/<room>/<log>`.
pub fn checkpoint(origin: &str, chain: &Chain, signer: &Signer) -> String {
    signer.sign(&Checkpoint::of(origin, chain).to_text())
}

/// The origin of a log of a room.
pub fn origin(room: &str, log: &str) -> String {
    format!("onetext/{room}/{log}")
}

fn key_id(name: &str, key: &VerifyingKey) -> [u8; KEY_ID_BYTES] {
    let digest: [u8; 32] = Sha256::new()
        .chain_update(name)
        .chain_update([b'\n', ED25519])
        .chain_update(key.as_bytes())
        .finalize()
        .into();
    [digest[0], digest[1], digest[2], digest[3]]
}

/// Bytes as pairs of letters.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
