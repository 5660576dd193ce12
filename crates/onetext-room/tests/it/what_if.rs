//! What if, in the room: the mediator alone asks; the address carries the question and the form gives it back; what cannot be
//! asked is said and nothing is lost; nothing is entered.

use onetext_desk::settlement::what_if::{ADDED_MAX, NAME_CHARACTERS_MAX, added_to};
use onetext_model::{EntryId, IssueId, Kind, Log};

use crate::cases::{id_of, small_case};
use crate::stage::Stage;

/// A room with the mediator's Mia and Bob of Side Two in it, who has ruled out half of the water.
async fn ruled_out(log: &Log) -> (Stage, [String; 2], EntryId) {
    let stage = Stage::of(log.clone(), 1).await;
    let [mia, bob] = ["mia", "bob"].map(|label| stage.let_in(id_of(log, Kind::Person, label)));
    let id = |kind, label| id_of(log, kind, label).to_string();
    let mut pair = [id(Kind::Compartment, "two"), id(Kind::Compartment, "mediator")];
    pair.sort();
    let (party, on, audience) = (id(Kind::Party, "two"), id(Kind::Option, "half"), pair.join("+"));
    let form = [
        ("party", party.as_str()),
        ("on", on.as_str()),
        ("stance", "red-line"),
        ("words", "Never half of it"),
        ("evidence", "own"),
        ("_audience", audience.as_str()),
    ];
    let made = stage.post(&bob, "/enter/position", &form).await;
    let position = made.header("location").expect("an entry").trim_start_matches("/entry/").to_owned();
    (stage, [mia, bob], EntryId::parse(&position).unwrap())
}

#[tokio::test]
async fn the_mediator_alone_asks_what_if() {
    let log = small_case();
    let (stage, [mia, bob], position) = ruled_out(&log).await;
    let path = format!("/what-if?drop={position}");
    assert_eq!(stage.get(&mia, &path).await.status, 200);
    let (theirs, none) = (stage.get(&bob, &path).await, stage.get(&bob, "/nowhere").await);
    assert_eq!((theirs.status, &theirs.body), (404, &none.body));
    for page in ["settle", "conflicts", "zone", "trade", "ask"] {
        let path = format!("/page/{page}");
        assert!(
            stage.get(&mia, &path).await.body.contains("class=\"button way\" href=\"/what-if\""),
            "{page}"
        );
        assert!(!stage.get(&bob, &path).await.body.contains("/what-if"), "{page}");
    }
}

#[tokio::test]
async fn the_form_gives_the_question_back_and_nothing_is_entered() {
    let log = small_case();
    let (stage, [mia, _], position) = ruled_out(&log).await;
    let before = stage.all().len();
    let (water, half) = (id_of(&log, Kind::Issue, "water"), id_of(&log, Kind::Option, "half"));
    let plain = stage.get(&mia, "/what-if").await;
    assert_eq!(plain.status, 200);
    assert!(!plain.body.contains(" checked") && !plain.body.contains("aria-invalid"));
    let path = format!("/what-if?fix={half}&drop={position}&add.{water}=By%20%3Cmonths%3E");
    let asked = stage.get(&mia, &path).await;
    assert_eq!(asked.status, 200, "{}", asked.body);
    for given_back in [
        format!("<option value=\"{half}\" selected>"),
        format!("value=\"{position}\" checked"),
        format!("name=\"add.{water}\" value=\"By &lt;months&gt;\""),
    ] {
        assert!(asked.body.contains(&given_back), "{given_back} in {}", asked.body);
    }
    assert!(asked.body.contains("Set aside for the question"));
    assert!(asked.body.contains("Water: By &lt;months&gt;") && !asked.body.contains("<months>"));
    assert!(asked.body.contains(&format!("/page/trade?on={half}")));
    // What is added can be fixed, by an id that stays while its name is being written.
    let new = added_to(IssueId(water)).0;
    let fixed = stage.get(&mia, &format!("/what-if?fix={new}&add.{water}=By+turns")).await;
    assert_eq!(fixed.status, 200);
    assert!(fixed.body.contains(&format!("<option value=\"{new}\" selected>")));
    assert_eq!(stage.all().len(), before);
}

#[tokio::test]
async fn what_cannot_be_asked_is_said_and_the_rest_is_answered() {
    let log = small_case();
    let (stage, [mia, _], position) = ruled_out(&log).await;
    let id = |kind, label| id_of(&log, kind, label);
    let (water, half, third) =
        (id(Kind::Issue, "water"), id(Kind::Option, "half"), id(Kind::Option, "third"));
    let too_long = "x".repeat(NAME_CHARACTERS_MAX + 1);
    let new = added_to(IssueId(water)).0;
    for (query, said) in [
        (format!("fix={position}&drop={position}"), "not on file"),
        (format!("fix={new}&drop={position}"), "not on file"),
        (format!("drop={half}&drop={position}"), "not on file"),
        (format!("fix={half}&fix={third}&drop={position}"), "Two options of one issue"),
        (format!("add.{water}={too_long}&drop={position}"), "longer than"),
        (format!("add.%FF=x&fix=%FF&drop={position}"), "not on file"),
    ] {
        let got = stage.get(&mia, &format!("/what-if?{query}")).await;
        assert_eq!(got.status, 422, "{query}");
        assert!(got.body.contains(said), "{query}: {}", got.body);
        assert!(got.body.contains(&format!("value=\"{position}\" checked")), "{query} lost what was ticked");
        assert!(got.body.contains("Never half of it"));
    }
    let got = stage.get(&mia, &format!("/what-if?add.{water}={too_long}")).await;
    assert!(
        got.body.contains(&format!("value=\"{too_long}\"")) && got.body.contains("aria-invalid=\"true\"")
    );
}

#[tokio::test]
async fn only_so_many_options_are_added_at_once() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let mut query = Vec::new();
    for number in 0..=ADDED_MAX {
        let name = format!("Matter {number}");
        let form = [("name", name.as_str()), ("question", "What?"), ("_audience", "public")];
        let made = stage.post(&mia, "/enter/issue", &form).await;
        let issue = made.header("location").expect("an entry").trim_start_matches("/entry/").to_owned();
        query.push(format!("add.{issue}=Way{number}"));
    }
    let got = stage.get(&mia, &format!("/what-if?{}", query.join("&"))).await;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("options were added"));
    assert!(
        (0..=ADDED_MAX).all(|number| got.body.contains(&format!("value=\"Way{number}\""))),
        "none is lost"
    );
    let answered = got.body.matches("on which nobody has spoken").count();
    assert_eq!(answered, ADDED_MAX);
}

#[tokio::test]
async fn what_is_on_the_table_is_chosen_by_everybody_from_what_they_see() {
    let log = small_case();
    let (stage, [mia, bob], _) = ruled_out(&log).await;
    let half = id_of(&log, Kind::Option, "half");
    for who in [&mia, &bob] {
        for page in ["trade", "ask", "settle"] {
            let got = stage.get(who, &format!("/page/{page}?on={half}&as-of=")).await;
            assert_eq!(got.status, 200, "{page}");
            assert!(got.body.contains(&format!("<option value=\"{half}\" selected>")), "{page}");
            assert!(got.body.contains("On the table: Water: Half each."), "{page}: {}", got.body);
            assert!(!got.body.contains("data-live"), "{page}");
            let gone = stage.get(who, &format!("/page/{page}?on=none&on={half}")).await;
            assert!(gone.body.contains("not on file"), "{page}");
        }
        let other = stage.get(who, &format!("/page/grid?on={half}")).await;
        assert_eq!(other.body, stage.get(who, "/page/grid").await.body);
    }
}

#[tokio::test]
async fn a_case_of_conflicts_only_is_asked_nothing() {
    let mut log = small_case();
    log.settings.conflicts_only = true;
    let (stage, [mia, _], _) = ruled_out(&log).await;
    let got = stage.get(&mia, "/what-if").await;
    assert_eq!(got.status, 200);
    assert!(got.body.contains("For this case no settlement is computed"));
    assert!(!got.body.contains("data-question") && !got.body.contains("href=\"/what-if\""));
    assert!(!stage.get(&mia, "/page/trade").await.body.contains("data-question"));
}

#[tokio::test]
async fn that_somebody_asked_is_on_record_and_not_what() {
    let log = small_case();
    let stage = Stage::with_passkeys(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let half = id_of(&log, Kind::Option, "half");
    assert_eq!(stage.get(&mia, &format!("/what-if?fix={half}")).await.status, 200);
    onetext_room::reads::put_on_record(&stage.room).await.unwrap();
    let read = stage.room.door.passkeys().unwrap().read().await.unwrap();
    assert_eq!(read.iter().map(|one| one.address.as_str()).collect::<Vec<_>>(), ["/what-if"]);
}
