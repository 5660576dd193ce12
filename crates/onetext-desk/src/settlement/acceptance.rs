//! Whether each party would accept what is on the table, as far as what is known of it tells: first for every way to value the
//! options that is consistent with it, last by shares, which rest on how such ways are drawn and which nobody said.

use onetext_analysis::preferences::sampling::{NotSampled, Plan, Prior, Reading, Seen};
use onetext_analysis::preferences::{Consistent, Judgement, Standing, Worth};
use onetext_analysis::{Budget, IssueIndex, Package, PartyIndex};
use onetext_document::{Block, Item, Section, Style, Text};
use onetext_model::View;

use super::on_table::OnTable;
use super::{STEPS_MAX, said};
use crate::blocks::{item, on_page, paragraph};
use crate::words::list;

/// Draws of each of four chains, and the seed from which they begin: the same page on every machine.
const DRAWS: usize = 1_000;
const SEED: u64 = 1;

/// The verdicts with the shares behind those that are open.
pub(super) fn section(view: &View<'_>, table: &OnTable<'_>) -> Section {
    let drawn = |known: &Consistent| vec![Block::List(shares(known, &table.package))];
    told_of(view, table, paragraph(INTRODUCTION), drawn)
}

/// The verdicts alone: shares take their time and are on the page of settlement.
pub(super) fn verdicts(view: &View<'_>, table: &OnTable<'_>) -> Section {
    let lead = on_page(format!("{VERDICTS} Shares of such ways: "), "settle", "");
    told_of(view, table, Block::Paragraph(lead), |_| Vec::new())
}

fn told_of(
    view: &View<'_>,
    table: &OnTable<'_>,
    introduction: Block,
    open: impl Fn(&Consistent) -> Vec<Block>,
) -> Section {
    let missing: Vec<String> = table
        .numbered
        .space
        .indices()
        .filter(|issue: &IssueIndex| !table.named.contains(issue))
        .map(|issue| table.numbered.issues[issue.at()].fact.name.clone())
        .collect();
    let blocks = if missing.is_empty() {
        let mut blocks = vec![introduction];
        blocks.extend(table.caveats(view));
        let lines =
            table.speaking().into_iter().map(|(party, known)| line(view, table, (party, known), &open));
        blocks.push(Block::List(lines.collect()));
        blocks
    } else {
        let words =
            "Whether a party would accept it can be told of a whole package only. Nothing is named for";
        vec![paragraph(format!("{words} {}.", list(&missing)))]
    };
    Section::new("acceptance", "Would it be accepted", blocks)
}

const VERDICTS: &str = "Compared with what each party said that it has without a deal. \"Certain\" and \"ruled out\" hold for \
    every way to value the options that is consistent with what is on file; \"open\" means that some such ways accept it and \
    some do not.";
const INTRODUCTION: &str = "Compared with what each party said that it has without a deal. \"Certain\" and \"ruled out\" hold for \
    every way to value the options that is consistent with what is on file; \"open\" means that some such ways accept it and \
    some do not. Shares are of ways drawn under two rules of drawing; they are no chances, and shares of different parties or \
    levels of knowledge are not compared.";

fn line(
    view: &View<'_>,
    table: &OnTable<'_>,
    (party, known): (PartyIndex, &Consistent),
    open: &impl Fn(&Consistent) -> Vec<Block>,
) -> Item {
    let name = Text::styled(said::party(&table.numbered, party), Style::Strong);
    let judged = match known.acceptance(&table.package, &Budget::steps(STEPS_MAX)) {
        Ok(judged) => judged,
        Err(error) => return Item::new(name.then(format!(": {error}"), Style::Plain)),
    };
    let (verdict, level, mut opens) = match &judged {
        Judgement::Necessary { because, level } => ("certain", level, reasons(view, table, known, because)),
        Judgement::Impossible { because, level } => {
            ("ruled out", level, reasons(view, table, known, because))
        }
        Judgement::Open { level, .. } => ("open", level, Vec::new()),
    };
    if matches!(judged, Judgement::Open { .. }) {
        opens.extend(open(known));
    }
    item(name.then(format!(": {verdict}; rests on {}", said::level(*level)), Style::Plain), opens)
}

/// The entries that a verdict rests on.
fn reasons(
    view: &View<'_>,
    table: &OnTable<'_>,
    known: &Consistent,
    because: &std::collections::BTreeSet<onetext_analysis::preferences::StatementIndex>,
) -> Vec<Block> {
    let entries = known.sources(because).into_iter().filter_map(|source| table.known.entry(source));
    entries.flat_map(|entry| crate::opens::reasons(view, entry)).collect()
}

/// The share of accepting ways under each rule of drawing.
fn shares(known: &Consistent, package: &Package) -> Vec<Item> {
    let accepts = (Worth::package(package).less(&Worth::reservation()), Standing::AtLeast);
    let rules = [
        (Prior::Values, "all consistent values of options drawn evenly"),
        (Prior::WeightsAndValues, "weights and values within issues drawn evenly, apart"),
    ];
    let line = |(prior, rule): (Prior, &str)| {
        let plan = Plan { prior, seed: SEED, draws: DRAWS };
        let words = match known.shares(std::slice::from_ref(&accepts), plan, &Budget::steps(STEPS_MAX)) {
            Ok(shares) => shares.reading(0).map_or_else(String::new, |reading| told(&reading)),
            Err(why) => not_drawn(&why),
        };
        Item::new(format!("With {rule} (seed {SEED}): {words}"))
    };
    rules.map(line).to_vec()
}

fn told(reading: &Reading<'_>) -> String {
    let seen = match reading.seen() {
        Seen::InNone { at_most } => {
            format!("accepted in none of the draws, probably in less than {:.1} % of them", at_most * 100.0)
        }
        Seen::InSome { share, .. } if share > 0.999 => {
            "accepted in more than 99.9 % of the draws, not in all".to_owned()
        }
        Seen::InSome { share, .. } if share < 0.001 => {
            "accepted in less than 0.1 % of the draws, but in some".to_owned()
        }
        Seen::InSome { share, standard_error } => {
            format!(
                "accepted in {:.1} % of the draws, give or take {:.1}",
                share * 100.0,
                standard_error * 100.0
            )
        }
        Seen::InAll { at_least } => {
            format!("accepted in all draws, probably in more than {:.1} % of them", at_least * 100.0)
        }
    };
    format!("{seen} (effective draws {:.0}, R-hat {:.3})", reading.effective(), reading.rank_r_hat())
}

fn not_drawn(why: &NotSampled) -> String {
    format!("no share: {why}")
}
