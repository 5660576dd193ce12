//! What a claim says of a party's position on an option: proposed as attributed, unless the party's own people say it in
//! quotation marks.

use onetext_model::{
    Chained, Entry, Evidence, Fact, OptionId, PartyId, PersonId, Position, Stance, SubjectId, View,
};
use onetext_report::{self as report, Mode, Reading};

use super::actors::{Cast, Who};
use super::claims::Said;
use super::subjects::Subjects;
use super::{Maker, Proposal};

/// What a speech act says of where its speaker stands. Acts that are no stance have none.
const STANCES: &[(&str, Stance)] = &[
    ("demand", Stance::Accept),
    ("propose", Stance::Accept),
    ("accept", Stance::Accept),
    ("commit", Stance::Accept),
    ("commit_conditional", Stance::Conditional),
    ("reject", Stance::Reject),
];

pub(crate) fn propose(
    view: &View<'_>,
    text: &str,
    reading: &Reading,
    cast: &Cast,
    said: &Said,
    maker: &mut Maker<'_>,
) -> Vec<Proposal> {
    let subjects = Subjects::of(view);
    let mut proposals = Vec::new();
    for (claim, place) in reading.claims.iter().zip(&said.claims) {
        let (Some((id, issues)), Some(stance)) = (place, stance(claim)) else { continue };
        let Some(party) = claim.speaker.and_then(|speaker| cast.party(speaker)) else { continue };
        let words: Vec<&str> = claim.content.iter().map(|span| span.of(text).trim()).collect();
        let words = words.join(" ");
        let Some((option, shared)) = subjects.option(&words, issues) else { continue };
        let position = position(cast, reading, claim, party, option, stance, &words, maker);
        if is_held(view, &position) {
            continue;
        }
        let how =
            if position.evidence == Evidence::Own { "its own quoted words" } else { "attributed by others" };
        let mut entry: Entry =
            maker.entry(claim.date.as_ref().and_then(|when| when.start), None, Fact::Position(position));
        entry.sources = vec![onetext_model::SourceId(id.0)];
        let mut needs = cast.needs(claim.speaker);
        needs.push(id.0);
        let cue: Vec<&str> = claim.cue.iter().map(|span| span.of(text).trim()).collect();
        let why = format!("“{}”: {how}; option by the words “{}”", cue.join(", "), shared.join("”, “"));
        let by = claim.speaker.map_or_else(String::new, |speaker| cast.name(view, reading, speaker));
        proposals.push(Proposal { entry, spans: claim.content.clone(), why, by, needs });
    }
    proposals
}

fn stance(claim: &report::Claim) -> Option<Stance> {
    let stance = STANCES.iter().find(|(act, _)| *act == claim.act).map(|(_, stance)| *stance)?;
    match (claim.negated, stance) {
        (false, stance) => Some(stance),
        // "did not accept" is no rejection and "did not reject" no acceptance: nothing is filled in.
        (true, _) => None,
    }
}

#[expect(clippy::too_many_arguments, reason = "the parts of one position")]
fn position(
    cast: &Cast,
    reading: &Reading,
    claim: &report::Claim,
    party: PartyId,
    option: OptionId,
    stance: Stance,
    words: &str,
    maker: &Maker<'_>,
) -> Position {
    let own =
        claim.mode != Mode::Indirect && claim.speaker.is_some_and(|speaker| speaks_for_itself(cast, speaker));
    let chain = cast.chain(reading, &claim.chain, maker.outlet());
    let by = chain.iter().rev().nth(1).cloned().unwrap_or_else(|| Chained::Outlet(maker.outlet().to_owned()));
    let speaker = claim.speaker.and_then(|speaker| match cast.who(speaker) {
        Some(Who::Known(known)) if ActorIdIs::party(party, *known) => None,
        Some(Who::Known(known)) => Some(PersonId(known.0)),
        Some(Who::New(new)) => Some(PersonId(*new)),
        _ => None,
    });
    Position {
        party,
        on: SubjectId(option.0),
        stance,
        words: words.trim_end_matches([',', ' ']).to_owned(),
        condition: (stance == Stance::Conditional).then(|| words.to_owned()),
        evidence: if own { Evidence::Own } else { Evidence::Attributed },
        by: (!own).then_some(by),
        speaker,
        limit: None,
    }
}

/// A named person or the party itself; a source that is not named speaks for nobody.
fn speaks_for_itself(cast: &Cast, speaker: report::ActorIndex) -> bool {
    matches!(cast.who(speaker), Some(Who::Known(_) | Who::New(_)))
}

/// Compares the id of a party with that of an actor.
struct ActorIdIs;

impl ActorIdIs {
    fn party(party: PartyId, actor: onetext_model::ActorId) -> bool {
        party.0 == actor.0
    }
}

/// Whether the case has that position of the party already, on evidence as good.
fn is_held(view: &View<'_>, new: &Position) -> bool {
    view.each::<Position>().any(|known| {
        let held = known.fact;
        let same =
            view.same(held.party, new.party) && view.same(held.on.0, new.on.0) && held.stance == new.stance;
        same && (held.evidence == Evidence::Own || new.evidence != Evidence::Own)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_a_stance_only_by_its_act() {
        assert!(
            STANCES.iter().all(|(_, stance)| *stance != Stance::RedLine),
            "nobody's red line is read into words"
        );
    }
}
