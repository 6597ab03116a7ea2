// Suggests towns while one types, and finds the town around the browser's position. Forms work without.

const PAUSE_MS = 180;

async function read(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  return response.ok ? response.json() : null;
}

/** A town chosen before belongs to what was typed before. */
function forget(field) {
  for (const code of field.querySelectorAll("[name=townCode]")) {
    if (code.type === "radio") code.checked = false;
    else code.value = "";
    code.required = false;
  }
}

function suggest(field) {
  const input = field.querySelector("input[name=town]");
  const list = document.getElementById(input.getAttribute("list"));
  let waiting;
  let asked = "";
  input.addEventListener("input", () => {
    forget(field);
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const typed = input.value.trim();
      if (typed.length < 2 || typed === asked) return;
      asked = typed;
      const towns = await read(`/api/v1/towns?q=${encodeURIComponent(typed)}`);
      if (towns && typed === asked) list.replaceChildren(...towns.map((town) => new Option("", town.label)));
    }, PAUSE_MS);
  });
}

function usePosition(field) {
  const place = field.querySelector(".town-position");
  const said = place.querySelector("[role=status]");
  if (!navigator.geolocation) return;
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => {
    said.textContent = field.dataset.searching;
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        // Two digits are about a kilometre: enough for a town, and all that leaves this machine.
        const near = `latitude=${coords.latitude.toFixed(2)}&longitude=${coords.longitude.toFixed(2)}`;
        const town = await read(`/api/v1/towns/nearest?${near}`);
        said.textContent = town ? "" : field.dataset.refused;
        if (!town) return;
        forget(field);
        field.querySelector("input[name=town]").value = town.label;
      },
      () => {
        said.textContent = field.dataset.refused;
      },
      { maximumAge: 600_000, timeout: 15_000 },
    );
  });
}

for (const field of document.querySelectorAll("[data-town]")) {
  suggest(field);
  usePosition(field);
}
