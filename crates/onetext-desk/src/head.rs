//! The head of every document: as of when, for whom, from what; provisional; invented or frozen where it is.

use onetext_document::{Direction, Document, Style, Text};
use onetext_model::{Compartment, Party, Person, Report, View, Viewer};

use crate::words::{count, date};

/// Languages that are written from right to left, by primary subtag.
const RIGHT_TO_LEFT: [&str; 6] = ["ar", "fa", "he", "ps", "ur", "yi"];

/// Said on every screen and print: nothing is agreed until everything is agreed.
pub(crate) const PROVISIONAL: &str = "All points provisional: nothing is agreed until everything is agreed.";

/// An empty document of a kind with the case's head.
pub(crate) fn document(view: &View<'_>, kind: &'static str, title: &str) -> Document {
    let settings = view.settings();
    let mut document = Document::new(kind, Text::plain(format!("{}: {title}", settings.title)));
    document.language.clone_from(&settings.language);
    document.direction = direction(&settings.language);
    document.notices.push(as_of(view));
    if settings.invented {
        document.notices.push(Text::styled("Invented case: no real party, person or event.", Style::Strong));
    }
    let mut said = vec![PROVISIONAL.to_owned()];
    said.extend(settings.notices.iter().cloned());
    if let Some(frozen) = settings.frozen {
        said.push(format!("Kept up to {}.", date(view.day(frozen))));
    }
    document.notices.push(Text::plain(said.join(" ")));
    document.foot.push(Text::plain(format!(
        "{} · {} · without prejudice",
        settings.title,
        date(view.today())
    )));
    document
}

/// The direction in which a language is written.
pub(crate) fn direction(language: &str) -> Direction {
    let primary = language.split('-').next().unwrap_or("");
    if RIGHT_TO_LEFT.contains(&primary) { Direction::RightToLeft } else { Direction::LeftToRight }
}

fn as_of(view: &View<'_>) -> Text {
    let at = view.at();
    let known = match at.known_by {
        Some(day) => format!("As known at the end of {}", date(day)),
        None => format!("As on file, seen on {}", date(at.today)),
    };
    let recorded = at.recorded_by.map_or_else(String::new, |day| format!(", recorded by {}", date(day)));
    Text::styled(format!("{known}{recorded}"), Style::Strong)
        .then(format!(" · seen by {} · {}", viewer_name(view), sources(view)), Style::Plain)
}

fn viewer_name(view: &View<'_>) -> String {
    match view.viewer() {
        Viewer::Keeper => "the keeper of the folder".to_owned(),
        Viewer::Anybody => "anybody".to_owned(),
        Viewer::Compartment(id) => view
            .find::<Compartment>(*id)
            .map_or_else(|| "one compartment".to_owned(), |compartment| compartment.fact.name.clone()),
        Viewer::Person(id) => view
            .find::<Person>(*id)
            .map_or_else(|| "one person".to_owned(), |person| person.fact.name.clone()),
    }
}

fn sources(view: &View<'_>) -> String {
    let reports = view.each::<Report>();
    let last = reports.map(|report| view.day(report.entry.known_at)).max();
    match last {
        None => "no report on file".to_owned(),
        Some(day) => {
            format!("{} on file, the last of {}", count(view.each::<Report>().count(), "report"), date(day))
        }
    }
}

/// All parties, by name.
pub(crate) fn parties<'a>(view: &View<'a>) -> Vec<onetext_model::Stated<'a, Party>> {
    let mut parties: Vec<_> = view.each::<Party>().collect();
    parties.sort_by(|a, b| (&a.fact.name, a.id()).cmp(&(&b.fact.name, b.id())));
    parties
}
