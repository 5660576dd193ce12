//! Reading a report from its text: the parts of this crate in their order.

use jiff::civil::Date;

use crate::grammar::Parsed;
use crate::{Reading, Unread, actors, claims, contacts, dates, languages, narrated, said_on};

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
    let parsed = Parsed::of(text);
    let actors = actors::find(&parsed, about.outlet.as_deref());
    let times = dates::Times::of(text);
    let days = times.expressions.as_slice();
    let found = claims::attributions(&parsed);
    let mut claims = claims::chain::resolve(&parsed, &actors, &found, days, about.published);
    let mut narrated = narrated::narrated(&parsed, &found);
    let contacts = contacts::find(&parsed, &actors, &times, about.published);
    contacts::link(&contacts, &mut claims, &mut narrated);
    said_on::from_contacts(&parsed, days, &contacts, about.published, &mut claims);
    let mut reading = Reading { actors: actors.actors, claims, narrated, contacts, ..Reading::default() };
    reading.unread = languages::unread(text);
    // Of what is not read nothing is told either.
    let skipped = reading.unread.clone();
    let is_read = |span: crate::Span| skipped.iter().all(|unread| !unread.span.overlaps(span));
    reading.narrated.retain(|told| is_read(told.content));
    reading.claims.retain(|claim| claim.content.iter().all(|span| is_read(*span)));
    reading.unread.extend(unread(about.published, days));
    reading
}

/// Relative words of time without the day that they are counted from.
fn unread(published: Option<Date>, days: &[dates::Expression]) -> Vec<Unread> {
    if published.is_some() {
        return vec![];
    }
    let open = days.iter().filter(|day| !day.rests_on_event() && day.length_days().is_none());
    let open = open.filter(|day| dates::resolve(day, None, dates::Tense::Unknown).start.is_none());
    open.map(|day| Unread { span: day.span, why: "the day of the report is not known".to_owned() }).collect()
}
