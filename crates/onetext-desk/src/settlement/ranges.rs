//! Numeric issues as bars: the values that each party accepts or has not rejected, where all overlap, and what drafts say.
//! What lies between two options is nobody's word and is not drawn.

use onetext_analysis::{IssueIndex, PartyIndex};
use onetext_document::{Chart, RangeRow, Ranges, Scale, Text};
use onetext_model::{Fixed, IssueOption, Stance, Stated, View};

use super::numbered::Numbered;
use crate::words::list;

/// A bar chart for each issue with a range and at least two options with values.
pub(super) fn of(view: &View<'_>, numbered: &Numbered<'_>) -> Vec<(IssueIndex, Chart)> {
    let issues = numbered.space.indices();
    issues.filter_map(|issue| Some((issue, Chart::Ranges(ranges(view, numbered, issue)?)))).collect()
}

fn ranges(view: &View<'_>, numbered: &Numbered<'_>, issue: IssueIndex) -> Option<Ranges> {
    let stated = numbered.issues[issue.at()];
    let range = stated.fact.range.as_ref()?;
    let axis = Axis { from: range.from.units(), to: range.to.units() };
    let valued = numbered.options[issue.at()].iter().filter(|option| option.fact.value.is_some()).count();
    if valued < 2 || axis.to <= axis.from {
        return None;
    }
    let rows: Vec<RangeRow> =
        numbered.party_indices().map(|party| row(numbered, issue, party, axis)).collect();
    let name = &stated.fact.name;
    Some(Ranges {
        key: format!("range-{}", crate::words::key(view, stated.id())),
        alternative: Text::plain(format!("{name}: the values that each party accepts.")),
        scale: Scale::new(range.unit.as_str(), &range.from.to_string(), &range.to.to_string()),
        shared: shared(numbered, issue, axis),
        rows,
        ticks: numbered.options[issue.at()].iter().filter_map(|option| tick(option, axis)).collect(),
    })
}

/// The ends of a scale in units of 1e-12.
#[derive(Clone, Copy)]
struct Axis {
    from: i128,
    to: i128,
}

impl Axis {
    /// A value as a thousandth of the scale.
    fn place(self, value: Fixed) -> i64 {
        let share = (value.units() - self.from).saturating_mul(1000) / (self.to - self.from);
        i64::try_from(share.clamp(0, 1000)).unwrap_or(0)
    }
}

fn row(numbered: &Numbered<'_>, issue: IssueIndex, party: PartyIndex, axis: Axis) -> RangeRow {
    let choices: Vec<_> = numbered.choices(issue).collect();
    let stance = |at: usize| numbered.stance(party, choices[at]);
    let accepted: Vec<bool> = (0..choices.len()).map(|at| is_accepted(stance(at))).collect();
    let value = |at: usize| numbered.option(choices[at]).fact.value;
    let mut spans: Vec<(i64, i64)> = Vec::new();
    for run in runs(&accepted) {
        let values: Vec<Fixed> = run.filter_map(value).collect();
        if let (Some(first), Some(last)) = (values.first(), values.last()) {
            spans.push((axis.place(*first), axis.place(*last)));
        }
    }
    let named = |wanted: fn(Stance) -> bool| -> Vec<String> {
        let those = (0..choices.len()).filter(|&at| wanted(stance(at)));
        those.map(|at| numbered.option(choices[at]).fact.name.clone()).collect()
    };
    RangeRow {
        title: Text::plain(numbered.parties[party.at()].fact.name.clone()),
        spans,
        words: words(named),
    }
}

fn is_accepted(stance: Stance) -> bool {
    matches!(stance, Stance::Accept | Stance::Conditional)
}

fn words(named: impl Fn(fn(Stance) -> bool) -> Vec<String>) -> Text {
    let groups = [
        ("accepts", named(|stance| stance == Stance::Accept)),
        ("accepts with a condition", named(|stance| stance == Stance::Conditional)),
        ("rejects", named(|stance| stance == Stance::Reject)),
        ("red line", named(|stance| stance == Stance::RedLine)),
    ];
    let said = groups.iter().filter(|(_, options)| !options.is_empty());
    let said: Vec<String> = said.map(|(verb, options)| format!("{verb} {}", list(options))).collect();
    Text::plain(if said.is_empty() { "not stated by this party".to_owned() } else { said.join("; ") })
}

/// The places of neighbours that hold, as runs.
fn runs(holds: &[bool]) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for at in (0..holds.len()).filter(|&at| holds[at]) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// From the first to the last of the neighbouring options that every party accepts; silence is not acceptance.
fn shared(numbered: &Numbered<'_>, issue: IssueIndex, axis: Axis) -> Option<(i64, i64)> {
    let choices: Vec<_> = numbered.choices(issue).collect();
    let by_all =
        |at: usize| numbered.party_indices().all(|party| is_accepted(numbered.stance(party, choices[at])));
    let accepted: Vec<bool> = (0..choices.len()).map(by_all).collect();
    let run = runs(&accepted).into_iter().next()?;
    let values: Vec<Fixed> = run.filter_map(|at| numbered.option(choices[at]).fact.value).collect();
    Some((axis.place(*values.first()?), axis.place(*values.last()?)))
}

fn tick(option: &Stated<'_, IssueOption>, axis: Axis) -> Option<(i64, Text)> {
    Some((axis.place(option.fact.value?), Text::plain(option.fact.name.clone())))
}
