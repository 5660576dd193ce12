//! A provider that speaks OpenID Connect: the authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636).
//! What it publishes about itself is read when it is needed and kept for a while; nothing else is asked of it than
//! who somebody is.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreIdTokenVerifier, CoreProviderMetadata,
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, IssuerUrl, Nonce, OAuth2TokenResponse,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, TokenResponse,
};
use tokio::sync::Mutex;
use url::{Host, Url};

use super::accounts::Identity;
use super::outside::{Journey, Provider, Unreachable, Vouched};
use super::passkeys::NotLetIn;

/// How long an answer of the provider may take.
const ANSWER_MAX: Duration = Duration::from_secs(10);
/// How long what the provider publishes about itself is kept: its keys may change.
const PUBLISHED_KEPT: Duration = Duration::from_mins(10);

/// Where people come back to.
pub const BACK: &str = "/provider/back";

/// An OpenID Connect provider.
pub struct OpenId {
    name: String,
    issuer: IssuerUrl,
    client: ClientId,
    secret: Option<ClientSecret>,
    back: RedirectUrl,
    web: reqwest::Client,
    published: Mutex<Option<(Instant, Arc<CoreProviderMetadata>)>>,
}

/// How a room is known to its provider.
pub struct Registration {
    /// What the button is called by.
    pub name: String,
    /// The provider's address, as it stands in what it signs.
    pub issuer: Url,
    /// The room's name there.
    pub client: String,
    /// Its secret there, if it has one.
    pub secret: Option<String>,
}

impl OpenId {
    /// The provider of the room at this origin.
    pub fn new(registration: Registration, origin: &Url) -> Result<Self, Unreachable> {
        let Registration { name, issuer, client, secret } = registration;
        let is_here = match issuer.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost",
            None => false,
        };
        if issuer.scheme() != "https" && !is_here {
            return Err(Unreachable(format!(
                "{issuer} is not encrypted: its address must begin with https://"
            )));
        }
        let unfit = |error: &dyn std::fmt::Display| Unreachable(error.to_string());
        let back = origin.join(BACK).map_err(|error| unfit(&error))?;
        // A redirection could lead a request of the server to wherever somebody likes.
        let web = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(ANSWER_MAX);
        Ok(OpenId {
            name,
            // An issuer is compared letter by letter, and a bare host is written without the slash.
            issuer: IssuerUrl::new(issuer.as_str().trim_end_matches('/').to_owned())
                .map_err(|error| unfit(&error))?,
            client: ClientId::new(client),
            secret: secret.map(ClientSecret::new),
            back: RedirectUrl::from_url(back),
            web: web.build().map_err(|error| unfit(&error))?,
            published: Mutex::default(),
        })
    }

    /// What the provider publishes about itself, its keys among it.
    async fn published(&self) -> Result<Arc<CoreProviderMetadata>, Unreachable> {
        let mut kept = self.published.lock().await;
        if let Some((at, published)) = &*kept
            && at.elapsed() < PUBLISHED_KEPT
        {
            return Ok(Arc::clone(published));
        }
        let found = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.web).await;
        let found = Arc::new(found.map_err(|error| Unreachable(words(&error)))?);
        *kept = Some((Instant::now(), Arc::clone(&found)));
        Ok(found)
    }

    async fn fetched(&self, journey: &Journey, code: &str, now: Timestamp) -> Result<Vouched, NotLetIn> {
        let published = self.published().await.map_err(|_| NotLetIn)?;
        let client = CoreClient::from_provider_metadata(
            (*published).clone(),
            self.client.clone(),
            self.secret.clone(),
        )
        .set_redirect_uri(self.back.clone());
        let request = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(|_| NotLetIn)?;
        let request = request.set_pkce_verifier(PkceCodeVerifier::new(journey.verifier.clone()));
        let answer = request.request_async(&self.web).await.map_err(|_| NotLetIn)?;
        let token = answer.id_token().ok_or(NotLetIn)?;
        let clock = move || chrono::DateTime::from_timestamp(now.as_second(), 0).unwrap_or_default();
        let verifier: CoreIdTokenVerifier<'_> = client.id_token_verifier().set_time_fn(clock);
        let claims = token.claims(&verifier, &Nonce::new(journey.nonce.clone())).map_err(|_| NotLetIn)?;
        if let Some(expected) = claims.access_token_hash() {
            let algorithm = token.signing_alg().map_err(|_| NotLetIn)?;
            let key = token.signing_key(&verifier).map_err(|_| NotLetIn)?;
            let found = openidconnect::AccessTokenHash::from_token(answer.access_token(), algorithm, key);
            if found.map_err(|_| NotLetIn)? != *expected {
                return Err(NotLetIn);
            }
        }
        Ok(Vouched {
            identity: Identity {
                issuer: claims.issuer().as_str().to_owned(),
                subject: claims.subject().as_str().to_owned(),
            },
            proved_at: claims.auth_time().and_then(|at| Timestamp::from_second(at.timestamp()).ok()),
        })
    }
}

impl Provider for OpenId {
    fn name(&self) -> &str {
        &self.name
    }

    fn address<'a>(&'a self, journey: &'a Journey) -> BoxFuture<'a, Result<Url, Unreachable>> {
        Box::pin(async move {
            let published = self.published().await?;
            let client = CoreClient::from_provider_metadata(
                (*published).clone(),
                self.client.clone(),
                self.secret.clone(),
            )
            .set_redirect_uri(self.back.clone());
            let verifier = PkceCodeVerifier::new(journey.verifier.clone());
            let (state, nonce) = (journey.state.clone(), journey.nonce.clone());
            let mut request = client
                .authorize_url(
                    CoreAuthenticationFlow::AuthorizationCode,
                    move || CsrfToken::new(state),
                    move || Nonce::new(nonce),
                )
                .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
            if journey.anew {
                // Either one alone is not heeded by every provider.
                request = request.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO);
            }
            Ok(request.url().0)
        })
    }

    fn vouched<'a>(
        &'a self,
        journey: &'a Journey,
        code: &'a str,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vouched, NotLetIn>> {
        Box::pin(self.fetched(journey, code, now))
    }
}

/// An error with everything that led to it.
fn words(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(deeper) = source {
        words = format!("{words}: {deeper}");
        source = deeper.source();
    }
    words
}
