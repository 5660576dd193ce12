//! Sessions: a secret in a cookie, of which only the digest is kept; they end when idle, after a day, and when revoked.

use std::collections::HashMap;
use std::sync::Mutex;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use onetext_model::Viewer;
use sha2::{Digest, Sha256};
use tokio::sync::watch;

use crate::who::{Guest, Who};
use crate::world::World;

/// A session that nobody used for so long has ended.
pub const IDLE_MINUTES: i64 = 60;
/// A session ends after so long whatever happens.
pub const ABSOLUTE_HOURS: i64 = 12;
/// A touch of the passkey is fresh for so long: for releases, exports and who is in which circle.
pub const FRESH_MINUTES: i64 = 5;
/// Sessions that are open at once; the oldest make room.
const SESSIONS_MAX: usize = 10_000;
/// Random bytes of a secret.
const SECRET_BYTES: usize = 32;

/// A secret that was given out; only its digest is kept.
pub struct Secret {
    text: String,
}

impl Secret {
    /// A new secret.
    pub fn new(world: &dyn World, actor: &str) -> Secret {
        let mut bytes = [0; SECRET_BYTES];
        world.random(actor, &mut bytes);
        Secret { text: URL_SAFE_NO_PAD.encode(bytes) }
    }

    /// As it stands in an address or a cookie.
    pub fn to_text(&self) -> String {
        self.text.clone()
    }

    /// Whether this is it; compared by digest, so that the time taken says nothing.
    pub fn is(&self, other: &str) -> bool {
        digest(&self.text) == digest(other)
    }
}

/// The digest by which a secret is found again.
pub(crate) fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

#[derive(Clone, Debug)]
struct Open {
    guest: Guest,
    opened_at: Timestamp,
    used_at: Timestamp,
    /// When they last proved who they are; none where an identity provider did not say when that was.
    touched_at: Option<Timestamp>,
}

/// The open sessions of this process.
#[derive(Debug)]
pub(super) struct Sessions {
    open: Mutex<HashMap<[u8; 32], Open>>,
    closed: watch::Sender<u64>,
}

impl Default for Sessions {
    fn default() -> Self {
        Sessions { open: Mutex::default(), closed: watch::Sender::new(0) }
    }
}

impl Sessions {
    /// Opens a session and gives out its secret.
    pub(super) fn open(
        &self,
        who: Who,
        viewer: Viewer,
        touched_at: Option<Timestamp>,
        now: Timestamp,
        world: &dyn World,
    ) -> String {
        let secret = Secret::new(world, &who.to_string());
        let mut number = [0; 8];
        world.random(&who.to_string(), &mut number);
        let guest = Guest { who, viewer, session: u64::from_le_bytes(number), is_fresh: false };
        let mut open = self.lock();
        if open.len() >= SESSIONS_MAX
            && let Some(oldest) = open.iter().min_by_key(|(_, session)| session.used_at).map(|(key, _)| *key)
        {
            open.remove(&oldest);
        }
        open.insert(digest(&secret.text), Open { guest, opened_at: now, used_at: now, touched_at });
        secret.text
    }

    /// The guest whose secret this is, unless the session has ended.
    pub(super) fn guest(&self, secret: &str, now: Timestamp) -> Option<Guest> {
        let mut open = self.lock();
        let session = open.get_mut(&digest(secret))?;
        if has_ended(session, now) {
            return None;
        }
        session.used_at = session.used_at.max(now);
        // Whoever is alone at the machine has nothing to touch.
        let is_touched = session.touched_at.is_some_and(|at| is_fresh(at, now));
        let is_fresh = session.guest.who == Who::Keeper || is_touched;
        Some(Guest { is_fresh, ..session.guest.clone() })
    }

    /// Whether a session is still open. Asking does not prolong it.
    pub(super) fn is_open(&self, session: u64, now: Timestamp) -> bool {
        self.lock().values().any(|open| open.guest.session == session && !has_ended(open, now))
    }

    /// Closes sessions.
    pub(super) fn close(&self, which: impl Fn(&Guest) -> bool) {
        self.lock().retain(|_, open| !which(&open.guest));
        self.closed.send_modify(|turn| *turn += 1);
    }

    /// Ticks when sessions were closed.
    pub(super) fn closings(&self) -> watch::Receiver<u64> {
        self.closed.subscribe()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<[u8; 32], Open>> {
        // A panic elsewhere leaves the table whole: every change of it is one call.
        self.open.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Whether somebody who proved who they are at that time need not do so again.
pub(super) fn is_fresh(touched_at: Timestamp, now: Timestamp) -> bool {
    (SignedDuration::ZERO..=SignedDuration::from_mins(FRESH_MINUTES))
        .contains(&now.duration_since(touched_at))
}

/// A clock that was set back does not prolong anything: a session from the future has ended.
fn has_ended(session: &Open, now: Timestamp) -> bool {
    let idle = now.duration_since(session.used_at);
    let whole = now.duration_since(session.opened_at);
    whole < SignedDuration::ZERO
        || idle > SignedDuration::from_mins(IDLE_MINUTES)
        || whole > SignedDuration::from_hours(ABSOLUTE_HOURS)
}
