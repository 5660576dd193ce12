//! Which statement is an account of which contact: by the words that they share.

use crate::reading::{Claim, Contact, Narrated, Span};

/// Ties each statement to the contact of which it tells first.
pub(crate) fn link(contacts: &[Contact], claims: &mut [Claim], narrated: &mut [Narrated]) {
    let mut places: Vec<(Span, usize)> = contacts
        .iter()
        .enumerate()
        .flat_map(|(place, contact)| contact.mentions.iter().map(move |span| (*span, place)))
        .collect();
    places.sort_unstable();
    for claim in claims {
        claim.contact = claim.content.iter().find_map(|span| contact_in(&places, *span));
    }
    for told in narrated {
        told.contact = contact_in(&places, told.content);
    }
}

/// The contact of the mention that shares most with the span; of equals the first.
fn contact_in(places: &[(Span, usize)], span: Span) -> Option<usize> {
    let shared = |mention: &Span| mention.end.min(span.end).saturating_sub(mention.start.max(span.start));
    // Mentions may nest, but none is longer than a sentence: those that begin after the span are past it.
    let to = places.partition_point(|(mention, _)| mention.start < span.end);
    let mut best: Option<(usize, usize)> = None;
    for (mention, contact) in places.get(..to)?.iter().rev().take(LOOK_BACK_MAX).rev() {
        let size = shared(mention);
        if size > 0 && best.is_none_or(|(known, _)| size > known) {
            best = Some((size, *contact));
        }
    }
    best.map(|(_, contact)| contact)
}

/// A sentence holds a handful of mentions.
const LOOK_BACK_MAX: usize = 40;
