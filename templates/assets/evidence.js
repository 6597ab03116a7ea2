// Comforts of the form that sends a proof; it works without them. Says before the upload that a file
// is too large, and takes a still picture from a chosen film, which the server cannot do.

const POSTER_SIDE = 640;
const SEEK_SECONDS = 0.5;

/** A JPEG of the film's picture after half a second, or null when this browser cannot play it. */
async function still(film) {
  const video = document.createElement("video");
  const url = URL.createObjectURL(film);
  try {
    video.muted = true;
    video.preload = "auto";
    video.src = url;
    await once(video, "loadeddata");
    video.currentTime = Math.min(SEEK_SECONDS, video.duration / 2 || 0);
    await once(video, "seeked");
    const scale = Math.min(1, POSTER_SIDE / Math.max(video.videoWidth, video.videoHeight));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
    canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
    canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.8));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function once(target, event) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, 5000);
    target.addEventListener(event, () => { clearTimeout(timer); resolve(); }, { once: true });
    target.addEventListener("error", () => { clearTimeout(timer); reject(new Error(event)); }, { once: true });
  });
}

async function changed(fields) {
  const inputs = [...fields.querySelectorAll('input[name="files"]')];
  const files = inputs.flatMap((input) => [...input.files]);
  const large = files.some((file) => file.size > Number(fields.dataset.bytesMax));
  fields.querySelector("[data-proof-large]").hidden = !large;
  for (const input of inputs) input.setCustomValidity("");
  if (large) {
    const text = fields.querySelector("[data-proof-large]").textContent;
    inputs.find((input) => [...input.files].some((file) => file.size > Number(fields.dataset.bytesMax))).setCustomValidity(text);
  }
  const poster = fields.querySelector('input[name="poster"]');
  const film = files.find((file) => file.type.startsWith("video/"));
  const picture = film && !large ? await still(film) : null;
  const chosen = new DataTransfer();
  if (picture) chosen.items.add(new File([picture], "poster.jpg", { type: "image/jpeg" }));
  poster.files = chosen.files;
}

for (const fields of document.querySelectorAll("[data-proof-fields]")) {
  fields.addEventListener("change", (event) => {
    if (event.target.name === "files") changed(fields);
  });
}
