//! The one who writes: takes what waits as one batch, admits it as a whole, keeps it, and only then shows it and
//! answers. One batch costs one sync to disk and one new state, however many wishes are in it.

use std::sync::{Arc, Weak};

use onetext_model::{AsOf, Audience, EntryId, Position, Severity, Stated, View, Wording};
use tokio::sync::mpsc::Receiver;
use tokio::task::spawn_blocking;

use crate::keeping::{KeepError, Keeping, News, Taking};
use crate::rights;
use crate::room::{Entering, Refusal, Room, Seen, Wish};
use crate::state::State;

/// Wishes that are granted together.
const BATCH_MAX: usize = 64;
/// How often a batch is tried again when another server has written meanwhile.
const TRIES_MAX: usize = 20;

/// Writes until the room is gone.
pub(crate) async fn run(room: Weak<Room>, keeping: Arc<dyn Keeping>, mut waiting: Receiver<Wish>) {
    let mut ticks = keeping.ticks();
    loop {
        let mut batch = Vec::new();
        tokio::select! {
            got = waiting.recv_many(&mut batch, BATCH_MAX) => if got == 0 { return },
            ticked = ticks.changed() => if ticked.is_err() { return },
        }
        let Some(room) = room.upgrade() else { return };
        if batch.is_empty() {
            // What cannot be read now is read at the next tick; whoever writes is told.
            let _ = catch_up(&room, keeping.as_ref()).await;
        } else {
            grant(&room, &keeping, batch).await;
        }
    }
}

/// Takes in what others have written.
async fn catch_up(room: &Arc<Room>, keeping: &dyn Keeping) -> Result<(), KeepError> {
    let news = keeping.news().await?;
    let old = room.state();
    let state = spawn_blocking(move || match news {
        News::None => None,
        News::Whole(kept) => Some(State::new(*kept, old.turn + 1)),
        News::More(more) => Some(old.with(&more)),
    });
    if let Ok(Some(state)) = state.await {
        room.publish(state);
    }
    Ok(())
}

/// Grants a batch, or tells each wish why not.
async fn grant(room: &Arc<Room>, keeping: &Arc<dyn Keeping>, mut batch: Vec<Wish>) {
    for _ in 0..TRIES_MAX {
        let old = room.state();
        let now = room.now();
        let Ok((kept_batch, state)) = spawn_blocking(move || weigh(&old, now, batch)).await else { return };
        batch = kept_batch;
        let Some(state) = state else { return };
        let takings: Vec<Taking> = batch.iter().map(|wish| taking(&wish.entering)).collect();
        match keeping.take(&takings, now).await {
            Ok(()) => {
                room.publish(state);
                // A folder may read its entries a little differently from how they were handed over.
                let _ = catch_up(room, keeping.as_ref()).await;
                return answer(batch, &Ok(()));
            }
            Err(KeepError::Behind) => {
                if let Err(error) = catch_up(room, keeping.as_ref()).await {
                    return answer(batch, &Err(Refusal::NotKept(error.to_string())));
                }
            }
            Err(error) => return answer(batch, &Err(Refusal::NotKept(error.to_string()))),
        }
    }
    answer(batch, &Err(Refusal::Busy));
}

fn answer(batch: Vec<Wish>, outcome: &Result<(), Refusal>) {
    for wish in batch {
        // Whoever asked may have gone.
        let _ = wish.reply.send(outcome.clone());
    }
}

fn taking(entering: &Entering) -> Taking {
    Taking { by: entering.by, entries: entering.entries.clone(), papers: entering.papers.clone() }
}

/// The wishes of a batch that can be granted, and the case with them. The others are answered.
fn weigh(old: &State, now: jiff::Timestamp, batch: Vec<Wish>) -> (Vec<Wish>, Option<State>) {
    let mut good: Vec<Wish> = Vec::new();
    let mut changed: Vec<Seen> = Vec::new();
    for wish in batch {
        match permitted(old, now, &wish.entering, &changed) {
            Ok(()) => {
                changed.extend(wish.entering.seen.iter().copied());
                good.push(wish);
            }
            Err(refusal) => drop(wish.reply.send(Err(refusal))),
        }
    }
    // An entry that is left out may take others with it, so what remains is weighed again until all of it is admitted.
    while !good.is_empty() {
        let state = with(old, &good);
        let (refused, admitted): (Vec<Wish>, Vec<Wish>) =
            good.into_iter().partition(|wish| !reasons(&state, now, &wish.entering).is_empty());
        if refused.is_empty() {
            return (admitted, Some(state));
        }
        for wish in refused {
            let why = reasons(&state, now, &wish.entering);
            drop(wish.reply.send(Err(Refusal::NotAdmitted(why))));
        }
        good = admitted;
    }
    (Vec::new(), None)
}

fn with(old: &State, wishes: &[Wish]) -> State {
    let entries = |wish: &Wish| {
        let by = wish.entering.by;
        wish.entering.entries.clone().into_iter().map(move |entry| (entry, by))
    };
    old.with(&wishes.iter().flat_map(entries).collect::<Vec<_>>())
}

/// Whether the person may enter it, and saw what stands.
fn permitted(
    old: &State,
    now: jiff::Timestamp,
    entering: &Entering,
    changed: &[Seen],
) -> Result<(), Refusal> {
    let view = View::of(&old.case, entering.viewer.clone(), AsOf::today(old.today(now)));
    if !entering.is_fresh && rights::is_grave(&view, &entering.entries) {
        return Err(Refusal::NotFresh);
    }
    if rights::needs_second(&view, entering) {
        return Err(Refusal::NeedsSecond);
    }
    for entry in &entering.entries {
        rights::may_enter(old, &view, entering.by, entry).map_err(Refusal::NotYours)?;
    }
    for seen in &entering.seen {
        let audience = entering.entries.first().map(|entry| &entry.audience);
        let (seen_then, stands) = match seen {
            Seen::Entry(id) => (Some(*id), view.entry(*id).map(|entry| entry.id)),
            Seen::Position { party, on, stood } => (*stood, last_position(&view, *party, *on, audience)),
            Seen::Wording { by, on, stood } => (*stood, last_wording(&view, *by, *on, audience)),
        };
        if stands != seen_then || changed.contains(seen) {
            return Err(Refusal::Meanwhile(stands));
        }
    }
    Ok(())
}

/// The last position of a party on just this, among those for this audience. One that was told to others is no conflict:
/// that it is there must not even be known.
pub(crate) fn last_position(
    view: &View<'_>,
    party: EntryId,
    on: EntryId,
    audience: Option<&Audience>,
) -> Option<EntryId> {
    let is_it = |p: &Stated<'_, Position>| {
        view.same(p.fact.party, party)
            && view.same(p.fact.on, on)
            && audience.is_none_or(|audience| p.entry.audience == *audience)
    };
    view.each::<Position>().rfind(is_it).map(|position| position.id())
}

/// The last wording of a provision by a party, or the last compromise, among those for this audience.
pub(crate) fn last_wording(
    view: &View<'_>,
    by: Option<EntryId>,
    on: EntryId,
    audience: Option<&Audience>,
) -> Option<EntryId> {
    let is_it = |wording: &Stated<'_, Wording>| {
        wording.fact.by.map(|party| view.latest(party.0)) == by.map(|party| view.latest(party))
            && view.same(wording.fact.on, on)
            && audience.is_none_or(|audience| wording.entry.audience == *audience)
    };
    view.each::<Wording>().rfind(is_it).map(|wording| wording.id())
}

/// Why entries were not admitted, in sentences for whoever entered them.
fn reasons(state: &State, now: jiff::Timestamp, entering: &Entering) -> Vec<String> {
    let view = View::of(&state.case, entering.viewer.clone(), AsOf::today(state.today(now)));
    let ours = |id: Option<EntryId>| id.is_some_and(|id| entering.entries.iter().any(|entry| entry.id == id));
    let errors = state.findings.iter().filter(|f| f.severity == Severity::Error && ours(f.entry));
    errors
        .map(|finding| match view.told(finding) {
            Some(told) => {
                let (what, cure) = onetext_desk::sentence(&view, &told);
                format!("{what} {cure}")
            }
            None => "It cannot be entered for this audience.".to_owned(),
        })
        .collect()
}
