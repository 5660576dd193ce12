//! What the choices made so far, issue by issue in order, leave for the later issues. Each choice is made and taken back in
//! time proportional to the dependencies that name it.

use std::collections::BTreeMap;

use super::rules::{Limit, Pair, Rules};
use super::{Choice, OptionIndex, Space};

/// The state of a search that chooses an option for the first issue, then for the second, and so on.
#[derive(Clone, Debug)]
pub(super) struct LookAhead {
    issues: Vec<Left>,
    /// What choosing an option entails; options without an entry in [`Left::entails`] entail nothing.
    effects: Vec<Effects>,
    /// By limit, what the choices so far weigh.
    weighed: Vec<usize>,
    hopeless: bool,
}

/// What is left of an issue.
#[derive(Clone, Debug)]
struct Left {
    /// By option, how many reasons there are against it.
    against: Vec<u32>,
    /// Options without a reason against them.
    open: usize,
    /// Options that earlier choices require, the latest last.
    required: Vec<OptionIndex>,
    /// By option, the place of its effects; empty where no option has any.
    entails: Vec<Option<usize>>,
    /// Choices of later issues that need an option of this one: gone unless that option is chosen.
    needing: Vec<(OptionIndex, Choice)>,
}

#[derive(Clone, Debug, Default)]
struct Effects {
    /// Choices of later issues that it excludes.
    excludes: Vec<Choice>,
    /// Choices of later issues that it requires.
    requires: Vec<Choice>,
    weighs: Vec<Weighs>,
}

/// The weight of a choice in a limit.
#[derive(Clone, Copy, Debug)]
struct Weighs {
    limit: usize,
    weight: usize,
    /// What all choices up to this one may weigh, given the lightest that can follow.
    most_so_far: usize,
}

impl LookAhead {
    /// Nothing is chosen yet.
    pub fn new(space: &Space) -> Self {
        let rules = Rules::of(space);
        let mut ahead = LookAhead {
            issues: space
                .issues
                .iter()
                .zip(&rules.open)
                .map(|(issue, open)| Left::new(issue.options.len(), open))
                .collect(),
            effects: Vec::new(),
            weighed: vec![0; rules.limits.len()],
            hopeless: rules.open.iter().any(Vec::is_empty),
        };
        for pair in &rules.pairs {
            ahead.tie(*pair);
        }
        for (place, limit) in rules.limits.iter().enumerate() {
            ahead.hopeless |= ahead.limit(place, limit, &rules.open).is_none();
        }
        ahead
    }

    /// Whether it is plain from the start that there is no package.
    pub fn is_hopeless(&self) -> bool {
        self.hopeless
    }

    /// The first option of that issue, from `from` on, that nothing chosen so far speaks against.
    #[inline]
    pub fn next_option(&self, issue: usize, from: u32) -> Option<OptionIndex> {
        let left = &self.issues[issue];
        let from = usize::try_from(from).ok()?;
        if let Some(&only) = left.required.last() {
            return (only.at() >= from && left.against[only.at()] == 0).then_some(only);
        }
        let found = from + left.against.get(from..)?.iter().position(|reasons| *reasons == 0)?;
        u16::try_from(found).ok().map(OptionIndex)
    }

    /// Chooses. False if no package can follow; it has to be taken back all the same.
    #[inline]
    pub fn choose(&mut self, issue: usize, option: OptionIndex) -> bool {
        let left = &self.issues[issue];
        if left.entails.is_empty() && left.needing.is_empty() {
            return true;
        }
        self.follow(issue, option)
    }

    fn follow(&mut self, issue: usize, option: OptionIndex) -> bool {
        let mut possible = true;
        for place in 0..self.issues[issue].needing.len() {
            let (needed, by) = self.issues[issue].needing[place];
            possible &= needed == option || self.speak_against(by);
        }
        let Some(place) = self.issues[issue].entails.get(option.at()).copied().flatten() else {
            return possible;
        };
        let effects = &self.effects[place];
        for weighs in &effects.weighs {
            self.weighed[weighs.limit] += weighs.weight;
            possible &= self.weighed[weighs.limit] <= weighs.most_so_far;
        }
        for required in &effects.requires {
            possible &= self.issues[required.issue.at()].require(required.option);
        }
        for excluded in &effects.excludes {
            possible &= self.issues[excluded.issue.at()].speak_against(excluded.option);
        }
        possible
    }

    /// Takes back the latest choice.
    #[inline]
    pub fn take_back(&mut self, issue: usize, option: OptionIndex) {
        let left = &self.issues[issue];
        if !(left.entails.is_empty() && left.needing.is_empty()) {
            self.unfollow(issue, option);
        }
    }

    fn unfollow(&mut self, issue: usize, option: OptionIndex) {
        for place in 0..self.issues[issue].needing.len() {
            let (needed, by) = self.issues[issue].needing[place];
            if needed != option {
                self.issues[by.issue.at()].speak_no_longer(by.option);
            }
        }
        let Some(place) = self.issues[issue].entails.get(option.at()).copied().flatten() else { return };
        let effects = &self.effects[place];
        for weighs in &effects.weighs {
            self.weighed[weighs.limit] -= weighs.weight;
        }
        for required in &effects.requires {
            self.issues[required.issue.at()].required.pop();
        }
        for excluded in &effects.excludes {
            self.issues[excluded.issue.at()].speak_no_longer(excluded.option);
        }
    }

    fn speak_against(&mut self, choice: Choice) -> bool {
        self.issues[choice.issue.at()].speak_against(choice.option)
    }

    fn tie(&mut self, pair: Pair) {
        match pair {
            Pair::Excludes(first, later) => self.effects(first).excludes.push(later),
            Pair::Requires(a, b) if a.issue < b.issue => self.effects(a).requires.push(b),
            Pair::Requires(a, b) => self.issues[b.issue.at()].needing.push((b.option, a)),
        }
    }

    /// Nothing if the lightest options together weigh too much.
    fn limit(&mut self, place: usize, limit: &Limit, open: &[Vec<OptionIndex>]) -> Option<()> {
        let mut after = BTreeMap::new();
        let mut lightest = 0;
        for (issue, range) in limit.by_issue(open).into_iter().rev() {
            after.insert(issue, limit.most.checked_sub(lightest)?);
            lightest += range.lightest;
        }
        for (choice, weight) in &limit.weights {
            let weighs = Weighs { limit: place, weight: *weight, most_so_far: after[&choice.issue] };
            self.effects(*choice).weighs.push(weighs);
        }
        (lightest <= limit.most).then_some(())
    }

    fn effects(&mut self, choice: Choice) -> &mut Effects {
        let left = &mut self.issues[choice.issue.at()];
        left.entails.resize(left.against.len(), None);
        let place = *left.entails[choice.option.at()].get_or_insert(self.effects.len());
        if place == self.effects.len() {
            self.effects.push(Effects::default());
        }
        &mut self.effects[place]
    }
}

impl Left {
    fn new(options: usize, open: &[OptionIndex]) -> Self {
        let mut against = vec![1; options];
        for option in open {
            against[option.at()] = 0;
        }
        Left { against, open: open.len(), required: Vec::new(), entails: Vec::new(), needing: Vec::new() }
    }

    /// One more reason against the option; false if that leaves nothing, or not what is required.
    fn speak_against(&mut self, option: OptionIndex) -> bool {
        let reasons = &mut self.against[option.at()];
        *reasons += 1;
        if *reasons == 1 {
            self.open -= 1;
        }
        self.open > 0 && self.required.last() != Some(&option)
    }

    fn speak_no_longer(&mut self, option: OptionIndex) {
        let reasons = &mut self.against[option.at()];
        *reasons -= 1;
        if *reasons == 0 {
            self.open += 1;
        }
    }

    /// One more choice that requires the option; false if it is not to be had.
    fn require(&mut self, option: OptionIndex) -> bool {
        let possible =
            self.against[option.at()] == 0 && self.required.last().is_none_or(|other| *other == option);
        self.required.push(option);
        possible
    }
}
