//! Who and what there is before anybody talks: compartments, parties, persons, tracks, issues, options, drafts.

use anyhow::Result;

use crate::folder::Folder;
use crate::random::Random;

/// Options of each issue.
const OPTIONS: usize = 4;
/// Persons of each party.
const PERSONS: usize = 5;
/// Strands of the talks.
const TRACKS: usize = 8;
/// Drafts of the main text, and provisions of each.
const DRAFTS: usize = 6;
const PROVISIONS: usize = 30;
/// Every party with such a number has a circle of its principal's.
const PRINCIPAL_EVERY: usize = 5;
/// Everything here was known on the first day.
const FIRST_DAY: &str = "known_at = 2024-01-01\nrecorded_at = 2024-01-01\n";

/// The labels that the talks refer to.
pub struct Cast {
    /// How many parties there are.
    pub parties: usize,
    /// How many issues there are.
    pub issues: usize,
}

pub fn party(number: usize) -> String {
    format!("party-{number:02}")
}
pub fn person(random: &mut Random, party: usize) -> String {
    format!("person-{party:02}-{}", random.below(PERSONS))
}
pub fn track(random: &mut Random) -> String {
    format!("track-{}", random.below(TRACKS))
}
pub fn issue(number: usize) -> String {
    format!("issue-{number:03}")
}
pub fn option(random: &mut Random, issue: usize) -> String {
    format!("issue-{issue:03}/option-{}", random.below(OPTIONS))
}
pub fn provision(random: &mut Random) -> String {
    format!("draft-{}/{}", random.below(DRAFTS), 1 + random.below(PROVISIONS))
}

impl Cast {
    /// Writes everything that the talks are about.
    pub fn write(parties: usize, issues: usize, random: &mut Random, folder: &mut Folder) -> Result<Cast> {
        let cast = Cast { parties, issues };
        cast.settings(folder)?;
        cast.actors(random, folder)?;
        cast.matters(random, folder)?;
        drafts(random, folder, issues)?;
        Ok(cast)
    }

    fn settings(&self, folder: &mut Folder) -> Result<()> {
        let mut text = format!(
            "format = 1\n{FIRST_DAY}\n[case]\ntitle = \"Generated talks\"\ntime_zone = \"Europe/Vienna\"\n"
        );
        text.push_str("invented = true\nviewer = \"mediator\"\n");
        text.push_str("\n[[compartment]]\nlabel = \"mediator\"\nname = \"The mediator\"\nmediator = true\n");
        let mut circles = 1;
        for number in 0..self.parties {
            let label = party(number);
            text.push_str(&format!("\n[[compartment]]\nlabel = \"{label}\"\nname = \"Delegation of {label}\"\nparty = \"{label}\"\n"));
            circles += 1;
            if number % PRINCIPAL_EVERY == 0 {
                text.push_str(&format!(
                    "\n[[compartment]]\nlabel = \"{label}-principal\"\nname = \"Principal of {label}\"\nparty = \"{label}\"\n"
                ));
                circles += 1;
            }
        }
        folder.file("case.toml", &text, circles)?;
        folder.file(".gitignore", "private/\n", 0)
    }

    fn actors(&self, random: &mut Random, folder: &mut Folder) -> Result<()> {
        for number in 0..self.parties {
            let (id, label) = (random.id(), party(number));
            let seat = if number < 6 { "at_the_table = true\n" } else { "" };
            folder.add(
                "actors/parties",
                &format!("[[party]]\nid = \"{id}\"\nlabel = \"{label}\"\n{FIRST_DAY}name = \"Party {number:02}\"\nshort = \"P{number:02}\"\nsort = \"state\"\n{seat}"),
            )?;
            for turn in 0..PERSONS {
                let (id, name) = (random.id(), format!("Person {number:02} {turn}"));
                let label = format!("person-{number:02}-{turn}");
                folder.add("actors/persons", &format!("[[person]]\nid = \"{id}\"\nlabel = \"{label}\"\n{FIRST_DAY}name = \"{name}\"\noffice = \"Delegate {turn}\"\nparty = \"{}\"\n", party(number)))?;
                let id = random.id();
                folder.add("actors/memberships", &format!("[[membership]]\nid = \"{id}\"\n{FIRST_DAY}person = \"{label}\"\ncompartment = \"{}\"\n", party(number)))?;
            }
            let id = random.id();
            folder.add("actors/mandates", &format!("[[mandate]]\nid = \"{id}\"\n{FIRST_DAY}person = \"person-{number:02}-0\"\nparty = \"{}\"\noffice = \"Head of delegation\"\nauthority = \"negotiate\"\n", party(number)))?;
            let role = *random.one(&["negotiating", "guaranteeing", "affected", "commenting", "benefiting"]);
            let id = random.id();
            folder.add(
                "actors/roles",
                &format!(
                    "[[role]]\nid = \"{id}\"\n{FIRST_DAY}party = \"{}\"\nrole = \"{role}\"\n",
                    party(number)
                ),
            )?;
        }
        Ok(())
    }

    fn matters(&self, random: &mut Random, folder: &mut Folder) -> Result<()> {
        for number in 0..TRACKS {
            let (id, a) = (random.id(), party(random.below(self.parties)));
            folder.add("contacts/tracks", &format!("[[track]]\nid = \"{id}\"\nlabel = \"track-{number}\"\n{FIRST_DAY}name = \"Track {number}\"\nbetween = [\"{a}\"]\n"))?;
        }
        for number in 0..self.issues {
            let (id, label) = (random.id(), issue(number));
            let question = random.sentence(8);
            folder.add("issues/issues", &format!("[[issue]]\nid = \"{id}\"\nlabel = \"{label}\"\n{FIRST_DAY}name = \"Issue {number:03}\"\nquestion = \"{question}\"\n"))?;
            for turn in 0..OPTIONS {
                let id = random.id();
                let excludes = if random.chance(10) && number > 0 {
                    let other = random.below(number);
                    format!("excludes = [\"{}\"]\n", option(random, other))
                } else {
                    String::new()
                };
                let words = random.sentence(5);
                folder.add("issues/options", &format!("[[option]]\nid = \"{id}\"\nlabel = \"{label}/option-{turn}\"\n{FIRST_DAY}issue = \"{label}\"\nname = \"{words}\"\n{excludes}"))?;
            }
        }
        Ok(())
    }
}

fn drafts(random: &mut Random, folder: &mut Folder, issues: usize) -> Result<()> {
    let id = random.id();
    folder.add(
        "texts/instruments",
        &format!("[[instrument]]\nid = \"{id}\"\nlabel = \"main\"\n{FIRST_DAY}name = \"Main text\"\n"),
    )?;
    for number in 0..DRAFTS {
        let after = if number == 0 { String::new() } else { format!("after = [\"draft-{}\"]\n", number - 1) };
        let mut text = format!(
            "+++\nid = \"{}\"\nlabel = \"draft-{number}\"\n{FIRST_DAY}title = \"Draft {number}\"\ninstrument = \"main\"\npoints = {PROVISIONS}\nauthors = [\"party-00\"]\ninput_missing = [\"party-01\"]\n{after}form = \"verbatim\"\n+++\n",
            random.id()
        );
        for point in 1..=PROVISIONS {
            let touches = issue(random.below(issues));
            text.push_str(&format!(
                "\n## {point}. Point {point} {{issues: {touches}}}\n\n{}\n",
                random.sentence(30)
            ));
        }
        folder.file(&format!("drafts/draft-{number}.md"), &text, 1 + PROVISIONS)?;
    }
    Ok(())
}
