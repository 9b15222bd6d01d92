// Starts what allauth's scripts do with passkeys, and says when the device did not play along.
const form = document.querySelector("[data-passkey]");

if (form) {
  const { passkey, passkeyButton, passkeyCredential, passkeyPasswordless } = form.dataset;
  window.allauth.webauthn.forms[passkey]({
    ids: {
      add: passkeyButton,
      authenticate: passkeyButton,
      credential: passkeyCredential,
      passwordless: passkeyPasswordless,
      data: "js_data",
    },
  });
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.querySelector("[data-passkey-failed]").hidden = false;
});
