//! An authenticator in software: makes passkeys and answers challenges, rightly or, where it is told to, wrongly.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::stage::ORIGIN;

/// The bits of an authenticator's answer: present, verified, credential data attached.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const ATTACHED: u8 = 0x40;

/// A passkey in software.
#[derive(Clone)]
pub struct Authenticator {
    key: SigningKey,
    credential: Vec<u8>,
    handle: String,
    /// Counts its uses.
    pub counter: u32,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twist {
    /// Nothing.
    None,
    /// It was made for another site.
    Origin,
    /// It names another relying party.
    Party,
    /// The user was not verified.
    NotVerified,
    /// The user was not there.
    NotPresent,
    /// The signature is another key's.
    Signature,
    /// It answers another challenge.
    Challenge,
    /// It is of the other ceremony.
    Kind,
}

pub fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Authenticator {
    /// A new passkey from a seed.
    pub fn new(seed: u8) -> Self {
        let secret = Sha256::digest([seed, 1]);
        let key = SigningKey::from_slice(&secret).unwrap();
        Authenticator {
            key,
            credential: Sha256::digest([seed, 2]).to_vec(),
            handle: String::new(),
            counter: 0,
        }
    }

    fn client(kind: &str, challenge: &str, twist: Twist) -> Vec<u8> {
        let origin = if twist == Twist::Origin { "https://evil.example" } else { ORIGIN };
        let challenge = if twist == Twist::Challenge { base64(&[7; 32]) } else { challenge.to_owned() };
        json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    fn data(&self, attached: &[u8], twist: Twist) -> Vec<u8> {
        let party: &[u8] = if twist == Twist::Party { b"evil.example" } else { b"room.example" };
        let mut flags = PRESENT | VERIFIED;
        match twist {
            Twist::NotVerified => flags &= !VERIFIED,
            Twist::NotPresent => flags &= !PRESENT,
            _ => {}
        }
        if !attached.is_empty() {
            flags |= ATTACHED;
        }
        let mut data = Sha256::digest(party).to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data.extend(attached);
        data
    }

    /// The credential's id and public key, as a registration attaches them (CBOR).
    fn attached(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut bytes = vec![0; 16];
        bytes.extend(u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        bytes.extend(&self.credential);
        bytes.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        bytes.extend(point.x().unwrap());
        bytes.extend([0x22, 0x58, 0x20]);
        bytes.extend(point.y().unwrap());
        bytes
    }

    /// The answer to a challenge for a new passkey.
    pub fn register(&mut self, options: &Value, twist: Twist) -> Value {
        let options = &options["publicKey"];
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        options["user"]["id"].as_str().unwrap().clone_into(&mut self.handle);
        let kind = if twist == Twist::Kind { "webauthn.get" } else { "webauthn.create" };
        let client = Self::client(kind, options["challenge"].as_str().unwrap(), twist);
        let data = self.data(&self.attached(), twist);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        object.extend(data);
        json!({
            "id": base64(&self.credential), "rawId": base64(&self.credential), "type": "public-key",
            "response": { "attestationObject": base64(&object), "clientDataJSON": base64(&client) },
            "extensions": {},
        })
    }

    /// The answer to a challenge for signing in.
    pub fn sign(&mut self, options: &Value, twist: Twist) -> Value {
        self.counter += 1;
        let kind = if twist == Twist::Kind { "webauthn.create" } else { "webauthn.get" };
        let client = Self::client(kind, options["publicKey"]["challenge"].as_str().unwrap(), twist);
        let data = self.data(&[], twist);
        let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
        let other = SigningKey::from_slice(&[9; 32]).unwrap();
        let key = if twist == Twist::Signature { &other } else { &self.key };
        let signature: Signature = key.sign(&signed);
        json!({
            "id": base64(&self.credential), "rawId": base64(&self.credential), "type": "public-key",
            "response": {
                "authenticatorData": base64(&data), "clientDataJSON": base64(&client),
                "signature": base64(signature.to_der().as_bytes()), "userHandle": self.handle,
            },
            "extensions": {},
        })
    }
}
