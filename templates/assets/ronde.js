// Small comforts on pages that work without them. Words come from the page or from Intl, never from here.

const wordsBefore = new WeakMap();

/** Sends a form once: a second press does nothing, and the button says that something is under way. */
function sendOnce(event) {
  const form = event.target;
  const button = event.submitter;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method !== "post") return;
  form.dataset.sent = "true";
  if (!button?.dataset.progress) return;
  // aria-disabled, not disabled: a disabled button would not send its own name and value.
  wordsBefore.set(button, [...button.childNodes]);
  button.setAttribute("aria-disabled", "true");
  button.textContent = button.dataset.progress;
}

/** Makes forms usable again, after the browser's "back" or when htmx got no answer. */
function release(root) {
  for (const form of root.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) {
      button.removeAttribute("aria-disabled");
      button.replaceChildren(...(wordsBefore.get(button) ?? []));
    }
  }
}

const units = [["day", 86_400], ["hour", 3_600], ["minute", 60]];

/** "in 2 days" behind a deadline, in the page's language; the date itself stays. */
function countDown() {
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
  for (const time of document.querySelectorAll("time[data-countdown]")) {
    const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
    if (!Number.isFinite(seconds)) continue;
    const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? units.at(-1);
    let left = time.nextElementSibling;
    if (!left?.matches(".countdown")) {
      left = document.createElement("span");
      left.className = "countdown";
      time.after(" ", left);
    }
    left.textContent = `(${format.format(Math.trunc(seconds / size), unit)})`;
  }
}

/** One open menu at a time; Escape or a press elsewhere closes it and gives the focus back. */
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu.contains(except)) continue;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  }
}

document.addEventListener("submit", sendOnce);
document.addEventListener("click", (event) => closeMenus(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus(null);
});
document.addEventListener("htmx:afterRequest", () => release(document));
document.addEventListener("htmx:afterSettle", countDown);
window.addEventListener("pageshow", () => release(document));
document.querySelector(".error-summary")?.focus();
countDown();
setInterval(countDown, 60_000);
