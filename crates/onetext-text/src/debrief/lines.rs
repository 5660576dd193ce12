//! The sentences of a debrief, one by one, to proposals.

use jiff::civil::Date;
use onetext_model::{
    ActorId, Answer, Ask, Attribution, Audience, Chained, Claim, ClaimId, Compartment, CompartmentId,
    ContactId, ContactStatus, EntryId, Evidence, Fact, IssueId, Mode, Moment, PartyId, Position, Release,
    RequestId, RoleKind, Stance, Step, View,
};

use super::contact::{self, Head};
use super::{Maker, Proposal, cues};
use crate::day::find_day;
use crate::names::{Mention, Names, Subject};

/// Reads sentences in order; what came before decides whom "they" means and which ask an answer answers.
pub(crate) struct Reader<'r, 'v, 'g> {
    view: &'r View<'v>,
    names: &'r Names,
    contact: ContactId,
    maker: Maker<'g>,
    under_rule: bool,
    ourselves: Option<ActorId>,
    others: Vec<ActorId>,
    last_speaker: Option<Mention>,
    last_ask: Option<EntryId>,
    pub(crate) proposals: Vec<Proposal>,
    pub(crate) unread: Vec<String>,
}

/// A sentence with what is found in it.
struct Found<'s> {
    sentence: &'s str,
    lower: String,
    mentions: Vec<Mention>,
    subject: Option<Subject>,
}

impl<'r, 'v, 'g> Reader<'r, 'v, 'g> {
    pub(crate) fn new(
        view: &'r View<'v>,
        names: &'r Names,
        contact: ContactId,
        head: &Head,
        maker: Maker<'g>,
    ) -> Self {
        let ourselves = mediator(view);
        let others = head.participants().into_iter().filter(|actor| Some(*actor) != ourselves).collect();
        Reader {
            view,
            names,
            contact,
            maker,
            under_rule: head.is_under_rule(),
            ourselves,
            others,
            last_speaker: None,
            last_ask: None,
            proposals: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Reads one sentence.
    pub(crate) fn read(&mut self, sentence: &str) {
        let mentions = self.names.mentions(sentence);
        let subject = self.names.subject(sentence, &mentions);
        let found = Found { sentence, lower: sentence.to_lowercase(), mentions, subject };
        let proposed = self
            .next_contact(&found)
            .or_else(|| self.release(&found))
            .or_else(|| self.ask(&found))
            .or_else(|| self.answer(&found))
            .or_else(|| self.step(&found))
            .or_else(|| self.position(&found))
            .or_else(|| self.claim(&found));
        match proposed {
            Some(proposal) => {
                let speaker = self.attribution(&found, &proposal);
                self.proposals.push(proposal);
                self.proposals.extend(speaker);
            }
            None => self.unread.push(sentence.to_owned()),
        }
        if let Some(speaker) = found.mentions.first() {
            self.last_speaker = Some(speaker.clone());
        }
    }

    fn propose(&mut self, about: Option<Date>, fact: Fact, found: &Found<'_>, why: &str) -> Proposal {
        let about_issue = found
            .subject
            .as_ref()
            .map_or_else(String::new, |s| format!("; issue by the words “{}”", s.words));
        let entry = self.maker.entry(about, fact);
        Proposal { entry, sentence: found.sentence.to_owned(), why: format!("{why}{about_issue}") }
    }

    /// A day that lies ahead of the meeting.
    fn due(&self, found: &Found<'_>) -> Option<Date> {
        find_day(found.sentence, self.maker.day, true)
    }

    /// Whoever a sentence begins with: a name, the writer, or the one who spoke before.
    fn subject_before(&self, found: &Found<'_>, place: usize) -> Option<ActorId> {
        if is_ours(found) {
            return self.ourselves;
        }
        let named = found.mentions.iter().find(|mention| mention.end <= place);
        let they = ["they ", "he ", "she ", "it "].iter().any(|word| found.lower.starts_with(word));
        named
            .map(|mention| mention.actor)
            .or_else(|| self.last_speaker.as_ref().filter(|_| they).map(|mention| mention.actor))
    }

    fn next_contact(&mut self, found: &Found<'_>) -> Option<Proposal> {
        let (_, cue) = cues::find(&found.lower, cues::NEXT_CONTACTS)?;
        let due = self.due(found);
        let head = Head::read(self.names, &[found.sentence], self.maker.day);
        let mut contact = head.contact(self.view);
        contact.sort = contact::sort(found.sentence);
        contact.status = ContactStatus::Planned;
        contact.chatham_house = false;
        if due.is_none() {
            contact.when_words = Some(found.sentence.trim_end_matches('.').to_owned());
        }
        Some(self.propose(due, Fact::Contact(contact), found, &format!("“{cue}”")))
    }

    fn release(&mut self, found: &Found<'_>) -> Option<Proposal> {
        let (place, cue) = cues::find(&found.lower, cues::TELLS).filter(|_| is_ours(found))?;
        let to = found.mentions.iter().find(|mention| mention.start >= place)?;
        let terms = cues::terms(&found.lower);
        let release = Release {
            to: to.party.map_or(to.actor, |party| ActorId(party.0)),
            told_by: self.ourselves,
            words: told(&found.sentence[to.end..]),
            terms: terms.unwrap_or(self.view.settings().release_regime),
            contact: Some(self.contact),
            on: found.subject.as_ref().map(|subject| subject.on),
        };
        let regime = if terms.is_some() { "" } else { "; terms not said: the case's rule" };
        let receiver = release.to;
        let mut proposal = self.propose(None, Fact::Release(release), found, &format!("“{cue}”{regime}"));
        self.give_to(&mut proposal, receiver);
        Some(proposal)
    }

    /// A release is an entry that its receiver may see. What lies in the debrief's own place stays out of it.
    fn give_to(&self, proposal: &mut Proposal, receiver: ActorId) {
        let of_receiver = |circle: &onetext_model::Stated<'_, Compartment>| {
            circle.fact.party.is_some_and(|party| self.view.same(party, receiver))
        };
        let circles: Vec<_> = self.view.each::<Compartment>().filter(of_receiver).collect();
        let ([circle], Audience::Only(given)) = (circles.as_slice(), &mut proposal.entry.audience) else {
            return;
        };
        given.insert(CompartmentId(circle.id()));
        proposal.entry.sources.clear();
        if let Fact::Release(release) = &mut proposal.entry.fact {
            release.contact = None;
        }
    }

    fn ask(&mut self, found: &Found<'_>) -> Option<Proposal> {
        let (place, cue) = cues::find(&found.lower, cues::ASKS)?;
        let by = self.subject_before(found, place)?;
        let named =
            found.mentions.iter().filter(|mention| mention.start > place).map(|mention| mention.actor);
        let mut of: Vec<ActorId> = named.take(1).collect();
        if of.is_empty() {
            of = self.others.iter().copied().filter(|actor| *actor != by).collect();
            of.extend(self.ourselves.filter(|ours| of.is_empty() && *ours != by));
        }
        let ask = Ask {
            by,
            of,
            words: found.sentence.to_owned(),
            on: found.subject.as_ref().map(|subject| subject.on),
            answer_by: self.due(found).map(Moment::Day),
            contact: Some(self.contact),
        };
        let proposal = self.propose(None, Fact::Ask(ask), found, &format!("“{cue}”"));
        self.last_ask = Some(proposal.entry.id);
        Some(proposal)
    }

    /// The first answer after an ask.
    fn answer(&mut self, found: &Found<'_>) -> Option<Proposal> {
        let to = self.last_ask?;
        let (answer, cue) = cues::answer(&found.lower)?;
        let by = self.subject_before(found, found.lower.len()).or(self.others.first().copied())?;
        self.last_ask = None;
        let fact = Answer { to: RequestId(to), by, answer, words: found.sentence.to_owned() };
        Some(self.propose(None, Fact::Answer(fact), found, &format!("“{cue}”, after an ask")))
    }

    fn step(&mut self, found: &Found<'_>) -> Option<Proposal> {
        let (place, cue) = cues::find(&found.lower, cues::PROMISES)?;
        // "To do: send it to Upland" is ours; "To do: Upland to send it" and "Upland will send it" are Upland's.
        let told_first = found.mentions.first().filter(|first| {
            // The cue was found in lower case, where some letters have other lengths: hence no slicing by index.
            let gap = found.sentence.get(place + cue.len()..first.start);
            let rest = found.sentence.get(first.end..).unwrap_or("");
            cue.ends_with(':') && rest.starts_with(" to ") && gap.is_some_and(|gap| gap.trim().is_empty())
        });
        let who = told_first
            .map(|first| first.actor)
            .or_else(|| self.subject_before(found, place))
            .or(self.ourselves)
            .or_else(|| found.mentions.first().map(|m| m.actor))?;
        let promise = cue.starts_with("promise") || cue.starts_with("undertook");
        let party = |mention: &Mention| mention.party.map_or(mention.actor, |party| ActorId(party.0));
        let receiver =
            found.mentions.iter().filter(|mention| mention.start > place).map(party).find(|to| *to != who);
        let step = Step {
            who,
            what: found.sentence.to_owned(),
            by: self.due(found).map(Moment::Day),
            promised_to: receiver.filter(|_| promise).into_iter().collect(),
            contact: Some(self.contact),
            done: false,
        };
        Some(self.propose(None, Fact::Step(step), found, &format!("“{cue}”")))
    }

    fn position(&mut self, found: &Found<'_>) -> Option<Proposal> {
        let subject = found.subject.clone()?;
        let (stance, cue) = cues::stance(&found.lower)?;
        let party = self.speaking_party(found)?;
        if self.under_rule || Some(ActorId(party.0)) == self.ourselves {
            return None;
        }
        let speaker = found.mentions.first().filter(|mention| mention.actor.0 != party.0);
        let condition = condition(found).filter(|_| matches!(stance, Stance::Accept | Stance::Conditional));
        let stance = if condition.is_some() { Stance::Conditional } else { stance };
        let position = Position {
            party,
            on: subject.on,
            stance,
            words: found.sentence.to_owned(),
            condition,
            evidence: Evidence::Own,
            by: None,
            speaker: speaker.map(|mention| onetext_model::PersonId(mention.actor.0)),
            limit: None,
        };
        let earlier = self.earlier_position(&position);
        let mut proposal =
            self.propose(None, Fact::Position(position), found, &format!("{}: “{cue}”", stance.said()));
        proposal.entry.supersedes.extend(earlier);
        Some(proposal)
    }

    /// The party's last word on the same subject, which this one replaces.
    fn earlier_position(&self, position: &Position) -> Option<EntryId> {
        let same = |other: &onetext_model::Stated<'_, Position>| {
            self.view.same(other.fact.party, position.party)
                && self.view.same(other.fact.on, position.on)
                && other.entry.audience.includes(self.maker.audience())
        };
        self.view.each::<Position>().rfind(same).map(|other| other.id())
    }

    fn speaking_party(&self, found: &Found<'_>) -> Option<PartyId> {
        let they = ["they ", "he ", "she ", "it "].iter().any(|word| found.lower.starts_with(word));
        let before = self.last_speaker.as_ref().filter(|_| they);
        before.or(found.mentions.first()).and_then(|mention| mention.party)
    }

    /// Anything else that somebody said. Under the Chatham House Rule the speaker stays out of it.
    fn claim(&mut self, found: &Found<'_>) -> Option<Proposal> {
        let (place, cue) = cues::find(&found.lower, cues::SPEAKS)?;
        let speaker = self.subject_before(found, place)?;
        let last = if self.under_rule {
            Chained::Participant("a participant".to_owned())
        } else {
            Chained::Actor(speaker)
        };
        let claim = Claim {
            words: if self.under_rule { unnamed(found) } else { found.sentence.to_owned() },
            chain: vec![last],
            mode: if found.sentence.contains(['"', '“']) { Mode::Mixed } else { Mode::Indirect },
            cue: Some(cue.to_owned()),
            issues: self.issues(found),
            assesses: Vec::new(),
            contact: Some(self.contact),
            answers: None,
            readout: false,
            duration_minutes: None,
            addressee: None,
            venue: None,
        };
        let rule = if self.under_rule { "; Chatham House Rule: “a participant”" } else { "" };
        Some(self.propose(None, Fact::Claim(claim), found, &format!("“{cue}”{rule}")))
    }

    /// Under the rule, who "a participant" was: an entry of its own, which stays with the mediator.
    fn attribution(&mut self, found: &Found<'_>, claim: &Proposal) -> Option<Proposal> {
        if !self.under_rule || !matches!(claim.entry.fact, Fact::Claim(_)) {
            return None;
        }
        let (place, _) = cues::find(&found.lower, cues::SPEAKS)?;
        let speaker = self.subject_before(found, place)?;
        let fact = Attribution { claim: ClaimId(claim.entry.id), speaker };
        Some(self.propose(None, Fact::Attribution(fact), found, "who the participant was, for the mediator"))
    }

    fn issues(&self, found: &Found<'_>) -> Vec<IssueId> {
        let subject = found.subject.as_ref().and_then(|subject| self.view.entry(subject.on));
        match subject.map(|entry| (entry.id, &entry.fact)) {
            Some((_, Fact::Option(option))) => vec![option.issue],
            Some((id, Fact::Issue(_))) => vec![IssueId(id)],
            _ => Vec::new(),
        }
    }
}

/// What stands after "if" or "provided that".
fn condition(found: &Found<'_>) -> Option<String> {
    let (place, cue) = cues::find(&found.lower, cues::CONDITIONS)?;
    let rest = found.sentence.get(place + cue.len()..)?.trim().trim_end_matches('.');
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// The writer speaks.
fn is_ours(found: &Found<'_>) -> bool {
    cues::OURSELVES.iter().any(|word| found.lower.starts_with(word)) || found.lower.starts_with("told ")
}

/// The sentence with every name replaced: the speaker must not be told by the words either.
fn unnamed(found: &Found<'_>) -> String {
    let mut words = String::new();
    let mut end = 0;
    for mention in &found.mentions {
        words.push_str(&found.sentence[end..mention.start]);
        words.push_str("a participant");
        end = mention.end;
    }
    words.push_str(&found.sentence[end..]);
    words
}

/// What was told: the words after the receiver, without "that", a remark in brackets, or a colon.
fn told(rest: &str) -> String {
    let rest = rest.trim_start();
    let rest = match (rest.strip_prefix('('), rest.find(')')) {
        (Some(_), Some(end)) => &rest[end + 1..],
        _ => rest,
    };
    let rest = rest.trim_start_matches([':', ',', ' ']);
    let rest = rest.strip_prefix("that ").unwrap_or(rest);
    // Terms after a mark at the end are kept apart from what was said; anywhere else they belong to the words.
    let lower = rest.to_lowercase();
    let end = cues::find(&lower, cues::TERMS).map_or(rest.len(), |(place, _)| place);
    let said = rest.get(..end).unwrap_or(rest);
    let apart = said.trim_end_matches([' ', ';', ',', '(', '-', '–', '.']);
    let is_marked = said.trim_end().ends_with([';', ',', '(', '-', '–', '.']);
    if is_marked && !apart.is_empty() { apart.to_owned() } else { rest.trim().to_owned() }
}

/// The party that mediates, if it is one; else a person in the mediator's compartment.
pub(super) fn mediator(view: &View<'_>) -> Option<ActorId> {
    let role = view.each::<onetext_model::Role>().find(|role| role.fact.role == RoleKind::Mediating);
    role.map(|role| ActorId(view.latest(role.fact.party.0))).or_else(|| {
        let circle = view.each::<onetext_model::Compartment>().find(|circle| circle.fact.mediator)?;
        let mut members = view.each::<onetext_model::Membership>();
        members.find(|m| view.same(m.fact.compartment, circle.id())).map(|m| ActorId(m.fact.person.0))
    })
}
