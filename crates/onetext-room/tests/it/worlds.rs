//! Security row 3: two histories that differ only in what side Two entered and nobody released. Side One must get the
//! same bytes in both: pages, answers, errors, headers, live events, ids. The test is also shown twenty planted leaks.

use futures_util::StreamExt;
use onetext_model::{EntryId, Kind};
use tokio::time::{Duration, timeout};

use crate::cases::{id_of, small_case};
use crate::leaks::Leak;
use crate::stage::{Answer, Stage};

/// Histories of one run; `just safety` asks for more.
const HISTORIES: u64 = 40;
/// Steps of a history.
const STEPS: u64 = 14;

/// A small generator: the same seed gives the same history.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }

    fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        if among.is_empty() {
            None
        } else {
            among.get(usize::try_from(self.roll(among.len() as u64)).unwrap())
        }
    }
}

/// Who takes part, and what they have entered so far.
struct Cast {
    ann: String,
    bob: String,
    mia: String,
    one: EntryId,
    two: EntryId,
    parties: [EntryId; 2],
    subjects: Vec<EntryId>,
    mediator: EntryId,
    anns: Vec<String>,
    mias: Vec<String>,
    bobs: Vec<String>,
}

impl Cast {
    fn of(stage: &Stage) -> Cast {
        let log = small_case();
        let id = |kind, label: &str| id_of(&log, kind, label);
        Cast {
            ann: stage.let_in(id(Kind::Person, "ann")),
            bob: stage.let_in(id(Kind::Person, "bob")),
            mia: stage.let_in(id(Kind::Person, "mia")),
            one: id(Kind::Compartment, "one"),
            two: id(Kind::Compartment, "two"),
            mediator: id(Kind::Compartment, "mediator"),
            parties: [id(Kind::Party, "one"), id(Kind::Party, "two")],
            subjects: ["half", "third", "river"].map(|label| id(Kind::Option, label)).to_vec(),
            anns: Vec::new(),
            mias: Vec::new(),
            bobs: Vec::new(),
        }
    }
}

/// The id at the end of an answer that leads to an entry.
fn entered(answer: &Answer) -> Option<String> {
    answer.header("location")?.strip_prefix("/entry/").map(str::to_owned)
}

async fn position(
    stage: &Stage,
    cookie: &str,
    audience: &str,
    party: EntryId,
    on: EntryId,
    dice: &mut Dice,
) -> Answer {
    let stances = ["accept", "conditional", "reserved", "reject", "red-line"];
    let stance = dice.pick(&stances).unwrap();
    let words = format!("Words {}", dice.roll(1000));
    let form = [
        ("_audience", audience),
        ("party", &party.to_string()),
        ("on", &on.to_string()),
        ("stance", stance),
        ("words", &words),
        ("evidence", "own"),
    ];
    stage.post(cookie, "/enter/position", &form).await
}

/// Something that everybody may know of, or that is side One's. Gives what Ann was answered.
async fn open_step(stage: &Stage, cast: &mut Cast, dice: &mut Dice) -> Vec<Answer> {
    let on = *dice.pick(&cast.subjects).unwrap();
    let own = if dice.roll(2) == 0 { cast.one.to_string() } else { both(cast.one, cast.mediator) };
    match dice.roll(8) {
        0 => {
            let audience = ["public".to_owned(), both(cast.one, cast.mediator), cast.mediator.to_string()];
            let audience = dice.pick(&audience).unwrap().clone();
            let party = cast.parties[usize::from(dice.roll(2) == 0)];
            let answer = position(stage, &cast.mia, &audience, party, on, dice).await;
            cast.mias.extend(entered(&answer));
            Vec::new()
        }
        1 => {
            let Some(entry) = dice.pick(&cast.mias).cloned() else { return Vec::new() };
            let form = [
                ("to", cast.parties[0].to_string()),
                ("words", format!("Told {}", dice.roll(99))),
                ("terms", "free".to_owned()),
            ];
            let form: Vec<(&str, &str)> = form.iter().map(|(key, value)| (*key, value.as_str())).collect();
            stage.post(&cast.mia, &format!("/entry/{entry}/release"), &form).await;
            Vec::new()
        }
        2 => {
            let answer = position(stage, &cast.ann, &own, cast.parties[0], on, dice).await;
            cast.anns.extend(entered(&answer));
            vec![answer]
        }
        3 => {
            let Some(entry) = dice.pick(&cast.anns).cloned() else { return Vec::new() };
            let words = format!("Changed {}", dice.roll(99));
            let form = [
                ("_seen", entry.as_str()),
                ("party", &cast.parties[0].to_string()),
                ("on", &on.to_string()),
                ("stance", "reserved"),
                ("words", &words),
                ("evidence", "own"),
            ];
            let answer = stage.post(&cast.ann, &format!("/entry/{entry}/change"), &form).await;
            vec![answer]
        }
        4 => {
            let Some(entry) = dice.pick(&cast.anns).cloned() else { return Vec::new() };
            vec![stage.post(&cast.ann, &format!("/entry/{entry}/withdraw"), &[("reason", "a slip")]).await]
        }
        5 => {
            let text = "Met with Side Two on 2 July 2026. They asked for more water.";
            let form = [("text", text), ("on", "2026-07-02"), ("_audience", &own), ("mark", "m1")];
            vec![
                stage.post(&cast.ann, "/note", &form).await,
                stage.post(&cast.ann, "/note/take", &form).await,
            ]
        }
        6 => press_step(stage, cast, &own).await,
        _ => {
            let body = format!(
                r#"{{"audience":["{}"],"fact":{{"question":{{"words":"Question {}?"}}}}}}"#,
                cast.one,
                dice.roll(99)
            );
            vec![stage.send_json("POST", &cast.ann, "/api/v1/entries", None, &body).await]
        }
    }
}

/// A report pasted, and what it proposes taken.
async fn press_step(stage: &Stage, cast: &Cast, own: &str) -> Vec<Answer> {
    let text = "Side Two demands more water, an official told the Herald. The sides met on Monday.";
    let form = [
        ("r.text", text),
        ("r.outlet", "The Herald"),
        ("r.published", "2026-07-02"),
        ("r.mark", "m2"),
        ("_audience", own),
    ];
    vec![stage.post(&cast.ann, "/press", &form).await, stage.post(&cast.ann, "/press/take", &form).await]
}

fn both(one: EntryId, other: EntryId) -> String {
    let mut ids = [one.to_string(), other.to_string()];
    ids.sort();
    ids.join("+")
}

/// Something that side Two enters for itself or for the mediator, and that nobody releases.
async fn secret_step(stage: &Stage, cast: &mut Cast, dice: &mut Dice) {
    let on = *dice.pick(&cast.subjects).unwrap();
    let own = if dice.roll(2) == 0 { cast.two.to_string() } else { both(cast.two, cast.mediator) };
    match dice.roll(4) {
        0 | 1 => {
            let party = cast.parties[usize::from(dice.roll(3) > 0)];
            let answer = position(stage, &cast.bob, &own, party, on, dice).await;
            cast.bobs.extend(entered(&answer));
        }
        2 => {
            let Some(entry) = dice.pick(&cast.bobs).cloned() else { return };
            stage.post(&cast.bob, &format!("/entry/{entry}/withdraw"), &[]).await;
        }
        _ => {
            let words = format!("Secret question {}", dice.roll(99));
            let answer =
                stage.post(&cast.bob, "/enter/question", &[("_audience", &own), ("words", &words)]).await;
            assert_eq!(answer.status, 303, "side Two may enter: {}", answer.body);
            cast.bobs.extend(entered(&answer));
        }
    }
}

/// Everything that Ann gets in a history. With `secrets`, side Two acts in it; `bobs` are ids that she tries by guess.
async fn play(
    seed: u64,
    secrets: bool,
    guessed: &[String],
    leak: Option<Leak>,
) -> (Vec<Answer>, Vec<String>) {
    let stage = Stage::of(small_case(), seed).await;
    let mut cast = Cast::of(&stage);
    let stream = stage.open(&cast.ann, "/live?address=%2Fpage%2Flog").await;
    let mut stream = stream.into_body().into_data_stream();
    let mut got = Vec::new();
    let (mut open, mut hidden, mut which) =
        (Dice::new(seed), Dice::new(seed ^ 0xb0b), Dice::new(seed ^ 0xd1ce));
    for step in 0..STEPS {
        stage.world.set(i64::try_from(step).unwrap() * 60);
        // Whether a step is side Two's is drawn apart, so that both worlds have the same open steps.
        if which.roll(2) == 0 {
            if secrets {
                secret_step(&stage, &mut cast, &mut hidden).await;
            }
        } else {
            got.extend(open_step(&stage, &mut cast, &mut open).await);
        }
    }
    got.extend(sweep(&stage, &cast, guessed).await);
    got.push(events(&mut stream).await);
    if let Some(leak) = leak {
        for answer in &mut got {
            leak.spoil(answer, &stage);
        }
    }
    (got, cast.bobs)
}

/// Every page and address, and every door that Ann might try with a guessed id.
async fn sweep(stage: &Stage, cast: &Cast, guessed: &[String]) -> Vec<Answer> {
    let mut paths: Vec<String> =
        onetext_desk::PAGES.iter().map(|page| format!("/page/{}", page.name)).collect();
    paths.extend(onetext_desk::PAGES.iter().map(|page| format!("/api/v1/pages/{}", page.name)));
    paths.extend(
        ["/page/grid/word", "/page/log/word", "/page/status/pdf", "/page/contacts/ics"].map(str::to_owned),
    );
    paths.extend(
        [
            "/note",
            "/press",
            "/library",
            "/record",
            "/api/v1/entries",
            "/api/v1/case",
            "/brief/ann",
            "/enter/position",
            "/nowhere",
        ]
        .map(str::to_owned),
    );
    for id in guessed.iter().chain(cast.anns.last()) {
        paths.extend(["", "/change", "/release"].map(|end| format!("/entry/{id}{end}")));
        paths.push(format!("/api/v1/entries/{id}"));
        paths.push(format!("/api/v1/entries?after={id}"));
        paths.push(format!("/live?address=%2Fentry%2F{id}"));
    }
    let mut got = Vec::new();
    for path in paths {
        if path.starts_with("/live") {
            let response = stage.open(&cast.ann, &path).await;
            got.push(Answer { status: response.status().as_u16(), headers: Vec::new(), body: String::new() });
        } else {
            got.push(stage.get(&cast.ann, &path).await);
        }
    }
    for id in guessed {
        let form = [
            ("party", cast.parties[0].to_string()),
            ("on", id.clone()),
            ("stance", "accept".to_owned()),
            ("words", "x".to_owned()),
            ("evidence", "own".to_owned()),
            ("_audience", cast.one.to_string()),
        ];
        let form: Vec<(&str, &str)> = form.iter().map(|(key, value)| (*key, value.as_str())).collect();
        got.push(stage.post(&cast.ann, "/enter/position", &form).await);
        got.push(stage.post(&cast.ann, &format!("/entry/{id}/withdraw"), &[]).await);
        got.push(stage.post(&cast.ann, &format!("/entry/{id}/destroy"), &[]).await);
        let body = r#"{"fact":{"question":{"words":"?"}}}"#;
        got.push(
            stage
                .send_json(
                    "PUT",
                    &cast.ann,
                    &format!("/api/v1/entries/{id}"),
                    Some(&format!("\"{id}\"")),
                    body,
                )
                .await,
        );
    }
    got
}

/// What the live page told, in order.
async fn events(stream: &mut axum::body::BodyDataStream) -> Answer {
    let mut body = String::new();
    while let Ok(Some(Ok(bytes))) = timeout(Duration::from_secs(2), stream.next()).await {
        body.push_str(&String::from_utf8_lossy(&bytes));
    }
    Answer { status: 200, headers: Vec::new(), body }
}

fn first_difference(one: &[Answer], other: &[Answer]) -> Option<String> {
    if one.len() != other.len() {
        return Some(format!("{} answers against {}", one.len(), other.len()));
    }
    one.iter().zip(other).find(|(one, other)| one != other).map(|(one, other)| {
        let at = one.body.bytes().zip(other.body.bytes()).take_while(|(a, b)| a == b).count();
        let near = |body: &str| {
            body.get(at.saturating_sub(80)..).unwrap_or("").chars().take(200).collect::<String>()
        };
        format!(
            "{} {:?}\n{}\n-- against --\n{} {:?}\n{}",
            one.status,
            one.headers,
            near(&one.body),
            other.status,
            other.headers,
            near(&other.body)
        )
    })
}

fn histories() -> u64 {
    std::env::var("ONETEXT_SAFETY_HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(HISTORIES)
}

/// One history in both worlds; what differs for side One.
async fn compare(seed: u64, leak: Option<Leak>) -> Option<String> {
    let (_, bobs) = play(seed, true, &[], None).await;
    let guessed: Vec<String> = bobs.into_iter().take(2).collect();
    let (with, _) = play(seed, true, &guessed, leak).await;
    let (without, _) = play(seed, false, &guessed, leak).await;
    first_difference(&with, &without)
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap()
}

#[test]
fn safety_row_3_two_worlds() {
    let count = histories();
    let halves: Vec<_> = (0..2)
        .map(|half| {
            std::thread::spawn(move || {
                let runtime = runtime();
                for seed in (half..count).step_by(2) {
                    let difference = runtime.block_on(compare(seed, None));
                    assert!(difference.is_none(), "history {seed}: {}", difference.unwrap());
                }
            })
        })
        .collect();
    for half in halves {
        half.join().unwrap();
    }
    println!("row 3: 0 differences in {count} histories");
}

#[test]
fn safety_row_3_planted_leaks_are_caught() {
    let runtime = runtime();
    let mut caught = 0;
    for leak in Leak::ALL {
        let found = (0..40).any(|seed| runtime.block_on(compare(seed, Some(leak))).is_some());
        assert!(found, "the planted leak {leak:?} was not caught");
        caught += 1;
    }
    println!("row 3: {caught} of {} planted leaks caught", Leak::ALL.len());
}
