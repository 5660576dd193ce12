//! Security row 9: every abuse of a passkey is refused, with the same answer; its right use works.

use onetext_model::{Kind, PersonId};
use onetext_room::door::{CHALLENGE_MINUTES, INVITATION_DAYS};
use onetext_room::who::Who;
use serde_json::{Value, json};

use crate::authenticator::{Authenticator, Twist};
use crate::cases::{id_of, small_case};
use crate::stage::{Answer, Stage};

const TWISTS: [Twist; 7] = [
    Twist::Origin,
    Twist::Party,
    Twist::NotVerified,
    Twist::NotPresent,
    Twist::Signature,
    Twist::Challenge,
    Twist::Kind,
];

/// The cookie that an answer sets.
fn cookie(answer: &Answer, name: &str) -> Option<String> {
    let set = answer.headers.iter().filter(|(key, _)| key == "set-cookie");
    let mut values = set.filter_map(|(_, value)| value.split(';').next());
    values.find(|pair| pair.starts_with(&format!("{name}="))).map(str::to_owned)
}

async fn begin(stage: &Stage, path: &str, session: &str, body: &Value) -> Option<(Value, String)> {
    let answer = stage.send_json("POST", session, path, None, &body.to_string()).await;
    (answer.status == 200)
        .then(|| (serde_json::from_str(&answer.body).unwrap(), cookie(&answer, "onetext-ceremony").unwrap()))
}

async fn invited(stage: &Stage, label: &str) -> String {
    let person = PersonId(id_of(&small_case(), Kind::Person, label));
    let passkeys = stage.room.door.passkeys().unwrap();
    passkeys.invite(Who::Keeper, person, stage.room.now(), stage.world.as_ref()).await.unwrap()
}

/// Registers by invitation; the answer.
async fn register(stage: &Stage, secret: &str, key: &mut Authenticator, twist: Twist) -> Option<Answer> {
    let (options, ceremony) =
        begin(stage, "/passkey/register/begin", "", &json!({ "invitation": secret })).await?;
    let body = json!({ "name": "laptop", "credential": key.register(&options, twist) });
    Some(stage.send_json("POST", &ceremony, "/passkey/register/finish", None, &body.to_string()).await)
}

async fn sign_in(stage: &Stage, key: &mut Authenticator, twist: Twist) -> Answer {
    let (options, ceremony) = begin(stage, "/passkey/sign-in/begin", "", &json!({})).await.unwrap();
    let body = key.sign(&options, twist).to_string();
    stage.send_json("POST", &ceremony, "/passkey/sign-in/finish", None, &body).await
}

/// A room in which Ann has a passkey and has signed in with it once.
async fn with_ann() -> (Stage, Authenticator, String) {
    let stage = Stage::with_passkeys(small_case(), 1).await;
    let secret = invited(&stage, "ann").await;
    let mut key = Authenticator::new(1);
    let registered = register(&stage, &secret, &mut key, Twist::None).await.unwrap();
    assert_eq!(registered.status, 200, "the right use of an invitation: {}", registered.body);
    let signed = sign_in(&stage, &mut key, Twist::None).await;
    assert_eq!(signed.status, 200, "the right use of a passkey: {}", signed.body);
    let session = cookie(&signed, "__Host-onetext").unwrap();
    assert_eq!(stage.get(&session, "/page/status").await.status, 200);
    (stage, key, session)
}

/// Counts what is refused; all refusals look the same.
#[derive(Default)]
struct Refusals {
    tried: usize,
    seen: Option<String>,
}

impl Refusals {
    fn take(&mut self, what: &str, answer: &Answer) {
        self.tried += 1;
        assert_eq!(answer.status, 403, "{what} was let in: {answer:?}");
        assert_eq!(cookie(answer, "__Host-onetext"), None, "{what}");
        let seen = self.seen.get_or_insert_with(|| answer.body.clone());
        assert_eq!(*seen, answer.body, "{what} is told apart from other refusals");
    }
}

#[tokio::test]
async fn safety_row_9_passkeys() {
    let mut refusals = Refusals::default();
    for twist in TWISTS {
        let (stage, mut key, _) = with_ann().await;
        refusals.take(&format!("sign-in: {twist:?}"), &sign_in(&stage, &mut key, twist).await);
        if twist == Twist::Signature {
            continue;
        }
        let secret = invited(&stage, "bob").await;
        let answer = register(&stage, &secret, &mut Authenticator::new(2), twist).await.unwrap();
        refusals.take(&format!("registration: {twist:?}"), &answer);
    }
    replays(&mut refusals).await;
    counters(&mut refusals).await;
    lapsed(&mut refusals).await;
    strangers(&mut refusals).await;
    println!("row 9: {0} of {0} abuses refused, all with one answer; the right use works", refusals.tried);
}

/// An answer is good once, and in the browser that asked.
async fn replays(refusals: &mut Refusals) {
    let (stage, mut key, _) = with_ann().await;
    let (options, ceremony) = begin(&stage, "/passkey/sign-in/begin", "", &json!({})).await.unwrap();
    let body = key.sign(&options, Twist::None).to_string();
    let (_, other) = begin(&stage, "/passkey/sign-in/begin", "", &json!({})).await.unwrap();
    let path = "/passkey/sign-in/finish";
    refusals.take("an answer in another browser", &stage.send_json("POST", &other, path, None, &body).await);
    refusals.take("an answer without its browser", &stage.send_json("POST", "", path, None, &body).await);
    assert_eq!(stage.send_json("POST", &ceremony, path, None, &body).await.status, 200, "the control");
    refusals.take("an answer sent twice", &stage.send_json("POST", &ceremony, path, None, &body).await);
    // A registration that is sent twice, and an invitation that was used.
    let secret = invited(&stage, "bob").await;
    let begin_path = "/passkey/register/begin";
    let (options, ceremony) = begin(&stage, begin_path, "", &json!({ "invitation": secret })).await.unwrap();
    let body = json!({ "credential": Authenticator::new(3).register(&options, Twist::None) }).to_string();
    let path = "/passkey/register/finish";
    assert_eq!(stage.send_json("POST", &ceremony, path, None, &body).await.status, 200, "the control");
    refusals.take("a registration sent twice", &stage.send_json("POST", &ceremony, path, None, &body).await);
    let again = json!({ "invitation": secret }).to_string();
    refusals.take("a used invitation", &stage.send_json("POST", "", begin_path, None, &again).await);
}

/// A counter that did not move on: the authenticator was copied.
async fn counters(refusals: &mut Refusals) {
    for back in [1, 2] {
        let (stage, mut key, _) = with_ann().await;
        assert_eq!(sign_in(&stage, &mut key, Twist::None).await.status, 200);
        let mut copy = key.clone();
        copy.counter -= back;
        refusals.take("a copied authenticator", &sign_in(&stage, &mut copy, Twist::None).await);
    }
}

/// What has run out.
async fn lapsed(refusals: &mut Refusals) {
    let (stage, mut key, _) = with_ann().await;
    let (options, ceremony) = begin(&stage, "/passkey/sign-in/begin", "", &json!({})).await.unwrap();
    let body = key.sign(&options, Twist::None).to_string();
    let secret = invited(&stage, "bob").await;
    stage.world.set(60 * CHALLENGE_MINUTES + 1);
    refusals.take(
        "a lapsed challenge",
        &stage.send_json("POST", &ceremony, "/passkey/sign-in/finish", None, &body).await,
    );
    stage.world.set(86_400 * INVITATION_DAYS + 1);
    let begin = json!({ "invitation": secret }).to_string();
    refusals.take(
        "a lapsed invitation",
        &stage.send_json("POST", "", "/passkey/register/begin", None, &begin).await,
    );
}

/// Passkeys and invitations of nobody, and of somebody who was shown out.
async fn strangers(refusals: &mut Refusals) {
    let (stage, mut key, session) = with_ann().await;
    let person = PersonId(id_of(&small_case(), Kind::Person, "ann"));
    let path = "/passkey/register/begin";
    let guess = json!({ "invitation": "AAAA" }).to_string();
    refusals.take("a guessed invitation", &stage.send_json("POST", "", path, None, &guess).await);
    refusals.take("a registration by nobody", &stage.send_json("POST", "", path, None, "{}").await);
    let mut stranger = Authenticator::new(8);
    refusals.take("a passkey that nobody registered", &sign_in(&stage, &mut stranger, Twist::None).await);
    let planted = "__Host-onetext=planted-by-somebody-else";
    let (options, ceremony) = begin(&stage, "/passkey/sign-in/begin", planted, &json!({})).await.unwrap();
    let body = key.sign(&options, Twist::None).to_string();
    let both = format!("{planted}; {ceremony}");
    let signed = stage.send_json("POST", &both, "/passkey/sign-in/finish", None, &body).await;
    assert_ne!(
        cookie(&signed, "__Host-onetext").unwrap(),
        planted,
        "a planted session must not be taken over"
    );
    assert_eq!(stage.get(planted, "/page/status").await.status, 303);
    let passkeys = stage.room.door.passkeys().unwrap();
    let event = onetext_room::door::Event::Revoked { person };
    passkeys.keep(Who::Keeper, &[event], stage.room.now()).await.unwrap();
    refusals.take("a passkey of somebody shown out", &sign_in(&stage, &mut key, Twist::None).await);
    stage.room.door.shut_out(person);
    assert_eq!(stage.get(&session, "/page/status").await.status, 303);
}

/// A touch renews the session's secret; another person's passkey does not.
#[tokio::test]
async fn a_touch_is_ones_own_and_renews_the_session() {
    let (stage, mut key, session) = with_ann().await;
    let secret = invited(&stage, "bob").await;
    let mut bobs = Authenticator::new(4);
    assert_eq!(register(&stage, &secret, &mut bobs, Twist::None).await.unwrap().status, 200);
    for (who, expected) in [(&mut bobs, 403), (&mut key, 200)] {
        let (options, ceremony) =
            begin(&stage, "/passkey/sign-in/begin", &session, &json!({})).await.unwrap();
        let body = who.sign(&options, Twist::None).to_string();
        let both = format!("{session}; {ceremony}");
        let answer = stage.send_json("POST", &both, "/passkey/touch", None, &body).await;
        assert_eq!(answer.status, expected, "{}", answer.body);
        if expected == 200 {
            let renewed = cookie(&answer, "__Host-onetext").unwrap();
            assert_ne!(renewed, session);
            assert_eq!(stage.get(&session, "/page/status").await.status, 303, "the old secret is used up");
            assert_eq!(stage.get(&renewed, "/page/status").await.status, 200);
        }
    }
}

#[tokio::test]
async fn who_knocks_too_often_waits_and_the_one_they_meant_comes_in() {
    let (stage, mut key, _) = with_ann().await;
    let (begin, finish) = ("/passkey/sign-in/begin", "/passkey/sign-in/finish");
    let wrong = key.clone().sign(&json!({ "publicKey": { "challenge": "AAAA" } }), Twist::None).to_string();
    let mut answers = Vec::new();
    for _ in 0..100 {
        answers.push(stage.knock("192.0.2.66", "", finish, &wrong).await);
    }
    let count = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
    assert_eq!((count(403), count(429)), (60, 40));
    assert_eq!(answers[99].header("retry-after"), Some("2"));
    // Ann elsewhere, and a minute later at the same place.
    for (from, after) in [("192.0.2.7", 0), ("192.0.2.66", 60)] {
        stage.world.set(after);
        let options = stage.knock(from, "", begin, "{}").await;
        assert_eq!(options.status, 200, "{from}");
        let body = key.sign(&serde_json::from_str(&options.body).unwrap(), Twist::None).to_string();
        let ceremony = cookie(&options, "onetext-ceremony").unwrap();
        assert_eq!(stage.knock(from, &ceremony, finish, &body).await.status, 200, "{from}");
    }
    // What is not a knock goes on.
    assert_eq!(stage.get("", "/sign-in").await.status, 200);
}
