//! The room: one case, entered one batch at a time, seen through views. This file has the room's parts and the one
//! way in which anything is entered; what is shown is in [`crate::pages`], who comes in through [`crate::door`].

use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use jiff::Timestamp;
use onetext_model::{AsOf, Entry, EntryId, View, Viewer};
use onetext_report::formats::Arrived;
use onetext_text::precedents::Library;
use tokio::sync::{mpsc, oneshot, watch};

use crate::door::Door;
use crate::headers::Place;
use crate::keeping::{KeepError, Keeping, News, Paper, Recorded};
use crate::reads::Reads;
use crate::shelf::Shelf;
use crate::state::State;
use crate::turns::{OnceEach, Turns};
use crate::who::{Guest, Who};
use crate::world::{World, new_id};
use crate::{paper, press, writer};

/// Wishes that wait for their turn; a flood of them is answered with "try again".
pub const WISHES_MAX: usize = 1_000;

/// One case with its door open.
pub struct Room {
    /// The case now.
    state: ArcSwap<State>,
    /// Ticks when the case has changed.
    changed: watch::Sender<u64>,
    wishes: mpsc::Sender<Wish>,
    keeping: Arc<dyn Keeping>,
    /// Time and randomness.
    pub world: Arc<dyn World>,
    /// Who may come in.
    pub door: Door,
    /// Under which addresses it is reached.
    pub place: Place,
    /// Pages that were composed and still hold.
    pub(crate) shelf: Shelf,
    /// Turns in which files to take away are made.
    pub(crate) papers: Turns,
    /// Turns in which files from outside are taken in.
    pub(crate) uploads: Turns,
    /// Who is sending a file just now: one each, or one guest would keep the others out.
    pub(crate) uploading: OnceEach<Who>,
    /// What was read and is not on record yet.
    pub(crate) reads: Reads,
    /// Earlier agreements that can be searched, where the room was opened with them.
    library: OnceLock<Library>,
    /// What reads the files of reports, where the room was opened with it.
    files: OnceLock<Arc<dyn Files>>,
}

/// Reads the files of reports, each in a process of its own: what somebody uploads is nobody's to trust.
pub trait Files: Send + Sync {
    /// The reports of a file, one for each item of a feed; in words what is wrong otherwise. May take seconds.
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Vec<Arrived>, String>;
}

/// Something that somebody wants to enter.
#[derive(Debug)]
pub(crate) struct Wish {
    pub(crate) entering: Entering,
    pub(crate) reply: oneshot::Sender<Result<(), Refusal>>,
}

/// Entries to be entered together, all or none.
#[derive(Clone, Debug)]
pub struct Entering {
    /// By whom.
    pub by: Who,
    /// With whose eyes they were made.
    pub viewer: Viewer,
    /// The entries.
    pub entries: Vec<Entry>,
    /// Texts that belong to them.
    pub papers: Vec<Paper>,
    /// What the person saw of the things that are changed: each must still be what stands.
    pub seen: Vec<Seen>,
    /// Whether the person has touched their passkey just now.
    pub is_fresh: bool,
    /// The second person of the mediator's team who agreed to a release, where the case asks for one.
    pub seconded_by: Option<Who>,
}

impl Entering {
    /// Entries by a guest, who changes nothing that others may be changing.
    pub fn of(guest: &Guest, entries: Vec<Entry>) -> Entering {
        Entering {
            by: guest.who,
            viewer: guest.viewer.clone(),
            entries,
            papers: Vec::new(),
            seen: Vec::new(),
            is_fresh: guest.is_fresh,
            seconded_by: None,
        }
    }
}

/// What somebody saw when they began to change something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// This entry stood.
    Entry(EntryId),
    /// This, or nothing, stood as the party's last position on just this among what the same audience may see.
    Position {
        /// Whose.
        party: EntryId,
        /// On what.
        on: EntryId,
        /// What stood.
        stood: Option<EntryId>,
    },
    /// This, or nothing, stood as the last wording of it among what the same audience may see.
    Wording {
        /// Whose; nobody's where it is the compromise.
        by: Option<EntryId>,
        /// On what.
        on: EntryId,
        /// What stood.
        stood: Option<EntryId>,
    },
}

/// Why something was not entered. Nothing of it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody else changed it meanwhile; this stands now (none: it was taken back).
    Meanwhile(Option<EntryId>),
    /// It may not be entered by this person.
    NotYours(crate::rights::NotYours),
    /// It needs a fresh touch of the passkey.
    NotFresh,
    /// The case asks for two people, and there was one.
    NeedsSecond,
    /// It cannot be admitted, with the reasons in sentences.
    NotAdmitted(Vec<String>),
    /// It could not be kept.
    NotKept(String),
    /// Too much waits already.
    Busy,
}

impl Room {
    /// Opens the room over whatever keeps its case.
    pub async fn open(
        keeping: Arc<dyn Keeping>,
        world: Arc<dyn World>,
        door: Door,
        place: Place,
    ) -> Result<Arc<Room>, KeepError> {
        let News::Whole(kept) = keeping.news().await? else {
            return Err(KeepError::Refused("there is no case to open".to_owned()));
        };
        let (wishes, waiting) = mpsc::channel(WISHES_MAX);
        let room = Arc::new(Room {
            state: ArcSwap::from_pointee(State::new(*kept, 0)),
            changed: watch::Sender::new(0),
            wishes,
            keeping: Arc::clone(&keeping),
            world,
            door,
            place,
            shelf: Shelf::default(),
            papers: Turns::new(paper::AT_ONCE_MAX),
            uploads: Turns::new(press::AT_ONCE_MAX),
            uploading: OnceEach::default(),
            reads: Reads::default(),
            library: OnceLock::new(),
            files: OnceLock::new(),
        });
        tokio::spawn(writer::run(Arc::downgrade(&room), keeping, waiting));
        Ok(room)
    }

    /// Gives the room a library of precedents; the first that is given stays.
    pub fn give(&self, library: Library) {
        let _ = self.library.set(library);
    }

    /// Gives the room a reader of files; the first that is given stays. Without one, reports are pasted.
    pub fn give_files(&self, files: Arc<dyn Files>) {
        let _ = self.files.set(files);
    }

    /// What reads the files of reports.
    pub(crate) fn files(&self) -> Option<Arc<dyn Files>> {
        self.files.get().cloned()
    }

    /// Its library of precedents.
    pub fn library(&self) -> Option<&Library> {
        self.library.get()
    }

    /// The case now.
    pub fn state(&self) -> Arc<State> {
        self.state.load_full()
    }

    /// Puts a new state in the place of the old one and tells whoever listens.
    pub(crate) fn publish(&self, state: State) {
        let turn = state.turn;
        self.state.store(Arc::new(state));
        self.changed.send_replace(turn);
    }

    /// Ticks when the case has changed.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// The record, where one is kept.
    pub fn record(&self) -> Option<&dyn Recorded> {
        self.keeping.record()
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.world.now()
    }

    /// A new id for what a guest enters.
    pub fn new_id(&self, guest: &Guest) -> EntryId {
        new_id(self.world.as_ref(), &guest.who.to_string())
    }

    /// What a guest may know today.
    pub fn view<'s>(&self, state: &'s State, guest: &Guest) -> View<'s> {
        View::of(&state.case, guest.viewer.clone(), AsOf::today(state.today(self.now())))
    }

    /// Enters something. When it returns `Ok`, the entries are durable and in the case.
    pub async fn enter(&self, entering: Entering) -> Result<(), Refusal> {
        let (reply, answer) = oneshot::channel();
        self.wishes.try_send(Wish { entering, reply }).map_err(|_| Refusal::Busy)?;
        answer.await.unwrap_or_else(|_| Err(Refusal::NotKept("the room is closing".to_owned())))
    }
}
