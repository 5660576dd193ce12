//! Which reports are one story: texts that share most of their wording have one root.
//!
//! An agency's text printed by ten outlets is one account, not ten. It is recognised when it was cut, when its
//! paragraphs changed places, when words were edited and another headline was put over it. Reports of the same event in
//! other words are not one story, even where both quote the same statement: words in quotation marks are the
//! speaker's, so that only what stands outside them tells a copy.
//!
//! Candidates are found by winnowing (Schleimer, Wilkerson & Aiken, "Winnowing: local algorithms for document
//! fingerprinting", SIGMOD 2003), over runs of five words; whether two candidates are one story is decided by exact
//! containment of their runs (the notion of Broder, "On the resemblance and containment of documents", 1997).
//!
//! ```
//! use onetext_report::roots::{Told, roots};
//! let wire = "The delegations left the lake on Monday without a word to the press, and the mediator will see \
//!     both of them again in nine days.";
//! let copy = format!("BY OUR DESK. {wire} More follows.");
//! let other = "Nobody spoke when the talks broke up. A second round is planned for next week, officials think.";
//! let found = roots(&[Told::of(wire), Told::of(&copy), Told::of(other)]);
//! let groups: Vec<Vec<usize>> = found.iter().map(|root| root.reports().collect()).collect();
//! assert_eq!(groups, [vec![0, 1], vec![2]]);
//! ```

mod earliest;
mod groups;
mod pairs;
mod passages;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::Span;
use crate::formats::Published;

use groups::Groups;
use words::Words;

/// A report as it is compared with others.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told<'a> {
    /// Its words.
    pub text: &'a str,
    /// When it was published.
    pub published: Option<&'a Published>,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// The outlets that it names as those from whom it has what it tells.
    pub relays: &'a [&'a str],
}

/// Reports that are one story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// The reports, in the order in which they were given.
    pub members: Vec<Member>,
    /// Which of them may have been the first, by their dates: several where the dates do not tell, none where no
    /// report has a date.
    pub earliest: Vec<usize>,
}

/// A report among others that are the same story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its place in what was given.
    pub report: usize,
    /// Its passages that stand in another member too.
    pub shared: Vec<Span>,
    /// Its passages that stand in no other member; none where it is alone.
    pub adds: Vec<Span>,
    /// Whether only its first [`WORDS_MAX`] words were compared.
    pub is_cut: bool,
}

/// Words of a report that are compared: four times the longest newspaper article.
pub const WORDS_MAX: usize = 20_000;

impl<'a> Told<'a> {
    /// A text of which nothing else is known.
    pub fn of(text: &'a str) -> Told<'a> {
        Told { text, ..Told::default() }
    }
}

impl Root {
    /// The places of its reports.
    pub fn reports(&self) -> impl Iterator<Item = usize> {
        self.members.iter().map(|member| member.report)
    }
}

/// Groups reports by story. Roots are in the order of their first report; every report is in exactly one.
pub fn roots(reports: &[Told<'_>]) -> Vec<Root> {
    let words: Vec<Words> = reports.iter().map(|report| Words::of(report.text)).collect();
    let groups = stories(&words).groups();
    let root = |members: Vec<usize>| {
        let earliest = earliest::earliest(members.iter().map(|member| (*member, reports[*member].published)));
        Root { members: passages::members(&words, &members), earliest }
    };
    groups.into_iter().map(root).collect()
}

/// The independent accounts among reports that tell the same thing, each with its reports: one for each story, where a
/// story that names an outlet as its source is no account beside that outlet's, nor beside others that name it. How many
/// there are is what corroborates.
///
/// ```
/// use onetext_report::roots::{Told, independent};
/// let first = Told { outlet: Some("The Herald"), ..Told::of("The envoys agreed on nine points on Monday.") };
/// let relay = Told { relays: &["Herald"], ..Told::of("According to the Herald, a deal is near, and nobody denies it.") };
/// let other = Told::of("A diplomat in the room said that nothing had been settled.");
/// assert_eq!(independent(&[first, relay, other]).len(), 2);
/// ```
pub fn independent(reports: &[Told<'_>]) -> Vec<Vec<usize>> {
    let words: Vec<Words> = reports.iter().map(|report| Words::of(report.text)).collect();
    let mut groups = stories(&words);
    let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
    let relayed: BTreeSet<String> =
        reports.iter().flat_map(|report| report.relays).map(|name| outlet_key(name)).collect();
    for (place, report) in reports.iter().enumerate() {
        let own = report.outlet.map(outlet_key).filter(|name| relayed.contains(name));
        for name in
            report.relays.iter().map(|name| outlet_key(name)).chain(own).filter(|name| !name.is_empty())
        {
            let first = *first_of.entry(name).or_insert(place);
            groups.join(first, place);
        }
    }
    groups.groups()
}

/// The reports joined by their wording.
fn stories(words: &[Words]) -> Groups {
    let mut groups = Groups::new(words.len());
    let mut contained = Vec::new();
    for (first, second) in pairs::candidates(words) {
        if groups.are_joined(first, second) {
            continue;
        }
        match pairs::relation(&words[first], &words[second]) {
            pairs::Relation::Same => groups.join(first, second),
            pairs::Relation::Within { first_is_longer, region } => {
                let (longer, shorter) = if first_is_longer { (first, second) } else { (second, first) };
                contained.push(groups::Contained { longer, shorter, region });
            }
            pairs::Relation::Apart => {}
        }
    }
    groups.join_contained(contained);
    groups
}

/// An outlet's name as it is compared: letters and digits, without an article.
fn outlet_key(name: &str) -> String {
    let lower = name.to_lowercase();
    let bare = lower.trim().strip_prefix("the ").unwrap_or(lower.trim());
    bare.chars().filter(|letter| letter.is_alphanumeric()).collect()
}
