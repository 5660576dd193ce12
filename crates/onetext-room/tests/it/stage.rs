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

/// What keeps the parts of an uploaded form apart.
const MARK: &str = "----stage";

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
        let mut body = format!(
            "--{MARK}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{MARK}--\r\n").as_bytes());
        self.send_parts(cookie, path, body).await
    }

    /// Sends a form of parts, which are kept apart by the mark of [`Stage::upload`].
    pub async fn send_parts(&self, cookie: &str, path: &str, body: Vec<u8>) -> Answer {
        let request = request("POST", cookie, path)
            .header("content-type", format!("multipart/form-data; boundary={MARK}"))
            .header("origin", ORIGIN)
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Begins to send a file and goes no further.
    pub async fn upload_for_ever(&self, cookie: &str, path: &str) -> Answer {
        let nothing = futures_util::stream::pending::<Result<Vec<u8>, std::convert::Infallible>>();
        let request = request("POST", cookie, path)
            .header("content-type", format!("multipart/form-data; boundary={MARK}"))
            .header("origin", ORIGIN)
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from_stream(nothing)).unwrap()).await
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
