//! What is held on each issue: positions gathered by issue and party, and whether an issue is stuck.

use std::collections::{BTreeMap, HashMap};

use onetext_model::{
    AssessedState, Assessment, Claim, EntryId, Fact, Issue, IssueOption, Position, Stance, Stated, SubjectId,
    View,
};

/// Positions by issue and party in the order in which they became known; options by issue, by value and name.
pub(crate) struct Held<'a> {
    positions: HashMap<(EntryId, EntryId), Vec<Stated<'a, Position>>>,
    options: HashMap<EntryId, Vec<Stated<'a, IssueOption>>>,
    assessed: BTreeMap<EntryId, Vec<(AssessedState, Stated<'a, Claim>)>>,
}

/// Why an issue counts as sticking.
pub(crate) struct Sticking<'a> {
    /// Every option of the issue is a red line or rejected for somebody.
    pub(crate) computed: bool,
    /// Claims that say so, by date.
    pub(crate) reported: Vec<Stated<'a, Claim>>,
}

impl<'a> Held<'a> {
    /// Gathers everything once.
    pub(crate) fn of(view: &View<'a>) -> Self {
        let mut held = Held { positions: HashMap::new(), options: HashMap::new(), assessed: BTreeMap::new() };
        for option in view.each::<IssueOption>() {
            held.options.entry(view.latest(option.fact.issue.0)).or_default().push(option);
        }
        for options in held.options.values_mut() {
            options.sort_by(|a, b| {
                (a.fact.value, &a.fact.name, a.id()).cmp(&(b.fact.value, &b.fact.name, b.id()))
            });
        }
        for position in view.each::<Position>() {
            for issue in issues_of(view, position.fact.on) {
                let party = view.latest(position.fact.party.0);
                held.positions.entry((issue, party)).or_default().push(position);
            }
        }
        for claim in view.each::<Claim>() {
            for Assessment { issue, state } in &claim.fact.assesses {
                held.assessed.entry(view.latest(issue.0)).or_default().push((*state, claim));
            }
        }
        held
    }

    /// A party's positions on an issue and its options.
    pub(crate) fn positions(&self, issue: EntryId, party: EntryId) -> &[Stated<'a, Position>] {
        self.positions.get(&(issue, party)).map_or(&[], Vec::as_slice)
    }

    /// The position to show first: the last that was made known, of two on one day the firmer.
    pub(crate) fn latest(&self, issue: EntryId, party: EntryId) -> Option<Stated<'a, Position>> {
        let all = self.positions(issue, party);
        let last = all.last()?.entry.known_at;
        let firmness = |position: &&Stated<'a, Position>| {
            (position.fact.stance != Stance::Silent, position.fact.stance, position.id())
        };
        all.iter().rev().take_while(|position| position.entry.known_at == last).max_by_key(firmness).copied()
    }

    /// The options of an issue.
    pub(crate) fn options(&self, issue: EntryId) -> &[Stated<'a, IssueOption>] {
        self.options.get(&issue).map_or(&[], Vec::as_slice)
    }

    /// Claims that put an issue into a state.
    pub(crate) fn assessed(&self, issue: EntryId, state: AssessedState) -> Vec<Stated<'a, Claim>> {
        let all = self.assessed.get(&issue).map_or(&[][..], Vec::as_slice);
        all.iter().filter(|(theirs, _)| *theirs == state).map(|(_, claim)| *claim).collect()
    }

    /// Why an issue sticks, if it does.
    pub(crate) fn sticking(&self, view: &View<'a>, issue: EntryId) -> Option<Sticking<'a>> {
        let computed = self.every_option_is_rejected(view, issue);
        let reported = self.assessed(issue, AssessedState::Sticking);
        (computed || !reported.is_empty()).then_some(Sticking { computed, reported })
    }

    fn every_option_is_rejected(&self, view: &View<'a>, issue: EntryId) -> bool {
        let options = self.options(issue);
        let rejected = self.rejected(view, issue);
        !options.is_empty() && options.iter().all(|option| rejected.contains(&option.id()))
    }

    /// The options of an issue that somebody rejects now: only a party's last word on an option counts.
    fn rejected(&self, view: &View<'a>, issue: EntryId) -> Vec<EntryId> {
        let mut last: BTreeMap<(EntryId, EntryId), Stated<'a, Position>> = BTreeMap::new();
        // Lists stand in the order in which they became known: what comes later replaces what came before.
        for ((_, party), positions) in self.positions.iter().filter(|((on, _), _)| *on == issue) {
            last.extend(
                positions.iter().map(|position| ((view.latest(position.fact.on.0), *party), *position)),
            );
        }
        last.iter()
            .filter(|(_, position)| position.fact.stance.rejects())
            .map(|((subject, _), _)| *subject)
            .collect()
    }
}

/// The issues that a subject belongs to.
pub(crate) fn issues_of(view: &View<'_>, subject: SubjectId) -> Vec<EntryId> {
    match view.entry(subject) {
        Some(entry) => match &entry.fact {
            Fact::Option(option) => vec![view.latest(option.issue.0)],
            Fact::Provision(provision) => provision.issues.iter().map(|issue| view.latest(issue.0)).collect(),
            _ => vec![entry.id],
        },
        None => Vec::new(),
    }
}

/// All issues, by name.
pub(crate) fn issues<'a>(view: &View<'a>) -> Vec<Stated<'a, Issue>> {
    let mut issues: Vec<_> = view.each::<Issue>().collect();
    issues.sort_by(|a, b| (&a.fact.name, a.id()).cmp(&(&b.fact.name, b.id())));
    issues
}

/// Whether a position is older than the case lets it be.
pub(crate) fn is_stale(view: &View<'_>, position: &Stated<'_, Position>) -> bool {
    let days = (view.today() - view.day(position.entry.known_at)).get_days();
    i64::from(days) > i64::from(view.settings().stale_after_days)
}
