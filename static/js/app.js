// Small comforts; every page works without them.
(() => {
  "use strict";

  // The error summary takes the focus, also where `autofocus` was ignored because something else had it.
  const summary = document.querySelector(".sf-error-summary");
  if (summary) {
    summary.focus();
  }

  // One press is one request: a second press within a form that is on its way does nothing.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
  });

  // A page that comes back from the browser's memory may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
    }
  });

  // Escape closes the menu and gives the focus back.
  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector(".sf-rail__menu[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();
