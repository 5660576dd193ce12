//! The form of the question: for every issue what is fixed and one more option, then the words that can be set aside. All parties'
//! words are listed alike, by issue, option and party.

use onetext_desk::settlement::what_if::{Askable, NAME_CHARACTERS_MAX, RulingOut, added_to};
use onetext_model::{EntryId, Issue, IssueId, IssueOption, Stance, Stated, View};

use super::PATH;
use super::asked::{ADD, DROP, FIX, Question, Wrong};
use crate::escape::escaped;
use crate::form::word;
use crate::on_table::option;
use crate::say::Language;

/// What the form is drawn with.
pub(super) struct Form<'f, 'a> {
    pub(super) language: Language,
    pub(super) view: &'f View<'a>,
    pub(super) askable: &'f Askable<'a>,
    pub(super) question: &'f Question,
}

impl Form<'_, '_> {
    /// The form.
    pub(super) fn to_html(&self) -> String {
        let say = |key: &str| escaped(&self.language.say(key));
        let issues = self.askable.issues.iter();
        let fixing: String = issues.clone().map(|(issue, options)| self.fixing(*issue, options)).collect();
        let adding: String = issues.map(|(issue, _)| self.adding(*issue)).collect();
        let open = if self.question.names.is_empty() { "" } else { " open" };
        format!(
            "<form class=\"question\" method=\"get\" action=\"{PATH}\" data-question>\n\
             <p class=\"help\">{about}</p>\n\
             <fieldset><legend>{fixed}</legend>\n<div class=\"row\">\n{fixing}</div></fieldset>\n{words}\
             <details class=\"more\"{open}><summary>{add}</summary>\n<div class=\"row\">\n{adding}</div></details>\n\
             <div class=\"tools\"><button class=\"main\">{show}</button>\n\
             <a class=\"button\" href=\"{PATH}\">{clear}</a></div>\n</form>\n",
            about = say("what-if-about"),
            fixed = say("what-if-fixed"),
            words = self.words(),
            add = say("what-if-add"),
            show = say("what-if-show"),
            clear = say("what-if-clear"),
        )
    }

    /// What is fixed of an issue.
    fn fixing(&self, issue: Stated<'_, Issue>, options: &[Stated<'_, IssueOption>]) -> String {
        let id = issue.id();
        let is_fixed = |option: EntryId| self.question.what_if.fixed.iter().any(|fixed| fixed.0 == option);
        let new = added_to(IssueId(id)).0;
        let mut choices = option("", &self.language.say("what-if-none"), false);
        for one in options {
            choices.push_str(&option(&one.id().to_string(), &one.fact.name, is_fixed(one.id())));
        }
        choices.push_str(&option(&new.to_string(), &self.language.say("what-if-new"), is_fixed(new)));
        format!(
            "<div class=\"field\"><label for=\"q:fix:{id}\"><bdi>{title}</bdi></label>\n\
             <select id=\"q:fix:{id}\" name=\"{FIX}\">\n{choices}</select></div>\n",
            title = escaped(&issue.fact.name),
        )
    }

    /// One more option for an issue, in the words as they were written.
    fn adding(&self, issue: Stated<'_, Issue>) -> String {
        let id = issue.id();
        let name = self.question.names.iter().find(|(of, _)| *of == id).map_or("", |(_, name)| name);
        let is_wrong = self.question.wrong.contains(&Wrong::Long(id));
        format!(
            "<div class=\"field\"><label for=\"q:add:{id}\"><bdi>{title}</bdi></label>\n\
             <input id=\"q:add:{id}\" name=\"{ADD}{id}\" value=\"{name}\" maxlength=\"{NAME_CHARACTERS_MAX}\" dir=\"auto\" \
             autocomplete=\"off\"{invalid}></div>\n",
            title = escaped(&issue.fact.name),
            name = escaped(name),
            invalid = if is_wrong { " aria-invalid=\"true\"" } else { "" },
        )
    }

    /// The words that can be set aside, by issue.
    fn words(&self) -> String {
        let legend = escaped(&self.language.say("what-if-drop"));
        let mut inner: String = self.askable.issues.iter().map(|(issue, _)| self.words_on(*issue)).collect();
        if inner.is_empty() {
            inner = format!("<p class=\"help\">{}</p>\n", escaped(&self.language.say("what-if-drop-none")));
        }
        format!("<fieldset class=\"aside\"><legend>{legend}</legend>\n{inner}</fieldset>\n")
    }

    /// Those on an issue; nothing where there are none.
    fn words_on(&self, issue: Stated<'_, Issue>) -> String {
        let of_issue = self.askable.words.iter().filter(|word| word.issue.id() == issue.id());
        let boxes: String = of_issue.map(|word| self.word(word)).collect();
        if boxes.is_empty() {
            return boxes;
        }
        let title = escaped(&issue.fact.name);
        format!(
            "<div role=\"group\" aria-label=\"{title}\">\n<p class=\"of\"><bdi>{title}</bdi></p>\n{boxes}</div>\n"
        )
    }

    fn word(&self, said: &RulingOut<'_>) -> String {
        let id = said.position.id();
        let is_aside = self.question.what_if.dropped.iter().any(|dropped| self.view.same(*dropped, id));
        let is_limit = said.position.fact.stance == Stance::RedLine;
        let stance = word(self.language, if is_limit { "red-line" } else { "reject" });
        let words = self.language.say_with(
            "what-if-one-aside",
            &[("party", &said.party.fact.name), ("stance", &stance), ("option", &said.option.fact.name)],
        );
        format!(
            "<div class=\"flag\"><input type=\"checkbox\" id=\"q:drop:{id}\" name=\"{DROP}\" value=\"{id}\"{checked} \
             aria-describedby=\"q:words:{id}\">\n<label for=\"q:drop:{id}\">{label}</label>\n\
             <p class=\"help\" id=\"q:words:{id}\"><bdi>{own}</bdi></p></div>\n",
            checked = if is_aside { " checked" } else { "" },
            label = escaped(&words),
            own = escaped(&said.position.fact.words),
        )
    }
}
