// Shows what needs passkeys only where the browser has them, and says so in words when one did not work.
(function () {
  "use strict";

  if (window.PublicKeyCredential) {
    document.querySelectorAll("[data-needs-passkeys]").forEach(function (part) {
      part.hidden = false;
    });
  }

  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    document.querySelectorAll("[data-passkey-problem]").forEach(function (message) {
      message.hidden = false;
    });
  });
})();
