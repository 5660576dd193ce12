//! Properties over random logs and random bytes.

use onetext_record::{Body, Chain, Files, Log, NoteKey, Trusted, export, verify};
use proptest::prelude::*;

use crate::room::{honest_export, leaf, reader, root, signer};

/// A line to be: when, by whom, what, and whether it is sealed.
fn lines() -> impl Strategy<Value = Vec<(String, String, Vec<u8>, bool)>> {
    prop::collection::vec(
        (".{0,30}", ".{0,20}", prop::collection::vec(any::<u8>(), 0..600), any::<bool>()),
        0..20,
    )
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let number = prop_oneof![
        any::<i64>().prop_map(serde_json::Value::from),
        any::<u64>().prop_map(serde_json::Value::from)
    ];
    let one = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        number,
        any::<String>().prop_map(serde_json::Value::from)
    ];
    one.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|fields| fields.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_added_can_be_followed(lines in lines()) {
        let (mut chain, mut reader) = (Chain::new("log"), Chain::new("log"));
        let mut leaves = Vec::new();
        for (number, (at, by, bytes, is_sealed)) in (1..).zip(&lines) {
            let key = NoteKey::from_bytes([number; 32]);
            let text = serde_json::to_vec(&String::from_utf8_lossy(bytes)).unwrap();
            let body = if *is_sealed { Body::Sealed { plain: bytes, key: &key } } else { Body::Open(&text) };
            let line = chain.add(at, by, body);
            leaves.push(leaf(&line));
            let read = reader.follow(&line).unwrap();
            prop_assert_eq!((&read.at, &read.by, read.number), (at, by, u64::from(number)));
            prop_assert_eq!(&read.content.open(Some(&key)).unwrap(), if *is_sealed { bytes } else { &text });
            prop_assert!(Chain::new("log").follow(&line).is_ok() == (number == 1));
            prop_assert!(reader.clone().follow(&line).is_err());
        }
        prop_assert_eq!(&chain, &reader);
        prop_assert_eq!(&chain.root()[..], &root(&leaves)[..]);
        let lines = lines.len();
        prop_assert_eq!(chain.version(), u64::try_from(lines).unwrap());
    }

    #[test]
    fn any_json_comes_back_as_the_same_value(value in json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_vec_pretty(&value) } else { serde_json::to_vec(&value) }.unwrap();
        let line = Chain::new("log").add("", "", Body::Open(&text));
        let back = Chain::new("log").follow(&line).unwrap().content.open(None).unwrap();
        prop_assert_eq!(serde_json::from_slice::<serde_json::Value>(&back).unwrap(), value);
        let again = Chain::new("log").add("", "", Body::Open(&back));
        prop_assert_eq!(again, line);
    }

    #[test]
    fn any_log_gives_an_export_that_fits(lines in lines()) {
        let mut chain = Chain::new("log");
        let key = NoteKey::from_bytes([1; 32]);
        let body = |bytes| Body::Sealed { plain: bytes, key: &key };
        let lines: Vec<_> = lines.iter().map(|(at, by, bytes, _)| chain.add(at, by, body(bytes))).collect();
        let keys = (1..=chain.version()).filter(|number| number % 3 > 0).map(|number| (number, key.clone())).collect();
        let files = export("room", &[Log { chain, lines, keys }], &signer());
        prop_assert_eq!(verify(&files, &Trusted { checkpoints: Vec::new(), ..reader() }).findings, []);
    }

    #[test]
    fn no_bytes_make_a_check_panic(files in prop::collection::btree_map(
        prop_oneof![
            Just("room.json".to_owned()), Just("keys.jsonl".to_owned()), Just("manifest.note".to_owned()),
            "[a-z]{1,3}\\.(jsonl|checkpoint)", ".{0,9}",
        ],
        prop_oneof![
            prop::collection::vec(any::<u8>(), 0..300),
            "[\\[\\]{}\":,a-z0-9\\\\un\n+ —=/.-]{0,200}".prop_map(String::into_bytes),
        ],
        0..6,
    )) {
        for honest in [Files::new(), honest_export()] {
            let mut all = honest.clone();
            all.extend(files.clone());
            for trusted in [Trusted::default(), reader()] {
                let report = verify(&all, &trusted);
                prop_assert_eq!(report.is_clean(), all == honest && !honest.is_empty());
                let _ = report.to_string();
            }
        }
    }

    #[test]
    fn random_cuts_and_splices_are_found(name in 0_usize..9, from in any::<usize>(), to in any::<usize>(), bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let honest = honest_export();
        let mut files = honest.clone();
        let name = files.keys().nth(name).unwrap().clone();
        let file = files.get_mut(&name).unwrap();
        let (from, to) = (from % file.len(), to % file.len());
        file.splice(from.min(to)..from.max(to), bytes);
        prop_assert_eq!(verify(&files, &reader()).is_clean(), files == honest);
    }
}
