// Passkeys: the browser's part. Each form with data-passkey says what to do; its words for what went wrong are its own.
(() => {
  "use strict";

  const bytes = (text) => {
    const base64 = text.replace(/-/g, "+").replace(/_/g, "/");
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  };

  const text = (buffer) => {
    const characters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
    return btoa(characters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };

  const ask = async (address, value) => {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(value),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const register = async (form) => {
    const invitation = location.hash.slice(1) || undefined;
    const { publicKey } = await ask("/passkey/register/begin", { invitation });
    publicKey.challenge = bytes(publicKey.challenge);
    publicKey.user.id = bytes(publicKey.user.id);
    for (const one of publicKey.excludeCredentials || []) one.id = bytes(one.id);
    const made = await navigator.credentials.create({ publicKey });
    const credential = {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
      },
      extensions: {},
    };
    return ask("/passkey/register/finish", { name: form.elements.name?.value || "", credential });
  };

  const sign = async (finish) => {
    const { publicKey } = await ask("/passkey/sign-in/begin", {});
    publicKey.challenge = bytes(publicKey.challenge);
    for (const one of publicKey.allowCredentials || []) one.id = bytes(one.id);
    const got = await navigator.credentials.get({ publicKey });
    return ask(finish, {
      id: got.id,
      rawId: text(got.rawId),
      type: got.type,
      response: {
        authenticatorData: text(got.response.authenticatorData),
        clientDataJSON: text(got.response.clientDataJSON),
        signature: text(got.response.signature),
        userHandle: got.response.userHandle ? text(got.response.userHandle) : null,
      },
      extensions: {},
    });
  };

  for (const field of document.querySelectorAll("input[data-invitation]")) field.value = location.hash.slice(1);

  const acts = {
    register,
    "sign-in": () => sign("/passkey/sign-in/finish"),
    touch: () => sign("/passkey/touch"),
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const said = form.querySelector("[role=alert]");
      said.textContent = "";
      try {
        const { to } = await acts[form.dataset.passkey](form);
        location.assign(form.dataset.to || to);
      } catch (error) {
        said.textContent = error.message === "429" ? form.dataset.wait : form.dataset.wrong;
      }
    });
  }
})();
