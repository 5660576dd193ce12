//! Bars as JSON: stages, and the counts of each row.

use super::text;
use super::value::{Members, Value};
use crate::Bars;

pub(super) fn bars(members: Members, bars: &Bars) -> Value {
    let rows = bars.rows.iter().map(|row| {
        let values = row.values.iter().map(|value| Value::Words(value.to_string()));
        Members::default().with("title", text(&row.title)).list("values", values).end()
    });
    members
        .words("key", bars.key.as_str())
        .with("alternative", text(&bars.alternative))
        .list("stages", bars.stages.iter().map(text))
        .list("rows", rows)
        .end()
}
