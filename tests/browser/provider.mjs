// An identity provider of the test: whoever comes is "okto" and has just proved it. It is another site than the room
// (127.0.0.1 and not localhost), so that cookies and forms meet what they meet between two hosts.
import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer } from "node:http";

const text = (value) => Buffer.from(value).toString("base64url");

export const provider = async (client) => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const asked = new Map();
  let issuer = "";
  const token = (one) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer, aud: client, sub: "okto", nonce: one.get("nonce"), iat: now, exp: now + 60, auth_time: now,
    };
    const signed = `${text(JSON.stringify({ alg: "ES256", kid: "1" }))}.${text(JSON.stringify(claims))}`;
    return `${signed}.${text(sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" }))}`;
  };
  const answers = {
    "/.well-known/openid-configuration": () => ({
      issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`,
      response_types_supported: ["code"], subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["ES256"],
    }),
    "/keys": () => ({ keys: [{ ...publicKey.export({ format: "jwk" }), use: "sig", alg: "ES256", kid: "1" }] }),
    "/token": (form) => {
      const one = asked.get(form.get("code"));
      asked.delete(form.get("code"));
      const proof = createHash("sha256").update(form.get("code_verifier")).digest("base64url");
      if (!one || proof !== one.get("code_challenge")) return { error: "invalid_grant" };
      return { access_token: "none", token_type: "Bearer", id_token: token(one) };
    },
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, issuer);
    if (url.pathname === "/authorize") {
      const code = randomUUID();
      asked.set(code, url.searchParams);
      const back = `${url.searchParams.get("redirect_uri")}?code=${code}&state=${url.searchParams.get("state")}`;
      response.writeHead(303, { location: back }).end();
      return;
    }
    let body = "";
    for await (const part of request) body += part;
    const answer = answers[url.pathname]?.(new URLSearchParams(body));
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(answer ?? {}));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  issuer = `http://127.0.0.1:${server.address().port}`;
  return { issuer, stop: () => server.close() };
};
