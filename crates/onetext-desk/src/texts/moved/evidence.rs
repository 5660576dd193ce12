//! What is recorded of a party on a provision: wordings that it proposes, brackets that it owns, drafts that it wrote, and what
//! it holds in its own words.

use std::collections::BTreeSet;

use onetext_document::Block;
use onetext_model::{
    Day, EntryId, Evidence as Known, Fact, IssueOption, Position, ProvisionId, Stance as Held, TextForm,
    View, Wording,
};
use onetext_text::brackets::{Stance, Target, brackets, target, wording};

use crate::opens::reasons;
use crate::texts::first_version;
use crate::texts::lines::CaseLines;
use crate::texts::register::party_named;
use crate::words::{figure, party_of, short_date};

/// One thing that is recorded.
pub(super) struct Evidence {
    /// What it is: "wording of 3 Jun".
    pub(super) what: String,
    pub(super) holds: Holds,
    pub(super) opens: Vec<Block>,
}

/// What it wants of the text.
pub(super) enum Holds {
    /// These words; or that they go, where it opposes them.
    Wording { text: String, is_whole: bool, is_opposed: bool },
    /// Something of which words do not tell.
    Unsaid(&'static str),
}

/// All that is recorded of a party on provisions of the earlier draft, their ancestors, and the one that came of them.
pub(super) fn evidence(
    view: &View<'_>,
    case: &CaseLines<'_>,
    (old, new): (&[usize], &[usize]),
    (from, to): (usize, usize),
    party: EntryId,
) -> Vec<Evidence> {
    let line = line(case, (old, new), (from, to));
    let by = view.day(first_version(view, case.drafts[to].entry).known_at);
    let asked = Asked { view, case, party, line, by };
    let mut all = asked.wordings();
    for place in old {
        all.extend(asked.brackets(from, *place));
    }
    all.extend(asked.drafts(old, (from, to)));
    let new: Vec<ProvisionId> = new.iter().filter_map(|place| case.provision(to, *place)).collect();
    all.extend(asked.positions(&new));
    all
}

/// The provisions of the line: the old ones, those from which they descend, and the new one.
fn line(
    case: &CaseLines<'_>,
    (old, new): (&[usize], &[usize]),
    (from, to): (usize, usize),
) -> Vec<ProvisionId> {
    let mut places: BTreeSet<(usize, usize)> = new.iter().map(|place| (to, *place)).collect();
    for place in old {
        places.insert((from, *place));
        for draft in 0..from {
            places.extend(case.before(from, *place, draft).into_iter().map(|place| (draft, place)));
        }
    }
    places.into_iter().filter_map(|(draft, place)| case.provision(draft, place)).collect()
}

struct Asked<'l, 'v> {
    view: &'l View<'v>,
    case: &'l CaseLines<'v>,
    party: EntryId,
    line: Vec<ProvisionId>,
    /// The day of the later draft: what was proposed after it is about the next.
    by: Day,
}

impl Asked<'_, '_> {
    fn is_on_line(&self, id: EntryId) -> bool {
        self.line.iter().any(|own| self.view.same(own.0, id))
    }

    /// The last wording that it proposed for each provision of the line.
    fn wordings(&self) -> Vec<Evidence> {
        let own = |one: &onetext_model::Stated<'_, Wording>| {
            one.fact.by.is_some_and(|by| self.view.same(by, self.party))
                && self.is_on_line(one.fact.on.0)
                && self.view.day(one.entry.known_at) <= self.by
        };
        let told = self.view.each::<Wording>().filter(own).map(|one| Evidence {
            what: format!("wording of {}", short_date(self.view, one.entry.known_at)),
            holds: if one.fact.text.trim().is_empty() {
                Holds::Unsaid("it proposes that the provision goes")
            } else {
                Holds::Wording { text: one.fact.text.clone(), is_whole: true, is_opposed: false }
            },
            opens: reasons(self.view, one.entry),
        });
        told.collect()
    }

    /// Brackets of the earlier text that name it.
    fn brackets(&self, draft: usize, place: usize) -> Vec<Evidence> {
        let text = &self.case.texts[draft].draft;
        let found = brackets(text);
        let mut all = Vec::new();
        for (at, bracket) in found.pairs.iter().enumerate().filter(|(_, bracket)| bracket.open.0 == place) {
            let Some(owner) = &bracket.owner else { continue };
            let names = |name: &String| party_named(self.view, name) == Some(self.party);
            if !owner.parties.iter().any(names) {
                continue;
            }
            let words = match (owner.stance, target(text, &found, at)) {
                (Stance::Proposes, _) => Some((wording(text, bracket), false)),
                (Stance::Opposes, Some(Target::Bracket(other))) => {
                    Some((wording(text, &found.pairs[other]), true))
                }
                _ => None,
            };
            let entry = self.case.provision(draft, place).and_then(|id| self.view.entry(id));
            let verb = if owner.stance == Stance::Proposes { "proposes" } else { "objects" };
            all.push(Evidence {
                what: format!("{verb} in brackets in {}", self.case.drafts[draft].fact.title),
                holds: match words {
                    Some((words, is_opposed)) => {
                        Holds::Wording { text: without_brackets(words), is_whole: false, is_opposed }
                    }
                    None => Holds::Unsaid("it objects without saying to which words"),
                },
                opens: entry.map_or_else(Vec::new, |entry| reasons(self.view, entry)),
            });
        }
        all
    }

    /// What it wrote in a draft of its own beside the main line.
    fn drafts(&self, old: &[usize], (from, to): (usize, usize)) -> Vec<Evidence> {
        let mut all = Vec::new();
        for (at, draft) in self.case.drafts.iter().enumerate().filter(|(at, _)| *at != from && *at != to) {
            let wrote = |author: &onetext_model::ActorId| {
                party_of(self.view, *author).is_some_and(|party| self.view.same(party, self.party))
            };
            let is_later = self.view.day(first_version(self.view, draft.entry).known_at) > self.by;
            if is_later || !draft.fact.branch || !draft.fact.authors.iter().any(wrote) {
                continue;
            }
            let mut places = BTreeSet::new();
            for place in old {
                places.extend(self.case.after(from, *place, at));
                places.extend(self.case.before(from, *place, at));
            }
            for place in places {
                let text = &self.case.texts[at].draft.provisions[place].text;
                let entry = self.case.provision(at, place).and_then(|id| self.view.entry(id));
                all.push(Evidence {
                    what: format!("{} of {}", self.case.number(at, place), draft.fact.title),
                    holds: if draft.fact.form == TextForm::Verbatim {
                        Holds::Wording { text: without_brackets(text), is_whole: true, is_opposed: false }
                    } else {
                        Holds::Unsaid("its draft is known only as our summary")
                    },
                    opens: entry.map_or_else(Vec::new, |entry| reasons(self.view, entry)),
                });
            }
        }
        all
    }

    /// What it holds in its own words on a provision of the line, or on a numeric option of an issue that these touch.
    fn positions(&self, new: &[ProvisionId]) -> Vec<Evidence> {
        let own = self.view.each::<Position>().filter(|position| {
            self.view.same(position.fact.party, self.party) && position.fact.evidence == Known::Own
        });
        let told = own.filter_map(|position| {
            let on = self.view.latest(position.fact.on.0);
            let holds = match self.view.entry(on).map(|entry| &entry.fact)? {
                // A word on the new provision itself says nothing about where it came from.
                Fact::Provision(_) if new.iter().any(|new| self.view.same(new.0, on)) => return None,
                Fact::Provision(provision) if self.is_on_line(on) => match position.fact.stance {
                    Held::Accept => Holds::Wording {
                        text: without_brackets(&provision.text),
                        is_whole: true,
                        is_opposed: false,
                    },
                    Held::Silent => return None,
                    _ => {
                        Holds::Unsaid("it holds a position on the earlier wording and has proposed no other")
                    }
                },
                Fact::Option(option) if self.touches(option) => {
                    // Only a number can be looked for: the name of an option is not a wording of the text.
                    let value = option.value.filter(|_| option.words.is_none())?;
                    let is_opposed = match position.fact.stance {
                        Held::Accept => false,
                        Held::Reject | Held::RedLine => true,
                        _ => return None,
                    };
                    Holds::Wording { text: figure(value), is_whole: false, is_opposed }
                }
                _ => return None,
            };
            let what = format!(
                "{} on {}, own words, {}",
                position.fact.stance.said(),
                crate::words::subject_name(self.view, position.fact.on),
                short_date(self.view, position.entry.known_at)
            );
            Some(Evidence { what, holds, opens: reasons(self.view, position.entry) })
        });
        told.collect()
    }

    /// Whether a provision of the line touches the issue of an option.
    fn touches(&self, option: &IssueOption) -> bool {
        self.line
            .iter()
            .filter_map(|id| self.view.find::<onetext_model::Provision>(*id))
            .any(|provision| provision.fact.issues.iter().any(|issue| self.view.same(*issue, option.issue)))
    }
}

/// A text as it is proposed, without the brackets in it.
fn without_brackets(text: &str) -> String {
    text.replace(['[', ']'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
