//! Pages to take away: as files, kept nowhere, with what their reader may see and nothing else.

use onetext_model::Kind;

use crate::cases::{id_of, small_case};
use crate::stage::Stage;

#[tokio::test]
async fn a_page_is_taken_away_as_a_file() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let ann = stage.let_in(id_of(&log, Kind::Person, "ann"));
    let page = stage.get(&ann, "/page/grid").await.body;
    let mut files = vec![("word", "docx", "PK")];
    if cfg!(feature = "pdf") {
        files.push(("pdf", "pdf", "%PDF"));
    }
    for (sort, ending, begins) in files {
        assert!(page.contains(&format!("href=\"/page/grid/{sort}\" download")), "{page}");
        let got = stage.get(&ann, &format!("/page/grid/{sort}")).await;
        assert!(got.body.starts_with(begins));
        let named = format!("attachment; filename=\"grid.{ending}\"");
        assert_eq!(got.header("content-disposition"), Some(named.as_str()));
        assert_eq!(got.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(got.header("cache-control"), Some("no-store"));
        let again = stage.get(&ann, &format!("/page/grid/{sort}")).await;
        assert_eq!(got, again, "the same page is the same file");
    }
}

#[tokio::test]
async fn a_file_of_the_past_is_asked_for_by_its_day() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let ann = stage.let_in(id_of(&log, Kind::Person, "ann"));
    let page = stage.get(&ann, "/page/grid?as-of=2026-01-01").await.body;
    assert!(page.contains("href=\"/page/grid/word?as-of=2026-01-01\""), "{page}");
    assert_eq!(stage.get(&ann, "/page/grid/word?as-of=2026-01-01").await.status, 200);
    assert_eq!(stage.get(&ann, "/page/grid/word?as-of=yesterday").await.status, 404);
    assert_eq!(stage.get(&ann, "/page/nothing/word").await.status, 404);
}

#[tokio::test]
async fn contacts_are_taken_away_as_a_calendar_of_what_one_may_see() {
    let log = small_case();
    let stage = Stage::of(log.clone(), 1).await;
    let person = |label: &str| stage.let_in(id_of(&log, Kind::Person, label));
    let (ann, mia) = (person("ann"), person("mia"));
    let mediator = id_of(&log, Kind::Compartment, "mediator").to_string();
    for (audience, title) in [("public", "Open talk"), (mediator.as_str(), "Closed talk")] {
        let form = [
            ("_audience", audience),
            ("title", title),
            ("sort", "meeting"),
            ("status", "planned"),
            ("_from", "2026-05-04"),
        ];
        let answer = stage.post(&mia, "/enter/contact", &form).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
    let page = stage.get(&ann, "/page/contacts").await.body;
    assert!(page.contains("href=\"/page/contacts/ics\" download"), "{page}");
    assert!(!stage.get(&ann, "/page/grid").await.body.contains("/ics"));
    let (anns, mias) =
        (stage.get(&ann, "/page/contacts/ics").await, stage.get(&mia, "/page/contacts/ics").await);
    assert_eq!(anns.header("content-type"), Some("text/calendar; charset=utf-8"));
    assert_eq!(anns.header("content-disposition"), Some("attachment; filename=\"contacts.ics\""));
    assert_eq!(anns.header("cache-control"), Some("no-store"));
    assert!(
        anns.body.starts_with("BEGIN:VCALENDAR\r\n") && anns.body.contains("SUMMARY:Open talk\r\n"),
        "{}",
        anns.body
    );
    assert!(!anns.body.contains("Closed talk") && mias.body.contains("SUMMARY:Closed talk\r\n"));
    assert!(mias.body.contains("CLASS:CONFIDENTIAL\r\n") && !anns.body.contains("CLASS:"));
    for path in ["/page/status/ics", "/page/nothing/ics", "/page/contacts/ics?as-of=yesterday"] {
        assert_eq!(stage.get(&ann, path).await.status, 404, "{path}");
    }
    assert_eq!(stage.get("", "/page/contacts/ics").await.header("location"), Some("/sign-in"));
}
