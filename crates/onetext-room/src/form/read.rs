//! A fact from what a form sent back. What is empty is left out; what does not fit is said by its field.

use onetext_model::{Fact, Kind};
use serde_json::{Map, Value};

use super::fill::Values;
use super::shape::{Field, Sort, shape};

/// Rows of a list of groups that are read.
pub(super) const ROWS_MAX: usize = 200;

/// The fact that the values make, or what is wrong with them.
pub(crate) fn fact(kind: Kind, values: &Values) -> Result<Fact, String> {
    let object = group(shape(kind), "", values)?;
    kind.read(Value::Object(object)).map_err(|error| error.to_string())
}

fn group(fields: &[Field], prefix: &str, values: &Values) -> Result<Map<String, Value>, String> {
    let mut object = Map::new();
    for field in fields {
        let key = format!("{prefix}{}", field.key);
        if let Some(value) = one(&field.sort, &key, values)? {
            object.insert(field.key.clone(), value);
        }
    }
    Ok(object)
}

fn one(sort: &Sort, key: &str, values: &Values) -> Result<Option<Value>, String> {
    if let Sort::Group(fields) = sort {
        let object = group(fields, &format!("{key}."), values)?;
        return Ok((!object.is_empty()).then_some(Value::Object(object)));
    }
    if let Sort::Many(inner) = sort {
        return many(inner, key, values);
    }
    let text = values.get(key).and_then(|all| all.first()).map_or("", |text| text.trim());
    if text.is_empty() {
        return Ok(None);
    }
    scalar(sort, key, text).map(Some)
}

fn scalar(sort: &Sort, key: &str, text: &str) -> Result<Value, String> {
    match sort {
        Sort::Number => {
            text.parse::<u64>().map(Value::from).map_err(|_| format!("{key}: {text:?} is no whole number"))
        }
        Sort::Flag => Ok(Value::Bool(matches!(text, "true" | "on" | "yes"))),
        Sort::Json => {
            serde_json::from_str(text).map_err(|error| format!("{key}: not as it should be written: {error}"))
        }
        // Browsers send lines with a carriage return.
        _ => Ok(Value::String(text.replace("\r\n", "\n"))),
    }
}

fn many(inner: &Sort, key: &str, values: &Values) -> Result<Option<Value>, String> {
    let mut all = Vec::new();
    if let Sort::Group(fields) = inner {
        for row in 0..ROWS_MAX {
            let object = group(fields, &format!("{key}.{row}."), values)?;
            // A row in which nothing but a preset word stands is empty.
            if fields.iter().any(|field| field.required && object.contains_key(&field.key)) {
                all.push(Value::Object(object));
            }
        }
    } else {
        let given = values.get(key).into_iter().flatten();
        for text in given.flat_map(|text| text.lines()).map(str::trim).filter(|text| !text.is_empty()) {
            all.push(scalar(inner, key, text)?);
        }
    }
    Ok((!all.is_empty()).then_some(Value::Array(all)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::values_of;

    #[test]
    fn what_a_form_shows_comes_back_as_the_same_fact() {
        let id = "0123456789abcdefghjk";
        let fact_json = serde_json::json!({
            "title": "Meeting in Geneva", "sort": "meeting", "status": "occurred",
            "participants": [{ "actor": id, "medium": "phone" }], "topics": [id], "duration_minutes": [120, 90],
        });
        let before = Kind::Contact.read(fact_json).unwrap();
        assert_eq!(fact(Kind::Contact, &values_of(&before)).unwrap(), before);
    }

    #[test]
    fn a_wrong_number_is_said_by_its_field() {
        let values = Values::from([("duration_minutes".to_owned(), vec!["soon".to_owned()])]);
        assert!(fact(Kind::Contact, &values).unwrap_err().starts_with("duration_minutes"));
    }
}
