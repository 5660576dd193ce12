//! Drafts in the room: a draft that is not for a guest is not there for them, under any of its addresses; of two who write
//! the first compromise of a provision, the second sees what the first wrote; the note why is the mediator's alone.

use onetext_model::Kind;

use crate::cases::{case_with_drafts, id_of};
use crate::stage::Stage;

#[tokio::test]
async fn a_draft_is_there_for_its_audience_alone() {
    let log = case_with_drafts();
    let stage = Stage::of(log.clone(), 1).await;
    let [mia, ann] = ["mia", "ann"].map(|label| stage.let_in(id_of(&log, Kind::Person, label)));
    let circle = id_of(&log, Kind::Compartment, "mediator").to_string();
    let fields = [
        ("title", "Secret plan"),
        ("form", "verbatim"),
        ("_audience", circle.as_str()),
        ("_known_at", "2026-07-01"),
    ];
    let made = stage.post(&mia, "/enter/draft", &fields).await;
    let id = made.header("location").expect("an entry").rsplit('/').next().expect("an id").to_owned();
    for ending in ["", "/word", "/pdf", "?show=clean", "?against=plan-1"] {
        let path = format!("/draft/{id}{ending}");
        let (theirs, none) =
            (stage.get(&ann, &path).await, stage.get(&ann, &format!("/draft/none{ending}")).await);
        assert_eq!((theirs.status, &theirs.body), (404, &none.body), "{path}");
    }
    assert_eq!(stage.get(&mia, &format!("/draft/{id}")).await.status, 200);
    // What one may not see is no draft to compare with either: the page is the same as without it.
    let plain = stage.get(&ann, "/draft/plan-2").await;
    assert_eq!(stage.get(&ann, &format!("/draft/plan-2?against={id}")).await.body, plain.body);
    assert!(plain.body.contains("<ins>"), "no redline");
    assert!(!plain.body.contains("Secret"));
}

#[tokio::test]
async fn the_second_of_two_first_compromises_sees_the_first() {
    let log = case_with_drafts();
    let stage = Stage::of(log.clone(), 1).await;
    let [mia, max, ann] = ["mia", "max", "ann"].map(|label| stage.let_in(id_of(&log, Kind::Person, label)));
    let on = id_of(&log, Kind::Provision, "plan-2-1").to_string();
    let write = |text: &'static str, why: &'static str| {
        [
            ("on", on.clone()),
            ("text", text.to_owned()),
            ("_audience", "public".to_owned()),
            ("_stood", String::new()),
            ("_why", why.to_owned()),
        ]
    };
    let fields = write("Each Side shall report monthly.", "Two can live with it");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(key, value)| (*key, value.as_str())).collect();
    assert_eq!(stage.post(&mia, "/enter/wording", &fields).await.status, 303);
    let fields = write("Each Side shall report weekly.", "");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let second = stage.post(&max, "/enter/wording", &fields).await;
    assert_eq!(second.status, 409);
    assert!(second.body.contains("monthly") && second.body.contains("weekly"), "both are not shown");
    for (who, sees) in [(&mia, true), (&ann, false)] {
        let log = stage.get(who, "/page/log").await.body;
        assert_eq!(log.contains("Why: "), sees);
    }
    let table = stage.get(&ann, "/page/table").await.body;
    assert!(table.contains("monthly") && !table.contains("live with it"));
}
