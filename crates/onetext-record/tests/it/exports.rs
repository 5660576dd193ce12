//! Whole exports: what a check says of an honest one, of one with a destroyed note, and of the commonest wrongs.

use std::fmt::Write;

use onetext_record::{
    Body, Chain, Content, Files, Log, NoteKey, Refused, Trusted, Unopened, What, checkpoint, export, origin,
    verify,
};

use crate::room::{DESTROYED, LOGS, ROOM, honest_export, honest_logs, key_of, log, log_with, reader, signer};

fn said(files: &Files, trusted: &Trusted) -> String {
    verify(files, trusted).to_string()
}

#[test]
fn an_honest_export_is_told_as_such() {
    insta::assert_snapshot!(said(&honest_export(), &reader()), @r"
        Room basin, key onetext/basin+71536d43+AWa+fjMsekUzMr2dCn99sFX1xe8aBq2mbZizn7aBDEc6
        4f1c9a70be5d42388a16c3e2d97b0f54: lines 6, read 5, sealed or destroyed 1; last checkpoint at 6; as you knew it up to 3
        door: lines 3, read 0, sealed or destroyed 3; last checkpoint at 3; as you knew it up to 1
        public: lines 8, read 8, sealed or destroyed 0; last checkpoint at 8; as you knew it up to 5
        Everything fits together.
        ");
}

#[test]
fn whoever_kept_nothing_is_told_what_that_means() {
    insta::assert_snapshot!(said(&honest_export(), &Trusted::default()), @r"
        Room basin, key onetext/basin+71536d43+AWa+fjMsekUzMr2dCn99sFX1xe8aBq2mbZizn7aBDEc6
        4f1c9a70be5d42388a16c3e2d97b0f54: lines 6, read 5, sealed or destroyed 1; last checkpoint at 6; compared with nothing that you kept
        door: lines 3, read 0, sealed or destroyed 3; last checkpoint at 3; compared with nothing that you kept
        public: lines 8, read 8, sealed or destroyed 0; last checkpoint at 8; compared with nothing that you kept
        Everything fits together.
        You gave no key, and not every log was compared with a checkpoint kept outside the room. All of this could have been made anew by whoever has the signing key, and the key itself is only what the export says. Ask the room's operator for it by another way, and keep the checkpoints of this export for the next time.
        ");
    let key_alone = Trusted { checkpoints: Vec::new(), ..reader() };
    assert!(verify(&honest_export(), &key_alone).caution().unwrap().contains("made such a log anew"));
    let checkpoints_alone = Trusted { verifier: None, ..reader() };
    assert!(
        verify(&honest_export(), &checkpoints_alone).caution().unwrap().contains("signed the checkpoints")
    );
}

#[test]
fn each_wrong_is_told_with_its_meaning() {
    let honest = honest_export();
    let mut logs = honest_logs();
    logs[0] = log_with("public", 9, "second", 2);
    logs[1] = log(LOGS[1].0, 2);
    logs[2] = log_with("door", 1, "second", 1);
    let forged = export(ROOM, &logs, &signer());
    let mut damaged = honest.clone();
    damaged.get_mut("public.jsonl").unwrap()[700] ^= 1;
    damaged.remove("door.jsonl");
    damaged.insert("notes.txt".to_owned(), Vec::new());
    let mut said = String::new();
    for files in [forged, damaged] {
        for finding in verify(&files, &reader()).findings {
            writeln!(said, "{finding}").unwrap();
        }
    }
    insta::assert_snapshot!(said, @r"
        4f1c9a70be5d42388a16c3e2d97b0f54.jsonl: lines here: 2; lines in the checkpoint that you kept: 3. The room told you more earlier than it tells now: entries were taken back.
        door.checkpoint: two signed checkpoints of size 1 differ. The room's key has signed two pasts. Both checkpoints together prove it to anybody: keep them.
        public.jsonl: the lines up to number 5 are not those of the checkpoint that you kept. The room's past was rewritten after you received your checkpoint.
        notes.txt: the file was not there when the export was signed. It is not the room's word. Do not rely on it.
        public.jsonl: the file is not as it was when the export was signed. The file was changed after it left the room.
        door.jsonl: the file was there when the export was signed. Something is withheld from you, or the export was copied in part.
        notes.txt: this file does not belong to an export. It is not the room's word. Do not rely on it.
        door.jsonl: the file is missing. Something is withheld from you, or the export was copied in part.
        public.jsonl:5: it was written after another line than the one before it. From here on a line was changed, added, dropped or moved. Nothing after it in this file was judged.
        ");
}

#[test]
fn a_destroyed_note_is_gone_and_the_chain_holds() {
    let (name, lines, _) = LOGS[1];
    let log = log(name, lines);
    let mut chain = Chain::new(name);
    for line in &log.lines {
        let read = chain.follow(line).unwrap();
        let key = log.keys.get(&read.number);
        let opened = read.content.open(key);
        match read.number {
            DESTROYED => assert_eq!(opened, Err(Unopened::NoKey)),
            _ => assert!(String::from_utf8(opened.unwrap()).unwrap().contains("Øvre first")),
        }
        let another = key_of(name, read.number + 1);
        assert_eq!(read.content.open(Some(&another)), Err(Unopened::WrongKey));
        assert!(!String::from_utf8_lossy(line).contains("vre"));
    }
    assert_eq!(chain, log.chain);
    let report = verify(&honest_export(), &reader());
    let private = report.logs.iter().find(|log| log.log == name).unwrap();
    assert_eq!((private.lines, private.read, private.sealed), (6, 5, 1));
}

#[test]
fn an_open_line_comes_back_in_its_one_form() {
    let mut chain = Chain::new("public");
    let line =
        chain.add("2026-07-03T10:00:00Z", "aide \"A\"", Body::Open(b" { \"b\" : 1.0 , \"a\" : [ ] } "));
    insta::assert_snapshot!(String::from_utf8_lossy(&line), @r#"{"at":"2026-07-03T10:00:00Z","by":"aide \"A\"","log":"public","number":1,"open":{"a":[],"b":1},"previous":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}"#);
    let read = Chain::new("public").follow(&line).unwrap();
    assert_eq!(read.content, Content::Open(b"{\"a\":[],\"b\":1}".to_vec()));
    assert_eq!((read.number, read.by.as_str()), (1, "aide \"A\""));
}

#[test]
fn what_does_not_fit_is_refused_and_the_chain_stays() {
    let mut chain = Chain::new("public");
    let before = chain.clone();
    assert!(matches!(chain.try_add("", "", Body::Open(b"no JSON")), Err(Refused::NoJson(_))));
    let long = vec![b' '; onetext_record::BODY_BYTES_MAX + 1];
    let key = NoteKey::from_bytes([1; 32]);
    assert_eq!(chain.try_add("", "", Body::Open(&long)), Err(Refused::TooLong));
    assert_eq!(chain.try_add("", "", Body::Sealed { plain: &long, key: &key }), Err(Refused::TooLong));
    assert!(chain.follow(b"{}").is_err());
    assert_eq!(chain, before);
}

#[test]
fn a_kept_checkpoint_of_another_room_is_said_to_be_one() {
    let other = checkpoint(&origin("valley", "public"), &Chain::new("public"), &signer());
    let trusted = Trusted { checkpoints: vec![other], ..reader() };
    let findings = verify(&honest_export(), &trusted).findings;
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].what, What::OtherOrigin("onetext/valley/public".to_owned()));
}

#[test]
fn two_kept_checkpoints_that_differ_prove_a_fork() {
    let mut trusted = reader();
    let second = log_with("public", LOGS[0].2, "second", 1);
    trusted.checkpoints.push(checkpoint(&origin(ROOM, "public"), &second.chain, &signer()));
    let findings = verify(&honest_export(), &trusted).findings;
    assert!(findings.iter().any(|finding| finding.what == What::Fork { size: LOGS[0].2 }));
}

/// The manual shows a log of one line with its checkpoint, its key and its room; whoever tries them out finds them right.
#[test]
fn the_example_of_the_manual_is_true() {
    let manual = include_str!("../../../../docs/record.md");
    let mut chain = Chain::new("public");
    let line = chain.add("2026-07-03T10:00:00Z", "aide", Body::Open(b"{\"entry\":\"Round 4 begins\"}"));
    let key = NoteKey::from_bytes([7; 32]);
    let lines = vec![
        line.clone(),
        chain.add("2026-07-03T18:00:00Z", "mediator", Body::Sealed { plain: b"a note", key: &key }),
    ];
    let files = export(ROOM, &[Log { chain, lines, keys: [(2, key)].into() }], &signer());
    assert_eq!(verify(&files, &Trusted::default()).findings, []);
    for name in ["room.json", "public.checkpoint", "keys.jsonl"] {
        let file = String::from_utf8_lossy(&files[name]);
        assert!(manual.contains(&*file), "docs/record.md lacks:\n{file}");
    }
    for line in files["public.jsonl"].split(|byte| *byte == b'\n') {
        let line = String::from_utf8_lossy(line);
        let start = line.split("\"box\":\"").next().unwrap();
        assert!(manual.contains(start), "docs/record.md lacks:\n{start}");
    }
}
