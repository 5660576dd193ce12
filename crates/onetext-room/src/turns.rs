//! Turns: what takes a processor for itself goes on a few at a time, for others want to read; and what one person may
//! have going on once.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;

/// So many at once.
pub(crate) struct Turns(Arc<Semaphore>);

/// One of them. It ends with the work, not with the answer: who hangs up starts no further work.
pub(crate) struct Turn {
    /// Always there: turns are never closed.
    permit: Option<OwnedSemaphorePermit>,
}

impl Turns {
    /// Turns for so many at once.
    pub(crate) fn new(at_once: usize) -> Self {
        Turns(Arc::new(Semaphore::new(at_once)))
    }

    /// Waits for a turn.
    pub(crate) async fn take(&self) -> Turn {
        Turn { permit: Arc::clone(&self.0).acquire_owned().await.ok() }
    }
}

impl Turn {
    /// Does the work, not on the threads that answer others; none where it failed.
    pub(crate) async fn spend<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let done = spawn_blocking(move || {
            let done = work();
            drop(self.permit);
            done
        });
        done.await.ok()
    }
}

/// What each may have going on once at a time.
pub(crate) struct OnceEach<T>(Mutex<HashSet<T>>);

impl<T> Default for OnceEach<T> {
    fn default() -> Self {
        OnceEach(Mutex::default())
    }
}

/// Somebody's; it ends when it is dropped.
pub(crate) struct Once<'o, T: Eq + Hash> {
    all: &'o OnceEach<T>,
    whose: T,
}

impl<T: Eq + Hash + Clone> OnceEach<T> {
    /// Begins; none where theirs is going on.
    pub(crate) fn begin(&self, whose: T) -> Option<Once<'_, T>> {
        let is_first = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(whose.clone());
        is_first.then(|| Once { all: self, whose })
    }
}

impl<T: Eq + Hash> Drop for Once<'_, T> {
    fn drop(&mut self) {
        self.all.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.whose);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn a_turn_lasts_as_long_as_its_work() {
        let turns = Turns::new(1);
        let (go, wait) = mpsc::channel::<()>();
        let (say, hear) = mpsc::channel::<()>();
        let turn = turns.take().await;
        let working = tokio::spawn(turn.spend(move || {
            say.send(()).unwrap();
            let _ = wait.recv();
        }));
        tokio::task::spawn_blocking(move || hear.recv()).await.unwrap().unwrap();
        working.abort();
        assert!(working.await.unwrap_err().is_cancelled());
        assert_eq!(turns.0.available_permits(), 0, "who asked is gone, the work goes on");
        go.send(()).unwrap();
        assert!(turns.take().await.permit.is_some());
    }

    #[test]
    fn each_has_one_at_a_time() {
        let all = OnceEach::default();
        let one = all.begin("Ann");
        assert!(one.is_some() && all.begin("Ann").is_none() && all.begin("Bob").is_some());
        drop(one);
        assert!(all.begin("Ann").is_some());
    }
}
