//! Sealing a note with a key of its own: ChaCha20-Poly1305, padded, tied to its place in the chain.

use std::fmt;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use sha2::{Digest, Sha256};

/// A sealed text is padded to a multiple of so many bytes: its size says little.
pub const PADDING_BYTES: usize = 256;
/// Bytes that tell the length of the text inside its padding.
const LENGTH_BYTES: usize = 4;
/// Goes into the commitment, so that the hash means nothing else.
const COMMITMENT: &[u8] = b"onetext note key 1\n";

/// The key of one note. It seals one text only, which is why the nonce can be fixed.
#[derive(Clone, PartialEq, Eq)]
pub struct NoteKey([u8; 32]);

impl NoteKey {
    /// The key of these bytes, which must be random and never used before.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        NoteKey(bytes)
    }

    /// The bytes, for keeping.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Names the key without telling it. Without it, a box could be made that opens to two texts under two keys.
    pub(crate) fn commitment(&self) -> [u8; 32] {
        Sha256::new().chain_update(COMMITMENT).chain_update(self.0).finalize().into()
    }
}

impl fmt::Debug for NoteKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NoteKey(..)")
    }
}

/// Why a sealed line was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    /// There is no key: it is not for this reader, or it was destroyed.
    #[error("there is no key for it: it is not for this reader, or it was destroyed")]
    NoKey,
    /// The key is not the one that the line names.
    #[error("the key is not the one that the line was sealed with")]
    WrongKey,
    /// The box does not belong in this place of this log.
    #[error("the box was changed or belongs to another line")]
    WrongBox,
}

pub(crate) fn sealed(plain: &[u8], key: &NoteKey, head: &[u8]) -> Vec<u8> {
    let length = u32::try_from(plain.len()).unwrap_or(u32::MAX);
    let mut padded = Vec::with_capacity(plain.len() + PADDING_BYTES);
    padded.extend(length.to_be_bytes());
    padded.extend(plain);
    padded.resize(padded.len().next_multiple_of(PADDING_BYTES), 0);
    let payload = Payload { msg: &padded, aad: head };
    // It fails only for texts of 256 GiB.
    cipher(key).encrypt(&Nonce::default(), payload).unwrap_or_default()
}

pub(crate) fn opened(boxed: &[u8], key: &NoteKey, head: &[u8]) -> Result<Vec<u8>, Unopened> {
    let payload = Payload { msg: boxed, aad: head };
    let padded = cipher(key).decrypt(&Nonce::default(), payload).map_err(|_| Unopened::WrongBox)?;
    let (length, rest) = padded.split_first_chunk::<LENGTH_BYTES>().ok_or(Unopened::WrongBox)?;
    let length = u32::from_be_bytes(*length) as usize;
    rest.get(..length).map(<[u8]>::to_vec).ok_or(Unopened::WrongBox)
}

fn cipher(key: &NoteKey) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(key.0))
}
