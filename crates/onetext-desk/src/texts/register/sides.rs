//! Who stands behind a bracket and who against it: as the brackets say, and as positions on the provision say.

use onetext_document::{Block, Style, Text};
use onetext_model::{Party, Position, ProvisionId, Stance as Held, View};
use onetext_text::brackets::{Brackets, Owner, Stance, Target, target};
use onetext_text::draft::Draft;

use crate::opens::reasons;
use crate::texts::lines::CaseLines;
use crate::words::{actor_name, short_date, subject_name};

/// Who is on one side, each with what that rests on.
#[derive(Default)]
pub(super) struct Side(Vec<(String, String, Vec<Block>)>);

impl Side {
    /// The names in their order, each with how it is known.
    pub(super) fn text(&self) -> Text {
        let mut text = Text::default();
        for (turn, (name, how, _)) in self.0.iter().enumerate() {
            let comma = if turn == 0 { "" } else { ", " };
            text = text.then(format!("{comma}{name}"), Style::Plain).then(format!(" ({how})"), Style::Muted);
        }
        text
    }

    pub(super) fn opens(self) -> Vec<Block> {
        self.0.into_iter().flat_map(|(.., opens)| opens).collect()
    }

    fn add(&mut self, name: String, how: &str, opens: Vec<Block>) {
        if !self.0.iter().any(|(other, known, _)| (other.as_str(), known.as_str()) == (name.as_str(), how)) {
            self.0.push((name, how.to_owned(), opens));
        }
        self.0.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    }
}

/// Those for a bracket, those against it, and those who reserve.
#[derive(Default)]
pub(super) struct Sides {
    pub(super) support: Side,
    pub(super) oppose: Side,
    pub(super) reserve: Side,
}

/// What the brackets of a draft say of one of them.
pub(super) fn written(view: Option<&View<'_>>, draft: &Draft, found: &Brackets, at: usize) -> Sides {
    let mut sides = Sides::default();
    let name = |written: &String| match view {
        Some(view) => party_name(view, written).unwrap_or_else(|| written.clone()),
        None => written.clone(),
    };
    let mut add = |owner: &Owner, stance: Stance, how: &str| {
        for party in &owner.parties {
            let side = match stance {
                Stance::Proposes => &mut sides.support,
                Stance::Opposes => &mut sides.oppose,
                Stance::Reserves => &mut sides.reserve,
            };
            side.add(name(party), how, Vec::new());
        }
    };
    let bracket = &found.pairs[at];
    if let Some(owner) = &bracket.owner {
        add(owner, owner.stance, "in the text");
    }
    for other in 0..found.pairs.len() {
        let Some(owner) = &found.pairs[other].owner else { continue };
        // Whoever objects to a provision as a whole is told in a line of its own: which words are meant, only they know.
        let is_meant = target(draft, found, other) == Some(Target::Bracket(at));
        if is_meant {
            add(owner, owner.stance, "in the text");
        }
    }
    sides
}

/// What parties hold on the provision, in this draft and in those from which it descends.
pub(super) fn held(sides: &mut Sides, view: &View<'_>, case: &CaseLines<'_>, draft: usize, place: usize) {
    let own = case.provision(draft, place);
    let earlier = (0..case.drafts.len()).filter(|other| *other != draft).flat_map(|other| {
        let before = case.before(draft, place, other);
        before.into_iter().filter_map(move |place| case.provision(other, place))
    });
    let line: Vec<ProvisionId> = own.into_iter().chain(earlier).collect();
    for position in view.each::<Position>() {
        let on = view.latest(position.fact.on.0);
        if !line.iter().any(|id| view.same(id.0, on)) {
            continue;
        }
        let side = match position.fact.stance {
            Held::Accept | Held::Conditional => &mut sides.support,
            Held::Reject | Held::RedLine => &mut sides.oppose,
            Held::Reserved => &mut sides.reserve,
            Held::Silent => continue,
        };
        let day = short_date(view, position.entry.known_at);
        let how = format!("{} {}, {day}", position.fact.stance.letter(), position.fact.evidence.said());
        let how = match own {
            Some(own) if view.same(own.0, on) => how,
            _ => format!("{how}, on {}", subject_name(view, position.fact.on)),
        };
        let mut opens = vec![Block::Paragraph(Text::plain(position.fact.words.clone()))];
        opens.extend(reasons(view, position.entry));
        side.add(actor_name(view, position.fact.party), &how, opens);
    }
}

/// The party that a name in a bracket means, where one party alone bears it.
pub(crate) fn party_named(view: &View<'_>, written: &str) -> Option<onetext_model::EntryId> {
    let small = written.trim().to_lowercase();
    let bears = |party: &Party| {
        let short = party.short.iter().chain(&party.aliases);
        short.chain([&party.name]).any(|name| name.to_lowercase() == small)
    };
    let mut found = view.each::<Party>().filter(|party| {
        let label = view.label(party.id()).is_some_and(|label| label.as_str() == small);
        label || bears(party.fact)
    });
    let first = found.next()?;
    found.next().is_none().then(|| first.id())
}

fn party_name(view: &View<'_>, written: &str) -> Option<String> {
    party_named(view, written).map(|id| actor_name(view, id))
}
