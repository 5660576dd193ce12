//! `scenario.json`: one table of utilities by issue, option and party; the shape that is written here, too.
//!
//! ```json
//! {"name": "dam", "issues": [{"name": "Level", "options": ["high", "low"]}],
//!  "table": [[[0.4, 0], [0, 1]]],
//!  "parties": [{"name": "Delta", "reservation": 0.1, "discount": 1}, {"name": "Upland"}]}
//! ```
//! `table[issue][option][party]` holds weights already. Optional, and of our own: `range` of an issue (`unit`, `from`,
//! `step`), `terms` of a party, `dependencies` and `closed` of the space; a choice is `[issue, option]`, counted from 0.

use onetext_model::Severity;

use super::node::Node;
use super::source::Source;
use super::{ReadError, Remarks, What, Why};
use crate::{
    Choice, Dependency, Issue, IssueIndex, OptionIndex, Party, Range, Scenario, Space, Term, Utility,
    UtilityFunction,
};

/// Whether a tree is a `scenario.json`.
pub(super) fn is(node: &Node<'_>) -> bool {
    ["issues", "table", "parties"].iter().all(|key| node.get(key).is_some())
}

/// The scenario that a tree tells.
pub(super) fn read(
    source: Source<'_>,
    node: &Node<'_>,
    remarks: &mut Remarks,
) -> Result<Scenario, ReadError> {
    for (key, _) in node.table(source)? {
        let known = ["name", "origin", "semantics", "issues", "table", "parties", "dependencies", "closed"];
        if !known.contains(&key.name.as_ref()) {
            let what = What::UnknownKey(key.name.clone().into_owned());
            remarks.add(Severity::Note, source, key.at, what);
        }
    }
    let name = node.get("name").map_or(Ok("scenario"), |name| name.name(source))?;
    let listed = node.need(source, "issues")?;
    let issues = listed.list(source)?.iter().map(|one| issue(source, one)).collect::<Result<_, _>>()?;
    let at = |error: crate::Error| source.refuse(listed.at, Why::Scenario(error));
    let mut space = Space::new(issues).map_err(at)?;
    for one in node.get("dependencies").map_or(Ok(&[][..]), |all| all.list(source))? {
        space = space.with(dependency(source, one)?).map_err(|error| source.refuse(one.at, error.into()))?;
    }
    for one in node.get("closed").map_or(Ok(&[][..]), |all| all.list(source))? {
        space = space.without(choice(source, one)?).map_err(|error| source.refuse(one.at, error.into()))?;
    }
    let listed = node.need(source, "parties")?.list(source)?;
    let mut parties = listed.iter().map(|one| party(source, one)).collect::<Result<Vec<_>, _>>()?;
    fill(source, node.need(source, "table")?, &space, &mut parties)?;
    let scenario = Scenario { name: name.to_owned(), space, parties };
    scenario.check().map_err(|error| source.refuse(node.at, error.into()))?;
    Ok(scenario)
}

fn issue(source: Source<'_>, node: &Node<'_>) -> Result<Issue, ReadError> {
    let options = node.need(source, "options")?.list(source)?;
    let options = options.iter().map(|one| one.name(source).map(str::to_owned)).collect::<Result<_, _>>()?;
    let range = node.get("range").filter(|range| !range.is_null());
    let range = range.map(|range| -> Result<Range, ReadError> {
        let number = |key| -> Result<_, ReadError> {
            let node = range.need(source, key)?;
            node.number(source)?.fixed().map_err(|why| source.refuse(node.at, why))
        };
        let unit = range.get("unit").map_or(Ok(""), |unit| unit.text(source))?.to_owned();
        Ok(Range { unit, from: number("from")?, step: number("step")? })
    });
    Ok(Issue {
        name: node.need(source, "name")?.name(source)?.to_owned(),
        options,
        range: range.transpose()?,
    })
}

fn party(source: Source<'_>, node: &Node<'_>) -> Result<Party, ReadError> {
    let stated = |key| node.get(key).filter(|value| !value.is_null());
    let terms = node.get("terms").map_or(Ok(&[][..]), |terms| terms.list(source))?;
    Ok(Party {
        name: node.need(source, "name")?.name(source)?.to_owned(),
        utility: UtilityFunction {
            table: Vec::new(),
            terms: terms.iter().map(|one| term(source, one)).collect::<Result<_, _>>()?,
        },
        reservation: stated("reservation").map(|one| utility(source, one)).transpose()?,
        discount: stated("discount")
            .map(|one| one.number(source)?.fixed().map_err(|why| source.refuse(one.at, why)))
            .transpose()?,
    })
}

/// The parties' tables out of the one table.
fn fill(source: Source<'_>, table: &Node<'_>, space: &Space, parties: &mut [Party]) -> Result<(), ReadError> {
    let rows = of_length(source, table, "issues in the table", space.issues().len())?;
    for (row, issue) in rows.iter().zip(space.issues()) {
        for party in parties.iter_mut() {
            party.utility.table.push(Vec::with_capacity(issue.options.len()));
        }
        for cell in of_length(source, row, "options in a row of the table", issue.options.len())? {
            let values = of_length(source, cell, "values of an option, one for each party", parties.len())?;
            for (party, value) in parties.iter_mut().zip(values) {
                let value = utility(source, value)?;
                if let Some(row) = party.utility.table.last_mut() {
                    row.push(value);
                }
            }
        }
    }
    Ok(())
}

fn of_length<'n, 'x>(
    source: Source<'_>,
    node: &'n Node<'x>,
    what: &'static str,
    wanted: usize,
) -> Result<&'n [Node<'x>], ReadError> {
    let nodes = node.list(source)?;
    let found = nodes.len();
    if found == wanted {
        Ok(nodes)
    } else {
        Err(source.refuse(node.at, Why::WrongLength { what, found, wanted }))
    }
}

fn utility(source: Source<'_>, node: &Node<'_>) -> Result<Utility, ReadError> {
    node.number(source)?.utility().map_err(|why| source.refuse(node.at, why))
}

fn term(source: Source<'_>, node: &Node<'_>) -> Result<Term, ReadError> {
    let mut within = Vec::new();
    for one in node.need(source, "within")?.list(source)? {
        let issue = IssueIndex(place(source, one.need(source, "issue")?)?);
        let options = one.need(source, "options")?.list(source)?;
        let options = options.iter().map(|one| place(source, one).map(OptionIndex));
        let mut options = options.collect::<Result<Vec<_>, _>>()?;
        options.sort_unstable();
        options.dedup();
        within.push((issue, options));
    }
    Ok(Term { within, value: utility(source, node.need(source, "value")?)? })
}

fn dependency(source: Source<'_>, node: &Node<'_>) -> Result<Dependency, ReadError> {
    let two = |node: &Node<'_>| {
        let both = of_length(source, node, "choices", 2)?;
        Ok::<_, ReadError>((choice(source, &both[0])?, choice(source, &both[1])?))
    };
    if let Some(pair) = node.get("excludes") {
        return two(pair).map(|(a, b)| Dependency::Excludes(a, b));
    }
    if let Some(pair) = node.get("requires") {
        return two(pair).map(|(a, b)| Dependency::Requires(a, b));
    }
    let of = node.need(source, "at_most")?.list(source)?;
    let of = of.iter().map(|one| choice(source, one)).collect::<Result<_, _>>()?;
    Ok(Dependency::AtMost { of, most: place(source, node.need(source, "most")?)?.into() })
}

fn choice(source: Source<'_>, node: &Node<'_>) -> Result<Choice, ReadError> {
    let both = of_length(source, node, "numbers of a choice, an issue and an option", 2)?;
    Ok(Choice::new(place(source, &both[0])?, place(source, &both[1])?))
}

/// The number of an issue or option, from 0.
fn place(source: Source<'_>, node: &Node<'_>) -> Result<u16, ReadError> {
    let units = node.number(source)?.fixed().map_err(|why| source.refuse(node.at, why))?.units();
    let whole = units / 1_000_000_000_000;
    let found = u16::try_from(whole).ok().filter(|_| whole * 1_000_000_000_000 == units);
    let wanted = "a whole number from 0".to_owned();
    found.ok_or_else(|| source.refuse(node.at, Why::NotKnown { found: format!("{units}e-12"), wanted }))
}
