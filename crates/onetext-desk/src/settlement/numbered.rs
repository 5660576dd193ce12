//! A case as an outcome space: issues and options by number, parties by number, what options exclude and require, and the last
//! word of each party on each option. Nothing is filled in: what nobody said is silence.

use std::collections::{BTreeMap, HashMap};

use onetext_analysis::{Choice, Dependency, IssueIndex, OptionIndex, PartyIndex, Range, Space};
use onetext_model::{
    EntryId, Fact, Fixed, Issue, IssueId, IssueOption, Party, Position, Preference, Reservation, Stance,
    Stated, View,
};

use super::supposed::Supposed;
use crate::head::parties;
use crate::held::{Held, issues};

/// A case by numbers. Issues and parties by name, options by value and name.
pub(crate) struct Numbered<'a> {
    /// The issues that have options, in the space's order.
    pub(crate) issues: Vec<Stated<'a, Issue>>,
    /// Their options.
    pub(crate) options: Vec<Vec<Stated<'a, IssueOption>>>,
    /// Issues without any option on file: no package can settle them.
    pub(crate) without_options: Vec<Stated<'a, Issue>>,
    /// The parties that hold or value anything here.
    pub(crate) parties: Vec<Stated<'a, Party>>,
    /// The packages.
    pub(crate) space: Space,
    /// The last word of a party on an option.
    pub(crate) words: BTreeMap<(PartyIndex, Choice), Stated<'a, Position>>,
    /// Positions that name no option: on an issue as a whole, or on a provision. They are read, not counted.
    pub(crate) apart: Vec<Stated<'a, Position>>,
}

/// Why a case is no space.
#[derive(Debug)]
pub(crate) enum NoSpace {
    /// No issue has an option on file.
    NoOptions,
    /// More than is computed with.
    Refused(onetext_analysis::Error),
}

impl<'a> Numbered<'a> {
    /// The case as the viewer may know it.
    pub(crate) fn of(view: &View<'a>) -> Result<Self, NoSpace> {
        Numbered::about(view, Supposed::default(), |_| true)
    }

    /// The same with some issues alone: nothing is asked of the others, and what ties them is left aside.
    pub(crate) fn of_issues(view: &View<'a>, asked: &[IssueId]) -> Result<Self, NoSpace> {
        let is_asked = |issue: &Stated<'_, Issue>| asked.iter().any(|one| view.same(*one, issue.id()));
        Numbered::about(view, Supposed::default(), is_asked)
    }

    /// The same, with what is supposed beside it.
    pub(crate) fn supposing(view: &View<'a>, supposed: Supposed<'a>) -> Result<Self, NoSpace> {
        Numbered::about(view, supposed, |_| true)
    }

    fn about(
        view: &View<'a>,
        supposed: Supposed<'a>,
        is_asked: impl Fn(&Stated<'a, Issue>) -> bool,
    ) -> Result<Self, NoSpace> {
        let held = Held::of(view);
        let all_of = |issue: &Stated<'a, Issue>| {
            let mut options = held.options(issue.id()).to_vec();
            options.extend(supposed.options(view, issue.id()));
            options
        };
        let (issues, without_options): (Vec<_>, Vec<_>) =
            issues(view).into_iter().filter(is_asked).partition(|issue| !all_of(issue).is_empty());
        if issues.is_empty() {
            return Err(NoSpace::NoOptions);
        }
        let options: Vec<_> = issues.iter().map(all_of).collect();
        let places = places(&options);
        let space = space(view, &issues, &options, &places)
            .and_then(|space| supposed.fixing(view, &options, space))
            .map_err(NoSpace::Refused)?;
        let parties = speaking(view, &places);
        let (mut words, apart) = last_words(view, &parties, &places);
        words.retain(|_, position| !supposed.sets_aside(view, position.id()));
        Ok(Numbered { issues, options, without_options, parties, space, words, apart })
    }

    /// The option that a choice stands for.
    pub(crate) fn option(&self, choice: Choice) -> Stated<'a, IssueOption> {
        self.options[choice.issue.at()][choice.option.at()]
    }

    /// Every party's place.
    pub(crate) fn party_indices(&self) -> impl Iterator<Item = PartyIndex> + use<> {
        (0..).take(self.parties.len()).map(PartyIndex)
    }

    /// Every choice of an issue.
    pub(crate) fn choices(&self, issue: IssueIndex) -> impl Iterator<Item = Choice> + use<> {
        let count = self.options[issue.at()].len();
        (0..).take(count).map(move |option| Choice { issue, option: OptionIndex(option) })
    }

    /// Every choice of an issue that is not closed.
    pub(crate) fn open_choices(&self, issue: IssueIndex) -> impl Iterator<Item = Choice> + '_ {
        self.space.open_options(issue).map(move |option| Choice { issue, option })
    }

    /// Where a party stands on an option.
    pub(crate) fn stance(&self, party: PartyIndex, choice: Choice) -> Stance {
        self.words.get(&(party, choice)).map_or(Stance::Silent, |position| position.fact.stance)
    }
}

/// Where every option stands in the space.
fn places(options: &[Vec<Stated<'_, IssueOption>>]) -> HashMap<EntryId, Choice> {
    let issues = (0..).zip(options);
    let each = |(issue, options): (u16, &Vec<Stated<'_, IssueOption>>)| {
        (0..)
            .zip(options)
            .map(move |(option, found)| (found.id(), Choice::new(issue, option)))
            .collect::<Vec<_>>()
    };
    issues.flat_map(each).collect()
}

fn space(
    view: &View<'_>,
    issues: &[Stated<'_, Issue>],
    options: &[Vec<Stated<'_, IssueOption>>],
    places: &HashMap<EntryId, Choice>,
) -> Result<Space, onetext_analysis::Error> {
    let named =
        |(issue, options): (&Stated<'_, Issue>, &Vec<Stated<'_, IssueOption>>)| onetext_analysis::Issue {
            name: issue.fact.name.clone(),
            options: options.iter().map(|option| option.fact.name.clone()).collect(),
            range: range(issue.fact, options),
        };
    let mut space = Space::new(issues.iter().zip(options).map(named).collect())?;
    for (option, here) in
        options.iter().flatten().filter_map(|option| Some((option, *places.get(&option.id())?)))
    {
        let place = |id: &onetext_model::OptionId| places.get(&view.latest(id.0)).copied();
        for other in option.fact.excludes.iter().filter_map(place) {
            space = space.with(Dependency::Excludes(here, other))?;
        }
        for other in option.fact.requires.iter().filter_map(place) {
            space = space.with(Dependency::Requires(here, other))?;
        }
    }
    Ok(space)
}

/// The range of a numeric issue whose options stand at equal distances; none otherwise.
fn range(issue: &Issue, options: &[Stated<'_, IssueOption>]) -> Option<Range> {
    let range = issue.range.as_ref()?;
    let values: Vec<Fixed> = options.iter().map(|option| option.fact.value).collect::<Option<_>>()?;
    let step = |pair: &[Fixed]| pair[1].units() - pair[0].units();
    let steps: Vec<i128> = values.windows(2).map(step).collect();
    let is_even = steps.windows(2).all(|pair| pair[0] == pair[1]);
    let apart = steps.first().is_some_and(|&first| is_even && first > 0);
    apart.then(|| Range { unit: range.unit.clone(), from: values[0], step: Fixed::of_units(steps[0]) })
}

/// The parties that hold anything on an option or value anything, by name.
fn speaking<'a>(view: &View<'a>, places: &HashMap<EntryId, Choice>) -> Vec<Stated<'a, Party>> {
    let on_option = |position: &Stated<'_, Position>| places.contains_key(&view.latest(position.fact.on.0));
    let holds = view.each::<Position>().filter(on_option).map(|position| position.fact.party);
    let values = view.each::<Preference>().map(|preference| preference.fact.party);
    let has = view.each::<Reservation>().map(|reservation| reservation.fact.party);
    let said: Vec<EntryId> = holds.chain(values).chain(has).map(|party| view.latest(party.0)).collect();
    parties(view).into_iter().filter(|party| said.contains(&party.id())).collect()
}

type LastWords<'a> = BTreeMap<(PartyIndex, Choice), Stated<'a, Position>>;

/// The last word of each party on each option, and what names no option. Of two words of one day the firmer counts.
fn last_words<'a>(
    view: &View<'a>,
    parties: &[Stated<'a, Party>],
    places: &HashMap<EntryId, Choice>,
) -> (LastWords<'a>, Vec<Stated<'a, Position>>) {
    let numbers: HashMap<EntryId, PartyIndex> =
        parties.iter().zip(0..).map(|(party, at)| (party.id(), PartyIndex(at))).collect();
    let (mut words, mut apart) = (LastWords::new(), Vec::new());
    for position in view.each::<Position>() {
        let party = numbers.get(&view.latest(position.fact.party.0));
        match (party, places.get(&view.latest(position.fact.on.0))) {
            (Some(&party), Some(&choice)) => {
                let last = words.entry((party, choice)).or_insert(position);
                if is_later(&position, last) {
                    *last = position;
                }
            }
            _ if matches!(view.entry(position.fact.on).map(|on| &on.fact), Some(Fact::Issue(_))) => {
                apart.push(position);
            }
            _ => {}
        }
    }
    (words, apart)
}

/// Whether a position counts rather than the one before it in the order in which they became known: of two words of one moment
/// the firmer does.
fn is_later(position: &Stated<'_, Position>, before: &Stated<'_, Position>) -> bool {
    position.entry.known_at != before.entry.known_at
        || (position.fact.stance, position.id()) >= (before.fact.stance, before.id())
}

impl Numbered<'_> {
    /// The same case with only these issues open: every other issue keeps to its first option, and what ties others is left
    /// aside with them. Values and weights keep their meaning, for they are of all issues together.
    pub(crate) fn narrowed_to(&self, kept: &[IssueIndex]) -> Result<Space, onetext_analysis::Error> {
        let is_kept = |choice: &Choice| kept.contains(&choice.issue);
        let mut space = Space::new(self.space.issues().to_vec())?;
        for dependency in self.space.dependencies() {
            let is_whole = dependency.choices().iter().all(is_kept);
            if is_whole {
                space = space.with(dependency.clone())?;
            }
        }
        for issue in self.space.indices().filter(|issue| !kept.contains(issue)) {
            for choice in self.choices(issue).skip(1) {
                space = space.without(choice)?;
            }
        }
        Ok(space)
    }

    /// The options that a red line of somebody forbids.
    pub(crate) fn forbidden(&self) -> impl Iterator<Item = Choice> + '_ {
        let red = self.words.iter().filter(|(_, position)| position.fact.stance == Stance::RedLine);
        red.map(|((_, choice), _)| *choice)
    }
}
