//! What is said and done over two years: positions, claims, contacts, asks, answers, releases, in every place.

use anyhow::Result;
use onetext_model::EntryId;

use crate::cast::{self, Cast};
use crate::folder::Folder;
use crate::random::Random;

/// Days over which the talks go on.
const DAYS: usize = 730;
/// How far back a reference reaches, in entries of its kind: people refer to what is recent.
const RECENT: usize = 400;

/// Where an entry lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Public,
    Mediator,
    Party(usize),
    Joint(usize),
}

impl Place {
    fn any(random: &mut Random, parties: usize) -> Place {
        match random.below(100) {
            0..60 => Place::Public,
            60..80 => Place::Mediator,
            80..90 => Place::Joint(random.below(parties)),
            _ => Place::Party(random.below(parties)),
        }
    }

    fn folder(self) -> String {
        match self {
            Place::Public => String::new(),
            Place::Mediator => "private/mediator/".to_owned(),
            Place::Party(number) => format!("private/{}/", cast::party(number)),
            Place::Joint(number) => format!("private/mediator+{}/", cast::party(number)),
        }
    }

    /// Whether an entry that lies here may refer to one that lies there.
    fn reaches(self, other: Place) -> bool {
        match (self, other) {
            (_, Place::Public) | (Place::Mediator, Place::Joint(_)) => true,
            (Place::Party(mine), Place::Joint(theirs)) => mine == theirs,
            _ => self == other,
        }
    }
}

/// Entries that others may refer to.
#[derive(Default)]
struct Pool(Vec<(Place, EntryId)>);

impl Pool {
    /// A recent entry that may be referred to from a place.
    fn from(&self, place: Place, random: &mut Random) -> Option<EntryId> {
        let recent = &self.0[self.0.len().saturating_sub(RECENT)..];
        if recent.is_empty() {
            return None;
        }
        let start = random.below(recent.len());
        let round = recent[start..].iter().chain(&recent[..start]);
        round.take(RECENT / 4).find(|(there, _)| place.reaches(*there)).map(|(_, id)| *id)
    }
}

/// The talks so far.
struct Talk<'c> {
    cast: &'c Cast,
    reports: Pool,
    claims: Pool,
    contacts: Pool,
    asks: Pool,
    releases: Pool,
    positions: Pool,
}

/// An entry before its own keys.
struct Head {
    place: Place,
    id: EntryId,
    times: String,
}

/// Writes entries until the case has so many.
pub fn write(cast: &Cast, entries: usize, random: &mut Random, folder: &mut Folder) -> Result<()> {
    let mut talk = Talk {
        cast,
        reports: Pool::default(),
        claims: Pool::default(),
        contacts: Pool::default(),
        asks: Pool::default(),
        releases: Pool::default(),
        positions: Pool::default(),
    };
    let start = folder.written();
    let all = entries.saturating_sub(start).max(1);
    while folder.written() < entries {
        let day = (folder.written() - start) * DAYS / all;
        let head = Head {
            place: Place::any(random, cast.parties),
            id: random.id(),
            times: format!("known_at = {}\nrecorded_at = {}\n", date(day), date(day + random.below(3))),
        };
        talk.entry(head, day, random, folder)?;
    }
    Ok(())
}

/// A day of 2024 or later.
fn date(day: usize) -> String {
    let first = onetext_model::Day::constant(2024, 1, 1);
    let days = jiff::Span::new().days(i64::try_from(day).unwrap_or(0));
    first.checked_add(days).unwrap_or(first).to_string()
}

fn line(key: &str, value: Option<impl std::fmt::Display>) -> String {
    value.map_or_else(String::new, |value| format!("{key} = \"{value}\"\n"))
}

fn list(key: &str, value: Option<impl std::fmt::Display>) -> String {
    value.map_or_else(String::new, |value| format!("{key} = [\"{value}\"]\n"))
}

impl Talk<'_> {
    fn entry(&mut self, head: Head, day: usize, random: &mut Random, folder: &mut Folder) -> Result<()> {
        let (kind, stem, keys) = match random.below(100) {
            0..40 => ("position", "positions", self.position(&head, random)),
            40..65 => ("claim", "claims", self.claim(&head, random)),
            65..69 => ("report", "reports", self.report(&head, random)),
            69..76 => ("contact", "contacts/contacts", self.contact(&head, day, random)),
            76..82 => ("ask", "asks", self.ask(&head, random)),
            82..87 => ("answer", "answers", self.answer(&head, random)),
            87..92 => ("release", "releases", self.release(&head, random)),
            92..95 => ("origin", "origins", self.origin(&head, random)),
            95..98 => ("step", "steps", self.step(&head, day, random)),
            98 => ("grade", "grades", self.grade(&head, random)),
            _ => ("withdrawal", "withdrawals", self.withdrawal(&head, random)),
        };
        let Some(keys) = keys else { return Ok(()) };
        let Head { place, id, times } = head;
        folder.add(&format!("{}{stem}", place.folder()), &format!("[[{kind}]]\nid = \"{id}\"\n{times}{keys}"))
    }

    fn party(&self, random: &mut Random) -> usize {
        random.below(self.cast.parties)
    }

    fn subject(&self, random: &mut Random) -> String {
        let issue = random.below(self.cast.issues);
        match random.below(20) {
            0 => cast::issue(issue),
            1 => cast::provision(random),
            _ => cast::option(random, issue),
        }
    }

    fn position(&mut self, head: &Head, random: &mut Random) -> Option<String> {
        let (party, on) = (self.party(random), self.subject(random));
        let stance =
            *random.one(&["accept", "accept", "conditional", "reserved", "reject", "red-line", "silent"]);
        let evidence = *random.one(&["own", "own", "attributed", "inferred"]);
        let by = if evidence == "own" { "" } else { "by = { outlet = \"The Courier\" }\n" };
        let condition = if stance == "conditional" {
            format!("condition = \"{}\"\n", random.sentence(6))
        } else {
            String::new()
        };
        let earlier = self.positions.from(head.place, random).filter(|_| random.chance(3));
        self.positions.0.push((head.place, head.id));
        Some(format!(
            "{}{}party = \"{}\"\non = \"{on}\"\nstance = \"{stance}\"\nwords = \"{}\"\n{condition}evidence = \"{evidence}\"\n{by}{}",
            list("supersedes", earlier),
            list("sources", self.claims.from(head.place, random)),
            cast::party(party),
            random.sentence(12),
            line("speaker", random.chance(30).then(|| cast::person(random, party))),
        ))
    }

    fn claim(&mut self, head: &Head, random: &mut Random) -> Option<String> {
        let (party, issue) = (self.party(random), random.below(self.cast.issues));
        let assesses = match random.below(20) {
            0 => format!("assesses = [{{ issue = \"{}\", state = \"sticking\" }}]\n", cast::issue(issue)),
            1 => format!("assesses = [{{ issue = \"{}\", state = \"near\" }}]\n", cast::issue(issue)),
            _ => String::new(),
        };
        let keys = format!(
            "{}words = \"{}\"\nchain = [{{ outlet = \"The Courier\" }}, {{ unnamed = {{ words = \"an official\" }} }}, {{ actor = \"{}\" }}]\nmode = \"{}\"\nissues = [\"{}\"]\n{assesses}{}",
            list("sources", self.reports.from(head.place, random)),
            random.sentence(18),
            cast::person(random, party),
            *random.one(&["direct", "indirect", "mixed", "narrated"]),
            cast::issue(issue),
            line("contact", self.contacts.from(head.place, random).filter(|_| random.chance(30))),
        );
        self.claims.0.push((head.place, head.id));
        Some(keys)
    }

    fn report(&mut self, head: &Head, random: &mut Random) -> Option<String> {
        self.reports.0.push((head.place, head.id));
        let title = random.sentence(7);
        Some(format!(
            "outlet = \"The Courier\"\ntitle = \"{title}\"\naddress = \"https://example.org/{}\"\n",
            head.id
        ))
    }

    fn contact(&mut self, head: &Head, day: usize, random: &mut Random) -> Option<String> {
        let (a, b) = (self.party(random), self.party(random));
        let status = *random.one(&["occurred", "occurred", "occurred", "planned", "expected", "cancelled"]);
        let about = if status == "occurred" { day } else { day + random.below(60) };
        let whole = self.contacts.from(head.place, random).filter(|_| random.chance(10));
        self.contacts.0.push((head.place, head.id));
        Some(format!(
            "about = {}\ntitle = \"{}\"\nsort = \"{}\"\nstatus = \"{status}\"\ntrack = \"{}\"\n{}duration_minutes = [{}]\nplace = \"Vienna\"\nparticipants = [{{ actor = \"{}\" }}, {{ actor = \"{}\", role = \"principal\" }}]\ntopics = [\"{}\"]\n",
            date(about),
            random.sentence(4),
            *random.one(&["call", "meeting", "round", "letter"]),
            cast::track(random),
            line("part_of", whole),
            15 * (1 + random.below(20)),
            cast::party(a),
            cast::person(random, b),
            cast::issue(random.below(self.cast.issues)),
        ))
    }

    fn ask(&mut self, head: &Head, random: &mut Random) -> Option<String> {
        let (by, of) = (self.party(random), self.party(random));
        let keys = format!(
            "{}by = \"{}\"\nof = [\"{}\"]\nwords = \"{}\"\non = \"{}\"\n{}",
            list("sources", self.claims.from(head.place, random)),
            cast::party(by),
            cast::party(of),
            random.sentence(10),
            self.subject(random),
            line("contact", self.contacts.from(head.place, random)),
        );
        self.asks.0.push((head.place, head.id));
        Some(keys)
    }

    fn answer(&mut self, head: &Head, random: &mut Random) -> Option<String> {
        let to = self.asks.from(head.place, random)?;
        let answer = *random.one(&["granted", "partly", "refused", "considering"]);
        let by = cast::party(self.party(random));
        Some(format!(
            "to = \"{to}\"\nby = \"{by}\"\nanswer = \"{answer}\"\nwords = \"{}\"\n",
            random.sentence(8)
        ))
    }

    /// Something told is told to somebody in particular: public releases there are none.
    fn release(&mut self, head: &Head, random: &mut Random) -> Option<String> {
        let Place::Joint(party) = head.place else { return None };
        self.releases.0.push((head.place, head.id));
        let terms = *random.one(&["free", "ask-first", "never"]);
        let (to, words, on) = (cast::party(party), random.sentence(14), self.subject(random));
        Some(format!("to = \"{to}\"\nwords = \"{words}\"\nterms = \"{terms}\"\non = \"{on}\"\n"))
    }

    fn origin(&mut self, head: &Head, random: &mut Random) -> Option<String> {
        if head.place != Place::Mediator {
            return None;
        }
        let release = self.releases.from(head.place, random)?;
        let entry = self.claims.from(head.place, random)?;
        Some(format!("release = \"{release}\"\nentry = \"{entry}\"\n"))
    }

    fn step(&mut self, _: &Head, day: usize, random: &mut Random) -> Option<String> {
        let (who, to) = (self.party(random), self.party(random));
        let by = date(day + random.below(30));
        let what = random.sentence(7);
        Some(format!(
            "who = \"{}\"\nwhat = \"{what}\"\nby = {by}\npromised_to = [\"{}\"]\n",
            cast::party(who),
            cast::party(to)
        ))
    }

    fn grade(&mut self, head: &Head, random: &mut Random) -> Option<String> {
        let of = self.claims.from(head.place, random)?;
        let letter = *random.one(&["a", "b", "c", "d"]);
        Some(format!("of = \"{of}\"\nreliability = \"{letter}\"\ncredibility = {}\n", 1 + random.below(6)))
    }

    fn withdrawal(&mut self, head: &Head, random: &mut Random) -> Option<String> {
        let of = self.positions.from(head.place, random)?;
        Some(format!("of = \"{of}\"\nreason = \"{}\"\n", random.sentence(5)))
    }
}
