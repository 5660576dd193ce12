//! The shipped cases: every page composes for everybody, and tells nobody what is not theirs.

use onetext_desk::{PAGES, brief};
use onetext_document::{html, terminal};
use onetext_model::{AsOf, Compartment, Day, Person, PersonId, View, Viewer};

use crate::folder::{read, shipped};

#[test]
fn every_page_composes_for_everybody() {
    for (name, day) in
        [("ukraine-2025", Day::constant(2025, 12, 7)), ("river-basin", Day::constant(2026, 7, 3))]
    {
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
