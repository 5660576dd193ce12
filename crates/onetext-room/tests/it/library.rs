//! The library of precedents in the room: found beside a provision by whoever may see the provision, by nobody else; attack
//! text stays text; without a library the page says so.

use onetext_model::Kind;
use onetext_text::precedents::{Library, read_segments};

use crate::cases::{case_with_drafts, id_of};
use crate::stage::Stage;

const AGREEMENTS: &str = concat!(
    r#"{"country":"Upland","pax_id":"7","agreement":"Accord <i>on</i> the Dam","date":"19990501","segment":"3","text":"The <b>guarantors</b> shall send observers to the dam."}"#,
    "\n",
    r#"{"country":"Lowland","pax_id":"8","agreement":"Protocol","date":"20050102","segment":"1","text":"Each Party opens its archives."}"#,
);

fn library() -> Library {
    Library::of([read_segments(AGREEMENTS.as_bytes(), "agreements.jsonl").unwrap()])
}

#[tokio::test]
async fn what_earlier_agreements_say_is_found_and_stays_text() {
    let log = case_with_drafts();
    let stage = Stage::of(log.clone(), 1).await;
    let ann = stage.let_in(id_of(&log, Kind::Person, "ann"));
    let empty = stage.get(&ann, "/library").await;
    assert_eq!(empty.status, 200);
    assert!(empty.body.contains("without a library"), "{}", empty.body);
    assert_eq!(stage.post(&ann, "/library", &[("words", "guarantee")]).await.status, 422);
    stage.room.give(library());
    assert!(!stage.get(&ann, "/library").await.body.contains("without a library"));
    let found = stage.post(&ann, "/library", &[("words", "guarantee with a monitor")]).await;
    assert_eq!(found.status, 200, "{}", found.body);
    assert!(found.body.contains("Accord &lt;i&gt;on&lt;/i&gt; the Dam"), "{}", found.body);
    assert!(!found.body.contains("<b>guarantors</b>") && !found.body.contains("archives"));
    for (fields, said) in [
        ([("words", "of the"), ("from", "")], "nothing to look for"),
        ([("words", "guarantee"), ("from", "soon")], "A year is written"),
        ([("words", "guarantee"), ("beside", "99")], "No provision"),
        ([("words", "\"><script>x</script>"), ("beside", "<script>y</script>")], "No provision"),
    ] {
        let answer = stage.post(&ann, "/library", &fields).await;
        assert_eq!(answer.status, 422);
        assert!(
            answer.body.contains(said) && !answer.body.contains("<script>"),
            "{fields:?}: {}",
            answer.body
        );
    }
    let later = stage.post(&ann, "/library", &[("words", "guarantee"), ("from", "2000")]).await;
    assert!(later.status == 200 && !later.body.contains("the Dam"), "{}", later.body);
}

#[tokio::test]
async fn a_provision_that_somebody_may_not_see_is_beside_nothing() {
    let log = case_with_drafts();
    let stage = Stage::of(log.clone(), 1).await;
    stage.room.give(library());
    let (ann, bob) =
        (stage.let_in(id_of(&log, Kind::Person, "ann")), stage.let_in(id_of(&log, Kind::Person, "bob")));
    let (one, plan) = (id_of(&log, Kind::Compartment, "one"), id_of(&log, Kind::Draft, "plan-2"));
    let body = format!(
        r#"{{"audience":["{one}"],"fact":{{"provision":{{"draft":"{plan}","number":"9","text":"A guarantee by a third state."}}}}}}"#
    );
    let entered = stage.send_json("POST", &ann, "/api/v1/entries", None, &body).await;
    assert!(entered.status < 300, "{}", entered.body);
    let beside = [("beside", "9")];
    let anns = stage.post(&ann, "/library", &beside).await;
    assert!(anns.status == 200 && anns.body.contains("by a third state"), "{}", anns.body);
    let bobs = stage.post(&bob, "/library", &beside).await;
    assert!(bobs.status == 422 && !bobs.body.contains("third state"), "{}", bobs.body);
    let never = stage.post(&bob, "/library", &[("beside", "10")]).await;
    assert_eq!(bobs.body.replace("value=\"9\"", ""), never.body.replace("value=\"10\"", ""));
}

#[tokio::test]
async fn a_precedent_is_entered_and_stands_on_its_page() {
    let log = case_with_drafts();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let (everybody, party) = (id_of(&log, Kind::Compartment, "mediator"), id_of(&log, Kind::Party, "one"));
    let form = [
        ("title", "Accord on the Dam"),
        ("by", &party.to_string()),
        ("purpose", "A third state as guarantor <script>x</script>"),
        ("_audience", &everybody.to_string()),
    ];
    let answer = stage.post(&mia, "/enter/precedent", &form).await;
    assert!(answer.status == 303, "{} {}", answer.status, answer.body);
    let page = stage.get(&mia, "/page/precedents").await;
    assert!(page.body.contains("Accord on the Dam") && page.body.contains("&lt;script&gt;"), "{}", page.body);
    assert!(page.body.contains("/enter/precedent") && !page.body.contains("<script>x"));
}
