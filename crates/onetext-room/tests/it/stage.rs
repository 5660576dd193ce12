//! A stage for tests: a room in memory with a settable clock and seeded randomness for each actor, and people who ask.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response};
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use onetext_model::{Entry, EntryId, Log, PersonId};
use onetext_room::door::Door;
use onetext_room::keeping::{DoorLog, KeepError, Keeping, Kept, News, Taking};
use onetext_room::who::Who;
use onetext_room::world::World;
use onetext_room::{Peer, Place, Room, router};
use sha2::{Digest, Sha256};
use tokio::sync::watch;
use tower::ServiceExt;

/// The origin of every stage.
pub const ORIGIN: &str = "https://room.example";

/// A clock that is set by hand, and for each actor a stream of bytes that depends on nobody else.
pub struct Scripted {
    now: Mutex<Timestamp>,
    seed: u64,
    drawn: Mutex<HashMap<String, u64>>,
}

impl Scripted {
    pub fn new(seed: u64) -> Self {
        let now = "2026-07-03T10:00:00Z".parse().unwrap();
        Scripted { now: Mutex::new(now), seed, drawn: Mutex::default() }
    }

    pub fn set(&self, seconds: i64) {
        let start: Timestamp = "2026-07-03T10:00:00Z".parse().unwrap();
        *self.now.lock().unwrap() = start + jiff::SignedDuration::from_secs(seconds);
    }
}

impl World for Scripted {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    fn random(&self, actor: &str, bytes: &mut [u8]) {
        let mut drawn = self.drawn.lock().unwrap();
        let count = drawn.entry(actor.to_owned()).or_default();
        for chunk in bytes.chunks_mut(32) {
            *count += 1;
            let digest = Sha256::digest(format!("{} {actor} {count}", self.seed));
            chunk.copy_from_slice(&digest[..chunk.len()]);
        }
    }
}

/// Keeps a case in memory.
pub struct Memory {
    first: Mutex<Option<Log>>,
    ticks: watch::Sender<u64>,
}

impl Memory {
    pub fn new(log: Log) -> Self {
        Memory { first: Mutex::new(Some(log)), ticks: watch::Sender::new(0) }
    }
}

impl Keeping for Memory {
    fn news(&self) -> BoxFuture<'_, Result<News, KeepError>> {
        let news = match self.first.lock().unwrap().take() {
            Some(log) => News::Whole(Box::new(Kept { log, entered: HashMap::new(), findings: Vec::new() })),
            None => News::None,
        };
        Box::pin(async { Ok(news) })
    }

    fn take<'a>(&'a self, _: &'a [Taking], _: Timestamp) -> BoxFuture<'a, Result<(), KeepError>> {
        Box::pin(async { Ok(()) })
    }

    fn ticks(&self) -> watch::Receiver<u64> {
        self.ticks.subscribe()
    }
}

/// The door's log in memory.
#[derive(Default)]
pub struct Events {
    waiting: Mutex<Vec<Vec<u8>>>,
    ticks: watch::Sender<u64>,
}

impl DoorLog for Events {
    fn add(&self, _: Who, events: Vec<Vec<u8>>, _: Timestamp) -> BoxFuture<'_, Result<(), KeepError>> {
        self.waiting.lock().unwrap().extend(events);
        self.ticks.send_modify(|turn| *turn += 1);
        Box::pin(async { Ok(()) })
    }

    fn news(&self) -> BoxFuture<'_, Result<Vec<Vec<u8>>, KeepError>> {
        let news = std::mem::take(&mut *self.waiting.lock().unwrap());
        Box::pin(async { Ok(news) })
    }

    fn ticks(&self) -> watch::Receiver<u64> {
        self.ticks.subscribe()
    }
}

/// A room and the way into it.
pub struct Stage {
    pub room: Arc<Room>,
    pub world: Arc<Scripted>,
    router: Router,
}

/// An answer as somebody gets it: every byte of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

impl Stage {
    /// A room over a case in memory.
    pub async fn of(log: Log, seed: u64) -> Stage {
        Stage::over(Arc::new(Memory::new(log)), Arc::new(Scripted::new(seed))).await
    }

    /// A room over whatever keeps its case.
    pub async fn over(keeping: Arc<dyn Keeping>, world: Arc<Scripted>) -> Stage {
        let place = Place { origins: vec![ORIGIN.to_owned()], ..Place::default() };
        let room = Room::open(keeping, Arc::clone(&world) as _, Door::closed(), place).await.unwrap();
        let router = router(Arc::clone(&room));
        Stage { room, world, router }
    }

    /// A room that people enter by passkey.
    pub async fn with_passkeys(log: Log, seed: u64) -> Stage {
        Stage::with_door(log, seed, |door| door).await
    }

    /// The same, with something changed at its door.
    pub async fn with_door(log: Log, seed: u64, change: impl FnOnce(Door) -> Door) -> Stage {
        let world = Arc::new(Scripted::new(seed));
        let place = Place { origins: vec![ORIGIN.to_owned()], ..Place::default() };
        let door = Door::room(Arc::new(Events::default()), &ORIGIN.parse().unwrap()).unwrap();
        let keeping = Arc::new(Memory::new(log));
        let room = Room::open(keeping, Arc::clone(&world) as _, change(door), place).await.unwrap();
        let router = router(Arc::clone(&room));
        Stage { room, world, router }
    }

    /// The cookie of a person who has come in.
    pub fn let_in(&self, person: EntryId) -> String {
        let secret = self.room.door.let_in(PersonId(person), self.room.now(), self.world.as_ref());
        format!("__Host-onetext={secret}")
    }

    /// Asks for an address.
    pub async fn get(&self, cookie: &str, path: &str) -> Answer {
        self.send(request("GET", cookie, path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form.
    pub async fn post(&self, cookie: &str, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let request = request("POST", cookie, path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", ORIGIN)
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(form)).unwrap()).await
    }

    /// Sends a file as a form does.
    pub async fn upload(&self, cookie: &str, path: &str, name: &str, bytes: &[u8]) -> Answer {
        let mark = "----stage";
        let mut body = format!(
            "--{mark}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{mark}--\r\n").as_bytes());
        let request = request("POST", cookie, path)
            .header("content-type", format!("multipart/form-data; boundary={mark}"))
            .header("origin", ORIGIN)
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends JSON.
    pub async fn send_json(
        &self,
        method: &str,
        cookie: &str,
        path: &str,
        tag: Option<&str>,
        body: &str,
    ) -> Answer {
        let mut request = request(method, cookie, path)
            .header("content-type", "application/json")
            .header("origin", ORIGIN)
            .header("sec-fetch-site", "same-origin");
        if let Some(tag) = tag {
            request = request.header("if-match", tag);
        }
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    /// Sends JSON from some address of the network.
    pub async fn knock(&self, from: &str, cookie: &str, path: &str, body: &str) -> Answer {
        let mut request = request("POST", cookie, path)
            .header("content-type", "application/json")
            .header("origin", ORIGIN)
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body.to_owned()))
            .unwrap();
        request.extensions_mut().insert(axum::extract::ConnectInfo(Peer(from.parse().unwrap())));
        self.send(request).await
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let headers = response
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    /// The response itself, for streams.
    pub async fn open(&self, cookie: &str, path: &str) -> Response<Body> {
        let request = request("GET", cookie, path).body(Body::empty()).unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// Every entry there is: what no guest ever gets.
    pub fn all(&self) -> Vec<Entry> {
        let state = self.room.state();
        state.everything().entries().iter().map(|entry| (*entry).clone()).collect()
    }
}

fn request(method: &str, cookie: &str, path: &str) -> axum::http::request::Builder {
    let request = Request::builder().method(method).uri(path).header("host", "room.example");
    if cookie.is_empty() { request } else { request.header("cookie", cookie) }
}

const DRAFTS: &str = r#"
[[instrument]]
label = "pact"
name = "The pact"
[[draft]]
label = "plan-1"
title = "First plan"
known_at = 2026-06-01
instrument = "pact"
form = "verbatim"
language = "en"
[[provision]]
label = "plan-1-1"
draft = "plan-1"
number = "1"
text = "Each Side shall report within fifteen (14) days."
[[draft]]
label = "plan-2"
title = "Second plan"
instrument = "pact"
form = "verbatim"
language = "en"
after = ["plan-1"]
[[provision]]
label = "plan-2-1"
draft = "plan-2"
number = "1"
text = "Each Side [shall][should] report within fifteen (14) days."
"#;

const SMALL_CASE: &str = r#"
format = 1
known_at = 2026-07-01
recorded_at = 2026-07-01
[case]
title = "Talks on a test"
time_zone = "UTC"
invented = true
[[party]]
label = "one"
name = "Side One"
sort = "state"
at_the_table = true
[[party]]
label = "two"
name = "Side Two"
sort = "state"
at_the_table = true
[[compartment]]
label = "mediator"
name = "The mediator"
mediator = true
[[compartment]]
label = "one"
name = "Circle of One"
party = "one"
[[compartment]]
label = "two"
name = "Circle of Two"
party = "two"
[[person]]
label = "ann"
name = "Ann"
party = "one"
[[person]]
label = "bob"
name = "Bob"
party = "two"
[[person]]
label = "mia"
name = "Mia"
[[person]]
label = "max"
name = "Max"
[[membership]]
person = "ann"
compartment = "one"
[[membership]]
person = "bob"
compartment = "two"
[[membership]]
person = "mia"
compartment = "mediator"
[[membership]]
person = "max"
compartment = "mediator"
[[issue]]
label = "water"
name = "Water"
question = "How much?"
[[option]]
label = "half"
issue = "water"
name = "Half each"
[[option]]
label = "third"
issue = "water"
name = "A third for One"
[[issue]]
label = "border"
name = "Border"
question = "Where?"
[[option]]
label = "river"
issue = "border"
name = "Along the river"
[[track]]
label = "main"
name = "Main talks"
"#;

/// A small case: a mediator with an aide, two sides with a person each, three issues; everything that is needed to
/// talk, and nothing private yet.
pub fn small_case() -> Log {
    case_of(SMALL_CASE)
}

/// The same with two drafts of a text.
pub fn case_with_drafts() -> Log {
    case_of(&format!("{SMALL_CASE}{DRAFTS}"))
}

fn case_of(text: &str) -> Log {
    let files = onetext_folder::Files::from([("case.toml".to_owned(), text.as_bytes().to_vec())]);
    let reading = onetext_folder::read(&files);
    let (case, findings) = reading.admit(&files).expect("the case reads");
    let bad: Vec<_> = findings.iter().filter(|f| f.severity == onetext_model::Severity::Error).collect();
    assert!(bad.is_empty(), "{bad:?}");
    let view = onetext_model::View::of(
        &case,
        onetext_model::Viewer::Keeper,
        onetext_model::AsOf::today(onetext_model::Day::MAX),
    );
    Log {
        settings: view.settings().clone(),
        entries: view.entries().iter().map(|entry| (*entry).clone()).collect(),
    }
}

/// The id that a label names in a log; of a circle where `circle` says so.
pub fn id_of(log: &Log, kind: onetext_model::Kind, label: &str) -> EntryId {
    let bears = |entry: &&Entry| {
        entry.fact.kind() == kind && entry.label.as_ref().is_some_and(|own| own.as_str() == label)
    };
    log.entries.iter().find(bears).unwrap_or_else(|| panic!("{label} is there")).id
}
