//! Reading a report from its text: the parts of this crate in their order.

use jiff::civil::Date;

use crate::{Actor, ActorKind, Reading};

/// What is known of a report beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Who published it: the first link of every chain.
    pub outlet: Option<String>,
    /// The day of publication, on which "on Saturday" depends; without it relative dates stay unresolved.
    pub published: Option<Date>,
    /// Its language as a BCP 47 tag ("en"), where it is known; else it is told from the letters.
    pub language: Option<String>,
}

/// Reads a report. Never fails: what was not understood is in [`Reading::unread`].
///
/// ```
/// use onetext_report::{About, read};
///
/// let about = About { outlet: Some("The Valley Post".into()), ..About::default() };
/// let reading = read("The envoy said that the talks would go on.", &about);
/// assert_eq!(reading.actors[0].name, "The Valley Post");
/// ```
pub fn read(text: &str, about: &About) -> Reading {
    let parsed = crate::grammar::Parsed::of(text);
    let found = crate::claims::attributions(&parsed);
    let span = |words: crate::tokens::Words| parsed.text.span(words);
    let claims = found.iter().map(|one| crate::Claim {
        content: one.content.iter().map(|w| span(*w)).collect(), cue: one.cue.iter().map(|w| span(*w)).collect(), source: one.source.map(span), relay: one.relay.map(span),
        speaker: None, mode: one.mode.unwrap_or(crate::Mode::Indirect), act: one.act, negated: one.negated, hedges: one.hedges.clone(), chain: vec![], addressee: None, venue: one.venue.clone(), date: None, contact: None }).collect();
    Reading { actors: about.outlet.iter().map(|name| outlet(name)).collect(), claims, ..Reading::default() }
}

fn outlet(name: &str) -> Actor {
    Actor {
        name: name.to_owned(),
        aliases: Vec::new(),
        kind: ActorKind::Outlet,
        office: None,
        side: None,
        anonymity: None,
        part_of: None,
        mentions: Vec::new(),
    }
}
