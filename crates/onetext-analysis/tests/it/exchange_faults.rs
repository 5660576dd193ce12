//! Faulty and hostile files: what is remarked, what is refused, and where it stands.
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use onetext_analysis::exchange::{self, ReadError, Remark};

fn named(files: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

/// A domain of two issues and one profile with some lines of it changed.
fn genius(changes: &[(&str, &str)]) -> Result<Vec<String>, String> {
    let domain = "<negotiation_template><utility_space><objective name='d'>
<issue index='1' name='Cap' type='discrete'><item value='low'/><item value='high'/></issue>
<issue index='2' name='Vote' type='discrete'><item value='yes'/><item value='no'/></issue>
</objective></utility_space></negotiation_template>";
    let mut profile = "<utility_space><objective name='d'>
<issue index='1' name='Cap'>
<item value='low' evaluation='1'/>
<item value='high' evaluation='2'/>
</issue><issue index='2' name='Vote'>
<item value='yes' evaluation='5'/>
<item value='no' evaluation='0'/>
</issue>
<weight index='1' value='0.5'/>
<weight index='2' value='0.5'/>
</objective>
<reservation value='0.1'/>
</utility_space>"
        .to_owned();
    for (from, to) in changes {
        assert!(profile.contains(from), "{from}");
        profile = profile.replacen(from, to, 1);
    }
    let read = exchange::read(&named(&[("d.xml", domain), ("p.xml", &profile)]));
    read.map(|(_, remarks)| remarks.iter().map(Remark::to_string).collect())
        .map_err(|error| error.to_string())
}

#[test]
fn odd_profiles_are_read_with_a_remark() {
    assert_eq!(genius(&[]), Ok(vec![]));
    for (change, said) in [
        (("value='0.5'", "value='1.4'"), "p.xml:9:1: p.xml: weights sum to 1.9: used as written"),
        (
            ("<weight index='1' value='0.5'/>", "<weight index='1' value='-0.5'/>"),
            "p.xml:9:1: p.xml: the weight of \"Cap\" is below zero: used as written",
        ),
        (
            ("</issue><issue", "<item value='medium' evaluation='1'/></issue><issue"),
            "p.xml:5:1: p.xml: \"Cap\" has no option \"medium\" in the domain: its value is left out",
        ),
        (
            ("evaluation='5'", "evaluation='0'"),
            "p.xml:5:9: p.xml: every evaluation of \"Vote\" is zero, so it is worth nothing whatever its weight",
        ),
        (
            ("<reservation value='0.1'/>", "<reservation value='1.2'/>"),
            "p.xml:12:1: p.xml: the reservation is above the value of every package: none is acceptable",
        ),
        (
            ("<reservation value='0.1'/>", ""),
            "p.xml:1:1: p.xml: no reservation is stated: 0, as the format says",
        ),
        (
            ("<weight index='1'", "<issue index='3' name='Fee'/><weight index='1'"),
            "p.xml:9:1: p.xml: the domain has no issue \"Fee\": its values are left out",
        ),
        (
            ("</objective>", "<weight index='3' value='0.2'/></objective>"),
            "p.xml:11:1: p.xml: this is the weight of no issue: it is left out",
        ),
    ] {
        let remarks = genius(&[change]).unwrap();
        assert!(remarks.iter().any(|remark| remark == said), "{said}\n{remarks:?}");
    }
}

#[test]
fn profiles_that_say_no_utility_are_refused_where_it_is_missing() {
    for (change, said) in [
        (
            ("<item value='high' evaluation='2'/>", ""),
            "p.xml:2:1: p.xml: no value is stated for the option \"high\" of \"Cap\": add it, none is filled in",
        ),
        (("evaluation='2'", "evaluation='NaN'"), "p.xml:4:1: \"NaN\" is no number: write for example 0.35"),
        (
            ("evaluation='2'", "evaluation='&lol;'"),
            "p.xml:4:1: the value of an attribute refers to an entity",
        ),
        (("<weight index='2' value='0.5'/>", ""), "no weight is stated for \"Vote\""),
        (
            ("</issue><issue", "<item value='low' evaluation='7'/></issue><issue"),
            "p.xml:5:1: \"low\" stands twice with two values: keep the one that holds",
        ),
        (("value='0.5'", "value='9e9'"), "beyond 1,000,000"),
        (("<weight index='1'", "<issue index='1' name='Cap'/><weight index='1'"), "\"Cap\" stands twice"),
        (("</utility_space>", ""), "it may have been cut short"),
        (("evaluation='2'", "evaluation='-2'"), "an evaluation of \"Cap\" is below zero: used as written"),
    ] {
        let answer = genius(&[change]);
        let text = match &answer {
            Ok(remarks) => remarks.join("\n"),
            Err(error) => error.clone(),
        };
        assert!(text.contains(said), "{said}\n{answer:?}");
    }
    let negative = genius(&[("evaluation='1'", "evaluation='-1'"), ("evaluation='2'", "evaluation='-2'")]);
    assert!(negative.unwrap_err().contains("cannot be divided by the largest"));
}

fn refused(files: &[(&str, &str)]) -> ReadError {
    exchange::read(&named(files)).unwrap_err()
}

#[test]
fn tables_of_the_wrong_shape_are_refused_with_line_and_column() {
    let text = |table: &str| {
        format!(
            "{{\"issues\": [{{\"name\": \"Cap\", \"options\": [\"low\", \"high\"]}}],\n\"table\": {table},\n\
             \"parties\": [{{\"name\": \"Delta\"}}]}}"
        )
    };
    for (table, said) in [
        ("[[[1], [0]]]", None),
        ("[[[1]]]", Some("s.json:2:11: 1 options in a row of the table, where there must be 2")),
        (
            "[[[1, 2], [0]]]",
            Some("s.json:2:12: 2 values of an option, one for each party, where there must be 1"),
        ),
        ("[[[\"1\"], [0]]]", Some("s.json:2:13: a number is expected here, and this is words")),
        ("[[[NaN], [0]]]", Some("s.json:2:13: \"NaN\" is no number: write for example 0.35")),
        ("[[[1000001], [0]]]", Some("s.json:2:13: the number is beyond 1,000,000")),
        ("[[[1], [0]]", Some("s.json:3:10: a comma or the closing bracket is expected here")),
    ] {
        let answer = exchange::read(&named(&[("s.json", &text(table))]));
        match said {
            None => assert!(answer.is_ok()),
            Some(said) => {
                let error = answer.unwrap_err();
                assert!(error.to_string().starts_with(said), "{said}\n{error}");
                assert!(!error.place.unwrap().excerpt.is_empty());
            }
        }
    }
}

#[test]
fn what_tells_no_scenario_is_refused_in_words() {
    for (files, said) in [
        (&[][..], "there is no scenario"),
        (&[("a.txt", "dear all")], "none of the files is"),
        (
            &[(
                "d.xml",
                "<negotiation_template><issue name='a'><item value='b'/></issue></negotiation_template>",
            )],
            "no profile",
        ),
        (&[("a.json", "{\"type\": \"LinearUtilityFunction\", \"weights\": []}")], "outcome space"),
        (&[("a.json", "{\"issues\": []")], "cut short"),
        (&[("a.xml", "<utility_space>"), ("b.txt", "")], "a.xml:1:16"),
        (
            &[("a.csv", "package,Delta\nx,1\n"), ("b.csv", "package,Delta\nx,1\n")],
            "2 whole scenarios: at most 1",
        ),
        (
            &[("a.csv", "package,Delta\nx,1\n"), ("b.json", "{\"issueWeights\": {}, \"issues\": {}}")],
            "several formats",
        ),
        (
            &[("a.csv", "party,issue,option,value\nDelta,Cap,low,1\nDelta,Cap,low,2\n")],
            "a.csv:3:11: \"low\" stands twice",
        ),
        (
            &[("a.csv", "party,issue,option,value\nDelta,Cap,low\n")],
            "3 columns in this row, where there must be 4",
        ),
        (
            &[("a.csv", "party,issue,option,value\nDelta,Cap,low,1\nUpland,Cap,high,1\n")],
            "Delta: no value is stated",
        ),
    ] {
        let error = refused(files).to_string();
        assert!(error.contains(said), "{said}\n{error}");
    }
}

#[test]
fn a_few_words_do_not_fill_the_memory_or_the_day() {
    let many = |count: usize| {
        let issue = |at: usize| {
            format!("<issue index='{at}' name='i{at}' type='integer' lowerbound='0' upperbound='16000'/>")
        };
        (1..=count).map(issue).collect::<String>()
    };
    let domain = |issues: &str| {
        format!("<negotiation_template><utility_space>{issues}</utility_space></negotiation_template>")
    };
    let huge = "<issue name='a' type='integer' lowerbound='0' upperbound='99999999999999999'/>";
    let far = "<issue name='a' type='integer' lowerbound='0' upperbound='1e300'/>";
    for (issues, said) in [
        (many(17), "options of all issues together"),
        (huge.to_owned(), "options of an issue"),
        (far.to_owned(), "beyond 1,000,000"),
    ] {
        let error = refused(&[("d.xml", &domain(&issues)), ("p.xml", "<utility_space/>")]).to_string();
        assert!(error.contains(said), "{said}\n{error}");
    }
    let digits = format!("package,Delta\nx,{}\n", "9".repeat(1 << 20));
    assert!(refused(&[("a.csv", &digits)]).to_string().contains("characters of a number"));
    let items: String = (0..100_000).map(|at| format!("<item value='x{at}' evaluation='-1'/>\n")).collect();
    let profile = format!(
        "<utility_space><issue name='a'><item value='x0' evaluation='1'/>{items}</issue></utility_space>"
    );
    assert!(exchange::read(&named(&[("p.xml", &profile)])).is_err());
    let wide: String = (0..5_000).map(|at| format!("<item value='x{at}' evaluation='-1'/>\n")).collect();
    let profile = format!(
        "<utility_space><objective><issue index='1' name='a'><item value='best' evaluation='1'/>{wide}</issue>\
         <weight index='1' value='1'/></objective></utility_space>"
    );
    let (_, remarks) = exchange::read(&named(&[("p.xml", &profile)])).unwrap();
    assert_eq!(remarks.len(), exchange::REMARKS_MAX + 1);
    assert_eq!(remarks.last().unwrap().rule(), "more-remarks");
}

#[test]
fn what_lies_beside_a_scenario_is_left_out_and_said_so() {
    let table =
        r#"{"issues": [{"name": "Cap", "options": ["low"]}], "table": [[[1]]], "parties": [{"name": "D"}]}"#;
    let mut files = named(&[("s/scenario.json", table), ("s/notes.txt", "dear all"), ("s/other.json", "{}")]);
    files.push(("s/._scenario.json".to_owned(), vec![0, 5, 0x16, 0xff]));
    files.push(("s/picture.png".to_owned(), vec![0x89, 0x50, 0xff]));
    let (scenario, remarks) = exchange::read(&files).unwrap();
    assert_eq!(scenario.parties.len(), 1);
    let mut left: Vec<String> = remarks.iter().map(|one| one.place.clone().unwrap().file).collect();
    left.sort();
    assert_eq!(left, ["s/._scenario.json", "s/notes.txt", "s/other.json", "s/picture.png"]);
    assert!(remarks.iter().all(|one| one.rule() == "file-left-out"));
    files.push(("s/broken.json".to_owned(), b"{".to_vec()));
    assert!(exchange::read(&files).unwrap_err().to_string().starts_with("s/broken.json:1:2"));
}
