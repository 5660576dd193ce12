//! Who may enter what. Seeing is not decided here but by `View::of`; whoever may not see something is told nothing
//! of it here either. The rules are few and the same for all parties:
//!
//! - whoever keeps the case and the mediator's team enter what they can see, for any audience that they are in;
//! - a party's people enter for circles of their own, alone or together with the mediator's, and replace or take back
//!   only what came from their own side;
//! - circles, memberships, releases and where a release came from are the mediator's.

use std::collections::BTreeSet;

use onetext_model::{
    Audience, Compartment, CompartmentId, Entry, EntryId, Fact, Kind, PersonId, View, Viewer,
};

use crate::room::Entering;
use crate::state::State;
use crate::who::Who;

/// Kinds of entry that only the mediator's team makes: they decide who sees what.
pub const MEDIATORS_KINDS: [Kind; 4] = [Kind::Compartment, Kind::Membership, Kind::Release, Kind::Origin];

/// Why somebody may not enter something, in words for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotYours {
    /// The kind is the mediator's.
    #[error("only the mediator's team enters this")]
    Kind,
    /// The audience has somebody in it whom this person may not write to.
    #[error("choose an audience that you are in")]
    Audience,
    /// It replaces or takes back what another side entered.
    #[error(
        "only what your own side entered can be changed by you; say the contrary in an entry of your own"
    )]
    OfOthers,
}

/// The circles into which a view sees.
pub fn circles(view: &View<'_>) -> BTreeSet<CompartmentId> {
    let all = view.each::<Compartment>().map(|circle| CompartmentId(circle.id()));
    all.filter(|circle| view.may_see(&Audience::Only([*circle].into()))).collect()
}

/// The mediator's circles.
pub fn mediators(view: &View<'_>) -> BTreeSet<CompartmentId> {
    view.each::<Compartment>().filter(|c| c.fact.mediator).map(|c| CompartmentId(c.id())).collect()
}

/// Whether whoever sees this view is of the mediator's team, or keeps a case of public entries alone on their machine:
/// people of a room are always seen as persons.
pub fn is_in_charge(view: &View<'_>) -> bool {
    view.is_mediators() || matches!(view.viewer(), Viewer::Anybody | Viewer::Keeper)
}

/// The audiences for which somebody may enter something, the narrowest first.
pub fn audiences(view: &View<'_>) -> Vec<Audience> {
    let own = circles(view);
    let mediators = mediators(view);
    let mut all: Vec<Audience> = own.iter().map(|circle| Audience::Only([*circle].into())).collect();
    if is_in_charge(view) {
        let others = view.each::<Compartment>().map(|c| CompartmentId(c.id()));
        for circle in others.filter(|circle| !mediators.contains(circle)) {
            all.extend(mediators.iter().map(|mediator| Audience::Only([*mediator, circle].into())));
        }
        all.push(Audience::Public);
    } else {
        let together =
            |circle: &CompartmentId, mediator: &CompartmentId| Audience::Only([*circle, *mediator].into());
        all.extend(
            own.iter().flat_map(|circle| mediators.iter().map(move |mediator| together(circle, mediator))),
        );
    }
    let mut seen = BTreeSet::new();
    all.retain(|audience| seen.insert(audience.clone()));
    all
}

/// Whether `who`, who sees `view`, may enter this.
pub fn may_enter(state: &State, view: &View<'_>, who: Who, entry: &Entry) -> Result<(), NotYours> {
    if is_in_charge(view) {
        let is_in = who == Who::Keeper || view.may_see(&entry.audience);
        return if is_in { Ok(()) } else { Err(NotYours::Audience) };
    }
    if MEDIATORS_KINDS.contains(&entry.fact.kind()) {
        return Err(NotYours::Kind);
    }
    if !audiences(view).contains(&entry.audience) {
        return Err(NotYours::Audience);
    }
    let taken_back = match &entry.fact {
        Fact::Withdrawal(withdrawal) => Some(withdrawal.of.0),
        _ => None,
    };
    let changed = entry.supersedes.iter().copied().chain(taken_back);
    for earlier in changed {
        if !is_of_own_side(state, view, earlier) {
            return Err(NotYours::OfOthers);
        }
    }
    Ok(())
}

/// Whether entries decide who sees what: they make, replace or take back one of the mediator's kinds.
pub fn is_grave(view: &View<'_>, entries: &[Entry]) -> bool {
    let touches = |entry: &Entry| match &entry.fact {
        Fact::Withdrawal(withdrawal) => {
            view.entry(withdrawal.of.0).is_some_and(|of| MEDIATORS_KINDS.contains(&of.fact.kind()))
        }
        fact => MEDIATORS_KINDS.contains(&fact.kind()),
    };
    entries.iter().any(touches)
}

/// Whether a release still lacks the second person that the case asks for.
pub fn needs_second(view: &View<'_>, entering: &Entering) -> bool {
    let releases = entering.entries.iter().any(|entry| entry.fact.kind() == Kind::Release);
    let is_second = entering.seconded_by.is_some_and(|second| second != entering.by);
    view.settings().release_by_two && releases && !is_second
}

/// Whether somebody may change what stands for an id.
pub fn may_change(state: &State, view: &View<'_>, id: EntryId) -> bool {
    let Some(entry) = view.entry(id) else { return false };
    if is_in_charge(view) {
        return view.may_see(&entry.audience);
    }
    !MEDIATORS_KINDS.contains(&entry.fact.kind())
        && audiences(view).contains(&entry.audience)
        && is_of_own_side(state, view, id)
}

/// Whether it was entered by a person of a circle of one's own. What nobody of this room entered, an import say,
/// is its audience's own only where that is one circle.
fn is_of_own_side(state: &State, view: &View<'_>, id: EntryId) -> bool {
    let Some(entry) = view.entry(id) else { return false };
    let own = circles(view);
    match state.entered.get(&entry.id) {
        Some(Who::Person(person)) => is_member(view, *person, &own),
        Some(Who::Keeper) | None => {
            matches!(&entry.audience, Audience::Only(theirs) if theirs.is_subset(&own))
        }
    }
}

/// Whether a person is in one of the circles, as far as those circles' own members may know.
fn is_member(view: &View<'_>, person: PersonId, own: &BTreeSet<CompartmentId>) -> bool {
    view.each::<onetext_model::Membership>().any(|membership| {
        view.same(membership.fact.person, person) && own.contains(&membership.fact.compartment)
    })
}
