//! Press intake in the room: a report pasted, its proposals shown, one corrected, some taken; attack text stays text, and
//! what nobody took is nowhere.

use std::sync::Arc;

use onetext_model::{Fact, Kind};
use onetext_report::formats::{Arrived, Published};
use onetext_room::Files;

use crate::cases::{id_of, small_case};
use crate::stage::Stage;

const TEXT: &str = "The envoys of both sides met in Oslo on Monday for three hours, the Herald reported.\n\
    \"Half of the water is too little,\" Ann said in a statement. Jane Roe, an analyst, expects <b>long</b> talks.";

fn form<'f>(audience: &'f str, text: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![
        ("r.text", text),
        ("r.outlet", "The Valley Post"),
        ("r.published", "2026-07-02"),
        ("r.mark", "abcdef"),
        ("_audience", audience),
    ]
}

/// The ids of the proposals on a page.
fn proposed(body: &str) -> Vec<String> {
    let marks = body.split("name=\"take\" value=\"").skip(1);
    marks.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn what_is_ticked_is_taken_and_the_rest_is_nowhere() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let mediator = id_of(&log, Kind::Compartment, "mediator").to_string();
    let before = stage.all().len();
    let page = stage.post(&mia, "/press", &form(&mediator, TEXT)).await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(
        page.body.contains("[a]") && page.body.contains("&lt;b&gt;long&lt;/b&gt;"),
        "lettered, and no markup of its own"
    );
    assert!(!page.body.contains("<b>long</b>"));
    let ids = proposed(&page.body);
    assert!(ids.len() >= 3, "{ids:?}");
    assert_eq!(stage.all().len(), before, "nothing is entered by reading");
    let mut chosen = form(&mediator, TEXT);
    chosen.extend([("shown", "yes"), ("take", ids[0].as_str())]);
    let answer = stage.post(&mia, "/press/take", &chosen).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let all = stage.all();
    let new: Vec<Kind> = all[before..].iter().map(|entry| entry.fact.kind()).collect();
    assert!(new.contains(&Kind::Report) && new.len() < ids.len() + 1, "{new:?}");
}

#[tokio::test]
async fn a_proposal_is_corrected_before_it_is_taken() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let mediator = id_of(&log, Kind::Compartment, "mediator").to_string();
    let page = stage.post(&mia, "/press", &form(&mediator, TEXT)).await;
    let ids = proposed(&page.body);
    let mut asking = form(&mediator, TEXT);
    asking.extend([("shown", "yes"), ("correct", ids[0].as_str())]);
    let shown = stage.post(&mia, "/press", &asking).await;
    assert!(shown.body.contains("name=\"corrected\""), "{}", shown.body);
    let mut bad = form(&mediator, TEXT);
    bad.extend([("shown", "yes"), ("corrected", ids[0].as_str())]);
    assert_eq!(
        stage.post(&mia, "/press", &bad).await.status,
        422,
        "what is needed is missing: the form stays"
    );
    let contact = ids[0].as_str();
    let mut good = form(&mediator, TEXT);
    good.extend([("shown", "yes"), ("corrected", contact), ("take", contact)]);
    good.extend([
        ("title", "Meeting in Oslo, third round"),
        ("sort", "meeting"),
        ("status", "occurred"),
        ("_from", "2026-06-29"),
    ]);
    let corrected = stage.post(&mia, "/press", &good).await;
    assert_eq!(corrected.status, 200, "{}", corrected.body);
    assert!(corrected.body.contains("Meeting in Oslo, third round"));
    let field = format!("fact.{contact}");
    let json = corrected
        .body
        .split(&format!("name=\"{field}\" value=\""))
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let json = json.replace("&quot;", "\"").replace("&#34;", "\"").replace("&amp;", "&");
    let mut taking = form(&mediator, TEXT);
    taking.extend([("shown", "yes"), ("take", contact), (field.as_str(), json.as_str())]);
    assert_eq!(stage.post(&mia, "/press/take", &taking).await.status, 303);
    let is_it = |fact: &Fact| matches!(fact, Fact::Contact(contact) if contact.title == "Meeting in Oslo, third round");
    assert!(stage.all().iter().any(|entry| is_it(&entry.fact)));
}

#[tokio::test]
async fn a_party_reads_for_its_own_circle_alone() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let bob = stage.let_in(id_of(&log, Kind::Person, "bob"));
    let own = id_of(&log, Kind::Compartment, "two").to_string();
    let mediator = id_of(&log, Kind::Compartment, "mediator").to_string();
    assert_eq!(stage.post(&bob, "/press", &form(&own, TEXT)).await.status, 200);
    let before = stage.all().len();
    let page = stage.post(&bob, "/press", &form(&mediator, TEXT)).await;
    let ids = proposed(&page.body);
    let mut chosen = form(&mediator, TEXT);
    chosen.extend(ids.iter().map(|id| ("take", id.as_str())));
    let answer = stage.post(&bob, "/press/take", &chosen).await;
    assert_ne!(answer.status, 303, "nobody writes into a circle that is not theirs");
    assert_eq!(stage.all().len(), before);
}

/// Reads a file as its lines: one report for each; says what is wrong with an empty one.
struct Lines;

impl Files for Lines {
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Vec<Arrived>, String> {
        let text = str::from_utf8(bytes).map_err(|_| format!("{name} is no text"))?;
        let one = |line: &str| Arrived {
            title: Some(format!("On {line}")),
            outlet: Some("The <i>Post</i>".to_owned()),
            published: Published::parse("2026-07-02"),
            text: line.to_owned(),
            ..Arrived::default()
        };
        Ok(text.lines().map(one).collect())
    }
}

#[tokio::test]
async fn a_file_fills_the_form_and_enters_nothing() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    assert!(!stage.get(&mia, "/press").await.body.contains("type=\"file\""), "no reader, no chooser");
    stage.room.give_files(Arc::new(Lines));
    assert!(stage.get(&mia, "/press").await.body.contains("type=\"file\""));
    let before = stage.all().len();
    let page = stage.upload(&mia, "/press/file", "story.txt", b"Ann met <b>Bob</b> in Oslo on Monday.").await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("Ann met &lt;b&gt;Bob&lt;/b&gt; in Oslo"), "{}", page.body);
    assert!(page.body.contains("The &lt;i&gt;Post&lt;/i&gt;") && page.body.contains("value=\"2026-07-02\""));
    assert_eq!(stage.all().len(), before, "nothing is entered");
    let several = stage.upload(&mia, "/press/file", "feed.xml", b"One.\nTwo.\n").await;
    assert_eq!(several.body.matches("name=\"fill\"").count(), 2, "{}", several.body);
    let chosen = [("r.text", "Two."), ("r.title", "On Two."), ("fill", "yes")];
    let filled = stage.post(&mia, "/press", &chosen).await;
    assert_eq!(filled.status, 200);
    assert!(filled.body.contains("name=\"_audience\"") && filled.body.contains("Two.</textarea>"));
}

#[tokio::test]
async fn a_file_that_is_none_is_said_to_be() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let unread = stage.upload(&mia, "/press/file", "story.txt", b"Ann met Bob.").await;
    assert_eq!(unread.status, 422, "nothing reads files in this room");
    stage.room.give_files(Arc::new(Lines));
    let cases = [
        (b"".to_vec(), "Choose a file first."),
        (vec![0xFF, 0xFE], "story.txt is no text"),
        (vec![b'a'; 17 << 20], "The file is longer than is read here."),
    ];
    for (bytes, said) in cases {
        let page = stage.upload(&mia, "/press/file", "story.txt", &bytes).await;
        assert_eq!(page.status, 422, "{} bytes", bytes.len());
        assert!(page.body.contains("role=\"alert\"") && page.body.contains("type=\"file\""));
        assert!(page.body.contains(said), "{said}");
    }
    let plain = stage.post(&mia, "/press/file", &[("file", "x")]).await;
    assert_eq!(plain.status, 422, "no upload at all");
    assert!(plain.body.contains("Choose a file first."));
    let torn = b"------stage\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nAnn";
    let page = stage.send_parts(&mia, "/press/file", torn.to_vec()).await;
    assert!(page.status == 422 && page.body.contains("did not arrive whole"), "{}", page.body);
}

#[tokio::test]
async fn what_the_form_does_not_hold_is_left_out_and_said() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    stage.room.give_files(Arc::new(Lines));
    let endless = "Київ. ".repeat(30_000);
    let page = stage.upload(&mia, "/press/file", "story.txt", endless.as_bytes()).await;
    assert!(page.body.contains("bytes were left out."), "the end is missing, and it says so");
    let text = page.body.split("dir=\"auto\">\n").nth(1).and_then(|rest| rest.split("</textarea>").next());
    let mediator = id_of(&log, Kind::Compartment, "mediator").to_string();
    let read = stage.post(&mia, "/press", &form(&mediator, text.unwrap())).await;
    assert_eq!(read.status, 200, "what the file filled in is read");
    let feed = "One item.\n".repeat(203);
    let page = stage.upload(&mia, "/press/file", "feed.xml", feed.as_bytes()).await;
    assert_eq!(page.body.matches("name=\"fill\"").count(), 200);
    assert!(page.body.contains("Items left out: \u{2068}3\u{2069}."), "three are not offered");
    let too_much = stage.post(&mia, "/press", &form(&mediator, &"a ".repeat(1_100_000))).await;
    assert!(too_much.status == 413 && too_much.body.contains("or too much"), "{}", too_much.status);
}

#[tokio::test]
async fn one_guest_sends_one_file_at_a_time() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let bob = stage.let_in(id_of(&log, Kind::Person, "bob"));
    stage.room.give_files(Arc::new(Lines));
    {
        let slow = stage.upload_for_ever(&mia, "/press/file");
        tokio::pin!(slow);
        let again = tokio::select! {
            biased;
            _ = &mut slow => panic!("nothing arrives"),
            answer = stage.upload(&mia, "/press/file", "a.txt", b"Ann met Bob.") => answer,
        };
        assert!(again.status == 422 && again.body.contains("Another file is on its way"), "{}", again.body);
        let other = tokio::select! {
            biased;
            _ = &mut slow => panic!("nothing arrives"),
            answer = stage.upload(&bob, "/press/file", "a.txt", b"Ann met Bob.") => answer,
        };
        assert_eq!(other.status, 200, "others are not kept out");
    }
    let after = stage.upload(&mia, "/press/file", "a.txt", b"Ann met Bob.").await;
    assert_eq!(after.status, 200, "who hung up may begin again");
}
