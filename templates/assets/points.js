// Keeps a board live: hears that it changed, then asks for the page again and puts its board in place. Without a
// stream (the server allows so many) it looks every ten seconds; without JavaScript a reload does the same.

const LOOK_MS = 10_000;
let source;
let looking;

const board = () => document.querySelector("#board[data-live]");

/** Puts the board of the page's newest answer in the place of this one. */
async function renew() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#board[data-live]");
  const old = board();
  if (!fresh || !old || fresh.dataset.version === old.dataset.version) return;
  // A link that has the focus keeps it by its address.
  const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  old.replaceWith(fresh);
  document.title = page.title;
  if (focused) fresh.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

const quietly = () => renew().catch(() => {});

function listen() {
  if (source || !board()) return;
  source = new EventSource(board().dataset.live);
  source.addEventListener("message", (event) => {
    if (event.data !== board()?.dataset.version) quietly();
  });
  source.addEventListener("error", () => {
    // While it connects again by itself there is nothing to do.
    if (source?.readyState !== EventSource.CLOSED) return;
    source = undefined;
    looking ??= setInterval(quietly, LOOK_MS);
  });
}

function rest() {
  source?.close();
  source = undefined;
  clearInterval(looking);
  looking = undefined;
}

// A page nobody looks at needs no connection; it catches up when it is looked at again.
document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
window.addEventListener("pagehide", rest);
listen();
