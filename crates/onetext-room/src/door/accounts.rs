//! Accounts: who was invited, which passkeys there are, who was shown out. Events of the door's log, folded.

use std::collections::{BTreeMap, HashMap};

use jiff::{SignedDuration, Timestamp};
use onetext_model::{EntryId, PersonId, Release};
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::{Passkey, Uuid};

use super::sessions::digest;
use crate::reads::Read;

/// An invitation that was not used by then has lapsed.
pub const INVITATION_DAYS: i64 = 7;
/// Passkeys of one person.
pub const PASSKEYS_MAX: usize = 10;

/// Something that happened at the door.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Somebody may register a passkey, once. Only the digest of the secret is kept.
    Invited {
        /// Who.
        person: PersonId,
        /// The digest of the secret.
        digest: [u8; 32],
        /// Until when.
        until: Timestamp,
    },
    /// A passkey was registered. Uses up the invitation, if it came by one.
    Registered {
        /// Whose.
        person: PersonId,
        /// The passkey's public half.
        passkey: Box<Passkey>,
        /// What its owner calls it.
        name: String,
        /// When.
        at: Timestamp,
        /// The invitation that it came by.
        invitation: Option<[u8; 32]>,
    },
    /// A passkey was used: its counter has moved on.
    Used {
        /// As it is now.
        passkey: Box<Passkey>,
        /// When.
        at: Timestamp,
    },
    /// An identity provider vouches for somebody from now on. Uses up the invitation, if it came by one.
    Linked {
        /// For whom.
        person: PersonId,
        /// Whom the provider knows.
        identity: Identity,
        /// When.
        at: Timestamp,
        /// The invitation that it came by.
        invitation: Option<[u8; 32]>,
    },
    /// An identity provider does not vouch for somebody any more.
    Unlinked {
        /// Whom the provider knows.
        identity: Identity,
    },
    /// A passkey is not to be used any more.
    Removed {
        /// Which.
        credential: Vec<u8>,
    },
    /// Somebody of the mediator's team proposes a release; a second one is to agree.
    Proposed {
        /// Its name.
        id: EntryId,
        /// By whom.
        by: PersonId,
        /// Of which entry.
        of: EntryId,
        /// What is to be told.
        told: Box<Release>,
    },
    /// A proposed release was made or dropped.
    Settled {
        /// Its name.
        id: EntryId,
    },
    /// Somebody of the mediator's team has read a page.
    Read(Read),
    /// A person was shown out: passkeys, invitations and sessions end.
    Revoked {
        /// Who.
        person: PersonId,
    },
}

/// Somebody as an identity provider knows them: the two together name one account for good, whatever its address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// The account there.
    pub subject: String,
}

impl Identity {
    /// Both on one line: no address has a space.
    pub fn to_text(&self) -> String {
        format!("{} {}", self.issuer, self.subject)
    }
}

/// A passkey of somebody.
#[derive(Clone, Debug)]
pub struct Owned {
    /// Whose.
    pub person: PersonId,
    /// The passkey.
    pub passkey: Passkey,
    /// What its owner calls it.
    pub name: String,
    /// When it was registered.
    pub registered_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
}

/// Everybody who may come in.
#[derive(Clone, Debug, Default)]
pub struct Accounts {
    passkeys: HashMap<Vec<u8>, Owned>,
    invitations: HashMap<[u8; 32], (PersonId, Timestamp)>,
    linked: BTreeMap<Identity, (PersonId, Timestamp)>,
    proposed: BTreeMap<EntryId, Proposed>,
}

/// A release that waits for a second person.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// By whom.
    pub by: PersonId,
    /// Of which entry.
    pub of: EntryId,
    /// What is to be told.
    pub told: Release,
}

impl Accounts {
    /// Takes in what happened.
    pub fn take(&mut self, event: Event) {
        match event {
            Event::Invited { person, digest, until } => {
                self.invitations.insert(digest, (person, until));
            }
            Event::Registered { person, passkey, name, at, invitation } => {
                if let Some(invitation) = invitation {
                    self.invitations.remove(&invitation);
                }
                let key = passkey.cred_id().as_slice().to_vec();
                let owned = Owned { person, passkey: *passkey, name, registered_at: at, used_at: None };
                self.passkeys.insert(key, owned);
            }
            Event::Used { passkey, at } => {
                if let Some(owned) = self.passkeys.get_mut(passkey.cred_id().as_slice()) {
                    owned.passkey = *passkey;
                    owned.used_at = Some(at);
                }
            }
            Event::Linked { person, identity, at, invitation } => {
                if let Some(invitation) = invitation {
                    self.invitations.remove(&invitation);
                }
                self.linked.insert(identity, (person, at));
            }
            Event::Unlinked { identity } => drop(self.linked.remove(&identity)),
            Event::Removed { credential } => drop(self.passkeys.remove(&credential)),
            Event::Proposed { id, by, of, told } => {
                self.proposed.insert(id, Proposed { by, of, told: *told });
            }
            // Kept apart: it opens no door.
            Event::Read(_) => {}
            Event::Settled { id } => drop(self.proposed.remove(&id)),
            Event::Revoked { person } => {
                self.proposed.retain(|_, proposed| proposed.by != person);
                self.passkeys.retain(|_, owned| owned.person != person);
                self.linked.retain(|_, (linked, _)| *linked != person);
                self.invitations.retain(|_, (invited, _)| *invited != person);
            }
        }
    }

    /// The passkey of that credential id.
    pub fn passkey(&self, credential: &[u8]) -> Option<&Owned> {
        self.passkeys.get(credential)
    }

    /// The passkeys of a person, the oldest first.
    pub fn passkeys_of(&self, person: PersonId) -> Vec<&Owned> {
        let mut own: Vec<&Owned> = self.passkeys.values().filter(|owned| owned.person == person).collect();
        own.sort_by_key(|owned| (owned.registered_at, owned.name.clone()));
        own
    }

    /// For whom an identity provider vouches.
    pub fn linked(&self, identity: &Identity) -> Option<PersonId> {
        self.linked.get(identity).map(|(person, _)| *person)
    }

    /// As whom identity providers know a person, and since when.
    pub fn identities_of(&self, person: PersonId) -> impl Iterator<Item = (&Identity, Timestamp)> {
        let own = self.linked.iter().filter(move |(_, (linked, _))| *linked == person);
        own.map(|(identity, (_, at))| (identity, *at))
    }

    /// In how many ways a person can come in.
    pub fn ways_of(&self, person: PersonId) -> usize {
        self.passkeys_of(person).len() + self.identities_of(person).count()
    }

    /// The releases that wait for a second person.
    pub fn proposed(&self) -> &BTreeMap<EntryId, Proposed> {
        &self.proposed
    }

    /// Whose invitation this is, if it holds.
    pub fn invited(&self, secret: &str, now: Timestamp) -> Option<(PersonId, [u8; 32])> {
        let key = digest(secret);
        let (person, until) = self.invitations.get(&key)?;
        (now <= *until).then_some((*person, key))
    }

    /// Whether an invitation has not been used and holds.
    pub(super) fn holds(&self, invitation: [u8; 32], now: Timestamp) -> bool {
        self.invitations.get(&invitation).is_some_and(|(_, until)| now <= *until)
    }

    /// Whether an invitation of a person is outstanding.
    pub fn is_invited(&self, person: PersonId, now: Timestamp) -> bool {
        self.invitations.values().any(|(invited, until)| *invited == person && now <= *until)
    }
}

/// Until when an invitation made now holds.
pub(super) fn until(now: Timestamp) -> Timestamp {
    now.saturating_add(SignedDuration::from_hours(24 * INVITATION_DAYS)).unwrap_or(now)
}

/// The name under which authenticators know a person: says nothing, and is the same for all their passkeys.
pub(super) fn handle(person: PersonId) -> Uuid {
    let digest = digest(&format!("onetext person {}", person.0));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Uuid::from_bytes(bytes)
}
