//! A fact from what a form sent back. What is empty is left out; what does not fit is said by its field.

use onetext_model::{Fact, Kind, Moment};
use serde_json::{Map, Value};

use super::fill::Values;
use super::shape::{Field, Sort, shape};
use super::wrong::{Wanted, Wrong};

/// Rows of a list of groups that are read.
pub(super) const ROWS_MAX: usize = 200;

/// The fact that the values make, or what is wrong with them.
pub(crate) fn fact(kind: Kind, values: &Values) -> Result<Fact, Wrong> {
    let object = group(shape(kind), "", values)?;
    complete(shape(kind), "", &object)?;
    kind.read(Value::Object(object)).map_err(|error| Wrong::Other(error.to_string()))
}

fn group(fields: &[Field], prefix: &str, values: &Values) -> Result<Map<String, Value>, Wrong> {
    let mut object = Map::new();
    for field in fields {
        let key = format!("{prefix}{}", field.key);
        if let Some(value) = one(&field.sort, &key, values)? {
            object.insert(field.key.clone(), value);
        }
    }
    Ok(object)
}

/// Nothing that is needed may be missing.
fn complete(fields: &[Field], prefix: &str, object: &Map<String, Value>) -> Result<(), Wrong> {
    match fields.iter().find(|field| field.required && !object.contains_key(&field.key)) {
        Some(field) => Err(Wrong::Missing { key: format!("{prefix}{}", field.key) }),
        None => Ok(()),
    }
}

fn one(sort: &Sort, key: &str, values: &Values) -> Result<Option<Value>, Wrong> {
    if let Sort::Group(fields) = sort {
        let prefix = format!("{key}.");
        let object = group(fields, &prefix, values)?;
        if object.is_empty() {
            return Ok(None);
        }
        complete(fields, &prefix, &object)?;
        return Ok(Some(Value::Object(object)));
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

fn scalar(sort: &Sort, key: &str, text: &str) -> Result<Value, Wrong> {
    let unfit = |given: &str, wanted| Wrong::Unfit { key: key.to_owned(), given: given.to_owned(), wanted };
    match sort {
        Sort::Number => text.parse::<u64>().map(Value::from).map_err(|_| unfit(text, Wanted::Number)),
        Sort::Flag => Ok(Value::Bool(matches!(text, "true" | "on" | "yes"))),
        Sort::Json => serde_json::from_str(text).map_err(|error| unfit(&error.to_string(), Wanted::Json)),
        Sort::Moment if Moment::parse(text).is_err() => Err(unfit(text, Wanted::Day)),
        // Browsers send lines with a carriage return.
        _ => Ok(Value::String(text.replace("\r\n", "\n"))),
    }
}

fn many(inner: &Sort, key: &str, values: &Values) -> Result<Option<Value>, Wrong> {
    let mut all = Vec::new();
    if let Sort::Group(fields) = inner {
        for row in 0..ROWS_MAX {
            let prefix = format!("{key}.{row}.");
            let object = group(fields, &prefix, values)?;
            // A row in which nothing but a preset word stands is empty.
            if fields.iter().any(|field| field.required && object.contains_key(&field.key)) {
                complete(fields, &prefix, &object)?;
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
    use crate::say::Language;

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
        assert_eq!(fact(Kind::Contact, &values).unwrap_err().key(), Some("duration_minutes"));
    }

    #[test]
    fn what_is_missing_is_said_by_its_field() {
        let values = Values::from([("name".to_owned(), vec!["Upland".to_owned()])]);
        let wrong = fact(Kind::Party, &values).unwrap_err();
        assert_eq!(
            wrong.say(Language::English, Kind::Party),
            "\u{2068}Sort\u{2069}: this is needed. Fill it in."
        );
    }
}
