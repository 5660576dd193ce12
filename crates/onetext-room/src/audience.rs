//! Audiences in forms: how one is written, read and said. Who may write to which is in [`crate::rights`].

use std::collections::BTreeSet;
use std::fmt::Write;

use onetext_model::{Audience, Compartment, CompartmentId, EntryId, View};

use crate::escape::escaped;
use crate::rights;
use crate::say::Language;

/// The choice of who may see something.
pub(crate) fn choice(language: Language, view: &View<'_>, chosen: &str) -> String {
    let mut options = String::new();
    for audience in rights::audiences(view) {
        let value = audience_value(&audience);
        let selected = if value == chosen { " selected" } else { "" };
        let words = escaped(&audience_words(language, view, &audience));
        let _ = writeln!(options, "<option value=\"{value}\"{selected}>{words}</option>");
    }
    format!(
        "<div class=\"field\"><label for=\"f:_audience\">{}</label>\n\
         <select id=\"f:_audience\" name=\"_audience\" required>\n{options}</select></div>\n",
        escaped(&language.say("form-audience"))
    )
}

/// An audience as it stands in a form: "public", or ids joined by `+`.
pub(crate) fn audience_value(audience: &Audience) -> String {
    match audience {
        Audience::Public => "public".to_owned(),
        Audience::Only(circles) => circles.iter().map(|c| c.0.to_string()).collect::<Vec<_>>().join("+"),
    }
}

/// Reads an audience; whether the person may write to it is decided when it is entered.
pub(crate) fn audience(view: &View<'_>, value: &str) -> Option<Audience> {
    if value == "public" {
        return Some(Audience::Public);
    }
    let circle = |id: &str| {
        EntryId::parse(id).and_then(|id| view.find::<Compartment>(id)).map(|c| CompartmentId(c.id()))
    };
    let circles: BTreeSet<CompartmentId> = value.split('+').map(circle).collect::<Option<_>>()?;
    (!circles.is_empty()).then_some(Audience::Only(circles))
}

/// An audience in words.
pub(crate) fn audience_words(language: Language, view: &View<'_>, audience: &Audience) -> String {
    match audience {
        Audience::Public => language.say("audience-public"),
        Audience::Only(circles) => {
            let name = |circle: &CompartmentId| {
                view.find::<Compartment>(*circle)
                    .map_or_else(|| circle.0.to_string(), |found| found.fact.name.clone())
            };
            circles.iter().map(name).collect::<Vec<_>>().join(" + ")
        }
    }
}
