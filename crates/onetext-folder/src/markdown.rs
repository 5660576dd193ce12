//! Drafts and pages: a Markdown file to its entry and, for a draft, one entry for each provision.

use onetext_model::{
    Draft, DraftId, Entry, EntryId, Fact, Finding, IssueId, Kind, Label, NotALabel, Page, Provision, Reason,
    TextForm,
};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::front::{self, Front};
use crate::reading::Found;
use crate::table::{self, Surroundings, Taker};

/// Reads `drafts/*.md`.
pub(crate) fn draft(around: &Surroundings<'_>) -> (Vec<Found>, Vec<Finding>) {
    match try_draft(around) {
        Ok(found) => (found, Vec::new()),
        Err(findings) => (Vec::new(), findings),
    }
}

/// Reads `pages/*.md`.
pub(crate) fn page(around: &Surroundings<'_>) -> (Vec<Found>, Vec<Finding>) {
    let read = || {
        let front = front::split(around.source, around.audience).map_err(|finding| vec![*finding])?;
        let mut keys = keys_of(&front, around)?;
        let text = Spanned::new(
            front.body_start..around.source.text.len(),
            DeValue::String(front.body.trim().into()),
        );
        keys.insert(Spanned::new(0..0, "text".into()), text);
        let entry =
            table::entry(Kind::Page, Spanned::new(0..front.body_start, DeValue::Table(keys)), around)?;
        let Fact::Page(Page { .. }) = &entry.fact else { return Ok(Vec::new()) };
        Ok(vec![Found { entry, offset: 0 }])
    };
    match read() {
        Ok(found) => (found, Vec::new()),
        Err(findings) => (Vec::new(), findings),
    }
}

fn keys_of<'f>(front: &'f Front<'_>, around: &Surroundings<'_>) -> Result<DeTable<'f>, Vec<Finding>> {
    match DeTable::parse(&front.toml) {
        Ok(keys) => Ok(keys.into_inner()),
        Err(error) => {
            let offset = error.span().map_or(0, |span| span.start);
            let reason = Reason::Unreadable(error.message().to_owned());
            Err(vec![around.source.error(offset, around.audience, reason)])
        }
    }
}

fn try_draft(around: &Surroundings<'_>) -> Result<Vec<Found>, Vec<Finding>> {
    let front = front::split(around.source, around.audience).map_err(|finding| vec![*finding])?;
    let mut keys = keys_of(&front, around)?;
    let mut taker = Taker { around, findings: Vec::new() };
    let checked = taker.take::<String>(&mut keys, "checked");
    let entry = table::entry(Kind::Draft, Spanned::new(0..front.body_start, DeValue::Table(keys)), around)?;
    let Some(label) = entry.label.clone() else {
        taker.wrong(
            0,
            Reason::WrongValue("`label` is missing: provisions are named after their draft".to_owned()),
        );
        return Err(taker.findings);
    };
    let Fact::Draft(draft) = &entry.fact else { return Err(taker.findings) };
    let provisions = Provisions { around, draft, entry: &entry, label: &label, checked };
    let mut found = provisions.read(&front, &mut taker.findings);
    if !taker.findings.is_empty() {
        return Err(taker.findings);
    }
    found.insert(0, Found { entry, offset: 0 });
    Ok(found)
}

/// The body of a draft on its way to provisions.
struct Provisions<'s, 't> {
    around: &'s Surroundings<'t>,
    draft: &'s Draft,
    entry: &'s Entry,
    label: &'s Label,
    checked: Option<String>,
}

/// `## NUMBER. Heading {issues: a, b; checked: words; row: 47a}`
struct HeadLine<'t> {
    number: &'t str,
    heading: Option<&'t str>,
    attributes: Vec<(&'t str, &'t str)>,
}

impl Provisions<'_, '_> {
    fn read(&self, front: &Front<'_>, findings: &mut Vec<Finding>) -> Vec<Found> {
        let mut found = Vec::new();
        let mut place = 0;
        let mut open: Option<(usize, HeadLine<'_>, usize)> = None;
        let mut offset = front.body_start;
        let text = self.around.source.text;
        let mut close =
            |open: &mut Option<(usize, HeadLine<'_>, usize)>, end: usize, findings: &mut Vec<Finding>| {
                if let Some((start, head, body)) = open.take() {
                    place += 1;
                    found.extend(self.provision((start, place), &head, text[body..end].trim(), findings));
                }
            };
        for line in front.body.split_inclusive('\n') {
            if let Some(head) = line.strip_prefix("## ") {
                close(&mut open, offset, findings);
                open = Some((offset, head_line(head.trim()), offset + line.len()));
            }
            offset += line.len();
        }
        close(&mut open, text.len(), findings);
        found
    }

    fn provision(
        &self,
        (start, place): (usize, u32),
        head: &HeadLine<'_>,
        text: &str,
        findings: &mut Vec<Finding>,
    ) -> Option<Found> {
        let wrong =
            |words: String| self.around.source.error(start, self.around.audience, Reason::WrongValue(words));
        let label = match provision_label(self.label, head.number) {
            Ok(label) => label,
            Err(why) => {
                findings.push(wrong(format!("{:?} is no number of a provision: {why}", head.number)));
                return None;
            }
        };
        let mut provision = Provision {
            draft: DraftId(self.entry.id),
            number: head.number.to_owned(),
            heading: head.heading.map(str::to_owned),
            text: text.to_owned(),
            issues: Vec::new(),
            checked: self.checked.clone().filter(|_| self.draft.form == TextForm::Summary),
            place: Some(place),
            row: None,
        };
        for (key, value) in &head.attributes {
            match *key {
                "issues" => provision.issues = issues(value),
                "checked" => provision.checked = Some((*value).to_owned()),
                "row" => provision.row = Some((*value).to_owned()),
                other => findings
                    .push(wrong(format!("{other:?} is no attribute of a provision: issues, checked, row"))),
            }
        }
        let folder = self.around.place.folder();
        let entry = Entry {
            id: EntryId::derived(&["labelled", &folder, "provision", label.as_str()]),
            label: Some(label),
            supersedes: Vec::new(),
            fact: Fact::Provision(provision),
            ..self.entry.clone()
        };
        Some(Found { entry, offset: start })
    }
}

/// The label of a draft's provision: `draft-2/4-bis`. A paragraph without a number is written `4 ¶2`: `draft-2/4-p2`.
///
/// # Errors
/// Where the number has characters that no label has.
pub fn provision_label(draft: &Label, number: &str) -> Result<Label, NotALabel> {
    let number = number.to_lowercase().replace(' ', "-").replace('¶', "p");
    Label::parse(&format!("{draft}/{number}"))
}

fn issues(list: &str) -> Vec<IssueId> {
    list.split(',')
        .map(str::trim)
        .filter(|label| !label.is_empty())
        .map(|l| IssueId(EntryId::named(l)))
        .collect()
}

fn head_line(line: &str) -> HeadLine<'_> {
    let (line, attributes) = match line.strip_suffix('}').and_then(|rest| rest.rsplit_once('{')) {
        Some((line, inside)) => (line.trim_end(), inside),
        None => (line, ""),
    };
    let attributes = attributes.split(';').filter_map(|pair| pair.split_once(':'));
    let attributes = attributes.map(|(key, value)| (key.trim(), value.trim())).collect();
    let (number, heading) = match line.split_once(". ") {
        Some((number, heading)) => (number, Some(heading.trim())),
        None => (line.trim_end_matches('.'), None),
    };
    HeadLine { number: number.trim(), heading, attributes }
}
