//! Lint on plain files: remarks on a draft, the table of the rules, and a rule's page of the manual.

use anyhow::{Result, bail};
use onetext_desk::drafts::{Named, citation};
use onetext_desk::lint as desk;
use onetext_text::draft::Draft;
use onetext_text::exact::Language;
use onetext_text::lint::{Choice, Found, Given, Remark, Severity, Subject, Verbatim, lint, rule};
use serde_json::{Value, json};

use super::Outcome;
use crate::arguments::Lint;
use crate::print;
use crate::sources::{Source, Sources};

/// Lints drafts, or tells of the rules.
pub fn run(arguments: &Lint) -> Result<Outcome> {
    if arguments.rules {
        return print::document(&desk::rules(), &arguments.output).map(|()| Outcome::Fine);
    }
    if let Some(wanted) = &arguments.explain {
        return explain(wanted);
    }
    for wanted in arguments.allow.iter().chain(&arguments.only) {
        known(wanted)?;
    }
    if arguments.files.len() > 1 && (arguments.output.html.is_some() || arguments.output.open.is_some()) {
        bail!("--html and --open take one draft at a time");
    }
    let sources = Sources::open(&arguments.from)?;
    let old = arguments.old.as_deref().map(|path| sources.read_verbatim(path, "a reference")).transpose()?;
    let old = old.as_ref().map(|source| &source.draft);
    let mut all = Vec::new();
    let mut outcome = Outcome::Fine;
    for path in &arguments.files {
        let source = sources.read(path)?;
        let draft = &source.draft;
        let (language, found) = linted(arguments, &source, old)?;
        if found.remarks.iter().any(|remark| remark.severity == Severity::Error) {
            outcome = Outcome::Found;
        }
        if arguments.output.json {
            all.extend(found.remarks.iter().map(|remark| as_json(&source, remark)));
            continue;
        }
        print::document(
            &desk::lint(Named { name: &source.name, draft }, language, &found),
            &arguments.output,
        )?;
    }
    if arguments.output.json {
        print::text(&serde_json::to_string_pretty(&all)?)?;
    }
    Ok(outcome)
}

fn linted(arguments: &Lint, source: &Source, old: Option<&Draft>) -> Result<(Language, Found)> {
    let given = Given {
        before: old,
        language: arguments.language.as_deref().map(Language::from_tag),
        parties: arguments.party.clone(),
    };
    // A plain file is the text itself; a draft of a case says what it is.
    let subject = Subject::of(Verbatim::of(&source.draft, source.form)?, given);
    let choice = Choice {
        allow: arguments.allow.clone(),
        only: arguments.only.clone(),
        least: least(arguments.severity.as_deref()),
    };
    Ok((subject.language, lint(&subject, &choice)))
}

fn least(word: Option<&str>) -> Severity {
    Severity::ALL.into_iter().find(|severity| Some(severity.word()) == word).unwrap_or_default()
}

fn known(wanted: &str) -> Result<&'static onetext_text::lint::Rule> {
    let Some(rule) = rule(wanted) else {
        bail!("no rule is called {wanted:?}: `onetext lint --rules` lists them");
    };
    Ok(rule)
}

fn explain(wanted: &str) -> Result<Outcome> {
    let rule = known(wanted)?;
    let (id, name, severity, reads) = (rule.id, rule.name, rule.severity.word(), rule.reads.word());
    print::text(&format!("{id} {name} ({severity}; reads {reads})\n\n{}", rule.page()))?;
    Ok(Outcome::Fine)
}

fn as_json(source: &Source, remark: &Remark) -> Value {
    let draft = &source.draft;
    let (what, cure) = desk::sentence(draft, remark);
    let place = remark.at.map(|span| {
        let provision = &draft.provisions[span.place];
        json!({
            "file": source.name,
            "provision": provision.key,
            "citation": citation(draft, span.place),
            "line": provision.line,
            "from": span.from,
            "to": span.to,
            "excerpt": &provision.text[span.from..span.to],
        })
    });
    json!({
        "rule": remark.rule.id,
        "name": remark.rule.name,
        "severity": remark.severity.word(),
        "place": place.unwrap_or_else(|| json!({ "file": source.name, "provision": null })),
        "what": what,
        "cure": cure,
    })
}
