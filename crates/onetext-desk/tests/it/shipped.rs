//! The shipped cases: every page composes for everybody, and tells nobody what is not theirs.

use onetext_desk::{PAGES, brief};
use onetext_document::{Document, html, terminal};
use onetext_model::{AsOf, Compartment, Day, Entry, Kind, Person, PersonId, View, Viewer};

use crate::folder::{read, shipped};

/// The shipped cases, and the day on which each is looked at.
const DAYS: [(&str, Day); 2] =
    [("ukraine-2025", Day::constant(2025, 12, 7)), ("river-basin", Day::constant(2026, 7, 3))];

/// What a page states line by line, so that a person may want to change it there. Of every other kind the log leads
/// to the entry.
const EDITED: [Kind; 22] = [
    Kind::Party,
    Kind::Role,
    Kind::Interest,
    Kind::Person,
    Kind::Mandate,
    Kind::Track,
    Kind::Contact,
    Kind::Issue,
    Kind::Option,
    Kind::Status,
    Kind::Draft,
    Kind::Provision,
    Kind::Position,
    Kind::Ask,
    Kind::Idea,
    Kind::Answer,
    Kind::Undertaking,
    Kind::Link,
    Kind::Release,
    Kind::Step,
    Kind::Question,
    Kind::Ratification,
];

#[test]
fn every_page_composes_for_everybody() {
    for (name, day) in DAYS {
        let (case, _) = read(&shipped(name));
        let everything = View::of(&case, Viewer::Keeper, AsOf::known_by(day));
        let circles = everything.each::<Compartment>();
        let mut viewers: Vec<Viewer> =
            circles.map(|circle| Viewer::Compartment(onetext_model::CompartmentId(circle.id()))).collect();
        viewers.extend([Viewer::Anybody, Viewer::Keeper]);
        for viewer in viewers {
            let view = View::of(&case, viewer, AsOf::known_by(day));
            for page in PAGES {
                let document = (page.compose)(&view);
                assert!(!terminal::write(&document, 120).is_empty());
                assert!(html::write(&document).contains("</html>"));
            }
        }
        for person in everything.each::<Person>() {
            let id = PersonId(person.id());
            let view = View::of(&case, Viewer::Person(id), AsOf::known_by(day));
            assert_eq!(brief::compose(&view, id, None).kind, "brief");
            assert_eq!(brief::do_not_mention(&everything, id.0).kind, "do-not-mention");
        }
    }
}

/// A shipped case as its keeper sees it: its name, its pages, and what stands in it by id and kind.
type Shown = (&'static str, Vec<Document>, Vec<(String, Kind)>);

fn pages_of_shipped_cases() -> Vec<Shown> {
    let mut all = Vec::new();
    for (name, day) in DAYS {
        let (case, _) = read(&shipped(name));
        let view = View::of(&case, Viewer::Keeper, AsOf::known_by(day));
        let stands =
            |entry: &&&onetext_model::Entry| view.replaced_by(entry).is_none() && !view.is_withdrawn(entry);
        let named = |entry: &&Entry| (entry.id.to_string(), entry.fact.kind());
        let entries = view.entries().iter().filter(stands).map(named).collect();
        all.push((name, PAGES.iter().map(|page| (page.compose)(&view)).collect(), entries));
    }
    all
}

#[test]
fn no_fragment_has_a_style_of_its_own() {
    for (name, pages, _) in pages_of_shipped_cases() {
        for page in pages {
            let fragment = html::fragment(&page);
            assert!(!fragment.contains("style=") && !fragment.contains("<style"), "{name} {}", page.kind);
        }
    }
}

#[test]
fn every_statement_leads_to_its_entry() {
    for (name, pages, entries) in pages_of_shipped_cases() {
        let led = std::cell::RefCell::new(std::collections::BTreeSet::new());
        let entry = |id: &str| {
            led.borrow_mut().insert(id.to_owned());
            None
        };
        for page in pages.iter().filter(|page| page.kind != "log") {
            html::fragment_linked(page, &html::Links { entry: &entry, blank: &|_, _, _| None });
        }
        let led = led.into_inner();
        let lost: Vec<_> =
            entries.iter().filter(|(id, kind)| EDITED.contains(kind) && !led.contains(id)).collect();
        assert!(lost.is_empty(), "{name}: {lost:?}");
    }
}
