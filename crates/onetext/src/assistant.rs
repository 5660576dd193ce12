//! A language model as a second reader of a report: asked only where a person names a service and everybody who may see
//! the entries has agreed, on record. What it adds is proposed like anything else, and says so.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use onetext_model::Audience;
use onetext_report::{Claim, Reading};
use onetext_text::reports::Intake as Proposed;
use onetext_text::reports::assistant::{ANSWER_BYTES_MAX, INSTRUCTION, added, missing};

use crate::arguments::Intake;
use crate::folder::Opened;
use crate::{print, taking};

/// A model on a laptop takes a minute for a page.
const PATIENCE: Duration = Duration::from_mins(5);
/// Longest text that is sent, in bytes.
const TEXT_BYTES_MAX: usize = 200_000;

/// A reading with what a model added.
pub struct Helped {
    /// Everything that was read.
    pub reading: Reading,
    added: Vec<Claim>,
    model: String,
}

impl Helped {
    /// Says of each proposal that rests on the model's words who proposed it.
    pub fn mark(&self, intake: &mut Proposed) {
        for one in &mut intake.proposals {
            let is_added =
                |claim: &Claim| claim.content.first().is_some_and(|span| one.spans.first() == Some(span));
            if self.added.iter().any(is_added) {
                one.why = format!("proposed by the language model {}; {}", self.model, one.why);
            }
        }
    }
}

/// Asks the service that was named, if one was.
pub fn asked(
    opened: &Opened,
    wanted: &Intake,
    text: &str,
    reading: &Reading,
    audience: &Audience,
) -> Result<Option<Helped>> {
    let (Some(service), Some(model)) = (&wanted.second.service, &wanted.second.model) else {
        return Ok(None);
    };
    let missing = missing(&taking::everything(&opened.case), audience, service);
    if !missing.is_empty() {
        bail!(
            "nothing was sent to {service}: not on record as agreeing are {}. Each enters a [[consent]] with person, compartment \
             and service = {service:?}",
            missing.join(", ")
        );
    }
    if text.len() > TEXT_BYTES_MAX {
        bail!("the report has {} bytes; at most {TEXT_BYTES_MAX} are sent to a language model", text.len());
    }
    let key =
        wanted.second.key.as_ref().map(std::env::var).transpose().context("the key's variable is not set")?;
    let answer = answer(service, model, key.as_deref(), text)?;
    let found = added(text, &answer, reading).with_context(|| format!("the answer of {service}"))?;
    print::talk(&format!(
        "{model}: {} statements added, {} known already, {} dropped because they do not stand in the text",
        found.claims.len(),
        found.known,
        found.not_in_text
    ));
    let mut reading = reading.clone();
    reading.claims.extend(found.claims.iter().cloned());
    Ok(Some(Helped { reading, added: found.claims, model: model.clone() }))
}

fn answer(service: &str, model: &str, key: Option<&str>, text: &str) -> Result<String> {
    let address = format!("{}/chat/completions", service.trim_end_matches('/'));
    let body = serde_json::json!({
        "model": model,
        "temperature": 0,
        "messages": [{ "role": "system", "content": INSTRUCTION }, { "role": "user", "content": text }],
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let bytes = runtime.block_on(sent(&address, key, body.to_string()))?;
    let said: serde_json::Value =
        serde_json::from_slice(&bytes).with_context(|| format!("{address} gave no JSON"))?;
    let words = said.pointer("/choices/0/message/content").and_then(serde_json::Value::as_str);
    words
        .map(str::to_owned)
        .with_context(|| format!("{address} gave no answer of the shape choices[0].message.content"))
}

async fn sent(address: &str, key: Option<&str>, body: String) -> Result<Vec<u8>> {
    let client =
        reqwest::Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none()).build()?;
    let mut request = client.post(address).header("content-type", "application/json").body(body);
    if let Some(key) = key {
        request = request.bearer_auth(key);
    }
    let mut response =
        request.send().await.with_context(|| format!("cannot reach {address}"))?.error_for_status()?;
    let mut bytes = Vec::new();
    while let Some(piece) = response.chunk().await? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > 2 * ANSWER_BYTES_MAX {
            bail!("{address} gave more than {} bytes", 2 * ANSWER_BYTES_MAX);
        }
    }
    Ok(bytes)
}
