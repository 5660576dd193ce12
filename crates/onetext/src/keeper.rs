//! A room over a case folder: the mediator alone. What is entered in the browser is appended to the folder's files;
//! what somebody writes into the files shows in the browser a second later.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use anyhow::{Result, bail};
use onetext_model::{Entry, Log};
use onetext_room::keeping::{KeepError, Keeping, Kept, News, Paper, Taking};
use tokio::sync::watch;

use crate::folder::{Folder, Opened};
use crate::taking;

/// How often the files are looked at.
const LOOK_SECONDS: u64 = 1;

/// The size and time of each file: whether anything has changed.
type Looks = Vec<(String, u64, SystemTime)>;

/// Keeps a case in its folder.
pub struct FolderKeeper {
    path: PathBuf,
    seen: Mutex<Option<Looks>>,
    ticks: watch::Sender<u64>,
}

impl FolderKeeper {
    /// Over the folder at this path.
    pub fn new(path: &Path) -> Self {
        FolderKeeper { path: path.to_owned(), seen: Mutex::new(None), ticks: watch::Sender::new(0) }
    }

    /// Looks at the files again and again, until the room is gone.
    pub async fn watch(&self) {
        loop {
            tokio::time::sleep(Duration::from_secs(LOOK_SECONDS)).await;
            if self.has_changed() {
                self.ticks.send_modify(|turn| *turn += 1);
            }
        }
    }

    fn has_changed(&self) -> bool {
        let now = looks(&self.path);
        self.seen.lock().is_ok_and(|seen| seen.as_ref() != Some(&now))
    }

    fn read(&self) -> Result<News> {
        let now = looks(&self.path);
        let Ok(mut seen) = self.seen.lock() else { bail!("the folder is not watched any more: start again") };
        if seen.as_ref() == Some(&now) {
            return Ok(News::None);
        }
        let opened = Opened::at(&self.path)?;
        let view = taking::everything(&opened.case);
        let entries: Vec<Entry> = view.entries().iter().map(|entry| (*entry).clone()).collect();
        let log = Log { settings: view.settings().clone(), entries };
        let kept = Kept { log, entered: HashMap::new(), findings: opened.findings };
        *seen = Some(now);
        Ok(News::Whole(Box::new(kept)))
    }

    fn write(&self, takings: &[Taking]) -> Result<()> {
        let opened = Opened::at(&self.path)?;
        let entries: Vec<Entry> = takings.iter().flat_map(|taking| taking.entries.clone()).collect();
        let mut files = taking::plan(&opened, &entries)?;
        for Paper { of, name, text } in takings.iter().flat_map(|taking| &taking.papers) {
            if let Some(entry) = entries.iter().find(|entry| entry.id == *of) {
                let path = format!("{}{name}", taking::folder_of(&opened, &entry.audience)?);
                files.insert(path, text.clone().into_bytes());
            }
        }
        opened.folder.write(&files)
    }
}

impl Keeping for FolderKeeper {
    fn news(&self) -> futures_util::future::BoxFuture<'_, Result<News, KeepError>> {
        Box::pin(async { self.read().map_err(|error| refused(&error)) })
    }

    fn take<'a>(
        &'a self,
        takings: &'a [Taking],
        _: jiff::Timestamp,
    ) -> futures_util::future::BoxFuture<'a, Result<(), KeepError>> {
        Box::pin(async {
            if self.has_changed() {
                return Err(KeepError::Behind);
            }
            self.write(takings).map_err(|error| refused(&error))
        })
    }

    fn ticks(&self) -> watch::Receiver<u64> {
        self.ticks.subscribe()
    }
}

fn refused(error: &anyhow::Error) -> KeepError {
    KeepError::Refused(format!("{error:#}"))
}

fn looks(path: &Path) -> Looks {
    let names = Folder::names(path).unwrap_or_default();
    let look = |name: String| {
        let about = fs::metadata(path.join(&name)).ok()?;
        Some((name, about.len(), about.modified().ok()?))
    };
    names.into_iter().filter_map(look).collect()
}
