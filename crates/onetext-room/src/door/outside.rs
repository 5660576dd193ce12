//! Coming in through an identity provider: somebody outside the room vouches for a person. Which provider, and in which
//! protocol, stands behind one trait. Nobody becomes somebody of the case by it: an account of the provider is linked by
//! an invitation, or by whoever is in already.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use onetext_model::PersonId;
use url::Url;

use super::accounts::{Event, Identity};
use super::passkeys::{NotLetIn, Passkeys};
use super::sessions::{Secret, digest, is_fresh};
use super::waiting::Waiting;
use crate::who::{Guest, Who};
use crate::world::World;

/// Somebody outside the room who vouches for people.
pub trait Provider: Send + Sync {
    /// What its button is called by.
    fn name(&self) -> &str;
    /// Where a browser is sent, so that its owner proves there who they are.
    fn address<'a>(&'a self, journey: &'a Journey) -> BoxFuture<'a, Result<Url, Unreachable>>;
    /// For whom the provider vouches: what came back must answer just this journey.
    fn vouched<'a>(
        &'a self,
        journey: &'a Journey,
        code: &'a str,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vouched, NotLetIn>>;
}

/// The provider does not answer, or not as it should.
#[derive(Debug, thiserror::Error)]
#[error("the identity provider cannot be used now: {0}")]
pub struct Unreachable(pub String);

/// A browser on its way to a provider and back.
#[derive(Clone, Debug)]
pub struct Journey {
    /// Comes back in the address, so that an answer to another journey is known.
    pub state: String,
    /// Comes back in what the provider signs.
    pub nonce: String,
    /// Proves that whoever fetches the answer is whoever asked (RFC 7636).
    pub verifier: String,
    /// Whether to prove it anew although the provider may remember.
    pub anew: bool,
    /// What for.
    purpose: Purpose,
    /// The page of the room to go on to.
    to: String,
}

/// What a journey is for.
#[derive(Clone, Debug)]
pub enum Purpose {
    /// To come in.
    SignIn,
    /// To be vouched for from now on.
    Link {
        /// Who.
        person: PersonId,
        /// By which invitation; none for whoever is in.
        invitation: Option<[u8; 32]>,
    },
    /// To confirm who one is.
    Touch {
        /// Who is in.
        person: PersonId,
        /// The session that goes on.
        session: u64,
    },
}

/// Whom a provider knows.
#[derive(Clone, Debug)]
pub struct Vouched {
    /// The account.
    pub identity: Identity,
    /// When its owner last proved who they are, if the provider says so.
    pub proved_at: Option<Timestamp>,
}

/// Somebody who came back.
#[derive(Clone, Debug)]
pub struct Back {
    /// Who it is.
    pub person: PersonId,
    /// When they proved it.
    pub proved_at: Option<Timestamp>,
    /// The session that this one takes the place of.
    pub instead_of: Option<u64>,
    /// The page to go on to.
    pub to: String,
}

/// The way in through a provider.
pub struct Outside {
    provider: Arc<dyn Provider>,
    waiting: Waiting<Journey>,
}

impl Outside {
    /// Through this provider.
    pub fn new(provider: Arc<dyn Provider>) -> Self {
        Outside { provider, waiting: Waiting::default() }
    }

    /// What the provider is called.
    pub fn name(&self) -> &str {
        self.provider.name()
    }

    /// What somebody sets out for: with an invitation, or as a guest, or to come in.
    pub async fn purpose(
        &self,
        passkeys: &Passkeys,
        invitation: &str,
        guest: Option<&Guest>,
        is_touch: bool,
        now: Timestamp,
    ) -> Result<Purpose, NotLetIn> {
        if !invitation.is_empty() {
            let accounts = passkeys.accounts().await.map_err(|_| NotLetIn)?;
            let (person, key) = accounts.invited(invitation, now).ok_or(NotLetIn)?;
            return Ok(Purpose::Link { person, invitation: Some(key) });
        }
        match guest {
            None => Ok(Purpose::SignIn),
            Some(Guest { who: Who::Person(person), session, .. }) if is_touch => {
                Ok(Purpose::Touch { person: *person, session: *session })
            }
            Some(Guest { who: Who::Person(person), is_fresh: true, .. }) => {
                Ok(Purpose::Link { person: *person, invitation: None })
            }
            Some(_) => Err(NotLetIn),
        }
    }

    /// Sets out: where the browser is sent, and the secret that it keeps meanwhile.
    pub async fn set_out(
        &self,
        purpose: Purpose,
        to: String,
        now: Timestamp,
        world: &dyn World,
    ) -> Result<(Url, String), Unreachable> {
        let secret = || Secret::new(world, "ceremony").to_text();
        let (state, nonce, verifier) = (secret(), secret(), secret());
        let anew = matches!(purpose, Purpose::Touch { .. });
        let journey = Journey { state, nonce, verifier, anew, purpose, to };
        let address = self.provider.address(&journey).await?;
        Ok((address, self.waiting.wait(journey, now, world)))
    }

    /// Comes back with what the provider gave.
    pub async fn back(
        &self,
        passkeys: &Passkeys,
        secret: &str,
        state: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<Back, NotLetIn> {
        let journey = self.waiting.answered(secret, now).ok_or(NotLetIn)?;
        if digest(&journey.state) != digest(state) {
            return Err(NotLetIn);
        }
        let Vouched { identity, proved_at } = self.provider.vouched(&journey, code, now).await?;
        let accounts = passkeys.accounts().await.map_err(|_| NotLetIn)?;
        let known = accounts.linked(&identity);
        let to = journey.to;
        let back = |person, instead_of| Back { person, proved_at, instead_of, to };
        match journey.purpose {
            Purpose::SignIn => known.map(|person| back(person, None)).ok_or(NotLetIn),
            // Another one's account opens no door in this one's session, and an old proof is none.
            Purpose::Touch { person, session } => {
                let is_proved = proved_at.is_some_and(|at| is_fresh(at, now));
                (known == Some(person) && is_proved).then(|| back(person, Some(session))).ok_or(NotLetIn)
            }
            Purpose::Link { person, invitation } => {
                let is_used_up = invitation.is_some_and(|key| !accounts.holds(key, now));
                if is_used_up || known.is_some_and(|other| other != person) {
                    return Err(NotLetIn);
                }
                let event = Event::Linked { person, identity, at: now, invitation };
                passkeys.keep(Who::Person(person), &[event], now).await.map_err(|_| NotLetIn)?;
                Ok(back(person, None))
            }
        }
    }
}
