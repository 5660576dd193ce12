//! `intake`: reports read, and what they propose for a case taken, edited or left with one key each.

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use console::Term;
use jiff::tz::TimeZone;
use onetext_desk::press;
use onetext_model::{Audience, Entry, EntryId, Fact, View};
use onetext_report::formats::{Arrived, Published};
use onetext_report::{About, Reading, Span, roots, to_json};
use onetext_text::reports::{self, Given, Intake, Origin};

use super::Outcome;
use crate::arguments::{Intake as Wanted, Standpoint};
use crate::asking::{Asking, Offer};
use crate::folder::Opened;
use crate::{assistant, print, reports as files, standpoint, taking, texts};

/// Characters that tell texts of one day apart.
const FILE_MARK_CHARACTERS: usize = 6;
/// Reports of one run: a press officer has forty articles a day, an archive some thousands.
const REPORTS_MAX: usize = 5_000;

/// A report with what was understood of it.
struct Told {
    origin: Origin,
    text: String,
    reading: Reading,
}

/// Reads the reports, and either shows them or puts what they propose to a person.
pub fn run(wanted: &Wanted) -> Result<Outcome> {
    let told = read_all(wanted)?;
    let Some(case) = &wanted.case else { return shown(wanted, &told) };
    if wanted.output.json {
        return shown(wanted, &told);
    }
    let mut written = 0;
    for (turn, one) in told.iter().enumerate() {
        // Opened anew for each: what one report brought is on file for the next.
        let opened = Opened::at(case)?;
        let audience = taking::audience(&opened, wanted.taking.place.as_deref())?;
        let helped = assistant::asked(&opened, wanted, &one.text, &one.reading, &audience)?;
        let reading = helped.as_ref().map_or(&one.reading, |helped| &helped.reading);
        let mut intake = propose(&opened, wanted, one, reading, &audience)?;
        if let Some(helped) = &helped {
            helped.mark(&mut intake);
        }
        if told.len() > 1 {
            print::talk(&format!("{} of {}: {}", turn + 1, told.len(), one.origin.title));
        }
        if wanted.taking.dry_run {
            let view = seen_by(&opened, wanted)?;
            let page = press::proposed(&view, &one.origin, &one.text, reading, &intake);
            print::document(&page, &wanted.output)?;
            continue;
        }
        written += take(&opened, wanted, one, &intake, &audience)?;
    }
    if !wanted.taking.dry_run {
        print::talk(&format!("{written} entries written"));
    }
    Ok(Outcome::Fine)
}

/// Every report of every file, in order; what a file says of itself gives way to what was typed.
fn read_all(wanted: &Wanted) -> Result<Vec<Told>> {
    let zone = wanted.known.timezone.as_deref().map(zone).transpose()?;
    let published = wanted.known.published.as_deref().map(published).transpose()?;
    let progress = Term::stderr();
    let counts = progress.is_term() && wanted.files.len() > 1;
    let mut told = Vec::new();
    for (turn, path) in wanted.files.iter().enumerate() {
        if counts {
            progress.write_line(&format!(
                "reading {} of {}: {}",
                turn + 1,
                wanted.files.len(),
                texts::name(path)
            ))?;
        }
        let arrived = match files::read(path) {
            Ok(arrived) => arrived,
            // One bad file among many is said and left out; alone it is the error.
            Err(error) if wanted.files.len() > 1 => {
                print::talk(&format!("left out: {error:#}"));
                continue;
            }
            Err(error) => return Err(error),
        };
        for one in arrived {
            for remark in &one.findings {
                print::talk(&format!("{}: {}", texts::name(path), remark.sentence()));
            }
            told.push(understood(wanted, zone.as_ref(), published.as_ref(), one));
        }
        if told.len() > REPORTS_MAX {
            bail!("more than {REPORTS_MAX} reports: take them in parts");
        }
    }
    if told.is_empty() {
        bail!("no report could be read");
    }
    say_roots(&told);
    Ok(told)
}

fn zone(name: &str) -> Result<TimeZone> {
    TimeZone::get(name).with_context(|| format!("{name:?} is no time zone: write for example Europe/Kyiv"))
}

fn published(words: &str) -> Result<Published> {
    Published::parse(words).with_context(|| format!("{words:?} is no day: write for example 2025-12-07"))
}

fn understood(wanted: &Wanted, zone: Option<&TimeZone>, published: Option<&Published>, one: Arrived) -> Told {
    let day = published.or(one.published.as_ref()).map(|moment| moment.day(zone));
    let outlet = wanted.known.outlet.clone().or(one.outlet).unwrap_or_default();
    let origin = Origin {
        title: wanted.known.title.clone().or(one.title).unwrap_or_else(|| first_words(&one.text)),
        address: wanted.known.address.clone().or(one.address),
        zone: wanted.known.timezone.clone(),
        language: one.language,
        published: day,
        state_media: wanted.known.state_media,
        outlet,
    };
    let about = About {
        outlet: Some(origin.outlet.clone()).filter(|outlet| !outlet.is_empty()),
        published: day,
        language: origin.language.clone(),
    };
    let reading = onetext_report::read(&one.text, &about);
    Told { origin, text: one.text, reading }
}

/// A title for a text that has none.
fn first_words(text: &str) -> String {
    const TITLE_WORDS: usize = 12;
    let words: Vec<&str> = text.split_whitespace().take(TITLE_WORDS + 1).collect();
    let title = words.iter().take(TITLE_WORDS).copied().collect::<Vec<_>>().join(" ");
    if words.len() > TITLE_WORDS { format!("{title} …") } else { title }
}

/// Says which of several reports are one story.
fn say_roots(told: &[Told]) {
    if told.len() < 2 {
        return;
    }
    let days: Vec<Option<Published>> =
        told.iter().map(|one| one.origin.published.map(Published::Day)).collect();
    let reports: Vec<roots::Told<'_>> = told
        .iter()
        .zip(&days)
        .map(|(one, day)| roots::Told {
            published: day.as_ref(),
            outlet: Some(&one.origin.outlet),
            ..roots::Told::of(&one.text)
        })
        .collect();
    let found = roots::roots(&reports);
    print::talk(&format!("{} reports, {} stories", told.len(), found.len()));
    for root in found.iter().filter(|root| root.members.len() > 1) {
        let names: Vec<String> = root.reports().filter_map(|place| told.get(place)).map(named).collect();
        print::talk(&format!("one story: {}", names.join("; ")));
    }
}

fn named(one: &Told) -> String {
    if one.origin.outlet.is_empty() {
        one.origin.title.clone()
    } else {
        format!("{}: {}", one.origin.outlet, one.origin.title)
    }
}

/// Prints what was understood: one page or JSON object for each report.
fn shown(wanted: &Wanted, told: &[Told]) -> Result<Outcome> {
    if told.len() > 1 && wanted.output.writes_files() {
        bail!("one file can hold one report: take them one by one, or print JSON");
    }
    for one in told {
        if wanted.output.json {
            print::text(&serde_json::to_string(&to_json(&one.reading, &one.text))?)?;
        } else {
            print::document(&press::read(&one.origin, &one.text, &one.reading), &wanted.output)?;
        }
    }
    Ok(Outcome::Fine)
}

/// The view of those who will see the entries, so that no name of another circle is recognised.
fn seen_by<'o>(opened: &'o Opened, wanted: &Wanted) -> Result<View<'o>> {
    let place = wanted.taking.place.as_deref().filter(|place| !place.contains('+')).map(str::to_owned);
    standpoint::view(&opened.case, &Standpoint { r#for: place, ..Standpoint::default() })
}

fn propose(
    opened: &Opened,
    wanted: &Wanted,
    one: &Told,
    reading: &Reading,
    audience: &Audience,
) -> Result<Intake> {
    let view = seen_by(opened, wanted)?;
    let mut failed = None;
    let mut new_id = || {
        taking::new_id().unwrap_or_else(|error| {
            failed = Some(error);
            EntryId::derived(&[])
        })
    };
    let given = Given {
        origin: &one.origin,
        recorded_on: view.today(),
        audience: audience.clone(),
        file: if wanted.taking.keep_text { Some(file(one, view.today())?) } else { None },
        new_id: &mut new_id,
    };
    let intake = reports::propose(&view, &one.text, reading, given);
    failed.map_or(Ok(intake), Err)
}

/// Where the text is kept: `reports/<day>-<mark>.txt` inside the place.
fn file(one: &Told, today: onetext_model::Day) -> Result<String> {
    let mark: String = taking::new_id()?.to_string().chars().take(FILE_MARK_CHARACTERS).collect();
    Ok(format!("reports/{}-{mark}.txt", one.origin.published.unwrap_or(today)))
}

/// Asks about each proposal and writes what was taken; how many entries that were.
fn take(opened: &Opened, wanted: &Wanted, one: &Told, intake: &Intake, audience: &Audience) -> Result<usize> {
    if !wanted.taking.yes
        && !std::io::stdin().is_terminal()
        && wanted.files.iter().any(|file| file.as_os_str() == "-")
    {
        bail!(
            "the report came on standard input, so nobody can be asked: see it with --dry-run, take all of it with --yes"
        );
    }
    let words: Vec<String> =
        intake.proposals.iter().map(|proposal| quoted(&one.text, &proposal.spans)).collect();
    let offers: Vec<Offer<'_>> = intake
        .proposals
        .iter()
        .zip(&words)
        .map(|(proposal, words)| Offer {
            entry: &proposal.entry,
            words,
            why: &proposal.why,
            by: &proposal.by,
        })
        .collect();
    let asking = Asking::of(opened, wanted.taking.yes, offers.len())?;
    let Some(taken) = asking.ask(&offers)? else {
        print::talk("nothing was written of this report");
        return Ok(0);
    };
    let entries = intake.with(taken);
    let mut changed = taking::plan(opened, &entries)?;
    if let Some(file) = kept(&intake.report).filter(|_| !intake.is_on_file) {
        let path = PathBuf::from(taking::folder_of(opened, audience)?).join(file);
        changed.insert(path.display().to_string(), one.text.as_bytes().to_vec());
    }
    opened.folder.write(&changed)?;
    Ok(entries.len())
}

fn kept(report: &Entry) -> Option<String> {
    let Fact::Report(fact) = &report.fact else { return None };
    fact.file.clone()
}

fn quoted(text: &str, spans: &[Span]) -> String {
    let pieces: Vec<&str> = spans.iter().take(3).map(|span| span.of(text).trim()).collect();
    pieces.join(" … ")
}
