//! From where a case is looked at: by whom, and up to when.

use anyhow::{Context, Result, bail};
use jiff::Zoned;
use onetext_model::{AsOf, Case, Compartment, CompartmentId, Day, Party, Person, PersonId, View, Viewer};

use crate::arguments::Standpoint;

/// The view that the options ask for.
pub fn view<'c>(case: &'c Case, standpoint: &Standpoint) -> Result<View<'c>> {
    let at = as_of(case, standpoint)?;
    let viewer = match &standpoint.r#for {
        Some(name) => named(case, name, at)?,
        None => default_viewer(case, at),
    };
    Ok(View::of(case, viewer, at))
}

/// The view of whoever keeps the folder: everything on this disk.
pub fn keepers<'c>(case: &'c Case, standpoint: &Standpoint) -> Result<View<'c>> {
    Ok(View::of(case, Viewer::Keeper, as_of(case, standpoint)?))
}

fn as_of(case: &Case, standpoint: &Standpoint) -> Result<AsOf> {
    let known_by = standpoint.as_of.as_deref().map(day).transpose()?;
    let recorded_by = standpoint.recorded_by.as_deref().map(day).transpose()?;
    let today = match known_by {
        Some(day) => day,
        None => today_of(case.settings())?,
    };
    Ok(AsOf { today, known_by, recorded_by })
}

/// Today in the case's time zone. A case that was kept up to a day is seen from that day.
fn today_of(settings: &onetext_model::Settings) -> Result<Day> {
    let zone = settings.zone().context("the case's time zone is not known")?;
    let frozen = settings.frozen.map(|moment| moment.day(&zone));
    let now = Zoned::now().with_time_zone(zone).date();
    Ok(frozen.map_or(now, |frozen| frozen.min(now)))
}

/// Today for what is entered into the case of a view.
pub fn today(view: &View<'_>) -> Result<Day> {
    today_of(view.settings())
}

/// A day as it is typed: 2025-12-07.
pub fn day(text: &str) -> Result<Day> {
    text.parse().with_context(|| format!("{text:?} is no day: write for example 2025-12-07"))
}

/// The compartment that the settings name, else the mediator's, else what anybody may see.
fn default_viewer(case: &Case, at: AsOf) -> Viewer {
    if let Some(viewer) = case.settings().viewer {
        return Viewer::Compartment(viewer);
    }
    let public = View::of(case, Viewer::Anybody, AsOf { known_by: None, recorded_by: None, ..at });
    let mediators = public.each::<Compartment>().find(|compartment| compartment.fact.mediator);
    mediators.map_or(Viewer::Anybody, |compartment| Viewer::Compartment(CompartmentId(compartment.id())))
}

/// Who a name means. Public names come first, so nobody's private entry can change whom a public name means.
pub fn named(case: &Case, name: &str, at: AsOf) -> Result<Viewer> {
    let whenever = AsOf { known_by: None, recorded_by: None, ..at };
    for viewer in [Viewer::Anybody, Viewer::Keeper] {
        if let Some(found) = named_in(&View::of(case, viewer, whenever), name)? {
            return Ok(found);
        }
    }
    match name {
        "anybody" | "public" => Ok(Viewer::Anybody),
        _ => bail!(
            "nobody is called {name:?}: give the label of a party, compartment or person (see `onetext actors`)"
        ),
    }
}

fn named_in(view: &View<'_>, name: &str) -> Result<Option<Viewer>> {
    if let Some(compartment) = view.labelled::<Compartment>(name) {
        return Ok(Some(Viewer::Compartment(CompartmentId(compartment.id()))));
    }
    if let Some(party) = view.labelled::<Party>(name) {
        let own = |c: &onetext_model::Stated<'_, Compartment>| {
            c.fact.party.is_some_and(|p| view.same(p, party.id()))
        };
        let circles: Vec<_> = view.each::<Compartment>().filter(own).collect();
        return match circles.as_slice() {
            [] => Ok(Some(Viewer::Anybody)),
            [only] => Ok(Some(Viewer::Compartment(CompartmentId(only.id())))),
            several => {
                let labels: Vec<String> = several
                    .iter()
                    .filter_map(|circle| view.label(circle.id()))
                    .map(ToString::to_string)
                    .collect();
                bail!("{name} has several compartments: name one of {}", labels.join(", "))
            }
        };
    }
    Ok(view.labelled::<Person>(name).map(|person| Viewer::Person(PersonId(person.id()))))
}
