//! Sealing a note with a key of its own: ChaCha20-Poly1305, padded, tied to its place in the chain. Where keys are kept is
//! not known here.

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

/// Why a sealed line was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    /// There is no key: it is not for this reader, or it was destroyed.
    #[error("there is no key for it: it is not for this reader, or it was destroyed")]
    NoKey,
    /// The key is not the one that the line names.
    #[error("the key is not the one that it was sealed with")]
    WrongKey,
    /// The box does not belong in this place of this log.
    #[error("the key is right and the box does not open: it was changed, or made for another line")]
    WrongBox,
}

/// A note that its key opens, and no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedNote {
    /// Names the key without telling it.
    pub(crate) commitment: [u8; 32],
    pub(crate) boxed: Vec<u8>,
    /// The head of the line, to which the box is tied.
    pub(crate) head: Vec<u8>,
}

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
    fn commitment(&self) -> [u8; 32] {
        Sha256::new().chain_update(COMMITMENT).chain_update(self.0).finalize().into()
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&Key::from(self.0))
    }
}

impl fmt::Debug for NoteKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NoteKey(..)")
    }
}

impl SealedNote {
    /// The caller has made sure that the text is no longer than a body may be.
    pub(crate) fn seal(plain: &[u8], key: &NoteKey, head: Vec<u8>) -> Self {
        let padded = pad(plain);
        let payload = Payload { msg: &padded, aad: &head };
        let boxed = key.cipher().encrypt(&Nonce::default(), payload);
        let boxed = boxed.expect("a body is far below the 256 GiB that the cipher takes");
        SealedNote { commitment: key.commitment(), boxed, head }
    }

    /// What was sealed.
    pub fn open(&self, key: &NoteKey) -> Result<Vec<u8>, Unopened> {
        if key.commitment() != self.commitment {
            return Err(Unopened::WrongKey);
        }
        let payload = Payload { msg: &self.boxed, aad: &self.head };
        let padded = key.cipher().decrypt(&Nonce::default(), payload).map_err(|_| Unopened::WrongBox)?;
        unpad(&padded).ok_or(Unopened::WrongBox)
    }
}

fn pad(plain: &[u8]) -> Vec<u8> {
    let length = u32::try_from(plain.len()).expect("a body is far below 4 GiB");
    let mut padded = [&length.to_be_bytes(), plain].concat();
    padded.resize(padded.len().next_multiple_of(PADDING_BYTES), 0);
    padded
}

/// The text, if it is padded just as [`pad`] does.
fn unpad(padded: &[u8]) -> Option<Vec<u8>> {
    let (length, rest) = padded.split_first_chunk::<LENGTH_BYTES>()?;
    let plain = rest.get(..usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    (pad(plain) == padded).then(|| plain.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_box_says_little() {
        for (length, padded) in [(0, 256), (252, 256), (253, 512), (508, 512), (509, 768)] {
            let plain = vec![7; length];
            assert_eq!(pad(&plain).len(), padded);
            assert_eq!(unpad(&pad(&plain)), Some(plain));
        }
        assert_eq!(unpad(&[0; 512]), None);
        assert_eq!(unpad(&[255; 256]), None);
        assert_eq!(unpad(&[0; 3]), None);
    }

    #[test]
    fn a_key_is_not_printed() {
        assert_eq!(format!("{:?}", NoteKey::from_bytes([9; 32])), "NoteKey(..)");
    }

    #[test]
    fn a_box_opens_in_its_place_by_its_key_alone() {
        let key = NoteKey::from_bytes([1; 32]);
        let note = SealedNote::seal(b"told in confidence", &key, b"head".to_vec());
        assert_eq!(note.open(&key).as_deref(), Ok(&b"told in confidence"[..]));
        assert_eq!(note.open(&NoteKey::from_bytes([2; 32])), Err(Unopened::WrongKey));
        let elsewhere = SealedNote { head: b"another head".to_vec(), ..note.clone() };
        assert_eq!(elsewhere.open(&key), Err(Unopened::WrongBox));
        let misnamed = SealedNote { commitment: NoteKey::from_bytes([2; 32]).commitment(), ..note };
        assert_eq!(misnamed.open(&NoteKey::from_bytes([2; 32])), Err(Unopened::WrongBox));
    }
}
