//! What stands in the fields of an entry: flat values by dotted key, `participants.0.actor`, as a browser sends them.

use std::collections::BTreeMap;

use onetext_model::Fact;
use serde_json::Value;

/// Values by dotted key. A key may have several: the chosen ones of a list.
pub(crate) type Values = BTreeMap<String, Vec<String>>;

/// The values of a fact.
pub(crate) fn values_of(fact: &Fact) -> Values {
    let mut values = Values::new();
    // An externally tagged enum: one member, named after the kind.
    if let Ok(Value::Object(tagged)) = serde_json::to_value(fact)
        && let Some((_, Value::Object(keys))) = tagged.into_iter().next()
    {
        for (key, value) in keys {
            flatten(&key, &value, &mut values);
        }
    }
    values
}

fn flatten(key: &str, value: &Value, values: &mut Values) {
    match value {
        Value::Null => {}
        Value::Array(all) if all.iter().all(Value::is_object) => {
            for (place, one) in all.iter().enumerate() {
                flatten(&format!("{key}.{place}"), one, values);
            }
        }
        Value::Array(all) => {
            values.insert(key.to_owned(), all.iter().map(text).collect());
        }
        Value::Object(keys) => {
            values.insert(key.to_owned(), vec![value.to_string()]);
            for (inner, one) in keys {
                flatten(&format!("{key}.{inner}"), one, values);
            }
        }
        plain => {
            values.insert(key.to_owned(), vec![text(plain)]);
        }
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
