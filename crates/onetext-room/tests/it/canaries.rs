//! Security row 11: five hundred marked words in private entries. None may show outside the circles that they are for:
//! not on anybody else's pages, not in an address, an error or an export, and not in the store's files or a backup.

use std::path::Path;
use std::sync::Arc;

use onetext_model::Kind;
use onetext_room::keeping::{StoreKeeper, Taking};
use onetext_room::who::Who;
use onetext_room::world::World;

use crate::cases::{id_of, small_case};
use crate::stage::{Answer, Scripted, Stage};

/// Marked words.
const CANARIES: usize = 500;
/// Entered together, through the pages.
const MARK: &str = "CANARY";

fn has_canary(bytes: &[u8]) -> bool {
    bytes.windows(MARK.len()).any(|window| window == MARK.as_bytes())
}

fn in_answer(answer: &Answer) -> bool {
    has_canary(answer.body.as_bytes()) || answer.headers.iter().any(|(_, value)| has_canary(value.as_bytes()))
}

fn in_files(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .filter(|file| has_canary(&std::fs::read(file).unwrap()))
        .map(|file| file.display().to_string())
        .collect()
}

#[tokio::test]
async fn safety_row_11_canaries() {
    let folder = tempfile::tempdir().unwrap();
    let address = folder.path().join("test.room").display().to_string();
    let log = small_case();
    let world = Arc::new(Scripted::new(11));
    let store = onetext_store::create(&address).await.unwrap();
    let keeper = Arc::new(StoreKeeper::new(Arc::clone(&store), Arc::clone(&world) as _));
    let taking = Taking { by: Who::Keeper, entries: log.entries.clone(), papers: Vec::new() };
    keeper.import(&log.settings, &[taking], world.now()).await.unwrap();
    let stage = Stage::over(keeper, world).await;
    let bob = stage.let_in(id_of(&log, Kind::Person, "bob"));
    let ann = stage.let_in(id_of(&log, Kind::Person, "ann"));
    let (two, mediator) = (id_of(&log, Kind::Compartment, "two"), id_of(&log, Kind::Compartment, "mediator"));
    let mut private = [two.to_string(), mediator.to_string()];
    private.sort();
    let mut addresses = Vec::new();
    for number in 0..CANARIES {
        let words = format!("{MARK}-{number}");
        let audience = if number % 2 == 0 { two.to_string() } else { private.join("+") };
        let kinds: [(&str, &str); 3] = [("question", "words"), ("idea", "words"), ("page", "text")];
        let (kind, key) = kinds[number % kinds.len()];
        let form = [("_audience", audience.as_str()), (key, &words), ("title", &words), ("_assumed", &words)];
        let answer = stage.post(&bob, &format!("/enter/{kind}"), &form).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        addresses.push(answer.header("location").unwrap().to_owned());
    }
    let mut leaks = Vec::new();
    for page in onetext_desk::PAGES {
        for path in [format!("/page/{}", page.name), format!("/api/v1/pages/{}", page.name)] {
            leaks.extend(Some(stage.get(&ann, &path).await).filter(in_answer).map(|_| path));
        }
    }
    for path in addresses.iter().take(60).chain(&["/api/v1/entries".to_owned(), "/record".to_owned()]) {
        assert!(!has_canary(path.as_bytes()), "a marked word stands in an address");
        leaks.extend(Some(stage.get(&ann, path).await).filter(in_answer).map(|_| path.clone()));
    }
    let export = stage.post(&ann, "/record/export", &[]).await;
    assert_eq!(export.status, 200);
    leaks.extend(Some(export).filter(in_answer).map(|_| "the export".to_owned()));
    store.backup(&folder.path().join("backup")).await.unwrap();
    leaks.extend(in_files(folder.path()));
    assert!(leaks.is_empty(), "{leaks:?}");
    // Controls: side Two sees its own, and a public word does show in the store's files.
    assert!(in_answer(&stage.get(&bob, "/page/log").await));
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let public = [("_audience", "public"), ("words", "CANARY in public")];
    assert_eq!(stage.post(&mia, "/enter/question", &public).await.status, 303);
    assert!(!in_files(folder.path()).is_empty());
    println!(
        "row 11: 0 of {CANARIES} marked words outside their circles: pages, errors, addresses, export, store, backup"
    );
}
