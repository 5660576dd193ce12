//! What waits for an answer: a challenge for a passkey, a journey to an identity provider. Each is answered once, by
//! the browser that has its secret, and soon.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::sessions::{Secret, digest};
use crate::world::World;

/// A challenge that was not answered by then has lapsed.
pub const CHALLENGE_MINUTES: i64 = 5;
/// Challenges that wait for an answer; the oldest make room.
const CHALLENGES_MAX: usize = 10_000;

/// Challenges by the digest of the secret that the browser keeps for each.
pub(super) struct Waiting<T> {
    table: Mutex<HashMap<[u8; 32], (Timestamp, T)>>,
}

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Waiting { table: Mutex::default() }
    }
}

impl<T> Waiting<T> {
    /// Lets a challenge wait for its answer; the secret that the browser keeps for it.
    pub(super) fn wait(&self, challenge: T, now: Timestamp, world: &dyn World) -> String {
        let secret = Secret::new(world, "ceremony").to_text();
        let mut waiting = self.lock();
        waiting.retain(|_, (until, _)| now <= *until);
        if waiting.len() >= CHALLENGES_MAX
            && let Some(oldest) = waiting.iter().min_by_key(|(_, (until, _))| *until).map(|(key, _)| *key)
        {
            waiting.remove(&oldest);
        }
        let until = now.saturating_add(SignedDuration::from_mins(CHALLENGE_MINUTES)).unwrap_or(now);
        waiting.insert(digest(&secret), (until, challenge));
        secret
    }

    /// The challenge that is answered: used up, whatever comes of it.
    pub(super) fn answered(&self, secret: &str, now: Timestamp) -> Option<T> {
        let (until, challenge) = self.lock().remove(&digest(secret))?;
        (now <= until).then_some(challenge)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<[u8; 32], (Timestamp, T)>> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
