//! Forms as HTML. Every text is escaped; every field has its label and its help tied to it.

use std::fmt::Write;

use onetext_model::{Entry, Kind, View};

use super::fill::Values;
use super::label::{label, word};
use super::read::ROWS_MAX;
use super::shape::{Field, Sort};
use crate::escape::escaped;
use crate::say::Language;

/// Empty rows that a list of groups offers beside those that are filled.
const EMPTY_ROWS: usize = 2;
/// Longest line of a choice, in characters.
const CHOICE_CHARACTERS_MAX: usize = 90;

/// The entries that a reference may name, in lines that a person can choose from.
pub(crate) struct Choices<'v, 'c> {
    view: &'v View<'c>,
    /// Entries that are not in the case yet.
    proposed: Vec<&'v Entry>,
}

impl<'v, 'c> Choices<'v, 'c> {
    /// Everything that the view has.
    pub(crate) fn of(view: &'v View<'c>) -> Self {
        Choices { view, proposed: vec![] }
    }

    /// Everything that the view has, and what is proposed beside it.
    pub(crate) fn with(view: &'v View<'c>, proposed: Vec<&'v Entry>) -> Self {
        Choices { view, proposed }
    }

    /// Id and words of each, by kind and words.
    fn among(&self, kinds: &[Kind]) -> Vec<(String, String)> {
        let wanted = |entry: &&&Entry| kinds.is_empty() || kinds.contains(&entry.fact.kind());
        let stands = |entry: &&&Entry| self.view.entry(entry.id).is_some_and(|now| now.id == entry.id);
        let there = self.view.entries().iter().filter(wanted).filter(stands);
        let mut all: Vec<(Kind, String, String)> = there
            .chain(self.proposed.iter().filter(wanted))
            .map(|entry| {
                (entry.fact.kind(), shortened(&onetext_desk::summary(self.view, entry)), entry.id.to_string())
            })
            .collect();
        all.sort();
        all.into_iter().map(|(_, words, id)| (id, words)).collect()
    }
}

fn shortened(words: &str) -> String {
    let mut short: String = words.chars().take(CHOICE_CHARACTERS_MAX).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}

/// What a form is drawn with.
pub(crate) struct Drawing<'d> {
    /// The language of the labels.
    pub(crate) language: Language,
    /// Of what kind the entry is.
    pub(crate) kind: Kind,
    /// What stands in the fields.
    pub(crate) values: &'d Values,
    /// The field in which something does not fit.
    pub(crate) wrong: Option<&'d str>,
    /// What references may name.
    pub(crate) choices: Choices<'d, 'd>,
}

/// The fields, the optional ones behind "more" unless they are filled.
pub(crate) fn draw(fields: &[Field], drawing: &Drawing<'_>) -> String {
    let (first, rest): (Vec<&Field>, Vec<&Field>) =
        fields.iter().partition(|field| field.required || drawing.is_filled(&field.key));
    let mut html: String = first.iter().map(|one| drawing.field(one, "")).collect();
    if !rest.is_empty() {
        let inner: String = rest.iter().map(|one| drawing.field(one, "")).collect();
        let more = escaped(&drawing.language.say("form-more"));
        let _ = write!(html, "<details class=\"more\"><summary>{more}</summary>\n{inner}</details>\n");
    }
    html
}

impl Drawing<'_> {
    /// The sources that an entry rests on.
    pub(crate) fn sources(&self, kinds: &[Kind]) -> String {
        let sort = Sort::Many(Box::new(Sort::Reference(kinds.to_vec())));
        let field = Field { key: "_sources".to_owned(), about: String::new(), required: false, sort };
        self.field(&field, "")
    }

    fn is_filled(&self, key: &str) -> bool {
        let inner = format!("{key}.");
        self.values.keys().any(|filled| filled == key || filled.starts_with(&inner))
    }

    fn first(&self, key: &str) -> &str {
        self.values.get(key).and_then(|all| all.first()).map_or("", String::as_str)
    }

    /// A day of the entry as a whole.
    pub(crate) fn envelope_day(&self, key: &str, default: &str) -> String {
        self.envelope_field(key, default, &escaped(&self.language.say("form-day-help")))
    }

    /// A line of the entry as a whole.
    pub(crate) fn envelope_line(&self, key: &str) -> String {
        self.envelope_field(key, "", "")
    }

    fn envelope_field(&self, key: &str, default: &str, help: &str) -> String {
        let value = self.values.get(key).and_then(|all| all.first()).map_or(default, String::as_str);
        let label = escaped(&self.language.say(&format!("form{}", key.replace('_', "-"))));
        let (described, help) = match help {
            "" => (String::new(), String::new()),
            words => (
                format!(" aria-describedby=\"h:{key}\""),
                format!("<p class=\"help\" id=\"h:{key}\">{words}</p>\n"),
            ),
        };
        format!(
            "<div class=\"field\"><label for=\"f:{key}\">{label}</label>\n\
             <input id=\"f:{key}\" name=\"{key}\" value=\"{}\" dir=\"auto\"{described}{}>\n{help}</div>\n",
            escaped(value),
            self.invalid(key),
        )
    }

    fn label(&self, key: &str) -> String {
        label(self.language, self.kind, key)
    }

    fn invalid(&self, key: &str) -> &'static str {
        if self.wrong == Some(key) { " aria-invalid=\"true\"" } else { "" }
    }

    /// What is said below a field: the words of the manual, and how a day or a list is written.
    fn help(&self, key: &str, field: &Field) -> String {
        let mut lines = String::new();
        if !field.about.is_empty() {
            let _ = write!(lines, "<span lang=\"en\" dir=\"ltr\">{}</span>", escaped(&field.about));
        }
        if let Some(message) = how_written(&field.sort) {
            let gap = if lines.is_empty() { "" } else { " " };
            let _ = write!(lines, "{gap}<span>{}</span>", escaped(&self.language.say(message)));
        }
        if lines.is_empty() {
            return lines;
        }
        format!("<p class=\"help\" id=\"h:{key}\">{lines}</p>\n")
    }

    fn attributes(&self, key: &str, field: &Field) -> String {
        let required = if field.required { " required" } else { "" };
        format!("id=\"f:{key}\" name=\"{key}\"{required}{}{}", described(key, field), self.invalid(key))
    }

    fn field(&self, field: &Field, prefix: &str) -> String {
        let key = format!("{prefix}{}", field.key);
        match &field.sort {
            Sort::Group(fields) => self.group(&key, field, fields),
            Sort::Many(inner) => match inner.as_ref() {
                Sort::Group(fields) => self.rows(&key, field, fields),
                Sort::Reference(kinds) => self.several(&key, field, kinds),
                _ => self.labelled(&key, field, &self.area(&key, &self.lines(&key), field)),
            },
            Sort::Flag => self.flag(&key, field),
            Sort::Paragraph | Sort::Json => {
                self.labelled(&key, field, &self.area(&key, self.first(&key), field))
            }
            Sort::Word(words) => self.labelled(&key, field, &self.words(&key, words, field)),
            Sort::Reference(kinds) => {
                let choices = self.choices.among(kinds);
                self.labelled(&key, field, &self.select(&key, &choices, field))
            }
            Sort::Line | Sort::Number | Sort::Moment => self.labelled(&key, field, &self.line(&key, field)),
        }
    }

    fn lines(&self, key: &str) -> String {
        self.values.get(key).map_or_else(String::new, |all| all.join("\n"))
    }

    fn labelled(&self, key: &str, field: &Field, control: &str) -> String {
        let label = escaped(&self.label(key));
        let needed = if field.required {
            ""
        } else {
            &format!(" <span class=\"optional\">{}</span>", escaped(&self.language.say("form-optional")))
        };
        format!(
            "<div class=\"field\"><label for=\"f:{key}\">{label}{needed}</label>\n{control}\n{help}</div>\n",
            help = self.help(key, field)
        )
    }

    fn line(&self, key: &str, field: &Field) -> String {
        let mode = if matches!(field.sort, Sort::Number) { " inputmode=\"numeric\"" } else { "" };
        format!(
            "<input{mode} {} value=\"{}\" dir=\"auto\">",
            self.attributes(key, field),
            escaped(self.first(key))
        )
    }

    fn area(&self, key: &str, text: &str, field: &Field) -> String {
        format!(
            "<textarea rows=\"3\" {} dir=\"auto\">\n{}</textarea>",
            self.attributes(key, field),
            escaped(text)
        )
    }

    fn words(&self, key: &str, words: &[(String, String)], field: &Field) -> String {
        let choices: Vec<(String, String)> = words
            .iter()
            .map(|(one, about)| {
                let said = word(self.language, one);
                // What the word means is written in English only.
                let explained = !about.is_empty() && self.language == Language::English;
                (one.clone(), if explained { format!("{said} – {about}") } else { said })
            })
            .collect();
        self.select(key, &choices, field)
    }

    fn select(&self, key: &str, choices: &[(String, String)], field: &Field) -> String {
        let chosen = self.first(key);
        let options: String =
            choices.iter().map(|(value, words)| option(value, words, value == chosen)).collect();
        let none = "<option value=\"\">—</option>\n";
        format!("<select {}>\n{none}{options}</select>", self.attributes(key, field))
    }

    fn flag(&self, key: &str, field: &Field) -> String {
        let checked = if self.first(key) == "true" { " checked" } else { "" };
        format!(
            "<div class=\"field flag\"><input type=\"checkbox\" id=\"f:{key}\" name=\"{key}\" value=\"true\"{checked}{described}> \
             <label for=\"f:{key}\">{label}</label>\n{help}</div>\n",
            described = described(key, field),
            label = escaped(&self.label(key)),
            help = self.help(key, field),
        )
    }

    /// Several entries: a box each, in a frame that scrolls.
    fn several(&self, key: &str, field: &Field, kinds: &[Kind]) -> String {
        let chosen = self.values.get(key).map_or(&[][..], Vec::as_slice);
        let mut boxes = String::new();
        for (place, (value, words)) in self.choices.among(kinds).iter().enumerate() {
            let checked = if chosen.contains(value) { " checked" } else { "" };
            let _ = writeln!(
                boxes,
                "<div><input type=\"checkbox\" id=\"f:{key}-{place}\" name=\"{key}\" value=\"{value}\"{checked}> \
                 <label for=\"f:{key}-{place}\">{}</label></div>",
                escaped(words)
            );
        }
        self.fieldset(
            key,
            field,
            &format!(
                "<div class=\"boxes\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">\n{boxes}</div>",
                escaped(&self.label(key))
            ),
        )
    }

    fn group(&self, key: &str, field: &Field, fields: &[Field]) -> String {
        let prefix = format!("{key}.");
        // What may be left out as a whole must not be asked for in its parts.
        let parts = if field.required { fields.to_vec() } else { optional(fields) };
        let inner: String = parts.iter().map(|one| self.field(one, &prefix)).collect();
        self.fieldset(key, field, &inner)
    }

    fn rows(&self, key: &str, field: &Field, fields: &[Field]) -> String {
        let filled = (0..ROWS_MAX).take_while(|row| self.is_filled(&format!("{key}.{row}"))).count();
        let mut inner = String::new();
        for row in 0..filled + EMPTY_ROWS {
            let prefix = format!("{key}.{row}.");
            let cells: String = optional(fields).iter().map(|one| self.field(one, &prefix)).collect();
            let _ = write!(
                inner,
                "<div class=\"row\" role=\"group\" aria-label=\"{}\">\n{cells}</div>\n",
                escaped(&self.row_label(key, row))
            );
        }
        self.fieldset(key, field, &inner)
    }

    fn row_label(&self, key: &str, row: usize) -> String {
        let (of, number) = (self.label(key), (row + 1).to_string());
        self.language.say_with("form-row", &[("of", &of), ("number", &number)])
    }

    fn fieldset(&self, key: &str, field: &Field, inner: &str) -> String {
        format!(
            "<fieldset><legend>{}</legend>\n{}{inner}</fieldset>\n",
            escaped(&self.label(key)),
            self.help(key, field)
        )
    }
}

fn described(key: &str, field: &Field) -> String {
    let has_help = !field.about.is_empty() || how_written(&field.sort).is_some();
    if has_help { format!(" aria-describedby=\"h:{key}\"") } else { String::new() }
}

/// The message that says how something is written.
fn how_written(sort: &Sort) -> Option<&'static str> {
    match sort {
        Sort::Moment => Some("form-day-help"),
        Sort::Many(inner) if !matches!(**inner, Sort::Group(_) | Sort::Reference(_)) => {
            Some("form-lines-help")
        }
        _ => None,
    }
}

/// The same fields, none of them asked for.
fn optional(fields: &[Field]) -> Vec<Field> {
    fields.iter().map(|one| Field { required: false, ..one.clone() }).collect()
}

fn option(value: &str, words: &str, chosen: bool) -> String {
    let selected = if chosen { " selected" } else { "" };
    format!("<option value=\"{}\"{selected}>{}</option>\n", escaped(value), escaped(words))
}
