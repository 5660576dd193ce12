//! The margin: what lint remarks on each provision, what is in brackets in it, and who holds what on it.

use std::collections::BTreeMap;

use onetext_document::{Block, Item, Section, Style, Text};
use onetext_model::{
    EntryId, Evidence, Page, Party, Position, Provision, ProvisionId, Stance, Stated, TextForm, View, Wording,
};
use onetext_text::brackets::{self, Bracket, brackets, wording};
use onetext_text::draft::Draft as Words;
use onetext_text::exact::Language;
use onetext_text::lint::{Choice, Given, Remark, Severity, Subject, Verbatim, lint};

use super::super::{CaseText, text_of};
use super::Reading;
use super::row::joined;
use crate::lint::sentence;
use crate::words::{actor_name, list};

/// So many characters of a bracket or of a party's words stand in the margin.
const SHOWN_CHARACTERS_MAX: usize = 90;

/// What stands in the margin of a draft.
#[derive(Default)]
pub(super) struct Margin {
    lines: BTreeMap<EntryId, Vec<Text>>,
    whole: Vec<Item>,
    has_remarks: bool,
    has_positions: bool,
}

impl Margin {
    /// Gathers it: remarks first, then what is open, then who holds what.
    pub(super) fn of(reading: &Reading<'_, '_>) -> Margin {
        let mut margin = Margin::default();
        margin.remark(reading);
        margin.bracket(reading);
        margin.hold(reading.view);
        margin
    }

    /// What stands beside a provision.
    pub(super) fn beside(&self, provision: ProvisionId) -> Text {
        self.lines.get(&provision.0).map_or_else(Text::default, |lines| joined(lines.clone()))
    }

    /// What is remarked on the text as a whole.
    pub(super) fn of_whole(&self) -> Option<Block> {
        let items = self.whole.clone();
        let title = "On the text as a whole";
        (!items.is_empty()).then(|| Block::Section(Section::new("whole", title, vec![Block::List(items)])))
    }

    /// What the letters mean.
    pub(super) fn legend(&self) -> Text {
        let remarks = "E error, W warning, N note: what lint remarks.";
        let mut said = Vec::new();
        if self.has_remarks {
            said.push(remarks.to_owned());
        }
        if self.has_positions {
            let letters: Vec<String> =
                Stance::ALL.iter().map(|stance| format!("{} {}", stance.letter(), stance.said())).collect();
            said.push(format!("Behind a party: {}.", letters.join(", ")));
        }
        said.push("?: as the program proposes; ✓: confirmed by a person.".to_owned());
        Text::plain(said.join(" "))
    }

    fn add(&mut self, provision: ProvisionId, line: Text) {
        self.lines.entry(provision.0).or_default().push(line);
    }

    fn remark(&mut self, reading: &Reading<'_, '_>) {
        let Reading { view, case, at, against } = *reading;
        let draft = case.drafts[at];
        let own = text_of(view, onetext_model::DraftId(draft.id()));
        let Ok(text) = Verbatim::of(&own.draft, draft.fact.form) else { return };
        let is_verbatim = |earlier: &usize| case.drafts[*earlier].fact.form == TextForm::Verbatim;
        let before = against
            .filter(is_verbatim)
            .map(|earlier| text_of(view, onetext_model::DraftId(case.drafts[earlier].id())));
        let given = Given {
            before: before.as_ref().map(|text| &text.draft),
            language: draft.fact.language.as_deref().map(Language::from_tag),
            parties: view.each::<Party>().map(|party| party.fact.name.clone()).collect(),
        };
        for remark in &lint(&Subject::of(text, given), &Choice::default()).remarks {
            self.has_remarks = true;
            let line = remarked(&own.draft, remark);
            match provision_of(&own, remark) {
                Some(id) => self.add(id, line),
                None => self.whole.push(Item::new(line)),
            }
        }
    }

    fn bracket(&mut self, reading: &Reading<'_, '_>) {
        let draft = &reading.case.texts[reading.at].draft;
        let mut last: Option<(ProvisionId, bool)> = None;
        for bracket in &brackets(draft).pairs {
            let Some(id) = reading.case.provision(reading.at, bracket.open.0) else { continue };
            let line = bracketed(draft, bracket);
            // Alternatives of nobody's stand beside each other as in the text.
            let is_nobodys = bracket.owner.is_none();
            match self.lines.get_mut(&id.0).and_then(|lines| lines.last_mut()) {
                Some(before) if is_nobodys && last == Some((id, true)) => {
                    let joined = std::mem::take(before).then(" ", Style::Plain).join(line);
                    *before = joined;
                }
                _ => self.add(id, line),
            }
            last = Some((id, is_nobodys));
        }
    }

    /// The last position of each party on a provision, and the wordings for it.
    fn hold(&mut self, view: &View<'_>) {
        let mut last: BTreeMap<(EntryId, String), Stated<'_, Position>> = BTreeMap::new();
        for position in view.each::<Position>() {
            let party = actor_name(view, position.fact.party);
            last.insert((view.latest(position.fact.on.0), party), position);
        }
        for ((on, party), position) in last {
            self.has_positions = true;
            self.add(ProvisionId(on), held(&party, position));
        }
        for one in view.each::<Wording>() {
            let whose = one.fact.by.map_or_else(|| "compromise".to_owned(), |by| actor_name(view, by));
            let line = Text::styled("wording: ", Style::Muted).join(Text::entry(whose, one.id().to_string()));
            self.add(ProvisionId(view.latest(one.fact.on.0)), line);
        }
        // Notes of one's own that name a provision as what they are about: why a compromise reads as it does.
        for note in view.each::<Page>() {
            for on in note.entry.sources.iter().filter_map(|id| view.find::<Provision>(id.0)) {
                let name = Text::entry(note.fact.title.clone(), note.id().to_string());
                self.add(ProvisionId(on.id()), Text::styled("note: ", Style::Muted).join(name));
            }
        }
    }
}

/// In which provision of the case something was found.
fn provision_of(text: &CaseText, remark: &Remark) -> Option<ProvisionId> {
    text.of.get(remark.at?.place).copied().flatten()
}

fn remarked(draft: &Words, remark: &Remark) -> Text {
    let (what, _) = sentence(draft, remark);
    let letter = match remark.severity {
        Severity::Error => "E",
        Severity::Warning => "W",
        Severity::Note => "N",
    };
    Text::styled(letter, Style::Strong)
        .then(" ", Style::Plain)
        .then(remark.rule.name, Style::Code)
        .then(format!(" {what}"), Style::Plain)
}

fn bracketed(draft: &Words, bracket: &Bracket) -> Text {
    let words = shortened(&wording(draft, bracket).replace('\n', " "));
    let Some(owner) = &bracket.owner else {
        return Text::plain(format!("[{words}]"));
    };
    let does = match (owner.stance, owner.parties.len()) {
        (brackets::Stance::Proposes, 1) => "proposes",
        (brackets::Stance::Proposes, _) => "propose",
        (brackets::Stance::Opposes, 1) => "opposes",
        (brackets::Stance::Opposes, _) => "oppose",
        (brackets::Stance::Reserves, 1) => "reserves",
        (brackets::Stance::Reserves, _) => "reserve",
    };
    let who = Text::styled(format!("{} {does}", list(&owner.parties)), Style::Muted);
    if words.is_empty() { who } else { who.then(format!(": [{words}]"), Style::Plain) }
}

/// The party with its letter, which leads to the position; whose words they are where they are not its own.
fn held(party: &str, position: Stated<'_, Position>) -> Text {
    let fact = position.fact;
    let mut text = Text::plain(format!("{party} "))
        .join(Text::entry(fact.stance.letter(), position.id().to_string()))
        .then(format!(" {}", shortened(&fact.words)), Style::Plain);
    if fact.evidence != Evidence::Own {
        text = text.then(format!(" ({})", fact.evidence.said()), Style::Muted);
    }
    text
}

fn shortened(words: &str) -> String {
    let words = words.trim();
    match words.char_indices().nth(SHOWN_CHARACTERS_MAX) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}
