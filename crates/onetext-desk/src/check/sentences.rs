//! Findings in sentences: what is wrong, and what would cure it.

use onetext_model::{EntryId, Fault, Finding, Kind, Reason, View};

/// What a finding says, and its cure. Names only what the viewer may see: a target outside the view dangles.
pub fn sentence(view: &View<'_>, finding: &Finding) -> (String, String) {
    match &finding.reason {
        Reason::Reference { written, wanted, fault, reference } => {
            let written = written.clone().unwrap_or_else(|| name(view, *reference));
            of_reference(view, &written, wanted, fault)
        }
        other => of_file(other)
            .or_else(|| of_entry(view, other))
            .or_else(|| of_whole(view, other))
            .unwrap_or_default(),
    }
}

fn of_reference(view: &View<'_>, written: &str, wanted: &[Kind], fault: &Fault) -> (String, String) {
    let kinds = kinds(wanted);
    match fault {
        Fault::TooPrivate { target_audience, .. } if view.may_see(target_audience) => (
            format!("“{written}” is not visible to everybody who may see this entry."),
            "Move this entry to a narrower place, or say the same for the wider audience in an entry of its own.".into(),
        ),
        Fault::Dangling { nearest: Some(nearest) } | Fault::TooPrivate { nearest: Some(nearest), .. } => {
            (format!("Nothing that this entry's audience may see is called “{written}” ({kinds})."), format!("Did you mean “{nearest}”?"))
        }
        Fault::Dangling { .. } | Fault::TooPrivate { .. } => (
            format!("Nothing that this entry's audience may see is called “{written}” ({kinds})."),
            "Add it, or correct the name.".into(),
        ),
        Fault::Ambiguous { candidates } => {
            let names: Vec<String> = candidates.iter().map(ToString::to_string).collect();
            (format!("“{written}” names several entries."), format!("Write one of their ids: {}.", names.join(", ")))
        }
        Fault::WrongKind { found } => {
            (format!("“{written}” is: {}; wanted here: {kinds}.", found.word()), "Name another entry.".into())
        }
        Fault::LeftOut => {
            (format!("It refers to “{written}”, which was itself left out."), "Mend that entry first.".into())
        }
    }
}

fn kinds(wanted: &[Kind]) -> String {
    match wanted {
        [] => "any entry".to_owned(),
        several => several.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(" or "),
    }
}

/// What is wrong with a file.
fn of_file(reason: &Reason) -> Option<(String, String)> {
    let said = |what: String, cure: &str| Some((what, cure.to_owned()));
    match reason {
        Reason::Unreadable(words) => {
            said(format!("The file cannot be read: {words}."), "Nothing was changed.")
        }
        Reason::NotUtf8 => said("The file is not UTF-8 text.".into(), "Save it as UTF-8."),
        Reason::TooMuch { what, found, limit } => {
            said(format!("{found} {what}; the limit is {limit}."), "Split the file.")
        }
        Reason::NewerFormat { found, known } => said(
            format!("The folder has format {found}; this program reads up to {known}."),
            "Use a newer program.",
        ),
        Reason::NoSettings(words) => {
            said(format!("There is no case here: {words}."), "`onetext init` makes one.")
        }
        Reason::UnknownKind { word, nearest } => {
            let cure = nearest.as_ref().map_or_else(
                || "See docs/case-format.md for the kinds.".into(),
                |n| format!("Did you mean [[{n}]]?"),
            );
            said(format!("“{word}” is no kind of entry."), &cure)
        }
        Reason::UnknownKey { key, nearest, known } => {
            let cure = match nearest {
                Some(nearest) => format!("Did you mean “{nearest}”?"),
                None => format!("The keys are: {}.", known.join(", ")),
            };
            said(format!("There is no key “{key}” here."), &cure)
        }
        Reason::WrongValue(words) => {
            let words = words.trim().trim_end_matches('.').replace('\n', "; ");
            said(format!("{words}."), "Correct it; until then the entry is left out.")
        }
        Reason::UnknownPlace(name) => said(
            format!("“{name}” names no compartment of the case."),
            "Declare it as a [[compartment]] in a public file.",
        ),
        Reason::Locked(place) => {
            said(format!("{place} is locked; its entries are absent."), "`onetext unlock` opens it.")
        }
        Reason::NotIgnored => said(
            "Private places are not kept out of git.".into(),
            "Add the line private/ to the folder's .gitignore.",
        ),
        _ => None,
    }
}

/// What is wrong with an entry.
fn of_entry(view: &View<'_>, reason: &Reason) -> Option<(String, String)> {
    let said = |what: String, cure: &str| Some((what, cure.to_owned()));
    match reason {
        Reason::SameId => said(
            "Another entry has the same id and says something else.".into(),
            "Give one of them another id.",
        ),
        Reason::SameEntry => said("The same entry stands twice.".into(), "Delete one; nothing is lost."),
        Reason::SameLabel(label) => {
            said(format!("Another entry of this compartment is labelled “{label}”."), "Choose another label.")
        }
        Reason::PrivateCompartment => said(
            "A compartment is declared in a private file.".into(),
            "Declare it in a public file; its entries stay private.",
        ),
        Reason::ReversedPeriod => said("The period ends before it begins.".into(), "Exchange its ends."),
        Reason::KnownBeforeItsTerms => said(
            "It became known before something that it refers to.".into(),
            "It is shown from the later date on; if that is wrong, correct known_at.",
        ),
        Reason::ReplacesItself => {
            said("It replaces itself, directly or in a circle.".into(), "Take the circle out of supersedes.")
        }
        Reason::ReplacesOtherKind(kind) => said(
            format!("It replaces a {}, an entry of another kind.", kind.word()),
            "Withdraw that entry instead.",
        ),
        Reason::ReplacedTwice { by, and } => {
            let (later, earlier) = names(view, *by, *and);
            said(
                format!("{later} and {earlier} replace the same entry; the later stands."),
                "Let one replace the other.",
            )
        }
        _ => None,
    }
}

/// What only the whole of a case shows.
fn of_whole(view: &View<'_>, reason: &Reason) -> Option<(String, String)> {
    let said = |what: String, cure: &str| Some((what, cure.to_owned()));
    match reason {
        Reason::OverlappingMandates { first, second } => said(
            format!("The mandates {} and {} overlap.", name(view, *first), name(view, *second)),
            "End one with about = { from, to }, or say what each covers.",
        ),
        Reason::UnknownState { state, preset } => said(
            format!("“{state}” is no state of the case's preset."),
            &format!("Use one of: {}.", preset.join(", ")),
        ),
        Reason::ReopenedWithoutReason => {
            said("The point went back a state and no reason is given.".into(), "Add reason = \"...\".")
        }
        Reason::OutsideRange { value, from, to, step } => said(
            format!("{value} is not in the issue's range ({from} to {to} in steps of {step})."),
            "Correct the value or the range.",
        ),
        Reason::NoSource => said(
            "A position with no source.".into(),
            "Name its sources, its speaker, or say why it is assumed.",
        ),
        Reason::ByWhom => said(
            "A position is attributed or inferred, and nothing says by whom.".into(),
            "Add by = { outlet = \"...\" } or by = { actor = \"...\" }.",
        ),
        Reason::NamedUnderRule => said(
            "A claim names who spoke, though the contact was under the Chatham House Rule.".into(),
            "Write { participant = \"a participant\" } in the chain, and the name as an [[attribution]] in the mediator's place.",
        ),
        Reason::FewInTheRoom { delegations } => said(
            format!(
                "The delegations in the room were {delegations} in number: “a participant” tells who it was."
            ),
            "Do not pass on what was said there.",
        ),
        Reason::Contradiction { option } => {
            said(format!("It both needs and excludes {}.", name(view, *option)), "Remove one of the two.")
        }
        _ => None,
    }
}

/// A label where the viewer may see the entry.
fn name(view: &View<'_>, id: EntryId) -> String {
    view.label(id).map_or_else(|| id.to_string(), ToString::to_string)
}

/// Two entries that may bear one label: then their ids tell them apart.
fn names(view: &View<'_>, one: EntryId, other: EntryId) -> (String, String) {
    match (name(view, one), name(view, other)) {
        (a, b) if a == b => (format!("{a} ({one})"), format!("{b} ({other})")),
        differ => differ,
    }
}
