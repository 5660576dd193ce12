//! Views: what one viewer at one time may know. Filtering comes before the fold, so an entry that the viewer may
//! not see cannot replace, withdraw, count or order anything that the viewer gets.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Deref;
use std::sync::OnceLock;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::case::Admitted;
use crate::time::end_of_day;
use crate::{
    AsOf, Audience, Case, CompartmentId, Entry, EntryId, Fact, Fault, Finding, Kind, Label, Membership,
    Moment, Period, PersonId, Reason, Settings, Stateable, Viewer,
};

/// What one viewer at one time may know of a case.
#[derive(Debug)]
pub struct View<'a> {
    case: &'a Case,
    viewer: Viewer,
    eyes: Eyes,
    at: AsOf,
    seen: Vec<&'a Entry>,
    by_id: HashMap<EntryId, &'a Entry>,
    replaced: HashMap<EntryId, EntryId>,
    withdrawn: HashSet<EntryId>,
    standing: Vec<Vec<&'a Entry>>,
    notes: HashMap<EntryId, Vec<&'a Entry>>,
    bearers: OnceLock<Vec<HashMap<String, Vec<EntryId>>>>,
}

/// The compartments into which a viewer sees.
#[derive(Debug)]
enum Eyes {
    Everything,
    Inside(BTreeSet<CompartmentId>),
}

impl Eyes {
    fn may_see(&self, audience: &Audience) -> bool {
        match (self, audience) {
            (Eyes::Everything, _) | (_, Audience::Public) => true,
            (Eyes::Inside(mine), Audience::Only(theirs)) => !mine.is_disjoint(theirs),
        }
    }
}

/// An entry together with what it says.
#[derive(Debug)]
pub struct Stated<'a, T> {
    /// The entry: id, times, sources.
    pub entry: &'a Entry,
    /// The fact; also reached by dereference.
    pub fact: &'a T,
}

impl<T> Clone for Stated<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Stated<'_, T> {}

impl<T> Deref for Stated<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.fact
    }
}

impl<'a, T: Stateable> Stated<'a, T> {
    fn of(entry: &'a Entry) -> Option<Self> {
        T::from_fact(&entry.fact).map(|fact| Stated { entry, fact })
    }

    /// The entry's id.
    pub fn id(&self) -> EntryId {
        self.entry.id
    }
}

impl<'a> View<'a> {
    /// What `viewer` may know of `case` at `at`. There is no other way to a case's entries.
    pub fn of(case: &'a Case, viewer: Viewer, at: AsOf) -> View<'a> {
        let eyes = match &viewer {
            Viewer::Keeper => Eyes::Everything,
            Viewer::Anybody => Eyes::Inside(BTreeSet::new()),
            Viewer::Compartment(compartment) => Eyes::Inside([*compartment].into()),
            Viewer::Person(person) => Eyes::Inside(memberships(case, *person, at)),
        };
        let seen = visible(case, &eyes, at);
        let by_id = seen.iter().rev().map(|entry| (entry.id, *entry)).collect();
        let withdrawn = withdrawn(&seen);
        let replaced = replaced(&seen, &withdrawn);
        let mut standing = vec![Vec::new(); Kind::ALL.len()];
        for entry in &seen {
            if !withdrawn.contains(&entry.id) && !replaced.contains_key(&entry.id) {
                standing[entry.fact.kind() as usize].push(*entry);
            }
        }
        let mut view = View {
            case,
            viewer,
            eyes,
            at,
            seen,
            by_id,
            replaced,
            withdrawn,
            standing,
            notes: HashMap::new(),
            bearers: OnceLock::new(),
        };
        view.notes = view.gather_notes();
        view
    }

    /// Grades and attributions by what they are about.
    fn gather_notes(&self) -> HashMap<EntryId, Vec<&'a Entry>> {
        let mut notes: HashMap<EntryId, Vec<&'a Entry>> = HashMap::new();
        for kind in [Kind::Grade, Kind::Attribution] {
            for entry in &self.standing[kind as usize] {
                let about = match &entry.fact {
                    Fact::Grade(grade) => grade.of.0,
                    Fact::Attribution(attribution) => attribution.claim.0,
                    _ => continue,
                };
                notes.entry(self.latest(about)).or_default().push(*entry);
            }
        }
        notes
    }

    /// The standing grades and attributions of a report or claim, in the order in which they became known.
    pub fn notes_on<T: Stateable + 'a>(
        &self,
        id: impl Into<EntryId>,
    ) -> impl DoubleEndedIterator<Item = Stated<'a, T>> + '_ {
        let notes = self.notes.get(&self.latest(id.into())).map_or(&[][..], Vec::as_slice);
        notes.iter().filter_map(|entry| Stated::of(entry))
    }

    /// The case's settings.
    pub fn settings(&self) -> &'a Settings {
        &self.case.settings
    }

    /// Who looks.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// Up to when the view looks.
    pub fn at(&self) -> AsOf {
        self.at
    }

    /// The day that counts as today.
    pub fn today(&self) -> Date {
        self.at.today
    }

    /// The case's time zone.
    pub fn zone(&self) -> &'a TimeZone {
        &self.case.zone
    }

    /// The day of a moment in the case's time zone.
    pub fn day(&self, moment: Moment) -> Date {
        moment.day(&self.case.zone)
    }

    /// Whether the viewer may see what such an audience may see.
    pub fn may_see(&self, audience: &Audience) -> bool {
        self.eyes.may_see(audience)
    }

    /// A finding as the viewer may be told it; none where it is about what the viewer may not see. To whoever may
    /// not see the target of a reference, the reference dangles: that there is a target is not told.
    pub fn told(&self, finding: &Finding) -> Option<Finding> {
        if !self.may_see(&finding.audience) {
            return None;
        }
        let mut told = finding.clone();
        if let Reason::Reference { fault, .. } = &mut told.reason
            && let Fault::TooPrivate { target_audience, nearest } = fault
            && !self.may_see(target_audience)
        {
            *fault = Fault::Dangling { nearest: nearest.take() };
        }
        Some(told)
    }

    /// Whether the viewer looks with the mediator's eyes: what is the mediator's alone may be composed.
    pub fn is_mediators(&self) -> bool {
        match &self.eyes {
            Eyes::Everything => true,
            Eyes::Inside(mine) => {
                self.each::<crate::Compartment>().any(|c| c.mediator && mine.contains(&CompartmentId(c.id())))
            }
        }
    }

    /// Every visible entry, replaced and withdrawn ones too, in the order in which they became known.
    pub fn entries(&self) -> &[&'a Entry] {
        &self.seen
    }

    /// The facts of one kind that stand, in the order in which they became known.
    pub fn each<T: Stateable + 'a>(&self) -> impl DoubleEndedIterator<Item = Stated<'a, T>> + '_ {
        self.standing[T::KIND as usize].iter().filter_map(|entry| Stated::of(entry))
    }

    /// The entry that now stands for an id: itself, or what replaced it. None if withdrawn or not visible.
    pub fn entry(&self, id: impl Into<EntryId>) -> Option<&'a Entry> {
        let id = self.latest(id.into());
        if self.withdrawn.contains(&id) { None } else { self.by_id.get(&id).copied() }
    }

    /// The id that now stands for an id: equal for all versions of one thing.
    pub fn latest(&self, id: EntryId) -> EntryId {
        let mut id = id;
        while let Some(next) = self.replaced.get(&id) {
            id = *next;
        }
        id
    }

    /// Whether two ids name the same thing.
    pub fn same(&self, one: impl Into<EntryId>, other: impl Into<EntryId>) -> bool {
        let (one, other) = (one.into(), other.into());
        one == other || self.latest(one) == self.latest(other)
    }

    /// The fact of this kind that now stands for an id.
    pub fn find<T: Stateable>(&self, id: impl Into<EntryId>) -> Option<Stated<'a, T>> {
        self.entry(id).and_then(Stated::of)
    }

    /// The standing fact of this kind with that label.
    pub fn labelled<T: Stateable + 'a>(&self, label: &str) -> Option<Stated<'a, T>> {
        let bears = |entry: &&&Entry| entry.label.as_ref().is_some_and(|own| own.as_str() == label);
        let first = self.seen.iter().filter(|entry| entry.fact.kind() == T::KIND).find(bears)?;
        self.find(first.id)
    }

    /// The things of a kind that bear a label, each by the id that now stands for it: several where circles that do
    /// not see each other gave one word to different things.
    pub fn bearers(&self, kind: Kind, label: &str) -> &[EntryId] {
        let all = self.bearers.get_or_init(|| self.gather_bearers());
        all[kind as usize].get(label).map_or(&[], Vec::as_slice)
    }

    fn gather_bearers(&self) -> Vec<HashMap<String, Vec<EntryId>>> {
        let mut bearers = vec![HashMap::<String, Vec<EntryId>>::new(); Kind::ALL.len()];
        for entry in self.seen.iter().filter(|entry| self.entry(entry.id).is_some()) {
            let Some(label) = &entry.label else { continue };
            let of_label = bearers[entry.fact.kind() as usize].entry(label.to_string()).or_default();
            let id = self.latest(entry.id);
            if !of_label.contains(&id) {
                of_label.push(id);
            }
        }
        bearers
    }

    /// What replaced an entry, if anything did.
    pub fn replaced_by(&self, entry: &Entry) -> Option<&'a Entry> {
        self.replaced.get(&entry.id).and_then(|next| self.by_id.get(next)).copied()
    }

    /// Whether an entry was taken back.
    pub fn is_withdrawn(&self, entry: &Entry) -> bool {
        self.withdrawn.contains(&entry.id)
    }

    /// The visible entries on which an entry rests. Sources that became known later are not among them.
    pub fn sources(&self, entry: &'a Entry) -> impl Iterator<Item = &'a Entry> + '_ {
        entry.sources.iter().filter_map(|source| self.entry(*source))
    }

    /// The label by which an entry, or what it replaced, is known.
    pub fn label(&self, id: impl Into<EntryId>) -> Option<&'a Label> {
        let mut id = id.into();
        let mut looked_at = BTreeSet::new();
        loop {
            let entry = self.by_id.get(&id)?;
            if entry.label.is_some() || !looked_at.insert(id) {
                return entry.label.as_ref();
            }
            id = *entry.supersedes.first()?;
        }
    }

    /// Whether a period covers the view's day; what has no period holds from when it was known.
    pub fn holds_today(&self, about: Option<Period>) -> bool {
        covers(about, self.at.today, &self.case.zone)
    }
}

fn covers(about: Option<Period>, day: Date, zone: &TimeZone) -> bool {
    about.is_none_or(|about| about.from.day(zone) <= day && about.to.is_none_or(|to| day <= to.day(zone)))
}

/// The entries that such eyes see and that were known and recorded in time, in the order of the fold.
fn visible<'a>(case: &'a Case, eyes: &Eyes, at: AsOf) -> Vec<&'a Entry> {
    let open: Vec<bool> = case.audiences.iter().map(|audience| eyes.may_see(audience)).collect();
    let known = at.known_by.map(|day| end_of_day(day, &case.zone));
    let recorded = at.recorded_by.map(|day| end_of_day(day, &case.zone));
    let seen = |note: &Admitted| {
        open[note.audience as usize]
            && known.is_none_or(|end| note.known_from < end)
            && recorded.is_none_or(|end| note.recorded_from < end)
    };
    case.entries.iter().zip(&case.admitted).filter(|(_, note)| seen(note)).map(|(entry, _)| entry).collect()
}

/// What was taken back: an entry, and whatever had replaced it by then. Later withdrawals are looked at first: a
/// withdrawal that was itself taken back has no effect.
fn withdrawn(seen: &[&Entry]) -> HashSet<EntryId> {
    let mut later: HashMap<EntryId, Vec<(usize, EntryId)>> = HashMap::new();
    for (place, entry) in seen.iter().enumerate() {
        for earlier in &entry.supersedes {
            later.entry(*earlier).or_default().push((place, entry.id));
        }
    }
    let mut gone = HashSet::new();
    for (place, entry) in seen.iter().enumerate().rev() {
        let Fact::Withdrawal(withdrawal) = &entry.fact else { continue };
        if gone.contains(&entry.id) {
            continue;
        }
        let mut open = vec![withdrawal.of.0];
        while let Some(id) = open.pop() {
            if gone.insert(id) {
                let by_then = later.get(&id).into_iter().flatten().filter(|(turn, _)| *turn < place);
                open.extend(by_then.map(|(_, replacement)| *replacement));
            }
        }
    }
    gone
}

/// What was replaced by what. Of two entries that replace the same one, the later stands and replaces the earlier.
fn replaced(seen: &[&Entry], withdrawn: &HashSet<EntryId>) -> HashMap<EntryId, EntryId> {
    let mut next: HashMap<EntryId, EntryId> = HashMap::new();
    let last = |next: &HashMap<EntryId, EntryId>, mut id: EntryId| {
        while let Some(later) = next.get(&id) {
            id = *later;
        }
        id
    };
    for entry in seen.iter().filter(|entry| !withdrawn.contains(&entry.id)) {
        for earlier in &entry.supersedes {
            let before = last(&next, *earlier);
            // Two compartments may use one id for different entries; seen together they must not go round in a circle.
            if before != last(&next, entry.id) {
                next.insert(before, entry.id);
            }
        }
    }
    next
}

/// The compartments of which a person is a member. A membership counts only by what the compartment itself may
/// see of it: nothing outside a compartment can let somebody in or out unnoticed.
fn memberships(case: &Case, person: PersonId, at: AsOf) -> BTreeSet<CompartmentId> {
    let everything = visible(case, &Eyes::Everything, at);
    let claimed: BTreeSet<CompartmentId> = everything
        .iter()
        .filter_map(|entry| Membership::from_fact(&entry.fact))
        .map(|membership| membership.compartment)
        .collect();
    claimed.into_iter().filter(|compartment| is_member(case, person, *compartment, at)).collect()
}

fn is_member(case: &Case, person: PersonId, compartment: CompartmentId, at: AsOf) -> bool {
    let inside = View::of(case, Viewer::Compartment(compartment), at);
    inside.each::<Membership>().any(|membership| {
        let told = membership.entry.audience.includes(&Audience::Only([compartment].into()));
        told && inside.same(membership.person, person)
            && inside.same(membership.compartment, compartment)
            && inside.holds_today(membership.entry.about)
    })
}
