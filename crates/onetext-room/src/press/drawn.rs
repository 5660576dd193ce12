//! How press intake looks: the form for a report, its proposals, the form of one of them.

use std::fmt::Write;

use onetext_desk::press;
use onetext_model::{Entry, EntryId, View};
use onetext_report::formats::Arrived;
use onetext_text::reports::Proposal;

use super::PATH;
use super::asked::{Asked, CARRIED, FACT, first, values_in_form};
use super::file::{FILL, day, values};
use super::remarks::said;
use crate::audience::choice;
use crate::enter::notice;
use crate::escape::escaped;
use crate::form::{Choices, Drawing, Telling, Values, Wrong, draw, kind_words, shape};
use crate::frame;
use crate::say::Language;

/// The fields of a report beside its text: name, message, help.
const FIELDS: [(&str, &str); 5] = [
    ("outlet", "press-outlet"),
    ("published", "press-published"),
    ("title", "press-title"),
    ("zone", "press-zone"),
    ("address", "press-address"),
];

/// The form for a report.
pub(super) fn pasting(
    language: Language,
    view: &View<'_>,
    values: &Values,
    above: &str,
    takes_files: bool,
) -> String {
    let say = |key: &str| escaped(&language.say(key));
    let mut fields = String::new();
    for (key, message) in FIELDS {
        let value = escaped(first(values, &format!("r.{key}")));
        let _ = writeln!(
            fields,
            "<div class=\"field\"><label for=\"f:{key}\">{}</label>\n<input id=\"f:{key}\" name=\"r.{key}\" value=\"{value}\" dir=\"auto\"></div>",
            say(message)
        );
    }
    let keep = if first(values, "r.keep").is_empty() { "" } else { " checked" };
    format!(
        "<article class=\"form\">\n<h1>{title}</h1>\n{above}<p>{about}</p>\n{file}<form method=\"post\" action=\"{PATH}\">\n\
         <div class=\"field\"><label for=\"f:text\">{label}</label>\n\
         <textarea id=\"f:text\" name=\"r.text\" rows=\"14\" required dir=\"auto\">\n{text}</textarea></div>\n\
         {fields}<div class=\"field flag\"><input type=\"checkbox\" id=\"f:keep\" name=\"r.keep\" value=\"yes\"{keep}> \
         <label for=\"f:keep\">{keeping}</label></div>\n{audience}\
         <div class=\"tools\"><button class=\"main\">{read}</button></div>\n</form>\n</article>\n",
        title = say("page-press"),
        file = if takes_files { choosing(language) } else { String::new() },
        about = say("press-about"),
        label = say("press-text"),
        text = escaped(first(values, "r.text")),
        keeping = say("press-keep"),
        audience = choice(language, view, first(values, "_audience")),
        read = say("note-read"),
    )
}

/// The form for a file.
fn choosing(language: Language) -> String {
    let say = |key: &str| escaped(&language.say(key));
    format!(
        "<form method=\"post\" action=\"{PATH}/file\" enctype=\"multipart/form-data\">\n\
         <div class=\"field\"><label for=\"f:file\">{label}</label>\n\
         <input type=\"file\" id=\"f:file\" name=\"file\" required \
         accept=\".txt,.md,.html,.htm,.eml,.xml,.rss,.atom,.pdf,.docx\"></div>\n\
         <div class=\"tools\"><button>{open}</button></div>\n</form>\n",
        label = say("press-file"),
        open = say("press-file-open"),
    )
}

/// The reports of a feed, each with what is remarked of it and a button that fills the form.
pub(super) fn several(language: Language, above: &str, all: &[Arrived]) -> String {
    let say = |key: &str| escaped(&language.say(key));
    let items: String = all
        .iter()
        .map(|one| {
            let remarks = match said(language, &one.findings) {
                none if none.is_empty() => none,
                some => format!("<p class=\"what\"><bdi>{}</bdi></p>", escaped(&some)),
            };
            format!(
                "<li><form method=\"post\" action=\"{PATH}\">\n{}\
                 <input type=\"hidden\" name=\"{FILL}\" value=\"yes\">\
                 <p><bdi>{}</bdi> <bdi class=\"what\">{}</bdi></p>{remarks}\
                 <div class=\"tools\"><button>{}</button></div></form></li>\n",
                carried(&values(one)),
                escaped(one.title.as_deref().unwrap_or("")),
                escaped(&day(one)),
                say("press-file-use"),
            )
        })
        .collect();
    format!(
        "<article class=\"form proposals\">\n<h1>{}</h1>\n{above}<p>{}</p>\n<ol>\n{items}</ol>\n</article>\n",
        say("page-press"),
        say("press-file-several"),
    )
}

/// The proposals: each with its box, its words and its reason; the report with its letters below.
pub(super) fn proposals(language: Language, view: &View<'_>, asked: &Asked, values: &Values) -> String {
    let say = |key: &str| escaped(&language.say(key));
    let known = known(view, asked);
    let telling = Telling { language, view, proposed: &known };
    let items: String = asked
        .intake
        .proposals
        .iter()
        .enumerate()
        .map(|(place, one)| proposal(&telling, place, one, is_ticked(values, one)))
        .collect();
    let page = press::proposed(view, &asked.origin, &asked.text, &asked.reading, &asked.intake);
    format!(
        "<article class=\"form proposals\">\n<h1>{title}</h1>\n{nothing}<p>{tick}</p>\n<p data-keys hidden>{keys}</p>\n\
         <form method=\"post\" action=\"{PATH}/take\">\n{carried}<input type=\"hidden\" name=\"shown\" value=\"yes\">\n{sources}\
         <ol data-proposals>\n{items}</ol>\n\
         <div class=\"tools\"><button class=\"main\">{take}</button></div>\n</form>\n</article>\n{report}",
        title = say("press-proposals"),
        nothing = if asked.intake.proposals.is_empty() {
            notice("told", language, "press-nothing", "")
        } else {
            String::new()
        },
        tick = say("press-tick"),
        keys = say("note-keys"),
        carried = carried(values),
        sources = sources(language, asked),
        take = say("note-take"),
        report = frame::document(language, view, &page),
    )
}

/// Whether a proposal is ticked: by the last button that ticked or unticked a whole source, else as it came back.
fn is_ticked(values: &Values, one: &Proposal) -> bool {
    if first(values, "all") == one.by && !one.by.is_empty() {
        return true;
    }
    if first(values, "none") == one.by && !one.by.is_empty() {
        return false;
    }
    Asked::is_ticked(values, one.entry.id)
}

/// A pair of buttons for each source of several proposals.
fn sources(language: Language, asked: &Asked) -> String {
    let mut all: Vec<(&str, usize)> = Vec::new();
    for one in &asked.intake.proposals {
        match all.iter_mut().find(|(by, _)| *by == one.by) {
            Some((_, count)) => *count += 1,
            None => all.push((&one.by, 1)),
        }
    }
    let button = |name: &str, by: &str, words: &str| {
        format!(
            "<button name=\"{name}\" value=\"{}\" formaction=\"{PATH}\">{}</button>",
            escaped(by),
            escaped(words)
        )
    };
    let rows = all.iter().filter(|(by, count)| *count > 1 && !by.is_empty()).map(|(by, count)| {
        let (take, leave) = (language.say("press-take-source"), language.say("press-leave-source"));
        format!(
            "<li><bdi>{}</bdi> ({count}) {} {}</li>\n",
            escaped(by),
            button("all", by, &take),
            button("none", by, &leave)
        )
    });
    let rows: String = rows.collect();
    if rows.is_empty() {
        return rows;
    }
    format!(
        "<details><summary>{}</summary>\n<ul>\n{rows}</ul>\n</details>\n",
        escaped(&language.say("press-by-source"))
    )
}

fn known(view: &View<'_>, asked: &Asked) -> Vec<(EntryId, String)> {
    let words_of = |entry: &Entry| (entry.id, onetext_desk::summary(view, entry));
    let mut known: Vec<(EntryId, String)> =
        asked.intake.proposals.iter().map(|one| words_of(&one.entry)).collect();
    known.push(words_of(&asked.intake.report));
    known
}

fn proposal(telling: &Telling<'_, '_>, place: usize, one: &Proposal, ticked: bool) -> String {
    let language = telling.language;
    let when = one.entry.about.map_or_else(String::new, |about| {
        let to = about.to.map_or_else(String::new, |to| format!(" – {to}"));
        format!(
            "<dt>{}</dt>\n<dd>{}{}</dd>\n",
            escaped(&language.say("form-from")),
            escaped(&about.from.to_string()),
            escaped(&to)
        )
    });
    format!(
        "<li tabindex=\"-1\">\n<div class=\"flag\"><input type=\"checkbox\" id=\"take:{place}\" name=\"take\" value=\"{id}\"{checked}> \
         <label for=\"take:{place}\"><strong>{kind}</strong> <bdi>{by}</bdi></label></div>\n\
         <p class=\"help\">{because} <bdi>{why}</bdi></p>\n<dl>\n{when}{terms}</dl>\n\
         <p><button name=\"correct\" value=\"{id}\" formaction=\"{PATH}\">{correct}</button></p>\n</li>\n",
        id = one.entry.id,
        checked = if ticked { " checked" } else { "" },
        kind = escaped(&kind_words(language, one.entry.fact.kind())),
        by = escaped(&one.by),
        because = escaped(&language.say("note-because")),
        why = escaped(&one.why),
        terms = telling.terms(&one.entry.fact),
        correct = escaped(&language.say("press-correct")),
    )
}

/// The form of one proposal.
pub(super) fn correcting(
    language: Language,
    view: &View<'_>,
    asked: &Asked,
    entry: &Entry,
    values: &Values,
    wrong: Option<&Wrong>,
) -> String {
    let kind = entry.fact.kind();
    let own = values_in_form(entry);
    let filled = if wrong.is_some() { values } else { &own };
    let proposed = asked.intake.proposals.iter().map(|one| &one.entry).filter(|other| other.id != entry.id);
    let choices = Choices::with(view, proposed.chain([&asked.intake.report]).collect());
    let drawing = Drawing { language, kind, values: filled, wrong: wrong.and_then(Wrong::key), choices };
    let above = wrong.map_or_else(String::new, |wrong| {
        notice("wrong", language, "form-wrong", &wrong.say(language, kind))
    });
    let when = ["_from", "_to", "_known_at"].map(|key| drawing.envelope_day(key, "")).concat();
    let ticks: String = values
        .get("take")
        .into_iter()
        .flatten()
        .map(|id| format!("<input type=\"hidden\" name=\"take\" value=\"{}\">\n", escaped(id)))
        .collect();
    format!(
        "<article class=\"form\">\n<h1>{title}</h1>\n{above}<form method=\"post\" action=\"{PATH}\">\n{carried}{ticks}\
         <input type=\"hidden\" name=\"shown\" value=\"yes\">\n{fields}{when}\
         <div class=\"tools\"><button class=\"main\" name=\"corrected\" value=\"{id}\">{save}</button></div>\n</form>\n</article>\n",
        title = escaped(&language.say_with("form-change", &[("kind", &kind_words(language, kind))])),
        carried = carried(values),
        fields = draw(shape(kind), &drawing),
        id = entry.id,
        save = escaped(&language.say("press-corrected")),
    )
}

/// Everything that the page needs to be the same again.
fn carried(values: &Values) -> String {
    let is_carried = |key: &str| CARRIED.contains(&key) || key.starts_with(FACT);
    let mut hidden = String::new();
    for (key, all) in values.iter().filter(|(key, _)| is_carried(key)) {
        for value in all {
            let _ = writeln!(
                hidden,
                "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                escaped(key),
                escaped(value)
            );
        }
    }
    hidden
}
