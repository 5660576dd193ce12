//! The door: who may come in, how they prove who they are, and how long they may stay. What they then see is not
//! decided here.

mod accounts;
mod openid;
mod outside;
mod passkeys;
mod sessions;
mod throttle;
mod waiting;

use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};
use onetext_model::{PersonId, Viewer};
use tokio::sync::watch;
use url::Url;

pub use accounts::{Accounts, Event, INVITATION_DAYS, Identity, Owned, PASSKEYS_MAX, Proposed};
pub use openid::{BACK, OpenId, Registration};
pub use outside::{Back, Journey, Outside, Provider, Purpose, Unreachable, Vouched};
pub use passkeys::{NotLetIn, Passkeys};
use sessions::Sessions;
pub use sessions::{ABSOLUTE_HOURS, FRESH_MINUTES, IDLE_MINUTES, Secret};
pub use throttle::KNOCKS_MAX;
use throttle::Throttle;
pub use waiting::CHALLENGE_MINUTES;

use crate::keeping::{DoorLog, KeepError};
use crate::room::Room;
use crate::who::{Guest, Who};
use crate::world::World;

/// Lets people in.
pub struct Door {
    sessions: Sessions,
    /// The token in the address that was printed when the case was opened on this machine; redeemed once.
    token: Mutex<Option<Secret>>,
    /// With whose eyes whoever opened the case on this machine looks.
    alone: Option<Viewer>,
    /// How people of the case prove who they are.
    passkeys: Option<Passkeys>,
    /// Who outside vouches for them.
    outside: Option<Outside>,
    throttle: Throttle,
}

impl Door {
    /// The door of a case that somebody opens alone on this machine, and the token that opens it once.
    pub fn alone(viewer: Viewer, world: &dyn World) -> (Door, String) {
        let token = Secret::new(world, "keeper");
        let text = token.to_text();
        let door = Door { alone: Some(viewer), token: Mutex::new(Some(token)), ..Door::closed() };
        (door, text)
    }

    /// Redeems the token of the address: a new session's secret for the cookie. Works once.
    pub fn redeem(&self, token: &str, now: Timestamp, world: &dyn World) -> Option<String> {
        let viewer = self.alone.clone()?;
        let mut kept = self.token.lock().ok()?;
        if !kept.as_ref()?.is(token) {
            return None;
        }
        *kept = None;
        Some(self.sessions.open(Who::Keeper, viewer, None, now, world))
    }

    /// A door without a one-time token: people come in as they prove who they are.
    pub fn closed() -> Door {
        Door {
            sessions: Sessions::default(),
            token: Mutex::new(None),
            alone: None,
            passkeys: None,
            outside: None,
            throttle: Throttle::default(),
        }
    }

    /// The door of a room at this origin: people come in by passkey.
    pub fn room(log: Arc<dyn DoorLog>, origin: &Url) -> Result<Door, KeepError> {
        Ok(Door { passkeys: Some(Passkeys::new(log, origin)?), ..Door::closed() })
    }

    /// How people of the case prove who they are; none where somebody is alone at the machine.
    pub fn passkeys(&self) -> Option<&Passkeys> {
        self.passkeys.as_ref()
    }

    /// The same door, where an identity provider may vouch for people beside their passkeys.
    #[must_use]
    pub fn with_provider(self, provider: Arc<dyn Provider>) -> Door {
        Door { outside: Some(Outside::new(provider)), ..self }
    }

    /// The way in through an identity provider, where there is one.
    pub fn outside(&self) -> Option<&Outside> {
        self.outside.as_ref()
    }

    /// Opens a session for a person of the case who has just proved who they are; gives out its secret.
    pub fn let_in(&self, person: PersonId, now: Timestamp, world: &dyn World) -> String {
        self.let_back_in(person, Some(now), now, world)
    }

    /// Opens a session for somebody for whom a provider vouches; it may not know when they last proved it.
    pub fn let_back_in(
        &self,
        person: PersonId,
        proved_at: Option<Timestamp>,
        now: Timestamp,
        world: &dyn World,
    ) -> String {
        self.sessions.open(Who::Person(person), Viewer::Person(person), proved_at, now, world)
    }

    /// Closes every session of a person: their next request is refused, their live pages are cut.
    pub fn shut_out(&self, person: PersonId) {
        self.sessions.close(|guest| guest.who == Who::Person(person));
    }

    /// A key for a program on this machine: a session of its own, whose secret it sends itself.
    pub fn key(&self, now: Timestamp, world: &dyn World) -> Option<String> {
        let viewer = self.alone.clone()?;
        Some(self.sessions.open(Who::Keeper, viewer, None, now, world))
    }

    /// Whether this is the door of a case that somebody opened alone.
    pub fn is_alone(&self) -> bool {
        self.alone.is_some()
    }

    /// The guest whose cookie this is.
    pub fn guest(&self, cookie: &str, now: Timestamp) -> Option<Guest> {
        self.sessions.guest(cookie, now)
    }

    /// Whether a session is still open.
    pub fn is_open(&self, session: u64, now: Timestamp) -> bool {
        self.sessions.is_open(session, now)
    }

    /// Counts that somebody tries to come in; how long to wait where there were too many from the same place.
    pub fn knock(&self, from: IpAddr, now: Timestamp) -> Result<(), SignedDuration> {
        self.throttle.knock(from, now)
    }

    /// Ends a session.
    pub fn leave(&self, session: u64) {
        self.sessions.close(|open| open.session == session);
    }

    /// Ticks when sessions were closed.
    pub fn closings(&self) -> watch::Receiver<u64> {
        self.sessions.closings()
    }
}

/// Shows out whoever was shown out on another server, until the room is gone.
pub async fn watch(room: Arc<Room>) {
    let Some(passkeys) = room.door.passkeys() else { return };
    let mut ticks = passkeys.ticks();
    while ticks.changed().await.is_ok() {
        // What cannot be read now is read at the next tick.
        let _ = passkeys.accounts().await;
        passkeys.shown_out().into_iter().for_each(|person| room.door.shut_out(person));
    }
}
