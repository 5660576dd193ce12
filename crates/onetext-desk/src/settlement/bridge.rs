//! Bridging: for each issue on which no option is left that nobody rejects, what a new option would have to be worth, and ideas
//! that can be built from options that exist. Candidates for a person to judge; no party's view of them is guessed.

use std::collections::BTreeSet;

use onetext_analysis::bridging::operators::{
    Checked, Idea, Ideas, LeftOpen, Material, MaterialIndex, Operator, Origin, Precondition, Shelf, State,
    ideas,
};
use onetext_analysis::bridging::{Bridge, Corner, Crossing, Missing, Region, Stake, bridge};
use onetext_analysis::{Budget, Choice, IssueIndex};
use onetext_document::{Block, Document, Item, Section, Style, Text};
use onetext_model::{Evidence, Stance, View};

use super::known::Known;
use super::numbered::Numbered;
use super::settle::stated;
use super::{STEPS_MAX, said};
use crate::blocks::{item, list_or_none, paragraph};
use crate::head::document;
use crate::words::{count, list};

/// Ideas of one sort on one issue that are printed; the rest is counted.
const IDEAS_SHOWN_MAX: usize = 4;

/// Requirements of one issue that are printed; the rest is counted.
const CORNERS_SHOWN_MAX: usize = 8;

/// Every issue that sticks.
pub fn compose(view: &View<'_>) -> Document {
    compose_for(view, None)
}

/// One issue, or every issue that sticks.
pub fn compose_for(view: &View<'_>, issue: Option<onetext_model::IssueId>) -> Document {
    let mut page = document(view, "bridge", "what could bridge");
    if view.settings().conflicts_only {
        return page.with(paragraph(said::CONFLICTS_ONLY));
    }
    let numbered = match Numbered::of(view) {
        Ok(numbered) => numbered,
        Err(why) => return said::without_space(page, &why),
    };
    let is_asked = |at: &IssueIndex| match issue {
        Some(issue) => view.same(issue, numbered.issues[at.at()].id()),
        None => is_stuck(&numbered, *at),
    };
    let asked: Vec<IssueIndex> = numbered.space.indices().filter(is_asked).collect();
    if asked.is_empty() {
        return page.with(paragraph(
            "On every issue an option is left that nobody rejects: there is nothing to bridge.",
        ));
    }
    page.blocks.push(paragraph(INTRODUCTION));
    page.blocks.extend(asked.iter().map(|at| Block::Section(section(view, &numbered, *at))));
    page.blocks.extend(said::left_aside(view, &numbered).map(Block::Section));
    page
}

const INTRODUCTION: &str = "Ideas built from options that exist, for a person to judge. They are in the order of how they are \
    built and of what they are built from, not ranked; no party has said anything on them.";

/// Whether every option of the issue is rejected by somebody.
fn is_stuck(numbered: &Numbered<'_>, issue: IssueIndex) -> bool {
    let is_rejected =
        |choice: Choice| numbered.party_indices().any(|party| numbered.stance(party, choice).rejects());
    numbered.choices(issue).all(is_rejected)
}

fn section(view: &View<'_>, numbered: &Numbered<'_>, issue: IssueIndex) -> Section {
    let stated = numbered.issues[issue.at()];
    let mut blocks = vec![Block::List(
        numbered.choices(issue).map(|choice| option_line(view, numbered, choice)).collect(),
    )];
    blocks.push(needed(view, numbered, issue));
    let shelf = shelf(numbered);
    match ideas(&numbered.space, issue, &shelf) {
        Ok(found) => blocks.extend(found_ideas(numbered, issue, &shelf, &found)),
        Err(error) => blocks.push(said::no_result(&error)),
    }
    Section::new(format!("bridge-{}", crate::words::key(view, stated.id())), stated.fact.name.clone(), blocks)
}

/// An option with who accepts and who rejects it.
fn option_line(view: &View<'_>, numbered: &Numbered<'_>, choice: Choice) -> Item {
    let who = |wanted: fn(Stance) -> bool| {
        let those = numbered.party_indices().filter(|party| wanted(numbered.stance(*party, choice)));
        said::parties(numbered, those)
    };
    let groups = [
        ("accepted by", who(|stance| stance == Stance::Accept)),
        ("with a condition by", who(|stance| stance == Stance::Conditional)),
        ("rejected by", who(Stance::rejects)),
    ];
    let words: Vec<String> =
        groups.iter().filter(|(_, who)| !who.is_empty()).map(|(verb, who)| format!("{verb} {who}")).collect();
    let words = if words.is_empty() { "nobody has said anything".to_owned() } else { words.join("; ") };
    let option = numbered.option(choice);
    let text = Text::styled(option.fact.name.clone(), Style::Strong).then(format!(": {words}"), Style::Plain);
    let positions = numbered.party_indices().filter_map(|party| numbered.words.get(&(party, choice)));
    item(text, positions.flat_map(|position| crate::opens::reasons(view, position.entry)).collect())
}

/// What a new option would have to be worth, where that can be told.
fn needed(view: &View<'_>, numbered: &Numbered<'_>, issue: IssueIndex) -> Block {
    let known = Known::of(view, numbered);
    let stated: Vec<_> = numbered.party_indices().map(|party| stated(numbered, &known, party)).collect();
    let stakes: Vec<Stake<'_>> = stated
        .iter()
        .map(|(utility, reservation)| Stake { utility: utility.as_ref(), reservation: *reservation })
        .collect();
    match bridge(&numbered.space, &stakes, issue, &Budget::steps(STEPS_MAX)) {
        Ok(Bridge::CrossedBy(crossings)) => {
            let ties: Vec<String> =
                crossings.iter().filter_map(|crossing| crossed(numbered, crossing)).collect();
            paragraph(format!(
                "What a new option would have to be worth cannot be told from the other issues. Crossed by: {}.",
                ties.join("; ")
            ))
        }
        Ok(Bridge::NotStated(missing)) => {
            let who: BTreeSet<_> = missing
                .iter()
                .map(|missing| match missing {
                    Missing::Weights(party) | Missing::Reservation(party) => *party,
                })
                .collect();
            paragraph(format!(
                "What a new option would have to be worth cannot be told: not every option has one value, or having no deal has \
                 none, by {}.",
                said::parties(numbered, who)
            ))
        }
        Ok(Bridge::Region(region)) => Block::List(corners(numbered, &region)),
        Err(error) => said::no_result(&error),
    }
}

/// Each minimal requirement: what a new option must add for every party at once.
fn corners(numbered: &Numbered<'_>, region: &Region) -> Vec<Item> {
    let lead = format!(
        "A new option works if for one of these it is worth at least so much to every party ({}):",
        count(region.corners.len(), "requirement")
    );
    let line = |corner: &Corner| {
        let each = numbered.party_indices().zip(&corner.requires);
        let each: Vec<String> = each
            .map(|(party, least)| format!("{} {:.3}", said::party(numbered, party), least.approximate()))
            .collect();
        Item::new(each.join(", "))
    };
    let mut items = vec![Item::new(lead)];
    items.extend(region.corners.iter().take(CORNERS_SHOWN_MAX).map(line));
    let left_out = region.corners.len().saturating_sub(CORNERS_SHOWN_MAX);
    if left_out > 0 {
        items.push(Item::new(format!("{left_out} more")));
    }
    items
}

fn crossed(numbered: &Numbered<'_>, crossing: &Crossing) -> Option<String> {
    let Crossing::Dependency(place) = crossing else { return None };
    Some(match numbered.space.dependencies().get(*place)? {
        onetext_analysis::Dependency::Excludes(a, b) => {
            format!("{} excludes {}", said::choice(numbered, *a), said::choice(numbered, *b))
        }
        onetext_analysis::Dependency::Requires(a, b) => {
            format!("{} requires {}", said::choice(numbered, *a), said::choice(numbered, *b))
        }
        onetext_analysis::Dependency::AtMost { of, most } => {
            let named: Vec<String> = of.iter().map(|choice| said::choice(numbered, *choice)).collect();
            format!("at most {most} of {}", list(&named))
        }
    })
}

/// Every option of the case, with who accepts it by its own word.
fn shelf(numbered: &Numbered<'_>) -> Shelf {
    let all = numbered.space.indices().flat_map(|issue| numbered.choices(issue));
    let material = |choice: Choice| Material {
        issue: choice.issue,
        option: Some(choice.option),
        origin: Origin::Draft,
        accepted_by: numbered.party_indices().filter(|party| accepts(numbered, *party, choice)).collect(),
        can_end: None,
        divisible: numbered.issues[choice.issue.at()].fact.range.as_ref().map(|_| true),
    };
    Shelf { materials: all.map(material).collect(), ..Shelf::default() }
}

/// Whether a party accepts an option by its own word, with or without a condition.
fn accepts(numbered: &Numbered<'_>, party: onetext_analysis::PartyIndex, choice: Choice) -> bool {
    numbered.words.get(&(party, choice)).is_some_and(|position| {
        position.fact.evidence == Evidence::Own
            && matches!(position.fact.stance, Stance::Accept | Stance::Conditional)
    })
}

fn found_ideas(numbered: &Numbered<'_>, issue: IssueIndex, shelf: &Shelf, found: &Ideas) -> Vec<Block> {
    let told = |idea: &Idea| idea_item(numbered, issue, shelf, idea);
    let mut items: Vec<Item> = few_of_each(&found.ideas).map(told).collect();
    let left_out = found.ideas.len() - items.len() + found.cut;
    if left_out > 0 {
        items.push(Item::new(format!("{left_out} more of the same sorts")));
    }
    if !found.set_aside.is_empty() {
        let words = format!(
            "{} set aside: a precondition is known not to be met",
            count(found.set_aside.len(), "idea")
        );
        let aside = few_of_each(&found.set_aside).map(told).collect();
        items.push(item(Text::plain(words), vec![Block::List(aside)]));
    }
    vec![Block::Section(list_or_none("ideas", "Ideas", items))]
}

/// The first few of each sort, in their order.
fn few_of_each(ideas: &[Idea]) -> impl Iterator<Item = &Idea> {
    let earlier =
        |at: usize, idea: &Idea| ideas[..at].iter().filter(|other| other.operator == idea.operator).count();
    ideas
        .iter()
        .enumerate()
        .filter(move |(at, idea)| earlier(*at, idea) < IDEAS_SHOWN_MAX)
        .map(|(_, idea)| idea)
}

fn idea_item(numbered: &Numbered<'_>, issue: IssueIndex, shelf: &Shelf, idea: &Idea) -> Item {
    let from: Vec<String> =
        idea.built_from.iter().filter_map(|at| material(numbered, issue, shelf, *at)).collect();
    let text = Text::styled(operator(idea.operator), Style::Strong)
        .then(format!(": {}", built(idea.operator, &from)), Style::Plain);
    let mut opens: Vec<Item> =
        idea.preconditions.iter().map(|checked| Item::new(precondition(*checked))).collect();
    opens.extend(idea.leaves_open.iter().map(|open| Item::new(format!("Leaves open: {}", left_open(*open)))));
    item(text, vec![Block::List(opens)])
}

/// An option on the shelf; with its issue where that is another.
fn material(numbered: &Numbered<'_>, issue: IssueIndex, shelf: &Shelf, at: MaterialIndex) -> Option<String> {
    let material = shelf.materials.get(usize::from(at.0))?;
    let choice = Choice { issue: material.issue, option: material.option? };
    let name = said::quoted(numbered, choice);
    let other = &numbered.issues[choice.issue.at()].fact.name;
    Some(if choice.issue == issue { name } else { format!("{name} on {other}") })
}

fn operator(operator: Operator) -> &'static str {
    match operator {
        Operator::Phase => "In phases",
        Operator::Contingent => "On an event",
        Operator::Split => "Divided",
        Operator::Rotate => "In turns",
        Operator::Link => "Linked",
        Operator::Reserve => "Reserved",
    }
}

fn built(operator: Operator, from: &[String]) -> String {
    match (operator, from) {
        (Operator::Phase, [first, then]) => format!("first {first}, later {then}"),
        (Operator::Contingent, [happens, not]) => format!("{happens} if it happens, {not} if it does not"),
        (Operator::Split, [one, other]) => format!("between {one} and {other}"),
        (Operator::Rotate, [one, other]) => format!("{one} and {other} in turns"),
        (Operator::Link, [one, other]) => format!("{one} together with {other}"),
        (Operator::Reserve, _) => "left to later, with everyone's position reserved".to_owned(),
        (_, all) => list(all),
    }
}

fn precondition(checked: Checked) -> String {
    let what = match checked.precondition {
        Precondition::AcceptedByDifferentParties => "different parties accept the two",
        Precondition::CanEnd(_) => "the first can be in force for a time and then end",
        Precondition::ForecastsDiffer(_) => "parties have stated different expectations of the event",
        Precondition::Verifiable(_) => "whether it has happened can be verified",
        Precondition::Divisible => "the matter can be divided, or an option lies between",
        Precondition::EachGetsSomething => "each is accepted by a party that does not accept the other",
        Precondition::StandTogether => "no dependency keeps the two apart",
        Precondition::NothingRequiresIt => "no option of another issue requires one of this issue",
        Precondition::CanWait => "the matter can wait",
    };
    let state = match checked.state {
        State::Met => "met",
        State::NotMet => "not met",
        State::Unknown => "nobody has said",
    };
    format!("Needs that {what}: {state}")
}

fn left_open(open: LeftOpen) -> &'static str {
    match open {
        LeftOpen::WhenItChanges => "when, or on what, the first gives way to the second",
        LeftOpen::IfItDoesNotChange => "what holds if the change does not come about",
        LeftOpen::WhoVerifies => "who says whether the event has happened, and by when",
        LeftOpen::Shares => "how large the parts are, or which value between",
        LeftOpen::WhoBegins => "who begins",
        LeftOpen::LengthOfTurns => "how long a turn is",
        LeftOpen::OrderOfPerformance => "which is performed first",
        LeftOpen::IfOneFails => "what becomes of one if the other is not performed",
        LeftOpen::Meanwhile => "what holds meanwhile",
        LeftOpen::WhenTakenUp => "when, where and by whom it is taken up again",
    }
}
