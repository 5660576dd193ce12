//! `lineage` and `moved`: what became of each provision over the drafts of a case, and a person's word on it as an entry.

use anyhow::{Context, Result, bail};
use onetext_desk::texts::moved::Between;
use onetext_desk::texts::ribbon::{Asked, compose, same_number};
use onetext_desk::texts::{CaseLines, provisions, status};
use onetext_folder::write::{Names, block};
use onetext_model::{Audience, Became, Draft, DraftId, Entry, Fact, Moment, ProvisionId, View};
use onetext_text::lineage::Refusal;

use super::{Outcome, pages};
use crate::arguments::{Lineage, Moved};
use crate::folder::Opened;
use crate::{print, sources, standpoint, taking};

/// Shows the lines, or takes a person's word.
pub fn run(asked: &Lineage) -> Result<Outcome> {
    if let Some(words) = &asked.confirm {
        return confirm(asked, words);
    }
    pages::show(&asked.page, |view| {
        let draft = asked.draft.as_deref().map(|label| sources::draft(view, label)).transpose()?;
        Ok(compose(view, &Asked { draft, number: asked.of.clone() }))
    })
}

/// Shows to whose proposals the new wordings are nearer.
pub fn moved(asked: &Moved) -> Result<Outcome> {
    pages::show(&asked.page, |view| {
        let draft =
            |label: &Option<String>| label.as_deref().map(|label| sources::draft(view, label)).transpose();
        let between = Between { from: draft(&asked.from)?, to: draft(&asked.to)? };
        Ok(onetext_desk::texts::moved::between(view, between))
    })
}

fn confirm(asked: &Lineage, words: &[String]) -> Result<Outcome> {
    let [old, new, became] = words else {
        bail!("--confirm takes three words: EARLIER/NUMBERS LATER/NUMBERS BECAME")
    };
    let opened = Opened::at(&asked.page.case)?;
    let audience = taking::audience(&opened, asked.audience.as_deref())?;
    let shared = taking::shared(&opened.case, &audience);
    let view = taking::everything(&shared);
    let (earlier, old) = side(&view, old)?;
    let (later, new) = side(&view, new)?;
    let fact =
        onetext_model::Lineage { earlier, later, old, new, became: word(became)?, note: asked.note.clone() };
    let entry = entry(&view, audience, fact)?;
    refuse_what_does_not_fit(&view, &entry)?;
    let names = Names::of(view.entries().iter().copied());
    print::shown(&block(&entry, &names)?)?;
    if !asked.yes {
        print::talk("nothing was written; write it with --yes");
        return Ok(Outcome::Fine);
    }
    let files = taking::plan(&opened, std::slice::from_ref(&entry))?;
    opened.folder.write(&files)?;
    let paths: Vec<&str> = files.keys().map(String::as_str).collect();
    print::talk(&format!("written to {}", paths.join(", ")));
    Ok(Outcome::Fine)
}

/// "draft-1/4+5": a draft and provisions of it; "draft-1" alone: none of them.
fn side(view: &View<'_>, words: &str) -> Result<(DraftId, Vec<ProvisionId>)> {
    let known = |label: &str| view.labelled::<Draft>(label).map(|draft| DraftId(draft.id()));
    let (label, numbers) = match (known(words), words.rsplit_once('/')) {
        (Some(_), _) | (None, None) => (words, ""),
        (None, Some(parts)) => parts,
    };
    let draft = known(label).with_context(|| {
        format!(
            "no draft that everybody at that place may see is called {label:?}; the drafts are {}",
            sources::labels(view)
        )
    })?;
    let all = provisions(view, draft);
    let find = |number: &str| {
        let mut found = all.iter().filter(|one| same_number(&one.fact.number, number));
        let one = found.next().with_context(|| {
            let numbers: Vec<&str> = all.iter().map(|one| one.fact.number.as_str()).collect();
            format!("{label} has no provision {number:?}; it has {}", numbers.join(", "))
        })?;
        Ok(ProvisionId(one.id()))
    };
    let numbers = numbers.split('+').filter(|number| !number.trim().is_empty());
    Ok((draft, numbers.map(find).collect::<Result<_>>()?))
}

fn word(typed: &str) -> Result<Became> {
    let found = Became::ALL.iter().find(|became| became.said() == typed);
    found.copied().with_context(|| {
        let words: Vec<&str> = Became::ALL.iter().map(|became| became.said()).collect();
        format!("{typed:?} is none of {}", words.join(", "))
    })
}

/// The entry. It replaces what was confirmed of these provisions at the same place.
fn entry(view: &View<'_>, audience: Audience, fact: onetext_model::Lineage) -> Result<Entry> {
    let shares = |mine: &[ProvisionId], theirs: &[ProvisionId]| {
        mine.iter().any(|one| theirs.iter().any(|other| view.same(*one, *other)))
    };
    let is_replaced = |other: &onetext_model::Stated<'_, onetext_model::Lineage>| {
        other.entry.audience == audience
            && view.same(other.fact.earlier, fact.earlier)
            && view.same(other.fact.later, fact.later)
            && (shares(&fact.old, &other.fact.old) || shares(&fact.new, &other.fact.new))
    };
    let supersedes =
        view.each::<onetext_model::Lineage>().filter(is_replaced).map(|other| other.id()).collect();
    let today = Moment::Day(standpoint::today(view)?);
    Ok(Entry {
        id: taking::new_id()?,
        label: None,
        audience,
        about: None,
        known_at: today,
        recorded_at: today,
        supersedes,
        sources: Vec::new(),
        assumed: None,
        fact: Fact::Lineage(fact),
    })
}

fn refuse_what_does_not_fit(view: &View<'_>, entry: &Entry) -> Result<()> {
    let together = taking::with(view, std::iter::once(entry))?;
    let view = taking::everything(&together);
    let case = CaseLines::of(&view);
    let ours = case.refused.iter().find(|(at, _)| case.said[*at].id() == entry.id);
    let Fact::Lineage(fact) = &entry.fact else { return Ok(()) };
    match ours.map(|(_, why)| why) {
        None => Ok(()),
        Some(Refusal::Misfit) => bail!(
            "{} provisions cannot become {} by being {}: name several that were merged, several that one was split into, \
             none that something new came from, none that became of what was dropped",
            fact.old.len(),
            fact.new.len(),
            status(fact.became).word()
        ),
        Some(Refusal::Absent) => bail!("the text of one of the two drafts is not on file"),
        Some(Refusal::Contradicts(_)) => {
            bail!(
                "another entry says otherwise of one of these provisions, at another place: withdraw it first"
            )
        }
    }
}
