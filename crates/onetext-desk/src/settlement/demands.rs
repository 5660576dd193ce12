//! What the parties demand, from their last words: what each rules out, and what each asks for.

use onetext_analysis::conflicts::{Demand, DemandIndex, Dispute};
use onetext_analysis::{Choice, IssueIndex, PartyIndex};
use onetext_document::Block;
use onetext_model::{Evidence, Position, Stance, Stated, View};

use super::numbered::Numbered;
use super::said;
use crate::opens::reasons;
use crate::words::{any_of, list};

/// How words are read as demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// An option that a party draws a red line through is ruled out.
    RedLines,
    /// An option that a party rejects, movably or not, is ruled out.
    Rejections,
    /// Where a party accepts options of an issue, with or without a condition, only those would do.
    Wishes,
}

/// The demands of a case under one reading.
pub(super) struct Demands<'n, 'a> {
    numbered: &'n Numbered<'a>,
    reading: Reading,
    /// The dispute, for the analysis.
    pub(super) dispute: Dispute<'n>,
}

impl<'n, 'a> Demands<'n, 'a> {
    /// Everything that is demanded.
    pub(super) fn of(numbered: &'n Numbered<'a>, reading: Reading) -> Self {
        let mut dispute = Dispute::new(&numbered.space, numbered.parties.len());
        for party in numbered.party_indices() {
            for issue in numbered.space.indices() {
                let [allowed, ruled_out] = reading.sides(numbered, party, issue);
                if !ruled_out.is_empty() {
                    let options: Vec<_> = allowed.iter().map(|choice| choice.option).collect();
                    dispute = dispute.demanding(Demand::one_of(party, issue, &options));
                }
            }
        }
        Demands { numbered, reading, dispute }
    }

    /// The words that a demand rests on.
    fn words(&self, demand: DemandIndex) -> Vec<Stated<'a, Position>> {
        let demand = self.dispute.demand(demand);
        let Some(issue) = demand.issue() else { return Vec::new() };
        let said = |choice: Choice| self.numbered.words.get(&(demand.party, choice)).copied();
        let counts = |position: &Stated<'_, Position>| match self.reading {
            Reading::Wishes => is_wish(position.fact.stance),
            Reading::RedLines => position.fact.stance == Stance::RedLine,
            Reading::Rejections => position.fact.stance.rejects(),
        };
        // What is asked for may be closed all the same; what is ruled out must be open to matter.
        match self.reading {
            Reading::Wishes => self.numbered.choices(issue).filter_map(said).filter(counts).collect(),
            _ => self.numbered.open_choices(issue).filter_map(said).filter(counts).collect(),
        }
    }

    /// The entries that demands rest on, opened.
    pub(super) fn opened(&self, view: &View<'_>, demands: &[DemandIndex]) -> Vec<Block> {
        let words = demands.iter().flat_map(|demand| self.words(*demand));
        words.flat_map(|position| reasons(view, position.entry)).collect()
    }

    /// A group of demands that say the same: "Delta and Midland rule out 36 months or 60 months (Filling)". Where options are
    /// fixed, demands that come to the same may be in words of their own: each is told in its own.
    pub(super) fn sentence(&self, group: &[DemandIndex], without_issue: bool) -> String {
        let told = |alike: &Vec<DemandIndex>| self.told(alike, without_issue);
        self.alike(group).iter().map(told).collect::<Vec<_>>().join(", or ")
    }

    /// The demands of a group by their words, in their order.
    fn alike(&self, group: &[DemandIndex]) -> Vec<Vec<DemandIndex>> {
        let mut alike: Vec<([Vec<String>; 2], Vec<DemandIndex>)> = Vec::new();
        for demand in group {
            let sides = self.sides(&[*demand]);
            match alike.iter_mut().find(|(known, _)| *known == sides) {
                Some((_, those)) => those.push(*demand),
                None => alike.push((sides, vec![*demand])),
            }
        }
        alike.into_iter().map(|(_, those)| those).collect()
    }

    fn told(&self, group: &[DemandIndex], without_issue: bool) -> String {
        let (who, issue) = (self.who(group), self.issue(group, without_issue));
        let [allowed, ruled_out] = self.sides(group);
        let verb = |one: &str, many: &str| if group.len() == 1 { one.to_owned() } else { many.to_owned() };
        match self.reading {
            Reading::Wishes => {
                format!("{who} {} {}{issue}", verb("asks for", "ask for"), any_of(&allowed))
            }
            _ => format!("{who} {} {}{issue}", verb("rules out", "rule out"), list(&ruled_out)),
        }
    }

    /// The parties of a group; it is said of whom others say so.
    pub(super) fn who(&self, group: &[DemandIndex]) -> String {
        let name = |demand: &DemandIndex| {
            let name = said::party(self.numbered, self.dispute.demand(*demand).party);
            let is_own = self.words(*demand).iter().any(|position| position.fact.evidence == Evidence::Own);
            if is_own { name.to_owned() } else { format!("{name} (as others say)") }
        };
        list(&group.iter().map(name).collect::<Vec<_>>())
    }

    fn issue(&self, group: &[DemandIndex], is_known: bool) -> String {
        let issue = group.first().and_then(|demand| self.dispute.demand(*demand).issue());
        match issue {
            Some(issue) if !is_known => format!(" ({})", self.numbered.issues[issue.at()].fact.name),
            _ => String::new(),
        }
    }

    /// The options that a group allows, and those that it does not.
    fn sides(&self, group: &[DemandIndex]) -> [Vec<String>; 2] {
        let Some((party, issue)) = group.first().and_then(|first| self.place(*first)) else {
            return Default::default();
        };
        self.reading
            .sides(self.numbered, party, issue)
            .map(|choices| choices.into_iter().map(|choice| said::quoted(self.numbered, choice)).collect())
    }

    fn place(&self, demand: DemandIndex) -> Option<(PartyIndex, IssueIndex)> {
        let demand = self.dispute.demand(demand);
        Some((demand.party, demand.issue()?))
    }
}

impl Reading {
    /// The options of an issue that a party's words allow, and those still open that they do not.
    fn sides(self, numbered: &Numbered<'_>, party: PartyIndex, issue: IssueIndex) -> [Vec<Choice>; 2] {
        let allows = |choice: &Choice| self.allows(numbered, party, *choice);
        [
            numbered.choices(issue).filter(allows).collect(),
            numbered.open_choices(issue).filter(|choice| !allows(choice)).collect(),
        ]
    }

    /// Whether a party's words allow an option.
    fn allows(self, numbered: &Numbered<'_>, party: PartyIndex, choice: Choice) -> bool {
        let stance = numbered.stance(party, choice);
        match self {
            Reading::RedLines => stance != Stance::RedLine,
            Reading::Rejections => !stance.rejects(),
            Reading::Wishes => {
                let asks = |other: Choice| is_wish(numbered.stance(party, other));
                is_wish(stance) || !numbered.choices(choice.issue).any(asks)
            }
        }
    }
}

/// Whether a stance asks for an option.
fn is_wish(stance: Stance) -> bool {
    matches!(stance, Stance::Accept | Stance::Conditional)
}
