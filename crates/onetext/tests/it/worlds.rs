//! Two worlds: what a viewer gets never depends on what the viewer may not see. Two histories that differ only in
//! such entries give the same bytes from every page, in every format, from the check and from the JSON lines.

use std::collections::BTreeSet;

use onetext_desk::multicolumn::{self, Asked};
use onetext_desk::{PAGES, brief, check, grid};
use onetext_document::{Document, calendar, html, json, markdown, terminal, xlsx};
use onetext_folder::lines;
use onetext_model::{
    AsOf, Audience, Case, Compartment, CompartmentId, Day, Draft, DraftId, EntryId, Finding, Person,
    PersonId, View, Viewer,
};

use crate::histories::{self, CIRCLES, Told};
use crate::random::Random;

/// Pairs of histories in an ordinary run of the tests; `ONETEXT_HISTORIES` asks for more.
const HISTORIES: u64 = 200;
/// Of a person's pairs so many in a hundred at most may be set aside because a circle itself let the person in or out.
const SET_ASIDE_PERCENT_MAX: u64 = 50;

pub fn histories() -> u64 {
    std::env::var("ONETEXT_HISTORIES").ok().and_then(|number| number.parse().ok()).unwrap_or(HISTORIES)
}

/// Two histories that a viewer must not be able to tell apart.
pub struct Pair {
    pub viewer: Viewer,
    /// The circles into which the viewer sees.
    pub circles: BTreeSet<&'static str>,
    /// What the viewer may see, in both worlds; then the rest of either.
    pub common: Vec<Told>,
    pub one: Vec<Told>,
    pub other: Vec<Told>,
}

impl Pair {
    /// The pair of a seed.
    pub fn of(seed: u64) -> Pair {
        let (all, mut random) = histories::history(seed);
        let viewer = viewer(&mut random);
        let circles = circles(&all, &viewer);
        let (common, hidden): (Vec<Told>, Vec<Told>) =
            all.iter().cloned().partition(|told| told.is_seen_by(&circles));
        let mut other = all.clone();
        let number = 1 + random.below(12);
        histories::add(&mut other, number, &mut random, &|place| {
            !place.is_empty() && place.iter().all(|circle| !circles.contains(circle))
        });
        let mut new = other.split_off(all.len());
        new.extend(hidden.iter().filter(|_| random.chance(50)).cloned());
        Pair { viewer, circles, common, one: hidden, other: new }
    }

    pub fn first(&self) -> Vec<&Told> {
        self.common.iter().chain(&self.one).collect()
    }

    pub fn second(&self) -> Vec<&Told> {
        self.common.iter().chain(&self.other).collect()
    }

    /// The circles that a person sees in one world only. They must have had news of their own that let the person in
    /// or out: a change that such a circle cannot see has no say.
    pub fn let_in_or_out(&self) -> Vec<&'static str> {
        let (before, after) =
            (circles_of(&self.first(), &self.viewer), circles_of(&self.second(), &self.viewer));
        before.symmetric_difference(&after).copied().collect()
    }

    fn had_news(&self, circle: &str) -> bool {
        let changed = self.one.iter().filter(|told| !self.other.contains(told));
        let changed = changed.chain(self.other.iter().filter(|told| !self.one.contains(told)));
        changed.into_iter().any(|told| told.place.contains(&circle))
    }
}

fn id(kind: &str, label: &str) -> EntryId {
    EntryId::derived(&["cast", kind, label])
}

fn viewer(random: &mut Random) -> Viewer {
    match random.below(9) {
        0 => Viewer::Anybody,
        turn @ 1..6 => Viewer::Compartment(CompartmentId(id("compartment", CIRCLES[turn - 1]))),
        6 => Viewer::Person(PersonId(id("person", "anna"))),
        7 => Viewer::Person(PersonId(id("person", "boris"))),
        _ => Viewer::Person(PersonId(id("person", "envoy"))),
    }
}

fn circles(told: &[Told], viewer: &Viewer) -> BTreeSet<&'static str> {
    circles_of(&told.iter().collect::<Vec<_>>(), viewer)
}

/// The circles into which a viewer sees at any of the times at which the pages are looked at.
fn circles_of(told: &[&Told], viewer: &Viewer) -> BTreeSet<&'static str> {
    let (case, _) = Case::new(histories::log(told.iter().copied()));
    circles_in(&case, viewer)
}

/// The same of a case.
pub fn circles_in(case: &Case, viewer: &Viewer) -> BTreeSet<&'static str> {
    let mut seen = BTreeSet::new();
    for at in times() {
        let view = View::of(case, viewer.clone(), at);
        let inside = |circle: &&str| {
            let compartment = CompartmentId(id("compartment", circle));
            view.may_see(&Audience::Only([compartment].into()))
        };
        seen.extend(CIRCLES.into_iter().filter(inside));
    }
    seen
}

/// When the pages are looked at: in the middle of the history, and after it.
fn times() -> [AsOf; 2] {
    [AsOf::known_by(Day::constant(2026, 1, 12)), AsOf::today(Day::constant(2026, 3, 1))]
}

/// Everything that a viewer can get of a case.
pub fn everything(case: &Case, findings: &[Finding], viewer: &Viewer) -> Vec<u8> {
    let mut bytes = Vec::new();
    for at in times() {
        let view = View::of(case, viewer.clone(), at);
        let mut documents: Vec<Document> = PAGES.iter().map(|page| (page.compose)(&view)).collect();
        for person in view.each::<Person>() {
            documents.push(brief::compose(&view, PersonId(person.id()), None));
            documents.push(brief::do_not_mention(&view, person.id()));
        }
        documents.push(check::compose(&view, &check::findings(&view, findings)));
        for document in &documents {
            print(document, &mut bytes);
        }
        bytes.extend(lines::write(view.settings(), view.entries().iter().copied()).into_bytes());
        bytes.extend(format!("{:?} {}", view.viewer(), view.each::<Compartment>().count()).into_bytes());
        let properties = xlsx::Properties { created: Some((2026, 1, 1)), ..xlsx::Properties::default() };
        bytes.extend(xlsx::write(&[&grid::sheet_table(&view)], &properties).unwrap());
        bytes.extend(calendar::write(&onetext_desk::calendar::compose(&view)).into_bytes());
        for draft in view.each::<Draft>() {
            let (draft, others) =
                (DraftId(draft.id()), view.each::<Draft>().map(|other| DraftId(other.id())));
            let asked = Asked { beside: others.collect(), ..Asked::default() };
            print(&multicolumn::compose(&view, draft, &asked), &mut bytes);
            let sheet = multicolumn::sheet(&view, draft, &asked).unwrap();
            bytes.extend(xlsx::write(&[&sheet.table], &properties).unwrap());
        }
    }
    bytes
}

fn print(document: &Document, into: &mut Vec<u8>) {
    into.extend(terminal::write(document, 100).into_bytes());
    into.extend(html::write(document).into_bytes());
    into.extend(json::write(document).into_bytes());
    into.extend(markdown::write(document).into_bytes());
}

/// What a lens lets a viewer see of a history.
pub type Lens = dyn Fn(&[&Told], &Viewer) -> Vec<u8>;

/// The program as it is.
pub fn honest(told: &[&Told], viewer: &Viewer) -> Vec<u8> {
    let (case, findings) = Case::new(histories::log(told.iter().copied()));
    everything(&case, &findings, viewer)
}

/// Whether a lens tells the two worlds apart.
pub fn tells_apart(lens: &Lens, pair: &Pair) -> bool {
    lens(&pair.first(), &pair.viewer) != lens(&pair.second(), &pair.viewer)
}

type Part = fn(&mut Pair) -> &mut Vec<Told>;
const PARTS: [Part; 3] = [|pair| &mut pair.common, |pair| &mut pair.one, |pair| &mut pair.other];

/// Takes away what the difference does not need, so that a person can read what is left.
fn smallest(lens: &Lens, mut pair: Pair) -> Pair {
    loop {
        let before = (pair.common.len(), pair.one.len(), pair.other.len());
        for part in PARTS {
            let mut turn = 0;
            while turn < part(&mut pair).len() {
                let taken = part(&mut pair).remove(turn);
                if circles_of(&pair.first(), &pair.viewer) == pair.circles
                    && pair.let_in_or_out().is_empty()
                    && tells_apart(lens, &pair)
                {
                    continue;
                }
                part(&mut pair).insert(turn, taken);
                turn += 1;
            }
        }
        if before == (pair.common.len(), pair.one.len(), pair.other.len()) {
            return pair;
        }
    }
}

/// The first difference between what a lens gives in the two worlds.
fn difference(lens: &Lens, pair: &Pair) -> String {
    let (one, other) = (lens(&pair.first(), &pair.viewer), lens(&pair.second(), &pair.viewer));
    let at = one.iter().zip(&other).position(|(a, b)| a != b).unwrap_or(one.len().min(other.len()));
    let around = |bytes: &[u8]| {
        String::from_utf8_lossy(&bytes[at.saturating_sub(300).min(bytes.len())..(at + 200).min(bytes.len())])
            .into_owned()
    };
    format!("one world:\n{}\n\nother world:\n{}", around(&one), around(&other))
}

#[test]
fn a_view_never_depends_on_what_it_may_not_see() {
    let (mut pairs, mut aside) = (0, 0);
    for seed in 0..histories() {
        let pair = Pair::of(seed);
        pairs += 1;
        let changed = pair.let_in_or_out();
        if !changed.is_empty() {
            let unasked: Vec<_> = changed.iter().filter(|circle| !pair.had_news(circle)).collect();
            assert!(
                unasked.is_empty(),
                "seed {seed}: {:?} was let into or out of {unasked:?} unnoticed",
                pair.viewer
            );
            aside += 1;
            continue;
        }
        if tells_apart(&honest, &pair) {
            let pair = smallest(&honest, pair);
            let shown = |told: &[Told]| {
                told.iter().map(|told| format!("  {:?} {told:?}", told.place)).collect::<Vec<_>>().join("\n")
            };
            panic!(
                "seed {seed}: {:?} in {:?} tells the worlds apart\n{}\n\nseen:\n{}\none:\n{}\nother:\n{}",
                pair.viewer,
                pair.circles,
                difference(&honest, &pair),
                shown(&pair.common),
                shown(&pair.one),
                shown(&pair.other),
            );
        }
    }
    assert!(aside * 100 <= pairs * SET_ASIDE_PERCENT_MAX, "{aside} of {pairs} pairs were set aside");
    println!("{} pairs of histories gave the same bytes; {aside} were set aside", pairs - aside);
}
