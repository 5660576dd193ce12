//! What pages about exchanges start from: the options on the table, what is known of every party, and the consistent utility
//! functions of those that said anything.

use onetext_analysis::preferences::Consistent;
use onetext_analysis::{Budget, Choice, Error, IssueIndex, OptionIndex, Package, PartyIndex, Space};
use onetext_document::{Block, Document, Text};
use onetext_model::{OptionId, View};

use super::known::{Consistency, Known};
use super::numbered::Numbered;
use super::said;
use crate::blocks::paragraph;
use crate::words::count;

/// What is on the table, and what is known of it.
pub(super) struct OnTable<'a> {
    /// The case.
    pub(super) numbered: Numbered<'a>,
    /// The packages that can be reached from the table: other issues stay, and no red line is crossed.
    pub(super) space: Space,
    /// What is on the table. Where nothing is named for an issue, its place holds an option that never changes.
    pub(super) package: Package,
    /// The issues that are on the table.
    pub(super) named: Vec<IssueIndex>,
    /// What is known of the parties.
    pub(super) known: Known<'a>,
    consistent: Vec<Consistency>,
}

impl<'a> OnTable<'a> {
    /// What these options put on the table; the page with the reason where that is nothing to compute with.
    pub(super) fn of(
        view: &View<'a>,
        page: Document,
        current: &[OptionId],
        budget: &Budget<'_>,
    ) -> Result<(Self, Document), Box<Document>> {
        if view.settings().conflicts_only {
            return Err(Box::new(page.with(paragraph(said::CONFLICTS_ONLY))));
        }
        let numbered = match Numbered::of(view) {
            Ok(numbered) => numbered,
            Err(why) => return Err(Box::new(said::without_space(page, &why))),
        };
        OnTable::from(view, numbered, page, current, budget)
    }

    /// The same from a case that is numbered already.
    pub(super) fn from(
        view: &View<'a>,
        numbered: Numbered<'a>,
        page: Document,
        current: &[OptionId],
        budget: &Budget<'_>,
    ) -> Result<(Self, Document), Box<Document>> {
        let is_named =
            |choice: &Choice| current.iter().any(|option| view.same(*option, numbered.option(*choice).id()));
        let choices = numbered.space.indices().flat_map(|issue| numbered.choices(issue));
        let on_table: Vec<Choice> = choices.filter(is_named).collect();
        if on_table.is_empty() {
            return Err(Box::new(page.with(paragraph(NOTHING_NAMED))));
        }
        if let Some(twice) = on_table.windows(2).find(|pair| pair[0].issue == pair[1].issue) {
            let names =
                twice.iter().map(|choice| said::quoted(&numbered, *choice)).collect::<Vec<_>>().join(" and ");
            let words =
                format!("Two options of one issue cannot both be on the table: {names}. Name one of them.");
            return Err(Box::new(page.with(paragraph(words))));
        }
        let named: Vec<String> = on_table.iter().map(|choice| said::choice(&numbered, *choice)).collect();
        let page = page.with(paragraph(format!("On the table: {}.", named.join("; "))));
        match OnTable::set(view, numbered, &on_table, budget) {
            Ok(table) => Ok((table, page)),
            Err(error) => Err(Box::new(page.with(said::no_result(&error)))),
        }
    }

    fn set(
        view: &View<'a>,
        numbered: Numbered<'a>,
        on_table: &[Choice],
        budget: &Budget<'_>,
    ) -> Result<Self, Error> {
        let mut named: Vec<IssueIndex> = on_table.iter().map(|choice| choice.issue).collect();
        named.dedup();
        let mut space = numbered.narrowed_to(&named)?;
        for choice in
            numbered.forbidden().filter(|choice| named.contains(&choice.issue) && !on_table.contains(choice))
        {
            space = space.without(choice)?;
        }
        let of_issue = |issue| {
            on_table
                .iter()
                .find(|choice| choice.issue == issue)
                .map_or(OptionIndex(0), |choice| choice.option)
        };
        let package = Package(numbered.space.indices().map(of_issue).collect());
        let known = Known::of(view, &numbered);
        let consistent = known.consistent(&numbered, budget)?;
        Ok(OnTable { numbered, space, package, named, known, consistent })
    }

    /// The words of a package: its options on the issues that are on the table.
    pub(super) fn choices<'p>(&'p self, package: &'p Package) -> impl Iterator<Item = Choice> + 'p {
        package.choices().filter(|choice| self.named.contains(&choice.issue))
    }

    /// The parties of which something is known, with their consistent utility functions; none of a party whose statements clash.
    pub(super) fn speaking(&self) -> Vec<(PartyIndex, &Consistent)> {
        let mut speaking = Vec::new();
        for (party, found) in self.numbered.party_indices().zip(&self.consistent) {
            if let (false, Ok(found)) = (self.known.statements[party.at()].is_empty(), found) {
                speaking.push((party, found));
            }
        }
        speaking
    }

    /// What stands in the way of an answer: parties of which nothing is known, statements that cannot all be true.
    pub(super) fn caveats(&self, view: &View<'_>) -> Vec<Block> {
        let silent = |party: &PartyIndex| self.known.statements[party.at()].is_empty();
        let silent: Vec<PartyIndex> = self.numbered.party_indices().filter(silent).collect();
        let mut blocks: Vec<Block> = self
            .numbered
            .party_indices()
            .zip(&self.consistent)
            .filter_map(|one| self.clash(view, one))
            .collect();
        if !silent.is_empty() {
            blocks.push(paragraph(format!(
                "Of {} no preference is on file: nothing below says anything of them.",
                said::parties(&self.numbered, silent)
            )));
        }
        blocks
    }

    fn clash(&self, view: &View<'_>, (party, found): (PartyIndex, &Consistency)) -> Option<Block> {
        let clash = found.as_ref().err()?;
        let entries = clash.sources.iter().filter_map(|source| self.known.entry(*source));
        let items = entries.flat_map(|entry| crate::opens::reasons(view, entry)).collect();
        let words = format!(
            "What is on file of {} cannot all be true ({} clash), so nothing below says anything of it.",
            said::party(&self.numbered, party),
            count(clash.statements.len(), "statement")
        );
        Some(Block::List(vec![crate::blocks::item(Text::plain(words), items)]))
    }

    /// The page with what it rests on and what it leaves aside.
    pub(super) fn grounded(&self, view: &View<'_>, mut page: Document) -> Document {
        page.blocks.push(Block::Section(said::rests_on(view, &self.numbered, &self.known)));
        page.blocks.extend(said::left_aside(view, &self.numbered).map(Block::Section));
        page
    }
}

const NOTHING_NAMED: &str = "Name what is on the table: one option of every issue that may be exchanged. In a room \
    that is the form above; on the command line it is `--current OPTION,OPTION,...` with the labels of the options; `onetext issues` has them.";
