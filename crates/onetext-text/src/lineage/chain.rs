//! Lineage over any number of drafts and their branches. What a person confirmed is given and overrides what is proposed;
//! what contradicts it is refused and told.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::{self, Pair};
use super::status::{edges, sort};
use super::{Edge, Level, Status};
use crate::draft::Draft;

/// What a person says of provisions of two drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// The earlier draft: its place among the drafts.
    pub earlier: usize,
    /// The later draft.
    pub later: usize,
    /// Places in the earlier draft; none where something is new.
    pub old: Vec<usize>,
    /// Places in the later draft; none where something was dropped.
    pub new: Vec<usize>,
    /// What happened.
    pub status: Status,
}

/// An edge, and whether a person confirmed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The edge.
    pub edge: Edge,
    /// Which of the confirmed ones it is; none for a proposal of the program.
    pub confirmed: Option<usize>,
}

/// From one draft to one that follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The earlier draft: its place among the drafts.
    pub earlier: usize,
    /// The later draft.
    pub later: usize,
    /// What happened to the provisions, in the order of the later text.
    pub edges: Vec<Told>,
}

/// Why a confirmed edge was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// What happened does not fit the number of provisions: several that "stayed unchanged".
    Misfit,
    /// It names something that is not in the drafts.
    Absent,
    /// An edge that was given before it says otherwise of one of its provisions.
    Contradicts(usize),
}

/// The lines of descent of all provisions of all drafts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// The steps, in the order in which they were asked for; behind them those that only a person told of.
    pub steps: Vec<Step>,
    /// Confirmed edges that were refused, by their places among those given.
    pub refused: Vec<(usize, Refusal)>,
}

/// Follows provisions through drafts. `follows` has pairs of an earlier and a later draft; of two confirmed edges that
/// contradict each other the one given first stands.
///
/// ```
/// use onetext_text::draft::read_markdown;
/// use onetext_text::lineage::{Confirmed, Status, chain};
/// let texts = ["1. A council is set up.\n2. The seat is in Geneva.\n", "1. The seat is in Geneva.\n2. A council is set up.\n",
///              "1. The seat of the new body is in Geneva.\n"];
/// let drafts: Vec<_> = texts.iter().map(|text| read_markdown(text)).collect();
/// let said = Confirmed { earlier: 1, later: 2, old: vec![0, 1], new: vec![0], status: Status::Merged };
/// let lines = chain(&drafts, &[(0, 1), (1, 2)], &[said]);
/// assert_eq!(lines.before(2, 0, 0), [0, 1].into());
/// assert_eq!(lines.steps[1].edges[0].confirmed, Some(0));
/// ```
pub fn chain(drafts: &[Draft], follows: &[(usize, usize)], confirmed: &[Confirmed]) -> Lines {
    let (standing, refused) = standing(drafts, confirmed);
    let mut steps: Vec<(usize, usize)> = Vec::new();
    let told_of = standing.iter().map(|at| (confirmed[*at].earlier, confirmed[*at].later));
    let asked = follows.iter().copied().filter(|(earlier, later)| earlier != later);
    for step in asked.chain(told_of) {
        if !steps.contains(&step) && step.0 < drafts.len() && step.1 < drafts.len() {
            steps.push(step);
        }
    }
    let steps = steps.into_iter().map(|(earlier, later)| {
        let said: Vec<usize> = standing
            .iter()
            .copied()
            .filter(|at| (confirmed[*at].earlier, confirmed[*at].later) == (earlier, later))
            .collect();
        let is_asked = follows.contains(&(earlier, later));
        let edges = step((&drafts[earlier], &drafts[later]), is_asked, confirmed, &said);
        Step { earlier, later, edges }
    });
    Lines { steps: steps.collect(), refused }
}

/// The confirmed edges that stand, and those that are refused.
fn standing(drafts: &[Draft], confirmed: &[Confirmed]) -> (Vec<usize>, Vec<(usize, Refusal)>) {
    let (mut standing, mut refused): (Vec<usize>, Vec<(usize, Refusal)>) = (Vec::new(), Vec::new());
    for (at, one) in confirmed.iter().enumerate() {
        let against = standing.iter().copied().find(|other| contradict(&confirmed[*other], one));
        let why = if !is_present(drafts, one) {
            Some(Refusal::Absent)
        } else if !fits(one) {
            Some(Refusal::Misfit)
        } else {
            against.map(Refusal::Contradicts)
        };
        match why {
            Some(why) => refused.push((at, why)),
            None => standing.push(at),
        }
    }
    (standing, refused)
}

fn is_present(drafts: &[Draft], one: &Confirmed) -> bool {
    let has = |draft: usize, places: &[usize]| {
        drafts.get(draft).is_some_and(|draft| places.iter().all(|place| *place < draft.provisions.len()))
    };
    one.earlier != one.later && has(one.earlier, &one.old) && has(one.later, &one.new)
}

fn fits(one: &Confirmed) -> bool {
    match (one.status, one.old.len(), one.new.len()) {
        (Status::Unchanged | Status::Reworded | Status::Moved, old, new) => old == 1 && new == 1,
        (Status::Merged, old, new) => old > 1 && new > 0,
        (Status::Split, old, new) => old > 0 && new > 1,
        (Status::Dropped, old, new) => old > 0 && new == 0,
        (Status::New, old, new) => old == 0 && new > 0,
    }
}

/// Whether two edges cannot both be: they speak of one provision, and one of them says that this is all.
fn contradict(one: &Confirmed, other: &Confirmed) -> bool {
    let same_step = (one.earlier, one.later) == (other.earlier, other.later);
    let shares = |mine: &[usize], theirs: &[usize]| mine.iter().any(|place| theirs.contains(place));
    let is_shared = shares(&one.old, &other.old) || shares(&one.new, &other.new);
    let is_open = |edge: &Confirmed| matches!(edge.status, Status::Merged | Status::Split);
    same_step && is_shared && !(is_open(one) && is_open(other))
}

/// What happened from one draft to the next: proposals, but for what a person said.
fn step((old, new): (&Draft, &Draft), is_asked: bool, confirmed: &[Confirmed], said: &[usize]) -> Vec<Told> {
    let (mut known_old, mut known_new) = (BTreeSet::new(), BTreeSet::new());
    for at in said {
        known_old.extend(confirmed[*at].old.iter().copied());
        known_new.extend(confirmed[*at].new.iter().copied());
    }
    let found = if is_asked { pairs::find(old, new).paragraphs } else { Vec::new() };
    let likeness: BTreeMap<(usize, usize), f64> =
        found.iter().map(|pair| ((pair.old, pair.new), pair.score)).collect();
    let mut all: Vec<Pair> = found
        .into_iter()
        .filter(|pair| !known_old.contains(&pair.old) && !known_new.contains(&pair.new))
        .collect();
    let of = |edge: &Confirmed| -> Vec<Pair> {
        let pairs = edge.old.iter().flat_map(|old| edge.new.iter().map(move |new| (*old, *new)));
        pairs
            .map(|(old, new)| Pair { old, new, score: likeness.get(&(old, new)).copied().unwrap_or(0.0) })
            .collect()
    };
    for at in said {
        all.extend(of(&confirmed[*at]));
    }
    all.sort_by_key(|pair| (pair.old, pair.new));
    let is_told = |edge: &Edge| {
        edge.old.iter().any(|place| known_old.contains(place))
            || edge.new.iter().any(|place| known_new.contains(place))
    };
    let mut proposed: Vec<Edge> =
        if is_asked { edges(old, new, &all, Level::Paragraph).edges } else { Vec::new() };
    proposed.retain(|edge| !is_told(edge));
    let mut told: Vec<Told> = proposed.into_iter().map(|edge| Told { edge, confirmed: None }).collect();
    told.extend(said.iter().map(|at| {
        let one = &confirmed[*at];
        let score = of(one).iter().map(|pair| pair.score).fold(0.0, f64::max).min(1.0);
        let edge = Edge { status: one.status, old: one.old.clone(), new: one.new.clone(), score };
        Told { edge, confirmed: Some(*at) }
    }));
    sort(&mut told, |told| &told.edge, &all);
    told
}

impl Lines {
    /// The places in an earlier draft from which a provision descends.
    pub fn before(&self, draft: usize, place: usize, earlier: usize) -> BTreeSet<usize> {
        self.before_by((draft, place), earlier, &|_| true)
    }

    /// The same by way of certain drafts alone.
    pub fn before_by(
        &self,
        start: (usize, usize),
        earlier: usize,
        is_way: &dyn Fn(usize) -> bool,
    ) -> BTreeSet<usize> {
        let back = |step: &Step| (step.later, step.earlier);
        self.reached(start, (earlier, is_way), back, |edge| (&edge.new, &edge.old))
    }

    /// The places in a later draft that descend from a provision.
    pub fn after(&self, draft: usize, place: usize, later: usize) -> BTreeSet<usize> {
        self.after_by((draft, place), later, &|_| true)
    }

    /// The same by way of certain drafts alone.
    pub fn after_by(
        &self,
        start: (usize, usize),
        later: usize,
        is_way: &dyn Fn(usize) -> bool,
    ) -> BTreeSet<usize> {
        let on = |step: &Step| (step.earlier, step.later);
        self.reached(start, (later, is_way), on, |edge| (&edge.old, &edge.new))
    }

    fn reached(
        &self,
        start: (usize, usize),
        (goal, is_way): (usize, &dyn Fn(usize) -> bool),
        way: fn(&Step) -> (usize, usize),
        ends: fn(&Edge) -> (&[usize], &[usize]),
    ) -> BTreeSet<usize> {
        let mut seen = BTreeSet::from([start]);
        let mut open = vec![start];
        while let Some((draft, place)) = open.pop() {
            let goes_on = |step: &&Step| way(step).0 == draft && (way(step).1 == goal || is_way(way(step).1));
            for step in self.steps.iter().filter(goes_on) {
                for told in &step.edges {
                    let (from, to) = ends(&told.edge);
                    if from.contains(&place) {
                        let next = to.iter().map(|to| (way(step).1, *to));
                        open.extend(next.filter(|next| seen.insert(*next)));
                    }
                }
            }
        }
        seen.into_iter().filter(|(draft, _)| *draft == goal).map(|(_, place)| place).collect()
    }

    /// What happened to a provision on the way from an earlier draft to its own: the edges that name it.
    pub fn became(&self, earlier: usize, later: usize, place: usize) -> impl Iterator<Item = &Told> {
        let steps = self.steps.iter().filter(move |step| (step.earlier, step.later) == (earlier, later));
        steps.flat_map(|step| &step.edges).filter(move |told| told.edge.new.contains(&place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::read_markdown;

    const OLD: &str =
        "1. A council is set up by the parties.\n2. The seat is in Geneva.\n3. Fees are paid in spring.\n";
    const NEW: &str =
        "1. A council is set up by all parties.\n2. Fees are paid in early spring.\n3. Maps are annexed.\n";

    fn said(old: &[usize], new: &[usize], status: Status) -> Confirmed {
        Confirmed { earlier: 0, later: 1, old: old.to_vec(), new: new.to_vec(), status }
    }

    #[test]
    fn what_a_person_said_overrides_what_is_proposed() {
        let drafts = [read_markdown(OLD), read_markdown(NEW)];
        let told = |lines: &Lines| -> Vec<(Status, Vec<usize>, Vec<usize>, bool)> {
            let edges = lines.steps[0].edges.iter();
            edges
                .map(|t| (t.edge.status, t.edge.old.clone(), t.edge.new.clone(), t.confirmed.is_some()))
                .collect()
        };
        let proposed = chain(&drafts, &[(0, 1)], &[]);
        assert!(told(&proposed).contains(&(Status::Reworded, vec![2], vec![1], false)));
        let corrected = chain(&drafts, &[(0, 1)], &[said(&[1], &[2], Status::Reworded)]);
        assert!(told(&corrected).contains(&(Status::Reworded, vec![1], vec![2], true)));
        assert!(told(&corrected).contains(&(Status::Reworded, vec![2], vec![1], false)));
        let dropped = chain(&drafts, &[(0, 1)], &[said(&[2], &[], Status::Dropped)]);
        assert!(told(&dropped).contains(&(Status::New, vec![], vec![1], false)));
    }

    #[test]
    fn what_contradicts_is_refused() {
        let drafts = [read_markdown(OLD), read_markdown(NEW)];
        for (given, refused) in [
            (
                vec![said(&[0], &[0], Status::Reworded), said(&[0], &[1], Status::Reworded)],
                (1, Refusal::Contradicts(0)),
            ),
            (
                vec![said(&[0], &[0], Status::Reworded), said(&[0], &[], Status::Dropped)],
                (1, Refusal::Contradicts(0)),
            ),
            (vec![said(&[0, 1], &[0], Status::Unchanged)], (0, Refusal::Misfit)),
            (vec![said(&[9], &[0], Status::Reworded)], (0, Refusal::Absent)),
        ] {
            assert_eq!(chain(&drafts, &[(0, 1)], &given).refused, [refused], "{given:?}");
        }
        let both = [said(&[0, 1], &[0], Status::Merged), said(&[1], &[0, 2], Status::Split)];
        assert!(chain(&drafts, &[(0, 1)], &both).refused.is_empty(), "a chain of both is told");
    }

    #[test]
    fn a_branch_has_a_line_of_its_own() {
        let drafts = [read_markdown(OLD), read_markdown(NEW), read_markdown(OLD), read_markdown(NEW)];
        let lines = chain(&drafts, &[(0, 1), (0, 2), (1, 3), (2, 3)], &[]);
        assert_eq!(lines.before(3, 1, 0), [2].into());
        assert_eq!(lines.before(3, 1, 2), [2].into());
        assert_eq!(lines.after(0, 0, 3), [0].into());
        assert_eq!(lines.after(2, 0, 1), [].into());
        assert_eq!(lines.became(2, 3, 2).map(|told| told.edge.status).collect::<Vec<_>>(), [Status::New]);
    }
}
