//! Coming in by passkey: registering one by invitation or beside another, signing in without naming oneself, a fresh
//! touch before something grave. Every challenge is used once, by the browser that asked for it, and soon.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use onetext_model::PersonId;
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, RequestChallengeResponse, Url, Webauthn, WebauthnBuilder,
};
use webauthn_rs_proto::options::ResidentKeyRequirement;

use super::accounts::{Accounts, Event, PASSKEYS_MAX, handle, until};
use super::sessions::{Secret, digest};
use super::waiting::Waiting;
use crate::keeping::{DoorLog, KeepError};
use crate::reads::Read;
use crate::who::Who;
use crate::world::World;

/// What was read and can be shown again.
const READ_MAX: usize = 10_000;
/// Longest name of a passkey, in characters.
const NAME_CHARACTERS_MAX: usize = 60;

/// Why somebody was not let in. One word for all of it: what exactly was wrong is nobody's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not let in")]
pub struct NotLetIn;

/// What a challenge was made for.
enum Challenge {
    Registration { person: PersonId, invitation: Option<[u8; 32]>, state: Box<PasskeyRegistration> },
    SignIn(Box<DiscoverableAuthentication>),
}

/// The accounts of a room and the challenges that wait.
pub struct Passkeys {
    log: Arc<dyn DoorLog>,
    webauthn: Webauthn,
    accounts: tokio::sync::Mutex<Accounts>,
    waiting: Waiting<Challenge>,
    /// Who was shown out and may still have sessions here.
    gone: Mutex<Vec<PersonId>>,
    /// What the mediator's team has read last.
    read: Mutex<VecDeque<Read>>,
}

impl Passkeys {
    /// For the room at this origin.
    pub fn new(log: Arc<dyn DoorLog>, origin: &Url) -> Result<Self, KeepError> {
        let wrong =
            |what: &str| KeepError::Refused(format!("{origin} cannot be the origin of a room: {what}"));
        let host = origin.domain().ok_or_else(|| wrong("passkeys need a name, not a number"))?;
        let webauthn = WebauthnBuilder::new(host, origin)
            .and_then(|builder| builder.rp_name("onetext").build())
            .map_err(|error| wrong(&error.to_string()))?;
        Ok(Passkeys {
            log,
            webauthn,
            accounts: tokio::sync::Mutex::default(),
            waiting: Waiting::default(),
            gone: Mutex::default(),
            read: Mutex::default(),
        })
    }

    /// The accounts as they are now.
    pub async fn accounts(&self) -> Result<Accounts, KeepError> {
        let mut accounts = self.accounts.lock().await;
        for bytes in self.log.news().await? {
            // An event of a newer program is passed over: it can only narrow what this one knows.
            if let Ok(event) = serde_json::from_slice::<Event>(&bytes) {
                match event {
                    Event::Read(read) => self.remember(read),
                    Event::Revoked { person } => {
                        lock(&self.gone).push(person);
                        accounts.take(event);
                    }
                    event => accounts.take(event),
                }
            }
        }
        Ok(accounts.clone())
    }

    fn remember(&self, read: Read) {
        let mut all = lock(&self.read);
        if all.len() >= READ_MAX {
            all.pop_front();
        }
        all.push_back(read);
    }

    /// What the mediator's team has read, the last at the end; older than the last ten thousand is in the log alone.
    pub async fn read(&self) -> Result<Vec<Read>, KeepError> {
        drop(self.accounts().await?);
        Ok(lock(&self.read).iter().cloned().collect())
    }

    /// Who was shown out, here or on another server, since this was last asked.
    pub fn shown_out(&self) -> Vec<PersonId> {
        std::mem::take(&mut *lock(&self.gone))
    }

    /// Ticks when something may have happened at the door.
    pub fn ticks(&self) -> tokio::sync::watch::Receiver<u64> {
        self.log.ticks()
    }

    /// Keeps events; tried again when another server was faster.
    pub async fn keep(&self, by: Who, events: &[Event], now: Timestamp) -> Result<(), KeepError> {
        let bytes: Vec<Vec<u8>> = events.iter().filter_map(|event| serde_json::to_vec(event).ok()).collect();
        loop {
            match self.log.add(by, bytes.clone(), now).await {
                Err(KeepError::Behind) => drop(self.accounts().await?),
                other => return other,
            }
        }
    }

    /// Invites a person; gives out the secret.
    pub async fn invite(
        &self,
        by: Who,
        person: PersonId,
        now: Timestamp,
        world: &dyn World,
    ) -> Result<String, KeepError> {
        let secret = Secret::new(world, &by.to_string()).to_text();
        let event = Event::Invited { person, digest: digest(&secret), until: until(now) };
        self.keep(by, &[event], now).await?;
        Ok(secret)
    }

    /// Begins to register a passkey for whoever holds an invitation, or for a person who is in already.
    pub async fn begin_registration(
        &self,
        invitation: Option<&str>,
        person: Option<PersonId>,
        now: Timestamp,
        world: &dyn World,
    ) -> Result<(CreationChallengeResponse, String), NotLetIn> {
        let accounts = self.accounts().await.map_err(|_| NotLetIn)?;
        let (person, invitation) = match (invitation, person) {
            (Some(secret), _) => accounts.invited(secret, now).map(|(person, key)| (person, Some(key))),
            (None, Some(person)) => Some((person, None)),
            (None, None) => None,
        }
        .ok_or(NotLetIn)?;
        let own = accounts.passkeys_of(person);
        if own.len() >= PASSKEYS_MAX {
            return Err(NotLetIn);
        }
        let exclude = own.iter().map(|owned| owned.passkey.cred_id().clone()).collect();
        let (mut options, state) = self
            .webauthn
            .start_passkey_registration(handle(person), "onetext", "onetext", Some(exclude))
            .map_err(|_| NotLetIn)?;
        // The authenticator keeps the key by itself, so that nobody has to name themselves to sign in.
        if let Some(selection) = &mut options.public_key.authenticator_selection {
            selection.resident_key = Some(ResidentKeyRequirement::Required);
            selection.require_resident_key = true;
        }
        let challenge = Challenge::Registration { person, invitation, state: Box::new(state) };
        Ok((options, self.waiting.wait(challenge, now, world)))
    }

    /// Registers the passkey; whose it is.
    pub async fn finish_registration(
        &self,
        ceremony: &str,
        credential: &RegisterPublicKeyCredential,
        name: &str,
        now: Timestamp,
    ) -> Result<PersonId, NotLetIn> {
        let Some(Challenge::Registration { person, invitation, state }) =
            self.waiting.answered(ceremony, now)
        else {
            return Err(NotLetIn);
        };
        let passkey = self.webauthn.finish_passkey_registration(credential, &state).map_err(|_| NotLetIn)?;
        let accounts = self.accounts().await.map_err(|_| NotLetIn)?;
        let is_used_up = invitation.is_some_and(|key| !accounts.holds(key, now));
        if is_used_up || accounts.passkey(passkey.cred_id()).is_some() {
            return Err(NotLetIn);
        }
        let name: String = name.trim().chars().take(NAME_CHARACTERS_MAX).collect();
        let event = Event::Registered { person, passkey: Box::new(passkey), name, at: now, invitation };
        self.keep(Who::Person(person), &[event], now).await.map_err(|_| NotLetIn)?;
        Ok(person)
    }

    /// Begins to sign in, whoever it is.
    pub fn begin_sign_in(
        &self,
        now: Timestamp,
        world: &dyn World,
    ) -> Result<(RequestChallengeResponse, String), NotLetIn> {
        let (mut options, state) = self.webauthn.start_discoverable_authentication().map_err(|_| NotLetIn)?;
        options.mediation = None;
        Ok((options, self.waiting.wait(Challenge::SignIn(Box::new(state)), now, world)))
    }

    /// Signs in; who it is.
    pub async fn finish_sign_in(
        &self,
        ceremony: &str,
        credential: &PublicKeyCredential,
        now: Timestamp,
    ) -> Result<PersonId, NotLetIn> {
        let Some(Challenge::SignIn(state)) = self.waiting.answered(ceremony, now) else {
            return Err(NotLetIn);
        };
        let accounts = self.accounts().await.map_err(|_| NotLetIn)?;
        let mut owned = accounts.passkey(credential.get_credential_id()).ok_or(NotLetIn)?.clone();
        if credential.get_user_unique_id().is_some_and(|own| own != handle(owned.person).as_bytes()) {
            return Err(NotLetIn);
        }
        // A counter that did not move on is refused here: the authenticator may have been copied.
        let result = self
            .webauthn
            .finish_discoverable_authentication_v2(credential, *state, &owned.passkey)
            .map_err(|_| NotLetIn)?;
        if !result.user_verified() {
            return Err(NotLetIn);
        }
        owned.passkey.update_credential(&result);
        let event = Event::Used { passkey: Box::new(owned.passkey), at: now };
        self.keep(Who::Person(owned.person), &[event], now).await.map_err(|_| NotLetIn)?;
        Ok(owned.person)
    }
}

fn lock<T>(table: &Mutex<T>) -> MutexGuard<'_, T> {
    table.lock().unwrap_or_else(PoisonError::into_inner)
}
