//! The question as it stands in the address, read once: what of it can be asked, what is wrong with the rest, and the words as
//! they were written, so that nothing is lost.

use onetext_desk::settlement::what_if::{
    ADDED_MAX, Askable, DROPPED_MAX, NAME_CHARACTERS_MAX, WhatIf, added_to,
};
use onetext_model::{EntryId, IssueId, OptionId, View};

use crate::enter::notice;
use crate::entry::named;
use crate::escape::escaped;
use crate::form::Values;
use crate::say::Language;

/// An option that is fixed.
pub(super) const FIX: &str = "fix";
/// A word that is set aside.
pub(super) const DROP: &str = "drop";
/// The added option of the issue whose id follows.
pub(super) const ADD: &str = "add.";

/// What is wrong with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Something that is asked about is not on file.
    Gone,
    /// Two options of one issue are fixed.
    Twice,
    /// The name of the option that is added to this issue is too long.
    Long(EntryId),
    /// Too many options are added.
    ManyAdded,
    /// Too many words are set aside.
    ManyDropped,
}

impl Wrong {
    /// What is said of it above the answer.
    pub(super) fn notice(self, language: Language) -> String {
        let most = match self {
            Wrong::Gone => return notice("wrong", language, "what-if-gone", ""),
            Wrong::Twice => return notice("wrong", language, "what-if-twice", ""),
            Wrong::Long(_) => ("what-if-long", NAME_CHARACTERS_MAX),
            Wrong::ManyAdded => ("what-if-many-added", ADDED_MAX),
            Wrong::ManyDropped => ("what-if-many-dropped", DROPPED_MAX),
        };
        let words = language.say_with(most.0, &[("most", &most.1.to_string())]);
        format!("<div class=\"notice wrong\" role=\"alert\"><p>{}</p></div>\n", escaped(&words))
    }
}

/// A question as it was read.
#[derive(Debug, Default)]
pub(super) struct Question {
    /// What of it can be asked.
    pub(super) what_if: WhatIf,
    /// What is wrong with the rest, each sort once.
    pub(super) wrong: Vec<Wrong>,
    /// The names of added options as they were written, by issue.
    pub(super) names: Vec<(EntryId, String)>,
}

impl Question {
    /// Reads it.
    pub(super) fn read(view: &View<'_>, askable: &Askable<'_>, values: &Values) -> Question {
        let mut question = Question::default();
        for (key, texts) in values {
            if let (Some(issue), Some(name)) = (key.strip_prefix(ADD), texts.first()) {
                question.add(view, askable, issue, name);
            }
        }
        let all = |key: &str| values.get(key).into_iter().flatten().filter(|text| !text.is_empty());
        all(FIX).for_each(|text| question.fix(view, askable, text));
        all(DROP).for_each(|text| question.set_aside(view, askable, text));
        question
    }

    fn say(&mut self, wrong: Wrong) {
        if !self.wrong.contains(&wrong) {
            self.wrong.push(wrong);
        }
    }

    fn add(&mut self, view: &View<'_>, askable: &Askable<'_>, issue: &str, name: &str) {
        let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return;
        }
        let id = named(view, issue);
        let found = askable.issues.iter().find(|(own, _)| id.is_some_and(|id| view.same(id, own.id())));
        let Some((issue, _)) = found else { return self.say(Wrong::Gone) };
        self.names.push((issue.id(), name.to_owned()));
        if words.chars().count() > NAME_CHARACTERS_MAX {
            self.say(Wrong::Long(issue.id()));
        } else if self.what_if.added.len() >= ADDED_MAX {
            self.say(Wrong::ManyAdded);
        } else {
            self.what_if.added.insert(IssueId(issue.id()), words);
        }
    }

    fn fix(&mut self, view: &View<'_>, askable: &Askable<'_>, text: &str) {
        let id = named(view, text);
        let added = EntryId::parse(text).map(OptionId);
        let of_issue = |(issue, options): &(onetext_model::Stated<'_, onetext_model::Issue>, Vec<_>)| {
            let issue = IssueId(issue.id());
            let is_it = |option: &&onetext_model::Stated<'_, onetext_model::IssueOption>| {
                id.is_some_and(|id| view.same(id, option.id()))
            };
            let on_file = options.iter().find(is_it).map(|option| OptionId(option.id()));
            let new = added.filter(|id| *id == added_to(issue) && self.what_if.added.contains_key(&issue));
            on_file
                .or(new)
                .map(|option| (option, options.iter().map(|one| OptionId(one.id())).collect(), issue))
        };
        let found: Option<(OptionId, Vec<OptionId>, IssueId)> = askable.issues.iter().find_map(of_issue);
        let Some((option, others, issue)) = found else { return self.say(Wrong::Gone) };
        let is_of_issue = |fixed: &OptionId| others.contains(fixed) || *fixed == added_to(issue);
        if self.what_if.fixed.iter().any(is_of_issue) {
            self.say(Wrong::Twice);
        } else {
            self.what_if.fixed.push(option);
        }
    }

    fn set_aside(&mut self, view: &View<'_>, askable: &Askable<'_>, text: &str) {
        let id = named(view, text);
        let is_it = |position: EntryId| id.is_some_and(|id| view.same(id, position));
        let Some(word) = askable.words.iter().find(|word| is_it(word.position.id())) else {
            return self.say(Wrong::Gone);
        };
        let position = word.position.id();
        if self.what_if.dropped.contains(&position) {
            return;
        }
        if self.what_if.dropped.len() >= DROPPED_MAX {
            self.say(Wrong::ManyDropped);
        } else {
            self.what_if.dropped.push(position);
        }
    }
}
