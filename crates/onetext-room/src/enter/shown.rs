//! A form as it is shown, whole or for the panel beside a page; and what stands above it: what is wrong, or, to the
//! second of two people who changed the same thing, both versions with nothing lost.

use std::fmt::Write;

use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use onetext_model::{Audience, EntryId, Kind, View};

use crate::audience::{audience_words, choice};
use crate::compromise;
use crate::escape::escaped;
use crate::form::{Choices, Drawing, Telling, Values, Wrong, draw, kind_words, shape};
use crate::frame::{Asked, Frame};
use crate::rights::NotYours;
use crate::room::{Refusal, Room};
use crate::say::Language;
use crate::who::Guest;

/// Kinds that a source may be.
const SOURCES: [Kind; 5] = [Kind::Report, Kind::Claim, Kind::Draft, Kind::Provision, Kind::Contact];
/// Tells the page around a panel that something was entered.
const TRIGGER: HeaderName = HeaderName::from_static("hx-trigger");

/// A form as it is shown.
pub(super) struct Shown<'s> {
    pub(super) kind: Kind,
    pub(super) values: &'s Values,
    /// Where it is sent.
    pub(super) action: String,
    /// Who may see what it makes, where that is not to be chosen.
    pub(super) audience: Option<&'s Audience>,
    pub(super) above: Above,
}

/// What is said above a form.
pub(super) enum Above {
    Nothing,
    /// Something does not fit.
    Wrong(Wrong),
    /// Somebody else was faster; this stands now.
    Meanwhile(EntryId),
}

pub(super) fn page(asked: Asked, view: &View<'_>, shown: &Shown<'_>, status: StatusCode) -> Response {
    let language = asked.language;
    let title = match shown.audience {
        None => language.say(&format!("enter-{}", shown.kind.word())),
        Some(_) => language.say_with("form-change", &[("kind", &kind_words(language, shown.kind))]),
    };
    let wrong = if let Above::Wrong(wrong) = &shown.above { wrong.key() } else { None };
    let drawing =
        Drawing { language, kind: shown.kind, values: shown.values, wrong, choices: Choices::of(view) };
    let in_place = if asked.is_part {
        format!(
            " data-hx-post=\"{}\" data-hx-target=\"closest [data-panel]\" data-hx-select=\"article\"",
            escaped(&shown.action)
        )
    } else {
        String::new()
    };
    let content = format!(
        "<article class=\"form\">\n<h1>{title}</h1>\n{above}<form method=\"post\" action=\"{action}\"{in_place}>\n\
         {audience}{fields}{why}{envelope}<div class=\"tools\"><button class=\"main\">{save}</button></div>\n</form>\n</article>\n",
        title = escaped(&title),
        above = above(language, view, shown),
        action = escaped(&shown.action),
        audience = audience_field(language, view, shown),
        fields = draw(shape(shown.kind), &drawing),
        why =
            if compromise::has_why(view, shown.kind) { drawing.envelope_line("_why") } else { String::new() },
        envelope = envelope(language, view, shown, &drawing),
        save = escaped(&language.say("save")),
    );
    Frame::inside(language, view, &title, "/", content).answer(status, asked)
}

/// What answers a form that was taken: its entry; in a panel the word that the page around it should be renewed.
pub(super) fn entered_at(asked: Asked, id: EntryId) -> Response {
    if !asked.is_part {
        return Redirect::to(&format!("/entry/{id}")).into_response();
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    let told = format!("{{\"room:entered\":{{\"at\":\"/entry/{id}\"}}}}");
    if let Ok(value) = HeaderValue::from_str(&told) {
        response.headers_mut().insert(TRIGGER, value);
    }
    response
}

fn above(language: Language, view: &View<'_>, shown: &Shown<'_>) -> String {
    match &shown.above {
        Above::Nothing => String::new(),
        Above::Wrong(wrong) => notice("wrong", language, "form-wrong", &wrong.say(language, shown.kind)),
        Above::Meanwhile(now) => both(language, view, *now),
    }
}

/// What the other one wrote, above the form that holds one's own.
fn both(language: Language, view: &View<'_>, now: EntryId) -> String {
    let Some(entry) = view.entry(now) else { return String::new() };
    let telling = Telling { language, view, proposed: &[] };
    format!(
        "{notice}<section class=\"theirs\">\n<h2>{theirs}</h2>\n<dl>\n{terms}</dl>\n</section>\n<h2>{yours}</h2>\n",
        notice = notice("conflict", language, "conflict", ""),
        theirs = escaped(&language.say("conflict-theirs")),
        terms = telling.terms(&entry.fact),
        yours = escaped(&language.say("conflict-yours")),
    )
}

/// Something that must be read before going on.
pub(crate) fn notice(class: &str, language: Language, key: &str, more: &str) -> String {
    let more = if more.is_empty() {
        String::new()
    } else {
        format!("<p class=\"what\"><bdi>{}</bdi></p>", escaped(more))
    };
    format!(
        "<div class=\"notice {class}\" role=\"alert\"><p>{}</p>{more}</div>\n",
        escaped(&language.say(key))
    )
}

fn audience_field(language: Language, view: &View<'_>, shown: &Shown<'_>) -> String {
    match shown.audience {
        Some(audience) => format!(
            "<p class=\"audience\">{}: <bdi>{}</bdi></p>\n",
            escaped(&language.say("form-audience")),
            escaped(&audience_words(language, view, audience))
        ),
        None => choice(language, view, super::first(shown.values, "_audience")),
    }
}

/// What every entry has beside its own fields.
fn envelope(language: Language, view: &View<'_>, shown: &Shown<'_>, drawing: &Drawing<'_>) -> String {
    let values = shown.values;
    // A contact is hardly anything without its day, and what was filled in is not hidden.
    let filled =
        ["_from", "_to", "_assumed", "_sources"].iter().any(|key| !super::first(values, key).is_empty());
    let open = if shown.kind == Kind::Contact || filled { " open" } else { "" };
    let today = view.today().to_string();
    let mut hidden = String::new();
    for key in ["_seen", "_stood"] {
        if let Some(value) = values.get(key).and_then(|all| all.first()) {
            let _ = writeln!(hidden, "<input type=\"hidden\" name=\"{key}\" value=\"{}\">", escaped(value));
        }
    }
    format!(
        "{hidden}{known}<details class=\"more\"{open}><summary>{more}</summary>\n{from}{to}{assumed}{sources}</details>\n",
        known = drawing.envelope_day("_known_at", &today),
        more = escaped(&language.say("form-when-and-sources")),
        from = drawing.envelope_day("_from", ""),
        to = drawing.envelope_day("_to", ""),
        assumed = drawing.envelope_line("_assumed"),
        sources = drawing.sources(&SOURCES),
    )
}

/// What is answered to whoever entered something that was refused, and the words for it.
pub(super) fn refusal_words(language: Language, refusal: &Refusal) -> (StatusCode, String) {
    match refusal {
        Refusal::Meanwhile(_) => (StatusCode::CONFLICT, language.say("refused-meanwhile")),
        Refusal::NotYours(why) => (StatusCode::FORBIDDEN, language.say(not_yours(*why))),
        Refusal::NotAdmitted(why) => (StatusCode::UNPROCESSABLE_ENTITY, why.join(" ")),
        Refusal::NotKept(why) => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("{} {why}", language.say("refused-not-kept")))
        }
        Refusal::NotFresh => (StatusCode::FORBIDDEN, language.say("refused-not-fresh")),
        Refusal::NeedsSecond => (StatusCode::FORBIDDEN, language.say("refused-second")),
        Refusal::Busy => (StatusCode::SERVICE_UNAVAILABLE, language.say("refused-busy")),
    }
}

/// A page for what could not be entered, where there is no form to show again.
pub(crate) fn refused(room: &Room, guest: &Guest, language: Language, refusal: &Refusal) -> Response {
    let (status, words) = refusal_words(language, refusal);
    let title = language.say("refused");
    let content = format!(
        "<article class=\"form\"><h1>{}</h1><div class=\"notice wrong\" role=\"alert\"><p><bdi>{}</bdi></p></div></article>\n",
        escaped(&title),
        escaped(&words)
    );
    let state = room.state();
    let view = room.view(&state, guest);
    let asked = Asked { language, is_part: false };
    Frame::inside(language, &view, &title, "/", content).answer(status, asked)
}

fn not_yours(why: NotYours) -> &'static str {
    match why {
        NotYours::Kind => "refused-kind",
        NotYours::Audience => "refused-audience",
        NotYours::OfOthers => "refused-of-others",
    }
}
