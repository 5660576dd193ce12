//! Precedents: the PA-X sample is read to the last cell, and questions find what they should.
//!
//! Which agreements belong to a question was settled by reading the provisions, before the search was run on them; the
//! list names agreements by their PA-X numbers and none of their words.

use onetext_text::precedents::{
    Agreement, Budget, Filter, Hits, Library, Query, Stage, Theme, TopicCode, What, Why, read_pax,
    read_segments, search,
};

use crate::lineage::data;

const PROVISIONS: &str = "drafts/peace/pax_provision_segments.jsonl";
const TABLE: &str = "reports/pax_v10_sample.shared.csv";

/// A question, and the agreements that must be among the first ten.
const QUESTIONS: [(&str, &[&str]); 20] = [
    ("referendum after", &["312", "418"]),
    ("guarantee with a monitor", &["478"]),
    ("exchange of prisoners", &["1649", "748", "853", "2374", "556"]),
    ("withdrawal of foreign forces", &["1364", "457", "5"]),
    ("amnesty", &["978", "1220", "365", "853", "2374"]),
    ("self-determination through a referendum", &["550", "440", "270", "337"]),
    ("neutrality", &["1332", "243", "252", "378"]),
    ("official language", &["1832", "1833", "241", "590", "550", "1400"]),
    ("sharing of oil revenue", &["385", "337"]),
    ("elections under international observation", &["1010", "1198"]),
    ("disarmament of armed groups", &["978", "472"]),
    ("war crimes tribunal", &["389", "1203", "5"]),
    ("arbitration of disputes", &["472", "312", "389"]),
    ("refrain from the use of force", &["1332", "602"]),
    ("peacekeeping force", &["1619", "682"]),
    ("boundary commission", &["472"]),
    ("\"discrimination against women\"", &["472", "608", "1198", "389"]),
    ("government of national unity", &["337", "498", "394"]),
    ("return of refugees and displaced persons", &["722", "1220", "6", "5", "853"]),
    ("ceasefire supervised by a commission", &["1319"]),
];
/// The part of them that is found, at least.
const RECALL_MIN: f64 = 0.9;

fn provisions() -> Option<Library> {
    let read = read_segments(data(PROVISIONS)?.as_bytes(), "provisions.jsonl").unwrap();
    assert_eq!(read.remarks, vec![]);
    Some(Library::of([read]))
}

fn table() -> Option<Vec<Agreement>> {
    let read = read_pax(data(TABLE)?.as_bytes(), "pax.csv").unwrap();
    assert_eq!(read.remarks, vec![]);
    Some(read.agreements)
}

fn ask(library: &Library, words: &str, filter: Filter) -> Hits {
    search(library, &Query::read(words, filter).unwrap(), Budget::default())
}

fn numbers(library: &Library, hits: &Hits) -> Vec<String> {
    let number = |at: usize| library.agreements()[at].key.as_str().trim_start_matches("pax:").to_owned();
    hits.hits.iter().map(|hit| number(hit.agreement)).collect()
}

#[test]
fn questions_find_what_they_should() {
    let Some(library) = provisions() else { return };
    assert_eq!((library.agreements().len(), library.passages().len()), (418, 3_903));
    let (mut found, mut all) = (0, 0);
    for (question, wanted) in QUESTIONS {
        let hits = ask(&library, question, Filter::default());
        let ten: Vec<String> = numbers(&library, &hits).into_iter().take(10).collect();
        let missed: Vec<&&str> = wanted.iter().filter(|one| !ten.iter().any(|has| has == *one)).collect();
        println!("{question}: {} of {}; missed {missed:?}", wanted.len() - missed.len(), wanted.len());
        found += wanted.len() - missed.len();
        all += wanted.len();
    }
    let recall = f64::from(u32::try_from(found).unwrap()) / f64::from(u32::try_from(all).unwrap());
    println!("recall among the first ten: {found} of {all} = {recall:.3}");
    assert!(recall >= RECALL_MIN, "{recall}");
}

#[test]
fn every_row_of_the_table_is_read() {
    let Some(agreements) = table() else { return };
    assert_eq!(agreements.len(), 60);
    let at = |stage| agreements.iter().filter(|one| one.stage == Some(stage)).count();
    let stages = [Stage::Pre, Stage::Cea, Stage::SubPar, Stage::SubComp, Stage::Imp, Stage::Ren].map(at);
    assert_eq!(stages, [9, 8, 19, 5, 19, 0]);
    let of = |code: &str| -> Vec<u8> {
        let code = TopicCode(code.to_owned());
        agreements.iter().filter_map(|one| one.topics.get(&code)).map(|one| one.number()).collect()
    };
    assert_eq!((of("StRef").len(), of("SsrGua").len(), of("DdrDemil").len()), (5, 29, 12));
    assert_eq!((of("Ce").len(), of("Ce").into_iter().map(u32::from).sum::<u32>()), (26, 50));
    let unilateral = agreements.iter().filter(|one| one.status.as_deref() == Some("Unilateral document"));
    assert_eq!(unilateral.count(), 3);
    let one = agreements.iter().find(|one| one.key.as_str() == "pax:236").unwrap();
    assert_eq!(one.day.unwrap().to_string(), "2002-09-06");
    assert_eq!((one.countries.as_str(), one.sources[0].line), ("Democratic Republic of Congo/Uganda", 3));
    assert!(agreements.iter().all(|one| one.day.is_some() && !one.title.contains('\n')));
}

#[test]
fn the_table_tells_of_agreements_without_wording() {
    let (Some(agreements), Some(provisions)) = (table(), data(PROVISIONS)) else { return };
    let segments = read_segments(provisions.as_bytes(), "provisions.jsonl").unwrap();
    let table = onetext_text::precedents::Imported { agreements, ..Default::default() };
    let library = Library::of([table, segments]);
    let theme = |word: &str| Filter { themes: vec![Theme::read(word).unwrap()], ..Filter::default() };
    let hits = ask(&library, "", Filter { stages: vec![Stage::Cea], ..theme("demilitarised zone") });
    assert!(!hits.hits.is_empty());
    assert_eq!(hits.unknown, library.agreements().iter().filter(|one| one.stage.is_none()).count());
    for hit in &hits.hits {
        let agreement = &library.agreements()[hit.agreement];
        assert_eq!(agreement.stage, Some(Stage::Cea));
        assert!(agreement.topics.contains_key(&TopicCode("DdrDemil".to_owned())));
        assert!(hit.why.iter().any(
            |(_, why)| matches!(why, Why::Topic(code, _) if code == "DdrDemil") || hit.passage.is_some()
        ));
    }
}

#[test]
fn hits_say_where_and_why() {
    let lines = [
        r#"{"country":"Upland","pax_id":"1","agreement":"Accord on the Spring","date":"19990501","segment":"1","text":"Étape 1. The guarantors shall send observers to the dam."}"#,
        r#"{"country":"Upland","pax_id":"1","agreement":"Accord on the Spring","date":"19990501","segment":"2","text":"Each Party opens its archives."}"#,
        r#"{"country":"Lowland","pax_id":"2","agreement":"Protocol","date":"20050102","segment":"1","text":"The guarantee is for ten years and no reactor is covered by it."}"#,
        r#"{"country":"Lowland","pax_id":"3","agreement":"Guarantee Treaty","date":"20150102","segment":"9","text":"Monitoring is yearly."}"#,
    ];
    let library = Library::of([read_segments(lines.join("\n").as_bytes(), "p.jsonl").unwrap()]);
    let hits = ask(&library, "guarantee with a monitor", Filter::default());
    assert_eq!(numbers(&library, &hits), ["1", "3", "2"]);
    let first = &hits.hits[0];
    let text = &library.passages()[first.passage.unwrap()].text;
    let marked: Vec<&str> = first.marks.iter().map(|mark| &text[mark.start..mark.end]).collect();
    assert_eq!(marked, ["guarantors", "observers"]);
    assert_eq!(first.why[1], ("monitor".to_owned(), Why::Words(vec!["observers".to_owned()])));
    assert_eq!(hits.hits[1].why[0], ("guarantee".to_owned(), Why::Title));
    assert_eq!(hits.hits[2].why[1], ("monitor".to_owned(), Why::Nowhere));
    let later = Filter { from_year: Some(2000), ..Filter::default() };
    assert_eq!(numbers(&library, &ask(&library, "guarantee", later)), ["2", "3"]);
    assert_eq!(numbers(&library, &ask(&library, "guarantee -nuclear", Filter::default())), ["1", "2", "3"]);
    assert_eq!(numbers(&library, &ask(&library, "guarantee -reactor", Filter::default())), ["1", "3"]);
    assert_eq!(numbers(&library, &ask(&library, "\"opens its archives\"", Filter::default())), ["1"]);
    assert_eq!(
        numbers(&library, &ask(&library, "\"archives opens\"", Filter::default())),
        Vec::<String>::new()
    );
}

#[test]
fn a_search_that_stops_early_says_so() {
    let line = r#"{"pax_id":"1","agreement":"A","segment":"1","text":"peace peace peace"}"#;
    let library = Library::of([read_segments(line.as_bytes(), "p.jsonl").unwrap()]);
    let query = Query::read("peace", Filter::default()).unwrap();
    assert!(search(&library, &query, Budget::default()).is_whole);
    assert!(!search(&library, &query, Budget { steps: 2, ..Budget::default() }).is_whole);
}

#[test]
fn what_is_no_provision_is_said_with_its_line() {
    let text = "{\"pax_id\":\"1\",\"agreement\":\"A\",\"segment\":\"1\",\"text\":\"x\"}\n\n{\"pax_id\":1}\nno json\n";
    let read = read_segments(text.as_bytes(), "p.jsonl").unwrap();
    let lines: Vec<usize> = read.remarks.iter().map(|remark| remark.line).collect();
    assert_eq!(lines, [3, 4]);
    assert!(read.remarks.iter().all(|remark| matches!(remark.what, What::NotAnObject(_))));
    assert!(read_segments(b"no json", "p.jsonl").unwrap_err().to_string().contains("line 1"));
}

proptest::proptest! {
    #[test]
    fn no_bytes_and_no_question_make_it_panic(bytes: Vec<u8>, text in "\\PC{0,80}", words in "\\PC{0,40}") {
        let _ = read_pax(&bytes, "t");
        let _ = read_segments(&bytes, "t");
        let _ = read_pax(format!("AgtId,Agt,Dat\n1,\"{text}\",{words}\n").as_bytes(), "t");
        let line = serde_json::json!({"pax_id": "1", "agreement": words, "segment": "1", "text": text}).to_string();
        let library = Library::of([read_segments(line.as_bytes(), "t").unwrap()]);
        if let Ok(query) = Query::read(&words, Filter::default()) {
            for hit in search(&library, &query, Budget::default()).hits {
                let agreement = &library.agreements()[hit.agreement].title;
                let text = hit.passage.map_or(agreement, |passage| &library.passages()[passage].text);
                for mark in hit.marks {
                    proptest::prop_assert!(text.get(mark.start..mark.end).is_some());
                }
            }
        }
    }
}
