//! Coming in through an identity provider: the right way works, and every other one is refused with the same answer.
//! The provider is played here, on loopback, with keys of its own.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use onetext_model::{Kind, PersonId};
use onetext_room::door::{CHALLENGE_MINUTES, FRESH_MINUTES, OpenId, Registration};
use onetext_room::who::Who;
use onetext_room::world::World;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use url::Url;

use crate::cases::{id_of, small_case};
use crate::stage::{Answer, ORIGIN, Stage};

/// What the provider gets wrong, or what somebody in the middle does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Twist {
    None,
    Nonce,
    Audience,
    Issuer,
    Expired,
    Signature,
    Unsigned,
    NoToken,
}

/// What was asked for under a code.
struct Asked {
    challenge: String,
    nonce: String,
    subject: String,
    /// Seconds before now at which the person proved who they are; none: not said.
    proved_before: Option<i64>,
    twist: Twist,
}

struct Fake {
    issuer: String,
    now: i64,
    asked: Mutex<HashMap<String, Asked>>,
}

fn key() -> SigningKey {
    SigningKey::from_slice(&[7; 32]).unwrap()
}

fn encoded(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

async fn keys() -> Json<Value> {
    let point = key().verifying_key().to_sec1_point(false);
    let (x, y) = (encoded(point.x().unwrap()), encoded(point.y().unwrap()));
    let own =
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "1", "x": x, "y": y });
    Json(json!({ "keys": [own] }))
}

async fn published(State(fake): State<Arc<Fake>>) -> Json<Value> {
    let at = |path: &str| format!("{}/{path}", fake.issuer);
    Json(json!({
        "issuer": fake.issuer,
        "authorization_endpoint": at("authorize"),
        "token_endpoint": at("token"),
        "jwks_uri": at("keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    }))
}

async fn token(State(fake): State<Arc<Fake>>, Form(form): Form<HashMap<String, String>>) -> Json<Value> {
    let Some(asked) = fake.asked.lock().unwrap().remove(&form["code"]) else {
        return Json(json!({ "error": "invalid_grant" }));
    };
    let is_proved = encoded(Sha256::digest(&form["code_verifier"])) == asked.challenge;
    if !is_proved || form["redirect_uri"] != format!("{ORIGIN}/provider/back") {
        return Json(json!({ "error": "invalid_grant" }));
    }
    let twisted =
        |twist, wrong: &str, right: &str| if asked.twist == twist { wrong } else { right }.to_owned();
    let mut claims = json!({
        "iss": twisted(Twist::Issuer, "https://other.example", &fake.issuer),
        "aud": twisted(Twist::Audience, "another", "room"),
        "sub": asked.subject,
        "nonce": twisted(Twist::Nonce, "another", &asked.nonce),
        "iat": fake.now,
        "exp": if asked.twist == Twist::Expired { fake.now - 1 } else { fake.now + 300 },
    });
    if let Some(before) = asked.proved_before {
        claims["auth_time"] = json!(fake.now - before);
    }
    let algorithm = if asked.twist == Twist::Unsigned { "none" } else { "ES256" };
    let head = encoded(json!({ "alg": algorithm, "kid": "1" }).to_string());
    let signed = format!("{head}.{}", encoded(claims.to_string()));
    let own = if asked.twist == Twist::Signature { SigningKey::from_slice(&[8; 32]).unwrap() } else { key() };
    let signature: Signature = own.sign(signed.as_bytes());
    let signature =
        if asked.twist == Twist::Unsigned { String::new() } else { encoded(signature.to_bytes()) };
    let mut answer = json!({ "access_token": "x", "token_type": "Bearer" });
    if asked.twist != Twist::NoToken {
        answer["id_token"] = json!(format!("{signed}.{signature}"));
    }
    Json(answer)
}

/// A room whose people come in through a provider.
struct Played {
    stage: Stage,
    fake: Arc<Fake>,
}

/// A browser on its way.
struct Away {
    cookie: String,
    asked: HashMap<String, String>,
}

impl Played {
    async fn new() -> Played {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let now = crate::stage::Scripted::new(1).now().as_second();
        let fake = Arc::new(Fake { issuer: issuer.clone(), now, asked: Mutex::default() });
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(published))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(Arc::clone(&fake));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let registration = Registration {
            name: "the ministry".to_owned(),
            issuer: Url::parse(&issuer).unwrap(),
            client: "room".to_owned(),
            secret: Some("between us".to_owned()),
        };
        let provider = OpenId::new(registration, &ORIGIN.parse().unwrap()).unwrap();
        let stage = Stage::with_door(small_case(), 1, |door| door.with_provider(Arc::new(provider))).await;
        Played { stage, fake }
    }

    async fn invited(&self, label: &str) -> String {
        let person = PersonId(id_of(&small_case(), Kind::Person, label));
        let (room, passkeys) = (&self.stage.room, self.stage.room.door.passkeys().unwrap());
        passkeys.invite(Who::Keeper, person, room.now(), self.stage.world.as_ref()).await.unwrap()
    }

    /// Sets out with this form; nothing if that was refused.
    async fn set_out(&self, session: &str, form: &[(&str, &str)]) -> Option<Away> {
        let answer = self.stage.post(session, "/provider", form).await;
        if answer.status != 200 {
            assert_eq!(answer.status, 403, "{answer:?}");
            return None;
        }
        let link = answer.body.split("<a href=\"").find(|part| part.starts_with("http")).unwrap();
        let address = link.split('"').next().unwrap().replace("&amp;", "&");
        let url = Url::parse(&address).unwrap();
        assert!(answer.body.contains("http-equiv=\"refresh\""), "it goes on by itself");
        let cookie = cookie(&answer, "onetext-journey").unwrap();
        Some(Away { cookie, asked: url.query_pairs().into_owned().collect() })
    }

    /// The person proves to the provider who they are; the code that it gives.
    fn proves(&self, away: &Away, subject: &str, proved_before: Option<i64>, twist: Twist) -> String {
        let asked = &away.asked;
        assert_eq!((asked["client_id"].as_str(), asked["code_challenge_method"].as_str()), ("room", "S256"));
        let asked = Asked {
            challenge: asked["code_challenge"].clone(),
            nonce: asked["nonce"].clone(),
            subject: subject.to_owned(),
            proved_before,
            twist,
        };
        let mut all = self.fake.asked.lock().unwrap();
        let code = format!("code-{}-{subject}", away.asked["state"]);
        all.insert(code.clone(), asked);
        code
    }

    async fn back(&self, cookie: &str, state: &str, code: &str) -> Answer {
        self.stage.get(cookie, &format!("/provider/back?state={state}&code={code}")).await
    }

    /// There and back.
    async fn whole(&self, session: &str, form: &[(&str, &str)], subject: &str, twist: Twist) -> Answer {
        let away = self.set_out(session, form).await.unwrap();
        let code = self.proves(&away, subject, Some(0), twist);
        self.back(&away.cookie, &away.asked["state"], &code).await
    }

    /// A room in which the provider vouches for Ann; her session.
    async fn with_ann() -> (Played, String) {
        let played = Played::new().await;
        let secret = played.invited("ann").await;
        let answer = played.whole("", &[("invitation", &secret)], "ann-there", Twist::None).await;
        let session = session(&answer).expect("the right use of an invitation");
        (played, session)
    }
}

/// The cookie that an answer sets.
fn cookie(answer: &Answer, name: &str) -> Option<String> {
    let set = answer.headers.iter().filter(|(key, _)| key == "set-cookie");
    let mut values = set.filter_map(|(_, value)| value.split(';').next());
    values.find(|pair| pair.starts_with(&format!("{name}="))).map(str::to_owned)
}

fn session(answer: &Answer) -> Option<String> {
    (answer.status == 200).then(|| cookie(answer, "__Host-onetext")).flatten()
}

/// All refusals look the same.
fn refused(what: &str, answer: &Answer, seen: &mut Option<String>) {
    assert_eq!((answer.status, cookie(answer, "__Host-onetext")), (403, None), "{what}: {answer:?}");
    assert_eq!(*seen.get_or_insert_with(|| answer.body.clone()), answer.body, "{what}");
}

#[tokio::test]
async fn an_invitation_links_an_account_that_lets_its_owner_in_from_then_on() {
    let (played, first) = Played::with_ann().await;
    assert_eq!(played.stage.get(&first, "/page/status").await.status, 200);
    let again = played.whole("", &[("to", "/page/grid")], "ann-there", Twist::None).await;
    assert!(again.body.contains("url=/page/grid"), "it goes on to where one wanted to be: {}", again.body);
    let second = session(&again).unwrap();
    let account = played.stage.get(&second, "/account").await;
    assert!(account.body.contains("ann-there"), "the account tells its owner: {}", account.body);
    // Shown out, the provider's word opens nothing any more.
    let person = PersonId(id_of(&small_case(), Kind::Person, "ann"));
    let revoked = onetext_room::door::Event::Revoked { person };
    let passkeys = played.stage.room.door.passkeys().unwrap();
    passkeys.keep(Who::Keeper, &[revoked], played.stage.room.now()).await.unwrap();
    refused("shown out", &played.whole("", &[], "ann-there", Twist::None).await, &mut None);
}

#[tokio::test]
async fn every_other_way_through_a_provider_is_refused_with_the_same_answer() {
    let mut seen = None;
    let (played, _) = Played::with_ann().await;
    for twist in [
        Twist::Nonce,
        Twist::Audience,
        Twist::Issuer,
        Twist::Expired,
        Twist::Signature,
        Twist::Unsigned,
        Twist::NoToken,
    ] {
        refused(&format!("{twist:?}"), &played.whole("", &[], "ann-there", twist).await, &mut seen);
    }
    refused("nobody's account", &played.whole("", &[], "stranger", Twist::None).await, &mut seen);
    // The account of one person does not become another's.
    let bobs = played.invited("bob").await;
    let answer = played.whole("", &[("invitation", &bobs)], "ann-there", Twist::None).await;
    refused("an account that is another's", &answer, &mut seen);
    assert!(session(&played.whole("", &[("invitation", &bobs)], "bob-there", Twist::None).await).is_some());
    assert!(played.set_out("", &[("invitation", &bobs)]).await.is_none(), "a used invitation");
    assert!(played.set_out("", &[("invitation", "guessed")]).await.is_none(), "a guessed invitation");

    let (one, other) = (played.set_out("", &[]).await.unwrap(), played.set_out("", &[]).await.unwrap());
    let code = played.proves(&one, "ann-there", Some(0), Twist::None);
    refused("another journey", &played.back(&other.cookie, &one.asked["state"], &code).await, &mut seen);
    refused("without its browser", &played.back("", &one.asked["state"], &code).await, &mut seen);
    assert!(session(&played.back(&one.cookie, &one.asked["state"], &code).await).is_some(), "the control");
    refused("sent twice", &played.back(&one.cookie, &one.asked["state"], &code).await, &mut seen);

    // The code of one browser's journey in another's: the verifier does not fit.
    let (one, other) = (played.set_out("", &[]).await.unwrap(), played.set_out("", &[]).await.unwrap());
    let code = played.proves(&one, "ann-there", Some(0), Twist::None);
    refused("a stolen code", &played.back(&other.cookie, &other.asked["state"], &code).await, &mut seen);

    let late = played.set_out("", &[]).await.unwrap();
    let code = played.proves(&late, "ann-there", Some(0), Twist::None);
    played.stage.world.set(CHALLENGE_MINUTES * 60 + 1);
    refused("late", &played.back(&late.cookie, &late.asked["state"], &code).await, &mut seen);
}

#[tokio::test]
async fn what_is_grave_asks_the_provider_anew_and_an_old_proof_is_none() {
    let (played, ann) = Played::with_ann().await;
    let touch = [("touch", "yes"), ("to", "/account")];
    let is_grave_open = async |session: &str| played.stage.get(session, "/account").await.status == 200;
    assert!(is_grave_open(&ann).await);
    // Whoever came in without a word on when they proved it has not touched anything.
    let away = played.set_out("", &[]).await.unwrap();
    assert!(!away.asked.contains_key("prompt"));
    let code = played.proves(&away, "ann-there", None, Twist::None);
    let stale = session(&played.back(&away.cookie, &away.asked["state"], &code).await).unwrap();
    assert!(!is_grave_open(&stale).await);
    for (what, subject, proved) in [
        ("an old proof", "ann-there", Some(FRESH_MINUTES * 60 + 1)),
        ("no word on when", "ann-there", None),
        ("somebody else", "stranger", Some(0)),
    ] {
        let away = played.set_out(&stale, &touch).await.unwrap();
        assert_eq!((away.asked["prompt"].as_str(), away.asked["max_age"].as_str()), ("login", "0"));
        let code = played.proves(&away, subject, proved, Twist::None);
        refused(what, &played.back(&away.cookie, &away.asked["state"], &code).await, &mut None);
        assert!(!is_grave_open(&stale).await, "{what}");
    }
    let fresh = session(&played.whole(&stale, &touch, "ann-there", Twist::None).await).unwrap();
    assert!(is_grave_open(&fresh).await);
    assert_eq!(played.stage.get(&stale, "/page/status").await.status, 303, "the old secret is gone");
}

#[tokio::test]
async fn one_of_several_ways_in_can_be_given_up_and_the_last_one_stays() {
    let (played, ann) = Played::with_ann().await;
    let way = |body: &str| {
        let after = body.split("name=\"way\" value=\"").nth(1)?;
        after.split('"').next().map(str::to_owned)
    };
    let account = played.stage.get(&ann, "/account").await;
    assert_eq!(way(&account.body), None, "the only way in has no such button");
    let key = encoded(format!("{} ann-there", played.fake.issuer));
    let last = played.stage.post(&ann, "/account/remove", &[("way", &key)]).await;
    assert_eq!(last.status, 404, "and cannot be given up without it");
    assert!(session(&played.whole(&ann, &[], "ann-elsewhere", Twist::None).await).is_some());
    let account = played.stage.get(&ann, "/account").await;
    assert!(way(&account.body).is_some());
    assert_eq!(played.stage.post(&ann, "/account/remove", &[("way", &key)]).await.status, 303);
    refused("given up", &played.whole("", &[], "ann-there", Twist::None).await, &mut None);
    assert!(session(&played.whole("", &[], "ann-elsewhere", Twist::None).await).is_some());
}

#[tokio::test]
async fn a_provider_that_is_away_is_told_and_one_that_does_not_encrypt_is_refused() {
    let registration = |issuer: &str| Registration {
        name: "the ministry".to_owned(),
        issuer: Url::parse(issuer).unwrap(),
        client: "room".to_owned(),
        secret: None,
    };
    let origin: Url = ORIGIN.parse().unwrap();
    let error = OpenId::new(registration("http://id.example"), &origin).err().unwrap();
    assert!(error.to_string().contains("https://"), "{error}");
    let nobody = OpenId::new(registration("http://127.0.0.1:1"), &origin).unwrap();
    let stage = Stage::with_door(small_case(), 1, |door| door.with_provider(Arc::new(nobody))).await;
    let answer = stage.post("", "/provider", &[]).await;
    assert_eq!(answer.status, 503);
    assert!(answer.body.contains("does not answer now"), "{}", answer.body);
}
