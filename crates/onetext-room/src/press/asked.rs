//! What the forms of press intake carry: the report, what is known of it, what was corrected and ticked.

use jiff::civil::Date;
use onetext_model::{Entry, EntryId, Fact, Kind, Moment, Period, View};
use onetext_report::{About, Reading};
use onetext_text::reports::{Given, Intake, Origin, propose};
use serde::{Deserialize, Serialize};

use crate::audience::audience;
use crate::enter::{may_begin, moment};
use crate::form::{Values, Wrong, fact, values_of};
use crate::rights;
use crate::state::State;

/// Longest report that is pasted, in bytes: a long feature has 60,000.
///
/// As a form sends it, it has at most six times as many (a line break is `%0D%0A`), which is within the two million that a
/// form may have.
pub(super) const TEXT_BYTES_MAX: usize = 200_000;
/// Before the id of a corrected proposal, in the name of the field that carries it.
pub(super) const FACT: &str = "fact.";
/// What every form of the page carries along: no field of an entry begins so.
pub(super) const CARRIED: [&str; 9] =
    ["r.text", "r.outlet", "r.title", "r.published", "r.zone", "r.address", "_audience", "r.mark", "r.keep"];

/// A report as it was asked about.
pub(super) struct Asked {
    pub(super) origin: Origin,
    pub(super) text: String,
    pub(super) reading: Reading,
    pub(super) intake: Intake,
}

impl Asked {
    /// Reads the report and what is proposed for the eyes of those who will see it; the key of what is wrong otherwise.
    pub(super) fn read(state: &State, view: &View<'_>, values: &Values) -> Result<Self, &'static str> {
        let text = first(values, "r.text").replace("\r\n", "\n");
        if text.trim().is_empty() || text.len() > TEXT_BYTES_MAX {
            return Err("press-too-long");
        }
        let audience = audience(view, first(values, "_audience")).ok_or("note-no-audience")?;
        let origin = origin(values)?;
        let about = About {
            outlet: Some(origin.outlet.clone()).filter(|outlet| !outlet.is_empty()),
            published: origin.published,
            language: None,
        };
        let reading = onetext_report::read(&text, &about);
        let mark = first(values, "r.mark");
        let mut count = 0_u32;
        let mut new_id = || {
            count += 1;
            EntryId::derived(&["press", mark, &text, &count.to_string()])
        };
        let short: String = mark.chars().filter(char::is_ascii_alphanumeric).take(6).collect();
        let day = origin.published.unwrap_or(view.today());
        let file = (!first(values, "r.keep").is_empty()).then(|| format!("reports/{day}-{short}.txt"));
        let given = Given { origin: &origin, recorded_on: view.today(), audience, file, new_id: &mut new_id };
        let mut intake = propose(view, &text, &reading, given);
        intake.proposals.retain(|one| may_take(state, view, &one.entry));
        let mut asked = Asked { origin, text, reading, intake };
        asked.correct(values);
        Ok(asked)
    }

    /// Puts in what was corrected on an earlier page.
    fn correct(&mut self, values: &Values) {
        for one in &mut self.intake.proposals {
            let json = first(values, &format!("{FACT}{}", one.entry.id));
            if let Ok(correction) = serde_json::from_str::<Correction>(json) {
                correction.put_in(&mut one.entry);
            }
        }
    }

    /// Puts a correction in the place of a proposal.
    pub(super) fn replace(&mut self, id: EntryId, correction: Correction) {
        if let Some(one) = self.intake.proposals.iter_mut().find(|one| one.entry.id == id) {
            correction.put_in(&mut one.entry);
        }
    }

    pub(super) fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.intake.proposals.iter().map(|one| &one.entry).find(|entry| entry.id == id)
    }

    /// Whether a proposal is ticked: all are until the page has come back once.
    pub(super) fn is_ticked(values: &Values, id: EntryId) -> bool {
        if values.get("shown").is_none() {
            return true;
        }
        values.get("take").into_iter().flatten().any(|taken| EntryId::parse(taken) == Some(id))
    }

    /// What was ticked, with what it needs.
    pub(super) fn taken(&self, values: &Values) -> Vec<Entry> {
        let taken: Vec<EntryId> =
            values.get("take").into_iter().flatten().filter_map(|id| EntryId::parse(id)).collect();
        self.intake.chosen(&taken)
    }
}

/// What the person may not enter is not proposed to them.
fn may_take(state: &State, view: &View<'_>, entry: &Entry) -> bool {
    may_begin(view, entry.fact.kind())
        && entry.supersedes.iter().all(|old| rights::may_change(state, view, *old))
}

fn origin(values: &Values) -> Result<Origin, &'static str> {
    let given = |key: &str| Some(first(values, key).trim().to_owned()).filter(|words| !words.is_empty());
    let published =
        given("r.published").map(|day| day.parse::<Date>()).transpose().map_err(|_| "press-no-day")?;
    let title = given("r.title").unwrap_or_else(|| {
        let words: Vec<&str> = first(values, "r.text").split_whitespace().take(12).collect();
        words.join(" ")
    });
    Ok(Origin {
        outlet: given("r.outlet").unwrap_or_default(),
        title,
        address: given("r.address"),
        zone: given("r.zone"),
        language: None,
        published,
        state_media: false,
    })
}

/// What a person made of one proposal: what it says, and when it holds.
#[derive(Serialize, Deserialize)]
pub(super) struct Correction {
    fact: Fact,
    from: Option<Moment>,
    to: Option<Moment>,
    known_at: Option<Moment>,
}

impl Correction {
    /// Reads the form of one proposal.
    pub(super) fn read(kind: Kind, values: &Values) -> Result<Self, Wrong> {
        let fact = fact(kind, values)?;
        let (from, to) = (moment(values, "_from")?, moment(values, "_to")?);
        if from.is_none() && to.is_some() {
            return Err(Wrong::Period);
        }
        Ok(Correction { fact, from, to, known_at: moment(values, "_known_at")? })
    }

    fn put_in(self, entry: &mut Entry) {
        if self.fact.kind() != entry.fact.kind() {
            return;
        }
        entry.fact = self.fact;
        entry.about = self.from.map(|from| Period { from, to: self.to });
        entry.known_at = self.known_at.unwrap_or(entry.known_at);
    }
}

/// The values of a proposal as its form shows them.
pub(super) fn values_in_form(entry: &Entry) -> Values {
    let mut values = values_of(&entry.fact);
    let mut put = |key: &str, moment: Option<Moment>| {
        values.insert(key.to_owned(), moment.iter().map(Moment::to_string).collect());
    };
    put("_from", entry.about.map(|about| about.from));
    put("_to", entry.about.and_then(|about| about.to));
    put("_known_at", Some(entry.known_at));
    values
}

pub(super) fn first<'v>(values: &'v Values, key: &str) -> &'v str {
    values.get(key).and_then(|all| all.first()).map_or("", String::as_str)
}
