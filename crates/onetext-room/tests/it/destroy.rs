//! Destroying a private note in a room that is kept in a store: every version and the pasted text are gone, the chain
//! holds, and nobody learns from a refusal what others have entered.

use std::sync::Arc;

use onetext_model::{EntryId, Kind, Log};
use onetext_room::keeping::{Keeping, News, Recorded, StoreKeeper, Taking};
use onetext_room::who::Who;
use onetext_room::world::World;
use onetext_store::Store;

use crate::cases::{id_of, small_case};
use crate::stage::{Scripted, Stage};

/// A room in a store, and the store.
async fn kept(log: &Log, folder: &tempfile::TempDir) -> (Stage, Arc<dyn Store>) {
    let world = Arc::new(Scripted::new(5));
    let store = onetext_store::create(&folder.path().join("test.room").display().to_string()).await.unwrap();
    let keeper = Arc::new(StoreKeeper::new(Arc::clone(&store), Arc::clone(&world) as _));
    let taking = Taking { by: Who::Keeper, entries: log.entries.clone(), papers: Vec::new() };
    keeper.import(&log.settings, &[taking], world.now()).await.unwrap();
    (Stage::over(keeper, world).await, store)
}

/// All that can still be read in the store, by whoever has it with its keys.
async fn readable(store: &Arc<dyn Store>) -> String {
    let keeper = StoreKeeper::new(Arc::clone(store), Arc::new(Scripted::new(6)));
    let News::Whole(kept) = keeper.news().await.unwrap() else { panic!("there is a case") };
    let entries = serde_json::to_string(&kept.log.entries).unwrap();
    let papers: String = keeper.papers().await.into_iter().map(|paper| paper.text).collect();
    entries + &papers
}

async fn entered(stage: &Stage, by: &str, path: &str, form: &[(&str, &str)]) -> String {
    let answer = stage.post(by, path, form).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    answer.header("location").unwrap().trim_start_matches("/entry/").to_owned()
}

#[tokio::test]
async fn a_destroyed_note_is_gone_in_every_version_with_its_text() {
    let (log, folder) = (small_case(), tempfile::tempdir().unwrap());
    let (stage, store) = kept(&log, &folder).await;
    let mia = stage.let_in(id_of(&log, Kind::Person, "mia"));
    let mediator = id_of(&log, Kind::Compartment, "mediator").to_string();
    let text = "Call with Ann, 2 Jul 2026.\nSECRET in the pasted text.";
    let form = [("text", text), ("on", "2026-07-02"), ("mark", "abcdef"), ("_audience", &mediator)];
    let report = entered(&stage, &mia, "/note/take", &form).await;
    let form = [("_audience", mediator.as_str()), ("words", "SECRET at first")];
    let first = entered(&stage, &mia, "/enter/question", &form).await;
    let form = [("_seen", first.as_str()), ("words", "SECRET as changed")];
    let second = entered(&stage, &mia, &format!("/entry/{first}/change"), &form).await;
    let before = readable(&store).await;
    for words in ["SECRET in the pasted text", "SECRET at first", "SECRET as changed"] {
        assert!(before.contains(words), "{words}");
    }
    let other = StoreKeeper::new(Arc::clone(&store), Arc::new(Scripted::new(7)));
    assert!(matches!(other.news().await.unwrap(), News::Whole(_)));
    let earlier = stage.post(&mia, &format!("/entry/{first}/destroy"), &[]).await;
    assert_eq!(earlier.status, 404, "an earlier version goes with the one that stands");
    for note in [&second, &report] {
        let path = format!("/entry/{note}/destroy");
        assert!(stage.get(&mia, &format!("/entry/{note}")).await.body.contains(&path), "it is offered");
        assert_eq!(stage.post(&mia, &path, &[]).await.status, 303);
    }
    assert!(!readable(&store).await.contains("SECRET"));
    for path in ["/page/log", "/api/v1/entries", "/page/status"] {
        assert!(!stage.get(&mia, path).await.body.contains("SECRET"), "{path}");
    }
    // Another server on the same store forgets it too.
    let News::Whole(now) = other.news().await.unwrap() else { panic!("the case is read anew") };
    assert!(!serde_json::to_string(&now.log.entries).unwrap().contains("SECRET"));
    assert!(other.papers().await.is_empty());
    assert!(matches!(other.news().await.unwrap(), News::None), "once");
    // The lines stay, and their chain holds.
    let keeper = StoreKeeper::new(Arc::clone(&store), Arc::new(Scripted::new(6)));
    for (name, version) in store.versions().await.unwrap() {
        assert_eq!(keeper.log(name.as_str()).await.unwrap().chain.version(), version, "{name}");
    }
}

/// Of what others read too, a refusal would show that they have something that rests on it.
#[tokio::test]
async fn what_others_read_too_cannot_be_destroyed_whether_something_rests_on_it_or_not() {
    let (log, folder) = (small_case(), tempfile::tempdir().unwrap());
    let (stage, _) = kept(&log, &folder).await;
    let (ann, mia) =
        (stage.let_in(id_of(&log, Kind::Person, "ann")), stage.let_in(id_of(&log, Kind::Person, "mia")));
    let circle = |label: &str| id_of(&log, Kind::Compartment, label).to_string();
    let (one, mediator) = (circle("one"), circle("mediator"));
    let mut shared = [one.clone(), mediator.clone()];
    shared.sort();
    let shared = shared.join("+");
    let told = entered(&stage, &ann, "/enter/question", &[("_audience", &shared), ("words", "Told")]).await;
    let own = entered(&stage, &ann, "/enter/question", &[("_audience", &one), ("words", "Own")]).await;
    let path = format!("/entry/{told}/destroy");
    let before = (stage.post(&ann, &path, &[]).await, stage.get(&ann, &format!("/entry/{told}")).await);
    let release = [("to", id_of(&log, Kind::Party, "two").to_string()), ("words", "Told on".to_owned())];
    let release: Vec<(&str, &str)> = release.iter().map(|(key, value)| (*key, value.as_str())).collect();
    entered(&stage, &mia, &format!("/entry/{told}/release"), &release).await;
    let after = (stage.post(&ann, &path, &[]).await, stage.get(&ann, &format!("/entry/{told}")).await);
    assert_eq!(before, after);
    assert_eq!(after.0.status, 404);
    assert!(!after.1.body.contains("/destroy"), "it is not offered");
    for (who, id) in [(&mia, &told), (&mia, &own)] {
        assert_eq!(stage.post(who, &format!("/entry/{id}/destroy"), &[]).await.status, 404);
    }
    let public = id_of(&log, Kind::Option, "half");
    assert_eq!(stage.post(&mia, &format!("/entry/{public}/destroy"), &[]).await.status, 404);
    // What is Ann's alone goes, unless what she can see rests on it.
    let rests = format!("/entry/{own}/withdraw");
    assert_eq!(stage.post(&ann, &rests, &[]).await.status, 303);
    assert_eq!(stage.post(&ann, &format!("/entry/{own}/destroy"), &[]).await.status, 303);
    assert!(EntryId::parse(&own).is_some_and(|id| stage.all().iter().all(|entry| entry.id != id)));
}
