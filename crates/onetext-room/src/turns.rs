//! Turns: what takes a processor for itself goes on a few at a time, for others want to read.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;

/// So many at once.
pub(crate) struct Turns(Arc<Semaphore>);

/// One of them. It ends with the work, not with the answer: who hangs up starts no further work.
pub(crate) struct Turn {
    permit: OwnedSemaphorePermit,
}

impl Turns {
    /// Turns for so many at once.
    pub(crate) fn new(at_once: usize) -> Self {
        Turns(Arc::new(Semaphore::new(at_once)))
    }

    /// Waits for a turn; none where the room is closing.
    pub(crate) async fn take(&self) -> Option<Turn> {
        Arc::clone(&self.0).acquire_owned().await.ok().map(|permit| Turn { permit })
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

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn a_turn_lasts_as_long_as_its_work() {
        let turns = Turns::new(1);
        let (go, wait) = mpsc::channel::<()>();
        let (say, hear) = mpsc::channel::<()>();
        let turn = turns.take().await.unwrap();
        let working = tokio::spawn(turn.spend(move || {
            say.send(()).unwrap();
            let _ = wait.recv();
        }));
        tokio::task::spawn_blocking(move || hear.recv()).await.unwrap().unwrap();
        working.abort();
        assert!(working.await.unwrap_err().is_cancelled());
        assert_eq!(turns.0.available_permits(), 0, "who asked is gone, the work goes on");
        go.send(()).unwrap();
        turns.take().await.unwrap();
    }
}
