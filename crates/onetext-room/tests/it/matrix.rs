//! Security row 4: who may use which address on which object. Every address of the room has its row here; a new one
//! without a row fails the test.

use onetext_model::{EntryId, Kind};
use onetext_room::routes::ROUTES;

use crate::cases::{case_with_drafts, id_of, small_case};
use crate::stage::{Answer, Stage};

/// What somebody without a session, somebody of a party and somebody of the mediator's team get, for an object that
/// all of them may see.
struct Row(&'static str, &'static str, u16, u16, u16);

/// Not every build writes PDF files.
const PDF: u16 = if cfg!(feature = "pdf") { 200 } else { 404 };

/// 303 for nobody is the way to the sign-in page; 204 tells a browser to follow no more.
const EXPECTED: &[Row] = &[
    Row("GET", "/", 303, 303, 303),
    Row("GET", "/open", 400, 400, 400),
    Row("GET", "/sign-in", 200, 200, 200),
    Row("GET", "/invitation", 200, 200, 200),
    Row("GET", "/touch", 303, 200, 200),
    Row("GET", "/account", 303, 404, 404),
    Row("POST", "/account/remove", 303, 404, 404),
    Row("POST", "/provider", 404, 404, 404),
    Row("GET", "/provider/back", 404, 404, 404),
    Row("POST", "/passkey/register/begin", 403, 403, 403),
    Row("POST", "/passkey/register/finish", 422, 422, 422),
    Row("POST", "/passkey/sign-in/begin", 403, 403, 403),
    Row("POST", "/passkey/sign-in/finish", 422, 422, 422),
    Row("POST", "/passkey/touch", 303, 422, 422),
    Row("GET", "/releases", 303, 404, 404),
    Row("POST", "/releases/{id}/make", 303, 404, 404),
    Row("POST", "/releases/{id}/drop", 303, 404, 404),
    Row("GET", "/people", 303, 404, 200),
    Row("GET", "/reads", 303, 404, 404),
    Row("POST", "/people/invite", 303, 404, 422),
    Row("POST", "/people/revoke", 303, 404, 422),
    Row("POST", "/sign-out", 303, 303, 303),
    Row("POST", "/language", 422, 422, 422),
    Row("GET", "/assets/{name}", 200, 200, 200),
    Row("GET", "/page/{name}", 303, 200, 200),
    Row("GET", "/page/{name}/word", 303, 200, 200),
    Row("GET", "/page/{name}/pdf", 303, PDF, PDF),
    Row("GET", "/page/{name}/xlsx", 303, 404, 404),
    Row("GET", "/page/{name}/ics", 303, 200, 200),
    Row("GET", "/draft/{draft}", 303, 200, 200),
    Row("GET", "/draft/{draft}/word", 303, 200, 200),
    Row("GET", "/draft/{draft}/pdf", 303, PDF, PDF),
    Row("GET", "/brief", 303, 200, 200),
    Row("GET", "/brief/{person}", 303, 200, 200),
    Row("GET", "/check", 303, 404, 200),
    Row("GET", "/what-if", 303, 404, 200),
    Row("GET", "/live", 204, 200, 200),
    Row("GET", "/entry/{id}", 303, 200, 200),
    Row("GET", "/entry/{id}/change", 303, 404, 200),
    Row("POST", "/entry/{id}/change", 303, 422, 422),
    Row("POST", "/entry/{id}/withdraw", 303, 403, 303),
    Row("GET", "/entry/{id}/release", 303, 404, 200),
    Row("POST", "/entry/{id}/release", 303, 404, 422),
    Row("POST", "/entry/{id}/destroy", 303, 404, 404),
    Row("GET", "/record", 303, 200, 200),
    Row("GET", "/record/{log}", 303, 404, 404),
    Row("POST", "/record/export", 303, 404, 404),
    Row("GET", "/enter/{kind}", 303, 404, 200),
    Row("POST", "/enter/{kind}", 303, 422, 422),
    Row("GET", "/press", 303, 200, 200),
    Row("POST", "/press", 303, 422, 422),
    Row("POST", "/press/file", 303, 422, 422),
    Row("POST", "/press/take", 303, 422, 422),
    Row("GET", "/library", 303, 200, 200),
    Row("POST", "/library", 303, 422, 422),
    Row("GET", "/note", 303, 200, 200),
    Row("POST", "/note", 303, 200, 200),
    Row("POST", "/note/take", 303, 422, 422),
    Row("GET", "/api/v1/openapi.json", 200, 200, 200),
    Row("GET", "/api/v1/case", 401, 200, 200),
    Row("GET", "/api/v1/pages/{name}", 401, 200, 200),
    Row("GET", "/api/v1/entries", 401, 200, 200),
    Row("POST", "/api/v1/entries", 401, 400, 400),
    Row("GET", "/api/v1/entries/{id}", 401, 200, 200),
    Row("PUT", "/api/v1/entries/{id}", 401, 400, 400),
    Row("DELETE", "/api/v1/entries/{id}", 401, 428, 428),
];

fn path(pattern: &str, id: EntryId) -> String {
    let filled = pattern
        .replace("{id}", &id.to_string())
        .replace("{kind}", "release")
        .replace("{person}", "ann")
        .replace("{draft}", "plan-2")
        .replace("{log}", "public");
    match pattern {
        "/assets/{name}" => "/assets/room.css".to_owned(),
        "/page/{name}/ics" => "/page/contacts/ics".to_owned(),
        "/live" => "/live?address=%2Fpage%2Fstatus".to_owned(),
        _ => filled.replace("{name}", "status"),
    }
}

async fn ask(stage: &Stage, cookie: &str, method: &str, path: &str) -> Answer {
    match method {
        "GET" if path.starts_with("/live") => {
            let response = stage.open(cookie, path).await;
            Answer { status: response.status().as_u16(), headers: Vec::new(), body: String::new() }
        }
        "GET" => stage.get(cookie, path).await,
        "POST" if !path.starts_with("/api") && !path.starts_with("/passkey") => {
            stage.post(cookie, path, &[]).await
        }
        other => stage.send_json(other, cookie, path, None, "{}").await,
    }
}

#[tokio::test]
async fn safety_row_4_access_matrix() {
    let log = case_with_drafts();
    let id = id_of(&log, Kind::Option, "half");
    let (mut cells, mut wrong) = (0, Vec::new());
    for route in ROUTES {
        let row = EXPECTED.iter().find(|row| row.0 == route.method && row.1 == route.path);
        let Some(Row(method, pattern, nobody, party, mediator)) = row else {
            panic!("{} {} has no row in the access matrix", route.method, route.path)
        };
        for (who, expected) in [(None, nobody), (Some("ann"), party), (Some("mia"), mediator)] {
            let stage = Stage::of(log.clone(), 1).await;
            let cookie = who.map_or_else(String::new, |label| stage.let_in(id_of(&log, Kind::Person, label)));
            let got = ask(&stage, &cookie, method, &path(pattern, id)).await;
            cells += 1;
            if got.status != *expected {
                wrong.push(format!("{method} {pattern} as {who:?}: {} instead of {expected}", got.status));
            }
            let to = got.header("location");
            if who.is_none()
                && got.status == 303
                && !["/language", "/live"].contains(pattern)
                && to != Some("/sign-in")
            {
                wrong.push(format!("{method} {pattern} sends nobody to {to:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(EXPECTED.len(), ROUTES.len(), "the matrix has rows of addresses that are gone");
    println!("row 4: {} addresses, {cells} cells, 0 wrong", ROUTES.len());
}

/// Objects of each audience, and who may see them.
#[tokio::test]
async fn objects_are_there_only_for_their_audience() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let person = |label: &str| stage.let_in(id_of(&log, Kind::Person, label));
    let (ann, bob, mia) = (person("ann"), person("bob"), person("mia"));
    let circle = |label: &str| id_of(&log, Kind::Compartment, label).to_string();
    let mut pair = [circle("two"), circle("mediator")];
    pair.sort();
    // Who enters for which audience, and who of Ann, Bob and Mia sees it.
    let objects = [
        (&bob, circle("two"), [false, true, false]),
        (&bob, pair.join("+"), [false, true, true]),
        (&mia, circle("mediator"), [false, false, true]),
        (&mia, "public".to_owned(), [true, true, true]),
    ];
    let unknown = stage.get(&ann, "/entry/00000000000000000000").await;
    for (by, audience, seen_by) in objects {
        let form = [("_audience", audience.as_str()), ("words", "An object")];
        let answer = stage.post(by, "/enter/question", &form).await;
        let id = answer.header("location").unwrap().trim_start_matches("/entry/").to_owned();
        for (who, sees) in [&ann, &bob, &mia].into_iter().zip(seen_by) {
            for path in ["/entry/ID", "/entry/ID/change", "/api/v1/entries/ID"] {
                let got = stage.get(who, &path.replace("ID", &id)).await;
                let may_change = path.ends_with("change") && audience == "public" && *who != mia;
                assert_eq!(got.status, if sees && !may_change { 200 } else { 404 }, "{path} for {audience}");
                if !sees && path == "/entry/ID" && *who == ann {
                    assert_eq!(got, unknown, "what is hidden must look like what is not there");
                }
            }
        }
    }
}

/// A page of another site cannot change anything, whatever cookie the browser sends along.
#[tokio::test]
async fn changes_come_from_own_pages_only() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let before = stage.all().len();
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("x-none", ""),
    ] {
        for route in ROUTES.iter().filter(|route| route.method != "GET") {
            let request = axum::http::Request::builder()
                .method(route.method)
                .uri(path(route.path, id_of(&log, Kind::Option, "half")))
                .header("host", "room.example")
                .header("cookie", &mia)
                .header(name, value)
                .body(axum::body::Body::empty())
                .unwrap();
            let got = stage.send(request).await;
            assert_eq!(got.status, 403, "{} {} with {name}: {value}", route.method, route.path);
            assert_eq!(got.header("access-control-allow-origin"), None);
        }
    }
    assert_eq!(stage.all().len(), before);
}

#[tokio::test]
async fn another_host_name_is_refused() {
    let stage = Stage::of(small_case(), 1).await;
    let request = axum::http::Request::builder().uri("/sign-in").header("host", "rebound.example");
    let got = stage.send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(got.status, 421);
}

/// Whoever touched their passkey too long ago is asked for it again before anything grave, and sent back after it.
#[tokio::test]
async fn grave_things_need_a_fresh_touch() {
    let log = small_case();
    let id = id_of(&log, Kind::Option, "half");
    let grave = [
        ("GET", format!("/entry/{id}/release")),
        ("POST", format!("/entry/{id}/release")),
        ("POST", "/record/export".to_owned()),
        ("GET", "/people".to_owned()),
        ("POST", "/people/invite".to_owned()),
        ("POST", "/people/revoke".to_owned()),
    ];
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    stage.world.set(60 * onetext_room::door::FRESH_MINUTES + 1);
    for (method, path) in grave {
        let got = ask(&stage, &mia, method, &path).await;
        assert_eq!(got.status, 303, "{method} {path}");
        assert!(got.header("location").unwrap().starts_with("/touch?back="), "{method} {path}");
    }
    // The same by the general form and by the HTTP interface.
    let form = [
        ("_audience", "public"),
        ("to", &id_of(&log, Kind::Party, "one").to_string()),
        ("words", "x"),
        ("terms", "free"),
    ];
    assert_eq!(stage.post(&mia, "/enter/release", &form).await.status, 403);
    let party = id_of(&log, Kind::Party, "one");
    let body = format!(
        r#"{{"audience":"public","fact":{{"release":{{"to":"{party}","words":"x","terms":"free"}}}}}}"#
    );
    assert_eq!(stage.send_json("POST", &mia, "/api/v1/entries", None, &body).await.status, 403);
}

/// Where the case asks for two people, one alone releases nothing, by whatever way.
#[tokio::test]
async fn one_alone_does_not_release_where_two_are_asked_for() {
    let mut log = small_case();
    log.settings.release_by_two = true;
    let stage = Stage::of(log.clone(), 1).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let party = id_of(&log, Kind::Party, "one").to_string();
    let form = [("to", party.as_str()), ("words", "Told"), ("terms", "free"), ("_audience", "public")];
    let before = stage.all().len();
    for path in [format!("/entry/{}/release", id_of(&log, Kind::Option, "half")), "/enter/release".to_owned()]
    {
        assert_eq!(stage.post(&mia, &path, &form).await.status, 403, "{path}");
    }
    assert_eq!(stage.all().len(), before);
}

/// What one has prepared, another one tells: and only another one.
#[tokio::test]
async fn what_one_prepared_another_one_releases() {
    let mut log = small_case();
    log.settings.release_by_two = true;
    let stage = Stage::with_passkeys(log.clone(), 1).await;
    let person = |label: &str| stage.let_in(id_of(&log, Kind::Person, label));
    let (mia, max, ann) = (person("mia"), person("max"), person("ann"));
    let party = id_of(&log, Kind::Party, "one").to_string();
    let form = [("to", party.as_str()), ("words", "Told by two"), ("terms", "free")];
    let path = format!("/entry/{}/release", id_of(&log, Kind::Option, "half"));
    assert_eq!(stage.post(&mia, &path, &form).await.header("location"), Some("/releases"));
    assert!(!stage.get(&ann, "/page/ledger").await.body.contains("Told by two"));
    let shown = stage.get(&max, "/releases").await.body;
    let make = shown.split("action=\"").find(|part| part.starts_with("/releases/")).unwrap();
    let make = make.split('"').next().unwrap().to_owned();
    assert_eq!(stage.post(&mia, &make, &[]).await.status, 403, "whoever prepared it cannot tell it");
    assert_eq!(stage.post(&max, &make, &[]).await.status, 303);
    assert!(stage.get(&ann, "/page/ledger").await.body.contains("Told by two"));
    assert_eq!(stage.post(&max, &make, &[]).await.status, 404, "once");
}

/// Sessions end when nobody uses them, after a day's work, and when the clock was set back.
#[tokio::test]
async fn sessions_end() {
    use onetext_room::door::{ABSOLUTE_HOURS, IDLE_MINUTES};
    let log = small_case();
    for seconds in [60 * IDLE_MINUTES + 1, 3600 * ABSOLUTE_HOURS + 1, -60] {
        let stage = Stage::of(log.clone(), 1).await;
        let ann = stage.let_in(id_of(&log, Kind::Person, "ann"));
        assert_eq!(stage.get(&ann, "/page/status").await.status, 200);
        stage.world.set(seconds);
        assert_eq!(stage.get(&ann, "/page/status").await.status, 303, "after {seconds} s");
    }
    let stage = Stage::of(log.clone(), 1).await;
    let ann = stage.let_in(id_of(&log, Kind::Person, "ann"));
    for step in 1..=ABSOLUTE_HOURS * 2 {
        stage.world.set(step * 1800);
        let open = stage.get(&ann, "/page/status").await.status == 200;
        assert_eq!(open, step <= ABSOLUTE_HOURS * 2, "used all the time, at half hour {step}");
    }
    let out = stage.post(&ann, "/sign-out", &[]).await;
    assert!(out.header("clear-site-data").is_some());
    assert_eq!(stage.get(&ann, "/page/status").await.status, 303);
}

/// Whoever is shown out is refused at once, and their live page ends.
#[tokio::test]
async fn revocation_cuts_sessions_and_live_pages() {
    use futures_util::StreamExt;
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let person = id_of(&log, Kind::Person, "ann");
    let ann = stage.let_in(person);
    let mut stream = stage.open(&ann, "/live?address=%2Fpage%2Fstatus").await.into_body().into_data_stream();
    stage.room.door.shut_out(onetext_model::PersonId(person));
    assert_eq!(stage.get(&ann, "/page/status").await.status, 303);
    let mut said = Vec::new();
    let cut = async {
        while let Some(bytes) = stream.next().await {
            said.extend(bytes.unwrap());
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(1), cut).await.expect("cut within a second");
    assert!(said.starts_with(b"event: ended\n"), "{}", String::from_utf8_lossy(&said));
}

#[tokio::test]
async fn what_the_mediators_team_reads_is_on_record_and_what_parties_read_is_not() {
    let stage = Stage::with_passkeys(small_case(), 1).await;
    let person = |label| stage.let_in(id_of(&small_case(), Kind::Person, label));
    let (ann, mia) = (person("ann"), person("mia"));
    let option = id_of(&small_case(), Kind::Option, "half");
    for _ in 0..2 {
        assert_eq!(stage.get(&mia, &format!("/entry/{option}")).await.status, 200);
    }
    assert_eq!(stage.get(&ann, "/page/grid").await.status, 200);
    assert_eq!(stage.get(&ann, "/reads").await.status, 404);
    // A room in memory has no record to take away, but that somebody tried is on record.
    assert_eq!(stage.post(&mia, "/record/export", &[]).await.status, 404);
    onetext_room::reads::put_on_record(&stage.room).await.unwrap();
    let read = stage.room.door.passkeys().unwrap().read().await.unwrap();
    let told: Vec<_> = read.iter().map(|one| (one.address.clone(), one.times)).collect();
    assert_eq!(told, [(format!("/entry/{option}"), 2), ("/record/export".to_owned(), 1)]);
    let page = stage.get(&mia, "/reads").await;
    assert!(
        page.body.contains(&format!("<td><bdi>Mia</bdi></td><td><a href=\"/entry/{option}\">")),
        "{}",
        page.body
    );
}
