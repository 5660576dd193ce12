//! E-mail: subject, sender, date and the text part, else the words of the HTML part. Attachments are named, not opened.

use jiff::civil::DateTime as Civil;
use jiff::tz::{Offset, TimeZone};
use mail_parser::{DateTime, HeaderValue, Message, MessageParser, MimeHeaders, PartType};

use super::html::words_of;
use super::{ATTACHMENTS_MAX, Arrived, FormatError, Published, Remark, plain, quoted};

pub(super) fn read(bytes: &[u8]) -> Result<Arrived, FormatError> {
    let unsound = || FormatError::unsound("e-mail", "it has no headers");
    let message = MessageParser::default().parse(bytes).ok_or_else(unsound)?;
    let text = body(&message);
    if text.trim().is_empty() {
        return Err(FormatError::Empty);
    }
    let mut arrived = Arrived {
        title: message.subject().map(str::to_owned),
        outlet: sender(&message),
        published: message.date().and_then(moment),
        language: language(&message),
        quoted: quoted::pieces(&text),
        text,
        attachments: message.attachments().take(ATTACHMENTS_MAX).map(name).collect(),
        ..Arrived::default()
    };
    if let (None, Some(words)) = (&arrived.published, message.header_raw("Date")) {
        arrived.findings.push(Remark::date(words));
    }
    if !arrived.attachments.is_empty() {
        arrived.findings.push(Remark::Attachments { count: message.attachment_count() });
    }
    if message.parts.iter().any(|part| part.is_encoding_problem) {
        arrived.findings.push(Remark::Replaced { count: arrived.text.matches('\u{fffd}').count() });
    }
    Ok(arrived)
}

/// The parts that are shown, one after the other. A part in HTML is taken where there is no text of it.
fn body(message: &Message<'_>) -> String {
    let parts = message.text_bodies().filter_map(|part| match &part.body {
        PartType::Text(text) => Some(plain::unbroken(&text.replace("\r\n", "\n"))),
        PartType::Html(page) => Some(words_of(page, true)),
        _ => None,
    });
    let parts: Vec<String> =
        parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// The sender's name, else the address.
fn sender(message: &Message<'_>) -> Option<String> {
    let first = message.from()?.first()?;
    first.name().filter(|name| !name.trim().is_empty()).or_else(|| first.address()).map(str::to_owned)
}

fn language(message: &Message<'_>) -> Option<String> {
    match message.header("Content-Language")? {
        HeaderValue::Text(language) => Some(language.to_string()),
        HeaderValue::TextList(languages) => languages.first().map(ToString::to_string),
        _ => None,
    }
}

fn name(part: &mail_parser::MessagePart<'_>) -> String {
    match (part.attachment_name(), part.message()) {
        (Some(name), _) => Remark::cut(name),
        (None, Some(message)) => {
            format!("message: {}", Remark::cut(message.subject().unwrap_or("without subject")))
        }
        (None, None) => "without a name".to_owned(),
    }
}

/// A date with its zone; none where there is no such day.
fn moment(date: &DateTime) -> Option<Published> {
    let small = |number: u8| i8::try_from(number).ok();
    let civil = Civil::new(
        i16::try_from(date.year).ok()?,
        small(date.month)?,
        small(date.day)?,
        small(date.hour)?,
        small(date.minute)?,
        // A leap second is shown as the last of its minute.
        small(date.second.min(59))?,
        0,
    );
    let seconds = i32::from(date.tz_hour) * 3600 + i32::from(date.tz_minute) * 60;
    let offset = Offset::from_seconds(if date.tz_before_gmt { -seconds } else { seconds }).ok()?;
    civil.ok()?.to_zoned(TimeZone::fixed(offset)).ok().map(Published::Moment)
}
